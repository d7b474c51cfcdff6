"""Prompts to subscribe, follow, install or give."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def prompt(block: Block, page: Page) -> Finding | None:
    """A prompt to subscribe, to follow, to install or to give.

    Cuts:
        sure | Sign up for our daily newsletter
        sure | Get the best of the day delivered to your inbox.
    Keeps:
        | The paper’s newsletter has more readers than the paper, its editor told the council on Monday.
    """
    return phrase(block, "promo", alone_is_sure=False)
