"""What the markup of an HTML page says of a block: captions and credits of pictures, and the words of class names."""

from __future__ import annotations

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.markup import Html, said_of_picture
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_prose
from newsclean.page.shape import COLON, STOP
from newsclean.phrases.readers import speaks_to_reader
from newsclean.press.credits import is_name, read_credit

MAX_CAPTION = 120  # words
UNDER_HEADLINE = 6  # blocks
BOX_BLOCKS, BOX_WORDS, BOX_DEPTH = 4, 60, 4  # of a box for a newsletter amid a story; elements from a block up to it
BOXED_FEWEST, BOXED_MOST = 4, 60  # words of a caption that no markup names
CREDIT_WORDS = 8
OUTER = " ()[]/|–—-.©"
TEASERS = ("teaser", "teasers")  # words of the cards of other stories, and of what stands under a headline
OTHERS = ("table", "quote", "list_item")  # what stands in figures besides captions
KINDS: dict[str, Kind] = {
    "byline": "byline", "author_bio": "author_bio", "timestamp": "timestamp", "description": "description",
    "kicker": "kicker", "related": "related", "promo": "promo", "share": "share", "ad": "ad", "paywall": "paywall",
    "media": "media", "navigation": "navigation", "notice": "notice", "agency": "agency", "caption": "caption",
    "credit": "credit", "comments": "other", "sidebar": "other",
}  # fmt: skip


def picture(block: Block, page: Page) -> Finding | None:
    """The caption or credit of a picture, by the page's own code: it stands in the same element.

    Cuts:
                     | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        sure caption | <figure><img src="pump.jpg"><figcaption>A crane lowers a pump onto the quay.</figcaption></figure>
                     | <p>The pumps came by rail, and the mayor said that it was high time for them.</p>
        sure caption | <div class="photo"><img src="mayor.jpg"><p class="photo-caption">The mayor at the quay.</p></div>

        sure caption | <figure><img src='pump.jpg'><figcaption>Mara Lind</figcaption></figure>
                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption>A crane lowers a pump onto the quay.</figcaption></figure>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure credit | <figure><img src='pump.jpg'><figcaption>AFP</figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>Pump</p>
        sure caption | <p>Mara Lind</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>Old Pump</p>
        sure credit  | <p>Mara Lind</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>A crane lowers a pump onto the quay.</p>
        sure caption | <p>Mara Lind.</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>A crane lowers a pump onto the old quay today.</p>
        sure credit  | <p>Photo: Jo Doe of the old town hall</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>A crane lowers a pump onto the old quay today.</p>
        sure caption | <p>Photo: Jo Doe of the old north town hall</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption><p>A crane lowers a pump onto the old quay today.</p>
        sure caption | <p>via Getty Images</p></figcaption></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <ul><li><figure><img src='pump.jpg'><figcaption>A crane lowers a pump</figcaption></figure></li></ul>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <div><div><img src='pump.jpg'></div><div>A crane lowers a pump onto the quay</div>
        sure credit  | <div>REUTERS</div></div>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><ul class='caption'><li>A crane lowers a pump</li></ul></figure>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <figure><img src='pump.jpg'><figcaption>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the north and the harbour lay still the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both.</figcaption></figure>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure credit | <div class='photo'><img src='a.jpg'><p class='credit'>The men of the quay</p></div>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
                     | <p>The quay</p>
        sure caption | <figure><img src='pump.jpg'><figcaption>Mara Lind</figcaption></figure>
    Keeps:
        | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        | <figure><blockquote>We had no time to lose, and no pump to lose either.</blockquote></figure>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div class='share'><p>The quay</p></div>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div><div><img src='mara.jpg'></div><div>Mara Lind</div>
        | <div>Harbour Correspondent</div></div>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div><div><img src='pump.jpg'></div><div>The pumps came by rail on Monday</div>
        | <div>It was high time</div></div>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <figure><img src='pump.jpg'><ul><li>A crane lowers a pump</li></ul></figure>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <figure><img src='pump.jpg'><table><tr><td>Pumps</td><td>6</td></tr></table></figure>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <figure><img src='pump.jpg'><figcaption>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the north and the harbour lay still the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of.</figcaption></figure>
    """
    html = page.html
    if html is None:
        return None
    mark = html.markup[block.number]
    said = said_of_picture(mark, html.elements)
    if said is None or block.words > MAX_CAPTION:
        return None
    hinted = next((h.word for h in mark.hints if h.kind == said), None)
    if hinted is None and block.kind in OTHERS and mark.tag != "figcaption":
        return None
    word = mark.tag if hinted is None else hinted
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


