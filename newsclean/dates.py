"""Dates as printed in a line: is the line nothing but a date, and which one?

The names of months stand in cues/dates.toml, for all languages that have a cue file (source: Unicode CLDR).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from newsclean.fold import fold
from newsclean.shipped import tables

_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(z|[+-]\d\d:?\d\d)?)?")
_EAST = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d\d|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})\s?[:.h時시]\s?(\d\d)(?!\d)(?:\s?[:.]\s?\d\d)?\s?([ap]\.?m)?|(?<!\d)(\d{1,2})\s?([ap]\.?m)\b"
)
_ZONES = {
    "gmt": 0,
    "utc": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "cst": -6,
    "pdt": -7,
    "pst": -8,
    "jst": 9,
    "kst": 9,
    "msk": 3,
}
_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})\b|([+-])(\d\d):?(\d\d)(?!\d)")


class DateWords(NamedTuple):
    months: dict[str, int]
    all: frozenset[str]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    data = tables()["dates"]
    months = {word: int(number) for number, words in data["months"].items() for word in words}
    return DateWords(months, frozenset([*months, *data["weekdays"]["words"], *data["others"]["words"]]))


def date_share(folded: str) -> float:
    """How much of a folded line is a date: words of dates and numbers, as a share of all its words. 0 without a digit.

    >>> date_share("wednesday 20 november 2019 11:42")
    1.0
    >>> date_share("pumps arrive in 2019") < 0.6
    True
    """
    if _DIGIT.search(folded) is None:
        return 0.0
    found = _TOKEN.findall(folded)
    numbers = sum(map(str.isdecimal, found))
    return (numbers + sum(map(date_words().all.__contains__, found))) / float(len(found))


@lru_cache(maxsize=1024)  # several rules and fields ask about one line
def read_date(text: str) -> datetime | None:
    """The date (with the time, where given) in a line, or None. Without a zone it is naive.

    Numeric dates are read day first, unless only the other order is a date.

    >>> read_date("Wednesday 20 November 2019 11:42, UK")
    datetime.datetime(2019, 11, 20, 11, 42)
    >>> read_date("March 3, 2024 5:06 p.m.")
    datetime.datetime(2024, 3, 3, 17, 6)
    >>> read_date("2024年5月3日 12:00")
    datetime.datetime(2024, 5, 3, 12, 0)
    >>> read_date("in the spring")
    """
    line = fold(text)
    if match := _ISO.search(line):
        y, m, d, hour, minute, second, zone = match.groups()
        stamp = _date(int(y), int(m), int(d))
        if stamp is None:
            return None
        if hour:
            stamp = _at(stamp, int(hour), int(minute), int(second or 0))
            return stamp.replace(tzinfo=_offset(zone)) if zone else stamp
        return _with_time(stamp, line[match.end() :])
    for pattern, order in ((_EAST, (1, 2, 3)), (_YEAR_FIRST, (1, 2, 3)), (_NUMERIC, (3, 2, 1))):
        if match := pattern.search(line):
            y, m, d = (int(match[i]) for i in order)
            y += 2000 if y < 70 else 1900 if y < 100 else 0
            stamp = _date(y, m, d) or _date(y, d, m)
            if stamp is not None:
                return _with_time(stamp, line[: match.start()] + "  " + line[match.end() :])
    return _named(line)


def _named(line: str) -> datetime | None:
    """A date with the month's name in it."""
    months = date_words().months
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(line)]
    for n, (word, _, end) in enumerate(tokens):
        month = months.get(word)
        if month is None:
            continue
        near = [(t, a, b) for t, a, b in tokens[max(0, n - 2) : n + 4] if t.isdecimal()]
        year = next((t for t in near if len(t[0]) == 4 and 1900 < int(t[0]) < 2100), None)
        day = next((t for t in near if len(t[0]) <= 2 and 1 <= int(t[0]) <= 31 and abs(t[1] - end) < 20), None)
        if year is None or day is None:
            continue
        stamp = _date(int(year[0]), month, int(day[0]))
        if stamp is not None:
            last = max(year[2], day[2], end)
            return _with_time(stamp, line[last:] + "  " + line[: min(day[1], year[1])])
    return None


def _date(year: int, month: int, day: int) -> datetime | None:
    return (
        datetime(year, month, day)
        if 1900 < year < 2100 and 1 <= month <= 12 and 1 <= day <= _days(year, month)
        else None
    )


def _days(year: int, month: int) -> int:
    following = datetime(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _at(stamp: datetime, hour: int, minute: int, second: int = 0) -> datetime:
    return (
        stamp.replace(hour=hour, minute=minute, second=second) if hour < 24 and minute < 60 and second < 60 else stamp
    )


def _with_time(stamp: datetime, rest: str) -> datetime:
    match = _TIME.search(rest)
    if match is None:
        return stamp
    hour, minute = int(match[1] or match[4]), int(match[2] or 0)
    half = match[3] or match[5]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    stamp = _at(stamp, hour, minute)
    zone = _ZONE.search(rest, match.end())
    if zone is None:
        return stamp
    if zone[1]:
        return stamp.replace(tzinfo=timezone(timedelta(hours=_ZONES[zone[1]])))
    return stamp.replace(tzinfo=_offset(zone[0]))


def _offset(zone: str) -> timezone:
    if zone == "z":
        return UTC
    sign = -1 if zone[0] == "-" else 1
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone(sign * timedelta(minutes=minutes)) if minutes < 24 * 60 else UTC
