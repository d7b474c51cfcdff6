"""What the blocks outside the story are: by their findings, else by the section that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from newsclean.article import Kind, TextKind
from newsclean.page import Block, Finding, Page
from newsclean.read.elements import ARTICLE, FOOTER, NAV
from newsclean.rules import SECTIONS
from newsclean.rules.head import masthead
from newsclean.shape import COLON, STOP

IN_STORY = {kind: Finding(kind, "", "hint", "story.path") for kind in get_args(TextKind)}
INHERITED = "section"  # the rule's name for a kind that a block has from the title of its section
BUTTON_WORDS = 4  # of what stands under “Share”
MAX_MENU = 15  # blocks: the same for a list over the story
MAX_SECTION = 60  # blocks: the longest list of other stories under one title on the development pages has 55


def outside_kinds(
    page: Page, in_story: Sequence[bool], again: Mapping[int, Finding], evidence: Callable[[int], str]
) -> tuple[Finding, ...]:
    """One finding for each block: a text kind for the story's, else its best finding or what its place tells."""
    blocks = page.blocks
    first = next((i for i, stays in enumerate(in_story) if stays), len(blocks))
    last = next((i for i in range(len(blocks) - 1, -1, -1) if in_story[i]), -1)
    result: list[Finding] = []
    section: Kind | None = None
    since = 0
    in_footer = False
    for i, b in enumerate(blocks):
        if in_story[i]:
            result.append(IN_STORY[b.kind])
            section = None
            continue
        if i == page.title:
            section = None  # what heads a list over the headline does not head what is under it
        if section is not None and _heads_tags(page, i):
            section = None
        if _is_footer(page, i):
            section, since, in_footer = "navigation", 0, True
        elif in_footer:
            section, in_footer = None, False
        twin_stays = any(n >= 0 and in_story[n] for n in (b.twin, b.echo))
        finding = again.get(i)
        if finding is None and page.findings[i]:
            finding = _best(page.findings[i], section, twin_stays=twin_stays, late=i > last)
        if finding is None:
            if i < first and b.words >= 14 and b.ending == STOP:
                section = None  # a standfirst: the list over the headline is over
            if section is not None and since <= (MAX_SECTION if i > first else MAX_MENU) and _fits(b, section):
                finding = Finding(section, "stands in a section of this kind", "hint", f"{INHERITED}.{section}")
            else:
                finding = Finding(_by_place(b, page, i, first, last, result), evidence(i), "hint", "story.path")
        if _heads_section(b, finding):
            section, since = finding.kind, 0
        since += 1
        result.append(finding)
    return tuple(result)


def _fits(b: Block, section: Kind) -> bool:
    """Whether a line may be of a section of this kind: buttons are short."""
    return section != "share" or b.words <= BUTTON_WORDS


def _heads_tags(page: Page, i: int) -> bool:
    """Whether this line is a title such as “Topics”, with tags under it."""
    b = page.blocks[i]
    if not b.cues or not any(c.kind == "navigation" and c.where == "whole" for c in b.cues):
        return False
    under = page.blocks[i + 1 : i + 3]
    return len(under) == 2 and all(other.words <= 3 and not other.cues for other in under)


def _is_footer(page: Page, i: int) -> bool:
    """Whether this line stands in a footer or menu: what heads a list above does not head that."""
    if page.html is None:
        return False
    places = page.html.markup[i].places
    return bool(places & (FOOTER | NAV)) and not places & ARTICLE


def _heads_section(b: Block, finding: Finding) -> bool:
    if not b.cues or finding.kind not in SECTIONS or b.words > 12:
        return False
    return any(c.where in {"whole", "starts"} for c in b.cues)


def _best(findings: Sequence[Finding], section: Kind | None, *, twin_stays: bool, late: bool) -> Finding | None:
    """The first sure finding, else one that agrees with the section, else the first hint.

    A repetition counts only of a line of the story; behind the story, two equal lines without a sure sign are a teaser
    and its picture's alternative text.
    """
    likely = [
        f
        for f in findings
        if not (f.kind == "repeat" and not twin_stays)
        and not (late and f.rule == "caption.twin" and f.strength == "hint")
    ]
    for f in likely:
        if f.strength == "sure":
            return f
    for f in likely:
        if f.kind == section:
            return f
    if section == "related" and likely and likely[0].kind in ("timestamp", "byline", "navigation", "kicker"):
        return None
    return likely[0] if likely else None


def _by_place(b: Block, page: Page, i: int, first: int, last: int, before: Sequence[Finding]) -> Kind:
    """What a block without any finding is, by its shape and by where it stands."""
    if not b.tokens:
        return "other"
    sentence = b.ending == STOP and b.words >= 6
    below = page.findings[i + 1] if i + 1 < len(page.blocks) else ()
    if below and b.words <= 8 and any(f.rule == "caption.credited" for f in below):
        return "caption"  # an alternative text over its caption
    if i < first:
        if 0 <= page.title < i and b.words >= 7:
            return "description"
        if page.title > i and page.title - i <= 2 and b.words <= 5 and masthead(b, page) is None:
            return "kicker"
        return "other" if sentence else "navigation"
    previous = before[-1].kind if before else None
    if previous in ("related", "promo", "share", "navigation", "ad"):
        return previous
    if i < last:
        if previous in ("caption", "credit", "caption_repeat") or (sentence and b.words <= 30):
            return "caption"
        return "related" if b.words >= 4 and b.ending != COLON else "other"
    if b.words >= 4:
        return "related"
    return "navigation"
