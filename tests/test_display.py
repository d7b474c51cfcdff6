"""What an article shows of itself: in a notebook, as a page of its own, and in a terminal."""

from __future__ import annotations

import io
import re
import sys
import webbrowser
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from marked import FIXTURES
from strategies import anything

from newsclean import Article, Figure, Paragraph, RelatedStory, Segment, clean_article
from newsclean.article.kinds import TEXT_KINDS, TextKind
from newsclean.article.show.segments import summed
from newsclean.article.show.style import HUES, style
from newsclean.article.show.terminal import columns_of, for_terminal, wrapped
from newsclean.cli import main

PAGE = FIXTURES / "raw" / "drone-factory.txt"
ARTICLE = clean_article(PAGE.read_bytes())
PUMPS = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


def article(*paragraphs: tuple[TextKind, str], **fields: object) -> Article:
    """An article of these paragraphs, line under line."""
    values, at = [], 0
    for kind, text in paragraphs:
        values.append(Paragraph(text=text, kind=kind, start=at, end=at + len(text)))
        at += len(text) + 1
    return Article.model_validate({"paragraphs": tuple(values), **fields})


def segment(kind: str, text: str, start: int = 0, **fields: object) -> Segment:
    """A piece with a rule, a reason and evidence of its own."""
    values = {"kind": kind, "text": text, "start": start, "end": start + len(text)}
    why = {"rule": "rulebook.phrase", "reason": "A phrase of your own.", "evidence": f"evidence of {text}"}
    return Segment.model_validate(values | why | fields)


