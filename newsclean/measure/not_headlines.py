"""Lines that have the shape of a headline and are none: bylines, captions, standfirsts, prompts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_name
from newsclean.press.dates import read_date
from newsclean.press.reported import reporters
from newsclean.read.meta.byline_patterns import patterns

CALLS = ("promo", "share", "paywall", "ad")  # kinds of phrases that are never a headline
# That ends a sentence amid a line; not that of an ordinal or initial: “vom 26. August bis 1. September”.
INNER_STOP = re.compile(r"[^\W\d_]{3}[.。।۔]\s")
STANDFIRST_WORDS = 20  # of a first line of two sentences that is sooner the standfirst: of 807 headlines none is so
OVER_CAPTION = 13  # words of a line over a caption, at least, that is no kicker and no menu's
NAME_WORDS = 2  # of who wrote it, at least
HAN_NAME = re.compile(r"[一-鿿々]{3,6}")


def is_none(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line that nothing says again, and no mark makes a heading, is sooner something else than a headline."""
    if b.twin >= 0 or b.echo >= 0 or b.traits & traits.OF_LEVEL or b.kind == "heading":
        return False
    if b.cues and _calls(b):
        return True
    if (b.traits & traits.CUE_OF["byline"] or not b.core.isascii()) and is_signed(b):
        return True
    return _is_standfirst(b) if not b.number else b.number == 1 and _is_under_standfirst(b, blocks)


def _calls(b: Block) -> bool:
    """Whether a line opens with a phrase of two words that calls the reader: “Subscribe to The Tide for free”."""
    return any(c.kind in CALLS and c.start == 0 and c.where != "whole" and " " in c.phrase for c in b.cues)


def is_signed(b: Block) -> bool:
    """Whether a line says who wrote it and nothing else: “By Jo Doe and Mara Lind”, “山田太郎記者”."""
    if b.traits & traits.CUE_OF["byline"] and (by := patterns().by.match(b.core)):
        parts = _between_names().split(b.core[by.end() :])
        return all(part.count(" ") + 1 >= NAME_WORDS and is_name(part, 4) for part in parts)
    if b.core.isascii():
        return False
    if reporters(b.core):
        return True
    role = patterns().role_behind.search(b.core)
    if role and HAN_NAME.fullmatch(b.core, 0, role.start()):
        return True
    if not b.traits & traits.DIGIT or read_date(b.core) is None:
        return False
    return any(map(_names_writer, b.core.split()))  # “2024-05-03 17:06 来源：港口新闻网 作者：李明”


def _names_writer(part: str) -> bool:
    """Whether a part of a line is a label and a name behind it: “作者：李明”."""
    by = patterns().by.match(part)
    return by is not None and by.end() < len(part)


@lru_cache(maxsize=1)
def _between_names() -> re.Pattern[str]:
    return re.compile(rf",\s|\s?&\s|\s{one_of('and')}\s", re.IGNORECASE)


def _is_standfirst(b: Block) -> bool:
    """Whether a text's first line is two sentences, of which the last has no stop, and long."""
    return b.core.count(" ") + 1 >= STANDFIRST_WORDS and INNER_STOP.search(b.core) is not None


def _is_under_standfirst(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether the second line of a text stands between its standfirst and the label of a credit: it is a caption."""
    if len(blocks) <= b.number + 1:
        return False
    is_long = blocks[0].core.count(" ") + 1 >= OVER_CAPTION and not blocks[0].cues
    return is_long and any(c.kind == "credit" and c.where == "starts" for c in blocks[b.number + 1].cues)
