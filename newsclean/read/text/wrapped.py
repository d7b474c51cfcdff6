"""Lines wrapped at a fixed width: which of them are one paragraph?

A line goes on in the next where the next one's first word would not have fitted on it. So poems, tables, addresses and
lists stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.page.shape import COMMA, NONE, QUOTE, ending
from newsclean.read.text.lines import BULLET, COLUMNS, Line
from newsclean.read.text.width import Width, is_centred, is_full, is_nearly_full, is_parted

BAR = re.compile(r"[\W_]+\Z")  # a line of nothing but marks, such as parts what stands above it from what is below
INSIDE = re.compile(r"[–—] |(?!1[.)])\d{1,2}\. ")  # “– said Mara –”, “12. Mai”: a line of a paragraph may open so


def groups(lines: Sequence[Line], width: Width) -> list[tuple[int, int]]:
    """Which lines are one block: (first, behind the last) for each."""
    found: list[tuple[int, int]] = []
    first = 0
    for i in range(1, len(lines)):
        if not _goes_on(lines[first], lines[i - 1], lines[i], width):
            found.append((first, i))
            first = i
    if lines:
        found.append((first, len(lines)))
    return found


def _goes_on(first: Line, above: Line, line: Line, width: Width) -> bool:
    if line.gap:
        return False
    if is_parted(above, line) or is_centred(above, line, width):
        return True
    if _stands_apart(first, above, line) or BAR.match(above.text) or BAR.match(line.text):
        return False
    is_amid = ending(above.text) in (NONE, COMMA, QUOTE)
    if BULLET.match(line.text) and not (is_amid and INSIDE.match(line.text) and not BULLET.match(first.text)):
        return False
    if _is_row(line.text) and _is_row(above.text):
        return False
    return is_full(above, line, width) or (is_amid and line.text[0].islower() and is_nearly_full(above, width))


def _is_row(text: str) -> bool:
    return "   " in text or COLUMNS.search(text) is not None


def _stands_apart(first: Line, above: Line, line: Line) -> bool:
    """Whether a line stands further in or out than the paragraph above it: as a quotation does, or what is no list."""
    is_item = BULLET.match(first.text) is not None
    if line.indent > above.indent + 1:
        return not is_item
    if line.indent >= above.indent:
        return False
    return line.indent < first.indent if is_item else above is not first
