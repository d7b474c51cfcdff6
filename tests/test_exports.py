"""An article passed on: JSON-LD in the words of schema.org, Markdown, JSON with its schema; and read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from marked import FIXTURES
from strategies import anything

from newsclean import Article, Figure, Paragraph, RelatedStory, clean_article

VOCABULARY = json.loads((Path(__file__).parent / "resources" / "schema_org.json").read_text("utf-8"))
HTML_PAGES = sorted((FIXTURES / "html").glob("*.html"))
STORY = """<article><h1>Flood pumps arrive in Harbour Town</h1><p class="byline">By Jo Doe</p>
<figure><img src="/pump (1).jpg" alt="A pump">
<figcaption>A crane lowers a pump. Photo: Mara Lind/AP</figcaption></figure>
<p>The first two pumps reached the quay on Monday, and four more are on their way from the north.</p>
<h2>What comes next</h2>
<ul><li>The wall is raised by a metre in the spring, the council said.</li>
<li>The school opens again on Thursday.</li></ul>
<blockquote>We have never seen water like this in the harbour, said the mayor on Monday.</blockquote>
<p>Nobody was hurt, the mayor said, and the school will open again on Thursday.</p>
<p>Read more: <a href="/wall">Sea wall to be raised by a metre</a></p></article>"""
PUMPS = clean_article(STORY, url="https://harbourpost.example/pumps")


def faults(value: dict[str, Any], where: str = "") -> Iterator[str]:
    """What is not of the vocabulary in this thing: its type, a property, or a value's type."""
    kind = value["@type"]
    properties = VOCABULARY.get(kind)
    if properties is None:
        yield f"{where}: no type {kind}"
        return
    for name, given_ in value.items():
        if name in ("@type", "@context"):
            continue
        if name not in properties:
            yield f"{where}{kind} has no {name}"
            continue
        for one in given_ if isinstance(given_, list) else [given_]:
            if isinstance(one, dict):
                yield from faults(one, f"{where}{kind}.{name}: ")
                is_right = one["@type"] in properties[name]
            else:
                is_right = any(is_of(one, expected) for expected in properties[name])
            if not is_right:
                yield f"{where}{kind}.{name}: expected one of {properties[name]}, got {one!r}"


def is_of(value: object, expected: str) -> bool:
    """Whether a plain value is one of schema.org's data types, in the form that it is written in."""
    if expected == "Integer":
        return isinstance(value, int)
    if not isinstance(value, str) or not value:
        return False
    if expected == "Date":
        return len(value) == len("2024-03-03") and bool(date.fromisoformat(value))
    if expected == "DateTime":
        return bool(datetime.fromisoformat(value))
    if expected == "Duration":
        return bool(re.fullmatch(r"PT\d+M", value))
    if expected == "URL":
        return not re.search(r"\s", value)
    return expected == "Text"


# schema.org


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        pytest.param({"@type": "NewsArticle", "headline": "x"}, [], id="right"),
        pytest.param({"@type": "NewsPaper"}, [": no type NewsPaper"], id="no such type"),
        pytest.param({"@type": "Person", "nam": "x"}, ["Person has no nam"], id="no such property"),
        pytest.param(
            {"@type": "NewsArticle", "wordCount": "3"},
            ["NewsArticle.wordCount: expected one of ['Integer'], got '3'"],
            id="another type of value",
        ),
        pytest.param(
            {"@type": "NewsArticle", "image": [{"@type": "ImageObject", "alt": "x"}]},
            ["NewsArticle.image: ImageObject has no alt"],
            id="inside of another",
        ),
    ],
)
def test_the_vocabulary_tells_right_from_wrong(value: dict[str, Any], fault: list[str]) -> None:
    """The check that the others rest on."""
    assert list(faults(value)) == fault


def test_all_that_is_known_is_told() -> None:
    """Each field that schema.org has a word for is told by it."""
    told = Article(
        title="Pumps", description="Nine", byline="By Jo Doe, AP", authors=("Jo Doe",), agency="AP", dateline="ORRIN",
        site_name="Harbour Post", date_published=datetime(2024, 3, 3, 14, 5), date_modified=datetime(2024, 3, 4),
        reading_minutes=4, language="en", url="https://harbourpost.example/", section="Coast", keywords=("sea", "wall"),
        text="The pumps arrived.",
        figures=(Figure(caption="A crane", credit="Mara Lind/AP", photographers=("Mara Lind",), agencies=("AP",),
                        alt="A pump", url="https://harbourpost.example/a.jpg", position=0),),
        related=(RelatedStory(title="Wall", url="https://harbourpost.example/wall", start=0, end=0),),
    ).to_schema_org()  # fmt: skip

    assert list(faults(told)) == []
    assert told == {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Pumps", "description": "Nine",
        "author": [{"@type": "Person", "name": "Jo Doe"}], "creditText": "By Jo Doe, AP",
        "sourceOrganization": {"@type": "Organization", "name": "AP"},
        "publisher": {"@type": "Organization", "name": "Harbour Post"}, "dateline": "ORRIN",
        "datePublished": "2024-03-03T14:05:00", "dateModified": "2024-03-04T00:00:00", "timeRequired": "PT4M",
        "inLanguage": "en", "url": "https://harbourpost.example/", "articleSection": "Coast",
        "keywords": ["sea", "wall"], "articleBody": "The pumps arrived.", "wordCount": 3,
        "image": [{
            "@type": "ImageObject", "contentUrl": "https://harbourpost.example/a.jpg", "caption": "A crane",
            "description": "A pump", "creditText": "Mara Lind/AP",
            "creator": [{"@type": "Person", "name": "Mara Lind"}, {"@type": "Organization", "name": "AP"}],
        }],
        "mainEntityOfPage": {"@type": "WebPage", "relatedLink": ["https://harbourpost.example/wall"]},
    }  # fmt: skip


