"""Fit the weights by which the headline is found, newsclean/measure/weights/headline.tsv, on pages with known titles.

    python -m tests.fit.headline PAGES            # the table as it is shipped
    python -m tests.fit.headline PAGES --folds    # only measure: each third of the hosts by a table fitted without it

The model is a softmax over the lines that may be the headline and “there is none”; where several lines say the title,
any of them is right. Of pages without a known title that counts which is read from their HTML. It learns from dumps, of
whole pages also without blank lines or the window's title, and from what people give in: a story alone, under its
standfirst or a caption (it has no headline), and a story under its title, standfirst, byline and date, with blank lines
and without; and from dumps of which the headline was taken away (none). Needs numpy, scipy.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsclean import clean_article
from newsclean.measure.headline import LIKELY, most_likely
from newsclean.measure.headline_look import Seen, look_for_headline
from newsclean.measure.headline_slots import NONE_SLOTS, SLOTS, Slots
from newsclean.measure.measure import measure
from newsclean.page.block import Block
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.lexicon import lexicon
from newsclean.read.decode import decode
from newsclean.read.read import read
from newsclean.trim import trim

from .pages import FOLDS, TEXT_FORMS, Reference, Snippets, commit, fold_of, is_news, references, texts

TABLE = Path("newsclean/measure/weights/headline.tsv")
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?。])\s")
SAME, LIKE = 0.85, 0.5  # how much a line has in common with the title that is its headline; that is no other's
C2, ITERATIONS = 2.0, 500  # of the L2 penalty; of L-BFGS, at most
NEWS_COUNTS = 2  # times that a page of the press counts, of which there are fewer than of blogs
UNSPACED_COUNTS = 4  # the same of what people give in, for scripts without blanks
DUMP, BARE, OURS, STORY = 1.0, 0.3, 1.0, 0.7  # what pages count
WITHOUT, WHOLE_WITHOUT = 0.15, 0.05  # the same of those without headline: hardly any lacks its own
ALONE = 0.35  # the same of a story without headline that opens with its standfirst or a caption
WHOLE = ("inscriptis", "soup", "markdown")  # forms that dump all of a page
FEWEST_LINES = 3  # of a story
BY = ("By", "Von", "Par", "Por", "Di", "Door", "Av", "Text:", "")
KICKERS = ("News", "Politik", "Sport", "World news")
MONTHS = "January February March April May June July August September October November December".split()


class Example(NamedTuple):
    """A page as the model sees it."""

    id: str
    form: str
    host: str
    counts: float  # 0: the title is printed, but in no line that may be the headline
    seen: Seen
    lines: tuple[Block, ...]
    right: tuple[bool, ...]  # for each line; all false: there is none
    is_given: bool  # the title was known, not read from the HTML


class Page(NamedTuple):
    id: str
    known: Reference
    title: str
    dumps: Mapping[str, str]  # by form
    standfirst: str = ""  # of its HTML, or the description that its data give
    caption: str = ""  # of its first picture that has one


def plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def likeness(one: str, other: str) -> float:
    """How many of their words two lines share, from 0 to 1."""
    a, b = Counter(plain(one).split()), Counter(plain(other).split())
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 0.0


def given_in(page: Page) -> Iterator[tuple[str, str, bool]]:
    """What people give in besides dumps: a name, the text, whether it has the headline."""
    known, title = page.known, page.title
    if isinstance(known.body, Snippets):
        return
    story = [line.strip() for line in known.body.split("\n") if line.strip()]
    while story and (plain(title) in plain(story[0]) or likeness(story[0], title) >= LIKE):
        del story[0]
    if len(story) < FEWEST_LINES:
        return
    chance = random.Random(zlib.crc32(page.id.encode()))  # noqa: S311 -- the same dress for the same page
    date = known.date if known.date and re.match(r"\d{4}-[01]\d-\d\d", known.date) else "2024-05-03"
    day = chance.choice((date, f"{int(date[8:])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}, 10:15"))
    by = f"{chance.choice(BY)} {' and '.join((known.authors or ('Jo Doe',))[:2])}".strip()
    standfirst = page.standfirst.rstrip(".。") or SENTENCE.split(story[0])[0].rstrip(".。")
    kicker = chance.choice(KICKERS)
    one, other = chance.choice((("\n\n", "\n"), ("\n", "\n\n")))
    yield "story", one.join(story), False
    yield "story", other.join(story), False
    yield "title", one.join([title, *story]), True
    yield "byline", other.join([title, by, *story]), True
    yield "date", one.join([title, by, day, *story]), True
    yield "standfirst", other.join([title, standfirst, by, day, *story[1:]]), True
    yield "under", one.join([title, standfirst, *story[1:]]), True
    yield "kicker", other.join([kicker, title, day, *story]), True
    yield "standfirst alone", one.join([standfirst, *story]), False
    if page.caption:
        yield "caption alone", other.join([page.caption, *story]), False


def bare(dumps: Mapping[str, str]) -> dict[str, str]:
    """Dumps of whole pages with less that leads to the headline: without blank lines, without the window's title."""
    found = {}
    if "inscriptis" in dumps:
        found["inscriptis bare"] = "\n".join(line for line in dumps["inscriptis"].split("\n") if line.strip())
    if "soup" in dumps:
        found["soup bare"] = dumps["soup"].partition("\n")[2]
    return found


