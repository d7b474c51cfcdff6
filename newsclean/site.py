"""Lines that recur across the pages of a site: counted once over many pages, then known when one page is cleaned."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TypeGuard
from urllib.parse import urlsplit

from newsclean.measure.measure import measure
from newsclean.page.page import Page
from newsclean.page.site import LONGEST, Line, Site, line_key
from newsclean.read.decode import decode
from newsclean.read.read import Form, read
from newsclean.trim import trim

FORMAT, VERSION = "newsclean site profile", 1
MOST_PAGES = 2**53  # that a file may count: up to there JSON's numbers are sure in every language
SAVED = 2  # pages: what stands on fewer is not written to a file
PARTS = ("pages", "titles", "first", "last")  # of a line in a file
DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/-]|\Z)")  # /2026/04/09/


@dataclass(frozen=True, slots=True, repr=False)
class SiteProfile:
    """The lines that recur across the pages of one or more sites, each site for itself.

    Lines are compared without regard to case, numbers and times. A line counts once a page, however often it stands
    there. Nothing is counted across sites: what two papers both print is sooner a wire story than furniture.
    """

    sites: Mapping[str, Site] = field(default_factory=dict)
    """The sites by their hosts."""

    @classmethod
    def fit(cls, pages: Iterable[tuple[str, str | bytes]], *, form: Form = "auto") -> SiteProfile:
        """The profile of these pages.

        All lines are held, also those of one page, so that parts add up: some 0.3 kB each. For more pages than memory
        holds there are `newsclean profile` and the engines (docs/site-profiles.md).

        Args:
            pages: pairs of the page's address, or only its host, and the page. They are taken one at a time; their
                order makes no difference.
            form: what each page is, as for `clean_article`.

        Raises:
            TypeError: `pages` gives something else than such pairs.
            ValueError: an address has no host.
        """
        counted: dict[str, _Count] = defaultdict(_Count)
        for pair in pages:
            address, raw = _pair(pair)
            source, _, utf8 = decode(raw)
            counted[host_of(address)].add(measure(trim(read(source, form=form, utf8=utf8))), address)
        return cls({host: count.site(host) for host, count in counted.items()})

    def __add__(self, other: SiteProfile) -> SiteProfile:
        """The profile of the pages of both."""
        if not isinstance(other, SiteProfile):
            return NotImplemented
        hosts = self.sites.keys() | other.sites.keys()
        return SiteProfile({h: _merged([p.sites[h] for p in (self, other) if h in p.sites]) for h in hosts})

    def __repr__(self) -> str:
        pages = sum([site.pages for site in self.sites.values()])
        return f"<SiteProfile of {len(self.sites)} sites, {pages} pages>"

    def site_of(self, url: str | None) -> Site | None:
        """The site that a page is of; None where no page of it was seen.

        Args:
            url: the page's address. None: the only site there is.

        Raises:
            ValueError: there is no address, and not just one site; or the address has no host.
        """
        if url is not None:
            return self.sites.get(host_of(url))
        if len(self.sites) != 1:
            raise ValueError(f"profile: it is of {len(self.sites)} sites, so the page's url is needed")
        return next(iter(self.sites.values()))

    def save(self, path: str | PathLike[str]) -> None:
        """Writes the lines that stand on two pages or more, as JSON to be read and edited: the most frequent first.

        Args:
            path: the file, which is replaced where there is one.

        Raises:
            OSError: it cannot be written.
        """
        Path(path).write_text(self.to_json(), "utf-8")

    def to_json(self) -> str:
        """What `save` writes."""
        hosts = {host: _site_json(self.sites[host]) for host in sorted(self.sites)}
        return json.dumps({"format": FORMAT, "version": VERSION, "hosts": hosts}, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def load(cls, path: str | PathLike[str]) -> SiteProfile:
        """The profile of a file that `save` wrote.

        Args:
            path: the file.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: it is not of that form; with its name and the key.
        """
        return cls.from_json(Path(path).read_text("utf-8"), name=str(path))

    @classmethod
    def from_json(cls, text: str, *, name: str = "profile") -> SiteProfile:
        """The profile of what `save` writes.

        Args:
            text: what stands in the file.
            name: what errors call it.

        Raises:
            ValueError: it is not of that form; with the key.
        """
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"{name}: not JSON: {error}") from error
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError(f"{name}: format: expected {FORMAT!r}")
        if data.get("version") != VERSION:
            raise ValueError(f"{name}: version: expected {VERSION}, got {data.get('version')!r}")
        hosts = data.get("hosts")
        if not isinstance(hosts, dict):
            raise ValueError(f"{name}: hosts: expected a table of sites")
        by_host: dict[str, list[Site]] = defaultdict(list)
        for given, value in hosts.items():
            host = _host_in(given, f"{name}: hosts")
            by_host[host].append(_site_from(host, value, f"{name}: hosts.{given}"))
        return cls({host: _merged(sites) for host, sites in by_host.items()})


def site_of(profile: SiteProfile | None, url: str | None) -> Site | None:
    """What a profile knows of the site of this address. Raises TypeError for what is no profile, and ValueError."""
    if profile is not None and not isinstance(profile, SiteProfile):
        raise TypeError(f"profile: expected a SiteProfile, got {type(profile).__name__}")
    return None if profile is None else profile.site_of(url)


def _pair(given: object) -> tuple[str, str | bytes]:
    """An address and a page. Raises TypeError for anything else; `decode` does for what is no page."""
    if not isinstance(given, tuple | list) or len(given) != 2:
        raise TypeError(f"pages: expected pairs of address and page, got {type(given).__name__}")
    address, raw = given
    if not isinstance(address, str):
        raise TypeError(f"pages: expected an address as str, got {type(address).__name__}")
    return address, raw


def host_of(address: str) -> str:
    """The host of an address, or of a host as it stands, without “www.”. Raises ValueError where there is none.

    >>> host_of("https://www.harbourpost.example:8080/pumps"), host_of("HarbourPost.example")
    ('harbourpost.example', 'harbourpost.example')
    """
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        host = None
    if not host:
        raise ValueError(f"url: expected an address with a host, got {address!r}")
    return host.removeprefix("www.")


class _Count:
    """What is counted of one site while its pages go by."""

    def __init__(self) -> None:
        self.pages = 0
        self.lines: dict[str, Line] = {}

    def add(self, page: Page, address: str) -> None:
        """One page more."""
        self.pages += 1
        day = day_of(page, address)
        title = line_key(page.blocks[page.title].text) if page.title >= 0 else ""
        for key in {line_key(b.text) for b in (*page.blocks, *page.aside)} - {""}:
            line = Line(1, int(key == title), day, day)
            seen = self.lines.get(key)
            self.lines[key] = line if seen is None else both(seen, line)

    def site(self, host: str) -> Site:
        return Site(host, self.pages, (self.lines))


def day_of(page: Page, address: str) -> int | None:
    """The day of a page, as its data or its address tell it: /2026/04/09/."""
    meta = page.html.meta if page.html else None
    if meta and meta.date_published:
        return meta.date_published.toordinal()
    found = DAY.search(address)
    if found is None or not found[3]:
        return None
    year, month, day = map(int, found.groups())
    return date(year, month, min(day, 28)).toordinal()  # a day more or less makes no difference


def both(a: Line, b: Line) -> Line:
    """What is counted of a line in two places."""
    days = [day for day in (a.first, b.first, a.last, b.last) if day is not None]
    return Line(a.pages + b.pages, a.titles + b.titles, min(days, default=None), max(days, default=None))


def _merged(sites: list[Site]) -> Site:
    """One site of what was counted of it in several places."""
    lines = dict(sites[0].lines)
    for site in sites[1:]:
        for key, line in site.lines.items():
            lines[key] = both(lines[key], line) if key in lines else line
    return Site(sites[0].host, sum([site.pages for site in sites]), (lines))


def _site_json(site: Site) -> dict[str, object]:
    kept = [(key, line) for key, line in site.lines.items() if line.pages >= SAVED]
    kept.sort(key=lambda pair: (-pair[1].pages, pair[0]))
    return {"pages": site.pages, "lines": {key: _line_json(line) for key, line in kept}}


def _line_json(line: Line) -> object:
    """Only the number of pages, where nothing else is known."""
    days = [None if day is None else date.fromordinal(day).isoformat() for day in (line.first, line.last)]
    parts = dict(zip(PARTS, (line.pages, line.titles or None, *days), strict=True))
    known = {name: part for name, part in parts.items() if part is not None}
    return known if len(known) > 1 else line.pages


def _host_in(given: str, where: str) -> str:
    try:
        return host_of(given)
    except ValueError as error:
        raise ValueError(f"{where}: expected hosts as keys, got {given!r}") from error


def _site_from(host: str, value: object, where: str) -> Site:
    if not isinstance(value, dict) or not _is_count(value.get("pages")) or not isinstance(value.get("lines"), dict):
        raise ValueError(f"{where}: expected pages, a number, and lines, a table")
    lines: dict[str, Line] = {}
    for text, given in value["lines"].items():
        key = line_key(text)
        if not key:
            raise ValueError(
                f"{where}.lines: expected a line with letters, of up to {LONGEST} characters, got {text!r}"
            )
        lines[key] = _line_from(given, f"{where}.lines.{text}")
    return Site(host, value["pages"], (lines))


def _line_from(given: object, where: str) -> Line:
    parts = given if isinstance(given, dict) else {"pages": given}
    pages, titles = parts.get("pages"), parts.get("titles", 0)
    if not _is_count(pages) or not _is_count(titles) or not {*parts} <= {*PARTS}:
        raise ValueError(f"{where}: expected a number of pages, or a table of {', '.join(PARTS)}")
    return Line(pages, titles, *_days(parts, where))


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_PAGES


def _days(parts: Mapping[str, object], where: str) -> Iterator[int | None]:
    for name in PARTS[2:]:
        value = parts.get(name)
        if not isinstance(value, str | None):
            raise ValueError(f"{where}.{name}: expected a day such as 2026-04-09, got {type(value).__name__}")
        try:
            yield None if value is None else date.fromisoformat(value).toordinal()
        except ValueError as error:
            raise ValueError(f"{where}.{name}: expected a day such as 2026-04-09, got {value!r}") from error
