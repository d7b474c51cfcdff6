"""What is seen of each line that may be the headline, and around it: the slots that weights are fitted for.

Its size, words that it shares with the story, a slug beside it, who says it again, what stands above and below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.measure.headline_lines import (
    AROUND,
    FULL_STOPS,
    INNER_STOP,
    ROLE,
    ROLES,
    UNDER_ROLES,
    end_of_top,
    ending_of,
    has_slug,
    is_set_off,
    is_text,
    last_of,
    may_be_headline,
    role_of,
    words_of,
)
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.prose import is_sentence
from newsclean.page.shape import CASES, COLON, COMMA, ELLIPSIS, SENTENCE_CASE, STOP
from newsclean.page.slugs import is_slug_of
from newsclean.press.dates import date_share

SHORT_TOKEN, FEWEST_SHARED = 2, 2  # letters of a word that tells nothing; words that a headline shares with its text
FEWEST_SENTENCES = 3  # without a phrase of furniture, of a story that has no longer paragraph
STORY = 24  # paragraphs whose words are compared with a line's
NEAR = 13  # blocks: a line so close above prose may be its headline
SITE_MARK = re.compile(r" [|\-–—·•»:]{1,2} |[|｜]")
PATH_MARK = re.compile(r"[>›»/→]")
COMMAS = ", ", "، "  # those of Chinese and Japanese stand in most headlines, however short


def product(*parts: tuple[str, ...]) -> tuple[str, ...]:
    names: tuple[str, ...] = ("",)
    for part in parts:
        names = tuple(f"{a} {b}".strip() for a in names for b in part)
    return names


SIZES = ("2", "3", "4", "5-6", "7-9", "10-13", "14-18", "19-25", "26+")  # words
_SIZE_OF = (0, 0, 0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7)
ENDS = ("open", "full stop", "other stop", "colon", "goes on", "closed")
ROUGH = ("short", "medium", "long")
_ROUGH_OF = (0, 0, 0, 0, 1, 1, 1, 2, 2)
TELLING = ("none", "byline", "date", "share", "credit", "media")
_TELLING = {ROLE[name]: n for n, name in enumerate(TELLING) if n}
COUNTS = ("0", "1", "2", "3-4", "5+")
_COUNT_OF = (0, 1, 2, 3, 3)
PLACES = ("0", "1", "2", "3-5", "6-10", "11-20", "21-40", "41-80", "81+")
BEFORE = ("0", "-20", "-60", "-150", "150+")
UNTIL = ("1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+")
SHARES = ("few", "0", "-15%", "-30%", "-45%", "-60%", "-80%", "-100%")
LIKENESS = ("is it", "no", "some", "half", "most", "all")
STARTS = ("other", "lower", "upper", "digit", "quote", "dash", "mark")
KINDS = ("paragraph", "heading", "list_item", "quote", "table")
CUES = (
    "none", "related", "promo", "share", "ad", "paywall", "byline", "author_bio", "timestamp", "media", "navigation",
    "notice", "agency", "kicker", "credit", "caption",
)  # fmt: skip
_CUE = {name: n for n, name in enumerate(CUES)}
Slots = tuple[tuple[str, tuple[str, ...]], ...]
SLOTS: Slots = (
    ("size and end", product(SIZES, ENDS)),
    ("case and size", product(CASES, ROUGH)),
    ("kind", product(KINDS, ("first", "later"))),
    ("words of the story", product(SHARES, ROUGH)),
    ("words of the story, among all lines", product(("most", "second", "third", "fewer"), ("any", "none"))),
    ("said again", product(("no", "once", "twice", "often"), ("no slug", "slug beside"))),
    ("nearly said", ("no", "above", "below")),
    ("like the page's first line", product(LIKENESS, ROUGH)),
    ("the page's first line, and how much a line over the prose says of it", LIKENESS),
    ("subheadings further down", product(("first", "later"), ("0", "1-2", "3+"))),
    ("mark of a site or path", product(("none", "site", "path"), ("top", "below"))),
    ("place", PLACES),
    ("prose before", BEFORE),
    ("blocks until prose", product(UNTIL, ("none", "some"))),
    ("previous", ROLES),
    ("second previous", ROLES),
    ("next", ROLES),
    ("second next", ROLES),
    ("third next", ROLES),
    ("ahead", product(TELLING, ("close", "far"))),
    ("just before", TELLING),
    ("tiny lines before and after", product(("0", "1", "2", "3"), ("0", "1", "2", "3"))),
    ("gap before and after", product(("0", "1", "2+", "same line"), ("0", "1", "2+", "same line"))),
    ("cue", product(CUES, ("whole", "part"))),
    ("date", ("none", "some", "most")),
    ("begins with", STARTS),
    ("digits", ("no", "some", "many")),
    ("sentences", product(("one", "more"), ROUGH)),
    ("commas", product(("0", "1", "2+"), ROUGH)),
    ("lines like it below", COUNTS),
    ("lines like it above", COUNTS),
)  # fmt: skip
NONE_SLOTS: Slots = (
    ("no headline: first block", ROLES),
    ("no headline: second block", ROLES),
    ("no headline: blocks before prose", product(("0", "1", "2", "3-4", "5-10", "11+"))),
    ("no headline: lines that may be it", COUNTS),
)
_START_OF = {
    **dict.fromkeys("\"'“‘„«»「『‹", 4),
    **dict.fromkeys("-–—•*·", 5),
    **dict.fromkeys(",.;:)]|/>©@#&+→▶►", 6),
}


class Seen(NamedTuple):
    """The lines that may be the headline: their numbers, values of SLOTS for each, and of NONE_SLOTS for the page."""

    numbers: tuple[int, ...]
    story: frozenset[str]  # its words
    lines: tuple[tuple[int, ...], ...]
    none: tuple[int, ...]


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


def look_for_headline(blocks: Sequence[Block]) -> Seen:
    """The lines that may be the headline and what is seen of each."""
    prose = _prose_of(blocks)
    end = end_of_top(prose)
    before = _running(prose[:end])
    roles = [role_of(b) for b in blocks[: end + AROUND]]
    may_be = [b for b in blocks[:end] if not prose[b.number] and may_be_headline(b, blocks)]
    may_be = [b for b in may_be if is_set_off(b, blocks, roles, has_prose_above=before[b.number] > 0)]
    last = next((b.number for b in reversed(blocks) if prose[b.number] or is_sentence(b)), -1)
    may_be = [
        b for b in may_be if b.number < last or not before[b.number]
    ]  # else it heads nothing: a list's last entry
    if not any(prose):  # there a headline is told by its mark, its slug, or what stands under the first line
        may_be = [b for b in may_be if b.kind == "heading" or _heads_short(b, blocks)]
    opening = next((i for i, words in enumerate(prose) if words), len(blocks))
    none = (
        roles[0],
        roles[1] if len(roles) > 1 else 0,
        opening if opening < 3 else 3 if opening < 5 else 4 if opening < 11 else 5,
        _count_of(len(may_be)),
    )
    if not may_be:
        return Seen((), frozenset(), (), none)  # as most pages that are looked at again
    story = frozenset().union(*[b.tokens for b, words in zip(blocks, prose, strict=True) if words][:STORY])
    shared = [_shared(b, story) for b in may_be]
    ranks = sorted({n for n, _ in shared}, reverse=True)[:3]
    keys = Counter([b.key for b in blocks if b.key])
    until = _until(prose, end)
    like = [role >= ROLE["line"] and not blocks[i].cues for i, role in enumerate(roles[:end])]
    likeness = {b.number: _likeness_of(b, blocks[0]) if b.number else 0 for b in may_be}
    below_top = max([likeness[b.number] for b in may_be if b.number and until[b.number] <= NEAR], default=1)
    subheadings = _subheadings(blocks, prose)
    first_heading = next((b.number for b in blocks[:end] if b.kind == "heading"), -1)
    lines = []
    for b, (n_shared, n_content) in zip(may_be, shared, strict=True):
        i = b.number
        words = words_of(b)
        size = _SIZE_OF[words] if words < 26 else 8
        rough = _ROUGH_OF[size]
        around = [roles[j] if 0 <= j < len(roles) else 0 for j in range(i - 2, i + 4)]
        below = roles[i + 1 : i + 1 + AROUND]
        ahead, far = next(((_TELLING[r], d >= 2) for d, r in enumerate(below) if r in _TELLING), (0, 0))
        tiny = ROLE["tiny"], ROLE["short"]
        gap_after = blocks[i + 1].gap if i + 1 < len(blocks) else 2
        nearest = until[i]
        slugged = has_slug(b, blocks)
        said = min(3, keys[b.key] - 1 - slugged) if b.key else 0
        rank = ranks.index(n_shared) if n_shared in ranks else 3
        like_below, like_above = _run(like, i, 1), _run(like, i, -1)
        lines.append((
            size * 6 + _end_of(b),
            _case_of(b) * 3 + rough,
            KINDS.index(b.kind) * 2 + (i != first_heading),
            _share_of(n_shared, n_content) * 3 + rough,
            rank * 2 + (not n_shared),
            max(0, said) * 2 + slugged,
            0 if b.echo < 0 else 1 if b.echo < i else 2,
            likeness[i] * 3 + rough,
            0 if i else below_top,
            (i > 1) * 3 + (0 if not subheadings else 1 if subheadings < 3 else 2),
            (1 if SITE_MARK.search(b.core) else 2 if PATH_MARK.search(b.core) else 0) * 2 + (i > 2),
            _place_of(i),
            _before_of(before[i]),
            _until_of(nearest) * 2 + bool(before[i]),
            around[1],
            around[0],
            around[3],
            around[4],
            around[5],
            ahead * 2 + far,
            next((_TELLING[r] for r in (around[1], around[0]) if r in _TELLING), 0),
            min(3, sum([r in tiny for r in roles[max(0, i - 3) : i]])) * 4
            + min(3, sum([r in tiny for r in roles[i + 1 : i + 4]])),
            (3 if b.gap < 0 else min(2, b.gap)) * 4 + (3 if gap_after < 0 else min(2, gap_after)),
            _cue_of(b),
            _date_of(b),
            _start_of(b.core[0]),
            _digits_of(b),
            (INNER_STOP.search(b.core) is not None) * 3 + rough,
            min(2, sum(map(b.core.count, COMMAS))) * 3 + rough,
            _count_of(like_below),
            _count_of(like_above),
        ))  # fmt: skip
    return Seen(tuple([b.number for b in may_be]), story, tuple(lines), none)


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


def _share_of(shared: int, content: int) -> int:
    if content < 2:
        return 0
    share = shared / content
    for n, most in enumerate((0.0, 0.15, 0.3, 0.45, 0.6, 0.8), 1):
        if share <= most:
            return n
    return 7


def _end_of(b: Block) -> int:
    if ending_of(b) == STOP:
        return 1 if last_of(b) in FULL_STOPS else 2
    return 3 if b.ending == COLON else 4 if b.ending in (COMMA, ELLIPSIS) else 5 if ending_of(b) else 0


def _likeness_of(b: Block, top: Block) -> int:
    """How much of the page's first line, which may be its window title, a line says again, as an index of LIKENESS."""
    if not top.tokens or len(top.tokens) < 3:
        return 1
    if len(b.key) >= 8 and b.key in top.key:
        return 5
    share = len(b.tokens & top.tokens) / min(len(top.tokens), max(3, len(b.tokens)))
    return 1 if share < 0.2 else 2 if share < 0.45 else 3 if share < 0.7 else 4 if share < 1 else 5


