"""`clean_articles`: clean_article for many pages."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Generator, Iterable, Mapping, Sized
from contextlib import ExitStack
from functools import partial
from multiprocessing.context import BaseContext
from typing import Literal, TypeVar, get_args

from newsclean.article.article import Article
from newsclean.batch.crew import Crew, Work, attempted, outcome_of
from newsclean.batch.progress import Bar, progress_bar
from newsclean.batch.results import Outcome, PageError, Result, item_of
from newsclean.batch.settings import Options
from newsclean.clean import clean_article
from newsclean.page.page import Preference
from newsclean.read.read import Form
from newsclean.rulebook import Rulebook
from newsclean.site import SiteProfile

T = TypeVar("T")
Errors = Literal["yield", "raise"]


def clean_articles(
    pages: Iterable[object],
    *,
    workers: int | None = None,
    progress: bool = False,
    errors: Errors = "yield",
    url: str | None = None,
    form: Form = "auto",
    languages: Iterable[str] | None = None,
    rules: Rulebook | None = None,
    prefer: Preference = "balance",
    profile: SiteProfile | None = None,
) -> Generator[Result, None, None]:
    """What becomes of each of many pages, in their order: an article, or an error that says why there is none.

    Pages are read as they are needed, a few dozen ahead for each worker, so there may be as many as one likes, even
    without end. Close the iterator (`.close()`) to stop before; its processes end with it, as with Ctrl-C.

    Args:
        pages: str, bytes, or records: mappings or objects with `raw` and maybe `url` and `id`, such as rows of a data
            frame (`frame.itertuples()`). What is none of these becomes an error and does not end the run.
        workers: how many processes clean. None: one for each processor that this process may use. 1: none but this one,
            and each page is read when its result is asked for. A page that ends its process costs only itself, but
            with 1, where the process is yours.
        progress: whether to show a bar, in a terminal or a notebook. Needs `pip install 'newsclean[progress]'`.
        errors: "yield" gives them as results, "raise" raises the first.
        url: the address of pages that have none of their own.
        form: what each `raw` is, as for `clean_article`.
        languages: whose phrases count.
        rules: phrases, patterns and rules of your own. They are sent once to each worker, not with each page.
        prefer: what weighs more where a line may be of the story or not.
        profile: what recurs on the pages of sites. One of several sites needs each page's url.

    Raises:
        TypeError, ValueError: at once, for options that `clean_article` would not take; for one page, or a data frame,
            in place of pages; for fewer workers than 1.
        ImportError: at once, where progress is asked for and tqdm is not installed.
        RuntimeError: while iterating, for the first page without article if errors are to be raised; or where workers
            cannot start or cannot load the rules.

    >>> [(r.index, r.article and r.article.text, r.error and r.error.reason) for r in clean_articles(
    ...     ["Two pumps reached the quay on Monday.", None], workers=1)]
    [(0, 'Two pumps reached the quay on Monday.', None),
     (1, None, 'expected str, bytes or a record with raw, got None')]
    """
    _check_pages(pages)
    if errors not in get_args(Errors):
        raise ValueError(f"errors: expected one of {', '.join(get_args(Errors))}; got {errors!r}")
    options = checked(url=url, form=form, languages=languages, rules=rules, prefer=prefer, profile=profile)
    size = n_workers(workers)
    bar = progress_bar(len(pages) if isinstance(pages, Sized) else None) if progress else None
    return _results(pages, options, size, bar, errors)


def checked(
    *,
    url: str | None,
    form: Form,
    languages: Iterable[str] | None,
    rules: Rulebook | None,
    prefer: Preference,
    profile: SiteProfile | None = None,
) -> Options:
    """The options of a run. Raises what `clean_article` would for them.

    It is called once, which also prepares the phrases: a process that is forked has them then.
    """
    if not isinstance(url, str | None):
        raise TypeError(f"url: expected str or None, got {type(url).__name__}")
    if not isinstance(profile, SiteProfile | None):
        raise TypeError(f"profile: expected a SiteProfile or None, got {type(profile).__name__}")
    codes = languages if languages is None or isinstance(languages, str) else frozenset(languages)
    clean_article("", url=url, form=form, languages=codes, rules=rules, prefer=prefer)
    return Options(url, form, None if codes is None else frozenset(codes), rules, prefer, profile)


def _check_pages(pages: object) -> None:
    if isinstance(pages, str | bytes | Mapping):
        raise TypeError(f"pages: expected many pages, got one {type(pages).__name__}; clean_article takes one")
    if hasattr(pages, "columns"):
        raise TypeError(
            "pages: expected texts or records, got a data frame; give its column of texts or its rows, such as "
            "frame.itertuples() (pandas), frame.iter_rows(named=True) (Polars) or table.to_pylist() (Arrow)"
        )
    if not isinstance(pages, Iterable):
        raise TypeError(f"pages: expected an iterable of texts or records, got {type(pages).__name__}")


def n_workers(wanted: int | None) -> int:
    """How many processes are to clean; 1 is this one. A daemon, such as a worker of a pool, may not start any."""
    if wanted is None:
        can_tell = hasattr(os, "sched_getaffinity")
        n = len(os.sched_getaffinity(0)) if can_tell else os.cpu_count() or 1
        return 1 if multiprocessing.current_process().daemon else n
    if isinstance(wanted, bool) or not isinstance(wanted, int):
        raise TypeError(f"workers: expected a number or None, got {type(wanted).__name__}")
    if wanted < 1:
        raise ValueError(f"workers: expected 1 or more, got {wanted}")
    return wanted


def _results(
    pages: Iterable[object], options: Options, size: int, bar: Bar | None, errors: Errors
) -> Generator[Result, None, None]:
    with ExitStack() as stack:
        if bar is not None:
            stack.callback(bar.close)
        for outcome in outcomes(pages, partial(cleaned, options), size):
            if outcome.error is not None and errors == "raise":
                raise RuntimeError(str(outcome.error))
            if bar is not None:
                bar.update(1)
            number, page_id, article, error = outcome
            yield Result.built({"id": page_id, "index": number, "article": article, "error": error})


def cleaned(options: Options, raw: str | bytes, url: str | None) -> Article:
    """The article of one page of a run."""
    _, form, languages, rules, prefer, profile = options
    return clean_article(
        raw, url=url or options.url, form=form, languages=languages, rules=rules, prefer=prefer, profile=profile
    )


def outcomes(
    pages: Iterable[object], work: Work[T], size: int, context: BaseContext | None = None, *, isolated: bool = False
) -> Generator[Outcome[T], None, None]:
    """What `work` makes of the raw text and address of each page, in order, in this process or in `size` others.

    One is this process itself, unless it is to be isolated from what pages may do to it.
    """
    items = (item_of(number, given) for number, given in enumerate(pages))
    if size == 1 and not isolated:
        for number, item in enumerate(items):
            if isinstance(item, PageError):
                yield Outcome(number, item.id, None, item)
            else:
                yield outcome_of(item, attempted(work, item.raw, item.url))
        return
    crew = Crew(work, size, context or multiprocessing.get_context())
    with ExitStack() as stack:
        stack.callback(crew.dismiss)
        yield from crew.outcomes(items)
