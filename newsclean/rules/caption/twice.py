"""A caption that stands twice: under its picture, and as the text that stands in for it."""

from __future__ import annotations

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.markup import QUOTE, Html
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_sentence
from newsclean.page.shape import STOP, TITLE_CASE
from newsclean.page.slugs import is_slug_of
from newsclean.rules.caption.bounds import MAX_WORDS
from newsclean.rules.repeat import is_one_of_many, is_second_copy
from newsclean.rules.teaser.pointers import READ_ON

PIECE = 6  # words of an alternative text that was cut off
PARAGRAPH = 24  # words of a sentence that, said twice without a credit, may be of a picture for sure
NO_CAPTION = ("promo", "share", "ad", "paywall", "navigation")  # cues of lines that are said twice as well


def twin(block: Block, page: Page) -> Finding | None:
    """The caption of a picture and the text that stands in for it: two lines close together that say the same.

    Left alone when the two stand apart: a refrain, a quotation taken up again; and when they are paragraphs of a page that
    is printed twice, or stand there more than twice.

    Cuts:
                            | The council met on Monday and talked about the pumps until late in the evening.
        hint caption_repeat | The second wall
        hint                | The second wall is to be raised by a metre, the council decided by one vote.
                            | The pumps came by rail on Monday and the crane that lifts them came by sea.

                            | Le conseil s’est réuni lundi et a parlé des pompes jusque tard dans la soirée.
        hint caption_repeat | La digue sera relevée
        hint                | La digue sera relevée d’un mètre, a décidé le conseil à une voix près lundi soir.
                            | Les pompes sont arrivées lundi par le train et la grue qui les porte par la mer.

                            | The council met on Monday and talked about the pumps until late in the evening.
        sure                | A crane lowers the first of six pumps onto the quay.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers the first of six pumps onto the quay.
                            | One
        hint caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | - A crane lowers the first of six pumps onto the quay.
        hint caption_repeat | - A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers the first of six pumps onto the quay
        hint caption_repeat | A crane lowers the first of six pumps onto the quay

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A Crane Lowers The First Of Six Pumps Onto The Quay.
        hint caption_repeat | A Crane Lowers The First Of Six Pumps Onto The Quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers two pumps on Monday.
        hint caption_repeat | A crane lowers two pumps on Monday.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers two old pumps on Monday.
        sure caption_repeat | A crane lowers two old pumps on Monday.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers six pumps. Photo: Jo Doe
        sure caption_repeat | A crane lowers six pumps.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lifts. Photo: Jo Doe
        hint caption_repeat | A crane lifts.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.
        sure                | A crane lowers the first of six pumps onto the quay. It was a long day.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowered the first of six pumps onto the quay.
        hint caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure                | <p>A crane lowers the first of six pumps onto the quay.</p>
        sure caption_repeat | <p>A crane lowers the first of six pumps onto the quay.</p>

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the.
        hint caption_repeat | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the.

        sure                | A crane lowers the first of six pumps onto the quay.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.
                            | The pumps came by rail on Monday and the crane that lifts them came by sea.

                            | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint                | <h3>A crane lowers the first of six pumps</h3>
        hint caption_repeat | <p>A crane lowers the first of six pumps</p>

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers the first of six pumps onto the quay of the harbour. Photo: Jo Doe
                            | The mayor said that it was high time for the pumps, and that the town would pay for both.
                            | A crane lowers the first of six pumps onto the quay of the harbour. It had been sent for in May.

        hint caption_repeat | The pumps came by rail on Monday and the crane that lifts them came by sea.
                            | state-of-the-art
                            | State of the art
        hint                | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    Keeps:
        | Key points
        | Two councillors voted against it
        | The council of Orrin approved a second flood wall on Monday, which is to be built by winter.
        | Two councillors voted against it, and one of them said that the sea would come anyway, wall or no wall.

        | Claves
        | Dos concejales votaron en contra
        | El ayuntamiento de Orrin aprobó el lunes un segundo muro, que estará listo antes del invierno.
        | Dos concejales votaron en contra, y uno de ellos dijo que el mar llegará de todos modos.

        | Row, row, the sea is slow,
        | and the wind is in the west,
        | and the boats are all at rest,
        | and the lamps are burning low.
        | We sang it twice and then again,
        | Row, row, the sea is slow,

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A crane lowers the first of six pumps onto the quay.
        | One
        | Two
        | Three
        | A crane lowers the first of six pumps onto the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A cranelifter
        | A cranelifter

        | Flood pumps arrive in harbour town
        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A crane lowers the pumps
        | a-crane-lowers-the-pumps
        | A crane lowers the pumps
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Sign up for our newsletter
        | Sign up for our newsletter

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Share this story on Facebook
        | Share this story on Facebook

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Sponsored: the tide and the pumps
        | Sponsored: the tide and the pumps

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | This article is for subscribers only
        | This article is for subscribers only

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Skip to main content now
        | Skip to main content now

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <h3>The quay stays open</h3>
        | <p>The quay stays open until the last of six pumps is lowered, the harbour office said.</p>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <blockquote>A crane lowers the first of six pumps onto the quay.</blockquote>
        | <p>A crane lowers the first of six pumps onto the quay.</p>

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The quay stays open.
        | What now?
        | - The quay stays open.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have... Read More
        | The crane was brought from the north, where such cranes have been built for forty years.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | It was late, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone.
        | It was late, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone.
    """
    other = block.twin if block.twin >= 0 else block.echo
    if other < 0 or block.words < 3 or block.words > MAX_WORDS or page.title in (other, block.number):
        return None
    distance = abs(other - block.number)
    pair = page.blocks[other]
    if any(cut.rule == READ_ON for cut in (*block.cuts, *pair.cuts)):
        return None  # a text that was cut off for a list, and the whole of it
    if (block.kind == "list_item") != (pair.kind == "list_item"):
        return None  # a list that takes up what the story says
    if distance == 2 and is_slug_of(page.blocks[min(other, block.number) + 1], block):
        return None  # the card of another story: its picture's text, its slug, its headline
    if any(cue.kind in NO_CAPTION for cue in block.cues):
        return None
    if not block.cuts and is_paragraph(block) and (is_one_of_many(block, page) or is_second_copy(block, page)):
        return None
    if distance > 1 and not block.cuts and is_paragraph(block) and _is_taken_up(block, pair, page):
        return None
    if distance > 1 and not block.cuts and not pair.cuts and _is_point(block, pair):
        return None
    if distance > 3 or ("-" in block.text and " " not in block.text) or (" " not in pair.text and "-" in pair.text):
        return None
    if page.html is not None and is_set_apart(block.number, other, page.html):
        return None  # a pull quote and its paragraph
    if page.html is not None and _is_subheading(block, pair):
        return None  # of a picture the markup tells
    kind, evidence = _fuller(block, pair), pair.text
    if block.kind == "list_item" or min(block.words, pair.words) < 4:
        return Finding(kind, evidence, "hint")
    if block.cuts or pair.cuts:
        return Finding(kind, evidence, "sure")
    # Without a credit: a subheading's picture may have the subheading for its alternative text.
    is_sentence = block.words >= 8 and block.case != TITLE_CASE and STOP in (block.ending, pair.ending)
    is_piece = block.key.startswith(pair.key) or pair.key.startswith(block.key)
    is_told = min(block.words, pair.words) >= PIECE  # a subheading may open with the words of its paragraph
    is_short = max(block.words, pair.words) <= PARAGRAPH  # two long ones without a credit are sooner the story's
    return Finding(
        kind, evidence, "sure" if distance == 1 and is_sentence and is_piece and is_short and is_told else "hint"
    )


