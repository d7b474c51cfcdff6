"""The time of day that stands beside a printed date: its hour, which half of the day, its zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

# As in “오후 5:06”, and as in “5:06 p.m.”; written without points and blanks.
_LEADING = tuple("am pm öö ös 오전 오후 午前 午後 凌晨 清晨 早上 上午 下午 傍晚 晚上".split())
_HALVES = (*_LEADING, *"πμ μμ pg ptg ص م قظ بظ".split())
_AFTERNOON = frozenset("pm ös 오후 午後 下午 傍晚 晚上 μμ ptg م بظ".split())
_HALF = "|".join(r"\.?\s?".join(half) for half in _HALVES)
_HALF_BEFORE = re.compile(rf"(?<![^\W\d_一-鿿])(?:{'|'.join(_LEADING)})\s?\Z")
_LONGEST_HALF = 5  # characters, with what stands around it
TIME_OF_DAY = re.compile(r"(?<![\d.])\d{1,2}[:.]\d\d(?!\d|\.\d)")  # at a glance: no part of “15.04.2024”
_TIME = re.compile(
    rf"""
    (\d(?<![\d.]\d)\d?) \s?
    (?: [:.h] \s? (\d\d)(?!\d) (?:\s?[:.]\s?\d\d)?
      | [時时點点시](?![間间간]) (?:\s?(\d\d?)(?!\d))?
      | (?=(?:{_HALF})(?!\w)) )
    (?: \s? ({_HALF})(?!\w) )?
    """,
    re.VERBOSE,
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
_ZONE = re.compile(rf"\b(?:gmt|utc)\s?([+-]\d\d?)(?!\d)|\b({'|'.join(_ZONES)})\b|([+-]\d\d:?\d\d)(?!\d)")


def with_time(day: datetime, rest: str) -> datetime:
    """A day with the time that is told in the rest of its folded line; without one, the day.

    >>> with_time(datetime(2024, 5, 3), "at 5:06 p.m. est").isoformat()
    '2024-05-03T17:06:00-05:00'
    """
    match = _TIME.search(rest)
    if match is None:
        return day
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    half = match[4]
    if half is None and (before := _HALF_BEFORE.search(rest[: match.start()][-_LONGEST_HALF:])):
        half = before[0]
    if half and hour <= 12:
        hour = hour % 12 + (12 if re.sub(r"[.\s]", "", half) in _AFTERNOON else 0)
    day = at(day, hour, minute)
    zone = _ZONE.search(rest, match.end())
    if zone is None:
        return day
    if zone[2]:
        return day.replace(tzinfo=timezone(timedelta(hours=_ZONES[zone[2]])))
    return day.replace(tzinfo=offset(zone[3] or f"{zone[1][0]}{zone[1][1:]:>02}00"))


def at(day: datetime, hour: int, minute: int, second: int = 0) -> datetime:
    """A day at this time; the day itself, if there is no such time."""
    is_time = hour < 24 and minute < 60 and second < 60
    return day.replace(hour=hour, minute=minute, second=second) if is_time else day


def offset(zone: str) -> timezone:
    """A zone by its folded offset: “z”, “+02:00”, “-0530”."""
    if zone == "z":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone((-1 if zone[0] == "-" else 1) * timedelta(minutes=minutes)) if minutes < 24 * 60 else UTC
