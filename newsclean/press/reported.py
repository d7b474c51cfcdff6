"""How Chinese papers name who reported and whence: “【記者李明／奧林報導】”, “港口日報／李大明”."""

from __future__ import annotations

import re

LONGEST = 40  # characters of such a line
MARKS = frozenset("／/╱")  # between house, name and place
REPORT = ("報導", "報道", "报道", "报导")
REPORTED = re.compile(
    r"""
    [【（(\[]?\s?
    (?:
        (?:[一-鿿]{2,8}\s?[／/╱]\s?)?                            # the house
        (?:[一-鿿]{0,4}(?:記者|记者|特派員|特派员)\s?)?
        (?P<names>[一-鿿]{2,4}(?:[、，\s][一-鿿]{2,4}){0,3}?)
        (?:\s?[／/╱]\s?|\s)[一-鿿]{2,6}?(?:綜合|综合|專題|专题)?(?:報導|報道|报道|报导)
      |
        [一-鿿]{2,8}[報报社網网台媒][／╱](?:記者|记者)?(?P<name>[一-鿿]{3})  # two are a section: “政治”
    )
    \s?[】）)\]]?
    """,
    re.VERBOSE,
)
BETWEEN = re.compile(r"[、，\s]+")


def reporters(line: str) -> tuple[str, ...]:
    """The names in a line that says nothing but who reported, for whom and whence; in another none.

    >>> reporters("【記者李明／奧林報導】"), reporters("港口日報／記者李明、王芳／奧林報導")
    (('李明',), ('李明', '王芳'))
    >>> reporters("記者李明 王芳 奧林報導"), reporters("港口日報／李大明"), reporters("李明／奧林報導")
    (('李明', '王芳'), ('李大明',), ('李明',))
    >>> reporters("記者會／市長說明"), reporters("李明／王芳"), reporters("港口新聞網 / 政治")
    ((), (), ())
    """
    if len(line) > LONGEST or (MARKS.isdisjoint(line) and not any(word in line for word in REPORT)):
        return ()
    match = REPORTED.fullmatch(line)
    return () if match is None else tuple(BETWEEN.split(match["names"] or match["name"]))
