"""The lines that say who wrote a story: how well each says it, and the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.beside import (
    DATE,
    HEADING,
    MARK,
    SHORT,
    is_label_of_other_work,
    is_over_role,
    is_pictured,
    is_under_label,
    is_unseen,
    stands_as_byline,
)
from newsclean.assemble.persons import (
    ALONE,
    BESIDE,
    DATED,
    LABELLED,
    PIECES,
    TOLD,
    agency_in,
    is_house,
    is_plain,
    may_be_person,
    names_in,
)
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import is_question
from newsclean.page.shape import STOP
from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share, read_date
from newsclean.read.meta.authors import MAX_BYLINE, after_date
from newsclean.read.meta.byline_patterns import patterns
from newsclean.rules.author_bio import reporter_told_of
from newsclean.rules.byline import name_before_date
from newsclean.rules.timestamp import says_by

LONGEST = 24  # words of a byline
# What is no byline, and what is none without a label: a name in one of these belongs to something else.
NEVER = frozenset(("caption", "caption_repeat", "credit", "title", "title_repeat", "slug", "comment", "heading"))
SELDOM = frozenset(("share", "media", "promo", "ad", "agency", "paywall", "notice", "list_item", "quote", "table"))
BY_ONE = re.compile(r"(?:\w+ )?by\b|author:", re.IGNORECASE)
ABOUT = re.compile(r"\A(?:About the [Aa]uthor|About):?\s")
READING = re.compile(r"\d{1,2}\s?min", re.IGNORECASE)


class Line(NamedTuple):
    number: int
    names: tuple[str, ...]
    worth: int


def byline_lines(page: Page, numbers: Iterable[int]) -> list[Line]:
    """The bylines among these lines, in order."""
    found = []
    for n in numbers:
        if page.kinds[n].kind in NEVER:
            continue
        worth, names = _byline(page, n)
        names = tuple(name for name in names if not is_plain(page, name, worth))
        if names and not (worth == ALONE and is_pictured(page, n)):
            found.append(Line(n, names, worth))
    return found


def _byline(page: Page, n: int) -> tuple[int, tuple[str, ...]]:
    """How well a line says who wrote the story, and the names in it."""
    b, kind = page.blocks[n], page.kinds[n].kind
    if kind == "author_bio":
        match = reporter_told_of(ABOUT.sub("", b.core))
        return TOLD, (match[1],) if match and is_name(match[1]) else ()
    line = MARK.sub("", b.core)
    if (
        not line
        or len(line) > MAX_BYLINE
        or b.words > LONGEST
        or (b.ending == STOP and b.words > SHORT)
        or is_question(b)  # “REPORTER: Madam Mayor, why …?”
        or patterns().other_work.match(line)
    ):
        return 0, ()
    if n and page.blocks[n - 1].words <= HEADING and is_label_of_other_work(page.blocks[n - 1]):
        return 0, ()
    if label := end_of_label(b):
        rest = b.core[label:].lstrip(" :：/／|＝=")
        if b.core[label - 1].isalpha() and not b.core[label].isspace() and len(rest) < 3:
            return 0, ()  # “著者一覧”: a menu
        one = BY_ONE.match(line) is not None
        return TOLD if kind == "related" else LABELLED, names_in(rest, may_be_one=one)
    if patterns().korean.search(line) and b.words <= 2 * SHORT:
        return LABELLED, names_in(line)
    if kind == "timestamp" and (at := says_by(b)):
        return LABELLED, () if patterns().other_work.search(b.core[:at]) else names_in(b.core[at:])
    if kind == "timestamp" and UNSPACED.search(line):
        for part in line.split():  # “2023年05月06日 来源：港口新闻网 作者：李明”
            if (match := patterns().by.match(part)) and match.end() < len(part):
                return LABELLED, names_in(part[match.end() :])
    for piece in (pieces := PIECES.split(line)):
        if len(pieces) > 1 and (match := patterns().by.match(piece)) and any(map(_is_dated, pieces)):
            return LABELLED, names_in(piece[match.end() :], may_be_one=True)
    if is_house(line) and kind in ("byline", "agency") and stands_as_byline(page, n):
        return ALONE, (line,)
    if kind == "list_item" and is_under_label(page, n) and may_be_person(line):
        return ALONE, names_in(line)
    if kind in ("share", "navigation", "other") and is_over_role(page, n):
        return DATED, names_in(line)
    if kind in TEXT_KINDS or kind in SELDOM or kind == "related" or b.words > SHORT:
        return 0, ()
    rest = after_date(b.core)
    if rest != b.core and may_be_person(rest) and read_date(b.core.removesuffix(rest)):
        return DATED, names_in(rest)
    if name := name_before_date(line):
        return DATED, () if name.split()[0].casefold() in words_for("no_first_name") else names_in(name)
    if name := _before_role(line):
        return DATED if "," in line or not is_plain(page, name, ALONE) else ALONE, names_in(name)
    if len(pieces) > 1 and may_be_person(pieces[0]) and any(map(_is_dated, pieces[1:])):
        return DATED, names_in(pieces[0])
    if "/" in line and agency_in(line):
        return 0, ()  # who took the picture: “Jo Doe/Reuters”
    if (line != b.core or kind not in ("byline", "other")) and not is_unseen(page, n):
        return 0, ()  # of the names that stand alone in menus half were words: “Local News”
    return ALONE, names_in(line) if may_be_person(line) and stands_as_byline(page, n) else ()


def _is_dated(piece: str) -> bool:
    return READING.match(piece) is not None or date_share(fold(piece)) >= DATE


def _before_role(line: str) -> str | None:
    """The name in a line of a name and a role: “Jo Doe, Staff Writer”, “Jo Doe Lifestyle Writer”."""
    role = patterns().role.search(line)
    if role is None or len(line[role.end() :].split()) > BESIDE:
        return None
    name, comma, _ = line[: role.start()].partition(",")
    words = name.split()
    if not comma and (not 2 <= len(words) <= 5 or "&" in words):
        return None  # “Harbour News & Weather Editor”
    name = name.strip() if comma else " ".join(words[:2])
    return name if may_be_person(name) else None


def end_of_label(b: Block) -> int:
    """Where what a byline opens with ends, in any language: “By”, “文/”, “Das Gespräch führte”; 0 for another line."""
    mark = MARK.match(b.core)
    at = mark.end() if mark else 0
    match = patterns().by.match(b.core, at)
    end = match.end() if match and match.end() < len(b.core) else 0
    for cue in b.cues:
        if cue.kind == "byline" and cue.where == "starts" and len(b.folded) == len(b.core) and cue.end < len(b.core):
            end = max(end, cue.end)
    return end
