"""How a page speaks to its reader, and of its own house: “our”, “you”, “Ihnen”. Sentences of a story hardly do."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.shipped import tables


def speaks_to_reader(folded: str, language: str) -> bool:
    """Whether a folded text speaks to its reader by the words of a language: what is “you” in one is “was” in another.

    >>> speaks_to_reader("you can unsubscribe here", "en"), speaks_to_reader("the mayor was here", "en")
    (True, False)
    """
    pattern = _reader(language)
    return pattern is not None and pattern.search(folded) is not None


@lru_cache(maxsize=64)
def _reader(language: str) -> re.Pattern[str] | None:
    """What stands under `reader` in a language's file, as whole words where the script has blanks."""
    words: list[str] = tables()["reader"].get(language, [])
    if not words:
        return None
    spaced = "|".join([re.escape(w) for w in words if not UNSPACED.search(w)])
    unspaced = [re.escape(w) for w in words if UNSPACED.search(w)]
    return re.compile("|".join([rf"(?<!\w)(?:{spaced})(?!\w)", *unspaced] if spaced else unspaced))
