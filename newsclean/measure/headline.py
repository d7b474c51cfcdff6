"""Which line is the headline?

Every line of the page's beginning that may be it has a score, the sum of the weights of what is seen of it and around
it: its size, words that it shares with the story, a slug beside it, who says it again, what stands above and below.
So has “there is none”. The best score decides. Weights: weights/headline.tsv, fitted by tests/fit/headline.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import getitem
from typing import NamedTuple

from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.prose import PARAGRAPH_WORDS
from newsclean.page.shape import CASES, CLOSERS, COLON, COMMA, ELLIPSIS, SENTENCE_CASE, STOP
from newsclean.page.slugs import is_slug_of
from newsclean.press.dates import date_share

FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 2, 40, 250
QUESTION_WORDS = 26  # the same where it ends with a question or a colon
LONG_WORDS = 45  # or, however it ends: Thai has no full stop; more than prose.LONG_WORDS, as headlines are long too
PROSE_BEFORE = 0.25  # of the page's prose: so far down the headline is looked for
LEAST_BEFORE, NO_PROSE = 60, 40  # words of prose, at least; blocks of a page without prose
REACH = 600  # blocks from the page's top
STORY = 24  # paragraphs whose words are compared with a line's
LABELS, LABEL_WORDS = 3, 4  # so many short lines may stand over the headline of a page that has nothing else
DATED = 0.6  # of a line's words are of a date: it is a stamp
LETTERS = 2  # a word of so few says nothing
AROUND = 6  # blocks: what stands so close below may be byline, date, buttons, picture
NEAR = 13  # blocks: a line so close above prose may be its headline
POOLED = 10  # lines of the highest scores
LIKELY_OVER_STORY = 0.08  # the same of a page's first line right over a paragraph: most texts are headline and story
LIKELY = 0.3  # the least probability of a headline: none is better than a wrong one
FULL_STOPS = ".。।۔"
SITE_MARK = re.compile(r" [|\-–—·•»:]{1,2} |[|｜]")
PATH_MARK = re.compile(r"[>›»/→]")


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
ROLES = (
    "edge", "prose", "sentence", "byline", "date", "share", "credit", "media", "furniture", "slug", "tiny", "short",
    "line", "heading",
)  # fmt: skip
_ROLE = {name: n for n, name in enumerate(ROLES)}
_ROLE_OF_CUE = {
    "byline": "byline", "author_bio": "byline", "timestamp": "date", "share": "share", "credit": "credit",
    "caption": "credit", "media": "media",
}  # fmt: skip
TELLING = ("none", "byline", "date", "share", "credit", "media")
_TELLING = {_ROLE[name]: n for n, name in enumerate(TELLING) if n}
_CREDIT = _ROLE["credit"]
UNDER_ROLES = frozenset(map(ROLES.index, ("byline", "date", "share", "credit", "media")))
TELLING_ROLES = UNDER_ROLES | frozenset(map(ROLES.index, ("furniture", "slug")))
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


class Weights(NamedTuple):
    lines: tuple[tuple[float, ...], ...]  # [slot][value]
    none: tuple[tuple[float, ...], ...]


class Seen(NamedTuple):
    """The lines that may be the headline: their numbers, values of SLOTS for each, and of NONE_SLOTS for the page."""

    numbers: tuple[int, ...]
    lines: tuple[tuple[int, ...], ...]
    none: tuple[int, ...]


def find_headline(blocks: Sequence[Block]) -> int:
    """Index of the headline's block, or -1."""
    if not blocks:
        return -1
    seen = look_for_headline(blocks)
    if not seen.numbers:
        return -1
    weights = load_weights()
    scores = [sum(map(getitem, weights.lines, values)) for values in seen.lines]
    none = sum(map(getitem, weights.none, seen.none))
    most = max(*scores, none)
    odds = [exp(score - most) for score in scores]
    best, likely = most_likely([blocks[n] for n in seen.numbers], odds)
    opens = seen.numbers[best] == 0 and len(blocks) > 1 and _is_prose(blocks[1])
    least = LIKELY_OVER_STORY if opens else LIKELY
    return seen.numbers[best] if likely >= least * (sum(odds) + exp(none - most)) else -1


def most_likely(lines: Sequence[Block], odds: Sequence[float]) -> tuple[int, float]:
    """Which line is most likely the headline, and the odds for it: all together of those that say the same.

    A headline is printed again and again, also with the site's name behind it.
    """
    top = sorted(range(len(lines)), key=odds.__getitem__, reverse=True)[:POOLED]
    found = [(sum([odds[m] for m in top if says_same(lines[n], lines[m])]), odds[n], -n) for n in top]
    likely, _, n = max(found)
    return -n, likely


