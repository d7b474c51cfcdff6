"""The best path through the page: which blocks are the story?

Each block has a score for standing before the story, in it, or outside it (after it or between its paragraphs): the
sum of its features' weights. Going from one of the three to another has a price of its own. The best way through the
whole page decides, not a threshold for each line. Weights: weights/*.tsv, fitted by tests/bench/fit_story.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
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


def story_chances(
    features: Sequence[tuple[int, ...]], known: Sequence[bool | None], weights: Weights
) -> tuple[float, ...]:
    """How probable it is that each block is of the story, over all ways through the page (forward-backward).

    `known`: what is certain of a block: it is of the story, it is not, or None.
    """
    get = weights.change.get
    stay, begin = exp(get(("before", "before"), 0.0)), exp(get(("before", "story"), 0.0))
    go_on, leave = exp(get(("story", "story"), 0.0)), exp(get(("story", "after"), 0.0))
    stay_out, come_back = exp(get(("after", "after"), 0.0)), exp(get(("after", "story"), 0.0))
    potentials = []
    rows = weights.values
    for values, is_story in zip(features, known, strict=True):
        before, after = unpacked(sum(map(getitem, rows, values), 0.0))
        top = max(before, after, 0.0)
        b, s, a = exp(before - top), exp(-top), exp(after - top)
        potentials.append((0.0, 1.0, 0.0) if is_story else (b, 0.0, a) if is_story is False else (b, s, a))
    forward = []
    b, s, a = 1.0, 1.0, 0.0
    for n, (at_b, at_s, at_a) in enumerate(potentials):
        if n:
            b, s, a = b * stay, b * begin + s * go_on + a * come_back, s * leave + a * stay_out
        b, s, a = b * at_b, s * at_s, a * at_a
        total = b + s + a or 1.0
        b, s, a = b / total, s / total, a / total
        forward.append((b, s, a))
    chances = []
    b = s = a = 1.0
    for (f_b, f_s, f_a), (at_b, at_s, at_a) in zip(reversed(forward), reversed(potentials), strict=True):
        total = f_b * b + f_s * s + f_a * a
        chances.append(f_s * s / total if total else 0.0)
        b, s, a = b * at_b, s * at_s, a * at_a
        b, s, a = stay * b + begin * s, go_on * s + leave * a, stay_out * a + come_back * s
        total = b + s + a or 1.0
        b, s, a = b / total, s / total, a / total
    chances.reverse()
    return tuple(chances)


def strongest(features: tuple[int, ...], weights: Weights, n: int = 2) -> str:
    """The values that speak most against a block's being of the story, in words, as a segment's evidence."""
    against = list(map(getitem, weights.against, features))
    slots = sorted(range(len(against) - 1, -1, -1), key=against.__getitem__, reverse=True)[:n]
    return "; ".join(
        f"{weights.slots[slot][0]}: {weights.slots[slot][1][features[slot]]} (+{against[slot]:.1f})"
        for slot in slots
        if against[slot] > 0
    )