def boxed(block: Block, page: Page) -> Finding | None:
    """A line in one small element with a picture over it, amid the story: its caption, though no class name says so.

    Left alone where it ends like a sentence, and headings: layouts put pictures beside these, too. A caption with its
    credit in such an element is found where pages are read.

    Cuts:
                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure caption | <div><div><img src='pump.jpg'></div><div class='sc-x'>A crane lowers a pump onto the quay</div></div>
                     | <p>The crane was brought from the north, where such cranes have been built for years.</p>
    Keeps:
        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div><img src='pump.jpg'><h2>A crane that came by sea</h2></div>
        | <p>The crane was brought from the north, where such cranes have been built for years.</p>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div><img src='pump.jpg'><p>The mayor had sent for both of them in the spring.</p></div>
        | <p>The crane was brought from the north, where such cranes have been built for years.</p>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div><img src='pump.jpg'><a href='/1'>A crane is lowered onto the quay</a></div>
        | <p>The crane was brought from the north, where such cranes have been built for years.</p>
    """
    html, n = page.html, block.number
    if html is None or not BOXED_FEWEST <= block.words <= BOXED_MOST or page.links[n].n_links:
        return None
    if block.ending in (STOP, COLON) or block.kind != "paragraph":
        return None
    if _shows_credit(block) or not _fills_box(page, html, n):
        return None
    around = (*page.blocks[max(0, n - 1) : n], *page.blocks[n + 1 : n + 2])
    return Finding("caption", "a picture over it", "sure" if all(map(is_prose, around)) else "hint")


def _fills_box(page: Page, html: Html, n: int) -> bool:
    """Whether a block is all that is said in a small element that opens with a picture."""
    for mark in page.figures:
        if mark.at_block != n or mark.captions or not mark.is_seen:
            continue
        at = mark.element
        for _ in range(BOX_DEPTH):
            element = html.elements[at]
            if element.start < element.end:
                return element.start == n and element.end == n + 1
            at = element.parent
            if at < 0:
                break
    return False


def _shows_credit(b: Block) -> bool:
    return b.words <= CREDIT_WORDS and (
        any(c.kind == "credit" and c.where in ("starts", "whole") for c in b.cues) or read_credit(b.text) is not None
    )


def _is_standfirst(page: Page, n: int) -> bool:
    """Whether a heading stands between the headline and the first paragraph; a sentence there may open the story."""
    b = page.blocks[n]
    if b.kind != "heading" or b.ending == COLON or not 0 <= page.title < n <= page.title + UNDER_HEADLINE:
        return False
    return not any(map(is_paragraph, page.blocks[page.title + 1 : n]))


def _opens_story(page: Page, n: int) -> bool:
    """Whether a block is a paragraph without a link, the first under the headline: no card of another story."""
    if page.links[n].n_links or not 0 <= page.title < n <= page.title + UNDER_HEADLINE:
        return False
    if not is_paragraph(page.blocks[n]):
        return False
    return not any(map(is_paragraph, page.blocks[page.title + 1 : n]))


def _is_box(block: Block, page: Page, html: Html) -> bool:
    """Whether a block stands in a small element that is called a prompt, and speaks to the reader."""
    at = html.markup[block.number].element
    for _ in range(BOX_DEPTH):
        element = html.elements[at]
        if element.end - element.start > BOX_BLOCKS:
            return False
        if any(h.kind == "promo" for h in element.own):
            inside = page.blocks[element.start : element.end]
            return sum([b.words for b in inside]) <= BOX_WORDS and any(
                speaks_to_reader(b.folded, language) for b in inside for language in _languages(page)
            )
        at = element.parent
        if at < 0:
            break
    return False


