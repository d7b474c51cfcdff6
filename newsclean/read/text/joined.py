r"""Texts whose lines a scraper joined with a mark: “Home | News | The vote was seven to two. | Share”.

So `get_text("|")` writes a page, a column of a table that has no line ends, and JSON that was read as text (“\n”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsclean.page.prose import SENTENCE_WORDS
from newsclean.page.shape import STOP, ending
from newsclean.read.text.lines import behind_lines

JOINTS = ("\\r\\n", "\\n", "|", "\t", " / ", "¶")  # the first two as they stand in JSON, a backslash and a letter
MARK = re.compile("|".join(re.escape(mark) for joint in JOINTS if (mark := joint.strip())))
MOST_LINES = 3  # of the text
FEWEST, SENTENCES = 6, 3  # joints; sentences that end right before one: a menu has bars, and so has a table
MANY, MOST = 20, 400  # bars that need no sentences before them; characters from one to the next, in the mean


def without_joints(source: str) -> str:
    r"""A text of few lines that are joined, with line ends in place of the joints, as long as it was; else as it is.

    >>> line = "Home | Flood pumps arrive | The first two pumps came on Monday. | Nobody was hurt at all. | "
    >>> line += "The wall will be raised by a metre. | | Share | © 2024"
    >>> without_joints(line).split("\n")[:2], len(without_joints(line)) == len(line)
    (['Home ', ' Flood pumps arrive '], True)
    >>> menu = "Home | News | Sport | Weather | Log in | Share | The pumps came on Monday."
    >>> without_joints(menu) == menu
    True
    """
    joint = _joint(source)
    if not joint:
        return source
    return _run(joint).sub(lambda run: "\n" + " " * (len(run[0]) - 1), source)


def joints(source: str, read: str) -> Iterator[tuple[int, int]]:
    r"""Where, from and to, the joints of a text stand in it, of which it was read without them.

    >>> list(joints("Home | Share", "Home \n Share"))
    [(5, 6)]
    """
    return (joint.span() for joint in MARK.finditer(source) if not read[joint.start() : joint.end()].strip())


def _joint(source: str) -> str | None:
    """What joins the lines of a text."""
    counts = {joint: source.count(joint) for joint in JOINTS}
    if max(counts.values()) < FEWEST or behind_lines(source, MOST_LINES) < len(source):
        return None
    often = (joint for joint, n in counts.items() if n >= FEWEST)
    return next((joint for joint in often if _are_lines(source.split(joint), joint)), None)


def _are_lines(parts: Sequence[str], joint: str) -> bool:
    """Whether the parts between the joints, at least of one line, are lines that a reader of the page saw."""
    pieces = [text for part in parts for line in part.splitlines() if (text := line.strip())]
    if joint == "|" and len(pieces) > MANY and sum(map(len, parts)) <= MOST * len(pieces):
        return True
    ended = [len(text.split()) >= SENTENCE_WORDS and ending(text) == STOP for text in pieces[:-1]]
    return sum(ended) >= SENTENCES


@lru_cache(maxsize=len(JOINTS))
def _run(joint: str) -> re.Pattern[str]:
    """A joint, and those that stand behind it with nothing between: they part no more than one does."""
    mark = re.escape(joint)
    return re.compile(rf"{mark}(?:[^\S\n]*{mark})*")
