"""The lines of a raw text, and what stands between two lines that are joined."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from newsclean.article.kinds import TextKind
from newsclean.phrases.fold import UNSPACED

LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
BREAK = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BULLET = re.compile(
    r"""
    [•‣◦⁃▪▸●■□–—*·+-]\s+(?=\S)    # a bullet and a blank
    | \(?\d{1,2}[.)]\s+(?=\S)      # a number
    """,
    re.VERBOSE,
)
COLUMNS = re.compile(r"\S(?: {3,20}|\t)\S|\|")  # of a table
UNDERLINE = re.compile(r"(?:={3,200}|-{3,200}|~{3,200})\Z")
CLOSING = frozenset(",.;:!?)]}”»’›…%。，、；：！？）】」』؟،؛।")
OPENING = frozenset("([{„«‹¿¡（【「『@#$€£/")
USUAL = {"": 0, "\n": 0, "\n\n": 1}  # what stands between most lines
BRACKETS = frozenset("<>＜＞()[]（）［］《》〈〉【】")  # beside a script without blanks no blank stands
QUOTED = 400  # characters: so far back a quotation mark is looked for


class Line(NamedTuple):
    start: int  # offsets into the source
    end: int
    text: str
    gap: int  # blank lines before it
    indent: int = 0  # blanks before it on its own line
    traits: int = 0  # bits of a piece of one long line, as page/traits.py names them


def read_lines(source: str) -> list[Line]:
    """The lines that are not blank, without their outer blanks."""
    lines: list[Line] = []
    end = 0
    for match in LINE.finditer(source):
        start, stop = match.span()
        between = source[end:start]
        end = stop
        gap = USUAL.get(between)
        if gap is not None:
            lines.append(Line(start, stop, match[0], gap, 0))
        else:
            gap = _blank_lines(between) if lines else 0
            lines.append(Line(start, stop, match[0], gap, len(between) - len(between.rstrip(" \t"))))
    return lines


def behind_lines(source: str, n: int) -> int:
    """Where the line behind n others that are not blank begins; the source's end where there are no more."""
    line = next(islice(LINE.finditer(source), n, None), None)
    return len(source) if line is None else line.start()


def _blank_lines(between: str) -> int:
    """How many blank lines there are in what stands between two lines."""
    breaks = between.count("\n") or len(BREAK.findall(between))
    return max(0, breaks - 1)


def bullet_kind(text: str) -> TextKind:
    """`list_item` for a line that opens with a bullet or a number, else `paragraph`."""
    return "list_item" if not text[:1].isalpha() and BULLET.match(text) else "paragraph"


def glue(before: str, after: str) -> str:
    """What stands between two pieces of a sentence that a line break parted: a blank or nothing.

    >>> [glue(*both) for both in (("said", "Mara"), ("Mara", ", who"), ("(", "left"), ("well-", "known"), ("灯", "塔"))]
    [' ', '', '', '', '']
    >>> [glue(*both) for both in (("Works <", "HWK"), ("Works <HWK", ">, Orrin"), ("灯塔", "<"), ("HWK>", "が"))]
    ['', '', '', '']
    >>> [glue(*both) for both in (('He said "', "no"), ('He said "no', '" to'), ("Mara", "’s pump"), ("she", "‘No’"))]
    ['', '', '', ' ']
    """
    last, first = before[-1], after[0]
    if first in CLOSING or last in OPENING:
        return ""
    if last == "<" or (first == ">" and before.rfind("<", -QUOTED) > before.rfind(">")):
        return ""
    if (last in BRACKETS and UNSPACED.match(first)) or (first in BRACKETS and UNSPACED.match(last)):
        return ""
    if '"' in (last, first) and before.count('"', -QUOTED) % 2:
        return ""
    if first == "“" and before.count("„", -QUOTED) > before.count("“", -QUOTED):
        return ""  # closes a German quotation
    if last == "“" and before.count("„", -QUOTED) < before.count("“", -QUOTED):
        return ""
    if first == "'" and after[1:3] in ("s", "s ", "re", "ll", "ve"):
        return ""
    if last in "‘-" and before[-2:-1] != " " and (last == "‘" or before[-2:-1].isalnum()):
        return ""
    if first == "-" and after[1:2].isalnum():
        return ""
    return "" if UNSPACED.match(last) and UNSPACED.match(first) else " "
