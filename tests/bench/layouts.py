"""The layouts in which public benchmarks lay out their pages, each read into the same Page."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

PARSER_DATA = Path("tests/resources/parser/test_data")  # of fundus
EVALUATION = Path("tests/evaldata.json")  # of trafilatura


class Known(NamedTuple):
    """What is known of a page: its text, or snippets that must, and must not, be in it."""

    body: str
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


class Page(NamedTuple):
    """A page, and what it should come to."""

    set: str
    id: str
    host: str  # without “www.”
    file: Path  # HTML, as it was served; may be gzipped
    known: Known


class Text(NamedTuple):
    """A page as a scraper wrote it, and what it should come to."""

    set: str  # the form, and whether the page is of the press
    id: str
    host: str
    raw: str
    known: Known


AnyPage = TypeVar("AnyPage", Page, Text)


def html_of(page: Page) -> bytes:
    """The page as it was served."""
    raw = page.file.read_bytes()
    return gzip.decompress(raw) if page.file.suffix == ".gz" else raw


def read_pages(folder: Path) -> list[Page]:
    """The pages in a folder of one of the LAYOUTS, which is recognised by its files.

    Raises:
        ValueError: none of them is there.
    """
    for layout in LAYOUTS:
        pages = list(layout(folder))
        if pages:
            return pages
    names = ", ".join(layout.__name__ for layout in LAYOUTS)
    raise ValueError(f"no pages in {folder}: expected a folder laid out as one of {names} (tests/bench/README.md)")


def chosen(pages: Iterable[AnyPage], names: Sequence[str] | None, most: int | None) -> list[AnyPage]:
    """Of the sets of these names, or of all, at most so many pages each, evenly spread: the same ones each time."""
    sets: dict[str, list[AnyPage]] = defaultdict(list)
    for page in sorted(pages):
        if not names or page.set in names:
            sets[page.set].append(page)
    return [page for some in sets.values() for page in _spread(some, most)]


def _spread(some: Sequence[AnyPage], most: int | None) -> Iterator[AnyPage]:
    if most is None or len(some) <= most:
        yield from some
    else:
        yield from (some[i * len(some) // most] for i in range(most))


# The layouts


def pages_folder(folder: Path) -> Iterator[Page]:
    """The folder PAGES of tests/fit/README.md: sets/NAME.jsonl and html/ID.html.gz."""
    for name, row in _rows(folder):
        file = folder / "html" / f"{row['id']}.html.gz"
        if file.exists():
            yield Page(name, str(row["id"]), str(row["domain"]), file, _known(row))


def article_extraction_benchmark(folder: Path) -> Iterator[Page]:
    """scrapinghub/article-extraction-benchmark: ground-truth.json with articleBody, html/ID.html.gz."""
    files = _html_files(folder)
    for number, row in _objects(folder, ["ground-truth.json"]):
        if "articleBody" in row and number in files:
            yield Page("aeb", number, _host(row.get("url")), files[number], Known(str(row["articleBody"])))


def fundus_evaluation(folder: Path) -> Iterator[Page]:
    """dobbersc/fundus-evaluation: a ground truth with lists of paragraphs, and a page of the same name for each.

    Paragraphs in brackets, which may be there or not, count as text.
    """
    files = _html_files(folder)
    truths = sorted(path for pattern in ("ground_truth*.json", "ground-truth*.json") for path in folder.rglob(pattern))
    for number, row in _objects(folder, truths):
        body = row.get("body")
        if isinstance(body, list) and number in files:
            yield Page("fundus_eval", number, _host(row.get("url")), files[number], Known("\n".join(map(str, body))))


def fundus_parser_tests(folder: Path) -> Iterator[Page]:
    """flairNLP/fundus, its parsers' test data: COUNTRY/PUBLISHER.json by version, PUBLISHER_DATE.html.gz.

    Which version of a parser a page is for, only fundus knows. Both are in order of time, so they are matched where
    there are as many of one as of the other; the other publishers are left out.
    """
    for file in sorted((folder / PARSER_DATA).glob("*/*.json")):
        versions = json.loads(file.read_text("utf-8"))
        html = sorted(file.parent.glob(f"{file.stem}_*.html.gz"))
        rows = [versions[name] for name in sorted(versions) if "body" in versions[name]]
        if len(html) == len(rows):
            addresses = _addresses(file.parent)
            for page, row in zip(html, rows, strict=True):
                number = page.name.removesuffix(".html.gz")
                host = _host(addresses.get(page.name)) or file.stem
                yield Page("fundus_tests", number, host, page, Known(_sections(row["body"])))


def wcxb(folder: Path) -> Iterator[Page]:
    """WCXB, its articles: ground-truth/ID.json with main_content, html/ID.html.gz beside it."""
    for file in sorted(folder.rglob("ground-truth/*.json")):
        row = json.loads(file.read_text("utf-8"))
        truth = row.get("ground_truth") or {}
        kind = (row.get("_internal") or {}).get("page_type") or {}
        files = [
            p for end in (".html.gz", ".html") if (p := file.parent.parent / "html" / f"{file.stem}{end}").exists()
        ]
        if files and truth.get("main_content") and kind.get("primary", "article") == "article":
            yield Page("wcxb", file.stem, _host(row.get("url")), files[0], Known(truth["main_content"]))


def trafilatura_evaluation(folder: Path) -> Iterator[Page]:
    """adbar/trafilatura, its evaluation data: tests/evaldata.json, pages in tests/cache and tests/eval."""
    files = {
        path.name: path for name in ("cache", "eval") for path in sorted((folder / "tests" / name).rglob("*.html"))
    }
    for url, row in _objects(folder, [EVALUATION]):
        file = files.get(row.get("file", ""))
        if file:
            known = Known("", tuple(row["with"]), tuple(row["without"]))
            yield Page("trafilatura", file.stem, _host(url), file, known)


LAYOUTS: tuple[Callable[[Path], Iterable[Page]], ...] = (
    pages_folder,
    article_extraction_benchmark,
    trafilatura_evaluation,
    fundus_parser_tests,
    wcxb,
    fundus_evaluation,
)


def read_texts(folder: Path) -> list[Text]:
    """The raw texts of the folder PAGES, in each form of text/*.jsonl.gz, and the articles once more in one line."""
    known = {str(row["id"]): (name, row) for name, row in _rows(folder)}
    found = []
    for file in sorted((folder / "text").glob("*.jsonl.gz")):
        form = file.name.removesuffix(".jsonl.gz")
        with gzip.open(file, "rt", encoding="utf8") as lines:
            texts = [json.loads(line) for line in lines]
        for dress in (form, "oneline") if form == "article" else (form,):
            for text in texts:
                name, row = known.get(str(text["id"]), ("", {}))
                if row.get("body"):
                    raw = " ".join(text["text"].split()) if dress == "oneline" else text["text"]
                    group = f"{dress}, {'blogs' if name == 'wcxb' else 'news'}"
                    found.append(Text(group, str(text["id"]), str(row["domain"]), raw, _known(row)))
    return found


# Their files


def _rows(folder: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """The rows of sets/*.jsonl, each with the name of its set."""
    for file in sorted((folder / "sets").glob("*.jsonl")):
        with file.open(encoding="utf8") as lines:
            for line in lines:
                row = json.loads(line)
                if row.get("body") or row.get("with"):
                    yield file.stem, row


def _known(row: dict[str, object]) -> Known:
    """The text that a row of PAGES tells, or else its snippets."""
    body, must, must_not = row.get("body"), row.get("with"), row.get("without")
    if body:
        return Known(body if isinstance(body, str) else "\n".join(_strings(body)))
    return Known("", _strings(must), _strings(must_not))


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _objects(folder: Path, names: Iterable[Path | str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects in files of JSON that hold one of objects, by key; a file that is not there has none."""
    for path in (folder / name for name in names):
        value = json.loads(path.read_text("utf-8")) if path.exists() else {}
        if isinstance(value, dict):
            yield from ((key, row) for key, row in value.items() if isinstance(row, dict))


def _html_files(folder: Path) -> dict[str, Path]:
    """All pages under a folder, by name without their ending."""
    files = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    return {file.name.removesuffix(".gz").removesuffix(".html"): file for file in files}


def _addresses(folder: Path) -> dict[str, str]:
    """The address of each page in a folder of fundus's test data, by the name of its file."""
    info = folder / "meta.info"
    rows = json.loads(info.read_text("utf-8")) if info.exists() else {}
    return {name: row["url"] for name, row in rows.items()}


def _sections(body: dict[str, list[dict[str, list[str]]]]) -> str:
    """Headings and paragraphs; the summary is a standfirst, which newsclean gives as `description`."""
    return "\n".join(
        line for section in body["sections"] for part in ("headline", "paragraphs") for line in section.get(part) or ()
    )


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
