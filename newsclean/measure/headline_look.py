"""The lines of a page that may be its headline, and what is seen of each: the values of headline_slots.py."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.measure.headline_lines import (
    AROUND,
    FULL_STOPS,
    REACH,
    ROLE,
    UNDER_ROLES,
    end_of_top,
    ending_of,
    has_slug,
    is_front_page,
    is_set_off,
    is_text,
    last_of,
    may_be_headline,
    role_of,
    words_of,
)
from newsclean.measure.headline_slots import KINDS, LARGEST, ROUGH_OF, SIZE_OF, TELLING_OF
from newsclean.measure.headline_values import (
    before_of,
    case_of,
    count_of,
    cue_of,
    date_of,
    digits_of,
    end_of,
    likeness_of,
    place_of,
    share_of,
    start_of,
    until_of,
)
from newsclean.measure.not_headlines import INNER_STOP
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.prose import is_sentence
from newsclean.page.shape import STOP
from newsclean.page.slugs import is_slug_of

SHORT_TOKEN, FEWEST_SHARED = 2, 2  # letters of a word that tells nothing; words that a headline shares with its text
FEWEST_SENTENCES = 3  # without a phrase of furniture, of a story that has no longer paragraph
STORY = 24  # paragraphs whose words are compared with a line's
NEAR = 13  # blocks: a line so close above prose may be its headline
SITE_MARK = re.compile(r" [|\-–—·•»:]{1,2} |[|｜]")
PATH_MARK = re.compile(r"[>›»/→]")
COMMAS = ", ", "، "  # those of Chinese and Japanese stand in most headlines, however short
STEPS = 2, 4, 6  # lines above one in which a path may begin that leads to it
TINY = (ROLE["tiny"], ROLE["short"])


class Seen(NamedTuple):
    """The lines that may be the headline: their numbers, values of SLOTS for each, and of NONE_SLOTS for the page."""

    numbers: tuple[int, ...]
    story: frozenset[str]  # its words
    lines: tuple[tuple[int, ...], ...]
    none: tuple[int, ...]


class _Top(NamedTuple):
    """What is known of the part of a page in which its headline is looked for, for all of its lines at once."""

    blocks: Sequence[Block]
    before: Sequence[int]  # words of prose before each block
    until: Sequence[int]  # blocks up to the next prose
    roles: Sequence[int]
    like: Sequence[bool]  # which look as a headline does to their neighbours
    keys: Counter[str]  # how often each line is said
    subheadings: int
    first_heading: int
    likeness: Mapping[int, int]  # to the page's first line, of those that may be the headline
    below: int  # the most of that of those close over the prose
    fronts: Sequence[int]  # the numbers of the lines that lead to the front page
    levels: tuple[Sequence[int], ...]  # the numbers of the headings of each level that the page has


def look_for_headline(blocks: Sequence[Block]) -> Seen:
    """The lines that may be the headline and what is seen of each."""
    prose = _prose_of(blocks)
    end = _with_marked(blocks, end_of_top(prose))
    before = _running(prose[:end])
    roles = [role_of(b) for b in blocks[: end + AROUND]]
    may_be = _may_be(blocks, prose, before, roles)
    opening = next((i for i, words in enumerate(prose) if words), len(blocks))
    none = (
        roles[0],
        roles[1] if len(roles) > 1 else 0,
        opening if opening < 3 else 3 if opening < 5 else 4 if opening < 11 else 5,
        count_of(len(may_be)),
    )
    if not may_be:
        return Seen((), frozenset(), (), none)  # as most pages that are looked at again
    story = frozenset().union(*[b.tokens for b, words in zip(blocks, prose, strict=True) if words][:STORY])
    shared = [_shared(b, story) for b in may_be]
    ranks = sorted({n for n, _ in shared}, reverse=True)[:3]
    likeness = {b.number: likeness_of(b, blocks[0]) if b.number else 0 for b in may_be}
    until = _until(prose, end)
    top = _Top(
        blocks,
        before,
        until,
        roles,
        [role >= ROLE["line"] and not blocks[i].cues for i, role in enumerate(roles[:end])],
        Counter([b.key for b in blocks if b.key]),
        _subheadings(blocks, prose),
        next((b.number for b in blocks[:end] if b.kind == "heading"), -1),
        likeness,
        max([likeness[b.number] for b in may_be if b.number and until[b.number] <= NEAR], default=1),
        [b.number for b in blocks[:end] if is_front_page(b)],
        tuple(filter(None, [[b.number for b in blocks if b.traits & level] for level in traits.LEVELS])),
    )
    lines = [_values(b, top, share, ranks) for b, share in zip(may_be, shared, strict=True)]
    return Seen(tuple([b.number for b in may_be]), story, tuple(lines), none)


def _with_marked(blocks: Sequence[Block], end: int) -> int:
    """Behind which block no headline is looked for: not before the one heading of the first level that there is.

    Over it may stand the long text of a notice, and other stories' leads.
    """
    marked = [b.number for b in blocks if b.traits & traits.FIRST_LEVEL]
    return marked[0] + 1 if len(marked) == 1 and end <= marked[0] < REACH else end


def _may_be(blocks: Sequence[Block], prose: Sequence[int], before: Sequence[int], roles: Sequence[int]) -> list[Block]:
    """The lines that may be the headline; `before`: words of prose before each, down to where none is looked for."""
    may_be = [b for b in blocks[: len(before)] if not prose[b.number] and may_be_headline(b, blocks)]
    may_be = [b for b in may_be if is_set_off(b, blocks, roles, has_prose_above=before[b.number] > 0)]
    last = next((b.number for b in reversed(blocks) if prose[b.number] or is_sentence(b)), -1)
    # Behind the last prose a line heads nothing: it is a list's last entry.
    may_be = [b for b in may_be if b.number < last or not before[b.number]]
    if any(prose):
        return may_be
    # There a headline is told by its mark, its slug, or what stands under the first line.
    return [b for b in may_be if b.kind == "heading" or _heads_short(b, blocks)]


def _values(b: Block, top: _Top, shared: tuple[int, int], ranks: Sequence[int]) -> tuple[int, ...]:
    """What is seen of a line, slot for slot."""
    i, blocks, roles = b.number, top.blocks, top.roles
    n_shared, n_content = shared
    size = SIZE_OF[min(words_of(b), LARGEST)]
    rough = ROUGH_OF[size]
    around = [roles[j] if 0 <= j < len(roles) else 0 for j in range(i - 2, i + 4)]
    below = roles[i + 1 : i + 1 + AROUND]
    ahead, far = next(((TELLING_OF[r], d >= 2) for d, r in enumerate(below) if r in TELLING_OF), (0, 0))
    gap_after = blocks[i + 1].gap if i + 1 < len(blocks) else 2
    slugged = has_slug(b, blocks)
    said = min(3, top.keys[b.key] - 1 - slugged) if b.key else 0
    rank = ranks.index(n_shared) if n_shared in ranks else 3
    return (
        size * 6 + end_of(b),
        case_of(b) * 3 + rough,
        KINDS.index(b.kind) * 2 + (i != top.first_heading),
        share_of(n_shared, n_content) * 3 + rough,
        rank * 2 + (not n_shared),
        max(0, said) * 2 + slugged,
        0 if b.echo < 0 else 1 if b.echo < i else 2,
        top.likeness[i] * 3 + rough,
        0 if i else top.below,
        (i > 1) * 3 + (0 if not top.subheadings else 1 if top.subheadings < 3 else 2),
        (1 if SITE_MARK.search(b.core) else 2 if PATH_MARK.search(b.core) else 0) * 2 + (i > 2),
        place_of(i),
        before_of(top.before[i]),
        until_of(top.until[i]) * 2 + bool(top.before[i]),
        around[1],
        around[0],
        around[3],
        around[4],
        around[5],
        ahead * 2 + far,
        next((TELLING_OF[r] for r in (around[1], around[0]) if r in TELLING_OF), 0),
        min(3, sum([r in TINY for r in roles[max(0, i - 3) : i]])) * 4
        + min(3, sum([r in TINY for r in roles[i + 1 : i + 4]])),
        (3 if b.gap < 0 else min(2, b.gap)) * 4 + (3 if gap_after < 0 else min(2, gap_after)),
        cue_of(b),
        date_of(b),
        start_of(b.core[0]),
        digits_of(b),
        (INNER_STOP.search(b.core) is not None) * 3 + rough,
        min(2, sum(map(b.core.count, COMMAS))) * 3 + rough,
        count_of(_run(top.like, i, 1)),
        count_of(_run(top.like, i, -1)),
        _level_of(b, top.levels),
        0 if b.twin < 0 or abs(b.twin - i) > 1 else 1 if b.twin < i else 2,
        0 if i else 1 + until_of(top.until[i]),
        next((n for n, d in enumerate(STEPS, 1) if any(i - d <= front < i for front in top.fronts)), 0),
    )  # fmt: skip


def _level_of(b: Block, levels: Sequence[Sequence[int]]) -> int:
    """The place of a heading among those of the page's levels, of which a third and those below count as one."""
    for n, numbers in enumerate(levels):
        if b.number in numbers:
            return 1 + 3 * n + (0 if len(numbers) == 1 else 1 if b.number == numbers[0] else 2)
    return 0


