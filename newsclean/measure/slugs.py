"""Whose slug is a line whose letters are not those of any other: accents dropped, cut off, a word misspelt?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from newsclean.page.block import Block
from newsclean.phrases.plain import plain

FEWEST_HYPHENS = 2
LONGEST = 220  # characters of a headline
NEAR = 3  # lines: only so close a slug is looked for by nearly all of its letters
CUT_OFF = 16  # letters of a slug that is only the beginning of its headline
LIKE = 0.9  # of the letters are the same, in order: one word in ten is misspelt, or left out


def slugs(blocks: Sequence[Block], told: Collection[int]) -> dict[int, int]:
    """For each block that is the slug of another, that one.

    `told` are those that have another block of the same letters: of these it is known.
    """
    found: dict[int, int] = {}
    candidates = [b for b in blocks if "-" in b.text and b.number not in told and may_be_slug(b.text)]
    if not candidates:
        return found
    lines = {b.number: plain(b.core) for b in blocks if " " in b.core and len(b.core) <= LONGEST}
    first = {letters: number for number, letters in reversed(lines.items())}
    for b in candidates:
        letters = plain(b.core)
        near = sorted(set(range(b.number - NEAR, b.number + NEAR + 1)) & lines.keys(), key=lambda n: abs(n - b.number))
        whose = first.get(letters)
        if whose is None:
            whose = next((n for n in near if _is_nearly(letters, lines[n])), None)
        if whose is not None:
            found[b.number] = whose
    return found


def may_be_slug(text: str) -> bool:
    """Whether a line is written as an identifier in ASCII: words in small letters, joined by hyphens."""
    if len(text) > LONGEST or text.count("-") < FEWEST_HYPHENS:
        return False
    return text.isascii() and text.islower() and text.replace("-", "").isalnum()


def _is_nearly(slug: str, line: str) -> bool:
    """Whether these are the same letters but for a few, or the beginning of the line's."""
    if len(slug) < CUT_OFF:
        return False
    if line.startswith(slug):
        return True
    matcher = SequenceMatcher(None, slug, line, autojunk=False)
    return matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE
