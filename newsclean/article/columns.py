"""What the fields of a model are as columns of a table: read off the model, so that the two cannot differ.

A date becomes two columns: the moment in UTC, which sorts and which every engine has a type for, and the offset that
the page gave, in minutes. One without a time zone is taken as UTC, and its offset is null: each comes back as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta, timezone
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

OFFSET = "_offset"  # what the name of a date's second column ends with
MINUTE = timedelta(minutes=1)
SPAN = ("start", "end")  # the columns of a pair of positions

Given = Any  # a type as it is annotated, or what another library has for a value
Scalar = Literal["text", "integer", "number", "boolean", "moment"]
SCALARS: Mapping[object, Scalar] = {
    str: "text", int: "integer", float: "number", bool: "boolean", datetime: "moment",
}  # fmt: skip


class Column(NamedTuple):
    """A column, or what a list holds. Of a struct `columns` has the parts."""

    name: str
    scalar: Scalar | None = None  # None: a struct
    is_nullable: bool = False
    is_list: bool = False
    columns: tuple[Column, ...] = ()
    choices: tuple[str, ...] = ()  # where it is one of a few texts
    model: type[BaseModel] | None = None  # that a struct comes from


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a model, in the order of its fields."""
    found: list[Column] = []
    for name, field in model.model_fields.items():
        column = _column(name, field.annotation)
        found.append(column)
        if column.scalar == "moment":
            found.append(Column(name + OFFSET, "integer", is_nullable=True))
    return tuple(found)


def _column(name: str, annotation: Given) -> Column:
    """The column for a field of this type. Raises TypeError for a type that has no form in a table."""
    origin: object = get_origin(annotation)
    arguments: tuple[Given, ...] = get_args(annotation)
    if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is type(None):
        return _column(name, arguments[0])._replace(is_nullable=True)
    if annotation == tuple[int, int]:
        return Column(name, columns=tuple([Column(part, "integer") for part in SPAN]))
    if origin is tuple and arguments[1:] == (...,):
        return _column(name, arguments[0])._replace(is_list=True)
    if origin is Literal:
        return Column(name, "text", choices=arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Column(name, columns=columns_of(annotation), model=annotation)
    if annotation not in SCALARS:
        raise TypeError(f"{name}: a field of type {annotation} has no column")
    return Column(name, SCALARS[annotation])


def as_record(value: BaseModel) -> dict[str, Any]:
    """A model as a dict of plain values, one for each column."""
    fields = value.__dict__
    record: dict[str, Any] = {}
    for column in columns_of(type(value)):
        name = column.name
        if name not in fields:
            continue  # an offset: written with its date
        given = fields[name]
        if column.is_list:
            record[name] = [_plain(one) for one in given]
        elif column.scalar == "moment":
            record[name], record[name + OFFSET] = moment(given)
        else:
            record[name] = _plain(given)
    return record


def _plain(value: object) -> object:
    """A value without models: a pair of positions is a dict as well."""
    if isinstance(value, BaseModel):
        return as_record(value)
    return dict(zip(SPAN, value, strict=True)) if isinstance(value, tuple) else value


def moment(date: datetime | None) -> tuple[datetime | None, int | None]:
    """A date as the moment in UTC and its offset in minutes.

    >>> moment(datetime(2026, 4, 9, 8, 0, tzinfo=timezone(timedelta(hours=2))))
    (datetime.datetime(2026, 4, 9, 6, 0, tzinfo=datetime.timezone.utc), 120)
    >>> moment(datetime(2026, 4, 9, 8, 0))
    (datetime.datetime(2026, 4, 9, 8, 0, tzinfo=datetime.timezone.utc), None)
    """
    offset = None if date is None else date.utcoffset()
    if date is None or offset is None:
        return date and date.replace(tzinfo=UTC), None
    if date.year in (MINYEAR, MAXYEAR):  # no page is of these, and the moment in UTC may be of no year that there is
        return date.replace(tzinfo=UTC), None
    return date.astimezone(UTC), round(offset / MINUTE)


def fields_from(record: Mapping[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    """The fields that a record has values for, as a model takes them. What is no column is left out.

    The record may come from another library: lists as arrays, numbers as its own, NaN or NaT for a null.
    """
    fields: dict[str, Any] = {}
    offsets = {c.name + OFFSET for c in columns if c.scalar == "moment"}
    for column in columns:
        name = column.name
        if name not in record or name in offsets:
            continue
        value = record[name]
        if column.is_list:
            fields[name] = tuple([_from_plain(one, column) for one in value])
        elif _is_null(value):
            fields[name] = None
        elif column.scalar == "moment":
            fields[name] = date_of(value, record.get(name + OFFSET))
        else:
            fields[name] = _from_plain(value, column)
    return fields


def _is_null(value: object) -> bool:
    """Whether this is None or what pandas has in its place: NaN and NaT do not equal themselves."""
    return value is None or (not isinstance(value, str) and value != value)  # noqa: PLR0124 -- NaN is what is not itself


def _from_plain(value: Given, column: Column) -> object:
    if column.scalar is None:
        fields = fields_from(value, column.columns)
        return tuple(fields.values()) if column.model is None else fields
    if column.scalar == "integer":
        return int(value)
    return {"text": str, "number": float, "boolean": bool}.get(column.scalar, str)(value)


def date_of(value: Given, offset: Given) -> datetime:
    """The date of its two columns, as the page gave it. The first may be a text, as JSON has it."""
    date = datetime.fromisoformat(value) if isinstance(value, str) else value
    if hasattr(date, "to_pydatetime"):
        date = date.to_pydatetime()
    if _is_null(offset):
        return date.replace(tzinfo=None)
    zone = timezone(timedelta(minutes=int(offset)))
    return date.astimezone(zone) if date.tzinfo else date.replace(tzinfo=UTC).astimezone(zone)
