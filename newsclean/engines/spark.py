"""Spark: a column of pages becomes a column of articles; the profile of sites is counted across the cluster.

Rows go to Python as Arrow batches and come back as such, nested as the record is. PySpark is needed by those who call
this, not by those who import it; newsclean has to be installed wherever Python workers run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from importlib import import_module
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from newsclean.article.columns import Column
from newsclean.batch.articles import checked, cleaned, outcomes
from newsclean.batch.counted import MOST_PAGES, PAGES, Row, profile_of, rows_of
from newsclean.batch.crew import Made, attempted
from newsclean.batch.results import Outcome, PageError, page_error
from newsclean.batch.settings import Options
from newsclean.page.page import Preference
from newsclean.page.site import Line
from newsclean.read.read import Form
from newsclean.record import COLUMNS, arrow_schema, spark_type
from newsclean.rulebook import Rulebook
from newsclean.site import SAVED, SiteProfile, host_of

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

MOST_ROWS = 256  # in a batch of ours: Spark's have 10,000, of which the articles alone would be some 300 MB
MOST_BYTES = 64_000_000  # in a batch of ours, before the row that passes it: pages may be of 10 million characters
TEXTS = ("string", "binary")  # the types that a column of pages may have, as Spark names them
ERROR = Column("error", is_nullable=True, columns=(Column("type", "text"), Column("reason", "text")))
LINES = "host STRING, line STRING, pages BIGINT, titles BIGINT, first BIGINT, last BIGINT"


def clean_column(
    frame: DataFrame,
    raw: str = "raw",
    *,
    url: str | None = None,
    into: str = "article",
    error: str = "error",
    fields: Iterable[str] | None = None,
    form: Form = "auto",
    languages: Iterable[str] | None = None,
    rules: Rulebook | None = None,
    prefer: Preference = "balance",
    profile: SiteProfile | None = None,
    isolated: bool = False,
) -> DataFrame:
    """The data frame with two columns more: the article of each page, and why there is none where there is none.

    All other columns and all rows stay as they are. Nothing is shuffled. A page that cannot be cleaned, because it is
    null, or its host is not given though a profile needs it, or a rule of yours raises, has a null article and an
    error; it never ends the job.

    Args:
        frame: the pages, one a row.
        raw: the column of pages, STRING or BINARY.
        url: the column of their addresses, STRING, where there is one.
        into: the column that becomes the article: a STRUCT of the record's fields (docs/record.md).
        error: the column that becomes the error: a STRUCT of `type` and `reason`, null where there is an article.
        fields: those of the record that are wanted; by default all. `segments` and `source` are four fifths of it.
        form: what each page is, as for `clean_article`, and so the next four, which go to the workers once a task.
        languages: whose phrases count.
        rules: phrases, patterns and rules of your own, from a module that the workers can import.
        prefer: what weighs more where a line may be of the story or not.
        profile: what recurs on the pages of sites; one of several sites needs `url`.
        isolated: whether pages are cleaned in a process beside each worker, so that one which ends it, by a crash of a
            rule of yours or for want of memory, is an error of its row too. Costs 0.05 to 0.2 ms a page.

    Raises:
        TypeError, ValueError: at once, for columns that there are not or that exist already, and for what
            `clean_article` would not take.
        ImportError: PySpark or pyarrow is not installed.
    """
    options = checked(url=None, form=form, languages=languages, rules=rules, prefer=prefer, profile=profile)
    types = _pyspark("types")
    _check_column(frame, raw, TEXTS)
    if url is not None:
        _check_column(frame, url, TEXTS[:1])
    for name in (into, error):
        if name in frame.columns or into == error:
            raise ValueError(f"{name}: there is such a column already; give another name with into= or error=")
    chosen = _chosen(fields)
    article = Column(into, is_nullable=True, columns=chosen)
    added = [_ddl(article), _ddl(ERROR._replace(name=error))]
    schema = types.StructType([*frame.schema.fields, *types.StructType.fromDDL(", ".join(added)).fields])
    job = Job(raw, url, into, error, tuple(column.name for column in chosen), options, isolated=isolated)
    return frame.mapInArrow(partial(cleaned_batches, job), schema)


def fit_profile(frame: DataFrame, raw: str = "raw", *, url: str = "url", form: Form = "auto") -> SiteProfile:
    """`SiteProfile.fit` over a data frame: what is saved of the two is the same.

    Each worker counts the lines of its pages, Spark adds the counts up by host and line, and lines that stand on one
    page only, which no cleaning asks for, are left behind. So what is shuffled are lines, not pages, and a host with
    a million pages is no more work for any one worker than the rest.

    Args:
        frame: the pages, one a row. A row without page, or without an address that has a host, is not counted.
        raw: the column of pages, STRING or BINARY.
        url: the column of their addresses, or only of hosts, STRING.
        form: what each page is, as for `clean_article`.

    Raises:
        TypeError, ValueError: at once, for columns that there are not.
        ImportError: PySpark or pyarrow is not installed.
    """
    f = _pyspark("functions")
    _check_column(frame, raw, TEXTS)
    _check_column(frame, url, TEXTS[:1])
    counted = frame.select(_quoted(raw), _quoted(url)).mapInArrow(partial(counted_batches, form), LINES)
    lines = counted.groupBy("host", "line").agg(
        f.sum("pages").alias("pages"),
        f.sum("titles").alias("titles"),
        f.min("first").alias("first"),
        f.max("last").alias("last"),
    )
    found = lines.where((f.col("line") == PAGES) | (f.col("pages") >= SAVED)).collect()
    return profile_of(Row(host, line, Line(*counts)) for host, line, *counts in found)


class Job(NamedTuple):
    """What a worker has to know: the names of columns, the fields that are wanted, and how pages are cleaned."""

    raw: str
    url: str | None
    into: str
    error: str
    fields: Sequence[str]
    options: Options
    isolated: bool


def cleaned_batches(job: Job, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a worker makes of its rows: the same rows with an article or an error, in batches that are small enough."""
    import pyarrow as pa

    kind = pa.struct([arrow_schema().field(name) for name in job.fields])
    waiting: deque[pa.RecordBatch] = deque()
    start = size = 0
    answers: list[Outcome[pa.Array]] = []
    context = get_context("spawn")  # a fork would have the worker's connection to Spark
    with closing(
        outcomes(_pages(job, batches, waiting), partial(_article, job, kind), 1, context, isolated=job.isolated)
    ) as found:
        for outcome in found:
            answers.append(outcome)
            size += 0 if outcome.value is None else outcome.value.nbytes
            batch, end = waiting[0], start + len(answers)
            if len(answers) == MOST_ROWS or size > MOST_BYTES or end == batch.num_rows:
                yield _with_answers(job, batch.slice(start, len(answers)), kind, answers)
                start, size, answers = end, 0, []
                if end == batch.num_rows:
                    start = 0
                    waiting.popleft()


