"""Menus, breadcrumbs, topics, footers."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph
from newsclean.page.shape import STOP
from newsclean.press.printed import is_running_head
from newsclean.rules.cued import cue_of, phrase

ENTRIES = 3  # lines, at least, of a table of contents
ENTRY_WORDS = 16  # words, at most, of a line of one
SUBHEADING = 6  # words
TAG_WORDS, MOST_TAGS = 5, 15  # words of a tag; how many there may be


def entry(block: Block, page: Page) -> Finding | None:
    """An entry of a menu, a footer or a list of topics.

    Cuts:
        sure | Skip to content
        sure | Terms of use

        hint | Home

             | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
             | <h2>Our mission</h2>
             | <p>Harbour Pumps was founded in 1911 by a plumber and has never made a loss in all these years.</p>
        sure | <p>Terms of use</p>

             | <p>Порт Оррина купил два буксира, которые прибудут из северного порта в конце лета, сообщили в порту.</p>
             | <h2>О компании</h2>
             | <p>Порт Оррина работает с 1904 года, в нём трудятся триста сорок человек, а принадлежит он городу.</p>
        sure | <p>О проекте</p>

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Our mission
             | Harbour Pumps was founded in 1911 by a plumber and has never made a loss in all these years.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure | Our mission
             | Harbour Pumps was founded in 1911

             | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure | <h2><a href="/about">Our mission</a></h2>
             | <p>Harbour Pumps was founded in 1911 by a plumber and has never made a loss in all these years.</p>

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Tags
             | Quay
             | It rained.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | - Tags
             | Quay
             | Sea

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure | Tags
             | Word a
             | Word b
             | Word c
             | Word d
             | Word e
             | Word f
             | Word g
             | Word h
             | Word i
             | Word j
             | Word k
             | Word l
             | Word m
             | Word n
             | Word o

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Tags
             | Word a
             | Word b
             | Word c
             | Word d
             | Word e
             | Word f
             | Word g
             | Word h
             | Word i
             | Word j
             | Word k
             | Word l
             | Word m
             | Word n
             | Word o
             | Word p

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Tags
             | The sea wall of old Orrin
             | Sea

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Skip to the quay
             | Quay

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure | Tags
             | Harbour wall of old Orrin

        sure | Tags | Quay
        sure | Home > Quay
    Keeps:
        | Home games are hard, the coach said.
        | The menu was short.
    """
    finding = phrase(block, "navigation", alone_is_sure=False)
    if finding is not None and finding.strength == "hint" and _heads_tags(block, page.blocks):
        return Finding("navigation", f"{finding.evidence}, with short lines below to the end", "sure")
    if finding is not None and _may_be_subheading(block, page):
        return None if block.kind == "heading" else finding._replace(strength="hint")
    return finding


def _may_be_subheading(b: Block, page: Page) -> bool:
    """Whether a line stands between two paragraphs that show no phrase: “Our mission” may be the story's."""
    if b.words > SUBHEADING or ":" in b.core or (page.links and page.links[b.number].link_share > 0):
        return False
    beside = (*page.blocks[max(0, b.number - 1) : b.number], *page.blocks[b.number + 1 : b.number + 2])
    return len(beside) > 1 and all(is_paragraph(other) and not other.cues and other.twin < 0 for other in beside)


def running_head(block: Block, page: Page) -> Finding | None:
    """The head of a printed page, with its date and number, in what is copied from a PDF or an e-paper.

    Cuts:
        sure | The Harbour Post - Orrin - 3 May 2024 - Page 7
        sure | Hafenkurier · Nr. 61 · Freitag, 3. Mai 2024 · Seite 3
        sure | 4      HARBOUR POST      Friday, 3 May 2024
        sure | Friday, 3 May 2024      HARBOUR POST      5
    Keeps:
        | Jo Doe | 3 May 2024 | 12
        | The council met on 3 May 2024 and closed the file on page 7
        | Published on 3 May 2024, page 7.
    """
    if block.ending == STOP or not is_running_head(block.core):
        return None
    return Finding("navigation", "the head of a printed page", "sure")


