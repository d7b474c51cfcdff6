"""Which of the labels over the headline is its kicker, and which are what is left of a menu or of a path."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.page import Page
from newsclean.phrases.fold import fold
from newsclean.phrases.shipped import tables

SLUG = re.compile(r"[^\s-]{1,40}(?:-[^\s-]{1,40}){2,40}")  # “flood-pumps-arrive”


def is_label(page: Page, n: int) -> bool:
    """Whether a rule found a line to be a label over the headline, and it is no headline with hyphens."""
    return any(f.rule == "head.kicker" for f in page.findings[n]) and not SLUG.fullmatch(page.blocks[n].core)


def is_kicker(page: Page, n: int) -> bool:
    """Whether a label is the headline's own: the nearest to it, alone, and not the name of the site's front page.

    Two labels like each other, one under the other, are a path through the site (“Home”, “World”) or of a menu. Under
    a button (“Skip to content”, “Menu”), or in capitals under one that is not, a label is alone. A button is none.
    """
    if not is_label(page, n) or page.blocks[n].folded in _words("front_page") | _words("button"):
        return False
    if n and page.blocks[n].kind == page.blocks[n - 1].kind == "list_item":
        return False  # the last entry of a menu
    if any(is_label(page, i) for i in range(n + 1, page.title)):
        return False
    if not n or not is_label(page, n - 1):
        return True
    above = page.blocks[n - 1]
    is_button = above.folded in _words("button") or any(c.where == "whole" and " " in c.phrase for c in above.cues)
    return is_button or above.core.isupper() != page.blocks[n].core.isupper()


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    """A table of cues/verdicts.toml: what sites call their front page, or buttons that open a menu or a search."""
    return frozenset(map(fold, tables()["verdicts"][name]["phrases"]))