class Tags(HTMLParser):
    """The tags of a piece of HTML, their attributes, and its text outside of the style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("br", "input", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


TAGS = frozenset(
    "a b bdi blockquote br code details div fieldset figcaption figure h3 h4 input label legend li p span style "
    "summary table td time tr ul".split()
)
ATTRIBUTES = frozenset("class datetime dir hidden href lang rel role tabindex target type".split())


# Nothing of the page is code


HOSTILE = "<script>alert('x')</script>"


@pytest.mark.parametrize("place", [HOSTILE, "<img src=x onerror=alert(1)>", "' onmouseover='alert(1)", '" autofocus="'])
def test_a_notebook_shows_no_page_as_code(place: str) -> None:
    """Whatever stands on a page, in a notebook it is text."""
    headline = f"Flood pumps {place} arrive in harbour town"
    page = "\n\n".join(
        [
            headline, headline.upper(), f"A crane {place} lowers a pump. Photo: Jo Doe/AP", f"{PUMPS} {place}",
            f"Read more: {place} Sea wall", PUMPS.replace("Monday", "Friday"), f"Share this article {place}",
        ]
    )  # fmt: skip
    for one in (clean_article(page), Article(title=place, byline=place, dateline=place, source=place)):
        shown = Tags(one._repr_html_())

        assert shown.tags <= TAGS
        assert shown.attributes <= ATTRIBUTES
        assert one.title is None or place in shown.text


@given(anything)
def test_a_notebook_shows_any_page(raw: str) -> None:
    """The notebook form of any page has no tags and attributes but ours, and each that is opened is closed."""
    shown = Tags(clean_article(raw)._repr_html_())

    assert shown.tags <= TAGS
    assert shown.attributes <= ATTRIBUTES
    assert shown.open == []


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc",
     "//host/x", "/x", "x", "https:", "https://", "https:///x", "https://host/a b", "java\nscript:x"],
)  # fmt: skip
def test_only_web_addresses_are_links(address: str) -> None:
    """An address of another kind than http is no link, wherever it stands."""
    figure = Figure(caption="A crane", url=address, position=0)
    related = RelatedStory(title="Sea wall", url=address, start=0, end=0)
    shown = Tags(Article(url=address, figures=(figure,), related=(related,))._repr_html_())

    assert shown.addresses == []
    assert "Sea wall" in shown.text


@pytest.mark.parametrize("host", ["[", "a]b", "a.example:[", "\u2100.example", "a.example?x=[", "\ud800"])
def test_a_page_without_a_real_host_is_shown(host: str) -> None:
    """An address that a page made up is shown as it is written."""
    shown = Tags(Article(url=f"https://{host}")._repr_html_())

    assert host.partition("?")[0].replace("\ud800", "\ufffd") in shown.text


def test_nothing_comes_from_outside() -> None:
    """Neither form has an address but of links, nor a script, nor anything with an id that another display may have."""
    figure = Figure(caption="A crane", url="https://harbourpost.example/a.jpg", position=0)
    one = Article(figures=(figure,), url="https://harbourpost.example/pumps")
    page = one._repr_html_()

    assert Tags(page).addresses == ["https://harbourpost.example/pumps", "https://harbourpost.example/a.jpg"]
    assert not re.search(r"url\(|@import|<script|\bid=|\bname=", page + style())


def test_what_html_has_no_place_for_is_a_question_mark() -> None:
    """Controls and halves of characters do not get into the file."""
    assert "a\ufffdb\ufffdc" in Article(title="a\0b\ud800c")._repr_html_()


# What is seen


def test_each_field_is_seen() -> None:
    """Headline, kicker, standfirst, byline, dates, dateline, agency, section, minutes, site, figures, related."""
    shown = Tags(
        Article(
            title="Pumps arrive", kicker="World", description="Nine pumps", byline="By Jo Doe", dateline="ORRIN",
            agency="AP", section="Coast", reading_minutes=5, site_name="Harbour Post",
            date_published=datetime(2024, 3, 3, 14, 5, tzinfo=UTC), date_modified=datetime(2024, 3, 4),
            figures=(Figure(caption="A crane", credit="Mara Lind/AP", position=0), Figure(alt="A quay", position=0)),
            related=(RelatedStory(title="Sea wall", lead_in="Read more:", start=0, end=0),),
        )._repr_html_()
    )  # fmt: skip

    for said in (
        "Pumps arrive", "World", "Nine pumps", "By Jo Doe", "ORRIN", "AP", "Coast", "5 min", "Harbour Post",
        "3 Mar 2024, 14:05 UTC", "changed 4 Mar 2024", "A crane", "Mara Lind/AP", "A quay", "Read more: Sea wall",
    ):  # fmt: skip
        assert said in shown.text, said


def test_warnings_and_truncation_are_seen() -> None:
    """What a careful user should know stands over the story: page type, cut, warnings, each with its reason."""
    shown = Tags(
        Article(
            page_type="live", page_type_reason="nine times of day", is_truncated=True, truncated_reason="a paywall",
            warnings=("not UTF-8",),
        )._repr_html_()
    ).text  # fmt: skip

    assert "Live blog nine times of day" in shown
    assert "Cut off a paywall" in shown
    assert "Warning not UTF-8" in shown
    assert "nc-notices" not in re.sub(r"<style>.*</style>", "", Article()._repr_html_())


def test_each_kind_of_paragraph_has_its_element() -> None:
    """Headings, lists, quotes and tables are such; a figure stands where it stood, also inside of a list."""
    page = article(
        ("heading", "Next"), ("list_item", "• a wall"), ("list_item", "2. a pump"), ("quote", "Never."),
        ("table", "Year\tLevel"), ("table", "2019\t3 m"), ("paragraph", "Nobody was hurt."),
        figures=(Figure(caption="A crane", position=2),),
    )._repr_html_()  # fmt: skip
    body = re.sub(r' (?:class|dir|role|lang)="[^"]*"', "", page[page.index("<h4") : page.index("Nobody")])

    assert body == (
        "<h4>Next</h4><ul><li>a wall</li></ul><figure><figcaption><span>A crane</span></figcaption></figure>"
        "<ul><li>2. a pump</li></ul><blockquote>Never.</blockquote>"
        "<table><tr><td>Year</td><td>Level</td></tr><tr><td>2019</td><td>3 m</td></tr></table><p>"
    )


def test_the_page_is_there_piece_by_piece() -> None:
    """Every segment is a row with its kind, words, rule, reason and evidence."""
    html = ARTICLE._repr_html_()
    shown = Tags(html).text

    assert html.count('tabindex="0"') == len(ARTICLE.segments)
    for s in ARTICLE.segments:
        assert s.kind.replace("_", " ") + s.text + s.rule in shown


def test_the_summary_counts_by_kind() -> None:
    """The most frequent kind first; one and many; what stays is not counted."""
    some = [segment(kind, "x") for kind in ("caption", "share", "caption", "related", "paragraph", "title_repeat")]

    assert summed(some) == "5 pieces out: 2 captions, 1 related, 1 share, 1 title repeat"
    assert summed(some[:1]) == "1 piece out: 1 caption"
    assert summed([segment("paragraph", "x")]) == "Nothing taken out"


@pytest.mark.parametrize(("n", "far"), [(1, 0), (16, 0), (17, 5), (60, 48)])
def test_a_long_story_is_folded(n: int, far: int) -> None:
    """From the thirteenth paragraph on, where it has more than sixteen; so are related stories."""
    story = article(*[("paragraph", f"Paragraph {k}.") for k in range(n)])
    related = tuple(RelatedStory(title=f"Story {k}", start=0, end=0) for k in range(n))

    for one in (story, Article(related=related)):
        html = one._repr_html_().partition("</style>")[2]
        assert html.count("nc-far") == far
        assert html.count("Show all") == (far > 0)


def test_a_notebook_keeps_a_thousand_of_each_and_a_page_all(tmp_path: Path) -> None:
    """A page of 1,200 lines does not fill a notebook; what is left out is said."""
    paragraphs: list[tuple[TextKind, str]] = [("paragraph", "Nobody was hurt.")] * 1200
    one = article(
        *paragraphs,
        segments=tuple(segment("share", "x", n) for n in range(1200)),
        related=tuple(RelatedStory(title="Sea wall", start=0, end=0) for _ in range(1200)),
        figures=(Figure(caption="A crane", position=1000), Figure(caption="A quay", position=1001)),
    )
    counted = ('tabindex="0"', "Nobody was hurt.", "Sea wall", "A crane", "A quay")
    kept = one._repr_html_()
    page = one.show(tmp_path / "page.html").read_text("utf-8")

    assert [kept.count(text) for text in counted] == [1000, 1000, 1000, 1, 0]
    assert [page.count(text) for text in counted] == [1200, 1200, 1200, 1, 1]
    assert kept.count("200 more are in") == 3
    assert "more are in" not in page


def test_every_kind_that_goes_has_a_colour() -> None:
    """HUES has each kind that is not in the text, and the style a filter for each kind."""
    kinds = set(Segment.model_json_schema()["properties"]["kind"]["enum"])

    assert set(HUES) == kinds - TEXT_KINDS
    assert all(f"nc-only-{kind}:checked" in style() for kind in kinds)


# As a page of its own


def test_show_writes_a_page(tmp_path: Path) -> None:
    """`show(file)` writes a whole HTML page and gives its path; it opens no browser."""
    file = tmp_path / "article.html"

    assert ARTICLE.show(str(file)) == file
    page = file.read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<h1 " in page
    assert Tags(page.removeprefix("<!DOCTYPE html>")).open == []
    with pytest.raises(OSError, match="nowhere"):
        ARTICLE.show(tmp_path / "nowhere" / "article.html")


def test_show_without_a_file_opens_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """`show()` writes a temporary file and opens it."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    file = ARTICLE.show()

    assert opened == [file.as_uri()]
    assert file.read_text("utf-8").endswith("</html>\n")
    file.unlink()


