"""Slugs in one long line, and the headlines that they were made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate

from newsclean.read.text.longline import LongLine
from newsclean.read.text.phrased import ends_line

SLUG_WORDS, SLUG_LETTERS = 4, 12
BESIDE = 1000  # characters from a slug to its headline, at most


def slugs(line: LongLine) -> Iterator[int]:
    """Slugs, and the headline that a slug was made of, where it stands right before it or behind it."""
    slugs = [n for n, word in enumerate(line.said) if "-" in word and is_slug(word)]
    if not slugs:
        return
    offsets = [0, *accumulate(map(len, line.keys))]
    letters = "".join(line.keys)
    word_of = {offset: n for n, offset in enumerate(offsets)}
    for n in slugs:
        end = line.words[n][1]
        key = line.keys[n]
        headline = letters.find(key, offsets[n + 1], offsets[line.word_at(end + BESIDE)])
        if headline >= 0:
            yield from _whole_words(word_of, headline, headline + len(key))
        elif not ends_line(line.text, end):
            continue  # a word of a sentence: “a man-of-the-people-type-compromise is …”
        yield from (n, n + 1)
        if letters.endswith(key, 0, offsets[n]):
            yield from _whole_words(word_of, offsets[n] - len(key), offsets[n])


def is_slug(word: str) -> bool:
    """Whether a word is a headline turned into an identifier: four words or more in small letters, with hyphens.

    >>> [is_slug(w) for w in ("pumps-arrive-in-harbour-town:-“at-last”", "state-of-the-art", "Pumps-in-Harbour-Town")]
    [True, True, False]
    """
    if word.count("-") < SLUG_WORDS - 1 or "/" in word or word != word.lower():
        return False
    parts = [part for part in word.split("-") if part]
    return len(parts) >= SLUG_WORDS and sum(map(len, parts)) >= SLUG_LETTERS


def _whole_words(word_of: Mapping[int, int], start: int, end: int) -> Iterator[int]:
    if start in word_of and end in word_of:
        yield from (word_of[start], word_of[end])
