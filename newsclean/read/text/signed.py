"""Bylines, credits and dates in one long line: where each begins and ends, as its own form proves.

“… settles derby By Ada Fenn | 21 November 2026, 18:12 Orrin beat …”, “Photo: Jo Quay The harbour …”. A name of two or
three words behind “By” or “Photo:” ends where no name goes on: at a date, a bar, a phrase, “The”. A date with its year
begins a line where no word leads to it (“on”, “since”), and ends one where a capital stands behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_agency
from newsclean.press.dates import date_words
from newsclean.read.text.phrased import Found
from newsclean.read.text.wordkinds import (
    BEFORE_STAMP,
    BEHIND_STAMP,
    BETWEEN_STAMPS,
    CAPITAL,
    CLASS,
    IN_STAMP,
    SMALL,
    Words,
)

OF_NAMES = (CLASS["Capital"], CLASS["CAPITALS"])
NAME, ROLE = range(2, 4), range(1, 4)  # words
LEADING = 2  # words, from a name to its date: “Par Jo Doe, le 3 mai 2024”
STOPS = ".!?"
BARS = ("|", "·", "•")
MOST_DATES = 6  # places where one begins or ends
OPENING = "([{"
JOINTS = ",;-–—&/:"  # behind one of these a sentence goes on


def signed(words: Words, edges: Collection[int], phrases: Mapping[int, Found]) -> set[int]:
    """The words with which a byline, a credit or a date begins, or what stands behind one."""
    labels = dict(_labelled(words, phrases))
    dates = set(_dates(words, edges, labels))
    found = dates if len(dates) <= MOST_DATES else set[int]()  # entries of a live page have one each
    found.update(_names(words, found, phrases))
    known = {*edges, *found}
    for n in range(len(words.said)):
        if n in phrases and phrases[n].opens and phrases[n].kind == "credit":
            found.update(_credit(words, n + phrases[n].words, known, phrases))
        elif words.keys[n] in words_for("by"):
            found.update(_byline(words, n, known, phrases))
    return found


def _labelled(words: Words, phrases: Mapping[int, Found]) -> Iterator[tuple[int, int]]:
    """The dates behind “Published on”, “Stand:”: with which word each begins, and with which the label."""
    for n, phrase in phrases.items():
        if phrase.kind == "timestamp" and words.classes[n] in CAPITAL and (not n or _may_end(words, n - 1)):
            behind = range(n + 1, n + phrase.words + 1)
            yield from [(first, n) for first in behind if words.stamps.get(first) in (BEFORE_STAMP, BETWEEN_STAMPS)][:1]


def _names(words: Words, dates: Collection[int], phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a name begins that stands between the headline and its date, as an author's does: said nowhere else.

    Also with a role behind it: “Jo Doe, City Reporter November 21, 2026”.
    """
    start = first = min(dates, default=0)
    while start > 0 and words.classes[start - 1] in OF_NAMES:
        start -= 1
    if start == 0 or words.classes[start - 1] not in SMALL or any(word[-1] in STOPS for word in words.said[:first]):
        return
    end = next((n + 1 for n in range(start, first) if not words.said[n][-1].isalnum()), first)
    has_role = any(phrases[n].kind == "byline" for n in range(end, first) if n in phrases)
    is_name = end - start in NAME and (end == first or (first - end in ROLE and has_role))
    if is_name and words.keys.count(words.keys[end - 1]) == 1:  # who took the picture may have the same first name
        yield start - (words.keys[start - 1] in words_for("by") | words_for("by_or_of"))


def _dates(words: Words, edges: Collection[int], labels: Mapping[int, int]) -> Iterator[int]:
    """Where a date or its label begins that no word leads to, and where one ends with a year, and a capital behind."""
    n, end = 0, len(words.said)
    while n < end:
        if words.stamps.get(n) not in (BEFORE_STAMP, BETWEEN_STAMPS):
            n += 1
            continue
        first = n
        n += 1
        while n < end and words.stamps.get(n) == IN_STAMP:
            n += 1
        kinds = words.classes[first:n]
        has_year = CLASS["year"] in kinds or CLASS["date"] in kinds
        if first in labels:
            yield labels[first]
        begins = first in edges or first == 0 or first in labels
        begins = begins or _leads_to_none(words, first - 1, has_time=CLASS["time"] in kinds)
        is_of_post = first > 0 and "@" in words.said[first - 1]  # “— Jo Doe (@jodoe) 3 May 2024”
        is_apart = words.said[first][0] not in OPENING and _may_end(words, n - 1) and not is_of_post
        if has_year and begins and is_apart and (n == end or _may_begin(words, n)):
            is_behind_bar = first > 0 and words.said[first - 1] in BARS
            yield from (n,) if is_behind_bar or first in labels else (first, n)


