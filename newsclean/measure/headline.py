"""Which line is the headline?

Known from what stands around it: a slug or a repetition of the same words, its place before the first paragraph, its
length, and the words that it shares with the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block
from newsclean.page.shape import COLON, COMMA, ELLIPSIS, STOP
from newsclean.press.dates import date_share, read_date
from newsclean.rules.byline import name_before_date
from newsclean.rules.slug import is_slug_of

FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 3, 32, 220
PARAGRAPH_WORDS = 14  # a block of so many words that ends like a sentence is taken for a paragraph
LONG_WORDS = 45  # or, however it ends: Thai has no full stop
LEAST_SCORE = 3.0
LABELS = ("related", "navigation", "kicker")  # a headline may open with one of these
UNDER_HEADLINE = ("byline", "timestamp", "share", "credit", "media")
LIST_ENDS = ")0123456789"  # a line of results ends so
REACH = 40  # blocks before the first paragraph
DATED = 0.85  # share of a line's words that are of a date


def find_headline(blocks: Sequence[Block]) -> int:
    """Index of the headline's block, or -1."""
    if len(blocks) > 1 and is_slug_of(blocks[1], blocks[0]) and not _is_label(blocks):
        return 0
    paragraphs = [b for b in blocks if (b.words >= PARAGRAPH_WORDS and b.ending == STOP) or b.words >= LONG_WORDS]
    if not paragraphs:
        return -1
    first = _story_start(paragraphs)
    words = frozenset().union(*(b.tokens for b in paragraphs[:16]))
    best, best_score = -1, LEAST_SCORE
    for b in blocks[max(0, first - REACH) : first]:
        if (
            b.words < FEWEST_WORDS
            or (b.words > MOST_WORDS and " " in b.core)
            or len(b.core) > MOST_CHARACTERS
            or b.ending in (COLON, COMMA, ELLIPSIS)
            or b.cuts
            or not b.key
        ):
            continue
        if any(c.where == "whole" or (c.where == "starts" and c.kind not in LABELS) for c in b.cues):
            continue
        if _is_dated(b):
            continue
        if not _may_be_headline(b, blocks):
            continue
        score = _score(b, blocks, words, first)
        if score > best_score:
            best, best_score = b.number, score
    if best < 0:
        return 0 if (first or blocks[0].ending != STOP) and _opens_page(blocks[0], blocks) else -1
    twin = blocks[best].twin
    if 0 <= twin < best and " " in blocks[twin].text and blocks[twin].ending == blocks[best].ending:
        return twin
    return best


def _may_be_headline(b: Block, blocks: Sequence[Block]) -> bool:
    """Not a line of verse, of a list or a table; and one that nothing else says only near the top or over furniture."""
    if b.kind == "list_item" and b.twin < 0:
        return False
    following = blocks[b.number + 1 : b.number + 6]
    if following and following[0].core[0].islower() and following[0].core.count("-") < 3 and not following[0].cues:
        return False
    return (
        b.twin >= 0
        or b.echo >= 0
        or any(c.kind in UNDER_HEADLINE for other in following if other.cues and other.words <= 12 for c in other.cues)
        or (b.number <= 3 and all(before.words <= 4 for before in blocks[: b.number]) and _opens_page(b, blocks))
    ) and 4 * sum(map(str.isdigit, b.core)) <= len(b.core)


def _opens_page(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether this may be the headline of a page that has nothing else around its story: a line over a paragraph."""
    most = 24 if b.words <= 2 * (b.core.count(" ") + 1) else 80  # in scripts without spaces, pairs of characters
    if not FEWEST_WORDS + (b.number > 0) <= b.words <= most or len(b.core) > MOST_CHARACTERS or b.cuts:
        return False
    if any(c.kind != "byline" or c.where != "starts" for c in b.cues) or _is_dated(b):
        return False
    if b.kind == "list_item" or b.ending in (COLON, COMMA) or b.core[-1] in LIST_ENDS + ".。":
        return False
    return any(other.words >= PARAGRAPH_WORDS for other in blocks[b.number + 1 : b.number + 3])


def _is_label(blocks: Sequence[Block]) -> bool:
    """Whether the page's first line, which its slug follows, is a label over the headline: short, one may be below."""
    below = blocks[2:3]
    return blocks[0].words < FEWEST_WORDS and bool(below) and below[0].ending != STOP and below[0].words > FEWEST_WORDS


def _is_dated(b: Block) -> bool:
    """Whether the line is a date, or a name and a date."""
    if read_date(b.text) is None:
        return False
    return date_share(b.folded) >= DATED or name_before_date(b.text) is not None


def _story_start(paragraphs: Sequence[Block]) -> int:
    """Index of the first paragraph that has two more close behind it, or one, or of the first at all."""
    for more, reach in ((2, 8), (1, 6)):
        for n, b in enumerate(paragraphs[: len(paragraphs) - more]):
            if paragraphs[n + more].number - b.number <= reach:
                return b.number
    return paragraphs[0].number


def _score(b: Block, blocks: Sequence[Block], story: frozenset[str], first: int) -> float:
    if " " not in b.text and "-" in b.text and b.text.count("-") >= 2:
        return 0.0
    score = 0.0
    if b.twin >= 0:
        other = blocks[b.twin]
        score += (7.0 if b.number <= 2 else 4.0) if is_slug_of(other, b) and abs(b.twin - b.number) <= 2 else 2.5
    elif b.echo >= 0:
        score += 1.5
    content = [t for t in b.tokens if len(t) > 3]
    if content:
        score += 2.5 * sum(t in story for t in content) / len(content)
    score += 1.0 if 5 <= b.words <= 18 else 0.0
    score -= 3.0 if b.ending == STOP and b.text[-1] in ".。" else 0.0
    score += 1.5 if b.number <= 1 else 0.75 if first - b.number <= 8 else 0.0
    score -= 1.0 if b.case == 1 else 0.0
    if any(c.kind in ("byline", "timestamp") for other in blocks[b.number + 1 : b.number + 5] for c in other.cues):
        score += 1.0
    if any(c.kind in ("byline", "timestamp") for other in blocks[max(0, b.number - 3) : b.number] for c in other.cues):
        score -= 1.0
    return score - 0.02 * (first - b.number)
