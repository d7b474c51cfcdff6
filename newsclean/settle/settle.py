"""The step that decides what each block is: first where the story lies, then what everything else is.

A sure finding stands alone; a hint only counts in the weights of the path (path.py). Guards: of a page that shows next
to no sign of furniture all stays but what is sure to go; a page is never emptied by hints. What is left is looked at
again until nothing more is taken off it, so that cleaning a cleaned text changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.page import traits
from newsclean.page.block import Block, Finding, is_own, own_word
from newsclean.page.markup import FOOTER, HEADER, NAV
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS, is_paragraph, is_prose, is_sentence
from newsclean.page.shape import STOP
from newsclean.rules.cued import CERTAIN, words_of
from newsclean.settle.again import is_one_line
from newsclean.settle.certain import known
from newsclean.settle.columns import columns_of, prose_words, text_columns
from newsclean.settle.html_slots import ALL_SLOTS, HTML_PARTS, markup_columns
from newsclean.settle.inside import with_inside
from newsclean.settle.least import by_chance
from newsclean.settle.listed import ALONE, with_entries, with_lines, with_rows
from newsclean.settle.path import story_chances
from newsclean.settle.recurring import beside_recurring
from newsclean.settle.siblings import with_siblings
from newsclean.settle.slots import PARTS, SLOTS, Row, rows
from newsclean.settle.story import with_plain
from newsclean.settle.tables import load_weights, table_for

CLEAN_BLOCKS = 40  # a page of at most so many blocks may be clean without prose: a poem, a table of scores
CLEAN_LINES = 150  # the same of a text that shows no phrase of furniture at all: a longer poem, a script
PIECE_WORDS = 6  # of a sentence in one long line: half a paragraph's, as pieces of it are cut shorter
LINES_OF_ONE = 6  # one line of furniture, or one in so many others, makes no page of a clean text
CLEAN = 0.95  # the chance of being of the story of a line of a clean page
CLEAN_CUES = 0.1  # share of blocks that may look like furniture on a clean page
CLEAN_LINKS = 0.1  # share of words in lines that are links on a clean HTML page: more is a menu or a list of stories
LIST_LINKS = 0.5  # the same of a list of stories
LINKED = 0.8  # of a line's characters: it is a link
CALLS = ("promo", "ad", "share", "paywall")  # kinds of sentences that say all by themselves
CLOSING = ("agency", "notice", "promo", "paywall")  # kinds of a page's last sentences
NOTE_WORDS = 3  # of the phrase of such a one
SIGNATURES = ("author_bio", "agency")  # kinds of last lines
LISTS_OF_STORY = ("text", "brief")  # tables of texts in which a list is the story's; in dumps of pages it is a menu
# Families of rules that know a line by a phrase at its beginning, or by one in it.
LABELLING = (
    "ad", "agency", "caption", "credit", "media", "navigation", "notice", "paywall", "promo", "share", "teaser",
)  # fmt: skip
COPY = "repeat.paragraph"
LIST_TITLES = ("teaser.list_title", "navigation.entry")
HEADLINE = range(3, 26)  # words of a headline in a list
FEWEST_LISTED = 2  # headlines under a title of one word, “Related”
SUBHEADING = 0.7  # chance of being of the story of a line behind such a list that is its subheading


def settle(page: Page) -> Page:
    """The page with `stays`: whether each block is of its story.

    What recurs on its site goes afterwards: the path was fitted on pages of which no site was known.
    """
    page = _settled(page)
    if not any(page.recurring):
        return page
    stays = beside_recurring(page)
    chances = [
        chance if stay or not stayed else 0.0
        for stay, stayed, chance in zip(stays, page.stays, page.chances, strict=True)
    ]
    return page._replace(stays=stays, chances=tuple(chances))


def _settled(page: Page) -> Page:
    told, page = page, _without_doubted(page)
    blocks = page.blocks
    certain = known(page)
    out = [c is False for c in certain]
    if _is_clean(page, out):
        return told._replace(stays=tuple([not o for o in out]), chances=tuple([0.0 if o else CLEAN for o in out]))
    table = table_for(page)
    values = slot_values(page)
    chances = story_chances(values, certain, load_weights(table))
    page = _without_copies(page)
    stays = by_chance(page, chances)
    listed = frozenset(_listed(page, out, chances))
    for i in listed:
        stays[i] = False
    if page.html is None:
        stays = with_lines(page, with_plain(page, stays, chances), chances)
        stays = with_rows(page, stays, chances)
        if table in LISTS_OF_STORY:
            stays = with_entries(page, stays, chances)
    else:
        stays = with_inside(page, with_siblings(page, stays, chances), chances)
    stays = _unparted(page, stays, out)
    if max((b.words for stay, b in zip(stays, blocks, strict=True) if stay), default=0) < SENTENCE_WORDS:
        if _is_list(page):
            stays = [False] * len(blocks)  # of a list of stories a name or so had stayed
        elif not any(stay and b.tokens for stay, b in zip(stays, blocks, strict=True)):
            stays = [not o and not b.cues and b.number not in listed for o, b in zip(out, blocks, strict=True)]
            if not any(stays):  # nothing but a paragraph, said twice: there is nothing that it could be a caption of
                stays = [is_prose(b) and b.number < b.twin and not _is_users(page, b) for b in blocks]
    stays = [
        stay or (bool(found) and own_word(found) is not None) for stay, found in zip(stays, page.witnesses, strict=True)
    ]
    return told._replace(stays=tuple(stays), values=tuple(values), chances=chances)


def _without_doubted(page: Page) -> Page:
    """The page, of one long line without what is found of its sentences that may yet hold one of the story's.

    “Read more: Sea wall to be raised The vote was 7-2.” says which words are no story's, not where they end.
    """
    if not is_one_line(page.blocks):
        return page
    closing = _closing(page, known(page))
    return page._replace(findings=tuple([
        tuple([f for f in findings if _stands(b, f)])
        if findings and b.number < closing and _is_sentence(b)
        else findings
        for b, findings in zip(page.blocks, page.findings, strict=True)
    ]))  # fmt: skip


def _without_copies(page: Page) -> Page:
    """The page, with nothing that says the same as the first copy of a paragraph of which the others are sure to go."""
    copies = frozenset(
        [
            b.twin
            for b, findings in zip(page.blocks, page.findings, strict=True)
            for f in findings
            if f.rule == COPY and f.strength == "sure"
        ]
    )
    if not copies:
        return page
    return page._replace(blocks=tuple([
        b._replace(twin=-1) if b.number in copies and b.twin > b.number else b for b in page.blocks
    ]))  # fmt: skip


def _unparted(page: Page, stays: Sequence[bool], out: Sequence[bool]) -> list[bool]:
    """What stays, with what the path alone takes from beside it where only chance says that a line ended between them.

    Of such places nearly one in ten lies inside of a sentence.
    """
    found = list(stays)
    soft = [b.number for b in page.blocks if b.traits & traits.SOFT]
    for i in soft:
        found[i] = found[i] or (found[i - 1] and not out[i])
    for i in reversed(soft):
        found[i - 1] = found[i - 1] or (found[i] and not out[i - 1])
    return found


def _stands(b: Block, finding: Finding) -> bool:
    """Whether a finding of a sentence counts in one long line as well: the user's, and that of a long prompt.

    There a sentence stands apart from the one behind it that quotes it, so it has to show five words of a phrase; and
    notices are quoted too often: “Your privacy is important to us, the company had assured its passengers.” What is
    nothing but such a phrase is quoted by nobody.
    """
    if is_own(finding):
        return True
    if finding.strength == "hint":
        return finding.rule.partition(".")[0] not in LABELLING
    n_words = words_of(finding.evidence)
    if n_words >= CERTAIN and b.words <= n_words + 1:  # a number may stand behind it
        return True
    is_long = is_paragraph(b) and finding.kind in CALLS and n_words >= CERTAIN
    return is_long and not b.traits & traits.LOOSE


def _closing(page: Page, certain: Sequence[bool | None]) -> int:
    """The number of the first of a page's last lines that are sure to close it: notes on who worked on it, notices.

    Behind the last of them nobody goes on to say who says so.
    """
    first = len(certain)
    while first > 1 and certain[first - 1] is False and _closes(page.findings[first - 1]):
        first -= 1
    return first


def _closes(findings: Sequence[Finding]) -> bool:
    return any(f.strength == "sure" and f.kind in CLOSING and words_of(f.evidence) >= NOTE_WORDS for f in findings)


def _is_users(page: Page, b: Block) -> bool:
    """Whether the user has said what a block is."""
    return any(map(is_own, page.findings[b.number]))


def _is_sentence(b: Block) -> bool:
    """Whether a piece of a long line is a sentence: inside of a paragraph, as it was, a phrase proves less.

    What nearly says what another does is none, but where a line may have ended inside of it and no credit ends it.
    """
    is_said_again = b.twin >= 0 or (b.echo >= 0 and (bool(b.cuts) or not b.traits & traits.LOOSE))
    return b.ending == STOP and b.words >= PIECE_WORDS and not is_said_again


def slot_values(page: Page) -> list[Row]:
    """For each block the value of each slot of its page's table of weights."""
    if not page.blocks:
        return []
    page = _without_doubted(page)
    prose = prose_words(page)
    columns = columns_of(page, prose)
    if page.html is None:
        return rows(SLOTS, PARTS, columns | text_columns(page, prose, columns))
    return rows(ALL_SLOTS, HTML_PARTS, columns | markup_columns(page, page.html, prose))


