"""Credits of pictures: “Photo: Name”, “Name/AGENCY”, “AGENCY VIA AGENCY”, “(AP Photo/Name)”, “© Name”.

Formats as printed in the press of about forty countries; the names of agencies stand in cues/agencies.toml.
A credit is read part by part: an optional label, then names joined by “/”, “via”, commas and the like, each of which
must be an agency, a source (“Handout”) or shaped like a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.phrases.shipped import tables

MAX_CREDIT = 110  # characters; the longest credits name three photographers and two agencies
MARK_OF_RIGHTS = re.compile(r"(?:©|ⓒ|\([cC]\)|（[ＣC]）|copyright\b)[\s:]*", re.IGNORECASE)
HALVES = frozenset("()（）[]")
OUTER = " \t\u00a0([{（【]){}）】<>.–—-|•*▲=＝■/"
_START = re.compile(
    r"""
    (?<=[.!?»”"'’)\]。…])\s*(?=\S)   # after a sentence, also glued to it
    | \s?[(\[（【]                     # a bracket opens
    | \s[-–—|•/]\s?                   # a dash or bar
    | (?<=[\w\s])(?=©|ⓒ|\([cC]\))    # a copyright mark
    | ＝                              # the Japanese press's mark
    | (?<=\w\s)(?=[A-Z]{2,5}(?i:\sphotos?)?/\s?[A-Z]\S*\s\S)  # “EFE/ Jo Doe”, behind nothing at all
    """,
    re.VERBOSE,
)
_COMMA = re.compile(r",\s")
_SOURCE = re.compile(r"\A\w{3,10}:\s")  # a label in a bracket: “(Source: Agency)”
_INITIALS = re.compile(r"[a-z]{2,5}")  # a broadcaster, as it prints itself behind a name: “rbb”, “hr”, “srf”
_NUMBER = re.compile(r"(?<=\w)\s\d{6,}\Z")  # of a picture in its bank: “imago images 0845114767”
YEAR = re.compile(r"(?:19|20)\d\d")
_COLON = re.compile(r"\s?[:：]\s?")
_INNER_STOP = re.compile(r"[.!?][”\"’»]?\s")  # behind which a photographer may stand
_WORD = re.compile(r"\w+")
_KOREAN_SENTENCE = re.compile(r"[가-힣]다\.?\Z")  # “… 기념촬영을 하고 있다”
_WORDS_BEFORE = re.compile(r"[^\s(\[|（【。！？]+")
_GLUED = re.compile(r"(?<=[a-zа-яёà-ÿ.!?»”)])([A-ZА-ЯЁ]\w{2,20})\s?\Z")
_BROADCASTERS = "CBC|BBC|CNN|NPR|PBS|ABC|NBC|CBS|SBS|ITV|RTÉ|NHK|DW|ARD|ZDF|ORF|SRF|RAI|NRK|SVT|NOS|VRT|YLE|TVP"
_COMMON = frozenset(("the", "media", "agency", "news", "press", "a", "la", "le", "il"))  # no evidence of an agency


class Credit(NamedTuple):
    start: int  # where it begins in the text that was looked at
    source: str  # who made or gave it: the text without label, brackets and ©
    is_marked: bool  # has a label, a © or a photographer beside the agency: only a picture carries it


class _CreditPatterns(NamedTuple):
    joint: re.Pattern[str]  # between two names
    givers: re.Pattern[str]  # between a photographer and for whom he works
    caption_tail: re.Pattern[str]  # a name at the end of what is known to be a caption
    taken_by: re.Pattern[str]  # the same in brackets, with its label: “(photo by Jo Doe)”
    eastern: re.Pattern[str]  # “（李明摄）”, “＝山田太郎撮影”, “/사진=홍길동”, “图/新华社”
    staff: re.Pattern[str]  # a photographer and who sent him: “(Jo Doe/CBC)”, “Jo Doe for The Post”


@lru_cache(maxsize=1)
def _patterns() -> _CreditPatterns:
    house = rf"(?:(?:[Tt]he\s)?(?:\S{{1,20}}\s){{0,3}}(?:{one_of('house')}|{_BROADCASTERS})|«\s?[^«»]{{2,30}}\s?»)"
    return _CreditPatterns(
        joint=re.compile(
            r"\s{0,3}(?:[/|•·;,&+]|\.(?=\s)|[-–—](?=\s)|[()（）\[\]])\s{0,3}"
            rf"|\s(?i:via|{one_of('by', 'and', 'for', 'of_house')})\s"
        ),
        givers=re.compile(rf"\s?[/|•·＝=]\s?|\s(?:via|{one_of('for')})\s", re.IGNORECASE),
        caption_tail=re.compile(
            rf"""
            (?<=[.!?…"”’»)。」])\s?[(\[(（](?P<bracket>[^()\[\]（）]{{2,60}})[)\]）]\.?\Z
            | (?<=[.!?…"”’»])\s(?P<service>[^.!?…:]{{3,40}}\s{one_of("for")}\s[^.!?…:]{{2,40}})\Z
            | (?<=[.!?…"”’»)])\s{one_of("source")}\s?:\s(?P<given>[^.!?:]{{2,60}})\Z
            | \s[/|]\s(?:{one_of("picture")}\s{one_of("by", "by_or_of", "of")}\s)?(?P<slash>[^/|.!?]{{3,60}})\Z
            | (?<![^\s(—–-])\(?{one_of("picture")}\s{one_of("by", "by_or_of", "of")}\s
              (?P<label>[^.!?()]{{3,60}})\)?\.?\Z
            | \s(?P<korean>[가-힣]{{2,4}})\s{one_of("role_behind")}\Z
            | [（(](?P<japanese>[^()（）]{{2,12}}){one_of("taken")}[)）]\Z
            | (?<=[日、。])\s?(?P<taken>[^\s、。（）()]{{2,8}}){one_of("taken")}\Z
            | (?<=[。])\s?(?P<chinese>[^、。（）()！？]{{2,24}}?)\s?[摄攝]\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        eastern=re.compile(
            rf"""
            [（(\[【]\s?{one_of("picture")}\s?[=＝:：/／]\s?(?P<held>[^()（）\[\]【】]{{2,40}})[)）\]】]\Z
            | (?<=[.。!?])\s?/?\s?{one_of("picture")}\s?[=＝/／]\s?(?P<label>[^()（）\[\]。]{{2,40}})\Z
            | [（(](?P<held_taken>[^()（）、。]{{2,14}}?)\s?{one_of("taken")}[)）]\Z
            | ＝(?P<equals>[^＝=、。（）()\s]{{2,10}}){one_of("taken")}\Z
            | (?<=[。」』！？])\s?(?P<taken>[^、。（）()！？]{{2,20}}?)\s?{one_of("taken")}\Z
            """,
            re.VERBOSE,
        ),
        taken_by=re.compile(
            rf"[(（]\s?{one_of('picture')}\s{one_of('by', 'by_or_of', 'of')}\s([^.!?()（）]{{3,60}})[)）]\Z",
            re.IGNORECASE,
        ),
        # In brackets behind a sentence any house will do: a party or a country stands behind a name inside of one.
        staff=re.compile(
            rf"[.!?][”\"’»]?\s(?:\((?P<name>[^()/]{{5,40}})/(?P<house>[^()/]{{2,40}})\)"
            rf"|(?P<freelance>[A-Z]\S{{0,20}}(?:\s\S{{1,20}}){{1,3}})\s(?i:{one_of('for')})\s(?P<client>{house}))\Z"
        ),
    )


@lru_cache(maxsize=1)
def _positions() -> frozenset[str]:
    """What stands alone in a bracket to say who is who in a picture, folded."""
    return frozenset("lrc") | {fold(word) for word in words_for("position") | words_for("position_alone")}


class Agencies(NamedTuple):
    printed: frozenset[str]  # names as printed
    folded: frozenset[str]  # long names, in any case
    sources: frozenset[str]
    words: frozenset[str]  # the first and last words of all names, folded: cheap evidence that a line names one
    pieces: frozenset[str]  # of each of these the longest run of letters: a line without any names no agency


@lru_cache(maxsize=1)
def agencies() -> Agencies:
    data = tables()["agencies"]
    names = frozenset(data["agencies"]["names"]) | frozenset(data["banks"]["names"])
    folded = frozenset(fold(n) for n in names if len(n) > 4 or not n.isascii())
    sources = frozenset(fold(n) for n in data["sources"]["names"])
    edges = frozenset(w for n in names for w in (fold(n).split()[0], fold(n).split()[-1]))
    words = edges - _COMMON
    return Agencies(names, folded, sources, words, frozenset(max(_WORD.findall(w), key=len) for w in words))


def is_agency(name: str) -> bool:
    """Whether this is the name of an agency or picture bank, perhaps with “Photo” or “Images” behind it.

    >>> [is_agency(n) for n in ("AP", "AP Photo", "GETTY IMAGES", "Jo Doe", "pa")]
    [True, True, True, False, False]
    """
    known = agencies()
    if name in known.printed or (len(name) > 4 and fold(name) in known.folded):
        return True
    first, _, last = name.rpartition(" ")
    last = last.casefold()
    return bool(first) and (last in words_for("picture") or last in words_for("house_end")) and is_agency(first)


def is_bank(name: str) -> bool:
    """Whether this is the name of a picture bank: it gives pictures, and no reports.

    >>> is_bank("Getty Images"), is_bank("Reuters")
    (True, False)
    """
    return fold(name) in _banks()


@lru_cache(maxsize=1)
def _banks() -> frozenset[str]:
    return frozenset(map(fold, tables()["agencies"]["banks"]["names"]))


def is_name(part: str, most: int = 5) -> bool:
    """Whether this is shaped like a person's or a firm's name: one to five capitalised words.

    In a script without capitals, words of which none is a preposition or the like.

    >>> [is_name(n) for n in ("Jo Doe", "JO DOE", "Mara van der Lind", "in the harbour", "@jodoe", "Rain fell")]
    [True, True, True, False, True, False]
    >>> [is_name(n) for n in ("جو دو", "أربعون راكبا في أمان", "사진을 찍고 있다")]
    [True, False, False]
    """
    words = part.split()
    if (
        not 1 <= len(words) <= most
        or len(part) > 60
        or (len(words) > 2 and part[-1] in "다." and _KOREAN_SENTENCE.search(part))
    ):
        return False
    if part.startswith("@"):
        return len(words) == 1
    particles = words_for("particles")
    if not part.isascii() and not words_for("never_named").isdisjoint(words):
        return False
    for w in words:
        if w not in particles and (not w[0].isalpha() or w[0].islower() or w[-1].isdigit()):
            return False
    return words[-1] not in particles


def read_credit(text: str, label_length: int = 0) -> Credit | None:
    """The whole of `text` as a credit, or None. `label_length` is how much of it a label of the cue files takes."""
    bare = _NUMBER.sub("", stripped(text))
    if not bare or len(bare) > MAX_CREDIT:
        return None
    start = text.find(bare)
    is_marked = label_length > 0
    if is_marked:
        bare = _NUMBER.sub("", text[label_length:].strip(OUTER + ":："))
    match = MARK_OF_RIGHTS.match(bare)
    if match:
        is_marked, bare = True, bare[match.end() :]
    parts = [p for p in _patterns().joint.split(bare) if p and not YEAR.fullmatch(p)]
    if not parts:
        return None
    known = agencies()
    n_agencies = n_sources = n_names = 0
    for part in parts:
        if is_agency(part) or (is_marked and is_agency(part.partition(" ")[0]) and not part.isascii()):
            n_agencies += 1  # with who works for it: “© 뉴스1 이두리 기자”
        elif fold(part) in known.sources:
            n_sources += 1
        elif is_name(part):
            n_names += 1
        elif is_marked and _INITIALS.fullmatch(part):
            n_sources += 1
        else:
            return None
    if n_agencies or (is_marked and (n_names or n_sources)):
        return Credit(start, bare, is_marked or n_names > 0 or n_agencies > 1)
    return None


def stripped(text: str, outer: str = OUTER) -> str:
    """A text without the marks around it; the bracket of a pair whose other half stands inside stays, but of “(c)”.

    >>> stripped("(HNA (Jo Doe))"), stripped("(Orrin Harbour)/HNA"), stripped("(Jo Doe)")
    ('HNA (Jo Doe)', '(Orrin Harbour)/HNA', 'Jo Doe')
    """
    bare = text.strip(outer)
    if HALVES.isdisjoint(bare):
        return bare
    start = text.find(bare)
    for opening, closing in ("()", "（）", "[]"):
        if bare.count(opening) > bare.count(closing) and text.startswith(closing, start + len(bare)):
            return bare + closing
        if bare.count(closing) > bare.count(opening) and text[:start].endswith(opening) and bare[1:2] != closing:
            return opening + bare
    return bare


def says_source(credit: str) -> bool:
    """Whether a credit says where something is from and names no agency, which gives pictures as well.

    >>> [says_source(c) for c in ("(Source: Harbour Office)", "Quelle: dpa", "Photo: Jo Doe", "Harbour Office")]
    [True, False, False, False]
    """
    label, *names = _COLON.split(credit.strip(OUTER), maxsplit=1)
    if not names or fold(label) not in words_for("source"):
        return False
    return not any(is_agency(name.strip(OUTER)) for name in re.split(r"[/,|]", names[0]))


def credit_at_end(text: str, labels: frozenset[str]) -> Credit | None:
    """The credit that stands at the end of a longer text, or None.

    `labels` are the labels of the cue files without their colon (“photo”, “image credit”).
    """
    offset = max(0, len(text) - MAX_CREDIT)
    tail = text[offset:]
    if not tail.isascii() and _eastern_mark().search(tail):
        match = _patterns().eastern.search(tail)
        if match is not None and offset + match.start() > 0:
            return Credit(offset + match.start(), next(group for group in match.groups() if group), is_marked=True)
    credit = None
    if ":" in tail or "：" in tail:
        credit = _labelled(text, tail, offset, labels)
    if credit is None and _names_agency(tail):
        credit = _unlabelled(text, tail, offset)
    if credit is None and (by := taken_by(text)) is not None and by.start > 0:
        return by
    if credit is None and _INNER_STOP.search(tail):
        lowered = tail.lower()
        if text[-1] == ")" or any(word in lowered for word in _words_of_service()):
            return _staff(tail, offset)
    return None if credit is None else _with_bracket(text, credit)


@lru_cache(maxsize=1)
def _words_of_service() -> tuple[str, ...]:
    """“ for ”, “ für ”: for which house a photographer works."""
    return tuple([f" {word} " for word in sorted(words_for("for"))])


@lru_cache(maxsize=1)
def _eastern_mark() -> re.Pattern[str]:
    """What stands in every credit of the kind that Chinese, Japanese and Korean papers print."""
    taken = [re.escape(word) for word in sorted(words_for("taken"))]
    pictures = [rf"{re.escape(word)}[=＝/／:：]" for word in sorted(words_for("picture")) if not word.isascii()]
    return re.compile("|".join(taken + pictures))


def _staff(tail: str, offset: int) -> Credit | None:
    """A photographer's name with the house that he works for."""
    match = _patterns().staff.search(tail)
    if match is None:
        return None
    name, house = match["name"] or match["freelance"], (match["house"] or match["client"]).strip("«» \u00a0")
    if " " not in name.strip() or not is_name(name, 4) or not is_name(house, 4):
        return None
    start = match.start("name") - 1 if match["name"] else match.start("freelance")
    return Credit(offset + start, tail[start:].strip("()"), is_marked=match["name"] is not None)


def credit_of_caption(text: str) -> Credit | None:
    """The credit behind what is known to be a caption: there a name alone will do, in brackets or behind a slash.

    >>> [credit_of_caption(t).source for t in ("The quay. (Jo Doe)", "Pumps / Jo Doe", "A pump. Photo by Jo Doe")]
    ['Jo Doe', 'Jo Doe', 'Jo Doe']
    >>> [credit_of_caption(t).source for t in ("The quay. Jo Doe for The Tide", "The quay. Source: dpa")]
    ['Jo Doe for The Tide', 'dpa']
    >>> [credit_of_caption(t).source for t in ("The quay. | Photo by Jo Doe", "岸壁に着いた船。（港湾局提供）")]
    ['Jo Doe', '港湾局提供']
    >>> [credit_of_caption(t) for t in ("The mayor (left) and Jo (Right)", "It is late. Time for Harbour Town")]
    [None, None]
    """
    offset = max(0, len(text) - MAX_CREDIT)
    match = _patterns().caption_tail.search(text, offset)
    if match is None or match.start() == 0:
        return None
    source = next(group for group in match.groups() if group)
    if match["bracket"]:
        bare = _SOURCE.sub("", source)
        if fold(source) in _positions():
            return None
        if not (is_name(bare, 6) or read_credit(bare, 0) or all(map(_is_house, _COMMA.split(bare)))):
            return None
        source = bare
    elif match["service"]:
        name, house = _patterns().givers.split(source, maxsplit=1)
        if not (" " in name and is_name(name, 4) and _is_house(house.strip())):
            return None
    elif not all(is_name(p.strip(), 6) or is_agency(p.strip()) for p in re.split("[/,]", source) if p.strip()):
        return None
    return Credit(match.start(), source, is_marked=True)


def _is_house(name: str) -> bool:
    """Whether this may be the name of a house, also with an “of” in it: “Court of Harbour Town”."""
    words = [word for word in name.split() if word not in words_for("in_places")]
    return is_name(" ".join(words), 6)


def taken_by(text: str) -> Credit | None:
    """A bracket at the end of a text that says who took its picture: “(photo by Jo Doe)”, “(Foto von Jo Doe)”.

    >>> [taken_by(t) for t in ("A gull. (photo by Jo Doe)", "(foto de Mara Lind)", "(photos by the hundred)")]
    [Credit(start=8, source='Jo Doe', is_marked=True), Credit(start=0, source='Mara Lind', is_marked=True), None]
    """
    if text[-1] not in ")）":
        return None
    match = _patterns().taken_by.search(text, max(0, len(text) - MAX_CREDIT))
    if match is None or not all(is_name(p.strip(), 6) for p in re.split("[/,]", match[1])):
        return None
    return Credit(match.start(), match[1], is_marked=True)


def _labelled(text: str, tail: str, offset: int, labels: frozenset[str]) -> Credit | None:
    """A credit that opens with a label and a colon: “Photo: Jo Doe”, also glued: “Qatar World CupCredit: PA”."""
    for colon in _COLON.finditer(tail):
        words = list(_WORDS_BEFORE.finditer(tail, max(0, colon.start() - 30), colon.start()))
        for n in (4, 3, 2, 1):
            if len(words) < n:
                continue
            start = words[-n].start()
            label = fold(tail[start : colon.start()]).strip()
            glued = _GLUED.search(tail, start, colon.start()) if n == 1 else None
            if label not in labels and glued is not None:
                start = glued.start(1)
                label = fold(glued[1])
            if label in labels and offset + start > 0:
                credit = read_credit(tail[start:], colon.end() - start)
                if credit is not None:
                    return credit._replace(start=offset + start, is_marked=True)
    return None


def _names_agency(tail: str) -> bool:
    """A cheap look: the tail has a © or the Japanese mark, or its last words name an agency."""
    if "©" in tail or "ⓒ" in tail or "＝" in tail:
        return True
    words = _WORD.findall(tail[-40:].casefold())
    return not agencies().words.isdisjoint(words[-4:])


def _unlabelled(text: str, tail: str, offset: int) -> Credit | None:
    for match in _START.finditer(tail):
        if offset + match.start() == 0:
            continue
        credit = read_credit(tail[match.end() :])
        if credit is not None:
            start = match.end() if text[offset + match.start()] in " \t\u00a0" else match.start()
            return Credit(offset + start, credit.source, credit.is_marked)
    return None


def _with_bracket(text: str, credit: Credit) -> Credit:
    """The credit with the bracket, dash or bar that stands before it."""
    start = credit.start
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    if start > 0 and text[start - 1] in "（【":
        return credit._replace(start=start - 1)  # these are as wide as a letter and its blank
    if start > 0 and text[start - 1] in "([|–—-•/" and (start < 2 or text[start - 2] in " \t\u00a0"):
        return credit._replace(start=start - 1)
    return credit
