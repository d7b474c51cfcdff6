"""What the story's path looks at: for each block one value per slot, as small whole numbers.

The weights of all values stand in weights/*.tsv, fitted by tests/fit. A slot is a question
(“how long is it and how does it end?”), a value one of a handful of answers. A slot names its parts, a part its answers
(PARTS); `rows` makes the number of a value of the places that the answers of its parts have there.
"""

from __future__ import annotations

import string
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby, product
from typing import NamedTuple

from newsclean.measure.look import PROSE
from newsclean.page import traits
from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import CASES, COLON, ENDINGS, NO_CASE, SENTENCE_CASE, STOP

Names = tuple[str, ...]
Slots = tuple[tuple[str, Names], ...]  # their names and those of their values
Columns = Mapping[str, Sequence[int]]  # for each part the place of each block's answer among the part's


class Slot(NamedTuple):
    """A question, and what its answer is made of."""

    name: str
    parts: Names  # keys of PARTS


def crossed(*parts: Names) -> Names:
    """The answers to several questions at once, in the order of `rows`."""
    return tuple(" ".join(names) for names in product(*parts))


def _numbered(names: Names) -> dict[str, int]:
    return {name: n for n, name in enumerate(names)}


# Where answers stand for ranges, the last number of each stands below them; no last one has an end.
SIZES = ("0", "1", "2-3", "4-6", "7-10", "11-16", "17-28", "29-50", "51+")  # words
SIZE_UP_TO = (0, 1, 3, 6, 10, 16, 28, 50)
ROUGH = ("tiny", "short", "medium", "long")
_ROUGH_OF = [ROUGH.index(name) for name in (*["tiny"] * 3, *["short"] * 2, *["medium"] * 2, *["long"] * 2)]  # of SIZES
_LARGEST = SIZE_UP_TO[-1] + 1
_SIZE_OF = [bisect_left(SIZE_UP_TO, words) for words in range(_LARGEST + 1)]
LENGTHS = ("short", "long")
_FROM_MEDIUM = ROUGH.index("medium")
DISTANCES = ("0", "1", "2", "3", "4-6", "7-12", "13+")  # blocks
DISTANCE_UP_TO = (0, 1, 2, 3, 6, 12)
FAR = 99  # the distance of what there is not
PAGE_SIZES = ("0", "-50", "-120", "-250", "-500", "-1000", "-2000", "2000+")  # words
PAGE_SIZE_UP_TO = (0, 50, 120, 250, 500, 1000, 2000)
COUNTS = ("0", "1", "2", "3+")
FURNITURE = ("0", "1-2", "3-9", "10-29", "30+")  # blocks
FURNITURE_UP_TO = (0, 2, 9, 29)
SINCE_MARK = ("1", "2-3", "4-7", "8-15", "16-40", "41+")  # blocks
SINCE_MARK_UP_TO = (1, 3, 7, 15, 40)
FROM_TITLE = ("no headline", "far before", "before", "headline", "1", "2", "3", "4-6", "7-12", "13+")  # blocks
FROM_TITLE_UP_TO = (-7, -1, 0, 1, 2, 3, 6, 12)  # from “far before” on
LINKED = ("unknown", "no link", "-10%", "-40%", "-90%", "all", "picture")  # of its characters are in links
LINKED_UP_TO = (0.0, 0.1, 0.4, 0.9)  # from “no link” on
POSITIONS = (
    "before all", "-2%", "-5%", "-10%", "-20%", "-35%", "-50%", "-65%", "-80%", "-90%", "-95%", "-98%", "-100%",
    "after all", "no prose",
)  # fmt: skip
POSITION_FROM = (2, 5, 10, 20, 35, 50, 65, 80, 90, 95, 98)  # per cent, from “-5%” on
OVERLAPS = ("few", "0", "-10%", "-25%", "-40%", "-55%", "-70%", "-85%", "-100%")
OVERLAP_FROM = (1, 2, 4, 6, 8, 10, 12)  # twentieths, from “-10%” on: narrower than the names say
KINDS = (
    "none", "credit", "caption", "related", "promo", "share", "ad", "paywall", "byline", "author_bio",
    "timestamp", "media", "navigation", "notice", "agency", "kicker", "title", "description",
    "title_repeat", "slug", "caption_repeat", "repeat", "other",
)  # fmt: skip
_KIND_NUMBER = _numbered(KINDS)
_KIND_NUMBER |= dict.fromkeys(("site", "dateline"), _KIND_NUMBER["other"])  # only users' phrases and rules give these
STRENGTHS = ("hint", "sure")
FINDINGS = crossed(KINDS, STRENGTHS)
_FINDING_NUMBER = {
    (kind, strength): n * len(STRENGTHS) + s
    for kind, n in _KIND_NUMBER.items()
    for s, strength in enumerate(STRENGTHS)
}  # fmt: skip
STARTS = ("other", "lower", "upper", "digit", "quote", "dash", "mark")
_START_NUMBER = _numbered(STARTS)
_START_OF = {
    character: _START_NUMBER[name]
    for name, characters in (
        ("lower", string.ascii_lowercase),
        ("upper", string.ascii_uppercase),
        ("digit", string.digits),
        ("quote", "\"'“‘„«»「『‹"),
        ("dash", "-–—•*·"),
        ("mark", ",.;:)]|/>©@#&+→▶►"),
    )
    for character in characters
}
TEXT_KINDS = ("paragraph", "heading", "list_item", "quote", "table")
_TEXT_KIND_NUMBER = _numbered(TEXT_KINDS)
ENDS = ("open", "stop", "colon")
_END_OF = tuple(ENDS.index(name if name in ENDS else "open") for name in ENDINGS)
NEIGHBOURS = ("edge", *crossed(SIZES, ENDS))  # the shape of the next block, or the page's edge
_SHAPES = 1  # where these begin
CUE_PLACES = ("none", "whole", "starts", "ends", "contains")
_CUE_PLACE_NUMBER = _numbered(CUE_PLACES)
MARKS = ("related", "promo", "share", "navigation", "byline", "author_bio", "agency", "notice", "timestamp", "paywall")
_MARK_NUMBER = _numbered(MARKS)
SECTIONS = ("none", *crossed(MARKS, SINCE_MARK))
_SECTIONS = 1  # where these begin
AHEAD = ("none", "byline", "timestamp", "share", "credit", "other")
_AHEAD_NUMBER = _numbered(AHEAD)
SAME = ("none", "one before", "one after", "near before", "near after")
GAPS = ("0", "1", "2+", "same line")  # blank lines
_SAME_LINE, _MOST_LINES = GAPS.index("same line"), GAPS.index("2+")

