"""Which line is the headline?

Known from what stands around it: a slug or a repetition of the same words, its place before the first paragraph, its
length, and the words that it shares with the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page import Block
from newsclean.shape import COLON, COMMA, ELLIPSIS, STOP

FEWEST_WORDS, MOST_WORDS = 3, 32
PARAGRAPH_WORDS = 24  # a block of so many words that ends like a sentence is taken for a paragraph
LEAST_SCORE = 3.0


def find_headline(blocks: Sequence[Block]) -> int:
    """Index of the headline's block, or -1."""
    paragraphs = [b for b in blocks if b.words >= PARAGRAPH_WORDS and b.ending == STOP]
    if not paragraphs:
        return -1
    first = _story_start(paragraphs)
    words = frozenset().union(*(b.tokens for b in paragraphs[:12]))
    best, best_score = -1, LEAST_SCORE
    for b in blocks[max(0, first - 40) : first]:
        if not FEWEST_WORDS <= b.words <= MOST_WORDS or b.ending in (COLON, COMMA, ELLIPSIS) or b.cuts or not b.key:
            continue
        if b.cues and b.cues[0].where != "contains" and (b.cues[0].where == "whole" or b.cues[0].kind not in ("related", "navigation", "kicker")):
            continue
        score = _score(b, blocks, words, first)
        if score > best_score:
            best, best_score = b.index, score
    return best


def _story_start(paragraphs: Sequence[Block]) -> int:
    """Index of the first paragraph that has another one close behind it."""
    for b, following in zip(paragraphs, paragraphs[1:], strict=False):
        if following.index - b.index <= 6:
            return b.index
    return paragraphs[0].index


def _score(b: Block, blocks: Sequence[Block], story: frozenset[str], first: int) -> float:
    if " " not in b.text and "-" in b.text and b.text.count("-") >= 2:
        return 0.0
    score = 0.0
    if b.twin >= 0:
        other = blocks[b.twin]
        is_slug = "-" in other.text and other.text.count("-") > b.text.count("-") and " " not in other.text
        score += 4.0 if is_slug and abs(b.twin - b.index) <= 2 else 2.5
    elif b.echo >= 0:
        score += 1.5
    content = [t for t in b.tokens if len(t) > 3]
    if content:
        score += 2.5 * sum(t in story for t in content) / len(content)
    score += 1.0 if 5 <= b.words <= 18 else 0.0
    score -= 2.0 if b.ending == STOP and b.text[-1] in ".。" else 0.0
    score += 1.5 if b.index <= 1 else 0.75 if first - b.index <= 8 else 0.0
    score -= 1.0 if b.case == 1 else 0.0
    return score - 0.02 * (first - b.index)
