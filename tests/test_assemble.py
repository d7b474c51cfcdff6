"""The article, of a page that is settled by hand: which line goes to which field."""

from __future__ import annotations

from datetime import datetime

import pytest
from steps import judged, settled, with_kinds

from newsclean import Article
from newsclean.assemble.assemble import assemble
from newsclean.page.page import Page

TITLE = "title | Flood pumps arrive in harbour town"
STORY = "| The first two pumps reached the quay on Monday, and more are on their way from the north."
EBB = ("navigation | Ebb",)
STAMP = "timestamp | 3 May 2024"
DAY = datetime(2024, 5, 3)


def page_of(*lines: str) -> Page:
    """The page of these lines, with the headline that is marked so, if one is."""
    page = settled("\n".join(lines))
    titles = [n for n, k in enumerate(page.kinds) if k.kind == "title"]
    return page._replace(title=titles[0] if titles else -1, chances=(0.9,) * len(page.blocks))


def article_of(*lines: str) -> Article:
    return assemble(page_of(*lines))


def test_every_field_of_a_text() -> None:
    """What the lines say, each in its field."""
    article = assemble(
        page_of(
            "kicker | World",
            TITLE,
            "description | Nine more are on their way.",
            "description | And a crane.",
            "byline | By Jo Doe",
            "timestamp | 3 May 2024, 5 min read",
            f"| ORRIN (Reuters) - {STORY[2:]}",
            "caption | A crane on the quay",
            "credit | Mara Lind/AP",
            STORY,
            "related | Read more: Sea wall to be raised",
        ),
        url="https://harbourpost.example/pumps",
        warnings=("it was long",),
    )
    assert article.title == "Flood pumps arrive in harbour town"
    assert (article.kicker, article.description) == ("World", "Nine more are on their way.")
    assert (article.byline, article.authors) == ("By Jo Doe", ("Jo Doe",))
    assert (article.dateline, article.agency) == ("ORRIN", "Reuters")
    assert (article.date_published, article.date_modified, article.reading_minutes) == (DAY, None, 5)
    assert (article.language, article.site_name, article.section, article.keywords) == (None, None, None, ())
    assert article.url == "https://harbourpost.example/pumps"
    assert [p.text for p in article.paragraphs] == [f"ORRIN (Reuters) - {STORY[2:]}", STORY[2:]]
    assert article.text == f"ORRIN (Reuters) - {STORY[2:]}\n\n{STORY[2:]}"
    assert all(article.source[p.start : p.end] == p.text for p in article.paragraphs)
    (figure,) = article.figures
    assert (figure.caption, figure.credit) == ("A crane on the quay", "Mara Lind/AP")
    assert (figure.photographers, figure.agencies, figure.position) == (("Mara Lind",), ("AP",), 1)
    assert [story.title for story in article.related] == ["Sea wall to be raised"]
    assert [s.kind for s in article.segments][:2] == ["kicker", "title"]
    assert all(article.source[s.start : s.end] == s.text for s in article.segments)
    assert article.segments[6].confidence == 0.85
    assert {s.reason for s in article.segments} == {
        "Told by its shape, its place and the lines around it, weighed together."
    }
    assert article.warnings == ("it was long",)
    assert (article.page_type, article.is_truncated, article.truncated_reason) == ("article", False, "")


DATA = """<html lang="en"><head><title>Pumps</title><meta property="og:site_name" content="The Harbour Post">
<link rel="canonical" href="https://harbourpost.example/data">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pumps of the data", "author": {"name":
"Mara Lind"}, "datePublished": "2024-05-01T10:00:00", "dateModified": "2024-05-02T10:00:00", "articleSection": "Town",
"keywords": ["pumps", "sea"], "description": "What the data say."}</script></head><body>"""


