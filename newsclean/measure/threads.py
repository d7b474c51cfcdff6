"""Threads of readers' comments: lines with a name and a time, again and again, and what stands under them.

Told by their form, in any language and without class names: “Jo (guest) 01.02.24, 16:50:22”, then what he says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.markup import Links
from newsclean.page.prose import is_paragraph, is_said
from newsclean.page.shape import STOP
from newsclean.phrases.shipped import verdict_phrases
from newsclean.press.clock import TIME_OF_DAY
from newsclean.press.dates import date_share, read_date

FEWEST = 3  # heads of comments: two may be the byline and a change of it
MOST_WORDS = 12  # of such a line
MOST_LINES = 8  # from one head to the next
LAST_LINES = 3  # under the last head: who comments is brief, and what is under the thread is not his
DATE = 0.3  # share of a line that is a date, at least
ALL = 0.9  # share of a line that is a date: then it names nobody
# A line of more words that is mostly a link is another story's headline with its date, not a reader's linked name.
NAME, LINKED = 8, 0.6
MOST_IN_COUNT, TO_FIRST, TOLD = 4, 3, 3  # words of “3 Comments”; lines to the first's date; sentences over it
NUMBER = re.compile(r"\d[\d.,]{0,6}")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?::\d\d)?(?!\d)")
NAMED = re.compile(r"[^\d(@]{3,40}")  # what stands before the time
OFTEN = 2  # heads for each full name: reporters sign more entries of a live page, readers speak once or twice


class Threads(NamedTuple):
    heads: frozenset[int]  # numbers of the lines that open a comment
    texts: frozenset[int]  # of what stands under them


NONE = Threads(frozenset(), frozenset())


def threads(blocks: Sequence[Block], links: Sequence[Links] = ()) -> Threads:
    """The lines of comments on a page. `links`: of each block, where its form tells of them."""
    heads = [b.number for b in blocks if b.traits & traits.DIGIT and b.words <= MOST_WORDS and _is_head(b)]
    heads = [n for n in heads if not links or blocks[n].words <= NAME or links[n].link_share <= LINKED]
    counted = _counted(blocks, links)
    if len(heads) < FEWEST:
        return counted
    story = next((b.number for b in blocks if is_paragraph(b)), len(blocks))
    runs: list[list[int]] = []
    for n in heads:
        if n < story:
            continue
        if runs and n - runs[-1][-1] <= MOST_LINES:
            runs[-1].append(n)
        else:
            runs.append([n])
    found = [run for run in runs if _say_something(run) and _are_readers([blocks[n] for n in run])]
    texts = {
        n
        for run in found
        for head, after in zip(run, (*run[1:], min(len(blocks), run[-1] + 1 + LAST_LINES)), strict=True)
        for n in range(head + 1, after)
    }
    return Threads(counted.heads.union(n for run in found for n in run), counted.texts | texts)


def _counted(blocks: Sequence[Block], links: Sequence[Links]) -> Threads:
    """The comments under a line that counts them: “3 Comments” behind the story, and right under it a name and a date.

    Its head is that line, which is no link: those lead to the comments on another story. There may be one comment, and
    its date may have no time.
    """
    for b in blocks:
        if links and links[b.number].link_share > LINKED:
            continue
        if not (b.traits & traits.DIGIT and b.words <= MOST_IN_COUNT and counts_comments(b.folded)):
            continue
        last = b.number
        for n in range(b.number + 1, len(blocks)):
            if n - last > (TO_FIRST if last == b.number else MOST_LINES):
                break
            if _is_dated(blocks[n]):
                last = n
        if last > b.number and sum(map(is_said, blocks[: b.number])) >= TOLD:
            below = blocks[b.number + 1 : last + 1 + LAST_LINES]
            texts = [b.number for b in below if not b.cues and date_share(b.folded) < ALL]  # dates and buttons say so
            return Threads(frozenset((b.number,)), frozenset(texts))
    return NONE


def counts_comments(folded: str) -> bool:
    """Whether a line counts comments, and does nothing else.

    >>> counts_comments("3 comments"), counts_comments("kommentare (12)"), counts_comments("no 3 comments on it")
    (True, True, False)
    """
    number = NUMBER.search(folded)
    return number is not None and NUMBER.sub("", folded).strip(" :()[]•·-") in verdict_phrases("comments")


def _is_dated(b: Block) -> bool:
    """Whether a line has a date, and little besides: a name. A row of a table is none: “Silver 29.83 29.86”."""
    return (
        bool(b.traits & traits.DIGIT)
        and "\t" not in b.core
        and b.words <= NAME
        and b.ending != STOP
        and date_share(b.folded) >= DATE
    )


def _say_something(heads: Sequence[int]) -> bool:
    """Whether between most heads of a run something stands: a list of links with their dates has nothing there."""
    n_over_text = sum([after - head > 1 for head, after in pairwise(heads)])
    return 2 * n_over_text >= len(heads) - 1 and n_over_text > 0


def _are_readers(heads: Sequence[Block]) -> bool:
    """Whether the heads of a run are those of readers, and not of one or two reporters who write a live page."""
    if len({b.folded for b in heads}) < FEWEST:
        return False
    names = {match[0].strip() for b in heads if (match := NAMED.match(b.folded)) and TIME_OF_DAY.search(b.core)}
    return not all(" " in name for name in names) or len(heads) <= OFTEN * len(names) or not names


def _is_head(b: Block) -> bool:
    """Whether a line has a name and the day and time of a comment; what says “Updated” before is of the page."""
    if CLOCK.search(b.core) is None or any(cue.kind == "timestamp" for cue in b.cues):
        return False
    return DATE <= date_share(b.folded) < ALL and read_date(b.core) is not None
