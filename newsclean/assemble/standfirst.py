"""The description: the standfirst as it is printed, else what the page's data say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.page.block import Block
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS, is_paragraph
from newsclean.phrases.fold import UNSPACED, fold
from newsclean.press.dates import date_share, read_date
from newsclean.read.meta.titles import plain

UNDER = 3  # lines under the headline in which a paragraph is its standfirst
# Of its words that say something so many the headline or the story has, too; the same right under the headline.
TOLD, TOLD_UNDER = 0.25, 0.1
FEW_TOLD = 60  # different words of the headline and of the story
LETTERS = 3  # a word of so few says nothing
STAMP_LENGTH = 60  # characters, in a script without blanks, of one that says by whom and when: “2024-05-03 港口新闻网”
TAG = re.compile(r"</?[a-z][^<>]{0,80}>")
STAMP_WORDS = 3  # a text whose first words are a date is a stamp, and what stands behind it


def description(page: Page, story: Sequence[Block], meta: Metadata | None) -> str | None:
    """What the page says of the story in short; another story's teaser, a prompt, a stamp or the headline is none."""
    printed = [b for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind == "description"]
    may_be = [*printed, *_marked(page)]
    headline = page.blocks[page.title : page.title + 1] if page.title >= 0 else ()
    told = frozenset().union(*[b.tokens for b in (*story, *headline)]) if may_be else frozenset()
    for b in may_be:
        is_under = b.number == page.title + 1
        if _is_of_story(b, told, TOLD_UNDER if is_under else TOLD) or (is_under and _is_all_there_is(b, told)):
            return b.core
    said = (meta and meta.description) or ""
    if TAG.search(said):
        said = " ".join(TAG.sub(" ", said).split())
    if not any(map(str.isalpha, said)) or _is_stamp(said) or (meta and plain(said) in map(plain, meta.titles)):
        return None
    return said


def _marked(page: Page) -> list[Block]:
    """The paragraph right under the headline that the page's own code calls its standfirst, where it stays in the text.

    The story's first sentence is often called so, too: so it stays.
    """
    under = list(zip(page.blocks, page.findings, strict=True))[page.title + 1 : page.title + 1 + UNDER]
    return [
        b
        for b, found in under
        if any(f.rule == "markup.named" and f.kind == "description" for f in found) and b.words >= SENTENCE_WORDS
    ]


def _is_of_story(b: Block, told: frozenset[str], least: float) -> bool:
    """Whether a text tells of what the story tells of."""
    said = [token for token in b.tokens if len(token) > LETTERS or not token.isascii()]
    n_told = sum([token in told for token in said])
    return bool(said) and n_told >= least * len(said) and not _is_stamp(b.core)


def _is_all_there_is(b: Block, told: frozenset[str]) -> bool:
    """Whether a paragraph under the headline has so little of a story below it that it need not take it up."""
    return is_paragraph(b) and not b.cues and len(told) < FEW_TOLD and not _is_stamp(b.core)


def _is_stamp(text: str) -> bool:
    """Whether a text opens with a date: “21/06/2014 Jo Doe Books, News”; a short one without blanks has one at all."""
    if len(text) <= STAMP_LENGTH and UNSPACED.search(text) and text[-1] not in "。！？" and read_date(text) is not None:
        return True
    first = fold(" ".join(text.split()[:STAMP_WORDS]))
    return date_share(first) == 1.0
