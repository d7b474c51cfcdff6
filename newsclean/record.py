"""The record of an article as tables know it: Arrow schema, Spark DDL and JSON Schema, each read off `Article`.

`Article.to_record()` is a row of these, `Article.from_record(row)` the article again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from newsclean.article.article import Article
from newsclean.article.columns import OFFSET, Column, Scalar, columns_of, date_of

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = columns_of(Article)
"""The columns of the record, in order."""
SPARK: Mapping[Scalar, str] = {
    "text": "STRING", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "moment": "TIMESTAMP",
}  # fmt: skip
JSON: Mapping[Scalar, str] = {
    "text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "moment": "string",
}  # fmt: skip


def arrow_schema() -> pa.Schema:
    """The Arrow schema of the record. Raises ImportError where pyarrow is not installed.

    >>> arrow_schema().field("date_published").type
    TimestampType(timestamp[us, tz=UTC])
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ImportError("arrow_schema needs pyarrow: pip install 'newsclean[arrow]'") from error
    types: Mapping[Scalar, pa.DataType] = {
        "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
        "moment": pa.timestamp("us", "UTC"),
    }  # fmt: skip

    def fields(columns: Iterable[Column]) -> list[pa.Field]:
        found = []
        for c in columns:
            kind = types[c.scalar] if c.scalar else pa.struct(fields(c.columns))
            if c.is_list:
                kind = pa.list_(pa.field("item", kind, nullable=False))
            found.append(pa.field(c.name, kind, nullable=c.is_nullable))
        return found

    return pa.schema(fields(COLUMNS))


def spark_ddl() -> str:
    """The schema of the record as Spark's DDL, as `mapInArrow` and `spark.read.schema` take it.

    >>> spark_ddl().split(", ")[:2]
    ['`title` STRING', '`description` STRING']
    """
    return ", ".join([f"`{c.name}` {spark_type(c)}" for c in COLUMNS])


def spark_type(column: Column) -> str:
    """The type of a column in Spark's DDL.

    >>> print(spark_type(next(c for c in COLUMNS if c.name == "paragraphs")))
    ARRAY<STRUCT<`text`: STRING, `kind`: STRING, `start`: BIGINT, `end`: BIGINT>>
    """
    if column.scalar:
        kind = SPARK[column.scalar]
    else:
        kind = f"STRUCT<{', '.join([f'`{c.name}`: {spark_type(c)}' for c in column.columns])}>"
    return f"ARRAY<{kind}>" if column.is_list else kind


def json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a record as JSON has it: what `json_record` makes of `Article.to_record()`.

    A date is a text as ISO 8601 writes it, with its offset where the page gives one.
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Article"} | _object(COLUMNS)


def _object(columns: Iterable[Column]) -> dict[str, object]:
    properties = {c.name: _json_type(c) for c in columns}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _json_type(column: Column) -> dict[str, object]:
    if column.is_list:
        return {"type": "array", "items": _json_type(column._replace(is_list=False))}
    if column.scalar is None:
        return _object(column.columns)
    if column.choices:
        return {"enum": [*column.choices]}
    kind = JSON[column.scalar]
    return {"type": [kind, "null"] if column.is_nullable else kind}


def json_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with its dates as JSON has them; `Article.from_record` takes it as well.

    Args:
        record: what `Article.to_record` gives, or a part of it.

    >>> import json
    >>> from datetime import datetime
    >>> record = Article(date_published=datetime(2026, 4, 9)).to_record()
    >>> json.loads(json.dumps(json_record(record)))["date_published"]
    '2026-04-09T00:00:00'
    """
    dates = {
        c.name: date_of(date, record.get(c.name + OFFSET)).isoformat()
        for c in COLUMNS
        if c.scalar == "moment" and (date := record.get(c.name)) is not None
    }
    return {**record, **dates}
