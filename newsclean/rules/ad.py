"""Labels of advertisements, sponsored text and affiliate notes."""

from __future__ import annotations

from newsclean.page import Block, Finding, Page
from newsclean.rules.cued import phrase


def label(block: Block, page: Page) -> Finding | None:
    """A label of an advertisement, or a note on paid links.

    Cuts:
        | Advertisement
        | Story continues below advertisement
    Keeps:
        | The advertisement ran for a week before the council had it taken down.
    """
    return phrase(block, "ad", alone_is_sure=True)
