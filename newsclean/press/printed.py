"""The heads of printed pages, as they stand in a PDF or an e-paper: the paper, the date, the number of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.phrases.language_words import one_of
from newsclean.press.dates import read_date

LONGEST = 140  # characters
MARK, MARKS = re.compile(r"\s[|·•]\s"), 2  # between paper, number and page
EDGE = 30  # characters at either end of a line in which the number of its page stands


def is_running_head(text: str) -> bool:
    """Whether a line is the head of a printed page: a date, or two marks between its parts, and the page's number.

    >>> is_running_head("The Harbour Post - Orrin - 3 May 2024 - Page 7"), is_running_head("Jo Doe | 3 May 2024 | 12")
    (True, False)
    >>> is_running_head("4      HARBOUR POST      Friday, 3 May 2024"), is_running_head("3 May 2024, page 7 of 12")
    (True, False)
    >>> is_running_head("Harbour Post · No. 61 · Page 3"), is_running_head("Ferry stops for the winter - Page 3")
    (True, False)
    """
    if len(text) > LONGEST or not (text[0].isdigit() or text[-1].isdigit() or _first().match(text)):
        return False
    at_edge = _first().match(text) or _last().search(text, max(0, len(text) - EDGE))
    if at_edge is None:
        return False
    is_named = any(map(str.isalpha, at_edge.group().rsplit(maxsplit=1)[0]))
    return read_date(text) is not None or (is_named and len(MARK.findall(text)) >= MARKS)


@lru_cache(maxsize=1)
def _first() -> re.Pattern[str]:
    """The number of a page, named or set off by blanks, that opens a line: “4      HARBOUR POST”, “Page 4 | …”."""
    return re.compile(rf"(?:{one_of('page')}\s?\d{{1,3}}\s{{0,4}}[|·•–—,-]|\d{{1,3}}\s{{3,30}}\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _last() -> re.Pattern[str]:
    """The same at its end: “… 3 May 2024      5”, “… · Page 5”."""
    return re.compile(rf"(?:[|·•–—,-]\s{{0,4}}{one_of('page')}\s?\d{{1,3}}|\S\s{{3,30}}\d{{1,3}})\Z", re.IGNORECASE)
