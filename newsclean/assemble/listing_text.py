"""Whether a text or Markdown is a list of stories: of headlines, of links, of teasers each with its date."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.listing import ALL_LINK, CARD, MOST_PROSE, SOME, STAMPS, WORDS
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_sentence
from newsclean.page.shape import NONE

HEADLINE = range(4, 21)  # words of a line that may be one
LIKE_HEADLINES = 0.8  # share of the lines
TEASER = 40  # words under a headline, on average, at most: the entries of a live page have 49 and more
NEAR = 4  # lines beside a teaser in which its headline and its date stand
MOST = 0.6  # share of the prose that stands under such headlines


def why_headlines(page: Page, story: Sequence[Block]) -> str:
    """Why a page that is no HTML is a list, or "".

    What stays of it is links, in Markdown, or headlines without a sentence; or most of its prose is short pieces, each
    under a headline with a date or a byline. Without these, short parts under headings may be a story as well.

    Args:
        page: a settled page of text or Markdown.
        story: what stays of it.
    """
    if teasers := _dated_teasers(page):
        return f"its text is {teasers} short pieces, each with its headline and its date or byline"
    if page.links:
        cards = sum([page.links[b.number].link_share > ALL_LINK and b.words in CARD for b in story])
        prose = sum([b.words for b in story if is_paragraph(b) and page.links[b.number].link_share <= ALL_LINK])
        is_list = cards >= SOME and prose < min(WORDS * cards, MOST_PROSE // 2)
        return f"{cards} links and {prose} words of prose" if is_list else ""
    headlines = sum([b.words in HEADLINE and _is_open(b) for b in story])
    if headlines < SOME or headlines < LIKE_HEADLINES * len(story) or any(map(is_sentence, story)):
        return ""
    return f"{headlines} lines like headlines, and no sentence"


def _is_open(b: Block) -> bool:
    """Whether a line ends in no stop and begins in no small letter, as headlines do."""
    return b.ending == NONE and not b.core[0].islower()


def _dated_teasers(page: Page) -> int:
    """How many short pieces with a headline and a date or byline the page has, if its prose is mostly these; else 0."""
    stamps = [n for n, fs in enumerate(page.findings) for f in fs if f.kind in STAMPS]
    if 2 * len(stamps) < SOME:
        return 0
    stamped = frozenset(stamps)
    teasers = words = theirs = prose = 0
    behind = 0  # the last piece of prose
    for is_prose, run in groupby(page.blocks, is_paragraph):
        if not is_prose:
            continue
        piece = list(run)
        n, end = piece[0].number, piece[-1].number + 1
        kept = sum([b.words for b in piece if page.kinds[b.number].kind in TEXT_KINDS])
        prose += kept
        over = page.blocks[max(behind, n - NEAR) : n]
        under = [b for b in page.blocks[end : end + NEAR] if not is_paragraph(b)]
        behind = end
        has_headline = any(b.words in CARD and _is_open(b) and b.number not in stamped for b in over)
        if has_headline and any(b.number in stamped for b in (*over, *under)):
            teasers += 1
            words += sum([b.words for b in piece])
            theirs += kept
    is_list = teasers >= SOME and theirs >= MOST * prose and words <= TEASER * teasers
    return teasers if is_list else 0
