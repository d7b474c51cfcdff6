"""What stands between two lines of a story: short lines of its own, calls to the reader, pictures, posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_said
from newsclean.page.shape import COLON
from newsclean.rules.contact import POSTED
from newsclean.settle.certain import speaks_nothing, sure
from newsclean.settle.least import LEAST, Least

ROWS = ("table", "list_item")
CALLS = ("promo", "ad", "notice")  # kinds of sentences that stand between paragraphs of a story
FIGURE_KINDS = ("caption", "caption_repeat", "credit")  # of what is said of a picture
LEAD_IN = "teaser.lead_in"
BETWEEN = (LEAD_IN, "scene.signed")  # rules of what stands there as well
INSERTS = ("share", "media", *FIGURE_KINDS)  # kinds of lines amid a story: embeds, too
OF_POST = "contact.address"  # who wrote an embedded post
SHORT = 12  # words of a line that a hint is enough to skip
GAP = 4  # lines of a table, or of a list, between two of the story's
HEAD_OF_PART, SUBHEADING = 2, 6  # lines; words of its headline
PAIR = 2  # lines beside a call between two of the story's: of such, 7 of 10 are of it


def with_gaps(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays, with the short sentences, the subheadings and the lists between two lines that do."""
    found = list(stays)
    blocks, least = page.blocks, LEAST[page.prefer]
    for run in _gaps(stays):
        kinds = {blocks[i].kind for i in run}
        are_rows = kinds <= {*ROWS, "heading"} and kinds != {"heading"}
        is_signed = _is_signed_part(page, run)
        lines = run if are_rows else run[:1] if is_signed else _few_between(page, run)
        is_led_to = are_rows and blocks[run.start - 1].ending == COLON
        enough = least.inside if is_led_to or is_signed else least.between
        if all(_fits_between(blocks[i], page.findings[i], chances[i], least, enough) for i in lines):
            for i in lines:
                found[i] = True
        are_said = all(is_said(blocks[i]) or calls(page, i) for i in run)
        for i in run if not are_rows else ():
            is_short = is_said(blocks[i]) and speaks_nothing(blocks[i], page.findings[i])
            is_of_post = _is_of_post(blocks, i) and _fits_between(
                blocks[i], page.findings[i], chances[i], least, least.between
            )
            found[i] = found[i] or is_of_post or (is_short and chances[i] >= (least.last if are_said else least.inside))
    return found


def _gaps(stays: Sequence[bool]) -> Iterator[range]:
    """The runs of at most GAP blocks that do not stay between blocks that do."""
    last = -1
    for i, stay in enumerate(stays):
        if stay:
            if last >= 0 and 1 < i - last <= GAP + 1:
                yield range(last + 1, i)
            last = i


def _is_signed_part(page: Page, run: range) -> bool:
    """Whether two lines between two paragraphs are the headline of a part of the story, and who wrote that."""
    if len(run) != HEAD_OF_PART or not 0 <= page.title < run.start - 1:
        return False
    headline, byline = (page.blocks[i] for i in run)
    signed, beside = sure(page.findings[byline.number]), (run.start - 1, run.stop)
    return (
        signed is not None
        and signed.kind == "byline"
        and headline.words <= SUBHEADING
        and not headline.cues
        and all(is_paragraph(page.blocks[i]) for i in beside)
    )


def _few_between(page: Page, run: range) -> Sequence[int]:
    """The one line of a gap, or the one or two beside a call to the reader; none under what leads to another story."""
    lines = [i for i in run if not calls(page, i) and not _is_stamp(page, i)]
    most = 1 if len(lines) == len(run) else PAIR
    return lines if len(lines) <= most and not any(_leads_away(page, i - 1) for i in lines) else ()


def _is_stamp(page: Page, i: int) -> bool:
    """Whether a line is the time of an entry of a live page."""
    return any(f.kind == "timestamp" for f in page.findings[i])


def _leads_away(page: Page, i: int) -> bool:
    finding = sure(page.findings[i])
    return finding is not None and finding.rule == LEAD_IN


def _fits_between(b: Block, findings: Sequence[Finding], chance: float, least: Least, enough: float) -> bool:
    """Whether a line between two of the story's is of it: a subheading, a row of a table, an entry of a list."""
    if b.twin >= 0 or b.echo >= 0 or sure(findings) is not None:
        return False
    return chance >= (least.between_doubted if findings else enough)


def line_before(page: Page, i: int) -> int:
    """The line before this one, over what stands between paragraphs: calls to the reader, pictures, embedded posts."""
    last = i - 1
    while last > 0 and i - last <= GAP and (calls(page, last) or is_insert(page, last)):
        last -= 1
    return last


def is_insert(page: Page, i: int) -> bool:
    """Whether a line shows a picture or a post, or is a button, as they stand between paragraphs."""
    return any(
        (f.kind in INSERTS or f.rule == OF_POST) and (f.strength == "sure" or page.blocks[i].words <= SHORT)
        for f in page.findings[i]
    )


def calls(page: Page, i: int) -> bool:
    """Whether a line calls to the reader, or points to another story."""
    finding = sure(page.findings[i])
    return finding is not None and (finding.kind in CALLS or finding.rule in BETWEEN)


def _is_of_post(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line says who wrote a post that the story shows, or stands right over such a line."""
    return any(map(signs_post, blocks[i : i + 2]))


def signs_post(b: Block) -> bool:
    return "@" in b.core and POSTED.search(b.core) is not None
