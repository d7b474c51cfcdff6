"""Lines wrapped at a fixed width: which of them are one paragraph?

A line goes on in the next where the next one's first word would not have fitted on it. So poems, tables, addresses and
lists stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.read.text.lines import BULLET, COLUMNS, Line
from newsclean.read.text.textform import is_full, is_parted


def groups(lines: Sequence[Line], width: int) -> list[tuple[int, int]]:
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


def _goes_on(first: Line, above: Line, line: Line, width: int) -> bool:
    if not line.gap and is_parted(above, line):
        return True
    if line.gap or not is_full(above, line, width) or BULLET.match(line.text):
        return False
    if line.indent > above.indent + 1 and not BULLET.match(first.text):
        return False  # opens a paragraph, or is set off as a quotation is
    return not (COLUMNS.search(line.text) and COLUMNS.search(above.text))
