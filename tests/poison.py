"""Pages for runs over many, and rules that do what rules should not; here, where other processes find them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from newsclean import Block, Finding, Page, Rulebook

PLACES = ("Harbour Town", "Orrin", "Aldmere", "Saint Orven", "Norvay")


def pages(n: int) -> Iterator[str]:
    """Short pages, each another: a headline, a byline, two sentences, a teaser."""
    for i in range(n):
        place = PLACES[i % len(PLACES)]
        yield (
            f"Pump {i} arrives in {place}\n\nBy Jo Doe\n\n"
            f"Pump number {i} reached the quay of {place} on Monday, and {i + 4} more are on their way by sea.\n\n"
            f"Read more: Sea wall {i} to be raised\n"
        )


def exits(block: Block, page: Page) -> Finding | None:
    """Ends the process at a page that says so."""
    if "poison" in block.tokens:
        os._exit(7)
    return None


def is_killed(block: Block, page: Page) -> Finding | None:
    """Ends the process as the system does where memory is short."""
    if "poison" in block.tokens:
        os.kill(os.getpid(), signal.SIGKILL)
    return None


def divides(block: Block, page: Page) -> Finding | None:
    """Raises what nobody expects."""
    return Finding("promo", str(1 // ("poison" not in block.tokens)), "hint") if "poison" in block.tokens else None


def dawdles(block: Block, page: Page) -> Finding | None:
    """Takes its time."""
    time.sleep(0.002)
    return None


EXITS, IS_KILLED, DIVIDES, DAWDLES = (Rulebook(rules=[rule]) for rule in (exits, is_killed, divides, dawdles))
