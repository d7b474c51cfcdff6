"""The headline, and the headline said again."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page

SITE_SUFFIX = " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "


def headline(block: Block, page: Page) -> Finding | None:
    """The page's headline, by its place, its shape and who repeats it.

    Cuts:
        sure | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    Keeps:
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    """
    if block.number != page.title:
        return None
    return Finding("title", "the line that opens the page and is shaped like a headline", "sure")


def repeat(block: Block, page: Page) -> Finding | None:
    """The headline said again: the same words, or nearly, or with the site's name behind them.

    Cuts:
                          | Flood pumps arrive in harbour town
        sure title_repeat | FLOOD PUMPS ARRIVE IN HARBOUR TOWN
                          | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    Keeps:
        | Flood pumps arrive in harbour town
        | Flood pumps arrive in harbour town, and the town is glad of it, the mayor said on Monday evening.
    """
    if page.title < 0 or block.number == page.title:
        return None
    title = page.blocks[page.title]
    if block.key and block.key == title.key:
        return Finding("title_repeat", title.text, "sure")
    shared = len(block.tokens & title.tokens)
    if shared < 4 or block.words > title.words + 8:
        return None
    if shared >= 0.85 * len(block.tokens) and shared >= 0.7 * len(title.tokens):
        return Finding("title_repeat", title.text, "hint" if block.number > page.title + 12 else "sure")
    if title.key in block.key and any(mark in block.text for mark in SITE_SUFFIX):
        return Finding("title_repeat", title.text, "sure")
    return None
