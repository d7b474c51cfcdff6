"""Bylines and dates as a page prints them, sought where its headline is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.page.block import Block
from newsclean.page.markup import ASIDE, FIGURE, Links, Markup
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.dates import date_share, date_words, read_date
from newsclean.press.stamps import before_change, dates, is_change, is_label_of_change, is_of_event
from newsclean.read.html.found import Candidate
from newsclean.read.html.hints import tokens
from newsclean.read.meta import authors
from newsclean.read.meta.byline_patterns import patterns

BEFORE, AFTER = 3, 12  # blocks around the headline in which a byline or date belongs to it
TOGETHER = 2  # blocks that the names of one byline may stand apart
MOST_LINES = 6  # blocks of one marked byline
HANDLE = re.compile(r"[^\W\d_][\w.-]{2,23}(?<![.-])")
SHORT_NAME = 40  # characters of a name that stands alone
LOOK = 60  # characters of a line in which “by” is sought
PROSE, PARAGRAPHS = 80, 2  # characters of a paragraph; behind so many of them a date is of something else
SENTENCES = 5  # the same of lines that end like a sentence, however short: “3 May, 6:12 p.m.” does too
STOPS = '.!?…。”"'
DATE_LINE = 80  # characters of a line that may be a date
MOSTLY, SENTENCE = 0.4, 0.6  # of the words of a line that says when; fewer of one with a full stop are in a sentence
WHOLLY = 0.85  # the same where the page's data say something else
OTHERS = ("comments", "related", "caption", "credit")
AUTHOR_PAGE = re.compile(
    r"""
    /(?:authors?|autor(?:en|es|i)?|auteurs?|people|profiles?|staff|contributors?|writers?|journalists?|by|members?)/
    """,
    re.VERBOSE | re.IGNORECASE,
)
MONTH_FIRST = re.compile(r"\b(0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])[/-]((?:19|20)\d\d)\b")
OTHER_WORDS = 2  # small ones of no date, in a line that has a date amid a sentence
MILLISECONDS = re.compile(r"1[0-9]\d{11}")  # since 1970, as scripts write a date
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Printed(NamedTuple):
    """What of a page its bylines and dates are read from."""

    blocks: Sequence[Block]
    markup: Sequence[Markup]
    links: Sequence[Links]
    candidates: Sequence[Candidate]
    headline: int  # number of the block that prints the headline, or -1
    is_american: bool  # whether 03/04 is the fourth of March

    def near(self) -> list[Candidate]:
        """The marked elements at the headline, those after it first."""
        if self.headline < 0:
            return []
        found = [c for c in self.candidates if self.headline - BEFORE <= c.at_block <= self.headline + AFTER]
        return sorted(found, key=lambda c: c.at_block < self.headline)


def bylines(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The texts of elements that are marked as bylines, each once."""
    lines = [candidate.text() for candidate in candidates if candidate.is_author()]
    return tuple(dict.fromkeys([line for line in lines if 0 < len(line) <= authors.MAX_BYLINE]))


def names(page: Printed) -> tuple[str, ...]:
    """The names in the byline at the headline."""
    if page.headline < 0:
        return ()
    first, last = page.headline - BEFORE + 1, page.headline + AFTER
    return _first_marked(page, first, last) or _unmarked(page, max(0, first), last) or _handle(page, first, last)


