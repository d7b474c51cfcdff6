"""What a story says in short, in a list under its headline."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.points import heads_points
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import LIKE_TITLE
from newsclean.rules.story.subheadings import STEM

SIGNS = ("byline", "timestamp")  # of what stands behind them
MOST_POINTS = 8
SHARED = 3  # words that a point and the paragraph under the list have in common
POINT = range(5, 25)  # words of what a story says in short, in a list under its headline


def points(block: Block, page: Page) -> Finding | None:
    """One of several lines between headline and byline that say in short what the story does.

    Left alone in HTML, where markup tells more, and where a line repeats another, as captions do.

    Keeps:
                       | Flood pumps arrive in harbour town
                       | flood-pumps-arrive-in-harbour-town
        sure list_item | Two of the six pumps have reached the quay
        sure list_item | The second wall is to wait for the summer
                       | By Jo Doe
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                       | Flood pumps arrive in harbour town
                       | By Jo Doe
        sure heading   | Key points
        sure list_item | Two of the six pumps have reached the quay
        sure list_item | The second wall is to wait for the summer
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                       | Flood pumps arrive in harbour town
                       | By Jo Doe
        sure list_item | - First pumps came to the quay
        sure list_item | - The second wall is to wait for the summer
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                       | Flood pumps arrive in harbour town
                       | By Jo Doe
        sure heading   | Key points
        sure list_item | Two of the six pumps have reached the quay
        sure list_item | The second wall is to wait for the summer
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The second wall is to wait for the summer
                       | It was to be ready before winter, but the stones for the wall are still in the north, and so are the masons.

                       | El ayuntamiento aprueba el segundo muro
                       | Por Jo Doe
        sure heading   | Claves
        sure list_item | El muro estará listo antes del invierno
        sure list_item | Dos concejales votaron en contra
                       | El ayuntamiento de Orrin aprobó el lunes un segundo muro, que estará listo antes de que llegue el invierno.
                       | Dos concejales votaron en contra, y uno de ellos dijo que el mar llegará de todos modos.

        | Flood pumps arrive in harbour town
        | By Jo Doe
        | Key points
        | Two of the six pumps have reached the quay
        | The second wall is to wait for the summer
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The second wall is to wait for the summer
        | Quay

        | Flood pumps arrive in harbour town
        | By Jo Doe
        | - Tide tables for the coming week
        | - The second wall is to wait for the summer
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps have reached the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps have reached the quay
        | The second wall is to wait for the summer
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Tide tables for the coming week.
        | Quay
        | Two of the six pumps have reached the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    """
    if page.html is not None or page.title >= block.number:
        return None
    if heads_points(block):
        run = _points_at(block.number + 1, page)
        return Finding("heading", "over a list of points", "sure") if len(run) > 1 else None
    run = _points_at(block.number, page)
    if not 2 <= len(run) <= MOST_POINTS:
        return None
    over, below = page.blocks[page.title + 1 : run.start], page.blocks[run.stop : run.stop + 1]
    if any(is_paragraph(b) for b in over):
        return None
    if over and heads_points(over[-1]):
        return Finding("list_item", f"under “{over[-1].core}”", "sure")
    if page.title < 0:
        return None
    if any(c.kind in SIGNS for b in below for c in b.cues) and all(
        b.twin >= 0 or b.traits & LIKE_TITLE or " " not in b.core for b in over
    ):
        return Finding("list_item", f"{len(run)} lines between headline and byline", "sure")
    is_list = all(page.blocks[n].kind == "list_item" for n in run)
    if is_list and below and is_paragraph(below[0]) and any(_takes_up(below[0], page.blocks[n]) for n in run):
        return Finding("list_item", "a list over a paragraph that says the same", "sure")
    return None


def _points_at(n: int, page: Page) -> range:
    """The lines around this one that may be a story's points: none where it is none itself."""
    first = last = n
    while first > page.title + 1 and _is_point(page.blocks[first - 1], page):
        first -= 1
    while last < len(page.blocks) and _is_point(page.blocks[last], page):
        last += 1
    return range(first, last) if last > n else range(n, n)


def _takes_up(paragraph: Block, point: Block) -> bool:
    """Whether a paragraph has most of the long words of a point."""
    stems, others = ({w[:STEM] for w in b.tokens if len(w) >= STEM and not w.isdecimal()} for b in (point, paragraph))
    return len(stems & others) >= SHARED


def _is_point(b: Block, page: Page) -> bool:
    """Whether a line may be one of a story's points: no sentence, no phrase of furniture, no line that is said twice.

    But for one that is a subheading as well.
    """
    if b.words not in POINT or b.ending in (STOP, COLON) or b.cues or b.cuts:
        return False
    if b.twin >= 0:
        return _is_taken_up(b, page)
    return b.echo < 0 or b.kind == "list_item" or (b.echo > b.number and is_paragraph(page.blocks[b.echo]))


def _is_taken_up(b: Block, page: Page) -> bool:
    """Whether a line is said again further down, over a paragraph: it is the subheading of what the point tells of."""
    below = page.blocks[b.twin + 1 : b.twin + 2] if b.twin > b.number else ()
    return any(map(is_paragraph, below)) and any(map(is_paragraph, page.blocks[b.number : b.twin]))