def test_explain_html_prints_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`newsclean explain --html FILE` prints what `show` writes."""
    assert main(["explain", "--html", str(PAGE)]) == 0
    assert capsys.readouterr().out == ARTICLE.show(tmp_path / "page.html").read_text("utf-8")


# In a terminal


class Terminal(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


def explained(monkeypatch: pytest.MonkeyPatch, columns: int = 60, no_colour: str = "") -> str:
    """What `newsclean explain` prints to a terminal."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", no_colour)
    assert main(["explain", str(PAGE)]) == 0
    return terminal.getvalue()


def test_a_terminal_has_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fields and what is away have colours; without them it is the same text."""
    coloured = explained(monkeypatch)

    assert "\x1b[36mtitle" in coloured
    assert "\x1b[33mslug" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == explained(monkeypatch, no_colour="1")
    assert "\x1b" not in explained(monkeypatch, no_colour="1")


def test_long_lines_are_wrapped_under_the_margin(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal, what goes on is under its text, and no word is lost."""
    lines = explained(monkeypatch, no_colour="1").splitlines()

    assert max(map(len, lines)) <= 60
    title = next(n for n, line in enumerate(lines) if line.startswith("title                | Norvay leader Halden"))
    assert lines[title + 1].startswith(" " * 23 + "build mail drones")
    letters = "".join("".join(line[23:].split()) for line in lines)
    assert letters == "".join("".join(line[23:].split()) for line in ARTICLE.explain().splitlines())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("", [""], id="nothing"),
        pytest.param("one two", ["one two"], id="fits"),
        pytest.param("one two three", ["one two", "three"], id="at a blank"),
        pytest.param("onetwothreefour", ["onetwothre", "efour"], id="no blank"),
        pytest.param("港の水門が開いた", ["港の水門が", "開いた"], id="wide letters"),
        pytest.param("e\u0301" * 10 + "x", ["e\u0301" * 10, "x"], id="marks take no room"),
    ],
)
def test_wrapping(text: str, pieces: list[str]) -> None:
    """A line is cut at blanks, or where it must."""
    assert wrapped(text, 10) == pieces


@given(anything)
def test_wrapping_loses_nothing(raw: str) -> None:
    """But for blanks at a cut, the pieces are the text; none is too wide that could be cut."""
    pieces = wrapped(raw, 12)

    assert "".join("".join(pieces).split()) == "".join(raw.split())
    assert all(sum(map(columns_of, piece)) <= 12 for piece in pieces)


def test_a_page_cannot_write_to_the_terminal() -> None:
    """Escapes of the page are shown as question marks."""
    source = "Pumps \x1b[2J\x1b]0;x\x07 arrive\x9b1m"
    shown = for_terminal(source, [segment("share", source)], columns=80, colour=False)

    assert shown == "share                | Pumps \ufffd[2J\ufffd]0;x\ufffd arrive\ufffd1m"
