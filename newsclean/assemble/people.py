"""Who wrote it, as the page prints it: the byline at the headline, else the one behind the story.

A name is taken from nowhere else: most names on a page are of people that the story tells of, or of other stories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.author_card import card
from newsclean.assemble.beside import (
    ABOVE,
    BELOW,
    MOST,
    SHORT,
    is_beside_story,
    is_label_of_other_work,
    is_over_stamp,
    is_pictured,
    is_role,
    says_when,
)
from newsclean.assemble.byline_lines import NEVER, OPENING, Line, byline_lines, end_of_label
from newsclean.assemble.in_one_line import may_stand_under, proven, signed
from newsclean.assemble.persons import (
    ALONE,
    BESIDE,
    DATED,
    LABELLED,
    TOLD,
    WITHOUT_BLANK,
    agency_in,
    are_whole,
    has_initials,
    is_address_of,
    is_house,
    is_plain,
    is_portrayed,
    is_team,
    is_told_of,
    may_be_person,
    names_in,
    portrays,
    without_mark,
)
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS
from newsclean.page.shape import STOP
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_agency
from newsclean.read.meta.authors import distinct, goes_on_saying, is_of, is_person
from newsclean.read.meta.byline_patterns import patterns
from newsclean.read.meta.titles import plain
from newsclean.rules.author_bio import somebody_told_of
from newsclean.rules.byline import IN_BRACKETS
from newsclean.settle.tables import is_of_one_line

LABELLED_ABOVE = 16  # the same for one with a label: what was taken for the headline may be a heading further down
FURTHER = 40  # lines below the headline after which nothing belongs to it, though the story may begin later
MOST_OF_NAME = 4  # words
CLOSE_TO_END = 8  # lines before the story's last in which the only byline with a label is its author's
BEHIND = 4  # lines behind the story's last in which its byline may stand
DATED_BELOW = 3  # lines below a name in which a date may stand, behind his place
# What a name that stands alone at the headline may have been taken for, among buttons, labels and teasers.
MISTAKEN = frozenset(("byline", "other", "navigation", "related", "kicker", "list_item"))
LONGEST_OF_NAMES = 90  # characters of a line of names
BETWEEN = re.compile(r"\s-\s")
IN_LIST = ("section.", "teaser.slugged")  # rules for what stands in a list; another's may be a standfirst, a pointer
STOPPED = "."  # what a sentence without its full stop lacks
TEASER, LONGEST_TEASER = 4, 16  # words of another story's headline
SIGNED = re.compile(r"[-–—]{1,2}\s?([^\W\d_].{3,40})")  # at the end of a story
IN_ROUND_BRACKETS = re.compile(r"[（【]([一-鿿々]{3,5}[一-鿿々ァ-ヶー](?<![部課社局班紙室会誌者員人版発載了]))[）】]")
HAN_NAMES, KANA = re.compile(r"[一-鿿]{2,4}(?:[ \u3000][一-鿿]{2,4}){1,5}"), re.compile(r"[ぁ-ゖ]")
TWO_PARTS = re.compile(r"[一-鿿]{1,3}[ \u3000][一-鿿]{1,3}")


class Byline(NamedTuple):
    text: str | None
    authors: tuple[str, ...]
    is_marked: bool  # by a label, a date or a role: it is no name that stands alone


def byline(page: Page) -> Byline:
    """The line that says who wrote the story, and the names in it and in those right below it.

    Without a name the first line that was called a byline, and no names.
    """
    story = [b.number for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS]
    for look in (_over_story,) if is_of_one_line(page) else (_head, _tail, _untold, _only, _noted):
        lines = look(page, story)
        if lines:
            best = max(line.worth for line in lines)
            first = next(line for line in lines if line.worth == best)
            together = [first]
            for line in lines[lines.index(first) + 1 :]:
                if line.number - together[-1].number <= BESIDE and line.worth >= ALONE:
                    together.append(line)
            together += _column(page, together[-1])
            names = _all_names([apart(line.names, page) for line in together])
            return Byline(page.blocks[first.number].core, names, best > ALONE)
    top = max(page.title, 0)
    near = zip(page.blocks[top : top + BELOW], page.kinds[top : top + BELOW], strict=True)
    text = next((b.core for b, k in near if k.kind == "byline" and _says_who(b)), None)
    return Byline(text, (), is_marked=False)


def _says_who(b: Block) -> bool:
    """Whether a line without a name says who wrote it: “By our correspondent”; not “Translated by Jo Doe”.

    Nor one that goes on from a name: “Von Jo Doe erschossen”.
    """
    end = end_of_label(b)
    if not 0 < end < len(b.core) - 1:
        return False
    if patterns().other_work.match(b.core.lstrip(OPENING)) and not patterns().written_by.search(b.core, end):
        return False
    return any(map(str.isdigit, b.core)) or not goes_on_saying(b.core[end:].strip(" :：") + STOPPED)


def apart(names: Sequence[str], page: Page) -> tuple[str, ...]:
    """The names of a line; in Chinese a blank parts two of them, “李明 王芳”, in Japanese the parts of one."""
    if not any(map(HAN_NAMES.fullmatch, names)) or KANA.search(page.source):
        return tuple(names)
    return tuple(part for name in names for part in (name.split() if HAN_NAMES.fullmatch(name) else (name,)))


def _column(page: Page, line: Line) -> list[Line]:
    """The names that stand alone right below a byline, of nobody that the story tells of: of two who wrote it."""
    found: list[Line] = []
    for n in range(line.number + 1, min(len(page.blocks), line.number + MOST)):
        name = page.blocks[n].core
        if page.kinds[n].kind != "byline" or not may_be_person(name) or is_role(page.blocks[n]):
            break
        if "/" in name or name in line.names or is_house(name) or is_plain(page, name, ALONE):
            break
        if is_told_of(page, name, n):
            break
        found.append(Line(n, (name,), ALONE))
    return found


def _only(page: Page, story: Sequence[int]) -> list[Line]:
    """The byline with a label that stands further off, if all that do name the same persons."""
    if not story:
        return []
    top, last = max(page.title, 0), story[-1]
    bylines = [
        n
        for n in range(top, min(len(page.blocks), last + BELOW))
        if page.kinds[n].kind == "byline" and page.blocks[n].ending != STOP
    ]
    lines = [
        line for line in byline_lines(page, bylines) if line.worth == LABELLED and not _is_of_teaser(page, line.number)
    ]
    if len({line.names for line in lines}) != 1 or not are_whole(page, lines[0].names):
        return []
    at = lines[0].number
    return lines[:1] if top <= ABOVE or at <= top + FURTHER or at >= last - CLOSE_TO_END else []


def _noted(page: Page, _: Sequence[int]) -> list[Line]:
    """The name over the one note on an author that the page has, or with which a note opens that a title is over."""
    if found := card(page):
        return [Line(found[0], (found[1],), ALONE)]
    for above, b in pairwise(page.blocks[page.title + 1 :]):
        if page.kinds[above.number].kind != "author_bio" or not any(c.where == "whole" for c in above.cues):
            continue
        if (note := somebody_told_of(b.core)) and are_whole(page, (note[1],)):
            return [Line(b.number, (note[1],), TOLD)]
    return []


def reconciled(
    data: Sequence[str], printed: Byline, site: frozenset[str], elsewhere: Sequence[str] = ()
) -> tuple[str, ...]:
    """The authors, of what the page's data say and what it prints: persons before houses, the fuller of two that agree.

    Who is named far from the headline, `elsewhere`, counts if there is nobody else, be it by one name: “Amanda”.

    >>> two = Byline("By Jo Doe and Mara Lind", ("Jo Doe", "Mara Lind"), is_marked=True)
    >>> reconciled(["Jo Doe"], two, frozenset()), reconciled(["Ann Rees"], two, frozenset())
    (('Jo Doe', 'Mara Lind'), ('Ann Rees',))
    >>> reconciled(["Harbour Post"], two, frozenset(["harbourpost"])), reconciled([], two, frozenset())
    (('Jo Doe', 'Mara Lind'), ('Jo Doe', 'Mara Lind'))
    >>> nobody = Byline(None, (), is_marked=False)
    >>> [reconciled([name], nobody, frozenset(["harbourpost"]), ["Jo Doe"]) for name in ("Amanda", "Harbour Post")]
    [('Amanda',), ('Jo Doe',)]
    """
    names = printed.authors
    if not any(is_person(name, site) for name in data):
        may_be = any(is_person(name, site) for name in names)
        if (may_be or not data) and printed.is_marked and names and not all(map(is_house, names)):
            return tuple(names)
        people = [name for name in elsewhere if not (is_of(name, site) or is_agency(name))]
        of_one_word = any(" " not in name and not (is_of(name, site) or is_agency(name)) for name in data)
        if not data or (not of_one_word and any(is_person(name, site) for name in people)):
            return tuple(people or names)
        return tuple(names if may_be and all(is_of(name, site) for name in data) else data)
    known = {plain(name) for name in data}
    fuller = len(known) < len(names) and known <= {plain(name) for name in names}
    return tuple(names if fuller else data)


def _all_names(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of all lines, persons only if there are any."""
    names = distinct([name for group in groups for name in group])
    people = [name for name in names if not is_house(name) and not is_team(name)]
    return tuple(people or names)[:MOST]