def _is_clean(page: Page, out: Sequence[bool]) -> bool:
    """Whether the page has next to no sign of furniture: perhaps a headline, or a line or two that are sure to go."""
    n = len(page.blocks)
    sure = sum(out) - (page.title >= 0 and out[page.title]) - _alone(page)
    most = n // LINES_OF_ONE or int(n > 2)
    if sure and (page.form != "text" or sure > most or _other_signs(page, out)):
        return False
    if sum([b.words <= 12 and not o for o, b in zip(out, page.blocks, strict=True) if b.cues]) > CLEAN_CUES * n:
        return False
    if page.html is not None and (
        _linked(page) > CLEAN_LINKS or any(m.places & (NAV | FOOTER | HEADER) for m in page.html.markup)
    ):
        return False
    if n <= CLEAN_BLOCKS:
        return True
    shows_nothing = not sure and not any(b.cues for b in page.blocks)
    if n <= CLEAN_LINES and shows_nothing and table_for(page) in ("text", "brief"):
        return True
    prose = sum([b.words for b in page.blocks if is_paragraph(b)])
    return 2 * prose >= sum([b.words for b in page.blocks])


def _alone(page: Page) -> int:
    """How many lines are sure to be what tells nothing of the lines beside them: captions by their form, code."""
    found = [(n, f) for n, findings in enumerate(page.findings) for f in findings if f.strength == "sure"]
    return len({n for n, f in found if f.rule in ALONE})


