"""Patterns of the user's own: read, checked at once, and searched for no longer than TIMEOUT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

import regex

from newsclean.article.kinds import TEXT_KINDS, Kind
from newsclean.phrases.cue_file import KINDS

TIMEOUT = 0.1  # seconds of the processor for one look: a good pattern takes a thousandth of that on a long paragraph
ALL_KINDS = KINDS | TEXT_KINDS

OwnPattern = tuple[Kind, str]
"""A kind, and a regular expression of the user's that finds it."""


def read_patterns(name: str, tables: object) -> Iterator[OwnPattern]:
    """The patterns of a table of lists by kind. Raises ValueError, naming kind and pattern, for what is none."""
    if not isinstance(tables, Mapping):
        raise ValueError(f"{name}: expected lists of patterns by kind, got {tables!r}")
    for kind, patterns in tables.items():
        if kind not in ALL_KINDS:
            raise ValueError(f"{name}: {kind}: not a kind; expected one of {', '.join(sorted(ALL_KINDS))}")
        if not isinstance(patterns, list | tuple) or not all(isinstance(p, str) for p in patterns):
            raise ValueError(f"{name}: {kind}: expected a list of patterns, got {patterns!r}")
        for pattern in patterns:
            if wrong := why_wrong(pattern):
                raise ValueError(f"{name}: {kind}: {wrong}: {pattern!r}")
            yield cast("Kind", kind), pattern


def why_wrong(pattern: str) -> str:
    """What is wrong with a pattern, or "": it cannot be read, or finds something where nothing is."""
    try:
        finds_nothing = place_of(pattern, "") is not None
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        return f"not a pattern ({error})"
    return "finds something in an empty text, so it would in every block" if finds_nothing else ""


def place_of(pattern: str, text: str) -> int | None:
    """Where in a text a pattern finds something first, or None. Raises TimeoutError where that takes too long."""
    found = _compiled(pattern).search(text, timeout=TIMEOUT)
    return None if found is None else found.start()


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERSION0)  # whatever a program has made the package's default
