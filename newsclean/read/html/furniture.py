"""Runs of short lines in a page's menus, header and footer: each is read as one line, as no line of it is of a story.

Of pages of news every tenth block is in such a run, and costs as much to look at as one of the story.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from newsclean.page.markup import ARTICLE, FIGURE, FOOTER, HEADER, MAIN, NAV, QUOTE, STORY
from newsclean.read.html.elements import PARENT, Line, Mark, Outline, Span
from newsclean.read.html.found import Candidate
from newsclean.read.html.pictures import Picture

FEWEST = 4  # lines of a run: of fewer some are a path through the site, or a name and a date
MOST_CHARACTERS, MOST_WORDS = 40, 4  # of a line: headlines of other stories are longer, and stay apart
LINKED = 0.8  # of the run's characters are in links: else a reader is told something there
AROUND = NAV | FOOTER | HEADER
STORIES = ARTICLE | MAIN | STORY | FIGURE | QUOTE
ENDS = ".!?:"  # of what is said, or heads a line of the story
APART = "©@"  # in a line that says more than an entry of a menu


class Walked(NamedTuple):
    """What the walk wrote down."""

    marks: Sequence[Mark]
    outlines: Sequence[Outline]  # of its elements
    spans: Sequence[Span]  # of the same
    pictures: Sequence[Picture]
    candidates: list[Candidate]


def with_rows(page: Walked) -> Walked:
    """The page with each such run as one block."""
    outside = {
        n
        for n, (_, tag, _, _, _, _, places) in enumerate(page.outlines)
        if places & AROUND and not places & STORIES and tag != "h1"
    }
    marks: list[Mark] = []
    now: list[int] = []  # for each block as it was the number that it has now
    for may_be_one, group in groupby(page.marks, key=lambda mark: mark[0] in outside and _is_entry(mark)):
        run = list(group)
        if may_be_one and len(run) >= FEWEST and (row := _row(run, page.outlines)) is not None:
            now += [len(marks)] * len(run)
            marks.append(row)
        else:
            now += range(len(marks), len(marks) + len(run))
            marks += run
    if len(marks) == len(page.marks):
        return page
    now += [len(marks), len(marks)]  # behind the last, and of a picture in a line without words there
    return Walked(
        marks,
        page.outlines,
        [(now[start], now[end]) for start, end in page.spans],
        [
            Picture(said, now[at], element, is_video, is_again)
            for said, at, element, is_video, is_again in page.pictures
        ],
        [Candidate(node, said, is_byline, now[at]) for node, said, is_byline, at in page.candidates],
    )


def _is_entry(mark: Mark) -> bool:
    """Whether a block may be of a run: a menu's line already, or a short one; a date and an address stay apart."""
    _, _, is_row, (text, linked, _, _, _) = mark
    if is_row or "\t" in text:
        return not is_row
    if len(text) > MOST_CHARACTERS or text.count(" ") >= MOST_WORDS or text[-1] in ENDS:
        return False
    return bool(linked) or not any(c.isdigit() or c in APART for c in text)


def _row(run: Sequence[Mark], outlines: Sequence[Outline]) -> Mark | None:
    """The lines of a run as one line of the innermost element that holds them; None where too few of them are links."""
    lines: list[Line] = [line for _, _, _, line in run]
    text = "\t".join([line[0] for line in lines])
    linked = "\t".join([line[1] for line in lines if line[1]])
    if len(linked) < LINKED * len(text):
        return None
    one, other = run[0][0], run[-1][0]
    while one != other:
        if one > other:
            one = outlines[one][PARENT]
        else:
            other = outlines[other][PARENT]
    return one, run[0][1], False, (text, linked, sum([line[2] for line in lines]), None, ())
