"""Cells of tables: data, or a part of a layout that is made of tables."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from newsclean.read.html.tags import INLINE, MARGIN, ROLE_OF, ROW

MAX_CELL = 300  # characters: what is longer is no cell of a table but a part of a layout


def is_data(node: LexborNode) -> bool:
    """Whether a cell of a table is data: short, with at most one block in it. Else it is a part of a layout."""
    text = node.text()
    if len(text) > MAX_CELL and (len(text) > 8 * MAX_CELL or len(" ".join(text.split())) > MAX_CELL):
        return False
    n_blocks = 0
    child = node.first_child
    while child is not None:
        role = ROLE_OF.get(child.tag_id, INLINE)
        n_blocks += role >= ROW
        if role > MARGIN or n_blocks > 1:
            return False
        child = child.next
    return True
