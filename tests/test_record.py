"""The published record: one schema for every page, in every library, and the article again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import duckdb
import jsonschema
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import write_record
from hypothesis import example, given
from hypothesis import strategies as st
from marked import FIXTURES
from pydantic import BaseModel
from strategies import pages

from newsclean import Article, Figure, Paragraph, RelatedStory, Segment, clean_article
from newsclean.article.columns import columns_of
from newsclean.record import COLUMNS, arrow_schema, json_record, json_schema, spark_ddl

RICH = clean_article((FIXTURES / "raw" / "drone-factory.txt").read_text("utf-8"))
PLAIN = clean_article("The first two pumps reached the quay on Monday, and four more are on their way.")
EMPTY = clean_article("")
ZONED = Article(
    date_published=datetime(2026, 4, 9, 8, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    date_modified=datetime(2026, 4, 9, 9, 0),
    reading_minutes=5,
    figures=(Figure(position=0, caption="A pump", spans=((0, 6), (8, 14))),),
)
ARTICLES = (EMPTY, RICH, PLAIN, ZONED)
Rows = Sequence[Mapping[str, Any]]


def table(articles: Sequence[Article]) -> pa.Table:
    return pa.Table.from_pylist([a.to_record() for a in articles], schema=arrow_schema())


def shape(value: object) -> object:
    """The types of a record, as deep as it goes."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    return type(value)


# One schema


@pytest.mark.parametrize("article", ARTICLES, ids=["empty", "rich", "plain", "zoned"])
def test_every_record_has_every_column(article: Article) -> None:
    """Keys and their order are those of the definition; nothing is null but what may be."""
    record = article.to_record()

    assert list(record) == [c.name for c in COLUMNS]
    assert [c.name for c in COLUMNS if record[c.name] is None and not c.is_nullable] == []
    assert [c.name for c in COLUMNS if c.is_list and not isinstance(record[c.name], list)] == []


@pytest.mark.parametrize("model", [Article, Figure, Paragraph, RelatedStory, Segment])
def test_every_field_is_a_column(model: type[BaseModel]) -> None:
    """No field of a model is missing in its columns."""
    assert set(model.model_fields) <= {c.name for c in columns_of(model)}


@given(pages)
@example("")
def test_a_record_is_the_article_again(raw: str) -> None:
    """`Article.from_record(a.to_record()) == a`, and of any page the record is a row of the Arrow schema."""
    article = clean_article(raw)

    assert Article.from_record(article.to_record()) == article
    assert [Article.from_record(row) for row in table([article]).to_pylist()] == [article]


ZONES = st.one_of(st.none(), st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n))))


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 12, 31)), ZONES)
@example(datetime(1, 1, 1), None)
@example(datetime(9999, 12, 31, 23, 59), None)
def test_a_date_comes_back_as_the_page_gave_it(date: datetime, zone: timezone | None) -> None:
    """With its offset, or without a zone."""
    date = date.replace(tzinfo=zone)
    record = Article(date_published=date).to_record()
    for again in (record, json_record(record)):
        found = Article.from_record(again).date_published
        assert found is not None
        assert found == date
        assert (found.utcoffset() is None) == (date.utcoffset() is None)
    assert record["date_published"].tzinfo is UTC


def test_what_is_no_column_is_left_out() -> None:
    """A row with an id beside the record is the same article; a record of an older version has the defaults."""
    assert Article.from_record({**RICH.to_record(), "id": 7}) == RICH
    assert Article.from_record({"title": "Flood pumps arrive"}) == Article(title="Flood pumps arrive")


def test_a_type_without_a_column_is_an_error() -> None:
    """A field that no table could hold is noticed when it is written, not in some user's run."""

    class Odd(BaseModel):
        words: set[str]

    with pytest.raises(TypeError, match=r"words: a field of type .* has no column"):
        columns_of(Odd)


# In other libraries


