"""The parts of an Article. All are frozen; all positions are offsets into `Article.source`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from newsclean.article.kinds import Kind, TextKind

_new = object.__new__
_set = object.__setattr__


@cache
def _all_fields(cls: type[BaseModel]) -> set[str]:
    return set(cls.model_fields)


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def built(cls, values: dict[str, Any]) -> Self:
        """A value of fields that are all given and known to be right: without validation, four times as fast."""
        (value,) = cls.all_built((values,))
        return value

    @classmethod
    def all_built(cls, rows: Iterable[dict[str, Any]]) -> tuple[Self, ...]:
        """One value for each dict of fields, as `built` makes it."""
        fields = _all_fields(cls)
        found = []
        for values in rows:
            value = _new(cls)
            _set(value, "__dict__", values)
            _set(value, "__pydantic_fields_set__", fields)
            _set(value, "__pydantic_extra__", None)
            _set(value, "__pydantic_private__", None)
            found.append(value)
        return tuple(found)


class Segment(Value):
    """A piece of the page: what it is, and why it is taken for that.

    The segments of an article are in order, do not overlap, and together hold every
    character of `source` that is not white space.
    """

    kind: Kind
    """What it is."""
    start: int
    """Where it begins in `source`, in characters."""
    end: int
    """Where it ends in `source` (the first character after it)."""
    text: str
    """The characters of `source` from `start` to `end`."""
    rule: str
    """The rule that decided, as `family.rule` (see docs/rules.md); `story.path` is the best path through the page."""
    reason: str
    """The rule's reason in one sentence."""
    evidence: str
    """What the rule saw: the phrase, the line that says the same, or the strongest weights."""
    confidence: float = 1.0
    """How sure it is that this piece is rightly in the text, or rightly out of it: from 0 to 1 (docs/confidence.md)."""


class Paragraph(Value):
    """A paragraph of the story, or a heading, list item, quote or table row."""

    text: str
    """Its text: the characters of the source, lines of a wrapped paragraph joined by one space."""
    kind: TextKind
    """Which of these it is."""
    start: int
    """Where it begins in `source`, in characters."""
    end: int
    """Where it ends in `source` (the first character after it)."""


class Figure(Value):
    """A picture or video: what is printed with it."""

    caption: str | None = None
    """The caption without its credit."""
    credit: str | None = None
    """Who made or gave the picture, as printed, without a label such as “Photo:”."""
    photographers: tuple[str, ...] = ()
    """The people that the credit names: “Jo Doe”."""
    agencies: tuple[str, ...] = ()
    """The agencies, picture banks and houses that the credit names: “AP”, “Getty Images”."""
    alt: str | None = None
    """The alternative text, where it is known or where the page says the caption twice."""
    url: str | None = None
    """Its address, absolute where the page's address is known: HTML and Markdown only."""
    position: int
    """Index of the paragraph that it stands before; `len(paragraphs)` when it stands after the last."""
    spans: tuple[tuple[int, int], ...] = ()
    """Every place of `source`, as (start, end), where something of this figure is said."""


class RelatedStory(Value):
    """Another story that the page points to."""

    title: str
    """Its headline."""
    url: str | None = None
    """Its address, where the page links to it: HTML and Markdown only."""
    lead_in: str | None = None
    """What is printed before it: “Read more:”."""
    start: int
    """Where its headline begins in `source`, in characters."""
    end: int
    """Where that ends in `source` (the first character after it)."""
