"""How a story goes on behind its last line: over calls to the reader, pictures, polls, a pointer to another story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.page.page import Page
from newsclean.page.prose import FEWEST_WORDS, PARAGRAPH_WORDS, is_prose, is_said
from newsclean.page.shape import COLON, ELLIPSIS, STOP
from newsclean.rules.cued import words_of
from newsclean.settle.between import FIGURE_KINDS, GAP, calls, signs_post
from newsclean.settle.certain import speaks_nothing, sure
from newsclean.settle.least import LEAST
from newsclean.settle.listed import ROW, ROW_WORDS, is_refrain

POLL = "leftover.poll"
FEWEST_LISTED = 2  # entries of a list that a colon opens
POST = 4  # words of “View this post on”, “A post shared by”
LEADING = 2  # short lines that lead to a sentence: a subheading, a question, “Sleep!”


def goes_on(page: Page, last: int, chances: Sequence[float]) -> list[int]:
    """The lines with which a story goes on behind one of its lines: a sentence, and the short lines that lead to it.

    It is looked for over what calls to the reader, too.
    """
    least = LEAST[page.prefer]
    short: list[int] = []
    for i in _behind(page, last):
        b = page.blocks[i]
        if calls(page, i) or _is_of_figure(page, i) or _is_of_post(page, i) or _is_of_pointer(page, i, chances):
            continue
        if not speaks_nothing(b, page.findings[i], page.title) and not _is_of_contents(page, i):
            break
        if not short:
            is_next = i == last + 1
            enough = is_prose(b) if is_next else b.words >= PARAGRAPH_WORDS and not _parts(page, i - 1)
            if enough or _is_cut_off(page, i) or (is_said(b) and chances[i] >= least.last):
                return [i]
        elif (is_prose(b) or (is_said(b) and _is_of_contents(page, i - 1))) and chances[i] >= least.led_to:
            return [*short, i]
        short.append(i)
        if len(short) > LEADING:
            break
    return []


def list_behind(page: Page, last: int, chances: Sequence[float]) -> list[int]:
    """The lines of a list or verse right behind a story's last line, with the sentence that follows it.

    Of a list that no colon opens each line has to have a chance, and the sentence more of one.
    """
    least, found = LEAST[page.prefer], list[int]()
    opens = last + (page.blocks[last].ending != COLON)
    is_opened = any(b.ending == COLON for b in page.blocks[opens : opens + 1])
    for i in range(last + 1, min(len(page.blocks), last + ROW.stop + 2)):
        b = page.blocks[i]
        if b.cues or not (speaks_nothing(b, page.findings[i], page.title) or is_refrain(page, i)):
            break
        found.append(i)
        if is_prose(b):
            enough = least.last if is_opened else least.led_to
            return found if i - opens > FEWEST_LISTED and chances[i] >= enough else []
        if not is_opened and (b.words > ROW_WORDS or chances[i] < least.row):
            break
    return []


def _is_of_pointer(page: Page, i: int, chances: Sequence[float]) -> bool:
    """Whether a line is a list's title over one headline, behind which the story goes on, or that headline."""
    first = i if _heads_list(page, i) else i - 1 if _heads_list(page, i - 1) else -1
    if first < 0 or first + 2 >= len(page.blocks):
        return False
    headline, behind = page.blocks[first + 1 : first + 3]
    findings = page.findings[first + 1], page.findings[first + 2]
    return (
        headline.ending != STOP
        and is_prose(behind)
        and behind.ending == STOP
        and all(map(speaks_nothing, (headline, behind), findings))
        and chances[behind.number] >= LEAST[page.prefer].led_to
    )


def _heads_list(page: Page, i: int) -> bool:
    return any(f.rule == "teaser.list_title" for f in page.findings[i])


def _behind(page: Page, last: int) -> Iterator[int]:
    """The next lines behind one, over a poll, which may have any number of answers."""
    n = 0
    for i in range(last + 1, len(page.blocks)):
        finding = sure(page.findings[i])
        if finding is None or finding.rule != POLL:
            yield i
            n += 1
            if n > GAP:
                return


def _is_of_figure(page: Page, i: int) -> bool:
    """Whether a line is a picture's caption, or its credit."""
    finding = sure(page.findings[i])
    return finding is not None and finding.kind in FIGURE_KINDS


def _is_of_post(page: Page, i: int) -> bool:
    """Whether a line is of an embedded post: who wrote it, “View this post on …”. A button says less."""
    finding, b = sure(page.findings[i]), page.blocks[i]
    return signs_post(b) or (finding is not None and finding.kind == "share" and words_of(finding.evidence) >= POST)


def _is_of_contents(page: Page, i: int) -> bool:
    """Whether a line is a subheading that the story's contents or key points have as well, one of several."""
    twin = page.blocks[i].twin
    if page.findings[i] or not 0 <= twin < i or page.blocks[i].words >= PARAGRAPH_WORDS:
        return False
    beside = page.blocks[max(0, twin - 1) : twin + 2]
    return sum([b.number < b.twin for b in beside]) > 1


def _parts(page: Page, i: int) -> bool:
    """Whether a line is of a picture that may be another story's; one that is signed at its end is a story's."""
    return _is_of_figure(page, i) and not calls(page, i)


def _is_cut_off(page: Page, i: int) -> bool:
    """Whether a line ends amid a sentence, where the page asks to pay for the rest: “The council …”."""
    b, below = page.blocks[i], page.findings[i + 1 : i + 2]
    is_open = b.ending == ELLIPSIS and b.words >= FEWEST_WORDS
    return is_open and any(f.kind == "paywall" and f.strength == "sure" for findings in below for f in findings)
