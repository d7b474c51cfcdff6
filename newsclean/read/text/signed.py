"""Bylines, credits and dates in one long line: where each begins and ends, as its own form proves.

“… settles derby By Ada Fenn | 21 November 2026, 18:12 Orrin beat …”, “Photo: Jo Quay The harbour …”. A name of two or
three words behind “By” or “Photo:” ends where no name goes on: at a date, a bar, a phrase, “The”. So does one that is
said twice, for a portrait and for who it shows, before a date or “By”. A date with its year begins a line where no word
leads to it (“on”, “since”), and ends one where a capital stands behind it.
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
LEADING, MOST_OF_DESK = (
    2,
    7,
)  # words, from a name to its date: “Par Jo Doe, le 3 mai 2024”; the same with a bar before it
STOPS = ".!?"
BARS, DASHES = ("|", "·", "•"), ("-", "–", "—")
MOST_DATES = 6  # places where one begins or ends
BESIDE_NAME = ("byline", "timestamp")  # kinds of phrases that stand behind a name: its role, “Published”
BUTTON = "share"  # the kind of one that does, as “Print”
INITIAL = 2  # characters of one, with its stop
MOST_OF_LABEL = 2  # words of one between a name and its repetition: “Jo Doe Written by Jo Doe”
OPENING = "([{"
JOINTS = ",;-–—&/:"  # behind one of these a sentence goes on


def signed(words: Words, edges: Collection[int], phrases: Mapping[int, Found]) -> set[int]:
    """The words with which a byline, a credit or a date begins, or what stands behind one."""
    labels = dict(sorted(_labelled(words, phrases), reverse=True))  # “Last updated:”, not “Updated:”
    dates = set(_dates(words, edges, labels))
    found = dates if len(dates) <= MOST_DATES else set[int]()  # entries of a live page have one each
    found.update(_names(words, found, phrases))
    found.update(_twice(words, phrases))
    known = {*edges, *found}
    behind = 0
    for n, key in enumerate(words.keys):
        if n in phrases and phrases[n].opens and phrases[n].kind == "credit":
            found.update(_credit(words, n + phrases[n].words, known, phrases))
        elif n >= behind and (key in words_for("by") or (n in phrases and phrases[n].kind == "byline")):
            behind = _opens_byline(words, n, phrases)
            found.update(_byline(words, n, behind, known, phrases) if behind else ())
    return found


def _opens_byline(words: Words, n: int, phrases: Mapping[int, Found]) -> int:
    """The word behind what opens a byline at word n, “By”, “Written by”, “Author of the article: By”; 0 for none."""
    if words.keys[n] in words_for("by"):
        return n + 1
    if n not in phrases or phrases[n].kind != "byline" or words.classes[n] not in CAPITAL:
        return 0
    end = n + phrases[n].words
    if words.said[end - 1][-1] != ":" and not _says_by(words, end - 1):
        return 0
    return end + (end < len(words.keys) and _says_by(words, end))


def _says_by(words: Words, n: int) -> bool:
    return words.keys[n] in words_for("by") | words_for("by_or_of")


def _twice(words: Words, phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a name begins and ends that is said twice, with “By” between or a date or role behind.

    “Jo Doe Jo Doe 3 May 2024”, “Jo Doe Written by Jo Doe Senior reporter”.
    """
    said = words.said
    for far in range(NAME.start, NAME.stop + MOST_OF_LABEL):
        for n in [n for n, (one, other) in enumerate(zip(said, said[far:], strict=False)) if one == other]:
            sizes = NAME if words.classes[n] in CAPITAL else range(0)
            for size in [size for size in sizes if size <= far and _is_name(words, n, size)]:
                again, end = n + far, n + far + size
                if said[n : n + size] != said[again:end]:
                    continue
                if far > size and _opens_byline(words, n + size, phrases) == again:
                    yield from (n, end)
                elif far == size and _is_under_name(words, end, phrases):
                    yield from (n, again, end)


def _is_name(words: Words, n: int, size: int) -> bool:
    """Whether so many words may be a name, with nothing but blanks between them; “Ana” is a small word somewhere."""
    is_one = all(word[-1].isalnum() or len(word) == INITIAL for word in words.said[n : n + size])
    return is_one and all(kind in OF_NAMES for kind in words.classes[n + 1 : n + size])


def _is_under_name(words: Words, n: int, phrases: Mapping[int, Found]) -> bool:
    """Whether a date, its label or a role stands at word n, or a date behind a place: “Orrin - 3 May 2024”."""
    if n < len(words.said) and n in phrases and phrases[n].kind in BESIDE_NAME:
        return True
    has_place = n + 1 < len(words.said) and words.classes[n] in OF_NAMES and words.said[n + 1] in DASHES
    return words.stamps.get(n + 2 if has_place else n) in (BEFORE_STAMP, BETWEEN_STAMPS)


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
    if start == 0 or not _may_end_headline(words, start - 1) or any(word[-1] in STOPS for word in words.said[:first]):
        return
    end = next((n + 1 for n in range(start, first) if not words.said[n][-1].isalnum()), first)
    end = next((n for n in range(start + NAME.start, end) if n in phrases and phrases[n].kind == "byline"), end)
    has_role = any(phrases[n].kind == "byline" for n in range(end, first) if n in phrases)
    is_name = end - start in NAME and (end == first or (first - end in ROLE and has_role))
    if is_name and words.keys.count(words.keys[end - 1]) == 1:  # who took the picture may have the same first name
        yield start - _says_by(words, start - 1)