def _pages(
    job: Job, batches: Iterable[pa.RecordBatch], waiting: deque[pa.RecordBatch]
) -> Iterator[Mapping[str, object] | PageError]:
    """The page of each row, or why it cannot be read: text that is not UTF-8. Each batch that has rows then waits."""
    for batch in batches:
        if batch.num_rows:
            waiting.append(batch)
        for row in range(batch.num_rows):
            answer = attempted(_page, job, batch, row)
            yield answer.value if isinstance(answer, Made) else page_error(row, *answer)


def _page(job: Job, batch: pa.RecordBatch, row: int) -> Mapping[str, object]:
    url = batch.column(job.url)[row].as_py() if job.url else None
    return {"raw": batch.column(job.raw)[row].as_py(), "url": url}


def _article(job: Job, kind: pa.DataType, raw: str | bytes, url: str | None) -> pa.Array:
    """The article of a page, as an array of one. Raises what `clean_article` does, and for what Arrow cannot hold."""
    import pyarrow as pa

    record = cleaned(job.options, raw, url).to_record()
    return pa.array([{name: record[name] for name in job.fields}], kind)


def _with_answers(
    job: Job, batch: pa.RecordBatch, kind: pa.DataType, answers: Sequence[Outcome[pa.Array]]
) -> pa.RecordBatch:
    import pyarrow as pa

    articles = pa.concat_arrays([pa.nulls(1, kind) if a.value is None else a.value for a in answers])
    parts = pa.struct([(column.name, pa.string()) for column in ERROR.columns])
    errors = pa.array([a.error and {"type": a.error.type, "reason": a.error.reason} for a in answers], parts)
    names = [*batch.schema.names, job.into, job.error]
    return pa.RecordBatch.from_arrays([*batch.columns, articles, errors], names)


