"""Where the blocks of a page stand in its markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from selectolax.lexbor import LexborNode

from newsclean.article.kinds import TextKind
from newsclean.page.block import UNMEASURED, Block
from newsclean.page.made import made
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
    NO_LINKS,
    QUOTE,
    STORY,
    Element,
    Hint,
    Links,
    Markup,
    merged,
)
from newsclean.read.html.addresses import absolute
from newsclean.read.html.hints import NAMED, Named
from newsclean.read.html.tags import KIND_OF, LEAVES, NAME_OF

Attributes = Mapping[str, str | None]

# Inside which parts of a page what stands in these tags is:
PLACE_OF_TAG = {
    "article": ARTICLE, "main": MAIN, "aside": ASIDE, "header": HEADER, "footer": FOOTER, "nav": NAV, "figure": FIGURE,
    "form": FORM, "blockquote": QUOTE, "button": BUTTON,
}  # fmt: skip
PLACE_OF_ROLE = {
    "main": MAIN, "article": ARTICLE, "complementary": ASIDE, "banner": HEADER, "contentinfo": FOOTER,
    "navigation": NAV, "menu": NAV, "menubar": NAV, "figure": FIGURE,
}  # fmt: skip
HINTING = frozenset(
    ("id", "role", "itemprop", "data-testid", "data-component", "data-module", "data-type")
)  # besides class


# As the walk writes them down. A line: its text, what of it is inside links, how many links, their address if all have
# the same, the hints of an inline element that holds all of it. A block: the number of its element, whether a blank
# line stands before it, whether it is a row of a table, its line. They are plain tuples, since so many are made.
Line = tuple[str, str, int, str | None, tuple[Hint, ...]]
Mark = tuple[int, bool, bool, Line]
# An element: itself, its attributes, what its class names say, whether it is hidden, its own number, that of the
# element around it, those of its first block and of one after its last. A list: the last four come late, and where
# nothing is seen in it never; then its number is -1.
Tag = list[Any]
NODE, ATTRIBUTES, SAID, IS_HIDDEN, NUMBER, AROUND, FIRST, BEHIND = range(8)
# What an Element begins with, up to `places`, and what it ends with: the blocks that it holds, [start:end].
Outline = tuple[int, str, str, int, tuple[Hint, ...], tuple[Hint, ...], int]
Span = tuple[int, int]
PARENT: Final = 0  # of an Outline


def tag_of(node: LexborNode, attributes: Attributes, said: Named, *, is_hidden: bool = False) -> Tag:
    """An element that opens, of whose class names this is said: nothing is seen in it yet."""
    return [node, attributes, said, is_hidden, -1, -1, 0, 0]


def read_outlines(tags: Iterable[Tag]) -> list[Outline]:
    """The elements of a page, each with what is said of it and of the elements around it."""
    outlines: list[Outline] = []
    for node, attributes, named, is_hidden, _, parent, _, _ in tags:
        tag = NAME_OF.get(node.tag_id) or node.tag
        name = ""
        own: tuple[Hint, ...] = ()
        said: tuple[Hint, ...] = ()
        depth = places = 0
        if parent >= 0:
            _, _, _, depth, _, said, places = outlines[parent]
            depth += 1
        if tag in PLACE_OF_TAG:
            places |= PLACE_OF_TAG[tag]
        if is_hidden:
            places |= HIDDEN
        if attributes and depth > 1:  # what is said of all of the page says nothing
            name, _, own = named
            if not HINTING.isdisjoint(attributes):
                own, more = _marks(attributes, own)
                places |= more
            if own:
                said = merged(own, said)
        outlines.append((parent, tag, name, depth, own, said, places))
    return outlines


def _marks(attributes: Attributes, own: tuple[Hint, ...]) -> tuple[tuple[Hint, ...], int]:
    """The hints of an element with those of its attributes besides class, and the part of the page that these name."""
    for attribute, value in attributes.items():
        if value and attribute in HINTING and (more := NAMED[value].hints):
            own = merged(own, more)
    places = PLACE_OF_ROLE.get(attributes.get("role") or "", 0)
    if "articleBody" in (attributes.get("itemprop") or ""):
        places |= STORY
    return own, places


def read_elements(outlines: Sequence[Outline], spans: Iterable[Span]) -> tuple[Element, ...]:
    """The elements of a page, with the blocks that each holds."""
    return tuple([made(Element, (*outline, *span)) for outline, span in zip(outlines, spans, strict=True)])


def read_blocks(
    marks: Sequence[Mark], outlines: Sequence[Outline], spans: Sequence[Span], base: str | None
) -> tuple[tuple[Block, ...], tuple[Markup, ...], tuple[Links, ...]]:
    """The blocks of a page, their markup and their links."""
    containers, kinds = _of_elements(outlines, spans)
    blocks = []
    markup = []
    links = []
    end = -1
    for n, (number, has_margin, is_row, (text, linked, n_links, url, inner)) in enumerate(marks):
        _, tag, _, _, _, said, places = outlines[number]
        if inner:
            said = merged(inner, said)
        links.append(_links(text, linked, n_links, url and absolute(url, base)) if n_links else NO_LINKS)
        markup.append(made(Markup, (tag, number, containers[number], said, places)))
        gap = 1 if has_margin and n else 0
        start = end + 1 + gap
        end = start + len(text)
        kind = "table" if is_row else kinds[number]
        blocks.append(made(Block, (n, start, end, text, kind, gap, *UNMEASURED)))
    return tuple(blocks), tuple(markup), tuple(links)


def _links(text: str, linked: str, n_links: int, url: str | None) -> Links:
    return made(Links, (min(1.0, len(linked) / len(text)), n_links, url or None, linked))


def _of_elements(outlines: Sequence[Outline], spans: Sequence[Span]) -> tuple[list[int], list[TextKind]]:
    """For each element: the nearest one, of itself and those around it, that holds more blocks; its blocks' kind.

    The kind of a block whose element says none is that of a heading or list item around it that has nothing else in it.
    """
    containers: list[int] = []
    inherited: list[TextKind | None] = []
    kinds: list[TextKind] = []
    for number, ((parent, tag, _, _, _, _, places), (start, end)) in enumerate(zip(outlines, spans, strict=True)):
        kind = KIND_OF.get(tag)
        around = None
        container = number
        if parent >= 0:
            if end - start == 1:
                container, around = containers[parent], kind or inherited[parent]
            elif tag in LEAVES:
                container = containers[parent]
        containers.append(container)
        inherited.append(around)
        kinds.append(kind or around or ("quote" if places & QUOTE else "paragraph"))
    return containers, kinds


def shown(
    blocks: Sequence[Block], elements: tuple[Element, ...], markup: tuple[Markup, ...]
) -> tuple[tuple[Element, ...], tuple[Markup, ...]]:
    """Without the mark of what is hidden, if that is most of the page: it only waits for a script or a dialogue."""
    hidden = sum([len(b.text) for b, m in zip(blocks, markup, strict=True) if m.places & HIDDEN])
    if 2 * hidden < sum([len(b.text) for b in blocks]):
        return elements, markup
    return (
        tuple([e._replace(places=e.places & ~HIDDEN) for e in elements]),
        tuple([m._replace(places=m.places & ~HIDDEN) for m in markup]),
    )