def without(text: str, title: str) -> str:
    """The page without the lines that say its title, or half of it."""
    return "\n".join([
        line
        for line in text.split("\n")
        if likeness(line.replace("-", " "), title) < LIKE and plain(title) not in plain(line)
    ])  # fmt: skip


def example(page: Page, form: str, text: str, title: str, counts: float) -> Example | None:
    """`title`: that of the text, "" where it has none."""
    blocks = measure(trim(read(decode(text).text, words=lexicon(None)))).blocks
    if not blocks:
        return None
    seen = look_for_headline(blocks)
    right = [bool(title) and likeness(blocks[n].core, title) >= SAME for n in seen.numbers]
    if form == "soup" and any(right[1:]) and seen.numbers[0] == 0:
        right[0] = False  # the window title, where the headline is printed as well
    if not title and not right:
        return None
    counts *= NEWS_COUNTS if is_news(page.known.set) else 1
    is_miss = bool(title) and True not in right
    lines = tuple(blocks[n] for n in seen.numbers)
    is_given = page.known.title is not None
    return Example(page.id, form, page.known.host, 0.0 if is_miss else counts, seen, lines, tuple(right), is_given)


def examples(page: Page) -> list[Example]:
    """All that is learnt from a page."""
    title = page.title
    if not plain(title):
        return []
    found = []
    for form, text in bare(page.dumps).items():
        if plain(title) in plain(text):
            found.append(example(page, form, text, title, BARE))
    for form, text in page.dumps.items():
        if plain(title) in plain(text):
            found.append(example(page, form, text, title, DUMP))
        if form != "oneline":
            counts = WHOLE_WITHOUT if form in WHOLE else WITHOUT
            found.append(example(page, f"{form} without", without(text, title), "", counts))
    times = UNSPACED_COUNTS if UNSPACED.search(title) else 1
    for form, text, has_title in given_in(page):
        counts = ALONE if form.endswith("alone") else times * (OURS if has_title else STORY)
        found.append(example(page, f"given in: {form}", text, title if has_title else "", counts))
    return [e for e in found if e is not None]


def places(slots: Slots, start: int) -> list[int]:
    """Where the weights of each slot begin, and where those of the last end."""
    return list(accumulate([len(values) for _, values in slots], initial=start))


LINE_AT = places(SLOTS, 0)
NONE_AT = places(NONE_SLOTS, LINE_AT[-1])


