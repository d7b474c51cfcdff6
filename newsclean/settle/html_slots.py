"""What the story's path looks at besides slots.py where the page has markup: the table HTML_SLOTS."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
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
    Markup,
)
from newsclean.page.page import Page
from newsclean.phrases.fold import words_in
from newsclean.settle.slots import FAR, PARTS, SLOTS, Names, Slot, crossed

TAGS = (
    "other", "p", "h1", "h2", "h3", "h4", "li", "cell", "div", "caption", "quote", "section", "definition", "inline",
)  # fmt: skip
_TAG_OF = {
    tag: TAGS.index(name)
    for name, tags in {
        "p": ("p",),
        "h1": ("h1",),
        "h2": ("h2",),
        "h3": ("h3",),
        "h4": ("h4", "h5", "h6"),
        "li": ("li",),
        "cell": ("td", "tr", "th", "table"),
        "div": ("div",),
        "caption": ("figcaption", "figure", "caption"),
        "quote": ("blockquote",),
        "section": ("section", "article", "main"),
        "definition": ("dt", "dd"),
        "inline": ("span", "a", "time", "cite", "small", "label"),
    }.items()
    for tag in tags
}
HINTS = (
    "none", "body", "caption", "credit", "byline", "author_bio", "timestamp", "description", "kicker", "related",
    "promo", "share", "comments", "ad", "paywall", "media", "navigation", "notice", "agency", "sidebar", "hidden",
)  # fmt: skip
_HINT_NUMBER = {kind: n for n, kind in enumerate(HINTS)}
ZONES = ("none", "article", "main", "story")
INSIDE = ("none", "aside", "header", "footer", "nav", "form", "button", "hidden", "figure", "quote")
_BITS = (ASIDE, HEADER, FOOTER, NAV, FORM, BUTTON, HIDDEN, FIGURE, QUOTE)  # of INSIDE from “aside” on
LINKS = ("no link", "-15%", "-40%", "-70%", "-95%", "all")  # of the characters are in links
LINKS_UP_TO = (0.0, 0.15, 0.4, 0.7, 0.95)
SHARES = ("none", "-5%", "-20%", "-50%", "-80%", "-100%")  # of the page's prose
SHARE_UP_TO = (0.0, 0.05, 0.2, 0.5, 0.8)
RELATIONS = ("no prose", "direct", "1 in", "2 in", "3+ in", "1 up", "2 up", "3 up", "4+ up")
_DIRECT, _INNERMOST, _OUTERMOST = map(RELATIONS.index, ("direct", "3+ in", "4+ up"))
BODY = ("no body", "other body", "in", "between", "out")
SAID = ("nothing", "headline", "title", "description", "image caption")
PICTURE = ("none", "caption", "credit", "near")
STEPS = ("no headline", "0", "1", "2", "3", "4", "5-6", "7+")
STEPS_UP_TO = (0, 1, 2, 3, 4, 6)  # from “0” on
ARTICLES = ("none", "only", "with headline", "other before", "other after", "of several")
COMPANY = ("none", "previous", "next", "both")
_COMPANY_OF = {
    (False, False): COMPANY.index("none"),
    (True, False): COMPANY.index("previous"),
    (False, True): COMPANY.index("next"),
    (True, True): COMPANY.index("both"),
}

HTML_PARTS: dict[str, Names] = PARTS | {
    "tag": TAGS,
    "links": LINKS,
    "first hint": HINTS,
    "second hint": HINTS,
    "own hint": HINTS,
    "zone and place": crossed(ZONES, INSIDE),
    "prose of the container": SHARES,
    "main container": RELATIONS,
    "links of the container": LINKS,
    "data's body": BODY,
    "prose of the same shape": SHARES,
    "said in the data": SAID,
    "picture": PICTURE,
    "company": COMPANY,
    "up from the headline": STEPS,
    "down to it": STEPS,
    "article": ARTICLES,
}
HTML_SLOTS = (
    Slot("tag and size", ("tag", "size")),
    Slot("links and size", ("links", "size")),
    Slot("first hint and size", ("first hint", "rough size")),
    Slot("second hint", ("second hint", "length")),
    Slot("own hint and size", ("own hint", "rough size")),
    Slot("zone, place and size", ("zone and place", "rough size")),
    Slot("container's part of the prose and size", ("prose of the container", "rough size")),
    Slot("place from the main container and size", ("main container", "rough size")),
    Slot("in the data's body and size", ("data's body", "rough size")),
    Slot("links of the container and size", ("links of the container", "rough size")),
    Slot("prose of the same shape and size", ("prose of the same shape", "rough size")),
    Slot("said in the data and size", ("said in the data", "rough size")),
    Slot("of a picture and size", ("picture", "rough size")),
    Slot("in one element with prose and size", ("company", "rough size")),
    Slot("first hint and main container", ("first hint", "main container")),
    Slot("up from the headline and size", ("up from the headline", "rough size")),
    Slot("down from what holds the headline and size", ("down to it", "rough size")),
    Slot("article element and size", ("article", "rough size")),
    Slot("data's body and first hint", ("data's body", "first hint")),
)

# Questions about the text alone that do not help where there is markup: without them, pages of hosts that the weights
# were not fitted on come out better (0.006 on average, three folds), and sooner.
UNASKED = frozenset((
    "words of prose close before", "words of prose close after", "finding of the previous and size",
    "finding of the next and size", "marks", "gap before and after", "begins with", "short blocks in a row",
    "dates close by", "linked and size", "linked before and after",
))  # fmt: skip
ALL_SLOTS = (*(slot for slot in SLOTS if slot.name not in UNASKED), *HTML_SLOTS)

MAIN_PART = 0.6  # of an element's prose: a child with so much of it is where the story is
FEWEST_CHARACTERS = 200  # of the data's text of a story
OPENING = 90  # characters of a block: enough to find it in that text


class _Around(NamedTuple):
    """What the values of the blocks take from the elements around each, as indexes of the names above."""

    own: Sequence[int]  # HINTS
    prose: Sequence[int]  # SHARES, of the container
    relation: Sequence[int]  # RELATIONS
    links: Sequence[int]  # LINKS, of the container
    up: Sequence[int]  # STEPS
    down: Sequence[int]


def markup_columns(page: Page, html: Html, prose: Sequence[int]) -> dict[str, Sequence[int]]:
    """For each part that HTML_PARTS has besides PARTS the places of the blocks' answers."""
    blocks, markup = page.blocks, html.markup
    hints = [m.hints for m in markup]
    around = _around(page, html, prose)
    return {
        "tag": [_TAG_OF.get(m.tag, 0) for m in markup],
        "links": [bisect_left(LINKS_UP_TO, link.link_share) if link.n_links else 0 for link in page.links],
        "first hint": [_HINT_NUMBER[said[0].kind] if said else 0 for said in hints],
        "second hint": [_HINT_NUMBER[said[1].kind] if len(said) > 1 else 0 for said in hints],
        "own hint": around.own,
        "zone and place": [_place(m.places) for m in markup],
        "prose of the container": around.prose,
        "main container": around.relation,
        "links of the container": around.links,
        "data's body": _in_body(blocks, html.meta.article_body, prose),
        "prose of the same shape": _prose_of_shape(html, prose),
        "said in the data": _said(blocks, html),
        "picture": _pictures(page.figures, len(blocks)),
        "company": _company(markup, prose),
        "up from the headline": around.up,
        "down to it": around.down,
        "article": _articles(html.elements, len(blocks), page.title),
    }