def _is_subheading(block: Block, pair: Block) -> bool:
    """Whether one of two lines is a heading that says how the other, a longer sentence, begins."""
    short, long = sorted((block, pair), key=lambda b: b.words)
    return short.kind == "heading" != long.kind and long.words > short.words and is_sentence(long)


def _is_point(block: Block, pair: Block) -> bool:
    """Whether one of two lines is a key point, without a stop, that the other, a longer paragraph, tells in full."""
    point, paragraph = sorted((block, pair), key=lambda b: b.words)
    return point.ending != STOP and is_paragraph(paragraph) and paragraph.words >= 2 * point.words


def _is_taken_up(block: Block, pair: Block, page: Page) -> bool:
    """Whether a paragraph says what a caption does and goes on, with another of the story between the two."""
    between = page.blocks[min(block.number, pair.number) + 1 : max(block.number, pair.number)]
    return bool(pair.cuts) and 4 * block.words > 5 * pair.words and any(map(is_paragraph, between))


def is_set_apart(one: int, other: int, html: Html) -> bool:
    """Whether one of two blocks stands in a quotation and the other does not."""
    return bool((html.markup[one].places ^ html.markup[other].places) & QUOTE)


def _fuller(block: Block, pair: Block) -> Kind:
    """`caption` for the one of a pair that carries a credit or else says more; of two equal ones, for the first."""
    mine, other = (bool(block.cuts), len(block.key)), (bool(pair.cuts), len(pair.key))
    if mine == other:
        return "caption" if block.number < pair.number else "caption_repeat"
    return "caption" if mine > other else "caption_repeat"
