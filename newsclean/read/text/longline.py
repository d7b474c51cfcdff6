"""One long line and its words: as they stand, as cue files write them, with which of them a line may begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from newsclean.phrases.fold import fold

WORD = re.compile(r"\w+")
OPENERS = re.compile(r"[\s\"“”«»‘’'(\[]*")
ENDS, STOPS = ".:!?…।؟", ".!?"
CLOSERS = "\"“”«»‘’')]」』"  # may stand behind a sentence's end
GOES_ON = ",;-–—&/"  # behind one of these no line ends
OPENING, NO_WORD = frozenset("«„“‹¿¡([—"), "\x00"  # marks that belong to what they open: of no phrase the last word
LABEL_MARKS = ":|"

Span = tuple[int, int]


class LongLine(NamedTuple):
    """One long line, and where its words stand in it."""

    text: str
    words: Sequence[Span]
    said: Sequence[str]  # each word as it stands
    folded: Sequence[str]  # as cue files write it
    keys: Sequence[str]  # its letters and digits

    def word(self, n: int) -> str:
        return self.said[n]

    def word_at(self, at: int) -> int:
        """The number of the word that begins or goes on at a place, or of the next."""
        return bisect_right(self.words, at, key=itemgetter(1))

    def has_capital(self, n: int) -> bool:
        start, end = self.words[n]
        if self.folded[n] == NO_WORD and n + 1 < len(self.words):  # « Nous
            start, end = self.words[n + 1]
        return self.text[start] == "©" or OPENERS.sub("", self.text[start : min(end, start + 8)], count=1)[:1].isupper()

    def ends_label(self, n: int) -> bool:
        """Whether a word ends with a colon or a bar, and is not of a sentence that ended."""
        return self.word(n)[-1] in LABEL_MARKS

    def may_begin_behind_label(self, n: int) -> bool:
        return n < len(self.words) and self.has_capital(n)

    def may_begin(self, n: int) -> bool:
        """Whether a line may begin with a word: it has a capital, and the word before it does not ask for more."""
        return n < len(self.words) and self.has_capital(n) and self.word(n - 1)[-1] not in GOES_ON


def long_line(text: str, words: Sequence[Span]) -> LongLine:
    """A long line of these words, which are given by their places."""
    said = [text[start:end] for start, end in words]
    folded = {word: NO_WORD if word in OPENING else fold(word) for word in dict.fromkeys(said)}
    keys = {word: _key(word) for word in folded}  # half of the words of a page are said twice
    return LongLine(text, words, said, [folded[word] for word in said], [keys[word] for word in said])


def _key(word: str) -> str:
    return (word if word.isalnum() else "".join(WORD.findall(word))).casefold()