PARTS: dict[str, Names] = {
    "size": SIZES,
    "rough size": ROUGH,
    "length": LENGTHS,
    "ending": ENDINGS,
    "case": CASES,
    "kind": TEXT_KINDS,
    "start": STARTS,
    "digit": ("no digit", "digit"),
    "mark": ("no mark", "mark"),
    "previous": NEIGHBOURS,
    "next": NEIGHBOURS,
    "gap before": GAPS,
    "gap after": GAPS,
    "short in a row": DISTANCES,
    "since prose": DISTANCES,
    "until prose": DISTANCES,
    "prose before": PAGE_SIZES,
    "prose after": PAGE_SIZES,
    "prose of the page": PAGE_SIZES,
    "position": POSITIONS,
    "overlap": OVERLAPS,
    "same as": SAME,
    "cue kind": KINDS,
    "cue place": CUE_PLACES,
    "finding": FINDINGS,
    "second finding": KINDS,
    "finding of the previous": FINDINGS,
    "finding of the next": FINDINGS,
    "furniture ahead": AHEAD,
    "sure furniture": FURNITURE,
    "section": SECTIONS,
    "dates before": COUNTS,
    "dates after": COUNTS,
    "from the headline": FROM_TITLE,
    "linked": LINKED,
    "linked before": LINKED,
    "linked after": LINKED,
}

