"""The six laws: on every fixture, on generated pages, on any text and any bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from growth import FACTOR, MOST, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marked import fixtures
from strategies import TONGUES, anything, pages, raws, slug
from twice import changed

from newsclean import Article, clean_article, judge
from newsclean.article.explain import unmarked
from newsclean.article.kinds import TEXT_KINDS
from newsclean.rules import RULES

FIXTURES = tuple(page for folder in ("spared", "pages", "known_failures") for page in fixtures(folder))
STORY = " ".join(TONGUES[0].sentences[:5])
every_fixture = pytest.mark.parametrize("source", [pytest.param(p.source, id=p.name) for p in FIXTURES])


# 1. The segments tile the source.


def check_tiling(a: Article) -> None:
    """In order, disjoint, each as it stands in the source, and no character but white space outside of them."""
    end = 0
    for s in a.segments:
        assert not a.source[end : s.start].strip(), f"in no segment: {a.source[end : s.start]!r}"
        assert end <= s.start < s.end, f"out of order: {s}"
        assert s.text == a.source[s.start : s.end]
        end = s.end
    assert not a.source[end:].strip(), f"in no segment: {a.source[end:]!r}"
    for p in a.paragraphs:
        assert squeezed(p.text) == squeezed(a.source[p.start : p.end])
    for f in a.figures:
        assert all(0 <= start < end <= len(a.source) for start, end in f.spans)
        assert 0 <= f.position <= len(a.paragraphs)
    for r in a.related:
        assert squeezed(r.title) == squeezed(a.source[r.start : r.end])


def squeezed(text: str) -> str:
    return "".join(text.split())


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


def check_nothing_invented(a: Article) -> None:
    in_text = "".join(s.text for s in a.segments if s.kind in TEXT_KINDS)
    assert squeezed(a.text) == squeezed(in_text)
    assert a.text == "\n\n".join(p.text for p in a.paragraphs)


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
    a = clean_article(raw)

    assert Article.model_validate_json(a.model_dump_json()) == a
    assert unmarked(a.explain()) == a.source
    assert a._repr_html_().startswith("<div")


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

    assert growth(clean_article, make(1000), make(1000 * FACTOR)) <= MOST


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
