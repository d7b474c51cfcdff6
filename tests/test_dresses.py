"""The same page in another dress: what a scraper writes around and between the lines changes nothing of the story.

Blank lines, indents and line ends are form: every fixture must come out the same. What a site adds (a menu, a share
bar, a prompt amid) is furniture: the story, its figures and its related stories must come out the same; NOT_YET names
the pages where they do not, by what was added, and only ever gets shorter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import NamedTuple

import pytest
from marked import MarkedPage, fixtures

from newsclean import Article, clean_article
from newsclean.phrases.lexicon import lexicon
from newsclean.read.text.text import read_text

Dress = Callable[[str], str]

PAGES = {page.name: page for page in fixtures("pages")}
WORN = (
    "drone-factory", "clock-tower", "de-hafenbahn", "es-puente", "fog-horn", "fr-phare", "garden-show",
    "hospital-wing", "mine-licence", "museum-night", "pt-biblioteca-barco", "stadium-lights", "zh-deng-ta",
)  # fmt: skip
FORM_IS_ALL = ("oneline-bakery", "wrapped-telex")  # their line ends are their form


class Facts(NamedTuple):
    paragraphs: tuple[str, ...]
    figures: tuple[tuple[str | None, str | None], ...]
    related: tuple[str, ...]


def facts(article: Article) -> Facts:
    return Facts(
        tuple(p.text for p in article.paragraphs),
        tuple((f.caption, f.credit) for f in article.figures),
        tuple(story.title for story in article.related),
    )


def lines(raw: str) -> list[str]:
    return [line for line in raw.split("\n") if line.strip()]


def is_slug(line: str) -> bool:
    return line.count("-") > 3 and " " not in line.strip()


def amid(*added: str) -> Dress:
    """Lines, a blank line apart, in the middle of the page, between two of its parts."""

    def dress(raw: str) -> str:
        parts = re.split(r"\n[ \t]*\n", raw.strip())
        middle = len(parts) // 2
        return "\n\n".join([*parts[:middle], *added, *parts[middle:]])

    return dress


FORMS: Mapping[str, Dress] = {
    "no blank lines": lambda raw: "\n".join(lines(raw)),
    "two blank lines": lambda raw: re.sub(r"\n\n+", "\n\n\n", raw),
    "three blank lines": lambda raw: re.sub(r"\n\n+", "\n\n\n\n", raw),
    "indented": lambda raw: re.sub(r"^(?=.)", "   ", raw, flags=re.MULTILINE),
    "tabs": lambda raw: re.sub(r"^(?=.)", "\t", raw, flags=re.MULTILINE),
    "CRLF": lambda raw: raw.replace("\n", "\r\n"),
    "trailing blanks": lambda raw: raw.replace("\n", "  \n"),
    "blanks on blank lines": lambda raw: raw.replace("\n\n", "\n \t\n"),
}


def wrapped(raw: str) -> str:
    """As mailers and text browsers write it."""
    return "\n".join(
        line if len(line) <= WIDTH else "\n".join(wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False))
        for line in raw.split("\n")
    )


WIDTH = 72
# Pages of which only one or two lines are longer, and of scripts without capitals, which tell where sentences go on.
TOO_FEW_WRAPPED = frozenset((
    "comments-counted", "drone-factory", "he-shaon", "ko-beoseu", "list-under-colon", "pl-poczta", "share-codes",
    "th-nalika", "underlined-title", "zh-deng-ta",
))  # fmt: skip
ADDED: Mapping[str, Dress] = {
    "without slugs": lambda raw: "\n".join(line for line in raw.split("\n") if not is_slug(line)),
    "without slugs and blank lines": lambda raw: "\n".join(line for line in lines(raw) if not is_slug(line)),
    "advertisements": lambda raw: "\n\n".join(x for line in lines(raw) for x in (line, "Advertisement")),
    "share bar amid": amid("Share this article", "Facebook", "Twitter", "Copy Link"),
    "teaser amid": amid("Read more: Sea wall to be raised by a metre"),
    "prompt amid": amid("Sign up for our daily newsletter and get the best stories in your inbox every morning."),
    "menu": lambda raw: f"Home\nNews\nSports\nOpinion\nWeather\nLog in\nSubscribe\n\n{raw}",
    "footer": lambda raw: f"{raw}\n\n© 2024 The Harbour Post. All rights reserved.\n\nPrivacy policy\n\nTerms of use",
    "teasers first": lambda raw: f"Read more: Sea wall to be raised by a metre\n\nRelated: A seal at work\n\n{raw}",
}
# What settle makes of it, which looks at neighbours (the line behind a credit, under a list's title, between two of the
# story's): an advertisement between all lines parts every caption from its alternative text.
NOT_YET: Mapping[str, frozenset[str]] = {
    "without slugs": frozenset(("fog-horn", "drone-factory", "stadium-lights")),
    "without slugs and blank lines": frozenset(("drone-factory", "fog-horn", "stadium-lights")),
    "advertisements": frozenset(WORN),
    "site's name behind the title": frozenset(("zh-deng-ta",)),
}
# A fixture whose blank lines part some of its lines and not others: without them it is another page.
MIXED = frozenset(("ru-muzej-zvukov", "underlined-title", "ferry-timetable"))


def _pairs(dresses: Mapping[str, Dress], names: tuple[str, ...], but: Mapping[str, frozenset[str]]) -> list[object]:
    return [
        pytest.param(PAGES[name], dress, id=f"{name}-{way}")
        for way, dress in dresses.items()
        for name in names
        if name not in but.get(way, ())
    ]


@pytest.mark.parametrize(
    ("page", "dress"),
    _pairs(FORMS, tuple(n for n in PAGES if n not in FORM_IS_ALL), {"no blank lines": MIXED}),
)
def test_form_changes_nothing(page: MarkedPage, dress: Dress) -> None:
    """Blank lines, indents and line ends: all of the article is the same."""
    plain, dressed = clean_article(page.source), clean_article(dress(page.source))

    assert facts(dressed) == facts(plain)
    assert dressed.title == plain.title


@pytest.mark.parametrize("name", [name for name in PAGES if name not in {*FORM_IS_ALL, *TOO_FEW_WRAPPED}])
def test_wrapped_lines_change_nothing(name: str) -> None:
    """A paragraph in several lines is one."""
    plain, dressed = clean_article(PAGES[name].source), clean_article(wrapped(PAGES[name].source))

    assert facts(dressed) == facts(plain)
    assert dressed.title == plain.title


@pytest.mark.parametrize(("page", "dress"), _pairs(ADDED, WORN, NOT_YET))
def test_what_a_site_adds_changes_nothing(page: MarkedPage, dress: Dress) -> None:
    """Furniture around and between: story and figures are the same, and every related story is there."""
    plain, dressed = facts(clean_article(page.source)), facts(clean_article(dress(page.source)))

    assert dressed.paragraphs == plain.paragraphs
    assert dressed.figures == plain.figures
    assert set(plain.related) <= set(dressed.related)


LANGUAGES = (
    "ar-makhbaz", "bn-kheyaghat", "el-elies", "fa-saat", "he-shaon", "hi-pustak-thela", "id-perahu-sekolah",
    "ja-tomaru-eki", "ko-beoseu", "pl-poczta", "ru-muzej-zvukov", "ta-kadikaram", "th-nalika", "ur-ghari", "vi-dong-ho",
    "zh-deng-ta",
)  # fmt: skip


# A dateline that ends like a sentence right behind a credit: “फोटो: पीटीआई सुखवाड़ी, एजेंसी।”; a standfirst with the date
# behind it, which stays where it is a line, and goes, named, where it is a piece.
GOES_IN_ONE_LINE = ("hi-pustak-thela", "ar-makhbaz")


@pytest.mark.parametrize("name", [name for name in LANGUAGES if name not in GOES_IN_ONE_LINE])
def test_in_one_line_no_sentence_is_lost(name: str) -> None:
    """Of a page in any script, as a column of a table holds it."""
    source = PAGES[name].source
    text = " ".join(clean_article(" ".join(source.split())).text.split())
    sentences = [s for p in clean_article(source).paragraphs for s in re.split(r"(?<=[.!?।。۔])\s+", p.text)]

    assert [s for s in sentences if " ".join(s.split()) not in text] == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_mark_of_headings_is_not_of_the_title(name: str) -> None:
    """One “#” does not make Markdown of a text; the title goes without it."""
    source = PAGES[name].source
    plain = clean_article(source)
    assert plain.title
    marked = clean_article(re.sub(rf"(?m)^(?={re.escape(plain.title)}$)", "# ", source, count=1))

    assert marked.title == plain.title
    assert facts(marked) == facts(plain)


