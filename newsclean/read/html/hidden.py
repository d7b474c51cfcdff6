"""What of a page is hidden by its own attributes, and how much text in it is too much to be left out."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from newsclean.read.html.elements import Attributes
from newsclean.read.html.hints import CAPTION, CREDIT, HIDES

HIDDEN_PROSE = 400  # characters of hidden text from which on it is shown, marked as hidden: a story behind a button
# A part that opens when it is pressed for: an answer, a table of data, the rest. It counts as text from a sentence on.
FOLDING = re.compile(r"accordion|collaps|faq|answer|expand|more", re.IGNORECASE)
HEADINGS = ("h2", "h3", "h4", "h5", "h6", "dt")
SENTENCE = 60  # characters
DROP_CAP = 20  # characters: of the first word, at most
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def is_hidden(attributes: Attributes, flags: int) -> bool:
    """Whether an element is hidden, by its class names, of which these are the flags, or by its own attributes."""
    return bool(flags & HIDES) or is_unseen(attributes, is_caption=bool(flags & (CAPTION | CREDIT)))


def is_unseen(attributes: Attributes, *, is_caption: bool = False) -> bool:
    """Whether an element's own attributes hide it.

    A caption or credit that only is not read out, as the picture's alternative text says it, can be seen.
    """
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and not is_caption):
        return True
    style = attributes.get("style")
    return style is not None and ("none" in style or "hidden" in style) and UNSEEN.search(style, 0, 2000) is not None


def is_drop_cap(node: LexborNode, attributes: Attributes) -> bool:
    """Whether what is only not read out opens a word or more of a paragraph: “F” before “ares”, seen by all.

    A twin that nobody sees, “Fares”, says it to those who listen. Icons are no capitals.
    """
    if attributes.get("aria-hidden") != "true" or node.next is None or node.parent is None or node.parent.tag != "p":
        return False
    text = node.text().strip()
    return 0 < len(text) <= DROP_CAP and text[0].isupper() and not is_unseen({**attributes, "aria-hidden": None})


def is_short(node: LexborNode, attributes: Attributes) -> bool:
    """Whether a hidden element has too little text to be shown."""
    text = node.text()
    enough = HIDDEN_PROSE
    if len(text) >= SENTENCE and (
        FOLDING.search(f"{attributes.get('class')} {attributes.get('id')}", 0, 400) or _is_under_button(node)
    ):
        enough = SENTENCE
    return len(text) < enough or len(" ".join(text.split())) < enough


def _is_under_button(node: LexborNode) -> bool:
    """Whether right over an element stands a heading that is a button: it shows what is under it."""
    above = node.prev
    while above is not None and above.tag == "-text" and not (above.text_content or "").strip():
        above = above.prev
    return above is not None and above.tag in HEADINGS and above.css_first("button") is not None
