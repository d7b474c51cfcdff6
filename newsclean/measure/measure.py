"""The step that looks at every block once: its shape, its cues, and who says the same. Rules share what it found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.measure.class_names import headline, with_local_hints, without_common_names
from newsclean.measure.headline import find_headline
from newsclean.measure.slugs import slugs
from newsclean.measure.threads import threads
from newsclean.page import traits
from newsclean.page.block import Block, with_traits
from newsclean.page.markup import FIGURE, renumbered
from newsclean.page.page import Page
from newsclean.page.shape import STOP, case, ending
from newsclean.phrases.cue import USER, Cue
from newsclean.phrases.find import find_cues, find_cues_in_prose
from newsclean.phrases.fold import UNSPACED, fold, tokens, words_in, words_of_prose
from newsclean.phrases.lexicon import GAP, Lexicon
from newsclean.phrases.plain import plain
from newsclean.press.credits import agencies
from newsclean.press.datelines import LOOK

PROSE = 160  # characters: a longer sentence is prose, of which only the beginning is looked at
HEAD = 120  # characters of it: enough to tell which story it is of
LONG = 320  # characters: a longer block is no caption, title or teaser
NEIGHBOURS = 3  # an alt text stands at most so many lines from its caption
TITLE_REACH = 6  # blocks: what stands so close to the headline may be kicker, byline, standfirst
LIKE = 4  # words that a line like the headline shares with it
MAY_BE_CREDIT = traits.AGENCY | traits.CUE | traits.MARK
UPPER = 5  # of shape.CASES
LABEL = 5  # words of a label of an advertisement
ANY_LENGTH = traits.PICTURE | traits.COMMENT  # traits that a long block may have, too
REMEMBERED = 100  # characters: looks at lines of up to so many are kept for when the line comes again
TOP = 8  # blocks: the same for a page without headline
DATELINE_MARKS = frozenset("([（-–—|日")
HAS_DIGIT = re.compile("[0-9０-９]").search
VERBS = frozenset(
    ("is", "was", "has", "covers", "writes", "reports", "reported", "works", "joined")
)  # “Jo Doe is a reporter …”


class Look(NamedTuple):
    """What can be seen in a line alone: fields of Block, under their names."""

    folded: str
    key: str
    tokens: frozenset[str]
    words: int
    ending: int
    case: int
    traits: int
    cues: tuple[Cue, ...]


def measure(page: Page) -> Page:
    """The page with what can be seen of its blocks, alone (once) and beside each other."""
    lexicon = page.lexicon
    some_unspaced = not page.source.isascii() and UNSPACED.search(page.source) is not None
    blocks = []
    for b in page.blocks:
        if b.folded:
            blocks.append(b)
            continue
        line = b.core or b.text
        look = _look_again if len(line) <= REMEMBERED else look_at
        unspaced = some_unspaced and UNSPACED.search(b.text) is not None
        seen = look(line, lexicon, unspaced)
        bits = seen.traits | (traits.TRIMMED if b.cuts else b.traits & traits.KEPT)  # what is kept is not trimmed
        blocks.append(
            Block(
                b.number, b.start, b.end, b.text, b.kind, b.gap, b.cuts, line, seen.folded, seen.key, seen.tokens,
                seen.words, seen.ending, seen.case, bits, seen.cues,
            )
        )  # fmt: skip
    if page.html is None:
        page, blocks = _without_ads(page, blocks)
        return _with_context(page, blocks)
    title = headline(blocks, page.links, page.html)
    html = without_common_names(page.html, blocks, page.links)
    html = with_local_hints(html, [b.words for b in blocks], title)
    blocks = [
        with_traits(b, traits.MARKUP) if m.hints or m.places & FIGURE or m.tag == "figcaption" else b
        for b, m in zip(blocks, html.markup, strict=True)
    ]
    return _with_context(page._replace(html=html, title=title), blocks)


def _without_ads(page: Page, blocks: list[Block]) -> tuple[Page, list[Block]]:
    """The page and its blocks without labels of advertisements, which say nothing but part what belongs together.

    “Advertisement” may stand between a caption and its credit, a list's title and the list. Where markup tells what
    belongs together they stay, as they do in a text of nothing else.
    """
    aside = [
        b for b in blocks if b.words <= LABEL and not b.traits & traits.KEPT and any(_is_label(cue) for cue in b.cues)
    ]
    if not aside or len(aside) == len(blocks) or page.is_again:
        return page, blocks
    apart = {b.number for b in aside}
    kept: list[Block] = []
    now: dict[int, int] = {}
    for b in blocks:
        if b.number not in apart:
            now[b.number] = len(kept)
            is_behind = b.number - 1 in apart
            kept.append(
                b._replace(number=len(kept), gap=max(b.gap, 1, blocks[b.number - 1].gap) if is_behind else b.gap)
            )
    links = tuple([link for n, link in enumerate(page.links) if n not in apart])
    return page._replace(aside=(*page.aside, *aside), links=links, figures=renumbered(page.figures, now)), kept


def _is_label(cue: Cue) -> bool:
    return cue.kind == "ad" and cue.where == "whole" and GAP not in cue.phrase and cue.language != USER


def look_at(core: str, lexicon: Lexicon, unspaced: bool) -> Look:  # noqa: FBT001 -- by position, for the cache's sake
    """Everything that can be seen in a line alone."""
    size = len(core)
    ends = ending(core)
    bits = 0
    cased = 0
    if size > PROSE and (ends == STOP or size > LONG) and not unspaced:
        head = fold(core[:HEAD])
        found = words_of_prose(head)
        words = core.count(" ") + 1
        folded, key = head, core
        cues = find_cues_in_prose(lexicon, head, found)
        if lexicon.own is not None:
            cues = (*find_cues_in_prose(lexicon.own, head, words_in(head)), *cues)
    else:
        folded = fold(core)
        found = tokens(folded, unspaced=True) if unspaced else words_in(folded)
        words = len(found) if unspaced else core.count(" ") + 1
        key = "".join(words_in(folded) if unspaced else found)
        cased = case(core)
        if words <= traits.SHORT_WORDS and size <= LONG:
            bits = _short_bits(core, key, found, words, cased)
        if len(key) < 6:
            key = ""
        cues = find_cues(lexicon, folded, found, unspaced=unspaced)
        if lexicon.own is not None:
            cues = (*find_cues(lexicon.own, folded, found, unspaced=unspaced), *cues)
    for cue in cues:
        bits |= traits.CUE | traits.CUE_OF.get(cue.kind, 0)
    if not VERBS.isdisjoint(found[2:5]) and words <= 90 and core[0].isupper():
        bits |= traits.OPENS_WITH_NAME
    if ends == STOP:
        bits |= traits.PROSE
    elif core[-1] in "{};)" or core.startswith(("/*", "//")):
        bits |= traits.CODE
    if core[0] in "([（【" or core[0].isdigit():
        bits |= traits.NUMBERED | traits.DATELINE
    elif not DATELINE_MARKS.isdisjoint(core[:LOOK]):
        bits |= traits.DATELINE
    return Look(folded, key, frozenset(found), words, ends, cased, bits, cues)


# Menus and furniture recur from page to page of a site, and within a page.
_look_again = lru_cache(maxsize=8192)(look_at)


def _has_mark(core: str) -> bool:
    """Whether one of © @ | / > » ( is in it: seven looks are faster than a pattern's one."""
    if "/" in core or "(" in core or "|" in core or "@" in core or ">" in core:
        return True
    return not core.isascii() and ("©" in core or "»" in core or "ⓒ" in core or "（" in core)


def _short_bits(core: str, key: str, found: Sequence[str], words: int, cased: int) -> int:
    bits = traits.SHORT
    if words <= 1:
        bits |= traits.NO_BLANK
    elif words <= 4 and cased >= 4:
        bits |= traits.NAME
    if cased == UPPER:
        bits |= traits.CAPITALS
    if not key.isalpha() and HAS_DIGIT(core):
        bits |= traits.DIGIT
    if core[0] in "([（【" or _has_mark(core):
        bits |= traits.MARK
    if not agencies().words.isdisjoint(found):
        bits |= traits.AGENCY
    return bits


def _with_context(page: Page, blocks: Sequence[Block]) -> Page:
    """The page of these blocks with all that depends on neighbours: echoes, the headline, and their traits."""
    twins, echoes = _twins(blocks), _echoes(blocks)
    for number, whose in slugs(blocks, twins).items():
        twins[number] = whose
        twins.setdefault(whose, number)
    linked = list(blocks)
    for number in twins.keys() | echoes.keys():
        twin, echo = twins.get(number, -1), echoes.get(number, -1)
        linked[number] = with_traits(blocks[number], traits.TWIN, twin=twin, echo=echo)
    title = _title(page, linked)
    near = (
        range(max(0, title - TITLE_REACH), min(len(linked), title + 2 * TITLE_REACH))
        if title >= 0
        else range(min(TOP, len(linked)))
    )
    bits = dict.fromkeys(near, traits.NEAR_TITLE)
    words = linked[title].tokens if title >= 0 else frozenset()
    for i, b in enumerate(linked):
        shown = b.traits
        if not shown & traits.SHORT:
            continue
        if len(words) >= LIKE and len(b.tokens & words) >= LIKE:
            bits[i] = bits.get(i, 0) | traits.LIKE_TITLE
        if i and shown & MAY_BE_CREDIT and b.words <= 12:
            bits[i - 1] = bits.get(i - 1, 0) | traits.CREDIT_BELOW
    if page.form == "markdown":
        for mark in page.figures:
            for i in mark.captions:
                bits[i] = bits.get(i, 0) | traits.PICTURE
    heads, texts = threads(linked)
    for marked, bit in ((heads, traits.COMMENT_HEAD), (texts, traits.COMMENT)):
        for i in marked:
            bits[i] = bits.get(i, 0) | bit
    for i, more in bits.items():
        b = linked[i]
        if b.words <= 60 or more & ANY_LENGTH:
            linked[i] = with_traits(b, more, twin=b.twin, echo=b.echo)
    return page._replace(blocks=tuple(linked), title=title, in_capitals=_in_capitals(blocks))


def _title(page: Page, blocks: Sequence[Block]) -> int:
    """The headline: of an HTML page the one that its markup tells.

    Where a page is looked at again its first line is none: the headline was taken off already, and nothing tells a
    subheading or a key point that stands first from one.
    """
    if page.html is not None and page.title >= 0:
        return page.title
    found = find_headline(blocks)
    return found if found or not page.is_again else -1


def _in_capitals(blocks: Sequence[Block]) -> float:
    """The share of the words of a page that stand in lines in capitals."""
    capitals = sum([b.words for b in blocks if b.case == UPPER])
    return capitals / sum([b.words for b in blocks]) if capitals else 0.0


def _twins(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says letter for letter what another says, the first such; for the first, the second."""
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for n, key in enumerate([b.key for b in blocks]):
        if key and (other := first.setdefault(key, n)) != n:
            twins[n] = other
            twins.setdefault(other, n)
    return twins


def _echoes(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says nearly what a close one says, that one."""
    echoes: dict[int, int] = {}
    short = [(b, b.number, b.tokens) for b in blocks if len(b.tokens) > 2 and len(b.core) <= LONG]
    for n, (b, number, words) in enumerate(short, 1):
        for other, its_number, its_words in short[n : n + NEIGHBOURS]:
            if its_number - number > NEIGHBOURS:
                break
            shared = len(words & its_words)
            if b.folded.isascii() != other.folded.isascii():  # one may be the other without its accents
                shared = max(shared, len(_plain_words(words) & _plain_words(its_words)))
            # Three quarters of the fewer words, as _nearly asks: nine of ten neighbours have not.
            if (4 * shared >= 3 * len(words) or 4 * shared >= 3 * len(its_words)) and _nearly(b, other, shared):
                echoes.setdefault(number, its_number)
                echoes.setdefault(its_number, number)
    return echoes


@lru_cache(maxsize=2048)
def _plain_words(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _nearly(a: Block, b: Block, shared: int) -> bool:
    """Whether one says what the other says, but not letter for letter: a beginning of it, or nearly all its words."""
    if a.key == b.key:
        return False
    fewer, more = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    n = len(fewer.tokens)
    if shared < 0.75 * n:
        return False
    if shared >= 0.8 * len(more.tokens) and n >= 5:
        return True
    return len(fewer.key) >= 10 and (more.key.startswith(fewer.key) or (n >= 6 and shared >= 0.9 * n))
