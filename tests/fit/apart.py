"""The honest mirror: what newsclean does on hosts that its weights have not seen.

    python -m tests.fit.fit PAGES --folds --out FOLDS     # once: every table, each time without a third of the hosts
    python -m tests.fit.apart PAGES FOLDS                 # often: the whole of clean_article on that third

The shipped tables are fitted on all pages, so every figure on these flatters. The rules were written while reading some
of them, too, which no fold undoes.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newsclean import Article, clean_article
from newsclean.settle import outside, settle, tables

from .pages import FORMS, Reference, Snippets, fold_of, is_news, references, texts

WORD = re.compile(r"\w+")
SHINGLE = 4  # words
PIECE = 8  # words in a row that are missing, or too much: shorter ones are a matter of taste
ALIKE = 0.85  # of the words of two titles


class Measured(NamedTuple):
    """What one page came to."""

    group: str  # form, and whether it is of the press
    precision: float | None
    recall: float | None
    lost: int  # words of the story that are not in the text, in pieces of PIECE and more
    left: int  # the same of what is too much
    story: int  # words
    title: bool | None  # whether it is right; None where the reference has none
    authors: bool | None
    date: bool | None


@lru_cache(maxsize=16)
def _weights(folder: Path, name: str) -> tables.Weights:
    return tables.read_weights(name, (folder / f"{name}.tsv").read_text("utf-8"))


@contextmanager
def weights_of(folder: Path) -> Iterator[None]:
    """With the tables of a folder in place of those that are shipped."""
    shipped: Callable[[str], tables.Weights] = tables.load_weights
    for module in (settle, outside):
        module.load_weights = lambda name: _weights(folder, name)  # type: ignore[attr-defined]  # not part of its door
    try:
        yield
    finally:
        for module in (settle, outside):
            module.load_weights = shipped  # type: ignore[attr-defined]


def measured(job: tuple[str, str | bytes, Reference, Path]) -> Measured:
    """A page cleaned with the tables that have not seen its host."""
    form, raw, known, folds = job
    with weights_of(folds / str(fold_of(known.host))):
        article = clean_article(raw)
    group = f"{form} {'news' if is_news(known.set) else 'blogs'}" if form != "html" else f"html {known.set}"
    if isinstance(known.body, Snippets):
        return _by_snippets(group, article, known.body)
    gold, text = WORD.findall(known.body), WORD.findall(article.text)
    a, b = _runs(gold, SHINGLE), _runs(text, SHINGLE)
    shared = sum((a & b).values())
    return Measured(
        group,
        shared / sum(b.values()) if b else None,
        shared / sum(a.values()) if a else None,
        _missing(gold, text),
        _missing(text, gold),
        len(gold),
        alike(article.title, known.title) if known.title else None,
        set(map(str.casefold, article.authors)) == set(map(str.casefold, known.authors)) if known.authors else None,
        str(article.date_published or "")[:10] == known.date if known.date else None,
    )


def _by_snippets(group: str, article: Article, body: Snippets) -> Measured:
    kept = sum(snippet in article.text for snippet in body.must)
    wrong = sum(snippet in article.text for snippet in body.must_not)
    precision = kept / (kept + wrong) if kept + wrong else None
    return Measured(group, precision, kept / len(body.must) if body.must else None, 0, 0, 0, None, None, None)


def word_f1(gold: str, text: str) -> float:
    """The F1 of the words of a text."""
    want, got = Counter(WORD.findall(gold.lower())), Counter(WORD.findall(text.lower()))
    return 2 * sum((want & got).values()) / max(1, sum(want.values()) + sum(got.values()))


def _runs(words: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def _missing(words: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in pieces of PIECE or more of which no three in a row are in the other text."""
    runs = _runs(other, 3)
    found = [False] * len(words)
    for i in range(len(words) - 2):
        if tuple(words[i : i + 3]) in runs:
            found[i] = found[i + 1] = found[i + 2] = True
    total = size = 0
    for is_found in (*found, True):
        if is_found:
            total += size if size >= PIECE else 0
            size = 0
        else:
            size += 1
    return total


def alike(one: str | None, other: str, least: float = ALIKE) -> bool:
    """Whether two texts share so many of their words."""
    ours, theirs = (Counter(WORD.findall(text.lower())) for text in (one or "", other))
    return 2 * sum((ours & theirs).values()) >= least * (sum(ours.values()) + sum(theirs.values())) > 0


def report(rows: Sequence[Measured]) -> str:
    """A table with a line for each form and kind of page."""
    groups: dict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    lines = [
        f"{'':22}{'F1':>7}{'P':>7}{'R':>7}{'lost %':>8}{'left %':>8}{'title':>7}{'authors':>9}{'date':>7}{'pages':>7}"
    ]
    for name, some in groups.items():
        p, r = _mean([row.precision for row in some]), _mean([row.recall for row in some])
        story = max(1, sum(row.story for row in some))
        lost, left = (100 * sum(n) / story for n in ([row.lost for row in some], [row.left for row in some]))
        title, authors, date = (
            _mean([None if known is None else float(known) for known in column])
            for column in ([row.title for row in some], [row.authors for row in some], [row.date for row in some])
        )
        lines.append(
            f"{name:22}{2 * p * r / (p + r) if p + r else 0:7.3f}{p:7.3f}{r:7.3f}{lost:8.2f}{left:8.2f}"
            f"{title:7.3f}{authors:9.3f}{date:7.3f}{len(some):7}"
        )
    return "\n".join(lines)


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="the folder that README.md describes")
    parser.add_argument("folds", type=Path, help="what `python -m tests.fit.fit PAGES --folds --out FOLDS` wrote")
    parser.add_argument("--form", choices=FORMS, action="append", help="only this one; may be repeated")
    given = parser.parse_args()
    known = references(given.pages)
    jobs = [
        (form, raw, known[number], given.folds)
        for form in given.form or FORMS
        for number, raw in texts(given.pages, form)
        if number in known
    ]
    with ProcessPoolExecutor(2) as pool:
        print(report(list(pool.map(measured, jobs, chunksize=8))))


if __name__ == "__main__":
    main()
