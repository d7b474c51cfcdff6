"""How near a text is to the one that is known: shingles, words, snippets, and what a user sees, words lost and left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .layouts import Known

# A character of a script that sets no blanks (Thai, kana, Han), or else a word.
ALONE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{ALONE}]|[^\W{ALONE}]+")
SHINGLE = 4  # words, as article-extraction-benchmark has it
SEEN = 3  # words in a row that are found count as seen
PIECE = 8  # words in a row that are lost or left: fewer are a matter of taste


class Score(NamedTuple):
    """What one text came to."""

    shingles: tuple[float | None, float | None]  # precision and recall; None where there is nothing to be right of
    words: tuple[float, float, float]  # F1, precision and recall
    lost: int  # words of the story that are missing, in pieces of PIECE and more
    left: int  # words that are too much, in such pieces
    story: int  # words
    snippets: tuple[int, int, int]  # kept rightly, kept wrongly, missing


class Total(NamedTuple):
    """What many texts came to."""

    pages: int
    shingles: tuple[float, float, float]  # F1 of mean precision and mean recall, these
    words: tuple[float, float, float]  # means of F1, precision and recall
    snippets: tuple[float, float, float]  # F1, precision, recall of all snippets
    lost: float  # share of the story's words
    lost_pages: float  # share of the pages on which some are
    left: float  # in parts of the story's words
    left_pages: float


def score(known: Known, text: str) -> Score:
    """A text against what is known of its page."""
    gold, found = WORD.findall(known.body), WORD.findall(text)
    flat = " ".join(text.split())
    kept = sum(" ".join(snippet.split()) in flat for snippet in known.must)
    wrong = sum(" ".join(snippet.split()) in flat for snippet in known.must_not)
    return Score(
        _shingles(gold, found),
        _words(gold, found),
        _missing(gold, found),
        _missing(found, gold),
        len(gold),
        (kept, wrong, len(known.must) - kept),
    )


def total(scores: Sequence[Score]) -> Total:
    """The scores of a set as one: what each benchmark does with them."""
    precision, recall = (_mean(score.shingles[i] for score in scores) for i in (0, 1))
    kept, wrong, missing = (sum(score.snippets[i] for score in scores) for i in (0, 1, 2))
    right, found = _share(kept, kept + wrong), _share(kept, kept + missing)
    story = sum(score.story for score in scores)
    f1, p, r = (_mean(score.words[i] for score in scores) for i in (0, 1, 2))
    return Total(
        len(scores),
        (_f1(precision, recall), precision, recall),
        (f1, p, r),
        (_f1(right, found), right, found),
        _share(sum(score.lost for score in scores), story),
        _share(sum(score.lost > 0 for score in scores), len(scores)),
        _share(sum(score.left for score in scores), story),
        _share(sum(score.left > 0 for score in scores), len(scores)),
    )


def _shingles(gold: Sequence[str], found: Sequence[str]) -> tuple[float | None, float | None]:
    wanted, given = _runs(gold, SHINGLE), _runs(found, SHINGLE)
    shared = (wanted & given).total()
    return (shared / given.total() if given else None), (shared / wanted.total() if wanted else None)


def _words(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    wanted, given = (Counter(word.lower() for word in words) for words in (gold, found))
    shared = (wanted & given).total()
    precision, recall = _share(shared, given.total()), _share(shared, wanted.total())
    return _f1(precision, recall), precision, recall


def _runs(words: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    """All runs of n words; fewer words are one run."""
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def _missing(words: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in pieces of PIECE or more of which no SEEN in a row are in the other text."""
    runs = _runs(other, SEEN)
    is_seen = [False] * len(words)
    for i in range(len(words) - SEEN + 1):
        if tuple(words[i : i + SEEN]) in runs:
            is_seen[i : i + SEEN] = [True] * SEEN
    missing = piece = 0
    for seen in (*is_seen, True):
        if seen:
            missing += piece if piece >= PIECE else 0
            piece = 0
        else:
            piece += 1
    return missing


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return _share(sum(known), len(known))
