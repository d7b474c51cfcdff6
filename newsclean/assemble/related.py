"""Lines that point to other stories, as data: lead-in, headline, place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from newsclean.assemble.verdicts import leads_elsewhere
from newsclean.page.block import Block, in_source
from newsclean.page.markup import Links
from newsclean.page.page import Page
from newsclean.page.shape import COLON, STOP
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share
from newsclean.read.meta.printed import AUTHOR_PAGE
from newsclean.rules.contact import POSTED

IN_BRACKETS = re.compile(r"([\[【][^\[\]【】]{2,20}[\]】])\s?")  # a lead-in: “【関連記事】”, “[관련기사]”
FEWEST_WORDS = 3  # a headline has at least so many; shorter lines of a card are labels and names
FEWEST_ALONE = 4  # the same without a lead-in and a list's title: shorter lines are of menus
MOST_WORDS = 30
MOST_IN_TITLE = 6  # words of a list's title
MOST_LINKS = 3  # of a card: a line with more is a row of a menu
LINKED = 0.5  # of its characters, at least: a link amid a sentence is to what that speaks of
MARK = re.compile(r"\A(?:[*+•·▪■◆●▶►]\s+)?(?:#?\d{1,2}[.)]\s+(?=\D))?")  # of an entry, and its rank among the most read
ABBREVIATED = re.compile(r"\b[A-Z]\.\Z")  # “U.S.”


def related_stories(page: Page) -> list[dict[str, Any]]:
    """The other stories that the page points to, each once, as values for `article.RelatedStory`."""
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    over: str | None = None  # the title of the list
    for b, k in zip(page.blocks, page.kinds, strict=True):
        if k.kind != "related":
            if k.kind != "slug":
                over = None
            continue
        cue = next((c for c in b.cues if c.kind == "related" and c.where in ("whole", "starts")), None)
        lead_in, title = _split(b) if cue is not None and cue.where == "starts" else (None, b.core)
        if cue is not None and (cue.where == "whole" or (lead_in is None and _is_over_list(page, b.number))):
            over = b.core
            continue
        title = MARK.sub("", title)
        title = _glued().sub("", title)
        is_text = k.rule == "teaser.next_article" and b.ending == STOP  # of a second article, which has its headline
        if is_text or (b.key or title) in seen or not _is_story(page, b, title, lead_in, over):
            continue
        seen.add(b.key or title)
        at = max(0, b.text.find(title))
        start, end = in_source(b, at, page.source), in_source(b, at + len(title) - 1, page.source) + 1
        found.append(
            {"title": title, "url": _address(page, b.number), "lead_in": lead_in or over, "start": start, "end": end}
        )
    return found


def _is_story(page: Page, b: Block, title: str, lead_in: str | None, over: str | None) -> bool:
    """Whether a line is the headline of another story: none of a menu, a notice, a card’s other lines."""
    if not _is_headline(b, title) or leads_elsewhere(b):
        return False
    if any(f.kind in ("byline", "timestamp", "navigation") for f in page.findings[b.number]):
        return False
    if lead_in is not None:
        return True
    if over is None and b.words < FEWEST_ALONE:
        return False
    if page.html is not None:
        return _is_to_story(page.links[b.number])
    return (
        not (title[-1] in ".。" and ABBREVIATED.search(title) is None) and b.ending != COLON and not _are_names(title)
    )


def _is_to_story(links: Links) -> bool:
    """Whether a line of HTML is the link to another page, and not to who wrote it."""
    if links.url is None or links.n_links > MOST_LINKS or links.link_share < LINKED:
        return False
    return AUTHOR_PAGE.search(links.url) is None


def _address(page: Page, number: int) -> str | None:
    """Where a block's link leads, in forms that tell."""
    return page.links[number].url if page.links else None


def _is_over_list(page: Page, number: int) -> bool:
    """Whether a line stands over other stories: “More from Orrin” is their title, if it is no link over one that is."""
    if number + 1 >= len(page.blocks) or page.kinds[number + 1].kind != "related":
        return False
    if page.html is None:
        return page.blocks[number].words <= MOST_IN_TITLE
    return not page.links[number].n_links and page.links[number + 1].n_links > 0


def _are_names(title: str) -> bool:
    """Whether a line names several people, who wrote the story above it."""
    names = title.split(", ")
    return len(names) > 1 and all(" " in name and is_name(name, 4) for name in names)


def _split(b: Block) -> tuple[str | None, str]:
    """Lead-in and headline of “Read more: Sea wall to be raised”."""
    if (held := IN_BRACKETS.match(b.core)) and held.end() < len(b.core):
        return held[1], b.core[held.end() :]
    for mark in (":", "：", "|", ">", "»"):
        head, found, rest = b.core.partition(mark)
        if found and rest.strip() and len(head) <= 60:
            return f"{head}{mark}".strip(), rest.strip(" >»|")
    return None, b.core


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """How long ago it was out, glued to a headline: “Sea wall to be raised2 hours ago”."""
    return re.compile(rf"(?<=[^\W\d_])\d{{1,2}}\s\w{{1,12}}\s{one_of('ago')}\Z", re.IGNORECASE)


def _is_headline(b: Block, title: str) -> bool:
    if not FEWEST_WORDS <= b.words <= MOST_WORDS or date_share(b.folded) > 0.6 or POSTED.match(title):
        return False
    if "://" in title:
        return False
    return not (b.ending == STOP and b.words > 25) and len(title) > 5 and "©" not in title
