"""What goes with the story on an HTML page: lines beside one of its lines, in elements that are alike.

The path lets go of a story on a page full of furniture, paragraph by paragraph, each less likely than the last.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.markup import ASIDE, FOOTER, NAV
from newsclean.page.page import Page
from newsclean.page.prose import is_said
from newsclean.settle.between import line_before
from newsclean.settle.certain import is_plain_paragraph, speaks_nothing
from newsclean.settle.least import LEAST

LINKED = 0.6  # of a paragraph's characters in links: no prose
HOMELESS = ("p", "li", "ul", "ol")  # elements that are no part of a page by themselves
CLIMB = 4  # such elements inside each other
FAR = 25  # lines of an HTML page between a headline and its lead


def with_siblings(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays of an HTML page, with the plain paragraphs beside one that stays, of one shape and in one element.

    The path lets go of a story on a page full of furniture, paragraph by paragraph, each less likely than the last. A
    short sentence, or a plain list, goes with the sentence over it, also over a call to the reader, and a list whole.
    """
    found, least, last = list(stays), LEAST[page.prefer].sibling, LEAST[page.prefer].last
    n = len(found)
    paragraphs = [_is_unlinked(page, i) for i in range(n)]
    shorts = [_is_plain_short(page, i) for i in range(n)]
    for i in (*range(1, n), *range(n - 2, -1, -1)):
        alike = paragraphs if paragraphs[i] else shorts
        if found[i] or not alike[i]:
            continue
        if chances[i] >= least or page.blocks[i].kind == "list_item":
            beside = (k for k in (line_before(page, i), i + 1) if 0 <= k < n)
            found[i] = any(found[k] and alike[k] and _are_siblings(page, i, k) for k in beside)
        if not found[i] and alike is shorts and chances[i] >= last:
            found[i] = _is_under_sentence(page, i, found)
    for i in _opening_siblings(page, found, paragraphs):
        found[i] = True
    return found


def _opening_siblings(page: Page, stays: Sequence[bool], paragraphs: Sequence[bool]) -> range:
    """The first paragraphs between headline and story that are siblings: the lead of a live page, over its entries.

    `paragraphs`: which blocks are such, and no links. One alone is sooner a standfirst, or a caption.
    """
    if not any(stays) or page.title < 0:
        return range(0)
    within = next((i for i, stay in enumerate(stays) if stay and i > page.title), len(stays))
    for i in range(page.title + 1, min(within, page.title + FAR)):
        if paragraphs[i] and _stands_in_page(page, i):
            stop = i + 1
            while stop < within and paragraphs[stop] and _are_siblings(page, i, stop):
                stop += 1
            if stop - i > 1:
                return range(i, stop)
    return range(0)


def _stands_in_page(page: Page, i: int) -> bool:
    return page.html is not None and not page.html.markup[i].places & (ASIDE | NAV | FOOTER)


def _is_unlinked(page: Page, i: int) -> bool:
    return is_plain_paragraph(page, i) and page.links[i].link_share <= LINKED


def _is_plain_short(page: Page, i: int) -> bool:
    """Whether a block is a short sentence or an entry of a list against which nothing speaks, and no link."""
    b = page.blocks[i]
    is_short = (b.kind == "list_item" or is_said(b)) and page.links[i].link_share <= LINKED
    return is_short and speaks_nothing(b, page.findings[i], page.title)


def _is_under_sentence(page: Page, i: int, stays: Sequence[bool]) -> bool:
    """Whether a block stands under a sentence that stays, perhaps over an insert: in one element, or two alike."""
    last = line_before(page, i)
    if last < 0 or not stays[last]:
        return False
    is_told = page.blocks[last].kind == "paragraph" and is_said(page.blocks[last])
    return is_told and page.links[last].link_share <= LINKED and _are_alike(page, _home(page, i), _home(page, last))


def _home(page: Page, i: int) -> int:
    """The element in which a block's paragraph or list stands; of a list deep inside of others one on the way to it.

    An element that holds nothing but the block is as good as a paragraph.
    """
    n = page.html.markup[i].element if page.html else -1
    for _ in range(CLIMB):
        if page.html is None or n < 0:
            break
        e = page.html.elements[n]
        if e.tag not in HOMELESS and e.end - e.start > 1:
            break
        n = e.parent
    return n


def _are_siblings(page: Page, i: int, k: int) -> bool:
    """Whether two blocks are of one element, or of two with one tag and class in the same."""
    return page.html is not None and _are_alike(page, *(page.html.markup[n].element for n in (i, k)))


def _are_alike(page: Page, one: int, other: int) -> bool:
    """Whether two elements are one, or have one tag and class in the same."""
    if one == other or page.html is None or min(one, other) < 0:
        return one == other
    a, b = page.html.elements[one], page.html.elements[other]
    return (a.parent, a.tag, a.name) == (b.parent, b.tag, b.name)
