"""One long line whose line ends became blanks, each one blank: runs of blanks stand for blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsclean.read.limits import MOST_BLOCKS
from newsclean.read.text.lines import Line

RUN = re.compile(r"[ \t\xa0]{2,}")
FEWEST, SIZES = 20, 8  # runs of blanks in a line; their lengths: who types two blanks by mistake types two


def lines_at_blanks(lines: Sequence[Line]) -> list[Line]:
    """The lines, parted at runs of blanks of all lengths, which are gaps; as they are where there are few.

    >>> text = "".join(f"Entry {n}" + n % 11 * " " + "  " for n in range(24))
    >>> [(line.text, line.gap) for line in lines_at_blanks([Line(0, len(text), text, 0)])][:3]
    [('Entry 0', 0), ('Entry 1', 1), ('Entry 2', 2)]
    """
    return [part for line in lines for part in _parts(line)]


def _parts(line: Line) -> Iterator[Line]:
    runs = [match.span() for match in islice(RUN.finditer(line.text), MOST_BLOCKS)]
    if len(runs) < FEWEST or len({end - start for start, end in runs}) < SIZES:
        yield line
        return
    begin, gap = 0, line.gap
    for start, end in (*runs, (len(line.text), 0)):
        yield line._replace(
            start=line.start + begin, end=line.start + start, text=line.text[begin:start], gap=gap
        )  # fmt: skip
        begin, gap = end, end - start - 1
