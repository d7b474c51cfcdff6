"""Boxes of facts, which stand under or amid a story: what a film, a fair or a dish is, each line with its label."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.page.traits import FACT

FEWEST, MOST = 3, 16  # lines of a box; that are looked at before and behind one
TITLE_WORDS = 4  # of a box
PHONE = 7  # digits
# Kinds of phrases in the lines that a site has under its stories: author, date, tags, source, address.
OF_SITE = (
    "byline", "author_bio", "timestamp", "related", "promo", "share", "ad", "paywall", "navigation", "notice",
    "agency",
)  # fmt: skip


def box(block: Block, page: Page) -> Finding | None:
    """A line of a box of facts: three or more lines in a row behind a sentence, each with a label of its own.

    Of such lines 96 % were of the story. Left alone where half of them or more say who wrote the story and when, how to
    reach whom, or what else there is; and where labels recur, as in timetables and lists of speakers.

    Keeps:
                       | The captain sees a suitcase on the deck six hours before his pension.
        sure list_item | Director: Mara Lind
        sure list_item | Cast: Jo Doe, Ola Berg
        sure list_item | Duration: 104 minutes

                       | Die Suppe schmeckt am zweiten Tag besser, sagt sie.
                       | Auf einen Blick
        sure list_item | Zutaten: Muscheln, Zwiebeln, Wein
        sure list_item | Dauer: 35 Minuten
        sure list_item | Portionen: 4

                       | 夜の船で一つの鞄が見つかる。
        sure list_item | 監督：林まり
        sure list_item | 出演：土井じょう
        sure list_item | 上映時間：104分

                       | The captain sees a suitcase on the deck six hours before his pension.
        sure list_item | Director: Mara Lind
        sure list_item | Cast: Jo Doe, Ola Berg
        sure list_item | Rating: 4/5
        sure list_item | Tickets: www.ferry.example
                       | Updated: Monday

        | The captain sees a suitcase on the deck six hours before his pension.
        | Director: Mara Lind
        | Cast: Jo Doe, Ola Berg

        | Director: Mara Lind
        | Cast: Jo Doe, Ola Berg
        | Duration: 104 minutes

        | Ferries and pumps in the old harbour town of Orrin
        | Director: Mara Lind
        | Cast: Jo Doe, Ola Berg
        | Duration: 104 minutes

        | The captain sees a suitcase on the deck six hours before his pension.
        | Address: 4 Quay Street
        | Phone: 000 123 45 67
        | Fax: 000 123 45 68

        | The captain sees a suitcase on the deck six hours before his pension.
        | Text: Mara Lind
        | Written by: Jo Doe
        | Updated: Monday
        | Topics: Ferries

        | The captain sees a suitcase on the deck six hours before his pension.
        | Mayor: The pumps are here
        | Lind: We have seen them
        | Mayor: And the second wall
    """
    if any(cue.kind in OF_SITE for cue in block.cues):
        return None
    run = _box_around(block.number, page)
    rows = [page.blocks[n] for n in run]
    if len(rows) < FEWEST or not _stands_under_sentence(run.start, page.blocks):
        return None
    if len({_label(b) for b in rows}) < len(rows) or 2 * sum(map(_is_of_site, rows)) >= len(rows):
        return None
    return Finding("list_item", f"{len(rows)} lines with a label each", "sure")


def _box_around(n: int, page: Page) -> range:
    """The lines with a label around this one."""
    first = last = n
    while first > 0 and n - first < MOST and page.blocks[first - 1].traits & FACT:
        first -= 1
    while last + 1 < len(page.blocks) and last - n < MOST and page.blocks[last + 1].traits & FACT:
        last += 1
    return range(first, last + 1)


def _stands_under_sentence(first: int, blocks: Sequence[Block]) -> bool:
    """Whether a sentence stands over a box, perhaps with the box's title between."""
    if first > 1 and blocks[first - 1].ending != STOP and blocks[first - 1].words <= TITLE_WORDS:
        first -= 1
    return first > 0 and blocks[first - 1].ending == STOP


def _label(b: Block) -> str:
    return b.folded.replace("：", ":").partition(":")[0]


def _is_of_site(b: Block) -> bool:
    """Whether a line says who wrote a story, when, or how to reach somebody."""
    is_address = "@" in b.core or "www." in b.core or "://" in b.core or sum(map(str.isdigit, b.core)) >= PHONE
    return is_address or any(cue.kind in OF_SITE for cue in b.cues)
