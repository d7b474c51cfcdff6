"""Dates as pages print them, in every language that has a cue file: read, and told from texts that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from importlib.resources import files
from itertools import pairwise

import pytest
from babel.dates import format_date, format_datetime, format_time
from growth import MOST, growth
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean_article
from newsclean.phrases.cue_file import NOT_LANGUAGES
from newsclean.phrases.fold import fold
from newsclean.phrases.shipped import tables
from newsclean.press.calendars import gregorian
from newsclean.press.dates import date_share, date_words, read_date

CUES = {file.name.removesuffix(".toml") for file in (files("newsclean") / "phrases" / "cues").iterdir()} - {
    *NOT_LANGUAGES
}
COUNTRIES = ("ar_DZ", "ar_EG", "ar_MA", "ar_SY", "de_AT", "en_GB", "es_MX", "fr_CA", "pt_PT", "sr_Latn", "zh_Hant")
LOCALES = sorted({*CUES, "ca", *COUNTRIES})
DAYS = (13, 3, 31, 9, 3, 30, 8, 1, 22, 21, 11, 27)  # one of each month
STAMPS = [datetime(2022 + n % 4, n + 1, day, (6, 14, 20)[n % 3], 5 * n + 4) for n, day in enumerate(DAYS)]
MOSTLY = 0.85  # of the words of a line that is nothing but a date
PLUS_7 = timezone(timedelta(hours=7))


def day(year: int, month: int, number: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, number, hour, minute)


THIRD = day(2024, 5, 3)


def printed(locale: str) -> Iterator[tuple[str, datetime]]:
    """Lines in which Babel prints a date of each month, short and long, without and with a time; and what they say."""
    for stamp in STAMPS:
        midnight = stamp.replace(hour=0, minute=0)
        for form in ("full", "long", "medium"):
            date = format_date(stamp, form, locale=locale)
            yield date, midnight
            yield f"{date}, {format_time(stamp, 'short', locale=locale)}", stamp
            yield f"{date} {stamp:%H:%M}", stamp
        yield format_datetime(stamp, "medium", locale=locale), stamp


# No dates


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("3-2", id="a score"),
        pytest.param("6-4, 7-6, 3-6", id="scores"),
        pytest.param("2:1 (1:0)", id="a score at half-time"),
        pytest.param("1984", id="a number"),
        pytest.param("1984 was a year", id="a year"),
        pytest.param("17,300 votes were counted", id="counts"),
        pytest.param("1500 m, 800 m", id="metres"),
        pytest.param("1500 р, 800 р", id="roubles"),
        pytest.param("An 8 hour shift for 12 pumps", id="hours"),
        pytest.param("Maya Marsh, 31, of Mayfield, and Augusta Decker, 24, won 2024 votes", id="like months"),
        pytest.param("Mars is 3 times as far, 2024 images show", id="a planet"),
        pytest.param("The wall held in May, and 3 of 24 pumps came", id="a month in a sentence"),
        pytest.param("5月 の 売り上げ 3 % 増", id="a month's sales in Japanese"),
        pytest.param("في 3 مدن و 5 قرى من البلاد", id="towns in Arabic"),
        pytest.param("3 में से 2 पंप शहर पहुंचे", id="pumps in Hindi"),
        pytest.param("ปั๊ม 2 ตัวจาก 6 ตัวมาถึงท่าเรือ", id="pumps in Thai"),
        pytest.param("Hai trong 6 máy bơm đã đến cảng, 3 máy khác đang trên đường", id="pumps in Vietnamese"),
        pytest.param("+49 30 1234567890", id="a telephone"),
        pytest.param("1.234.567", id="a large number"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Scores, counts and sentences are no dates, and little of them is of dates."""
    assert read_date(text) is None
    assert date_share(fold(text)) < 0.7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5月3日 17時06分", id="without a year"),
        pytest.param("3 May, 14:05", id="without a year in English"),
        pytest.param("31 February 2024", id="no such day"),
        pytest.param("30 اسفند 1400", id="no such day in a Solar Hijri year"),
        pytest.param("令和6年13月32日", id="no such month"),
        pytest.param("3 May 1453", id="long ago"),
        pytest.param("3. lis 2024", id="November in Polish, but with the dot of Croatian"),
        pytest.param("1999999999999", id="no seconds"),
        pytest.param("1709415900 people", id="a count"),
    ],
)
def test_what_tells_no_day(text: str) -> None:
    """What lacks a year, or names a day that is none, is not guessed at."""
    assert read_date(text) is None


