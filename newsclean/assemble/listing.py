"""Whether a page is a list: of stories, of products, of what else it only points to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.page.block import Block
from newsclean.page.markup import HEADER, NAV, Html
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_sentence
from newsclean.page.shape import NONE

ITSELF_LINKS = 0.6  # share of what stays that is links, from which it is a list itself
FEW_WORDS = 120  # of prose: less may be what is said over a list
FEW, SOME, MANY = 6, 8, 12  # cards: on a page that calls itself a list; with little prose; with more
WORDS_SAID, WORDS = 80, 25  # of prose for each card, at most: on a page that calls itself a list; on others
MOST_PROSE = 1200  # words of it, however many cards: more is a story beside them
SHOP = 40  # cards: more are not the things like the one that a page sells
CARD = range(3, 26)  # words
ALL_LINK = 0.8  # share of a card that is its link
HEADLINE = range(4, 21)  # words of a line of a text that may be one
LIKE_HEADLINES = 0.8  # share of the lines
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("CollectionPage", "SearchResultsPage", "product.group"))
STORIES = ("Article", "Posting")  # how the types of a story end


def why_list(page: Page, html: Html, story: Sequence[Block]) -> str:
    """Why a page is a list, or "".

    It has many cards (linked lines of the same shape, outside of menus) and little prose for so many. A page that says
    it is an article is none, unless what stays of it is links itself; nor is one with a date and more than a little
    prose: that is an article with a long list beside it. Where this was tried, of 1402 articles eleven were called
    so, of 77 lists and collections 51.

    Args:
        page: a settled page of HTML.
        html: what is known of it.
        story: what stays of it.
    """
    cards = _cards(page, html)
    if cards < FEW:
        return ""
    prose = sum([b.words for b in story if is_paragraph(b)])
    if cards >= SOME and prose < FEW_WORDS and _link_share(page, story) >= ITSELF_LINKS:
        return f"what stays of it is links, and {cards} are of the same shape"
    said = frozenset(html.meta.types)
    if _is_one_story(html.meta):
        return ""
    if (named := sorted(said & LISTS)) and prose < WORDS_SAID * cards:
        return f"the page's data calls it {named[0]}, and it has {cards} links of the same shape"
    if _is_one_product(said) and cards < SHOP:
        return ""
    is_list_with_prose = cards >= MANY and prose < min(WORDS * cards, MOST_PROSE) and html.meta.date_published is None
    if (prose < FEW_WORDS and cards >= SOME) or is_list_with_prose:
        return f"{cards} links of the same shape and {prose} words of prose"
    return ""


def why_headlines(page: Page, story: Sequence[Block]) -> str:
    """Why a page that is no HTML is a list, or "".

    What stays of it is links, in Markdown, or headlines without a sentence.

    Args:
        page: a settled page of text or Markdown.
        story: what stays of it.
    """
    if page.links:
        cards = sum([page.links[b.number].link_share > ALL_LINK and b.words in CARD for b in story])
        prose = sum([b.words for b in story if is_paragraph(b) and page.links[b.number].link_share <= ALL_LINK])
        is_list = cards >= SOME and prose < min(WORDS * cards, MOST_PROSE // 2)
        return f"{cards} links and {prose} words of prose" if is_list else ""
    headlines = sum([b.ending == NONE and b.words in HEADLINE and not b.core[0].islower() for b in story])
    if headlines < SOME or headlines < LIKE_HEADLINES * len(story) or any(map(is_sentence, story)):
        return ""
    return f"{headlines} lines like headlines, and no sentence"


def _is_one_story(meta: Metadata) -> bool:
    """Whether the page's data are of one story or video; og:type says so of whole sites, and counts with a date."""
    is_dated = meta.date_published is not None
    return any(
        kind.endswith(STORIES) or kind.startswith("video") or (kind == "article" and is_dated) for kind in meta.types
    )


def _cards(page: Page, html: Html) -> int:
    """How many linked lines of the same shape it has, outside of menus, or linked headings."""
    shapes: Counter[tuple[str, str, int]] = Counter()
    headings = 0
    for b, link, mark in zip(page.blocks, page.links, html.markup, strict=True):
        if link.link_share <= ALL_LINK or mark.places & (NAV | HEADER):
            continue
        headings += mark.tag in HEADINGS
        if b.words in CARD:
            element = html.elements[mark.element]
            shapes[mark.tag, element.name, element.depth] += 1
    return max(headings, max(shapes.values(), default=0))


def _link_share(page: Page, story: Sequence[Block]) -> float:
    """How much of what stays is links, as a share of its characters."""
    linked = sum([len(b.core) * page.links[b.number].link_share for b in story])
    return linked / max(1, sum([len(b.core) for b in story]))


def _is_one_product(said: frozenset[str]) -> bool:
    """Whether the page sells one thing: those like it are a list beside."""
    return "product" in said or ("Product" in said and "ItemList" not in said and "CollectionPage" not in said)
