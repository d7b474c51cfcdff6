"""How likely it is that a line ended between two words of one long line, where no stop and no phrase tells.

Every gap before a capital, a number or a mark has a score: the sum of the weights of what is seen of it. The word
before it and the one behind; whether the page has that word in small letters, too (“The”, “Buses”), behind a stop, amid
sentences (a name); how far it is to the stops around; how much there is written with capitals on both sides.
Weights: weights/breaks.tsv, and page_breaks.tsv for lines that hold a whole page, with its menus; fitted by
tests/fit/breaks.py.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise, product
from math import exp
from operator import getitem
from typing import NamedTuple

from newsclean.phrases.language_words import words_for
from newsclean.read.text.phrased import MENU, Found
from newsclean.read.text.wordkinds import CAPITAL, CLASS, CLASSES, SMALL, STAMPS, Words

Names = tuple[str, ...]

TAILS = ("none", "colon", "comma", "bracket", "quote", "stop", "other stop", "other")
_TAIL = {
    **dict.fromkeys(":：", 1), **dict.fromkeys(",;،", 2), **dict.fromkeys(")]}", 3), **dict.fromkeys("\"”»’'“‘", 4),
    ".": 5, **dict.fromkeys("!?…", 6),
}  # fmt: skip
HEADS = ("none", "quote", "bracket", "other")
_HEAD = {**dict.fromkeys("\"“„«‘'‹»¿¡", 1), **dict.fromkeys("([{", 2)}
FAR = ("1", "2", "3", "4", "5-6", "7-8", "9-12", "13-16", "17-24", "25-40", "41+")  # words
FAR_UP_TO = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40)
COUNTS = ("0", "1", "2", "3-4", "5+")
COUNT_UP_TO = (0, 1, 2, 4)
TIMES = ("0", "1", "2+")
TIMES_UP_TO = (0, 1)
RATES = ("-10%", "-16%", "-22%", "-30%", "-40%", "more")  # of the words of a page amid sentences have a capital
RATE_FROM = (0.1, 0.16, 0.22, 0.3, 0.4)
SHARES = ("-15%", "-30%", "-50%", "-80%", "more")  # of the words close by
SHARE_FROM = (0.15, 0.3, 0.5, 0.8)
CLOSE = 8  # words
# Between two stops; the share of them that begin with a capital; how many entries of menus are among them, of two words
# and more: of whole pages 19 of 20 have as many, of the lists and tables of articles that are as long one in three.
MENU_WORDS, MENU_CAPITALS, MENU_ENTRIES = 60, 0.45, 3
KINDS = (
    "none", "opening", "navigation", "share", "related", "promo", "ad", "credit", "caption", "byline", "timestamp",
    "other",
)  # fmt: skip
_KIND = {name: n for n, name in enumerate(KINDS)}
_OPENING = _KIND["opening"]
LABELS = ("byline", "credit", "related", "promo", "other")
_LABEL = {"byline": 0, "author_bio": 0, "credit": 1, "caption": 1, "related": 2, "promo": 3}
_OTHER_LABEL = LABELS.index("other")
SINCE = ("1", "2", "3", "4", "5-8", "9-14", "15+")  # words
SINCE_UP_TO = (1, 2, 3, 4, 8, 14)
NO_LABEL = len(LABELS) * len(SINCE)
PARTS: Mapping[str, Names] = {
    "second before": CLASSES,
    "before": CLASSES,
    "before ends": TAILS,
    "before is marked": ("plain", "marked"),
    "behind": CLASSES,
    "behind opens": HEADS,
    "behind ends": TAILS,
    "second behind": CLASSES,
    "capitals of the page": RATES,
    "in small letters": COUNTS,
    "is in small letters": TIMES,
    "amid sentences": COUNTS,
    "behind stops": TIMES,
    "before in small letters": ("no", "yes"),
    "both": TIMES,
    "phrase before": KINDS,
    "phrase behind": KINDS,
    "label": (*[f"{label} {since}" for label in LABELS for since in SINCE], "none"),
    "stamp": STAMPS,
    "since": FAR,
    "until": FAR,
    "next edge": ("text", "stop", "other"),
    "place": ("top", "below"),
    "capitals before": SHARES,
    "capitals behind": SHARES,
}
SLOTS: tuple[tuple[str, Names], ...] = (
    ("before and behind", ("before", "before ends", "behind", "behind opens")),
    ("before, behind, capitals of the page", ("before", "before is marked", "behind", "capitals of the page")),
    ("before, behind and its next", ("before", "before is marked", "behind", "second behind")),
    ("two before, behind", ("second before", "before", "behind")),
    ("behind in small letters, capitals of the page", ("behind", "in small letters", "capitals of the page")),
    ("behind amid sentences and in small letters", ("behind", "amid sentences", "is in small letters")),
    ("behind after stops and in small letters", ("behind", "behind stops", "is in small letters")),
    ("both again", ("both", "before", "behind")),
    ("words since an edge", ("since", "behind")),
    ("words until an edge", ("until", "behind")),
    ("words since and until", ("since", "until", "next edge")),
    ("place and words since", ("place", "since")),
    ("behind ends", ("behind ends", "behind", "second behind")),
    ("before in small letters", ("before in small letters", "before", "behind")),
    ("phrases before and behind", ("phrase before", "phrase behind", "behind")),
    ("phrase before, word before", ("phrase before", "before", "behind")),
    ("words since a label", ("label", "behind")),
    ("words since a label, before", ("label", "before")),
    ("stamp", ("stamp", "before", "behind")),
    ("capitals around", ("capitals before", "capitals behind", "capitals of the page")),
)  # fmt: skip


class Gap(NamedTuple):
    """A place where a line may have ended: before which word, and the value of each slot."""

    word: int
    values: tuple[int, ...]


def breaks(
    words: Words, edges: Collection[int], stops: Collection[int], phrases: Mapping[int, Found]
) -> Iterator[tuple[int, float]]:
    """The words, by number, before which a line may have ended, and how likely it did.

    `edges`: those that are known to begin something, `stops` among them behind a sentence's end;
    `phrases`: those of the cue files, by their first words.
    """
    weights, bias = load_weights("page_breaks" if has_menus(words, stops, phrases) else "breaks")
    for word, values in gaps(words, edges, stops, phrases):
        yield word, 1 / (1 + exp(-max(-30.0, min(30.0, bias + sum(map(getitem, weights, values))))))


def has_menus(words: Words, stops: Collection[int], phrases: Mapping[int, Found]) -> bool:
    """Whether so many words stand between two stops as few sentences have, with capitals and entries of menus.

    In a script without capitals nothing tells a menu from a long sentence.
    """
    ends = [0, *sorted(stops), len(words.said)]
    long = [(start, end) for start, end in pairwise(ends) if end - start >= MENU_WORDS]
    entries = sorted([n for n, p in phrases.items() if p.kind in MENU and p.words > 1 and not p.opens]) if long else []
    return any(
        bisect_left(entries, end) - bisect_left(entries, start) >= MENU_ENTRIES
        and sum([kind in CAPITAL for kind in words.classes[start:end]]) >= MENU_CAPITALS * (end - start)
        for start, end in long
    )


def gaps(words: Words, edges: Collection[int], stops: Collection[int], phrases: Mapping[int, Found]) -> list[Gap]:
    """The gaps between words in which a line may have ended, and what is seen of each."""
    size = len(words.said)
    known = sorted({0, size, *edges})
    starts = frozenset(known)
    may_be = [n for n, kind in enumerate(words.classes) if kind not in SMALL and n not in starts]
    if not may_be:
        return []
    page = _page(words, starts.intersection(stops) | {0}, may_be)
    around = [known[at - 1 : at + 1] for at in [bisect_right(known, n) for n in may_be]]
    columns = _words_around(words, may_be, around) | _of_page(page, words, may_be) | {
        "phrase before": _phrases_before(phrases, may_be),
        "phrase behind": _phrases_behind(phrases, may_be),
        "label": _labels(words, starts, phrases, may_be),
        "stamp": [words.stamps.get(n, 0) for n in may_be],
        "since": [bisect_left(FAR_UP_TO, n - start) for n, (start, _) in zip(may_be, around, strict=True)],
        "until": [bisect_left(FAR_UP_TO, end - n) for n, (_, end) in zip(may_be, around, strict=True)],
        "next edge": [0 if end == size else 1 if end in page.firsts else 2 for _, end in around],
        "place": [int(start > 0) for start, _ in around],
    }  # fmt: skip
    values = zip(*[_column(parts, columns) for _, parts in SLOTS], strict=True)
    return list(map(Gap, may_be, values))


class _Page(NamedTuple):
    """What all of one long line tells of its words, each by its letters."""

    firsts: Collection[int]  # the words behind a sentence's end
    small: Mapping[str, int]  # how often it is written in small letters
    opening: Mapping[str, int]  # the same with a capital, behind a sentence's end
    amid: Mapping[str, int]  # the same anywhere else
    both: Mapping[tuple[str, str], int]  # how often two stand side by side, where a line may have ended between them
    rate: int  # of the words amid sentences have a capital, as a place in RATES


def _page(words: Words, firsts: Collection[int], may_be: Sequence[int]) -> _Page:
    keys, classes = words.keys, words.classes
    asked = {(keys[n - 1], keys[n]) for n in may_be}  # of all pairs, which are as many as words, one in six
    small = Counter([key for key, kind in zip(keys, classes, strict=True) if kind in SMALL])
    capitals = [n for n, kind in enumerate(classes) if kind in CAPITAL]
    opening = Counter([keys[n] for n in capitals if n in firsts])
    amid = Counter([keys[n] for n in capitals if n not in firsts])
    n_amid = sum([n not in firsts and classes[n] != CLASS["CAPITALS"] for n in capitals])
    rate = bisect_right(RATE_FROM, n_amid / max(1, len(words.said) - len(firsts)))
    return _Page(firsts, small, opening, amid, Counter(filter(asked.__contains__, pairwise(keys))), rate)


def _of_page(page: _Page, words: Words, may_be: Sequence[int]) -> dict[str, Sequence[int]]:
    """What the page says of the words around each gap."""
    before, behind = [words.keys[n - 1] for n in may_be], [words.keys[n] for n in may_be]
    small = [page.small.get(key, 0) for key in behind]
    return {
        "capitals of the page": [page.rate] * len(may_be),
        "in small letters": [bisect_left(COUNT_UP_TO, times) for times in small],
        "is in small letters": [bisect_left(TIMES_UP_TO, times) for times in small],
        "amid sentences": [bisect_left(COUNT_UP_TO, page.amid.get(key, 0) - 1) for key in behind],
        "behind stops": [bisect_left(TIMES_UP_TO, page.opening.get(key, 0)) for key in behind],
        "before in small letters": [int(key in page.small) for key in before],
        "both": [bisect_left(TIMES_UP_TO, page.both[keys] - 1) for keys in zip(before, behind, strict=True)],
    }


def _words_around(words: Words, may_be: Sequence[int], around: Sequence[Sequence[int]]) -> dict[str, Sequence[int]]:
    """The words before each gap and behind it, up to the edges around."""
    said, classes = words.said, words.classes
    spans = list(zip(may_be, around, strict=True))
    tails = [_tail_of(said[n - 1]) for n in may_be]
    capitals = list(accumulate([kind in CAPITAL for kind in classes], initial=0))
    return {
        "second before": [classes[n - 2] if n - 2 >= start else 0 for n, (start, _) in spans],
        "before": [classes[n - 1] for n in may_be],
        "before ends": tails,
        "before is marked": [int(tail > 0) for tail in tails],
        "behind": [classes[n] for n in may_be],
        "behind opens": [_HEAD.get(said[n][0], 0 if said[n][0].isalnum() else 3) for n in may_be],
        "behind ends": [_tail_of(said[n]) for n in may_be],
        "second behind": [classes[n + 1] if n + 1 < end else 0 for n, (_, end) in spans],
        "capitals before": [_share(capitals, max(start, n - CLOSE), n) for n, (start, _) in spans],
        "capitals behind": [_share(capitals, n + 1, min(end, n + 1 + CLOSE)) for n, (_, end) in spans],
    }


def _share(capitals: Sequence[int], start: int, end: int) -> int:
    """How many of these words have a capital, as a place in SHARES; `capitals`: how many words up to each have one."""
    return bisect_right(SHARE_FROM, (capitals[end] - capitals[start]) / max(1, end - start))


def _phrases_before(phrases: Mapping[int, Found], may_be: Iterable[int]) -> list[int]:
    """What kind of phrase ends at each gap, as a place in KINDS."""
    ends = {n + phrase.words: _kind(phrase) for n, phrase in phrases.items() if not phrase.opens}
    return [ends.get(n, 0) for n in may_be]


def _phrases_behind(phrases: Mapping[int, Found], may_be: Iterable[int]) -> list[int]:
    """What kind of phrase begins at each gap, as a place in KINDS."""
    begins = {n: _OPENING if phrase.opens else _kind(phrase) for n, phrase in phrases.items()}
    return [begins.get(n, 0) for n in may_be]


def _kind(phrase: Found) -> int:
    return _KIND.get(phrase.kind, _KIND["other"])


def _labels(words: Words, starts: Collection[int], phrases: Mapping[int, Found], may_be: Iterable[int]) -> list[int]:
    """For each gap what label stood before it, “By”, “Photo:”, “Read more:”, since the last edge, and how far."""
    by = words_for("by")
    found = []
    label, behind = -1, 0
    for n, key in enumerate(words.keys):
        if n in starts:
            label = -1
        found.append(
            NO_LABEL if label < 0 or n < behind
            else label * len(SINCE) + bisect_left(SINCE_UP_TO, n - behind)
        )  # fmt: skip
        if n in phrases and phrases[n].opens:
            label, behind = _LABEL.get(phrases[n].kind, _OTHER_LABEL), n + phrases[n].words
        elif key in by and n + 1 < len(words.said) and words.classes[n + 1] in CAPITAL:
            label, behind = 0, n + 1
    return [found[n] for n in may_be]


def _column(parts: Names, columns: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """For each gap the number of a slot's value, by the answers to its parts."""
    first, *others = parts
    values = columns[first]
    for part in others:
        n = len(PARTS[part])
        values = [n * value + answer for value, answer in zip(values, columns[part], strict=True)]
    return values


def _tail_of(word: str) -> int:
    return _TAIL.get(word[-1], 0 if word[-1].isalnum() else 7)


class Weights(NamedTuple):
    slots: tuple[tuple[float, ...], ...]  # [slot][value]
    bias: float


def values_of(parts: Names) -> Iterator[str]:
    """The names of the values of a slot, in their order."""
    return (" | ".join(names) for names in product(*[PARTS[part] for part in parts]))


@lru_cache(maxsize=2)
def load_weights(name: str) -> Weights:
    """The table weights/NAME.tsv: slot, value, weight; what it does not name weighs nothing."""
    return read_weights((files("newsclean") / "read" / "text" / "weights" / f"{name}.tsv").read_text("utf-8"))


def read_weights(text: str) -> Weights:
    """The weights of a table that is given as text."""
    known: dict[tuple[str, str], float] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            slot, value, weight = line.split("\t")
            known[slot, value] = float(weight)
    return Weights(
        tuple([tuple([known.get((name, value), 0.0) for value in values_of(parts)]) for name, parts in SLOTS]),
        known["every gap", ""],
    )
