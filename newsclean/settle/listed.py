"""Lines of a text that stay together: lists, verse, the cells of a table, and all of a text that is nearly clean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclean.page.page import Page
from newsclean.page.shape import COLON
from newsclean.settle.certain import speaks_nothing, sure
from newsclean.settle.least import LEAST

FEW_SIGNS = 0.06  # of the lines of a text: so few that are sure to go make it nearly clean
ROW = range(2, 21)  # lines in a row
ROW_WORDS, BARE_ROW_WORDS = 10, 20  # words of one, at most: where blank lines part some, and where none are
WORD = 2  # letters
# Rules of lines that tell nothing of those beside them: a clean text has its captions and its last line, too.
ALONE = (
    "leftover.snippet", "leftover.invisible", "leftover.markup", "agency.closing", "caption.under_label",
    "scene.signed", "scene.filed", "scene.shown",
)  # fmt: skip


def with_lines(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays of a text with next to no sure furniture, with the plain lines amid its story that may be of it.

    There the path's no is worth less: of such lines 54 % were of the story where one line in sixteen is sure to go, and
    nearly all behind another extractor; on the other pages of the press it was 22 %.
    """
    found = list(stays)
    n_sure = sum([(one := sure(findings)) is not None and one.rule not in ALONE for findings in page.findings])
    within = [i for i, stay in enumerate(stays) if stay]
    if not within or n_sure > FEW_SIGNS * len(found):
        return found
    for i in range(within[0], within[-1]):
        b = page.blocks[i]
        is_told = page.findings[i] or b.cues or b.twin >= 0 or b.echo >= 0
        found[i] = found[i] or (not is_told and chances[i] >= LEAST[page.prefer].between)
    return found


def with_rows(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays of a text, with lines in a row between two of the story's: a list, verse, the cells of a table.

    A dump of bare lines has lost what shows a list. Of the words in such rows 55 to 75 % were of the story, on hosts
    that the tables had not seen, whether blank lines part them or not; of single lines a third. A row under a colon
    is a list of the story's.
    """
    found, least = list(stays), LEAST[page.prefer]
    within = [i for i, stay in enumerate(stays) if stay]
    for last, following in pairwise(within):
        row = range(last + 1, following)
        if len(row) not in ROW:
            continue
        enough = least.entry if page.blocks[row.start].ending == COLON else least.row
        if all(_is_of_row(page, i, row) and chances[i] >= enough for i in row) and _says(page, row):
            found[row.start : row.stop] = [True] * len(row)
    return found


def _is_of_row(page: Page, i: int, row: range) -> bool:
    """Whether a line may be an entry of a list, a line of verse, a cell: nothing is found, but a refrain."""
    b = page.blocks[i]
    most = ROW_WORDS if any(page.blocks[n].gap for n in row) else BARE_ROW_WORDS
    is_plain_line = not b.cues and (is_refrain(page, i) or speaks_nothing(b, page.findings[i])) and b.words <= most
    return is_plain_line and any(map(str.isalnum, b.core))


def is_refrain(page: Page, i: int) -> bool:
    """Whether a line says again what one not far from it says, and nothing is found of it: in verse, in tables."""
    twin = page.blocks[i].twin
    return twin >= 0 and abs(twin - i) in ROW and not page.findings[i]


def _says(page: Page, row: Sequence[int]) -> bool:
    """Whether half of these lines or more have a word: others are what is left of buttons, stars and counts."""
    return 2 * sum([sum(map(str.isalpha, page.blocks[i].core)) >= WORD for i in row]) >= len(row)


def with_entries(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays of a text, with the plain entries of each list of which one stays, or that the story opens by a colon.

    A list is of the story whole or not at all; the path lets go of one entry after the other. Of 27 such entries on the
    development pages 26 were of the story. Not in dumps of whole pages, where lists are menus and teasers.
    """
    found = list(stays)
    blocks = page.blocks
    i = 0
    while i < len(blocks):
        stop = i
        while stop < len(blocks) and blocks[stop].kind == "list_item":
            stop += 1
        is_opened = i > 0 and blocks[i - 1].ending == COLON and any(found[max(0, i - 2) : i])
        if stop - i > 1 and (is_opened or any(stays[i:stop])):
            for k in range(i - is_opened, stop):
                is_plain_entry = speaks_nothing(blocks[k], page.findings[k], page.title) and not blocks[k].cues
                found[k] = found[k] or (is_plain_entry and chances[k] >= LEAST[page.prefer].entry)
        i = max(stop, i + 1)
    return found
