"""What stands inside of the story's own element on an HTML page: one that holds several of its paragraphs.

Whoever lays out a page puts the story into one element, and its inserts into elements of their own. So what stands in
this one like the story's paragraphs is the story's, whatever stands around it: of 79 such paragraphs that the path let
go of on pages of other hosts and on ours, 78 were, and of 155 such headings all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.page.markup import ASIDE, FOOTER, NAV, Html
from newsclean.page.page import Page
from newsclean.page.prose import FEWEST_WORDS, is_paragraph
from newsclean.settle.between import line_before
from newsclean.settle.certain import is_plain_paragraph, speaks_nothing
from newsclean.settle.least import LEAST

LINKED = 0.6  # of a line's characters in links: no prose
FEWEST = 3  # paragraphs of the story that make an element the story's
ROWS = ("table", "list_item")
OF_ROWS = ("table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "p", "dl", "dt", "dd")
CLIMB = 6  # elements from a row up to that in which its table stands
WRAPS = 1  # more of them that only hold the table
COPY, TAKEN = "repeat.paragraph", ("caption", "description")  # a rule; kinds that take up a sentence of the story
OTHERS = ("teaser", "navigation")  # families of rules that know the title of a list of something else

Home = tuple[int, str]
"""An element that holds several of the story's paragraphs, and the class name of these."""


def with_inside(page: Page, stays: list[bool], chances: Sequence[float]) -> list[bool]:
    """What stays of an HTML page, with what stands in the element of the story as its paragraphs do.

    Plain paragraphs anywhere in it, also where only line breaks part them; a short line of its own right between two
    lines that stay; a heading over one, also if the story's contents say it as well; rows of tables and lists amid it;
    a paragraph that a caption or standfirst takes up.
    """
    found, html = list(stays), page.html
    told = [i for i, stay in enumerate(stays) if stay and _is_told(page, i)] if html else []
    if html is None or not told:
        return found
    homes, least = _homes(html, told), LEAST[page.prefer]
    parents = frozenset(parent for parent, _ in homes)
    own = frozenset(html.markup[i].element for i in told)
    first, last = stays.index(True), len(stays) - 1 - stays[::-1].index(True)
    for i in range(len(found) - 1, -1, -1):
        if found[i] or page.links[i].link_share > LINKED:
            continue
        b, n = page.blocks[i], html.markup[i].element
        element, is_over, is_amid = html.elements[n], any(found[i + 1 : i + 2]), first < i < last
        if element.tag == "p" and is_amid and stays[line_before(page, i)] and _is_taken_up(page, i, found):
            found[i] = True
        elif n in own and is_plain_paragraph(page, i):
            found[i] = chances[i] >= least.broken
        elif chances[i] < least.sibling:
            continue
        elif b.kind == "heading":
            found[i] = is_over and element.parent in parents and _may_be_subheading(page, i)
        elif b.kind in ROWS:
            found[i] = is_amid and speaks_nothing(b, page.findings[i]) and _is_row_inside(html, n, parents)
        elif element.tag == "p" and (is_amid or (element.parent, element.name) in homes):
            is_between = is_over and i > 0 and found[i - 1] and chances[i] >= least.between
            is_like = is_plain_paragraph(page, i) or (is_between and _is_line(page, i))
            found[i] = is_like and element.parent in parents
    return found


def _homes(html: Html, told: Sequence[int]) -> frozenset[Home]:
    """The elements that hold several paragraphs of the story, with the class of these."""
    elements = [html.elements[html.markup[i].element] for i in told]
    held = Counter((e.parent, e.name) for e in elements if e.tag == "p" and not e.places & (ASIDE | NAV | FOOTER))
    return frozenset(home for home, times in held.items() if times >= FEWEST)


def _is_told(page: Page, i: int) -> bool:
    """Whether a block is a paragraph against which nothing speaks, and no link."""
    return is_plain_paragraph(page, i) and page.links[i].link_share <= LINKED


def _is_taken_up(page: Page, i: int, stays: Sequence[bool]) -> bool:
    """Whether a paragraph is only said to repeat what stands over the story and went: its standfirst, a caption."""
    b, found = page.blocks[i], page.findings[i]
    if not 0 <= b.twin < i or stays[b.twin] or not is_paragraph(b) or any(f.rule != COPY for f in found):
        return False
    return any(f.kind in TAKEN for f in page.findings[b.twin])


def _may_be_subheading(page: Page, i: int) -> bool:
    """Whether nothing says of a heading that it is surely something else, or that it heads a list of other things."""
    return not any(f.strength == "sure" or f.rule.startswith(OTHERS) for f in page.findings[i])


def _is_line(page: Page, i: int) -> bool:
    """Whether a block is a short line against which nothing speaks: “The list:”."""
    b = page.blocks[i]
    return b.words >= FEWEST_WORDS and not b.cues and speaks_nothing(b, page.findings[i])


def _is_row_inside(html: Html, n: int, parents: frozenset[int]) -> bool:
    """Whether the table or list of a row stands in one of these elements."""
    wraps = 0
    for _ in range(CLIMB):
        element = html.elements[n]
        wraps += element.tag not in OF_ROWS
        if wraps > WRAPS or element.parent < 0:
            return False
        n = element.parent
        if n in parents:
            return True
    return False