SLOTS = (
    Slot("shape", ("size", "ending")),
    Slot("shape of the previous", ("previous",)),
    Slot("shape of the next", ("next",)),
    Slot("blocks since prose, until prose, size", ("since prose", "until prose", "rough size")),
    Slot("words of prose close before", ("prose before",)),
    Slot("words of prose close after", ("prose after",)),
    Slot("share of the prose before", ("position",)),
    Slot("cue", ("cue kind", "cue place")),
    Slot("finding", ("finding", "length")),
    Slot("second finding", ("second finding",)),
    Slot("finding of the previous and size", ("finding of the previous", "rough size")),
    Slot("finding of the next and size", ("finding of the next", "rough size")),
    Slot("case and size", ("case", "rough size")),
    Slot("says the same as", ("same as", "rough size")),
    Slot("shared words and size", ("overlap", "rough size")),
    Slot("marks", ("digit", "mark", "rough size")),
    Slot("gap before and after", ("gap before", "gap after")),
    Slot("kind and size", ("kind", "rough size")),
    Slot("begins with", ("start", "rough size")),
    Slot("prose of the page", ("prose of the page",)),
    Slot("short blocks in a row", ("short in a row",)),
    Slot("place from the headline and size", ("from the headline", "rough size")),
    Slot("last mark of a section and distance", ("section",)),
    Slot("dates close by", ("dates before", "dates after")),
    Slot(
        "furniture before the next prose, place from the headline, size",
        ("furniture ahead", "from the headline", "rough size"),
    ),
    Slot("sure furniture of the page and size", ("sure furniture", "rough size")),
    Slot("linked and size", ("linked", "rough size")),
    Slot("linked before and after", ("linked before", "linked after")),
)

MOSTLY_LINKED = 0.6  # of a block's characters in links: no prose
LONG_WORDS = 45  # of prose, however it ends: more than prose.LONG_WORDS, as the tables of weights were fitted with it
SHORT_LINE = SIZES.index("4-6")  # lines of menus have at most so many words
LETTERS = 3  # of a short word: such are in every block
FEWEST_WORDS = 2  # of which it is told how many of them others have
HEADING_WORDS = 12  # of a line that heads a section of furniture, at most


def rows(slots: Sequence[Slot], parts: Mapping[str, Names], columns: Columns) -> list[tuple[int, ...]]:
    """One tuple a block: the value of each slot, which is the place of its answer among `crossed` of its parts."""
    return list(zip(*[_column(slot, parts, columns) for slot in slots], strict=True))


def _column(slot: Slot, parts: Mapping[str, Names], columns: Columns) -> Sequence[int]:
    first, *others = slot.parts
    values = columns[first]
    for part in others:
        n = len(parts[part])
        values = [n * value + place for value, place in zip(values, columns[part], strict=True)]
    return values


def with_answers(slots: Sequence[Slot], parts: Mapping[str, Names]) -> Slots:
    """The slots' names, each with the names of its values."""
    return tuple((slot.name, crossed(*[parts[part] for part in slot.parts])) for slot in slots)


def prose_words(page: Page) -> list[int]:
    """For each block its number of words if it is prose, else 0."""
    prose = [b.words if is_paragraph(b) or b.words >= LONG_WORDS else 0 for b in page.blocks]
    if page.html is None:
        return prose
    return [0 if link.link_share > MOSTLY_LINKED else words for words, link in zip(prose, page.links, strict=True)]


def columns_of(page: Page, prose: Sequence[int]) -> dict[str, Sequence[int]]:
    """The places of the blocks' answers for each of PARTS that is asked for on all pages.

    By columns: so half of them cost next to nothing. `prose`: as `prose_words` gives it.
    """
    blocks = page.blocks
    sizes = [_SIZE_OF[b.words] if b.words < _LARGEST else _SIZE_OF[-1] for b in blocks]
    rough = [_ROUGH_OF[size] for size in sizes]
    shapes = [_SHAPES + size * len(ENDS) + _END_OF[b.ending] for size, b in zip(sizes, blocks, strict=True)]
    since, until = _distances(prose)
    firsts = [_first(findings) if findings else None for findings in page.findings]
    sure = sum([1 for f in firsts if f and f.strength == "sure"])
    cues = [b.cues[0] if b.traits & traits.CUE else None for b in blocks]
    return {
        "size": sizes,
        "rough size": rough,
        "length": [r >= _FROM_MEDIUM for r in rough],
        "ending": [b.ending for b in blocks],
        "case": [b.case or _case(b, found) for b, found in zip(blocks, page.findings, strict=True)],
        "kind": [_TEXT_KIND_NUMBER[b.kind] for b in blocks],
        "previous": [0, *shapes[:-1]],
        "next": [*shapes[1:], 0],
        "since prose": since,
        "until prose": until,
        "prose of the page": [bisect_left(PAGE_SIZE_UP_TO, sum(prose))] * len(blocks),
        "position": _positions(prose),
        "overlap": _overlaps(blocks, prose, rough),
        "same as": [_same(b) if b.traits & traits.TWIN else 0 for b in blocks],
        "cue kind": [_KIND_NUMBER.get(cue.kind, 0) if cue else 0 for cue in cues],
        "cue place": [_CUE_PLACE_NUMBER[cue.where] if cue else 0 for cue in cues],
        "finding": [_FINDING_NUMBER[f.kind, f.strength] if f else 0 for f in firsts],
        "second finding": [
            _second(found, first) if first and len(found) > 1 else 0
            for found, first in zip(page.findings, firsts, strict=True)
        ],
        "furniture ahead": _ahead(firsts, prose),
        "sure furniture": [bisect_left(FURNITURE_UP_TO, sure)] * len(blocks),
        "section": _sections(blocks),
        "from the headline": _from_title(len(blocks), page.title),
    }


