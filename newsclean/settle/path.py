"""All ways through the page: how probable is it that a block is of the story?

Each block has a score for standing before the story, in it, or outside it (after it or between its paragraphs): the
sum of its values' weights. Going from one of the three to another has a price of its own. All ways through the whole
page are weighed, so that a block's neighbours speak for it or against it. Weights: weights/*.tsv, fitted by tests/fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import getitem
from sys import intern

from newsclean.settle.tables import Weights

STATES = ("before", "story", "after")


Odds = tuple[float, float, float]
"""How likely each of STATES is: of one block alone, or of it and all that stands on one side of it."""


def story_chances(values: Sequence[Sequence[int]], known: Sequence[bool | None], weights: Weights) -> tuple[float, ...]:
    """How probable it is that each block is of the story, over all ways through the page (forward-backward).

    Args:
        values: of each slot, a row for each block.
        known: what is certain of each block: it is of the story, it is not, or None.
        weights: of the values, and of changes.
    """
    price = {pair: exp(weight) for pair, weight in weights.change.items()}.get
    stay, begin = price(("before", "before"), 1.0), price(("before", "story"), 1.0)
    go_on, leave = price(("story", "story"), 1.0), price(("story", "after"), 1.0)
    stay_out, come_back = price(("after", "after"), 1.0), price(("after", "story"), 1.0)
    alone = [_alone(row, is_story, weights) for row, is_story in zip(values, known, strict=True)]
    up_to: list[Odds] = []  # each block, by all that stands before it and itself
    into = 1.0, 1.0, 0.0  # nothing stands after a story that has not begun
    for b, s, a in alone:
        before, story, after = _scaled(into[0] * b, into[1] * s, into[2] * a)
        up_to.append((before, story, after))
        into = (
            before * stay,
            before * begin + story * go_on + after * come_back,
            story * leave + after * stay_out,
        )
    chances = []
    behind = 1.0, 1.0, 1.0  # by all that stands behind it
    for (b, s, a), so_far in zip(reversed(alone), reversed(up_to), strict=True):
        chances.append(_scaled(so_far[0] * behind[0], so_far[1] * behind[1], so_far[2] * behind[2])[1])
        before, story, after = b * behind[0], s * behind[1], a * behind[2]
        behind = _scaled(
            stay * before + begin * story,
            go_on * story + leave * after,
            stay_out * after + come_back * story,
        )
    chances.reverse()
    return tuple(chances)


def _scaled(before: float, story: float, after: float) -> Odds:
    """The same with a sum of 1: products over a long page would leave the range of floats."""
    total = before + story + after
    return (before / total, story / total, after / total) if total else (before, story, after)


def _alone(row: Sequence[int], is_story: bool | None, weights: Weights) -> Odds:  # noqa: FBT001 -- a value, no switch
    """What a block's own values say."""
    if is_story:
        return 0.0, 1.0, 0.0
    before, after = sum(map(getitem, weights.before, row)), sum(map(getitem, weights.after, row))
    top = max(before, after, 0.0)
    return exp(before - top), exp(-top) if is_story is None else 0.0, exp(after - top)


def strongest(row: Sequence[int], weights: Weights, n: int = 2) -> str:
    """The values that speak most against a block's being of the story, in words, as a segment's evidence."""
    against = list(map(getitem, weights.after, row))
    found = []
    for _ in range(n):
        most = max(against)
        if most <= 0:
            break
        slot = len(against) - 1 - against[::-1].index(most)  # of equals the last, which asks about more
        name, values = weights.slots[slot]
        found.append(f"{name}: {values[row[slot]]} (+{most:.1f})")
        against[slot] = 0.0
    return intern("; ".join(found))  # of many lines of a page the same
