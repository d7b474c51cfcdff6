"""Where the story of a text lies: plain prose from the headline to the story's last line, and right behind that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_prose
from newsclean.page.shape import COLON, STOP
from newsclean.settle.behind import goes_on, list_behind
from newsclean.settle.between import line_before, with_gaps
from newsclean.settle.certain import is_plain, is_plain_paragraph, speaks_nothing, sure
from newsclean.settle.least import LEAST

HEAD = 12  # lines between a headline and its story, without what is sure to go, and without paragraphs
PICTURED = ("caption", "credit")
LEAD = 14  # words of a text's first line that is no menu, nor the site's name


def with_plain(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays, with the plain prose from the headline to the story's last line and right behind that.

    Only where no markup tells more.
    """
    found = with_gaps(page, stays, chances)
    blocks, least = page.blocks, LEAST[page.prefer]
    within = [i for i, stay in enumerate(stays) if stay]
    if not within:
        return found
    first, last = _first_under_head(page, within[0]), within[-1]
    top = _pictures_over(page)
    for i in range(top, first if page.title < 0 else 0):  # a text without headline opens with its story
        if not is_plain_paragraph(page, i) and (i or not _is_lead(page)):
            break
        found[i], first = True, top
    for i in _sentences_under_title(page, within[0], chances):
        found[i] = True
    opening = next(
        (i for i in range(first, within[0]) if is_plain_paragraph(page, i)), -1
    )  # straight under the headline
    for i in range(first, last):
        if is_plain(blocks[i], page.findings[i], page.title):
            is_long = blocks[i].words >= PARAGRAPH_WORDS
            enough = least.inside if i > within[0] else least.opening if is_long else least.between
            is_inside = i == opening or chances[i] >= enough or (is_long and found[line_before(page, i)])
            is_beside = is_long or found[line_before(page, i)] or (i > within[0] and chances[i] >= least.between)
            found[i] = found[i] or (is_inside and is_beside)
    while (
        first > 0
        and chances[first - 1] >= least.opening
        and is_plain(blocks[first - 1], page.findings[first - 1], page.title)
    ):
        first -= 1
        found[first] = True
    if len(blocks) > 1 and blocks[1].gap < 0 and chances[0] >= least.opening and is_plain_paragraph(page, 0):
        found[0] = True  # one long line opens with a sentence: a caption would have something over it
    found = with_gaps(page, found, chances)
    if len(blocks) > 1 and blocks[1].gap < 0:
        found = _with_sentences(page, found)
    while further := goes_on(page, last, chances) or list_behind(page, last, chances):
        for i in further:
            found[i] = True
        last = further[-1]
    return found


def _first_under_head(page: Page, first: int) -> int:
    """The line from which on a story is looked for over its first: under the headline, if little stands between."""
    if not 0 <= page.title < first:
        return first
    others = [sure(page.findings[i]) is None and not is_plain_paragraph(page, i) for i in range(page.title, first)]
    return page.title + 1 if sum(others) <= HEAD else first


def _sentences_under_title(page: Page, first: int, chances: Sequence[float]) -> list[int]:
    """The plain sentences over the story's first line, if nothing but lines of the head stands between them and it.

    Where all of these are sure to go, less of a chance is enough.
    """
    found: list[int] = []
    at = line_before(page, first)
    while at > page.title >= 0 and is_plain(page.blocks[at], page.findings[at], page.title):
        found.append(at)
        at = line_before(page, at)
    head = range(page.title + 1, at + 1)
    if not found or len(head) > HEAD or any(is_prose(page.blocks[i]) and not sure(page.findings[i]) for i in head):
        return []
    least = LEAST[page.prefer]
    enough = least.hinted if any(sure(page.findings[i]) is None for i in head) else least.inside
    return found if min(chances[i] for i in found) >= enough else []


def _with_sentences(page: Page, stays: Sequence[bool]) -> list[bool]:
    """What stays of one long line, with the sentences right before its first piece that stays, and single ones amid."""
    found = list(stays)
    first = found.index(True)
    while first - 1 > page.title and _is_plainly_said(page, first - 1):
        first -= 1
        found[first] = True
    for i in range(first + 1, len(found) - 1):
        found[i] = found[i] or (found[i - 1] and found[i + 1] and _is_plainly_said(page, i))
    return found


def _is_plainly_said(page: Page, i: int) -> bool:
    """Whether a piece ends like a sentence, and nothing speaks against it."""
    return page.blocks[i].ending == STOP and speaks_nothing(page.blocks[i], page.findings[i], page.title)


def _pictures_over(page: Page) -> int:
    """How many lines at a page's top are surely the captions and credits of its first picture."""
    kinds = (finding.kind if (finding := sure(found)) else None for found in page.findings)
    return sum(1 for _ in takewhile(PICTURED.__contains__, kinds))


def _is_lead(page: Page) -> bool:
    """Whether a text's first line is as long as no line of a menu: its lead or standfirst, though it has no stop."""
    b = page.blocks[0]
    return b.words >= LEAD and b.ending != COLON and speaks_nothing(b, page.findings[0]) and not b.cues
