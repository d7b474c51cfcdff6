"""What a site's other pages change of what stays.

Lines that recur go, with what stands among them; paragraphs that stand away from all of them come back.

Tried: as findings like others, asked before the path. It was fitted on pages of which no site was known, and took fifty
lines in a row that are sure to go for a sign that the story is there: F1 -.04, recall -.07 where this way it is +.05.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import LONG_WORDS, is_paragraph, is_prose
from newsclean.settle.certain import is_plain, sure

NEAR = 3  # lines on either side
AMONG, AMONG_PROSE = 0.5, 0.65  # share of the lines near that recur: a line, or a sentence, among them is of their kind
AWAY = 0.34  # the same of a paragraph that may be of the story
LEAST_WORDS = 20  # of such a paragraph
LIKELY, COMPANY = 0.1, 2  # its chance of being of the story, or how many paragraphs near that do not recur


def beside_recurring(page: Page) -> tuple[bool, ...]:
    """Whether each block of a settled page stays, now that its site is known. What a witness keeps stays."""
    blocks = page.blocks
    recurs = [found is not None for found in page.recurring]
    paragraphs = [is_paragraph(b) and not r for b, r in zip(blocks, recurs, strict=True)]
    stays = list(page.stays)
    for i, b in enumerate(blocks):
        if sure(page.witnesses[i]) is not None:
            continue
        found = page.recurring[i]
        share = _near(recurs, i) / (2 * NEAR)
        if stays[i]:
            stays[i] = not (is_sure(found) or share >= _least(b))
        elif found is None and share <= AWAY and b.words >= LEAST_WORDS and paragraphs[i]:
            is_likely = page.chances[i] >= LIKELY or _near(paragraphs, i) >= COMPANY
            stays[i] = is_likely and is_plain(b, page.findings[i])
    return tuple(stays)


def is_sure(found: Finding | None) -> bool:
    """Whether a line surely recurs."""
    return found is not None and found.strength == "sure"


def _near(marks: Sequence[bool], i: int) -> int:
    """How many of the lines near are marked."""
    return sum(marks[max(0, i - NEAR) : i]) + sum(marks[i + 1 : i + 1 + NEAR])


def _least(b: Block) -> float:
    """The share of lines near that recur from which a block is one of their kind; a paragraph never is."""
    if is_paragraph(b) or b.words >= LONG_WORDS:
        return 2.0
    return AMONG_PROSE if is_prose(b) else AMONG
