"""Lists of nothing but short links: a menu has a hundred items, and none is of the story."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from newsclean.read.html.elements import Line

MIN_ITEMS, MAX_ITEM, MEAN_ITEM = 4, 40, 22  # of a menu: how many, and characters; items that are longer are headlines
MAX_MENU = 20_000  # characters


def menu(node: LexborNode, *, in_nav: bool) -> Line | None:
    """The items of a list as one line, if it is a menu; in `<nav>` they need not be links."""
    text = node.text(separator="\n", skip_empty=True)
    if len(text) > MAX_MENU:
        return None
    items = [item for part in text.split("\n") if (item := " ".join(part.split()))]
    if len(items) < MIN_ITEMS:
        return None
    text = "\t".join(items)
    if len(text) > MEAN_ITEM * len(items) or max(map(len, items)) > MAX_ITEM:
        return None
    n_links = len(items)
    if not in_nav:
        n_links = len(node.css("a"))
        if n_links * 5 < len(items) * 4:
            return None
    return (text, text, n_links, None, ())
