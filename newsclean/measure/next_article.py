"""Where a second article begins behind the first, as on pages that go on for ever, or where a scraper wrote down two.

Only with proof, as a story may have parts of its own: in a text the second headline stands over a byline and a date,
in the order of what stands under the page's own, and what is told there takes up its words and not those of the page's
headline; in HTML it stands in an <article> of its own that is like the first. Seen on none of 9,293 pages wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.measure.headline_lines import FEWEST_WORDS, words_of
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.markup import Element, Html
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, COMMA, STOP
from newsclean.press.dates import date_share

HEAD = 6  # lines from a headline to its first paragraph, at most
IN_HEAD = 12  # words of a line there
DATED = 0.5  # of a line's words are of a date
LONGEST = 24  # words of a headline
TOLD = 2  # paragraphs that each of the articles has, at least
TAKEN_UP = 2  # words of the second headline in its first paragraphs
LETTERS = 3  # shorter words are in every sentence
OPENED = 5  # letters of a word that two have in common: “bridge”, “bridges”
ENTRIES = 3  # such heads with the time of day: entries of a live page
BYLINE, DATE = "b", "d"


def next_article(blocks: Sequence[Block], title: int, html: Html | None) -> int:
    """The number of the second article's headline; that behind the last block where there is none."""
    none = len(blocks)
    if title < 0:
        return none
    if html is not None:
        return _next_in_html(blocks, title, html)
    own, first = _head(blocks, title)
    if not own:
        return none
    found = []
    n_told = 0
    for i in range(first, none):
        b = blocks[i]
        if is_paragraph(b):
            n_told += 1
        elif n_told >= TOLD and b.words <= LONGEST and _may_be_headline(b):
            order, _ = _head(blocks, i)
            if own in order and {BYLINE, DATE} <= set(order):
                found.append(i)
    if not found or (len(found) >= ENTRIES and any(":" in b.core for b in blocks[found[0] + 1 : found[0] + HEAD])):
        return none
    return found[0] if _is_told_of(blocks, found[0], title) else none


def _may_be_headline(b: Block) -> bool:
    return words_of(b) > FEWEST_WORDS and b.ending not in (STOP, COLON, COMMA) and not b.cues and b.kind != "list_item"


def _head(blocks: Sequence[Block], headline: int) -> tuple[str, int]:
    """What stands between a headline and its first paragraph, a letter for byline and date each, and that one's place.

    Nothing where other lines than short ones stand there, or none is a paragraph so close below.
    """
    order = ""
    for i in range(headline + 1, min(len(blocks), headline + 1 + HEAD)):
        b = blocks[i]
        if is_paragraph(b):
            return order, i
        if b.words > IN_HEAD or b.ending == STOP:
            break
        if any(cue.kind == "byline" and cue.where == "starts" for cue in b.cues):
            order += BYLINE
        if b.traits & traits.DIGIT and date_share(b.folded) >= DATED:
            order += DATE
    return "", len(blocks)


def _is_told_of(blocks: Sequence[Block], headline: int, title: int) -> bool:
    """Whether the paragraphs under a second headline are of it, and not the first story's, which goes on there."""
    _, first = _head(blocks, headline)
    told = frozenset[str]()
    n = 0
    for b in blocks[first : first + 2 * TOLD]:
        if is_paragraph(b):
            told |= _words(b)
            n += 1
    own, others = _words(blocks[headline]) - _words(blocks[title]), _words(blocks[title]) - _words(blocks[headline])
    return n >= TOLD and len(own & told) >= TAKEN_UP and len(own & told) > len(others & told)


def _words(b: Block) -> frozenset[str]:
    """The beginnings of a block's words; of scripts without blanks its pairs of characters."""
    return frozenset([t[:OPENED] for t in b.tokens if len(t) > LETTERS or not t.isascii()])


def _next_in_html(blocks: Sequence[Block], title: int, html: Html) -> int:
    """The same in HTML: the first <article> behind the headline's which is like it, with a head and paragraphs."""
    own = _article_of(html, title)
    if own is None or _told(blocks, own) < TOLD or not _has_head(blocks, html, title, own.end):
        return len(blocks)
    for element in html.elements:
        is_like = (element.tag, element.name, element.parent) == (own.tag, own.name, own.parent)
        if is_like and element.start >= own.end and _told(blocks, element) >= TOLD:
            headline = next((i for i in range(element.start, element.end) if blocks[i].kind == "heading"), -1)
            if headline >= 0 and _has_head(blocks, html, headline, element.end):
                return headline
    return len(blocks)


def _article_of(html: Html, n: int) -> Element | None:
    """The innermost <article> around a block."""
    at = html.markup[n].element
    while at >= 0:
        if html.elements[at].tag == "article":
            return html.elements[at]
        at = html.elements[at].parent
    return None


def _told(blocks: Sequence[Block], element: Element) -> int:
    """How many paragraphs an element holds."""
    return sum([is_paragraph(b) for b in blocks[element.start : element.end]])


def _has_head(blocks: Sequence[Block], html: Html, headline: int, end: int) -> bool:
    """Whether a byline stands close under a headline: by its words, or by its markup."""
    for i in range(headline + 1, min(headline + 1 + HEAD, end)):
        if is_paragraph(blocks[i]):
            break
        is_marked = any(hint.kind == "byline" for hint in html.markup[i].hints)
        if is_marked or any(cue.kind == "byline" and cue.where == "starts" for cue in blocks[i].cues):
            return True
    return False
