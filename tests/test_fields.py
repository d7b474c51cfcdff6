"""What is taken out comes back as data: bylines as names, timestamps as dates, credits as people and agencies."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsclean import Article, clean_article
from newsclean.press.makers import makers

HEADLINE = "Flood pumps arrive in harbour town"
STORY = """The first two pumps reached the quay on Monday, and more are on their way from the north.

The mayor said that the second wall would be ready before the storms of the next winter.

Nobody was hurt, the mayor said on Monday evening, and the school will open again on Thursday."""


def page_with(*lines: str) -> Article:
    return clean_article("\n\n".join([HEADLINE, HEADLINE.lower().replace(" ", "-"), *lines, STORY]))


# Fields of a record over and behind a text


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"Title: {HEADLINE}\nAuthor: Jo Doe\nDate: 2026-05-03", id="a scraper's"),
        pytest.param(f"HEADLINE: {HEADLINE}\nBYLINE: Jo Doe\nDATE: May 3, 2026", id="in capitals"),
        pytest.param(f"Titel: {HEADLINE}\nAutor: Jo Doe\nDatum: 3. Mai 2026", id="German"),
        pytest.param(f"标题：{HEADLINE}\n作者：Jo Doe\n时间：2026-05-03", id="Chinese"),
        pytest.param(
            f"{HEADLINE}\nHarbour Post\nMay 3, 2026\nLength: 312 words\nByline: Jo Doe\nBody", id="an archive's"
        ),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\n\n"])
def test_fields_over_a_text(head: str, ends: str) -> None:
    """Their labels are no part of what they hold."""
    article = clean_article(f"{head}\n\n{STORY}\n\nLoad-Date: May 4, 2026\n\nEnd of Document".replace("\n", ends))

    assert article.title == HEADLINE
    assert article.authors == ("Jo Doe",)
    assert str(article.date_published)[:10] == "2026-05-03"
    assert article.text == STORY


@pytest.mark.parametrize(
    "title", ["Title: how Orrin won the cup", "Headline: a life in print", "Title fight: Orrin wins"]
)
def test_a_headline_with_a_colon(title: str) -> None:
    """Without other fields under it a label may be the headline's own word."""
    assert clean_article(f"{title}\n\nBy Jo Doe\n\n{STORY}").title == title


def test_json_is_said_to_be_some() -> None:
    """A record with a text in one of its fields is read as it stands, with a warning."""
    article = clean_article('{"title": "Pumps arrive", "text": "The first two pumps reached the quay on Monday."}')

    assert "this is JSON, not a page: give the field that holds one" in article.warnings


# Bylines


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the pumps had come",
        "Associated Press",
        "Written by hand",
        "Von Montag an",
        "Par temps de pluie",
        "記者会見",
    ],
)
def test_no_name_is_made_up(line: str) -> None:
    """A line that only opens like a byline gives no author."""
    assert page_with(line).authors == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Doe, Mara Lind and Tom Rees in Rome", ("Jo Doe", "Mara Lind", "Tom Rees")),
        ("By JO DOE | The Harbour Post", ("JO DOE",)),
        ("By Jo Doe and AP", ("Jo Doe",)),
        ("Jo Doe, Staff Writer", ("Jo Doe",)),
        ("Jo Doe Lifestyle Writer", ("Jo Doe",)),
        ("3 May 2024 by Jo Doe", ("Jo Doe",)),
        ("Von Anna Berg und Max Klein, Hafenstadt", ("Anna Berg", "Max Klein")),
        ("Das Gespräch führte Anna Berg.", ("Anna Berg",)),
        ("Par Anne Petit et Luc Roy, à Port-Ville", ("Anne Petit", "Luc Roy")),
        ("Por María Puerto y Juan Mar", ("María Puerto", "Juan Mar")),
        ("Di Marco Onda", ("Marco Onda",)),
        ("Door Piet Haven", ("Piet Haven",)),
        ("Af Mette Havn", ("Mette Havn",)),
        ("Tekst: Kari Havn", ("Kari Havn",)),
        ("Автор: Иван Портов", ("Иван Портов",)),
        ("Yazan: Ayşe Liman", ("Ayşe Liman",)),
        ("Oleh: Budi Laut", ("Budi Laut",)),
        ("بقلم: أحمد البحري", ("أحمد البحري",)),
        ("文／港太郎", ("港太郎",)),
        ("投稿者：港太郎", ("港太郎",)),
        ("记者：王小港 时间：2024-05-03", ("王小港",)),
        ("Erstellt von Anna Berg", ("Anna Berg",)),
        ("Gepostet von Anna Berg am 3. Mai 2024", ("Anna Berg",)),
        ("Interview: Anna Berg", ("Anna Berg",)),
        ("Analyse par Anne Petit", ("Anne Petit",)),
        ("Guide by Jo Doe", ("Jo Doe",)),
        ("Jo DoeLifestyle Writer", ("Jo Doe",)),
        ("記者 王小港", ("王小港",)),
        ("김항구 기자", ("김항구",)),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    """The names of a byline, without what it opens with, places, roles and agencies."""
    assert page_with(line, "3 May 2024").authors == names


