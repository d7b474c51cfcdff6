"""How much there is of a text."""

from __future__ import annotations

import regex

# Scripts that print no blanks between words; a pair of their letters is counted as a word, which is about right.
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+")


def counted_words(text: str) -> int:
    """How many words a text has; in scripts without blanks between words, pairs of letters.

    >>> counted_words("The first two pumps"), counted_words("港の水門"), counted_words("")
    (4, 2, 0)
    """
    pairs = sum((len(run) + 1) // 2 for run in UNSPACED.findall(text))
    return len(UNSPACED.sub(" ", text).split()) + pairs
