"""The shape of a line: how it ends, how it is capitalised, what it is made of."""

from __future__ import annotations

import re

CLOSERS = "\"'”’»›«)]}）】」』*_ "
STOPS = ".!?。！？．｡।॥؟۔…։፡"
ENDINGS = ("none", "stop", "colon", "ellipsis", "comma", "bracket", "quote", "slash")
NONE, STOP, COLON, ELLIPSIS, COMMA, BRACKET, QUOTE, SLASH = range(8)
_ENDING_OF = {
    **dict.fromkeys(STOPS, STOP),
    **dict.fromkeys(":：", COLON),
    "…": ELLIPSIS,
    **dict.fromkeys(",;，、；،-–—", COMMA),
    **dict.fromkeys("|/>›»→", SLASH),
}
_CLOSING = {**dict.fromkeys(")]}）】", BRACKET), **dict.fromkeys("\"'”’»“」』", QUOTE)}


def ending(text: str) -> int:
    """How a line ends, as an index of ENDINGS: a full stop counts behind quotes and brackets as well.

    >>> [ENDINGS[ending(t)] for t in ("It rained.", "“It rained.”", "Rain (AP)", "Read more:", "He said…")]
    ['stop', 'stop', 'bracket', 'colon', 'ellipsis']
    """
    last = text[-1:]
    closing = _CLOSING.get(last, NONE)
    if closing:
        bare = text.rstrip(CLOSERS)
        return STOP if bare and _ENDING_OF.get(bare[-1]) == STOP else closing
    if last == "." and text.endswith("..."):
        return ELLIPSIS
    return _ENDING_OF.get(last, NONE)


CASES = ("none", "lower", "sentence", "some", "title", "upper")


def case(text: str) -> int:
    """How the words of a line are capitalised, as an index of CASES.

    >>> [CASES[case(t)] for t in ("記者会見", "and the rest", "It rained all day", "Kim Jong Un Orders More", "SPORT")]
    ['none', 'lower', 'sentence', 'title', 'upper']
    """
    if text.isupper():
        return 5
    if text.islower():
        return 1
    words = [w for w in text.split() if w[0].isalpha() or w[-1].isalpha()]
    if not words or text.upper() == text.lower():
        return 0
    lower = sum(w[0].islower() for w in words)
    if words[0][0].islower():
        return 1
    if lower == len(words) - 1:
        return 2
    return 4 if lower <= 0.3 * len(words) else 3


YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"""
    \b\d{{1,2}}[:.h]\d\d\b                              # 12:30
    | \b\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\b         # 3.5.2024, 2024-05-03
    | \b{YEAR}\b                                        # 2024
    | \d\ ?(?:年|月|日|년|월|일)                        # 5月3日
    """,
    re.VERBOSE,
)
URL = re.compile(r"https?://|www\.|\.com\b|@\w")
SLUG = re.compile(r"[^\s/]*[^\W_]-[^\s/]*\Z")
