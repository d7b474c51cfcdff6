"""The title of a window that opens one long line, “Pumps arrive - The Post”, and the headline that says it again.

A whole page in one line opens so. Nothing but blanks parts the headline from the menu before it and the byline behind;
that the page's first words are said once more, up to the mark behind which the site's name stands, tells where it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from newsclean.phrases.language_words import words_for
from newsclean.read.text.wordkinds import CAPITAL, SMALL, Words

SITE_MARKS = frozenset(("|", "-", "–", "—", "·", "•", "»", "::", ":", "||", "*"))  # between headline and site's name
SITE_WORDS, LABEL_WORDS = 3, 8  # of a site's name behind one; of a site's or series' name before the headline
FEWEST_WORDS, FEWEST_CHARACTERS, MOST_WORDS = 4, 12, 40  # of a headline; few sentences say so many words of one again
# Words of one that no mark parts from the menu behind it, where a phrase of menus or a date does or nothing; and how
# far the end of the first sentence then is, which is none of the story's.
PHRASED, MENU = 6, 60
BARE, LONG_SENTENCE = 8, 30
MOST_TIMES = 20  # places where it may be said again
GOES_ON, STEM = ",:;-–—&/", 4  # behind one of these no headline ends; letters of two words that are one
Piece = tuple[int, int]  # from which word up to which


def titled(words: Words, stops: Sequence[int], known: Collection[int]) -> list[Piece]:
    """Where the page's headline stands, in its window's title and where it is said again; none where it is not.

    `stops`: the words behind a sentence's end; `known`: those with which something begins.
    """
    keys = [key.replace("’", "'") for key in words.keys]
    best = list[Piece]()
    for first in _beginnings(words):
        pieces = [(at, at + _length(words, first, at, n)) for at, n in _again(keys, first)]
        pieces = [piece for piece in pieces if _is_title(words, first, piece, stops, known)]
        most = max([end - at for at, end in pieces], default=0)
        if most > (best[0][1] - best[0][0] if best else 0):
            over, *others = [piece for piece in pieces if piece[1] - piece[0] == most]
            # Behind the headline a sentence may begin with it: “Pumps arrive in Orrin Monday, the town said.”
            best = [(first, first + most), over, *[piece for piece in others if piece[1] in known]]
    return best


def _beginnings(words: Words) -> Iterator[int]:
    """With which words the headline may begin: the first, those behind a label: “Orrin: …”, “The Post | …”."""
    yield 0
    for n, word in enumerate(words.said[:LABEL_WORDS]):
        if word in SITE_MARKS or word[-1] == ":":
            yield n + 1


def _again(keys: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Where the words from one of the page's first on are said again, and how many of them."""
    size, opening = len(keys), keys[first : first + FEWEST_WORDS]
    places = (
        at for at in range(first + FEWEST_WORDS, size - FEWEST_WORDS)
        if keys[at] == opening[0] and keys[at : at + FEWEST_WORDS] == opening
    )  # fmt: skip
    for at in islice(places, MOST_TIMES):
        n = FEWEST_WORDS
        while n < MOST_WORDS and at + n < size and first + n < at and keys[at + n] == keys[first + n]:
            n += 1
        yield at, n


def _length(words: Words, first: int, at: int, n: int) -> int:
    """How many of so many words that are said again are the headline's: not the site's name, and no mark before it."""
    marks = [k for k in range(max(FEWEST_WORDS, n - SITE_WORDS - 1), n) if words.said[first + k] in SITE_MARKS]
    return marks[0] if marks and words.said[at + marks[0]] in SITE_MARKS else n


def _is_title(words: Words, first: int, piece: Piece, stops: Sequence[int], known: Collection[int]) -> bool:
    """Whether what is said again is the whole of a headline both times."""
    at, end = piece
    n = end - at
    if sum(map(len, words.keys[at:end])) < FEWEST_CHARACTERS or not _may_begin(words, at) or not _ends(words, end):
        return False
    if words.said[end - 1][-1] == ".":
        return False  # a caption that is said twice, behind its label
    if words.said[end - 1][-1] in GOES_ON or words.keys[end][:STEM] == words.keys[first + n][:STEM]:
        return False  # more of it stands behind: “Problems--Simple”, “Problems—simple”
    if words.said[first + n] in SITE_MARKS:
        return True
    if not _ends(words, first + n):
        return False
    behind = bisect_right(stops, first + n)
    to_stop = (stops[behind] if behind < len(stops) else len(words.said)) - first
    if n >= BARE and to_stop >= LONG_SENTENCE:
        return True
    return n >= PHRASED and to_stop >= MENU and (first + n in known or end in known)


def _may_begin(words: Words, n: int) -> bool:
    return n < len(words.said) and words.classes[n] not in SMALL


def _ends(words: Words, n: int) -> bool:
    """Whether a headline may end before a word: no small one goes on, but such as bylines begin with."""
    if _may_begin(words, n):
        return True
    is_by = n + 1 < len(words.said) and words.keys[n] in words_for("by") | words_for("by_or_of")
    return is_by and words.classes[n + 1] in CAPITAL
