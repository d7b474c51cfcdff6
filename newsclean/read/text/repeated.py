"""What one long line says again: an alternative text and its caption, a headline that comes again further down.

A court's long name comes again and again as well, but the sentence goes on each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsclean.read.text.longline import CLOSERS, ENDS, LongLine

NAME, TWICE = 2, 4  # words of a name, and of any line, that are said twice in a row: no sentence stammers so
AGAIN = 6  # words of a line that is said again further down


def repeated(line: LongLine, known: Collection[int]) -> set[int]:
    """Where a line begins or ends that is said twice in a row, or again; `known`: where something does in any case."""
    numbers, said = _spoken(line)
    found = _twice(line, numbers, said, known)
    return found | _again(line, numbers, said, {*known, *found})


def _spoken(line: LongLine) -> tuple[list[int], list[str]]:
    """The numbers of the words, and what they say; dashes and the like are no words."""
    said = [(n, key) for n, key in enumerate(line.keys) if key]
    return [n for n, _ in said] + [len(line.words)], [key for _, key in said]


def _runs(said: Sequence[str], size: int) -> Iterator[tuple[int, int, int]]:
    """Runs of at least `size` words that were said before: there, here, how many."""
    seen: dict[tuple[str, ...], int] = {}
    begin = offset = at = 0
    for at, run in enumerate(zip(*[said[k:] for k in range(size)], strict=False)):
        now = at - seen.get(run, at)
        seen[run] = at
        if now != offset:
            if offset:
                yield begin - offset, begin, at - begin + size - 1
            begin, offset = at, now
    if offset:
        yield begin - offset, begin, at - begin + size


def _twice(line: LongLine, numbers: Sequence[int], said: Sequence[str], known: Collection[int]) -> set[int]:
    """Where a line begins that is said twice in a row (an alternative text and its caption), again begins, and ends."""
    found: set[int] = set()
    for there, here, n in _runs(said, NAME):
        size = here - there
        if size > n:
            continue  # something stands between
        if size < TWICE:
            if size == n and all(line.has_capital(numbers[k]) for k in range(there, here)):
                found.add(numbers[here])
            continue
        start = next((k for k in range(there, there + n - size + 1) if numbers[k] in known), there)
        first = numbers[start]
        if first in known or line.word(first - 1)[-1] in ENDS:
            found.add(first)  # behind a stop also with a small letter: so alternative texts begin
        elif n > size:
            continue  # said on and on: nothing tells with which word the line begins
        end = numbers[start + 2 * size]
        found.update((numbers[start + size], end) if end in known or line.may_begin(end) else (numbers[start + size],))
    return found


def _again(line: LongLine, numbers: Sequence[int], said: Sequence[str], known: Collection[int]) -> set[int]:
    """Where a line ends that is said again further down, both times from an edge up to a word with a capital.

    One of the two must end at an edge, too, or open the page while the other stands behind no stop: sentences may begin
    alike, and where all nouns have a capital one behind them says nothing.
    """
    found: set[int] = set()
    for there, here, n in _runs(said, AGAIN):
        if not any(numbers[there + k] in known and numbers[here + k] in known for k in range(n - AGAIN + 1)):
            continue
        ends = {numbers[there + n], numbers[here + n]}
        opens = there == 0 and line.word(numbers[here] - 1).rstrip(CLOSERS)[-1:] not in (*ENDS, "")
        if (opens or ends & set(known)) and all(end in known or line.may_begin(end) for end in ends):
            found |= ends
    return found
