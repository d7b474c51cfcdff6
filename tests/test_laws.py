"""The eight laws: on every fixture, in every form, on generated pages, on any text and any bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from growth import FACTOR, MOST, growth, growth_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from laws import check_nothing_invented, check_tiling, check_verdict, check_written, cut_sentences
from marked import FIXTURES as FOLDER
from marked import fixtures, load
from strategies import FIXTURE_LINES, TONGUES, anything, built_pages, pages, raws, slug
from twice import changed

from newsclean import clean_article, judge
from newsclean.read.read import Form
from newsclean.rules import RULES

FIXTURES = tuple(page for folder in ("spared", "pages", "known_failures") for page in fixtures(folder))
STORY = " ".join(TONGUES[0].sentences[:5])
every_fixture = pytest.mark.parametrize("source", [pytest.param(p.source, id=p.name) for p in FIXTURES])


# 1. The segments tile the source.


@every_fixture
def test_segments_tile_fixtures(source: str) -> None:
    """Every character of a fixture is in exactly one segment."""
    check_tiling(clean_article(source))


@given(anything)
@example(f"{STORY}\n\nRelated articles\nRead more: Sea wall (\nto be raised\n) by a metre\n")
def test_segments_tile(raw: str) -> None:
    """Every character of any page is in exactly one segment."""
    check_tiling(clean_article(raw))


# 2. Nothing is invented.


@every_fixture
def test_nothing_is_invented_on_fixtures(source: str) -> None:
    """A fixture's text is its segments that are in the text, in order."""
    check_nothing_invented(clean_article(source))


@given(anything)
def test_nothing_is_invented(raw: str) -> None:
    """Any page's text is its segments that are in the text, in order; only white space differs."""
    check_nothing_invented(clean_article(raw))


# 3. Cleaning twice changes nothing.


@every_fixture
def test_cleaning_a_fixture_twice_changes_nothing(source: str) -> None:
    """The text of a fixture, cleaned again, is the same."""
    once = clean_article(source).text
    again = clean_article(once)

    assert changed(again, once) == []


@settings(max_examples=5 * settings().max_examples)
@given(pages)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    """The text of a page, cleaned again, is the same."""
    once = clean_article(raw).text
    again = clean_article(once)

    assert changed(again, once) == []


@given(st.text(max_size=300))
def test_cleaning_any_text_twice_changes_nothing(raw: str) -> None:
    """The text of what is no page at all, cleaned again, is the same."""
    once = clean_article(raw).text
    again = clean_article(once)

    assert changed(again, once) == []


# 4. It never raises on content; wrong use raises at once.


@given(raws)
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\x00\x01")
@example("\ud800")
def test_content_never_raises(raw: str | bytes) -> None:
    """Any text and any bytes give an Article that can be written as JSON, marked text and HTML."""
    check_written(clean_article(raw))


# 5. Time grows with size, not faster.


def _page(paragraphs: int) -> str:
    """A page with a figure, a teaser and a share bar for every third paragraph, no two paragraphs alike."""
    lines: list[str] = []
    for n in range(paragraphs):
        tongue = TONGUES[n % len(TONGUES)]
        lines.append(" ".join(f"{s} ({n})." for s in tongue.sentences))
        if n % 3 == 0:
            headline = f"{tongue.headlines[0]} {n}"
            lines += [tongue.captions[0], f"{tongue.captions[0]} {n}. Photo: Jo Doe/AP", slug(headline), headline]
            lines += tongue.furniture[:4]
    return "\n\n".join(lines)


