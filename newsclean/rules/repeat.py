"""Paragraphs said again."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.markup import HIDDEN, QUOTE
from newsclean.page.page import Page

LEAST_WORDS = 12  # shorter ones are refrains, scores and answers: “No comment.”
LEAST_PULLED = 8  # of a pull quote


def paragraph(block: Block, page: Page) -> Finding | None:
    """A paragraph of twelve or more words that the page has said before.

    Left alone when it is short: refrains and answers are said again on purpose.

    Cuts:
             | The first two pumps reached the quay on Monday, and more are on their way from the north.
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
             | Nobody was hurt.
             | The pumps came from the north.
             | All was well.
        hint | The first two pumps reached the quay on Monday, and more are on their way from the north.

             | The pumps came by rail on Monday and the crane that lifts.
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
             | Nobody was hurt.
             | The pumps came from the north.
             | All was well.
             | It rained.
        hint | The pumps came by rail on Monday and the crane that lifts.

             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor.
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
             | Nobody was hurt.
             | The pumps came from the north.
             | All was well.
             | It rained.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor.

             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who.
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
             | Nobody was hurt.
             | The pumps came from the north.
             | All was well.
             | It rained.
        sure | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who.
    Keeps:
        | No comment.
        | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        | Nobody was hurt.
        | The pumps came from the north.
        | All was well.
        | No comment.

        | The pumps came by rail on Monday and the crane that lifts them came by sea and they went home in the rain.
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | The pumps came by rail on Monday and the crane that.
        | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        | Nobody was hurt.
        | The pumps came from the north.
        | All was well.
        | It rained.
        | The pumps came by rail on Monday and the crane that.
    """
    if block.twin < 0 or block.twin >= block.number or block.words < LEAST_WORDS:
        return None
    return Finding("repeat", page.blocks[block.twin].text, "sure" if block.words >= 20 else "hint")


def pull_quote(block: Block, page: Page) -> Finding | None:
    """A pull quote: words of a paragraph close by, set apart in a quotation.

    Cuts:
             | <p>The pumps came late. The town had waited for them for three long years, and nobody believed it.</p>
        sure | <blockquote>The town had waited for them for three long years.</blockquote>
             | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

             | <p>The pumps came late. The town had waited for them for three long years, and nobody believed it.</p>
        sure | <blockquote>had waited for them for three long years</blockquote>
             | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>
    Keeps:
        | <p>The pumps came late, and the town had waited for them for three long years.</p>
        | <blockquote>We had waited for so long that we had forgotten what they were for.</blockquote>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

        | The pumps came late. The town had waited for them for three long years, and nobody believed it.
        | The town had waited for them for three long years.

        | <p>The pumps came late. The town had waited for them for three long years, and nobody believed it.</p>
        | <p>The town had waited for them for three long years.</p>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

        | <p>The pumps came late. The town had waited for them for three long years, and nobody believed it.</p>
        | <blockquote>waited for them for three long years</blockquote>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

        | <blockquote>The pumps came late. The town had waited for them for three long years, and nobody believed it.</blockquote>
        | <blockquote>The town had waited for them for three long years.</blockquote>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

        | <p>The town had waited for them for three long years</p>
        | <blockquote>The town had waited for them for three long years.</blockquote>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>

        | <p>The pumps came late. The town had waited for them for three long years, and nobody believed it.</p>
        | <blockquote>The old town had waited for them for three long years.</blockquote>
        | <p>The mayor thanked the crews and said that the work on the second wall would begin in spring.</p>
    """
    html = page.html
    other = block.twin if block.twin >= 0 else block.echo
    if html is None or other < 0 or block.words < LEAST_PULLED:
        return None
    pair = page.blocks[other]
    here, there = html.markup[block.number].places, html.markup[other].places
    if not here & QUOTE or there & (QUOTE | HIDDEN) or block.words >= pair.words or block.key not in pair.key:
        return None
    return Finding("repeat", pair.text, "sure")
