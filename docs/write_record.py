"""Write docs/record.md and docs/fields.md from the fields of `Article`: `python -m docs.write_record`.

Tests hold both equal to what stands in the class.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel

from newsclean import Article
from newsclean.article.columns import OFFSET, SPAN, Column
from newsclean.record import COLUMNS

FILE = Path(__file__).with_name("record.md")
FIELDS_FILE = Path(__file__).with_name("fields.md")
MEASURED_FILE = Path(__file__).with_name("fields_measured.txt")  # tests/fit/fields.py writes it
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


FIELDS_OPENING = """\
# The fields of an article

Written by `docs/write_record.py`: names, types and meanings are those of the class, and help(Article) shows them too.

A field that the page does not give is None or empty, never a guess: **right or empty** is the aim. `str | None` is
None where nothing was found. Every place (`start`, `end`) is an offset into `source`, in characters. What the types
`Paragraph`, `Figure`, `RelatedStory` and `Segment` hold, [record.md](record.md) has row by row.

“Page data” are meta elements, JSON-LD and marked elements of an HTML page. Text and Markdown have none: there fields
that come from page data alone stay empty, and the others are read from what is printed.

| field | type | what it is | where it is from | how often right |
|---|---|---|---|---|
"""
FIELDS_CLOSING = """
## How often filled, and how often right

On the public pages that [benchmarks.md](benchmarks.md) tells of, each cleaned with tables of weights that have not seen
its host. The rules were written while some of these pages were read, so they still flatter.
[tests/fit/README.md](../tests/fit/README.md) says how the pages and the tables are made; this repeats the figures:

```bash
python -m tests.fit.fields PAGES FOLDS -o docs/fields_measured.txt && python -m docs.write_record
```

“Right” counts, of the pages whose reference has the field and, in a text, that print it: a title of which 85 % of the
words are the same, authors that are all the same, the day of publication (in a text: of the days given), captions of
which 70 % of the words are the same, all words of a credit. A name is no author’s if it shares no word with one. The
references are those of hand-made parsers and of people; some leave the agency in, some the degrees, some give the day
of the last change. The last column is trafilatura’s, on the HTML, where it has the field; “–”: it has none, or nothing
is known of it. `article`, `lines`, `inscriptis`, `soup`, `markdown` and `oneline` are what scrapers write for the same
pages.

"""
DATA = "page data, HTML only"
BY_RULES = "what each line was taken for"
SOURCES: Mapping[str, str] = {
    "title": "page data; else the line that looks like the headline and that others repeat",
    "description": "the printed line; else page data",
    "kicker": "the printed label nearest over the headline",
    "byline": "the printed line",
    "authors": "page data and the byline, each checked against the other",
    "dateline": "the opening of the first paragraph, where it stays as well",
    "agency": "the dateline; else the byline",
    "date_published": "page data; else stamps at the headline, in the byline or right behind the story",
    "date_modified": "page data; else the same stamps",
    "reading_minutes": "printed stamps",
    "language": DATA,
    "url": "the caller; else an address that the text or the page data give",
    "site_name": DATA,
    "section": DATA,
    "keywords": DATA,
    "paragraphs": "the printed page; of a page that shows no story its data, with a warning",
    "text": "`paragraphs`",
    "figures": "captions, credits and alternative texts; of HTML and Markdown addresses as well",
    "related": "teasers and pointers; of HTML and Markdown addresses as well",
    "segments": BY_RULES,
    "removed": "`segments` that are not in `text`",
    "page_type": "counted facts: captions, words, linked lines, page data",
    "is_truncated": "paywalls and marks of a cut-off text, page data",
    "page_type_reason": "the fact that decided",
    "truncated_reason": "the fact that decided",
    "confidence": "the chances of all pieces, corrected on pages of other hosts",
    "warnings": "all steps",
    "source": "`raw`",
}
BELOW = "[below](#how-often-filled-and-how-often-right)"
RIGHT: Mapping[str, str] = {
    **dict.fromkeys(("title", "authors", "date_published", "figures"), BELOW),
    "text": "HTML 0.97 (F1); text 0.92 to 0.96; Markdown 0.93 ([benchmarks.md](benchmarks.md))",
    "segments": "0.79 of lines on news that nobody had looked at",
}


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


def render_fields() -> str:
    """The whole of docs/fields.md."""
    return FIELDS_OPENING + "\n".join(_field_rows()) + "\n" + FIELDS_CLOSING + MEASURED_FILE.read_text("utf-8")


def _field_rows() -> Iterator[str]:
    meanings = meanings_of(Article)
    for name in SOURCES:
        kind = Article.__annotations__.get(name, "tuple[Segment, ...]").replace("|", r"\|")
        what = meanings.get(name) or "The segments that are not in `text`, in order; a property."
        yield f"| `{name}` | `{kind}` | {what} | {SOURCES[name]} | {RIGHT.get(name, '–')} |"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
    FIELDS_FILE.write_text(render_fields(), "utf-8")
