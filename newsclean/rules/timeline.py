"""Timelines: dates that head what happened then."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_said
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import DIGIT
from newsclean.press.dates import date_share

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)|\d\s?[ap]\.?m\b", re.IGNORECASE)
MOST_WORDS = 6  # “pátek 27. září 2024”; pairs of characters: “2024年9月3日”
ALL_DATE = 0.9  # of a line's words
REACH = 8  # lines from one date of a timeline to the next
FEWEST = 3  # dates


def entry(block: Block, page: Page) -> Finding | None:
    """One of three or more dates in a row, the years going up, each alone on its line over what happened then.

    Left alone where they are all of one year, as the stamps of a live page and of comments are, or go back in time, as
    in lists of stories.

    Keeps:
                     | The bridge fell on Friday. What had come before it?
        sure heading | 1931
                     | The bridge is opened. It is to last a hundred years.
        sure heading | May 2009
                     | An engineer writes that it ought to be closed.
                     | Nobody answers.
        sure heading | 12 January 2021
                     | Lorries are banned. They drive on.

        sure heading | 1931
                     | Most je slavnostně otevřen.
        sure heading | květen 2009
                     | Statik píše, že je třeba jej zavřít.
        sure heading | 12. ledna 2021
                     | Kamiony mají zákaz, jezdí však dál.

        | 12 January 2024
        | Lorries are banned. They drive on.
        | 3 May 2023
        | An engineer writes that it ought to be closed.
        | 4 April 1931
        | The bridge is opened. It is to last a hundred years.

        | 3 May 2024
        | The bridge is opened. It is to last a hundred years.
        | 4 May 2024
        | An engineer writes that it ought to be closed.
        | 5 May 2024
        | Lorries are banned. They drive on.

        | 1931
        | The bridge is opened
        | 2009
        | The bridge is to be closed
        | 2021
        | Lorries banned

        | Jo Doe
        | 12 January 2019
        | The bridge is opened. It is to last a hundred years.
        | Ola Berg
        | 3 May 2020
        | An engineer writes that it ought to be closed.
        | Ida Moss
        | 4 April 2021
        | Lorries are banned. They drive on.

        | 12 January 2019 at 10:31 am
        | The bridge is opened. It is to last a hundred years.
        | 3 May 2020 at 4:01 pm
        | An engineer writes that it ought to be closed.
        | 4 April 2021 at 10:44 pm
        | Lorries are banned. They drive on.

        | 1931
        | The bridge is opened. It is to last a hundred years.
        | 2009
        | An engineer writes that it ought to be closed.
    """
    if not _year(block, page):
        return None
    dates = [*reversed(_others(block, page, -1)), block.number, *_others(block, page, 1)]
    years = [_year(page.blocks[n], page) for n in dates]
    if len(dates) < FEWEST or years != sorted(years) or years[0] == years[-1]:
        return None
    if not all(_ends_entry(n - 1, page) for n in dates[1:]):
        return None
    return Finding("heading", f"{years[0]} to {years[-1]}", "sure")


def _others(block: Block, page: Page, step: int) -> list[int]:
    """The next two dates before or behind one."""
    dates: list[int] = []
    last = block.number
    while len(dates) < FEWEST - 1:
        near = range(last + step, last + step * (REACH + 1), step)
        last = next((n for n in near if 0 <= n < len(page.blocks) and _year(page.blocks[n], page)), -1)
        if last < 0:
            break
        dates.append(last)
    return dates


def _ends_entry(n: int, page: Page) -> bool:
    """Whether a line is the last sentence of an entry, or a pointer behind it: over a comment's date stands a name."""
    b = page.blocks[n]
    return is_said(b) or (bool(b.cues) and is_said(page.blocks[n - 1]))


def _year(b: Block, page: Page) -> int:
    """The year of a line that is nothing but a date and stands over a sentence; 0 for any other line."""
    if not b.traits & DIGIT or b.words > MOST_WORDS or b.ending == STOP:
        return 0
    text = b.core.rstrip(" :") if b.ending == COLON else b.core
    found = YEAR.findall(text)
    below = page.blocks[b.number + 1 : b.number + 2]
    if len(found) != 1 or not below or not is_said(below[0]) or CLOCK.search(b.core):
        return 0
    return int(found[0]) if text == found[0] or date_share(b.folded) >= ALL_DATE else 0