def names_elsewhere(page: Printed, site: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in the only marked byline of the page, far from the headline as it stands; else after a “written by”.

    Where a page marks several authors, they are of other stories or of comments: of such names on the development pages
    every second was nobody's who wrote it.
    """
    marked = [c for c in page.candidates if c.is_author() and _may_be_alone(page, c)]
    texts = [c.text() for c in marked]
    named = next(((names, text) for c, text in zip(marked, texts, strict=True) if (names := _of_marked(page, c))), None)
    if named is not None:
        found, said = named
        opens = said.startswith(found[0]) or patterns().by.match(said) is not None
        alone = all(found[0] in text or text in said or read_date(text) is not None for text in texts)
        return found if opens and alone and all(_is_whole(name, site) for name in found) else ()
    written = [b.text for b in page.blocks if len(b.text) <= authors.MAX_BYLINE and patterns().written_by.match(b.text)]
    said_by = {names for text in written if (names := authors.printed_names(text))}
    found = next(iter(said_by)) if len(said_by) == 1 else ()
    return found if all(_is_whole(name, site) for name in found) else ()


def _is_whole(name: str, site: frozenset[str]) -> bool:
    """Whether a name may be a person's first and last name; in a script without capitals they may be one word."""
    return authors.is_person(name, site) and (" " in name or name.upper() == name.lower())


def _may_be_alone(page: Printed, candidate: Candidate) -> bool:
    """Whether an element is marked as an author's and stands beside no other story, comment or picture.

    A card with an address, `vcard`, may be anybody's.
    """
    if _is_beside(candidate, page.markup) or _is_aside(page, candidate):
        return False
    said = candidate.attributes
    words = tokens(f"{said.get('class') or ''} {said.get('itemprop') or ''} {said.get('rel') or ''}")
    return words != ["vcard"] and bool(candidate.text())


def _is_aside(page: Printed, candidate: Candidate) -> bool:
    """Whether an element stands beside the story: there it names the author of another one."""
    at = candidate.at_block
    return at < len(page.markup) and bool(page.markup[at].places & ASIDE)


def names_near(page: Printed) -> tuple[str, ...]:
    """The names in marked bylines at the headline."""
    return names(page._replace(candidates=page.near()))


def _first_marked(page: Printed, first: int, last: int) -> tuple[str, ...]:
    """The names in the first marked byline that begins at one of these blocks, and in those close after it."""
    found: list[tuple[str, ...]] = []
    for candidate in page.candidates:  # in the order of their blocks
        at = candidate.at_block
        if at > last:
            break
        if at >= first and (names := _of_marked(page, candidate)):
            if not found:
                last = at + TOGETHER
            found.append(names)
    return authors.merged(found) if found else ()


def _of_marked(page: Printed, candidate: Candidate) -> tuple[str, ...]:
    """The names in a marked byline."""
    if not candidate.is_author() or _is_beside(candidate, page.markup) or _is_of_other_work(page, candidate):
        return ()
    lines = [names for line in _lines(page, candidate) if (names := _names_in(line))]
    return next((names for names in lines if " " in names[0]), lines[0] if lines else ())


def _names_in(line: str) -> tuple[str, ...]:
    """The names in a marked line.

    One word of several is none, but behind “by”: “Ships in the Harbour”; and none is the label of a section: “News”.
    """
    found = authors.printed_names(line)
    if len(found) == 1 and found[0].casefold() in words_for("before_role"):
        return ()
    is_part = len(found) == 1 and " " not in found[0] and line.startswith(f"{found[0]} ")
    is_part = is_part and line[len(found[0]) + 1].islower()
    return () if is_part else found


def _lines(page: Printed, candidate: Candidate) -> Sequence[str]:
    """The lines of a marked element: those of its blocks, if it holds several."""
    text = candidate.text()
    rest, lines = text.replace(" ", ""), []
    for block in page.blocks[candidate.at_block : candidate.at_block + MOST_LINES]:
        line = block.text.replace(" ", "")
        if not line or not rest.startswith(line):
            break
        rest = rest.removeprefix(line)
        lines.append(block.text)
    return lines if len(lines) > 1 else [text]


def _is_of_other_work(page: Printed, candidate: Candidate) -> bool:
    """Whether who is named did something else: “Edited by” stands in the same line, or alone in the one above."""
    at = candidate.at_block
    if not 0 <= at < len(page.blocks):
        return False
    if patterns().other_work.match(page.blocks[at].text):
        return True
    above = page.blocks[at - 1].text if at else ""
    is_label = len(above) <= SHORT_NAME and patterns().other_work.match(above) and patterns().says_by.search(above)
    return bool(is_label) and not authors.printed_names(above)


def _handle(page: Printed, first: int, last: int) -> tuple[str, ...]:
    """One word behind “by”, in a marked byline or in a line beside a date: “by jodoe”."""
    marked = [c.text() for c in page.candidates if first <= c.at_block <= last and c.is_author()]
    blocks = page.blocks[max(0, first) : last]
    dated = [
        line.text
        for line, beside in [*pairwise(blocks), *pairwise(blocks[::-1])]
        if len(line.text) <= SHORT_NAME and len(beside.text) <= DATE_LINE and date_share(fold(beside.text)) >= WHOLLY
    ]
    for line in (*marked, *dated):
        by = patterns().by.match(line)
        rest = line[by.end() :].split() if by else []
        if len(rest) == 1 and HANDLE.fullmatch(rest[0]) and rest[0].casefold() not in words_for("no_name"):
            return (rest[0],)
    return ()


def _unmarked(page: Printed, first: int, last: int) -> tuple[str, ...]:
    """The names in a line that says “by”; else a name alone, below a label or linked to its author's page."""
    head = page.blocks[first:last]
    for block in head:
        found = _after_by(block.text)
        if found:
            return found
    for n, block in enumerate(head[1:], first + 1):
        is_marked = patterns().by.fullmatch(page.blocks[n - 1].text) or AUTHOR_PAGE.search(page.links[n].url or "")
        if n > page.headline and len(block.text) <= SHORT_NAME and is_marked:
            found = authors.printed_names(block.text)
            if found == (block.text,):
                return found
    return ()


def _after_by(text: str) -> tuple[str, ...]:
    if len(text) > authors.MAX_BYLINE or patterns().other_work.match(text):
        return ()
    if len(text) > LOOK and text[-1] in ".!?…。":
        return ()  # a sentence: “Fares will rise by a fifth in March, the harbour council decided on Tuesday.”
    if patterns().by.match(text) and (found := authors.printed_names(text)):
        return found
    later = patterns().by_inside.search(text, 0, LOOK)
    if later is None or not _opens_byline(text[: later.start()].rstrip(" ,")):
        return ()
    return tuple(n for n in authors.printed_names(text[later.start() :]) if " " in n)


def _opens_byline(before: str) -> bool:
    """Whether what stands before “by” is a date or a label, and not a part of a sentence: “Painted in 1721 by …”."""
    return not before[-1:].isdigit() or read_date(before) is not None


def _is_beside(candidate: Candidate, markup: Sequence[Markup]) -> bool:
    """Whether it is the author of something else: a comment, a related story, a picture; or his role, not his name."""
    said = candidate.attributes
    words = tokens(f"{said.get('class') or ''} {said.get('itemprop') or ''}")
    if not authors.NOT_THE_AUTHOR.isdisjoint(words):
        return True
    if candidate.at_block >= len(markup):
        return False
    mark = markup[candidate.at_block]
    if mark.places & FIGURE:
        return True
    kinds = [hint.kind for hint in mark.hints]
    return any(kind in OTHERS and not (kind == "credit" and "byline" in kinds) for kind in kinds)


def stamp(values: Iterable[str | None], *, is_american: bool) -> datetime | None:
    """The first of these values that is a date.

    >>> stamp([None, "soon", "03/04/2024"], is_american=True)
    datetime.datetime(2024, 3, 4, 0, 0)
    """
    for value in values:
        text = (value or "").strip()[:DATE_LINE]
        if not text:
            continue
        if MILLISECONDS.fullmatch(text):
            text = text[:10]
        try:
            found: datetime | None = datetime.fromisoformat(text)
        except ValueError:
            found = read_date(MONTH_FIRST.sub(_year_first, text) if is_american else text)
        if found is not None and 1990 <= found.year <= 2100:
            return found
    return None


def _year_first(match: re.Match[str]) -> str:
    return f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}"