def _head(page: Page, story: Sequence[int]) -> list[Line]:
    """The bylines at the headline: around it, and down to where the story begins."""
    first = story[0] if story else 0
    top = page.title if page.title >= 0 else first
    last = max(top + BELOW, min(first + BESIDE, top + FURTHER)) if page.title >= 0 else first + BESIDE
    near = byline_lines(page, range(max(0, top - ABOVE), min(len(page.blocks), last + 1)))
    near = [
        line
        for line in near
        if not (_is_behind(page, line, story) or _is_of_teaser(page, line.number) or _is_of_title(page, line))
    ]
    if near:
        under = range(top + 1, min(first, top + 1 + BESIDE)) if page.title >= 0 else range(0)
        over = [line for line in near if line.number in under and is_over_stamp(page, line.number)]
        if over and not any(is_house(name) for line in over for name in line.names):
            told = [line.number for line in near if line.worth == LABELLED and line.number <= over[-1].number + BESIDE]
            return [line for line in near if line.number <= max(over[-1].number, *told, 0)]
        return [
            line
            for line in near
            if line.worth >= LABELLED or not (story and _is_under_teaser(page, line.number, story[-1]))
        ]
    if page.title < 0 or first > last:
        again = byline_lines(page, range(max(0, first - FURTHER), min(len(page.blocks), first + BESIDE)))
        near = [line for line in again if line.number >= first - BELOW]
        if near or again:
            return near or [line for line in again if line.worth == LABELLED][-1:]
    above = byline_lines(page, range(max(0, top - LABELLED_ABOVE), max(0, top - ABOVE)))
    return [line for line in above if line.worth == LABELLED and are_whole(page, line.names)][-1:]


