"""Labels of advertisements, sponsored text and affiliate notes."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.rules.cued import phrase


def label(block: Block, page: Page) -> Finding | None:
    """A label of an advertisement, or a note on paid links.

    Cuts:
        sure | Advertisement
        sure | Story continues below advertisement
    Keeps:
        | The advertisement ran for a week before the council had it taken down.
    """
    return phrase(block, "ad", alone_is_sure=True)


ADDRESS = re.compile(r"https?://\S{4,300}")


def address(block: Block, page: Page) -> Finding | None:
    """A line that is nothing but a web address: under each thing of a list, the link to its shop.

    A hint when it stands alone.

    Cuts:
             | 1) A model of the pump house
        sure | https://shop.example/a1
             | 2) A print of the quay
        sure | https://shop.example/b2

                   | 1) A model
                   | http is a protocol of the web
        hint other | https://shop.example/a1

        sure | https://shop.example/b2
             | One
             | Two
             | Three
        sure | https://shop.example/a1

        sure | https://shop.example/b2
        sure | https://shop.example/a1
             | Two

        hint other | https://shop.example/a1
                   | One
                   | Two
                   | Three
                   | Four
        hint other | https://shop.example/b2
                   | A model
    Keeps:
        | See https://harbour.example for the plans.
    """
    if not ADDRESS.fullmatch(block.text):
        return None
    near = page.blocks[max(0, block.number - 4) : block.number] + page.blocks[block.number + 1 : block.number + 5]
    others = sum(b.text.startswith("http") and " " not in b.text for b in near)
    return Finding("ad" if others else "other", "a web address", "sure" if others else "hint")


JOB = re.compile(r"\((?:[mwfdx]/[mwfdx]/[mwfdx]|[hf]/[hf](?:/x)?|m/v/x|all genders)\)", re.IGNORECASE)
MOST_IN_JOB = 16  # words


def job(block: Block, page: Page) -> Finding | None:
    """A job that is offered: “Hafenlotse (m/w/d) in Orrin”.

    Cuts:
        sure | Hafenlotse (m/w/d) in Orrin
        sure | Deckhand (m/f/d), Harbour Town
        sure | Pilote de port (H/F)
    Keeps:
        | Gesucht wird laut der Anzeige ein Hafenlotse (m/w/d).
        | Pumps (h/m/s)
    """
    if block.ending == STOP or block.words > MOST_IN_JOB or page.title == block.number:
        return None
    match = JOB.search(block.core) if "/" in block.core else None
    return Finding("ad", match.group(), "sure") if match else None
