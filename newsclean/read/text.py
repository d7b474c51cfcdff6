"""Raw text to blocks: one block a line, or a few lines that are one paragraph."""

from __future__ import annotations

import re

from newsclean.article import TextKind
from newsclean.page import Block

LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
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
    blocks = []
    end = 0
    for index, match in enumerate(LINE.finditer(source)):
        start = match.start()
        text = match.group()
        gap = source.count("\n", end, start) - 1 if index else 0
        end = match.end()
        blocks.append(Block(index, start, end, text, bullet_kind(text), gap))
    return tuple(blocks)
