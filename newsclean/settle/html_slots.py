"""What the story's path looks at besides features.py where the page has markup: one value per slot of HTML_SLOTS."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from newsclean.measure.class_names import key
from newsclean.page.block import Block
from newsclean.page.markup import (
    ARTICLE,
    ASIDE,
    BUTTON,
    FIGURE,
    FOOTER,
    FORM,
    HEADER,
    HIDDEN,
    MAIN,
    NAV,
    QUOTE,
    STORY,
    Element,
    FigureMark,
    Html,
)
from newsclean.page.page import Page
from newsclean.phrases.fold import words_in
from newsclean.settle.slots import ROUGH, ROUGH_OF, SIZES, SLOTS, Slots, product, prose_words, size_of

TAGS = (
    "other",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "cell",
    "div",
    "caption",
    "quote",
    "section",
    "definition",
    "inline",
)
_TAG_OF = {
    "p": 1, "h1": 2, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5, "li": 6, "td": 7, "tr": 7, "th": 7, "table": 7,
    "div": 8, "figcaption": 9, "figure": 9, "caption": 9, "blockquote": 10, "section": 11, "article": 11, "main": 11,
    "dt": 12, "dd": 12, "span": 13, "a": 13, "time": 13, "cite": 13, "small": 13, "label": 13,
}  # fmt: skip
HINTS = (
    "none", "body", "caption", "credit", "byline", "author_bio", "timestamp", "description", "kicker", "related",
    "promo", "share", "comments", "ad", "paywall", "media", "navigation", "notice", "agency", "sidebar", "hidden",
)  # fmt: skip
_HINT_NUMBER = {kind: n for n, kind in enumerate(HINTS)}
ZONES = ("none", "article", "main", "story")
PLACES = ("none", "aside", "header", "footer", "nav", "form", "button", "hidden", "figure", "quote")
SHARES = ("no link", "-15%", "-40%", "-70%", "-95%", "all")
PARTS = ("none", "-5%", "-20%", "-50%", "-80%", "-100%")
RELATIONS = (
    "no prose", "direct", "1 in", "2 in", "3+ in", "1 up", "2 up", "3 up", "4+ up",
)  # fmt: skip
BODY = ("no body", "other body", "in", "between", "out")
SAID = ("nothing", "headline", "title", "description", "image caption")
PICTURE = ("none", "caption", "credit", "near")
STEPS = ("no headline", "0", "1", "2", "3", "4", "5-6", "7+")
_STEPS_OF = (1, 2, 3, 4, 5, 6, 6, 7)
ARTICLES = ("none", "only", "with headline", "other before", "other after", "of several")
COMPANY = ("none", "previous", "next", "both")

HTML_SLOTS: Slots = (
    ("tag and size", product(TAGS, SIZES)),
    ("links and size", product(SHARES, SIZES)),
    ("first hint and size", product(HINTS, ROUGH)),
    ("second hint", product(HINTS, ("short", "long"))),
    ("own hint and size", product(HINTS, ROUGH)),
    ("zone, place and size", product(ZONES, PLACES, ROUGH)),
    ("container's part of the prose and size", product(PARTS, ROUGH)),
    ("place from the main container and size", product(RELATIONS, ROUGH)),
    ("in the data's body and size", product(BODY, ROUGH)),
    ("links of the container and size", product(SHARES, ROUGH)),
    ("prose of the same shape and size", product(PARTS, ROUGH)),
    ("said in the data and size", product(SAID, ROUGH)),
    ("of a picture and size", product(PICTURE, ROUGH)),
    ("in one element with prose and size", product(COMPANY, ROUGH)),
    ("first hint and main container", product(HINTS, RELATIONS)),
    ("up from the headline and size", product(STEPS, ROUGH)),
    ("down from what holds the headline and size", product(STEPS, ROUGH)),
    ("article element and size", product(ARTICLES, ROUGH)),
    ("data's body and first hint", product(BODY, HINTS)),
)

# Questions about the text alone that do not help where there is markup: without them, pages of hosts that the weights
# were not fitted on come out better (0.006 on average, three folds), and sooner.
UNASKED = frozenset((
    "words of prose close before", "words of prose close after", "finding of the previous and size",
    "finding of the next and size", "marks", "gap before and after", "begins with", "short blocks in a row",
    "dates close by", "linked and size", "linked before and after",
))  # fmt: skip
ASKED = tuple(n for n, (name, _) in enumerate(SLOTS) if name not in UNASKED)
ALL_SLOTS: Slots = tuple(SLOTS[n] for n in ASKED) + HTML_SLOTS
asked = itemgetter(*ASKED)

MAIN_PART = 0.6  # of an element's prose: a child with so much of it is where the story is
_SHARE_OF = (0, 1, 1, 1, *[2] * 5, *[3] * 6, *[4] * 5, 5)  # by twentieths
_PART_OF = (0, 1, 2, 2, 2, *[3] * 6, *[4] * 6, *[5] * 4)


class _Around(NamedTuple):
    """What the values of a block take from the elements around it, as indexes of the names above."""

    own: int  # HINTS
    place: int  # ZONES x PLACES
    part: int  # PARTS
    relation: int  # RELATIONS
    links: int  # SHARES
    up: int  # STEPS
    down: int
    article: int  # ARTICLES


def markup_values(page: Page, html: Html) -> list[tuple[int, ...]]:
    """One tuple a block: the value of each slot of HTML_SLOTS."""
    blocks, markup, elements = page.blocks, html.markup, html.elements
    n = len(blocks)
    prose = prose_words(page)
    total = sum(prose)
    around = _around(page, html, prose)
    shapes = [(m.tag, elements[m.element].name, elements[m.container].name) for m in markup]
    of_shape: dict[tuple[str, str, str], int] = {}
    for shape, words in zip(shapes, prose, strict=True):
        of_shape[shape] = of_shape.get(shape, 0) + words
    pictures = _pictures(page.figures, n)
    body = _in_body(blocks, html.meta.article_body, prose)
    said = _said(blocks, html)
    sizes = [size_of(b.words) for b in blocks]
    rough = [ROUGH_OF[size] for size in sizes]
    tags = [_TAG_OF.get(m.tag, 0) for m in markup]
    links = [_share(link.link_share) if link.n_links else 0 for link in page.links]
    result: list[tuple[int, ...]] = []
    for i, m in enumerate(markup):
        r, tag, linked, size = rough[i], tags[i], links[i], sizes[i]
        own, place, part, relation, container_links, up, down, article = around[i]
        hints = m.hints
        first = _HINT_NUMBER[hints[0].kind] if hints else 0
        second = _HINT_NUMBER[hints[1].kind] if len(hints) > 1 else 0
        in_body = body[i]
        company = (i > 0 and prose[i - 1] > 0 and markup[i - 1].container == m.container) + 2 * (
            i + 1 < n and prose[i + 1] > 0 and markup[i + 1].container == m.container
        )
        result.append((
            tag * 9 + size,
            linked * 9 + size,
            first * 4 + r,
            second * 2 + (r > 1),
            own * 4 + r,
            place * 4 + r,
            part * 4 + r,
            relation * 4 + r,
            in_body * 4 + r,
            container_links * 4 + r,
            _part(of_shape[shapes[i]], total) * 4 + r,
            said[i] * 4 + r,
            pictures[i] * 4 + r,
            company * 4 + r,
            first * 9 + relation,
            up * 4 + r,
            down * 4 + r,
            article * 4 + r,
            in_body * 21 + first,
        ))  # fmt: skip
    return result


def _around(page: Page, html: Html, prose: Sequence[int]) -> list[_Around]:
    """For each block what its values take from the elements around it; each element is looked at once."""
    blocks, markup, elements = page.blocks, html.markup, html.elements
    total = sum(prose)
    prose_before = [0, *accumulate(prose)]
    size_before = [0, *accumulate([len(b.text) for b in blocks])]
    links_before = [0, *accumulate([len(link.anchor) for link in page.links])]
    title = markup[page.title].element if page.title >= 0 else -1
    relations, ups, downs, articles = _positions(elements, _main(elements, prose_before, total), title)
    outer = {a for a in articles if a >= 0}
    home = articles[title] if title >= 0 else -1
    of_container: dict[int, tuple[int, int, int]] = {}
    result = []
    for m in markup:
        number = m.element
        held = of_container.get(m.container)
        if held is None:
            e = elements[m.container]
            size = size_before[e.end] - size_before[e.start]
            held = of_container[m.container] = (
                _part(prose_before[e.end] - prose_before[e.start], total),
                relations[m.container] if total else 0,
                _share((links_before[e.end] - links_before[e.start]) / size) if size else 0,
            )
        own = elements[number].own or elements[m.container].own
        at = articles[number]
        result.append(
            _Around(
                _HINT_NUMBER[own[0].kind] if own else 0,
                _place(m.places),
                *held,
                _STEPS_OF[min(ups[number], 7)] if title >= 0 else 0,
                _STEPS_OF[min(downs[number], 7)] if title >= 0 else 0,
                0
                if at < 0
                else 1
                if len(outer) == 1
                else 5
                if home < 0
                else 2
                if at == home
                else 3
                if at < home
                else 4,
            )
        )
    return result


def _share(share: float) -> int:
    return _SHARE_OF[-int(-20 * min(share, 1.0) // 1)] if share > 0.0 else 0


def _part(words: int, total: int) -> int:
    return _PART_OF[-(-20 * words // total)] if words else 0


@lru_cache(maxsize=512)
def _place(places: int) -> int:
    """The zone and place of an element by its bits: an index of ZONES x PLACES."""
    zone = 3 if places & STORY else 2 if places & MAIN and not places & ARTICLE else 1 if places & ARTICLE else 0
    bits = (ASIDE, HEADER, FOOTER, NAV, FORM, BUTTON, HIDDEN, FIGURE, QUOTE)
    return zone * len(PLACES) + next((n for n, bit in enumerate(bits, 1) if places & bit), 0)


def _positions(elements: Sequence[Element], main: int, title: int) -> tuple[list[int], list[int], list[int], list[int]]:
    """For each element where it stands.

    From the main one, as an index of RELATIONS; how far up from the headline's element stands what holds both, and how
    far down from that this one; in which `<article>`, or -1.
    """
    to_main = _line(elements, main)
    to_title = _line(elements, title)
    relations: list[int] = []
    ups: list[int] = []
    downs: list[int] = []
    articles: list[int] = []
    for number, e in enumerate(elements):
        parent = e.parent
        steps = to_main.get(number)
        if steps is not None:
            relations.append(4 + min(steps, 4) if steps else 1)
        else:
            above = relations[parent] if parent >= 0 and to_main else 8 if to_main else 0
            relations.append(min(above + 1, 4) if 0 < above <= 4 else above)
        steps = to_title.get(number)
        if steps is not None:
            ups.append(steps)
            downs.append(0)
        elif parent >= 0:
            ups.append(ups[parent])
            downs.append(downs[parent] + 1)
        else:
            ups.append(99)
            downs.append(99)
        inside = articles[parent] if parent >= 0 else -1
        articles.append(number if inside < 0 and e.tag == "article" else inside)
    return relations, ups, downs, articles


def _line(elements: Sequence[Element], number: int) -> dict[int, int]:
    """An element and those around it, each with its distance."""
    line: dict[int, int] = {}
    while number >= 0:
        line[number] = len(line)
        number = elements[number].parent
    return line


def _main(elements: Sequence[Element], prose_before: Sequence[int], total: int) -> int:
    """The innermost element that has most of the prose of each element around it, or -1."""
    best, words = -1, total
    for n, e in enumerate(elements):
        if e.parent == best or best < 0:
            own = prose_before[e.end] - prose_before[e.start]
            if words and own >= MAIN_PART * words and e.end - e.start > 1:
                best, words = n, own
    return best


def _pictures(figures: Sequence[FigureMark], n: int) -> list[int]:
    result = [0] * n
    for figure in figures:
        if figure.at_block < n and not result[figure.at_block]:
            result[figure.at_block] = 3
        for c in figure.captions:
            result[c] = 1
        for c in figure.credits:
            result[c] = 2
    return result


def _in_body(blocks: Sequence[Block], body: str | None, prose: Sequence[int]) -> list[int]:
    """Whether the data's text of the story has the block's words, as an index of BODY."""
    if not body or len(body) < 200:
        return [0] * len(blocks)
    known = "".join(words_in(body.casefold()))
    keys = [key(b.text[:90]) for b in blocks]
    found = [bool(k) and k in known for k in keys]
    good = [n for n, (f, words) in enumerate(zip(found, prose, strict=True)) if f and words]
    if not good:
        return [1] * len(blocks)
    first, last = good[0], good[-1]
    return [2 if f else 3 if first < n < last else 4 for n, f in enumerate(found)]


def _said(blocks: Sequence[Block], html: Html) -> list[int]:
    meta = html.meta
    known = {key(t): 2 for t in meta.titles}
    if meta.description:
        known[key(meta.description)] = 3
    for _, caption in meta.images:
        if caption:
            known.setdefault(key(caption), 4)
    known.pop("", None)
    sizes = {len(k) for k in known}
    return [known.get(k, 0) if (k := key(b.text)) and len(k) in sizes else 0 for b in blocks]