def test_the_data_of_an_html_page() -> None:
    """They come before what is printed, but for the standfirst and an address that is given."""
    html = f"{DATA}<h1>Pumps of the print</h1><p>By Jo Doe</p><p>4 May 2024</p><p>{STORY[2:]}</p></body></html>"
    page = judged(html, "html")
    page = with_kinds(page, ["title", "byline", "timestamp", ""])._replace(chances=(0.9,) * 4, title=0)
    article = assemble(page)
    assert (article.title, article.description) == ("Pumps of the data", "What the data say.")
    assert (article.byline, article.authors) == ("By Jo Doe", ("Mara Lind",))
    assert str(article.date_published).startswith("2024-05-01")
    assert str(article.date_modified).startswith("2024-05-02")
    assert (article.language, article.site_name, article.section) == ("en", "The Harbour Post", "Town")
    assert (article.keywords, article.url) == (("pumps", "sea"), "https://harbourpost.example/data")
    assert assemble(page._replace(address="https://a.example/")).url == "https://a.example/"
    assert assemble(page._replace(address="https://a.example/"), url="https://b.example/").url == "https://b.example/"
    standfirst = judged(html.replace("By Jo Doe", "All pumps are on their way"), "html")._replace(title=0)
    printed = with_kinds(standfirst, ["title", "description", "timestamp", ""])
    assert assemble(printed._replace(chances=(0.9,) * 4)).description == "All pumps are on their way"


@pytest.mark.parametrize(
    ("lines", "description"),
    [
        pytest.param(
            (TITLE, "description | More pumps are on their way.", STORY), "More pumps are on their way.", id="it"
        ),
        pytest.param((TITLE, "description | Who pays for the quay?", STORY), "Who pays for the quay?", id="some words"),
        pytest.param((TITLE, STORY, "description | Who pays for any of it?"), None, id="none of them, further down"),
        pytest.param((TITLE, "description | Get our news every morning free of charge.", STORY), None, id="a prompt"),
        pytest.param((TITLE, "description | 4 May 2024 Pumps, Quay, Town", STORY), None, id="a stamp"),
    ],
)
def test_what_tells_of_the_story_in_short(lines: tuple[str, ...], description: str | None) -> None:
    """It has some of the story's words; right under the headline fewer will do."""
    assert article_of(*lines).description == description


def test_an_author_is_no_kicker() -> None:
    """Nor is a sign without a letter."""
    article = article_of("kicker | Mara Lind", "kicker | ×", TITLE, "byline | By Mara Lind", STORY)
    assert (article.kicker, article.authors) == (None, ("Mara Lind",))


@pytest.mark.parametrize(
    ("lines", "kicker"),
    [
        pytest.param((TITLE, STORY), None, id="no label"),
        pytest.param(("kicker | World", "kicker | Sport", TITLE, STORY), "Sport", id="the nearest over the headline"),
        pytest.param(("kicker | World", TITLE, "kicker | Sport", STORY), "World", id="not under it"),
        pytest.param((TITLE, "kicker | World", "kicker | Sport", STORY), "World", id="under it, if none is over it"),
        pytest.param(("kicker | World", "kicker | Sport", STORY), "World", id="without a headline the first"),
        pytest.param((*(STORY,) * 5, "kicker | World"), None, id="not a label somewhere on a page without one"),
        pytest.param(("kicker | World", *(STORY,) * 5, TITLE, STORY), None, id="not one far over it"),
    ],
)
def test_the_kicker(lines: tuple[str, ...], kicker: str | None) -> None:
    """The label that stands nearest over the headline."""
    assert article_of(*lines).kicker == kicker


