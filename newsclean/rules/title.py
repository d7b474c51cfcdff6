"""The headline, and the headline said again."""

from __future__ import annotations

from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page

LEAST_OF_SITE = 4  # words of a headline that is told from the site's name behind it: “Live - Storm” has one
SITE_SUFFIX = " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "


def headline(block: Block, page: Page) -> Finding | None:
    """The page's headline, told by its place, its shape and what repeats it.

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
    """The headline said again: the same words, or nearly, or with or without the site's name behind them.

    Cuts:
                          | Pumps reach the quay | The Old Harbour Post of Orrin
        sure title_repeat | pumps-reach-the-quay-the-old-harbour-post-of-orrin
                          | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        sure title_repeat | Pumps reach the quay
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | FLOOD PUMPS ARRIVE IN HARBOUR TOWN
                          | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town - The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town – The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town — The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town :: The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town » The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town • The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town · The Old Harbour Post of Orrin
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | Flood pumps in harbour
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Pumps arrive in town
        sure title_repeat | pumps-arrive-in-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Town pumps arrive in
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | The pumps arrive
        sure title_repeat | the-pumps-arrive
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | The pumps arrive | Post
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure title_repeat | Flood pumps arrive in harbour town | The Harbour Post of Orrin and of
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | Flood pumps arrive in harbour town | The Harbour Post of Orrin and of the
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | The first man went home
                          | The second man went home
                          | The third man went home
                          | The fourth man went home
                          | The fifth man went home
                          | The sixth man went home
                          | The seventh man went home
                          | The eighth man went home
                          | The ninth man went home
                          | The tenth man went home
        hint title_repeat | Flood pumps arrive in the harbour town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | The first man went home
                          | The second man went home
                          | The third man went home
                          | The fourth man went home
                          | The fifth man went home
                          | The sixth man went home
                          | The seventh man went home
                          | The eighth man went home
                          | The ninth man went home
        sure title_repeat | Flood pumps arrive in the harbour town

                          | Flood pumps arrive in harbour town
        sure title_repeat | flood-pumps-arrive-in-harbour-town
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | The first man went home
                          | The second man went home
                          | The third man went home
                          | The fourth man went home
                          | The fifth man went home
                          | The sixth man went home
                          | The seventh man went home
                          | The eighth man went home
                          | The ninth man went home
                          | The tenth man went home
        sure title_repeat | Flood pumps arrive in harbour town | The Post
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                          | Flood pumps arrive in the old harbour town of Orrin on Monday
        sure title_repeat | flood-pumps-arrive-in-the-old-harbour-town-of-orrin-on-monday
                          | The pumps came by rail on Monday and the crane that lifts them came by sea.
                          | Flood pumps arrive in the old harbour town of Orrin on Monday at last now
                          | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    Keeps:
        | Flood pumps arrive in harbour town
        | Flood pumps arrive in harbour town, and the town is glad of it, the mayor said on Monday evening.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
    """
    if page.title < 0 or block.number == page.title:
        return None
    title = page.blocks[page.title]
    if block.key and block.key == title.key:
        return Finding("title_repeat", title.text, "sure")
    if block.words >= LEAST_OF_SITE and _without_site(title.core) == block.core.casefold():
        return Finding("title_repeat", title.text, "sure")
    shared = len(block.tokens & title.tokens)
    if shared < 4 or block.words > title.words + 8:
        return None
    if shared >= 0.85 * len(block.tokens) and shared >= 0.7 * len(title.tokens):
        return Finding("title_repeat", title.text, "hint" if block.number > page.title + 12 else "sure")
    if title.key in block.key and any(mark in block.text for mark in SITE_SUFFIX):
        return Finding("title_repeat", title.text, "sure")
    return None


@lru_cache(maxsize=1)  # half of a page's lines are compared with the same
def _without_site(title: str) -> str:
    """The headline up to what may part it from the site's name, in small letters; "" where nothing does."""
    return next((title.partition(mark)[0].casefold() for mark in SITE_SUFFIX if mark in title), "")
