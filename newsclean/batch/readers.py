"""The records of a source: one reader for each form. What is broken becomes an error with its place, and no more."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from newsclean.batch.opened import EXTRA, Meter, opened
from newsclean.batch.results import PageError, is_missing, page_error
from newsclean.batch.settings import OptionError
from newsclean.batch.sources import RAW_NAMES, Form, Source
from newsclean.read.decode import file_kind, is_binary

HTML = ("text/html", "application/xhtml+xml")
ROWS = 256  # of a Parquet file, read at once


class Record(NamedTuple):
    """A page and what it is called."""

    id: object
    raw: object
    url: object = None


class Columns(NamedTuple):
    """What the fields of records are called; raw: the first of RAW_NAMES that a record has, unless it is given."""

    raw: str | None = None
    id: str = "id"
    url: str = "url"


def records(source: Source, columns: Columns, meter: Meter) -> Iterator[Record | PageError]:
    """All records of a source. Where it cannot be read further, an error is the last of them."""
    number = 0
    try:
        with opened(source.path, meter) as file:
            for record in READERS[source.form](source.name, file, columns):
                number += 1
                yield record
    except broken() as error:
        reason = getattr(error, "strerror", None) or str(error) or "it ends too early"
        yield page_error(source.name, type(error).__name__, f"cannot be read behind record {number}: {reason}")


def broken() -> tuple[type[Exception], ...]:
    """What is raised for broken files, by Python and by packages that are in use. That of pyarrow is a ValueError."""
    named = (("zstandard", "ZstdError"), ("warcio.exceptions", "ArchiveLoadFailed"))
    used = [vars(sys.modules[module])[name] for module, name in named if sys.modules.get(module)]
    return (OSError, EOFError, ValueError, zlib.error, csv.Error, *used)


def _page(name: str, file: BinaryIO, columns: Columns) -> Iterator[Record | PageError]:
    raw = file.read()
    kind = file_kind(raw)
    if kind is not None:
        yield page_error(name, "ValueError", f"is not text: it looks like {kind}")
    elif is_binary(raw):
        yield page_error(name, "ValueError", "is not text: it has NUL bytes")
    else:
        yield Record(name, raw)


def _json_lines(name: str, file: BinaryIO, columns: Columns) -> Iterator[Record | PageError]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            value = json.loads(line)
        except ValueError as error:
            yield page_error(place, "ValueError", f"is no line of JSON: {error}")
            continue
        if isinstance(value, dict):
            yield _record(place, value, columns)
        else:
            yield page_error(place, "TypeError", f"expected a JSON object, got {type(value).__name__}")


def _csv(name: str, file: BinaryIO, columns: Columns, delimiter: str = ",") -> Iterator[Record | PageError]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # pages are longer than the 128 kB that csv allows by itself
    # Bytes that are no UTF-8 come through as lone surrogates, for which clean_article gives a warning.
    text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
    try:
        for number, row in enumerate(csv.DictReader(text, delimiter=delimiter, restval=""), 1):
            yield _record(f"{name}:{number}", {key: value for key, value in row.items() if key is not None}, columns)
    finally:
        text.detach()  # else it closes the file, which is not its own


def _tsv(name: str, file: BinaryIO, columns: Columns) -> Iterator[Record | PageError]:
    return _csv(name, file, columns, "\t")


def _parquet(name: str, file: BinaryIO, columns: Columns) -> Iterator[Record | PageError]:
    try:
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise OptionError(f"Parquet needs pyarrow: {EXTRA}") from error
    with tempfile.TemporaryFile() as copy:
        if not file.seekable() or not isinstance(file, io.BufferedReader):  # a pipe, or packed: its end comes first
            shutil.copyfileobj(file, copy)
            file = copy
        table = pq.ParquetFile(file)
        names = {*table.schema_arrow.names} & {columns.raw or "", columns.id, columns.url, *RAW_NAMES}
        number = 0
        for batch in table.iter_batches(ROWS, columns=sorted(names), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield _record(f"{name}:{number}", row, columns)


def _warc(name: str, file: BinaryIO, columns: Columns) -> Iterator[Record | PageError]:
    """The HTML of responses; of a status that is no success there is no page."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ModuleNotFoundError as error:
        raise OptionError(f"WARC needs warcio: {EXTRA}") from error
    for record in ArchiveIterator(file):
        http = record.http_headers
        if record.rec_type != "response" or http is None or not str(http.get_statuscode()).startswith("2"):
            continue
        form, _, more = (http.get_header("Content-Type") or "text/html").partition(";")
        if form.strip().lower() in HTML:
            headers = record.rec_headers
            raw = _decoded(record.content_stream().read(), more)
            yield Record(headers.get_header("WARC-Record-ID"), raw, headers.get_header("WARC-Target-URI"))


def _decoded(raw: bytes, parameters: str) -> str | bytes:
    """The text, where the server named its charset and that fits; else the bytes, which say more themselves."""
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    with suppress(LookupError, ValueError):
        return raw.decode(charset) if charset else raw
    return raw


def _record(place: str, value: Mapping[str, object], columns: Columns) -> Record | PageError:
    page_id = place if is_missing(value.get(columns.id)) else value[columns.id]
    named = (columns.raw,) if columns.raw else RAW_NAMES
    there = [name for name in named if name in value]
    if not there:
        keys = ", ".join(value) or "nothing"
        return page_error(page_id, "ValueError", f"{place} has no {' or '.join(named)}, but {keys}: see --raw")
    raw = next((value[name] for name in there if not is_missing(value[name])), None)
    url = value.get(columns.url) or None
    # A half of a pair of surrogates, which JSON may have, is no Unicode; in the page clean_article replaces it.
    return Record(page_id, raw, url.encode("utf-8", "replace").decode() if isinstance(url, str) else url)


READERS: Mapping[Form, Callable[[str, BinaryIO, Columns], Iterator[Record | PageError]]] = {
    "page": _page, "jsonl": _json_lines, "csv": _csv, "tsv": _tsv, "parquet": _parquet, "warc": _warc,
}  # fmt: skip
