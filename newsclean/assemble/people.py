"""Bylines read: names. Datelines read: place and agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from newsclean.page.block import Block
from newsclean.press.credits import is_agency
from newsclean.read.meta.authors import distinct, printed_names

MOST = 6  # names in one byline
DATELINE = re.compile(
    r"""
    (?P<place>[^\W\d_][^()\n—–:]{1,60}?)\s{0,3}
    (?:
        \((?P<agency>[^()\n]{2,30})\)\s{0,3}(?:[-–—:|.]{1,3}|=)\s{0,3}
      | \s?(?P<dash>[–—]|\.?--?)\s{1,3}
    )
    (?=["“„«'‘(]?\S)
    """,
    re.VERBOSE,
)
OPENING_AGENCY = re.compile(r"\A[(（【\[]\s?(?P<agency>[^()（）【】\[\]\n]{2,30}?)\s?[)）】\]]\s*(?:[-–—]{1,2}|=)\s*")


def byline_and_authors(lines: Sequence[Block]) -> tuple[str | None, tuple[str, ...]]:
    """The first of a page's byline lines that has a name in it, else the first; and the names in all, each once."""
    named = [[name for name in printed_names(_without_label(b)) if _is_full(name)] for b in lines]
    first = next((b for b, names in zip(lines, named, strict=True) if names), lines[0] if lines else None)
    return first and first.core, distinct(chain.from_iterable(named))[:MOST]


def _without_label(b: Block) -> str:
    """A byline without what it opens with, in any language: “By”, “文/”, “Das Gespräch führte”."""
    for cue in b.cues:
        if cue.kind == "byline" and cue.where == "starts" and len(b.folded) == len(b.core):
            return b.core[cue.end :].lstrip(" :：/／|＝=") or b.core
    return b.core


def _is_full(name: str) -> bool:
    """Whether this may be a whole name: two words or, in scripts that part none, one; and no small letter first."""
    return (" " in name or not name.isascii()) and not name[0].islower()


def dateline(paragraph: str) -> tuple[str | None, str | None]:
    """Place (with the date, where printed) and agency of the dateline that opens a paragraph, or (None, None).

    >>> dateline("LA CROSSE, Wis. (AP) — The river rose.")
    ('LA CROSSE, Wis.', 'AP')
    >>> dateline("Berlin (dpa) - Der Fluss stieg.")
    ('Berlin', 'dpa')
    >>> dateline("HARBOUR TOWN — The river rose.")
    ('HARBOUR TOWN', None)
    >>> dateline("The river rose — and fell.")
    (None, None)
    """
    head = paragraph[:110]
    if match := OPENING_AGENCY.match(head):
        name = match["agency"].strip()
        place, _, agency = name.rpartition("=")
        if is_agency(agency) or is_agency(name):
            return place or None, agency or name
    match = DATELINE.match(head)
    if match is None:
        return None, None
    place, agency = match["place"].strip(" ,."), match["agency"]
    dotted = match["place"].strip(" ,")
    if agency is not None:
        agency = agency.strip()
        if is_agency(agency) or all(is_agency(a.strip()) for a in re.split("[/,]", agency)):
            return dotted, agency
        return None, None
    first = place.split(",")[0].split("/")[0]
    return (dotted, None) if first.isupper() and len(first) > 2 else (None, None)
