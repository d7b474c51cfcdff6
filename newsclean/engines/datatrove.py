"""datatrove: steps of pipelines that make articles of Documents, and profiles of the sites that these are of.

datatrove is needed by those who build a pipeline, not by those who import this. Steps are pickled and sent to other
processes and machines, where newsclean has to be installed.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple, TextIO, cast, get_args

from newsclean.article.article import Article
from newsclean.article.kinds import PageType
from newsclean.batch.articles import checked, cleaned, outcomes
from newsclean.batch.counted import MOST_PAGES, merged, spill
from newsclean.batch.crew import Made, attempted
from newsclean.batch.results import Outcome
from newsclean.batch.settings import Options
from newsclean.page.page import Preference
from newsclean.read.read import Form
from newsclean.record import COLUMNS, json_record
from newsclean.rulebook import Rulebook
from newsclean.site import SiteProfile, host_of

try:
    from datatrove.pipeline.base import PipelineStep
except ImportError:
    PipelineStep = object

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.io import DataFolder, DataFolderLike
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
        least_confidence: float = 0.0,
        exclude: Exclude | None = None,
        exclusion_writer: DiskWriter | None = None,
        form: Form = "auto",
        languages: Iterable[str] | None = None,
        rules: Rulebook | None = None,
        prefer: Preference = "balance",
        profile: SiteProfile | str | None = None,
        isolated: bool = False,
    ) -> None:
        """The step.

        Args:
            url: the key of the metadata under which the page's address stands, if it does.
            into: the key of the metadata that the article's fields are put under.
            fields: which of the record (docs/record.md), as JSON has them; by default all but the text and the page.
            exclude_types: page types that are excluded, such as `("listing", "empty")`.
            least_confidence: of an article (docs/confidence.md), from 0 to 1; under it it is excluded as `unsure`.
            exclude: a function of yours that says of an article why it is excluded, in a word; None keeps it.
            exclusion_writer: writes Documents that are excluded, as they came, with `filter_reason` in their metadata.
            form: what each text is, as for `clean_article`.
            languages: whose phrases count.
            rules: phrases, patterns and rules of your own, from a module that tasks can import.
            prefer: what weighs more where a line may be of the story or not.
            profile: what recurs on the pages of sites; one of several sites needs each page's address. Of a file, such
                as `ProfileMerger` writes, its path: it is read when a task starts, and need not be there before.
            isolated: whether pages are cleaned in a process beside each task, so that one which ends it, by a crash of
                a rule of yours or for want of memory, is excluded too. Costs 0.05 to 0.2 ms a page.

        Raises:
            TypeError, ValueError: for what `clean_article` would not take; for fields that the record has not.
            ImportError: datatrove is not installed.
        """
        _check_datatrove()
        super().__init__()
        self.url, self.into, self.fields, exclude_types = url, into, tuple(fields), frozenset(exclude_types)
        unknown = sorted(set(self.fields) - {column.name for column in COLUMNS})
        if unknown:
            raise ValueError(f"fields: expected some of the record's (docs/record.md), got {', '.join(unknown)}")
        unknown = sorted(set(exclude_types) - set(get_args(PageType)))
        if unknown:
            types = ", ".join(get_args(PageType))
            raise ValueError(f"exclude_types: expected some of {types}; got {', '.join(unknown)}")
        if not 0 <= least_confidence <= 1:
            raise ValueError(f"least_confidence: expected 0 to 1, got {least_confidence}")
        self.judge = Judge(
            checked(
                url=None, form=form, languages=languages, rules=rules, prefer=prefer,
                profile=None if isinstance(profile, str) else profile,
            ),
            self.fields, exclude_types, least_confidence, exclude,
        )  # fmt: skip
        self.profile_file = profile if isinstance(profile, str) else None
        self.exclusion_writer, self.isolated = exclusion_writer, isolated

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 -- datatrove's signature
        """The Documents that are not excluded, cleaned.

        Args:
            data: the Documents, whose `text` is the page.
            rank: the number of this task.
            world_size: how many tasks there are.
        """
        judge = self._judge()
        waiting: deque[Document] = deque()
        pages = self._pages(data or (), waiting)
        found = outcomes(pages, judge.judged, 1, get_context("spawn"), isolated=self.isolated)
        with self.exclusion_writer or nullcontext() as writer, closing(found):
            while True:
                with self.track_time():
                    outcome = next(found, None)
                if outcome is None:
                    return
                document = waiting.popleft()
                self.stat_update("total")
                reason = self._reason(document, outcome)
                if reason is None:
                    self.stat_update("forwarded")
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update("dropped", f"dropped_{reason}")
                if writer is not None:
                    document.metadata["filter_reason"] = reason
                    writer.write(document, rank)

    def _judge(self) -> Judge:
        """What is asked of each page, with the profile of its file."""
        if self.profile_file is None:
            return self.judge
        from datatrove.io import open_file

        with open_file(self.profile_file, "rt", encoding="utf-8") as file:
            profile = SiteProfile.from_json(file.read(), name=self.profile_file)
        return self.judge._replace(options=self.judge.options._replace(profile=profile))

    def _pages(self, data: Iterable[Document], waiting: deque[Document]) -> Iterator[Mapping[str, object]]:
        for document in data:
            waiting.append(document)
            yield {"raw": document.text, "url": document.metadata.get(self.url)}

    def _reason(self, document: Document, outcome: Outcome[Judged]) -> str | None:
        """Puts what was made of a Document into it, or says why it is excluded; it is then as it came."""
        if outcome.value is None:
            error = outcome.error
            document.metadata[f"{self.into}_error"] = f"{error.type}: {error.reason}" if error else ""
            return "error"
        judged = outcome.value
        self.stat_update(f"page_type_{judged.page_type}")
        if judged.reason is not None:
            return judged.reason
        for kind, n in judged.removed.items():
            self.stat_update(f"removed_{kind}", value=n)
        self.stat_update("characters_before", value=len(document.text))
        self.stat_update("characters_after", value=len(judged.text))
        document.text = judged.text
        document.metadata[self.into] = judged.fields
        return None


class Judged(NamedTuple):
    """What of an article goes on, or why nothing does."""

    page_type: str
    reason: str | None
    removed: Mapping[str, int]
    """Pieces that were taken out of the text, by kind."""
    text: str
    fields: Mapping[str, object]


class Judge(NamedTuple):
    """What makes of a page what goes on; another process can have it."""

    options: Options
    fields: Sequence[str]
    exclude_types: frozenset[str]
    least_confidence: float
    exclude: Exclude | None

    def judged(self, raw: str | bytes, url: str | None) -> Judged:
        """What goes on of a page. Raises what `clean_article` does."""
        article = cleaned(self.options, raw, url)
        record = json_record(article.to_record())
        removed = Counter([str(s.kind) for s in article.removed])
        fields = {name: record[name] for name in self.fields}
        return Judged(article.page_type, self._reason(article), removed, article.text, fields)

    def _reason(self, article: Article) -> str | None:
        if article.page_type in self.exclude_types:
            return article.page_type
        if article.confidence < self.least_confidence:
            return "unsure"
        return None if self.exclude is None else self.exclude(article)


class ProfileCounter(PipelineStep):  # type: ignore[misc,unused-ignore]  # as above
    """Counts the lines of each Document's page, for the profile of its site. Documents go on as they came.

    Each task writes what it has counted, a few thousand pages at a time, so its memory stays flat; a task that is done
    again writes the same files. `ProfileMerger`, in a pipeline of its own that depends on this, adds all up.
    """

    type = "🧮 - COUNTER"
    name = "📰 newsclean profile"

    def __init__(self, folder: DataFolderLike, *, url: str = "url", form: Form = "auto") -> None:
        """The step.

        Args:
            folder: where the counts of all tasks go, as datatrove names folders.
            url: the key of the metadata under which the page's address, or only its host, stands. A Document
                without one, or without text, is not counted but in the statistics: `no_page`.
            form: what each text is, as for `clean_article`.

        Raises:
            ImportError: datatrove is not installed.
        """
        _check_datatrove()
        from datatrove.io import get_datafolder

        super().__init__()
        self.folder, self.url, self.form = get_datafolder(folder), url, form

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 -- datatrove's signature
        """The Documents, a few thousand at a time, when they are counted."""
        documents, n = iter(data or ()), 0
        while some := list(islice(documents, MOST_PAGES)):
            with self.track_time():
                pages = [page.value for d in some if isinstance(page := attempted(self._page, d), Made)]
                spill(pages, f"{rank:05}-{n:05}-", partial(_packed, self.folder), self.form)
            n += 1
            self.stat_update("counted", value=len(pages))
            if len(pages) < len(some):
                self.stat_update("no_page", value=len(some) - len(pages))
            yield from some

    def _page(self, document: Document) -> tuple[str, str]:
        """The address and the page. Raises where there is none."""
        if not isinstance(document.text, str):
            raise TypeError("text: expected str")
        host_of(document.metadata[self.url])
        return document.metadata[self.url], document.text


class ProfileMerger(PipelineStep):  # type: ignore[misc,unused-ignore]  # as above
    """Adds up what the tasks of `ProfileCounter` have counted, and writes the profile: what `SiteProfile.fit` saves.

    Its pipeline has one task, and depends on the one that counts. It holds the lines that stand on two pages or more.
    """

    type = "🧮 - COUNTER"
    name = "📰 newsclean profile, merged"

    def __init__(self, folder: DataFolderLike, profile: str) -> None:
        """The step.

        Args:
            folder: where the counts are.
            profile: the file that is written, for `ArticleCleaner(profile=…)` or `SiteProfile.load`.

        Raises:
            ImportError: datatrove is not installed.
        """
        _check_datatrove()
        from datatrove.io import get_datafolder

        super().__init__()
        self.folder, self.profile = get_datafolder(folder), profile

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 -- datatrove's signature
        """Passes Documents on, if any come."""
        from datatrove.io import open_file

        if world_size != 1:
            raise ValueError(f"ProfileMerger: expected a pipeline of one task, got {world_size}")
        with self.track_time():
            names = sorted(self.folder.list_files(glob_pattern="[0-9]*.jsonl.gz", recursive=False))
            profile = merged(names, "merged-", partial(_packed, self.folder))
            with open_file(self.profile, "wt", encoding="utf-8") as file:
                file.write(profile.to_json())
        self.stat_update("sites", value=len(profile.sites))
        self.stat_update("lines", value=sum(len(site.lines) for site in profile.sites.values()))
        yield from data or ()


def _packed(folder: DataFolder, name: str, mode: str) -> TextIO:
    return cast("TextIO", folder.open(name, mode, compression="gzip", encoding="ascii"))


def _check_datatrove() -> None:
    if PipelineStep is object:
        raise ImportError("newsclean.engines.datatrove needs datatrove: pip install 'newsclean[datatrove]'")
