"""What there is to read: files, folders and patterns become sources, each of one form."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from newsclean.batch.settings import InputError

STDIN = "-"
Form = Literal["page", "jsonl", "csv", "tsv", "parquet", "warc"]
FORMS: tuple[Form, ...] = get_args(Form)
SUFFIXES: dict[str, Form] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet",
    ".warc": "warc",
}  # fmt: skip
RAW_NAMES = ("raw", "html", "text", "content")  # columns that are taken for the page, where none is named
PACKED = frozenset({".gz", ".zst", ".zstd"})
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
NAMES: dict[Form, str] = {
    "jsonl": "a JSON Lines file", "csv": "a CSV file", "tsv": "a TSV file", "parquet": "a Parquet file",
    "warc": "a WARC file",
}  # fmt: skip


class Source(NamedTuple):
    """A file of records, or of one page. Without path it is standard input."""

    name: str
    """The path as it was given: ids begin with it."""
    path: Path | None
    form: Form


def found(inputs: Sequence[str], form: Form | None) -> Iterator[Source]:
    """The sources of the inputs, in their order; those of a folder by name. `form` is that of all, if given.

    A folder of a million files is not listed first: it is walked while it is read.
    """
    for name in inputs:
        if name == STDIN:
            yield Source(name, None, form or "jsonl")
            continue
        for path in _matching(name):
            files = _files(path) if path.is_dir() else (path,)
            yield from (Source(file.as_posix(), file, form or form_by_name(file.name) or "page") for file in files)


def total_size(inputs: Sequence[str]) -> int | None:
    """The bytes of all files, as they lie on the disk; None where standard input is one of them."""
    if STDIN in inputs:
        return None
    return sum(source.path.stat().st_size for source in found(inputs, None) if source.path is not None)


def check(inputs: Sequence[str]) -> None:
    """Raises InputError for an input that is not there, or that would be read twice."""
    seen: dict[Path, str] = {}
    for name in inputs:
        if name == STDIN:
            continue
        if ADDRESS.match(name):
            raise InputError(f"{name} is an address, and newsclean fetches nothing: give the files of pages")
        paths = [path.resolve() for path in _matching(name)]
        if not paths:
            raise InputError(f"cannot read {name}: No such file or directory")
        for path in paths:
            if path in seen:
                raise InputError(f"{name} would be read twice: it is in {seen[path]} as well")
            seen[path] = name
    for path, name in seen.items():
        inside = next((seen[folder] for folder in path.parents if folder in seen), None)
        if inside is not None:
            raise InputError(f"{name} would be read twice: it is in {inside} as well")
    if inputs.count(STDIN) > 1:
        raise InputError("standard input can be read once")


def _matching(name: str) -> list[Path]:
    """The file or folder of this name, or else those that it matches as a pattern, in order."""
    if Path(name).exists() or not glob.has_magic(name):
        return [Path(name)] if Path(name).exists() else []
    return sorted(map(Path, glob.glob(name, recursive=True)))  # noqa: PTH207 -- Path.glob takes no absolute pattern


def _files(folder: Path) -> Iterator[Path]:
    """All files of a folder and its folders, by name; none that is hidden."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(top, name) for name in sorted(names) if not name.startswith("."))


def form_by_name(name: str) -> Form | None:
    """What a file of this name has in it, where its name says so.

    >>> form_by_name("news.jsonl.gz"), form_by_name("news.WARC"), form_by_name("page.html.gz")
    ('jsonl', 'warc', None)
    """
    path = Path(name.lower())
    return SUFFIXES.get(Path(path.stem).suffix if path.suffix in PACKED else path.suffix)


def form_by_content(raw: bytes) -> Form | None:
    """What this is where it is records and no page: a WARC or Parquet file, or lines of which each is a JSON object.

    >>> form_by_content(b'{"raw": "The pumps arrived."}'), form_by_content(b"{The pumps} arrived.")
    ('jsonl', None)
    """
    if raw.startswith(b"WARC/"):
        return "warc"
    if raw.startswith(b"PAR1"):
        return "parquet"
    if not raw.lstrip().startswith(b"{"):
        return None
    lines = [line for line in raw.lstrip().splitlines()[:3] if line.strip()]
    try:
        return "jsonl" if all(isinstance(json.loads(line), dict) for line in lines) else None
    except ValueError:
        return None
