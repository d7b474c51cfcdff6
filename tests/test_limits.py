"""Pages made to stop their reader: time and memory grow with their size, and what is too much is said in a warning."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from textwrap import wrap

import pytest
from growth import MOST, growth_of
from laws import check_nothing_invented, check_tiling
from strategies import slug

from newsclean import clean_article
from newsclean.measure.look import look_again
from newsclean.read.limits import MOST_BLOCKS, MOST_CHARACTERS
from newsclean.settle import again
from newsclean.settle.again import LARGE, NOT_AGAIN

STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
WORDS = "pump quay tide wall ferry crane mole lamp rope sail net boat rain wind storm flood lock gate bell pier".split()
SMALL = 250  # pieces
A_BLOCK = 8_000  # bytes of memory, at most, that a line takes while its page is cleaned


def sentence(n: int) -> str:
    """The n-th of many sentences, of which no two say the same."""
    words = [WORDS[n // 20**k % 20] for k in range(5)]
    return f"The {words[0]} and the {words[1]} were as old as the {words[2]}, the {words[3]} or the {words[4]} of {n}."


def stamp(n: int) -> str:
    return f"{n % 28 + 1} May {1990 + n % 35}, {n % 24:02}:{n % 60:02}"


# A page of n pieces, by what is hard about it.
PAGES: dict[str, Callable[[int], str]] = {
    "many sentences in one line": lambda n: " ".join(map(sentence, range(n))),
    "one sentence again and again in one line": lambda n: f"{STORY} " * n,
    "many sentences in one paragraph": lambda n: f"<h1>Pumps</h1><p>{' '.join(map(sentence, range(n)))}</p>",
    "many paragraphs": lambda n: "".join(f"<p>{sentence(k)}</p>" for k in range(n)),
    "many short paragraphs": lambda n: "<p>x" * (4 * n),
    "many short lines": lambda n: "\n".join(f"{WORDS[k % 20]} {WORDS[k // 20 % 20]} {k % 7}" for k in range(4 * n)),
    "many dates": lambda n: "\n".join(map(stamp, range(2 * n))),
    "many dates in one line": lambda n: " ".join(map(stamp, range(2 * n))),
    "many labels in one line": lambda n: "Photo: " * (4 * n),
    "many labels": lambda n: "Photo:\n" * (2 * n),
    "one line many times": lambda n: f"{STORY}\n" * n,
    "one line many times, a blank line apart": lambda n: f"{STORY}\n\n" * n,
    "many captions said twice": lambda n: "\n\n".join(f"{sentence(k)}\n\n{sentence(k)}" for k in range(n)),
    "many captions with credits": lambda n: "\n\n".join(f"{sentence(k)} Photo: Jo Doe/AP" for k in range(n)),
    "many figures": lambda n: "".join(
        f'<figure><img alt="{sentence(k)}"><figcaption>{sentence(k)}</figcaption></figure>' for k in range(n)
    ),
    "many slugs": lambda n: "\n\n".join(f"{sentence(k)[:-1]}\n\n{slug(sentence(k)[:-1])}" for k in range(n)),
    "many comments": lambda n: "\n".join(f"Jo Doe {stamp(k)}\n{sentence(k)}" for k in range(n)),
    "many bylines": lambda n: "\n".join(f"By Jo {WORDS[k % 20].title()}" for k in range(2 * n)),
    "many teasers": lambda n: "\n".join(f"Read more: {sentence(k)}" for k in range(n)),
    "many numbered lines": lambda n: "\n".join(f"{k % 99}. {sentence(k)}" for k in range(n)),
    "many lines in capitals": lambda n: "\n".join(sentence(k).upper() for k in range(n)),
    "many quotations": lambda n: "“" + "” he said. “".join(map(sentence, range(n))),
    "lines wrapped": lambda n: "\n".join(sentence(k)[:70] for k in range(n)),
    "lines broken by br": lambda n: "<p>" + "<br>".join(map(sentence, range(n))),
    "many links": lambda n: "".join(f"<a href=/{k}>{sentence(k)}</a> " for k in range(n)),
    "many links in Markdown": lambda n: "# Pumps\n\n" + "\n".join(f"* [{sentence(k)}](/{k})" for k in range(n)),
    "many pictures in Markdown": lambda n: "# Pumps\n\n" + "\n\n".join(f"![{sentence(k)}](/{k}.jpg)" for k in range(n)),
    "many pictures": lambda n: f"<p>{STORY}</p>" + '<img src=a.jpg alt="A crane">' * n,
    "many class names": lambda n: "".join(f'<div class="c{k} byline-{k}">{sentence(k)}</div>' for k in range(n)),
    "deep elements": lambda n: "<div><p>The pumps are here. " * n,
    "deep lists": lambda n: "<ul><li>pump " * n,
    "deep tables": lambda n: "<table><tr><td>pump " * n,
    "cells of a table": lambda n: "<table>" + "<tr><td>pump<td>1<td>2" * n,
    "a script without blanks between words": lambda n: "水泵抵达港口。" * n,
}  # fmt: skip


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in PAGES.items()])
def test_time_grows_with_the_page(page: Callable[[int], str]) -> None:
    """A page of four times as many pieces takes no more than eight times as long."""
    assert growth_of(clean_article, page, SMALL) <= MOST


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("\n\n".join(map(sentence, range(2000))), id="text"),
        pytest.param("".join(f"<p>{sentence(n)}</p>" for n in range(2000)), id="html"),
        pytest.param(" ".join(map(sentence, range(2000))), id="one line"),
    ],
)
def test_memory_grows_with_the_page(page: str) -> None:
    """A line takes a few kilobytes while its page is cleaned, so a page of as many as are read a hundred megabytes."""
    clean_article(STORY)
    tracemalloc.start()
    try:
        clean_article(page)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < A_BLOCK * 2000


# Up to the limits, and over them.


@pytest.mark.parametrize(
    ("raw", "warning"),
    [
        pytest.param("\n".join(["quay rope", STORY] * (MOST_BLOCKS // 2)), "", id="as many lines as are read"),
        pytest.param("\n".join(["quay rope", STORY] * MOST_BLOCKS), "20,000 lines were read", id="more lines"),
        pytest.param("<p>pump" * (MOST_BLOCKS + 9), "20,000 blocks were read: 9 were left out", id="more blocks"),
        pytest.param("Pumps came. " * (MOST_BLOCKS + 9), "20,000 sentences were read", id="more sentences in a line"),
        pytest.param(f"{STORY}{' ' * MOST_CHARACTERS}{STORY}", "first 10,000,000 of", id="more characters"),
    ],
)  # fmt: skip
def test_a_limit_is_said(raw: str, warning: str) -> None:
    """What was read up to a limit is cleaned as a page of its own, and a warning says how much that is."""
    article = clean_article(raw)

    limits = [said for said in article.warnings if said.startswith("only the first")]
    assert len(limits) == bool(warning)
    assert all(warning in said for said in limits)
    assert len(article.segments) <= MOST_BLOCKS
    assert article.segments
    check_tiling(article)
    check_nothing_invented(article)


def test_what_was_not_looked_at_again_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that loses a line at each look is not looked at for ever; cleaning its text again may take more away."""
    loses_one = "إعلان\nأ ف ب\nشارك"  # an advertisement's label, an agency, a button
    assert NOT_AGAIN not in clean_article(loses_one).warnings

    monkeypatch.setattr(again, "MOST_BLOCKS_AGAIN", 1)
    article = clean_article(loses_one)

    assert article.warnings.count(NOT_AGAIN) == 1
    assert article.text == "أ ف ب"