def date_near(page: Printed, share: float = MOSTLY) -> datetime | None:
    """The first date printed at the headline: a short line with a year of which such a share is a date.

    One that says “published” comes before others. A date of a picture, a teaser or a comment is none of the story's.
    """
    at = page.headline
    if at < 0:
        return None
    below = range(at + 1, min(len(page.blocks), at + AFTER))
    said = [n for n in below if page.blocks[n].text[-1] in STOPS]
    prose = [n for n in said if len(page.blocks[n].text) >= PROSE]
    begun = min([*prose[PARAGRAPHS:], *said[SENTENCES:], len(page.blocks)])
    lines = [*[n for n in below if n < begun], *range(max(0, at - BEFORE), at)]
    dated = [n for n in lines if _is_stamp(page, n, share)]
    for n in sorted(dated, key=lambda n: _first_out().match(page.blocks[n].text) is None):
        found = _published_in(page, n)
        if found is not None:
            return found
    return None


def _published_in(page: Printed, n: int) -> datetime | None:
    """The day of publication that a line with a date gives; None where it says when the page was changed."""
    line = page.blocks[n].text
    if n and is_label_of_change(page.blocks[n - 1].text):
        return None
    return dates([line])[0] if is_change(line) else stamp([before_change(line)], is_american=page.is_american)


