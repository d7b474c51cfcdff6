"""Counts of sites that are too many for memory: a few thousand pages at a time go to sorted files, which are merged.

`SiteProfile.fit` holds every line that it has seen, and most lines of a site stand on one page. In files they cost
no memory, and merging asks for one line of each file at a time; only what stands on two pages or more is then held.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import reduce
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple, TextIO

from newsclean.page.site import Line, Site
from newsclean.read.read import Form
from newsclean.site import SAVED, SiteProfile, both

MOST_PAGES = 2000  # that are counted before their lines are handed over: some 130,000 lines, 40 MB
MOST_OPEN = 256  # files that are merged at once: systems let a process open 1,024
PAGES = ""  # the line under which the number of a site's pages is counted; no line is empty
Open = Callable[[str, str], TextIO]  # a file by its name, in mode rt or wt


class Row(NamedTuple):
    """A line of a site and what is counted of it."""

    host: str
    line: str
    counts: Line


def rows_of(profile: SiteProfile) -> Iterator[Row]:
    """All lines of a profile, and one row for the pages of each site; in order."""
    for host in sorted(profile.sites):
        site = profile.sites[host]
        yield Row(host, PAGES, Line(site.pages))
        yield from (Row(host, line, site.lines[line]) for line in sorted(site.lines))


def profile_of(rows: Iterable[Row]) -> SiteProfile:
    """The profile of rows of which no two are of the same host and line, in any order."""
    pages: dict[str, int] = {}
    lines: dict[str, dict[str, Line]] = {}
    for host, line, counts in rows:
        if line == PAGES:
            pages[host] = counts.pages
        else:
            lines.setdefault(host, {})[line] = counts
    return SiteProfile({host: Site(host, pages[host], lines.get(host, {})) for host in sorted(pages)})


def spill(pages: Iterable[tuple[str, str | bytes]], prefix: str, opened: Open, form: Form = "auto") -> list[str]:
    """Counts pages, and writes a file for each few thousand; gives the files' names, which begin with the prefix."""
    names: list[str] = []
    rest = iter(pages)
    while profile := SiteProfile.fit(islice(rest, MOST_PAGES), form=form).sites:
        names.append(f"{prefix}{len(names):05}.jsonl.gz")
        write_rows(names[-1], opened, rows_of(SiteProfile(profile)))
    return names


def write_rows(name: str, opened: Open, rows: Iterable[Row]) -> None:
    """Writes rows, one a line, as JSON."""
    with opened(name, "wt") as file:
        file.writelines(f"{json.dumps([row.host, row.line, *row.counts])}\n" for row in rows)


def read_rows(file: Iterable[str]) -> Iterator[Row]:
    """The rows of a file, as `write_rows` wrote them."""
    for text in file:
        host, line, *counts = json.loads(text)
        yield Row(host, line, Line(*counts))


def merged(names: Sequence[str], prefix: str, opened: Open) -> SiteProfile:
    """The profile of all pages that were counted into these files, of lines that stand on two pages or more.

    It is what `SiteProfile.fit` gives of them when it is saved. Where there are many files, some are first made into
    one, whose name begins with the prefix.
    """
    left, n = list(names), 0
    while len(left) > MOST_OPEN:
        name = f"{prefix}{n:05}.jsonl.gz"
        with ExitStack() as stack:
            write_rows(name, opened, added(left[:MOST_OPEN], opened, stack))
        left, n = [*left[MOST_OPEN:], name], n + 1
    with ExitStack() as stack:
        rows = added(left, opened, stack)
        return profile_of(row for row in rows if row.line == PAGES or row.counts.pages >= SAVED)


def added(names: Iterable[str], opened: Open, stack: ExitStack) -> Iterator[Row]:
    """The rows of sorted files in order, those of the same host and line added up; the stack closes the files."""
    files = [stack.enter_context(opened(name, "rt")) for name in names]
    rows = heapq.merge(*map(read_rows, files), key=itemgetter(0, 1))
    for (host, line), same in groupby(rows, itemgetter(0, 1)):
        yield Row(host, line, reduce(both, [row.counts for row in same]))
