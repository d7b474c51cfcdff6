"""Whether a page of HTML is a list: of stories, of products, of what else it only points to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.markup import ARTICLE, HEADER, NAV, Html
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph

ITSELF_LINKS = 0.6  # share of what stays that is links, from which it is a list itself
FEW_WORDS = 120  # of prose: less may be what is said over a list
DATED_WORDS = 7  # the same for each card, at most, on a page with a date: a short report with others under it has more
FEW, SOME, MANY = 6, 8, 12  # cards: on a page that calls itself a list; with little prose; with more
WORDS_SAID, WORDS = 80, 25  # of prose for each card, at most: on a page that calls itself a list; on others
MOST_PROSE = 1200  # words of it, however many cards: more is a story beside them
LONG_LEAD, LEAD_WORDS = 300, 10  # words over the cards, at most, and for each card: more are a story over others
REPORT = 40  # words of prose over the cards: a short report
UNDER = 10  # lines: the byline, the date and the pictures that stand between a headline and its report
SHORT_HEADLINE, LONG_HEADLINE = 5, 6  # words that a headline over one has at least: on a page with a date; on others
SHOP = 40  # cards: more are not the things like the one that a page sells
CARD = range(3, 26)  # words
ALL_LINK = 0.8  # share of a card that is its link
TEASER = 120  # words under a card, on average, at most: more is a part of a story
SHORT_TEASER = 80  # words under any, on a page that says it is an article
NEAR, MOST = 4, 0.8  # lines behind a heading in which its date or byline stands; the share of those that have one
OPENING = 1.5  # how many times as long as that what stands over the first may be: more is how a story opens
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("CollectionPage", "SearchResultsPage", "product.group"))
PRODUCTS = frozenset(("product", "ProductGroup"))  # one that is sold, in its sizes and colours
STORIES = ("Article", "Posting")  # how the types of a story end
STAMPS = ("timestamp", "byline")
OF_COMMENTS = traits.COMMENT | traits.COMMENT_HEAD | traits.REPLY_BELOW


def why_list(page: Page, html: Html, story: Sequence[Block], *, is_dated: bool) -> str:
    """Why a page is a list, or "".

    It has many cards (linked lines of the same shape, behind the headline and outside of menus) and little prose for
    so many, or what it says stands in short pieces between them. A page that says it is an article is none, unless what
    stays of it is links or such pieces itself; nor is one with a story over its cards: they lead to others. Where this
    was tried, of 1402 articles six were called so, of 77 lists and collections 61.

    Args:
        page: a settled page of HTML.
        html: what is known of it.
        story: what stays of it.
        is_dated: whether the page gives a date, as stories have.
    """
    rows = _rows(page, html)
    cards = max(rows, key=len, default=())
    if len(cards) < FEW:
        return ""
    is_story = is_one_story(html.meta)
    if not story and not is_story:
        return f"{len(cards)} links of the same shape and no prose"
    paragraphs = [b for b in story if is_paragraph(b)]
    if teasers := max([_teasers(page, row, paragraphs, is_story=is_story) for row in rows]):
        return f"its text is short pieces under {teasers} links of the same shape"
    if _has_report(page, cards, paragraphs, is_dated=is_dated):
        return ""
    prose = sum([b.words for b in paragraphs])
    if len(cards) >= SOME and prose < FEW_WORDS and _link_share(page, story) >= ITSELF_LINKS:
        return f"what stays of it is links, and {len(cards)} are of the same shape"
    if is_story:
        return ""
    said = frozenset(html.meta.types)
    if (named := sorted(said & LISTS)) and prose < WORDS_SAID * len(cards):
        return f"the page's data calls it {named[0]}, and it has {len(cards)} links of the same shape"
    if not said.isdisjoint(PRODUCTS) or (_is_one_product(said) and len(cards) < SHOP):
        return ""
    few = min(FEW_WORDS, DATED_WORDS * len(cards)) if is_dated else FEW_WORDS
    most = 0 if is_dated else min(WORDS * len(cards), MOST_PROSE)
    is_lead = _words_over(cards, paragraphs) < max(few, min(LEAD_WORDS * len(cards), LONG_LEAD))
    if (prose < few and len(cards) >= SOME) or (prose < most and len(cards) >= MANY and is_lead):
        return f"{len(cards)} links of the same shape and {prose} words of prose"
    return ""


def is_one_story(meta: Metadata) -> bool:
    """Whether the page's data are of one story or video; og:type says so of whole sites, and counts with a date."""
    is_dated = meta.date_published is not None
    return any(
        kind.endswith(STORIES) or kind.startswith("video") or (kind == "article" and is_dated) for kind in meta.types
    )


