"""The tables of weights: which one a page needs, and what stands in it. See weights/*.tsv, one weight a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_said
from newsclean.settle.html_slots import ALL_SLOTS, HTML_PARTS
from newsclean.settle.slots import PARTS, SLOTS, Slots, with_answers

SLOTS_OF: dict[str, Slots] = {
    **dict.fromkeys(("text", "brief", "dump", "markdown", "brief_markdown", "oneline"), with_answers(SLOTS, PARTS)),
    "html": with_answers(ALL_SLOTS, HTML_PARTS),
}
SHORT = 30  # characters
LISTED, LISTED_SHARE = 12, 0.12  # lines of menus, at least, in a dump of a whole page; their share of all lines

FEW_LONG = 4  # such lines, all told: a short report, of which half may be long
MOST_LONG, MOST_LONG_IN_DUMP = 0.5, 0.4  # of the lines of a text in short paragraphs that end like a sentence


class Weights(NamedTuple):
    """Weights measured from the story's, which are 0, and the prices of going from one state to another."""

    slots: Slots
    before: tuple[tuple[float, ...], ...]  # [slot][value]: for standing before the story
    after: tuple[tuple[float, ...], ...]  # the same for standing outside it, later
    change: dict[tuple[str, str], float]  # by the names of two states; what is not named costs nothing


def table_for(page: Page) -> str:
    """Which table of weights a page needs: by its form, and but for HTML by how long its paragraphs and its menus are.

    In a dump of a whole page short lines stand in lists without blank lines between them.
    """
    if page.form == "markdown":
        return "brief_markdown" if is_brief(page.blocks) else "markdown"
    if page.form != "text":
        return page.form
    if 2 * sum(1 for b in page.blocks if b.gap < 0) > len(page.blocks):
        return "oneline"
    listed = sum(1 for b in page.blocks if not b.gap and len(b.text) <= SHORT)
    is_dump = listed >= LISTED and listed >= LISTED_SHARE * len(page.blocks)
    if is_brief(page.blocks, MOST_LONG_IN_DUMP if is_dump else MOST_LONG):
        return "brief"
    return "dump" if is_dump else "text"


def is_brief(blocks: Sequence[Block], most_long: float = MOST_LONG) -> bool:
    """Whether a text is told in short paragraphs: of its lines that end like a sentence few are of many words."""
    said = [b.words for b in blocks if is_said(b)]
    n_long = sum([words >= PARAGRAPH_WORDS for words in said])
    return n_long < most_long * len(said) or (n_long <= FEW_LONG and n_long < len(said))


@lru_cache(maxsize=8)
def load_weights(name: str) -> Weights:
    """The table weights/NAME.tsv: slot, value, weight of before, weight of after; “>” opens a change of state."""
    return read_weights(name, (files("newsclean") / "settle" / "weights" / f"{name}.tsv").read_text("utf-8"))


def read_weights(name: str, text: str) -> Weights:
    """The weights of a table of this name that is given as text."""
    slots = SLOTS_OF[name]
    numbers = {slot: (n, {value: v for v, value in enumerate(values)}) for n, (slot, values) in enumerate(slots)}
    before = [[0.0] * len(values) for _, values in slots]
    after = [[0.0] * len(values) for _, values in slots]
    change: dict[tuple[str, str], float] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        first, second, *printed = line.split("\t")
        if first.startswith("> "):
            change[first[2:], second] = float(printed[0])
            continue
        slot, values = numbers[first]
        before[slot][values[second]], after[slot][values[second]] = map(float, printed)
    return Weights(slots, tuple(map(tuple, before)), tuple(map(tuple, after)), change)
