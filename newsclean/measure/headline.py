"""Which line is the headline?

Every line of the page's beginning that may be it (headline_lines.py) has a score, the sum of the weights of what is
seen of it (headline_slots.py). So has “there is none”. The best score decides.
Weights: weights/headline.tsv, fitted by tests/fit/headline.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import getitem
from typing import NamedTuple

from newsclean.measure.headline_lines import (
    ROLE,
    SIGNED_ROLES,
    UNDER_ROLES,
    has_slug,
    is_of_names,
    is_text,
    is_unrivalled,
    role_of,
    words_of,
)
from newsclean.measure.headline_look import look_for_headline
from newsclean.measure.headline_slots import NONE_SLOTS, SLOTS
from newsclean.measure.not_headlines import INNER_STOP, is_signed
from newsclean.measure.window_title import under_window_title
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.shape import STOP

POOLED = 10  # lines of the highest scores
LIKELY_OVER_STORY = 0.08  # the same of a page's first line right over a paragraph: most texts are headline and story
# The same of the only line of some words over a date and the story: pages that are short and have little of a menu are
# seldom among those that the weights were fitted on, where no right headline was left out for want of it.
LIKELY_UNRIVALLED = 0.15
LIKELY = 0.3  # the least probability of a headline: none is better than a wrong one
# Words of a line that is sooner a standfirst, a lead or a caption where it opens a text; the same where a sentence ends
# amid it, as in 5 of 1,402 headlines; the least of such a one there.
LONG, LONG_OF_TWO, LIKELY_LONG, OPENS = 19, 13, 0.5, 2

# Of a line right over what is sooner its standfirst: words, and the odds for it in parts of those for that.
FEWEST_OVER, LEAST_OVER_STANDFIRST = 4, 0.02
MENU_MARK = re.compile(r"(?:\s|\A)[*+•»>|](?:\s|\Z)")  # between entries of a menu
MOST_OVER_HEADLINE = 2  # lines of byline and date over a headline that has nothing else above it
NAME = 2  # words of a piece of one long line that is sooner an author's name, or a place
CUT_OFF = frozenset((ROLE["line"], ROLE["short"], ROLE["tiny"]))  # what the rest of a headline looks like


class Weights(NamedTuple):
    lines: tuple[tuple[float, ...], ...]  # [slot][value]
    none: tuple[tuple[float, ...], ...]


def find_headline(blocks: Sequence[Block]) -> int:
    """Index of the headline's block, or -1."""
    if not blocks:
        return -1
    if (found := under_window_title(blocks)) >= 0:
        return found
    seen = look_for_headline(blocks)
    if not seen.numbers:
        return -1
    weights = load_weights()
    scores = [sum(map(getitem, weights.lines, values)) for values in seen.lines]
    none = sum(map(getitem, weights.none, seen.none))
    most = max(*scores, none)
    odds = [exp(score - most) for score in scores]
    lines = [blocks[n] for n in seen.numbers]
    best, likely = most_likely(lines, odds)
    line = lines[best]
    if best and _is_standfirst(line, lines[best - 1]) and odds[best - 1] >= LEAST_OVER_STANDFIRST * odds[best]:
        best, line, likely = best - 1, lines[best - 1], likely + odds[best - 1]
    if _is_doubted(line, blocks) or (not has_slug(line, blocks) and is_of_names(line, seen.story)):
        return -1
    is_over_story = _opens_story(line.number, blocks)
    least_long = LONG_OF_TWO if INNER_STOP.search(line.core) else LONG
    is_long = line.number < OPENS and line.core.count(" ") + 1 >= least_long
    least = LIKELY_LONG if is_long else LIKELY_OVER_STORY if is_over_story else LIKELY
    if is_unrivalled(line, blocks, seen.numbers):
        least = min(least, LIKELY_UNRIVALLED)
    if _is_marked(line, blocks):
        least = 0
    return seen.numbers[best] if likely >= least * (sum(odds) + exp(none - most)) else -1


def _is_marked(line: Block, blocks: Sequence[Block]) -> bool:
    """Whether a text opens with the mark of a heading and a blank line under it, though it is else no Markdown."""
    return line.number == 0 and line.core.startswith("# ") and len(blocks) > 1 and blocks[1].gap > 0


def _is_standfirst(line: Block, above: Block) -> bool:
    """Whether two sentences, of which the last has no stop, stand right under a line that is none and may head them."""
    if above.number != line.number - 1 or INNER_STOP.search(line.core) is None or words_of(above) < FEWEST_OVER:
        return False
    return above.gap >= 0 <= line.gap and line.twin < 0 and line.echo < 0 and INNER_STOP.search(above.core) is None


def _is_doubted(line: Block, blocks: Sequence[Block]) -> bool:
    """Whether a piece of one long line may be less than the headline, or more: a kicker, a standfirst, a name with it.

    None is better than a wrong one. One that is said again right away is neither, nor is one with its slug.
    """
    beside = blocks[max(0, line.number - 1) : line.number + 2]
    if all(b.gap >= 0 for b in beside):
        return False
    if MENU_MARK.search(line.core):
        return True
    if any(b.number in (line.twin, line.echo) for b in beside):
        return False
    is_said_again = line.twin >= 0 or line.echo >= 0
    if line.traits & traits.GLUED and not is_said_again and not has_slug(line, blocks):
        return True
    below = blocks[line.number + 1] if line.number + 1 < len(blocks) else line
    role = role_of(below)
    if role in UNDER_ROLES:
        return not is_said_again and (role == ROLE["credit"] or words_of(line) <= NAME)
    if line.ending == STOP:
        return True  # “Pumps at last? The town waits”
    return (bool(below.traits & traits.SOFT) and role in CUT_OFF) or (not is_said_again and words_of(line) <= NAME)


def _opens_story(n: int, blocks: Sequence[Block]) -> bool:
    """Whether a line stands right over a paragraph, or its byline, and over it are byline, caption, buttons at most."""
    below = blocks[n + 1 : n + 3]
    if not below or not any(map(is_text, below[:1] if role_of(below[0]) not in SIGNED_ROLES else below)):
        return False
    return n <= MOST_OVER_HEADLINE and all(
        role_of(above) in UNDER_ROLES or (above.number == 0 and (bool(above.cuts) or is_signed(above)))
        for above in blocks[:n]
    )


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
