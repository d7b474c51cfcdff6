"""Menus, breadcrumbs, topics, footers."""

from __future__ import annotations

from newsclean.page import Block, Finding, Page
from newsclean.rules.cued import phrase


def entry(block: Block, page: Page) -> Finding | None:
    """An entry of a menu, a footer or a list of topics.

    Cuts:
        | Skip to content
        | Terms of use
    Keeps:
        | Home games are hard, the coach said.
        | The menu was short.
    """
    return phrase(block, "navigation", alone_is_sure=False)
