"""How often each field of an Article is filled, and how often it is right, on hosts that the weights have not seen.

    python -m tests.fit.fit PAGES --folds --out FOLDS              # once: see README.md
    python -m tests.fit.fields PAGES FOLDS -o docs/fields_measured.txt
    python -m docs.write_record                                    # puts the tables into docs/fields.md

The same of trafilatura, on the HTML, where it is installed (the extra `bench`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from newsclean import Article, clean_article

from .apart import WORD, alike, weights_of
from .pages import Reference, fold_of, is_news, references, texts

FORMS = ("html", "article", "lines", "inscriptis", "soup", "markdown", "oneline")
PEER = "trafilatura"
# Fields of every page, or that another field makes: how often they are filled says nothing.
ALWAYS = frozenset((
    "paragraphs", "text", "segments", "page_type", "page_type_reason", "truncated_reason", "confidence", "source",
))  # fmt: skip
FIELDS = tuple(name for name in Article.model_fields if name not in ALWAYS)
PEER_FIELDS = {
    "title": "title", "description": "description", "authors": "author", "date_published": "date",
    "language": "language", "url": "url", "site_name": "sitename", "section": "categories", "keywords": "tags",
}  # fmt: skip
CAPTION_ALIKE = 0.7  # of the words of two captions
LEAST_CAPTION = 3  # words
Pictures = Mapping[str, tuple[tuple[str, str], ...]]  # captions and credits of a page's pictures


class Judged(NamedTuple):
    """What one page came to."""

    form: str
    of_press: bool
    filled: frozenset[str]
    right: Mapping[str, tuple[int, int]]  # field -> how many are right, of how many


class Job(NamedTuple):
    form: str
    raw: str | bytes
    known: Reference
    pictures: tuple[tuple[str, str], ...]
    folds: Path


def pictures_of(pages: Path) -> Pictures:
    """Captions and credits of the pages whose rows have them: `{"images": [{"caption", "credits"}]}`."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for file in sorted((pages / "sets").glob("*.jsonl")):
        for line in file.open(encoding="utf8"):
            row = json.loads(line)
            said = [(i.get("caption") or "", c) for i in row.get("images") or () for c in (i.get("credits") or [""])]
            if said:
                found[row["id"]] = tuple(said)
    return found


def judged(job: Job) -> Judged:
    """A page cleaned with the tables that have not seen its host."""
    with weights_of(job.folds / str(fold_of(job.known.host))):
        article = clean_article(job.raw)
    page = None if isinstance(job.raw, bytes) else _plain(job.raw)
    right = dict(_of_reference(article.title, article.authors, str(article.date_published or "")[:10], job.known, page))
    right.update(_of_pictures(article, job.pictures, page))
    filled = frozenset(name for name in FIELDS if getattr(article, name))
    return Judged(job.form, is_news(job.known.set), filled, right)


def judged_peer(job: Job) -> Judged:
    """What trafilatura makes of the same page."""
    from trafilatura import bare_extraction  # type: ignore[import-not-found,unused-ignore]  # of the extra `bench`

    found: Any = bare_extraction(job.raw, with_metadata=True)
    said = {ours: getattr(found, theirs, None) for ours, theirs in PEER_FIELDS.items()}
    authors = [name.strip() for name in (said["authors"] or "").split(";") if name.strip()]
    right = dict(_of_reference(said["title"], authors, str(said["date_published"] or "")[:10], job.known, None))
    filled = frozenset(name for name, value in said.items() if value)
    return Judged(PEER, is_news(job.known.set), filled, right)


