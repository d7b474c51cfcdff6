"""What users hold: the Article. It is frozen; all positions are offsets into its `source`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import Any, Self

from newsclean.article.columns import as_record, columns_of, fields_from
from newsclean.article.counts import counted_words
from newsclean.article.explain import marked
from newsclean.article.kinds import TEXT_KINDS, PageType
from newsclean.article.parts import Figure, Paragraph, RelatedStory, Segment, Value


class Article(Value):
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
    """Its pictures and videos, in order."""
    related: tuple[RelatedStory, ...] = ()
    """Other stories that the page points to, in order."""
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
    confidence: float = 1.0
    """How good the text is likely to be: the F1 of its words that is expected, from 0 to 1 (docs/confidence.md)."""
    warnings: tuple[str, ...] = ()
    """What a careful user should know: an empty page, replaced characters, limits that were met."""
    source: str = ""
    """The text that all positions refer to: the decoded input, or what HTML, Markdown and marked dumps render to."""

    def __repr__(self) -> str:
        """One line: what it is and how much of it there is. All fields: `to_record()`."""
        title = repr(self.title) if self.title else "without a title"
        counts = (
            _counted(counted_words(self.text), "word"), _counted(len(self.figures), "figure"),
            f"{len(self.related)} related",
            f"{len(self.removed)} removed", self.page_type,
        )  # fmt: skip
        return f"<Article {title}: {', '.join(counts)}>"

    __str__ = __repr__

    @property
    def removed(self) -> tuple[Segment, ...]:
        """The segments that are not in `text`, in order."""
        return tuple(s for s in self.segments if s.kind not in TEXT_KINDS)

    def explain(self) -> str:
        """The page in the marked form: a margin that names kinds, then the line.

        The margin is blank for what stays in the text; a part of a line that is of another kind stands in ⟦…⟧.
        Stripped of the margin and the brackets it is `source` again.
        """
        return marked(self.source, self.segments)

    def to_record(self) -> dict[str, Any]:
        """A flat dict of one schema, whatever the page: a row for Arrow, a data frame or Spark (docs/record.md).

        Figures, related stories, paragraphs and segments are lists of dicts. A date is the moment in UTC, and beside it
        the offset that the page gave, in minutes: None where it gave none, and the time is then the one printed.
        """
        return as_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """The article of a record, equal to the one that it was made of.

        Args:
            record: what `to_record` gives, or what a table gives back of it; other keys are left out.

        Raises:
            ValueError: a value is of another type than its field (pydantic's ValidationError), or no date.
        """
        return cls.model_validate(fields_from(record, columns_of(cls)))

    def to_schema_org(self) -> dict[str, Any]:
        """JSON-LD of a NewsArticle (https://schema.org/NewsArticle), with an ImageObject for each figure.

        What the page does not give is left out. Before it goes into a `<script>` element, replace "<" by its escape.
        """
        from newsclean.article.schema_org import as_schema_org

        return as_schema_org(self)

    def to_markdown(self) -> str:
        """Headline, standfirst, byline and story in Markdown, with lists, quotes, tables and pictures' addresses."""
        from newsclean.article.markdown import as_markdown

        return as_markdown(self.title, self.description, self.byline, self.paragraphs, self.figures)

    def show(self, file: str | PathLike[str] | None = None) -> Path:
        """Writes what a notebook shows as one HTML page that needs nothing else, and gives its path.

        Args:
            file: where to write it; without one, a new file in the folder for temporary files, opened in the browser.

        Raises:
            OSError: `file` cannot be written.
        """
        from newsclean.article.show.display import page
        from newsclean.article.show.window import written

        return written(page(self), file)

    def _repr_html_(self) -> str:
        from newsclean.article.show.display import notebook

        return notebook(self)


def _counted(n: int, name: str) -> str:
    """So many of these.

    >>> _counted(1, "word"), _counted(0, "figure")
    ('1 word', '0 figures')
    """
    return f"{n} {name}{'' if n == 1 else 's'}"
