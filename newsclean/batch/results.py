"""What goes in and comes out of a run over many pages: items, results, and errors as values."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import Generic, NamedTuple, TypeVar

from newsclean.article.article import Article
from newsclean.article.parts import Value

T = TypeVar("T")
PANDAS_MISSING = frozenset({"NAType", "NaTType"})  # pandas.NA and NaT, which equal nothing and have no truth value


class PageError(Value):
    """Why a page gave no article: a value, so that the other pages go on."""

    id: object
    """The record's `id`, or else the number of the page in the input."""
    type: str
    """The name of the exception, or WorkerDied where the page ended the process that cleaned it, twice."""
    reason: str
    """What was wrong, in one sentence."""

    def __str__(self) -> str:
        return f"page {self.id!r}: {self.type}: {self.reason}"


class Result(Value):
    """What became of one page: its article, or an error. One of the two is None."""

    id: object
    """The record's `id`, or else its `index`."""
    index: int
    """The number of the page in the input, from 0."""
    article: Article | None = None
    """What `clean_article` gives, or None."""
    error: PageError | None = None
    """Why there is no article, or None."""


class Item(NamedTuple):
    """A page that can be sent to be cleaned. Its number is that of its place in the input."""

    number: int
    id: object
    raw: str | bytes
    url: str | None


class Outcome(NamedTuple, Generic[T]):
    """What was made of an item, whatever that is; or an error."""

    number: int
    id: object
    value: T | None
    error: PageError | None


def page_error(page_id: object, name: str, reason: str) -> PageError:
    """An error of this type and reason, without validation."""
    return PageError.built({"id": page_id, "type": name, "reason": reason})


def item_of(number: int, given: object) -> Item | PageError:
    """The item that a text, or a record with raw and maybe url and id, stands for; an error for anything else.

    >>> item_of(7, {"raw": "Pumps arrived.", "id": "a1"})
    Item(number=7, id='a1', raw='Pumps arrived.', url=None)
    >>> print(item_of(7, {"raw": float("nan"), "id": "a2"}))
    page 'a2': TypeError: raw: expected str or bytes, got nan
    """
    if isinstance(given, PageError):  # of whoever read it
        return given
    if isinstance(given, str | bytes):
        return Item(number, number, given, None)
    own = _field(given, "id")
    page_id = number if is_missing(own) else own
    if not _has(given, "raw"):
        there = f"a record with {', '.join(map(str, given))}" if isinstance(given, Mapping) and given else _shown(given)
        return page_error(page_id, "TypeError", f"expected str, bytes or a record with raw, got {there}")
    raw, url = _field(given, "raw"), _field(given, "url")
    if not isinstance(raw, str | bytes):
        return page_error(page_id, "TypeError", f"raw: expected str or bytes, got {_shown(raw)}")
    if is_missing(url):
        url = None
    if not isinstance(url, str | None):
        return page_error(page_id, "TypeError", f"url: expected str or None, got {_shown(url)}")
    return Item(number, page_id, raw, url)


def is_missing(value: object) -> bool:
    """Whether this is what data frames have where there is nothing: None, NaN, pandas.NA."""
    return value is None or (isinstance(value, float) and isnan(value)) or type(value).__name__ in PANDAS_MISSING


def _has(given: object, name: str) -> bool:
    return name in given if isinstance(given, Mapping) else hasattr(given, name)


def _field(given: object, name: str) -> object:
    return given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)


def _shown(value: object) -> str:
    """A value that is missing as it prints, any other by its type: it may be long."""
    return str(value) if is_missing(value) else type(value).__name__
