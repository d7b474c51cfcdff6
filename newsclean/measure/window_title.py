"""The headline, where a dump begins with the title of the window: “Pumps arrive at last - The Harbour Post”.

A line further down that says the same without the site's name is the headline: of 338 such pages it was on 322.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.measure.headline_lines import end_of_top, has_slug, is_text
from newsclean.page.block import Block
from newsclean.phrases.fold import UNSPACED, words_in

MARK = re.compile(r"\s[|·•-]{1,2}\s|\|")  # of a folded line: what may part a headline from the site's name
FEWEST_WORDS, FEWEST_UNSPACED = 3, 8  # words of a headline; characters, where words are written without blanks
MOST_OF_SITE = 2  # times as many words as the headline has
REACH = 600  # blocks
NEAR = 13  # blocks: a line so close above prose may be its headline


def under_window_title(blocks: Sequence[Block]) -> int:
    """The number of the line that says what the page's first one does, without the site's name; -1 where none does."""
    titles = set(_titles(blocks[0])) if len(blocks) > 1 and not has_slug(blocks[0], blocks) else set()
    found = [b for b in blocks[1:REACH] if b.key in titles and _may_be(b)]
    if found:
        end = end_of_top([b.words if is_text(b) else 0 for b in blocks])
        found = [b for b in found if b.number < end]
    if not found:
        return -1
    longest = max(len(b.key) for b in found)
    found = [b for b in found if len(b.key) == longest]
    over_prose = (b.number for b in found if any(map(is_text, blocks[b.number + 1 : b.number + 1 + NEAR])))
    return next(over_prose, found[0].number)


def _may_be(b: Block) -> bool:
    """Whether a line is no slug and no entry of a menu."""
    return not (" " not in b.core and "-" in b.core) and not any(cue.where == "whole" for cue in b.cues)


def _titles(top: Block) -> Iterator[str]:
    """What may be the headline in the title of a window, up to each mark of it."""
    if "|" not in top.folded and "-" not in top.folded and "·" not in top.folded and "•" not in top.folded:
        return
    for mark in MARK.finditer(top.folded):
        words, site = words_in(top.folded[: mark.start()]), words_in(top.folded[mark.end() :])
        key = "".join(words)
        is_long = len(words) >= FEWEST_WORDS or (len(key) >= FEWEST_UNSPACED and UNSPACED.match(key) is not None)
        if is_long and len(site) <= MOST_OF_SITE * len(words):
            yield key
