"""What of an Article is shown. The Article itself stands above: it asks to be shown, and nothing here imports it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from newsclean.article.kinds import PageType
from newsclean.article.parts import Figure, Paragraph, RelatedStory, Segment


class Shown(Protocol):
    """The fields of an Article that a reader sees."""

    title: str | None
    description: str | None
    kicker: str | None
    byline: str | None
    authors: tuple[str, ...]
    dateline: str | None
    agency: str | None
    date_published: datetime | None
    date_modified: datetime | None
    reading_minutes: int | None
    language: str | None
    url: str | None
    site_name: str | None
    section: str | None
    keywords: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    text: str
    figures: tuple[Figure, ...]
    related: tuple[RelatedStory, ...]
    segments: tuple[Segment, ...]
    page_type: PageType
    page_type_reason: str
    is_truncated: bool
    truncated_reason: str
    confidence: float
    warnings: tuple[str, ...]
