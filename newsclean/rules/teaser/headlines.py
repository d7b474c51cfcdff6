"""Headlines of other stories, between paragraphs and behind the last."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import NONE, QUOTE, STOP
from newsclean.page.traits import LAST
from newsclean.rules.teaser.pointers import HEADLINE

FEWEST_LAST = 2  # headlines at a page's end; at most LAST
LOOKED_BACK, FEWEST_ABOVE = 12, 3  # lines over them, and how many of these have to be prose
LETTERS = 4  # that a word has at least that tells what a line is about
SHARED = 0.25  # of such words that another story's headline may share with this one's last lines


def capitals(block: Block, page: Page) -> Finding | None:
    """A headline in capitals between paragraphs that are not.

    Left alone on a page that is mostly in capitals (alerts, telexes), and when it ends like a sentence.

    Cuts:
                     | The first two pumps reached the quay on Monday, and more are on their way from the north.
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay. The pumps came by ship on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
                     | The mayor said that the second wall would be ready before the storms of the next winter. The pumps came by ox on Monday and the crane that lifts them came by sea. The pumps came by air on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
        hint related | THE PUMPS CAME BY RAIL ON MONDAY AND THE CRANE THAT LIFTS THEM CAME BY SEA AND THE MAYOR WHO HAD ASKED FOR BOTH OF THEM STOOD ON THE QUAY
                     | The mayor said that the third wall would be ready before the storms of the next winter. The pumps came by sea on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | One
                     | Two
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | Three
                     | Four
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts.
                     | Two
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | The mayor said that the second wall would be ready before the storms of the next winter.
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        hint related | THE ROAD TO THE NORTH AND
    Keeps:
        | FLOOD WARNING FOR THE WHOLE OF THE COAST UNTIL MONDAY
        | STAY AWAY FROM THE QUAY AND FROM ALL OF THE LOWER ROADS
        | The office said so.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE NOW
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | One
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | Three
        | Four
        | Five
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The mayor said that the second wall would be ready before the storms of the next winter.
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | One
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS

        | The pumps came by rail on Monday and the crane that.
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The mayor said that the second wall would be ready before the storms of the next winter.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | THE ROAD TO THE NORTH AND THE ROAD

        | HARBOUR MASTER RETIRES AFTER LONG YEARS
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | Harbour master to retire after forty years
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.
    """
    if (
        not 6 <= block.words <= 30
        or block.ending == STOP
        or page.title == block.number
        or 0 <= page.title == block.twin
    ):
        return None
    if page.in_capitals > 0.3:
        return None
    near = page.blocks[max(0, block.number - 3) : block.number + 4]
    if sum(map(is_paragraph, near)) < 2:
        return None
    return Finding("related", "a headline in capitals between paragraphs", "hint")


def last_headlines(block: Block, page: Page) -> Finding | None:
    """One of the headlines at the page's end, behind the story's last sentence.

    Left alone where it shares words with the story, or where the story has other lines like it: a list, a poem.

    Cuts:
                     | Flood pumps arrive in harbour town
                     | The first two pumps reached the quay on Monday, and four more are on their way from the north.
                     | The mayor said that it was high time, and that the second wall would be ready before winter.
                     | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        sure related | Chess champion turns down title match in Estmark
        sure related | Why bakers everywhere grow rye themselves again

                     | The first two pumps reached the quay on Monday, and four more are on their way from the north.
                     | The mayor said that it was high time, and that the second wall would be ready before winter.
                     | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        hint related | Chess champion turns down title match in Estmark
                     | Why the second wall would need more pumps
    Keeps:
        | Flood pumps arrive in harbour town
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Chess champion turns down title match in Estmark

        | Flood pumps arrive in harbour town
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Two pumps for the quay of the old town
        | One wall for the school and for the road

        | What the council wants to buy this year
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | A roof for every baker on Estmark square
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Chess boards at each bench near Harrow Lake
        | Rye fields behind both mills along Orrin Lane
    """
    blocks = page.blocks
    if not _may_be_headline(block):
        return None
    first = next((i for i in range(len(blocks) - 1, -1, -1) if not _may_be_headline(blocks[i])), -1) + 1
    if not first <= block.number < len(blocks) or not FEWEST_LAST <= len(blocks) - first <= LAST:
        return None
    above = [
        b for b in blocks[max(0, first - LOOKED_BACK) : first] if b.number != page.title and b.twin < 0 and b.echo < 0
    ]
    if sum(map(is_paragraph, above)) < FEWEST_ABOVE or any(_may_be_headline(b) and not b.cues for b in above):
        return None
    said = {word for b in above for word in b.tokens}
    if not _is_of_other(block, said):
        return None
    is_sure = above[-1].ending == STOP and all(_is_of_other(b, said) for b in blocks[first:])
    evidence = f"{len(blocks) - first} headlines behind the last sentence"
    return Finding("related", evidence, "sure" if is_sure else "hint")


def _is_of_other(b: Block, said: AbstractSet[str]) -> bool:
    """Whether a line is about something else than what is said."""
    content = [word for word in b.tokens if len(word) >= LETTERS]
    return sum([word in said for word in content]) <= SHARED * len(content)


def _may_be_headline(b: Block) -> bool:
    """Whether a line has the length of a headline and no stop."""
    return b.words in HEADLINE and b.ending in (NONE, QUOTE) and b.kind == "paragraph"