def _prose_of_shape(html: Html, prose: Sequence[int]) -> list[int]:
    """How much of the prose stands in elements such as each block's, as an index of SHARES."""
    total = sum(prose)
    shapes = [(m.tag, html.elements[m.element].name, html.elements[m.container].name) for m in html.markup]
    of_shape: dict[tuple[str, str, str], int] = {}
    for shape, words in zip(shapes, prose, strict=True):
        of_shape[shape] = of_shape.get(shape, 0) + words
    shares = {shape: _share(words, total) for shape, words in of_shape.items()}
    return [shares[shape] for shape in shapes]


def _company(markup: Sequence[Markup], prose: Sequence[int]) -> list[int]:
    """Which neighbours in each block's own element are prose, as an index of COMPANY."""
    with_next = [a.container == b.container for a, b in pairwise(markup)]
    behind = [together and words > 0 for together, words in zip(with_next, prose, strict=False)]
    before = [together and words > 0 for together, words in zip(with_next, prose[1:], strict=False)]
    neighbours = zip([False, *behind], [*before, False], strict=True)
    return [_COMPANY_OF[previous, following] for previous, following in neighbours]


def _around(page: Page, html: Html, prose: Sequence[int]) -> _Around:
    """What the values of the blocks take from the elements around each."""
    elements = html.elements
    parents = [e.parent for e in elements]
    total = sum(prose)
    prose_before = [0, *accumulate(prose)]
    size_before = [0, *accumulate([len(b.text) for b in page.blocks])]
    links_before = [0, *accumulate([len(link.anchor) for link in page.links])]
    main = _main(elements, prose_before, total)
    title = html.markup[page.title].element if page.title >= 0 else -1
    from_main, from_title = _steps_up(parents, main), _steps_up(parents, title)
    of_container: dict[int, tuple[int, int, int]] = {}
    result = []
    for m in html.markup:
        number, container = m.element, m.container
        held = of_container.get(container)
        if held is None:
            e = elements[container]
            size = size_before[e.end] - size_before[e.start]
            held = of_container[container] = (
                _share(prose_before[e.end] - prose_before[e.start], total),
                _relation(from_main[container], e.depth - elements[main].depth) if main >= 0 else 0,
                bisect_left(LINKS_UP_TO, (links_before[e.end] - links_before[e.start]) / size) if size else 0,
            )
        element = elements[number]
        own = element.own or elements[container].own
        up = down = 0
        if title >= 0:
            up = 1 + bisect_left(STEPS_UP_TO, from_title[number])
            down = 1 + bisect_left(STEPS_UP_TO, from_title[number] + element.depth - elements[title].depth)
        result.append((_HINT_NUMBER[own[0].kind] if own else 0, *held, up, down))
    return _Around(*zip(*result, strict=True))


