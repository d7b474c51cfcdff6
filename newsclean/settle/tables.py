"""The tables of weights: which one a page needs, and what stands in it. See weights/*.tsv, one weight a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph, is_said, is_sentence
from newsclean.settle.certain import sure
from newsclean.settle.html_slots import ALL_SLOTS, HTML_PARTS
from newsclean.settle.slots import PARTS, SLOTS, Slots, with_answers

SLOTS_OF: dict[str, Slots] = {
    **dict.fromkeys(
        ("text", "brief", "dump", "markdown", "brief_markdown", "oneline", "onepage"), with_answers(SLOTS, PARTS)
    ),
    "html": with_answers(ALL_SLOTS, HTML_PARTS),
}
SHORT = 30  # characters
LISTED, LISTED_SHARE = 12, 0.12  # lines of menus, at least, in a dump of a whole page; their share of all lines
# Lines that are sure to go, at least; or such lines before the first paragraph, or behind the last with a few that are
# sure to go. Of 1,701 such dumps 2 have fewer; of stories that are lists, such as one of all who won a prize, 12 of 17.
FURNISHED, MENU, FEW_FURNISHED = 5, 3, 2

# In a row without a sentence in one long line, where phrases tell so many pieces of it to be furniture, or in the row
# with which the page begins: the line holds a whole page, with its menus. Of whole pages five of six have such a row,
# of articles one in twenty: the lists and tables of a story are as long, but have no entries of menus among them.
MENU_WORDS, FIRST_MENU_WORDS, MENU_ENTRIES = 50, 60, 2
FIRST_MENU = 2  # pieces from the headline on with which such a row begins
ENTRIES = frozenset(("navigation", "share", "promo", "ad", "media", "related", "paywall"))  # kinds of their phrases

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

    In a dump of a whole page short lines stand in lists without blank lines between them, and furniture is sure to be.
    """
    if page.form == "markdown":
        return "brief_markdown" if is_brief(page.blocks) else "markdown"
    if page.form != "text":
        return page.form
    if is_of_one_line(page):
        return "onepage" if has_menu(page.blocks, max(page.title, 0)) else "oneline"
    is_dump = _is_dump(page)
    if is_brief(page.blocks, MOST_LONG_IN_DUMP if is_dump else MOST_LONG):
        return "brief"
    return "dump" if is_dump else "text"


def is_of_one_line(page: Page) -> bool:
    """Whether most of a text stood in one long line."""
    return page.form == "text" and 2 * sum([b.gap < 0 for b in page.blocks]) > len(page.blocks)


def _is_dump(page: Page) -> bool:
    """Whether a text has so many short lines in lists that it was dumped with its menus, and is no story of lists."""
    listed = [b.number for b in page.blocks if not b.gap and len(b.text) <= SHORT]
    if len(listed) < LISTED or len(listed) < LISTED_SHARE * len(page.blocks):
        return False
    sure_to_go = sum([1 for findings in page.findings if findings and sure(findings) is not None])
    prose = [b.number for b in page.blocks if is_paragraph(b)]
    if not prose or sure_to_go >= FURNISHED:
        return sure_to_go > 0
    over, under = sum([n < prose[0] for n in listed]), sum([n > prose[-1] for n in listed])
    return over >= MENU or (under >= LISTED and sure_to_go >= FEW_FURNISHED)


def has_menu(blocks: Sequence[Block], title: int) -> bool:
    """Whether in one long line so many words without a sentence follow each other as those of menus do.

    `title`: the number of the headline, or 0.
    """
    for is_menu, run in groupby(blocks, key=lambda b: not is_sentence(b)):
        row = list(run) if is_menu else []
        words = sum([b.words for b in row])
        if words >= FIRST_MENU_WORDS and row[0].number <= title + FIRST_MENU:
            return True
        if words >= MENU_WORDS and sum(map(_is_entry, row)) >= MENU_ENTRIES:
            return True
    return False


def _is_entry(b: Block) -> bool:
    return any(cue.kind in ENTRIES for cue in b.cues)


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
