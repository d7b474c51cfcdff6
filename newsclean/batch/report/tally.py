"""What a report counts: counters, histograms of fixed steps, the few worst pages and a sample, whatever the number.

Memory does not grow with the number of articles: hosts and rules beyond MOST_NAMES are counted as one, and of pages
only what is shown is kept.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS
from newsclean.article.parts import Segment
from newsclean.batch.report.lowest import Lowest, drawn
from newsclean.batch.report.rows import Row
from newsclean.batch.summary import LOW, Counts, add, seen_as
from newsclean.site import host_of

STEPS = 20  # of a histogram: each of 5 %
WORST, WITHOUT = 12, 8  # pages that are shown with their pieces: with a story, and without one
SAMPLES = 3  # pieces of each kind, of as many pages
MOST_PIECES = 30  # of a page that is shown
MOST_WARNINGS = 5  # of a page that is shown
MOST_LETTERS = 300  # of a piece that is shown
MOST_NAMES = 50_000  # hosts, and rules, that are counted by themselves
NO_HOST, OTHERS = "no address", "all others"
NO_STORY = frozenset({"listing", "stub", "empty"})


class Shown(NamedTuple):
    """A page that is shown, with the first of its pieces."""

    row: Row
    share: float | None
    """The share of its characters that is text; None for a page without any."""
    pieces: tuple[Segment, ...]
    kinds: Counter[str]
    """Of the pieces that were taken out, all of them."""


class Sample(NamedTuple):
    """A piece to check, and the page that it stands on."""

    row: Row
    piece: Segment


class Host:
    """What is counted of a site."""

    __slots__ = ("confidence", "kept", "letters", "pages", "removed", "unsure")

    def __init__(self) -> None:
        self.pages = self.unsure = self.removed = self.kept = self.letters = 0
        self.confidence = 0.0


class Tally:
    """What was counted of all articles so far."""

    def __init__(self) -> None:
        self.counts = Counts.of({})
        self.kept = self.letters = 0
        self.shares = [0] * STEPS
        """Pages by the share of their characters that is text."""
        self.confidences = [0] * STEPS
        """Pages by their confidence."""
        self.confidence = 0.0
        """Of all pages, added up."""
        self.kind_letters: Counter[str] = Counter()
        self.kind_pages: Counter[str] = Counter()
        self.rule_letters: Counter[str] = Counter()
        self.reasons: dict[str, str] = {}
        """What each rule says it looks for."""
        self.hosts: dict[str, Host] = {}
        self.cut_off = self.warned = 0
        self.worst: Lowest[Shown] = Lowest(WORST)
        self.without: Lowest[Shown] = Lowest(WITHOUT)
        self.samples: dict[str, Lowest[Sample]] = {}

    def add(self, row: Row) -> None:
        """Counts one article more."""
        kept = letters = 0
        out = []
        for kind, rule, length in zip(row.kinds, row.rules, row.lengths, strict=True):
            letters += length
            if kind in TEXT_KINDS:
                kept += length
            else:
                rule_name = self._rule(rule, row)
                out.append((kind, rule_name))
                self.kind_letters[kind] += length
                self.rule_letters[rule_name] += length
        seen = seen_as(row.page_type, row.confidence, out)
        add(self.counts, seen)
        self.kind_pages.update(seen.kinds.keys())
        share = kept / letters if letters else None
        if share is not None:
            self.shares[step(share)] += 1
        self.confidences[step(row.confidence)] += 1
        self.confidence += row.confidence
        self.kept, self.letters = self.kept + kept, self.letters + letters
        self.cut_off += bool(row.truncated_reason)
        self.warned += bool(row.warnings)
        self._host(row, kept, letters, len(out))
        self._keep(row, share, Counter(seen.kinds))

    def _rule(self, rule: str, row: Row) -> str:
        """The name under which a rule is counted; the reason of a new one is kept."""
        name = _cut(rule)
        if name not in self.reasons:
            if len(self.reasons) >= MOST_NAMES:
                return OTHERS
            self.reasons[name] = next((_cut(piece.reason) for piece in row.pieces() if piece.rule == rule), "")
        return name

    def _host(self, row: Row, kept: int, letters: int, removed: int) -> None:
        name = _host_name(row.url)
        if name not in self.hosts and len(self.hosts) >= MOST_NAMES:
            name = OTHERS
        host = self.hosts.setdefault(name, Host())
        host.pages += 1
        host.kept += kept
        host.letters += letters
        host.removed += removed
        host.confidence += row.confidence
        host.unsure += row.confidence < LOW

    def _keep(self, row: Row, share: float | None, kinds: Counter[str]) -> None:
        """Keeps the page, if it is among the worst, and a piece of each of its kinds, if the lot falls on it."""
        shown = partial(_shown, row, share, kinds)
        lot = drawn(row.number)
        if row.page_type in NO_STORY:
            self.without.offer(lot, row.number, shown)
        else:
            self.worst.offer(row.confidence, row.number, shown)
        for kind in sorted({*row.kinds}):
            lowest = self.samples.setdefault(kind, Lowest(SAMPLES))
            lowest.offer(lot, row.number, partial(_sample, row, kind, lot))


def step(share: float) -> int:
    """The step of a histogram that a share from 0 to 1 falls in.

    >>> step(0), step(0.05), step(0.999), step(1)
    (0, 1, 19, 19)
    """
    return min(max(int(share * STEPS), 0), STEPS - 1)


def _host_name(url: str | None) -> str:
    try:
        return _cut(host_of(url)) if url else NO_HOST
    except ValueError:
        return NO_HOST


def _shown(row: Row, share: float | None, kinds: Counter[str]) -> Shown:
    return Shown(_bare(row), share, tuple(map(_short, row.pieces()[:MOST_PIECES])), kinds)


def _sample(row: Row, kind: str, lot: int) -> Sample:
    there = [n for n, other in enumerate(row.kinds) if other == kind]
    return Sample(_bare(row), _short(row.pieces()[there[lot % len(there)]]))


def _bare(row: Row) -> Row:
    """The row without its pieces, which would keep many pages in memory, and with no text longer than is shown."""
    return row._replace(
        id=_cut(row.id), title=row.title and _cut(row.title), page_type_reason=_cut(row.page_type_reason),
        truncated_reason=_cut(row.truncated_reason), warnings=tuple(map(_cut, row.warnings[:MOST_WARNINGS])),
        kinds=[], rules=[], lengths=[], pieces=tuple,
    )  # fmt: skip


def _short(piece: Segment) -> Segment:
    """The piece, its texts no longer than are shown."""
    texts = {name: _cut(getattr(piece, name)) for name in ("text", "rule", "reason", "evidence")}
    return piece.model_copy(update=texts)


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} …"
