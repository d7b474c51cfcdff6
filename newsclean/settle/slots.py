"""What the story's path looks at: for each block one value per slot, as small whole numbers.

The weights of all values stand in weights/*.tsv, fitted by tests/fit. A slot is a question
(“how long is it and how does it end?”), a value one of a handful of answers. A slot names its parts, a part its answers
(PARTS); `rows` makes the number of a value of the places that the answers of its parts have there.
"""

from __future__ import annotations

import string
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from newsclean.page.page import MANY
from newsclean.page.shape import CASES, ENDINGS

Names = tuple[str, ...]
Slots = tuple[tuple[str, Names], ...]  # their names and those of their values
Row = tuple[int, ...] | bytes  # of a block the value of each slot
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
ROUGH_OF = [ROUGH.index(name) for name in (*["tiny"] * 3, *["short"] * 2, *["medium"] * 2, *["long"] * 2)]  # of SIZES
LARGEST = SIZE_UP_TO[-1] + 1
SIZE_OF = [bisect_left(SIZE_UP_TO, words) for words in range(LARGEST + 1)]
LENGTHS = ("short", "long")
FROM_MEDIUM = ROUGH.index("medium")
DISTANCES = ("0", "1", "2", "3", "4-6", "7-12", "13+")  # blocks
DISTANCE_UP_TO = (0, 1, 2, 3, 6, 12)
FAR = 99  # the distance of what there is not
DISTANCE_OF = [bisect_left(DISTANCE_UP_TO, distance) for distance in range(FAR + 1)]
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
KIND_NUMBER = _numbered(KINDS)
KIND_NUMBER |= dict.fromkeys(("site", "dateline"), KIND_NUMBER["other"])  # only users' phrases and rules give these
STRENGTHS = ("hint", "sure")
FINDINGS = crossed(KINDS, STRENGTHS)
FINDING_NUMBER = {
    (kind, strength): n * len(STRENGTHS) + s
    for kind, n in KIND_NUMBER.items()
    for s, strength in enumerate(STRENGTHS)
}  # fmt: skip
STARTS = ("other", "lower", "upper", "digit", "quote", "dash", "mark")
START_NUMBER = _numbered(STARTS)
START_OF = {
    character: START_NUMBER[name]
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
TEXT_KIND_NUMBER = _numbered(TEXT_KINDS)
ENDS = ("open", "stop", "colon")
END_OF = tuple(ENDS.index(name if name in ENDS else "open") for name in ENDINGS)
NEIGHBOURS = ("edge", *crossed(SIZES, ENDS))  # the shape of the next block, or the page's edge
FIRST_SHAPE = 1  # where these begin
CUE_PLACES = ("none", "whole", "starts", "ends", "contains")
CUE_PLACE_NUMBER = _numbered(CUE_PLACES)
MARKS = ("related", "promo", "share", "navigation", "byline", "author_bio", "agency", "notice", "timestamp", "paywall")
MARK_NUMBER = _numbered(MARKS)
SECTIONS = ("none", *crossed(MARKS, SINCE_MARK))
FIRST_SECTION = 1  # where these begin
AHEAD = ("none", "byline", "timestamp", "share", "credit", "other")
AHEAD_NUMBER = _numbered(AHEAD)
SAME = ("none", "one before", "one after", "near before", "near after")
GAPS = ("0", "1", "2+", "same line")  # blank lines
SAME_LINE, MOST_LINES = GAPS.index("same line"), GAPS.index("2+")

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


def rows(slots: Sequence[Slot], parts: Mapping[str, Names], columns: Columns) -> list[Row]:
    """One row a block: the value of each slot, which is the place of its answer among `crossed` of its parts.

    A column is one number, in which each block has a byte: so all its values are made by one sum, as no slot has more
    than 256 answers. The rows of a page of many blocks are bytes, in a quarter of the memory.

    >>> both = Slot("size and kind", ("size", "kind"))
    >>> rows([both], {"size": ("short", "long"), "kind": ("text", "list", "table")}, {"size": [0, 1], "kind": [2, 1]})
    [(2,), (4,)]
    """
    n = len(columns[slots[0].parts[0]])
    numbers = {part: int.from_bytes(bytes(column)) for part, column in columns.items()}
    values = [_column(slot, parts, numbers).to_bytes(n) for slot in slots]
    return list(zip(*values, strict=True)) if n <= MANY else list(map(bytes, zip(*values, strict=True)))


def _column(slot: Slot, parts: Mapping[str, Names], numbers: Mapping[str, int]) -> int:
    """The values of a slot, as one number."""
    first, *others = slot.parts
    values = numbers[first]
    for part in others:
        values = len(parts[part]) * values + numbers[part]
    return values


def with_answers(slots: Sequence[Slot], parts: Mapping[str, Names]) -> Slots:
    """The slots' names, each with the names of its values."""
    return tuple((slot.name, crossed(*[parts[part] for part in slot.parts])) for slot in slots)
