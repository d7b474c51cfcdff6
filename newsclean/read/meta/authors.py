"""Who wrote it: the names in what metadata and marked elements of a page say, without “By”, roles, dates, addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_agency, is_name
from newsclean.press.dates import date_words
from newsclean.press.reported import reporters
from newsclean.read.meta.byline_patterns import patterns
from newsclean.read.meta.titles import plain

MAX_NAMES = 20
MAX_NAME = 80  # characters: what is longer is a sentence
MAX_BYLINE = 200  # characters of a printed byline
# All patterns look at lines whose white space is collapsed; those of words: byline_patterns.py.
HOUSE = re.compile(r"((?:\S{0,30}[^\W\d_A-Z]\S{0,30}\s){2,3})[A-Z]{2,}(?:\s[A-Z]{2,}){0,2}")  # “Jo Doe USA TODAY”
NOT_A_NAME = re.compile(r"https?:|www\.|@|[{}<>=#]|\.(?:com|org|net|de|jpg|png)\b", re.IGNORECASE)
HOST = re.compile(r"(?<![\w.@])[a-z0-9-]{3,30}\.[a-z]{2}(?![\w.])")  # “harbour.gr”: whose page it is
# What programs write for no author.
NOBODY = frozenset(("admin", "administrator", "undefined", "null", "publisher", "webmaster"))
STOPS, SAID = (".", "!", "?", "…"), 3  # small words of a sentence
LETTER = re.compile(r"[^\W\d_]")
HANGUL = re.compile(r"[가-힣]")
BLANK = re.compile(r"[\s\u3000]")
OPENING, CLOSING = "([（【", ")）】]"  # of a bracket that holds a whole byline: “（记者李明）”
# Behind a name; not in one: “Mara (May) Lind”.
BRACKETS = re.compile(r" ?[(\[（【][^()\[\]（）【】]{0,40}[)\]）】](?! [^\W\d_]{2,20}\Z)")
# Where a dump has lost the blank behind a name: “Jo DoePublished: 3 May”.
GLUED = re.compile(
    r"""
    (?<=[^\W\d_A-Z])(?=(?:Published|Updated|Posted|Last\ [Uu]pdated|Follow|Sponsored
        |(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber
        |(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\ \d)(?![a-z]))
    """,
    re.VERBOSE,
)
GLUED_WORD = (
    re.compile(  # it begins with the capital, which is found in a tenth of the time that a place behind two letters is
        r"(?P<first>[A-Z](?<=[^\W\d_A-Z]{2}[A-Z])[a-z]{2,20})(?:\s(?P<second>[A-Z][a-z]{2,20}))?(?!\w)"
    )
)
GLUED_LABEL = re.compile(r"_?([^\W\d_]{2,4})(?=[A-ZÀ-Þ][^\W\d_A-Z]{1,20}\s[^\W\d_])")  # “byJo Doe”
GLUED_TIME = re.compile(r"(?<=[^\W\d_A-Z]{2})(?=\d{1,2}\s[^\W\d_]{3,12}\s[^\W\d_]{2,8}\Z)")  # “Jo Doe5 hours ago”
GLUED_ICON = re.compile(r"\s?(?:chevron|arrow|caret|angle)[-_ ]?(?:right|left|down|up)\Z")  # its name, left by a font
DATE = re.compile(r"\d{1,4}(?:[./:-]\d{1,4}){0,2}(?:st|nd|rd|th|pm|am)?\.?,?", re.IGNORECASE)
# Words in the class of an element that stands with the author's name but is not it.
NOT_THE_AUTHOR = frozenset(
    """
    title job role position bio description desc image img avatar photo social follow count reviewer editor
    comment comments related testimonial quote photographer
    """.split()
)


def given_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names that metadata gives: each value is a name, or several.

    >>> given_names(["By Jo Doe and Mara Lind", "https://social.example/jodoe", "Ana Ruiz (aru)", "dpa"])
    ('Jo Doe', 'Mara Lind', 'Ana Ruiz', 'dpa')
    >>> given_names(["Jo Doe, Harbour Post", "Harbour Post Team", "Dr. Mara Lind, MD"])
    ('Jo Doe', 'Harbour Post', 'Harbour Post Team', 'Dr. Mara Lind')
    >>> given_names(["admin"]), given_names(["undefined", "jdoe"])
    ((), ('jdoe',))
    >>> given_names(["harbour.gr"]), given_names(["Design: Jo Doe, Code: Mara Lind"])
    (('harbour.gr',), ())
    >>> given_names(["Sponsored by Tide Press"]), given_names(["Editorial Team"])
    ((), ('Editorial Team',))
    """
    found: list[str] = []
    for value in values:
        text = " ".join(html.unescape(value).split())
        if len(text) > 6 * MAX_NAME or not LETTER.search(text) or NOT_A_NAME.search(text):
            continue
        if text.casefold() in NOBODY or _is_of_other_work(text):
            continue
        text = BRACKETS.sub("", text)
        if (match := patterns().by.match(text)) and len(text) > match.end():
            text = text[match.end() :]
        if match := patterns().korean.search(text):
            text = match[1]
        found.extend(_parts(patterns().role_behind.sub("", text)))
    return distinct(found)


def _is_of_other_work(text: str) -> bool:
    """Whether a value says who did something else: “Sponsored by Tide Press”; “Editorial Team” is a name."""
    work = patterns().other_work.match(text)
    return work is not None and patterns().by.match(text, work.end() + 1) is not None


def is_company(name: str) -> bool:
    """Whether a name ends as those of companies do: “Tide Press Inc”."""
    words = name.casefold().rstrip(".").split()
    return len(words) > 1 and any(" ".join(words[-n:]) in words_for("legal_form") for n in (1, 2, 3))


def goes_on_saying(text: str) -> bool:
    """Whether what stands behind “by” goes on as a sentence: “Jo Doe, the play opens on Friday.”, no “staff writer.”"""
    if text[-1:] not in STOPS or patterns().role.search(text):
        return False
    words = text.split()
    said = [n for n, word in enumerate(words) if word[0].islower() and word.strip(",.") not in _of_bylines()]
    before = words[said[0] - 1] if said and said[0] else ","
    is_verb = before[0].isupper() and before[-1] != ","  # “Jo Doe had left.”
    return len(said) >= (1 if is_verb else SAID)


@lru_cache(maxsize=1)
def _of_bylines() -> frozenset[str]:
    """Small words that bylines have as well."""
    return frozenset().union(*map(words_for, ("and", "in", "in_or_and", "of_house", "particles")))


def _parts(text: str) -> list[str]:
    """A value as one name or, where each part can be one, as several; parts that are roles or degrees go."""
    parts = [p.strip(" .,:;|–—-") if not p.endswith("r.") else p.strip() for p in patterns().joint.split(text)]
    parts = [p for p in parts if p and len(p) <= MAX_NAME and ":" not in p]
    if len(parts) < 2:
        return parts
    kept = [p for n, p in enumerate(parts) if n == 0 or not patterns().role.search(p)]
    if all(" " in p or is_agency(p) for p in kept):
        return kept
    if len(kept) == 2 and kept[0].count(" ") > 1 and text[len(kept[0]) : -len(kept[1])].strip(" &").isalpha():
        return [text]  # “Office for Harbour Planning and Research”
    if all(" " in p for p in kept[:1]):
        return [p for p in kept if " " in p or is_agency(p)]
    return [text]


def printed_names(byline: str) -> tuple[str, ...]:
    """The names in a byline as printed, or () if it does not read like one.

    >>> printed_names("By Jo Doe and Mara Lind, Harbour Post Published 3 May 2024")
    ('Jo Doe', 'Mara Lind')
    >>> printed_names("By Jo Doe and Emily Post"), printed_names("【記者李明／奧林報導】"), printed_names("Source:")
    (('Jo Doe', 'Emily Post'), ('李明',), ())
    >>> printed_names("von Mara Lind, MDR | Stand: 28. April 2023, 05:00 Uhr"), printed_names("Dec. 17, 2025 · Jo Doe")
    (('Mara Lind',), ('Jo Doe',))
    >>> printed_names("Jo Doe Lifestyle Writer"), printed_names("Mara Lind Mara Lind")
    (('Jo Doe',), ('Mara Lind',))
    >>> printed_names("Reviewed by Jo Doe"), printed_names("Get the newsletter"), printed_names("May 3, 2024")
    ((), (), ())
    >>> printed_names("Written by Jo Doe, the play opens on Friday."), printed_names("By Jo Doe, staff writer.")
    ((), ('Jo Doe',))
    """
    text = " ".join(byline[: 4 * MAX_BYLINE].split())
    if not text or len(text) > MAX_BYLINE or patterns().other_work.match(text.lstrip(OPENING)):
        return ()
    text = after_date(parted(GLUED.sub(" ", text)))
    if not text.isascii() and (found := reporters(_before_date(text))):
        return found
    for _ in range(2):
        if match := patterns().by.match(text):
            text = text[match.end() :]
    if goes_on_saying(text):
        return ()
    if patterns().author_again.search(text):
        text = patterns().author_again.sub("、", text).strip(")）")
    text = _until_label(text)
    if korean := patterns().korean.search(text):
        return (korean[1],)
    if patterns().team.fullmatch(text):
        return (text,)
    if (rest := patterns().rest.search(text)) is not None:
        text, tail = text[: rest.start()], text[rest.start() :].lstrip(" ,.")
        if patterns().role.match(tail):
            text = _before_role(text)
        elif tail.startswith("of ") and "," in text:
            text = text[: text.rindex(",")]  # what he is there: “Jo Doe, Program Chair of Harbour Week”
        if tail[:1].isdigit():
            text = _before_date(text)
    text = _once(_without_role(patterns().role_behind.sub("", text).strip(f" ,.:;|–—-{CLOSING}")))
    if not LETTER.search(text) or NOT_A_NAME.search(text):
        return ()
    if (house := HOUSE.fullmatch(text)) and not patterns().joint.search(text):
        text = house[1].strip()
    names: list[str] = []
    at = 0
    for part in patterns().joint.split(text):
        before, at = at, text.find(part, at) + len(part)
        name = _before_button(without_agency(part.strip(" .:|–—-")))
        if not name or name.split()[0].casefold() in words_for("no_name") | words_for("no_first_name"):
            break
        if names and name.isupper() and len(name) > 2 and not names[0].isupper():
            break  # his house: “Jo Doe, USA TODAY”
        if names and text.startswith(",", before) and at == len(text) and _is_house(name):
            break  # the same: “Jo Doe, Harbour Post”; “Jo Doe and Emily Post” are two
        if fold(name) in _labels() or (not names and name.rpartition(" ")[2].casefold() in words_for("no_last_name")):
            break
        if (
            ":" in name
            or not is_name(name)
            or patterns().role.search(name, len(name.split()[0]) if " " in name else 0)
            or len(name) > 50
            or (names and " " not in name)
        ):
            break
        if not is_agency(name):
            names.append(name)
    return tuple(names)


def _is_house(name: str) -> bool:
    """Whether a name behind a comma is of a house: its last word is one of such names, or of a desk's."""
    is_paper = " " in name and name.rpartition(" ")[2] in words_for("house")
    return is_paper or patterns().desk.search(name) is not None or patterns().paper.search(name) is not None


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    """Labels of something else that may stand where a name does: “Source”, “Photo”."""
    return words_for("source") | words_for("picture") | words_for("main_picture")


def _until_label(text: str) -> str:
    """A line of the Far East up to its next label: “李明 编辑/王芳” names one who wrote, and an editor.

    >>> _until_label("李明 编辑/王芳"), _until_label("山田 太郎"), _until_label("Jo Doe Photo: Mara Lind")
    ('李明', '山田 太郎', 'Jo Doe Photo: Mara Lind')
    >>> _until_label("홍길동 사진 이민수")
    '홍길동'
    """
    if text.isascii() or (UNSPACED.search(text) is None and HANGUL.search(text) is None):
        return text
    ends = (blank.start() for blank in BLANK.finditer(text) if _is_label(text, blank.end()))
    return text[: next(ends, None)]


def _is_label(text: str, at: int) -> bool:
    """Whether a label stands there: of another’s work, or of who wrote it."""
    return patterns().other_work.match(text, at) is not None or patterns().by.match(text, at) is not None


def parted(text: str) -> str:
    """A line in which the “by”, role, house or hours that are glued to a name stand apart from it; “MacDonald” stays.

    >>> parted("Jo DoeLifestyle Writer"), parted("Mara LindThe Harbour Post"), parted("Ann MacDonald")
    ('Jo Doe Lifestyle Writer', 'Mara Lind The Harbour Post', 'Ann MacDonald')
    >>> parted("byJo Doe"), parted("DeAnn Lind"), parted("Jo Doe5 hours ago"), parted("Mara Lindchevron-right")
    ('by Jo Doe', 'DeAnn Lind', 'Jo Doe 5 hours ago', 'Mara Lind')
    """
    text = GLUED_ICON.sub("", text)
    label = GLUED_LABEL.match(text)
    if label and label[1] in words_for("by") | words_for("by_or_of") | {"By"}:
        text = f"{label[1]} {text[label.end() :].rstrip(' _*')}"
    if time := GLUED_TIME.search(text):
        text = f"{text[: time.start()]} {text[time.start() :]}"
    glued = next((m for m in GLUED_WORD.finditer(text) if _is_of_role(m["first"], m["second"])), None)
    return text if glued is None else f"{text[: glued.start()]} {text[glued.start() :]}"


def _is_of_role(first: str, second: str | None) -> bool:
    """Whether two words, or the first alone, begin a role or the name of a house: “Lifestyle Writer”, “The Harbour”."""
    if second is None:
        return patterns().role.fullmatch(first) is not None
    is_role = patterns().role.match(second) is not None and first.casefold() in words_for("before_role")
    return first == "The" or is_role or patterns().role.fullmatch(first) is not None


def _once(text: str) -> str:
    """A name that was printed twice, once."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else text


def _before_button(name: str) -> str:
    """A name without the word of a button behind it: “J. M. Doe View”, “Jo Doe Follow”."""
    words = name.split()
    end = next((n for n, word in enumerate(words) if n > 1 and word.casefold() in words_for("no_name")), len(words))
    return " ".join(words[:end])


def _without_role(text: str) -> str:
    """A name without the role that stands behind it with nothing between: “Jo Doe Lifestyle Writer”; a role is none.

    >>> _without_role("Jo Doe Lifestyle Writer"), _without_role("Content Marketing Coordinator")
    ('Jo Doe', '')
    """
    words = text.split()
    if not 2 <= len(words) <= 7 or patterns().joint.search(text) or not patterns().role.fullmatch(words[-1]):
        return text
    if len(words) <= 4 and words[0].casefold() in words_for("before_role"):
        return ""
    if len(words) == 2:
        return text
    return " ".join(words[:2]) if is_name(" ".join(words[:2])) else text


def without_agency(name: str) -> str:
    """A name without the agency that stands right behind it.

    >>> without_agency("Mara Lind The Associated Press"), without_agency("Mara Lind"), without_agency("Jo Doe dpa")
    ('Mara Lind', 'Mara Lind', 'Jo Doe')
    """
    words = name.split()
    for n in range(2, len(words)):
        house = " ".join(words[n:])
        if is_agency(house.removeprefix("The ")) and is_name(" ".join(words[:n])):
            return " ".join(words[:n])
    return name


def _before_role(text: str) -> str:
    """What a role stands behind, without what is of the role: “Jo Doe, Print Managing”, “Jo Doe Political”.

    >>> _before_role("Jo Doe, Print Managing"), _before_role("Mara van der Lind Political"), _before_role("Jo Doe,")
    ('Jo Doe', 'Mara van der Lind', 'Jo Doe')
    """
    name, comma, more = text.rpartition(",")
    if comma:
        return name if more.strip() else name.strip()
    words = text.split()
    if len(words) == 2 and words[-1].casefold() in words_for("before_role"):
        return ""  # “EdTech Content” of a writer
    while len(words) > 2 and words[-1].casefold() in words_for("before_role"):
        words.pop()
    return " ".join(words[1:] if len(words) > 2 and words[0].casefold() in words_for("before_role") else words)


def _is_dated(word: str) -> bool:
    return DATE.fullmatch(word) is not None or word.strip(".,").casefold() in date_words().all


def after_date(text: str) -> str:
    """A line without the date that it begins with."""
    words = text.split(" ")
    n = 0
    while n < len(words) and (_is_dated(words[n]) or (n and not words[n][:1].isalnum())):
        n += 1
    return " ".join(words[n:]) if any(w[:1].isdigit() for w in words[:n]) else text


def _before_date(text: str) -> str:
    """A line without the words of a date that it ends with."""
    words = text.split(" ")
    while len(words) > 1 and _is_dated(words[-1]):
        words.pop()
    return "" if len(words) == 1 and _is_dated(words[0]) else " ".join(words)


def merged(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The names of lines that belong together: the shorter of two that begin alike, no one word beside full names."""
    names = distinct([name for group in groups for name in group])
    shorter = [n for n in names if not any(n != m and n.startswith(m + " ") for m in names)]
    full = [n for n in shorter if " " in n]
    return tuple(full or shorter)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; one that is written in capitals and in small letters stays as it came first."""
    found: dict[str, str] = {}
    for name in names:
        key = plain(name)
        if key and len(found) < MAX_NAMES:
            found.setdefault(key, name)
    return tuple(found.values())


@lru_cache(maxsize=256)  # of each author it is asked when the names are read, chosen, and sought elsewhere
def is_person(name: str, site: frozenset[str]) -> bool:
    """Whether a name may be a person's: two words or more, and neither the site, an agency nor a desk.

    >>> [is_person(n, frozenset(["harbourpost"])) for n in ("Jo Doe", "Harbour Post", "dpa", "Post Team", "harbour")]
    [True, False, False, False, False]
    """
    key = plain(name)
    if is_agency(name) or any(key == s or (len(s) > 4 and s in key) for s in site):
        return False
    if patterns().desk.search(name) or patterns().paper.search(name):
        return False
    return " " in name.strip() or not name.isascii()


def choose(
    structured: Sequence[str], printed: Sequence[str], meta: Sequence[str], site: frozenset[str]
) -> tuple[str, ...]:
    """The page's authors: persons first; what its data says before what is printed, and that before meta tags."""
    for names in (structured, [_as_given(name, meta) for name in printed], meta):
        if any(is_person(name, site) for name in names):
            people = [n for n in names if is_person(n, site) or not is_of(n, site)]
            return distinct(people)
    others = (structured, meta, [name for name in printed if " " not in name and not is_agency(name)])
    of_others = (names for names in others if any(not is_of(n, site) for n in names))
    return distinct(next(of_others, structured or meta or printed))


def _as_given(name: str, given: Sequence[str]) -> str:
    """A printed name as the page's data give it, if what is printed only goes on: “Jo Doe Harbour Town”."""
    return next((other for other in given if " " in other and name.startswith(f"{other} ")), name)


def is_of(name: str, site: frozenset[str]) -> bool:
    """Whether a name is the site's, or holds it."""
    key = plain(name)
    return any(key == s or (len(s) > 4 and s in key) for s in site)
