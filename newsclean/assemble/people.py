"""Who wrote it, as the page prints it: the byline at the headline, else the one behind the story.

A name is taken from nowhere else: most names on a page are of people that the story tells of, or of other stories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS, is_question
from newsclean.page.shape import STOP
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_agency, is_name
from newsclean.press.dates import date_share, read_date
from newsclean.read.meta.authors import (
    MAX_BYLINE,
    after_date,
    distinct,
    is_of,
    is_person,
    printed_names,
)
from newsclean.read.meta.byline_patterns import patterns
from newsclean.read.meta.titles import plain
from newsclean.rules.byline import name_before_date, reporter_told_of
from newsclean.rules.timestamp import says_by
from newsclean.settle.tables import table_for

MOST = 6  # names in one byline
ABOVE, BELOW = 4, 12  # lines around the headline in which a byline belongs to it
LABELLED_ABOVE = 16  # the same for one with a label: what was taken for the headline may be a heading further down
FURTHER = 40  # lines below the headline after which nothing belongs to it, though the story may begin later
BEHIND = 4  # lines behind the story's last in which its byline may stand
LONGEST = 24  # words of a byline
DATE = 0.5  # how much of a line beside a name is a date
SHORT = 12  # words of a name with its role or date
HEADING = 4  # words of a line that says what the name below it did
TWICE = 8  # lines below the headline in which a name that stands twice is its author's
DATED_BELOW = 3  # lines below a name in which a date may stand, behind his place
BESIDE = 2  # lines that the names of one byline stand apart
# How well a line says who wrote it.
LABELLED, DATED, ALONE, TOLD = 4, 3, 2, 1
# What is no byline, and what is none without a label: a name in one of these belongs to something else.
NEVER = frozenset(("caption", "caption_repeat", "credit", "title", "title_repeat", "slug", "comment", "heading"))
SELDOM = frozenset(("share", "media", "promo", "ad", "agency", "paywall", "notice", "list_item", "quote", "table"))
# What a name that stands alone at the headline may have been taken for, among buttons, labels and teasers.
MISTAKEN = frozenset(("byline", "other", "navigation", "related", "kicker", "list_item"))
TOLD_IN = TEXT_KINDS | {"title", "title_repeat", "caption", "description"}  # kinds that name those a story tells of
MARK = re.compile(r"\A(?:[*+•·|>–—-]{1,2}|\d{1,2}\.)\s")  # of a list
PIECES = re.compile(r"\s{0,2}[|•·/●⋅]\s{0,2}|\s[—–-]\s")
BY_ONE = re.compile(r"(?:\w+ )?by\b|author:", re.IGNORECASE)
ABOUT = re.compile(r"\A(?:About the [Aa]uthor|About):?\s")
SIGNED = re.compile(r"[-–—]{1,2}\s?([^\W\d_].{3,40})")  # at the end of a story
BEFORE, AFTER = re.compile(r"[\w@/-]\Z|\w\.\Z"), re.compile(r"[\w@/-]|\.\w")  # goes on as an address or word
READING = re.compile(r"\d{1,2}\s?min", re.IGNORECASE)
WITHOUT_BLANK = re.compile(r"[一-鿿]{2,4}|[가-힣]{2,4}|[ァ-ヶー]{2,8}(?:[・＝][ァ-ヶー]{1,10}){1,3}")

TWO_PARTS = re.compile(r"[一-鿿]{1,3}[ \u3000][一-鿿]{1,3}")


class _Line(NamedTuple):
    number: int
    names: tuple[str, ...]
    worth: int


class Byline(NamedTuple):
    text: str | None
    authors: tuple[str, ...]
    is_marked: bool  # by a label, a date or a role: it is no name that stands alone


def byline(page: Page) -> Byline:
    """The line that says who wrote the story, and the names in it and in those right below it.

    Without a name the first line that was called a byline, and no names.
    """
    story = [b.number for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS]
    for look in (_over_story,) if table_for(page) == "oneline" else (_head, _tail, _untold, _only):
        lines = look(page, story)
        if lines:
            best = max(line.worth for line in lines)
            first = next(line for line in lines if line.worth == best)
            together = [first]
            for line in lines[lines.index(first) + 1 :]:
                if line.number - together[-1].number <= BESIDE and line.worth >= ALONE:
                    together.append(line)
            together += _column(page, together[-1])
            return Byline(page.blocks[first.number].core, _all_names([line.names for line in together]), best > ALONE)
    top = max(page.title, 0)
    near = zip(page.blocks[top : top + BELOW], page.kinds[top : top + BELOW], strict=True)
    text = next((b.core for b, k in near if k.kind == "byline" and 0 < _label(b) < len(b.core) - 1), None)
    return Byline(text, (), is_marked=False)


def _column(page: Page, line: _Line) -> list[_Line]:
    """The names that stand alone right below a byline, of nobody that the story tells of: of two who wrote it."""
    found: list[_Line] = []
    for n in range(line.number + 1, min(len(page.blocks), line.number + MOST)):
        name = page.blocks[n].core
        if page.kinds[n].kind != "byline" or not _may_be_person(name) or _is_role(page.blocks[n]):
            break
        if name in line.names or _is_agency(name) or _is_plain(page, name, ALONE) or _is_told_of(page, name, n):
            break
        found.append(_Line(n, (name,), ALONE))
    return found


def _only(page: Page, story: Sequence[int]) -> list[_Line]:
    """The byline with a label that stands further off, if all that do name the same persons."""
    if not story:
        return []
    top, last = max(page.title, 0), story[-1]
    lines = [
        line
        for line in _read(page, range(top, min(len(page.blocks), last + BELOW)))
        if line.worth == LABELLED
        and page.kinds[line.number].kind == "byline"
        and page.blocks[line.number].ending != STOP
    ]
    if len({line.names for line in lines}) != 1 or not _are_whole(page, lines[0].names):
        return []
    at = lines[0].number
    return lines[:1] if top <= ABOVE or at <= top + FURTHER or at >= last - BEHIND else []


def agency_in(line: str) -> str | None:
    """The agency that a byline names: of “Von Jo Doe, dpa” the last part.

    >>> agency_in("Von Jo Doe, dpa"), agency_in("By Jo Doe | Associated Press"), agency_in("By Jo Doe, Harbour Post")
    ('dpa', 'Associated Press', None)
    """
    head = line[:MAX_BYLINE]
    parts = [part.strip(" .()") for part in (*patterns().joint.split(head), *PIECES.split(head))]
    return next((part for part in parts if _is_agency(part)), None)


def reconciled(
    data: Sequence[str], printed: Byline, site: frozenset[str], elsewhere: Sequence[str] = ()
) -> tuple[str, ...]:
    """The authors, of what the page's data say and what it prints: persons before houses, the fuller of two that agree.

    Who is named far from the headline, `elsewhere`, counts if there is nobody else.

    >>> two = Byline("By Jo Doe and Mara Lind", ("Jo Doe", "Mara Lind"), is_marked=True)
    >>> reconciled(["Jo Doe"], two, frozenset()), reconciled(["Ann Rees"], two, frozenset())
    (('Jo Doe', 'Mara Lind'), ('Ann Rees',))
    >>> reconciled(["Harbour Post"], two, frozenset(["harbourpost"])), reconciled([], two, frozenset())
    (('Jo Doe', 'Mara Lind'), ('Jo Doe', 'Mara Lind'))
    """
    names = printed.authors
    if not any(is_person(name, site) for name in data):
        may_be = any(is_person(name, site) for name in names)
        if may_be and printed.is_marked:
            return tuple(names)
        people = [name for name in elsewhere if not (is_of(name, site) or is_agency(name))]
        if not data or any(is_person(name, site) for name in people):
            return tuple(people or names)
        return tuple(names if may_be and all(is_of(name, site) for name in data) else data)
    known = {plain(name) for name in data}
    fuller = len(known) < len(names) and known <= {plain(name) for name in names}
    return tuple(names if fuller else data)


def _all_names(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of all lines, persons only if there are any."""
    names = distinct([name for group in groups for name in group])
    people = [name for name in names if not _is_agency(name)]
    return tuple(people or names)[:MOST]


