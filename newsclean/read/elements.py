"""Where a block stands in the markup of its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.read.hints import Hint

# Bits of `places`: inside which parts of a page.
ARTICLE, MAIN, STORY, ASIDE, HEADER, FOOTER, NAV, FIGURE, FORM, QUOTE, HIDDEN, BUTTON = (1 << n for n in range(12))


class Element(NamedTuple):
    """A block-level element that holds blocks or pictures, itself or deeper. The elements of a page are in the order of their tags."""

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
        return bool(self.places & HIDDEN)


def path(elements: Sequence[Element], number: int, steps: int = 5) -> str:
    """An element's name and those of the elements close around it: “main > article.story > p”."""
    names: list[str] = []
    while number >= 0 and len(names) < steps:
        element = elements[number]
        names.append(f"{element.tag}.{element.name}" if element.name else element.tag)
        number = element.parent
    return " > ".join(reversed(names))
