"""Where the story lies: what is sure of a block, how probable it is, and where the burden of proof lies.

A lost sentence is worse than a surviving credit: so the proof lies with the removal, and is heavier for prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.page.block import Block, Finding, is_own
from newsclean.page.page import Page, Preference
from newsclean.page.prose import FEWEST_WORDS, PARAGRAPH_WORDS, is_paragraph, is_prose, is_said
from newsclean.page.shape import COLON, ELLIPSIS, STOP
from newsclean.rules.contact import POSTED

HEAD = 12  # lines between a headline and its story, without what is sure to go, and without paragraphs
ROWS = ("table", "list_item")
CALLS = ("promo", "ad", "notice")  # kinds of sentences that stand between paragraphs of a story
FIGURE_KINDS = ("caption", "caption_repeat", "credit")  # of what is said of a picture
LEAD_IN = "teaser.lead_in"
BETWEEN = (LEAD_IN, "scene.signed")  # rules of what stands there as well
INSERTS = ("share", "media", *FIGURE_KINDS)  # kinds of lines amid a story: embeds, too
POLL = "leftover.poll"
OF_POST = "contact.address"  # who wrote an embedded post
SHORT = 12  # words of a line that a hint is enough to skip
LEAD = 14  # words of a text's first line that is no menu, nor the site's name
FEW_SIGNS = 0.06  # of the lines of a text: so few that are sure to go make it nearly clean
GAP = 4  # lines of a table, or of a list, between two of the story's
PAIR = 2  # lines beside a call between two of the story's: of such, 7 of 10 are of it
FEWEST_LISTED = 2  # entries of a list that a colon opens
ROW = range(2, 21)  # lines in a row
ROW_WORDS, BARE_ROW_WORDS = 10, 20  # words of one, at most: under a blank line, and where none is
WORD = 2  # letters
LEADING = 2  # short lines that lead to a sentence: a subheading, a question, “Sleep!”
TOLD_BY_PLACE = ("description", "author_bio")  # prose as well, with a sign beside it
# Rules of lines that tell nothing of those beside them: a clean text has its captions and its last line, too.
ALONE = (
    "leftover.snippet", "leftover.invisible", "leftover.markup", "agency.closing", "caption.under_label",
    "scene.signed", "scene.filed", "scene.shown",
)  # fmt: skip
# Who is right where a sure finding stands against a sure witness: the first that is named, by rule or by family (“own”
# is what the user says); of equals the witness. What is not named among those against is weaker than any witness.
RANKING = (
    "own", "markup.picture", "teaser.next_article", "slug", "title.headline", "story.interview", "title.repeat",
    "repeat", "scene.filed", "story.dateline", "leftover", "story",
)  # fmt: skip


class Least(NamedTuple):
    """The least chance of being of the story with which a block stays, by what it is and where it stands."""

    prose: float  # against which nothing speaks
    doubted: float  # prose with a hint against it
    rest: float  # whatever else nothing speaks for
    hinted: float  # prose with a hint for it
    hinted_line: float  # another line with a hint for it
    between: float  # a line between two of the story's
    between_doubted: float  # the same with a hint against it
    opening: float  # a paragraph over the story's first line
    inside: float  # prose among the story's
    last: float  # a short sentence right behind the story's last line
    led_to: float  # a sentence behind short lines that lead to it
    sibling: float  # a paragraph beside one of the story's, of the same shape
    entry: float  # an entry of a list of which one stays
    row: float  # each of several short lines in a row between two of the story's, where no blank lines part any


LEAST: dict[Preference, Least] = {
    "recall": Least(0.12, 0.2, 0.35, 0.05, 0.15, 0.1, 0.3, 0.03, 0.02, 0.01, 0.03, 0.02, 0.005, 0.05),
    "balance": Least(0.25, 0.35, 0.5, 0.1, 0.25, 0.2, 0.42, 0.05, 0.05, 0.02, 0.1, 0.05, 0.01, 0.1),
    "precision": Least(0.5, 0.6, 0.65, 0.3, 0.4, 0.35, 0.55, 0.25, 0.25, 0.3, 0.4, 0.25, 0.25, 0.35),
}


def known(page: Page) -> list[bool | None]:
    """What is certain of each block: that it is of the story, that it is not, or None."""
    return [
        None if against is None and witness is None
        else witness is not None and (against is None or _rank(witness) <= _rank(against))
        for against, witness in zip(map(sure, page.findings), map(sure, page.witnesses), strict=True)
    ]  # fmt: skip


def sure(findings: Sequence[Finding]) -> Finding | None:
    """The first sure finding."""
    if not findings:
        return None  # of most blocks: the next line makes a generator
    return next((f for f in findings if f.strength == "sure"), None)


def _rank(finding: Finding) -> int:
    family = "own" if is_own(finding) else finding.rule.partition(".")[0]
    return next((n for n, name in enumerate(RANKING) if name in (finding.rule, family)), len(RANKING))


def is_plain(b: Block, findings: Sequence[Finding], title: int = -1) -> bool:
    """Whether a block is prose against which nothing speaks. A paragraph may say again what the headline says."""
    return is_prose(b) and speaks_nothing(b, findings, title)


def speaks_nothing(b: Block, findings: Sequence[Finding], title: int = -1) -> bool:
    """Whether nothing speaks against a block: no rule, and no line that says the same."""
    return not findings and not _repeats(b, title)


def _repeats(b: Block, title: int) -> bool:
    """Whether another block says what this one does; of a story's first paragraph the headline does as well."""
    if b.twin >= 0 or b.echo < 0:
        return b.twin >= 0
    return b.echo != title or not is_paragraph(b)