def counted_batches(form: Form, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a worker counts of its pages: rows of a host, a line and its counts, a few thousand pages at a time."""
    for batch in batches:
        for start in range(0, batch.num_rows, MOST_PAGES):
            pages = _addressed(batch.slice(start, MOST_PAGES))
            yield from _line_batches(SiteProfile.fit(pages, form=form))


def _addressed(batch: pa.RecordBatch) -> Iterator[tuple[str, str | bytes]]:
    """The pages of a batch, each with its address; without those that have no text or no host."""
    for row in range(batch.num_rows):
        pair = attempted(_pair, batch, row)
        if isinstance(pair, Made):
            yield pair.value


def _pair(batch: pa.RecordBatch, row: int) -> tuple[str, str | bytes]:
    raw, url = (column[row].as_py() for column in batch.columns)
    if raw is None or url is None:
        raise ValueError("expected a page and its address")
    host_of(url)  # raises where it has none
    return url, raw


def _line_batches(profile: SiteProfile) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    names = ("host", "line", *Line._fields)
    for host, found in groupby(rows_of(profile), itemgetter(0)):
        rows = [(host, row.line, *row.counts) for row in found]
        kinds = (pa.string(), pa.string(), *[pa.int64() for _ in Line._fields])
        columns = [pa.array(values, kind) for values, kind in zip(zip(*rows, strict=True), kinds, strict=True)]
        yield pa.RecordBatch.from_arrays(columns, names)


def _pyspark(name: str) -> ModuleType:
    """A module of pyspark.sql."""
    try:
        return import_module(f"pyspark.sql.{name}")
    except ImportError as error:
        raise ImportError("newsclean.engines.spark needs PySpark: pip install 'newsclean[spark]'") from error


def _chosen(fields: Iterable[str] | None) -> tuple[Column, ...]:
    """The columns of the record that are wanted, in its order. Raises ValueError for one that it has not."""
    if fields is None:
        return COLUMNS
    wanted = {fields} if isinstance(fields, str) else set(fields)
    unknown = sorted(wanted - {column.name for column in COLUMNS})
    if unknown or not wanted:
        raise ValueError(f"fields: expected some of the record's (docs/record.md), got {', '.join(unknown) or 'none'}")
    return tuple(column for column in COLUMNS if column.name in wanted)


def _check_column(frame: DataFrame, name: str, types: Sequence[str]) -> None:
    """Raises ValueError where there is not just one column of this name, TypeError where it is of another type."""
    if frame.columns.count(name) != 1:
        raise ValueError(f"{name}: expected one column of this name, got {', '.join(frame.columns)}")
    kind = frame.schema[name].dataType.simpleString()
    if kind not in types:
        raise TypeError(f"{name}: expected a column of type {' or '.join(types)}, got {kind}")


def _ddl(column: Column) -> str:
    return f"{_quoted(column.name)} {spark_type(column)}"


def _quoted(name: str) -> str:
    """A column's name as Spark's SQL takes it, whatever it holds.

    >>> _quoted("raw.html")
    '`raw.html`'
    """
    return f"`{name.replace('`', '``')}`"
