"""Captions and alternative texts: lines that tell of a picture."""

from __future__ import annotations

import re

from newsclean.article import Kind
from newsclean.page import Block, Finding, Page
from newsclean.read.elements import QUOTE
from newsclean.read.html import HtmlPage
from newsclean.shape import STOP

MAX_WORDS = 90
TITLE_CASE = 4
FILE_NAME = re.compile(r"[^\W_][\w&.()-]*")
POSITION = re.compile(
    r"""
    \((?:
        [LlRrCcMm]|links|rechts|left|right|centre|center|izq\.?|der\.?|g\.|d\.|pictured|file|archive
      | Archivbild|Symbolbild|stock\simage|illustration
    )\.?\)
    | \b(?:
        pictured|from\sleft|second\sleft|clockwise\sfrom|in\sthis\s(?:file\s)?photo|in\seiner\sArchivaufnahme
      | v\.\s?l\.\s?n\.\s?r
      | \(?(?:li|links)\.?\snach\sre
    )
    """,
    re.VERBOSE,
)


def picture(block: Block, page: Page) -> Finding | None:
    """The alternative text of a picture, where the form of the page tells so.

    A hint only when the picture is a link: then it is of a teaser.

    Cuts:
        | ![A crane lowers the first of six pumps](https://example.org/crane.jpg)
    Keeps:
        | A crane lowers the first of six pumps, and a [second one](https://example.org/2) is on its [way](https://example.org/3).
    """
    if block.number >= len(page.links) or page.links[block.number].image is None:
        return None
    return Finding("caption", "", "hint" if page.links[block.number].n_links else "sure")


def twin(block: Block, page: Page) -> Finding | None:
    """A caption that its alternative text says again, right beside it.

    Left alone when the two stand apart: a refrain, a quotation taken up again.

    Cuts:
        | The council met on Monday and talked about the pumps until late in the evening.
        -| A crane lowers the first of six pumps onto the quay.
        -| A crane lowers the first of six pumps onto the quay.
    Keeps:
        | Row, row, the sea is slow,
        | and the wind is in the west,
        | and the boats are all at rest,
        | and the lamps are burning low.
        | We sang it twice and then again,
        | Row, row, the sea is slow,
    """
    other = block.twin if block.twin >= 0 else block.echo
    if other < 0 or block.words < 3 or block.words > MAX_WORDS or page.title in (other, block.number):
        return None
    distance = abs(other - block.number)
    pair = page.blocks[other]
    if distance > 3 or ("-" in block.text and " " not in block.text) or (" " not in pair.text and "-" in pair.text):
        return None
    if page.html is not None and is_set_apart(block.number, other, page.html):
        return None  # a pull quote and its paragraph
    kind, evidence = _fuller(block, pair), pair.text
    if block.kind == "list_item" or min(block.words, pair.words) < 4:
        return Finding(kind, evidence, "hint")
    if block.cuts or pair.cuts:
        return Finding(kind, evidence, "sure")
    # Without a credit: a subheading's picture may have the subheading for its alternative text.
    is_sentence = block.words >= 8 and block.case != TITLE_CASE and STOP in (block.ending, pair.ending)
    is_piece = block.key.startswith(pair.key) or pair.key.startswith(block.key)
    return Finding(kind, evidence, "sure" if distance == 1 and is_sentence and is_piece else "hint")


def is_set_apart(one: int, other: int, html: HtmlPage) -> bool:
    """Whether one of two blocks stands in a quotation and the other does not."""
    return bool((html.markup[one].places ^ html.markup[other].places) & QUOTE)


def _fuller(block: Block, pair: Block) -> Kind:
    """`caption` for the one of a pair that carries a credit or else says more; of two equal ones, for the first."""
    mine, other = (bool(block.cuts), len(block.key)), (bool(pair.cuts), len(pair.key))
    if mine == other:
        return "caption" if block.number < pair.number else "caption_repeat"
    return "caption" if mine > other else "caption_repeat"


def credited(block: Block, page: Page) -> Finding | None:
    """A line that ends in a picture's credit.

    Left alone when all that stands behind it is one agency's name: paragraphs end so too (“… said. (AP)”).

    Cuts:
        | A crane lowers a pump onto the quay. Photo: Jo Doe
        | A crane lowers a pump onto the quay. (Jo Doe/AP)
        | A crane lowers a pump onto the quay. KCNA VIA KNS/AFP via Getty Images
    Keeps:
        | He told the AP/Reuters pool that talks would resume on Monday.
        | The pumps will reach the quay on Monday, he said.
    """
    for cut in block.cuts:
        if cut.kind == "credit":
            marked = cut.rule == "trim.marked_credit"
            return Finding(
                "caption", page.source[cut.start : cut.end], "sure" if marked and block.words <= MAX_WORDS else "hint"
            )
    return None


def positions(block: Block, page: Page) -> Finding | None:
    """A line that says who stands where in a picture: “(L)”, “pictured”, “from left”.

    Cuts:
        | Mara Lind (L) and Jo Doe on the quay in March
    Keeps:
        | The mayor left the quay.
    """
    match = POSITION.search(block.text)
    if match is None or block.words > 50:
        return None
    return Finding("caption", match.group(), "hint")


def labelled(block: Block, page: Page) -> Finding | None:
    """A line that opens with a caption's label: “File photo:”, “Image caption”.

    Cuts:
        | File photo: the old pump house in winter
    Keeps:
        | The file photo showed the old pump house.
    """
    for cue in block.cues:
        if cue.kind == "caption" and cue.where in ("starts", "whole"):
            return Finding("caption", cue.phrase, "sure" if cue.phrase.endswith(":") and block.words <= 60 else "hint")
    return None


def over_credit(block: Block, page: Page) -> Finding | None:
    """A line with a picture's credit right under it.

    Cuts:
        -| A crane lowers a pump onto the quay
        | Photo: Jo Doe
    Keeps:
        | The mayor thanked the crews and said that the work on the second wall, and on the lock, would begin in spring.
        | Photo: Jo Doe
    """
    below = block.number + 1
    if below >= len(page.blocks) or block.words < 3:
        return None
    under = page.blocks[below]
    if under.words > 12 or not any(cue.kind == "credit" and cue.where != "contains" for cue in under.cues):
        return None
    if block.words > 40 or (block.words > 20 and block.ending == STOP):
        return None
    return Finding("caption", under.text, "hint")


def file_name(block: Block, page: Page) -> Finding | None:
    """The name of a picture's file, where its alternative text should be: words, letters and numbers joined by “_” and “-”.

    Left alone when there is neither “_” nor a number at the end: see `slug.lone`.

    Cuts:
        | harbour-town-pumps-2024-Quay-05
        | IMG_2953
        | flood_pumps_1_en
    Keeps:
        | Covid-19
        | F-16
        | 2019-20
    """
    text = block.text
    joints = text.count("_") + text.count("-")
    if len(text) < 6 or len(text) > 160 or joints < 1 or not FILE_NAME.fullmatch(text):
        return None
    if "_" in text and any(map(str.isdigit, text)):
        return Finding("caption", "a file's name", "sure" if joints >= 2 else "hint")
    if joints >= 4 and text[-1].isdigit():
        return Finding("caption", "a file's name", "sure")
    return None
