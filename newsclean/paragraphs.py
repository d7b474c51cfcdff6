"""The paragraphs of a page of which some blocks stay: sentences that stood next to each other on a line are one."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.page import Block


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
