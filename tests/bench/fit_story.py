"""Fit the weights of the story's path (newsclean/settle/weights/*.tsv) on pages with reference text.

    python tests/bench/fit_story.py PAGES --table text --out newsclean/settle/weights/text.tsv
    python tests/bench/fit_story.py PAGES --table dump --folds 3         # only measure, hosts held apart

PAGES holds sets/*.jsonl (rows with id, domain, and body or snippets: with, without), text/<form>.jsonl.gz (rows with
id, text) and html/<id>.html.gz. Each table has its own pages: those for which path.table_for chooses it.
A page of which only snippets are known (what must be in the text, what must not) is labelled by a first model, and
corrected where its snippets say otherwise.

The model is a linear-chain CRF over the states of path.STATES; `story` is the zero that the others are measured from.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import zlib
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from newsclean.clean import judged
from newsclean.read.decode import decode
from newsclean.read.read import read
from newsclean.settle.slots import Slots
from newsclean.settle.tables import SLOTS_OF, table_for
from newsclean.settle.settle import slot_values

FORMS = {
    "text": ["article"],
    "dump": ["inscriptis", "soup"],
    "markdown": ["markdown"],
    "oneline": ["oneline"],
    "html": ["html"],
}
WORD = re.compile(r"\w+")
NEWS_COUNTS = 2  # times that a page of news counts, of which there are fewer than of blogs: news is what this is for


class Snippets(NamedTuple):
    must: tuple[str, ...]  # be in the text
    must_not: tuple[str, ...]


class Example(NamedTuple):
    id: str
    form: str
    host: str
    values: list[tuple[int, ...]]
    labels: list[str]
    texts: list[str]
    gold: str
    snippets: list[int] = []  # for each block 1 if it must be in the text, -1 if it must not, else 0


def references(pages: Path) -> dict[str, tuple[str, str | Snippets]]:
    """id -> (host, reference text or snippets)"""
    found: dict[str, tuple[str, str | Snippets]] = {}
    for file in sorted((pages / "sets").glob("*.jsonl")):
        for line in file.open(encoding="utf8"):
            row = json.loads(line)
            body = row.get("body")
            if body:
                found[row["id"]] = (row["domain"], body if isinstance(body, str) else "\n".join(body))
            elif row.get("with"):
                found[row["id"]] = (row["domain"], Snippets(tuple(row["with"]), tuple(row["without"])))
    return found


def texts(pages: Path, form: str) -> list[tuple[str, str | bytes]]:
    if form == "html":
        found = sorted((pages / "html").glob("*.html.gz"))
        return [(f.name.removesuffix(".html.gz"), gzip.decompress(f.read_bytes())) for f in found]
    name = "article" if form == "oneline" else form
    rows = [json.loads(line) for line in gzip.open(pages / "text" / f"{name}.jsonl.gz", "rt", encoding="utf8")]
    return [(r["id"], " ".join(r["text"].split()) if form == "oneline" else r["text"]) for r in rows]


def grams(words: list[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]


def is_gold(lines: list[str], gold: str) -> list[bool]:
    """Which of the page's lines are in the reference text: by their three-word runs, short ones by their place."""
    reference = WORD.findall(gold.lower())
    runs = Counter(grams(reference, 3))
    joined = f" {' '.join(reference)} "
    whole = {" ".join(WORD.findall(line.lower())) for line in gold.split("\n")}
    at = 0
    marks: list[bool] = []
    for line in lines:
        words = WORD.findall(line.lower())
        if not words or (" " not in line and line.count("-") > 1 and line not in gold):
            marks.append(False)  # no words, or a slug, which has the words of its headline
            continue
        text = " ".join(words)
        here = joined.find(f" {text} ", max(0, at - 30))
        near = 0 <= here - at <= 400
        if len(words) >= 4:
            mine = grams(words, 3)
            good = sum(runs[g] > 0 for g in mine) > 0.6 * len(mine)
            if good:
                runs.subtract(g for g in mine if runs[g] > 0)
        else:
            good = near and (here - at < 60 or text in whole)
        if good and here >= 0 and (near or len(words) >= 8):
            at = here + len(text)
        elif good and len(words) >= 8:
            tail = joined.find(f" {' '.join(words[-5:])} ")
            at = tail + 1 if tail >= 0 else at
        marks.append(good)
    return marks


def states(marks: list[bool]) -> list[str]:
    if True not in marks:
        return ["before"] * len(marks)
    first, last = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    return ["before" if i < first else "story" if m else "after" for i, m in enumerate(marks)]


def example(job: tuple[str, str, str, str | bytes, str | Snippets, str]) -> Example | None:
    id, form, host, text, gold, table = job
    page = judged(read(decode(text).text))
    if table_for(page) != table:
        return None
    lines = [b.core for b in page.blocks]
    if isinstance(gold, Snippets):
        marks = [
            1 if any(s in t for s in gold.must) else -1 if any(s in t for s in gold.must_not) else 0 for t in lines
        ]
        return Example(id, form, host, slot_values(page), [], lines, "", marks)
    return Example(id, form, host, slot_values(page), states(is_gold(lines, gold)), lines, gold)


def cleaned(e: Example) -> Example:
    """The page without what is not the story: of a clean text, too, all has to stay."""
    lines = [t for t, state in zip(e.texts, e.labels, strict=True) if state == "story"]
    page = judged(read("\n\n".join(lines)))
    kept = [b.core for b in page.blocks]
    return Example(e.id, "clean", e.host, slot_values(page), ["story"] * len(kept), kept, e.gold)


