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
    frames = _frames(elements)
    is_said = [_is_paragraph(b) and _may_be_told(m) for b, m in zip(blocks, markup, strict=True)]
    held = Counter(frames[m.element] for m, said in zip(markup, is_said, strict=True) if said)
    false = {
        frame
        for frame, n in held.items()
        if frame >= 0 and (n >= FEWEST or (n >= FEWEST_OF_ALL and 2 * n > sum(is_said)))
    }
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


def _may_be_told(m: Markup) -> bool:
    return m.tag not in ("figcaption", "tr") and not m.places & QUOTE


def unlinked(blocks: Sequence[Block], links: tuple[Links, ...]) -> tuple[Links, ...]:
    """Without the link of blocks in a row that lead to one address, where paragraphs are among them: it was not closed.

    A card that is linked as a whole has fewer, or says the same again.
    """
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
