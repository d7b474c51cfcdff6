"""Buttons and prompts to share, save, print and comment."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.contact import POSTED
from newsclean.rules.cued import cue_of, phrase


def button(block: Block, page: Page) -> Finding | None:
    """A button or a prompt to share, save, print or comment.

    A single word is sure only beside another button: “Facebook” and “Twitter”, one under the other.

    Cuts:
        sure | Share on Facebook
        sure | Copy link

        sure | Facebook
        sure | Twitter
             | The pumps came by rail on Monday and the crane that lifts them came by sea.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Facebook
        hint | - Twitter

             | Sea
        hint | Facebook
             | Sail
        hint | Mail

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure | Comments (
        sure | Facebook

             | Sail
        hint | Twitter
        sure | Share via email
    Keeps:
        | Share prices fell on Monday.
        | Print shops in Harbour Town are closing.
        | What a night! pic.twitter.com/xyz — Mara Lind (@maralind) April 9, 2024
    """
    finding = phrase(block, "share", alone_is_sure=False)
    if finding is not None and POSTED.search(block.core):
        return None
    if finding is not None and finding.strength == "hint" and _is_button(block) and _has_company(block, page.blocks):
        return Finding("share", finding.evidence, "sure")
    return finding


def _is_button(b: Block) -> bool:
    return b.words <= 2 and b.kind != "list_item" and cue_of(b, "share", "whole") is not None


def _has_company(block: Block, blocks: Sequence[Block]) -> bool:
    n = block.number
    return any(_is_button(b) for b in (*blocks[max(0, n - 1) : n], *blocks[n + 1 : n + 2]))
