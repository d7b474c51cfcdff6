"""datatrove: a step of a pipeline that makes articles of Documents.

datatrove is needed by those who build a pipeline, not by those who import this. Steps are pickled and sent to other
processes and machines, where newsclean has to be installed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING, get_args

from newsclean.article.article import Article
from newsclean.article.kinds import PageType
from newsclean.batch.articles import checked, cleaned
from newsclean.batch.crew import Failed, attempted
from newsclean.batch.results import PageError, item_of
from newsclean.page.page import Preference
from newsclean.read.read import Form
from newsclean.record import COLUMNS, json_record
from newsclean.rulebook import Rulebook
from newsclean.site import SiteProfile

try:
    from datatrove.pipeline.base import PipelineStep
except ImportError:
    PipelineStep = object

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.pipeline.writers.disk_base import DiskWriter

IN_TEXT = frozenset({"text", "paragraphs", "segments", "source"})  # the story, and the page as it came
FIELDS = tuple([column.name for column in COLUMNS if column.name not in IN_TEXT])
Exclude = Callable[[Article], str | None]


class ArticleCleaner(PipelineStep):  # type: ignore[misc,unused-ignore]  # its base is not known where datatrove is not
    """Each Document's text becomes the story of its page; what else the page gave goes into its metadata.

    Metadata that is there stays. A Document that gives no article, because its text is None or a rule of yours raises,
    is excluded with the reason; it never ends the task. Statistics count page types, pieces taken out by kind, what was
    excluded and why, and characters before and after.
    """

    type = "🧹 - CLEANER"
    name = "📰 newsclean"

    def __init__(
        self,
        *,
        url: str = "url",
        into: str = "article",
        fields: Iterable[str] = FIELDS,
        exclude_types: Iterable[PageType] = (),
        exclude: Exclude | None = None,
        exclusion_writer: DiskWriter | None = None,
        form: Form = "auto",
        languages: Iterable[str] | None = None,
        rules: Rulebook | None = None,
        prefer: Preference = "balance",
        profile: SiteProfile | None = None,
    ) -> None:
        """The step.

        Args:
            url: the key of the metadata under which the page's address stands, if it does.
            into: the key of the metadata that the article's fields are put under.
            fields: which of the record (docs/record.md), as JSON has them; by default all but the text and the page.
            exclude_types: page types that are excluded, such as `("listing", "empty")`.
            exclude: a function of yours that says of an article why it is excluded, in a word; None keeps it.
            exclusion_writer: writes Documents that are excluded, as they came, with `filter_reason` in their metadata.
            form: what each text is, as for `clean_article`.
            languages: whose phrases count.
            rules: phrases, patterns and rules of your own, from a module that tasks can import.
            prefer: what weighs more where a line may be of the story or not.
            profile: what recurs on the pages of sites; one of several sites needs each page's address.

        Raises:
            TypeError, ValueError: for what `clean_article` would not take; for fields that the record has not.
            ImportError: datatrove is not installed.
        """
        if PipelineStep is object:
            raise ImportError("newsclean.engines.datatrove needs datatrove: pip install 'newsclean[datatrove]'")
        super().__init__()
        self.url, self.into, self.fields, exclude_types = url, into, tuple(fields), frozenset(exclude_types)
        unknown = sorted(set(self.fields) - {column.name for column in COLUMNS})
        if unknown:
            raise ValueError(f"fields: expected some of the record's (docs/record.md), got {', '.join(unknown)}")
        unknown = sorted(set(exclude_types) - set(get_args(PageType)))
        if unknown:
            types = ", ".join(get_args(PageType))
            raise ValueError(f"exclude_types: expected some of {types}; got {', '.join(unknown)}")
        self.exclude_types, self.exclude = exclude_types, exclude
        self.exclusion_writer = exclusion_writer
        self.options = checked(url=None, form=form, languages=languages, rules=rules, prefer=prefer, profile=profile)

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 -- datatrove's signature
        """The Documents that are not excluded, cleaned.

        Args:
            data: the Documents, whose `text` is the page.
            rank: the number of this task.
            world_size: how many tasks there are.
        """
        with self.exclusion_writer or nullcontext() as writer:
            for document in data or ():
                with self.track_time():
                    reason = self._clean(document)
                self.stat_update("total")
                if reason is None:
                    self.stat_update("forwarded")
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update("dropped", f"dropped_{reason}")
                if writer is not None:
                    document.metadata["filter_reason"] = reason
                    writer.write(document, rank)

    def _clean(self, document: Document) -> str | None:
        """Cleans a Document, or says why it is excluded; it is then as it came."""
        answer = attempted(self._judged, document)
        if isinstance(answer, Failed):
            document.metadata[f"{self.into}_error"] = f"{answer.type}: {answer.reason}"
            return "error"
        article, reason = answer.value
        self.stat_update(f"page_type_{article.page_type}")
        if reason is not None:
            return reason
        for kind, n in Counter([s.kind for s in article.removed]).items():
            self.stat_update(f"removed_{kind}", value=n)
        self.stat_update("characters_before", value=len(document.text))
        self.stat_update("characters_after", value=len(article.text))
        record = json_record(article.to_record())
        document.text = article.text
        document.metadata[self.into] = {name: record[name] for name in self.fields}
        return None

    def _judged(self, document: Document) -> tuple[Article, str | None]:
        """The article of a Document, and why it is excluded, if it is."""
        item = item_of(0, {"raw": document.text, "url": document.metadata.get(self.url)})
        if isinstance(item, PageError):
            raise TypeError(item.reason)
        article = cleaned(self.options, item.raw, item.url)
        if article.page_type in self.exclude_types:
            return article, article.page_type
        return article, None if self.exclude is None else self.exclude(article)
