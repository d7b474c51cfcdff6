"""Controls of players and galleries."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def control(block: Block, page: Page) -> Finding | None:
    """A control or a label of a player or a gallery.

    Cuts:
        sure | Play Video
        sure | Image 1 of 5

        hint | Video
        sure | Scroll down for pictures
    Keeps:
        | Play resumed after the rain.
        | Close the valve first, then open the door.
    """
    return phrase(block, "media", alone_is_sure=False)
