"""What the markup of a page says of its blocks: values; newsclean/read fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.page.metadata import Metadata

# Bits of `places`: inside which parts of a page.
ARTICLE, MAIN, STORY, ASIDE, HEADER, FOOTER, NAV, FIGURE, FORM, QUOTE, BUTTON, HIDDEN = (1 << n for n in range(12))


class Hint(NamedTuple):
    """What a word of an element's attributes says."""

    kind: str  # a table of cues/html.toml
    word: str


class Links(NamedTuple):
    """The links in a block, in forms that tell of them: HTML and Markdown."""

    link_share: float = 0.0  # share of its characters inside links
    n_links: int = 0
    url: str | None = None  # of its link; of several, of the one with the most text
    anchor: str = ""  # the text of its links


NO_LINKS = Links()


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


class FigureMark(NamedTuple):
    """A picture or video of the page and what is said with it, in forms that tell: HTML and Markdown."""

    alt: str  # its alternative text, "" without
    captions: tuple[int, ...]  # indexes of the blocks that are its caption
    credits: tuple[int, ...]  # indexes of the blocks that are its credit
    at_block: int  # it stands before this block
    element: int  # index of the element that holds it and its captions; -1 in Markdown
    is_video: bool
    is_seen: bool  # a picture stands there; else only a caption, of what a script brings
    url: str | None  # its address, absolute where the page's is known; the largest where there are several
    width: int | None  # pixels, where the page says it
    told: str = ""  # the caption that an attribute holds, for a script to show


class Html(NamedTuple):
    """What is known of an HTML page besides its blocks, links and figures."""

    markup: tuple[Markup, ...]  # one for each block
    elements: tuple[Element, ...]  # in the order of their tags; Markup.element and Element.parent are indexes of it
    meta: Metadata


NO_HTML = Html((), (), Metadata())


def renumbered(figures: Sequence[FigureMark], now: Mapping[int, int]) -> tuple[FigureMark, ...]:
    """The figures of a page whose blocks have other numbers now, by those that they had."""
    return tuple(
        mark._replace(
            captions=tuple([now[n] for n in mark.captions if n in now]),
            credits=tuple([now[n] for n in mark.credits if n in now]),
            at_block=now.get(mark.at_block, mark.at_block),
        )
        for mark in figures
    )


def with_parts(html: Html, was: Sequence[int], now: Mapping[int, int]) -> Html:
    """What is known of a page of which blocks were parted.

    `was`: the number that each block has had, or that of which it is a part; `now`: the number of the first part.
    """
    return html._replace(
        markup=tuple([html.markup[n] for n in was]),
        elements=tuple(
            [e._replace(start=now.get(e.start, len(was)), end=now.get(e.end, len(was))) for e in html.elements]
        ),
    )


def merged(own: tuple[Hint, ...], others: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """Hints of an element and then those of another, each kind once."""
    if not own or not others:
        return own or others
    kinds = [kind for kind, _ in own]
    return own + tuple([hint for hint in others if hint[0] not in kinds])


def said_of_picture(mark: Markup, elements: Sequence[Element]) -> str | None:
    """`caption`, `credit` or None: what the markup says that a block is to a picture."""
    in_figure = bool(mark.places & FIGURE) or mark.tag == "figcaption"
    for hint in mark.hints:
        kind, _ = hint
        if kind == "caption":
            return "caption"
        if kind == "credit" or (in_figure and kind in ("agency", "byline")):
            element = elements[mark.element]
            is_near = hint not in element.hints or hint in element.own or hint in elements[element.parent].own
            if is_near:
                return "credit"
            if kind == "credit":
                return "caption"
    return "caption" if in_figure else None
