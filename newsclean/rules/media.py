"""Controls of players and galleries."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.phrases.language_words import words_for
from newsclean.rules.cued import phrase


def control(block: Block, page: Page) -> Finding | None:
    """A control or a label of a player or a gallery.

    A single word is sure only where it means nothing else, as “Bildergalerie” does.

    Cuts:
        sure | Play Video
        sure | Image 1 of 5

        hint | Video
        sure | Scroll down for pictures

        sure | Фотогалерея
        sure | Bildergalerie:
    Keeps:
        | Play resumed after the rain.
        | Close the valve first, then open the door.
    """
    finding = phrase(block, "media", alone_is_sure=False)
    if finding is not None and block.folded.rstrip(" :") in words_for("gallery"):
        return finding._replace(strength="sure")
    return finding
