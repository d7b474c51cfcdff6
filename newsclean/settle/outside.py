"""What the blocks outside the story are: by their findings, else by the section that they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from newsclean.article.kinds import Kind, TextKind
from newsclean.page.block import Block, Finding, is_own, own_word
from newsclean.page.page import Page
from newsclean.page.shape import CLOSERS, COLON, STOP
from newsclean.page.traits import NAME, OPENS_WITH_NAME
from newsclean.press.credits import is_name
from newsclean.rules.credit import BRACKETS
from newsclean.rules.site import STANDING
from newsclean.settle.kickers import SLUG, is_kicker
from newsclean.settle.path import strongest
from newsclean.settle.recurring import is_sure
from newsclean.settle.sections import (
    fits,
    head_lines,
    heads_section,
    heads_tags,
    is_button,
    is_footer,
    is_inserted,
    is_row,
    on_cards,
    tags,
)
from newsclean.settle.tables import load_weights, table_for

COUNTER = re.compile(r"\d{1,3}\s?/\s?\d{1,3}|[✕✖×]")  # of a gallery, “1 / 5”, and the cross that closes it
IN_STORY = {kind: Finding(kind, "", "hint", "story.path") for kind in get_args(TextKind)}
INHERITED = "section"  # the rule's name for a kind that a block has from the title of its section
PICTURED = ("caption", "caption_repeat", "credit", "media")
# Kinds of lines that the card of another story has besides its headline:
OF_A_CARD = ("timestamp", "byline", "navigation", "kicker", "media", "other")
# Two limits of their own, not those of page/prose.py: outside the story a sentence is more often a line of a list.
STANDFIRST_WORDS = 14  # of a sentence over the story that ends the list above it
TOLD_WORDS = 6  # of a sentence that tells of the author or of a picture
# Kinds of lines that may stand between the headline and its standfirst; behind a stamp or a byline stand captions:
OVER_STANDFIRST = ("title_repeat", "slug", "kicker", "share", "navigation")
KICKER_WORDS = 4
CALLS = "?!？！؟…"
OF_NEXT = "teaser.next_article"  # whatever else its lines look like
MAX_SECTION = 60  # blocks: the longest list of other stories under one title on the development pages has 55


class Around(NamedTuple):
    """What is known of a page's lines before they are looked at one by one."""

    cards: frozenset[int]  # bylines and times of other stories' cards
    tagged: frozenset[int]  # lines of rows of tags
    tag_titles: frozenset[int]
    in_story: Sequence[bool]
    first: int  # of the story's blocks
    last: int


def name_blocks(page: Page) -> Page:
    """The settled page with `kinds`: a text kind for the story's blocks, else what findings or the place tell."""
    blocks, in_story = page.blocks, page.stays
    first = next((i for i, stays in enumerate(in_story) if stays), len(blocks))
    last = next((i for i in range(len(blocks) - 1, -1, -1) if in_story[i]), -1)
    around = Around(
        on_cards(page, in_story),
        tags(page, in_story),
        frozenset([i for i, b in enumerate(blocks) if b.cues and heads_tags(page, i)]),
        in_story,
        first,
        last,
    )
    head = head_lines(page, first)
    table = table_for(page) if page.values else ""
    result: list[Finding] = []
    section: Kind | None = None
    since = 0
    in_footer = False
    for i, b in enumerate(blocks):
        if in_story[i]:
            word = own_word(page.witnesses[i]) if page.witnesses[i] else None
            result.append(word._replace(kind=b.kind) if word else IN_STORY[b.kind])
            section = None
            continue
        if i in (page.title, head) or i in around.tag_titles:
            section = None  # what heads a list over the headline does not head what is under it
        if page.html is not None and is_footer(page, i):
            section, since, in_footer = "navigation", 0, True
        elif in_footer:
            section, in_footer = None, False
        twin_stays = (b.twin >= 0 and in_story[b.twin]) or (b.echo >= 0 and in_story[b.echo])
        finding = None
        if page.findings[i]:
            finding = _best(page.findings[i], section, twin_stays=twin_stays, late=i > last)
        word = page.recurring[i] if page.recurring else None
        if (
            word is not None
            and is_sure(word)
            and (finding is None or finding.strength == "hint" or word.rule == STANDING)
        ):
            result.append(word)
            continue
        if finding is None or not is_own(finding):  # what the user says stands
            finding = _in_company(page, i, finding, section, around, result)
        if finding is None:
            if i < first and b.words >= STANDFIRST_WORDS and b.ending == STOP:
                section = None  # a standfirst: the list over the headline is over
            if _is_over_bio(page, i):
                finding = Finding("byline", "a name over what is said of the author", "hint", "story.path")
            elif page.html is not None and is_row(b):
                finding = _of_section("navigation", "a menu, read as one line")
            elif section is not None and since <= MAX_SECTION and fits(b, section):
                finding = _of_section(section, "stands in a section of this kind")
            else:
                finding = Finding(
                    _by_place(b, page, i, first, last, result), _evidence(page, i, table), "hint", "story.path"
                )
        is_label = finding.kind == "paywall" and i < first  # “Premium” over the headline heads no list
        if heads_section(b, finding) and not is_label and not (section == "related" and is_inserted(page, i, finding)):
            section, since = finding.kind, 0
        since += 1
        result.append(finding)
    return page._replace(kinds=tuple(result), values=())  # nobody asks for these any more, and they take a tenth of it


