"""In which encoding bytes are written: a byte order mark, UTF-8 if they are that, what the page declares, its letters.

Labels are those of the WHATWG Encoding Standard, with the supersets that browsers use in their place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
DECLARED_WITHIN = 4096  # bytes; the HTML standard asks for 1,024, pages need more
DECLARATION = re.compile(
    rb"""
    <meta\s[^>]{0,300}?charset\s*=\s*["']?\s*(?P<meta>[A-Za-z0-9_:.-]{2,30})   # meta charset, or http-equiv's content
    | \A\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?P<xml>[A-Za-z0-9_:.-]{2,30})
    """,
    re.VERBOSE | re.IGNORECASE,
)
LANGUAGE = re.compile(rb"<html\s[^>]{0,500}?\blang\s*=\s*[\"']?\s*([A-Za-z]{2})\b", re.IGNORECASE)
# Labels that stand for a superset, or that Python knows by another name.
SUPERSETS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk"), "gb18030"), "hz-gb-2312": "hz",
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp",
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "x-user-defined"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("iso-8859-8-i", "logical"), "iso8859-8"),
    "x-mac-cyrillic": "mac_cyrillic", "macintosh": "mac_roman",
    **dict.fromkeys(("unicode", "unicode-1-1-utf-8", "utf8"), "utf-8"),
}  # fmt: skip
SEVEN_BIT_WITHIN = 20_000
SEVEN_BIT = frozenset(("iso2022_jp", "iso2022_kr", "hz", "utf-7"))  # all of whose bytes are ASCII's too
# Of pages in these languages that declare nothing, the encodings to try, the likelier first.
OF_LANGUAGE = {
    **dict.fromkeys(("ru", "bg", "uk", "be", "mk", "sr"), ("cp1251", "koi8-u", "iso8859-5")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro", "bs", "sq"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("tr", "az"), ("cp1254",)),
    **dict.fromkeys(("he", "iw"), ("cp1255",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
    "el": ("cp1253", "iso8859-7"), "vi": ("cp1258",), "th": ("cp874",),
    "zh": ("gb18030", "big5hkscs"), "ja": ("cp932", "euc_jp"), "ko": ("cp949",),
}  # fmt: skip
# The letters that make up more than half of a text in the script.
_CYRILLIC = "оеаинтсрвлкмдпуіяґїє"
FREQUENT = {
    "cp1251": _CYRILLIC, "koi8-u": _CYRILLIC, "iso8859-5": _CYRILLIC, "cp866": _CYRILLIC,
    "cp1253": "αοιετσνηυρπκμλςόίάέή", "cp1255": "יוהלאמרתבשנכד", "cp1256": "الينمرتوةبعدسفحق",
    "cp874": "านรอกเงมยลวดทสตะปบคหแจพชข่้ัีุิโ",
}  # fmt: skip
SCRIPTS = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", *FREQUENT, "utf-8")
EASTERN = ("cp1250", "iso8859-2", "cp1257")
HIGH = re.compile(r"[^\x00-\x7f\s]")
HIGH_RUN = re.compile(r"[^\x00-\x7f\s\u2010-\u203a\u3000-\u3003\uff00-\uff0f]+")
AMID_WORD = re.compile(r"(?<=[a-z])(?:[¢-¦¨¬¯±´¶¸¹¼-¿×÷]|³(?=[a-z]))|\ufffd")  # a sign where only a letter can be
# Letters of Windows-1252 that no Western language has both of: what Czech, Hungarian, Romanian and Croatian look like.
EASTERN_PAIRS = (("ì", "ø"), ("õ", "ö"), ("ã", "þ"), ("è", "æ"))
SAMPLE = 1000  # runs of characters that are not ASCII: enough to tell
LEAST = 20  # such characters: fewer tell nothing
LEAST_RUN = (
    2.5  # of them in a row: in a script of its own words are made of them, in Latin letters one stands here and there
)
ENOUGH, LIKELY = 0.5, 0.2  # least score; what it gains if the page's language is written so
BROKEN = 0.02  # share of its characters that may be broken in an encoding that is taken for right


class Eastern(NamedTuple):
    """Patterns of East Asian scripts. They take as long to make as all others of this file, and few pages need them."""

    kana: re.Pattern[str]
    hangul: re.Pattern[str]
    han: re.Pattern[str]
    any: re.Pattern[str]
    common: re.Pattern[str]  # what a text in these scripts has, and chance has not


@lru_cache(maxsize=1)
def _eastern() -> Eastern:
    return Eastern(
        kana=re.compile(r"[\u3041-\u30fe]"),
        hangul=re.compile(r"[\uac00-\ud7a3]"),
        han=re.compile(r"[\u4e00-\u9fff]+"),
        any=re.compile(r"[\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3]"),
        common=re.compile(r"[\u3001\u3002]|[\uac00-\ud7a3] [\uac00-\ud7a3]"),
    )


class Read(NamedTuple):
    text: str
    encoding: str
    warnings: tuple[str, ...]


def read_bytes(raw: bytes) -> Read:
    """The text of bytes, and how it was read.

    >>> read_bytes("Größe".encode("cp1252")).encoding
    'cp1252'
    >>> read_bytes(b'<meta charset="gb2312">' + "你好".encode("gb18030")).text[-2:]
    '你好'
    """
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return Read(raw[len(bom) :].decode(encoding, "replace"), encoding, ())
    wide = _wide(raw)
    if wide is not None:
        return Read(raw.decode(wide, "replace"), wide, (f"no byte order mark: read as {wide.upper()}",))
    declared = declared_encoding(raw[:DECLARED_WITHIN]) or (
        "iso2022_jp" if b"\x1b$" in raw[:SEVEN_BIT_WITHIN] else None
    )
    if declared in SEVEN_BIT and (read := _try(raw, declared)):
        return read
    try:
        return Read(raw.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        pass
    if declared is not None and (read := _try(raw, declared)):
        return read
    detected = _detected(raw)
    if detected is not None:
        text = raw.decode(detected, "replace")
        return Read(text, detected, (f"no usable encoding was declared: read as {detected}",))
    return Read(raw.decode("cp1252", "replace"), "cp1252", ("not UTF-8: read as Windows-1252",))


def declared_encoding(head: bytes) -> str | None:
    """Python's name of the encoding that a page's first bytes declare, or None.

    >>> declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">')
    'cp1252'
    """
    match = DECLARATION.search(head)
    if match is None:
        return None
    label = (match["meta"] or match["xml"]).decode("ascii").lower()
    name = SUPERSETS.get(label, label)
    try:
        name = codecs.lookup(name).name
    except LookupError:
        return None
    # A page whose declaration can be read as ASCII is not in UTF-16, whatever it says; nor in what is no text encoding.
    return None if name.startswith(("utf-16", "utf-32")) or not _is_text(name) else name


def _is_text(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeDecodeError, ValueError):
        return False


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the beginning is zero."""
    if raw[:4:2] == b"\0\0" and raw[1:2] == b"<":
        return "utf-16-be"
    if raw[1:4:2] == b"\0\0" and raw[:1] == b"<":
        return "utf-16-le"
    head = raw[:400]
    if len(head) < 8 or head.count(0) * 5 < len(head) * 2:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > 0.8 * len(head[1::2]) and even * 8 < odd:
        return "utf-16-le"
    if even > 0.8 * len(head[::2]) and odd * 8 < even:
        return "utf-16-be"
    return None


