"""Fit the tables of weights, newsclean/settle/weights/*.tsv, on pages with reference text.

    python -m tests.fit.fit PAGES                 # all tables, each as it is shipped
    python -m tests.fit.fit PAGES --table text    # one of them

The model is a linear-chain CRF over the states of path.STATES; `story` is the zero that the others are measured from.
Each table has its own pages: those for which tables.table_for chooses it. A page of which only snippets are known is
labelled by a first model, and corrected where its snippets say otherwise. The same pages give the same table.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from newsclean.clean import judged
from newsclean.page.page import Page
from newsclean.read.decode import decode
from newsclean.read.read import read
from newsclean.settle.settle import slot_values
from newsclean.settle.slots import Row
from newsclean.settle.tables import SLOTS_OF, table_for

from .labels import is_gold, states
from .pages import Snippets, commit, fold_of, is_news, references, texts

WEIGHTS = Path("newsclean/settle/weights")


class Setting(NamedTuple):
    """How a table is fitted."""

    forms: tuple[str, ...]  # of pages
    short: tuple[str, ...]  # of the pages that are told again as short reports
    c2: float  # of the L2 penalty
    iterations: int  # of L-BFGS, at most


SETTINGS = {
    "text": Setting(("article",), (), 2.0, 400),
    "brief": Setting(("article",), ("article", "inscriptis", "soup"), 2.0, 400),
    "dump": Setting(("inscriptis", "soup"), (), 2.0, 900),
    "markdown": Setting(("markdown",), (), 3.0, 400),
    "brief_markdown": Setting(("markdown",), ("markdown",), 3.0, 400),
    "oneline": Setting(("oneline",), (), 3.0, 400),
    "onepage": Setting(("oneline", "onepage", "bare onepage"), (), 3.0, 400),
    "html": Setting(("html",), (), 3.0, 300),
}
WITHOUT_FURNITURE = ("text", "brief")  # tables that are fitted on stories alone, too
TAKES = {
    "brief": "text",
    "brief_markdown": "markdown",
    "onepage": "oneline",
}  # each of two such tables is fitted on the pages of both
NEWS_COUNTS = 2  # times that a page of the press counts, of which there are fewer than of blogs: it is what this is for


Job = tuple[str, str, str, str | bytes, str | Snippets, str]  # id, set, host, raw, reference, table


class Example(NamedTuple):
    """A page as the model sees it."""

    id: str
    set: str
    host: str
    values: list[Row]
    labels: list[str]  # of path.STATES; none where only snippets are known
    texts: list[str]
    snippets: list[
        int
    ]  # for each block 1 if it must be in the text, -1 if it must not, else 0; none where more is known


def page_of(raw: str | bytes) -> Page:
    """The page before it is decided what is what."""
    return judged(read(decode(raw).text))


def example(job: Job) -> Example | None:
    """A page with its labels, or None if its weights stand in another table."""
    number, name, host, raw, body, table = job
    page = page_of(raw)
    if TAKES.get(needed := table_for(page), needed) != TAKES.get(table, table):
        return None
    lines = [b.core for b in page.blocks]
    if isinstance(body, Snippets):
        marks = [1 if any(s in t for s in body.must) else -any(s in t for s in body.must_not) for t in lines]
        return Example(number, name, host, slot_values(page), [], lines, marks)
    return Example(number, name, host, slot_values(page), states(is_gold(lines, body)), lines, [])


def without_furniture(e: Example) -> Example:
    """A page of nothing but its story: of a clean text, too, all has to stay."""
    page = page_of("\n\n".join(text for text, state in zip(e.texts, e.labels, strict=True) if state == "story"))
    lines = [b.core for b in page.blocks]
    return Example(e.id, e.set, e.host, slot_values(page), ["story"] * len(lines), lines, [])


def as_short_report(job: Job) -> Example | None:
    """The page again as a short report with little round it: each sentence of its story a paragraph, the first of them.

    Of such pages there are few among those of the sets, and many in the press.
    """
    number, name, host, raw, body, table = job
    if isinstance(body, Snippets) or isinstance(raw, bytes):
        return None
    if table == "brief_markdown":
        draw = random.Random(f"{number} {len(raw)}")  # noqa: S311 -- no secret
        return example((number, name, host, short_markdown(raw, body, draw), body, table))
    page = page_of(raw)
    marks = is_gold([b.core for b in page.blocks], body)
    if True not in marks:
        return None
    draw = random.Random(f"{number} {len(raw)}")  # noqa: S311 -- no secret
    first, last = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    begin, end = max(0, first - draw.choice(LINES_ROUND)), min(len(marks), last + 1 + draw.choice(LINES_ROUND))
    most, is_short, no_blanks = draw.choice(SENTENCES), draw.random() < HALF, draw.random() < HALF
    parts, told = [], 0
    for b, is_story in zip(page.blocks[begin:end], marks[begin:end], strict=True):
        said = [page.source[b.start : b.end]]
        if is_story:
            said = _first_sentences(said[0], most - told, draw if is_short else None)
            told += len(said)
        parts += ["\n" if no_blanks or not b.gap else "\n\n", (NEXT_LINE if no_blanks else NEXT_PARAGRAPH).join(said)]
    return example((number, name, host, "".join(parts[1:]), body, table))


def short_markdown(raw: str, body: str, draw: random.Random) -> str:
    """A page of Markdown whose story is told in short paragraphs, of its first sentences, with little round it."""
    parts = raw.split(NEXT_PARAGRAPH)
    texts = [" ".join(part.split()) for part in parts]
    marks = [
        bool(text) and not MARKED.match(text) and is_gold([LINK.sub(r"\1", text)], body) == [True] for text in texts
    ]
    if True not in marks:
        return ""
    first, last = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    begin, end = max(0, first - draw.choice(LINES_ROUND)), min(len(marks), last + 1 + draw.choice(LINES_ROUND))
    most, is_short = draw.choice(SENTENCES), draw.random() < HALF
    found, told = [], 0
    for part, text, is_story in zip(parts[begin:end], texts[begin:end], marks[begin:end], strict=True):
        if not is_story:
            found.append(part)
            continue
        said = _first_sentences(text, most - told, draw if is_short else None)
        told += len(said)
        found += said
    return NEXT_PARAGRAPH.join(found)


def _first_sentences(text: str, most: int, draw: random.Random | None) -> list[str]:
    """So many sentences of a text, the first; with a `draw` most of the long ones are left out."""
    said = [one.strip() for one in SENTENCE_END.split(text) if one.strip()]
    if draw is not None:
        said = [one for one in said if len(one.split()) <= SHORT_SENTENCE or draw.random() < HALF / 2]
    return said[: max(0, most)]


MARKED = re.compile(r"[#>|!]|[*+-] |\d{1,3}\. ")  # what a paragraph of Markdown that is no plain one opens with
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
LINES_ROUND = (0, 2, 4, 8, 16, 9999)
SENTENCES = (3, 6, 10, 16, 30, 60)
NEXT_LINE, NEXT_PARAGRAPH = "\n", "\n\n"
SENTENCE_END = re.compile(
    r"(?<=[.!?…][\s])(?=[^\Wa-zß-öø-ÿ]|[“\"«„¿¡‘])|(?<=[.!?…][”»’\"][\s])(?=[^\Wa-zß-öø-ÿ]|[“\"«„¿¡‘])|(?<=[。！？])(?![」』])"
)
SHORT_SENTENCE = 18  # words
HALF = 0.5


def examples(pages: Path, table: str) -> list[Example]:
    """All examples for a table."""
    known = references(pages)

    def jobs(forms: Iterable[str]) -> list[Job]:
        return [
            (number, known[number].set, known[number].host, raw, known[number].body, table)
            for form in forms
            for number, raw in texts(pages, form)
            if number in known
        ]

    with ProcessPoolExecutor(2) as pool:
        found = [e for e in pool.map(example, jobs(SETTINGS[table].forms), chunksize=16) if e is not None]
        short = [e for e in pool.map(as_short_report, jobs(SETTINGS[table].short), chunksize=16) if e is not None]
        alone = list(pool.map(without_furniture, found, chunksize=16)) if table in WITHOUT_FURNITURE else []
    return found + short + alone


def items(values: Sequence[Row]) -> list[list[str]]:
    """A page as crfsuite takes it."""
    return [[f"{slot}={value}" for slot, value in enumerate(row)] for row in values]


def corrected(e: Example, tagger: Any) -> Example:  # noqa: ANN401 -- crfsuite has no types
    """A page of which snippets are known, labelled by a model, and right where a snippet stands."""
    tags = [state == "story" for state in tagger.tag(items(e.values))] if e.values else []
    return e._replace(labels=states([tag if not s else s > 0 for tag, s in zip(tags, e.snippets, strict=True)]))


def fitted(found: Sequence[Example], setting: Setting) -> Any:  # noqa: ANN401
    """The model of these pages; where there are pages of which only snippets are known, fitted twice."""
    tagger = _model([e for e in found if not e.snippets], setting)
    if any(e.snippets for e in found):
        tagger = _model([corrected(e, tagger) if e.snippets else e for e in found], setting)
    return tagger


def _model(found: Iterable[Example], setting: Setting) -> Any:  # noqa: ANN401
    trainer = pycrfsuite.Trainer(verbose=False)
    for e in found:
        for _ in range(NEWS_COUNTS if is_news(e.set) and not e.snippets else 1):
            if e.values:
                trainer.append(items(e.values), e.labels)
    trainer.set_params({
        "c1": 0.0, "c2": setting.c2, "max_iterations": setting.iterations, "num_memories": 20, "epsilon": 1e-6,
        "delta": 1e-7, "feature.possible_transitions": False,
    })  # fmt: skip
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
    return tagger


def written(tagger: Any, table: str, certificate: str) -> str:  # noqa: ANN401
    """The table as text: one line for each value of each slot, the weights measured from the story's."""
    info = tagger.info()
    weights: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    for (name, state), weight in info.state_features.items():
        slot, value = name.split("=")
        weights[int(slot), int(value)][state] = weight
    lines = [f"# {certificate}", "# slot\tvalue\tbefore\tafter, measured from story = 0; “>” opens a change of state"]
    lines += [f"> {a}\t{b}\t{weight:.3f}" for (a, b), weight in sorted(info.transitions.items())]
    for s, (slot, values) in enumerate(SLOTS_OF[table]):
        for v, value in enumerate(values):
            w = weights.get((s, v), {})
            before, after = (w.get(state, 0.0) - w.get("story", 0.0) for state in ("before", "after"))
            if max(abs(before), abs(after)) >= LEAST:
                lines.append(f"{slot}\t{value}\t{before:.3f}\t{after:.3f}")
    return "\n".join(lines) + "\n"


