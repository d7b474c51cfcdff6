"""The lines that say who wrote a story: how well each says it, and the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS, Kind
from newsclean.assemble.beside import (
    DATE,
    HEADING,
    SHORT,
    is_label_of_other_work,
    is_over_role,
    is_over_stamp,
    is_pictured,
    is_place,
    is_under_label,
    is_under_title,
    is_unseen,
    stands_as_byline,
)
from newsclean.assemble.persons import (
    ALONE,
    BESIDE,
    DATED,
    LABELLED,
    MARK,
    PIECES,
    TOLD,
    agency_in,
    as_listed,
    is_house,
    is_plain,
    is_team,
    may_be_person,
    names_in,
    without_mark,
)
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import is_question
from newsclean.page.shape import STOP
from newsclean.page.traits import DIGIT
from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share, read_date
from newsclean.press.reported import reporters
from newsclean.read.meta.authors import HOUSE, MAX_BYLINE, after_date, parted
from newsclean.read.meta.byline_patterns import patterns
from newsclean.rules.author_bio import reporter_told_of, somebody_told_of
from newsclean.rules.byline import HAN_NAME, name_before_date
from newsclean.rules.timestamp import says_by

LONGEST = 24  # words of a byline
MARKED = 4  # characters of a list's mark, with the blank behind it
LABELS = (
    "byline",
    "author_bio",
    "timestamp",
    "agency",
    "credit",
)  # kinds of phrases that may be all of a line on who wrote the story
# What is no byline, and what is none without a label: a name in one of these belongs to something else.
NEVER = frozenset(("caption", "caption_repeat", "credit", "title", "title_repeat", "slug", "comment", "heading"))
SELDOM = frozenset(("share", "media", "promo", "ad", "agency", "paywall", "notice", "list_item", "quote", "table"))
BY_ONE = re.compile(r"(?:\w+ )?by\b|author:", re.IGNORECASE)
ABOUT = re.compile(r"\A(?:About the [Aa]uthor|About):?\s")
HOUSE_WORDS = 3  # words of a site's name behind its author's
LOOK = 80  # characters of a line in which “by” is sought behind a date
OPENING = "([（【"  # of a line in brackets: “(责任编辑：李明)”
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
        match = reporter_told_of(ABOUT.sub("", b.core)) or _told_of_behind_title(b)
        return TOLD, (match[1],) if match and is_name(match[1]) else ()
    if len(b.core) > MAX_BYLINE + MARKED or b.words > LONGEST or (b.ending == STOP and b.words > SHORT):
        return 0, ()  # most lines
    if any(c.where == "whole" and c.kind not in LABELS for c in b.cues):
        return 0, ()  # a button: “글자크기 설정” opens as “글 …”, by, does, “Abone Ol” looks like a name
    line = parted(without_mark(b.core))
    if (
        not line
        or len(line) > MAX_BYLINE
        or is_question(b)  # “REPORTER: Madam Mayor, why …?”
        or patterns().other_work.match(line.lstrip(OPENING))
    ):
        return 0, ()
    if n and page.blocks[n - 1].words <= HEADING and is_label_of_other_work(page.blocks[n - 1]):
        return 0, ()
    if labelled := _labelled(b, kind, line):
        return labelled
    if is_under_label(page, n) and (names := _whole_names(as_listed(line))):
        return LABELLED, names
    if b.traits & DIGIT and (by := _behind_date(kind, line)):
        return LABELLED, by
    if kind in ("byline", "agency") and is_house(line) and stands_as_byline(page, n):
        return ALONE, (line,)
    if kind in ("share", "navigation", "other") and is_over_role(page, n):
        return DATED, names_in(line)
    if is_under_title(page, n) and b.words <= SHORT and b.ending != STOP and (names := _at_title(page, n)):
        return DATED, names
    if b.words > SHORT or kind in TEXT_KINDS or kind == "related" or (kind in SELDOM and not is_unseen(page, n)):
        return 0, ()
    return _unlabelled(page, n, line)


def _told_of_behind_title(b: Block) -> re.Match[str] | None:
    """Of whom a note tells that its own title opens: “About the author: Jo Doe is …”."""
    titles = (c for c in b.cues if c.kind == "author_bio" and c.where == "starts")
    ends = [c.end for c in titles if b.core[: c.end].casefold() == b.folded[: c.end]]
    return somebody_told_of(b.core[max(ends) :].lstrip(" :：–—-")) if ends else None


def _labelled(b: Block, kind: Kind, line: str) -> tuple[int, tuple[str, ...]] | None:
    """The same of a line that itself says that it names the author; None for another."""
    if label := end_of_label(b):
        rest = b.core[label:].lstrip(" :：/／|＝=")
        if b.core[label - 1].isalpha() and not b.core[label].isspace() and len(rest) < 3:
            return 0, ()  # “著者一覧”: a menu
        one = BY_ONE.match(line) is not None
        return TOLD if kind == "related" else LABELLED, names_in(rest, may_be_one=one)
    if line != b.core and not patterns().by.match(b.core) and (by := patterns().by.match(line)):
        return LABELLED, names_in(line[by.end() :])  # “byJo Doe”
    if not line.isascii() and (found := reporters(line)):
        return LABELLED, found
    if patterns().korean.search(line) and b.words <= 2 * SHORT:
        return LABELLED, names_in(line)
    if (role := patterns().role_behind.search(line)) and HAN_NAME.fullmatch(line, 0, role.start()):
        name = line[: role.start()]
        return LABELLED, () if is_house(name) or patterns().paper.search(name) else (name,)
    if kind == "timestamp" and (at := says_by(b)):
        return LABELLED, () if patterns().other_work.search(b.core[:at]) else names_in(b.core[at:])
    if kind not in TEXT_KINDS and UNSPACED.search(line):
        for part in line.split():  # “2023年05月06日 来源：港口新闻网 作者：李明”
            if (match := patterns().by.match(part)) and match.end() < len(part):
                return LABELLED, names_in(part[match.end() :])
    return None


def _behind_date(kind: Kind, line: str) -> tuple[str, ...]:
    """The names behind “by” in a line with a date: “Posted on 3 May 2024 by Jo Doe 5 Comments”, “5 min | By Jo Doe”."""
    inside = None if kind in TEXT_KINDS else patterns().by_inside.search(line, 0, LOOK)
    if inside and _is_dated(line[: inside.start()]) and (names := names_in(line[inside.end() :])):
        return names
    pieces = PIECES.split(line)
    if len(pieces) == 1 or not any(map(_is_dated, pieces)):
        return ()
    by = next((match for piece in pieces if (match := patterns().by.match(piece))), None)
    return names_in(by.string[by.end() :], may_be_one=True) if by else ()


def _unlabelled(page: Page, n: int, line: str) -> tuple[int, tuple[str, ...]]:
    """The same of a line of a name and a date, a name and a role, or a name alone."""
    b, kind = page.blocks[n], page.kinds[n].kind
    rest = after_date(b.core) if b.traits & DIGIT else b.core
    if rest != b.core and may_be_person(rest) and read_date(b.core.removesuffix(rest)):
        return DATED, names_in(rest)
    if name := name_before_date(line):
        is_none = name.split()[0].casefold() in words_for("no_first_name") or is_place(page, n, name)
        return DATED, () if is_none else names_in(name)
    if name := _before_role(line):
        return DATED if "," in line or not is_plain(page, name, ALONE) else ALONE, names_in(name)
    first, *others = PIECES.split(line)
    if any(map(_is_dated, others)) and may_be_person(first):
        return DATED, names_in(first)
    if "/" in line and agency_in(line):
        return 0, ()  # who took the picture: “Jo Doe/Reuters”
    if (line != b.core or kind not in ("byline", "other")) and not is_unseen(page, n):
        return 0, ()  # of the names that stand alone in menus half were words: “Local News”
    line = as_listed(line)
    if (role := patterns().role.match(line)) and not may_be_person(line[role.end() :].strip()):
        return 0, ()  # what he is, under his name: “Redakteurin Wirtschaft”
    return ALONE, names_in(line) if may_be_person(line) and stands_as_byline(page, n) else ()


def _whole_names(line: str) -> tuple[str, ...]:
    """The names with which a line under “By” opens, or the team that it is."""
    if is_team(line):
        return (line,)
    names = names_in(line)
    return names if names and line.startswith(names[0]) and may_be_person(names[0]) else ()


def _at_title(page: Page, n: int) -> tuple[str, ...]:
    """The names in a line right under the headline that says more than a name alone, whatever it was taken for.

    “Jo Doe and Mara Lind | Guest Columnists”, “Jo Doe USA TODAY”, “3 May 2024 · Jo Doe in Harbours”; over a date a
    team, and “Jo Doe Senior Harbour Correspondent”.
    """
    line = parted(as_listed(page.blocks[n].core))
    if is_over_stamp(page, n):
        if is_team(line) and " " in line:
            return (line,)
        if name := _before_role(line):
            return names_in(name)
    if HOUSE.fullmatch(line):
        return names_in(line)
    names, bar, role = line.partition(" | ")
    if bar and len(role.split()) <= HEADING and patterns().role.search(role):
        return names_in(names) if all(map(may_be_person, patterns().joint.split(names))) else ()
    if is_over_stamp(page, n) and (name := _with_place(line) or _before_house(page, line)):
        return names_in(name)
    rest = after_date(line).lstrip("|•·–—- ")
    if not line.endswith(rest) or read_date(line.removesuffix(rest)) is None:
        return ()
    found = names_in(rest)
    more = rest.removeprefix(found[0]).split() if found else []
    return (
        found if more and more[0] in words_for("in") and rest.startswith(found[0]) and may_be_person(found[0]) else ()
    )


def _before_house(page: Page, line: str) -> str | None:
    """The name in a line of a name and the site's, which the page prints again: “Rina Wati - Kabar Pelabuhan”."""
    name, dash, house = line.partition(" - ")
    if not dash or not may_be_person(name) or not is_name(house) or len(house.split()) > HOUSE_WORDS:
        return None
    return name if page.source.casefold().count(house.casefold()) > 1 else None


def _with_place(line: str) -> str | None:
    """The name in a line of a name and from where he writes: “Tom Ash at Quay Park”, “Jo Doe in Orrin”."""
    match = _where().fullmatch(line)
    return match[1] if match and may_be_person(match[1]) and is_name(match[2]) else None


@lru_cache(maxsize=1)
def _where() -> re.Pattern[str]:
    return re.compile(rf"(\S{{2,20}}(?:\s\S{{2,20}}){{1,2}})\s{one_of('in')}\s(\S{{2,20}}(?:\s\S{{2,20}}){{0,2}})")


def _is_dated(piece: str) -> bool:
    return READING.match(piece) is not None or date_share(fold(piece)) >= DATE


def _before_role(line: str) -> str | None:
    """The name in a line of a name and a role: “Jo Doe, Staff Writer”, “Jo Doe Lifestyle Writer”."""
    role = patterns().role.search(line)
    if role is None or len(line[role.end() :].split()) > BESIDE:
        return None
    if line.split(maxsplit=1)[0].casefold() in words_for("before_role"):
        return None  # “Content Marketing Coordinator”
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
