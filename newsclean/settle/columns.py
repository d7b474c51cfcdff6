"""What a page answers to the questions of slots.py: for each part of them the answers of its blocks, in columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby

from newsclean.measure.look import PROSE
from newsclean.page import traits
from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, NO_CASE, SENTENCE_CASE, STOP
from newsclean.settle.slots import (
    AHEAD_NUMBER,
    COUNTS,
    CUE_PLACE_NUMBER,
    DISTANCE_OF,
    DISTANCE_UP_TO,
    END_OF,
    ENDS,
    FAR,
    FINDING_NUMBER,
    FIRST_SECTION,
    FIRST_SHAPE,
    FROM_MEDIUM,
    FROM_TITLE_UP_TO,
    FURNITURE_UP_TO,
    KIND_NUMBER,
    LARGEST,
    LINKED,
    LINKED_UP_TO,
    MARK_NUMBER,
    MOST_LINES,
    OVERLAP_FROM,
    PAGE_SIZE_UP_TO,
    POSITION_FROM,
    POSITIONS,
    ROUGH,
    ROUGH_OF,
    SAME,
    SAME_LINE,
    SINCE_MARK,
    SINCE_MARK_UP_TO,
    SIZE_OF,
    SIZES,
    START_NUMBER,
    START_OF,
    TEXT_KIND_NUMBER,
    Columns,
)

MOSTLY_LINKED = 0.6  # of a block's characters in links: no prose
LONG_WORDS = 45  # of prose, however it ends: more than prose.LONG_WORDS, as the tables of weights were fitted with it
SHORT_LINE = SIZES.index("4-6")  # lines of menus have at most so many words
LETTERS = 3  # of a short word: such are in every block
FEWEST_WORDS = 2  # of which it is told how many of them others have
HEADING_WORDS = 12  # of a line that heads a section of furniture, at most


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
    sizes = [SIZE_OF[b.words] if b.words < LARGEST else SIZE_OF[-1] for b in blocks]
    rough = [ROUGH_OF[size] for size in sizes]
    shapes = [FIRST_SHAPE + size * len(ENDS) + END_OF[b.ending] for size, b in zip(sizes, blocks, strict=True)]
    since, until = _distances(prose)
    firsts = [_first(findings) if findings else None for findings in page.findings]
    sure = sum([1 for f in firsts if f and f.strength == "sure"])
    cues = [b.cues[0] if b.traits & traits.CUE else None for b in blocks]
    return {
        "size": sizes,
        "rough size": rough,
        "length": [r >= FROM_MEDIUM for r in rough],
        "ending": [b.ending for b in blocks],
        "case": [b.case or _case(b, found) for b, found in zip(blocks, page.findings, strict=True)],
        "kind": [TEXT_KIND_NUMBER[b.kind] for b in blocks],
        "previous": [0, *shapes[:-1]],
        "next": [*shapes[1:], 0],
        "since prose": since,
        "until prose": until,
        "prose of the page": [bisect_left(PAGE_SIZE_UP_TO, sum(prose))] * len(blocks),
        "position": _positions(prose),
        "overlap": _overlaps(blocks, prose, rough),
        "same as": [_same(b) if b.traits & traits.TWIN else 0 for b in blocks],
        "cue kind": [KIND_NUMBER.get(cue.kind, 0) if cue else 0 for cue in cues],
        "cue place": [CUE_PLACE_NUMBER[cue.where] if cue else 0 for cue in cues],
        "finding": [FINDING_NUMBER[f.kind, f.strength] if f else 0 for f in firsts],
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
    gaps = [SAME_LINE if b.gap < 0 else min(MOST_LINES, b.gap) for b in blocks]
    linked = _linked(page)
    return {
        "start": [START_OF.get(b.text[0]) or _start(b, found) for b, found in zip(blocks, page.findings, strict=True)],
        "digit": [b.traits & traits.DIGIT > 0 for b in blocks],
        "mark": [b.traits & traits.MARK > 0 for b in blocks],
        "gap before": gaps,
        "gap after": [*gaps[1:], MOST_LINES],
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
    return START_NUMBER[name]


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
    return next((KIND_NUMBER[f.kind] for f in findings if f.kind != first.kind), 0)


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
        if mark < 0:
            result.append(0)
        else:
            result.append(FIRST_SECTION + mark * len(SINCE_MARK) + bisect_left(SINCE_MARK_UP_TO, i - last))
        if b.traits & traits.CUE and b.words <= HEADING_WORDS:
            for cue in b.cues:
                if cue.where == "whole" and cue.kind in MARK_NUMBER:
                    mark, last = MARK_NUMBER[cue.kind], i
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
    other = AHEAD_NUMBER["other"]
    for first, words in zip(reversed(firsts), reversed(prose), strict=True):
        result.append(seen)
        if words:
            seen = 0
        elif first:
            seen = AHEAD_NUMBER.get(first.kind, other)
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
        result.append(DISTANCE_OF[distance])
        distance = 1 if words else distance + (distance < FAR)
    return result


def _rows_of_short(sizes: Sequence[int]) -> list[int]:
    """How many short lines follow one another where each block stands, as an index of DISTANCES."""
    result: list[int] = []
    for is_short, run in groupby([size <= SHORT_LINE for size in sizes]):
        length = len(list(run))
        result += [bisect_left(DISTANCE_UP_TO, length) if is_short else 0] * length
    return result
