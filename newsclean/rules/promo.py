"""Prompts to subscribe, follow, install or give."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def prompt(block: Block, page: Page) -> Finding | None:
    """A prompt to subscribe, to follow, to install or to give.

    Cuts:
        sure | Sign up for our daily newsletter
        sure | Get the best of the day delivered to your inbox.
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
    return phrase(block, "promo", alone_is_sure=False)
