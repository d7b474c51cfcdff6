"""Which of the labels over the headline is its kicker, and which are what is left of a menu or of a path."""

from __future__ import annotations

import re

from newsclean.page.page import Page
from newsclean.phrases.shipped import verdict_phrases

MENU = 6  # lines over a label of a text: what stands there is of the site, and the label may be
MARK = re.compile(r"[*+•-]\s")  # of a list
SLUG = re.compile(r"[^\s-]{1,40}(?:-[^\s-]{1,40}){2,40}")  # “flood-pumps-arrive”


def is_label(page: Page, n: int) -> bool:
    """Whether a rule found a line to be a label over the headline, and it is no headline with hyphens."""
    return any(f.rule == "head.kicker" for f in page.findings[n]) and not SLUG.fullmatch(page.blocks[n].core)


def is_kicker(page: Page, n: int) -> bool:
    """Whether a label is the headline's own: the nearest to it, alone, and not the name of the site's front page.

    Two labels like each other, one under the other, are a path through the site (“Home”, “World”) or of a menu. Under
    a button (“Skip to content”, “Menu”), or in capitals under one that is not, a label is alone. A button is none.
    """
    if not is_label(page, n) or page.blocks[n].folded in verdict_phrases("front_page") | verdict_phrases("button"):
        return False
    if MARK.match(page.blocks[n].core) or (n and page.blocks[n].kind == page.blocks[n - 1].kind == "list_item"):
        return False  # the last entry of a menu
    if "°" in page.blocks[n].core:
        return False  # the weather, beside the site's name
    if page.html is not None and any(f.strength == "sure" and f.kind != "kicker" for f in page.findings[n]):
        return False  # “Log in”
    if (n >= MENU or page.html is not None) and not _is_known(page, n):
        return False
    if any(is_label(page, i) for i in range(n + 1, page.title)):
        return False
    if not n or not is_label(page, n - 1):
        return True
    above = page.blocks[n - 1]
    is_button = above.folded in verdict_phrases("button") or any(
        c.where == "whole" and " " in c.phrase for c in above.cues
    )
    return is_button or above.core.isupper() != page.blocks[n].core.isupper()


def _is_known(page: Page, n: int) -> bool:
    """Whether a label is one that the press uses or markup names, stands there again, or is alone in capitals."""
    b = page.blocks[n]
    if page.html is not None and any(hint.kind == "kicker" for hint in page.html.markup[n].hints):
        return True
    if n and b.core.isupper() and not page.blocks[n - 1].core.isupper():
        return True
    return any(c.kind == "kicker" for c in b.cues) or any(o.folded == b.folded for o in page.blocks if o.number != n)