# Dates


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language(locale: str) -> None:
    """What Babel prints is read, all of it; and nearly all words of it are known to be of a date."""
    lines = list(printed(locale))

    assert [(line, read_date(line)) for line, stamp in lines if read_date(line) != stamp] == []
    assert [line for line, _ in lines if date_share(fold(line)) < MOSTLY] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("3 sept. 2024", day(2024, 9, 3), id="a short month"),
        pytest.param("13 ene. 2025", day(2025, 1, 13), id="a short month in Spanish"),
        pytest.param("3 de mayo de 2024 a las 20:56h", day(2024, 5, 3, 20, 56), id="Spanish"),
        pytest.param("5:06 p. m. del 3 de mayo de 2024", day(2024, 5, 3, 17, 6), id="a blank in p. m."),
        pytest.param("sexta-feira, 3º de maio de 2024", THIRD, id="Portuguese"),
        pytest.param("March 1 2024, 6:00 a.m.", day(2024, 3, 1, 6), id="English"),
        pytest.param("3rd of May, 2024", THIRD, id="an ordinal"),
        pytest.param("14:05, 28 Apr 2024", day(2024, 4, 28, 14, 5), id="the time first"),
        pytest.param("2024-05-03 06:05 PM", day(2024, 5, 3, 18, 5), id="ISO with a half of the day"),
        pytest.param("07.01.2026 - 18:50 Uhr", day(2026, 1, 7, 18, 50), id="German"),
        pytest.param("13. jan. 2023 06.04.00", day(2023, 1, 13, 6, 4), id="a time that looks like a date"),
        pytest.param("3. lis 2024.", day(2024, 10, 3), id="October in Croatian"),
        pytest.param("12. januarja 2025", day(2025, 1, 12), id="a month of a language's own file: Slovenian"),
        pytest.param("3 lis 2024", day(2024, 11, 3), id="November in Polish"),
        pytest.param("2024. gada 3. maijā, plkst. 14.05", day(2024, 5, 3, 14, 5), id="Latvian"),
        pytest.param("п’ятниця, 3 травня 2024 р. о 14:05", day(2024, 5, 3, 14, 5), id="Ukrainian"),
        pytest.param("3 ΜΑΪΟΥ 2024", THIRD, id="Greek in capitals"),
        pytest.param("3 AOUT 2024", day(2024, 8, 3), id="French in capitals"),
        pytest.param("2 EKİM 2024", day(2024, 10, 2), id="Turkish in capitals"),
        pytest.param("3 AGUSTOS 2024", day(2024, 8, 3), id="Turkish without its letters"),
        pytest.param("Ngày 3 tháng 05 năm 2024", THIRD, id="Vietnamese"),
        pytest.param(
            "Thứ Sáu, 03/05/2024 14:05 (GMT+7)", datetime(2024, 5, 3, 14, 5, tzinfo=PLUS_7), id="hours from Greenwich"
        ),
        pytest.param("2024年5月3日（金）午後5時6分", day(2024, 5, 3, 17, 6), id="Japanese"),
        pytest.param("2024年（令和6年）5月3日 17時06分", day(2024, 5, 3, 17, 6), id="the era in brackets"),
        pytest.param("令和元年5月3日", day(2019, 5, 3), id="the first year of an era"),
        pytest.param("平成31年4月30日 14時", day(2019, 4, 30, 14), id="the last year of an era"),
        pytest.param("2024.05.03. 오전 6시 5분", day(2024, 5, 3, 6, 5), id="Korean morning"),
        pytest.param("2024년 5월 3일(금) 오후 5:06", day(2024, 5, 3, 17, 6), id="Korean afternoon"),
        pytest.param("٣ كانون الثاني ٢٠٢٤", day(2024, 1, 3), id="Arabic of the Levant"),
        pytest.param("3 تشرين الأول 2024 - 05:06 م", day(2024, 10, 3, 17, 6), id="Arabic afternoon"),
        pytest.param("15 غشت 2024", day(2024, 8, 15), id="Arabic of Morocco"),
        pytest.param("3 اوت 2024", day(2024, 8, 3), id="Arabic of Algeria, without hamza"),
        pytest.param("۱۳ اردیبهشت ۱۴۰۳", day(2024, 5, 2), id="Solar Hijri"),
        pytest.param("جمعه ۱۴ ارديبهشت ۱۴۰۳ - ۱۴:۰۵", day(2024, 5, 3, 14, 5), id="Solar Hijri in Arabic letters"),
        pytest.param("۱۴۰۳/۰۲/۱۳", day(2024, 5, 2), id="Solar Hijri in numbers"),
        pytest.param("३ मई २०२४, ५:०६ pm", day(2024, 5, 3, 17, 6), id="Hindi digits"),
        pytest.param("3 फरवरी 2024", day(2024, 2, 3), id="Hindi without the dot"),
        pytest.param("০৩ ফেব্রুয়ারি ২০২৪, ১৪:০৫", day(2024, 2, 3, 14, 5), id="Bengali digits"),
        pytest.param("3 ফেব্রু\u09dfারি 2024", day(2024, 2, 3), id="Bengali, a letter in one character"),
        pytest.param("๓ พฤษภาคม ๒๕๖๗", THIRD, id="Thai digits"),
        pytest.param("วันศุกร์ที่ 3 พ.ค. 2567 เวลา 14.05 น.", day(2024, 5, 3, 14, 5), id="Thai"),
        pytest.param("03/05/2567", THIRD, id="a Buddhist year"),
        pytest.param("1709415900", datetime(2024, 3, 2, 21, 45, tzinfo=UTC), id="Unix time"),
    ],
)
def test_what_news_pages_print(text: str, date: datetime) -> None:
    """Digits, calendars, capitals and halves of the day as they stand on pages."""
    assert read_date(text) == date
    assert date_share(fold(text)) >= MOSTLY