def _head(page: Page, story: Sequence[int]) -> list[_Line]:
    """The bylines at the headline: around it, and down to where the story begins."""
    first = story[0] if story else 0
    top = page.title if page.title >= 0 else first
    last = max(top + BELOW, min(first + BESIDE, top + FURTHER)) if page.title >= 0 else first + BESIDE
    lines = _read(page, range(max(0, top - LABELLED_ABOVE), min(len(page.blocks), last + 1)))
    near = [line for line in lines if line.number >= top - ABOVE]
    if near:
        under = range(top + 1, min(first, top + 1 + BESIDE)) if page.title >= 0 else range(0)
        over = [line for line in near if line.number in under and _is_over_stamp(page, line.number)]
        if over and not any(_is_agency(name) for line in over for name in line.names):
            return [line for line in near if line.number <= over[-1].number]
        return near
    if page.title < 0 or first > last:
        again = _read(page, range(max(0, first - FURTHER), min(len(page.blocks), first + BESIDE)))
        near = [line for line in again if line.number >= first - BELOW]
        if near or again:
            return near or [line for line in again if line.worth == LABELLED][-1:]
    return [line for line in lines if line.worth == LABELLED and _are_whole(page, line.names)][-1:]


def _over_story(page: Page, story: Sequence[int]) -> list[_Line]:
    """The bylines at the headline that have a label or a date and stand before the story or behind its first piece.

    In one long line other stories' bylines stand nearer: of those further down every third was none of this story's.
    """
    first = story[0] if story else 0
    return [line for line in _head(page, story) if line.worth >= DATED and line.number <= first + 1]