def _byline(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a byline begins and ends: “By Jo Doe”; “von”, in small letters, only beside a date or behind an edge."""
    is_capital = words.classes[n] in CAPITAL
    begins = n in known or words.stamps.get(n) == BEHIND_STAMP or (is_capital and n > 0 and _may_end(words, n - 1))
    end = _end_of_names(words, n + 1, known)
    begins = begins or (end in known and words.stamps.get(end) == BEFORE_STAMP)
    if is_capital and begins and end > n + 1 and (stamp := _stamp_behind(words, end)):
        yield from (n, stamp)
    elif begins and end > n + 1 and _ends(words, end, known, phrases):
        yield from (n,) if end < len(words.said) and words.said[end] in BARS else (n, end)


def _stamp_behind(words: Words, n: int) -> int:
    """Behind which word the date ends that follows a name and its mark: “By Jo Doe, 3 May 2024”; 0 for none."""
    if n == len(words.said) or (words.said[n - 1][-1].isalnum() and words.said[n][0].isalnum()):
        return 0
    first = next((k for k in range(n, n + LEADING) if words.stamps.get(k) in (BEFORE_STAMP, BETWEEN_STAMPS)), 0)
    end = next((k for k in range(first + 1, len(words.said)) if words.stamps.get(k) != IN_STAMP), 0) if first else 0
    return end if end and _may_end(words, end - 1) and _may_begin(words, end) else 0


def _credit(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a credit ends of which the label ends before word n."""
    end = _end_of_name(words, n, known)
    if end == n:
        return
    house = words.said[end - 1].rpartition("/")[2]
    is_signed = house in words_for("house") or is_agency(house)
    if (
        is_signed
        if "/" in words.said[end - 1]
        else _ends(words, end, known, phrases) and (is_signed or end - n in NAME)
    ):
        yield end


def _end_of_names(words: Words, n: int, known: Collection[int]) -> int:
    """Behind which word the names end that begin with word n, “Jo Doe and Mara Lind”; n where it is doubted."""
    end = n
    while True:
        name = _end_of_name(words, end, known)
        if name - end not in NAME:
            return n
        if not (name < len(words.said) and words.keys[name] in words_for("and") and words.classes[name] in SMALL):
            return name
        end = name + 1


def _end_of_name(words: Words, n: int, known: Collection[int]) -> int:
    """Behind which word the name ends that begins with word n; n where none begins."""
    end = n
    while end < len(words.said) and words.classes[end] in OF_NAMES and (end == n or end not in known):
        end += 1
        last = words.said[end - 1]
        if not last[-1].isalnum() or ("/" in last and not _is_agency(last, words.said[end : end + 1])):
            break
    return end


def _is_agency(last: str, after: Sequence[str]) -> bool:
    """Whether an agency's name goes on behind the word with the slash: “Jo Doe/Getty Images”."""
    return is_agency(" ".join([last.rpartition("/")[2], *after]))


def _ends(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> bool:
    """Whether a name ends before word n: an edge, a date, a mark, a phrase, a word such as “The” stands there."""
    if n >= len(words.said) or n in known:
        return True
    if words.said[n - 1][-1] in JOINTS:
        return False
    is_other = words.stamps.get(n) == BEFORE_STAMP or words.said[n] in BARS or n in phrases
    return is_other or words.classes[n] == CLASS["Small"]


def _may_end(words: Words, n: int) -> bool:
    """Whether a line may end with word n: it does not ask for more."""
    return words.said[n][-1] not in JOINTS


def _leads_to_none(words: Words, n: int, *, has_time: bool) -> bool:
    """Whether no word leads to a date behind it: “on 3 May”, “Thursday 2 May 2024”; to one with a time few do."""
    leads = (words.classes[n] == CLASS["small"] and not has_time) or words.keys[n] in date_words().all
    return _may_end(words, n) and not leads


def _may_begin(words: Words, n: int) -> bool:
    return words.classes[n] in CAPITAL or words.said[n] in BARS or words.keys[n] in words_for("by")
