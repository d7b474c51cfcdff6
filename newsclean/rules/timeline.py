"""Timelines: dates and days that head what happened then, the chapters of a film."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_said
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import DIGIT
from newsclean.press.dates import date_share, weekdays

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)|\d\s?[ap]\.?m\b", re.IGNORECASE)
MOST_WORDS = 6  # “pátek 27. září 2024”; pairs of characters: “2024年9月3日”
ALL_DATE = 0.9  # of a line's words
REACH = 8  # lines from one date of a timeline to the next
FEWEST = 3  # dates, days, chapters
WEEK = 60  # lines to the other days of a week
CHAPTER = re.compile(
    r"[(\[]?(?:(\d):)?(\d{1,3}):(\d\d)[)\]]?(?:\s[-–—:])?\s(?=\S)"
)  # “04:12 What is a lie?”, “(1:02:03) – The end”
MINUTE = re.compile(r"(\d{1,3})(?:\s?\+\s?(\d{1,2}))?\s?['’′]\s?[:–—-]?\s?(?=[^\W_]|[(\[])")  # “90+4' 2-1 Berg”
MOST_CHAPTERS, MOST_OF_CHAPTER = 60, 25  # in a row; words of one


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


def day(block: Block, page: Page) -> Finding | None:
    """One of three or more days of the week, each alone on its line over what is on then.

    Left alone where no sentence stands under each of them: opening hours in a footer, a menu of forecasts.

    Keeps:
        sure heading | MONDAY
                     | A caller on Mill Lane reported a man shouting at a tree.
        sure heading | TUESDAY
                     | Two geese on Highway 4. Gone on arrival.
                     | A choir was asked to sing more softly.
        sure heading | WEDNESDAY
                     | No calls.

        sure heading | Perjantai
                     | Kuorokonsertti, kirkko klo 19. Liput 8 e.
        sure heading | Lauantai:
                     | Kirjakirppis, kirjasto klo 10. Vapaa pääsy.
        sure heading | Sunnuntai
                     | Ei mitään. Levätkää.

        | Monday
        | 9 to 5
        | Tuesday
        | 9 to 5
        | Wednesday
        | closed

        | Monday
        | Two geese on Highway 4. Gone on arrival.
        | Tuesday
        | A choir was asked to sing more softly.

        | Monday
        | Two geese on Highway 4. Gone on arrival.
        | Monday
        | A choir was asked to sing more softly.
        | Monday
        | No calls.
    """
    if not _day(block, page):
        return None
    near = page.blocks[max(0, block.number - WEEK) : block.number + WEEK + 1]
    days = {name for b in near if (name := _day(b, page))}
    return Finding("heading", f"{len(days)} days of the week", "sure") if len(days) >= FEWEST else None


def _day(b: Block, page: Page) -> str:
    """The day of the week that is all of a line, over a sentence, folded; or ""."""
    name = b.folded.strip(" :")
    if b.words > 1 or name not in weekdays():
        return ""
    below = page.blocks[b.number + 1 : b.number + 2]
    return name if below and below[0].ending == STOP and not below[0].cues else ""


def chapter(block: Block, page: Page) -> Finding | None:
    """A chapter of a film or a podcast: its time and what it is about, one of three or more in a row, the first at 0:00.

    Left alone where none begins at nought: times of day in a list of the latest stories.

    Keeps:
                       | The chapters of this episode
        sure list_item | 00:00 Hello
        sure list_item | 04:12 What is a lie?
        sure list_item | 1:17:30 The experiment with the chips

        | 08:00 Pumps arrive
        | 09:12 Wall to be raised
        | 17:30 Ferry late again

        | 00:00 Hello
        | 04:12 What is a lie?

        | 00:00 Pumps arrive
        | 23:12 Wall to be raised
        | 17:30 Ferry late again
    """
    times = [_seconds(line) for line in _row(block, page, CHAPTER)]
    if len(times) < FEWEST or times[0] or times != sorted(set(times)):
        return None
    return Finding("list_item", f"{len(times)} chapters from 0:00", "sure")


def minute(block: Block, page: Page) -> Finding | None:
    """What happened in a minute of a match, one of three or more in a row, the minutes going up: “31' 1-1 Berg”.

    Keeps:
                       | How the goals were scored:
        sure list_item | 12' 1-0 Lind
        sure list_item | 55' 2-0 Lind
        sure list_item | 90+4' 2-1 Berg

        | 12' 1-0 Lind
        | 55' 2-0 Lind

        | 90' 2-1 Berg
        | 55' 2-0 Lind
        | 12' 1-0 Lind
    """
    minutes = [_minute(line) for line in _row(block, page, MINUTE)]
    if len(minutes) < FEWEST or minutes != sorted(minutes):
        return None
    return Finding("list_item", f"{len(minutes)} minutes of a match", "sure")


def _row(block: Block, page: Page, mark: re.Pattern[str]) -> list[str]:
    """The lines in a row that open with a mark, the block among them; none if the block does not or is long."""
    if not mark.match(block.core) or block.words > MOST_OF_CHAPTER:
        return []
    first = behind = block.number
    while first > 0 and block.number - first < MOST_CHAPTERS and mark.match(page.blocks[first - 1].core):
        first -= 1
    while behind < len(page.blocks) and behind - first < MOST_CHAPTERS and mark.match(page.blocks[behind].core):
        behind += 1
    return [b.core for b in page.blocks[first:behind]]


def _minute(text: str) -> tuple[int, int]:
    """In which minute something happened, and in which of those that were added."""
    match = MINUTE.match(text)
    return (0, 0) if match is None else (int(match[1]), int(match[2] or 0))


def _seconds(text: str) -> int:
    """At which second a chapter begins."""
    match = CHAPTER.match(text)
    return 0 if match is None else 3600 * int(match[1] or 0) + 60 * int(match[2]) + int(match[3])
