"""Where the blocks of a page stand in its markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newsclean.article.article import TextKind
from newsclean.page.page import Block
from newsclean.read.html.addresses import absolute
from newsclean.read.html.hints import Hint, hints, named
from newsclean.read.html.tags import KIND_OF, LEAVES, NAME_OF

Attributes = Mapping[str, str | None]

# Bits of `places`: inside which parts of a page.
ARTICLE, MAIN, STORY, ASIDE, HEADER, FOOTER, NAV, FIGURE, FORM, QUOTE, BUTTON, HIDDEN = (1 << n for n in range(12))
PLACES = {
    "article": ARTICLE, "main": MAIN, "aside": ASIDE, "header": HEADER, "footer": FOOTER, "nav": NAV, "figure": FIGURE,
    "form": FORM, "blockquote": QUOTE, "button": BUTTON,
}  # fmt: skip
ROLES = {
    "main": MAIN, "article": ARTICLE, "complementary": ASIDE, "banner": HEADER, "contentinfo": FOOTER,
    "navigation": NAV, "menu": NAV, "menubar": NAV, "figure": FIGURE,
}  # fmt: skip
HINTING = frozenset(
    ("id", "role", "itemprop", "data-testid", "data-component", "data-module", "data-type")
)  # besides class

# A NamedTuple made through its own constructor takes twice the time; there are 400 a page.
_new = tuple.__new__
UNMEASURED = tuple(Block._field_defaults.values())  # the fields of a block that later steps fill


class Element(NamedTuple):
    """A block-level element that holds blocks or pictures, itself or deeper."""

    parent: int  # index of the element around it; -1 for the outermost
    tag: str
    name: str  # its first class name
    depth: int  # elements around it
    own: tuple[Hint, ...]  # what its own attributes say
    hints: tuple[Hint, ...]  # that, then what those of the elements around it say, nearest first; each kind once
    places: int  # bits: inside which parts of the page
    start: int  # what it holds is blocks[start:end]
    end: int


class Markup(NamedTuple):
    """What the markup says of one block."""

    tag: str  # of the innermost block-level element
    element: int  # index of that element
    container: int  # index of the nearest element that holds other blocks too: siblings share it
    hints: tuple[Hint, ...]  # of inline markup around all of it, then as those of its element
    places: int  # as those of its element
    link_share: float  # share of its characters inside links
    n_links: int
    url: str | None  # of its link, where it has just one, or several to the same place
    anchor: str  # the text of its links

    @property
    def in_article(self) -> bool:
        """Whether it stands in what the page calls its article or main part."""
        return bool(self.places & (ARTICLE | MAIN | STORY))

    @property
    def in_aside(self) -> bool:
        return bool(self.places & ASIDE)

    @property
    def in_header(self) -> bool:
        return bool(self.places & HEADER)

    @property
    def in_footer(self) -> bool:
        return bool(self.places & FOOTER)

    @property
    def in_nav(self) -> bool:
        return bool(self.places & NAV)

    @property
    def is_hidden(self) -> bool:
        """Whether a reader sees it only after pressing something, if at all."""
        return bool(self.places & HIDDEN)


# As the walk writes them down. A line: its text, what of it is inside links, how many links, their address if all have
# the same, the hints of an inline element that holds all of it. A block: the number of its element, whether a blank
# line stands before it, whether it is a row of a table, its line. They are plain tuples, since so many are made.
Line = tuple[str, str, int, str | None, tuple[Hint, ...]]
Mark = tuple[int, bool, bool, Line]
# An element: itself, its attributes, whether it is hidden, its own number, that of the element around it, those of its
# first block and of one after its last. A list: the last four come late, and where nothing is seen in it never; then
# its number is -1.
Tag = list[Any]


def path(elements: Sequence[Element], number: int, steps: int = 5) -> str:
    """An element's name and those of the elements close around it: “main > article.story > p”."""
    names: list[str] = []
    while number >= 0 and len(names) < steps:
        element = elements[number]
        names.append(f"{element.tag}.{element.name}" if element.name else element.tag)
        number = element.parent
    return " > ".join(reversed(names))


def read_elements(tags: Iterable[Tag]) -> tuple[Element, ...]:
    """The elements of a page, each with what is said of it and of the elements around it."""
    elements: list[Element] = []
    for node, attributes, is_hidden, _, parent, start, end in tags:
        tag = NAME_OF.get(node.tag_id) or node.tag
        name = ""
        own: tuple[Hint, ...] = ()
        said: tuple[Hint, ...] = ()
        depth = places = 0
        if parent >= 0:
            _, _, _, depth, _, said, places, _, _ = elements[parent]
            depth += 1
        if tag in PLACES:
            places |= PLACES[tag]
        if is_hidden:
            places |= HIDDEN
        if attributes and depth > 1:  # what is said of all of the page says nothing
            value = attributes.get("class")
            if value:
                name, _, own = named(value)
            if not HINTING.isdisjoint(attributes):
                own, more = _marks(attributes, own)
                places |= more
            if own:
                said = merged(own, said)
        elements.append(_new(Element, (parent, tag, name, depth, own, said, places, start, end)))
    return tuple(elements)


def _marks(attributes: Attributes, own: tuple[Hint, ...]) -> tuple[tuple[Hint, ...], int]:
    """The hints of an element with those of its attributes besides class, and the part of the page that these name."""
    for attribute, value in attributes.items():
        if value and attribute in HINTING and (more := hints(value)):
            own = merged(own, more)
    places = ROLES.get(attributes.get("role") or "", 0)
    if "articleBody" in (attributes.get("itemprop") or ""):
        places |= STORY
    return own, places


def merged(own: tuple[Hint, ...], others: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """Hints of an element and then those of another, each kind once."""
    if not own or not others:
        return own or others
    kinds = [kind for kind, _ in own]
    return own + tuple([hint for hint in others if hint[0] not in kinds])


def read_blocks(
    marks: Sequence[Mark], elements: Sequence[Element], base: str | None
) -> tuple[tuple[Block, ...], tuple[Markup, ...]]:
    """The blocks of a page and their markup."""
    containers, kinds = _of_elements(elements)
    blocks = []
    markup = []
    end = -1
    for n, (number, has_margin, is_row, (text, linked, n_links, url, inner)) in enumerate(marks):
        _, tag, _, _, _, said, places, _, _ = elements[number]
        if inner:
            said = merged(inner, said)
        share, address = 0.0, None
        if n_links:
            share = min(1.0, len(linked) / len(text))
            if url:
                address = absolute(url, base)
        markup.append(_new(Markup, (tag, number, containers[number], said, places, share, n_links, address, linked)))
        gap = 1 if has_margin and n else 0
        start = end + 1 + gap
        end = start + len(text)
        blocks.append(_new(Block, (n, start, end, text, "table" if is_row else kinds[number], gap, *UNMEASURED)))
    return tuple(blocks), tuple(markup)


def _of_elements(elements: Sequence[Element]) -> tuple[list[int], list[TextKind]]:
    """For each element: the nearest one, of itself and those around it, that holds more blocks; its blocks' kind.

    The kind of a block whose element says none is that of a heading or list item around it that has nothing else in it.
    """
    containers: list[int] = []
    inherited: list[TextKind | None] = []
    kinds: list[TextKind] = []
    for number, (parent, tag, _, _, _, _, places, start, end) in enumerate(elements):
        kind = KIND_OF.get(tag)
        is_one = end - start == 1
        containers.append(containers[parent] if parent >= 0 and (is_one or tag in LEAVES) else number)
        around = (kind or inherited[parent]) if is_one and parent >= 0 else None
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
