"""The line that stands over a story's points: “Key points”, “Das Wichtigste in Kürze”."""

from __future__ import annotations

from newsclean.page.block import Block
from newsclean.phrases.shipped import verdict_phrases


def heads_points(b: Block) -> bool:
    """Whether a line says that a story's points follow."""
    return b.words <= 6 and b.folded.rstrip(" :：") in verdict_phrases("key_points")
