"""What the story's path looks at: for each block one value per slot, as small whole numbers.

The weights of all values stand in weights/*.tsv, fitted by tests/bench/fit_story.py. A slot is a question
(“how long is it and how does it end?”), a value one of a handful of answers, named in SLOTS.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from itertools import accumulate

from newsclean.page import traits
from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import CASES, COLON, ENDINGS, PROSE_WORDS, STOP
from newsclean.phrases.cue import Cue

SIZES = ("0", "1", "2-3", "4-6", "7-10", "11-16", "17-28", "29-50", "51+")  # words
_SIZE_OF = [0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, *[5] * 6, *[6] * 12, *[7] * 22]
MOSTLY_LINKED = 0.6  # of a block's characters in links: no prose
LONG_WORDS = 45  # a block of so many words is prose, however it ends
KINDS = (
    "none", "credit", "caption", "related", "promo", "share", "ad", "paywall", "byline", "author_bio",
    "timestamp", "media", "navigation", "notice", "agency", "kicker", "title", "description",
    "title_repeat", "slug", "caption_repeat", "repeat", "other",
)  # fmt: skip
_KIND_NUMBER = {kind: n for n, kind in enumerate(KINDS)}
_KIND_NUMBER |= dict.fromkeys(("site", "dateline"), _KIND_NUMBER["other"])  # only users' phrases and rules give these
STARTS = ("other", "lower", "upper", "digit", "quote", "dash", "mark")
_START_OF = {
    **dict.fromkeys(string.ascii_lowercase, 1),
    **dict.fromkeys(string.ascii_uppercase, 2),
    **dict.fromkeys(string.digits, 3),
    **dict.fromkeys("\"'“‘„«»「『‹", 4),
    **dict.fromkeys("-–—•*·", 5),
    **dict.fromkeys(",.;:)]|/>©@#&+→▶►", 6),
}
DISTANCES = ("0", "1", "2", "3", "4-6", "7-12", "13+")
_DISTANCE_OF = [0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5]
POSITIONS = (
    "before all",
    "-2%",
    "-5%",
    "-10%",
    "-20%",
    "-35%",
    "-50%",
    "-65%",
    "-80%",
    "-90%",
    "-95%",
    "-98%",
    "-100%",
    "after all",
    "no prose",
)
_POSITION_OF = [
    1,
    1,
    2,
    2,
    2,
    *[3] * 5,
    *[4] * 10,
    *[5] * 15,
    *[6] * 15,
    *[7] * 15,
    *[8] * 15,
    *[9] * 10,
    *[10] * 5,
    *[11] * 3,
    12,
    12,
    12,
]
OVERLAPS = ("few", "0", "-10%", "-25%", "-40%", "-55%", "-70%", "-85%", "-100%")
_OVERLAP_OF = [1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8]  # in twentieths -> see _overlap
PAGE_SIZES = ("0", "-50", "-120", "-250", "-500", "-1000", "-2000", "2000+")


def product(*parts: tuple[str, ...]) -> tuple[str, ...]:
    names: tuple[str, ...] = ("",)
    for part in parts:
        names = tuple(f"{a} {b}".strip() for a in names for b in part)
    return names


FROM_TITLE = ("no headline", "far before", "before", "headline", "1", "2", "3", "4-6", "7-12", "13+")
MARKS = ("related", "promo", "share", "navigation", "byline", "author_bio", "agency", "notice", "timestamp", "paywall")
_MARK_NUMBER = {kind: n for n, kind in enumerate(MARKS)}
SINCE_MARK = ("1", "2-3", "4-7", "8-15", "16-40", "41+")
AHEAD = ("none", "byline", "timestamp", "share", "credit", "other")
_AHEAD_NUMBER = {"byline": 1, "timestamp": 2, "share": 3, "credit": 4}
ROUGH = ("tiny", "short", "medium", "long")
ROUGH_OF = (0, 0, 0, 1, 1, 2, 2, 3, 3)
ENDS = ("open", "stop", "colon")
LINKED = ("unknown", "no link", "-10%", "-40%", "-90%", "all", "picture")  # of its characters are in links
PLACES = ("none", "whole", "starts", "ends", "contains")
_PLACE_OF = {p: n for n, p in enumerate(PLACES)}

Slots = tuple[tuple[str, tuple[str, ...]], ...]
SLOTS: Slots = (
    ("shape", product(SIZES, ENDINGS)),
    ("shape of the previous", ("edge", *product(SIZES, ENDS))),
    ("shape of the next", ("edge", *product(SIZES, ENDS))),
    ("blocks since prose, until prose, size", product(DISTANCES, DISTANCES, ROUGH)),
    ("words of prose close before", PAGE_SIZES),
    ("words of prose close after", PAGE_SIZES),
    ("share of the prose before", POSITIONS),
    ("cue", product(KINDS, PLACES)),
    ("finding", product(KINDS, ("hint", "sure"), ("short", "long"))),
    ("second finding", KINDS),
    ("finding of the previous and size", product(KINDS, ("hint", "sure"), ROUGH)),
    ("finding of the next and size", product(KINDS, ("hint", "sure"), ROUGH)),
    ("case and size", product(CASES, ROUGH)),
    ("says the same as", product(("none", "one before", "one after", "near before", "near after"), ROUGH)),
    ("shared words and size", product(OVERLAPS, ROUGH)),
    ("marks", product(("no digit", "digit"), ("no mark", "mark"), ROUGH)),
    ("gap before and after", product(("0", "1", "2+", "same line"), ("0", "1", "2+", "same line"))),
    ("kind and size", product(("paragraph", "heading", "list_item", "quote", "table"), ROUGH)),
    ("begins with", product(STARTS, ROUGH)),
    ("prose of the page", PAGE_SIZES),
    ("short blocks in a row", DISTANCES),
    ("place from the headline and size", product(FROM_TITLE, ROUGH)),
    ("last mark of a section and distance", ("none", *product(MARKS, SINCE_MARK))),
    ("dates close by", product(("0", "1", "2", "3+"), ("0", "1", "2", "3+"))),
    ("furniture before the next prose, place from the headline, size", product(AHEAD, FROM_TITLE, ROUGH)),
    ("sure furniture of the page and size", product(("0", "1-2", "3-9", "10-29", "30+"), ROUGH)),
    ("linked and size", product(LINKED, ROUGH)),
    ("linked before and after", product(LINKED, LINKED)),
)
_KIND_OF = {"paragraph": 0, "heading": 1, "list_item": 2, "quote": 3, "table": 4}
_MARKS = traits.DIGIT | traits.MARK
_MARKS_OF = {0: 0, traits.MARK: 1, traits.DIGIT: 2, _MARKS: 3}
_END_OF = [1 if e == STOP else 2 if e == COLON else 0 for e in range(len(ENDINGS))]


def _page_size(words: int) -> int:
    if words <= 250:
        return 0 if not words else 1 if words <= 50 else 2 if words <= 120 else 3
    return 4 if words <= 500 else 5 if words <= 1000 else 6 if words <= 2000 else 7


def size_of(words: int) -> int:
    """An index of SIZES."""
    return _SIZE_OF[words] if words <= 50 else 8


def prose_words(page: Page) -> list[int]:
    """For each block its number of words if it is prose, else 0."""
    prose = [
        b.words if (b.ending == STOP and b.words >= PROSE_WORDS) or b.words >= LONG_WORDS else 0 for b in page.blocks
    ]
    if page.html is None:
        return prose
    return [0 if link.link_share > MOSTLY_LINKED else words for words, link in zip(prose, page.links, strict=True)]


def features(page: Page) -> list[tuple[int, ...]]:
    """One tuple a block: the value of each slot.

    Made by columns, one for each slot and in the order of SLOTS: so half of them cost nothing in the loop over blocks.
    """
    blocks = page.blocks
    n = len(blocks)
    prose = prose_words(page)
    sizes = [_SIZE_OF[b.words] if b.words <= 50 else 8 for b in blocks]
    rough = [ROUGH_OF[s] for s in sizes]
    endings = [b.ending for b in blocks]
    shapes = [1 + s * 3 + _END_OF[e] for s, e in zip(sizes, endings, strict=True)]
    since, until = _distances(prose)
    close_before, close_after = _windows(prose)
    found = [_found(f) if f else (0, 0) for f in page.findings]
    firsts = [f for f, _ in found]
    kinds = [KINDS[f >> 1] for f in firsts]
    from_title = _from_title(n, page.title)
    sure = sum([f & 1 for f in firsts])
    furniture = 4 * (0 if not sure else 1 if sure < 3 else 2 if sure < 10 else 3 if sure < 30 else 4)
    gaps = [3 if b.gap < 0 else min(2, b.gap) for b in blocks]
    linked = _linked(page)

    def with_size(values: Sequence[int]) -> list[int]:
        return [4 * v + r for v, r in zip(values, rough, strict=True)]

    return (
        list(
            zip(
                [s * 8 + e for s, e in zip(sizes, endings, strict=True)],
                [0, *shapes[:-1]],
                [*shapes[1:], 0],
                with_size([s * 7 + u for s, u in zip(since, until, strict=True)]),
                close_before,
                close_after,
                _positions(prose),
                [_cue(b.cues[0]) if b.traits & traits.CUE else 0 for b in blocks],
                [f * 2 + (r > 1) for f, r in zip(firsts, rough, strict=True)],
                [second for _, second in found],
                with_size([0, *firsts[:-1]]),
                with_size([*firsts[1:], 0]),
                with_size([b.case for b in blocks]),
                with_size([_echo(b) if b.traits & traits.TWIN else 0 for b in blocks]),
                with_size(_overlaps(blocks, prose, rough)),
                with_size([_MARKS_OF[b.traits & _MARKS] for b in blocks]),
                [before * 4 + after for before, after in zip(gaps, [*gaps[1:], 2], strict=True)],
                with_size([_KIND_OF[b.kind] for b in blocks]),
                with_size([_START_OF.get(b.text[0]) or _start(b.text[0]) for b in blocks]),
                [_page_size(sum(prose))] * n,
                _rows([s < 4 for s in sizes]),
                with_size(from_title),
                _since_marks(page),
                _dates_close([k == "timestamp" for k in kinds]),
                with_size([a * 10 + t for a, t in zip(_ahead(kinds, prose), from_title, strict=True)]),
                [furniture + r for r in rough],
                with_size(linked),
                [
                    before * len(LINKED) + after
                    for before, after in zip([0, *linked[:-1]], [*linked[1:], 0], strict=True)
                ],
                strict=True,
            )
        )
        if blocks
        else []
    )


def _positions(prose: Sequence[int]) -> list[int]:
    total = sum(prose)
    if not total:
        return [14] * len(prose)
    return [
        _POSITION_OF[done * 100 // total] if words or 0 < done < total else 13 if done else 0
        for done, words in zip(accumulate(prose, initial=0), prose, strict=False)
    ]


def _overlaps(blocks: Sequence[Block], prose: Sequence[int], rough: Sequence[int]) -> list[int]:
    """How many of a block's words the prose of the page has; those of prose itself, in another block of it."""
    once: set[str] = set()
    twice: set[str] = set()
    for b, words in zip(blocks, prose, strict=True):
        if words:
            twice |= once & b.tokens
            once |= b.tokens
    result = []
    for b, words, r in zip(blocks, prose, rough, strict=True):
        its_tokens = b.tokens
        n_content = len(its_tokens) if r == 3 else len([t for t in its_tokens if len(t) > 3])
        if n_content < 2:
            result.append(0)
        elif words:
            result.append(_OVERLAP_OF[len(its_tokens & twice) * 20 // len(its_tokens)])
        else:
            shared = once & its_tokens
            n_shared = len(shared) if r == 3 else len([t for t in shared if len(t) > 3])
            result.append(_OVERLAP_OF[n_shared * 20 // n_content])
    return result


def _cue(cue: Cue) -> int:
    return _KIND_NUMBER.get(cue.kind, 0) * 5 + _PLACE_OF[cue.where]


def _echo(b: Block) -> int:
    if b.twin >= 0:
        return 1 if b.twin < b.number else 2
    return 0 if b.echo < 0 else 3 if b.echo < b.number else 4


def _start(first: str) -> int:
    return 1 if first.islower() else 2 if first.isupper() else 3 if first.isdigit() else 0


def _found(findings: tuple[Finding, ...]) -> tuple[int, int]:
    """The kind and strength of the first sure finding or else the first, and the kind of another."""
    if len(findings) == 1:
        kind, _, strength, _ = findings[0]
        return _KIND_NUMBER[kind] * 2 + (strength == "sure"), 0
    first = next((f for f in findings if f.strength == "sure"), findings[0])
    second = next((f for f in findings if f.kind != first.kind), None)
    return (
        _KIND_NUMBER[first.kind] * 2 + (first.strength == "sure"),
        _KIND_NUMBER[second.kind] if second else 0,
    )


def _from_title(n: int, title: int) -> list[int]:
    if title < 0:
        return [0] * n
    return [
        (1 if i < title - 6 else 2)
        if i < title
        else 3
        if i == title
        else 3 + d
        if (d := i - title) < 4
        else 7
        if d < 7
        else 8
        if d < 13
        else 9
        for i in range(n)
    ]


def _linked(page: Page) -> list[int]:
    """How much of each block is inside links, as an index of LINKED."""
    if not page.links:
        return [0] * len(page.blocks)
    shares = (link.link_share for link in page.links)
    return [
        6
        if b.traits & traits.PICTURE
        else 1
        if not share
        else 2
        if share <= 0.1
        else 3
        if share <= 0.4
        else 4
        if share <= 0.9
        else 5
        for b, share in zip(page.blocks, shares, strict=True)
    ]


def _since_marks(page: Page) -> list[int]:
    """For each block the last line that heads a section of furniture, and how long ago it was."""
    result = []
    mark = last = -1
    for i, b in enumerate(page.blocks):
        if mark < 0:
            result.append(0)
        else:
            d = i - last
            result.append(
                1 + mark * 6 + (0 if d == 1 else 1 if d < 4 else 2 if d < 8 else 3 if d < 16 else 4 if d < 41 else 5)
            )
        if b.traits & traits.CUE and b.words <= 12:
            for cue in b.cues:
                if cue.where == "whole" and cue.kind in _MARK_NUMBER:
                    mark, last = _MARK_NUMBER[cue.kind], i
                    break
    return result


def _dates_close(is_date: list[bool], reach: int = 6) -> list[int]:
    if not any(is_date):
        return [0] * len(is_date)
    return [(min(3, b)) * 4 + (min(3, a)) for b, a in zip(*_sums_close(is_date, reach), strict=True)]


def _sums_close(values: Sequence[int], reach: int) -> tuple[list[int], list[int]]:
    """For each place the sum of the values of up to `reach` places before it, and behind it."""
    sums = [*[0] * reach, *accumulate(values, initial=0), *[sum(values)] * reach]
    windows = [b - a for a, b in zip(sums, sums[reach:], strict=False)]
    return windows[: len(values)], windows[reach + 1 :]


def _ahead(kinds: list[str], prose: list[int]) -> list[int]:
    """For each block the first furniture between it and the next prose."""
    result = []
    seen = 0
    for kind, words in zip(reversed(kinds), reversed(prose), strict=True):
        result.append(seen)
        if words:
            seen = 0
        elif kind != "none":
            seen = _AHEAD_NUMBER.get(kind, 5)
    result.reverse()
    return result


def _distances(prose: list[int]) -> tuple[list[int], list[int]]:
    since, until = [], []
    d = 99
    for words in prose:
        since.append(_DISTANCE_OF[d] if d < 13 else 6)
        d = 0 if words else d
        d += 1
    d = 99
    for words in reversed(prose):
        until.append(_DISTANCE_OF[d] if d < 13 else 6)
        d = 0 if words else d
        d += 1
    until.reverse()
    return since, until


def _windows(prose: list[int], reach: int = 4) -> tuple[list[int], list[int]]:
    before, after = _sums_close(prose, reach)
    return [_page_size(words) if words else 0 for words in before], [
        _page_size(words) if words else 0 for words in after
    ]


def _rows(short: list[bool]) -> list[int]:
    rows: list[int] = []
    i = 0
    n = len(short)
    while i < n:
        j = i
        while j < n and short[j]:
            j += 1
        if j > i:
            length = j - i
            rows.extend([_DISTANCE_OF[length] if length < 13 else 6] * length)
            i = j
        else:
            rows.append(0)
            i += 1
    return rows
