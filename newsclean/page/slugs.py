"""Slugs: a headline turned into an identifier, with hyphens for its blanks."""

from __future__ import annotations

from newsclean.page.block import Block


def is_slug_of(b: Block, other: Block) -> bool:
    """Whether this is the other line turned into an identifier, with hyphens for its blanks."""
    if "-" not in b.text:
        return False  # most lines
    is_same = b.key == other.key or b.twin == other.number  # measure.slugs finds those that are nearly the same
    if not is_same or not b.key or len(b.text.split()) > 1 or len(other.text.split()) < 2:
        return False
    return b.text.count("-") > other.text.count("-")
