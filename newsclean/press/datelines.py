"""Datelines: the place, and the agency, that a report opens with: “ORRIN (Reuters) - The ferry …”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_agency
from newsclean.press.dates import date_words

LOOK = 120  # characters in which a dateline ends
BRACKETS = frozenset("([（【［")
LEAST_WIRE = 5  # letters of an agency that no list knows, alone in a bracket: “(Northwire) --”
ACRONYM = 4  # letters, at most: “NATO”
MOST_WORDS = 9  # of a place with its region and date
DASH = r"(?:[-–—]{1,3}|―|=|\ufffd)"  # the last is what is left of one that was decoded wrongly
BRACKETED = re.compile(
    rf"""
    (?P<place>[^\W\d_][^()\[\]（）【】\n–—:;!?“”"«»]{{1,70}}?)[,\s]{{0,3}}
    [(（\[](?P<agency>[^()（）\[\]\n]{{2,30}})[)）\]]\s{{0,3}}
    (?:[.,:]?\s?{DASH}|:|\||(?P<stop>\.)(?=\s))\s{{0,3}}
    """,
    re.VERBOSE,
)
OPENING = re.compile(
    rf"""
    [(（\[【［](?P<inner>[^()（）\[\]【】［］\n]{{2,40}})[)）\]】］]
    (?P<dash>\s{{0,3}}(?:{DASH}|:))?\s{{0,3}}
    """,
    re.VERBOSE,
)
CAPITALS = re.compile(
    r"""
    (?P<place>[^\W\d_a-z][^()\[\]\n–—:;!?“”"«»]{1,60}?)
    (?:\s{0,2}\.?\s?(?:[–—\ufffd]|--)|\.\s?-|\s-)\s{0,3}(?=\S)
    """,
    re.VERBOSE,
)
BARRED = re.compile(
    r"(?P<place>[^\W\d_][^\s|,:]{2,30}(?:\s[^\W\d_]\S{1,20})?)\s(?P<agency>[a-z]{2,5}|[A-Z]{2,5})\s\|\s{0,3}(?!\d)"
)
BEHIND_PLACE = re.compile(  # “ОРРИН, 3 мая - ТАСС. ”
    r"/?(?P<agency>[^\W\d_][^\s/.]{1,20}(?:\s[^\s/.]{2,20})?)/?\.\s{1,3}(?=\S)"
)
SHORTENED = re.compile(r",\s(?:\S{1,4}\.\S{1,4}|[A-Z][a-z]{2,4})\Z")  # the region behind a place: “N.Y.”, “Wis.”
ASIDE = re.compile(r"[^.!?]{3,80}\s[-–—]{1,2}\s")  # behind a dash, up to the next one: no place opens this sentence
SLASHED = re.compile(
    r"(?P<place>[^\W\d_a-z][^()/\n–—:;!?“”\"«»]{1,50}?)\.?\s/(?P<agency>[^\s/]{2,20})/\.?\s{0,3}[-–—]?\s{0,3}"
)
INITIALS = re.compile(r"[a-z]{3,4}(?:/[a-z]{2,4})?")
FROM_HOUSE = re.compile(r"(?P<agency>[一-鿿]{2,7}(?<!本)[社网網报報])[讯訊](?=[，,：:\s])")  # “港口新闻网讯，…”
SIGNED_KO = re.compile(r"(?P<names>[가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,3})\s(?P<role>[가-힣]{2,5})\s{0,2}=")
SIGNED_ZH = re.compile(
    r"\s?[（(](?:[一-鿿]{0,6})?[记記]者[:：\s]{0,2}(?P<names>[一-鿿]{2,4}(?:[、，\s]{1,2}[一-鿿]{2,4}){0,3})[）)]"
)
HAN_NAME = re.compile(r"[一-鿿々]{3,5}")
BETWEEN = re.compile(r"\s?[·ㆍ,、，\s]\s?")
XINHUA = re.compile(r"(?P<agency>[一-鿿]{2,5}[社网網])(?P<place>[一-鿿]{2,8}?)(?:\d{1,2}月)?\d{1,2}日[电電讯訊]")


class Dateline(NamedTuple):
    place: str | None  # as printed: “LA CROSSE, Wis.”
    agency: str | None
    end: int  # where the report begins
    reporters: tuple[str, ...] = ()  # whom it names: “(오린=연합뉴스) 홍길동 기자 =”


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    Its agency may be one that no list knows; a place without an agency stands in capitals.

    >>> read_dateline("LA CROSSE, Wis. (AP) — The river rose.")
    Dateline(place='LA CROSSE, Wis.', agency='AP', end=23, reporters=())
    >>> read_dateline("ORRIN, March 3 (Harbour Wire) – It rained.")[:2], read_dateline("Berlin (dpa) - Es regnet.")[:2]
    (('ORRIN, March 3', 'Harbour Wire'), ('Berlin', 'dpa'))
    >>> read_dateline("HARBOUR TOWN — The river rose.")[:2], read_dateline("(CNN) -- The river rose.")[:2]
    (('HARBOUR TOWN', None), (None, 'CNN'))
    >>> read_dateline("BERLIN taz | Der Fluss stieg.")[:2], read_dateline("【東京時事】川が増水した。")[:2]
    (('BERLIN', 'taz'), ('東京', '時事'))
    >>> read_dateline("(CNN)The river rose.")[:2], read_dateline("(CNN Business) — It rose.")[:2]
    ((None, 'CNN'), (None, 'CNN Business'))
    >>> read_dateline("(ANSA) - ORRIN, 03 MAG - Piove.")[:2], read_dateline("ОРРИН, 3 мая - ТАСС. Дождь.")[:2]
    (('ORRIN, 03 MAG', 'ANSA'), ('ОРРИН, 3 мая', 'ТАСС'))
    >>> read_dateline("Orrin, 3 may (HNA).- Llueve.")[:2], read_dateline("Orrin (hna) - Es regnet.")[:2]
    (('Orrin, 3 may', 'HNA'), ('Orrin', 'hna'))
    >>> read_dateline("ОРРИН, 3 мая. /ТАСС/. Дождь.")[:2], read_dateline("Orrin (left) - The river rose.")
    (('ОРРИН, 3 мая', 'ТАСС'), None)
    >>> read_dateline("[항구일보=이민수 기자] 비가 왔다.")[:2], read_dateline("(서울=연합뉴스) 비가 왔다.")[:2]
    ((None, None), ('서울', '연합뉴스'))
    >>> read_dateline("(The mayor) The river rose."), read_dateline("(AP) and the river rose.")
    (None, None)
    >>> read_dateline("Orrin (dpa/lno) - Es regnet.")[:2], read_dateline("Orrin (hna). Es regnet.")[:2]
    (('Orrin', 'dpa/lno'), ('Orrin', 'hna'))
    >>> read_dateline("BREAKING - The river rose."), read_dateline("NATO — the pact — said so.")
    (None, None)
    >>> read_dateline("ALBANY, N.Y. - The river rose.").place, read_dateline("ORRIN, 3 MAY.- Llueve.").place
    ('ALBANY, N.Y.', 'ORRIN, 3 MAY')
    >>> read_dateline("HARBOUR BOARD — who pays?"), read_dateline("FLOOD WARNING — The river rose.")
    (None, None)
    >>> read_dateline("Autor: HNA | 3 May 2024"), read_dateline("Jo Doe HNA | 3 May 2024")
    (None, None)
    >>> read_dateline("ORRIN \ufffd The river rose.")[:2], read_dateline("ORRIN (AP)\ufffdIt rose.")[:2]
    (('ORRIN', None), ('ORRIN', 'AP'))
    >>> read_dateline("MONDAY — The river rose."), read_dateline("COVID-19 — The river rose.")
    (None, None)
    >>> read_dateline("(오린=연합뉴스) 홍길동 기자 = 비가 왔다.")[3]
    ('홍길동',)
    >>> read_dateline("新华社奥林5月3日电（记者李明、王芳）下雨。")[3]
    ('李明', '王芳')
    >>> read_dateline("【オリン＝山田太郎】雨が降った。"), read_dateline("［オリン　３日　ロイター］ - 雨。")[:2]
    (Dateline(place='オリン', agency=None, end=10, reporters=('山田太郎',)), ('オリン\u3000３日', 'ロイター'))
    >>> read_dateline("The river rose — and fell."), read_dateline("The mayor (left) - who smiled - said so.")
    (None, None)
    """
    found = _dateline(paragraph[:LOOK])
    if found is None or found.reporters:
        return found
    if (signed := SIGNED_KO.match(paragraph, found.end)) and signed["role"] in words_for("role_behind"):
        return found._replace(reporters=tuple(BETWEEN.split(signed["names"])), end=signed.end())
    if signed := SIGNED_ZH.match(paragraph, found.end):
        return found._replace(reporters=tuple(BETWEEN.split(signed["names"])), end=signed.end())
    return found


def _dateline(head: str) -> Dateline | None:
    """The same of how a paragraph begins, without those whom it names."""
    if head[:1] in BRACKETS and (match := OPENING.match(head)):
        opening = _opening(match, head[match.end() : match.end() + 1])
        if opening and opening.place is None and (behind := CAPITALS.match(head, opening.end)):
            place = behind["place"].strip(" ,")
            return Dateline(place, opening.agency, behind.end()) if _is_capital_place(place) else opening
        return opening
    if (
        ("(" in head or "[" in head or "（" in head)
        and (match := BRACKETED.match(head))
        and _is_place(match["place"])
        and (
            (_may_be_agency(match["agency"]) and not match["stop"])
            or is_agency(match["agency"])
            or _is_initials(match["agency"], head[match.end() : match.end() + 1])
        )
    ):
        return Dateline(match["place"].strip(" ,-"), match["agency"].strip(), match.end())
    if "|" in head and (match := BARRED.match(head)) and match["place"][0].isupper():
        return Dateline(match["place"], match["agency"], match.end())
    if (
        " /" in head
        and (match := SLASHED.match(head))
        and _is_place(match["place"])
        and (is_agency(match["agency"]) or (any(map(str.isdigit, match["place"])) and match["agency"][0].isupper()))
    ):
        return Dateline(match["place"].strip(" ,"), match["agency"], match.end())
    if "日" in head and (match := XINHUA.match(head)):
        return Dateline(match["place"], match["agency"], match.end())
    if match := FROM_HOUSE.match(head):
        return Dateline(None, match["agency"], match.end())
    if head[1:2].islower() or (match := CAPITALS.match(head)) is None:
        return None
    place = match["place"].strip(" ,")
    if not _is_capital_place(place) or (_may_be_subject(place) and ASIDE.match(head, match.end())):
        return None
    if head[match.end()].islower():
        return None  # “HARBOUR BOARD — who pays?”
    if head.startswith(".", match.end("place")) and SHORTENED.search(place):
        place += "."
    if (behind := BEHIND_PLACE.match(head, match.end())) and is_agency(behind["agency"]):
        return Dateline(place, behind["agency"], behind.end())
    return Dateline(place, None, match.end())


def _is_capital_place(place: str) -> bool:
    """Whether a place stands in capitals, as one without an agency does."""
    first = re.split("[,/]", place, maxsplit=1)[0].strip(" .")
    if not first.isupper() or len(first) <= 2 or any(map(str.isdigit, first)) or _is_of_date(first):
        return False  # “COVID-19 — …”, “MONDAY — …”
    return _is_place(place)


def _may_be_subject(place: str) -> bool:
    """Whether what looks like a place may be what a sentence is about: “NATO — …”, “THE BOATS — …”."""
    return len(place) <= ACRONYM or place.startswith("THE ")


def _is_desk(name: str) -> bool:
    """Whether this is a part of an agency or broadcaster: “CNN Business”."""
    first, *others = name.split() or [""]
    return 1 <= len(others) <= 2 and first.isupper() and 2 <= len(first) <= 5 and all(w[0].isupper() for w in others)


def _opening(match: re.Match[str], follows: str) -> Dateline | None:
    """A bracket at the very beginning: “(CNN) --”, “(CNN)The ferry”, “(서울=연합뉴스)”, “【東京時事】”."""
    inner = match["inner"].strip()
    place, mark, agency = inner.partition("=") if "=" in inner else inner.partition("＝")
    if mark and agency.strip():
        if agency.split()[-1] in words_for("role_behind"):
            return Dateline(None, None, match.end())  # “[항구일보=이민수 기자]”: a house and its reporter
        if (
            HAN_NAME.fullmatch(agency.strip())
            and not is_agency(agency.strip())
            and agency.strip()[-1] not in "社信聞局"
        ):
            return Dateline(place.strip() or None, None, match.end(), (agency.strip(),))  # “【オリン＝山田太郎】”
        return Dateline(place.strip() or None, agency.strip(), match.end())
    if wired := XINHUA.fullmatch(inner):
        return Dateline(wired["place"], wired["agency"], match.end())  # “（港新社奥林3日電）”
    if _is_desk(inner) and match["dash"]:
        return Dateline(None, inner, match.end())
    if is_agency(inner):
        is_mark = match["dash"] or match[0][0] in "【（" or follows.isupper()
        return Dateline(None, inner, match.end()) if is_mark else None
    for size in range(len(inner) - 2, 0, -1):  # “東京時事”: the end of it is an agency
        if match[0][0] in "【［" and is_agency(inner[-size:]):
            return Dateline(inner[:-size].strip(), inner[-size:], match.end())
    is_glued = match[0][-1] in ")]" and follows.isupper()
    is_wire = match["dash"] and inner.isalpha() and inner[:1].isupper() and len(inner) >= LEAST_WIRE
    if is_wire and match[0][0] == "(" and follows.isupper() and inner.casefold() not in words_for("no_place"):
        return Dateline(None, inner, match.end())
    if (match["dash"] or is_glued) and inner.isupper() and 2 <= len(inner) <= 12 and inner.isalpha():
        return Dateline(None, inner, match.end())
    return None


def _is_place(text: str) -> bool:
    """Whether this may be a place, with its region and a date: names in capitals, small words only inside."""
    words = text.replace(",", " ").replace("/", " ").split()
    if not words or len(words) > MOST_WORDS or not words_for("no_place").isdisjoint(_edges(words)):
        return False
    return all(
        w[0].isupper() or w[0].isdigit() or not w[0].islower() or w in words_for("in_places") or _is_of_date(w)
        for w in words
    )


def _edges(words: Sequence[str]) -> tuple[str, str, str]:
    """The first word, the first two, and the last, small."""
    return words[0].casefold(), " ".join(words[:2]).casefold(), words[-1].casefold()


def _is_of_date(word: str) -> bool:
    return word.strip(".").casefold() in date_words().all


def _is_initials(text: str, follows: str) -> bool:
    """Whether this may be an agency that no list knows, as it signs itself in German: “Orrin (hna) - Der Fluss”."""
    is_position = text in words_for("position") or text in words_for("position_alone")
    return INITIALS.fullmatch(text) is not None and not is_position and follows.isupper()


def _may_be_agency(text: str) -> bool:
    """Whether this may be an agency's name: known, or up to four words that are names."""
    name = text.strip()
    if is_agency(name) or all(is_agency(part.strip()) for part in re.split("[/,]", name)):
        return True
    words = name.split()
    return (
        len(words) <= 4
        and not any(map(str.isdigit, name))
        and all(w[0].isupper() or w in words_for("in_places") for w in words)
    )
