"""Dates as printed in a line: is the line nothing but a date, and which one?

The words of dates stand in cues/dates.toml, for all languages that have a cue file (source: Unicode CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.shipped import tables
from newsclean.press.calendars import BUDDHIST, GREGORIAN, SOLAR, gregorian, without_eras
from newsclean.press.clock import at, offset, with_time

REMEMBERED = 100  # characters: of lines of up to so many it is remembered how much of them is a date
_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
# Marks that belong to a letter before them: accents that stand apart, vowels of Arabic, of the scripts of India from
# Devanagari to Sinhala, of Thai, Lao, Burmese and Khmer.
_MARKS = (
    r"[\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51"
    r"\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83"
    r"\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d82\u0d83\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    r"\u102b-\u103e\u17b4-\u17d3]"
)
_ACCENT = re.compile(r"[\u0300-\u036f\u0653-\u0655\u093c]")
_LETTERS = rf"[^\W\d_]++(?:{_MARKS}++[^\W\d_]*+)*+"
# A number or a word: “aujourd'hui”, “sexta-feira”, “a.m.”, “พ.ค.”; weekdays and months of two words are one. The “m.”
# and “р.” that follow a year in Lithuanian and Ukrainian are none: elsewhere they are metres and roubles.
_TOKEN = re.compile(
    rf"\d++|(?<=\d)[年月日時时分]|(?:thứ|chủ|יום|كانون|تشرين) {_LETTERS}|th(?:áng|g) \d\d?"
    rf"|(?![mр]\b(?<=(?:19|20)\d\d .)){_LETTERS}(?:'{_LETTERS}|-feira|\.(?: m|[^\W\d_])(?![^\W\d_]))?"
)
_TOKEN_OR_TIME = re.compile(rf"\d{{1,2}}:\d\d(?::\d\d)?|{_TOKEN.pattern}")
_EPOCH = re.compile(r"\s?(1[4-9]\d{8})\s?")
_DATE_LIKE = re.compile(rf"\d[:.h]\d\d(?!\d)|\d\s?[./-]\s?\d\d?\s?[./-]\s?\d|\A{_EPOCH.pattern}\Z")
# Patterns begin with a digit and look back from it: so `search` goes from digit to digit.
_ISO = re.compile(
    r"((?:19|20)\d\d)(?<!\w\d{4})-(\d\d)-(\d\d)"
    r"(?:[t ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(z|[+-]\d\d:?\d\d)?(?!:?\d|\s?[ap]\.?m))?"
)
_EAST = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s?[年년](?:\([^()]{1,9}\))?\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"
)
_YEAR_FIRST = re.compile(
    r"(?P<y>(?:19|20)\d\d|1[34]\d\d(?=/))(?<!\d{5})\s?[./]\s?(?P<m>\d{1,2})\s?[./]\s?(?P<d>\d{1,2})(?!\d)"
)
_DAY_FIRST = re.compile(r"(?P<d>\d(?<!\d\d)\d?)\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>(?:19|20|25)\d\d|\d\d)(?!\d)")
# Month first, as only Americans write a date: no zeros, with a time of twelve hours: “3/5/2024, 9:05 AM”.
_AMERICAN = re.compile(r"(?:[1-9]/[1-9]\d?|[1-9]\d/[1-9])/(?:20)?\d\d,?\s.{0,6}?\d{1,2}(?::\d\d){0,2}\s?[ap]\.?m\b")
_OUTWARD = (-1, 1, -2, 2, -3, 3)  # the words around a month in which its day and year stand, the nearest first
_BEHIND_FIRST = (1, -1, 2, -2, 3, -3)
# What stands behind a month says the day, whatever number ends the words before it: “… down 7.2% April 22, 2024”.
_DAY_AND_YEAR = re.compile(r"\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"[0-6]\d(?=\Z|,|\s[-–|]|\s\d{1,2}[:.]\d\d)")  # “3 May 24”, “3 May 24, 10:15”
_NEAR = 20  # characters from a month to its day


class DateWords(NamedTuple):
    months: dict[str, int]
    croatian: dict[str, int]  # what some of them are where day and year have a dot
    solar: frozenset[str]  # those that are months of the Solar Hijri calendar
    all: frozenset[str]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The words of cues/dates.toml in all spellings."""
    data = tables()["dates"]
    months, croatian, solar = (
        {form: int(number) for number, words in data[name].items() for word in words for form in _spellings(word)}
        for name in ("months", "croatian", "solar")
    )
    others = {form for name in ("weekdays", "others") for word in data[name]["words"] for form in _spellings(word)}
    months = croatian | months | solar
    return DateWords(months, croatian, frozenset(solar), frozenset(others.union(months)))


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """The names of the days of the week, also cut short, in all spellings."""
    return frozenset(form for word in tables()["dates"]["weekdays"]["words"] for form in _spellings(word))


def _spellings(word: str) -> Iterator[str]:
    """A word; with its marks as characters of their own, or as one with a letter; without accents, as in capitals."""
    apart = normalize("NFD", word)
    yield from (word, apart, apart.replace("\u09af\u09bc", "\u09df").replace("\u092b\u093c", "\u095e"))
    if len(word) > 3:
        yield normalize("NFC", _ACCENT.sub("", apart)).replace("ı", "i")