@pytest.mark.parametrize(
    ("lines", "is_its"),
    [
        pytest.param((STAMP, *EBB * 7, TITLE, STORY), True, id="eight lines over the headline"),
        pytest.param((STAMP, *EBB * 8, TITLE, STORY), False, id="nine"),
        pytest.param((TITLE, *EBB * 2, STAMP, STORY, *EBB * 9, STORY), True, id="under the headline"),
        pytest.param((TITLE, STORY, *EBB * 2, STAMP, *EBB * 9, STORY), True, id="three lines under the story's first"),
        pytest.param((TITLE, STORY, *EBB * 3, STAMP, *EBB * 9, STORY), False, id="four"),
        pytest.param((STORY, *EBB, TITLE, *EBB * 2, STAMP, *EBB * 9, STORY), True, id="three lines under the headline"),
        pytest.param((STORY, *EBB, TITLE, *EBB * 3, STAMP, *EBB * 9, STORY), False, id="four lines under it"),
        pytest.param((*EBB * 9, STAMP, *EBB * 7, STORY, STORY), True, id="no headline: eight lines over the story"),
        pytest.param((*EBB * 9, STAMP, *EBB * 8, STORY, STORY), False, id="no headline: nine"),
        pytest.param((TITLE, *EBB * 9, STORY, STORY, STORY, STORY, *EBB, STAMP), True, id="two lines behind the story"),
        pytest.param((TITLE, *EBB * 9, STORY, STORY, STORY, STORY, *EBB * 2, STAMP), False, id="three"),
        pytest.param((TITLE, "byline | Jo Doe, 3 May 2024", STORY), True, id="in the byline"),
        pytest.param((TITLE, "timestamp | 3 hours ago", "byline | Jo Doe, 3 May 2024", STORY), True, id="no date"),
        pytest.param((TITLE, STAMP, "byline | Jo Doe, 4 May 2024", STORY), True, id="a stamp before the byline"),
        pytest.param((TITLE, "related | 3 May 2024", STORY), False, id="of another story"),
        pytest.param(
            (TITLE, *EBB * 9, STORY, STORY, STORY, STORY, STORY, "byline | Jo, 3 May 2024"), False, id="behind"
        ),
        pytest.param((TITLE, STAMP), True, id="no story"),
        pytest.param((TITLE, STAMP, *EBB * 12, STORY, STORY), True, id="far over the story"),
    ],
)
def test_the_date(lines: tuple[str, ...], *, is_its: bool) -> None:
    """Of a stamp at the headline, else of the byline there, else of a stamp right behind the story."""
    assert article_of(*lines).date_published == (DAY if is_its else None)


@pytest.mark.parametrize(
    ("lines", "warnings"),
    [
        pytest.param((TITLE, STORY), (), id="nothing"),
        pytest.param((STORY, STORY), ("no headline was found",), id="no headline"),
        pytest.param(EBB, (), id="no story"),
    ],
)
def test_warnings(lines: tuple[str, ...], warnings: tuple[str, ...]) -> None:
    """A story without a headline is told."""
    assert article_of(*lines).warnings == warnings


def test_what_was_taken_for_the_headline_and_is_none() -> None:
    """A headline that came to be something else is no title."""
    page = page_of(TITLE, STORY)
    assert assemble(with_kinds(page, ["navigation", ""])).title is None
    assert assemble(page._replace(title=-1)).title is None


def test_a_credit_behind_a_caption_is_a_piece_of_its_own() -> None:
    """What was cut out of a block, between what is left of it and the next."""
    article = article_of(TITLE, STORY, "caption | A crane lowers a pump (left) onto the quay. (Mara Lind/AP)", STORY)
    pieces = [(s.kind, s.text) for s in article.segments]
    assert pieces[2:4] == [("caption", "A crane lowers a pump (left) onto the quay."), ("credit", "(Mara Lind/AP)")]
    assert article.segments[3].confidence == 0.95
    assert article.segments[3].evidence == "(Mara Lind/AP)"
    assert [s.start for s in article.segments] == sorted(s.start for s in article.segments)


def test_pieces_of_a_line_are_one_paragraph() -> None:
    """With what stood between them."""
    page = page_of(TITLE, STORY, STORY)
    first, second, third = page.blocks
    (paragraph,) = assemble(page._replace(blocks=(first, second, third._replace(gap=-1)))).paragraphs
    assert paragraph.text == f"{STORY[2:]} {STORY[2:]}"
    assert (paragraph.start, paragraph.end) == (second.start, third.end)


def test_a_page_that_only_tells_of_a_change_has_no_publication() -> None:
    """In HTML as in text: “Updated” says nothing of when it came out."""
    page = judged(f"<html><body><h1>Pumps</h1><p>Updated 4 May 2024</p><p>{STORY[2:]}</p></body></html>", "html")
    page = with_kinds(page, ["title", "timestamp", ""])._replace(chances=(0.9,) * 3, title=0)
    article = assemble(page)
    assert (article.date_published, article.date_modified) == (None, datetime(2024, 5, 4))
