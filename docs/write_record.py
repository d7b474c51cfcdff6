"""Write docs/record.md from the fields of `Article`: `python -m docs.write_record`. A test holds the two equal."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel

from newsclean import Article
from newsclean.article.columns import OFFSET, SPAN, Column
from newsclean.record import COLUMNS

FILE = Path(__file__).with_name("record.md")
OPENING = '''\
# The record

Written by `docs/write_record.py` from the fields of `Article`.

`article.to_record()` is one flat dict of plain values. Its keys and their types are the same for every page: an empty
list and a null have the type of a full one, so the records of any two pages fit in one table.
`Article.from_record(record)` gives the article again, equal to the first, also from what pandas, Polars, DuckDB or
Arrow made of the record.

```python
>>> from newsclean import Article, clean_article
>>> page = """Flood pumps arrive in harbour town
...
... By Jo Doe
...
... April 9, 2026
...
... The first two pumps reached the quay on Monday, and four more are on their way from the north.
... """
>>> article = clean_article(page)
>>> record = article.to_record()
>>> record["title"], record["authors"], record["figures"]
('Flood pumps arrive in harbour town', ['Jo Doe'], [])
>>> Article.from_record(record) == article
True

```

## Dates

A column of a table has one type, and pages give dates with and without a time zone. So a date is two columns: the
moment in UTC, which sorts and counts in every engine, and the offset that the page gave, in minutes east of UTC. Where
the page gave none, the offset is null and the moment is the time as it was printed.

```python
>>> record["date_published"], record["date_published_offset"]
(datetime.datetime(2026, 4, 9, 0, 0, tzinfo=datetime.timezone.utc), None)

```

## Schemas

From the same definition, in `newsclean.record`: `arrow_schema()` (with pyarrow: `pip install 'newsclean[arrow]'`),
`spark_ddl()`, and `json_schema()` for records whose dates are texts, as `json_record(record)` has them and
`newsclean clean --json` prints them.

```python
>>> from newsclean.record import arrow_schema, json_record, json_schema, spark_ddl
>>> import pyarrow as pa
>>> articles = [article, clean_article("")]
>>> table = pa.Table.from_pylist([a.to_record() for a in articles], schema=arrow_schema())
>>> [Article.from_record(row) for row in table.to_pylist()] == articles
True
>>> "`authors` ARRAY<STRING>" in spark_ddl()
True
>>> json_record(record)["date_published"], json_schema()["properties"]["date_published"]
('2026-04-09T00:00:00', {'type': ['string', 'null']})

```

Polars takes a whole table (`pl.from_arrow(table)`), and so does DuckDB (`duckdb.sql("FROM table")`); pandas takes the
records as they are.

## The fields

A struct's fields follow its own row, after a dot. Only where it says “null” may a value be null; a list is empty.

| field | type | what |
|---|---|---|
'''


def render() -> str:
    """The whole of docs/record.md."""
    return OPENING + "\n".join(_rows(COLUMNS, Article, "")) + "\n"


def _rows(columns: Iterable[Column], model: type[BaseModel] | None, prefix: str) -> Iterator[str]:
    meanings = meanings_of(model) if model else {}
    for c in columns:
        name = f"{prefix}{c.name}"
        yield f"| `{name}` | {type_of(c)} | {meanings.get(c.name) or _meaning(c.name)} |"
        yield from _rows(c.columns, c.model, f"{name}.")


def type_of(column: Column) -> str:
    """A column's type in words."""
    kind = column.scalar or "struct"
    return f"list of {kind}" if column.is_list else f"{kind} or null" if column.is_nullable else kind


def _meaning(name: str) -> str:
    if name.endswith(OFFSET):
        return f"Minutes east of UTC, where the page gives a time zone with `{name.removesuffix(OFFSET)}`."
    return "A place in `source`, in characters." if name in SPAN else ""


@cache
def meanings_of(model: type[BaseModel]) -> dict[str, str]:
    """What the text under each field of a model says, on one line."""
    (node,) = ast.parse(inspect.getsource(model)).body
    body = node.body if isinstance(node, ast.ClassDef) else []
    return {
        field.target.id: " ".join(text.value.value.split()).replace("|", r"\\|")
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
