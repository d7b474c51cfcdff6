"""The paragraphs of a page of which some blocks stay: sentences that stood next to each other on a line are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsclean.page.block import Block


def paragraphs(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks that stay, by paragraph: apart where something was between them or was cut off the first of two."""
    found: list[list[Block]] = []
    last: Block | None = None
    for b in blocks:
        if last is not None and b.gap < 0 and b.number == last.number + 1 and not last.cuts:
            found[-1].append(b)
        else:
            found.append([b])
        last = b
    return found


def pieces(group: Sequence[Block], source: str) -> list[str]:
    """The texts of a paragraph's blocks and, between each two, what stood between them on their line."""
    found = [group[0].core]
    for last, b in pairwise(group):
        between = source[last.end : b.start]
        found += (" " if len(f"{between}.".splitlines()) > 1 else between, b.core)
    return found
