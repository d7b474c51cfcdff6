"""How much of one page is read: far more than any has, so that none can stop its reader.

What is met with a warning is read up to there, and that is cleaned as a page of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.page.page import Page
from newsclean.read.text.lines import behind_lines

MOST_CHARACTERS = 10_000_000  # of a source; the longest of 1,402 development pages has 1.8 million, of HTML
MOST_BLOCKS = 20_000  # lines of text or blocks of HTML; the longest such page has 2,700 lines


class Within(NamedTuple):
    """A source, or its beginning."""

    text: str
    warnings: tuple[str, ...] = ()


def within_characters(source: str) -> Within:
    """The source up to MOST_CHARACTERS."""
    if len(source) <= MOST_CHARACTERS:
        return Within(source)
    warning = f"only the first {MOST_CHARACTERS:,} of {len(source):,} characters were read"
    return Within(source[:MOST_CHARACTERS], (warning,))


def within_lines(source: str) -> Within:
    """A text up to MOST_BLOCKS lines that are not blank."""
    if len(source) <= 2 * MOST_BLOCKS:
        return Within(source)
    end = behind_lines(source, MOST_BLOCKS)
    return Within(source[:end], (too_many("lines", source, end),)) if end < len(source) else Within(source)


def within_blocks(page: Page) -> Page:
    """A page of text up to MOST_BLOCKS blocks: one line may be parted into more sentences."""
    if len(page.blocks) <= MOST_BLOCKS:
        return page
    end = page.blocks[MOST_BLOCKS].start
    return page._replace(
        source=page.source[:end],
        blocks=page.blocks[:MOST_BLOCKS],
        warnings=(*page.warnings, too_many("sentences", page.source, end)),
    )


def too_many(what: str, source: str, end: int) -> str:
    """The warning that a source was read up to here only."""
    return f"only the first {MOST_BLOCKS:,} {what} were read: {end:,} of {len(source):,} characters"
