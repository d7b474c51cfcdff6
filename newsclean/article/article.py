"""What users hold: the Article and its parts. All are frozen; all positions are offsets into `Article.source`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict

TextKind = Literal["paragraph", "heading", "list_item", "quote", "table"]
FieldKind = Literal[
    "title", "description", "kicker", "byline", "author_bio", "timestamp", "dateline", "caption", "credit", "related"
]
AwayKind = Literal[
    "title_repeat", "slug", "caption_repeat", "promo", "share", "ad", "paywall", "navigation", "media",
    "agency", "notice", "repeat", "site", "other",
]  # fmt: skip
Kind = Literal[TextKind, FieldKind, AwayKind]
"""What a piece of a page is: in the text, in a field, or away."""

TEXT_KINDS: frozenset[str] = frozenset(get_args(TextKind))

PageType = Literal["article", "live", "gallery", "video", "listing", "stub", "empty"]
"""An article; a live blog; pictures or a video with little text; a list of stories; no story found; an empty page."""


_new = object.__new__
_set = object.__setattr__


@cache
def _all_fields(cls: type[BaseModel]) -> set[str]:
    return set(cls.model_fields)


class _Value(BaseModel):
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


class Segment(_Value):
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
    """`source[start:end]`."""
    rule: str
    """The rule that decided, as `family.rule` (see docs/rules.md); `story.path` is the best path through the page."""
    reason: str
    """The rule's reason in one sentence."""
    evidence: str
    """What the rule saw: the phrase, the line that says the same, or the strongest weights."""


class Paragraph(_Value):
    """A paragraph of the story, or a heading, list item, quote or table row."""

    text: str
    """Its text: the characters of the source, lines of a wrapped paragraph joined by one space."""
    kind: TextKind
    start: int
    end: int


class Figure(_Value):
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


class RelatedStory(_Value):
    """Another story that the page points to."""

    title: str
    url: str | None = None
    """Its address, where the page links to it: HTML and Markdown only."""
    lead_in: str | None = None
    """What is printed before it: “Read more:”."""
    start: int
    end: int


class Article(_Value):
    r"""One news page, cleaned: the story's text, what was printed around it as fields, and all that was taken out.

    `text == "\\n\\n".join(p.text for p in paragraphs)`. Fields that the page does not give are None or empty.
    """

    title: str | None = None
    """The headline."""
    description: str | None = None
    """The standfirst printed under the headline, or the page's own description. Never a generated summary."""
    kicker: str | None = None
    """The label printed over the headline: “World”, “Opinion”."""
    byline: str | None = None
    """Who wrote it, as printed: “By Jo Doe and Mara Lind in Harbour Town”."""
    authors: tuple[str, ...] = ()
    """The names in the byline."""
    dateline: str | None = None
    """Where (and when) the story was filed, as printed before its first sentence: “LA CROSSE, Wis.”."""
    agency: str | None = None
    """The wire agency that the dateline or a footer names: “AP”."""
    date_published: datetime | None = None
    """When it was published; with a time zone only where the page gives one."""
    date_modified: datetime | None = None
    """When it was last changed."""
    reading_minutes: int | None = None
    """How long it takes to read, in minutes, as the page prints it: “5 min read”."""
    language: str | None = None
    """The language that the page says it is in, as ISO 639-1: “en”."""
    url: str | None = None
    """The page's address: the caller's, or the canonical one that the page names."""
    site_name: str | None = None
    """The site's name, as the page gives it."""
    section: str | None = None
    """The section of the site, as the page gives it."""
    keywords: tuple[str, ...] = ()
    """The page's keywords, as it gives them."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The story, in order."""
    text: str = ""
    """The paragraphs' texts, joined by blank lines."""
    figures: tuple[Figure, ...] = ()
    related: tuple[RelatedStory, ...] = ()
    segments: tuple[Segment, ...] = ()
    """Every piece of the page, in order."""
    page_type: PageType = "article"
    """What kind of page it is."""
    is_truncated: bool = False
    """Whether the page shows only the beginning of its story, as far as a paywall or a cut-off mark tells."""
    page_type_reason: str = ""
    """Why `page_type` is what it is."""
    truncated_reason: str = ""
    """Why `is_truncated` is true, or "" where it is not."""
    warnings: tuple[str, ...] = ()
    """What a careful user should know: an empty page, replaced characters, limits that were met."""
    source: str = ""
    """The text that all positions refer to: the decoded input, or what HTML and Markdown render to."""

    @property
    def removed(self) -> tuple[Segment, ...]:
        """The segments that are not in `text`, in order."""
        return tuple(s for s in self.segments if s.kind not in TEXT_KINDS)

    def explain(self) -> str:
        """The page in the marked form: a margin that names kinds, then the line.

        The margin is blank for what stays in the text; a part of a line that is of another kind stands in ⟦…⟧.
        Stripped of the margin and the brackets it is `source` again.
        """
        from newsclean.article.explain import marked

        return marked(self.source, self.segments)

    def to_record(self) -> dict[str, Any]:
        """A flat dict of plain values (dates as ISO strings), ready for Arrow, JSON or a data frame."""
        return self.model_dump(mode="json")

    def _repr_html_(self) -> str:
        from newsclean.article.explain import as_html

        return as_html(self)
