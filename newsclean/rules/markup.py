"""What the markup of an HTML page says of a block: captions and credits of pictures, and the words of class names."""

from __future__ import annotations

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.markup import Html, said_of_picture
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.press.credits import is_name, read_credit

MAX_CAPTION = 120  # words
CREDIT_WORDS = 8
OUTER = " ()[]/|–—-.©"
OTHERS = ("table", "quote", "list_item")  # what stands in figures besides captions
KINDS: dict[str, Kind] = {
    "byline": "byline", "author_bio": "author_bio", "timestamp": "timestamp", "description": "description",
    "kicker": "kicker", "related": "related", "promo": "promo", "share": "share", "ad": "ad", "paywall": "paywall",
    "media": "media", "navigation": "navigation", "notice": "notice", "agency": "agency", "caption": "caption",
    "credit": "credit", "comments": "other", "sidebar": "other",
}  # fmt: skip


def picture(block: Block, page: Page) -> Finding | None:
    """The markup makes it the caption or the credit of a picture.

    Cuts:
                     | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        sure caption | <figure><img src="pump.jpg"><figcaption>A crane lowers a pump onto the quay.</figcaption></figure>
                     | <p>The pumps came by rail, and the mayor said that it was high time for them.</p>
        sure caption | <div class="photo"><img src="mayor.jpg"><p class="photo-caption">The mayor at the quay.</p></div>
    Keeps:
        | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        | <figure><blockquote>We had no time to lose, and no pump to lose either.</blockquote></figure>
    """
    html = page.html
    if html is None:
        return None
    mark = html.markup[block.number]
    said = said_of_picture(mark, html.elements)
    is_hinted = any(h.kind == said for h in mark.hints)
    if said is None or block.words > MAX_CAPTION or (block.kind in OTHERS and not is_hinted):
        return None
    word = next((h.word for h in mark.hints if h.kind == said), mark.tag)
    is_credit = said == "credit" or _is_credit(block, page, html)
    return Finding("credit" if is_credit else "caption", word, "sure")


def _is_credit(block: Block, page: Page, html: Html) -> bool:
    """Whether a block of a caption is its credit: by a label, an agency, or as a name behind another block of it."""
    if block.ending == STOP or block.words > CREDIT_WORDS:
        return False
    if any(c.kind == "credit" and c.where in ("starts", "whole") for c in block.cues) or read_credit(block.text):
        return True
    before = block.number - 1
    return (
        before >= 0
        and html.markup[before].container == html.markup[block.number].container
        and said_of_picture(html.markup[before], html.elements) == "caption"
        and page.blocks[before].words >= block.words
        and is_name(block.text.strip(OUTER), CREDIT_WORDS)
    )


def named(block: Block, page: Page) -> Finding | None:
    """A class name says what it is.

    Cuts:
                   | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        hint share | <div class="share-buttons">Send by pigeon</div>
                   | <p>The pumps came by rail, and the mayor said that it was high time for them.</p>
        hint promo | <div class="newsletter-box">The harbour in your mail, each morning.</div>
    Keeps:
        | <div class="article-body"><p>The council met on Monday and talked until late in the evening.</p></div>
        | <p class="lead">The pumps came by rail, and the mayor said that it was high time for them.</p>
    """
    html = page.html
    if html is None:
        return None
    for hint in html.markup[block.number].hints:
        kind = KINDS.get(hint.kind)
        if kind is not None:
            return Finding(kind, hint.word, "hint")
        if hint.kind == "body":
            return None
    return None