def _are_whole(page: Page, names: Sequence[str]) -> bool:
    return all(_may_be_person(name) and not _is_plain(page, name, ALONE) for name in names)


def _tail(page: Page, story: Sequence[int]) -> list[_Line]:
    """The bylines right behind the story."""
    last = story[-1] if story else len(page.blocks)
    end = last + 1
    rest = BEHIND
    while rest and end < min(len(page.blocks), last + 1 + FURTHER):
        rest -= page.kinds[end].kind != "share"
        end += 1
    lines = _read(page, range(max(0, last - 1), min(len(page.blocks), end)))
    if story and (match := SIGNED.fullmatch(page.blocks[last].core)) and _are_whole(page, (match[1],)):
        return [_Line(last, (match[1],), ALONE)]
    return [
        line
        for line in lines
        if page.kinds[line.number].kind != "related" and not (line.worth == ALONE and _is_over_stamp(page, line.number))
    ]


def _read(page: Page, numbers: range) -> list[_Line]:
    """The bylines among these lines, in order."""
    found = []
    for n in numbers:
        if page.kinds[n].kind in NEVER:
            continue
        worth, names = _byline(page, n)
        names = tuple(name for name in names if not _is_plain(page, name, worth))
        if names and not (worth == ALONE and _is_pictured(page, n)):
            found.append(_Line(n, names, worth))
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
    if n and page.blocks[n - 1].words <= HEADING and _is_label_of_other_work(page.blocks[n - 1]):
        return 0, ()
    if label := _label(b):
        rest = b.core[label:].lstrip(" :：/／|＝=")
        if b.core[label - 1].isalpha() and not b.core[label].isspace() and len(rest) < 3:
            return 0, ()  # “著者一覧”: a menu
        one = BY_ONE.match(line) is not None
        return TOLD if kind == "related" else LABELLED, _named(rest, may_be_one=one)
    if patterns().korean.search(line) and b.words <= 2 * SHORT:
        return LABELLED, _named(line)
    if kind == "timestamp" and (at := says_by(b)):
        return LABELLED, () if patterns().other_work.search(b.core[:at]) else _named(b.core[at:])
    if kind == "timestamp" and UNSPACED.search(line):
        for part in line.split():  # “2023年05月06日 来源：港口新闻网 作者：李明”
            if (match := patterns().by.match(part)) and match.end() < len(part):
                return LABELLED, _named(part[match.end() :])
    for piece in (pieces := PIECES.split(line)):
        if len(pieces) > 1 and (match := patterns().by.match(piece)) and any(map(_is_dated, pieces)):
            return LABELLED, _named(piece[match.end() :], may_be_one=True)
    if _is_agency(line) and kind in ("byline", "agency") and _stands_as_byline(page, n):
        return ALONE, (line,)
    if kind == "list_item" and _is_under_label(page, n) and _may_be_person(line):
        return ALONE, _named(line)
    if kind in ("share", "navigation", "other") and _is_over_role(page, n):
        return DATED, _named(line)
    if kind in TEXT_KINDS or kind in SELDOM or kind == "related" or b.words > SHORT:
        return 0, ()
    rest = after_date(b.core)
    if rest != b.core and _may_be_person(rest) and read_date(b.core.removesuffix(rest)):
        return DATED, _named(rest)
    if name := name_before_date(line):
        return DATED, () if name.split()[0].casefold() in words_for("no_first_name") else _named(name)
    if name := _before_role(line):
        return DATED if "," in line or not _is_plain(page, name, ALONE) else ALONE, _named(name)
    if len(pieces) > 1 and _may_be_person(pieces[0]) and any(map(_is_dated, pieces[1:])):
        return DATED, _named(pieces[0])
    if "/" in line and agency_in(line):
        return 0, ()  # who took the picture: “Jo Doe/Reuters”
    if (line != b.core or kind not in ("byline", "other")) and not _is_unseen(page, n):
        return 0, ()  # of the names that stand alone in menus half were words: “Local News”
    return ALONE, _named(line) if _may_be_person(line) and _stands_as_byline(page, n) else ()


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
    return name if _may_be_person(name) else None


