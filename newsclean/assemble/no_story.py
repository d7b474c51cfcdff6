"""Pages that say that they show no story: not found, gone, behind a login, a consent or a check for robots."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.phrases.shipped import verdict_phrases

MOST_WORDS = 60  # of a page that says nothing else
LINES = 40  # of the page that are asked, at most
EDGES = " .,:;!?¡¿…|–—-_0123456789"  # of a line: “404 – Page not found.”


def why_no_story(page: Page, story: Sequence[Block]) -> str:
    """What a page says that shows no story, as it is listed in cues/verdicts.toml, or "".

    Its first line or its headline is one of these phrases; or another line is, or has a clause of them, and no
    paragraph stays that has none: a cookie notice or a login beside a short story says nothing of it.

    Args:
        page: a settled page.
        story: what stays of it.
    """
    if sum([b.words for b in story]) >= MOST_WORDS:
        return ""
    heads = (*page.blocks[:1], *page.blocks[max(0, page.title) : page.title + 1])
    if head := next(filter(None, map(_line, heads)), ""):
        return head
    if any(is_paragraph(b) and not _clause(b) for b in story):
        return ""
    lines = (*story, *page.blocks[:LINES])
    return next((said for b in lines if (said := _line(b) or _clause(b))), "")


def _line(b: Block) -> str:
    """The phrase that a line is."""
    line = b.folded.strip(EDGES)
    return line if line in verdict_phrases("no_story_line") else ""


def _clause(b: Block) -> str:
    """A clause that a line has, the longest of several."""
    found = (phrase for phrase in verdict_phrases("no_story") if phrase in b.folded)
    return max(found, key=lambda phrase: (len(phrase), phrase), default="")
