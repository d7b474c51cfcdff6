"""Every extractor on every page, in turn, and the tables that come of it."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .layouts import Page, Text, html_of
from .peers import Extract, Peer, Raw, errors_of
from .scores import Score, Total, score, total

WARM = 5  # pages that each reads once before the clock runs
YARDSTICK = "resiliparse"  # the fastest of the peers: its time is 1


class Outcome(NamedTuple):
    """What an extractor made of a page."""

    score: Score
    seconds: float | None  # of the processor; None where the clock says nothing
    has_failed: bool


Outcomes = Mapping[tuple[str, str], Sequence[Outcome]]  # by set and extractor


def measured(pages: Sequence[Page | Text], peers: Iterable[Peer], say: Callable[[str], object]) -> Outcomes:
    """All pages by all peers. One page goes through all of them before the next, so that other work hits all alike."""
    extracts = [(peer, peer.make(), errors_of(peer)) for peer in peers]
    for page in pages[:WARM]:
        for _, extract, errors in extracts:
            _timed(extract, _raw(page), page.host, errors)
    found: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for i, page in enumerate(pages):
        raw = _raw(page)
        for peer, extract, errors in extracts:
            text, seconds = _timed(extract, raw, page.host, errors)
            spent = seconds if peer.is_timed else None
            found[page.set, peer.name].append(Outcome(score(page.known, text or ""), spent, text is None))
        if i % 50 == 0:
            say(f"{i} of {len(pages)}")
    return found


def _raw(page: Page | Text) -> Raw:
    return html_of(page) if isinstance(page, Page) else page.raw


def _timed(extract: Extract, raw: Raw, host: str, errors: tuple[type[Exception], ...]) -> tuple[str | None, float]:
    """The text, None where the extractor raised, and the seconds that it took."""
    start = time.process_time()
    try:
        text = extract(raw, host)
    except errors:
        return None, time.process_time() - start
    return text, time.process_time() - start


# The tables


def render(outcomes: Outcomes, yardstick: str = YARDSTICK) -> str:
    """A Markdown table for each set; times are ratios to the yardstick's on the same pages, where it was run."""
    return "\n\n".join(_table(name, some, yardstick) for name, some in _by_set(outcomes).items())


def _by_set(outcomes: Outcomes) -> dict[str, dict[str, Sequence[Outcome]]]:
    sets: dict[str, dict[str, Sequence[Outcome]]] = defaultdict(dict)
    for (name, extractor), some in outcomes.items():
        sets[name][extractor] = some
    return sets


def _table(name: str, some: Mapping[str, Sequence[Outcome]], yardstick: str) -> str:
    totals = {extractor: total([o.score for o in rows]) for extractor, rows in some.items()}
    of_snippets = not any(o.score.story for rows in some.values() for o in rows)
    columns = SNIPPETS if of_snippets else TEXTS
    has_ratios = yardstick in some
    head = ["", *columns, *(["time"] if has_ratios else ()), "raised"]
    lines = [f"### {name}, {next(iter(totals.values())).pages} pages", "", _row(head), _row(["---"] * len(head))]
    for extractor, row in totals.items():
        raised = sum(o.has_failed for o in some[extractor])
        cells = (column(row) for column in columns.values())
        times = [_ratio(some[extractor], some[yardstick])] if has_ratios else []
        lines.append(_row([extractor, *cells, *times, str(raised)]))
    return "\n".join(lines)


def _three(values: tuple[float, float, float]) -> str:
    return "{:.3f} ({:.3f}, {:.3f})".format(*values)


TEXTS: Mapping[str, Callable[[Total], str]] = {
    "F1 of shingles (P, R)": lambda t: _three(t.shingles),
    "F1 of words (P, R)": lambda t: _three(t.words),
    "words lost, on pages": lambda t: f"{100 * t.lost:.2f} %, {100 * t.lost_pages:.0f} %",
    "words left, on pages": lambda t: f"{100 * t.left:.2f} %, {100 * t.left_pages:.0f} %",
}
SNIPPETS: Mapping[str, Callable[[Total], str]] = {"F1 of snippets (P, R)": lambda t: _three(t.snippets)}


def _milliseconds(some: Sequence[Outcome]) -> float | None:
    """Mean time of a page."""
    seconds = [o.seconds for o in some if o.seconds is not None]
    return 1000 * sum(seconds) / len(seconds) if seconds else None


def _ratio(some: Sequence[Outcome], yardstick: Sequence[Outcome] | None) -> str:
    """How many times the yardstick's time it took; a dash where there is none."""
    cost, unit = _milliseconds(some), _milliseconds(yardstick or ())
    return f"{cost / unit:.1f}" if cost is not None and unit else "–"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def costs(outcomes: Outcomes, yardstick: str = YARDSTICK) -> str:
    """A Markdown table of what a page costs over all sets, in milliseconds and as a ratio to the yardstick."""
    by_name: dict[str, list[Outcome]] = defaultdict(list)
    for (_, extractor), some in outcomes.items():
        by_name[extractor] += some
    lines = [_row(["", "ms a page", f"times {yardstick}"]), _row(["---"] * 3)]
    for extractor, rows in by_name.items():
        cost = _milliseconds(rows)
        if cost is not None:
            lines.append(_row([extractor, f"{cost:.1f}", _ratio(rows, by_name.get(yardstick))]))
    return "\n".join(lines)


def circumstances(versions: Mapping[str, str], command: str, date: str) -> str:
    """When, where, with what and by which command: a list in Markdown."""
    return "\n".join(
        [
            f"* date: {date}",
            f"* newsclean: {versions['newsclean']}{_commit()}",
            f"* others: {', '.join(f'{k} {v}' for k, v in versions.items() if k != 'newsclean') or 'none'}",
            f"* machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
            f"* Python: {platform.python_implementation()} {platform.python_version()}",
            f"* command: `{command}`",
        ]
    )


def _commit() -> str:
    """The commit of this clone, in brackets; nothing where it is none."""
    here = Path(__file__).parent
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=here
        )
    except FileNotFoundError:
        return ""
    return f" ({done.stdout.strip()})" if done.returncode == 0 else ""


def counts(pages: Iterable[Page | Text]) -> Iterator[tuple[str, int]]:
    """How many pages of each set there are."""
    found: dict[str, int] = defaultdict(int)
    for page in pages:
        found[page.set] += 1
    yield from found.items()