def _may_be_person(text: str) -> bool:
    words = text.split()
    if WITHOUT_BLANK.fullmatch(text):
        return len(text) > 2
    if not words or words[0].casefold() in words_for("no_first_name") | words_for("no_name") | words_for("in"):
        return False
    return 2 <= len(words) <= 4 and is_name(text) and all(w[-1] not in ":," for w in words) and not text.isupper()


def _label(b: Block) -> int:
    """Where what a byline opens with ends, in any language: “By”, “文/”, “Das Gespräch führte”; 0 for another line."""
    mark = MARK.match(b.core)
    at = mark.end() if mark else 0
    match = patterns().by.match(b.core, at)
    end = match.end() if match and match.end() < len(b.core) else 0
    for cue in b.cues:
        if cue.kind == "byline" and cue.where == "starts" and len(b.folded) == len(b.core) and cue.end < len(b.core):
            end = max(end, cue.end)
    return end


def _named(text: str, *, may_be_one: bool = False) -> tuple[str, ...]:
    """The whole names in a byline; where it has none, the agency that it gives; behind “by” one word may do."""
    given = printed_names(text)
    names = tuple(name for name in given if _is_full(name))
    if names:
        return names
    rest = patterns().rest.search(text)
    bare = text[: rest.start() if rest else None].strip(" .:|–—-")
    if _is_agency(bare):
        return (bare,)
    if may_be_one and len(given) == 1 and len(given[0]) > 2 and given[0][0].isupper() and not given[0].isupper():
        return given
    return ()


def _is_agency(name: str) -> bool:
    return is_agency(name.removeprefix("The ").removeprefix("the "))


def _stands_as_byline(page: Page, n: int) -> bool:
    """Whether a name alone stands where one stands as a byline: under a label, or beside a date or his role."""
    if _is_under_label(page, n) or _is_in_column(page, n):
        return True
    is_byline = page.kinds[n].kind == "byline"
    if is_byline and page.kinds[n].rule.startswith("markup."):
        return True
    if is_byline and 0 <= page.title < n <= page.title + TWICE and _is_twice(page, n):
        return True
    beside = (n + 1, n - 1, n + 2, n - 2) if is_byline else (n + 1, n - 1)
    if any(_says_when(page.blocks[m]) for m in beside if 0 <= m < len(page.blocks)):
        return True
    if (is_byline or _is_unseen(page, n)) and _is_over_stamp(page, n):
        return True
    below = page.blocks[n + 1] if n + 1 < len(page.blocks) else None
    return is_byline and below is not None and _is_role(below)


def _is_under_label(page: Page, n: int) -> bool:
    """Whether “By” or the like stands alone on the line above."""
    if n == 0:
        return False
    above = page.blocks[n - 1]
    is_by = patterns().by.fullmatch(above.core) is not None
    return is_by or any(c.kind == "byline" and c.where == "whole" for c in above.cues)


