"""The marked form for a terminal: in colour, and a long line wrapped under its margin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import get_args

from newsclean.article.explain import MARGIN, marked
from newsclean.article.kinds import AwayKind, FieldKind
from newsclean.article.parts import Segment

LEAST_WIDTH = 20  # columns that a line has beside its margin, however narrow the terminal
FIELD, AWAY, FAINT, PLAIN = "\x1b[36m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
COLOURS = dict.fromkeys(get_args(FieldKind), FIELD) | dict.fromkeys(get_args(AwayKind), AWAY)
# A page must not move the cursor, rename the window or write its own colours.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def for_terminal(source: str, segments: Sequence[Segment], *, columns: int, colour: bool) -> str:
    """The marked form for reading: margins in the colour of fields or of what is away, what is away in faint letters.

    It is wrapped, so it does not give `source` again as the marked form does.
    """
    lines = marked(source, segments).splitlines()
    return "\n".join(shown for line in lines for shown in _shown(CONTROL.sub("\ufffd", line), columns, colour=colour))


def _shown(line: str, columns: int, *, colour: bool) -> Iterator[str]:
    margin, bar, text = line.partition(" | ")
    indent = len(margin) + len(bar)
    for n, piece in enumerate(wrapped(text.expandtabs(4), max(LEAST_WIDTH, columns - indent))):
        left = f"{margin}{bar}" if n == 0 else " " * max(indent, MARGIN + 3)
        yield _coloured(left, piece, margin.split()) if colour else f"{left}{piece}"


def _coloured(left: str, text: str, kinds: Sequence[str]) -> str:
    paint = next((COLOURS[kind] for kind in kinds if kind in COLOURS), "")
    is_away = bool(kinds) and all(COLOURS.get(kind) == AWAY for kind in kinds)
    text = f"{FAINT}{text}{PLAIN}" if is_away else text
    return f"{paint}{left}{PLAIN}{text}" if paint else left + text


def wrapped(text: str, width: int) -> list[str]:
    """`text` in pieces of so many columns at most, cut at blanks where it has some.

    >>> wrapped("The first two pumps", 10), wrapped("港の水門が開いた", 10)
    (['The first', 'two pumps'], ['港の水門が', '開いた'])
    """
    pieces = []
    begin = at = blank = used = 0
    while at < len(text):
        if text[at] == " ":
            blank = at
        used += columns_of(text[at])
        if used > width and at > begin:
            end = blank if blank > begin else at
            pieces.append(text[begin:end].rstrip())
            begin = at = end + (text[end] == " ")
            used = blank = 0
            continue
        at += 1
    return [*pieces, text[begin:]]


def columns_of(character: str) -> int:
    """How many columns of a terminal a character takes: none for a mark over another, two for a wide one."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
