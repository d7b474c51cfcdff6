"""Cards of other stories: a headline with its web address, a linked lead beside a linked headline."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_sentence
from newsclean.page.slugs import is_slug_of

LINKED, LEAD = 0.8, 10  # of a line's characters: it is a link; words of another story's lead


def slugged(block: Block, page: Page) -> Finding | None:
    """The headline of another story, with its web address right beside it: “sea-wall-to-be-raised”.

    Cuts:
                     | Flood pumps arrive in harbour town
                     | flood-pumps-arrive-in-harbour-town
                     | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                     | sea-wall-to-be-raised-by-a-metre
        hint related | Sea wall to be raised by a metre

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
                     | The mayor said that the second wall would be ready before the storms of the next winter.
        hint related | Sea wall to be raised by a metre
                     | sea-wall-to-be-raised-by-a-metre
    Keeps:
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    """
    for near in (block.number - 1, block.number + 1):
        if 0 <= near < len(page.blocks):
            other = page.blocks[near]
            if is_slug_of(other, block):
                if page.title >= 0 and block.key == page.blocks[page.title].key:
                    return None
                return Finding("related", other.text, "hint")  # a subheading has its slug beside it as well
    return None


def linked_lead(block: Block, page: Page) -> Finding | None:
    """A sentence that is a link as a whole, beside its headline, which leads to the same page: another story's card.

    Left alone where the line beside it leads elsewhere, and below ten words: a shop is linked as often as it is named.

    Cuts:
                     | <h1>Flood pumps arrive in harbour town</h1>
                     | <p>The first two pumps reached the quay on Monday, and four more are on their way from the north.</p>
                     | <h2><a href="/wall">Sea wall to be raised</a></h2>
        sure related | <div><a href="/wall">The council of Orrin voted on Tuesday to raise the sea wall by a metre.</a></div>
                     | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road is dry.</p>
    Keeps:
        | <h2><a href="/wall">Sea wall to be raised</a></h2>
        | <p><a href="/pumps">The first two pumps reached the quay on Monday, and four more are on their way.</a></p>

        | <h2><a href="/lamp">A brass lamp</a></h2>
        | <p><a href="/lamp">Buy it at the harbour shop.</a></p>

        | <h2><a href="/wall">Sea wall to be raised</a></h2>
        | <p>The council <a href="/wall">voted</a> on Tuesday to raise the sea wall, after two winters of storms.</p>
    """
    if page.html is None or block.words < LEAD or not is_sentence(block) or not _is_link(page, block.number):
        return None
    for near in (block.number - 1, block.number + 1):
        if (
            0 <= near < len(page.blocks)
            and _is_link(page, near)
            and page.links[near].url == page.links[block.number].url
        ):
            return Finding("related", page.blocks[near].core, "sure")
    return None


def _is_link(page: Page, n: int) -> bool:
    return page.links[n].url is not None and page.links[n].link_share >= LINKED
