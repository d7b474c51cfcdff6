"""Paragraphs said again."""

from __future__ import annotations

from newsclean.page import Block, Finding, Page

LEAST_WORDS = 12  # shorter ones are refrains, scores and answers: “No comment.”


def paragraph(block: Block, page: Page) -> Finding | None:
    """A paragraph of twelve or more words that the page has said before.

    Left alone when it is short: refrains and answers are said again on purpose.

    Cuts:
        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        | Nobody was hurt.
        | The pumps came from the north.
        | All was well.
        -| The first two pumps reached the quay on Monday, and more are on their way from the north.
    Keeps:
        | No comment.
        | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        | Nobody was hurt.
        | The pumps came from the north.
        | All was well.
        | No comment.
    """
    if block.twin < 0 or block.twin >= block.number or block.words < LEAST_WORDS:
        return None
    return Finding("repeat", page.blocks[block.twin].text, "sure" if block.words >= 20 else "hint")