def says_same(one: Block, other: Block) -> bool:
    """Whether two lines say the same, one perhaps with a site's name or a kicker more."""
    if one.key == other.key:
        return True
    fewer, more = sorted((len(one.tokens), len(other.tokens)))
    return fewer >= 3 and len(one.tokens & other.tokens) >= 0.9 * fewer and more <= 2 * fewer


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The table weights/headline.tsv: slot, value, weight; what it does not name weighs nothing."""
    known: dict[tuple[str, str], float] = {}
    for line in (files("newsclean") / "measure" / "weights" / "headline.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            slot, value, weight = line.split("\t")
            known[slot, value] = float(weight)
    return Weights(*(
        tuple([tuple([known.get((slot, value), 0.0) for value in values]) for slot, values in slots])
        for slots in (SLOTS, NONE_SLOTS)
    ))  # fmt: skip


def look_for_headline(blocks: Sequence[Block]) -> Seen:
    """The lines that may be the headline and what is seen of each."""
    prose = [b.words if _is_prose(b) else 0 for b in blocks]
    end = _end(prose)
    before = _running(prose[:end])
    roles = [_role(b) for b in blocks[: end + AROUND]]
    may_be = [b for b in blocks[:end] if not prose[b.number] and _may_be(b, blocks)]
    may_be = [b for b in may_be if _is_set_off(b, blocks, roles, has_prose_above=before[b.number] > 0)]
    if not any(prose):  # nothing tells a headline there but its mark or its slug
        may_be = [b for b in may_be if b.kind == "heading" or any(is_slug_of(s, b) for s in blocks[b.number + 1 :][:1])]
    story = frozenset().union(*[b.tokens for b, words in zip(blocks, prose, strict=True) if words][:STORY])
    shared = [_shared(b, story) for b in may_be]
    ranks = sorted({n for n, _ in shared}, reverse=True)[:3]
    keys = Counter([b.key for b in blocks if b.key])
    until = _until(prose, end)
    like = [role >= _ROLE["line"] and not blocks[i].cues for i, role in enumerate(roles[:end])]
    likeness = {b.number: _likeness_of(b, blocks[0]) if b.number else 0 for b in may_be}
    below_top = max([likeness[b.number] for b in may_be if b.number and until[b.number] <= NEAR], default=1)
    subheadings = _subheadings(blocks, prose)
    first_heading = next((b.number for b in blocks[:end] if b.kind == "heading"), -1)
    lines = []
    for b, (n_shared, n_content) in zip(may_be, shared, strict=True):
        i = b.number
        words = _words(b)
        size = _SIZE_OF[words] if words < 26 else 8
        rough = _ROUGH_OF[size]
        around = [roles[j] if 0 <= j < len(roles) else 0 for j in range(i - 2, i + 4)]
        below = roles[i + 1 : i + 1 + AROUND]
        ahead, far = next(((_TELLING[r], d >= 2) for d, r in enumerate(below) if r in _TELLING), (0, 0))
        tiny = _ROLE["tiny"], _ROLE["short"]
        gap_after = blocks[i + 1].gap if i + 1 < len(blocks) else 2
        nearest = until[i]
        has_slug = _has_slug(b, blocks)
        said = min(3, keys[b.key] - 1 - has_slug) if b.key else 0
        rank = ranks.index(n_shared) if n_shared in ranks else 3
        like_below, like_above = _run(like, i, 1), _run(like, i, -1)
        lines.append((
            size * 6 + _end_of(b),
            _case_of(b) * 3 + rough,
            KINDS.index(b.kind) * 2 + (i != first_heading),
            _share_of(n_shared, n_content) * 3 + rough,
            rank * 2 + (not n_shared),
            max(0, said) * 2 + has_slug,
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
            _count_of(like_below),
            _count_of(like_above),
        ))  # fmt: skip
    opening = next((i for i, words in enumerate(prose) if words), len(blocks))
    none = (
        roles[0],
        roles[1] if len(roles) > 1 else 0,
        opening if opening < 3 else 3 if opening < 5 else 4 if opening < 11 else 5,
        _count_of(len(lines)),
    )
    return Seen(tuple([b.number for b in may_be]), tuple(lines), none)


def _words(b: Block) -> int:
    """How many words a line has; of a script without blanks, where pairs of characters are counted, half of them."""
    return b.words if b.words <= 2 * (b.core.count(" ") + 1) else max(2, b.words // 2)


def _is_prose(b: Block) -> bool:
    """Whether a block is a paragraph; headlines may be long questions."""
    if b.words < PARAGRAPH_WORDS:
        return False
    if _words(b) >= LONG_WORDS:
        return True
    least = PARAGRAPH_WORDS if b.ending == STOP and b.core[-1] not in "?!" else QUESTION_WORDS
    return b.ending in (STOP, COLON) and b.words >= least


def _may_be(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line may be a headline at all.

    No long text, label, stamp, row of a table or slug; none that ends like a sentence, unless a slug or a mark of
    headings says otherwise; and
    none that goes on in the next line, as verse does.
    """
    if not b.key or b.words < FEWEST_WORDS or len(b.core) > MOST_CHARACTERS or _words(b) > MOST_WORDS:
        return False
    if b.ending in (COLON, COMMA) or "\t" in b.core or (" " not in b.core and b.core.count("-") > 1):
        return False
    if b.ending == STOP and _last(b) in FULL_STOPS and b.kind != "heading" and not _has_slug(b, blocks):
        return False
    if _is_caption(b, blocks) or (b.traits & traits.DIGIT and date_share(b.folded) >= DATED):
        return False
    if b.core.isascii() and sum([len(token) > LETTERS for token in b.tokens]) < FEWEST_WORDS:
        return False  # the head of a table, initials
    if b.number and b.twin < 0 and b.echo < 0 and _heads_list(blocks[b.number - 1]):
        return False
    below = blocks[b.number + 1] if b.number + 1 < len(blocks) else None
    if below is None or not below.core[0].islower() or below.cues or " " not in below.core:
        return True
    return b.twin >= 0 or _is_prose(below)


