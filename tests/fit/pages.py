"""The folder of pages that weights are fitted on and measured with; README.md tells how to make one."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import zlib
from pathlib import Path
from typing import NamedTuple

TEXT_FORMS = ("article", "lines", "noslug", "inscriptis", "soup", "markdown", "oneline", "onepage")
FORMS = (*TEXT_FORMS, "html")
MADE_OF = {  # forms that need no file of their own
    **dict.fromkeys(("lines", "noslug", "oneline"), "article"), "onepage": "soup", "bare": "inscriptis",
    "bare onepage": "inscriptis",
}  # fmt: skip
FOLDS = 3


class Snippets(NamedTuple):
    """What is known of a page without a reference text."""

    must: tuple[str, ...]  # be in the text
    must_not: tuple[str, ...]


class Reference(NamedTuple):
    """What a page should come to."""

    set: str
    host: str
    body: str | Snippets
    title: str | None
    authors: tuple[str, ...]
    date: str | None  # ISO, the day


def references(pages: Path) -> dict[str, Reference]:
    """What is known of each page, by its id: the rows of sets/*.jsonl."""
    found: dict[str, Reference] = {}
    for file in sorted((pages / "sets").glob("*.jsonl")):
        for line in file.open(encoding="utf8"):
            row = json.loads(line)
            body = row.get("body")
            known = body if isinstance(body, str) else "\n".join(body or ())
            if known or row.get("with"):
                found[row["id"]] = Reference(
                    file.stem,
                    row["domain"],
                    known or Snippets(tuple(row["with"]), tuple(row["without"])),
                    row.get("title"),
                    tuple(row.get("authors") or ()),
                    str(row["date"])[:10] if row.get("date") else None,
                )
    return found


def texts(pages: Path, form: str) -> list[tuple[str, str | bytes]]:
    """The ids and raw texts (bytes of HTML) of all pages in a form."""
    if form == "html":
        files = sorted((pages / "html").glob("*.html.gz"))
        return [(f.name.removesuffix(".html.gz"), gzip.decompress(f.read_bytes())) for f in files]
    name = MADE_OF.get(form, form)
    with gzip.open(pages / "text" / f"{name}.jsonl.gz", "rt", encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["id"], dressed(row["text"], form)) for row in rows]


def dressed(text: str, form: str) -> str:
    """A dump in another dress: without blank lines, without slugs, without bullets, as one line."""
    if form in ("oneline", "onepage"):
        return " ".join(text.split())
    lines = text.split("\n")
    if form in ("bare", "bare onepage"):
        pieces = [piece for line in lines for piece in CELLS.split(BULLET.sub("", line).strip()) if piece]
        return (" " if form == "bare onepage" else "\n").join(pieces)
    if form == "lines":
        lines = [line for line in lines if line.strip()]
    elif form == "noslug":
        lines = [line for line in lines if " " in line.strip() or line.count("-") < FEWEST_HYPHENS]
    return "\n".join(lines)


BULLET = re.compile(r"\s*[*+o-] ")  # of lists within lists
CELLS = re.compile(r"\s{3,}")  # between two of a row
FEWEST_HYPHENS = 3  # of a line without a blank that is a slug


def commit() -> str:
    """The commit that weights are fitted at, for the first line of their table."""
    return subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=True
    ).stdout.strip()


def fold_of(host: str) -> int:
    """Which third of the hosts this one is in."""
    return zlib.crc32(host.encode()) % FOLDS


def is_news(name: str) -> bool:
    """Whether a set is of the press; the others are of blogs and the like."""
    return name != "wcxb"
