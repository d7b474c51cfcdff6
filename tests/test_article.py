"""What users hold: frozen, plain as data, safe in a notebook; and what a page that is hardly one gives."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from marked import FIXTURES, MarkedPage, fixtures, load
from pydantic import ValidationError
from strategies import pages

from newsclean import Article, Figure, Paragraph, RelatedStory, Segment, clean_article
from newsclean.article.explain import unmarked
from newsclean.article.kinds import TEXT_KINDS
from newsclean.record import json_record

PAGE = load(FIXTURES / "pages" / "drone-factory.marked")
PARAGRAPH = (
    "The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them, "
    "because the river had risen by a metre in the night."
)


@pytest.fixture(scope="module")
def article() -> Article:
    return clean_article(PAGE.source, url="https://harbourpost.example/drones")


def test_articles_can_be_put_into_sets() -> None:
    """An Article is hashable, as its parts are: equal pages are one."""
    assert len({clean_article(PARAGRAPH), clean_article(PARAGRAPH)}) == 1


# Wrong use


@pytest.mark.parametrize("raw", [None, 3, 3.5, ["a page"], bytearray(b"a page"), object()])
def test_wrong_use_says_what_was_expected(raw: object) -> None:
    """What is no str and no bytes is a TypeError that names both, and what was given."""
    with pytest.raises(TypeError, match=rf"raw: expected str or bytes, got {type(raw).__name__}"):
        clean_article(raw)  # type: ignore[arg-type]  # wrong use is what is tested


# Pages that are hardly pages


@pytest.mark.parametrize(
    "raw", ["", " ", "\n\n\t\r\n", "\u3000\u00a0", "\x85\f", b"", b"\xef\xbb\xbf", b" \n"], ids=ascii
)
def test_an_empty_page_is_an_empty_article_with_a_warning(raw: str | bytes) -> None:
    """Blanks of any kind are an article without anything, and a warning says so."""
    a = clean_article(raw)

    assert (a.text, a.title, a.paragraphs, a.segments, a.removed) == ("", None, (), (), ())
    assert a.page_type == "empty"
    assert "the page is empty" in a.warnings


def test_one_paragraph_is_a_story() -> None:
    """A paragraph alone is kept as it is."""
    a = clean_article(PARAGRAPH)

    assert a.text == PARAGRAPH
    assert a.page_type == "article"
    assert a.removed == ()


@pytest.mark.parametrize(
    "nasty",
    [
        pytest.param("\u200b", id="zero-width space"),
        pytest.param("\u00ad", id="soft hyphen"),
        pytest.param("\u00a0", id="no-break space"),
        pytest.param("\u3000", id="ideographic space"),
        pytest.param("\u202e", id="right-to-left override"),
        pytest.param("\0", id="NUL"),
        pytest.param("\ufffd", id="replacement character"),
        pytest.param("\ufeff", id="byte order mark"),
        pytest.param("e\u0301", id="combining accent"),
        pytest.param("İ", id="a letter whose lower case is two"),
        pytest.param("ﬁ", id="ligature"),
        pytest.param("💧", id="beyond the basic plane"),
    ],
)
def test_an_odd_character_stays_where_it_is(nasty: str) -> None:
    """Inside a word of the story an odd character is kept, and all places after it are exact."""
    odd = PARAGRAPH.replace("quay", f"qu{nasty}ay")
    source = PAGE.source.replace("\n\n", f"\n\n{odd}\n\n", 8)
    a = clean_article(source)

    assert a.source == source
    assert all(a.source[s.start : s.end] == s.text for s in a.segments)
    assert odd in clean_article(f"{odd}\n\n{PARAGRAPH[:60]} and so on.").text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\x85", "\f", "\v", "\u2028", "\u2029", "\x1e"], ids=ascii)
def test_every_line_break_is_one(line_break: str) -> None:
    """A page with line breaks of another kind has the same story and the same title."""
    other = clean_article(PAGE.source.replace("\n", line_break))

    assert squeezed(other.text) == squeezed(clean_article(PAGE.source).text)
    assert all(other.source[s.start : s.end] == s.text for s in other.segments)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_lone_surrogates_are_replaced_with_a_warning() -> None:
    """A lone surrogate, which no file can hold, becomes U+FFFD in its place."""
    a = clean_article(PARAGRAPH.replace("quay", "qu\ud800y"))

    assert a.source == PARAGRAPH.replace("quay", "qu\ufffdy")
    assert any("surrogate" in warning for warning in a.warnings)


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
    ],
)
def test_bytes_are_read_by_their_byte_order_mark(encoding: str, bom: bytes) -> None:
    """Bytes with a byte order mark, or in UTF-8, give what the text gives."""
    assert clean_article(bom + PAGE.source.encode(encoding)) == clean_article(PAGE.source)


def test_bytes_that_are_not_utf8_are_read_as_windows_1252() -> None:
    """Bytes that are not UTF-8 are read as Windows-1252, and a warning says so."""
    a = clean_article("“Für uns”, sagte sie.".encode("cp1252"))

    assert a.source == "“Für uns”, sagte sie."
    assert "not UTF-8: read as Windows-1252" in a.warnings


# What an article is


def test_an_article_is_frozen(article: Article) -> None:
    """No field of an article or of its parts can be set."""
    for value in (article, article.paragraphs[0], article.figures[0], article.related[0], article.segments[0]):
        for name in type(value).model_fields:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(value, name, None)


@pytest.mark.parametrize("model", [Article, Paragraph, Figure, RelatedStory, Segment])
def test_no_field_is_unknown(model: type[Article]) -> None:
    """A misspelt field is an error, not a silence."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({"titel": "x", "start": 0, "end": 1})


