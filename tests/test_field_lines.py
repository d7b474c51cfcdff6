"""One line more on a page, in many languages: what fields it gives in every form, and which it must not give."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from newsclean import Article, clean_article
from newsclean.read.read import Form

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "resources" / "field_lines.toml").read_text("utf-8"))
ABOUT_ITSELF = frozenset(("about", "language", "place", "line"))


def pages(row: dict[str, Any]) -> Iterator[tuple[Form, str]]:
    """The page of a row as text, as text without blank lines, as Markdown and as HTML."""
    story = CASES["stories"][row["language"]]
    headline, paragraphs, line = story["headline"], story["paragraphs"], row["line"]
    at = {"under": 0, "amid": 2, "behind": len(paragraphs)}[row["place"]]
    below = [*paragraphs[:at], line, *paragraphs[at:]]
    yield "text", "\n\n".join([headline, *below])
    yield "text", "\n".join([headline, *below])
    yield "markdown", "\n\n".join([f"# {headline}", *below])
    figure = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>"
    tags = [figure if text == line and row["about"] == "caption" else "<p>{}</p>" for text in below]
    body = "".join([tag.format(text) for tag, text in zip(tags, below, strict=True)])
    yield "html", f"<article><h1>{headline}</h1>{body}</article>"


def said(article: Article, field: str) -> object:
    """What an article says of one field of a row, "" for nothing."""
    first = {
        "published": article.date_published and article.date_published.date().isoformat(),
        "modified": article.date_modified and article.date_modified.date().isoformat(),
        "authors": list(article.authors),
        "dateline": article.dateline,
        "agency": article.agency,
        "is_truncated": article.is_truncated,
        "caption": " / ".join(figure.caption or "" for figure in article.figures),
        "credit": " / ".join(figure.credit or "" for figure in article.figures),
        "related": " / ".join(story.title for story in article.related),
        "lead_in": " / ".join(story.lead_in or "" for story in article.related),
    }[field]
    return "" if first is None else first


def test_the_forms_are_known() -> None:
    """The forms that the pages are written in are forms that there are."""
    assert {form for row in CASES["lines"][:1] for form, _ in pages(row)} <= set(get_args(Form))


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{row['about']}-{n}-{row['language']}") for n, row in enumerate(CASES["lines"])]
)
def test_a_line_gives_its_fields(row: dict[str, Any]) -> None:
    """Each form of the page gives what the row says, and no paragraph of the story is lost."""
    expected = {field: value for field, value in row.items() if field not in ABOUT_ITSELF}
    for form, raw in pages(row):
        article = clean_article(raw, form=form)
        assert {field: said(article, field) for field in expected} == expected
        assert [p for p in CASES["stories"][row["language"]]["paragraphs"] if p not in article.text] == []
