"""Subheadings, told by the paragraph under them."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, STOP

SUBHEADING = range(2, 11)  # words of a subheading
STEM = 4  # letters of a word that the next paragraph takes up: of shorter ones many are in every sentence


def subheading(block: Block, page: Page) -> Finding | None:
    """A subheading: a short line over a paragraph that takes up one of its words.

    Left alone where it ends like a sentence or shows a phrase of furniture: other stories are about the same things.

    Keeps:
                     | The new tower was to be thirty metres high, and nobody in the council had ever thought of counting them.
        hint heading | Why one was missing
                     | The builder says that what is missing stands under the ground, since he had measured from the foundations.

             | Sea wall to be raised
             | The council met on Monday and talked about the pumps until late in the evening, when the lamps went out.

             | Read more: pumps
             | The council met on Monday and talked about the pumps until late in the evening, when the lamps went out.
    """
    if block.words not in SUBHEADING or block.cues or block.ending in (STOP, COLON):
        return None
    if block.twin >= 0 or block.echo >= 0 or page.title == block.number or block.number + 1 == len(page.blocks):
        return None
    below = page.blocks[block.number + 1]
    if not is_paragraph(below):
        return None
    stems = {word[:STEM] for word in block.tokens if len(word) >= STEM and not word.isdecimal()}
    shared = stems.intersection([word[:STEM] for word in below.tokens]) if stems else stems
    return Finding("heading", min(shared), "hint") if shared else None
