"""The lines of timestamps, read: when it was published, when changed, how long it takes to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of
from newsclean.phrases.shipped import tables
from newsclean.press.dates import read_date

NO_DATES = frozenset((date(1969, 12, 31), date(1970, 1, 1)))  # the beginning of Unix time, west and east of Greenwich
LONGEST_READ = 180  # minutes: more is no reading time

SPAN = re.compile(  # from one day to another: “3 May 2026 – 12 May 2026”, “May 3-5, 2026”, “3.-5. Mai 2026”
    r"(?:19|20)\d\d\s?[-–—]\s?[^\d\n]{0,12}\d{1,2}[^\n]{0,12}(?:19|20)\d\d"
    r"|[^\W\d_]{3}\.?\s\d{1,2}\s?[-–]\s?\d{1,2},\s(?:19|20)\d\d"
    r"|(?<![\d.:/-])\d{1,2}\.?[-–]\d{1,2}\.?\s[^\W\d_]{3,12}\.?\s(?:19|20)\d\d"
)
NO_STAMP = re.compile(r"[°©ⓒ]")
FIXTURE = re.compile(  # two teams behind the time, or before the day
    r":\s[^\W\d_][^:\d]{1,40}\s(?:[-–—]|vs?\.?|x)\s[^\W\d_][^:\d]{1,40}\Z|\A[^\d:]{2,40}\s(?:vs?\.?|x)\s[^\d:]{2,40},\s"
)
AS_OF = "stand:"  # in German, over a page that was changed and over one that was not
LONGEST_LABEL = 30  # characters of one that stands on a line of its own

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"\A[^\W\d_]{1,20}")  # of the rest of a word: “updat|ed”, “更新|日”


class Stems(NamedTuple):
    """What cues/dates.toml says of these lines, as patterns."""

    changed: re.Pattern[str]
    minutes: re.Pattern[str]  # a number of them
    reading: re.Pattern[str]


@lru_cache(maxsize=1)
def _stems() -> Stems:
    data = tables()["dates"]
    changed, minutes, reading = (
        "|".join(map(re.escape, map(fold, words)))
        for words in (data["changed"]["stems"], data["reading"]["minutes"], data["reading"]["stems"])
    )
    return Stems(re.compile(changed), re.compile(rf"(\d{{1,3}})[\s-]?(?:{minutes})"), re.compile(reading))


@lru_cache(maxsize=1)
def _first_out() -> re.Pattern[str]:
    """The word before the date on which the story was first out."""
    return re.compile(one_of("published"))


def is_of_event(line: str) -> bool:
    """Whether a line says when something takes place, how warm it is or whose rights they are, not when it was written.

    >>> is_of_event("When: 12 June 2024"), is_of_event("Tickets from 3 May 2026"), is_of_event("Orrin, 3 May 2024")
    (True, True, False)
    >>> is_of_event("3 May 2026 – 12 May 2026"), is_of_event("3 May 2026 - Updated 4 May 2026")
    (True, False)
    >>> is_of_event("Saturday, 3 May 2025, 15:00: Orrin – Torvhamn"), is_of_event("Orrin v Estmark, 3 May 2025")
    (True, True)
    >>> is_of_event("Date: May 3-5, 2026"), is_of_event("3.-5. Mai 2026"), is_of_event("2026-05-03 12:00")
    (True, True, False)
    >>> is_of_event("Tuesday, 3 May 2024, 3 °C"), is_of_event("© 1997-2024 Harbour Post")
    (True, True)
    """
    if _event().match(line) or NO_STAMP.search(line) or FIXTURE.search(line):
        return True
    return SPAN.search(line) is not None and not says_change(fold(line))


@lru_cache(maxsize=1)
def _event() -> re.Pattern[str]:
    return re.compile(rf"{one_of('when')}(?:\s?[:：]|\s)", re.IGNORECASE)


def dates(lines: Sequence[str]) -> tuple[datetime | None, datetime | None]:
    """Publication and last change, from the lines that are timestamps, in the page's order.

    A change alone does not tell when the page was published: that stays open. “Stand:” does, where nothing else does.

    >>> dates(["Updated 4 May 2024"])
    (None, datetime.datetime(2024, 5, 4, 0, 0))
    >>> dates(["Updated 4 May 2024 | Published 3 May 2024"])[0], dates(["Stand: 04.05.2024"])
    (datetime.datetime(2024, 5, 3, 0, 0), (datetime.datetime(2024, 5, 4, 0, 0), None))
    """
    published = modified = None
    is_as_of = False
    for line in lines:
        folded = fold(line)
        match = _stems().changed.search(folded)
        if match is None:
            published = published or _said(line)
            continue
        before, after = folded[: match.start()], folded[match.start() :]
        if again := _first_out().search(after):  # “Updated 4 May 2024 | Published 3 May 2024”
            after, published = after[: again.start()], published or _said(after[again.start() :])
        changed = _said(after)
        if changed is None and (opened := before.rfind("(")) >= 0:  # “(2024/5/5 11:00更新)”: its word comes last
            changed, before = _said(before[opened:]), before[:opened]
        published = published or (_said(before) if before.strip() else None)
        if modified is None:
            modified = changed or (_said(folded) if ":" in after else None)
            is_as_of = match.group().startswith(AS_OF)
    return (modified, None) if published is None and is_as_of else (published, modified)


def _said(line: str) -> datetime | None:
    """The date in a line; none where it is the beginning of Unix time, which is printed where there is no date."""
    found = read_date(line)
    return found if found is None or found.date() not in NO_DATES else None


def is_change(line: str) -> bool:
    """Whether all that a line says is when the page was changed: no date comes before the word.

    >>> is_change("Updated 4 May 2024"), is_change("3 May 2024, updated 4 May 2024"), is_change("3 May 2024")
    (True, False, False)
    """
    folded = fold(line)
    match = _stems().changed.search(folded)
    return match is not None and _DIGIT.search(folded, 0, match.start()) is None


def says_change(folded: str) -> bool:
    """Whether a folded line has a word that says that the page was changed.

    >>> says_change("3 may 2024 | updated 4 may 2024"), says_change("3 may 2024")
    (True, False)
    """
    return _stems().changed.search(folded) is not None


def before_change(line: str) -> str:
    """A line up to where it says when the page was changed, if it has a date before that; else the line.

    >>> before_change("3 May 2024 | Updated 4 May 2024"), before_change("Updated 4 May 2024")
    ('3 May 2024 | ', 'Updated 4 May 2024')
    """
    folded = fold(line)
    match = _stems().changed.search(folded)
    if match is None or len(folded) != len(line):
        return line  # nearly all lines
    before = line[: match.start()]
    return before if read_date(before) is not None else line


def is_label_of_change(line: str) -> bool:
    """Whether a line is nothing but the label of the next one, which says when the page was changed.

    >>> is_label_of_change("Last updated"), is_label_of_change("Updated 4 May 2024"), is_label_of_change("Published")
    (True, False, False)
    """
    folded = fold(line)
    return (
        len(folded) <= LONGEST_LABEL and _DIGIT.search(folded) is None and _stems().changed.search(folded) is not None
    )


def behind_label(folded: str) -> str:
    """A folded line without the word that opens it and says that the page was changed; else the line.

    >>> behind_label("updated may 4, 2024"), behind_label("mis à jour le 4 mai 2024"), behind_label("may 4, 2024")
    (' may 4, 2024', ' le 4 mai 2024', 'may 4, 2024')
    """
    match = _stems().changed.match(folded)
    return folded if match is None else _LETTERS.sub("", folded[match.end() :])


def reading_minutes(lines: Sequence[str]) -> int | None:
    """How long it takes to read, from the first such line that says so.

    >>> reading_minutes(["3 May 2024", "5 min read"]), reading_minutes(["2 min ago"])
    (5, None)
    """
    for line in lines:
        folded = fold(line)
        match = _stems().minutes.search(folded)
        if match is not None and _stems().reading.search(folded) and 0 < int(match[1]) <= LONGEST_READ:
            return int(match[1])
    return None
