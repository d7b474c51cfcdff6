"""What stands around the headline: the kicker over it, breadcrumbs, the standfirst under it."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.markup import HEADER, NAV
from newsclean.page.page import Page
from newsclean.page.prose import is_question, is_sentence
from newsclean.page.shape import COLON, STOP, n_steps
from newsclean.press.dates import date_share
from newsclean.read.text.text import is_underline
from newsclean.rules.caption.labels import position
from newsclean.rules.cued import cue_of

BREADCRUMB = re.compile(r"\S(?:[^>»›/]{0,40}\s[>»›/]\s){1,6}[^>»›]{1,80}\Z")

HOST = re.compile(r"(?:[a-z0-9][a-z0-9-]{1,40}\.){1,3}[a-z]{2,12}")
OVER_HEADLINE = 3  # lines over the headline in which a kicker or the site's name may stand
MOST_IN_KICKER = 4  # words
MOST_IN_STANDFIRST = 12  # words of a sentence of it: behind a longer one, what follows is the story's
STAMPED = 0.5  # the same of one that says when it was published, with more beside it
DATED = 0.7  # share of a line's words that are of a date
FRONT = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w{2,5})?(?:\?.{0,80})?")  # the address of a front page

SIGNS = ("byline", "timestamp")  # what stands behind a standfirst: without one of them it may be the story's beginning


def kicker(block: Block, page: Page) -> Finding | None:
    """A label of one to four words right over the headline.

    Cuts:
        hint kicker | World
                    | Flood pumps arrive in harbour town
                    | flood-pumps-arrive-in-harbour-town
                    | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

                    | Home
        hint kicker | World
        hint kicker | Sea
        hint kicker | Quay
                    | Flood pumps arrive in harbour town
                    | flood-pumps-arrive-in-harbour-town
                    | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        hint kicker | News of the day
                    | Flood pumps arrive in harbour town
                    | flood-pumps-arrive-in-harbour-town
                    | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        hint kicker | Exclusive
                    | Flood pumps arrive in harbour town
                    | flood-pumps-arrive-in-harbour-town
                    | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        hint kicker | 3 May Orrin
                    | Flood pumps arrive in harbour town
                    | flood-pumps-arrive-in-harbour-town
                    | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    Keeps:
        | Flood pumps arrive in harbour town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | The news of the day
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | It rained.
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | 3 May 2024
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | https://harbour.example/a
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Share
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | <p><a href="/">World</a></p>
        | <h1>Flood pumps arrive in harbour town</h1>
        | <p>The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>
    """
    if (
        not page.title - OVER_HEADLINE <= block.number < page.title
        or block.words > MOST_IN_KICKER
        or block.ending == STOP
    ):
        return None
    if any(c.kind not in ("navigation", "kicker") for c in block.cues) or _sign_of_site(page, block.number):
        return None
    if "://" in block.text or date_share(block.folded) >= DATED:
        return None
    return Finding("kicker", "right over the headline", "hint")


def masthead(block: Block, page: Page) -> Finding | None:
    """The site's name or its menu over the headline, where a kicker would stand.

    Told by the markup: several links, a link to the front page, or the page's own header or menu while the headline
    stands outside of it.

    Cuts:
        hint navigation | <header><a href="/news">The Harbour Post</a></header>
                        | <h1>Flood pumps arrive in harbour town</h1>
                        | <p>The first two pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>

        hint navigation | <div><a href="/">The Harbour Post</a></div>
                        | <h1>Flood pumps arrive in harbour town</h1>
                        | <p>The first two pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>

        hint navigation | <div><a href="/">Post</a></div>
                        | <p>Quay</p>
                        | <p>Sea</p>
                        | <h1>Flood pumps arrive in harbour town</h1>
                        | <p>The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>

        hint navigation | <div><a href="/a">News</a> <a href="/b">Sport</a></div>
                        | <h1>Flood pumps arrive in harbour town</h1>
                        | <p>The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>
    Keeps:
        | <div><a href="/world">World</a></div>
        | <h1>Flood pumps arrive in harbour town</h1>
        | <p>The first two pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>

        | <div><a href="/">Post</a></div>
        | <p>Quay</p>
        | <p>Sea</p>
        | <p>Wind</p>
        | <h1>Flood pumps arrive in harbour town</h1>
        | <p>The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>

        | <div>The <a href="/">Post</a></div>
        | <h1>Flood pumps arrive in harbour town</h1>
        | <p>The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.</p>
    """
    sign = _sign_of_site(page, block.number)
    return Finding("navigation", sign, "hint") if sign else None


def _sign_of_site(page: Page, n: int) -> str:
    """What tells that a line over the headline is the site's: its links, the page's header; or ""."""
    html = page.html
    if html is None or not page.title - OVER_HEADLINE <= n < page.title:
        return ""
    link = page.links[n]
    if link.n_links > 1:
        return f"{link.n_links} links"
    if link.url is not None and link.link_share == 1.0 and FRONT.fullmatch(link.url):
        return "a link to the front page"
    is_in_header = html.markup[n].places & (NAV | HEADER) & ~html.markup[page.title].places
    return "the page's header" if is_in_header else ""


def label(block: Block, page: Page) -> Finding | None:
    """A label that heads a piece: “Opinion”, “Exclusive”.

    Cuts:
        hint kicker | Exclusive
    Keeps:
        | Opinion is divided.

        | Editorial:
    """
    cue = cue_of(block, "kicker", "whole")
    return None if cue is None else Finding("kicker", cue.phrase, "hint")


def breadcrumb(block: Block, page: Page) -> Finding | None:
    """A path through the site: “Home > News > Harbour”.

    Cuts:
        sure navigation | Home > News > Harbour
        sure navigation | Start » Region » Hafen
        sure navigation | Inicio › Puerto › Bombas

        hint navigation | Home > News
        hint navigation | Home / News / Quay
        hint navigation | Les pompes du port « neuf » ou « ancien » que la mairie « loue » à la ville voisine
        sure navigation | Home > News > A of a b c d e f g h i j k l m n o p q r
    Keeps:
        | He said > she said.

        | Home / News
        | Home > the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who
        | Home > News > A of a b c d e f g h i j k l m n o p q r s
    """
    match = BREADCRUMB.match(block.text)
    if match is None or block.ending == STOP or block.words > 24:
        return None
    n = n_steps(block.text)
    if n < 1 and block.text.count(" / ") < 2:
        return None
    is_sure = n >= 2 and "«" not in block.text  # else they may be quotation marks
    return Finding("navigation", "a path through the site", "sure" if is_sure else "hint")


def host(block: Block, page: Page) -> Finding | None:
    """The site's address over the headline, as reader views print it.

    Cuts:
        sure navigation | orrin.example
                        | Flood pumps arrive in harbour town
                        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    Keeps:
        | Flood pumps arrive in harbour town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | orrin.example
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | orrin.example

        | U.S.
        | Flood pumps arrive in harbour town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    """
    is_over = block.number < page.title or (block.number == 0 and page.title < 0 and len(page.blocks) > 1)
    if not is_over or HOST.fullmatch(block.text) is None:
        return None
    return Finding("navigation", "an address over the headline", "sure")


def standfirst(block: Block, page: Page) -> Finding | None:
    """The sentence between the headline and the byline or date.

    Left alone where half of it or more is a date.

    Cuts:
                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | By Jo Doe
                         | The first two pumps were lowered by a crane that had to be brought from the north, and the crew stayed.
                         | The mayor said that the second wall would be ready before the storms of the next winter, if money allows.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | Updated: 3 May 2024
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                         | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | Quay
                         | Sea
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                         | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | The pumps came by rail on Monday and the crane that lifts them came by
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | The crane came from the north
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                         | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
        hint description | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps.
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                         | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
                         | Quay
                         | Sea
                         | Wind
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
                         | The pumps came by rail on Monday and the crane that lifts.
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

                         | Flood pumps arrive in harbour town
                         | flood-pumps-arrive-in-harbour-town
                         | The pumps came by rail on Monday and the crane that lifts them
        hint description | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
                         | By Jo Doe
                         | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    Keeps:
        | Flood pumps arrive in harbour town
        | By Mara Lind and Jo Doe
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | At the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Was wir in der Sturmnacht sahen
        | Von Mara Lind und Jo Doe
        | Der Sturm kam am Freitagabend um neun, und drei von uns waren draußen zwischen Hafen und Mühle.
        | Am Kai
        | Von Mara Lind
        | Die Boote lagen so dicht beieinander, dass eine Katze vom ersten zum letzten lief und dann wieder zurück.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | Share
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | The first two pumps were lowered by a crane that had to be brought from the north, and the crew stayed.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | Quay
        | Sea
        | Wind
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | The pumps came by rail on Monday and the crane that lifts them came by sea
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter:
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Sign up for our newsletter on the pumps
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | A crane lowers a pump onto the quay. (Jo Doe/AP)
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Mara Lind (L) and Jo Doe on the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The crane came from Orrin
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Quay
        | Sea
        | Wind
        | Rain
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The pumps came by rail on Monday and the crane that lifts them.
        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Two of the six pumps reached the quay on Monday, and the town hopes for a dry winter.
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.

        | Zes pompen voor de haven van Orrin
        | zes-pompen-voor-de-haven-van-orrin
        | De eerste twee van de zes pompen zijn maandag aangekomen, aldus de gemeente.
        | De kraan kwam van Noord-Orrin over zee.
        | De burgemeester zei dat de tweede muur klaar moet zijn voor de stormen van de volgende winter, als er geld voor is.
    """
    if page.title < 0 or not page.title < block.number <= page.title + 5 or not 6 <= block.words <= 60:
        return None
    if block.ending == COLON or any(c.kind != "notice" for c in block.cues) or block.cuts:
        return None
    if position(block.text) or date_share(block.folded) >= STAMPED:
        return None  # the caption of the first picture, a stamp
    if block.ending != STOP and ("(" in block.core or _is_of_points(block.number, page)):
        return None
    for b in page.blocks[page.title + 1 : block.number]:
        if b.words > MOST_IN_STANDFIRST and b.ending == STOP:
            return None
    is_signed = any(c.kind == "byline" for b in page.blocks[page.title + 1 : block.number] for c in b.cues)
    after = page.blocks[block.number + 1 : block.number + 4]
    for b in after:
        if b.words >= 16 or (is_signed and any(c.kind == "byline" for c in b.cues)):
            return None  # who wrote a part of the story stands over that part
        if any(c.kind in SIGNS for c in b.cues) and not is_question(b) and not is_sentence(b):
            return Finding("description", f"between the headline and “{b.text[:40]}”", "hint")
    return None


def _is_of_points(n: int, page: Page) -> bool:
    """Whether a line without a full stop has another one like it beside it: the story's points, which stay."""
    beside = (*page.blocks[max(page.title + 1, n - 1) : n], *page.blocks[n + 1 : n + 2])
    return any(6 <= b.words < 16 and b.ending != STOP and not b.cues and not b.cuts for b in beside)


def underline(block: Block, page: Page) -> Finding | None:
    """The line drawn under a title.

    Left alone when it stands by itself: then it parts a text.

    Cuts:
                   | Fog horn sounds again after thirty years
        sure other | ========================================
    Keeps:
        | The horn fell silent in 1994.
        | ---
        | It sounded again on Sunday.

        | The horn sounds again after thirty years
        | ====
        | It sounded.
    """
    if not block.number or not is_underline(page.blocks[block.number - 1], block):
        return None
    return Finding("other", page.blocks[block.number - 1].text, "sure")
