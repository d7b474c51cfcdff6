"""The step that takes off what stands inside a block and is not of it: credits glued to captions, agency tails.

A dateline that opens a paragraph (“PARIS (AP) — …”) is the reporter's text: it stays, and is read into fields later.
"""

from __future__ import annotations

import re

from newsclean.credits import credit_at_end
from newsclean.lexicon import Lexicon
from newsclean.page import Block, Cut, Page

STOPS = ".!?。"  # a text that ends so has nothing glued to it
SHORTEST = 12  # characters that must be left of a block
AGENCY_TAIL = re.compile(
    r"""
    \(\s?(?:(?:additional\s)?reporting|writing|editing|compiled|with\s(?:inputs?|files|reporting))\s[^()]{3,300}\)\.?\Z
    | (?<=[.!?”"»'’)])\s?\(?(?:© ?)?RIPRODUZIONE\sRISERVATA\)?\Z
    | (?<=[.!?”"»'’。])\s?[(/（](?:[A-Z]{2,5}|dpa|ritzau|ntb|afp|sda|apa|[a-z]{2,4}/(?:dpa|afp|apa|[a-z]{2,4}))[)/）]\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def trim(page: Page, lexicon: Lexicon) -> Page:
    labels = lexicon.credit_labels
    return page._replace(
        blocks=tuple(
            [b if b.text[-1] in STOPS or len(b.text) < 20 else _trimmed(b, labels, page.source) for b in page.blocks]
        )
    )


def _trimmed(b: Block, labels: frozenset[str], source: str) -> Block:
    text = b.text
    cuts: list[Cut] = []
    while (tail := _tail(text, labels)) is not None:
        start = _past_blanks(text, tail.start)
        end = len(text)
        cuts.insert(0, tail._replace(start=in_source(b, start, source), end=in_source(b, end - 1, source) + 1))
        text = text[:start].rstrip()
    return b._replace(cuts=tuple(cuts), core=text) if cuts else b


def _tail(text: str, labels: frozenset[str]) -> Cut | None:
    """The part at the end of `text` that is not of it, with offsets into `text`."""
    if len(text) < 20:
        return None
    if text[-1] in ")/）" or text.endswith(("RISERVATA", "riservata")):
        match = AGENCY_TAIL.search(text, max(0, len(text) - 320))
        if match is not None and match.start() >= SHORTEST:
            return Cut("agency", "trim.agency_tail", match.start(), len(text))
    credit = credit_at_end(text, labels)
    if credit is None or credit.start < SHORTEST:
        return None
    return Cut("credit", "trim.marked_credit" if credit.is_marked else "trim.bare_agency", credit.start, len(text))


def in_source(b: Block, offset: int, source: str) -> int:
    """Where a character of a block's text, no blank, stands in the source."""
    if b.end - b.start == len(b.text):
        return b.start + offset
    n = sum(not c.isspace() for c in b.text[:offset])  # lines were joined: only the blanks differ
    position = b.start
    while True:
        if not source[position].isspace():
            if n == 0:
                return position
            n -= 1
        position += 1


def _past_blanks(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start
