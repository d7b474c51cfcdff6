"""What is known of the site that a page is of: how many of its pages show a line. A value; newsclean/site.py counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

from newsclean.page.shape import STOP, ending
from newsclean.phrases.fold import fold
from newsclean.phrases.keys import NUMBER

LONGEST = 600  # characters of a line that is counted: a longer one is a paragraph of some story
REMEMBERED = 100  # characters: keys of lines of up to so many are kept, as furniture recurs
NAME = "@"
NAMED = 80  # characters: in a longer line no names are looked for
NAMES = regex.compile(r"(?<=[\p{L},:] )\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){1,4}")
WORDS = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


class Line(NamedTuple):
    """A line of a site: on how many of its pages it stands, and between which days, where pages tell theirs."""

    pages: int
    titles: int = 0  # of these, on how many it stands where a headline would
    first: int | None = None  # days, as date.toordinal counts them
    last: int | None = None


class Site(NamedTuple):
    """A site: its pages that were looked at, and its lines by their keys."""

    host: str
    pages: int
    lines: Mapping[str, Line]


def line_key(text: str) -> str:
    """What is the same for lines that say the same: its letters folded, each number as # and each name as @.

    "" for what is not counted. A name is two words or more in capitals behind the first, where at least two words are
    left that are none; a sentence keeps its names, or two that only begin alike would be one.

    >>> line_key("Most read"), line_key("12 comments, 14:30"), line_key("2024")
    ('most read', '# comments, #', '')
    >>> line_key("Follow Jo Doe on Twitter"), line_key("By Jo Doe"), line_key("The mayor met Jo Doe.")
    ('follow @ on twitter', 'by jo doe', 'the mayor met jo doe.')
    """
    if len(text) > LONGEST:
        return ""
    return _key_again(text) if len(text) <= REMEMBERED else _key(text)


def _key(text: str) -> str:
    if len(text) <= NAMED and ending(text) != STOP:
        bare, names = NAMES.subn(NAME, text)
        if names and len(WORDS.findall(bare)) > 1:
            text = bare
    key = fold(text)
    if not text.isalpha():
        key = DIGITS.sub(NUMBER, key)
    return key if any(map(str.isalpha, key)) else ""


_key_again = lru_cache(maxsize=16384)(_key)