def _evidence(page: Page, i: int, table: str) -> str:
    """For a block that only the path left out, the strongest weights of its table."""
    is_left_out = page.values and not page.findings[i]
    return strongest(page.values[i], load_weights(table)) if is_left_out else ""


def _of_section(kind: Kind, evidence: str) -> Finding:
    """What a line is by its section: never sure."""
    return Finding(kind, evidence, "hint", f"{INHERITED}.{kind}")


def _in_company(
    page: Page, i: int, finding: Finding | None, section: Kind | None, around: Around, before: Sequence[Finding]
) -> Finding | None:
    """What the lines around make of this one and its finding: a card's byline, a tag, a prompt's button."""
    for found in page.findings[i]:
        if found.rule == OF_NEXT:
            return found
    if i in around.cards:
        return _of_section("related", "on a card, as others close by")
    if i == page.title - 1 and is_kicker(page, i):
        return next(f for f in page.findings[i] if f.rule == "head.kicker")  # names of sections stand in menus, too
    if finding is not None and finding.rule == "head.kicker" and not is_kicker(page, i):
        return _of_section("navigation", "one of several labels over the headline")
    if i in around.tag_titles:
        return _of_section("navigation", "heads a list of tags")
    if finding is not None and finding.rule == "teaser.list_title" and is_button(page, i, around.in_story, before):
        return _of_section(before[-1].kind, "the button of what is above")
    if section == "related" and i in around.tagged:
        return _of_section("navigation", "one of a row of tags")
    if section == "related" and finding is not None and finding.kind == "timestamp" and before[-1].kind == "related":
        return _of_section("related", "the date of another story")
    if _is_over_headline_again(page, i, finding, around):
        return Finding("kicker", "right over the headline, which is said again", "hint", "story.path")
    if finding is None or not before:
        return finding
    kind = _of_neighbour(page.blocks[i], finding, before, late=i > around.last)
    return finding if kind == finding.kind else finding._replace(kind=kind)


def _is_over_headline_again(page: Page, i: int, finding: Finding | None, around: Around) -> bool:
    """Whether a line is a label over the headline as shown, where the title of the page's data stands above both."""
    b = page.blocks[i]
    if not 0 <= page.title < i < around.first or b.words > KICKER_WORDS or b.ending == STOP:
        return False
    if i - 1 > page.title and _is_short_label(page.blocks[i - 1]):
        return False  # a path through the site: “Home”, “World”
    below = page.findings[i + 1 : i + 2]
    may_be_label = finding is None or (finding.strength == "hint" and finding.kind in ("navigation", "kicker"))
    return (
        bool(may_be_label and below)
        and any(f.rule == "title.repeat" for f in below[0])
        and any(map(str.isalpha, b.core))
    )


