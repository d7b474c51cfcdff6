"""Phrases that point to other stories, and titles of lists of them."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, STOP
from newsclean.rules.cued import cue_of, words_of

PLAIN = 8  # words of a sentence that opens like a pointer: “More in hope than in fear, the dockers went back.”
HEADLINE = range(5, 26)  # words
POINTER_WORDS = 2  # of a phrase that points to the next line: “More:” may be the story's
MARKS = ":|>›】]→"  # with which the phrase of a pointer ends
READ_ON = "trim.read_on"
NEAR = 8  # characters behind a phrase in which its colon may stand: “read more on this:”


def lead_in(block: Block, page: Page) -> Finding | None:
    """A pointer to another story: “Read more:” and its headline.

    Left alone when it ends like a sentence and is long: “Read more than one book …”, “Read more about the grant in …”.

    Cuts:
        sure related | Read more: Sea wall to be raised
        sure related | Related: Harbour master to retire

        hint related | More in hope than in fear.
        hint related | More in hope than in fear the dockers
        hint related | Read more on thisone: the quay was dry now.
        hint related | Read more about the wall and the pumps.
        sure related | More in Orrins: the quay was dry when the pumps came.
        sure related | Related: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the
        hint related | Related: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay
        sure related | Read | The quay
        sure related | The quay: you may also be interested in the pumps
        sure related | Read more → it was a long day on the quay, the mayor said.
    Keeps:
        | Read more than one book a week, the librarian told the children, and you will be wiser than I am.
        | Related shops have closed as well.
        | Read more about the grant on the council's website, or ask for a form at the library.
        | Lesen Sie mehr über die Pumpen im Heft der Stadt, das in der Bücherei ausliegt.

        | Related
        | More in hope than in fear, the men.
        | More in the sea: the quay was dry when the pumps came.
    """
    cue = cue_of(block, "related", "starts", "contains")
    if cue is None:
        return None
    has_mark = cue.phrase[-1] in MARKS or ":" in block.folded[cue.end : cue.end + NEAR]
    says_much = cue.phrase.count(" ") >= 2
    is_plain = block.ending == STOP and block.words >= PLAIN
    if is_plain and not has_mark and (not says_much or is_paragraph(block)):
        return None
    sure = block.words <= (14 if is_plain else 30) and (has_mark or (says_much and not is_plain))
    return Finding("related", cue.phrase, "sure" if sure else "hint")


def list_title(block: Block, page: Page) -> Finding | None:
    """The title of a list of other stories: “Most read”, “You may also like”.

    Cuts:
        sure related | Related articles
        sure related | You may also like

        sure related | Related:
        hint related | More
        sure related | 関連記事
        sure related | 相关阅读
    Keeps:
        | You may also like the soup.
        | 関連記事は月曜日に消された。
    """
    cue = cue_of(block, "related", "whole")
    if cue is None:
        return None
    is_sure = words_of(cue.phrase) > 1 or block.ending == COLON
    return Finding("related", cue.phrase, "sure" if is_sure else "hint")


def under_lead_in(block: Block, page: Page) -> Finding | None:
    """A headline under a pointer that stands alone on its line: “Lire aussi :”, then the headline, then the story.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | Lire aussi :
        sure related | La digue sera relevée d’un mètre
                     | The crane was brought from the north, where such cranes have been built for forty years.
    Keeps:
        | Read also:
        | The crane was brought from the north, and nobody was hurt.

        | The mayor had a list:
        | The crane from the north
        | The crane was brought from the north, where such cranes have been built for forty years.
    """
    n = block.number
    if n == 0 or block.words not in HEADLINE or block.ending in (STOP, COLON) or page.title in (n, n - 1):
        return None
    over = page.blocks[n - 1]
    if over.ending != COLON or not over.cues:
        return None
    cue = cue_of(over, "related", "whole")
    if cue is None or words_of(cue.phrase) < POINTER_WORDS or block.twin >= 0:
        return None
    below = page.blocks[n + 1 : n + 2]
    return Finding("related", over.core, "sure") if not below or is_paragraph(below[0]) else None


def cut_off(block: Block, page: Page) -> Finding | None:
    """A text with a button behind it that leads to the rest: “… Read more”.

    A hint only: of a page that was cut off the text is what there is.

    Cuts:
        hint related | The first two pumps reached the quay on Monday, and four more are on … Read more »
        hint related | Der erste Kran kam am Montag mit dem Schiff in den Hafen und … Weiterlesen
    Keeps:
        | The first two pumps reached the quay on Monday, and the mayor had time to read more
        | The first two pumps reached the quay on Monday. Read more
    """
    return Finding("related", "a button behind it", "hint") if any(c.rule == READ_ON for c in block.cuts) else None