def date_share(folded: str) -> float:
    """How much of a folded line is a date: words of dates and numbers, as a share of all its words.

    0 for a line that has no digit, and for numbers alone that do not stand together as in a date or a time.

    >>> date_share("wednesday 20 november 2019 11:42"), date_share("2024-05-03 11:42"), date_share("3-2")
    (1.0, 1.0, 0.0)
    >>> date_share("pumps arrive in 2019") < 0.6
    True
    """
    if _DIGIT.search(folded) is None:
        return 0.0
    return (_share_again if len(folded) <= REMEMBERED else _share)(folded)


def _share(folded: str) -> float:
    """The same for a line that has a digit."""
    found = _TOKEN.findall(folded)
    numbers = sum(map(str.isdecimal, found))
    if numbers == len(found):
        return 1.0 if _DATE_LIKE.search(folded) else 0.0
    others = [word for word in found if not word.isdecimal() and word not in date_words().all]
    more = sum(len(word) // 2 for word in others if len(word) > 2 and UNSPACED.match(word))  # words without blanks
    return (len(found) - len(others)) / (len(found) + more)


_share_again = lru_cache(maxsize=4096)(_share)  # half a dozen rules and the headline ask about one line


def read_date(text: str) -> datetime | None:
    """The date (with the time, where given) in a line, or None. Without a zone it is naive.

    Numeric dates are read day first, unless only the other order is a date or the time is American. A line that is
    nothing but the seconds of Unix time is a date in UTC.

    >>> read_date("Wednesday 20 November 2019 11:42, UK")
    datetime.datetime(2019, 11, 20, 11, 42)
    >>> read_date("March 3, 2024 5:06 p.m.")
    datetime.datetime(2024, 3, 3, 17, 6)
    >>> read_date("3 May 24, 10:15"), read_date("3 May 24 pumps came")
    (datetime.datetime(2024, 5, 3, 10, 15), None)
    >>> read_date("3/5/2024, 9:05 AM"), read_date("03/05/2024 9:05 AM")
    (datetime.datetime(2024, 3, 5, 9, 5), datetime.datetime(2024, 5, 3, 9, 5))
    >>> read_date("Orrin Steel down 7.2% April 22, 2024")
    datetime.datetime(2024, 4, 22, 0, 0)
    >>> read_date("令和6年5月3日（金）午後5時6分"), read_date("۱۴ اردیبهشت ۱۴۰۳")
    (datetime.datetime(2024, 5, 3, 17, 6), datetime.datetime(2024, 5, 3, 0, 0))
    >>> read_date("in the spring")
    """
    if _DIGIT.search(text) is None:
        return None
    return (_date_again if len(text) <= REMEMBERED else _date)(text)


def _date(text: str) -> datetime | None:
    """The same of a line that has a digit."""
    line = fold(text)
    if not line.isascii():
        line = without_eras(_OTHER_DIGIT.sub(lambda m: str(int(m[0])), line))
    if match := _EPOCH.fullmatch(line):
        return datetime.fromtimestamp(int(match[1]), UTC)
    if match := _ISO.search(line):
        stamp = gregorian(int(match[1]), int(match[2]), int(match[3]))
        if stamp is None:
            return None
        hour, minute, second, zone = match.group(4, 5, 6, 7)
        if hour:
            stamp = at(stamp, int(hour), int(minute), int(second or 0))
            return stamp.replace(tzinfo=offset(zone)) if zone else stamp
        return with_time(stamp, line[match.end() :])
    for pattern in (_EAST, _YEAR_FIRST, _DAY_FIRST):
        if match := pattern.search(line):
            y, m, d = map(int, match.group("y", "m", "d"))
            if pattern is _DAY_FIRST and _AMERICAN.match(line, match.start()):
                m, d = d, m
            y += 2000 if y < 70 else 1900 if y < 100 else 0
            stamp = gregorian(y, m, d) or gregorian(y, d, m)
            if stamp is not None:
                in_words = _named(line) if len(match["y"]) == 2 else None  # “06.04.00” may be a time
                return in_words or with_time(stamp, line[: match.start()] + "  " + line[match.end() :])
    return _named(line)


_date_again = lru_cache(maxsize=1024)(_date)  # several rules and fields ask about one line


def _named(line: str) -> datetime | None:
    """A date with the month's name in it, of the day and the year that stand nearest to it."""
    words = date_words()
    tokens = list(_TOKEN_OR_TIME.finditer(line))
    for n, name in enumerate(tokens):
        month = words.months.get(name[0])
        if month is None:
            continue
        day = year = None
        outward = _BEHIND_FIRST if _DAY_AND_YEAR.match(line, name.end()) else _OUTWARD
        for token in (tokens[n + i] for i in outward if 0 <= n + i < len(tokens)):
            text = token[0]
            if len(text) > 4 or not text.isdecimal():
                continue
            number = int(text)
            if day is None and 1 <= number <= 31 and abs(token.start() - name.end()) < _NEAR:
                day = token
            elif year is None and (
                number in SOLAR if name[0] in words.solar else number in GREGORIAN or number in BUDDHIST
            ):
                year = token
        if day is not None and year is None and 0 < n < len(tokens) - 1 and day is tokens[n - 1]:
            year = tokens[n + 1] if _SHORT_YEAR.match(line, tokens[n + 1].start()) else None
        if day is None or year is None:
            continue
        if name[0] in words.croatian and line.startswith(".", day.end()):
            if not line.startswith(".", year.end()):
                continue
            month = words.croatian[name[0]]
        number = int(year[0])
        stamp = gregorian(number + 2000 if number < 100 else number, month, int(day[0]))
        if stamp is not None:
            last = max(year.end(), day.end(), name.end())
            return with_time(stamp, line[last:] + "  " + line[: min(day.start(), year.start())])
    return None
