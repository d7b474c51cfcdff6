"""Entries of numbered lists."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_sentence
from newsclean.page.traits import NUMBERED

NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s(?=\D)")
LINKED = 0.8  # of a line's characters: it is a link
LONG_LIST = 11  # entries: lists of the most read stories are shorter
REACH = 12  # blocks between two lines of a numbered list, with their text and pictures


def numbered(block: Block, page: Page) -> Finding | None:
    """An entry of a numbered list in the story: 2., with 1. or 3. close by.

    Only a hint where no sentence stands in it or beside it: lists of the most read stories are numbered as well. Those
    have ten entries and fewer; in a longer list an entry is sure.

    Keeps:
        sure list_item | 1. The long mole
                       | It was built in a year when nobody had any money, and it has outlived three harbour masters.
        sure list_item | 2. The short mole
                       | It was meant to be long as well, but the county ran out of stones before the first winter.
        sure list_item | 3. The pump house

                       | The most read of the week
        hint list_item | 1. Harbour market moves to the north quay
        hint list_item | 2. Ferry fares to go up in May
        hint list_item | 3. Sea wall to be raised

        sure list_item | 1) A brass lamp from the old lightship
                       | https://harbour.example/1
        sure list_item | 2) A model of the night ferry
                       | https://harbour.example/2
        sure list_item | 3) A rope of eleven ells
                       | https://harbour.example/3
        sure list_item | 4) Two oars
        sure list_item | 5) The harbour in a bottle
        sure list_item | 6) A tide clock
        sure list_item | 7) Twelve views of Orrin
        sure list_item | 8) A pump handle
        sure list_item | 9) Rubber boots
        sure list_item | 10) A signal flag
        sure list_item | 11) The long mole as a puzzle

                       | The most read of the week
        hint list_item | 1. Is the sea wall safe after all?
        hint list_item | 2. Harbour market moves to the north quay
        hint list_item | 3. Who is to pay for the pumps?
        hint list_item | 4. Sea wall to be raised

                       | <p>The most read of the week</p>
        hint list_item | <p>1. <a href="/a">The harbour market moves to the north quay.</a></p>
        hint list_item | <p>2. <a href="/b">The ferry fares go up in May.</a></p>
        hint list_item | <p>3. <a href="/c">The sea wall is to be raised.</a></p>

                       | The most read of the week
        hint list_item | 1) A brass lamp from the old lightship
        hint list_item | 2) A model of the night ferry
        hint list_item | 3) A rope of eleven ells
        hint list_item | 4) Two oars
        hint list_item | 5) The harbour in a bottle
        hint list_item | 6) A tide clock
        hint list_item | 7) Twelve views of Orrin
        hint list_item | 8) A pump handle
        hint list_item | 9) Rubber boots
        hint list_item | 10) A signal flag

        | 1. The long mole
        | 2024. It was a good year.
    """
    match = NUMBER.match(block.core)
    if match is None:
        return None
    number = int(match[1])
    around = page.blocks[max(0, block.number - REACH) : block.number + REACH + 1]
    numbers = {int(m[1]) for b in around if b.traits & NUMBERED and (m := NUMBER.match(b.core)) is not None}
    row = [n for n in (number - 2, number - 1, number, number + 1, number + 2) if n in numbers and n > 0]
    if len(row) < 2:
        return None
    beside = page.blocks[max(0, block.number - 1) : block.number + 2]
    is_sure = len(row) > 2 and (block.kind in ("heading", "table") or any(map(_is_told, beside)))
    if _is_link(block, page):
        is_sure = False  # of the most read stories, or of the story's own contents
    elif not is_sure:
        is_sure = 1 + _counted(page, block.number, number, 1) + _counted(page, block.number, number, -1) >= LONG_LIST
    return Finding("list_item", f"{number} of {max(row)}", "sure" if is_sure else "hint")


def _is_told(b: Block) -> bool:
    """Whether a line tells something: a sentence, but no headline in a list that asks: “3. Is the sea wall safe?”."""
    return is_sentence(b) and not (NUMBER.match(b.core) and b.core[-1] in "?!？！؟")


def _is_link(b: Block, page: Page) -> bool:
    """Whether a line is mostly a link and no heading."""
    return bool(page.links) and page.links[b.number].link_share >= LINKED and b.kind != "heading"


def _counted(page: Page, n: int, number: int, step: int) -> int:
    """How many entries of a list go on from one, forwards or backwards, each close to the next."""
    found, at = 0, n
    for k in range(n + step, n + step * LONG_LIST * REACH, step):
        if abs(k - at) > REACH or found == LONG_LIST or not 0 <= k < len(page.blocks):
            break
        b = page.blocks[k]
        if b.traits & NUMBERED and (match := NUMBER.match(b.core)) and int(match[1]) == number + step * (found + 1):
            found, at = found + 1, k
    return found
