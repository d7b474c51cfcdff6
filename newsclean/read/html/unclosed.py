"""Frames of pictures and links that hold a story: their end tag was left out, or a layout is built of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from newsclean.page.block import Block
from newsclean.page.markup import FIGURE, NO_LINKS, QUOTE, Element, Links, Markup
from newsclean.page.shape import STOP, ending

# Characters of a paragraph, in any script; so many of them stand in no picture's frame (on 649 development pages with
# figures three stand in comments only), and fewer in none that has more of them than all the page around it.
PARAGRAPH, FEWEST, FEWEST_OF_ALL = 40, 3, 2
LINKED = 0.8  # share of a block's characters inside a link


def unframed(
    blocks: Sequence[Block], elements: tuple[Element, ...], markup: tuple[Markup, ...]
) -> tuple[tuple[Element, ...], tuple[Markup, ...]]:
    """Without the mark of a picture's frame where that holds paragraphs; pictures inside of it keep theirs."""
    framed = [n for n, m in enumerate(markup) if m.places & FIGURE and _is_told(blocks[n], m)]
    if len(framed) < FEWEST_OF_ALL:
        return elements, markup
    frames = _frames(elements)
    held = Counter(frames[markup[n].element] for n in framed)
    n_told = sum(map(_is_told, blocks, markup))
    false = {frame for frame, n in held.items() if n >= FEWEST or (n >= FEWEST_OF_ALL and 2 * n > n_told)}
    if not false:
        return elements, markup
    return (
        tuple([e._replace(places=e.places & ~FIGURE) if frames[n] in false else e for n, e in enumerate(elements)]),
        tuple([m._replace(places=m.places & ~FIGURE) if frames[m.element] in false else m for m in markup]),
    )


def _frames(elements: Sequence[Element]) -> list[int]:
    """For each element the innermost one, of itself and those around it, that is marked as a picture's; -1 for none."""
    frames: list[int] = []
    for n, e in enumerate(elements):
        around = frames[e.parent] if e.parent >= 0 else -1
        is_frame = e.tag == "figure" or (around < 0 and bool(e.places & FIGURE))
        frames.append(n if is_frame else around)
    return frames


def _is_told(b: Block, m: Markup) -> bool:
    """Whether a block is a paragraph of the story, or may be one."""
    return m.tag not in ("figcaption", "tr") and not m.places & QUOTE and _is_paragraph(b)


def unlinked(blocks: Sequence[Block], links: tuple[Links, ...]) -> tuple[Links, ...]:
    """Without the link of blocks in a row that lead to one address, where paragraphs are among them: it was not closed.

    A card that is linked as a whole has fewer, or says the same again.
    """
    n_linked = sum([link.link_share >= LINKED and _is_paragraph(b) for b, link in zip(blocks, links, strict=True)])
    if n_linked < FEWEST:
        return links
    found = list(links)
    for address, row in groupby(blocks, key=lambda b: _address(links[b.number])):
        linked = list(row) if address else []
        if len({b.text for b in linked if _is_paragraph(b)}) >= FEWEST:
            for b in linked:
                found[b.number] = NO_LINKS
    return tuple(found)


def _address(link: Links) -> str:
    """Where all of a block leads to; "" if it does not."""
    return link.url if link.url and link.link_share >= LINKED else ""


def _is_paragraph(b: Block) -> bool:
    return len(b.text) >= PARAGRAPH and ending(b.text) == STOP