def _heads_short(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line heads a text without a paragraph: over its slug, or at the top over its author or a sentence."""
    if b.number + 1 == len(blocks):
        return False
    below = blocks[b.number + 1]
    if b.number or is_slug_of(below, b):
        return is_slug_of(below, b)
    shared = [token for token in b.tokens & below.tokens if len(token) > SHORT_TOKEN]
    return role_of(below) in UNDER_ROLES or (is_sentence(below) and len(shared) >= FEWEST_SHARED)


def _prose_of(blocks: Sequence[Block]) -> list[int]:
    """How many words of prose each line has; where no paragraph is as long as they mostly are, the sentences are it."""
    prose = [b.words if is_text(b) else 0 for b in blocks]
    if any(prose):
        return prose
    said = [b.words if is_sentence(b) and last_of(b) in FULL_STOPS and not b.cues else 0 for b in blocks]
    return said if sum(map(bool, said)) >= FEWEST_SENTENCES else prose


def _running(prose: Sequence[int]) -> list[int]:
    sums, before = [], 0
    for words in prose:
        sums.append(before)
        before += words
    return sums


def _until(prose: Sequence[int], end: int) -> list[int]:
    """For each block up to `end` how many blocks it is to the next prose."""
    found, distance = [], 99
    for words in reversed(prose[: end + 60]):
        found.append(distance)
        distance = 1 if words else distance + 1
    return found[::-1]


def _shared(b: Block, story: frozenset[str]) -> tuple[int, int]:
    """How many of a line's words that say something the story says too; how many there are."""
    content = [t for t in b.tokens if len(t) > 3]
    if 2 * len(content) < len(b.tokens):
        content = list(b.tokens)
    return sum([t in story for t in content]), len(content)


def _subheadings(blocks: Sequence[Block], prose: Sequence[int]) -> int:
    """How many lines stand between two paragraphs and may be subheadings."""
    return sum([
        bool(above and below and not words) and ending_of(b) != STOP and not b.cues and words_of(b) <= 14
        for above, words, below, b in zip(prose, prose[1:], prose[2:], blocks[1:], strict=False)
    ])  # fmt: skip


def _run(like: Sequence[bool], i: int, step: int) -> int:
    """How many of the blocks right above or below, in a row, look like it."""
    n, j = 0, i + step
    while 0 <= j < len(like) and like[j] and n < 5:
        n, j = n + 1, j + step
    return n
