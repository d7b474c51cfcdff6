"""What the words of class, id, role and itemprop attributes say about an element: cues/html.toml, looked up.

A word is one token of the attribute, split at all that is no letter and at camelCase humps, lower-cased; “read-more” is two
tokens in a row, and where it is known neither of the two counts alone: `readMore` and `read_more_2` show it, `spread more` does not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

MAX_ATTRIBUTE = (
    240  # characters of an attribute that are looked at: utility classes and data run longer, names of parts do not
)
MAX_STEP = 40  # characters of a class name in a path
TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
HUMP = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
BLANKS = {n: " " for n in range(128) if not chr(n).isalpha()}
# Class names that hide an element from all who see: the frameworks' own names, whole, since “overflow-hidden” hides nothing.
HIDING = frozenset(
    "hidden hide d-none is-hidden u-hidden sr-only visually-hidden visuallyhidden visuallyHidden visually_hidden"
    " u-visually-hidden screen-reader-text screen-reader-only screenreader-only screen-reader sr-text u-sr-only"
    " show-for-sr element-invisible offscreen off-screen a11y-hidden assistive-text".split()
)
# Class names that show again on wide screens what another name hides: “hidden lg:block”, “d-none d-md-flex”.
SHOWING = re.compile(r"(?:\A|\s)(?:[a-z]{2,3}[:-]|d-[a-z]{2}-)(?:block|flex|grid|inline|table)")


class Hint(NamedTuple):
    """What a word of an element's attributes says."""

    kind: str  # a table of cues/html.toml
    word: str


# Bits of Named.flags: what the walk itself must know about an element.
HIDES, BYLINE, CAPTION, CREDIT = 1, 2, 4, 8
FLAGS = {"byline": BYLINE, "caption": CAPTION, "credit": CREDIT}


class Named(NamedTuple):
    """What a class attribute says."""

    step: str  # its first name, for a path
    flags: int
    hints: tuple[Hint, ...]


NOTHING = Named("", 0, ())


class Words(NamedTuple):
    """The words of a cue file for HTML."""

    kinds: Mapping[str, str]  # of words, and of pairs “read-more”
    tokens: frozenset[str]  # what an attribute must have one of, to say anything


def read_words(data: str) -> Words:
    """The words of a cue file for HTML, each with its kind."""
    kinds = {word: kind for kind, table in tomllib.loads(data).items() for word in table["words"]}
    return Words(kinds, frozenset(word.partition("-")[0] for word in kinds))


@lru_cache(maxsize=1)
def words() -> Words:
    file = files("newsclean") / "cues" / "html.toml"
    return read_words(file.read_text("utf-8")) if file.is_file() else Words({}, frozenset())


def tokens(value: str) -> list[str]:
    """The words of an attribute, lower-cased.

    >>> tokens("readMore_2 story__HTMLBox")
    ['read', 'more', 'story', 'html', 'box']
    """
    value = value[:MAX_ATTRIBUTE]
    folded = value.translate(BLANKS).lower()
    if folded != value and HUMP.search(value):
        return [token.lower() for token in TOKEN.findall(value)]
    return folded.split()


def hints(value: str) -> tuple[Hint, ...]:
    """The hints in one attribute, each kind once, in order.

    >>> hints("")
    ()
    """
    found = tokens(value)
    kinds, known = words()
    if known.isdisjoint(found):
        return ()
    said: dict[str, Hint] = {}
    n = 0
    while n < len(found):
        word = "-".join(found[n : n + 2])
        kind = kinds.get(word)
        n += 2
        if kind is None or len(found) < n:
            n -= 1
            word = found[n - 1]
            kind = kinds.get(word)
        if kind is not None:
            said.setdefault(kind, Hint(kind, word))
    return tuple(said.values())


@lru_cache(maxsize=16_384)
def named(value: str) -> Named:
    """What a class attribute says: the path's step, whether it hides, its hints.

    >>> named("story lead").step
    'story'
    >>> [named(value).flags & HIDES for value in ("hidden lg:block", "caption sr-only", "overflow-hidden")]
    [0, 1, 0]
    """
    names = value[:MAX_ATTRIBUTE].split()
    found = hints(value)
    flags = 0
    for hint in found:
        flags |= FLAGS.get(hint.kind, 0)
    if not HIDING.isdisjoint(names) and not SHOWING.search(value, 0, MAX_ATTRIBUTE):
        flags |= HIDES
    return Named(names[0][:MAX_STEP] if names else "", flags, found)
