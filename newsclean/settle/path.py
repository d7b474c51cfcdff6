"""The best path through the page: which blocks are the story?

Each block has a score for standing before the story, in it, or outside it (after it or between its paragraphs): the
sum of its features' weights. Going from one of the three to another has a price of its own. The best way through the
whole page decides, not a threshold for each line. Weights: weights/*.tsv, fitted by tests/bench/fit_story.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from operator import getitem
from typing import NamedTuple

from newsclean.page.page import Page
from newsclean.settle.html_slots import ALL_SLOTS
from newsclean.settle.slots import SLOTS, Slots

STATES = ("before", "story", "after")
SLOTS_OF: dict[str, Slots] = {
    **dict.fromkeys(("text", "dump", "markdown", "oneline"), SLOTS),
    "html": ALL_SLOTS,
}
NEVER = -1e9
SHORT = 30  # characters
LISTED, LISTED_SHARE = 12, 0.12  # lines of menus, at least, in a dump of a whole page; their share of all lines


class Weights(NamedTuple):
    """Weights measured from the story's, and the prices of changes.

    A value's two weights, for standing before the story and for standing outside it, are two groups of digits of one
    whole float: so one sum adds up both, at a third of the cost.
    """

    slots: Slots
    values: tuple[tuple[float, ...], ...]  # [slot][value], packed
    against: tuple[tuple[float, ...], ...]  # the same, only those of outside
    change: dict[tuple[str, str], float]


GROUP = 2.0**26  # room for sums of weights in thousandths, as they are printed; a float holds two such groups exactly


def packed(before: float, after: float) -> float:
    """Two weights of three decimals as one float; sums of such floats are sums of both.

    >>> unpacked(packed(0.5, -1.25) + packed(-0.125, 4.0))
    (0.375, 2.75)
    """
    return round(1000 * before) * GROUP + round(1000 * after)


def unpacked(total: float) -> tuple[float, float]:
    before = round(total / GROUP)
    return before / 1000, (total - before * GROUP) / 1000


def table_for(page: Page) -> str:
    """Which table of weights a page needs: HTML, Markdown, one line, a page with its menus, or the text around a story.

    In a dump of a whole page short lines stand in lists without blank lines between them.
    """
    if page.form != "text":
        return page.form
    if 2 * sum(1 for b in page.blocks if b.gap < 0) > len(page.blocks):
        return "oneline"
    listed = sum(1 for b in page.blocks if not b.gap and len(b.text) <= SHORT)
    return "dump" if listed >= LISTED and listed >= LISTED_SHARE * len(page.blocks) else "text"


@lru_cache(maxsize=8)
def load_weights(name: str) -> Weights:
    """The table weights/NAME.tsv: slot, value, weight of before, weight of after; “>” opens a change of state."""
    slots = SLOTS_OF[name]
    numbers = {slot: (n, {value: v for v, value in enumerate(values)}) for n, (slot, values) in enumerate(slots)}
    weights = [[0.0] * len(values) for _, values in slots]
    change: dict[tuple[str, str], float] = {}
    for line in (files("newsclean") / "settle" / "weights" / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        first, second, *printed = line.split("\t")
        if first.startswith("> "):
            change[first[2:], second] = float(printed[0])
            continue
        slot, values = numbers[first]
        weights[slot][values[second]] = packed(float(printed[0]), float(printed[1]))
    against = tuple(tuple(unpacked(total)[1] for total in row) for row in weights)
    return Weights(slots, tuple(map(tuple, weights)), against, change)


def best_path(
    features: Sequence[tuple[int, ...]], out: Sequence[bool], doubts: Sequence[float], weights: Weights
) -> tuple[int, ...]:
    """The best path, as an index of STATES for each block.

    A block for which `out` is true is never in the story; its doubt speaks for keeping a block.
    """
    get = weights.change.get
    stay, begin = get(("before", "before"), 0.0), get(("before", "story"), 0.0)
    go_on, leave = get(("story", "story"), 0.0), get(("story", "after"), 0.0)
    stay_out, come_back = get(("after", "after"), 0.0), get(("after", "story"), 0.0)
    b, s, a = 0.0, 0.0, NEVER
    origins = []
    rows = weights.values
    for n, (values, is_out, doubt) in enumerate(zip(features, out, doubts, strict=True)):
        total = sum(map(getitem, rows, values), 0.0)
        in_thousandths = round(total / GROUP)  # as `unpacked` does it
        w_before = in_thousandths / 1000 - doubt
        w_after = (total - in_thousandths * GROUP) / 1000 - doubt
        if n == 0:
            b, s, a = w_before, NEVER if is_out else 0.0, NEVER
            origins.append((0, 0, 0))
            continue
        into_story, from_story = b + begin, 0
        if s + go_on > into_story:
            into_story, from_story = s + go_on, 1
        if a + come_back > into_story:
            into_story, from_story = a + come_back, 2
        into_after, from_after = (s + leave, 1) if s + leave >= a + stay_out else (a + stay_out, 2)
        b = b + stay + w_before
        s = NEVER if is_out else into_story
        a = into_after + w_after
        origins.append((0, from_story, from_after))
    if not origins:
        return ()
    state = max(range(3), key=(b, s, a).__getitem__)
    states = [state]
    for origin in reversed(origins[1:]):
        state = origin[state]
        states.append(state)
    states.reverse()
    return tuple(states)


def strongest(features: tuple[int, ...], weights: Weights, n: int = 2) -> str:
    """The values that speak most against a block's being of the story, in words, as a segment's evidence."""
    against = list(map(getitem, weights.against, features))
    slots = sorted(range(len(against) - 1, -1, -1), key=against.__getitem__, reverse=True)[:n]
    return "; ".join(
        f"{weights.slots[slot][0]}: {weights.slots[slot][1][features[slot]]} (+{against[slot]:.1f})"
        for slot in slots
        if against[slot] > 0
    )