@pytest.mark.parametrize("name", WORN)
def test_a_title_may_be_in_capitals(name: str) -> None:
    """The title in capitals is the title, and the story is the same."""
    source = PAGES[name].source
    plain = clean_article(source)
    assert plain.title
    capitals = clean_article(source.replace(plain.title, plain.title.upper()))

    assert capitals.title == plain.title.upper()
    assert facts(capitals).paragraphs == facts(plain).paragraphs


@pytest.mark.parametrize("name", [n for n in WORN if n not in NOT_YET["site's name behind the title"]])
def test_a_title_may_carry_its_site(name: str) -> None:
    """The site's name behind the title changes nothing of the story."""
    source = PAGES[name].source
    plain = clean_article(source)
    assert plain.title
    suffixed = clean_article(source.replace(plain.title, f"{plain.title} | The Harbour Post", 1))

    assert facts(suffixed) == facts(plain)


TOWNS = "Aldmere\nOrrin\nHarbour Town\nSundholt\nSkarn\nFerry Row\nNorth Pier\nMill Lane\nThe Mole\nQuay End\nSaltby"
PARAGRAPH = "The first two pumps reached the quay on Monday, and four more are on their way from the north, she said."


@pytest.mark.parametrize(
    ("raw", "gaps"),
    [
        pytest.param(f"{TOWNS}\n{PARAGRAPH}\n{PARAGRAPH}", {0}, id="a menu over the story keeps its gaps"),
        pytest.param(f"{PARAGRAPH}\n{PARAGRAPH}\n{TOWNS}", {0}, id="a footer keeps its gaps"),
        pytest.param(TOWNS, {0}, id="a list or poem of short lines keeps its gaps"),
        pytest.param(f"{PARAGRAPH}\n{PARAGRAPH}\n\n{PARAGRAPH}", {0, 1}, id="blank lines that part some lines stay"),
        pytest.param(f"{PARAGRAPH}\n{TOWNS}\n{PARAGRAPH}", {1}, id="a list between two paragraphs is of the story"),
        pytest.param(f"{PARAGRAPH}\nNobody was hurt.\n{PARAGRAPH}", {1}, id="paragraphs without blank lines"),
        pytest.param(f"{PARAGRAPH}\n\n\n{PARAGRAPH}\n\n\n\n{PARAGRAPH}", {1, 2}, id="the least gap is one"),
    ],
)
def test_gaps_of_a_text(raw: str, gaps: set[int]) -> None:
    """Which gaps the lines of a text have, after the first."""
    assert {b.gap for b in read_text(raw, lexicon())[1:]} == gaps


def test_whole_lines_are_not_joined() -> None:
    """In a text of a paragraph a line, a line that begins with a small letter is a line by itself."""
    head = ["Pumps arrive in Harbour Town, and they are late", "pumps-arrive-in-harbour-town-and-they-are-late"]
    raw = "\n".join([*head, *[PARAGRAPH, f"{PARAGRAPH} {PARAGRAPH}"] * 10])

    assert len(read_text(raw, lexicon())) == 22
