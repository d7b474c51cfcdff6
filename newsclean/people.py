"""Bylines read: names. Datelines read: place and agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.credits import is_agency, is_name
from newsclean.fold import fold

OPENING = re.compile(
    r"\A(?:(?:written|reported|edited|posted|published|story|words|text|texte|texto|tekst)\s+)?(?:by|von|par|por|di|av|af|door|de|autor|autorin|author|autore|автор|текст|text|tekst|texto)\b\s*[:：]?\s+|\A(?:文|作者|記者|记者|撰文)[／/:：]?\s*",
    re.IGNORECASE,
)
JOINT = re.compile(r"\s{0,3}(?:,|;|&|\||·|•|/|\s(?:and|und|et|y|e|og|och|en|i|ja|и|і|ve)\s)\s{0,3}", re.IGNORECASE)
AFTER_NAME = re.compile(
    r"\s{1,3}(?:in|aus|à|em|w|från|from|for|für|\d|@|[-–—(]|staff|senior|chief|news|sports?|political|special|correspondent|reporter|editor|"
    r"redakt|korrespondent|journalist)",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:reporter|editor|writer|correspondent|staff|redakt\w*|journalist\w*|contributor|news|press|desk|agency|agencies|team)\b",
    re.IGNORECASE,
)
KOREAN = re.compile(r"([가-힣]{2,4})\s*(?:기자|특파원)")
JAPANESE = re.compile(r"([一-龯ぁ-ん]{2,6}[ 　]?[一-龯ぁ-ん]{0,4})記者")
MOST = 6  # names in one byline
DATELINE = re.compile(
    r"""
    (?P<place>[^\W\d_][^()\n—–:]{1,60}?)\s{0,3}
    (?:
        \((?P<agency>[^()\n]{2,30})\)\s{0,3}(?:[-–—:|.]{1,3}|=)\s{0,3}
      | \s?(?P<dash>[–—]|\.?--?)\s{1,3}
    )
    (?=["“„«'‘(]?\S)
    """,
    re.VERBOSE,
)
OPENING_AGENCY = re.compile(r"\A[(（【\[]\s?(?P<agency>[^()（）【】\[\]\n]{2,30}?)\s?[)）】\]]\s*(?:[-–—]{1,2}|=)\s*")


def authors(bylines: Sequence[str]) -> tuple[str, ...]:
    """The names in a page's byline lines, each once, in order."""
    names: list[str] = []
    seen: set[str] = set()
    for line in bylines:
        for name in names_in(line):
            if fold(name) not in seen and len(names) < MOST:
                seen.add(fold(name))
                names.append(name)
    return tuple(names)


def names_in(byline: str) -> list[str]:
    """The names of one byline.

    >>> names_in("By Jo Doe and Mara Lind in Harbour Town")
    ['Jo Doe', 'Mara Lind']
    >>> names_in("Von Mara Lind, Hafenstadt")
    ['Mara Lind']
    >>> names_in("JO DOE, ASSOCIATED PRESS")
    ['JO DOE']
    """
    if match := (KOREAN.search(byline) or JAPANESE.search(byline)):
        return [match[1].strip()]
    bare = OPENING.sub("", byline.strip(" •|-–—>"), count=1)
    names = []
    for part in JOINT.split(bare):
        after = AFTER_NAME.search(part)
        name = part[: after.start() if after else None].strip(" .:|-–—")
        words = name.split()
        if 2 <= len(words) <= 5 and is_name(name) and not is_agency(name) and not ROLE.search(name):
            names.append(name)
    return names


def dateline(paragraph: str) -> tuple[str | None, str | None]:
    """Place (with the date, where printed) and agency of the dateline that opens a paragraph, or (None, None).

    >>> dateline("LA CROSSE, Wis. (AP) — The river rose.")
    ('LA CROSSE, Wis.', 'AP')
    >>> dateline("Berlin (dpa) - Der Fluss stieg.")
    ('Berlin', 'dpa')
    >>> dateline("HARBOUR TOWN — The river rose.")
    ('HARBOUR TOWN', None)
    >>> dateline("The river rose — and fell.")
    (None, None)
    """
    head = paragraph[:110]
    if match := OPENING_AGENCY.match(head):
        name = match["agency"].strip()
        place, _, agency = name.rpartition("=")
        if is_agency(agency) or is_agency(name):
            return place or None, agency or name
    match = DATELINE.match(head)
    if match is None:
        return None, None
    place, agency = match["place"].strip(" ,."), match["agency"]
    dotted = match["place"].strip(" ,")
    if agency is not None:
        agency = agency.strip()
        if is_agency(agency) or all(is_agency(a.strip()) for a in re.split("[/,]", agency)):
            return dotted, agency
        return None, None
    first = place.split(",")[0].split("/")[0]
    return (dotted, None) if first.isupper() and len(first) > 2 else (None, None)