def text_columns(page: Page, prose: Sequence[int], columns: Columns) -> dict[str, Sequence[int]]:
    """The same for those of PARTS that are asked for only where no markup tells more; `columns`: what is known."""
    blocks = page.blocks
    prose_before, prose_after = _sums_close(prose, 4)
    findings = columns["finding"]
    is_date = [bool(found) and _first(found).kind == "timestamp" for found in page.findings]
    dates_before, dates_after = _sums_close(is_date, 6)
    gaps = [_SAME_LINE if b.gap < 0 else min(_MOST_LINES, b.gap) for b in blocks]
    linked = _linked(page)
    return {
        "start": [_START_OF.get(b.text[0]) or _start(b, found) for b, found in zip(blocks, page.findings, strict=True)],
        "digit": [b.traits & traits.DIGIT > 0 for b in blocks],
        "mark": [b.traits & traits.MARK > 0 for b in blocks],
        "gap before": gaps,
        "gap after": [*gaps[1:], _MOST_LINES],
        "short in a row": _rows_of_short(columns["size"]),
        "prose before": [bisect_left(PAGE_SIZE_UP_TO, words) for words in prose_before],
        "prose after": [bisect_left(PAGE_SIZE_UP_TO, words) for words in prose_after],
        "finding of the previous": [0, *findings[:-1]],
        "finding of the next": [*findings[1:], 0],
        "dates before": [min(n, len(COUNTS) - 1) for n in dates_before],
        "dates after": [min(n, len(COUNTS) - 1) for n in dates_after],
        "linked": linked,
        "linked before": [0, *linked[:-1]],
        "linked after": [*linked[1:], 0],
    }