def _of_reference(
    title: str | None, authors: Sequence[str], date: str, known: Reference, page: str | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Title, authors and date against the reference; of a text only what it prints."""
    if known.title and (page is None or _plain(known.title) in page):
        yield "title", (int(alike(title, known.title)), 1)
    if known.authors:
        names = {_plain(name) for name in known.authors}
        if page is None or all(name and name in page for name in names):
            yield "authors", (int({_plain(name) for name in authors} == names), 1)
        words = frozenset(" ".join(names).split())
        of_nobody = [name for name in authors if words.isdisjoint(_plain(name).split())]
        yield "names given that are no author’s", (len(of_nobody), len(authors))
    if known.date and (page is None or date):
        yield "date_published", (int(date == known.date), 1)


def _of_pictures(
    article: Article, pictures: Collection[tuple[str, str]], page: str | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """How many of the page's captions and credits stand in `figures`."""
    captions = {c for c, _ in pictures if len(c.split()) >= LEAST_CAPTION and (page is None or _plain(c) in page)}
    credit = {c for _, c in pictures if c and (page is None or _plain(c) in page)}
    found = [f.caption or "" for f in article.figures]
    said = [frozenset(_plain(f.credit or "").split()) for f in article.figures]
    yield "captions", (sum(any(alike(f, c, CAPTION_ALIKE) for f in found) for c in captions), len(captions))
    yield "credits", (sum(any(s >= frozenset(_plain(c).split()) for s in said) for c in credit), len(credit))


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def tables(rows: Sequence[Judged]) -> str:
    """Two tables of Markdown for each kind of page: how often a field is filled, and how often it is right."""
    parts: list[str] = []
    for of_press, name in ((True, "Pages of the press"), (False, "Blogs and other articles")):
        groups: dict[str, list[Judged]] = defaultdict(list)
        for row in rows:
            if row.of_press == of_press:
                groups[row.form].append(row)
        forms = [form for form in (*FORMS, PEER) if form in groups]
        head = f"| {' | '.join(f'{form} ({len(groups[form])})' for form in forms)} |\n|---|{'---|' * len(forms)}"
        filled = [f"| `{field}` | {' | '.join(_filled(groups[form], field) for form in forms)} |" for field in FIELDS]
        known = dict.fromkeys(field for row in rows for field in row.right)
        right = [
            f"| {_named(field)} | {' | '.join(_right(groups[form], field) for form in forms)} |" for field in known
        ]
        parts += [
            f"### {name}",
            f"Filled, on what share of the pages:\n\n| field {head}\n" + "\n".join(filled),
            f"Right, of what the pages give:\n\n| field {head}\n" + "\n".join(right),
        ]
    return "\n\n".join(parts) + "\n"


def _named(field: str) -> str:
    return f"`{field}`" if field in FIELDS else field


def _filled(rows: Sequence[Judged], field: str) -> str:
    if rows[0].form == PEER and field not in PEER_FIELDS:
        return "–"
    return _share(sum(field in row.filled for row in rows), len(rows))


def _right(rows: Sequence[Judged], field: str) -> str:
    counted = Counter[str]()
    for row in rows:
        right, of = row.right.get(field, (0, 0))
        counted.update(right=right, of=of)
    return _share(counted["right"], counted["of"])


def _share(n: int, of: int) -> str:
    return re.sub(r"\A0(?=\.)", "", f"{n / of:.2f}") if of else "–"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="the folder that README.md describes")
    parser.add_argument("folds", type=Path, help="what `python -m tests.fit.fit PAGES --folds --out FOLDS` wrote")
    parser.add_argument("-o", "--out", type=Path, help="where the tables go; else they are printed")
    parser.add_argument("--form", choices=FORMS, action="append", help="only this one; may be repeated")
    given = parser.parse_args()
    known, pictures = references(given.pages), pictures_of(given.pages)
    jobs = [
        Job(form, raw, known[number], pictures.get(number, ()), given.folds)
        for form in given.form or FORMS
        for number, raw in texts(given.pages, form)
        if number in known and known[number].title
    ]
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(judged, jobs, chunksize=8))
        if importlib.util.find_spec(PEER):
            rows += pool.map(judged_peer, [job for job in jobs if job.form == "html"], chunksize=8)
    if given.out:
        given.out.write_text(tables(rows), "utf-8")
    else:
        print(tables(rows))


if __name__ == "__main__":
    main()