def _languages(page: Page) -> tuple[str, ...]:
    """The page's language, as it says; else what most pages are in."""
    said = (page.html.meta.language or "en") if page.html else "en"
    return (said.partition("-")[0].casefold(),)


def named(block: Block, page: Page) -> Finding | None:
    """What the page's own code says of it, in the name of a class such as “share-buttons” or “newsletter-box”.

    Cuts:
                   | <p>The council met on Monday and talked about the pumps until late in the evening.</p>
        hint share | <div class="share-buttons">Send by pigeon</div>
                   | <p>The pumps came by rail, and the mayor said that it was high time for them.</p>
        sure promo | <div class="newsletter-box">The harbour in your mail, each morning.</div>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint promo   | <div class='newsletter'><p>The pumps came by rail on Monday.</p></div>
        hint paywall | <div class='subscribe-wall'><p>The quay is dry now</p></div>
                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                         | <h1>Flood pumps arrive in harbour town</h1>
        sure description | <h2 class='standfirst'>Two of six pumps are here</h2>
                         | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint description | <h2 class='standfirst'>Four more are to come</h2>
                         | <p>The crane was brought from the north, where such cranes have been built for years.</p>

                         | <h1>Flood pumps arrive in harbour town</h1>
                         | <p>Orrin</p>
        hint description | <p class='teaser'>Two of six pumps are on the quay, and four more are on their way by rail.</p>
                         | <p>The crane was brought from the north, where such cranes have been built for years.</p>
                         | <p>The mayor said that it was high time for the pumps, and that the town would pay for both.</p>

                     | <h1>Flood pumps arrive in harbour town</h1>
                     | <p>The crane was brought from the north, where such cranes have been built for years.</p>
        hint related | <p class='teaser'>Two of six pumps are on the quay, and four more are on their way by rail.</p>
                     | <p>The mayor said that it was high time for the pumps, and that the town would pay for both.</p>

                     | <h1>Flood pumps arrive in harbour town</h1>
        hint related | <p class='teaser'>The bridge is to be <a href='/bridge'>painted blue</a>, the council of Orrin says.</p>
                     | <p>The crane was brought from the north, where such cranes have been built for years.</p>
                     | <p>The mayor said that it was high time for the pumps, and that the town would pay for both.</p>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint byline | <div class='byline'><p>The quay is dry now</p></div>
                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint author_bio | <div class='author-bio'><p>The quay is dry now</p></div>
                        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                       | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint timestamp | <div class='date'><p>The quay is dry now</p></div>
                       | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                         | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint description | <div class='subtitle'><p>The quay is dry now</p></div>
                         | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint kicker | <div class='kicker'><p>The quay is dry now</p></div>
                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint related | <div class='related'><p>The quay is dry now</p></div>
                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint ad | <div class='advertisement'><p>The quay is dry now</p></div>
                | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint media | <div class='player'><p>The quay is dry now</p></div>
                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint navigation | <div class='nav'><p>The quay is dry now</p></div>
                        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint notice | <div class='disclaimer'><p>The quay is dry now</p></div>
                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint agency | <div class='copyright'><p>The quay is dry now</p></div>
                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint caption | <div class='caption'><p>The quay is dry now</p></div>
                     | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint credit | <div class='credit'><p>The quay is dry now</p></div>
                    | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint other | <div class='comment'><p>The quay is dry now</p></div>
                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>

                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint other | <div class='aside'><p>The quay is dry now</p></div>
                   | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>
    Keeps:
        | <div class="article-body"><p>The council met on Monday and talked until late in the evening.</p></div>
        | <p class="lead">The pumps came by rail, and the mayor said that it was high time for them.</p>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <div class='newsletter'><div class='article-body'><p>The quay is dry now</p></div></div>
        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.</p>
    """
    html = page.html
    if html is None:
        return None
    for hint in html.markup[block.number].hints:
        kind = KINDS.get(hint.kind)
        if hint.word in TEASERS and _opens_story(page, block.number):
            kind = "description"
        if kind is not None:
            is_sure = (kind == "description" and _is_standfirst(page, block.number)) or (
                kind == "promo" and _is_box(block, page, html)
            )
            return Finding(kind, hint.word, "sure" if is_sure else "hint")
        if hint.kind == "body":
            return None
    return None