def _other_signs(page: Page, out: Sequence[bool]) -> bool:
    """Whether anything speaks of furniture besides the lines that are sure to be such.

    Sentences do not, but for the last, which may tell of the author; a title does of what stands under it.
    """
    last = len(page.blocks) - 1
    for i, (o, b, findings) in enumerate(zip(out, page.blocks, page.findings, strict=True)):
        if o:
            continue
        if findings and not is_sentence(b):
            return True
        if i == last and any(f.kind in SIGNATURES for f in findings):
            return True
        if i and out[i - 1] and b.ending != STOP and _heads_list(page.findings[i - 1]):
            return True
    return False


def _heads_list(findings: Sequence[Finding]) -> bool:
    """Whether a line is the title of a list: of other stories, of tags."""
    return any(f.strength == "sure" and f.rule in LIST_TITLES for f in findings)


def _listed(page: Page, out: Sequence[bool], chances: Sequence[float]) -> Iterator[int]:
    """The headlines under the title of a list of other stories; the last may be a subheading, if the story goes on."""
    blocks = page.blocks
    for i in [n for n, findings in enumerate(page.findings) for f in findings if f.rule == LIST_TITLES[0]]:
        j = i + 1
        while j < len(blocks) and not out[j] and blocks[j].ending != STOP and blocks[j].words in HEADLINE:
            j += 1
        last = j - 1
        goes_on = any(is_prose(b) for b in blocks[j : j + 1])
        says_so = any(f.kind == "heading" for f in page.witnesses[last])
        is_subheading = goes_on and says_so and chances[last] >= SUBHEADING
        if out[i] or last - i - is_subheading >= FEWEST_LISTED:  # a title of one word is sure by what stands under it
            yield from range(i, last + 1 - is_subheading)


def _is_list(page: Page) -> bool:
    """Whether an HTML page is mostly links: a list of stories may have no text of its own."""
    return page.html is not None and _linked(page) > LIST_LINKS


def _linked(page: Page) -> float:
    """Share of a page's words that stand in lines that are links."""
    linked = sum([b.words for b, link in zip(page.blocks, page.links, strict=True) if link.link_share >= LINKED])
    return linked / max(1, sum([b.words for b in page.blocks]))
