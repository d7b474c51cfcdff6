"""Where the headline of one long line begins and ends in a script without capitals.

Nothing but blanks parts it from the menu over it and from the date, byline and buttons under it: phrases and dates do.
It is looked for before the first sentence ends. Where words are parted by blanks as well, a date may be of that
sentence: “On 12 November 2026 the town …”; so there it takes a time, a label or something else of a head beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.phrases.find import openings
from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.dates import date_share
from newsclean.read.text.phrased import Found, phrases_of

MOST_WORDS, MOST_CHARACTERS = 60, 600  # of what is looked at
FEWEST_CHARACTERS, LONGEST = 4, 120  # of a headline
OF_MENU = frozenset(("navigation", "kicker", "paywall", "promo", "share", "media"))
UNDER_HEADLINE = frozenset(("share", "timestamp", "byline", "credit", "media"))
MOST_OF_DATE = 6  # words
YEAR, CLOCK = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"), re.compile(r"\d[:時시]\s?\d\d")
NAME_AND_ROLE = 2  # words
NAME, UNSPACED_NAME = 2, 4  # words of a name; characters of one that is written without blanks
WORD = re.compile(r"\S+")
LETTERS = 400  # characters by which the script is told


class Head(NamedTuple):
    """The head of a page that is one long line."""

    edges: tuple[int, ...]  # the places where its parts begin, and where the story does
    headline: int  # where it begins
    is_one: bool  # no blank inside of it may have been the end of a line


class _Words(NamedTuple):
    """The words of a head, and what stands in them."""

    said: Sequence[str]
    folded: Sequence[str]
    phrases: Mapping[int, Found]
    is_spaced: bool  # whether blanks part words, and not only lines


def is_without_capitals(text: str) -> bool:
    """Whether most letters of a text's beginning are of a script without capitals."""
    letters = [letter for letter in text[:LETTERS] if letter.isalpha()]
    return 2 * sum([letter.lower() == letter.upper() for letter in letters]) > len(letters)


def head_of(text: str, end: int, lexicon: Lexicon) -> Head | None:
    """The head of a long line whose first sentence ends at `end`; None where nothing tells where the headline ends."""
    places = [match.span() for match in WORD.finditer(text, 0, min(end, MOST_CHARACTERS))][:MOST_WORDS]
    if not places:
        return None
    words = _words(text, places, lexicon)
    first = _behind_menu(words)
    behind = next((n for n in range(first + 1, len(places)) if _under_headline(words, n)), 0)
    if not behind:
        return None
    headline = text[places[first][0] : places[behind - 1][1]]
    if not FEWEST_CHARACTERS <= len(headline) <= LONGEST:
        return None
    starts = [first]
    at = behind
    while at < len(places) and (size := _under_headline(words, at) or _single(words, at)):
        starts.append(at)
        at += size
    edges = [places[n][0] for n in (*starts, at) if n < len(places)]
    return Head(tuple(edges), places[first][0], not words.is_spaced and " " not in headline)


def _words(text: str, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> _Words:
    said = [text[start:end] for start, end in places]
    folded = [fold(word) for word in said]
    found = phrases_of(text, places, lexicon)
    for n, word in enumerate(folded):
        kind = _kind_of_label(_label_of(word), lexicon)
        if kind:
            found[n] = Found(1, kind, opens=True)
    return _Words(said, folded, found, is_spaced=UNSPACED.search(text, 0, places[-1][1]) is None)


def _kind_of_label(label: str, lexicon: Lexicon) -> str:
    """The kind of the phrase that a label is, “作者:”; of such scripts two characters find it."""
    opening = (*openings(lexicon, label[:-1]), *openings(lexicon, label[:2])) if label else ()
    return next((phrase.kind for phrase in opening if phrase.anchor == label), "")


def _behind_menu(words: _Words) -> int:
    """The first word behind the entries of a menu that open the page.

    Where words are parted by blanks, the last entry may be the headline's first word: “Cancel”, “Cancelled …”.
    """
    n = 0
    while not words.is_spaced and (found := words.phrases.get(n)) is not None and found.kind in OF_MENU:
        n += found.words
    return n


def _under_headline(words: _Words, n: int) -> int:
    """How many words from the n-th on are a date, a byline or buttons, as stand under a headline; 0 for none."""
    return _labelled_date(words, n) or _date(words, n) or _byline(words, n) or _buttons(words, n)


def _date(words: _Words, n: int) -> int:
    size = _size_of_date(words, n)
    if not size or not words.is_spaced or CLOCK.search(" ".join(words.folded[n : n + size])):
        return size
    return size if _byline(words, n + size) or _buttons(words, n + size) else 0


def _size_of_date(words: _Words, n: int) -> int:
    """How many words from the n-th on are a date with its year."""
    if n >= len(words.said) or not any(map(str.isdigit, words.said[n])):
        return 0
    for size in range(min(MOST_OF_DATE, len(words.said) - n), 0, -1):
        date = " ".join(words.folded[n : n + size])
        if YEAR.search(date) and date_share(date) == 1:
            return size
    return 0


def _labelled_date(words: _Words, n: int) -> int:
    """The same with its label: “Published: 3 May 2024”."""
    found = words.phrases.get(n)
    if found is None or found.kind != "timestamp":
        return 0
    if _label_of(words.folded[n]):
        is_date = YEAR.search(words.folded[n]) is not None
        return is_date + any(map(CLOCK.match, words.folded[n + 1 : n + 1 + is_date]))
    ends = [k + size for k in range(n + 1, n + found.words + 1) if (size := _size_of_date(words, k))]
    return ends[0] - n if ends else 0


def _byline(words: _Words, n: int) -> int:
    """How many words from the n-th on are a byline: its label before the name, or behind it as in Korean."""
    found = words.phrases.get(n)
    if found is not None and found.kind == "byline":
        if words.is_spaced:
            behind = range(n + found.words + 1, n + found.words + NAME + 1)
            return next((k - n for k in behind if k in words.phrases or _size_of_date(words, k)), 0)
        if _label_of(words.folded[n]):
            return 1
        return 2 if any(len(word) <= UNSPACED_NAME for word in words.said[n + 1 : n + 2]) else 0
    after = words.phrases.get(n + 1)
    if found is not None or after is None or after.kind != "byline" or after.opens or not words.is_spaced:
        return 0
    return NAME_AND_ROLE


def _label_of(word: str) -> str:
    """The label that is written together with what it says: “作者:” of “作者:杜乔”."""
    label, colon, said = word.partition(":")
    return label + colon if said else ""


def _buttons(words: _Words, n: int) -> int:
    """How many words from the n-th on are buttons to share, two of them or more."""
    at = n
    while (found := words.phrases.get(at)) is not None and found.kind == "share":
        at += found.words
    return at - n if at - n > 1 else 0


def _single(words: _Words, n: int) -> int:
    """The same of what stands behind such: a button, an address."""
    found = words.phrases.get(n)
    if found is not None and found.kind in UNDER_HEADLINE and not found.opens:
        return found.words
    return int("@" in words.said[n])
