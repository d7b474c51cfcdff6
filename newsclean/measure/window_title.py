"""The headline, where a dump begins with the title of the window: “Pumps arrive at last - The Harbour Post”.

A line further down that says the same without the site's name is the headline: of 338 such pages it was on 322.
The name may stand before it: “The Quay Diary: Pumps arrive at last”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsclean.measure.headline_lines import end_of_top, has_slug, is_text
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.phrases.fold import UNSPACED, words_in

MARK = re.compile(r"\s[|·•-]{1,2}\s|\|")  # of a folded line: what may part a headline from the site's name
FRONT = re.compile(rf"{MARK.pattern}|:\s")  # the same behind the name of a site, of a blog, or a kicker
FEWEST_WORDS, FEWEST_UNSPACED = 3, 8  # words of a headline; characters, where words are written without blanks
MOST_OF_SITE = 2  # times as many words as the headline has
MOST_MARKS = 6
REACH = 600  # blocks
NEAR = 13  # blocks: a line so close above prose may be its headline
TELLING, MOST_OVER = 5, 0.5  # words of a headline that stands under the text of a notice; that text's share of all


def under_window_title(blocks: Sequence[Block]) -> int:
    """The number of the line that says what the page's first one does, without the site's name; -1 where none does.

    In one long line its pieces know it.
    """
    said = [b for b in blocks if b.traits & traits.TITLED]
    if said:
        return _first_over_prose(said[1:], blocks)
    titles = set(_titles(blocks)) if len(blocks) > 1 and not has_slug(blocks[0], blocks) else set()
    found = [b for b in blocks[1:REACH] if b.key in titles and _may_be(b)]
    if found:
        prose = [b.words if is_text(b) else 0 for b in blocks]
        end = end_of_top(prose)
        found = [b for b in found if b.number < end] or [
            b
            for b in found
            if b.words >= TELLING and _is_over_prose(b, blocks) and sum(prose[: b.number]) <= MOST_OVER * sum(prose)
        ]
    if not found:
        return -1
    longest = max(len(b.key) for b in found)
    found = [b for b in found if len(b.key) == longest]
    return _first_over_prose(found, blocks)


def _first_over_prose(found: Sequence[Block], blocks: Sequence[Block]) -> int:
    """The first of these lines that stands close over prose, or else the first."""
    over_prose = (b.number for b in found if _is_over_prose(b, blocks))
    return next(over_prose, found[0].number)


def _is_over_prose(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a paragraph stands close below."""
    return any(map(is_text, blocks[b.number + 1 : b.number + 1 + NEAR]))


def _may_be(b: Block) -> bool:
    """Whether a line is no slug and no entry of a menu."""
    return not (" " not in b.core and "-" in b.core) and not any(cue.where == "whole" for cue in b.cues)


def _titles(blocks: Sequence[Block]) -> Iterator[str]:
    """What may be the headline in the title of a window: up to each mark of it.

    Without what stands before its first mark, if a line says just that: the name of a blog, a kicker.
    """
    title = blocks[0].folded
    if not any(mark in title for mark in "|-·•:"):
        return
    front = FRONT.search(title)
    site = title[: front.start()].strip() if front else ""
    starts = [0, front.end()] if front and any(b.folded == site for b in blocks[1:REACH]) else [0]
    for start in starts:
        ends = [(mark.start(), mark.end()) for mark in islice(MARK.finditer(title, start), MOST_MARKS)]
        for end, behind in (*ends, *([(len(title), len(title))] if start else ())):
            words, rest = words_in(title[start:end]), words_in(title[behind:])
            key = "".join(words)
            is_long = len(words) >= FEWEST_WORDS or (len(key) >= FEWEST_UNSPACED and UNSPACED.match(key) is not None)
            if is_long and len(rest) <= MOST_OF_SITE * len(words):
                yield key
