"""All ways through the page: how probable is it that a block is of the story?

Each block has a score for standing before the story, in it, or outside it (after it or between its paragraphs): the
sum of its values' weights. Going from one of the three to another has a price of its own. All ways through the whole
page are weighed, so that a block's neighbours speak for it or against it. Weights: weights/*.tsv, fitted by tests/fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import getitem
from typing import NamedTuple

from newsclean.settle.tables import Weights

STATES = ("before", "story", "after")


class Odds(NamedTuple):
    """How likely each of STATES is: of one block alone, or of it and all that stands on one side of it."""

    before: float
    story: float
    after: float

    def scaled(self) -> Odds:
        """The same with a sum of 1: products over a long page would leave the range of floats."""
        total = sum(self)
        return Odds(*[odds / total for odds in self]) if total else self


def story_chances(
    values: Sequence[tuple[int, ...]], known: Sequence[bool | None], weights: Weights
) -> tuple[float, ...]:
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
    for here in alone:
        if up_to:
            last = up_to[-1]
            into = Odds(
                last.before * stay,
                last.before * begin + last.story * go_on + last.after * come_back,
                last.story * leave + last.after * stay_out,
            )
        else:
            into = Odds(1.0, 1.0, 0.0)  # nothing stands after a story that has not begun
        up_to.append(Odds(into.before * here.before, into.story * here.story, into.after * here.after).scaled())
    chances = []
    behind = Odds(1.0, 1.0, 1.0)  # by all that stands behind it
    for so_far, here in zip(reversed(up_to), reversed(alone), strict=True):
        both = Odds(so_far.before * behind.before, so_far.story * behind.story, so_far.after * behind.after)
        chances.append(both.scaled().story)
        b, s, a = here.before * behind.before, here.story * behind.story, here.after * behind.after
        behind = Odds(stay * b + begin * s, go_on * s + leave * a, stay_out * a + come_back * s).scaled()
    return tuple(reversed(chances))


def _alone(row: tuple[int, ...], is_story: bool | None, weights: Weights) -> Odds:  # noqa: FBT001 -- a value, no switch
    """What a block's own values say."""
    before, after = sum(map(getitem, weights.before, row)), sum(map(getitem, weights.after, row))
    top = max(before, after, 0.0)
    odds = Odds(exp(before - top), exp(-top), exp(after - top))
    if is_story is None:
        return odds
    return Odds(0.0, 1.0, 0.0) if is_story else odds._replace(story=0.0)


def strongest(row: tuple[int, ...], weights: Weights, n: int = 2) -> str:
    """The values that speak most against a block's being of the story, in words, as a segment's evidence."""
    against = list(map(getitem, weights.after, row))
    slots = sorted(range(len(against) - 1, -1, -1), key=against.__getitem__, reverse=True)[:n]
    return "; ".join(
        f"{weights.slots[slot][0]}: {weights.slots[slot][1][row[slot]]} (+{against[slot]:.1f})"
        for slot in slots
        if against[slot] > 0
    )
