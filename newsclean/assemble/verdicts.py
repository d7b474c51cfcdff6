"""What kind of page it is, and whether it shows only the beginning of its story: each with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS, PageType
from newsclean.assemble.listing import why_list
from newsclean.page.block import Block
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.page.shape import ELLIPSIS

FEW_WORDS = 120  # a story of fewer words may be what is printed under a video, a gallery, in a list
MANY_ENTRIES = 6  # times of day at the head of blocks: a live blog
MANY_PICTURES = 5  # captions: a gallery
MANY_STORIES = 12  # links to other stories: a list of them
LIVE = frozenset(("LiveBlogPosting",))
GALLERY = frozenset(("ImageGallery", "MediaGallery"))
VIDEO = frozenset(("VideoObject", "video", "video.other", "video.episode", "video.movie"))
LISTING = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"))
TIME = re.compile(r"\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\.?|uhr|h|ET|GMT|CET|BST))?\b", re.IGNORECASE)
CUT_OFF = ("…", "...", "[…]", "[...]", "(...)", "(…)")


class Verdict(NamedTuple):
    page_type: PageType
    page_type_reason: str
    truncated_reason: str  # "" for a page that shows all of its story


def verdict(page: Page, meta: Metadata | None, captions: int, stories: int) -> Verdict:
    """What kind of page it is and whether its story is cut off.

    Args:
        page: a settled page.
        meta: what an HTML page says of itself.
        captions: how many captions the page has.
        stories: to how many other stories it points.
    """
    story = [b for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS]
    kind, reason = _page_type(page, story, frozenset(meta.types if meta else ()), captions, stories)
    return Verdict(kind, reason, _why_truncated(page, story, meta))


def _page_type(
    page: Page, story: Sequence[Block], types: frozenset[str], captions: int, stories: int
) -> tuple[PageType, str]:
    if not page.source.strip():
        return "empty", "nothing is on the page"
    if said := sorted(types & LIVE):
        return "live", f"the page's data calls it {said[0]}"
    times = sum([TIME.match(b.core) is not None for b in page.blocks if b.kind != "table"])
    words = sum([b.words for b in story])
    if times >= MANY_ENTRIES and words >= 4 * FEW_WORDS and 8 * times >= len(story):
        return "live", f"{times} lines begin with a time of day"
    is_short = words < FEW_WORDS
    if is_short and (said := sorted(types & GALLERY)):
        return "gallery", f"the page's data calls it {said[0]}"
    if page.html is not None and (why := why_list(page, page.html, story)):
        return "listing", why
    if is_short:
        if captions >= MANY_PICTURES:
            return "gallery", f"{captions} captions and {words} words of text"
        if said := sorted(types & VIDEO):
            return "video", f"the page's data names a {said[0]}, and there are {words} words of text"
        if said := sorted(types & LISTING):
            return "listing", f"the page's data calls it {said[0]}"
        if stories >= MANY_STORIES:
            return "listing", f"it points to {stories} stories and has {words} words of text"
    if not story:
        return "stub", "no story was found"
    return "article", "a story was found"


def _why_truncated(page: Page, story: Sequence[Block], meta: Metadata | None) -> str:
    """Why only the beginning of the story seems to be on the page, or ""."""
    last = story[-1].number if story else -1
    # Before the end of the story it is a button: “Log in”.
    barrier = next((k for k in page.kinds[last + 1 :] if k.kind == "paywall" and k.strength == "sure"), None)
    if barrier is not None and " " in barrier.evidence.strip():
        return f"a line asks to pay: {barrier.evidence}"
    if not story:
        return ""
    words = sum([b.words for b in story])
    end = story[-1]
    is_cut = end.ending == ELLIPSIS or end.core.endswith(CUT_OFF)
    if meta is not None and meta.is_accessible_for_free is False and (is_cut or words < FEW_WORDS):
        return "the page's data says that it is not free, and the text is short or breaks off"
    if is_cut and end.words >= 8 and words < 4 * FEW_WORDS:
        return "the last paragraph breaks off"
    if meta is not None and meta.article_body and len(meta.article_body) > 2 * sum([len(b.core) for b in story]) + 500:
        return "the page's data holds more than twice as much text"
    return ""
