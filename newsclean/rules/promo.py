"""Prompts to subscribe, follow, install or give."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.press.credits import is_name
from newsclean.rules.cued import cue_of, phrase, words_of

MOST_OF_HOUSE, OF_HOUSE = 45, 5  # words of a note on the house that tells the story, and of its phrase
MOST_IN_NAME = 5  # words of the house's name: “The Orrin Beacon is a nonprofit newsroom that …”
FEWEST = 2  # paragraphs of the story


def prompt(block: Block, page: Page) -> Finding | None:
    """A prompt to subscribe, to follow, to install or to give.

    Cuts:
        sure | Sign up for our daily newsletter
        sure | Get the best of the day delivered to your inbox.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
        sure | The Orrin Beacon is a nonprofit newsroom that covers the coast and the islands of Estmark.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The Orrin Beacon is a nonprofit newsroom that covers the coast and the islands of Estmark.
             | The crane was brought from the north, where such cranes have been built for forty years.

        sure | Get the tide the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor to your inbox
        hint | Get the tide the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who to your inbox
        sure | The tide, our app
        hint | Subscribe
        sure | Sign up for our newsletter: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of
        hint | Sign up for our newsletter: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the
        sure | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of delivered to your inbox and
        sure | Follow Subscribe Newsletter
        sure | Newsletter：the tide
        hint | Follow us: the quay
        sure | Sign up for our morning newsletter and get all of the day’s stories in your inbox, before breakfast.
        hint | Support local journalism was what the paper had asked of its readers in the spring, to no avail.
    Keeps:
        | The paper’s newsletter has more readers than the paper, its editor told the council on Monday.
    """
    finding = phrase(block, "promo", alone_is_sure=False)
    if finding is None or finding.strength == "sure" or block.words > MOST_OF_HOUSE:
        return finding
    cue = cue_of(block, "promo", "contains")
    if cue is None or words_of(cue.phrase) < OF_HOUSE or not is_name(block.core[: cue.start].rstrip(), MOST_IN_NAME):
        return finding
    return finding._replace(strength="sure") if _frames(page, block.number) else finding


def _frames(page: Page, n: int) -> bool:
    """Whether a line stands behind all paragraphs of a page's story, or before all."""
    plain = [is_paragraph(b) and not b.cues for b in page.blocks]
    return sum(plain) >= FEWEST and (not any(plain[n + 1 :]) or not any(plain[:n]))
