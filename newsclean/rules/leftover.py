"""What no reader was meant to see: lines without anything visible, and data of the page's scripts."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page

# “Â” is what is left of a no-break space whose bytes were read as Latin-1: an empty paragraph.
NOTHING = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffc\ufffdÂ]+")
VALUES = frozenset(("true", "false", "null", "undefined", "NaN", "[object Object]"))
KEY = re.compile(r"[a-z]{2,30}[A-Z]\w{0,40}:")
SHORTCODE = re.compile(r"\[/[a-z_-]{2,30}\]?")


def invisible(block: Block, page: Page) -> Finding | None:
    """A line with nothing to see in it.

    Cuts:
        sure other | Â
        sure other | \u200d
    Keeps:
        | A
        | Âge
    """
    return Finding("other", "nothing visible", "sure") if NOTHING.fullmatch(block.text) else None


def data(block: Block, page: Page) -> Finding | None:
    """A piece of the page's code that was printed by mistake: “showPaywall:”, “false”, “[/cta”.

    A value is sure only beside another one or its name; a name is told by its value: “macOS:” may be a subheading.

    Cuts:
                   | The pumps came on Monday.
        sure other | showPaywall:
        sure other | false

        sure other | [/cta

        hint other | undefined

        hint other | true
                   | Quay
        hint other | false
                   | Sea

                   | The quay
                   | Sea
        sure other | NaN
        sure other | null
    Keeps:
        | False
        | iPhone
        | macOS:
        | Null
    """
    text, n = block.text, block.number
    if SHORTCODE.fullmatch(text):
        return Finding("other", text, "sure")
    beside = [b.text for b in (*page.blocks[max(0, n - 1) : n], *page.blocks[n + 1 : n + 2])]
    has_value = not VALUES.isdisjoint(beside)
    if text in VALUES:
        return Finding("other", text, "sure" if has_value or any(map(KEY.fullmatch, beside)) else "hint")
    return Finding("other", text, "sure") if has_value and KEY.fullmatch(text) else None