SHAPES: dict[str, Callable[[int], str]] = {
    "pages": lambda n: _page(n // 40),
    "short lines": lambda n: "\n".join(f"Line {i}" for i in range(n)),
    "the same line": lambda n: "Share this article\n" * n,
    "the same paragraph": lambda n: f"{TONGUES[0].sentences[0]} {TONGUES[0].sentences[4]}\n\n" * (n // 4),
    "nearly the same lines": lambda n: "\n".join(f"A crane lowers pump {i} onto the quay" for i in range(n // 2)),
    "slugs": lambda n: "\n".join(f"a-crane-lowers-pump-{i}-onto-the-quay" for i in range(n // 2)),
    "teasers and paragraphs": lambda n: "\n".join(
        f"Read more: Sea wall {i}\n{TONGUES[0].sentences[0]} {TONGUES[0].sentences[4]} {i}" for i in range(n // 6)
    ),
    "credits": lambda n: "\n".join(f"A crane lowers pump {i}. (AP Photo/Jo Doe)" for i in range(n // 2)),
    "one long line": lambda n: f"{TONGUES[0].sentences[0]} " * (n // 4),
    "one long word": lambda n: "pump" * (n * 10),
    "a line of hyphens": lambda n: "-" * (n * 10),
    "brackets": lambda n: "(" * (n * 10),
    "blanks": lambda n: " " * (n * 20) + "x",
    "blank lines": lambda n: "x\n" + "\n" * (n * 20) + "x",
    "Chinese without a stop": lambda n: "灯塔" * (n * 5),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_size(shape: str) -> None:
    """A page four times as long takes no more than eight times as long."""
    make = SHAPES[shape]

    assert growth_of(clean_article, make, 1000) <= MOST


def test_ten_megabytes_in_linear_time() -> None:
    """A page of ten megabytes is cleaned, and costs per character what one of a quarter of that costs."""
    small, large = _page(6000), _page(6000 * FACTOR)

    assert len(large.encode()) > 10_000_000
    assert growth(clean_article, small, large) <= MOST


# 6. Same input, same output.


@given(pages)
def test_no_state_between_calls(raw: str) -> None:
    """A page gives the same whatever was cleaned before it."""
    first = clean_article(raw)
    clean_article("Something else\n\nAltogether.")

    assert clean_article(raw) == first


@contextmanager
def _rules_in_reverse() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "RULES", RULES[::-1])
        judge._rules_for.cache_clear()
        try:
            yield
        finally:
            judge._rules_for.cache_clear()


def test_the_order_of_rules_is_nothing() -> None:
    """With the rules asked in reverse, every fixture gives the same."""
    expected = {p.name: clean_article(p.source) for p in FIXTURES}
    with _rules_in_reverse():
        changed = [p.name for p in FIXTURES if clean_article(p.source) != expected[p.name]]

    assert changed == []


DIGEST = """
import hashlib, sys
from newsclean import clean_article
digest = hashlib.sha256()
for source in sys.stdin.read().split("\\f"):
    digest.update(clean_article(source).model_dump_json().encode())
print(digest.hexdigest())
"""


def test_every_process_gives_the_same() -> None:
    """Two processes whose sets have different orders give what this one gives."""
    sources = [p.source for p in FIXTURES]
    expected = hashlib.sha256()
    for source in sources:
        expected.update(clean_article(source).model_dump_json().encode())

    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST],
            input="\f".join(sources), env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "TZ": "Asia/Tokyo"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert run.stdout.strip() == expected.hexdigest()


# 7. No sentence is cut.

SENTENCES = tuple(sentence for tongue in TONGUES for sentence in tongue.sentences)


@settings(max_examples=2 * settings().max_examples)
@given(pages)
def test_no_sentence_is_cut(raw: str) -> None:
    """Of a sentence that stands once on a page all is in the text, or nothing."""
    assert cut_sentences(clean_article(raw), SENTENCES) == []


@given(built_pages())
def test_no_sentence_is_cut_in_one_line(raw: str) -> None:
    """The same where the whole page is one line."""
    assert cut_sentences(clean_article(" ".join(raw.split())), SENTENCES) == []


def test_a_cut_is_seen() -> None:
    """The check tells a sentence of which a part is out of the text."""
    a = clean_article(f"Pumps arrive\n\n{STORY}")
    first, *rest = a.segments
    story = rest[-1]
    half = (story.start + story.end) // 2
    ends = story.model_copy(update={"end": half, "text": a.source[story.start : half]})

    assert cut_sentences(a, SENTENCES) == []
    assert len(cut_sentences(a.model_copy(update={"segments": (first, ends)}), SENTENCES)) == 1


# 8. A page with prose is never emptied but with a verdict that says why.


@given(raws)
def test_an_emptied_page_says_why(raw: str | bytes) -> None:
    """An article without a text is called no article, with a reason."""
    check_verdict(clean_article(raw))


@given(built_pages())
def test_prose_alone_is_never_emptied(raw: str) -> None:
    """A text with a paragraph of our stories keeps some of it."""
    a = clean_article(f"{raw}\n\n{STORY}")

    assert a.text.strip() or a.page_type != "article"


# All at once: each fixture in each form, and pages that grow, shrink and are stirred step by step.

EVERY_FILE = [
    pytest.param(load(path).source if path.suffix == ".marked" else path.read_bytes(), id=path.name)
    for path in sorted(FOLDER.glob("*/*"))
    if path.suffix in (".marked", ".html", ".md", ".txt")
]  # fmt: skip
FORMS: tuple[Form, ...] = ("auto", "text", "markdown", "html")


@pytest.mark.parametrize("raw", EVERY_FILE)
def test_every_fixture_in_every_form(raw: str | bytes) -> None:
    """Read as what it is or as what it is not, a fixture gives an article that keeps the laws, and the same again."""
    for form in FORMS:
        a = clean_article(raw, form=form)
        check_tiling(a)
        check_nothing_invented(a)
        check_written(a)
        check_verdict(a)
        assert clean_article(raw, form=form) == a


class StirredPage(RuleBasedStateMachine):
    """A page to which parts are added, from which lines are taken, of which lines are joined, moved and wrapped."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.is_html = False

    @initialize(raw=st.one_of(st.just(""), built_pages()))
    def begin(self, raw: str) -> None:
        """Nothing, or a page."""
        self.lines = raw.splitlines()

    @rule(line=st.sampled_from(FIXTURE_LINES), at=st.floats(0, 1))
    def add(self, line: str, at: float) -> None:
        """A line of some fixture."""
        self.lines.insert(int(at * len(self.lines)), line)

    @rule(raw=built_pages())
    def go_on(self, raw: str) -> None:
        """A second page behind the first."""
        self.lines += ["", *raw.splitlines()[:20]]

    @rule(at=st.floats(0, 1), n=st.integers(1, 4))
    def drop(self, at: float, n: int) -> None:
        """A few lines go."""
        start = int(at * len(self.lines))
        del self.lines[start : start + n]

    @rule(at=st.floats(0, 1), to=st.floats(0, 1), n=st.integers(1, 4))
    def repeat(self, at: float, to: float, n: int) -> None:
        """A few lines stand somewhere else once more."""
        start = int(at * len(self.lines))
        place = int(to * len(self.lines))
        self.lines[place:place] = self.lines[start : start + n]

    @rule(at=st.floats(0, 1), n=st.integers(2, 6))
    def join(self, at: float, n: int) -> None:
        """A few lines become one."""
        start = int(at * len(self.lines))
        self.lines[start : start + n] = [" ".join(self.lines[start : start + n])]

    @rule(at=st.floats(0, 1), n=st.integers(1, 6), name=st.sampled_from(("div", "p", "li", "aside", "h2", "a", "b")))
    def wrap(self, at: float, n: int, name: str) -> None:
        """A few lines stand in an element."""
        start = int(at * len(self.lines))
        self.lines[start : start + n] = [f"<{name}>{' '.join(self.lines[start : start + n])}</{name}>"]
        self.is_html = True

    @rule()
    def set_apart(self) -> None:
        """A blank line stands between all lines."""
        self.lines = [part for line in self.lines if line.strip() for part in (line, "")]

    def teardown(self) -> None:
        """The laws hold for the page as it stands at last."""
        a = clean_article("\n".join(self.lines), form="html" if self.is_html else "text")
        check_tiling(a)
        check_nothing_invented(a)
        check_written(a)
        check_verdict(a)
        if not self.is_html:
            assert changed(clean_article(a.text, form="text"), a.text) == []


StirredPage.TestCase.settings = settings(stateful_step_count=12)
test_a_stirred_page = StirredPage.TestCase
