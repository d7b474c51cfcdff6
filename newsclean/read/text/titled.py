"""What the title of the window, a dump's first line, tells of its other lines: which of them say the headline.

“Pumps arrive in the old harbour town - The Post” over “Pumps arrive in” / “the old harbour town” / “3 min read”: the
second and third are one line, and the fourth is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.phrases.fold import UNSPACED
from newsclean.read.text.lines import Line

MARK = re.compile(r"\s[|·•:»–—-]{1,2}\s|\s?[|｜]\s?|:\s")  # what may part a headline from the site's name
FEWEST_WORDS, FEWEST_UNSPACED = 5, 10  # words of a headline that no sentence has inside it; characters of one
MOST_CHARACTERS = 300  # of a title
MOST_PIECES = 8  # lines that a headline was broken into
BLANKS = re.compile(r"\s+")


class Titled(NamedTuple):
    joined: frozenset[int]  # numbers of lines that are of a headline which begins above
    apart: frozenset[int]  # those that go on from no line: a headline's first, and the one behind its last


def titled(lines: Sequence[Line]) -> Titled:
    """Which lines say the headline that the first line has, alone or together."""
    heads = set(_heads(lines[0].text)) if len(lines) > 2 and len(lines[0].text) <= MOST_CHARACTERS else set()
    longest = max(map(len, heads), default=0)
    joined: set[int] = set()
    apart: set[int] = set()
    n = 1
    while heads and n < len(lines):
        end = _end(lines, n, heads, longest)
        if end:
            apart |= {1, n, end}
            joined.update(range(n + 1, end))
        n = end or n + 1
    return Titled(frozenset(joined), frozenset(apart))


def _end(lines: Sequence[Line], n: int, heads: set[str], longest: int) -> int:
    """Behind which line a headline ends that begins at line `n`; 0 if none does."""
    said = ""
    for end in range(n, min(len(lines), n + MOST_PIECES)):
        if end > n and lines[end].gap:
            return 0
        said += _squeezed(lines[end].text)
        if said in heads:
            return end + 1
        if len(said) >= longest or not any(head.startswith(said) for head in heads):
            return 0
    return 0


def _heads(title: str) -> Iterator[str]:
    """What may be the headline in the title of a window: all of it, and what stands before or behind a mark of it."""
    parts = [title]
    for mark in MARK.finditer(title):
        parts += (title[: mark.start()], title[mark.end() :])
    for part in parts:
        if len(part.split()) >= FEWEST_WORDS or (len(part) >= FEWEST_UNSPACED and UNSPACED.match(part)):
            yield _squeezed(part)


def _squeezed(text: str) -> str:
    return BLANKS.sub("", text).casefold()
