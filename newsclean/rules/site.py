"""Lines that recur across the pages of a site, which no single page can betray: told by a `SiteProfile`.

They are asked beside the rules, where a profile is given. What a page prints of its own is left alone though it recurs:
headlines, bylines, datelines and stamps, and paragraphs but those that stand on a good part of all pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_prose, is_sentence
from newsclean.page.site import LONGEST, NAME, Line, Site, line_key

LEAST_SITE = 4  # pages of a site: of fewer nothing is known
LEAST_PAGES = 3  # that show a line: a page, its other address, and one that is neither
PROSE_PAGES, PROSE_SHARE = 4, 0.1  # the same of a sentence, and the share of all pages
LONG_WORDS, LONG_PAGES, LONG_SHARE = 60, 8, 0.5  # of a long paragraph: a notice on every other page
DAYS = 2  # between the first and the last page that shows a sentence: a story told in parts is told in a day
COPIED_WORDS, COPY_SHARE = 30, 0.5  # of paragraphs that tell a copy: teasers are shorter; share of all pages
ITS_OWN = frozenset({"title", "byline", "dateline", "timestamp", "description"})
RECURRING, STANDING = "site.recurring", "site.standing_title"
REASONS = {
    RECURRING: "It stands on many pages of the site.",
    STANDING: "The title of a column: it stands where a headline would on many pages of the site.",
}


def recurring(page: Page, site: Site, found: Sequence[Sequence[Finding]]) -> tuple[Finding | None, ...]:
    """What a site's pages say of each block of one of them; `found`: what else is found of them."""
    if site.pages < LEAST_SITE:
        return (None,) * len(page.blocks)
    lines = [_line(b, site) for b in page.blocks]
    least = COPY_SHARE * site.pages if is_copy(page.blocks, lines, site) else LEAST_PAGES
    return tuple(
        [
            None if line is None or line.pages < least else _finding(b, page, line, site, others)
            for b, line, others in zip(page.blocks, lines, found, strict=True)
        ]
    )


def _line(block: Block, site: Site) -> Line | None:
    """What is known of a block's line, where it stands on pages enough."""
    key = line_key(block.text)
    line = site.lines.get(key) if key else None
    return None if line is None or line.pages < LEAST_PAGES else line


def _finding(block: Block, page: Page, line: Line, site: Site, others: Sequence[Finding]) -> Finding | None:
    evidence = f"on {line.pages} of {site.pages} pages"
    if block.number == page.title:
        return Finding("site", evidence, "sure", STANDING) if is_standing(line) else None
    if any(f.kind in ITS_OWN for f in others):
        return None
    return Finding("site", evidence, "sure" if is_enough(block, line, site) else "hint", RECURRING)


def is_copy(blocks: Sequence[Block], lines: Sequence[Line | None], site: Site) -> bool:
    """Whether a page's story is on several pages: the same under other addresses, or printed again.

    Then what recurs on few of the pages may be of the story, and only what stands on a good part of them is furniture.
    """
    own = copied = 0
    for b, line in zip(blocks, lines, strict=True):
        if b.words >= COPIED_WORDS and len(b.text) <= LONGEST:  # a longer one is not counted
            own += b.words if line is None else 0
            copied += b.words if line is not None and line.pages < COPY_SHARE * site.pages else 0
    return copied > own


def is_standing(line: Line) -> bool:
    """Whether a line that stands where a headline would is a column's: on most pages that show it, it stands so.

    The headline of a story stands so on its own page, and on others in lists of what is new.
    """
    return line.titles >= LEAST_PAGES and 2 * line.titles > line.pages


def is_enough(block: Block, line: Line, site: Site) -> bool:
    """Whether a line recurs so often that it is furniture for sure; a sentence, or a line with other names, has to recur more often."""
    share = line.pages / site.pages
    if block.words >= LONG_WORDS:
        return line.pages >= LONG_PAGES and share >= LONG_SHARE and _is_spread(line)
    if is_sentence(block) or is_prose(block) or NAME in line_key(block.text):
        return line.pages >= PROSE_PAGES and share >= PROSE_SHARE and _is_spread(line)
    return True


def _is_spread(line: Line) -> bool:
    """Whether the pages that show a line are of several days, as far as they tell their days."""
    return line.first is None or line.last is None or line.last - line.first >= DAYS