def _is_in_column(page: Page, n: int) -> bool:
    """Whether nothing but names stands between a name and the “By” above it, or the date below it."""
    up, down = n - 1, n + 1
    while up > 0 and n - up < MOST and _is_bare_name(page, up):
        if _is_under_label(page, up):
            return True
        up -= 1
    while down < len(page.blocks) and down - n < MOST and _is_bare_name(page, down):
        down += 1
    return n + 1 < down < len(page.blocks) and page.kinds[n].kind == "byline" and _is_over_stamp(page, down - 1)


def _is_unseen(page: Page, n: int) -> bool:
    """Whether a name that was taken for a menu's stands at the headline, under “By” or right over the page's stamp."""
    if page.kinds[n].kind not in ("byline", "other", "navigation"):
        return False
    if _is_under_label(page, n):
        return True
    line = page.blocks[n].core
    is_near = 0 <= page.title < n <= page.title + BELOW and " " in line and MARK.match(line) is None
    return is_near and (_is_in_column(page, n) or _is_over_stamp(page, n))


def _is_bare_name(page: Page, n: int) -> bool:
    return page.kinds[n].kind in ("byline", "other", "navigation") and _may_be_person(page.blocks[n].core)


def _untold(page: Page, _: Sequence[int]) -> list[_Line]:
    """A name that stands alone between headline and story, or right behind it, and is of nobody it tells of.

    Only where something else shows a byline, too: headline or story right beside it, a date or a role close below. Of
    such names on the development pages 19 of 20 were the author's; of those elsewhere every second was a button.
    """
    story = [
        b.number
        for b, k in zip(page.blocks, page.kinds, strict=True)
        if k.kind in TEXT_KINDS and (b.words >= SENTENCE_WORDS or k.kind == "heading")
    ]
    if page.title < 0 or not story:
        return []
    first, last = story[0], story[-1]
    head = range(page.title + 1, first if first <= page.title + FURTHER else 0)
    for n in (*head, *range(last + 1, min(len(page.blocks), last + 2))):
        is_beside = n in (page.title + 1, first - 1)
        names = _names_of_nobody(page, n, of_text=is_beside or n > last)
        if not names or (n > last and _is_over_stamp(page, n)):
            continue
        below = page.blocks[n + 1 : n + 1 + DATED_BELOW]
        shows = bool(below) and (_is_role(below[0]) or _is_address_of(below[0], names))
        if n > last:
            shows = shows or n + 1 == len(page.blocks) or page.kinds[n].kind == "byline" or _is_beside_story(page, n)
        else:
            shows = shows or is_beside or any(map(_says_when, below)) or _says_when(page.blocks[n - 1])
        if shows:
            return [_Line(n, names, ALONE)]
    return []


def _is_address_of(b: Block, names: Sequence[str]) -> bool:
    """Whether a line is the mail address of one of these: “jo.doe@harbour.example” under “Jo Doe”."""
    before, mark, _ = b.core.lower().partition("@")
    return bool(mark) and b.words <= BESIDE and any(all(w in before for w in name.lower().split()) for name in names)


def _is_beside_story(page: Page, n: int) -> bool:
    """Whether a line of HTML stands in the element that holds the paragraph above it."""
    return page.html is not None and page.html.markup[n].container == page.html.markup[n - 1].container


def _names_of_nobody(page: Page, n: int, *, of_text: bool) -> tuple[str, ...]:
    """The names in a line of nothing else, if nothing else on the page has them; none of buttons, labels and rows."""
    b, kind = page.blocks[n], page.kinds[n].kind
    line = MARK.sub("", b.core)
    if (kind not in MISTAKEN and not (of_text and kind == "paragraph" and b.words < SENTENCE_WORDS)) or any(
        c.kind != "byline" for c in b.cues
    ):
        return ()
    parts = patterns().joint.split(line)
    if "/" in line and agency_in(line):
        return ()
    if not all(_may_be_person(part) or _is_agency(part) for part in parts) or patterns().by.match(line):
        return ()
    if line.lower() == line.upper() and not (WITHOUT_BLANK.fullmatch(line) or TWO_PARTS.fullmatch(line)):
        return ()  # in a script without capitals every phrase looks like a name: “기사 전체 보기”
    if _is_label_of_other_work(page.blocks[n - 1]) or any(map(_has_initials, parts)):
        return ()
    names = _named(line)
    if not names or not line.startswith(names[0]) or not all(is_person(name, frozenset()) for name in names):
        return ()
    if any(_is_plain(page, name, ALONE) or _is_told_of(page, name, n) for name in names):
        return ()
    beside = [page.blocks[m] for m in (n - 1, n + 1) if 0 <= m < len(page.blocks)]
    return () if any(_may_be_person(MARK.sub("", b.core)) and not _is_role(b) for b in beside) else names