def _try(raw: bytes, encoding: str) -> Read | None:
    """The bytes in an encoding, with a warning for a few that are broken; None if many are."""
    try:
        return Read(raw.decode(encoding), encoding, ())
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    n_broken = text.count("\ufffd")
    n_high = len(text) - len(text.encode("ascii", "ignore"))
    if n_broken > max(5, BROKEN * n_high):
        return None
    return Read(text, encoding, (f"{n_broken} characters were not valid {encoding}: replaced by U+FFFD",))


def _detected(raw: bytes) -> str | None:
    """The encoding that the bytes look like, or None where that cannot be told: then they are Western European."""
    for wide in ("utf-16-le", "utf-16-be"):
        text = raw[: 2 * SAMPLE].decode(wide, "replace")
        if len(_eastern().any.findall(text)) > 0.7 * len(text) and _eastern().common.search(text):
            return wide
    high = [n for n in range(0, min(len(raw), 400_000), 10_000) if not raw[n : n + 10_000].isascii()]
    sample = b"".join([raw[n : n + 10_000] for n in high[:4]])
    match = LANGUAGE.search(raw[:DECLARED_WITHIN])
    likely = OF_LANGUAGE.get(match[1].decode("ascii").lower(), ()) if match else ()
    best = max(SCRIPTS, key=lambda name: score(sample, name) + (LIKELY if name in likely else 0))
    if score(sample, best) >= ENOUGH:
        return best
    latin = [name for name in likely if name not in SCRIPTS]
    return _fewest_signs(sample, latin) if latin else _latin(sample)