def by_chance(page: Page, chances: Sequence[float]) -> list[bool]:
    """Whether each block stays, by its chance alone."""
    least = LEAST[page.prefer]
    return [
        chance >= _least(b, findings, witnesses, least, page.title)
        for b, findings, witnesses, chance in zip(page.blocks, page.findings, page.witnesses, chances, strict=True)
    ]


def _least(b: Block, findings: Sequence[Finding], witnesses: Sequence[Finding], least: Least, title: int) -> float:
    """The least chance with which a block stays."""
    prose = is_prose(b) or is_said(b)
    if witnesses:
        return least.hinted if prose else least.hinted_line
    if _repeats(b, title) or not prose or any(f.kind in TOLD_BY_PLACE for f in findings):
        return least.rest
    return least.doubted if findings else least.prose


def with_plain(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays, with the plain prose from the headline to the story's last line and right behind that.

    Only where no markup tells more.
    """
    found = _with_gaps(page, stays, chances)
    blocks, least = page.blocks, LEAST[page.prefer]
    within = [i for i, stay in enumerate(stays) if stay]
    if not within:
        return found
    first, last = _first_under_head(page, within[0]), within[-1]
    for i in range(first if page.title < 0 else 0):  # a text without headline opens with its story
        if not is_plain_paragraph(page, i) and (i or not _is_lead(page)):
            break
        found[i], first = True, 0
    for i in _sentences_under_title(page, within[0], chances):
        found[i] = True
    opening = next(
        (i for i in range(first, within[0]) if is_plain_paragraph(page, i)), -1
    )  # straight under the headline
    for i in range(first, last):
        if is_plain(blocks[i], page.findings[i], page.title):
            is_long = blocks[i].words >= PARAGRAPH_WORDS
            enough = least.inside if i > within[0] else least.opening if is_long else least.between
            is_inside = i == opening or chances[i] >= enough or (is_long and found[line_before(page, i)])
            found[i] = found[i] or (is_inside and (is_long or found[line_before(page, i)]))
    while (
        first > 0
        and chances[first - 1] >= least.opening
        and is_plain(blocks[first - 1], page.findings[first - 1], page.title)
    ):
        first -= 1
        found[first] = True
    if len(blocks) > 1 and blocks[1].gap < 0 and chances[0] >= least.opening and is_plain_paragraph(page, 0):
        found[0] = True  # one long line opens with a sentence: a caption would have something over it
    found = _with_gaps(page, found, chances)
    if len(blocks) > 1 and blocks[1].gap < 0:
        found = _with_sentences(page, found)
    while further := _goes_on(page, last, chances) or _list_behind(page, last, chances):
        for i in further:
            found[i] = True
        last = further[-1]
    return found


def _first_under_head(page: Page, first: int) -> int:
    """The line from which on a story is looked for over its first: under the headline, if little stands between."""
    if not 0 <= page.title < first:
        return first
    others = [sure(page.findings[i]) is None and not is_plain_paragraph(page, i) for i in range(page.title, first)]
    return page.title + 1 if sum(others) <= HEAD else first


def _with_gaps(page: Page, stays: Sequence[bool], chances: Sequence[float]) -> list[bool]:
    """What stays, with the short sentences, the subheadings and the lists between two lines that do."""
    found = list(stays)
    blocks, least = page.blocks, LEAST[page.prefer]
    for run in _gaps(stays):
        are_rows = all(blocks[i].kind in ROWS for i in run)
        lines = run if are_rows else _few_between(page, run)
        is_led_to = are_rows and blocks[run.start - 1].ending == COLON
        enough = least.inside if is_led_to else least.between
        if all(_fits_between(blocks[i], page.findings[i], chances[i], least, enough) for i in lines):
            for i in lines:
                found[i] = True
        are_said = all(is_said(blocks[i]) or _calls(page, i) for i in run)
        for i in run if not are_rows else ():
            is_short = is_said(blocks[i]) and speaks_nothing(blocks[i], page.findings[i])
            is_of_post = _is_of_post(blocks, i) and _fits_between(
                blocks[i], page.findings[i], chances[i], least, least.between
            )
            found[i] = found[i] or is_of_post or (is_short and chances[i] >= (least.last if are_said else least.inside))
    return found


def _sentences_under_title(page: Page, first: int, chances: Sequence[float]) -> list[int]:
    """The plain sentences over the story's first line, if nothing but lines of the head stands between them and it.

    Where all of these are sure to go, less of a chance is enough.
    """
    found: list[int] = []
    at = line_before(page, first)
    while at > page.title >= 0 and is_plain(page.blocks[at], page.findings[at], page.title):
        found.append(at)
        at = line_before(page, at)
    head = range(page.title + 1, at + 1)
    if not found or len(head) > HEAD or any(is_prose(page.blocks[i]) and not sure(page.findings[i]) for i in head):
        return []
    least = LEAST[page.prefer]
    enough = least.hinted if any(sure(page.findings[i]) is None for i in head) else least.inside
    return found if min(chances[i] for i in found) >= enough else []


def _few_between(page: Page, run: range) -> Sequence[int]:
    """The one line of a gap, or the one or two beside a call to the reader; none under what leads to another story."""
    lines = [i for i in run if not _calls(page, i)]
    most = 1 if len(lines) == len(run) else PAIR
    return lines if len(lines) <= most and not any(_leads_away(page, i - 1) for i in lines) else ()


def _leads_away(page: Page, i: int) -> bool:
    finding = sure(page.findings[i])
    return finding is not None and finding.rule == LEAD_IN


def _with_sentences(page: Page, stays: Sequence[bool]) -> list[bool]:
    """What stays of one long line, with the sentences right before its first piece that stays, and single ones amid."""
    found = list(stays)
    first = found.index(True)
    while first - 1 > page.title and _is_plainly_said(page, first - 1):
        first -= 1
        found[first] = True
    for i in range(first + 1, len(found) - 1):
        found[i] = found[i] or (found[i - 1] and found[i + 1] and _is_plainly_said(page, i))
    return found


def _is_plainly_said(page: Page, i: int) -> bool:
    """Whether a piece ends like a sentence, and nothing speaks against it."""
    return page.blocks[i].ending == STOP and speaks_nothing(page.blocks[i], page.findings[i], page.title)


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

    A dump of bare lines has lost what shows a list. Of the words in such rows 66 % were of the story, on hosts that the
    tables had not seen, of those of short lines under a blank line 80 %; of single lines a third. A row of which
    a line stands twice is sooner one of other stories under their label, though names stand twice in tables, too.
    """
    found, least = list(stays), LEAST[page.prefer].row
    within = [i for i, stay in enumerate(stays) if stay]
    for last, following in pairwise(within):
        row = range(last + 1, following)
        if len(row) in ROW and all(_is_of_row(page, i, row) and chances[i] >= least for i in row) and _says(page, row):
            found[row.start : row.stop] = [True] * len(row)
    return found


def _is_of_row(page: Page, i: int, row: Sequence[int]) -> bool:
    """Whether a line may be an entry of a list, a line of verse, a cell: close to the others, and nothing is found."""
    b = page.blocks[i]
    most = ROW_WORDS if page.blocks[row[0]].gap else BARE_ROW_WORDS
    is_plain_line = not b.cues and speaks_nothing(b, page.findings[i]) and b.words <= most
    is_close = not b.gap or i == row[0] or page.blocks[i - 1].ending == COLON
    return is_plain_line and is_close and any(map(str.isalnum, b.core))


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


def line_before(page: Page, i: int) -> int:
    """The line before this one, over what stands between paragraphs: calls to the reader, pictures, embedded posts."""
    last = i - 1
    while last > 0 and i - last <= GAP and (_calls(page, last) or _is_insert(page, last)):
        last -= 1
    return last


def _is_insert(page: Page, i: int) -> bool:
    """Whether a line shows a picture or a post, or is a button, as they stand between paragraphs."""
    return any(
        (f.kind in INSERTS or f.rule == OF_POST) and (f.strength == "sure" or page.blocks[i].words <= SHORT)
        for f in page.findings[i]
    )


def _goes_on(page: Page, last: int, chances: Sequence[float]) -> list[int]:
    """The lines with which a story goes on behind one of its lines: a sentence, and the short lines that lead to it.

    It is looked for over what calls to the reader, too.
    """
    least = LEAST[page.prefer]
    short: list[int] = []
    for i in _behind(page, last):
        b = page.blocks[i]
        if _calls(page, i) or _is_of_figure(page, i) or _signs_post(b) or _is_of_pointer(page, i, chances):
            continue
        if not speaks_nothing(b, page.findings[i], page.title):
            break
        if not short:
            is_next = i == last + 1
            enough = is_prose(b) if is_next else b.words >= PARAGRAPH_WORDS and not _parts(page, i - 1)
            if enough or _is_cut_off(page, i) or (is_said(b) and chances[i] >= least.last):
                return [i]
        elif is_prose(b) and chances[i] >= least.led_to:
            return [*short, i]
        short.append(i)
        if len(short) > LEADING:
            break
    return []


def _list_behind(page: Page, last: int, chances: Sequence[float]) -> list[int]:
    """The lines of a list that a colon opens right behind a story's last line, with the sentence that follows it."""
    opens = last if page.blocks[last].ending == COLON else last + 1
    found: list[int] = []
    for i in range(last + 1, min(len(page.blocks), last + ROW.stop + 2)):
        b = page.blocks[i]
        if b.cues or not speaks_nothing(b, page.findings[i], page.title) or (i == opens and b.ending != COLON):
            break
        found.append(i)
        if is_prose(b):
            return found if i - opens > FEWEST_LISTED and chances[i] >= LEAST[page.prefer].last else []
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


def _parts(page: Page, i: int) -> bool:
    """Whether a line is of a picture that may be another story's; one that is signed at its end is a story's."""
    return _is_of_figure(page, i) and not _calls(page, i)


def _is_cut_off(page: Page, i: int) -> bool:
    """Whether a line ends amid a sentence, where the page asks to pay for the rest: “The council …”."""
    b, below = page.blocks[i], page.findings[i + 1 : i + 2]
    is_open = b.ending == ELLIPSIS and b.words >= FEWEST_WORDS
    return is_open and any(f.kind == "paywall" and f.strength == "sure" for findings in below for f in findings)


def _calls(page: Page, i: int) -> bool:
    """Whether a line calls to the reader, or points to another story."""
    finding = sure(page.findings[i])
    return finding is not None and (finding.kind in CALLS or finding.rule in BETWEEN)


def is_plain_paragraph(page: Page, i: int) -> bool:
    return page.blocks[i].words >= PARAGRAPH_WORDS and is_plain(page.blocks[i], page.findings[i], page.title)


def _is_lead(page: Page) -> bool:
    """Whether a text's first line is as long as no line of a menu: its lead or standfirst, though it has no stop."""
    b = page.blocks[0]
    return b.words >= LEAD and b.ending != COLON and speaks_nothing(b, page.findings[0]) and not b.cues


def _gaps(stays: Sequence[bool]) -> Iterator[range]:
    """The runs of at most GAP blocks that do not stay between blocks that do."""
    last = -1
    for i, stay in enumerate(stays):
        if stay:
            if last >= 0 and 1 < i - last <= GAP + 1:
                yield range(last + 1, i)
            last = i


def _is_of_post(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line says who wrote a post that the story shows, or stands right over such a line."""
    return any(map(_signs_post, blocks[i : i + 2]))


def _signs_post(b: Block) -> bool:
    return "@" in b.core and POSTED.search(b.core) is not None


def _fits_between(b: Block, findings: Sequence[Finding], chance: float, least: Least, enough: float) -> bool:
    """Whether a line between two of the story's is of it: a subheading, a row of a table, an entry of a list."""
    if b.twin >= 0 or b.echo >= 0 or sure(findings) is not None:
        return False
    return chance >= (least.between_doubted if findings else enough)
