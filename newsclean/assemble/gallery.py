"""Pictures that a page counts: “1/12”, “Photo 3 of 14”, “Bild 1 von 9”."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from newsclean.page.page import Page
from newsclean.page.traits import DIGIT, NUMBERED
from newsclean.phrases.language_words import words_for
from newsclean.phrases.shipped import verdict_phrases

FEWEST = 5  # pictures
HEAD = 40  # characters of a line in which its number stands
WITH_NUMBER = DIGIT | NUMBERED


def counted_pictures(page: Page) -> int:
    """How many pictures a page counts one after the other, half of those that it says there are or more; else 0.

    Left alone are other things that are counted: “Step 1 of 9”, “Question 3 of 10”.
    """
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    lines = [b for b in page.blocks if b.traits & WITH_NUMBER and b.kind != "table"]
    for b in lines if len(lines) >= FEWEST else ():
        match = _counted().match(b.folded[:HEAD])
        if match and (not match["label"] or match["label"] in _picture_words()):
            numbers[int(match["total"])].append(int(match["number"]))
    for total, counted in numbers.items():
        is_in_order = counted == sorted(set(counted)) and counted[-1] <= total
        if is_in_order and len(counted) >= max(FEWEST, total / 2):
            return len(counted)
    return 0


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """A number out of a number at the beginning of a line, perhaps with what is counted before it."""
    out_of = "|".join(sorted(verdict_phrases("out_of")))
    return re.compile(
        rf"""\W{{0,3}}
        (?: (?P<label>[^\W\d_]{{1,14}}) [.:]? \s? )?
        (?P<number>\d{{1,3}}) \s? (?: / | (?<=\s) (?:{out_of}) (?=\s) ) \s? (?P<total>\d{{1,3}})
        (?= \W{{0,3}}\Z | [)\]:.\s–—-] )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _picture_words() -> frozenset[str]:
    """What a picture is called where it is counted."""
    return words_for("picture") | verdict_phrases("picture")
