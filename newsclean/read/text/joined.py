r"""Texts whose lines a scraper joined with a mark: “Home | News | The vote was seven to two. | Share”.

So `get_text("|")` writes a page, a column of a table that has no line ends, and JSON that was read as text (“\n”).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.prose import SENTENCE_WORDS
from newsclean.page.shape import STOP, ending
from newsclean.read.text.lines import Line

JOINTS = ("\\r\\n", "\\n", "|", "\t", " / ", "¶")  # the first two as they stand in JSON, a backslash and a letter
MOST_LINES = 3  # of the text
FEWEST, SENTENCES = 6, 3  # joints; sentences that end right before one: a menu has bars, and so has a table
MANY, MOST = 20, 400  # bars that need no sentences before them; characters from one to the next, in the mean


def between_joints(lines: Sequence[Line]) -> list[Line] | None:
    r"""The pieces between the joints of a text of few lines, in their places; None if nothing joins any.

    >>> line = "Home | Flood pumps arrive | The first two pumps came on Monday. | Nobody was hurt at all. | "
    >>> line += "The wall will be raised by a metre. | Share | © 2024"
    >>> [piece.text for piece in between_joints([Line(0, len(line), line, 0)])][:2]
    ['Home', 'Flood pumps arrive']
    >>> between_joints([Line(0, 50, "Home | News | Sport | Weather | Log in | Share | The pumps came on Monday.", 0)])
    """
    if len(lines) > MOST_LINES:
        return None
    for joint in JOINTS:
        if sum([line.text.count(joint) for line in lines]) >= FEWEST:
            pieces = [piece for line in lines for piece in _pieces(line, joint)]
            if _are_lines(pieces, joint, sum([len(line.text) for line in lines])):
                return pieces
    return None


def _are_lines(pieces: Sequence[Line], joint: str, size: int) -> bool:
    if joint == "|" and len(pieces) > MANY and size <= MOST * len(pieces):
        return True
    ended = [len(p.text.split()) >= SENTENCE_WORDS and ending(p.text) == STOP for p in pieces[:-1]]
    return sum(ended) >= SENTENCES


def _pieces(line: Line, joint: str) -> list[Line]:
    pieces: list[Line] = []
    at = line.start
    for part in line.text.split(joint):
        if text := part.strip():
            start = at + part.index(text)
            pieces.append(Line(start, start + len(text), text, 0 if pieces else line.gap))
        at += len(part) + len(joint)
    return pieces