def _is_of_teaser(page: Page, n: int) -> bool:
    """Whether a line amid the head of a text stands right under another story's headline: it is of that story."""
    above = page.blocks[n - 1] if n else None
    if above is None or page.html or above.words < TEASER or n - 1 <= page.title:
        return False
    return page.kinds[n - 1].kind == "related" and page.kinds[n - 1].rule.startswith(IN_LIST)


def _is_of_title(page: Page, line: Line) -> bool:
    """Whether a name without a label is how the headline opens: “Sea Wall” over “Sea Wall: Who pays?”."""
    title = page.blocks[page.title].core if page.title >= 0 else ""
    return line.worth < LABELLED and any(title.startswith(f"{name}:") for name in line.names)


def _is_behind(page: Page, line: Line, story: Sequence[int]) -> bool:
    """Whether a name that stands alone stands behind a short story, and was taken for something else than a byline."""
    is_behind = bool(story) and line.number > max(story[-1], page.title)
    return is_behind and line.worth == ALONE and page.kinds[line.number].kind != "byline"


def _over_story(page: Page, story: Sequence[int]) -> list[Line]:
    """The bylines at the headline that have a label or a date and stand before the story or behind its first piece.

    In one long line other stories' bylines stand nearer: of those further down every third was none of this story's.
    Behind a standfirst, and behind the story, only those count that something else proves.
    """
    first, last = (story[0], story[-1]) if story else (0, 0)
    near = [line for line in _head(page, story) if line.worth >= DATED and line.number <= first + 1]
    near = [line for line in near if may_stand_under(page, line.number) and _are_of_length(line.names)]
    return near or proven(page) or signed(page, last)


