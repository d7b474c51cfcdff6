"""How wide the lines of a text are wrapped: the width at which the next line's first word did not fit on them.

Nearly every line that goes on in the next is as full as it can be in a wrapped text, and all of them at one width.
Browsers in a terminal count its columns, of which a Chinese sign takes two; others count signs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

import regex

from newsclean.page.shape import COLON, STOP, ending
from newsclean.phrases.fold import UNSPACED
from newsclean.read.text.lines import BULLET, COLUMNS, Line

NARROW, WIDE = 50, 104  # columns: how wide texts are wrapped
WIDEST = 250  # the same where lines go on in small letters
GOING_ON, AS_FULL = 4, 0.8  # lines that do and are as full as lines can be; their share of those nearly as long
BROKEN, BROKEN_SHARE = 1, 0.05  # lines that open with a comma or a stop, as inline tags break them; their share
OPENING = 2  # signs without blanks before them: a mark that may not open a line takes the one before it along
PARTED = regex.compile(r"[^\W\d_]{2}-\Z")  # “passen-”, over “gers”
FEW_PARTED, PARTED_SHARE = 2, 0.05  # lines of a narrow column that end so, and their share of it
COLUMN_LINES, IN_SMALL, FULL_OF_COLUMN = 8, 0.6, 0.9  # lines that go on; of these, go on in a small letter; are full
WORD = 8  # characters: so far from the width most full lines end
WRAPPED, FEW_WRAPPED = 4, 2  # lines that are as full as lines can be; the same where a sentence goes on in the next
FULL = 0.65  # their share of the lines that are nearly as long and have another right below them
NONE_LONGER, FULL_WHERE_NONE = 12, 0.2  # the same in a text of which no line is longer
NEARLY, ALMOST = 0.6, 0.8  # of the width; the same where a line goes on with a small letter
LONGER = 0.2  # share of the text that may stand in longer lines
BEYOND = 4  # columns: by so much more are lines full as well, as headings are, which lynx begins further left
MARGIN = 8  # columns, of both sides
TWO_COLUMNS = regex.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]"
)
CLOSER = regex.compile(r"[,.;:!?)\]”»’](?:\s|\Z)")
NO_COLUMN = regex.compile(r"[\p{Mn}\p{Me}\p{Cf}]")

FIRST = regex.compile(rf"[^ \t](?:(?!{UNSPACED.pattern})[^ \t])*+")  # word: a blank that may not be broken is of it

Pair = tuple[int, Line, Line]  # how long a line is, the line, and the one right below it


class Width(NamedTuple):
    """How wide a text is wrapped, and how its lines are measured: in signs or in columns."""

    size: int
    measure: Callable[[str], int]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns("quay"), columns("灯塔"), columns("कु")
    (4, 4, 1)
    """
    return len(text) if text.isascii() else len(text) + len(TWO_COLUMNS.findall(text)) - len(NO_COLUMN.findall(text))


def wrap_width(lines: Sequence[Line]) -> Width | None:
    """The width at which the lines of a text are wrapped, or None where they are not."""
    below = [(a, b) for a, b in pairwise(lines) if not b.gap and _may_go_on(a, b)]
    if len(below) < FEW_WRAPPED:
        return None
    found: list[tuple[int, Width]] = []
    for measure in (len, columns) if any(map(_is_measured_twice, lines)) else (len,):
        full, size = _all_end_at([(a.indent + measure(a.text), a, b) for a, b in below], measure)
        most = LONGER if full >= GOING_ON else 0
        if full and _share_of_longer(lines, Width(size, measure)) <= most:
            found.append((full, Width(size, measure)))
    if found:
        return max(found, key=itemgetter(0))[1]
    size = _many_end_at([(a.indent + len(a.text), a, b) for a, b in below], lines)
    return Width(size, len) if size else None


def _may_go_on(line: Line, below: Line) -> bool:
    is_prose = " " in line.text or UNSPACED.search(line.text) is not None
    return is_prose and not BULLET.match(below.text) and not COLUMNS.search(line.text)


def _is_measured_twice(line: Line) -> bool:
    return not line.text.isascii() and len(line.text) != columns(line.text)