def _subheadings(blocks: Sequence[Block], prose: Sequence[int]) -> int:
    """How many lines stand between two paragraphs and may be subheadings."""
    return sum([
        bool(above and below and not words) and ending_of(b) != STOP and not b.cues and words_of(b) <= 14
        for above, words, below, b in zip(prose, prose[1:], prose[2:], blocks[1:], strict=False)
    ])  # fmt: skip


def _place_of(i: int) -> int:
    return i if i < 3 else 3 if i < 6 else 4 if i < 11 else 5 if i < 21 else 6 if i < 41 else 7 if i < 81 else 8


def _before_of(words: int) -> int:
    return 0 if not words else 1 if words <= 20 else 2 if words <= 60 else 3 if words <= 150 else 4


def _until_of(n: int) -> int:
    return n - 1 if n < 4 else 3 if n < 6 else 4 if n < 9 else 5 if n < 14 else 6 if n < 21 else 7


def _count_of(n: int) -> int:
    return _COUNT_OF[n] if n < 5 else 4


def _run(like: Sequence[bool], i: int, step: int) -> int:
    """How many of the blocks right above or below, in a row, look like it."""
    n, j = 0, i + step
    while 0 <= j < len(like) and like[j] and n < 5:
        n, j = n + 1, j + step
    return n


def _cue_of(b: Block) -> int:
    for cue in b.cues:
        if cue.kind in _CUE:
            return _CUE[cue.kind] * 2 + (cue.where != "whole")
    return 0


def _date_of(b: Block) -> int:
    if not b.traits & traits.DIGIT:
        return 0
    share = date_share(b.folded)
    return 2 if share >= 0.5 else 1 if share > 0.2 else 0


def _digits_of(b: Block) -> int:
    n = sum(map(str.isdigit, b.core))
    return 0 if not n else 2 if 4 * n > len(b.core) else 1


def _start_of(first: str) -> int:
    """How a line begins; a letter of a script without capitals is like one."""
    if found := _START_OF.get(first):
        return found
    return 1 if first.islower() else 2 if first.isalpha() else 3 if first.isdigit() else 0


def _case_of(b: Block) -> int:
    """How a line is capitalised; one in a script without capitals as most lines are elsewhere."""
    return b.case or (SENTENCE_CASE if any(map(str.isalpha, b.core[:8])) else 0)
