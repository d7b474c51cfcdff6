"""How often newsclean is right where it says how sure it is, on hosts that its weights have not seen.

    python -m tests.fit.fit PAGES --folds --out FOLDS     # once: every table, each time without a third of the hosts
    python -m tests.fit.confidence PAGES FOLDS

docs/confidence.md has the figures; the constants of newsclean/assemble/confidence.py come from here.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from newsclean import clean_article
from newsclean.article.kinds import TEXT_KINDS

from .apart import weights_of, word_f1
from .labels import is_gold
from .pages import FORMS, Snippets, fold_of, references, texts

BINS = 10
ENOUGH = 100  # segments of a bin that says something
WORST, LOWEST = 10, 5  # a tenth of the pages, a fifth of them


class Page(NamedTuple):
    """What was said of one page, and what was right."""

    form: str
    confidence: float
    f1: float
    segments: list[tuple[float, bool]]  # how sure it was of each, and whether that was right


def page(job: tuple[str, str | bytes, str, str, Path]) -> Page:
    """A page cleaned with the tables that have not seen its host."""
    form, raw, host, body, folds = job
    with weights_of(folds / str(fold_of(host))):
        article = clean_article(raw)
    gold = is_gold([s.text for s in article.segments], body)
    right = [(s.confidence, (s.kind in TEXT_KINDS) == g) for s, g in zip(article.segments, gold, strict=True)]
    return Page(form, article.confidence, word_f1(body, article.text), right)


def bins(segments: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """For each tenth of confidence the mean, the share of segments that were right, and how many there are."""
    found = []
    for n in range(BINS):
        some = [(sure, right) for sure, right in segments if min(int(sure * BINS), BINS - 1) == n]
        if len(some) >= ENOUGH:
            found.append((sum(s for s, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some)))
    return found


def found_among_lowest(pages: Sequence[Page]) -> float:
    """Of the tenth of pages with the worst texts, the share that is among the fifth of lowest confidence."""
    by_score = sorted(range(len(pages)), key=lambda i: pages[i].f1)[: len(pages) // WORST]
    lowest = sorted(range(len(pages)), key=lambda i: pages[i].confidence)[: len(pages) // LOWEST]
    return len(set(by_score) & set(lowest)) / max(1, len(by_score))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="the folder that README.md describes")
    parser.add_argument("folds", type=Path, help="what fit --folds wrote")
    parser.add_argument("--form", choices=FORMS, action="append", help="only this one; may be repeated")
    given = parser.parse_args()
    known = references(given.pages)
    for form in given.form or FORMS:
        jobs = [
            (form, raw, known[n].host, body, given.folds)
            for n, raw in texts(given.pages, form)
            if n in known and not isinstance(body := known[n].body, Snippets)
        ]
        with ProcessPoolExecutor(2) as pool:
            pages = list(pool.map(page, jobs, chunksize=8))
        print(f"{form}: {len(pages)} pages; of the worst tenth {found_among_lowest(pages):.2f} in the lowest fifth")
        for sure, right, n in bins([s for p in pages for s in p.segments]):
            print(f"    said {sure:.2f}   right {right:.2f}   of {n}", flush=True)


if __name__ == "__main__":
    main()