def from_arrow(articles: Sequence[Article]) -> Rows:
    found: Rows = pa.concat_tables([table([a]) for a in articles]).to_pylist()
    return found


def from_polars(articles: Sequence[Article]) -> Rows:
    batches = [pl.DataFrame(pl.from_arrow(table([a]))) for a in articles]
    return pl.concat(batches).to_dicts()


def from_polars_alone(articles: Sequence[Article]) -> Rows:
    schema = pl.Schema(pl.DataFrame(pl.from_arrow(arrow_schema().empty_table())).schema)
    return pl.concat([pl.DataFrame([a.to_record()], schema=schema) for a in articles]).to_dicts()


def from_duckdb(articles: Sequence[Article]) -> Rows:
    found: Rows = duckdb.from_arrow(table(articles)).to_arrow_table().to_pylist()
    return found


def from_pandas(articles: Sequence[Article]) -> Rows:
    return [dict(row) for _, row in pd.DataFrame([a.to_record() for a in articles]).iterrows()]


def from_pandas_by_arrow(articles: Sequence[Article]) -> Rows:
    return [dict(row) for _, row in table(articles).to_pandas().iterrows()]


def from_json(articles: Sequence[Article]) -> Rows:
    return [json.loads(json.dumps(json_record(a.to_record()))) for a in articles]


@pytest.mark.parametrize(
    "through",
    [from_arrow, from_polars, from_polars_alone, from_duckdb, from_pandas, from_pandas_by_arrow, from_json],
)
def test_every_library_gives_the_articles_again(through: Callable[[Sequence[Article]], Rows]) -> None:
    """Records of an empty page and of a full one, one by one or together, come back as the same articles."""
    assert [Article.from_record(row) for row in through(ARTICLES)] == [*ARTICLES]


def test_batches_have_one_schema() -> None:
    """Tables of any two pages go together without a cast."""
    batches = [table([a]) for a in ARTICLES]

    assert pa.concat_tables(batches).num_rows == len(ARTICLES)
    assert {str(batch.schema) for batch in batches} == {str(arrow_schema())}


def test_moments_sort() -> None:
    """A date is a moment in UTC, whatever its zone: an engine can count with it."""
    found = duckdb.from_arrow(table([ZONED])).project("epoch(date_published), date_published_offset").fetchall()

    assert found == [(datetime(2026, 4, 9, 2, 45, tzinfo=UTC).timestamp(), 345)]


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of `arrow_schema` says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(ImportError, match=r"newsclean\[arrow\]"):
        arrow_schema()
    assert spark_ddl()  # the others do without


# The other schemas


@pytest.mark.parametrize("article", ARTICLES, ids=["empty", "rich", "plain", "zoned"])
def test_a_record_keeps_its_json_schema(article: Article) -> None:
    """What is printed as JSON is of the published schema, which is strict."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    record = json_record(article.to_record())
    jsonschema.validate(record, schema)

    for wrong in ({**record, "text": None}, {**record, "more": 1}, {**record, "page_type": "poem"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


def test_spark_and_arrow_agree() -> None:
    """Each column has the name and the type in Spark's DDL that its Arrow type is in Spark."""

    def spark(kind: pa.DataType) -> str:
        if pa.types.is_list(kind):
            return f"ARRAY<{spark(kind.value_type)}>"
        if pa.types.is_struct(kind):
            return f"STRUCT<{', '.join([f'`{f.name}`: {spark(f.type)}' for f in kind])}>"
        return {
            "string": "STRING", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN",
            "timestamp[us, tz=UTC]": "TIMESTAMP",
        }[str(kind)]  # fmt: skip

    assert spark_ddl() == ", ".join([f"`{f.name}` {spark(f.type)}" for f in arrow_schema()])


def test_the_record_is_written_down() -> None:
    """docs/record.md is what docs/write_record.py writes; if not: `python -m docs.write_record`."""
    assert write_record.FILE.read_text("utf-8") == write_record.render()
    assert "|  |" not in write_record.render()  # each field says what it is