def _all_end_at(pairs: Sequence[Pair], measure: Callable[[str], int]) -> tuple[int, int]:
    """How many lines that go on in the next are as full as they can be, at the width where most are, and that width.

    A line goes on where the next begins in a small letter, or with one that has no capital. It is full at every width
    at which it fits and the first word below it does not. None are where they are too few of the lines nearly as long,
    or lines were broken at inline tags. Where most begin without a capital because there is none, two count as one.
    """
    spans = [
        (n, n + _added(b, measure), b.text[0].islower())
        for n, a, b in pairs
        if NARROW <= n <= WIDEST and _opens_small(b.text) and ending(a.text) not in (STOP, COLON)
    ]
    if len(spans) < FEW_WRAPPED:
        return 0, 0
    change = Counter(first for first, _, _ in spans)
    change.subtract(behind for _, behind, _ in spans)
    widths = sorted(change)
    full, size = max(zip(accumulate(change[n] for n in widths), (-n for n in widths), strict=True))
    nearly = sum([NEARLY * -size <= n <= -size for n, _, _ in spans])
    broken = sum([CLOSER.match(b.text) is not None for _, _, b in pairs])
    is_full = full >= max(FEW_WRAPPED, AS_FULL * nearly) and broken <= max(BROKEN, BROKEN_SHARE * full)
    small = sum([is_small for _, _, is_small in spans])
    return (full if 2 * small >= len(spans) else full // 2, -size) if is_full else (0, 0)


def _opens_small(text: str) -> bool:
    return text[0].isalpha() and not text[0].isupper()


def _share_of_longer(lines: Sequence[Line], width: Width) -> float:
    """How much of a text stands in lines that could have been wrapped, and are longer than the width."""
    sizes = [line.indent + width.measure(line.text) for line in lines]
    return sum([n for n, line in zip(sizes, lines, strict=True) if n > width.size and _can_be_parted(line)]) / sum(
        sizes
    )


def _can_be_parted(line: Line) -> bool:
    """Whether a line could have been wrapped: no address could, nor one with its number, and no row of a table."""
    bullet = BULLET.match(line.text)
    text = line.text[bullet.end() if bullet else 0 :]
    return (" " in text or UNSPACED.search(text) is not None) and "   " not in text


def _many_end_at(pairs: Sequence[Pair], lines: Sequence[Line]) -> int:
    """The width at which lines are full, whatever the next ones begin with; 0 if there is none.

    Lines far shorter than that tell nothing: in the dump of a whole page they are of menus. Those that end like a
    sentence speak against it: paragraphs may be as long as each other.
    """
    pairs = [
        (n, a, b)
        for n, a, b in pairs
        if n <= WIDE and not (b.indent > a.indent + 1 and ending(a.text) == STOP)  # opens a paragraph
    ]
    longest = sorted([n for n, _, _ in pairs], reverse=True)
    size = next((n for n, other in zip(longest, longest[FEW_WRAPPED - 1 :], strict=False) if other >= n - WORD), 0)
    width = Width(size, len)
    sizes = [line.indent + len(line.text) for line in lines]
    longer = sum([n for n in sizes if n > size])
    if longer > LONGER * sum(sizes):
        return 0
    if size < NARROW and (longer or not _is_column([(a, b) for _, a, b in pairs], width)):
        return 0
    nearly = [(a, b) for n, a, b in pairs if n >= NEARLY * size]
    full = sum([is_full(a, b, width) and ending(a.text) != STOP for a, b in nearly])
    if not longer and full >= NONE_LONGER:
        return size if full >= FULL_WHERE_NONE * len(nearly) else 0
    fewest = FEW_WRAPPED if not longer and any(b.text[0].islower() for _, b in nearly) else WRAPPED
    return size if full >= max(fewest, FULL * len(nearly)) else 0


def _is_column(pairs: Sequence[tuple[Line, Line]], width: Width) -> bool:
    """Whether narrow lines are of a printed column: words are parted at their ends, or sentences go on on the next.

    A verse has as narrow lines, but parts no words, begins with capitals or has lines of all lengths.
    """
    parted = sum([is_parted(a, b) for a, b in pairs])
    if parted >= max(FEW_PARTED, PARTED_SHARE * len(pairs)):
        return True
    going_on = [(a, b) for a, b in pairs if ending(a.text) != STOP]
    small = sum([b.text[0].islower() for _, b in going_on])
    full = sum([is_full(a, b, width) for a, b in going_on])
    n = len(going_on)
    return n >= COLUMN_LINES and small >= IN_SMALL * n and full >= FULL_OF_COLUMN * n


def is_parted(line: Line, below: Line) -> bool:
    """Whether a word, or one with a hyphen of its own, is parted by the end of a line."""
    return line.text[-1] == "-" and below.text[0].islower() and PARTED.search(line.text) is not None


def is_full(line: Line, below: Line, width: Width) -> bool:
    """Whether a line ends where the width did: the first word of the line below would not have fitted on it."""
    size = line.indent + width.measure(line.text)
    return size <= width.size + BEYOND and size + _added(below, width.measure) > width.size


def is_centred(line: Line, below: Line, width: Width) -> bool:
    """Whether two lines stand in the middle, and the first word of the one below would not have fitted on the other."""
    size = width.measure(line.text)
    twice = 2 * line.indent + size  # the middle
    margin = twice - width.size
    if line.indent == below.indent or not 0 <= margin <= MARGIN:
        return False
    is_same = abs(2 * below.indent + width.measure(below.text) - twice) <= 1
    return is_same and size + _added(below, width.measure) > width.size - margin


def is_nearly_full(line: Line, width: Width) -> bool:
    """Whether a line is about as long as the width, and not much longer."""
    size = line.indent + width.measure(line.text)
    return ALMOST * width.size <= size <= width.size + BEYOND


def _added(below: Line, measure: Callable[[str], int]) -> int:
    """By how much a line would grow if the first word below it stood on it as well: in some scripts that is a sign."""
    text = below.text
    if UNSPACED.match(text):
        return measure(text[:OPENING])
    word = FIRST.match(text)
    return 1 + measure(word[0] if word else "")
