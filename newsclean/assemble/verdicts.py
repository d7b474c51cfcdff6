"""What kind of page it is, and whether it shows only the beginning of its story: each with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS, PageType
from newsclean.assemble.gallery import counted_pictures
from newsclean.assemble.listing import ALL_LINK, REPORT, is_one_story, why_list
from newsclean.assemble.listing_text import why_headlines
from newsclean.assemble.live import why_live
from newsclean.assemble.no_story import why_no_story
from newsclean.page.block import Block
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.page.shape import ELLIPSIS
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.shipped import verdict_phrases

FEW_WORDS = 120  # a story of fewer words may be what is printed under a video, a gallery, in a list
MANY_PICTURES = 5  # captions: a gallery
A_PICTURE = 20  # words for each picture that is counted, at most: more are a story beside them
MANY_STORIES, SOME_STORIES = 12, 6  # other stories: a list of them; the same where no story stays
LIVE = frozenset(("LiveBlogPosting",))
GALLERY = frozenset(("ImageGallery", "MediaGallery"))
VIDEO = frozenset(("VideoObject", "video", "video.other", "video.episode", "video.movie"))
LISTING = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"))
NEXT = 2  # blocks behind the story in which a phrase counts even where it is a hint
SIGNS = 5  # of a phrase in a script without blanks: “ログイン” has four, “残り#文字” five
REST_COUNTED = ("trim.rest_counted", "leftover.rest_counted")  # “[+2412 chars]”, glued to the last line or below it
ASKING = frozenset(("paywall", "promo", "share", "notice"))  # lines that want a reader to do something
MOST_IN_POINTER = 8  # words of a line that leads to the whole story elsewhere
CUT_OFF = ("…", "...", "[…]", "[...]", "(...)", "(…)")


class Verdict(NamedTuple):
    page_type: PageType
    page_type_reason: str
    truncated_reason: str  # "" for a page that shows all of its story


def verdict(
    page: Page, meta: Metadata | None, captions: int, stories: int, *, title: str | None, is_dated: bool
) -> Verdict:
    """What kind of page it is and whether its story is cut off.

    Args:
        page: a settled page.
        meta: what an HTML page says of itself.
        captions: how many captions the page has.
        stories: to how many other stories it points.
        title: its headline.
        is_dated: whether the page gives a date, in its data or in print.
    """
    story = [b for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS]
    kind, reason = _page_type(page, story, meta or Metadata(), captions, stories, title=title, is_dated=is_dated)
    return Verdict(kind, reason, _why_truncated(page, story, meta))


def _page_type(
    page: Page,
    story: Sequence[Block],
    meta: Metadata,
    captions: int,
    stories: int,
    *,
    title: str | None,
    is_dated: bool,
) -> tuple[PageType, str]:
    types = frozenset(meta.types)
    if not page.source.strip():
        return "empty", "nothing is on the page"
    if said := sorted(types & LIVE):
        return "live", f"the page's data calls it {said[0]}"
    if why := why_live(page, story, title):
        return "live", why
    words = sum([b.words for b in story])
    is_short = words < FEW_WORDS
    if is_short and not is_dated and not is_one_story(meta) and (said_so := why_no_story(page, story)):
        return "stub", f"the page says that it shows no story: {said_so}"
    if is_short and (said := sorted(types & GALLERY)):
        return "gallery", f"the page's data calls it {said[0]}"
    if (pictures := counted_pictures(page)) and words <= A_PICTURE * pictures:
        return "gallery", f"{pictures} pictures are counted, with {words} words of text"
    if why := why_headlines(page, story) if page.html is None else why_list(page, page.html, story, is_dated=is_dated):
        return "listing", why
    if is_short:
        is_report = is_one_story(meta) or (is_dated and words >= REPORT)
        led = _linked_captions(page)
        if captions >= MANY_PICTURES and 2 * led < captions:
            return "gallery", f"{captions} captions and {words} words of text"
        if led >= MANY_STORIES and not is_report:
            return "listing", f"{led} pictures with a link under them and {words} words of text"
        if said := sorted(types & VIDEO):
            return "video", f"the page's data names a {said[0]}, and there are {words} words of text"
        if said := sorted(types & LISTING):
            return "listing", f"the page's data calls it {said[0]}"
        if stories >= (MANY_STORIES if story else SOME_STORIES) and not (story and is_report):
            return "listing", f"it points to {stories} stories and has {words} words of text"
    if not story:
        return "stub", "no story was found"
    return "article", "a story was found"


def _linked_captions(page: Page) -> int:
    """How many captions are links: what they show is elsewhere, as in a list of products."""
    if not page.links:
        return 0
    captions = [b.number for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in ("caption", "credit")]
    return sum([page.links[n].link_share > ALL_LINK for n in captions])


def _is_of_words(phrase: str) -> bool:
    """Whether a phrase says more than a button does: it has two words, or, in a script without blanks, five signs.

    One that only asks to log in is a button all the same.
    """
    if phrase in verdict_phrases("login"):
        return False
    return " " in phrase.strip() or (len(phrase) >= SIGNS and UNSPACED.match(phrase) is not None)


def leads_elsewhere(b: Block) -> bool:
    """Whether a line leads to the whole of the story, at the paper that has it: “Read more at Harbour Post”."""
    return b.words <= MOST_IN_POINTER and any(
        c.where == "starts" and c.phrase in verdict_phrases("whole_story_at") for c in b.cues
    )


def _goes_on(page: Page, n: int) -> bool:
    """Whether the block leads to the whole of the story: “Read the full story”, “Leer más en Harbour Post”."""
    if n >= len(page.blocks):
        return False
    b = page.blocks[n]
    if page.kinds[n].rule in REST_COUNTED or any(
        c.where == "whole" and c.phrase in verdict_phrases("whole_story") for c in b.cues
    ):
        return True
    return page.kinds[n].kind not in TEXT_KINDS and leads_elsewhere(b)


def _reads_on(page: Page, n: int) -> bool:
    """Whether the block asks for something and says that there is more: “Start your free trial to keep reading”."""
    if page.kinds[n].kind not in ASKING:
        return False
    return any(phrase in page.blocks[n].folded for phrase in verdict_phrases("reads_on"))


def _why_truncated(page: Page, story: Sequence[Block], meta: Metadata | None) -> str:
    """Why only the beginning of the story seems to be on the page, or ""."""
    last = story[-1].number if story else -1
    words = sum([b.words for b in story])
    # Before the end of the story it is a button: “Log in”. So is a phrase of one word after it.
    behind = page.kinds[last + 1 :]
    barriers = [k for n, k in enumerate(behind) if k.kind == "paywall" and (k.strength == "sure" or n < NEXT)]
    if barrier := next((k.evidence for k in barriers if _is_of_words(k.evidence)), ""):
        return f"a line asks to pay: {barrier}"
    if not story:
        return ""
    under = range(last + 1, min(last + 1 + NEXT, len(page.blocks)))
    if words < 4 * FEW_WORDS and any(_reads_on(page, n) for n in under):
        return "a line behind the last paragraph asks for something to read the rest"
    if any(cut.rule in REST_COUNTED for cut in story[-1].cuts) or _goes_on(page, last + 1):
        return "a line behind the last paragraph says that there is more"
    end = story[-1]
    is_cut = end.ending == ELLIPSIS or end.core.endswith(CUT_OFF)
    if meta is not None and meta.is_accessible_for_free is False and (is_cut or words < FEW_WORDS):
        return "the page's data says that it is not free, and the text is short or breaks off"
    if is_cut and end.words >= 8 and words < 4 * FEW_WORDS:
        return "the last paragraph breaks off"
    if meta is not None and meta.article_body and len(meta.article_body) > 2 * sum([len(b.core) for b in story]) + 500:
        return "the page's data holds more than twice as much text"
    return ""