def _rows(page: Page, html: Html) -> list[list[int]]:
    """Where the linked lines of each shape stand, and the linked headings: behind the headline, outside of menus.

    Those that lead to a place on the same page are its contents, those of comments lead to who wrote them, and those
    that say mostly the same are buttons.
    """
    rows: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    for b, link, mark in zip(page.blocks, page.links, html.markup, strict=True):
        if link.link_share <= ALL_LINK or link.url is None or b.number <= page.title:
            continue
        if b.traits & OF_COMMENTS or mark.places & NAV or (mark.places & HEADER and not mark.places & ARTICLE):
            continue
        if mark.tag in HEADINGS:
            rows["", "", 0].append(b.number)
        if b.words in CARD:
            element = html.elements[mark.element]
            rows[mark.tag, element.name, element.depth].append(b.number)
    return [row for row in rows.values() if len({page.blocks[n].key for n in row}) >= FEW]


def _words_over(cards: Sequence[int], paragraphs: Sequence[Block]) -> int:
    """How many words of prose stand over three quarters of the cards or more."""
    return sum([b.words for b in paragraphs if b.number < cards[len(cards) // 4]])


def _has_report(page: Page, cards: Sequence[int], paragraphs: Sequence[Block], *, is_dated: bool) -> bool:
    """Whether a short report stands over the cards, right under what reads as a headline; or without one, behind them.

    What a shop calls its things has fewer words than a headline.
    """
    if page.title < 0:
        return sum([b.words for b in paragraphs if b.number > cards[-1]]) >= REPORT and paragraphs[0].number > cards[-1]
    if page.blocks[page.title].words < (SHORT_HEADLINE if is_dated else LONG_HEADLINE):
        return False
    is_under = any(0 < b.number - page.title <= UNDER for b in paragraphs)
    return is_under and _words_over(cards, paragraphs) >= REPORT


def _teasers(page: Page, cards: Sequence[int], paragraphs: Sequence[Block], *, is_story: bool) -> int:
    """Under how many cards stand short paragraphs, or longer ones each with its date, if that is all its text; else 0.

    A story opens with more than what it says under each of its links. `is_story`: the page says that it is one.
    """
    said = [0] * (len(cards) + 1)  # words over the first card, and between one and the next
    for b in paragraphs:
        said[bisect_left(cards, b.number)] += b.words
    under = [words for words in said[1:] if words]
    if len(under) < FEW or 2 * len(under) < len(cards):
        return 0
    mean = sum(under) / len(under)
    if said[0] > OPENING * mean or (is_story and max(said) > SHORT_TEASER):
        return 0
    return len(under) if mean <= TEASER or _are_dated(page, cards) else 0


def _are_dated(page: Page, cards: Sequence[int]) -> bool:
    """Whether most cards are linked headings with a date or a byline at them: the stories of a front page in full."""
    if page.html is None or any(page.html.markup[n].tag not in HEADINGS for n in cards):
        return False
    ends = [*cards[1:], len(page.blocks)]
    dated = [
        any(f.kind in STAMPS for fs in page.findings[n + 1 : min(n + 1 + NEAR, end)] for f in fs)
        for n, end in zip(cards, ends, strict=True)
    ]
    return sum(dated) >= MOST * len(cards)


def _link_share(page: Page, story: Sequence[Block]) -> float:
    """How much of what stays is links, as a share of its characters."""
    linked = sum([len(b.core) * page.links[b.number].link_share for b in story])
    return linked / max(1, sum([len(b.core) for b in story]))


def _is_one_product(said: frozenset[str]) -> bool:
    """Whether the page sells one thing: those like it are a list beside."""
    return "Product" in said and "ItemList" not in said and "CollectionPage" not in said
