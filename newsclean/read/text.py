"""Raw text to blocks: one block a line, or a few lines that are one paragraph."""

from __future__ import annotations

import re

from newsclean.article import TextKind
from newsclean.page import Block

LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
OPENING, CLOSING = "([（【", ")]）】"
LONGEST_BRACKET = 160  # characters: a credit broken into lines at its brackets is shorter
BREAK = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BULLET = re.compile(
    r"""
    [•‣◦⁃▪▸●■□–—*·+-]\s+(?=\S)    # a bullet and a blank
    | \(?\d{1,2}[.)]\s+(?=\S)      # a number
    """,
    re.VERBOSE,
)


def bullet_kind(text: str) -> TextKind:
    """`list_item` for a line that opens with a bullet or a number, else `paragraph`."""
    return "list_item" if BULLET.match(text) else "paragraph"


def read_text(source: str) -> tuple[Block, ...]:
    """The blocks of a raw text, in order; outer blanks of a line belong to no block."""
    blocks: list[Block] = []
    end = 0
    opened = False  # whether the last block ends in a bracket that opens
    for match in LINE.finditer(source):
        start, text = match.start(), match.group()
        gap = _blank_lines(source[end:start]) if end else 0
        end = match.end()
        joined = in_bracket(blocks[-1].text, text) if opened else None
        if joined is not None:
            blocks[-1] = blocks[-1]._replace(text=joined, end=end)
            opened = text[-1] not in CLOSING
        else:
            blocks.append(Block(len(blocks), start, end, text, bullet_kind(text), gap))
            opened = opens(text)
    return tuple(blocks)


def _blank_lines(between: str) -> int:
    """How many blank lines there are in what stands between two lines."""
    breaks = between.count("\n") or len(BREAK.findall(between))
    return max(0, breaks - 1)


def opens(text: str) -> bool:
    """Whether a line ends in a bracket that opens: not one of code, which has no blank before it.

    >>> opens("The pump house. ("), opens("print(")
    (True, False)
    """
    return text[-1] in OPENING and (len(text) == 1 or text[-2].isspace())


def in_bracket(text: str, following: str) -> str | None:
    """A line with one that goes on inside its bracket: “(”, “Image:”, “Jo Doe/AP)”; None where that is too long."""
    whole = text + following if text[-1] in OPENING else f"{text} {following}"
    return None if len(whole) > LONGEST_BRACKET else whole
