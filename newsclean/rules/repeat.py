"""Paragraphs said again."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.markup import HIDDEN, QUOTE
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import STOP
from newsclean.page.traits import COPY

LEAST_WORDS = 12  # shorter ones are refrains, scores and answers: “No comment.”
LONG = 20  # words of a paragraph that nobody prints twice on purpose
CLOSE, PAIR = (
    8,
    2,
)  # lines in which it is counted how often a paragraph stands; a caption and its picture's text are two
LEAST_PULLED = 8  # of a pull quote


def paragraph(block: Block, page: Page) -> Finding | None:
    """A paragraph of twelve or more words that the page has said before, or a line of a second copy of the story.

    Left alone when it is short: refrains and answers are said again on purpose. Only a hint where it is no sentence:
    plans and tables have the same entry again.

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

             | Soup of the day [two cups of green peas, one onion, half a leek, salt, and a spoon of butter for every guest at the table]
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        hint | Soup of the day [two cups of green peas, one onion, half a leek, salt, and a spoon of butter for every guest at the table]

             | Flood pumps arrive in harbour town
             | The pumps came by rail on Monday and the crane that lifts.
             | The mayor said that nobody had believed in them any longer.
             | Flood pumps arrive in harbour town
        sure | The pumps came by rail on Monday and the crane that lifts.
             | The mayor said that nobody had believed in them any longer.

             | The pumps came by rail on Monday and the crane that lifts.
        sure | The pumps came by rail on Monday and the crane that lifts.
        sure | The pumps came by rail on Monday and the crane that lifts.

             | The first two pumps reached the quay on Monday, and more are on their way from the north.
             | Nobody was hurt.
             | The mayor thanked the crews and said that the work on the second wall would begin in spring.
             | All was well.
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor.
        sure | The first two pumps reached the quay on Monday, and more are on their way from the north.
        sure | Nobody was hurt.
        sure | The mayor thanked the crews and said that the work on the second wall would begin in spring.
        sure | All was well.
        sure | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor.
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
    if block.twin < 0 or block.twin >= block.number:
        return None
    if block.traits & COPY:
        return Finding("repeat", page.blocks[block.twin].text, "sure")
    if block.words < LEAST_WORDS:
        return None
    is_text = block.kind == "paragraph" and block.gap >= 0  # lists and speakers say the same again on purpose
    is_sure = (block.words >= LONG and block.ending == STOP) or (
        is_text and (is_one_of_many(block, page) or is_second_copy(block, page))
    )
    return Finding("repeat", page.blocks[block.twin].text, "sure" if is_sure else "hint")


def is_one_of_many(b: Block, page: Page) -> bool:
    """Whether a paragraph stands three times or more close together: a caption and its picture's text do so twice."""
    near = page.blocks[max(0, b.number - CLOSE) : b.number + CLOSE + 1]
    return sum([other.key == b.key for other in near]) > PAIR


def is_second_copy(b: Block, page: Page) -> bool:
    """Whether the line above says the same as the line above the twin: the page is printed twice."""
    if not b.number or b.twin < 1 or abs(b.twin - b.number) == 1:
        return False
    above, other = page.blocks[b.number - 1], page.blocks[b.twin - 1]
    tells = is_paragraph(above) or page.title in (above.number, other.number)
    return tells and above.key == other.key


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
