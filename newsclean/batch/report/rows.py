"""What is read of each article for a report: from Parquet or JSON Lines, one after the other, never all at once."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsclean.article.kinds import AwayKind, FieldKind, PageType, TextKind
from newsclean.article.parts import Segment
from newsclean.batch.opened import EXTRA, Meter, opened
from newsclean.batch.readers import broken
from newsclean.batch.settings import InputError, OptionError
from newsclean.batch.sources import Source

if TYPE_CHECKING:
    import pyarrow as pa

KINDS = frozenset((*get_args(TextKind), *get_args(FieldKind), *get_args(AwayKind)))
TYPES = frozenset(get_args(PageType))
ROWS = 256  # of a Parquet file, read at once: some 10 MB of pages


class Row(NamedTuple):
    """An article as a report counts it. Its pieces are three lists, so that nothing is made of the many not shown."""

    number: int
    """Of the article in all inputs, from 0."""
    id: str
    url: str | None
    title: str | None
    page_type: str
    page_type_reason: str
    truncated_reason: str
    confidence: float
    warnings: tuple[str, ...]
    kinds: list[str]
    rules: list[str]
    lengths: list[int]
    pieces: Callable[[], tuple[Segment, ...]]
    """The pieces themselves, made when they are asked for."""


class Line(BaseModel):
    """What a line of JSON must have. The rest of it is passed over."""

    model_config = ConfigDict(extra="ignore")

    id: object = None
    url: str | None
    title: str | None
    page_type: PageType
    page_type_reason: str
    truncated_reason: str
    confidence: float = Field(ge=0, le=1)
    warnings: tuple[str, ...]
    segments: tuple[Segment, ...]


NEEDED = tuple(name for name in Line.model_fields if name != "id")
"""The fields of a record that a report counts."""
WRITTEN = f"newsclean batch writes all that a report needs without --fields, or with --fields {','.join(NEEDED)}"


def rows(source: Source, first: int, meter: Meter) -> Iterator[Row]:
    """The articles of a file, numbered from `first`. Raises InputError for a file that batch has not written so."""
    reader = _parquet if source.form == "parquet" else _json_lines
    try:
        with opened(source.path, meter) as file:
            yield from reader(source.name, file, first)
    except broken() as error:
        raise InputError(f"cannot read {source.name}: {getattr(error, 'strerror', None) or error}") from error


def _json_lines(name: str, file: BinaryIO, first: int) -> Iterator[Row]:
    number = first
    for place, text in enumerate(file, 1):
        if not text.strip():
            continue
        try:
            line = Line.model_validate_json(text)
        except ValidationError as error:
            raise InputError(_unfit(f"{name}:{place}", error)) from error
        segments = line.segments
        yield Row(
            number, str(line.id), line.url, line.title, line.page_type, line.page_type_reason, line.truncated_reason,
            line.confidence, line.warnings, [s.kind for s in segments], [s.rule for s in segments],
            [s.end - s.start for s in segments], partial(tuple, segments),
        )  # fmt: skip
        number += 1


def _unfit(place: str, error: ValidationError) -> str:
    """What is wrong with a record, for the user."""
    faults = error.errors(include_url=False, include_input=False)
    lacking = [str(fault["loc"][0]) for fault in faults if fault["type"] == "missing" and len(fault["loc"]) == 1]
    if lacking:
        return f"{place} has no {', '.join(lacking)}: {WRITTEN}"
    where = ".".join(map(str, faults[0]["loc"]))
    return f"{place} is no record of newsclean batch: {where}{': ' if where else ''}{faults[0]['msg']}"


def _parquet(name: str, file: BinaryIO, first: int) -> Iterator[Row]:
    try:
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise OptionError(f"Parquet needs pyarrow: {EXTRA}") from error
    if not isinstance(file, io.BufferedReader):
        raise InputError(f"{name} is a Parquet file that is packed once more: unpack it first")
    table = pq.ParquetFile(file)
    there = set(table.schema_arrow.names)
    lacking = [field for field in NEEDED if field not in there]
    if lacking:
        raise InputError(f"{name} has no {', '.join(lacking)}: {WRITTEN}")
    number = first
    columns = [*NEEDED, *({"id"} & there)]
    for group in range(table.num_row_groups):  # not all at once: what a group took is kept until its reader goes
        for batch in table.iter_batches(ROWS, [group], columns, use_threads=False):
            yield from _batch(name, batch, number)
            number += batch.num_rows


def _batch(name: str, batch: pa.RecordBatch, first: int) -> Iterator[Row]:
    """The articles of some rows. Pieces are read as whole columns: a dict of each would take ten times as long."""
    segments = batch.column("segments")
    try:
        flat = segments.flatten()
        kinds, rules, starts, ends = (flat.field(field).to_pylist() for field in ("kind", "rule", "start", "end"))
        offsets = segments.offsets.to_pylist()
        rest = batch.select([field for field in batch.schema.names if field != "segments"]).to_pylist()
        warnings = [tuple(row["warnings"]) for row in rest]
        is_sound = all(row["page_type"] in TYPES and 0 <= row["confidence"] <= 1 for row in rest)
        lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    except (AttributeError, KeyError, TypeError) as error:
        raise InputError(f"{name} is no table of newsclean batch: its segments are others ({error})") from error
    if not (is_sound and KINDS.issuperset(kinds)):
        raise InputError(f"{name} is no table of newsclean batch: it has a kind, type or confidence that there is not")
    for n, row in enumerate(rest):
        begin, end = (offset - offsets[0] for offset in offsets[n : n + 2])
        yield Row(
            first + n, str(row.get("id")), row["url"], row["title"], row["page_type"], row["page_type_reason"],
            row["truncated_reason"], row["confidence"], warnings[n], kinds[begin:end], rules[begin:end],
            lengths[begin:end], partial(_pieces, name, segments, n),
        )  # fmt: skip


def _pieces(name: str, segments: pa.Array, n: int) -> tuple[Segment, ...]:
    try:
        return tuple(map(Segment.model_validate, segments[n].as_py()))
    except ValidationError as error:
        raise InputError(_unfit(f"a piece in {name}", error)) from error
