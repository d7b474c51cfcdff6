"""Which line is the headline?

Every line of the page's beginning that may be it (headline_lines.py) has a score, the sum of the weights of what is
seen of it (headline_slots.py). So has “there is none”. The best score decides.
Weights: weights/headline.tsv, fitted by tests/fit/headline.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import getitem
from typing import NamedTuple

from newsclean.measure.headline_lines import INNER_STOP, has_slug, is_of_names, is_text
from newsclean.measure.headline_slots import NONE_SLOTS, SLOTS, look_for_headline
from newsclean.page import traits
from newsclean.page.block import Block

POOLED = 10  # lines of the highest scores
LIKELY_OVER_STORY = 0.08  # the same of a page's first line right over a paragraph: most texts are headline and story
LIKELY = 0.3  # the least probability of a headline: none is better than a wrong one
# Words of a line that is sooner a standfirst, a lead or a caption where it opens a text; the same where a sentence ends
# amid it, as in 5 of 1,402 headlines; the least of such a one there.
LONG, LONG_OF_TWO, LIKELY_LONG, OPENS = 19, 13, 0.5, 2


class Weights(NamedTuple):
    lines: tuple[tuple[float, ...], ...]  # [slot][value]
    none: tuple[tuple[float, ...], ...]


def find_headline(blocks: Sequence[Block]) -> int:
    """Index of the headline's block, or -1."""
    if not blocks:
        return -1
    seen = look_for_headline(blocks)
    if not seen.numbers:
        return -1
    weights = load_weights()
    scores = [sum(map(getitem, weights.lines, values)) for values in seen.lines]
    none = sum(map(getitem, weights.none, seen.none))
    most = max(*scores, none)
    odds = [exp(score - most) for score in scores]
    best, likely = most_likely([blocks[n] for n in seen.numbers], odds)
    line = blocks[seen.numbers[best]]
    if not has_slug(line, blocks):
        if line.traits & traits.GLUED and line.twin < 0 and line.echo < 0:
            return -1  # a kicker, a standfirst, a name may be glued to it
        if is_of_names(line, seen.story):
            return -1
    is_over_story = line.number == 0 and len(blocks) > 1 and is_text(blocks[1])
    least_long = LONG_OF_TWO if INNER_STOP.search(line.core) else LONG
    is_long = line.number < OPENS and line.core.count(" ") + 1 >= least_long
    least = LIKELY_LONG if is_long else LIKELY_OVER_STORY if is_over_story else LIKELY
    return seen.numbers[best] if likely >= least * (sum(odds) + exp(none - most)) else -1


def most_likely(lines: Sequence[Block], odds: Sequence[float]) -> tuple[int, float]:
    """Which line is most likely the headline, and the odds for it: all together of those that say the same.

    A headline is printed again and again, also with the site's name behind it.
    """
    top = sorted(range(len(lines)), key=odds.__getitem__, reverse=True)[:POOLED]
    found = [(sum([odds[m] for m in top if says_same(lines[n], lines[m])]), odds[n], -n) for n in top]
    likely, _, n = max(found)
    return -n, likely


def says_same(one: Block, other: Block) -> bool:
    """Whether two lines say the same, one perhaps with a site's name or a kicker more."""
    if one.key == other.key:
        return True
    fewer, more = sorted((len(one.tokens), len(other.tokens)))
    return fewer >= 3 and len(one.tokens & other.tokens) >= 0.9 * fewer and more <= 2 * fewer


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The table weights/headline.tsv: slot, value, weight; what it does not name weighs nothing."""
    known: dict[tuple[str, str], float] = {}
    for line in (files("newsclean") / "measure" / "weights" / "headline.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            slot, value, weight = line.split("\t")
            known[slot, value] = float(weight)
    return Weights(*(
        tuple([tuple([known.get((slot, value), 0.0) for value in values]) for slot, values in slots])
        for slots in (SLOTS, NONE_SLOTS)
    ))  # fmt: skip
