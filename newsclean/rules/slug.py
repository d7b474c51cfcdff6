"""Slugs: a headline turned into an identifier, with hyphens for its blanks."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import COLON, STOP
from newsclean.page.slugs import is_slug_of

QUOTES = "\"'“”‘’«»„"


def of_headline(block: Block, page: Page) -> Finding | None:
    """A headline of the page written as in a web address: “flood-pumps-arrive”.

    Accents may be missing, a word misspelt, the end cut off. Left alone when no other line has these letters: see
    `lone`.

    Cuts:
        sure | flood-pumps-arrive-in-harbour-town
             | Flood pumps arrive in harbour town

             | Flood pumps
        sure | flood-pumps

             | À Saint-Orven, les habitants rachètent le café
        sure | a-saint-orven-les-habitants-rachetent-le-cafe

             | Łódź: Größere Pumpen für den Hafen
        sure | lodz-groessere-pumpen-fuer-den-hafen

             | Flood pumps arrive in Orrin
        sure | flood-pumps-arive-in-orrin

             | Flood pumps arrive in harbour town
        sure | flood-pumps-arrive-in-har
    Keeps:
        | The state-of-the-art pumps arrived.
        | state-of-the-art

        | Harbour
        | har-bour

        | Flood pumps arrive
        | floodpumpsarrive

        | Flood pumps leave Orrin
        | sea-wall-to-be-raised

        | Pumps arrive by rail
        | pumps-arrive
    """
    if block.twin < 0 or not is_slug_of(block, page.blocks[block.twin]):
        return None
    return Finding("slug", page.blocks[block.twin].text, "sure")


def lone(block: Block, page: Page) -> Finding | None:
    """Four or more words in lower case, all joined by hyphens, as in a web address.

    Left alone inside quotation marks, under a colon and when it ends like a sentence: people coin such words.

    Cuts:
        sure | north-pier-to-close-for-repairs
        sure | council-votes-on-sea-wall,-again

        sure | quay-to-be-as-is
        hint | abc-def-ghi-jkl
        sure | “north-pier-to-close-for-repairs
        sure | north-pier-to-close-for-repairs”

             | They called it
        sure | not-in-my-back-yard-or-anywhere
             | The end

        sure | not-in-my-back-yard-or-anywhere
             | They called it:
             | not-in-my-back-yard-or-in-town
    Keeps:
        | “not-in-my-back-yard-or-anybody-else’s”
        | a-b-c
        | Mother-in-law

        | quay-town-wall
        | North-pier-to-close
        | north-pier/to-close-for-repairs
        | north-pier-to-close-for-repairs.
        | abc-def-ghi-jk
        | out-of-the-way moorings
    """
    text = block.text
    if text.count("-") < 3 or " " in text or "/" in text or text != text.lower():
        return None
    if (text[0] in QUOTES and text[-1] in QUOTES) or block.ending == STOP:
        return None
    if block.number and page.blocks[block.number - 1].ending == COLON:
        return None
    words = [w for w in text.split("-") if w]
    if len(words) < 4 or sum(map(len, words)) < 12:
        return None
    return Finding("slug", f"{len(words)} words joined by hyphens", "sure" if len(words) >= 5 else "hint")
