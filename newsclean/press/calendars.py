"""The calendars in which pages print dates, read as Gregorian: Solar Hijri, Buddhist, the eras of Japan."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

SOLAR = range(1300, 1478)  # years that are taken to be of the Solar Hijri calendar
BUDDHIST = range(2500, 2600)
GREGORIAN = range(1901, 2100)
_BEFORE_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}
_ERA = re.compile(rf"({'|'.join(_BEFORE_ERA)})\s?(\d{{1,2}}|元)\s?年")
_SOLAR_1210 = datetime(1831, 3, 21)  # the day on which a cycle of 33 years began


def gregorian(year: int, month: int, day: int) -> datetime | None:
    """The day, or None if there is no such day; the year tells in which calendar it is counted.

    >>> gregorian(1403, 2, 14), gregorian(2567, 5, 3)
    (datetime.datetime(2024, 5, 3, 0, 0), datetime.datetime(2024, 5, 3, 0, 0))
    >>> gregorian(2023, 2, 29)
    """
    if year in SOLAR:
        return _from_solar(year, month, day)
    if year in BUDDHIST:
        year -= 543
    if year not in GREGORIAN:
        return None
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _from_solar(year: int, month: int, day: int) -> datetime | None:
    """A day of the Solar Hijri calendar: six months of 31 days, five of 30, one of 29 or, in a leap year, 30."""
    first = _new_year(year)
    start = first + timedelta(30 * (month - 1) + min(month - 1, 6))
    following = _new_year(year + 1) if month == 12 else start + timedelta(31 if month <= 6 else 30)
    return start + timedelta(day - 1) if 1 <= month <= 12 and 1 <= day <= (following - start).days else None


def _new_year(year: int) -> datetime:
    """The first day of a Solar Hijri year: eight years of 33 are leap years, as by the sun from 1210 to 1634."""
    cycles, rest = divmod(year - 1210, 33)
    return _SOLAR_1210 + timedelta(365 * (year - 1210) + 8 * cycles + (rest + 3) // 4)


def without_eras(line: str) -> str:
    """A line with the years of Japanese eras as Gregorian years.

    >>> without_eras("令和6年5月3日, 平成元年")
    '2024年5月3日, 1989年'
    """
    return _ERA.sub(lambda m: f"{_BEFORE_ERA[m[1]] + (1 if m[2] == '元' else int(m[2]))}年", line)