def fit(found: Sequence[Example]) -> list[float]:
    """The weights, one for each value of each slot."""
    pages = [e for e in found if e.counts]
    rows: list[list[int]] = []
    good: list[bool] = []
    for e in pages:
        rows += [[at + v for at, v in zip(LINE_AT, values, strict=False)] for values in e.seen.lines]
        rows.append([at + v for at, v in zip(NONE_AT, e.seen.none, strict=False)])
        good += [*e.right, True not in e.right]
    ends = np.cumsum([0, *map(len, rows)])
    x = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), NONE_AT[-1]))
    sizes = np.array([len(e.lines) + 1 for e in pages])
    starts = np.cumsum([0, *sizes[:-1]])
    page_of = np.repeat(np.arange(len(pages)), sizes)
    counts, is_good = np.array([e.counts for e in pages]), np.array(good, float)

    def loss(w: Any) -> tuple[float, Any]:  # noqa: ANN401 -- numpy is not there when types are checked
        scores = x @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[page_of])
        likely = odds * is_good
        total, right = np.add.reduceat(odds, starts), np.maximum(np.add.reduceat(likely, starts), 1e-300)
        gradient = counts[page_of] * (odds / total[page_of] - likely / right[page_of])
        return (counts * (np.log(total) - np.log(right))).sum() + C2 / 2 * (w @ w), x.T @ gradient + C2 * w

    best = minimize(loss, np.zeros(NONE_AT[-1]), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    print(f"  {best.nit} iterations, loss {best.fun:.1f}, {len(pages)} pages", flush=True)
    return [float(weight) for weight in best.x]


def answer(e: Example, w: Sequence[float]) -> str:
    """Whether what is found is right, wrong or none."""
    if not e.lines:
        return "none"
    scores = [sum(w[at + v] for at, v in zip(LINE_AT, values, strict=False)) for values in e.seen.lines]
    none = sum(w[at + v] for at, v in zip(NONE_AT, e.seen.none, strict=False))
    odds = [exp(score - max(*scores, none)) for score in scores]
    best, likely = most_likely(e.lines, odds)
    if likely < LIKELY * (sum(odds) + exp(none - max(*scores, none))):
        return "none"
    return "right" if e.right[best] else "wrong"


def report(answers: Mapping[str, Sequence[str]]) -> None:
    for name, given in sorted(answers.items()):
        c = Counter(given)
        print(f"  {name:28} right {c['right'] / len(given):.3f}  wrong {c['wrong'] / len(given):.3f}  n={len(given)}")


def answers_of(found: Sequence[Example], w: Sequence[float], answers: dict[str, list[str]]) -> None:
    """Adds the answers for these pages by form, news and blogs apart; only of pages whose title was known."""
    for e in found:
        if e.is_given:
            answers[f"{e.form} {'wcxb' if e.id.startswith('wcxb') else 'news'}"].append(answer(e, w))


def of_html(raw: bytes) -> tuple[str, str, str]:
    """What a page's HTML tells: headline, standfirst, the caption of its first picture; "" for what it does not."""
    article = clean_article(raw, form="html")
    caption = next((figure.caption for figure in article.figures if figure.caption), "")
    return article.title or "", article.description or "", caption


def all_examples(pages: Path) -> list[Example]:
    known = {i: r for i, r in references(pages).items() if not isinstance(r.body, Snippets)}
    dumps: dict[str, dict[str, str]] = defaultdict(dict)
    for form in TEXT_FORMS:
        for name, text in texts(pages, form):
            dumps[name][form] = text if isinstance(text, str) else text.decode()
    with ProcessPoolExecutor(2) as pool:
        raws = [(name, raw) for name, raw in texts(pages, "html") if name in known]
        told = dict(zip([name for name, _ in raws], pool.map(of_html, [raw for _, raw in raws]), strict=True))
        jobs = []
        for i, r in known.items():
            title, standfirst, caption = told.get(i, ("", "", ""))
            jobs.append(Page(i, r, r.title or title, dumps[i], standfirst, caption))
        return [e for some in pool.map(examples, jobs, chunksize=4) for e in some]


def write(w: Sequence[float], said: str) -> None:
    """The table: a line for each value that weighs anything."""
    names = [(slot, value) for slots in (SLOTS, NONE_SLOTS) for slot, values in slots for value in values]
    lines = [f"{slot}\t{value}\t{x:.3f}" for (slot, value), x in zip(names, w, strict=True) if abs(x) >= 0.01]
    head = f"# slot\tvalue\tweight\t(fitted at {commit()} by tests/fit/headline.py on {said})"
    TABLE.write_text("\n".join([head, *lines]) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    found = all_examples(args.pages)
    answers: dict[str, list[str]] = defaultdict(list)
    if args.folds:
        for fold in range(FOLDS):
            w = fit([e for e in found if fold_of(e.host) != fold])
            answers_of([e for e in found if fold_of(e.host) == fold], w, answers)
    else:
        w = fit(found)
        answers_of(found, w, answers)
        write(w, f"{len({e.id for e in found})} pages of {len({e.host for e in found})} hosts, c2 {C2:g}")
    report(answers)


if __name__ == "__main__":
    main()