def _may_end_headline(words: Words, n: int) -> bool:
    """Whether a headline may end with word n, or “by” stands there: “with”, “of” and “accused:” lead to the name."""
    is_by = _says_by(words, n) and words.classes[n] in SMALL
    return is_by or (words.classes[n] == CLASS["lower"] and _may_end(words, n))


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


def _byline(words: Words, n: int, first: int, known: Collection[int], phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a byline begins, at word n, and ends: “By Jo Doe”; `first`: the first word behind its label.

    “von”, in small letters, only beside a date or behind an edge.
    """
    end = _end_of_names(words, first, known, phrases)
    if end == first:
        return
    is_capital = words.classes[n] in CAPITAL
    begins = n in known or words.stamps.get(n) == BEHIND_STAMP or (is_capital and n > 0 and _may_end(words, n - 1))
    if _is_before_stamp(words, end, known, phrases, may_have_house=begins):
        yield n
    if begins and first - n > 1 and words.said[first - 2][-1] == ":":
        yield first - 1  # “Author of the article: By Jo Doe”
    stamp = _stamp_behind(words, end) or _behind_role(words, end, phrases) if is_capital and begins else 0
    if stamp:
        yield from (n, stamp)
    elif begins and _ends(words, end, known, phrases):
        yield from (n,) if end < len(words.said) and words.said[end] in BARS else (n, end)
        if end in phrases and phrases[end].kind == BUTTON:
            yield end + phrases[end].words


def _stamp_behind(words: Words, n: int) -> int:
    """Behind which word the date ends that follows a name and its mark: “By Jo Doe, 3 May 2024”; 0 for none.

    With what he is between, and a bar: “By Jo Doe, City Desk | 3 May 2024”.
    """
    if n == len(words.said) or (words.said[n - 1][-1].isalnum() and words.said[n][0].isalnum()):
        return 0
    stamps = (
        k for k in range(n, n + MOST_OF_DESK)
        if words.stamps.get(k) in (BEFORE_STAMP, BETWEEN_STAMPS) and (k < n + LEADING or words.said[k - 1] in BARS)
    )  # fmt: skip
    first = next(stamps, 0)
    end = next((k for k in range(first + 1, len(words.said)) if words.stamps.get(k) != IN_STAMP), 0) if first else 0
    return end if end and _may_end(words, end - 1) and _may_begin(words, end) else 0


def _is_before_stamp(
    words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found], *, may_have_house: bool
) -> bool:
    """Whether a date or its label begins at word n, or behind a comma and the author's house: “, MDR”."""
    end = n
    has_house = may_have_house and words.said[n - 1][-1] == ","
    while has_house and end < n + LEADING and end not in known and _is_in_capitals(words, end):
        end += 1
    is_label = end > n and end in phrases and phrases[end].kind == "timestamp"
    return end in known and (is_label or words.stamps.get(end) == BEFORE_STAMP)


def _is_in_capitals(words: Words, n: int) -> bool:
    return n < len(words.said) and words.classes[n] == CLASS["CAPITALS"]


def _behind_role(words: Words, n: int, phrases: Mapping[int, Found]) -> int:
    """The first word of the date behind a role at word n: “By Jo Doe Senior Reporter 3 May 2024”; 0 for none."""
    if n not in phrases or phrases[n].kind != "byline":
        return 0
    return next((k for k in range(n + 1, n + ROLE.stop) if words.stamps.get(k) in (BEFORE_STAMP, BETWEEN_STAMPS)), 0)


def _credit(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> Iterator[int]:
    """Where a credit ends of which the label ends before word n."""
    end = _end_of_name(words, n, known, phrases)
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


def _end_of_names(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> int:
    """Behind which word the names end that begin with word n, “Jo Doe and Mara Lind”; n where it is doubted."""
    end = n
    while True:
        name = _end_of_name(words, end, known, phrases)
        if name - end not in NAME:
            return n
        if not (name < len(words.said) and words.keys[name] in words_for("and") and words.classes[name] in SMALL):
            return name
        end = name + 1


def _end_of_name(words: Words, n: int, known: Collection[int], phrases: Mapping[int, Found]) -> int:
    """Behind which word the name ends that begins with word n; n where none begins."""
    end = n
    while end < len(words.said) and words.classes[end] in OF_NAMES and (end == n or end not in known):
        if end - n in NAME and end in phrases and phrases[end].kind in (*BESIDE_NAME, BUTTON):
            break
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
