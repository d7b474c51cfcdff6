"""What goes with the story on an HTML page: lines beside one of its lines, in elements that are alike.

The path lets go of a story on a page full of furniture, paragraph by paragraph, each less likely than the last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsclean.page.markup import ASIDE, FOOTER, NAV, Html
from newsclean.page.page import Page
from newsclean.page.prose import is_said
from newsclean.settle.between import line_before
from newsclean.settle.certain import is_plain_paragraph, speaks_nothing
from newsclean.settle.least import LEAST

LINKED = 0.6  # of a paragraph's characters in links: no prose
HOMELESS = ("p", "li", "ul", "ol")  # elements that are no part of a page by themselves
CLIMB = 4  # such elements inside each other
FAR = 25  # lines of an HTML page between a headline and its lead
PAGE = ("html", "body")  # tags
BESIDE = 3  # elements from a lead's own up to one that holds the story as well
SEVERAL = 2  # paragraphs of the story that make an element the story's, whatever stands behind the last
UNDER_STANDFIRST = ("byline", "timestamp")  # kinds of lines


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
    for i in (*_lead(page, found, paragraphs), *_bare(page, found, paragraphs)):
        found[i] = chances[i] >= least
    return found


def _bare(page: Page, stays: Sequence[bool], paragraphs: Sequence[bool]) -> Iterator[int]:
    """Paragraphs that stand bare in an element whose others have one each, and those that go on from them.

    `<div><p>…</p><ul>…</ul>The rest.<p>…</p></div>`
    """
    told = [i for i, stay in enumerate(stays) if stay and paragraphs[i]]
    if page.html is None or not told:
        return
    elements, markup = page.html.elements, page.html.markup
    held = Counter([elements[markup[i].element].parent for i in told if elements[markup[i].element].tag == "p"])
    last = len(stays) - 1 - stays[::-1].index(True)
    bare = -1  # the element of the last such text, while it goes on
    for i, (stay, is_paragraph) in enumerate(zip(stays, paragraphs, strict=True)):
        if stay or not is_paragraph:
            bare = -1
            continue
        n = markup[i].element
        holds = held[n] if elements[n].tag != "p" else 0
        if holds >= SEVERAL or (holds and told[0] < i < last):
            bare = n
            yield i
        elif bare >= 0 and elements[n].parent == bare:
            yield i
        else:
            bare = -1


def _opening_siblings(page: Page, stays: Sequence[bool], paragraphs: Sequence[bool]) -> range:
    """The first paragraphs between headline and story that are siblings: the lead of a live page, over its entries.

    `paragraphs`: which blocks are such, and no links. One alone is sooner a standfirst, or a caption: `_lead`.
    """
    opening, within = _paragraphs_over(page, stays, paragraphs)
    for i in opening:
        stop = i + 1
        while stop < within and paragraphs[stop] and _are_siblings(page, i, stop):
            stop += 1
        if stop - i > 1:
            return range(i, stop)
    return range(0)


def _lead(page: Page, stays: Sequence[bool], paragraphs: Sequence[bool]) -> range:
    """The only paragraph between headline and story, if it is the lead in an element of its own, beside the story's.

    A standfirst has the byline or the date under it, or it is a paragraph with a class of its own.
    """
    opening, within = _paragraphs_over(page, stays, paragraphs)
    if page.html is None or len(opening) != 1 or within == len(stays):
        return range(0)
    at = opening[0]
    element = page.html.elements[page.html.markup[at].element]
    is_standfirst = element.tag == "p" and bool(element.name)
    is_standfirst |= any(f.kind in UNDER_STANDFIRST for found in page.findings[at + 1 : within] for f in found)
    return range(at, at + (not is_standfirst and _stands_beside(page.html, at, within)))


def _paragraphs_over(page: Page, stays: Sequence[bool], paragraphs: Sequence[bool]) -> tuple[list[int], int]:
    """The paragraphs between the headline and the story's first line, and where this stands."""
    if page.title < 0 or not any(stays):
        return [], len(stays)
    within = next((i for i, stay in enumerate(stays) if stay and i > page.title), len(stays))
    over = range(page.title + 1, min(within, page.title + FAR))
    return [i for i in over if paragraphs[i] and _stands_in_page(page, i)], within


def _stands_beside(html: Html, i: int, k: int) -> bool:
    """Whether a block's element or one close around it holds another block as well; not all of the page."""
    n = html.markup[i].element
    for _ in range(BESIDE):
        element = html.elements[n]
        if element.start <= k < element.end:
            return element.tag not in PAGE
        n = element.parent
        if n < 0:
            break
    return False


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
