"""Lines that point to other stories, as data: lead-in, headline, place."""

from __future__ import annotations

import re
from typing import Any

from newsclean.assemble.verdicts import leads_elsewhere
from newsclean.page.block import Block, in_source
from newsclean.page.markup import Links
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.press.dates import date_share
from newsclean.read.meta.printed import AUTHOR_PAGE
from newsclean.rules.contact import POSTED

FEWEST_WORDS = 3  # a headline has at least so many; shorter lines of a card are labels and names
MOST_LINKS = 3  # of a card: a line with more is a row of a menu
LINKED = 0.5  # of its characters, at least: a link amid a sentence is to what that speaks of
RANK = re.compile(r"(?:#\s?)?\d{1,2}[.)]\s+(?=\D)")  # in a list of the most read


def related_stories(page: Page) -> list[dict[str, Any]]:
    """The other stories that the page points to, each once, as values for `article.RelatedStory`."""
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    lead_in: str | None = None
    for b, k in zip(page.blocks, page.kinds, strict=True):
        if k.kind != "related":
            if k.kind != "slug":
                lead_in = None
            continue
        cue = next((c for c in b.cues if c.kind == "related" and c.where in ("whole", "starts")), None)
        if cue is not None and cue.where == "whole":
            lead_in = b.core
            continue
        own_lead_in, title = _split(b) if cue is not None else (None, b.core)
        if cue is not None and own_lead_in is None and _is_over_links(page, b.number):
            lead_in = b.core
            continue
        of_card = any(f.kind in ("byline", "timestamp", "navigation") for f in page.findings[b.number])
        is_text = k.rule == "teaser.next_article" and b.ending == STOP  # of a second article, which has its headline
        if of_card or is_text or not _is_headline(b, title) or (b.key or title) in seen or leads_elsewhere(b):
            continue
        if page.html is not None and own_lead_in is None and not _is_to_story(page.links[b.number]):
            continue  # a list's title, what a card says besides its headline, a notice
        title = title[ranked.end() :] if (ranked := RANK.match(title)) else title
        seen.add(b.key or title)
        at = max(0, b.text.find(title))
        start, end = in_source(b, at, page.source), in_source(b, at + len(title) - 1, page.source) + 1
        found.append(
            {
                "title": title,
                "url": _address(page, b.number),
                "lead_in": own_lead_in or lead_in,
                "start": start,
                "end": end,
            }
        )
    return found


def _is_to_story(links: Links) -> bool:
    """Whether a line of HTML is the link to another page, and not to who wrote it."""
    if links.url is None or links.n_links > MOST_LINKS or links.link_share < LINKED:
        return False
    return AUTHOR_PAGE.search(links.url) is None


def _address(page: Page, number: int) -> str | None:
    """Where a block's link leads, in forms that tell."""
    return page.links[number].url if page.links else None


def _is_over_links(page: Page, number: int) -> bool:
    """Whether a line that is no link stands over another story that is one: “More from Orrin” is the list's title."""
    if number + 1 >= len(page.links) or page.links[number].n_links:
        return False
    return page.kinds[number + 1].kind == "related" and page.links[number + 1].n_links == 1


def _split(b: Block) -> tuple[str | None, str]:
    """Lead-in and headline of “Read more: Sea wall to be raised”."""
    for mark in (":", "：", "|", ">", "»"):
        head, found, rest = b.core.partition(mark)
        if found and rest.strip() and len(head) <= 60:
            return f"{head}{mark}".strip(), rest.strip(" >»|")
    return None, b.core


def _is_headline(b: Block, title: str) -> bool:
    if b.words < FEWEST_WORDS or date_share(b.folded) > 0.6 or POSTED.match(title):
        return False
    return not (b.ending == STOP and b.words > 25) and len(title) > 5
