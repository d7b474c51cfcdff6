"""How sure it is that each block is rightly in the text or out of it, and how good that makes the article.

The path gives each block a chance of being of the story. It is surer of itself than it should be, and so are findings:
TRUTH and SURE say how often they were right on pages of hosts that the weights had not seen (docs/confidence.md).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS, PageType
from newsclean.page.block import Finding
from newsclean.page.page import Page
from newsclean.settle.certain import sure

# A block's chance of being of the story, by the path, and how often such a block was of it.
TRUTH = (
    (0.0, 0.012), (0.03, 0.09), (0.07, 0.16), (0.12, 0.235), (0.25, 0.375), (0.45, 0.525), (0.65, 0.65), (0.75, 0.715),
    (0.85, 0.8), (0.92, 0.865), (0.97, 0.92), (0.99, 0.945), (1.0, 0.988),
)  # fmt: skip
SURE = {0.0: 0.03, 1.0: 0.88}  # the same of a block for which a sure finding or witness spoke
LEAST = 0.44  # what stays or goes against its chance does so for something that the path does not know
NONE = 0.001  # a chance that is less makes no difference in two places behind the point: half of all blocks have such
OF_NO_STORY = 0.2  # at most, of what stays on a page that shows no story
CUT = 0.95  # how sure it is that what was cut out of a block is none of its text


def of_blocks(page: Page) -> list[float]:
    """For each block how sure it is that it is rightly in the text or out of it, from 0 to 1."""
    found = []
    for chance, findings, witnesses, k in zip(page.chances, page.findings, page.witnesses, page.kinds, strict=True):
        if 0.0 < chance < NONE:
            found.append(FROM_NONE[k.kind in TEXT_KINDS])
        else:
            right = _of_story(chance, (*findings, *witnesses) if chance in SURE else ())
            found.append(_confidence(right, in_text=k.kind in TEXT_KINDS))
    return found


def _confidence(right: float, *, in_text: bool) -> float:
    """How sure it is that a block is rightly in the text or out of it, of such as were so often of the story."""
    return max(LEAST, round(right if in_text else 1 - right, 2))


FROM_NONE = _confidence(TRUTH[0][1], in_text=False), _confidence(TRUTH[0][1], in_text=True)
"""Of a chance below NONE: out of the text, in it."""


def of_article(page: Page, confidences: Sequence[float], page_type: PageType) -> float:
    """How good the text is likely to be, from 0 to 1: its expected F1 of words.

    `confidences`: of each block. The text of a page that shows no story, or a list of others, is none. Of a page
    without text: how sure it is of the sentence that is most likely of a story.
    """
    kept = right = missed = 0.0
    for b, k, confidence in zip(page.blocks, page.kinds, confidences, strict=True):
        if k.kind in TEXT_KINDS:
            kept += b.words
            right += b.words * confidence
        else:
            missed += b.words * (1 - confidence)
    if not kept:
        return min(confidences, default=1.0)
    expected = round(2 * right / (kept + right + missed), 2)
    return min(expected, OF_NO_STORY) if page_type in ("stub", "listing") else expected


def _of_story(chance: float, findings: Sequence[Finding]) -> float:
    """How often a block like this was of the story: between two lines of TRUTH on a straight line.

    `findings`: what speaks for it or against it; asked of a chance in SURE only.
    """
    if chance in SURE and sure(findings) is not None:
        return SURE[chance]
    n = bisect_right(TRUTH, (chance, 1.0))
    if n == len(TRUTH):
        return TRUTH[-1][1]
    (low, at_low), (high, at_high) = TRUTH[n - 1 : n + 1]
    return at_low + (at_high - at_low) * (chance - low) / (high - low)