LEAST = 0.01  # a weight that is less says nothing


def certificate(found: Sequence[Example], table: str, but: str = "") -> str:
    """What a table was fitted with, for its first line."""
    sets = Counter(e.set for e in found)
    forms, _, c2, iterations = SETTINGS[table]
    return (
        f"fitted at {commit()} on {len(found)} examples of {len({e.host for e in found})} hosts"
        f" ({', '.join(f'{name} {n}' for name, n in sorted(sets.items()))}; {' and '.join(forms)}{but}),"
        f" c2 {c2:g}, at most {iterations} iterations, {len(SLOTS_OF[table])} slots"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="the folder that README.md describes")
    parser.add_argument("--table", choices=sorted(SETTINGS), action="append", help="only this one; may be repeated")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--folds", action="store_true", help="OUT/0, 1, 2: each without a third of the hosts, for apart"
    )
    given = parser.parse_args()
    for table in given.table or sorted(SETTINGS):
        found = examples(given.pages, table)
        for fold in range(3) if given.folds else (None,):
            some = [e for e in found if fold is None or fold_of(e.host) != fold]
            folder = given.out if fold is None else given.out / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            but = "" if fold is None else f", without third {fold} of the hosts"
            text = written(fitted(some, SETTINGS[table]), table, certificate(some, table, but))
            (folder / f"{table}.tsv").write_text(text, "utf-8")
            print(folder / f"{table}.tsv", flush=True)


if __name__ == "__main__":
    main()