def score(sample: bytes, encoding: str) -> float:
    """How much bytes look like text in an encoding, from 0 to 1: few are broken, common characters make up most of it.

    >>> [score("記者会見を開いた".encode("euc_jp") * 9, name) > 0.5 for name in ("euc_jp", "gb18030", "cp949")]
    [True, False, False]
    >>> score("El día en que llegó el señor Núñez".encode("cp1252") * 9, "cp1253")
    0.0
    """
    text = sample.decode(encoding, "replace")
    runs = HIGH_RUN.findall(text)[:SAMPLE]
    letters = "".join(runs)
    if len(letters) < LEAST or len(letters) < LEAST_RUN * len(runs):
        return 0.0
    n = len(letters)
    if letters.count("\ufffd") > BROKEN * n + 2:
        return 0.0
    if encoding == "utf-8":
        return 0.9
    if encoding in FREQUENT:
        return sum([letters.count(c) for c in FREQUENT[encoding]]) / n
    kana = len(_eastern().kana.findall(letters)) / n
    if encoding in ("cp932", "euc_jp"):
        return 1.0 if kana > 0.2 else 0.0
    if encoding == "cp949":
        return 1.0 if len(_eastern().hangul.findall(letters)) > 0.8 * n else 0.0
    han = "".join(_eastern().han.findall(letters))
    if len(han) < 0.5 * n or kana > 0.2:
        return 0.0
    plain, last = ("gb2312", 0xD7) if encoding == "gb18030" else ("big5", 0xC6)
    leads = han.encode(plain, "ignore")[::2]  # the first planes of these sets hold the common characters
    return 0.95 * sum([lead <= last for lead in leads]) / len(han)


def _latin(sample: bytes) -> str | None:
    """Of the encodings of Latin letters the one with fewest signs amid words; None for Western European.

    >>> _latin("Właściciele łódek mówią, że źle śpią".encode("cp1250"))
    'cp1250'
    >>> _latin("Où est passé l'été dernier, où ça ?".encode("cp1252"))
    """
    west = sample.decode("cp1252", "replace")
    marks = HIGH.findall(west)
    if not marks:
        return None
    turkish = sum([c in "ðýþÐÝÞ" for c in marks])
    if turkish > 0.25 * len(marks) and sum([c in "áíóúæ" for c in marks]) < 0.1 * len(marks):
        return "cp1254"
    is_eastern = any(min(marks.count(a), marks.count(b)) > 0.03 * len(marks) for a, b in EASTERN_PAIRS)
    if not is_eastern and len(AMID_WORD.findall(west)) <= 0.08 * len(marks):
        return None
    return _fewest_signs(sample, EASTERN)


def _fewest_signs(sample: bytes, names: Sequence[str]) -> str:
    return min(names, key=lambda name: len(AMID_WORD.findall(sample.decode(name, "replace"))))
