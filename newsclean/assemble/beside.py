"""What stands beside a line with a name: a label, a date, a role, the same name again."""

from __future__ import annotations

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.persons import MARK, as_listed, is_told_of, may_be_person, without_mark
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share
from newsclean.read.meta.authors import printed_names
from newsclean.read.meta.byline_patterns import patterns

MOST = 6  # names in one byline
ABOVE, BELOW = 4, 12  # lines around the headline in which a byline belongs to it
DATE = 0.5  # how much of a line beside a name is a date
SHORT = 12  # words of a name with its role or date
HEADING = 4  # words of a line that says what the name below it did
JOINED = (",", "&")  # behind a name of a column, if another follows
UNDER = 4  # lines under the headline in which whatever names somebody and his role, house or date is its byline
DASHES = "-–—"
TWICE = 8  # lines below the headline in which a name that stands twice is its author's


def stands_as_byline(page: Page, n: int) -> bool:
    """Whether a name alone stands where one stands as a byline: under a label, or beside a date or his role."""
    if is_under_label(page, n) or _is_in_column(page, n):
        return True
    is_byline = page.kinds[n].kind == "byline"
    if is_byline and page.kinds[n].rule.startswith("markup."):
        return True
    if is_byline and 0 <= page.title < n <= page.title + TWICE and _is_twice(page, n):
        return True
    beside = (n + 1, n - 1, n + 2, n - 2) if is_byline else (n + 1, n - 1)
    if any(says_when(page.blocks[m]) for m in beside if 0 <= m < len(page.blocks)):
        return True
    if (is_byline or is_unseen(page, n)) and is_over_stamp(page, n):
        return True
    below = page.blocks[n + 1] if n + 1 < len(page.blocks) else None
    return is_byline and below is not None and is_role(below)


def is_under_label(page: Page, n: int) -> bool:
    """Whether “By”, “About the author” or the like stands alone on the line above."""
    if n == 0:
        return False
    above = page.blocks[n - 1]
    is_by = patterns().by.fullmatch(without_mark(above.core)) is not None
    labels = ("byline", "author_bio") if page.kinds[n - 1].kind == "author_bio" else ("byline",)
    return is_by or any(c.kind in labels and c.where == "whole" for c in above.cues)


def _is_in_column(page: Page, n: int) -> bool:
    """Whether nothing but names stands between a name and the “By” above it, or the date below it."""
    up, down = n - 1, n + 1
    while up > 0 and n - up < MOST and _is_bare_name(page, up):
        if is_under_label(page, up):
            return True
        up -= 1
    while down < len(page.blocks) and down - n < MOST and _is_bare_name(page, down):
        down += 1
    return n + 1 < down < len(page.blocks) and page.kinds[n].kind == "byline" and is_over_stamp(page, down - 1)


def is_unseen(page: Page, n: int) -> bool:
    """Whether a name that was taken for a menu's stands at the headline, under “By” or right over the page's stamp."""
    kind, line = page.kinds[n].kind, page.blocks[n].core
    if kind not in ("byline", "other", "navigation") and not (kind == "share" and is_under_title(page, n)):
        return False
    is_near = 0 <= page.title < n <= page.title + BELOW and " " in line
    if MARK.match(line):
        return is_near and (is_over_stamp(page, n) or _is_in_column(page, n))
    return is_under_label(page, n) or (is_near and (_is_in_column(page, n) or is_over_stamp(page, n)))


def is_under_title(page: Page, n: int) -> bool:
    """Whether a line stands close under the headline."""
    return 0 <= page.title < n <= page.title + UNDER


def _is_bare_name(page: Page, n: int) -> bool:
    b = page.blocks[n]
    if b.core.endswith(JOINED):
        return page.kinds[n].kind not in ("caption", "credit", "title") and may_be_person(as_listed(b.core))
    return page.kinds[n].kind in ("byline", "other", "navigation") and may_be_person(b.core)


def is_beside_story(page: Page, n: int) -> bool:
    """Whether a line of HTML stands in the element that holds the paragraph above it."""
    return page.html is not None and page.html.markup[n].container == page.html.markup[n - 1].container


def is_label_of_other_work(b: Block) -> bool:
    """Whether a line says what else the one named below it did: “Edited by”, not “Photo: Jo Doe”."""
    other = patterns().other_work.match(b.core)
    return other is not None and not any(name[0].isupper() for name in printed_names(b.core[other.end() :]))


def is_pictured(page: Page, n: int) -> bool:
    """Whether a name stands right over a credit, and the story tells of it, or another name stands under that.

    It says who is in the picture.
    """
    if n + 1 >= len(page.kinds) or page.kinds[n + 1].kind != "credit":
        return False
    below = page.blocks[n + 2 : n + 3]
    return any(may_be_person(b.core) for b in below) or is_told_of(page, page.blocks[n].core, n)


def is_role(b: Block) -> bool:
    return b.words <= SHORT and patterns().role.search(b.core) is not None


def is_over_role(page: Page, n: int) -> bool:
    """Whether a name stands over his role and a date, as under a headline; in Korean over the role alone."""
    if n + 2 >= len(page.blocks) or not may_be_person(page.blocks[n].core):
        return False
    role = page.blocks[n + 1]
    if patterns().role_behind.fullmatch(role.core):
        return True
    return is_role(role) and role.words <= HEADING and is_over_stamp(page, n + 1)


def is_over_stamp(page: Page, n: int) -> bool:
    """Whether the line below says when the page was written, also with hours alone or a place: “Orrin - 3 May 2024”."""
    if n + 1 >= len(page.blocks):
        return False
    below = page.blocks[n + 1]
    return says_when(below) or (page.kinds[n + 1].kind == "timestamp" and below.words <= SHORT)


def _is_twice(page: Page, n: int) -> bool:
    """Whether the line stands twice, one under the other: under a portrait, and with a link to the author's page."""
    name = page.blocks[n].core  # short names have no key
    return any(page.blocks[m].core == name for m in (n - 1, n + 1) if 0 <= m < len(page.blocks))


def is_place(page: Page, n: int, name: str) -> bool:
    """Whether what stands before a date, and a dash, is where the story was written: “Puerto Orrín - 3 May 2024”.

    Its author stands right above, or the story names it; of who writes a story it seldom tells.
    """
    if page.blocks[n].core.removeprefix(name).lstrip()[:1] not in DASHES:
        return False
    above = page.blocks[n - 1].core if n and page.kinds[n - 1].kind == "byline" else ""
    if above and (may_be_person(above) or (above.isupper() and is_name(above))):
        return True
    return any(k.kind in TEXT_KINDS and name in b.core for b, k in zip(page.blocks, page.kinds, strict=True))


def says_when(b: Block) -> bool:
    return b.words <= SHORT and date_share(b.folded) >= DATE
