"""How a page speaks to its reader, and of its own house: “our”, “you”, “Ihnen”. Sentences of a story hardly do."""

from __future__ import annotations

from functools import lru_cache

import regex

from newsclean.phrases.fold import IN_WORD, UNSPACED
from newsclean.phrases.shipped import tables

EDGE = " .:·•|-()"  # around what a button says


def speaks_to_reader(folded: str, language: str) -> bool:
    """Whether a folded text speaks to its reader by the words of a language: what is “you” in one is “was” in another.

    >>> speaks_to_reader("you can unsubscribe here", "en"), speaks_to_reader("the mayor was here", "en")
    (True, False)
    """
    pattern = _reader(language)
    return pattern is not None and pattern.search(folded) is not None


def is_reply(folded: str) -> bool:
    """Whether a folded line is the button under a reader's comment, in any language: “Reply”, “Antworten”."""
    return folded.strip(EDGE) in _replies()


@lru_cache(maxsize=1)
def _replies() -> frozenset[str]:
    return frozenset(tables()["reply"]["words"])


@lru_cache(maxsize=64)
def _reader(language: str) -> regex.Pattern[str] | None:
    """What stands under `reader` in a language's file, as whole words where the script has blanks."""
    words: list[str] = tables()["reader"].get(language, [])
    if not words:
        return None
    spaced = "|".join([regex.escape(w) for w in words if not UNSPACED.search(w)])
    unspaced = [regex.escape(w) for w in words if UNSPACED.search(w)]
    whole = rf"(?<![{IN_WORD}])(?:{spaced})(?![{IN_WORD}])"
    return regex.compile("|".join([whole, *unspaced] if spaced else unspaced))
