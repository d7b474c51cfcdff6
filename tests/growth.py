"""How time grows with size, measured so that other work on the machine does not matter much."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

FACTOR = 4  # how much larger the large input is
MOST = 8.0  # times longer that it may take: twice what is linear, half of what is quadratic
NOISE = 0.002  # seconds: what takes less is not worth the measure
ROUNDS = 4  # a growth is only too much when it is so each time


def growth(work: Callable[[str], object], small: str, large: str) -> float:
    """How many times longer `work(large)` takes than `work(small)`: the least of a few more and more careful looks."""
    least = float("inf")
    for best_of in range(1, ROUNDS + 1):
        long = _seconds(work, large, best_of)
        if long < NOISE:
            return 0.0
        least = min(least, long / max(_seconds(work, small, best_of), NOISE / FACTOR / 2))
        if least <= MOST:
            break
    return least


def growth_of(work: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """How many times longer `work` takes on what `make` makes four times as large; where too much, at twice the size.

    Where a cache of the processor is full, time takes a step once; what is quadratic grows as much at each size.
    """
    least = growth(work, make(size), make(FACTOR * size))
    if least > MOST:
        least = min(least, growth(work, make(2 * size), make(2 * FACTOR * size)))
    return least


def _seconds(work: Callable[[str], object], text: str, best_of: int) -> float:
    """Processor time of one call, the best of a few (of one, where a call is long)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        best = float("inf")
        for _ in range(best_of):
            begin = time.process_time()
            work(text)
            best = min(best, time.process_time() - begin)
            if best > 1.0:
                break
        return best
    finally:
        if was_on:
            gc.enable()
