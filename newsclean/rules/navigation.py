"""Menus, breadcrumbs, topics, footers."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page import Block, Finding, Page
from newsclean.rules.cued import cue_of, phrase
from newsclean.shape import STOP

TAG_WORDS, MOST_TAGS = 5, 15  # words of a tag; how many there may be


def entry(block: Block, page: Page) -> Finding | None:
    """An entry of a menu, a footer or a list of topics.

    Cuts:
        | Skip to content
        | Terms of use
    Keeps:
        | Home games are hard, the coach said.
        | The menu was short.
    """
    finding = phrase(block, "navigation", alone_is_sure=False)
    if finding is not None and finding.strength == "hint" and _heads_tags(block, page.blocks):
        return Finding("navigation", f"{finding.evidence}, with short lines below to the end", "sure")
    return finding


def _heads_tags(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether this is a title such as “Tags:” and nothing but short lines follows, up to the end of the page."""
    if cue_of(block, "navigation", "whole") is None or block.kind == "list_item":
        return False
    below = blocks[block.number + 1 : block.number + 2 + MOST_TAGS]
    return 0 < len(below) <= MOST_TAGS and all(b.words <= TAG_WORDS and b.ending != STOP for b in below)
