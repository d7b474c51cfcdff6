"""What the story's path looks at besides features.py where the page has markup: one value per slot of HTML_SLOTS."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newsclean.features import ROUGH, SIZES, Slots, product, prose_words, rough_size, size_of
from newsclean.fold import WORD
from newsclean.hinted import key
from newsclean.page import Block, Page
from newsclean.read.elements import (
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
    Markup,
)  # fmt: skip
from newsclean.read.html import HtmlPage

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
ARTICLES = ("none", "only", "with headline", "other before", "other after", "of several")
HEADLINES = ("no headline", "none", "one", "more")
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
    ("shape and tag of the previous", ("edge", *product(TAGS, ROUGH))),
    ("shape and tag of the next", ("edge", *product(TAGS, ROUGH))),
    ("links of the previous and next", product(SHARES, SHARES)),
    ("first hint and main container", product(HINTS, RELATIONS)),
    ("up from the headline and size", product(STEPS, ROUGH)),
    ("down from what holds the headline and size", product(STEPS, ROUGH)),
    ("article element and size", product(ARTICLES, ROUGH)),
    ("data's body and first hint", product(BODY, HINTS)),
    ("data's body of the previous and next", product(BODY, BODY)),
    ("other headlines before and size", product(HEADLINES, ROUGH)),
    ("body hint, main container, links", product(("no body hint", "body hint"), RELATIONS, SHARES)),
)

MAIN_PART = 0.6  # of an element's prose: a child with so much of it is where the story is


def markup_values(page: Page, html: HtmlPage) -> list[tuple[int, ...]]:
    """One tuple a block: the value of each slot of HTML_SLOTS."""
    blocks, markup, elements = page.blocks, html.markup, html.elements
    n = len(blocks)
    prose = prose_words(page)
    total = sum(prose)
    prose_before = [0, *accumulate(prose)]
    size_before = [0, *accumulate(len(b.text) for b in blocks)]
    links_before = [0, *accumulate(int(len(b.text) * m.link_share) for b, m in zip(blocks, markup, strict=True))]
    main = _main(elements, prose_before, total)
    relations = _relations(elements, main)
    shapes = [(m.tag, elements[m.element].name, elements[m.container].name) for m in markup]
    of_shape: dict[tuple[str, str, str], int] = {}
    for shape, words in zip(shapes, prose, strict=True):
        of_shape[shape] = of_shape.get(shape, 0) + words
    pictures = _pictures(html, n)
    body = _in_body(blocks, html.meta.article_body, prose)
    up, down = _from_headline(elements, markup, page.title)
    articles = _articles(elements, markup, page.title)
    headlines = _headlines(markup, page.title)
    said = _said(blocks, html)
    rough = [rough_size(b.words) for b in blocks]
    tags = [_TAG_OF.get(m.tag, 0) for m in markup]
    links = [_share(m.link_share if m.n_links else 0.0) for m in markup]
    result: list[tuple[int, ...]] = []
    for i, (b, m) in enumerate(zip(blocks, markup, strict=True)):
        r = rough[i]
        container = elements[m.container]
        first = _HINT_NUMBER[m.hints[0].kind] if m.hints else 0
        second = _HINT_NUMBER[m.hints[1].kind] if len(m.hints) > 1 else 0
        own_hints = elements[m.element].own or container.own
        own = _HINT_NUMBER[own_hints[0].kind] if own_hints else 0
        start, end = container.start, container.end
        part = _part(prose_before[end] - prose_before[start], total)
        size = size_before[end] - size_before[start]
        container_links = _share((links_before[end] - links_before[start]) / size if size else 0.0)
        company = (i > 0 and prose[i - 1] > 0 and markup[i - 1].container == m.container) + 2 * (
            i + 1 < n and prose[i + 1] > 0 and markup[i + 1].container == m.container
        )
        relation = relations[m.container] if total else 0
        length = size_of(b.words)
        is_body = any(h.kind == "body" for h in m.hints)
        result.append((
            tags[i] * 9 + length,
            links[i] * 9 + length,
            first * 4 + r,
            second * 2 + (r > 1),
            own * 4 + r,
            (_zone(m.places) * 10 + _place(m.places)) * 4 + r,
            part * 4 + r,
            relation * 4 + r,
            body[i] * 4 + r,
            container_links * 4 + r,
            _part(of_shape[shapes[i]], total) * 4 + r,
            said[i] * 4 + r,
            pictures[i] * 4 + r,
            company * 4 + r,
            1 + tags[i - 1] * 4 + rough[i - 1] if i else 0,
            1 + tags[i + 1] * 4 + rough[i + 1] if i + 1 < n else 0,
            (links[i - 1] if i else 0) * 6 + (links[i + 1] if i + 1 < n else 0),
            first * 9 + relation,
            up[i] * 4 + r,
            down[i] * 4 + r,
            articles[i] * 4 + r,
            body[i] * 21 + first,
            (body[i - 1] if i else 0) * 5 + (body[i + 1] if i + 1 < n else 0),
            headlines[i] * 4 + r,
            (is_body * 9 + relation) * 6 + links[i],
        ))  # fmt: skip
    return result


def _share(share: float) -> int:
    if share <= 0.0:
        return 0
    return 1 if share <= 0.15 else 2 if share <= 0.4 else 3 if share <= 0.7 else 4 if share <= 0.95 else 5


def _part(words: int, total: int) -> int:
    if not words or not total:
        return 0
    share = words / total
    return 1 if share <= 0.05 else 2 if share <= 0.2 else 3 if share <= 0.5 else 4 if share <= 0.8 else 5


def _zone(places: int) -> int:
    return 3 if places & STORY else 2 if places & MAIN and not places & ARTICLE else 1 if places & ARTICLE else 0


def _place(places: int) -> int:
    for n, bit in enumerate((ASIDE, HEADER, FOOTER, NAV, FORM, BUTTON, HIDDEN, FIGURE, QUOTE), 1):
        if places & bit:
            return n
    return 0


def _main(elements: Sequence[Element], prose_before: Sequence[int], total: int) -> int:
    """The innermost element that has most of the prose of each element around it, or -1."""
    best, words = -1, total
    for n, e in enumerate(elements):
        if e.parent == best or best < 0:
            own = prose_before[e.end] - prose_before[e.start]
            if words and own >= MAIN_PART * words and e.end - e.start > 1:
                best, words = n, own
    return best


def _relations(elements: Sequence[Element], main: int) -> list[int]:
    """For each element where it stands from the main one, as an index of RELATIONS."""
    if main < 0:
        return [0] * len(elements)
    up: dict[int, int] = {}
    n, steps = main, 0
    while n >= 0:
        up[n] = steps
        n, steps = elements[n].parent, steps + 1
    result: list[int] = []
    for number, e in enumerate(elements):
        if number in up:
            steps = up[number]
            result.append(1 if not steps else 4 + min(steps, 4))
        else:
            above = result[e.parent] if e.parent >= 0 else 8
            result.append(min(above + 1, 4) if above <= 4 else above)
    return result


def _pictures(html: HtmlPage, n: int) -> list[int]:
    result = [0] * n
    for figure in html.figures:
        if figure.at_block < n and not result[figure.at_block]:
            result[figure.at_block] = 3
        for c in figure.captions:
            result[c] = 1
        for c in figure.credits:
            result[c] = 2
    return result


def _from_headline(elements: Sequence[Element], markup: Sequence[Markup], title: int) -> tuple[list[int], list[int]]:
    """For each block how far up from the headline stands what holds both, and how far down from that the block."""
    if title < 0:
        return [0] * len(markup), [0] * len(markup)
    line: dict[int, int] = {}
    n, steps = markup[title].element, 0
    while n >= 0:
        line[n] = steps
        n, steps = elements[n].parent, steps + 1
    ups: list[int] = []
    downs: list[int] = []
    for number, e in enumerate(elements):
        if number in line:
            ups.append(line[number])
            downs.append(0)
        else:
            ups.append(ups[e.parent] if e.parent >= 0 else 99)
            downs.append(downs[e.parent] + 1 if e.parent >= 0 else 99)
    return [_steps(ups[m.element]) for m in markup], [_steps(downs[m.element]) for m in markup]


def _steps(n: int) -> int:
    return n + 1 if n < 5 else 6 if n < 7 else 7


def _headlines(markup: Sequence[Markup], title: int) -> list[int]:
    """For each block how many h1 besides the headline stand between that and it, as an index of HEADLINES."""
    if title < 0:
        return [0] * len(markup)
    result = []
    n = 1
    for i, m in enumerate(markup):
        if i > title and m.tag == "h1":
            n = min(3, n + 1)
        result.append(n)
    return result


def _articles(elements: Sequence[Element], markup: Sequence[Markup], title: int) -> list[int]:
    """For each block in which `<article>` it stands, as an index of ARTICLES."""
    holder: list[int] = []
    all_of_them: list[int] = []
    for number, e in enumerate(elements):
        if e.tag == "article":
            all_of_them.append(number)
            holder.append(number if e.parent < 0 or holder[e.parent] < 0 else holder[e.parent])
        else:
            holder.append(holder[e.parent] if e.parent >= 0 else -1)
    if not all_of_them:
        return [0] * len(markup)
    outer = {h for h in holder if h >= 0}
    home = holder[markup[title].element] if title >= 0 else -1
    result = []
    for m in markup:
        at = holder[m.element]
        if at < 0:
            result.append(0)
        elif len(outer) == 1:
            result.append(1)
        elif home < 0:
            result.append(5)
        else:
            result.append(2 if at == home else 3 if at < home else 4)
    return result


def _in_body(blocks: Sequence[Block], body: str | None, prose: Sequence[int]) -> list[int]:
    """Whether the data's text of the story has the block's words, as an index of BODY."""
    if not body or len(body) < 200:
        return [0] * len(blocks)
    known = "".join(WORD.findall(body.casefold()))
    keys = [key(b.text[:90]) for b in blocks]
    found = [bool(k) and k in known for k in keys]
    good = [n for n, (f, words) in enumerate(zip(found, prose, strict=True)) if f and words]
    if not good:
        return [1] * len(blocks)
    first, last = good[0], good[-1]
    return [2 if f else 3 if first < n < last else 4 for n, f in enumerate(found)]


def _said(blocks: Sequence[Block], html: HtmlPage) -> list[int]:
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
