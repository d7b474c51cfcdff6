"""The least chances of being of the story with which blocks stay.

A lost sentence is worse than a surviving credit: so the proof lies with the removal, and is heavier for prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page, Preference
from newsclean.page.prose import is_prose, is_said
from newsclean.settle.certain import repeats

LONG_LINE = 20  # words of a line that is sooner a sentence that lost its stop than a headline
UNDER_TITLE = 8  # lines
TOLD_BY_PLACE = ("description", "author_bio")  # prose as well, with a sign beside it


class Least(NamedTuple):
    """The least chance of being of the story with which a block stays, by what it is and where it stands."""

    prose: float  # against which nothing speaks
    doubted: float  # prose with a hint against it
    rest: float  # whatever else nothing speaks for
    hinted: float  # prose with a hint for it
    hinted_line: float  # another line with a hint for it
    between: float  # a line between two of the story's
    between_doubted: float  # the same with a hint against it
    opening: float  # a paragraph over the story's first line
    inside: float  # prose among the story's
    last: float  # a short sentence right behind the story's last line
    led_to: float  # a sentence behind short lines that lead to it
    sibling: float  # a paragraph beside one of the story's, of the same shape
    broken: float  # a paragraph in one element with one of the story's, parted by line breaks
    entry: float  # an entry of a list of which one stays
    row: float  # each of several short lines in a row between two of the story's


LEAST: dict[Preference, Least] = {
    "recall": Least(0.12, 0.2, 0.35, 0.05, 0.15, 0.1, 0.3, 0.03, 0.02, 0.003, 0.03, 0.002, 0.0002, 0.005, 0.02),
    "balance": Least(0.25, 0.35, 0.5, 0.1, 0.25, 0.2, 0.42, 0.05, 0.05, 0.005, 0.1, 0.005, 0.0005, 0.01, 0.05),
    "precision": Least(0.5, 0.6, 0.65, 0.3, 0.4, 0.35, 0.55, 0.25, 0.25, 0.3, 0.4, 0.25, 0.25, 0.25, 0.35),
}


def by_chance(page: Page, chances: Sequence[float]) -> list[bool]:
    """Whether each block stays, by its chance alone."""
    least = LEAST[page.prefer]
    return [
        chance >= _least(b, findings, witnesses, least, page.title)
        for b, findings, witnesses, chance in zip(page.blocks, page.findings, page.witnesses, chances, strict=True)
    ]


def _least(b: Block, findings: Sequence[Finding], witnesses: Sequence[Finding], least: Least, title: int) -> float:
    """The least chance with which a block stays."""
    prose = is_prose(b) or is_said(b)
    if witnesses:
        return least.hinted if prose else least.hinted_line
    if repeats(b, title) or (findings and any(f.kind in TOLD_BY_PLACE for f in findings)):
        return least.rest
    if prose:
        return least.doubted if findings else least.prose
    is_standfirst = 0 <= title <= b.number <= title + UNDER_TITLE  # or may be one
    return least.rest if findings or is_standfirst or b.words < LONG_LINE else least.doubted
