"""The step that looks at every block once: its shape, its cues, and who says the same. Rules share what it found."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.measure.class_names import marked_headline, with_local_hints, without_common_names
from newsclean.measure.echoes import copies_of, echoes_of, twins_of
from newsclean.measure.headline import find_headline
from newsclean.measure.look import look_again, look_at
from newsclean.measure.next_article import next_article
from newsclean.measure.slugs import slugs
from newsclean.measure.threads import threads
from newsclean.page import traits
from newsclean.page.block import BEFORE_GAP, Block, with_traits
from newsclean.page.made import made
from newsclean.page.markup import FIGURE, Markup, renumbered
from newsclean.page.page import MANY, Page
from newsclean.page.points import heads_points
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import COLON, SIGNATURE_MARKS, STOP, UPPER_CASE
from newsclean.phrases.cue import USER, Cue
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import GAP
from newsclean.phrases.readers import is_reply

TITLE_REACH = 6  # blocks: what stands so close to the headline may be kicker, byline, standfirst
LIKE = 4  # words that a line like the headline shares with it
AD = traits.CUE_OF["ad"]
MAY_BE_CREDIT = traits.CUE_OF["credit"] | traits.MARK
LABEL = 5  # words of a label of an advertisement
BUTTON, MOST_OF_POLL = 3, 11  # words of a button to vote; lines of a poll over it
MOST_WORDS = 60  # of a block that a rule of short lines may have something to say of
# Traits that a longer one may have, too:
ANY_LENGTH = traits.PICTURE | traits.COMMENT | traits.REPLY_BELOW | traits.ASKED | traits.MARKUP | traits.OF_NEXT
FROM_READ = traits.OF_LONG_LINE | traits.OF_LEVEL
# Characters: looks at lines of up to so many are kept for when the line comes again. Where words are written without
# blanks each pair of characters is a token: of a line as long as others a look would take ten times as many bytes.
REMEMBERED, REMEMBERED_UNSPACED = 100, 16
TOP = 8  # blocks: the same for a page without headline


def measure(page: Page) -> Page:
    """The page with what can be seen of its blocks, alone (once) and beside each other."""
    lexicon = page.lexicon
    of_many = len(page.blocks) > MANY
    blocks = []
    for b in page.blocks:
        if b.folded:
            blocks.append(b)
            continue
        line = b.core or b.text
        unspaced = not b.text.isascii() and UNSPACED.search(b.text) is not None
        look = look_again if len(line) <= (REMEMBERED_UNSPACED if unspaced else REMEMBERED) else look_at
        seen = look(line, lexicon, unspaced, of_many)
        # What is kept is not trimmed.
        bits = seen.traits | (b.traits & FROM_READ) | (traits.TRIMMED if b.cuts else b.traits & traits.KEPT)
        blocks.append(
            made(Block, (
                b.number, b.start, b.end, b.text, b.kind, b.gap, b.cuts, line, seen.folded, seen.key, seen.tokens,
                seen.words, seen.ending, seen.case, bits, seen.cues, -1, -1,
            ))
        )  # fmt: skip
    if page.html is None:
        page, blocks = _without_ads(page, blocks)
        return _with_context(page, blocks)
    title = marked_headline(blocks, page.links, page.html)
    html = without_common_names(page.html, blocks, page.links)
    html = with_local_hints(html, [b.words for b in blocks], title)
    return _with_context(page._replace(html=html, title=title), blocks)


def _without_ads(page: Page, blocks: list[Block]) -> tuple[Page, list[Block]]:
    """The page and its blocks without labels of advertisements, which say nothing but part what belongs together.

    “Advertisement” may stand between a caption and its credit, a list's title and the list. Where markup tells what
    belongs together they stay, as they do in a text of nothing else.
    """
    aside = [
        b
        for b in blocks
        if b.traits & AD and b.words <= LABEL and not b.traits & traits.KEPT and any(_is_label(cue) for cue in b.cues)
    ]
    if not aside or len(aside) == len(blocks) or page.is_again:
        return page, blocks
    apart = {b.number for b in aside}
    kept: list[Block] = []
    now: dict[int, int] = {}
    for b in blocks:
        if b.number not in apart:
            now[b.number] = len(kept)
            is_behind = b.number - 1 in apart
            gap = max(b.gap, 1, blocks[b.number - 1].gap) if is_behind else b.gap
            is_same = b.number == len(kept) and gap == b.gap  # as those before the first of them are
            kept.append(b if is_same else made(Block, (len(kept), *b[1:BEFORE_GAP], gap, *b[BEFORE_GAP + 1 :])))
    page = page._replace(
        aside=(*page.aside, *aside),
        links=tuple([link for n, link in enumerate(page.links) if n not in apart]),
        figures=renumbered(page.figures, now),
        # Of a page that is looked at again it was decided already what stays.
        stays=tuple([stay for n, stay in enumerate(page.stays) if n not in apart]),
        chances=tuple([chance for n, chance in enumerate(page.chances) if n not in apart]),
    )
    return page, kept


def _is_label(cue: Cue) -> bool:
    return cue.kind == "ad" and cue.where == "whole" and GAP not in cue.phrase and cue.language != USER


def _with_context(page: Page, blocks: Sequence[Block]) -> Page:
    """The page of these blocks with all that depends on neighbours: echoes, the headline, and their traits."""
    twins, echoes = twins_of(blocks), echoes_of(blocks)
    copies = copies_of(blocks, twins)
    for number in copies:
        if twins.get(twins[number]) == number:
            del twins[twins[number]]  # the first copy says nothing again
    for number, whose in slugs(blocks, twins).items():
        twins[number] = whose
        twins.setdefault(whose, number)
    linked = list(blocks)
    for number in twins.keys() | echoes.keys():
        b, twin, echo = blocks[number], twins.get(number, -1), echoes.get(number, -1)
        bits = traits.TWIN | (traits.COPY if number in copies else 0)
        if twin >= 0:
            bits |= traits.SAID_ABOVE if twin < number else traits.SAID_BELOW
            bits |= traits.HYPHENED if "-" in b.text else 0
        linked[number] = with_traits(b, bits, twin=twin, echo=echo)
    title = _title(page, linked)
    for i, more in enumerate(_beside(page, linked, title)):
        b = linked[i]
        if seen := more if b.words <= MOST_WORDS else more & ANY_LENGTH:
            linked[i] = with_traits(b, seen, twin=b.twin, echo=b.echo)
    return page._replace(blocks=tuple(linked), title=title, in_capitals=_in_capitals(blocks))


def _beside(page: Page, blocks: Sequence[Block], title: int) -> list[int]:
    """For each block the traits that it has from its place on the page and from the blocks beside it."""
    size = len(blocks)
    bits = [0] * size if page.html is None else _marked(page.html.markup)
    first, behind = (0, TOP) if title < 0 else (max(0, title - TITLE_REACH), title + 2 * TITLE_REACH)
    for i in range(first, min(size, behind)):
        bits[i] |= traits.NEAR_TITLE
    if title >= 0:
        bits[title] |= traits.IS_TITLE
        for i in range(max(0, title - traits.OVER), title):
            bits[i] |= traits.OVER_TITLE
        for i in range(title + 1, min(size, title + 1 + traits.UNDER)):
            bits[i] |= traits.UNDER_TITLE
    for i in range(max(0, size - traits.LAST), size):
        if blocks[i].traits & (traits.SHORT | traits.PROSE):
            bits[i] |= traits.AT_END
    words = blocks[title].tokens if title >= 0 else frozenset()
    shown = 0
    votes = words_for("vote")
    for i, b in enumerate(blocks):
        above, shown = shown, b.traits
        if shown & traits.QUESTION:
            for below in range(i, min(size, i + traits.ANSWER + 1)):
                bits[below] |= traits.ASKED
        if not shown & traits.SHORT:
            continue
        if len(words) >= LIKE and len(b.tokens & words) >= LIKE:
            bits[i] |= traits.LIKE_TITLE
        if (shown | above) & traits.LABEL:
            bits[i] |= traits.AT_LABEL
        if above & traits.CUE_OF["related"] and blocks[i - 1].ending == COLON:
            bits[i] |= traits.AT_POINTER
        if b.words <= BUTTON and b.folded.strip(" :.") in votes:
            for near in range(max(0, i - MOST_OF_POLL), i + 1):
                bits[near] |= traits.BY_VOTE
        if is_reply(b.folded):
            for over in range(max(0, i - 3), i):
                bits[over] |= traits.REPLY_BELOW
        if i >= size - traits.SIGNATURE and b.core in SIGNATURE_MARKS:
            for below in range(i, size):
                bits[below] |= traits.SIGNED
        if i and shown & MAY_BE_CREDIT and b.words <= 12:
            bits[i - 1] |= traits.CREDIT_BELOW
        if shown & traits.SIGN and "-" in b.text:
            for near in range(max(0, i - 1), min(size, i + 2)):
                if blocks[near].traits & traits.TWIN:
                    bits[near] |= traits.AT_SLUG
        if b.ending not in (STOP, COLON) and i + 1 < size and is_paragraph(blocks[i + 1]):
            bits[i] |= traits.OVER_PROSE
    if page.form == "markdown":
        for mark in page.figures:
            for i in mark.captions:
                bits[i] |= traits.PICTURE
    if page.html is not None:
        for mark in page.figures:
            if mark.is_seen and not mark.captions and mark.at_block < size:
                bits[mark.at_block] |= traits.UNDER_PICTURE
    heads, texts = threads(blocks, page.links)
    for marked, bit in ((heads, traits.COMMENT_HEAD), (texts, traits.COMMENT)):
        for i in marked:
            bits[i] |= bit
    for i in range(next_article(blocks, title, page.html), size):
        bits[i] |= traits.OF_NEXT
    return bits


def _marked(markup: Sequence[Markup]) -> list[int]:
    """For each block of an HTML page the trait that its markup gives it."""
    return [traits.MARKUP if m.hints or m.places & FIGURE or m.tag == "figcaption" else 0 for m in markup]


def _title(page: Page, blocks: Sequence[Block]) -> int:
    """The headline: of an HTML page the one that its markup tells.

    Where a page is looked at again its first line is none: the headline was taken off already, and nothing tells a
    subheading or a key point that stands first from one. Nor is any behind the headline that was taken off.
    """
    if page.html is not None and page.title >= 0:
        return page.title
    if page.is_again and (len(blocks) < 2 or 0 <= page.headed_at < blocks[1].start):
        return -1  # as nearly always: all but the first line stand behind it
    found = find_headline(blocks)
    if found > 0 and heads_points(blocks[found - 1]):
        return -1
    if page.is_again and found > 0 and 0 <= page.headed_at < blocks[found].start:
        return -1
    return found if found or not page.is_again else -1


def _in_capitals(blocks: Sequence[Block]) -> float:
    """The share of the words of a page that stand in lines in capitals."""
    capitals = sum([b.words for b in blocks if b.case == UPPER_CASE])
    return capitals / sum([b.words for b in blocks]) if capitals else 0.0