# Timestamps


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Wednesday 20 November 2019 11:42", datetime(2019, 11, 20, 11, 42), None),
        ("Published: 3 May 2024 Updated: 4 May 2024", datetime(2024, 5, 3), datetime(2024, 5, 4)),
        ("Aktualisiert am 07.01.2026 - 18:50 Uhr", None, datetime(2026, 1, 7, 18, 50)),
        ("Publié le 3 mai 2024, mis à jour le 4 mai 2024", datetime(2024, 5, 3), datetime(2024, 5, 4)),
        ("02/12/2024 Actualizado a las 20:56h", datetime(2024, 12, 2), datetime(2024, 12, 2, 20, 56)),
        ("Обновлено: 4 мая 2024", None, datetime(2024, 5, 4)),
        ("Updated May 4, 2024", None, datetime(2024, 5, 4)),
        ("公開日:2024年5月3日 更新日:2024年5月4日", datetime(2024, 5, 3), datetime(2024, 5, 4)),
    ],
)
def test_a_timestamp_gives_its_dates(line: str, published: datetime | None, modified: datetime | None) -> None:
    """When it was published, and when changed, in the words of the page's language."""
    article = page_with(line)

    assert (article.date_published, article.date_modified) == (published, modified)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("2 min ago", None),
        ("3 May 2024", None),
        ("5 min read", 5),
        ("Lesedauer: 4 Min.", 4),
        ("Temps de lecture : 3 min", 3),
        ("Tiempo de lectura: 6 min", 6),
        ("Leestijd 2 minuten", 2),
    ],
)
def test_a_reading_time_gives_its_minutes(line: str, minutes: int | None) -> None:
    """The time that the page says it takes to read it."""
    assert page_with(line).reading_minutes == minutes


# Credits


@pytest.mark.parametrize(
    ("credit", "photographers", "agencies"),
    [
        ("Handout", (), ()),
        ("Jo Doe", ("Jo Doe",), ()),
        ("Jo Doe/AP", ("Jo Doe",), ("AP",)),
        ("AP Photo/Jo Doe", ("Jo Doe",), ("AP Photo",)),
        ("Jo Doe and Mara Lind/AP via Getty Images", ("Jo Doe", "Mara Lind"), ("AP", "Getty Images")),
        ("KCNA VIA KNS/AFP via Getty Images", (), ("KCNA", "KNS", "AFP", "Getty Images")),
        ("Jo Doe for The Harbour Post", ("Jo Doe",), ("The Harbour Post",)),
        ("picture alliance/dpa | Jo Doe", ("Jo Doe",), ("picture alliance", "dpa")),
        ("Ministry of Public Works", (), ("Ministry of Public Works",)),
        ("Museum of Seafaring", (), ("Museum of Seafaring",)),
        ("Harbour Look Press via Getty Images", (), ("Harbour Look Press", "Getty Images")),
        ("Courtesy of Jo Doe", ("Jo Doe",), ()),
        ("Jo Doe of The Tide", ("Jo Doe",), ("The Tide",)),
        ("AP/HNA Photo Jo Doe", ("Jo Doe",), ("AP", "HNA")),
        ("News1 이두리 기자", ("이두리",), ("News1",)),
        ("(오린시청 제공)/뉴스1", (), ("오린시청", "뉴스1")),
        ("Jo Doe’s Harbour Diary", (), ()),
    ],
)
def test_a_credit_gives_people_and_agencies(
    credit: str, photographers: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    """Who took the picture, and who gave it."""
    assert makers(credit) == (photographers, agencies)


def test_a_figure_has_them() -> None:
    """The credit behind a caption, in its parts."""
    figure = page_with("A crane lowers a pump (left) onto the quay. (Jo Doe/AP)").figures[0]

    assert figure.caption == "A crane lowers a pump (left) onto the quay."
    assert (figure.credit, figure.photographers, figure.agencies) == ("Jo Doe/AP", ("Jo Doe",), ("AP",))