def contents(block: Block, page: Page) -> Finding | None:
    """A line of a table of contents: the text says it again, over a section, and the lines beside it in their order.

    Cuts:
        sure | How the pumps came
        sure | Who pays for them
        sure | What the wall will cost
             | How the pumps came
             | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
             | Who pays for them
             | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
             | What the wall will cost
             | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | Navigation
        sure | How the pumps came
        sure | Who pays for them
        sure | What the wall will cost
             | Quay
             | How the pumps came
             | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
             | Who pays for them
             | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
             | What the wall will cost
             | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        sure | How the pumps came
        sure | Who pays for them
        sure | What the wall will cost
             | How the pumps came
             | The pumps came by rail on Monday and the crane that lifts.
             | Who pays for them
             | The pumps came by rail on Monday and the crane that lifts them.
             | What the wall will cost
             | The pumps came by rail on Monday and the crane that lifts them came.

        sure | How the pumps came!
        sure | Who pays for them?
        sure | What the wall will cost
             | How the pumps came!
             | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
             | Who pays for them?
             | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
             | What the wall will cost
             | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        sure | The pumps came by rail on Monday and the crane that lifts them came by sea
        sure | Who pays for them
        sure | What the wall will cost
             | The pumps came by rail on Monday and the crane that lifts them came by sea
             | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
             | Who pays for them
             | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
             | What the wall will cost
             | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        sure | How the pumps came
        sure | Who pays for them
        sure | What the wall will cost
             | How the pumps came
             | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
             | Who pays for them
             | What the wall will cost
             | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.
    Keeps:
        | Row, row, the sea is slow,
        | and the wind is in the west,
        | and the boats are all at rest,
        | and the lamps are burning low.
        | Row, row, the sea is slow,
        | and the wind is in the west,
        | and the boats are all at rest,

        | How the pumps came
        | What the wall will cost
        | Who pays for them
        | How the pumps came
        | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
        | Who pays for them
        | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
        | What the wall will cost
        | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        | How the pumps came
        | Who pays for them
        | What the wall will cost
        | How the pumps came
        | The pumps came by rail on Monday and the crane that.
        | Who pays for them
        | The pumps came by rail on Monday and the crane that.
        | What the wall will cost
        | The pumps came by rail on Monday and the crane that.

        | How the pumps came
        | Who pays for them
        | What the wall will cost
        | How the pumps came
        | Sea
        | Tide
        | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
        | Who pays for them
        | Rain
        | Ebb
        | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
        | What the wall will cost
        | Wind
        | Flow
        | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        | How the pumps came.
        | Who pays for them.
        | What the wall will cost.
        | How the pumps came.
        | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
        | Who pays for them.
        | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
        | What the wall will cost.
        | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        | The pumps came by rail on Monday and the crane that lifts them came by sea and
        | Who pays for them
        | What the wall will cost
        | The pumps came by rail on Monday and the crane that lifts them came by sea and
        | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
        | Who pays for them
        | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
        | What the wall will cost
        | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.

        | How the pumps came
        | Who pays for them
        | What the wall will cost
        | Who was there
        | How the pumps came
        | A crane had to be brought from the capital, since the one on the quay was too weak for the load.
        | Who pays for them
        | The county pays for four of the six pumps, and the town for the rest of them and for the crane.
        | What the wall will cost
        | Nobody knows yet what it will cost, the mayor said, but a million will not be enough for it.
        | Who was there
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
    """
    if not _is_said_over_a_section(block, page.blocks):
        return None
    run = [block]
    for step in (-1, 1):
        n = block.number + step
        while 0 <= n < len(page.blocks) and len(run) < ENTRIES and _follows(page.blocks, n, step):
            run.append(page.blocks[n])
            n += step
    if len(run) < ENTRIES or not _is_apart(run, page.blocks):
        return None
    return Finding("navigation", page.blocks[block.twin].text, "sure")


def _is_apart(run: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether these lines are a table of contents, not a list of the story's: a title says so, or the sections follow."""
    first, last = min(b.number for b in run), max(b.number for b in run)
    title = blocks[first - 1] if first else None
    if title is not None and cue_of(title, "navigation", "whole") is not None:
        return True
    return min(b.twin for b in run) == last + 1


def _is_said_over_a_section(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a short line is said again further down, with a paragraph right below it."""
    if b.twin < b.number + ENTRIES or b.words > ENTRY_WORDS or (b.ending == STOP and b.text[-1] == "."):
        return False
    return any(other.words >= PARAGRAPH_WORDS for other in blocks[b.twin + 1 : b.twin + 3])


def _follows(blocks: Sequence[Block], n: int, step: int) -> bool:
    """Whether this line and the one before (step 1) or behind it are said again, in the same order."""
    return _is_said_over_a_section(blocks[n], blocks) and (blocks[n].twin - blocks[n - step].twin) * step > 0


def _heads_tags(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether this is a title such as “Tags:” and nothing but short lines follows, up to the end of the page."""
    if cue_of(block, "navigation", "whole") is None or block.kind == "list_item":
        return False
    below = blocks[block.number + 1 : block.number + 2 + MOST_TAGS]
    return 0 < len(below) <= MOST_TAGS and all(b.words <= TAG_WORDS and b.ending != STOP for b in below)
