"""The few that are least of many, kept while the many go by."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from hashlib import blake2b
from typing import Generic, TypeVar

T = TypeVar("T")


class Lowest(Generic[T]):
    """The `size` values with the lowest keys of all that were offered. No two keys are equal."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.kept: list[tuple[float, int, T]] = []

    def offer(self, key: float, number: int, make: Callable[[], T]) -> None:
        """Keeps what `make` gives, if it is among the lowest so far; of equal keys the lower number counts."""
        if len(self.kept) < self.size or (key, number) < self.kept[-1][:2]:
            insort(self.kept, (key, number, make()), key=_place)
            del self.kept[self.size :]

    def values(self) -> list[T]:
        """What is kept, the lowest first."""
        return [value for *_, value in self.kept]


def _place(kept: tuple[float, int, T]) -> tuple[float, int]:
    return kept[:2]


def drawn(number: int) -> int:
    """A number as if it were drawn by lot, the same for the same page each time: who keeps the lowest has a sample.

    >>> drawn(1) == drawn(1), sorted(range(5), key=drawn)
    (True, [4, 1, 3, 0, 2])
    """
    return int.from_bytes(blake2b(number.to_bytes(8), digest_size=8).digest())
