"""Pages for runs over many, and rules that do what rules should not; here, where other processes find them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

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


class Late:
    """Counts letters, in the first process that loads it. In the second, loading never ends; in later ones it does.

    Or, where it `dies`, these end at once. The file has a dot for each process that has begun to load it.
    """

    def __init__(self, file: Path, *, dies: bool = False) -> None:
        self.file, self.dies = file, dies

    def __reduce__(self) -> tuple[Callable[..., Late], tuple[Path | str, ...]]:
        return late, (self.file, "dies") if self.dies else (self.file,)

    def __call__(self, raw: str | bytes, url: str | None) -> int:
        time.sleep(0.002)
        return len(raw) if url is None else 0


def late(file: Path, *dies: str) -> Late:
    """What a process gets that loads a Late."""
    dots = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(dots, b".")
    number = os.lseek(dots, 0, os.SEEK_CUR)
    if number == 2:
        time.sleep(3600)
    if number > 2 and dies:
        os._exit(7)
    return Late(file, dies=bool(dies))
