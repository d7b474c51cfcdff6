"""The lines of timestamps, read: when it was published, when changed, how long it takes to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from newsclean.phrases.fold import fold
from newsclean.phrases.shipped import tables
from newsclean.press.dates import read_date

LONGEST_READ = 180  # minutes: more is no reading time


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


def dates(lines: Sequence[str]) -> tuple[datetime | None, datetime | None]:
    """Publication and last change, from the lines that are timestamps, in the page's order."""
    published = modified = None
    for line in lines:
        folded = fold(line)
        match = _stems().changed.search(folded)
        if match is None:
            published = published or read_date(line)
            continue
        before, after = folded[: match.start()], folded[match.start() :]
        published = published or (read_date(before) if before.strip() else None)
        modified = modified or read_date(after) or (read_date(folded) if ":" in after else None)
    return published or modified, modified


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
