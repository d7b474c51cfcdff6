"""A page in one line whose pieces bars part, as `get_text("|")` writes it: each piece is a line."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.read.text.lines import Line

FEWEST = 20  # bars: a headline has two, a row of a table a dozen
MOST = 400  # characters from one bar to the next, in the mean: paragraphs and menus


def between_bars(lines: Sequence[Line]) -> list[Line] | None:
    """The pieces between the bars of the few lines of a text; None if bars part nothing.

    >>> between_bars([Line(0, 9, "Home | It", 0)])
    """
    bars = sum([line.text.count("|") for line in lines])
    if bars < FEWEST or sum([len(line.text) for line in lines]) > MOST * bars:
        return None
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: Line) -> list[Line]:
    pieces: list[Line] = []
    at = line.start
    for part in line.text.split("|"):
        piece = part.strip()
        if piece:
            start = at + part.index(piece)
            pieces.append(Line(start, start + len(piece), piece, 0 if pieces else line.gap))
        at += len(part) + 1
    return pieces
