"""The sections of a page outside its story: where they begin, what belongs to one, which lines are of cards or tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.markup import ARTICLE, FOOTER, NAV
from newsclean.page.page import Page
from newsclean.page.traits import CUE_OF
from newsclean.rules import SECTIONS

HEADS = 0.6  # share of a line that is a phrase: “Read more: …” with its headline heads nothing
ENTRY_WORDS, BUTTON_WORDS = 6, 4  # of a line of a menu; of what stands under “Share”
OVER_BYLINE = 3  # lines over a byline that are of the headline: label, headline, role
HEAD, HEAD_REACH = 6, 12  # lines under the headline, and before the first paragraph, for byline and date
TAGGED = ("navigation", "related")  # kinds of titles under which tags may stand
MAY_HEAD_TAGS = CUE_OF["navigation"] | CUE_OF["related"]
MAY_BE_TAGS = ("navigation", "kicker")  # what tags may look like: names of sections
TAG_WORDS, TAG_ROW = 3, 3  # words of a tag; lines of a row of them
CARD = range(2, 7)  # lines from one card of another story to the next
ON_CARDS = ("byline.opened", "timestamp.labelled")
OF_COMMENT = "comments.writer"  # a time over a comment follows the next as those of cards do
PROMPTS = ("promo", "ad", "paywall")  # “Learn more” under one of these is its button


def heads_section(b: Block, finding: Finding) -> bool:
    """Whether a line is the title of a section: “Most read”, “Share this”."""
    if not b.cues or finding.kind not in SECTIONS or b.words > 12:
        return False
    places = [c.where for c in b.cues if finding.kind != "related" or c.end - c.start >= HEADS * len(b.folded)]
    return "whole" in places or "starts" in places


def is_inserted(page: Page, i: int, finding: Finding) -> bool:
    """Whether a line of navigation stands in a list that goes on below it: “Show all” over the first headline."""
    below = page.findings[i + 1] if i + 1 < len(page.findings) else ()
    return finding.kind == "navigation" and not any(f.kind == "navigation" for f in below)


def fits(b: Block, section: Kind) -> bool:
    """Whether a line may be of a section of this kind: buttons and entries of menus are short."""
    if section == "share":
        return b.words <= BUTTON_WORDS
    return section != "navigation" or b.words <= ENTRY_WORDS


def is_footer(page: Page, i: int) -> bool:
    """Whether this line stands in a footer or menu: what heads a list above does not head that."""
    if page.html is None:
        return False
    places = page.html.markup[i].places
    return bool(places & (FOOTER | NAV)) and not places & ARTICLE


def is_row(b: Block) -> bool:
    """Whether a block of an HTML page is a menu that was read as one line, and no table's row."""
    return b.kind != "table" and "\t" in b.text


def head_lines(page: Page, first: int) -> int:
    """Where the headline's lines begin, by the byline or date under it and over the first paragraph; or -1."""
    for i in range(max(page.title + 1, first - HEAD_REACH), first):
        if any(f.strength == "sure" and f.kind in ("byline", "timestamp") for f in page.findings[i]):
            return -1 if 0 <= page.title >= i - OVER_BYLINE else max(0, i - OVER_BYLINE)
    return -1


def heads_tags(page: Page, i: int) -> bool:
    """Whether this line is a title such as “Topics” or “More about”, with tags under it."""
    b = page.blocks[i]
    if not b.traits & MAY_HEAD_TAGS or not any(c.kind in TAGGED and c.where == "whole" for c in b.cues):
        return False
    under = page.blocks[i + 1 : i + 4]
    return len({other.text for other in under}) == len(under) >= 2 and all(
        other.words <= TAG_WORDS
        and not other.ending
        and all(c.kind in MAY_BE_TAGS and " " not in c.phrase for c in other.cues)
        for other in under
    )


def tags(page: Page, in_story: Sequence[bool]) -> frozenset[int]:
    """The lines of rows of tags: of TAG_ROW or more lines that are short and show no sign of anything."""
    found: set[int] = set()
    row: list[int] = []
    for i, b in enumerate(page.blocks):
        if b.words <= TAG_WORDS and not in_story[i] and not b.ending and _may_be_tag(page.findings[i]):
            row.append(i)
            if i + 1 < len(page.blocks):
                continue
        if not row:
            continue
        if len({page.blocks[n].text for n in row}) == len(row) >= TAG_ROW:
            found.update(row)
        row = []
    return frozenset(found)


def _may_be_tag(findings: Sequence[Finding]) -> bool:
    return not findings or all(f.kind in MAY_BE_TAGS for f in findings)


def on_cards(page: Page, in_story: Sequence[bool]) -> frozenset[int]:
    """The bylines and dates of other stories: they follow each other a few lines apart, away from the headline."""
    places = defaultdict(list)
    for i in range(max(page.title, 0) + HEAD + 1, len(page.blocks)):
        found = [] if in_story[i] else [f.rule for f in page.findings[i] if f.rule in ON_CARDS]
        if found and not any(f.rule == OF_COMMENT for f in page.findings[i]):
            for rule in found:
                places[rule].append(i)
    return frozenset(
        i for close in places.values() for a, b in pairwise(close) if b - a in CARD and not any(in_story[a:b])
        for i in (a, b)
    )  # fmt: skip


def is_button(page: Page, i: int, in_story: Sequence[bool], before: Sequence[Finding]) -> bool:
    """Whether “Learn more” belongs to a prompt above it, since no list follows."""
    if not i or in_story[i - 1] or before[-1].kind not in PROMPTS:
        return False
    return i + 1 == len(page.blocks) or in_story[i + 1]