def test_labels_and_other_dates_do_no_harm() -> None:
    """The day is the one that stands at its month and is no part of a time; a label behind it is passed over."""
    assert read_date("02/12/2024 Actualizado a las 20:56h.") == day(2024, 12, 2, 20, 56)
    assert read_date("Posted at 6:01 AM, Oct 02, 2025") == day(2025, 10, 2, 6, 1)
    assert read_date("In 2019, on 3 May 2018") == day(2018, 5, 3)
    assert read_date("الجمعة 24 شوال 1445 هـ - 3 مايو 2024 م") == THIRD


# Calendars


@pytest.mark.parametrize(
    ("solar", "date"),
    [
        ((1357, 11, 22), day(1979, 2, 11)),
        ((1370, 1, 1), day(1991, 3, 21)),
        ((1375, 1, 1), day(1996, 3, 20)),
        ((1391, 12, 30), day(2013, 3, 20)),
        ((1395, 6, 31), day(2016, 9, 21)),
        ((1399, 12, 30), day(2021, 3, 20)),
        ((1400, 1, 1), day(2021, 3, 21)),
        ((1400, 12, 30), None),
        ((1402, 7, 1), day(2023, 9, 23)),
        ((1403, 12, 30), day(2025, 3, 20)),
        ((1403, 7, 31), None),
        ((1403, 13, 1), None),
        ((1403, 0, 1), None),
        ((1404, 1, 1), day(2025, 3, 21)),
    ],
)
def test_solar_hijri_days(solar: tuple[int, int, int], date: datetime | None) -> None:
    """Known pairs: new years, the last days of leap years and of others, and days that are none."""
    assert gregorian(*solar) == date


def test_solar_hijri_days_follow_each_other() -> None:
    """No day of 177 years is left out, and none comes twice."""
    numbers = ((y, m, d) for y in range(1300, 1477) for m in range(1, 13) for d in range(1, 32))
    days = [date for date in (gregorian(*number) for number in numbers) if date]

    assert {later - sooner for sooner, later in pairwise(days)} == {timedelta(days=1)}