def _are_of_length(names: Sequence[str]) -> bool:
    """Whether no name has more words than persons' have: in one line a menu may be glued to it."""
    return all(name.count(" ") < MOST_OF_NAME or is_house(name) for name in names)


def _tail(page: Page, story: Sequence[int]) -> list[Line]:
    """The bylines right behind the story."""
    last = story[-1] if story else len(page.blocks)
    end = last + 1
    rest = BEHIND
    while rest and end < min(len(page.blocks), last + 1 + FURTHER):
        rest -= page.kinds[end].kind != "share"
        end += 1
    for n in (*((end - 1,) if end == len(page.blocks) else ()), last, last + 1):
        if 0 <= n < len(page.blocks) and not page.blocks[n].cues and (name := _in_brackets(page.blocks[n].core)):
            return [Line(n, (name,), ALONE)]
    lines = byline_lines(page, range(max(0, last - 1), min(len(page.blocks), end)))
    for n in (last, last + 1) if story and not lines else ():
        if n < len(page.blocks) and page.kinds[n].kind not in NEVER and (names := _signed(page, n)):
            return [Line(n, names, ALONE)]
    return [
        line
        for line in lines
        if page.kinds[line.number].kind != "related"
        and not (line.worth == ALONE and is_over_stamp(page, line.number))
        and not (line.worth < LABELLED and _is_under_teaser(page, line.number, last))
    ]


def _signed(page: Page, n: int) -> tuple[str, ...]:
    """The names in a line that signs a story: “-- Jo Doe”, “Lê Minh (theo Tin Cảng)”, “Lê Minh - Trần Hà”."""
    b = page.blocks[n]
    if match := SIGNED.fullmatch(b.core) or _after_source().fullmatch(b.core):
        return (match[1],) if are_whole(page, (match[1],)) else ()
    names = tuple(BETWEEN.split(b.core)) if " - " in b.core and b.words <= SHORT else ()
    if len(names) < 2 or not are_whole(page, names) or any(is_told_of(page, name, n) for name in names):
        return ()
    return names


@lru_cache(maxsize=1)
def _after_source() -> re.Pattern[str]:
    """A name, and behind it whose report he went by: “Lê Minh (theo Tin Cảng)”."""
    return re.compile(rf"([^\W\d_][^()]{{3,40}})\s\({one_of('source')}:?\s[^()]{{2,40}}\)", re.IGNORECASE)


def _is_under_teaser(page: Page, n: int, last: int) -> bool:
    """Whether a line behind the story stands under another story's headline: “Sea wall to be raised” over a name.

    That headline may have stayed in the text, as its last line.
    """
    if n <= last:
        return False
    above = page.blocks[n - 1]
    is_teaser = page.kinds[n - 1].kind == "related" or (n - 1 == last and above.ending != STOP)
    return is_teaser and TEASER <= above.words <= LONGEST_TEASER and UNSPACED.search(above.core) is None


