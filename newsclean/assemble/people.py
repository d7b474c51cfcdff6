"""Bylines read: names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from newsclean.page.block import Block
from newsclean.read.meta.authors import distinct, printed_names

MOST = 6  # names in one byline


def byline_and_authors(lines: Sequence[Block]) -> tuple[str | None, tuple[str, ...]]:
    """The first of a page's byline lines that has a name in it, else the first; and the names in all, each once."""
    named = [[name for name in printed_names(_without_label(b)) if _is_full(name)] for b in lines]
    first = next((b for b, names in zip(lines, named, strict=True) if names), lines[0] if lines else None)
    return first and first.core, distinct(chain.from_iterable(named))[:MOST]


def _without_label(b: Block) -> str:
    """A byline without what it opens with, in any language: “By”, “文/”, “Das Gespräch führte”."""
    for cue in b.cues:
        if cue.kind == "byline" and cue.where == "starts" and len(b.folded) == len(b.core):
            return b.core[cue.end :].lstrip(" :：/／|＝=") or b.core
    return b.core


def _is_full(name: str) -> bool:
    """Whether this may be a whole name: two words or, in scripts that part none, one; and no small letter first."""
    return (" " in name or not name.isascii()) and not name[0].islower()
