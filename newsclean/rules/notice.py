"""Corrections, disclaimers, consent."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def note(block: Block, page: Page) -> Finding | None:
    """A note by the editors or the site: a correction, a disclaimer, a consent.

    Cuts:
        sure | Editor's note: an earlier version of this article gave the wrong date.

        hint | Correction
    Keeps:
        | The editor noted that the date was wrong.
    """
    return phrase(block, "notice", alone_is_sure=False)
