"""Fit the weights by which lines are found in one long line, newsclean/read/text/weights/breaks.tsv.

    python -m tests.fit.breaks PAGES                      # the table as it is shipped
    python -m tests.fit.breaks PAGES --folds --out OUT    # OUT/0, 1, 2: each without a third of the hosts; and figures

A page that has its lines tells where each ended. The model is a logistic one over the gaps between words in which a
line may have ended (newsclean/read/text/breaks.py). Fitted before the path's table for one line. Needs numpy, scipy.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.lexicon import lexicon
from newsclean.read.text.breaks import SLOTS, values_of
from newsclean.read.text.sentences import gaps_of

from .labels import is_gold
from .pages import FOLDS, Reference, Snippets, commit, fold_of, is_news, references, texts

TABLE = Path("newsclean/read/text/weights")
C2, ITERATIONS = 2.0, 300  # of the L2 penalty; of L-BFGS, at most
NEWS_COUNTS = 2  # times that a page of the press counts, of which there are fewer than of blogs
INSIDE_COUNTS = 3  # times that a gap inside of a story's line counts: a sentence that is parted may lose its half
STORY_WORDS = 12  # of such a line
LEAST = 0.1  # a weight that is less says nothing
VALUES = [tuple(values_of(parts)) for _, parts in SLOTS]
AT = list(accumulate(map(len, VALUES), initial=0))


FORMS = ("article", "bare")  # that have their lines; of articles only the first


class Example(NamedTuple):
    """A page as the model sees it."""

    host: str
    is_news: bool
    gaps: Any  # for each gap a row of the numbers of its values among all
    ended: Any  # for each gap whether a line ended there
    inside: Any  # whether it is inside of a story's line


def example(job: tuple[Reference, str]) -> Example | None:
    """A page, or None where words are not parted by blanks."""
    known, raw = job
    lines = [" ".join(line.split()) for line in raw.split("\n") if line.strip()]
    text = " ".join(lines)
    found = [] if any(map(UNSPACED.match, text[:400])) else gaps_of(text, lexicon())
    if not found:
        return None
    sizes = [len(line.split()) for line in lines]
    starts = frozenset(accumulate(sizes, initial=0))
    is_of_story = [False] * len(lines) if isinstance(known.body, Snippets) else is_gold(lines, known.body)
    inside = [n >= STORY_WORDS and mark for n, mark in zip(sizes, is_of_story, strict=True) for _ in range(n)]
    ended = [gap.word in starts for gap in found]
    return Example(
        known.host, is_news(known.set),
        np.array([[*[at + v for at, v in zip(AT, gap.values, strict=False)], AT[-1]] for gap in found], np.int32),
        np.array(ended, bool),
        np.array([inside[gap.word] and not end for gap, end in zip(found, ended, strict=True)], bool),
    )  # fmt: skip


def fitted(found: Sequence[Example]) -> list[float]:
    """The weights, one for each value of each slot, and the one of every gap."""
    x = csr_matrix(_rows(found))
    y = np.concatenate([e.ended for e in found]).astype(float)
    counts = np.concatenate([
        (NEWS_COUNTS if e.is_news else 1) * np.where(e.inside, INSIDE_COUNTS, 1.0) for e in found
    ])  # fmt: skip

    def loss(w: Any) -> tuple[float, Any]:  # noqa: ANN401 -- numpy is not there when types are checked
        scores = x @ w
        likely = 1 / (1 + np.exp(-scores))
        gradient = x.T @ (counts * (likely - y)) + C2 * np.append(w[:-1], 0)
        return (counts * (np.logaddexp(0, scores) - y * scores)).sum() + C2 / 2 * (w[:-1] @ w[:-1]), gradient

    best = minimize(loss, np.zeros(AT[-1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    print(f"  {best.nit} iterations, loss {best.fun:.0f}, {len(y)} gaps, {y.sum():.0f} ends", flush=True)
    return [float(weight) for weight in best.x]


def _rows(found: Sequence[Example]) -> Any:  # noqa: ANN401
    columns = np.concatenate([e.gaps for e in found])
    ends = np.arange(0, columns.size + 1, len(SLOTS) + 1)
    return csr_matrix((np.ones(columns.size), columns.ravel(), ends), shape=(len(columns), AT[-1] + 1))


def report(found: Sequence[Example], w: Sequence[float]) -> None:
    """How many of the ends are found, and how many of those are ends, at each chance."""
    likely = 1 / (1 + np.exp(-(_rows(found) @ np.array(w))))
    y, inside = np.concatenate([e.ended for e in found]), np.concatenate([e.inside for e in found])
    for least in (0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
        at = likely >= least
        found_at, right = y[at].sum() / y.sum(), y[at].mean()
        print(f"    from {least}: {found_at:.3f} found, {right:.3f} right, {inside[at].sum()} inside of a line")


def written(w: Sequence[float], said: str) -> str:
    """The table: a line for each value that weighs anything."""
    names = [(slot, value) for (slot, _), values in zip(SLOTS, VALUES, strict=True) for value in values]
    lines = [f"{slot}\t{value}\t{x:.3f}" for (slot, value), x in zip(names, w, strict=False) if abs(x) >= LEAST]
    return "\n".join([f"# slot\tvalue\tweight\t({said})", f"every gap\t\t{w[-1]:.3f}", *lines]) + "\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--out", type=Path, default=TABLE)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--table", choices=("breaks", "page_breaks"), default="breaks", help="of articles, or of pages")
    given = parser.parse_args()
    known = references(given.pages)
    forms = FORMS if given.table == "page_breaks" else FORMS[:1]
    jobs = [(known[number], str(raw)) for form in forms for number, raw in texts(given.pages, form) if number in known]
    with ProcessPoolExecutor(2) as pool:
        found = [e for e in pool.map(example, jobs, chunksize=16) if e is not None]
    for fold in range(FOLDS) if given.folds else (None,):
        some = [e for e in found if fold is None or fold_of(e.host) != fold]
        w = fitted(some)
        folder = given.out if fold is None else given.out / str(fold)
        folder.mkdir(parents=True, exist_ok=True)
        on = f"{len(some)} pages of {len({e.host for e in some})} hosts"
        said = f"fitted at {commit()} by tests/fit/breaks.py on {on}, c2 {C2:g}"
        (folder / f"{given.table}.tsv").write_text(written(w, said), "utf-8")
        if fold is not None:
            for name, of_press in (("press", True), ("blogs", False)):
                print(f"  {name}, third {fold}")
                report([e for e in found if fold_of(e.host) == fold and e.is_news == of_press], w)


if __name__ == "__main__":
    main()
