"""What each word of one long line is: small, a capitalised name, a number, a month; and where dates stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.phrases.language_words import words_for
from newsclean.press.dates import date_words

OUTER = "\"“”«»‘’'([{„‹›¿¡)]}.,:;!?…-–—|•·*"
CLASSES = (
    "edge", "mark", "sign", "number", "date", "time", "year", "month", "small", "lower", "Small", "Capital",
    "CAPITALS", "caseless",
)  # fmt: skip
CLASS = {name: n for n, name in enumerate(CLASSES)}
SMALL = (CLASS["small"], CLASS["lower"])  # no line begins with such a word
CAPITAL = (CLASS["Small"], CLASS["Capital"], CLASS["CAPITALS"])


class Words(NamedTuple):
    """The words of one long line."""

    said: Sequence[str]
    classes: Sequence[int]  # of each, as places in CLASSES
    keys: Sequence[str]  # each bare of marks, in small letters
    stamps: Mapping[int, int]  # the gaps beside dates and inside of them, as places in STAMPS


def words_of(said: Sequence[str]) -> Words:
    """The words of one long line, and what each is."""
    seen: dict[str, tuple[int, str]] = {}
    for word in said:
        if word not in seen:
            seen[word] = _looked_at(word)
    classes, keys = [seen[word][0] for word in said], [seen[word][1] for word in said]
    return Words(said, classes, keys, _stamps(classes, keys))


STAMPS = ("none", "behind one", "before one", "between two", "inside")
NO_STAMP, BEHIND_STAMP, BEFORE_STAMP, BETWEEN_STAMPS, IN_STAMP = range(len(STAMPS))
DATE_WORDS = (CLASS["month"], CLASS["date"], CLASS["year"], CLASS["time"])
OPENS_STAMP = frozenset((*DATE_WORDS, CLASS["number"]))


def _stamps(classes: Sequence[int], keys: Sequence[str]) -> dict[int, int]:
    """The gaps beside dates and inside of them, as places in STAMPS: “Nov. 21, 2026 at 6:12 p.m.”."""
    others = date_words().all
    found: dict[int, int] = {}
    n = 0
    while n < len(classes):
        if classes[n] not in OPENS_STAMP:
            n += 1
            continue
        end, last = n, n
        seen = set()
        while end < len(classes) and end - n < MOST_OF_STAMP:
            kind = classes[end]
            if kind in SMALL and keys[end] in date_words().months and CLASS["number"] in seen:
                kind = CLASS["month"]  # “12 novembre 2026”
            if kind in DATE_WORDS or (kind == CLASS["number"] and len(keys[end]) <= LONGEST_NUMBER):
                seen.add(kind)
                last = end
            elif kind != CLASS["mark"] and keys[end] not in others:
                break
            elif kind in (CLASS["Capital"], CLASS["CAPITALS"]):
                last = end  # “Uhr”, “GMT”
            elif keys[end] in HALVES:
                last = end
            end += 1
        if CLASS["date"] in seen or (CLASS["month"] in seen and len(seen) > 1):
            found[n] = BETWEEN_STAMPS if found.get(n) == BEHIND_STAMP else BEFORE_STAMP
            found.update(dict.fromkeys(range(n + 1, last + 1), IN_STAMP))
            found[last + 1] = BEHIND_STAMP
        n = last + 1
    return found


MOST_OF_STAMP = 12  # words
LONGEST_NUMBER = 4  # “21st”
HALVES = ("a.m", "p.m", "am", "pm")


NUMBER_OF_DATE = re.compile(
    r"(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}(?:T[\d:.+Z-]{4,20})?)\Z"
)
NUMBER_OF_TIME = re.compile(r"\d{1,2}[:.h]\d\d(?:[ap]m)?\Z", re.IGNORECASE)


def _looked_at(word: str) -> tuple[int, str]:
    """The class of a word, and the word bare of marks, in small letters."""
    bare = word.strip(OUTER)
    if not bare:
        return CLASS["mark"], word
    key = bare.lower()
    first = bare[0]
    if first.isdigit():
        is_year = len(bare) == 4 and bare.isdigit() and bare[:2] in ("19", "20")
        is_date = NUMBER_OF_DATE.match(bare) is not None
        kind = "date" if is_date else "year" if is_year else "time" if NUMBER_OF_TIME.match(bare) else "number"
    elif not first.isalpha():
        kind = "sign"
    elif first.islower():
        kind = "small" if key in words_for("small") else "lower"
    elif key in date_words().months:
        kind = "month"
    elif len(bare) > 1 and bare.isupper():
        kind = "CAPITALS"
    elif first.isupper():
        kind = "Small" if key in words_for("small") else "Capital"
    else:
        kind = "caseless"
    return CLASS[kind], key
