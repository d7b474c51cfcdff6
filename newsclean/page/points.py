"""The line that stands over a story's points: “Key points”, “Das Wichtigste in Kürze”."""

from __future__ import annotations

from functools import lru_cache

from newsclean.page.block import Block
from newsclean.phrases.fold import fold
from newsclean.phrases.shipped import tables


def heads_points(b: Block) -> bool:
    """Whether a line says that a story's points follow."""
    return b.words <= 6 and b.folded.rstrip(" :：") in _titles()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(map(fold, tables()["verdicts"]["key_points"]["phrases"]))
