"""How sure it is that each block is rightly in the text, or rightly out of it, and how good that makes the article.

The path gives each block a chance of being of the story; what a finding or a witness decides alone has 0 or 1. Neither
is as sure as it looks: TRUTH says how often it was so on pages of hosts that the weights had not seen
(`python -m tests.fit.apart PAGES FOLDS --confidence`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.page import Page

# A block's chance of being of the story, and how often such a block was of it.
TRUTH = ((0.0, 0.02), (0.1, 0.1), (0.9, 0.9), (1.0, 0.98))
CUT = 0.95  # of what is cut out of a block


def of_story(chance: float) -> float:
    """How often a block of this chance was of the story: between two lines of TRUTH on a straight line."""
    n = bisect_right(TRUTH, (chance, 1.0)) - 1
    if n == len(TRUTH) - 1:
        return TRUTH[-1][1]
    (low, at_low), (high, at_high) = TRUTH[n : n + 2]
    return at_low + (at_high - at_low) * (chance - low) / (high - low)


def confidences(page: Page) -> list[float]:
    """For each block how sure it is that it is rightly in the text or out of it, from 0 to 1."""
    chances = [of_story(chance) for chance in page.chances]
    return [
        round(chance if k.kind in TEXT_KINDS else 1 - chance, 2) for chance, k in zip(chances, page.kinds, strict=True)
    ]


def of_article(page: Page, sure: Sequence[float]) -> float:
    """How good the text is to be expected: the F1 of its words, by what is expected of each block.

    `sure`: of each block that it is rightly in or out. Of an article without text: how sure it is that there is none.
    """
    right = kept = missed = 0.0
    for b, k, confidence in zip(page.blocks, page.kinds, sure, strict=True):
        if k.kind in TEXT_KINDS:
            right += b.words * confidence
            kept += b.words
        else:
            missed += b.words * (1 - confidence)
    ...