def _articles(elements: Sequence[Element], n: int, title: int) -> list[int]:
    """Of which of the page's outermost `<article>` elements each of its blocks is, as an index of ARTICLES."""
    outer: list[int] = []
    for number, e in enumerate(elements):
        if e.tag == "article" and not (outer and _is_inside(number, outer[-1], elements)):
            outer.append(number)
    of_block = [-1] * n
    for number in outer:
        e = elements[number]
        of_block[e.start : e.end] = [number] * (e.end - e.start)
    home = of_block[title] if title >= 0 else -1
    kinds = {a: ARTICLES.index(_article(a, home, is_only=len(outer) == 1)) for a in (-1, *outer)}
    return [kinds[a] for a in of_block]


def _is_inside(number: int, outer: int, elements: Sequence[Element]) -> bool:
    while number > outer:
        number = elements[number].parent
    return number == outer


def _article(at: int, home: int, *, is_only: bool) -> str:
    """One of ARTICLES for an `<article>`, where `home` is that of the headline; -1 stands for none."""
    if at < 0:
        return "none"
    if is_only:
        return "only"
    if home < 0:
        return "of several"
    if at == home:
        return "with headline"
    return "other before" if at < home else "other after"


def _share(words: int, total: int) -> int:
    """An index of SHARES."""
    return bisect_left(SHARE_UP_TO, words / total) if words else 0


@lru_cache(maxsize=512)
def _place(places: int) -> int:
    """The zone and place of an element by its bits: an index of ZONES and INSIDE, crossed."""
    zone = "story" if places & STORY else "article" if places & ARTICLE else "main" if places & MAIN else "none"
    inside = next((n for n, bit in enumerate(_BITS, 1) if places & bit), 0)
    return ZONES.index(zone) * len(INSIDE) + inside


def _steps_up(parents: Sequence[int], number: int) -> list[int]:
    """For each element how far up from this one stands what holds both; FAR where nothing does.

    Elements are in the order of their tags: those inside of one follow it, and none of them has an earlier parent.
    """
    found = [FAR] * len(parents)
    start = end = number
    steps = 0
    while number >= 0:
        behind = max(end, number + 1)
        while behind < len(parents) and parents[behind] >= number:
            behind += 1
        found[number:start] = [steps] * (start - number)
        found[end:behind] = [steps] * (behind - end)
        start, end = number, behind
        number = parents[number]
        steps += 1
    return found


def _relation(up: int, down: int) -> int:
    """From the main element, as an index of RELATIONS: so far up stands what holds both, and so far down this one."""
    if up:
        return min(_INNERMOST + up, _OUTERMOST)
    return min(_DIRECT + down, _INNERMOST)


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
    """What each block is to a picture, as an index of PICTURE."""
    caption, credit, near = map(PICTURE.index, ("caption", "credit", "near"))
    result = [0] * n
    for figure in figures:
        if figure.at_block < n and not result[figure.at_block]:
            result[figure.at_block] = near
        for c in figure.captions:
            result[c] = caption
        for c in figure.credits:
            result[c] = credit
    return result


def _in_body(blocks: Sequence[Block], body: str | None, prose: Sequence[int]) -> list[int]:
    """Whether the data's text of the story has the block's words, as an index of BODY."""
    if not body or len(body) < FEWEST_CHARACTERS:
        return [0] * len(blocks)
    other, within, between, out = map(BODY.index, ("other body", "in", "between", "out"))
    known = "".join(words_in(body.casefold()))
    keys = [key(b.text[:OPENING]) for b in blocks]
    found = [bool(k) and k in known for k in keys]
    good = [n for n, (f, words) in enumerate(zip(found, prose, strict=True)) if f and words]
    if not good:
        return [other] * len(blocks)
    first, last = good[0], good[-1]
    return [within if f else between if first < n < last else out for n, f in enumerate(found)]


def _said(blocks: Sequence[Block], html: Html) -> list[int]:
    """What the data call that which each block says, as an index of SAID."""
    meta = html.meta
    known = {key(title): SAID.index("title") for title in meta.titles}
    if meta.description:
        known[key(meta.description)] = SAID.index("description")
    for _, caption in meta.images:
        if caption:
            known.setdefault(key(caption), SAID.index("image caption"))
    known.pop("", None)
    firsts = {k[0] for k in known}  # most lines begin otherwise, and a key takes longer to make than a letter
    return [
        known.get(key(b.text), 0) if not (first := b.text[0]).isalnum() or first.casefold()[0] in firsts else 0
        for b in blocks
    ]