def test_what_is_not_known_is_left_out() -> None:
    """An empty article is a NewsArticle without properties."""
    assert Article().to_schema_org() == {"@context": "https://schema.org", "@type": "NewsArticle"}


@pytest.mark.parametrize("page", [pytest.param(p, id=p.stem) for p in HTML_PAGES])
def test_any_page_is_valid(page: Path) -> None:
    """What is told of each HTML fixture is of the vocabulary, and JSON."""
    told = clean_article(page.read_bytes(), url="https://harbourpost.example/a/b").to_schema_org()

    assert list(faults(told)) == []
    assert json.loads(json.dumps(told)) == told


@given(anything)
def test_anything_is_valid(raw: str) -> None:
    """So is what is told of any page whatever."""
    article = clean_article(raw)

    assert list(faults(article.to_schema_org())) == []
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_a_page_that_tells_it_is_read_again() -> None:
    """JSON-LD put into a page gives headline, authors, dates, site, section and keywords back."""
    article = Article.model_validate(
        PUMPS.model_dump()
        | {"date_published": datetime(2024, 3, 3, 14, 5), "site_name": "Harbour Post", "section": "Coast",
           "keywords": ("sea", "wall"), "language": "en"}
    )  # fmt: skip
    data = json.dumps(article.to_schema_org()).replace("<", "\\u003c")
    again = clean_article(f'<script type="application/ld+json">{data}</script>{STORY}')

    for name in ("title", "authors", "date_published", "site_name", "section", "keywords", "language", "text"):
        assert getattr(again, name) == getattr(article, name), name


# Markdown


def test_markdown_keeps_what_the_story_is_made_of() -> None:
    """Headings, lists, quotes and pictures stand in it; nothing of an address ends it early."""
    blocks = PUMPS.to_markdown().split("\n\n")

    assert blocks == [
        "# Flood pumps arrive in Harbour Town",
        "By Jo Doe",
        "![A pump](https://harbourpost.example/pump%20%281%29.jpg)\n*A crane lowers a pump. (Mara Lind/AP)*",
        "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
        "## What comes next",
        "- The wall is raised by a metre in the spring, the council said.\n- The school opens again on Thursday.",
        "> We have never seen water like this in the harbour, said the mayor on Monday.",
        "Nobody was hurt, the mayor said, and the school will open again on Thursday.",
    ]


def test_markdown_is_read_again() -> None:
    """The Markdown of an article gives its story back, with kinds, title, picture and caption."""
    again = clean_article(PUMPS.to_markdown(), form="markdown")

    assert (again.title, again.authors) == (PUMPS.title, PUMPS.authors)
    assert [p.kind for p in again.paragraphs] == [p.kind for p in PUMPS.paragraphs]
    assert [p.text.removeprefix("- ") for p in again.paragraphs] == [p.text for p in PUMPS.paragraphs]
    assert {(f.caption, f.credit) for f in PUMPS.figures} <= {(f.caption, f.credit) for f in again.figures}
    assert {f.url for f in again.figures} - {None} == {"https://harbourpost.example/pump%20%281%29.jpg"}


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        pytest.param(["a\tb", "1\t2"], "| a | b |\n| --- | --- |\n| 1 | 2 |", id="even"),
        pytest.param(["a", "1\t2"], "| a |  |\n| --- | --- |\n| 1 | 2 |", id="a short row"),
        pytest.param(["a|b\t*", "1\t2"], "| a\\|b | \\* |\n| --- | --- |\n| 1 | 2 |", id="marks in a cell"),
    ],
)
def test_markdown_of_a_table(rows: list[str], table: str) -> None:
    """A table has as many cells in each row, and a row that says so."""
    at = 0
    paragraphs = []
    for row in rows:
        paragraphs.append(Paragraph(kind="table", text=row, start=at, end=at + len(row)))
        at += len(row) + 1

    assert Article(paragraphs=tuple(paragraphs)).to_markdown() == table


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:image/png;base64,x", "java\tscript:x"])
def test_markdown_has_only_addresses_of_pages(address: str) -> None:
    """A picture whose address would be run is a caption."""
    figure = Figure(caption="A crane", alt="A pump", url=address, position=0)

    assert Article(figures=(figure,)).to_markdown() == "*A crane*"


# JSON


def test_the_schema_describes_the_record() -> None:
    """The JSON Schema has every field of an article's JSON, and no other is allowed."""
    schema = Article.model_json_schema()

    assert set(schema["properties"]) == set(PUMPS.model_dump(mode="json"))
    assert schema["additionalProperties"] is False
    assert json.loads(json.dumps(schema)) == schema