def _heads_list(b: Block) -> bool:
    """Whether a line is the title of a list of other stories: what stands under it is of the list."""
    return any(c.kind == "related" and c.where == "whole" for c in b.cues)


def _is_caption(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is said twice in a row, as an alternative text and its caption are, over a credit."""
    if b.twin < 0 or abs(b.twin - b.number) != 1 or " " not in blocks[b.twin].core:
        return False
    last = max(b.number, b.twin)
    return any(_role(other) == _CREDIT for other in (blocks[last], *blocks[last + 1 : last + 2]))


def _is_set_off(b: Block, blocks: Sequence[Block], roles: Sequence[int], *, has_prose_above: bool) -> bool:
    """Whether something else than its place speaks for a line that is not at the page's very top, or over prose alone.

    Else it is a subheading, a key point, a name or a line of a list of the story's.
    """
    if b.twin >= 0 or b.echo >= 0 or b.kind == "heading":
        return True
    if has_prose_above:
        return not UNDER_ROLES.isdisjoint(roles[b.number + 1 : b.number + 1 + AROUND])
    if not TELLING_ROLES.isdisjoint(roles[max(0, b.number - AROUND) : b.number + 1 + AROUND]):
        return True
    return b.number <= LABELS and all(_words(above) <= LABEL_WORDS for above in blocks[: b.number])


def _last(b: Block) -> str:
    """The last character of a line, but for marks that close."""
    return b.core.rstrip(CLOSERS)[-1:]


def _end(prose: Sequence[int]) -> int:
    """Behind which block no headline is looked for."""
    most = max(LEAST_BEFORE, PROSE_BEFORE * sum(prose))
    if not any(prose):
        return min(len(prose), NO_PROSE)
    before = 0
    for i, words in enumerate(prose[:REACH]):
        before += words
        if before > most:
            return i
    return min(len(prose), REACH)


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


def _role(b: Block) -> int:
    """What a block looks like to a line beside it, as an index of ROLES."""
    if _is_prose(b):
        return 1
    for cue in b.cues:
        if cue.where in ("whole", "starts") or b.words <= 12:
            return _ROLE[_ROLE_OF_CUE.get(cue.kind, "furniture")]
    if b.cuts or b.core[0] in "©ⓒ":
        return _CREDIT
    if b.traits & traits.DIGIT and date_share(b.folded) >= DATED:
        return _ROLE["date"]
    if " " not in b.core and b.core.count("-") >= 2:
        return _ROLE["slug"]
    words = _words(b)
    if b.kind == "heading" and words > 2:
        return _ROLE["heading"]
    if b.ending == STOP and words >= 5:
        return _ROLE["sentence"]
    return _ROLE["tiny"] if words <= 2 else _ROLE["short"] if words <= 4 else _ROLE["line"]


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


def _has_slug(b: Block, blocks: Sequence[Block]) -> bool:
    return any(0 <= j < len(blocks) and is_slug_of(blocks[j], b) for j in (b.number - 1, b.number + 1, b.number + 2))


def _end_of(b: Block) -> int:
    if b.ending == STOP:
        return 1 if _last(b) in FULL_STOPS else 2
    return 3 if b.ending == COLON else 4 if b.ending in (COMMA, ELLIPSIS) else 5 if b.ending else 0


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
        bool(above and below and not words) and b.ending != STOP and not b.cues and _words(b) <= 14
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
