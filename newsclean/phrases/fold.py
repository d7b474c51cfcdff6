"""Folding: what must look alike to be compared, made alike."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

import regex

# Curly quotes, dashes and full-width forms to their ASCII kin; invisible characters away.
_KIN: dict[str, str] = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0f",
        "",
    ),
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},
}
_TO_CHANGE = re.compile(f"[{''.join(map(re.escape, _KIN))}]")
_FREQUENT = ("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("‘", "'"), ("\u00a0", " ")

WORD = re.compile(r"\w+")
# `\w` of `re` has no combining marks: it ends a Hindi word at each vowel sign. The scripts that need them stand in
# these ranges; Latin, Greek, Cyrillic, kana, Han and Hangul do without, when composed, and go the fast way.
_MAY_BE_MARKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u10ff\u135d-\u135f\u1700-\u1cff\u1dc0-\u1dff\u3099\u309a\ua800-\uabff]"
)
# For the module regex, whose own `\w` would take ⓒ for a letter, which `re` does not.
IN_WORD = r"\p{L}\p{N}\p{M}_"
MARKED_WORD = rf"[\p{{L}}\p{{N}}_][{IN_WORD}]*(?:[\u200c\u200d]+[{IN_WORD}]+)*"
_MARKED_WORD = regex.compile(MARKED_WORD)
# Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Of these, Thai, Lao, Myanmar, Khmer are written in letters: a word takes about as many of them as in other alphabets.
_SPELT = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
SIGNS_OF_WORD = (
    3  # letters and vowel signs; a word of theirs has four to five, and Han counts a word and a half for one
)
_UNSPACED_WORD = re.compile(rf"{UNSPACED.pattern}|[^\W{UNSPACED.pattern[1:-1]}]+")


def words_in(text: str) -> list[str]:
    """The words of `text` as they stand: with their vowel signs and points, and the joiners inside them.

    >>> words_in("हिन्दी में, किताब")
    ['हिन्दी', 'में', 'किताब']
    >>> words_in("The pumps' flow-rate")
    ['The', 'pumps', 'flow', 'rate']
    """
    if text.isascii() or not _MAY_BE_MARKED.search(text):
        return WORD.findall(text)
    return _MARKED_WORD.findall(text)


def first_word(text: str) -> str:
    """The word with which `text` begins, or ""."""
    word = WORD.match(text)
    end = 0 if word is None else word.end()
    if end and end < len(text) and text[end] >= "\u0300":
        marked = _MARKED_WORD.match(text)
        return "" if marked is None else marked.group()
    return text[:end]


def is_of_word(character: str) -> bool:
    """Whether it is a letter or digit, or a mark that stands on one."""
    return character.isalnum() or (character >= "\u0300" and unicodedata.category(character)[0] == "M")


def fold(text: str) -> str:
    r"""`text` as cue files write their phrases: lower case, straight quotes, single blanks, no invisible characters.

    >>> fold("“READ\u00a0 MORE”：")
    '"read more":'
    """
    if not text.isascii():
        for character, kin in _FREQUENT:  # str.replace is so fast that a second, slower look is then seldom needed
            text = text.replace(character, kin)
        if not text.isascii() and _TO_CHANGE.search(text):
            text = _TO_CHANGE.sub(lambda m: _KIN[m.group()], text)
    folded = text.lower() if text.isascii() else text.casefold()
    if "  " in folded or "\t" in folded or "\n" in folded:
        folded = " ".join(folded.split())
    return folded


def words_of_prose(folded: str) -> list[str]:
    """The words of a folded sentence, roughly (“flow-rate” stays one): in a third of the time that `tokens` takes."""
    for mark in ',.":;?!()':
        folded = folded.replace(mark, " ")
    return folded.split()


def tokens(text: str, *, unspaced: bool = False) -> list[str]:
    """The words of `text`, lower-cased; in scripts without spaces the pairs of neighbouring characters.

    >>> tokens("The pumps' flow-rate")
    ['the', 'pumps', 'flow', 'rate']
    >>> tokens("記者会見", unspaced=True)
    ['記者', '者会', '会見']
    """
    if not unspaced:
        return words_in(text.lower())
    single = _UNSPACED_WORD.findall(text.lower())
    if len(single) < 2:
        return single
    return [a + b if len(a) == len(b) == 1 else a for a, b in itertools.pairwise(single)]


def n_words(found: Sequence[str]) -> int:
    """How many words these tokens of a script without blanks stand for: of one that is written in letters a third.

    >>> n_words(tokens("記者会見", unspaced=True)), n_words(tokens("ใบชา", unspaced=True))
    (3, 1)
    """
    spelt = sum([_SPELT.match(token) is not None for token in found])
    return len(found) - spelt + -(-spelt // SIGNS_OF_WORD)