def _in_brackets(line: str) -> str | None:
    """The name that signs a Japanese report in brackets; none is a desk or a house: “（社会部）”, “（港新聞）”."""
    match = IN_BRACKETS.fullmatch(line) or IN_ROUND_BRACKETS.fullmatch(line)
    if match is None or is_house(match[1]) or patterns().paper.search(match[1]) or patterns().role.search(match[1]):
        return None
    return match[1]


def _untold(page: Page, story: Sequence[int]) -> list[Line]:
    """A name that stands alone between headline and story, or right behind it, and is of nobody it tells of.

    Only where something else shows a byline, too: headline or story right beside it, a date or a role close below. Of
    such names on the development pages 19 of 20 were the author's; of those elsewhere every second was a button.
    """
    first = next((n for n in story if _tells(page, n)), -1)
    if page.title < 0 or first < 0:
        return []
    last = next(n for n in reversed(story) if _tells(page, n))
    head = range(page.title + 1, first if first <= page.title + FURTHER else 0)
    for n in (*head, *range(last + 1, min(len(page.blocks), last + 1 + BEHIND))):
        is_beside = n in (page.title + 1, first - 1)
        names = _names_of_nobody(page, n, of_text=is_beside or n > last)
        if not names or (n > last and is_over_stamp(page, n)):
            continue
        if len(names) == 1 and is_portrayed(page, names[0], n):
            return [Line(n, names, ALONE)]
        if n > last + 1:
            continue
        below = page.blocks[n + 1 : n + 1 + DATED_BELOW]
        shows = bool(below) and (is_role(below[0]) or is_address_of(below[0], names))
        if n > last:
            shows = shows or n + 1 == len(page.blocks) or page.kinds[n].kind == "byline" or is_beside_story(page, n)
        else:
            shows = shows or is_beside or any(map(says_when, below)) or says_when(page.blocks[n - 1])
        if shows:
            return [Line(n, names, ALONE)]
    return []


def _tells(page: Page, n: int) -> bool:
    """Whether a line of the story is a heading, or says more than names."""
    b = page.blocks[n]
    return page.kinds[n].kind == "heading" or (b.words >= SENTENCE_WORDS and not _is_of_names(b.core))


def _is_of_names(line: str) -> bool:
    """Whether a line is nothing but two or more names: “Ana Ruiz et Luc Varel”."""
    parts = patterns().joint.split(line) if len(line) <= LONGEST_OF_NAMES else ()
    return len(parts) > 1 and all(map(may_be_person, parts))


def _names_of_nobody(page: Page, n: int, *, of_text: bool) -> tuple[str, ...]:
    """The names in a line of nothing else, if nothing else on the page has them; none of buttons, labels and rows."""
    b, kind = page.blocks[n], page.kinds[n].kind
    line = without_mark(b.core)
    is_short = b.words < SENTENCE_WORDS or _is_of_names(b.core)
    if kind not in MISTAKEN and not (of_text and kind == "paragraph" and is_short):
        return ()
    if any(c.kind != "byline" for c in b.cues):
        return ()
    parts = patterns().joint.split(line)
    if "/" in line and agency_in(line):
        return ()
    if not all(may_be_person(part) or is_house(part) for part in parts) or patterns().by.match(line):
        return ()
    if line.lower() == line.upper() and not (WITHOUT_BLANK.fullmatch(line) or TWO_PARTS.fullmatch(line)):
        return ()  # in a script without capitals every phrase looks like a name: “기사 전체 보기”
    if is_label_of_other_work(page.blocks[n - 1]) or is_pictured(page, n) or any(map(has_initials, parts)):
        return ()
    names = names_in(line)
    if not names or not line.startswith(names[0]) or not all(is_person(name, frozenset()) for name in names):
        return ()
    if any(is_plain(page, name, ALONE) or is_told_of(page, name, n) for name in names):
        return ()
    beside = [page.blocks[m] for m in (n - 1, n + 1) if 0 <= m < len(page.blocks)]
    of_others = [b for b in beside if may_be_person(without_mark(b.core)) and not is_role(b)]
    return names if all(portrays(b, names[0]) for b in of_others) else ()