def _is_short_label(b: Block) -> bool:
    return b.words <= KICKER_WORDS and b.ending != STOP and not SLUG.fullmatch(b.core)


def _is_over_bio(page: Page, i: int) -> bool:
    """Whether this line is a name, and the next one tells of the author."""
    b = page.blocks[i]
    below = page.findings[i + 1 : i + 2] if b.traits & NAME else ()
    return any(f.kind == "author_bio" for found in below for f in found) and is_name(b.core, 4)


def _is_of_card(finding: Finding) -> bool:
    """Whether a line may be of another story's card: its byline, its picture's text twice."""
    return finding.kind in OF_A_CARD or finding.rule == "caption.twin"


def _of_neighbour(b: Block, finding: Finding, before: Sequence[Finding], *, late: bool) -> Kind:
    """What a line is, by what stands above it: a credit may be the story's source, an address a picture's credit."""
    above = before[-1]
    if finding.rule == "repeat.paragraph" and 0 <= b.twin < len(before) and before[b.twin].kind in PICTURED:
        return "caption_repeat"
    if finding.rule == "credit.line" and late and above.kind not in PICTURED and b.text[0] not in BRACKETS:
        return "agency" if "©" in b.text or any(c.kind == "credit" for c in b.cues) else "credit"
    if finding.rule == "contact.address" and above.kind in PICTURED:
        return "credit"
    return finding.kind


def _best(findings: Sequence[Finding], section: Kind | None, *, twin_stays: bool, late: bool) -> Finding | None:
    """A sure finding of the user's, else the first sure one, else one that agrees with the section, else the first.

    A repetition counts only of a line of the story; behind the story, two equal lines without a sure sign are a teaser
    and its picture's alternative text.
    """
    likely = [
        f
        for f in findings
        if not (f.kind == "repeat" and not twin_stays)
        and not (late and f.rule == "caption.twin" and f.strength == "hint")
    ]
    if word := own_word(likely):
        return word
    if section == "related" and likely and likely[0].strength == "hint" and _is_of_card(likely[0]):
        return None
    for f in likely:
        if f.strength == "sure":
            return f
    for f in likely:
        if f.kind == section:
            return f
    return likely[0] if likely else None


def _by_place(b: Block, page: Page, i: int, first: int, last: int, before: Sequence[Finding]) -> Kind:
    """What a block without any finding is, by its shape and by where it stands."""
    if COUNTER.fullmatch(b.core):
        return "media"
    if not any(map(str.isalnum, b.core)):
        return "other"
    sentence = b.ending == STOP and b.words >= TOLD_WORDS
    below = page.findings[i + 1] if i + 1 < len(page.blocks) else ()
    if below and b.words <= 8 and any(f.rule == "caption.credited" for f in below):
        return "caption"  # an alternative text over its caption
    if i < first:
        if 0 <= page.title < i and b.words >= 7:
            if before[-1].kind in ("description", "related"):
                return "related"
            # Behind a caption that has its credit nothing more is said of the picture:
            is_behind_credit = i == first - 1 and any(c.kind == "credit" for c in page.blocks[i - 1].cuts)
            if is_behind_credit or all(f.kind in OVER_STANDFIRST for f in before[page.title + 1 :]):
                return "description"
        return "other" if sentence else "navigation"
    previous = before[-1].kind if before else None
    if i > last and sentence and b.traits & OPENS_WITH_NAME and is_name(" ".join(b.core.split()[:2])):
        return "author_bio"
    if previous in ("related", "promo", "share", "navigation", "ad") and fits(b, previous):
        return previous
    if i < last:
        is_pictured = previous in ("caption", "credit", "caption_repeat")
        is_told = any(c.kind == "credit" for c in page.blocks[i - 1].cuts)  # behind a credit nothing more is said
        if (is_pictured and not is_told) or (sentence and b.words <= 30):
            return "caption"
        return "related" if b.words >= 4 and b.ending != COLON else "other"
    if sentence and b.core.rstrip(CLOSERS)[-1] not in CALLS:
        return "other"  # headlines end with a question, but not with a stop
    return "related" if b.words >= 4 else "navigation"