def _positions(prose: Sequence[int]) -> list[int]:
    total = sum(prose)
    if not total:
        return [POSITIONS.index("no prose")] * len(prose)
    outside = {0: POSITIONS.index("before all"), total: POSITIONS.index("after all")}
    return [
        outside[done] if not words and done in outside else 1 + bisect_right(POSITION_FROM, done * 100 // total)
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
    long = ROUGH.index("long")
    result = []
    for b, words, r in zip(blocks, prose, rough, strict=True):
        its_tokens = b.tokens
        if len(its_tokens) < FEWEST_WORDS:
            result.append(0)
            continue
        n_content = len(its_tokens) if r == long else len([t for t in its_tokens if len(t) > LETTERS])
        if n_content < FEWEST_WORDS:
            result.append(0)
        elif words:
            result.append(1 + bisect_right(OVERLAP_FROM, len(its_tokens & twice) * 20 // len(its_tokens)))
        else:
            shared = once & its_tokens
            n_shared = len(shared) if r == long else len([t for t in shared if len(t) > LETTERS])
            result.append(1 + bisect_right(OVERLAP_FROM, n_shared * 20 // n_content))
    return result


def _same(b: Block) -> int:
    """Where what says the same stands, as an index of SAME."""
    if b.twin >= 0:
        return SAME.index("one before" if b.twin < b.number else "one after")
    if b.echo >= 0:
        return SAME.index("near before" if b.echo < b.number else "near after")
    return 0


def _case(b: Block, findings: Sequence[Finding]) -> int:
    """How a line is capitalised that has no capital; that of long prose is not looked at."""
    is_caseless = len(b.core) <= PROSE and any(map(str.isalpha, b.core[:8])) and _is_sentence(b, findings)
    return SENTENCE_CASE if is_caseless else NO_CASE


def _start(b: Block, findings: Sequence[Finding]) -> int:
    first = b.text[0]
    is_upper = first.isupper() or (first.isalpha() and not first.islower() and _is_sentence(b, findings))
    name = "lower" if first.islower() else "upper" if is_upper else "digit" if first.isdigit() else "other"
    return _START_NUMBER[name]


def _is_sentence(b: Block, findings: Sequence[Finding]) -> bool:
    """Whether a line of a script without capitals begins as a sentence does elsewhere, or a line that leads to a list.

    Of what a rule has something to say the tables know what the letters tell.
    """
    return b.ending in (STOP, COLON) and not findings


def _first(findings: Sequence[Finding]) -> Finding:
    """The first sure finding, or else the first."""
    if len(findings) == 1:
        return findings[0]
    return next((f for f in findings if f.strength == "sure"), findings[0])


def _second(findings: Sequence[Finding], first: Finding) -> int:
    """The kind of a finding of another kind than the first."""
    return next((_KIND_NUMBER[f.kind] for f in findings if f.kind != first.kind), 0)


def _from_title(n: int, title: int) -> list[int]:
    if title < 0:
        return [0] * n
    return [1 + bisect_left(FROM_TITLE_UP_TO, distance) for distance in range(-title, n - title)]


def _linked(page: Page) -> list[int]:
    """How much of each block is inside links, as an index of LINKED."""
    if not page.links:
        return [0] * len(page.blocks)
    picture = LINKED.index("picture")
    return [
        picture if b.traits & traits.PICTURE else 1 + bisect_left(LINKED_UP_TO, link.link_share)
        for b, link in zip(page.blocks, page.links, strict=True)
    ]


def _sections(blocks: Sequence[Block]) -> list[int]:
    """For each block the last line before it that heads a section of furniture, and how long ago it was."""
    result = []
    mark = last = -1
    for i, b in enumerate(blocks):
        ago = bisect_left(SINCE_MARK_UP_TO, i - last)
        result.append(0 if mark < 0 else _SECTIONS + mark * len(SINCE_MARK) + ago)
        if b.traits & traits.CUE and b.words <= HEADING_WORDS:
            for cue in b.cues:
                if cue.where == "whole" and cue.kind in _MARK_NUMBER:
                    mark, last = _MARK_NUMBER[cue.kind], i
                    break
    return result


def _sums_close(values: Sequence[int], reach: int) -> tuple[list[int], list[int]]:
    """For each place the sum of the values of up to `reach` places before it, and behind it."""
    sums = [*[0] * reach, *accumulate(values, initial=0), *[sum(values)] * reach]
    windows = [b - a for a, b in zip(sums, sums[reach:], strict=False)]
    return windows[: len(values)], windows[reach + 1 :]


def _ahead(firsts: Sequence[Finding | None], prose: Sequence[int]) -> list[int]:
    """For each block the first furniture between it and the next prose."""
    result = []
    seen = 0
    other = _AHEAD_NUMBER["other"]
    for first, words in zip(reversed(firsts), reversed(prose), strict=True):
        result.append(seen)
        if words:
            seen = 0
        elif first:
            seen = _AHEAD_NUMBER.get(first.kind, other)
    result.reverse()
    return result


def _distances(prose: Sequence[int]) -> tuple[list[int], list[int]]:
    """How many blocks it is since the last prose, and until the next, as indexes of DISTANCES."""
    until = _since(prose[::-1])
    until.reverse()
    return _since(prose), until


def _since(prose: Sequence[int]) -> list[int]:
    result = []
    distance = FAR
    for words in prose:
        result.append(bisect_left(DISTANCE_UP_TO, distance))
        distance = 1 if words else distance + 1
    return result


def _rows_of_short(sizes: Sequence[int]) -> list[int]:
    """How many short lines follow one another where each block stands, as an index of DISTANCES."""
    result: list[int] = []
    for is_short, run in groupby([size <= SHORT_LINE for size in sizes]):
        length = len(list(run))
        result += [bisect_left(DISTANCE_UP_TO, length) if is_short else 0] * length
    return result
