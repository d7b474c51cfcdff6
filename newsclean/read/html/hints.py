"""What the words of class, id, role and itemprop attributes say about an element: cues/html.toml, looked up.

A word is one token of the attribute, split at all that is no letter and at camelCase humps, lower-cased; “read-more” is
two tokens in a row, and where it is known neither of the two counts alone: `readMore` and `read_more_2` show it,
`spread more` does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.page.markup import Hint
from newsclean.phrases.shipped import tables

MAX_ATTRIBUTE = 240  # characters that are looked at: utility classes and data run longer, names of parts do not
MAX_STEP = 40  # characters of a class name in a path
MOST_REMEMBERED = 16_384  # attributes of which it is remembered what they say
TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
HUMP = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
# Letters in lower case, blanks for the rest; of bytes, since a dictionary for str.translate takes three times as long.
LOWER_LETTERS = bytes(n | 32 if chr(n).isascii() and chr(n).isalpha() else 32 for n in range(256))
# Class names that hide an element from all who see: the frameworks' own, whole, since “overflow-hidden” hides nothing.
HIDING = frozenset(
    """
    hidden hide d-none is-hidden u-hidden sr-only visually-hidden visuallyhidden visuallyHidden visually_hidden
    u-visually-hidden screen-reader-text screen-reader-only screenreader-only screen-reader sr-text u-sr-only
    show-for-sr element-invisible offscreen off-screen a11y-hidden assistive-text
    """.split()
)
# Class names that show again on wide screens what another name hides: “hidden lg:block”, “d-none d-md-flex”.
SHOWING = re.compile(r"(?:\A|\s)(?:[a-z]{2,3}[:-]|d-[a-z]{2}-)(?:block|flex|grid|inline|table)")
# Bits of Named.flags: what the walk itself must know about an element.
HIDES, BYLINE, CAPTION, CREDIT = 1, 2, 4, 8
SETTINGS = frozenset(
    ("enabled", "disabled", "allowed")
)  # behind a word: it says of a page what it has, of a block nothing
FLAGS = {"byline": BYLINE, "caption": CAPTION, "credit": CREDIT}


class Named(NamedTuple):
    """What a class attribute says."""

    step: str  # its first name, for a path
    flags: int
    hints: tuple[Hint, ...]


class Word(NamedTuple):
    """What a word says alone, and what with the word that follows it."""

    alone: Hint | None
    pairs: Mapping[str, Hint]  # by the second word


NOTHING_NAMED = Named("", 0, ())


def read_words(tables: Mapping[str, Mapping[str, Sequence[str]]]) -> Mapping[str, Word]:
    """The words of a cue file for HTML.

    >>> read_words({"share": {"words": ["social", "print-button"]}})["print"]
    Word(alone=None, pairs={'button': Hint(kind='share', word='print-button')})
    """
    single: dict[str, Hint] = {}
    pairs: dict[str, dict[str, Hint]] = {}
    for kind, table in tables.items():
        for word in table["words"]:
            first, dash, second = word.partition("-")
            if dash:
                pairs.setdefault(first, {})[second] = Hint(kind, word)
            else:
                single[word] = Hint(kind, word)
    return {word: Word(single.get(word), pairs.get(word, {})) for word in (*single, *pairs)}


@lru_cache(maxsize=1)
def words() -> Mapping[str, Word]:
    """The words of cues/html.toml."""
    return read_words(tables()["html"])


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The same without what they say: a set tells in a tenth of the time that the keys of a dictionary take."""
    return frozenset(words())


def tokens(value: str) -> list[str]:
    """The words of an attribute, lower-cased.

    >>> tokens("readMore_2 story__HTMLBox")
    ['read', 'more', 'story', 'html', 'box']
    """
    value = value[:MAX_ATTRIBUTE]
    if not value.islower() and HUMP.search(value):
        return [token.lower() for token in TOKEN.findall(value)]
    return value.encode("ascii", "replace").translate(LOWER_LETTERS).decode("ascii").split()


def hints(value: str) -> tuple[Hint, ...]:
    """The hints in one attribute, each kind once, in order. What a story allows, “comments-enabled”, is none.

    >>> hints(""), hints("story comments-enabled")
    ((), ())
    """
    found = tokens(value)
    if _known().isdisjoint(found):
        return ()
    known = words()
    said: dict[str, Hint] = {}
    read = -1  # the second word of a pair
    for n, word in enumerate(found):
        if word in known and n != read and SETTINGS.isdisjoint(found[n + 1 : n + 2]):
            hint, pairs = known[word]
            if pairs and (pair := pairs.get("".join(found[n + 1 : n + 2]))) is not None:
                hint, read = pair, n + 1
            if hint is not None:
                said.setdefault(hint[0], hint)
    return tuple(said.values())


def named(value: str) -> Named:
    """What a class attribute says: the path's step, whether it hides, its hints.

    >>> named("story lead").step
    'story'
    >>> [named(value).flags & HIDES for value in ("hidden lg:block", "caption sr-only", "overflow-hidden")]
    [0, 1, 0]
    """
    value = value[:MAX_ATTRIBUTE]
    names = value.split()
    found = hints(value)
    flags = 0
    for kind, _ in found:
        if kind in FLAGS:
            flags |= FLAGS[kind]
    if not HIDING.isdisjoint(names) and not SHOWING.search(value):
        flags |= HIDES
    return Named(names[0][:MAX_STEP] if names else "", flags, found)


class _Remembered(dict[str, Named]):
    """What `named` says of each attribute: a page asks of each a dozen times, and a dictionary answers soonest.

    >>> NAMED["story lead"] == named("story lead")
    True
    """

    def __missing__(self, value: str) -> Named:
        if len(value) > MAX_ATTRIBUTE:
            return self[value[:MAX_ATTRIBUTE]]
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[value] = said = named(value)
        return said


NAMED = _Remembered()
