"""Readers' comments: who wrote when, again and again, and what he wrote."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.traits import COMMENT, COMMENT_HEAD


def head(block: Block, page: Page) -> Finding | None:
    """A reader's name and the time of the comment, as others follow below.

    Left alone where fewer than three such lines stand close to each other, and before the first paragraph.

    Cuts:
                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
        sure other | jo (guest) 01.02.24, 16:50:22
                   | About time, too.
        sure other | quay rat (guest) 01.02.24, 17:02:11
                   | Nobody asked the fishermen what they think of it.
        sure other | mara 02.02.24, 08:15:00
                   | We did, in the hall, and you were asleep.
    Keeps:
        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | By Jo Doe, 01.02.24, 16:50
        | Mara Lind 01.02.24, 17:02
    """
    return Finding("other", block.core, "sure") if block.traits & COMMENT_HEAD else None


def text(block: Block, page: Page) -> Finding | None:
    """What a reader wrote: it stands under a name and a time, as others do.

    Cuts:
                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
                   | jo (guest) 01.02.24, 16:50:22
        sure other | About time, too.
                   | quay rat (guest) 01.02.24, 17:02:11
        sure other | Nobody asked the fishermen what they think of it.
                   | mara 02.02.24, 08:15:00
        sure other | We did, in the hall, and you were asleep.
    Keeps:
        | About time, too.
        | Nobody asked the fishermen what they think of it.
    """
    return Finding("other", "under the name of a reader", "sure") if block.traits & COMMENT else None
