"""What the blank lines of a text mean: the same story is written with none, with one or with three between its lines.

Everything after `read` asks only whether lines stand right below each other (a menu, a list), a blank line apart (the
paragraphs of a story) or further. So a text whose lines are paragraphs gets the gaps that it would have with blank
lines, whatever its writer put there. A dump of a whole page keeps its own: in it, lines without blank lines are menus.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsclean.page.shape import COLON, STOP, ending
from newsclean.read.text.lines import Line

FEW_BLANK = 0.05  # share of lines with a blank line before them, at most, in a text without blank lines
SHORT = 30  # characters of an entry of a menu, of a line of verse
MENU = 10  # short lines right below each other, around the story: all but 4 % of dumped pages have such a row
LIST = 20  # the same between two paragraphs, where a story may list winners or ingredients
PARAGRAPH = 80  # characters of a line that ends like a sentence
DUMP = 20  # lines, at least, of a page that was dumped
RAGGED = 7  # numbers of blank lines that stand between lines: what writes for readers knows five at most


def is_ragged(lines: Sequence[Line]) -> bool:
    """Whether a text has all kinds of gaps, from none to dozens of blank lines.

    Such are the line ends of an HTML file between its tags, as `get_text()` leaves them. They part what stands in one
    list, and not what stands in two.

    >>> is_ragged([Line(0, 0, "Pumps", n % 9) for n in range(DUMP)])
    True
    """
    return len(lines) >= DUMP and len({line.gap for line in lines}) >= RAGGED


def without_gaps(lines: Sequence[Line]) -> list[Line]:
    """The lines, right below each other."""
    return [line._replace(gap=0) if line.gap else line for line in lines]


def has_few_blanks(lines: Sequence[Line]) -> bool:
    """Whether a text has no blank lines, but perhaps one in twenty."""
    return sum(1 for line in lines if line.gap > 0) <= FEW_BLANK * len(lines)


def has_menu(lines: Sequence[Line]) -> bool:
    """Whether rows of short lines stand right below each other, as in menus, footers and poems.

    Lines that say the same count once, and figures not at all: a bar of buttons says each name thrice, and a table of
    results is of the story.
    """
    prose = [n for n, line in enumerate(lines) if len(line.text) >= PARAGRAPH and ending(line.text) == STOP]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), 0)
    at = 0
    for is_short, row in groupby(lines, key=_is_short):
        texts = [line.text for line in row]
        if is_short and len(texts) >= MENU:
            entries = {text.casefold() for text in texts if not text[0].isdigit()}
            if len(entries) >= (LIST if first < at < last else MENU):
                return True
        at += len(texts)
    return False


def _is_short(line: Line) -> bool:
    return len(line.text) <= SHORT and ending(line.text) not in (STOP, COLON)


def even_gaps(lines: Sequence[Line]) -> list[int]:
    """For each line the gap that it would have if a blank line stood between every two paragraphs.

    Left alone when rows of short lines stand right below each other (menus, verses), or blank lines part some of the
    lines and not others: there they mean something.

    >>> even_gaps([Line(0, 44, "The first two pumps reached the quay at noon.", 0), Line(45, 57, "All is well.", 0)])
    [0, 1]
    """
    if has_few_blanks(lines) and not has_menu(lines):
        return [line.gap or 1 if n else line.gap for n, line in enumerate(lines)]
    least = min((line.gap for line in lines if line.gap > 0), default=1)
    return [line.gap - least + 1 if line.gap > 0 else line.gap for line in lines]
