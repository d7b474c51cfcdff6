"""Who says the same: lines that are equal to the letter, and close ones that say nearly the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from newsclean.page.block import Block
from newsclean.page.prose import is_paragraph
from newsclean.phrases.plain import plain

NEIGHBOURS = 3  # an alt text stands at most so many lines from its caption
SHORTEST_KEY = 10  # characters of a line that is the beginning of another
MORE = 2  # times as many words: a line that has so many is another
MOST_CHARACTERS = 320  # characters: a longer line is no caption, title or teaser that another repeats
COPIED, COPIED_PARAGRAPHS = 5, 3  # lines in a row, and paragraphs among them, that no refrain has
COPIED_SHARE = 0.25  # of the words of the page's paragraphs


def twins_of(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says letter for letter what another says, the first such; for the first, the second."""
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for n, key in enumerate([b.key for b in blocks]):
        if key and (other := first.setdefault(key, n)) != n:
            twins[n] = other
            twins.setdefault(other, n)
    return twins


def copies_of(blocks: Sequence[Block], twins: Mapping[int, int]) -> frozenset[int]:
    """The lines of a second copy of the story, as for telephones: in a row they say what others in a row said before.

    One line that stands twice is sooner a caption and the text that stands in for its picture; some that do, and are
    little of the page, are sooner cards of other stories.
    """
    if sum([other < n for n, other in twins.items()]) < COPIED:
        return frozenset()  # nearly all pages
    found: list[Block] = []
    for distance, run in groupby(blocks, key=lambda b: b.number - twins.get(b.number, b.number)):
        lines = list(run) if distance > 0 else []
        if len(lines) >= COPIED and sum(map(is_paragraph, lines)) >= COPIED_PARAGRAPHS:
            found += lines
    prose, copied = (sum([b.words for b in some if is_paragraph(b)]) for some in (blocks, found))
    return frozenset([b.number for b in found] if copied >= COPIED_SHARE * prose else ())


def echoes_of(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says nearly what a close one says, that one."""
    echoes: dict[int, int] = {}
    short = [
        (b, b.number, b.tokens, len(b.tokens), 0 if b.folded.isascii() else _n_accents(b.tokens))
        for b in blocks
        if len(b.tokens) > 2 and len(b.core) <= MOST_CHARACTERS
    ]
    for n, (b, number, words, size, accents) in enumerate(short, 1):
        for other, its_number, its_words, its_size, its_accents in short[n : n + NEIGHBOURS]:
            if its_number - number > NEIGHBOURS:
                break
            shared = len(words & its_words)
            fewer = min(its_size, size)
            # One may be the other without its accents; if as many words have accents as are lacking.
            if (not accents) != (not its_accents) and 4 * (shared + accents + its_accents) >= 3 * fewer:
                shared = max(shared, len(_plain_words(words) & _plain_words(its_words)))
            # Three quarters of the fewer words, as _nearly asks: nine of ten neighbours have not.
            if 4 * shared >= 3 * fewer and _nearly(b, other, shared):
                echoes.setdefault(number, its_number)
                echoes.setdefault(its_number, number)
    return echoes


def _n_accents(words: frozenset[str]) -> int:
    """How many words of a line that has accents or the like have them."""
    return sum([not word.isascii() for word in words]) or 1


@lru_cache(maxsize=2048)
def _plain_words(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _nearly(a: Block, b: Block, shared: int) -> bool:
    """Whether one says what the other says, but not letter for letter: a beginning of it, or nearly all its words."""
    if a.key == b.key:
        return False
    fewer, more = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    n = len(fewer.tokens)
    if shared < 0.75 * n:
        return False
    if shared >= 0.8 * len(more.tokens) and n >= 5:
        return True
    if len(fewer.key) < SHORTEST_KEY:
        return False
    if fewer.key in more.key and (n >= 6 or more.key.startswith(fewer.key)):
        return True
    says_more = len(more.tokens) > MORE * n  # a lead takes up the words of its headline, or of the caption over it
    return not says_more and n >= 6 and shared >= 0.9 * n
