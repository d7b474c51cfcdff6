"""The answers to what is asked of a line that may be the headline, as places among those of headline_slots.py."""

from __future__ import annotations

from newsclean.measure.headline_lines import FULL_STOPS, ending_of, last_of
from newsclean.measure.headline_slots import COUNT_OF, CUE_OF, START_OF
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.shape import COLON, COMMA, ELLIPSIS, SENTENCE_CASE, STOP
from newsclean.press.dates import date_share


def share_of(shared: int, content: int) -> int:
    if content < 2:
        return 0
    share = shared / content
    for n, most in enumerate((0.0, 0.15, 0.3, 0.45, 0.6, 0.8), 1):
        if share <= most:
            return n
    return 7


def end_of(b: Block) -> int:
    if ending_of(b) == STOP:
        return 1 if last_of(b) in FULL_STOPS else 2
    return 3 if b.ending == COLON else 4 if b.ending in (COMMA, ELLIPSIS) else 5 if ending_of(b) else 0


def likeness_of(b: Block, top: Block) -> int:
    """How much of the page's first line, which may be its window title, a line says again, as an index of LIKENESS."""
    if not top.tokens or len(top.tokens) < 3:
        return 1
    if len(b.key) >= 8 and b.key in top.key:
        return 5
    share = len(b.tokens & top.tokens) / min(len(top.tokens), max(3, len(b.tokens)))
    return 1 if share < 0.2 else 2 if share < 0.45 else 3 if share < 0.7 else 4 if share < 1 else 5


def place_of(i: int) -> int:
    return i if i < 3 else 3 if i < 6 else 4 if i < 11 else 5 if i < 21 else 6 if i < 41 else 7 if i < 81 else 8


def before_of(words: int) -> int:
    return 0 if not words else 1 if words <= 20 else 2 if words <= 60 else 3 if words <= 150 else 4


def until_of(n: int) -> int:
    return n - 1 if n < 4 else 3 if n < 6 else 4 if n < 9 else 5 if n < 14 else 6 if n < 21 else 7


def count_of(n: int) -> int:
    return COUNT_OF[n] if n < 5 else 4


def cue_of(b: Block) -> int:
    for cue in b.cues:
        if cue.kind in CUE_OF:
            return CUE_OF[cue.kind] * 2 + (cue.where != "whole")
    return 0


def date_of(b: Block) -> int:
    if not b.traits & traits.DIGIT:
        return 0
    share = date_share(b.folded)
    return 2 if share >= 0.5 else 1 if share > 0.2 else 0


def digits_of(b: Block) -> int:
    n = sum(map(str.isdigit, b.core))
    return 0 if not n else 2 if 4 * n > len(b.core) else 1


def start_of(first: str) -> int:
    """How a line begins; a letter of a script without capitals is like one."""
    if found := START_OF.get(first):
        return found
    return 1 if first.islower() else 2 if first.isalpha() else 3 if first.isdigit() else 0


def case_of(b: Block) -> int:
    """How a line is capitalised; one in a script without capitals as most lines are elsewhere."""
    return b.case or (SENTENCE_CASE if any(map(str.isalpha, b.core[:8])) else 0)
