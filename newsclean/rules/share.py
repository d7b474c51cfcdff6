"""Buttons and prompts to share, save, print and comment."""

from __future__ import annotations

from newsclean.page import Block, Finding, Page
from newsclean.rules.cued import phrase


def button(block: Block, page: Page) -> Finding | None:
    """A button or a prompt to share, save, print or comment.

    Cuts:
        | Share on Facebook
        | Copy link
    Keeps:
        | Share prices fell on Monday.
        | Print shops in Harbour Town are closing.
    """
    return phrase(block, "share", alone_is_sure=False)
