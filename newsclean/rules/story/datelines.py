"""Paragraphs that open as reports of agencies do: with place, date and agency."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS
from newsclean.press.datelines import read_dateline


def dateline(block: Block, page: Page) -> Finding | None:
    """A paragraph that opens with a dateline, as reports of agencies do: “ORRIN, May 3 (AFP) —”.

    Keeps:
        sure paragraph | ORRIN (Reuters) - The night ferry was cancelled on Sunday after a fire broke out in its engine room.
        sure paragraph | ORRIN, March 3 (Harbour Wire) – The council rejected the motion by one vote on Tuesday evening.
        sure paragraph | Orrin (dpa) - Der Stadtrat hat den Antrag am Dienstag mit einer Stimme Mehrheit abgelehnt.

        hint paragraph | ORRIN, March 3 (Harbour Wire) – It rained again all day.

        | The river rose — and fell again before anyone had carried a single sandbag to the quay.
        | ORRIN (Reuters)
        | Read also | Sea wall to be raised by a metre
        | Lees ook | De zeemuur wordt volgend jaar hoger
        | LEGGI ANCHE - Il muro del porto sarà più alto di un metro
        | LEA TAMBIÉN – El muro del puerto será un metro más alto
    """
    if block.words < SENTENCE_WORDS or (found := read_dateline(block.core)) is None:
        return None
    if any(c.kind == "related" and c.where == "starts" and not c.phrase.isalpha() for c in block.cues):
        return None  # “Read also | Sea wall to be raised”, “LEGGI ANCHE - Il muro sarà più alto”
    return Finding("paragraph", block.core[: found.end].strip(), "sure" if len(block.core) > 2 * found.end else "hint")