def test_a_paragraph_said_ten_thousand_times_in_one_is_kept() -> None:
    """Lines that were wrapped are one paragraph: a sentence that is said again in it stays, and takes no time."""
    article = clean_article("\n".join(wrap(" ".join([STORY] * 10_000), 72)))

    assert len(article.text) > 9_000 * len(STORY)


def test_of_a_paragraph_said_ten_thousand_times_the_first_is_kept() -> None:
    """Each on its line: the others are repeats."""
    assert clean_article(f"{STORY}\n" * 10_000).text == STORY


def test_most_pages_are_looked_at_to_the_end() -> None:
    """An ordinary page has no warning of the kind."""
    assert clean_article("\n\n".join(["Pumps arrive", "By Jo Doe", *map(sentence, range(40))])).warnings == ()


def test_a_large_paragraph_is_not_lost_for_one_line_in_it() -> None:
    """A story in one element of a page stays though a phrase of furniture stands in it."""
    story = " ".join(map(sentence, range(LARGE // 20)))
    article = clean_article(f"<h1>Pumps arrive</h1><p>{story} Story continues below advertisement {story}</p>")

    assert story in article.text


def test_memory_does_not_grow_from_page_to_page() -> None:
    """What is remembered of lines and class names is remembered of short ones: long ones would fill the memory."""

    def page(n: int) -> str:
        names, letters, path = f"n{n} " * 8_000, f"x{n}" * 8_000, f"p{n}" * 8_000
        return (
            f'<html><head><link rel=canonical href="https://{path}.example/1"><title>{letters}</title></head><body>'
            f'<div class="{names}"><h1>{letters} 3 May 2024</h1>'
            f'<p class="byline {names}">By Jo {letters} 3 May 2024</p>'
            f'<p><a href="/{n}">{STORY}</a></p><p>{letters} 3 May 2024</p></div></body></html>'
        )

    for n in range(3):
        clean_article(page(n))
    gc.collect()
    tracemalloc.start()
    try:
        for n in range(3, 19):
            clean_article(page(n))
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert left < 200_000


LETTER = 0x4E00  # the first of the Chinese ones


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(lambda n: " ".join([f"{word}{n}" for word in WORDS[:14]]), id="words"),
        pytest.param(lambda n: "".join([chr(LETTER + (37 * n + k) % 9_000) for k in range(16)]), id="short, no blanks"),
        pytest.param(lambda n: "".join([chr(LETTER + (97 * n + k) % 9_000) for k in range(95)]), id="no blanks"),
    ],
)
def test_what_is_remembered_of_lines_is_bounded_in_bytes(line: Callable[[int], str]) -> None:
    """Full of lines of whatever script, what is kept for when a line comes again takes some twenty megabytes."""
    n, most = 300, look_again.cache_parameters()["maxsize"] or 0
    clean_article(STORY)
    look_again.cache_clear()
    tracemalloc.start()
    try:
        clean_article("\n\n".join(map(line, range(n))))
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert left / n * most < 30_000_000


@pytest.mark.parametrize("inside", ["<script>{}</script>", "<style>{}</style>", "<!--{}-->"])
def test_what_is_not_read_takes_no_memory(inside: str) -> None:
    """A script, a style or a comment of megabytes costs a few times its length, not a way back for each character."""
    page = inside.format("var pump = '<b>x</b>'; " * 30_000) + "<h1>Pumps</h1>" + f"<p>{STORY}</p>"
    clean_article(STORY)
    tracemalloc.start()
    try:
        article = clean_article(page, form="html")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert article.text == STORY
    assert peak < 8 * len(page)