def test_the_text_is_its_paragraphs(article: Article) -> None:
    """`text` is the paragraphs' texts with a blank line between them."""
    assert article.text == "\n\n".join(p.text for p in article.paragraphs)
    assert len(article.paragraphs) > 5


def test_what_was_removed_is_every_segment_outside_the_text(article: Article) -> None:
    """`removed` is the segments whose kind is not one of the text's, in order."""
    assert article.removed == tuple(s for s in article.segments if s.kind not in TEXT_KINDS)
    assert len(article.removed) > 5


def test_every_segment_says_why(article: Article) -> None:
    """A segment that is not in the text has a rule and its reason."""
    assert [s for s in article.removed if not s.rule or not s.reason] == []


def test_the_address_is_the_callers(article: Article) -> None:
    """`url` is what the caller gave."""
    assert article.url == "https://harbourpost.example/drones"


def test_a_record_is_plain_data(article: Article) -> None:
    """`to_record()` holds nothing but dates that JSON cannot, and gives the article again."""
    record = json_record(article.to_record())

    assert json.loads(json.dumps(record)) == record
    assert Article.from_record(record) == article


def test_the_pattern_that_started_it(article: Article) -> None:
    """The first fixture comes out whole: headline, figures with caption, credit and alt, two related stories."""
    assert article.title == "Norvay leader Halden opens plant to build mail drones by the thousand, NTA says"
    assert [s.kind for s in article.segments if s.kind in {"promo", "share", "other"}] == []
    assert [(f.credit, bool(f.caption), bool(f.alt)) for f in article.figures] == [
        ("NTA VIA KNS/AFP via Getty Images", True, True)
    ] * 3
    assert [r.title for r in article.related] == [
        "‘Harbour Lights’ singer Pia Torv proves she can skate: ‘I only fell twice’",
        "How goalkeeper Sten Ravn began his second life as a baker",
    ]


# The page explained


@pytest.mark.parametrize("page", [pytest.param(p, id=p.name) for f in ("spared", "pages") for p in fixtures(f)])
def test_a_marked_fixture_is_the_fixture_again(page: MarkedPage) -> None:
    """What explain() prints of a fixture gives the fixture's source back, to the character."""
    assert unmarked(clean_article(page.source).explain()) == page.source


@given(pages)
@example(f"{PARAGRAPH}\n\nA crane lowers the pump on June 28 in Harbour Town. \\(Photo by Jo Doe/Getty Images)\n")
@example("⟦a⟧ \\⟦b\\⟧\n \n| c\n# d\r\n\x85")
def test_a_marked_page_is_the_page_again(raw: str) -> None:
    """What explain() prints of any page gives its source back, to the character."""
    a = clean_article(raw)

    assert unmarked(a.explain()) == a.source


def test_explain_reads_like_a_fixture() -> None:
    """The margin of the first fixture is what explain() prints, line for line."""
    fixture = (FIXTURES / "pages" / "drone-factory.marked").read_text("utf-8").splitlines()

    assert clean_article(PAGE.source).explain().splitlines() == [line for line in fixture if not line.startswith("#")]
