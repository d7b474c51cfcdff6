"""Lists and tables: which list items and rows stand together, and what marks an item."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from newsclean.article.parts import Paragraph

BULLET = re.compile(r"[•‣◦⁃▪▸●■□–—*·+-]\s+")


def runs(paragraphs: Sequence[Paragraph], breaks: Collection[int]) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    """The items of one list and the rows of one table together, others alone, each with the place of the first.

    What is of one list or table stands line under line. A run ends before each place of `breaks`.
    """
    begin = 0
    for n in range(1, len(paragraphs) + 1):
        if n == len(paragraphs) or n in breaks or not _goes_on(paragraphs[n - 1], paragraphs[n]):
            yield begin, tuple(paragraphs[begin:n])
            begin = n


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    is_same = before.kind == paragraph.kind and paragraph.kind in ("list_item", "table")
    return is_same and paragraph.start <= before.end + 1


def without_bullet(text: str) -> str:
    """A list item without the bullet that is printed before it; a number stays.

    >>> without_bullet("• Pumps"), without_bullet("3. Pumps")
    ('Pumps', '3. Pumps')
    """
    bullet = BULLET.match(text)
    return text[bullet.end() :] if bullet else text
