"""Lines that are only a picture's credit."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.markup import FIGURE, FOOTER
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.phrases.fold import fold
from newsclean.press.credits import agencies, is_name, read_credit, taken_by
from newsclean.rules.cued import cue_of, words_of

NAME_AND_HOUSE = re.compile(r"[^\W\d_][^\s/]*(?:\s[^\s/]+){1,2}/[^\W\d_][^/]{1,30}")  # “Jo Doe/Harbour Post”
LABELLED = 10  # words of a line with a label, when they are no names: “Photo: courtesy of the family of the driver”
LONG_LABEL = 4  # words of a label that needs no colon: “Featured image courtesy of”
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{4,50})[)\]]")
OWNED = 8  # words behind “©”
YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # of a page's owner: “© 2024 The Harbour Post”
SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}(?:,\s[^:\n]{2,40})?:(?:\s|\Z)")  # “OLA BERG:”, “ADA FENN, HOST:”
BESIDE = 2  # lines before or behind one in which somebody speaks
BRACKETS = frozenset("([（【")


def line(block: Block, page: Page) -> Finding | None:
    """A line that is nothing but a credit: a label and names, or names with an agency.

    Left alone when it ends like a sentence: reporters write “the AP/Reuters pool”.

    Cuts:
        sure | Photo: Jo Doe
        hint | Jo Doe/Reuters
        sure | KCNA VIA KNS/AFP via Getty Images
        sure | (AP Photo/Jo Doe)
        hint | Jo Doe/Harbour Post
        hint | (Harbour Town Museum)
        sure | © Jo Doe
        sure | (foto de Jo Doe)
        sure | Featured image courtesy of the Orrin Harbour Museum.

        hint | Photo
        sure | AP Photo
        hint | © the harbour of Orrin and its crew
        sure | (AFP)
        sure | AP/Jo Doe
        hint | Photo: the pumps came by rail on Monday and the.
        sure | 写真：the quay of the men
        sure | Photo: Jo Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe
        hint | (Harbour Town Museum Of Old Pumps)
        hint | 共同

             | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure | <p>© Jo Doe</p>

             | OLA BERG: You can't hurry water. I've tried.
             | (SOUNDBITE OF WATER)
             | ASH: He has pulled out four dogs, two canoes and a councillor.
             | Nobody was hurt, and nobody was surprised.
             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | (HARBOUR TOWN MUSEUM)
    Keeps:
        | He told the AP/Reuters pool that talks would resume on Monday.
        | Getty Images opens an archive in Harbour Town
        | Photo booths are back.
        | (Laughter)

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <footer><p>© Jo Doe</p></footer>

        | © Jo Doe 2024
        | © Jo Doe, the harbour and its old crew
        | © the harbour of Orrin.
        | Photo: the pumps came by rail on Monday and the crane
        | Photo via the quay
        | Photo: Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe, Jo Doe
        | (Harbour Town Museum Of Old Town Pumps)
        | 【時事】
    """
    if block.words > 18 or len(block.text) > 120:
        return None
    if page.html is not None and page.html.markup[block.number].places & (FOOTER | FIGURE) == FOOTER:
        return None  # who owns the page
    if (by := taken_by(block.text)) is not None and by.start == 0:
        return Finding("credit", by.source, "sure")
    label = cue_of(block, "credit", "starts", "whole")
    if label is None and (is_bracketed(block) or _is_name_and_house(block.text)):
        if block.text.isupper() and _is_of_transcript(page, block.number):
            return None
        return Finding("credit", block.text, "hint")
    if label is None and "©" not in block.text and "(c)" not in block.folded and not _names_agency(block):
        return None
    if label is not None and label.where == "whole":
        return Finding("credit", label.phrase, "sure" if block.words > 1 else "hint")
    credit = read_credit(block.text, label.end if label else 0)
    if credit is not None:
        marked = credit.is_marked or block.text[0] in "(["
        return Finding("credit", credit.source, "sure" if marked else "hint")
    if block.text[0] == "©" and block.words <= OWNED and block.ending != STOP and not YEAR.search(block.text):
        return Finding("credit", "©", "hint")
    if label is not None and label.phrase[-1] == ":" and block.words <= LABELLED:
        return Finding("credit", label.phrase, "sure" if block.ending != STOP else "hint")
    if label is not None and words_of(label.phrase) >= LONG_LABEL and block.words <= LABELLED:
        return Finding("credit", label.phrase, "sure")
    return None


def _is_of_transcript(page: Page, n: int) -> bool:
    """Whether somebody speaks right before or behind a line in brackets: it says what is heard."""
    return any(SPEAKER.match(b.core) for b in page.blocks[max(0, n - BESIDE) : n + 1 + BESIDE] if b.number != n)


def is_bracketed(b: Block) -> bool:
    """Whether a line is a name in brackets."""
    match = IN_BRACKETS.fullmatch(b.text) if b.text[0] in BRACKETS else None
    return match is not None and " " in match[1] and is_name(match[1], 6)


def _is_name_and_house(text: str) -> bool:
    return "/" in text and NAME_AND_HOUSE.fullmatch(text) is not None and all(map(is_name, text.split("/")))


def bracket(block: Block, page: Page) -> Finding | None:
    """A bracket that opens, alone on its line, left over from a credit.

    Cuts:
        sure other | (
    Keeps:
        | (No.)
    """
    return Finding("other", block.text, "sure") if block.text in BRACKETS else None


def _names_agency(block: Block) -> bool:
    known = agencies()
    if block.text.isascii() and not block.cuts and known.pieces.isdisjoint(block.tokens):
        return False  # a third of the lines with a cue come to this; it saves folding them again
    words = fold(block.text).replace("/", " ").replace("(", " ").replace(")", " ").split()
    return not known.words.isdisjoint(words)
