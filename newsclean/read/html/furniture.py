"""Runs of furniture as one block each: no rule has to look at each entry of a menu that is no list.

A menu that is a list is read as one line by the walk already (layout.py). Here follow rows of links and of labels in
what is no list, three and more: in the markup's menus, headers, footers and asides, or where each line is a link.
What may tell something keeps its line: what stands next to prose or to the headline, what the markup calls a caption,
a byline or a date, what is a phrase of furniture (the title of a list, a button), and whatever has three words or more:
it may be the headline of another story.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.page.markup import ASIDE, FIGURE, FOOTER, HEADER, NAV, Element
from newsclean.phrases.find import may_open, whole
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.keys import EDGE
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.html.elements import Mark

FEWEST = 3  # lines of a run
MOST, MOST_UNSPACED, MOST_BLANKS = 40, 8, 1  # characters, in scripts with blanks and without, and blanks of its lines
LINKED = 0.8  # of a line's characters: it is a link
PROSE = 80  # characters of a line that may be prose
APART = NAV | FOOTER | HEADER | ASIDE
TELLING = frozenset(("caption", "credit", "byline", "author_bio", "timestamp", "description", "kicker"))  # of hints


class Coarse(NamedTuple):
    """The blocks of a page with one for each run, and its elements, which hold these."""

    marks: Sequence[Mark]
    elements: tuple[Element, ...]
    now: Sequence[int] = ()  # for each block as it was, and for the page's end, its number now; none where all stayed


def coarse(marks: Sequence[Mark], elements: tuple[Element, ...], words: Lexicon) -> Coarse:
    """The page with its runs of furniture as one block each."""
    runs = _runs(marks, elements, words)
    if not runs:
        return Coarse(marks, elements)
    fewer: list[Mark] = []
    now: list[int] = []
    done = 0
    for run in runs:
        now += range(len(fewer), len(fewer) + run.start - done)
        fewer += marks[done : run.start]
        now += [len(fewer)] * len(run)
        fewer.append(_as_one(marks, elements, run))
        done = run.stop
    now += range(len(fewer), len(fewer) + len(marks) - done + 1)
    fewer += marks[done:]
    first = runs[0].start
    held = tuple([e if e.end <= first else _holding(e, now) for e in elements])
    return Coarse(fewer, held, now)


def _runs(marks: Sequence[Mark], elements: Sequence[Element], words: Lexicon) -> list[range]:
    """The runs of lines that tell nothing, in order."""
    tells = [elements[number].tag == "h1" or _may_be_prose(line[0], line[1]) for number, _, _, line in marks]
    beside = [a or b for a, b in zip([False, *tells], [*tells[1:], False], strict=False)]
    runs = []
    start = 0
    for n, mark in enumerate(marks):
        if beside[n] or not _tells_nothing(mark, elements, words):
            if n - start >= FEWEST:
                runs.append(range(start, n))
            start = n + 1
    if len(marks) - start >= FEWEST:
        runs.append(range(start, len(marks)))
    return runs


def _may_be_prose(text: str, linked: str) -> bool:
    return len(text) >= PROSE and len(linked) < LINKED * len(text)


def _tells_nothing(mark: Mark, elements: Sequence[Element], words: Lexicon) -> bool:
    """Whether a line is an entry of a menu or a label, by its size, its links, its place, and its words."""
    number, _, is_row, (text, linked, _, _, inner) = mark
    if len(text) > MOST or is_row or inner or text.count(" ") > MOST_BLANKS:
        return False
    e = elements[number]
    if not (e.places & APART or len(linked) >= LINKED * len(text)) or e.places & FIGURE:
        return False
    if any(kind in TELLING for kind, _ in e.hints):
        return False
    if len(text) > MOST_UNSPACED and not text.isascii() and UNSPACED.search(text) is not None:
        return False
    line = text.lower().strip(EDGE)
    if not line or not may_open(words, line.split(None, 1)[0]):
        return True
    phrase = whole(words, line)
    return phrase is None or phrase.kind == "navigation"


def _as_one(marks: Sequence[Mark], elements: Sequence[Element], run: range) -> Mark:
    """The block of a run, in the innermost element that holds all of it: its lines a tab apart, as those of a menu."""
    number, has_margin, _, _ = marks[run.start]
    while elements[number].end < run.stop and elements[number].parent >= 0:
        number = elements[number].parent
    lines = [marks[n][3] for n in run]
    text, linked = "\t".join([line[0] for line in lines]), "\t".join([line[1] for line in lines if line[1]])
    return number, has_margin, False, (text, linked, sum([line[2] for line in lines]), None, ())


def _holding(e: Element, now: Sequence[int]) -> Element:
    """An element by the new numbers of its blocks."""
    start = now[e.start]
    return e._replace(start=start, end=now[e.end - 1] + 1 if e.end > e.start else start)