def items(values: list[tuple[int, ...]]) -> list[list[str]]:
    return [[f"{s}={v}" for s, v in enumerate(row)] for row in values]


def corrected(e: Example, tagger: pycrfsuite.Tagger) -> Example:
    """A page of which snippets are known, labelled by a model, and right where a snippet stands."""
    tags = [state == "story" for state in tagger.tag(items(e.values))] if e.values else []
    marks = [tag if not s else s > 0 for tag, s in zip(tags, e.snippets, strict=True)]
    return e._replace(labels=states(marks))


def train(examples: list[Example], path: str, c2: float, iterations: int) -> None:
    """Fit; where there are pages of which only snippets are known, twice."""
    told = [e for e in examples if not e.snippets]
    fit(told, path, c2, iterations)
    if len(told) < len(examples):
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        labelled = [corrected(e, tagger) if e.snippets else e for e in examples]
        fit(labelled, path, c2, iterations)


def fit(examples: list[Example], path: str, c2: float, iterations: int) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for e in examples:
        for _ in range(NEWS_COUNTS if group(e).endswith("news") and not e.snippets else 1):
            if e.values:
                trainer.append(items(e.values), e.labels)
    trainer.set_params(
        {
            "c1": 0.0,
            "c2": c2,
            "max_iterations": iterations,
            "num_memories": 20,
            "epsilon": 1e-6,
            "delta": 1e-7,
            "feature.possible_transitions": False,
        }
    )
    trainer.train(path)
    last = trainer.logparser.last_iteration
    print(f"  {last['num']} iterations, loss {last['loss']:.0f}, gradient {last['error_norm']:.1f}", flush=True)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    k = WORD.findall(text)
    return Counter(tuple(k[i : i + 4]) for i in range(max(1, len(k) - 3)) if k)


def score(predicted: list[tuple[str, str]]) -> tuple[float, float, float]:
    ps, rs = [], []
    for gold, text in predicted:
        a, b = shingles(gold), shingles(text)
        tp = sum((a & b).values())
        if b:
            ps.append(tp / sum(b.values()))
        if a:
            rs.append(tp / sum(a.values()))
    p, r = sum(ps) / len(ps), sum(rs) / len(rs)
    return 2 * p * r / (p + r), p, r


def group(e: Example) -> str:
    return f"{e.form}/{'wcxb' if e.id.startswith('wcxb') else 'news'}"


def predict(tagger: pycrfsuite.Tagger, e: Example) -> str:
    if not e.values:
        return ""
    return "\n".join(t for t, s in zip(e.texts, tagger.tag(items(e.values)), strict=True) if s == "story")


def cross_validate(examples: list[Example], folds: int, c2: float, iterations: int) -> None:
    results: dict[str, list[tuple[str, str]]] = defaultdict(list)
    ideal: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for fold in range(folds):
        held = {e.host for e in examples if zlib.crc32(e.host.encode()) % folds == fold}
        with tempfile.NamedTemporaryFile(suffix=".crf") as file:
            train([e for e in examples if e.host not in held], file.name, c2, iterations)
            tagger = pycrfsuite.Tagger()
            tagger.open(file.name)
            for e in examples:
                if e.host in held and not e.snippets:
                    results[group(e)].append((e.gold, predict(tagger, e)))
                    ideal[group(e)].append(
                        (e.gold, "\n".join(t for t, s in zip(e.texts, e.labels, strict=True) if s == "story"))
                    )
    for name, pairs in sorted(results.items()):
        print(
            f"{name:18} held-out hosts F1 %.3f P %.3f R %.3f" % score(pairs),
            "  perfect labels F1 %.3f" % score(ideal[name])[0],
            f" n={len(pairs)}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--table", choices=sorted(FORMS), default="text")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--c2", type=float, default=3.0)
    parser.add_argument("--iterations", type=int, default=400)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    known = references(args.pages)
    jobs = [
        (id, form, *known[id][:1], text, known[id][1], args.table)
        for form in FORMS[args.table]
        for id, text in texts(args.pages, form)
        if id in known
    ]
    with ProcessPoolExecutor(2) as pool:
        examples = [e for e in pool.map(example, jobs, chunksize=16) if e is not None]
        if args.table == "text":
            examples += pool.map(cleaned, [e for e in examples if e.form == "article"], chunksize=16)
    if args.folds:
        cross_validate(examples, args.folds, args.c2, args.iterations)
    if args.out:
        with tempfile.NamedTemporaryFile(suffix=".crf") as file:
            train(examples, file.name, args.c2, args.iterations)
            write(file.name, args.out, SLOTS_OF[args.table])


def write(model: str, out: Path, slots: Slots) -> None:
    """The table: one line for each value of each slot, the weights of before and after measured from story."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    info = tagger.info()
    weights: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    for (name, state), weight in info.state_features.items():
        slot, value = name.split("=")
        weights[int(slot), int(value)][state] = weight
    lines = ["# slot\tvalue\tbefore\tafter\t(measured from story = 0; fitted by tests/bench/fit_story.py)"]
    for (a, b), weight in sorted(info.transitions.items()):
        lines.append(f"> {a}\t{b}\t{weight:.3f}")
    for s, (slot, values) in enumerate(slots):
        for v, value in enumerate(values):
            w = weights.get((s, v))
            if w is None:
                continue
            zero = w.get("story", 0.0)
            row = [w.get(state, 0.0) - zero for state in ("before", "after")]
            if any(abs(x) >= 0.01 for x in row):
                lines.append(f"{slot}\t{value}\t" + "\t".join(f"{x:.3f}" for x in row))
    out.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