def _is_label_of_other_work(b: Block) -> bool:
    """Whether a line says what else the one named below it did: “Edited by”, not “Photo: Jo Doe”."""
    other = patterns().other_work.match(b.core)
    return other is not None and not any(name[0].isupper() for name in printed_names(b.core[other.end() :]))


def _has_initials(name: str) -> bool:
    """Whether a word of a name is all capitals: “Harbour TV”; of a person's name all are, or one letter."""
    capitals = [len(w.rstrip(".")) > 1 and w.isupper() for w in name.split()]
    return any(capitals) and not all(capitals)


def _is_told_of(page: Page, name: str, at: int) -> bool:
    """Whether story, headline or a caption has a word of the name that stands in line `at`."""
    said = set(tokens(fold(name), unspaced=UNSPACED.search(name) is not None))
    return any(
        k.kind in TOLD_IN and b.number != at and not said.isdisjoint(b.tokens) and not _is_address_of(b, (name,))
        for b, k in zip(page.blocks, page.kinds, strict=True)
    )


def _is_pictured(page: Page, n: int) -> bool:
    """Whether a name stands right over a credit and the story tells of it: it says who is in the picture."""
    is_credited = n + 1 < len(page.kinds) and page.kinds[n + 1].kind == "credit"
    return is_credited and _is_told_of(page, page.blocks[n].core, n)


def _is_role(b: Block) -> bool:
    return b.words <= SHORT and patterns().role.search(b.core) is not None


def _is_over_role(page: Page, n: int) -> bool:
    """Whether a name stands over his role and a date, as under a headline; in Korean over the role alone."""
    if n + 2 >= len(page.blocks) or not _may_be_person(page.blocks[n].core):
        return False
    role = page.blocks[n + 1]
    if patterns().role_behind.fullmatch(role.core):
        return True
    return _is_role(role) and role.words <= HEADING and _is_over_stamp(page, n + 1)


def _is_over_stamp(page: Page, n: int) -> bool:
    """Whether the line below says when the page was written, also with hours alone or a place: “Orrin - 3 May 2024”."""
    if n + 1 >= len(page.blocks):
        return False
    below = page.blocks[n + 1]
    return _says_when(below) or (page.kinds[n + 1].kind == "timestamp" and below.words <= SHORT)


def _is_twice(page: Page, n: int) -> bool:
    """Whether the line stands twice, one under the other: under a portrait, and with a link to the author's page."""
    name = page.blocks[n].core  # short names have no key
    return any(page.blocks[m].core == name for m in (n - 1, n + 1) if 0 <= m < len(page.blocks))


def _says_when(b: Block) -> bool:
    return b.words <= SHORT and date_share(b.folded) >= DATE


def _is_plain(page: Page, name: str, worth: int) -> bool:
    """Whether what looks like a name is of words that the page writes small as well: “Key Facts”, “Tax Planning”."""
    if _is_agency(name):
        return False
    words = [w for w in name.split() if w[:1].isupper() and len(w) > 1]
    small = [_is_small(w.lower(), page.source) for w in words]
    if not small or not (all(small) if worth == LABELLED else any(small)):
        return False
    return worth == ALONE or not _is_small(" ".join(words).lower(), page.source)


def _is_small(words: str, source: str) -> bool:
    """Whether these words stand in a text so, in no address: “jo.doe@”, “/jo-doe/”."""
    at = source.find(words)
    while at >= 0:
        end = at + len(words)
        if not BEFORE.search(source, max(0, at - 2), at) and not AFTER.match(source, end):
            return True
        at = source.find(words, at + 1)
    return False


def _is_full(name: str) -> bool:
    """Whether this may be a whole name: two words or, in scripts that part none, one; and no small letter first."""
    return (" " in name or WITHOUT_BLANK.fullmatch(name) is not None) and not name[0].islower()