@lru_cache(maxsize=1)
def _first_out() -> re.Pattern[str]:
    """What a line opens with that says when the story was first out."""
    return re.compile(one_of("published"), re.IGNORECASE)


def _is_stamp(page: Printed, n: int, share: float) -> bool:
    text = page.blocks[n].text
    if len(text) > DATE_LINE or not YEAR.search(text):
        return False
    if _is_other(page.markup[n]) or is_of_event(text):
        return False
    if _first_out().match(text):
        return date_share(fold(text)) >= MOSTLY
    return date_share(fold(text)) >= share and not _says_more(text)


def _says_more(line: str) -> bool:
    """Whether a line with a date is words of a sentence, too: “The fair is on 12 June 2024”; a byline is none."""
    if patterns().by.match(line) or patterns().by_inside.search(line):
        return False
    words = (word.strip(".,:;()").casefold() for word in line.split() if word[0].islower())
    return sum([word.isalpha() and word not in date_words().all for word in words]) >= OTHER_WORDS


def published_at(page: Printed, candidates: Iterable[Candidate]) -> list[str | None]:
    """The `datetime` of those of these elements that may be the story's publication.

    None is of a picture, of another story, of a comment or of a change.
    """
    return [
        c.attributes["datetime"]
        for c in candidates
        if "datetime" in c.attributes and not _is_none(page, c) and not _is_changed(page, c)
    ]


def _is_none(page: Printed, candidate: Candidate) -> bool:
    if candidate.at_block >= len(page.blocks):
        return False
    mark = page.markup[candidate.at_block]
    return _is_other(mark) or bool(mark.places & ASIDE) or _is_in_sentence(page.blocks[candidate.at_block].text)


def _is_in_sentence(line: str) -> bool:
    """Whether a line with a date is a sentence: “The fair opens on 12 June at the quay, and all may come.”"""
    return line[-1:] in STOPS and len(line) > SHORT_NAME and date_share(fold(line)) < SENTENCE


def _is_changed(page: Printed, candidate: Candidate) -> bool:
    """Whether an element says when the page was changed: by its property, or by the words of its line."""
    if "modified" in (candidate.attributes.get("itemprop") or "").lower():
        return True
    line = page.blocks[candidate.at_block].text if candidate.at_block < len(page.blocks) else ""
    if len(line) > DATE_LINE:
        return False
    label = page.blocks[candidate.at_block - 1].text if candidate.at_block else ""
    text = candidate.text()
    before, found, _ = line.partition(text) if text else ("", "", "")  # the date may be in an attribute alone
    return is_change(line) or (bool(found) and is_label_of_change(before)) or (not before and is_label_of_change(label))


def _is_other(mark: Markup) -> bool:
    return bool(mark.places & FIGURE) or any(hint.kind in OTHERS for hint in mark.hints)


def date_marked(page: Printed) -> datetime | None:
    """The first date in a line that is marked as one, anywhere on the page."""
    marked = (
        n
        for n, (block, mark) in enumerate(zip(page.blocks, page.markup, strict=True))
        if len(block.text) <= DATE_LINE
        and any(hint.kind == "timestamp" for hint in mark.hints)
        and not any(hint.kind in OTHERS for hint in mark.hints)
    )
    found = (_published_in(page, n) for n in marked if YEAR.search(page.blocks[n].text))
    return next((date for date in found if date is not None), None)
