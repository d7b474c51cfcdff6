"""Who made a picture, of what its credit says: photographers on one side, agencies and houses on the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import MARK_OF_RIGHTS, OUTER, YEAR, agencies, is_agency, is_name

POSSESSIVE = re.compile(r"['’]s\b")
MOST_OF_PERSON = 4  # words of a photographer's name


class _Joints(NamedTuple):
    givers: re.Pattern[str]  # between a maker and who passes it on
    names: re.Pattern[str]  # between two of those who made it
    of_house: re.Pattern[str]  # between a name and its house, or amid a house's name: “Museum of Seafaring”
    picture: re.Pattern[str]  # between a house in capitals and its photographer: “HNA Photo Jo Doe”
    korean: re.Pattern[str]  # a photographer behind his house, with his role: “News1 이두리 기자”
    by: re.Pattern[str]  # before a name: “By Jo Doe”
    given: re.Pattern[str]  # behind who gave it: “오린시청 제공”


@lru_cache(maxsize=1)
def _joints() -> _Joints:
    return _Joints(
        givers=re.compile(rf"\s?[/|•·＝=]\s?|\s(?:via|{one_of('for')})\s", re.IGNORECASE),
        names=re.compile(
            r"\s{0,3}(?:[/|•·;,&+]|\.(?=\s)|[-–—](?=\s)|[()（）\[\]])\s{0,3}"
            rf"|\s(?i:via|{one_of('by', 'and', 'for')})\s"
        ),
        of_house=re.compile(rf"\s(?i:{one_of('of_house')})\s"),
        picture=re.compile(rf"(?P<house>[A-Z]{{2,6}})\s(?i:{one_of('picture')})\s(?P<name>[^\W\d_].*)"),
        korean=re.compile(rf"(?P<house>\S{{2,12}})\s(?P<name>[가-힣]{{2,4}})\s?{one_of('role_behind')}"),
        by=re.compile(rf"\A(?i:{one_of('by')})\s(?=[^\W\d_])"),
        given=re.compile(rf"\s?{one_of('given')}\Z"),
    )


def makers(credit: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The photographers and the agencies or houses that a credit names, each once, as printed.

    >>> makers("Jo Doe and Mara Lind/AP via Getty Images")
    (('Jo Doe', 'Mara Lind'), ('AP', 'Getty Images'))
    >>> makers("KCNA VIA KNS/AFP"), makers("Jo Doe/Harbour Post"), makers("Handout")
    (((), ('KCNA', 'KNS', 'AFP')), (('Jo Doe',), ('Harbour Post',)), ((), ()))
    >>> makers("Ministry of Public Works"), makers("Jo Doe of The Tide"), makers("HNA Photo Jo Doe")
    (((), ('Ministry of Public Works',)), (('Jo Doe',), ('The Tide',)), (('Jo Doe',), ('HNA',)))
    >>> makers("By Jo Doe The Associated Press"), makers("AlexZel from Pixabay"), makers("Diary of the pumps")
    ((('Jo Doe',), ('The Associated Press',)), ((), ('Pixabay',)), ((), ()))
    >>> makers("Jo Doe’s Harbour Diary"), makers("News1 이두리 기자"), makers("오린시청 제공")
    (((), ()), (('이두리',), ('News1',)), ((), ('오린시청',)))
    """
    people: dict[str, None] = {}
    houses: dict[str, None] = {}
    for giver in _joints().givers.split(MARK_OF_RIGHTS.sub("", credit)):
        gives = bool(people) and not houses  # the house of the people before it: “Jo Doe/Harbour Post”
        for part in _joints().names.split(giver):
            name, house = _apart(part.strip(OUTER))
            if name and (_is_house(name) or (gives and is_name(name))):
                house = name
            elif _is_person(name):
                people[name] = None
            if house and fold(house) not in agencies().sources and not YEAR.fullmatch(house):
                houses[house] = None
    return tuple(people), tuple(houses)


def _apart(part: str) -> tuple[str, str]:
    """A part of a credit as a name, and the house that stands beside it without a mark; either may be empty."""
    part = _joints().by.sub("", part)
    if match := _joints().korean.fullmatch(part):
        return match["name"], match["house"]
    if match := _joints().picture.fullmatch(part):
        whole = fold(part[: match.start("name")].strip()) in agencies().folded  # “GETTY IMAGES NORTH AMERICA”
        return ("", part) if whole else (match["name"], match["house"])
    words = part.split()
    for n in range(2, len(words)):
        if is_agency(" ".join(words[n:]).removeprefix("The ")) and _is_person(" ".join(words[:n])):
            return " ".join(words[:n]), " ".join(words[n:])  # “Jo Doe Associated Press”
    if (gave := _joints().given.sub("", part)) != part:
        return "", gave
    of = _joints().of_house.search(part)
    if of is None:
        return part, ""
    first, house = part[: of.start()], part[of.end() :]
    if fold(first) in agencies().sources:
        return house, ""  # “Courtesy of Jo Doe”
    if " " in first and _is_person(first) and not _is_house(first):
        return first, house
    return "", house if is_agency(house) else part if is_name(first) and is_name(house) else ""


def _is_house(name: str) -> bool:
    """Whether a name is an agency's, has the word of a house as its last or first, or is one word of capitals."""
    if is_agency(name) or (name.isupper() and " " not in name):
        return True
    words = name.casefold().split()
    of_house = words_for("desk") | words_for("team")
    return len(words) > 1 and is_name(name) and (words[-1] in of_house or words[0] in of_house)


def _is_person(name: str) -> bool:
    """Whether a name is shaped like a photographer's: two words or more, or one of a script that parts none."""
    if not is_name(name, MOST_OF_PERSON) or not (" " in name or not name.isascii()):
        return False
    return fold(name) not in agencies().sources and POSSESSIVE.search(name) is None
