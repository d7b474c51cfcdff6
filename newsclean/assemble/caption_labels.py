"""The labels inside of a caption, as sites that are read by screen readers print them: “Image caption”."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import MARK_OF_RIGHTS

AROUND = " \u00a0,:：，.-–—"
LOOK = 120  # characters of a caption in which its label stands
MOST_OF_LABEL = 3  # words of a credit's label


def without_labels(caption: str | None, labels: Collection[str]) -> tuple[str | None, str | None]:
    """A caption without its own label, and the credit with a label that stands before that; `labels` are of credits.

    What has no caption's label, or goes on from it as a sentence does, is left as it is.

    >>> without_labels("Image copyright Jo Doe Image caption A crane lowers a pump", ["image"])
    ('A crane lowers a pump', 'Jo Doe')
    >>> without_labels("Image caption, A crane lowers a pump", []), without_labels("A crane", [])
    (('A crane lowers a pump', None), ('A crane', None))
    >>> without_labels("Image caption writers are paid by the line", []), without_labels("Orrin Image caption A", [])
    (('Image caption writers are paid by the line', None), ('Orrin Image caption A', None))
    """
    match = _label().search(caption, 0, LOOK) if caption else None
    if caption is None or match is None:
        return caption, None
    told = caption[match.end() :].lstrip(AROUND)
    if not told or (told[0].islower() and caption[match.end()].isspace()):
        return caption, None
    before = caption[: match.start()].strip(AROUND).split()
    sizes = (n for n in range(min(MOST_OF_LABEL, len(before) - 1), 0, -1) if _names(before[:n]) in labels)
    size = next(sizes, 0)
    if before and not size:
        return caption, None
    return told, MARK_OF_RIGHTS.sub("", " ".join(before[size:])) or None


def _names(words: Collection[str]) -> str:
    """Words as a label of the cue files is written."""
    return fold(" ".join(words)).rstrip(AROUND)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile(one_of("caption_label"), re.IGNORECASE)