# The words


def test_words_are_found_as_they_are_cut() -> None:
    """Each word of cues/dates.toml is one word of a line; and in all its spellings it is one month."""
    data = tables()["dates"]
    months = [word for name in ("months", "solar") for words in data[name].values() for word in words]
    others = [word for name in ("weekdays", "others") for word in data[name]["words"]]

    assert [word for word in months + others if date_share(f"3 {word}, 2024") < 1] == []
    assert [word for word, count in Counter(months).items() if count > 1] == []
    assert {date_words().months["lis"], date_words().croatian["lis"]} == {10, 11}


# Any text


@given(st.text(max_size=200))
def test_any_text_may_come(text: str) -> None:
    """No text raises."""
    read_date(text)
    date_share(fold(text))


PIECES = (
    *" :.-/,'()+\n٣۳३৩๓3", *"24 00 31 99 1403 2567 2024 12:30 may mai م am pm ч. 年 月 日 時 令和 元 년 오후".split(),
    "gmt", "z", "t", "tháng 5", "thg", "فروردین", "lis", "มี.ค.", "thứ", "كانون الثاني", "2024-05-03t", "9" * 5000,
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(("", " ")))
def test_no_mixture_of_dates_raises(pieces: list[str], between: str) -> None:
    """What is made of the parts of dates is a date, within reason, or none."""
    date = read_date(between.join(pieces))

    assert date is None or 1900 <= date.year <= 2100
    assert 0 <= date_share(fold(between.join(pieces))) <= 1


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "9",
            "1 ",
            "3 ",
            "20",
            "2024 ",
            "3.5.",
            "1:",
            "12:30 ",
            "2024-",
            "2024年",
            "3 may ",
            "may ",
            "mai. 3 ",
            "lis. ",
        ),
        *(
            "thứ ",
            "tháng 5 ",
            "كانون ",
            "令和",
            "a.",
            "a'",
            "กำ",
            "मई",
            "e\u0301",
            "\u0301\u0316",
            "٣",
            "\u200b3",
            " ",
            "am ",
        ),
    ],
    ids=ascii,
)
def test_hostile_lines_take_no_longer_than_their_length(piece: str) -> None:
    """A line four times as long takes no more than eight times as long."""
    small, large = (piece * (size // len(piece)) for size in (2500, 10_000))

    assert growth(read_date, small, large) <= MOST
    assert growth(lambda line: date_share(fold(line)), small, large) <= MOST


LINES = (
    "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
    "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Born: 3 May 1990", "Tickets from 3 May 2026", "Open until 3 May 2025", "Photo taken on 3 May 2024",
        "As of May 3, 2024", "When: Saturday, May 3, 2025, 7 p.m.", "From 3 May 2025 to 12 May 2025",
        "03/05/2024 - 12/05/2024", "Geboren am 3. Mai 1990", "Abgerufen am 3. Mai 2024", "Né le 3 mai 1990",
        "Fecha límite: 3 de mayo de 2026", "Ważne do 3 maja 2026", "In stores May 3, 2025", "Ab 3. Mai 2025 im Kino",
        "截止日期：2026年5月3日", "생년월일: 1990년 5월 3일", "Date: May 3-5, 2026",
        "Saturday, May 3, 2025, 3 p.m.: Orrin – Estmark", "Orrin v Estmark, 3 May 2025",
        "Tuesday, 3 May 2024 3PM 3°C 6PM -1°C", "Copyright © 1997-3 May 2013 Harbour Post",
    ],
)  # fmt: skip
def test_the_date_of_something_else_is_no_storys(line: str) -> None:
    """Right under the headline, where a stamp would stand, in HTML and in text."""
    html = clean_article(f"<h1>Pumps arrive in Orrin</h1><p>{line}</p>{''.join(f'<p>{one}</p>' for one in LINES)}")
    text = clean_article("\n\n".join(["Pumps arrive in Orrin", line, *LINES]))

    assert (html.date_published, text.date_published) == (None, None)
