"""What a paywall says."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def barrier(block: Block, page: Page) -> Finding | None:
    """What a paywall says to those without a subscription.

    Cuts:
        sure | Already a subscriber? Log in
        sure | This article is for subscribers only

        sure | Premium
    Keeps:
        | The subscribers were told on Monday that the paper would close.
    """
    return phrase(block, "paywall", alone_is_sure=True)
