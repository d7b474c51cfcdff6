"""Words that patterns are made of: “by” and “and” in every language, abbreviations, what stands inside of names.

They stand under `words` in the cue files. Those of all languages count together, whatever `languages=` says: a page in
English names a Dutch author, and one set of patterns, made once, serves all pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.shipped import tables

STAR = r"\w{0,12}"  # what “*” stands for


@lru_cache(maxsize=64)
def words_for(key: str) -> frozenset[str]:
    """What all languages list under a key of `words`.

    >>> {"von", "par"} <= words_for("by"), "prof" in words_for("abbreviations")
    (True, True)
    """
    return frozenset(tables()["words"].get(key, ()))


def may_open(folded: str, key: str) -> bool:
    """Whether a folded line may open with one of the words under a key: a cheap look for most lines.

    >>> may_open("a gull sits on the bow", "indefinite"), may_open("above the quay", "indefinite")
    (True, False)
    """
    first_words, letters = _openings(key)
    return folded.partition(" ")[0] in first_words or folded[:1] in letters


@lru_cache(maxsize=8)
def _openings(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The first words of what stands under a key, and the first letters of that which the next word is glued to."""
    listed = list(map(fold, words_for(key)))
    return (
        frozenset([word.partition(" ")[0] for word in listed]),
        frozenset([word[0] for word in listed if _is_glued(word)]),
    )


def one_of(*keys: str, capitals: bool = False) -> str:
    """An alternation of all words under these keys, for a pattern: whole words, where the script has blanks.

    A word of one letter counts as it is written, even where the pattern ignores case: “John E Doe” is one man. One
    with a colon behind it needs that; `*` stands for up to twelve letters. `capitals`: in a pattern that heeds case,
    the words count in capitals, too, as in “JO DOE AND MARA LIND”; a man named Dan is no Indonesian “dan”.

    >>> by = re.compile(one_of("by", "author"), re.IGNORECASE)
    >>> [by.match(line)[0] for line in ("Von Jo Doe", "作者Jo Doe", "Text: Jo Doe")]
    ['Von', '作者', 'Text']
    >>> by.match("Vondel read poems"), by.match("Text messages")
    (None, None)
    """
    listed = {word for key in keys for word in words_for(key)}
    if capitals:
        listed |= {word.upper() for word in listed if len(word) > 1}
    if not listed:
        return r"(?!)"  # matches nothing
    plain = sorted(word for word in listed if word.replace(" ", "").isalpha() and len(word) > 1 and not _is_glued(word))
    apart = sorted(listed.difference(plain), key=lambda word: (_is_glued(word), -len(word), word))
    bound = [*_by_first_letter(plain), *[_pattern(word) for word in apart if not _is_glued(word)]]
    whole = [rf"(?<!\w)(?:{'|'.join(bound)})"] if bound else []
    return f"(?:{'|'.join([*whole, *map(_pattern, filter(_is_glued, apart))])})"


def _is_glued(word: str) -> bool:
    """Whether what follows may stand right behind a word, as in scripts without blanks and in Korean."""
    return UNSPACED.match(word[-1]) is not None or "가" <= word[-1] <= "힣"


def _by_first_letter(words: Sequence[str]) -> list[str]:
    """Words in order as one pattern, those of a letter together: each letter is tried once, not each word."""
    groups = [(first, [word[1:] for word in group]) for first, group in groupby(words, itemgetter(0))]
    letters = [
        f"{first}(?:{'|'.join(map(re.escape, sorted(rests, key=len, reverse=True)))})" for first, rests in groups
    ]
    return [rf"(?:{'|'.join(letters)})(?!\w)"] if letters else []


def _pattern(word: str) -> str:
    """A word as a pattern, with the end of a word behind it where its last letter has one."""
    if word[-1] == ":":
        return rf"{_pattern(word[:-1])}(?=\s?[:：])"
    escaped = re.escape(word).replace(r"\*", STAR)
    if len(word) == 1 and not _is_glued(word):
        escaped = f"(?-i:{escaped})"
    return rf"{escaped}(?!\w)" if not _is_glued(word) and (word[-1].isalnum() or word[-1] == "*") else escaped
