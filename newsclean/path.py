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

from newsclean.features import SLOTS
from newsclean.page import Page

STATES = ("before", "story", "after")
NEVER = -1e9
SHORT = 30  # characters
LISTED, LISTED_SHARE = 12, 0.12  # lines of menus, at least, in a dump of a whole page; their share of all lines


class Weights(NamedTuple):
    """Weights measured from the story's, and the prices of changes.

    A value's two weights, for standing before the story and for standing outside it, are the two parts of one
    complex number: so one sum adds up both, at half the cost.
    """

    values: tuple[tuple[complex, ...], ...]  # [slot][value]
    change: dict[tuple[str, str], float]


class Path(NamedTuple):
    states: tuple[int, ...]  # an index of STATES for each block
    against: tuple[float, ...]  # how much more the features speak for the outside than for the story


def table_for(page: Page) -> str:
    """Which table of weights a page needs: Markdown, one line, a whole page with menus, or the text around one story.

    In a dump of a whole page short lines stand in lists without blank lines between them.
    """
    if page.form == "markdown":
        return "markdown"
    if 2 * sum(1 for b in page.blocks if b.gap < 0) > len(page.blocks):
        return "oneline"
    listed = sum(1 for b in page.blocks if not b.gap and len(b.text) <= SHORT)
    return "dump" if listed >= LISTED and listed >= LISTED_SHARE * len(page.blocks) else "text"


@lru_cache(maxsize=4)
def load_weights(name: str) -> Weights:
    """The table weights/NAME.tsv: slot, value, weight of before, weight of after; “>” opens a change of state."""
    numbers = {slot: (n, {value: v for v, value in enumerate(values)}) for n, (slot, values) in enumerate(SLOTS)}
    weights = [[0j] * len(values) for _, values in SLOTS]
    change: dict[tuple[str, str], float] = {}
    for line in (files("newsclean") / "weights" / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        first, second, *printed = line.split("\t")
        if first.startswith("> "):
            change[first[2:], second] = float(printed[0])
            continue
        slot, values = numbers[first]
        weights[slot][values[second]] = complex(float(printed[0]), float(printed[1]))
    return Weights(tuple(map(tuple, weights)), change)


def best_path(
    features: Sequence[tuple[int, ...]], out: Sequence[bool], doubts: Sequence[float], weights: Weights
) -> Path:
    """The best path; a block for which `out` is true is never in the story; its doubt speaks for keeping a block."""
    get = weights.change.get
    stay, begin = get(("before", "before"), 0.0), get(("before", "story"), 0.0)
    go_on, leave = get(("story", "story"), 0.0), get(("story", "after"), 0.0)
    stay_out, come_back = get(("after", "after"), 0.0), get(("after", "story"), 0.0)
    b, s, a = 0.0, 0.0, NEVER
    origins = []
    against = []
    rows = weights.values
    for n, (values, is_out, doubt) in enumerate(zip(features, out, doubts, strict=True)):
        total = sum(map(getitem, rows, values))
        w_before, w_after = total.real - doubt, total.imag - doubt
        against.append(w_after)
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
        return Path((), ())
    state = max(range(3), key=(b, s, a).__getitem__)
    states = [state]
    for origin in reversed(origins[1:]):
        state = origin[state]
        states.append(state)
    states.reverse()
    return Path(tuple(states), tuple(against))


def strongest(features: tuple[int, ...], weights: Weights, n: int = 2) -> str:
    """The values that speak most against a block's being of the story, in words, as a segment's evidence."""
    scored = sorted(((weights.values[slot][value].imag, slot) for slot, value in enumerate(features)), reverse=True)[:n]
    return "; ".join(f"{SLOTS[slot][0]}: {SLOTS[slot][1][features[slot]]} (+{w:.1f})" for w, slot in scored if w > 0)
