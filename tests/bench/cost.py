"""What a page costs newsclean, in times of what others cost on the same pages in the same run.

FOLDER is as for `python -m tests.bench`. A yardstick: for HTML parsing alone and each peer that is installed, for text
parting it into lines and words. Ratios, since seconds are the machine's: one page goes through all before the next, and
of several rounds the fastest counts, so that other work on the machine hits all alike.

`--instructions` counts instead what the processor does for newsclean, with valgrind, which other work does not touch:
the same pages give the same number within a thousandth, so a change of a hundredth shows.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from newsclean import clean_article

from .__main__ import quiet
from .layouts import chosen, html_of, read_pages, read_texts
from .peers import PEERS, Peer, errors_of, installed
from .run import circumstances

ROUNDS = 3
SAMPLE = 40  # pages of each set, and texts of each form
FORMS = ("article", "inscriptis")
COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")
PEERS_TIMED = ("trafilatura", "resiliparse")
Task = Callable[[Any], object]


def fastest(tasks: Mapping[str, Task], pages: Sequence[object], rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds of processor time of each task for all pages: of each page its fastest round."""
    best = {name: [float("inf")] * len(pages) for name in tasks}
    for _ in range(rounds):
        for n, page in enumerate(pages):
            for name, task in tasks.items():
                start = process_time()
                task(page)
                best[name][n] = min(best[name][n], process_time() - start)
    return {name: sum(times) for name, times in best.items()}


def words_of_lines(text: str) -> list[list[str]]:
    """The least that anybody does with a text: its lines, and their words."""
    return [line.split() for line in text.splitlines()]


def tasks_for_html() -> dict[str, Task]:
    """newsclean, parsing alone, and the peers that are installed."""
    found: dict[str, Task] = {"newsclean": clean_article, "parsing alone (lexbor)": LexborHTMLParser}
    found.update({peer.name: _without_errors(peer) for peer in installed(p for p in PEERS if p.name in PEERS_TIMED)})
    return found


def _without_errors(peer: Peer) -> Task:
    """A peer on a page: one that it raises on costs what it took up to there."""
    extract, errors = peer.make(), errors_of(peer)

    def task(page: bytes) -> None:
        with suppress(*errors):
            extract(page, "")

    return task


def table(name: str, n_pages: int, seconds: Mapping[str, float]) -> str:
    """Milliseconds a page of each task, and how many times as long newsclean takes."""
    ours = seconds["newsclean"]
    rows = [f"| {name}, {n_pages} pages | ms a page | newsclean takes |", "|---|---|---|"]
    rows += [f"| {task} | {1000 * s / n_pages:.2f} | {ours / s:.2f} × |" for task, s in seconds.items() if s]
    return "\n".join(rows)


def instructions(folders: Sequence[Path], sample: int) -> str:
    """What valgrind counts for newsclean on one page of each set, and on `sample`: the difference is that of the rest.

    Raises FileNotFoundError where valgrind is not installed.
    """
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise FileNotFoundError("valgrind is not installed")
    found = []
    for n in (1, sample):
        clean = ["-m", "tests.bench.cost", *map(str, folders), "--sample", str(n), "--only-clean"]
        command = [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", sys.executable]
        done = subprocess.run([*command, *clean], capture_output=True, text=True, check=True)
        pages, match = int(done.stdout), COUNTED.search(done.stderr)
        if match is None:
            raise ValueError(f"expected a count of instructions from valgrind; got {done.stderr[-200:]!r}")
        found.append((pages, int(match[1].replace(",", ""))))
    (few, first), (many, last) = found
    return f"{(last - first) / (many - few) / 1e6:.1f} million instructions a page, of {many - few} pages"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.cost", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N", help=f"of each set; by default {SAMPLE}")
    parser.add_argument("--instructions", action="store_true", help="count them; needs valgrind, takes minutes")
    parser.add_argument("--only-clean", action="store_true", help=argparse.SUPPRESS)  # what valgrind runs
    given = parser.parse_args(arguments)
    pages = chosen([page for folder in given.folders for page in read_pages(folder)], None, given.sample)
    if given.only_clean:
        for page in pages:
            clean_article(html_of(page))
        print(len(pages))
        return
    if given.instructions:
        print(instructions(given.folders, given.sample))
        return
    peers = {p.package: number for p, number in installed(p for p in PEERS if p.name in PEERS_TIMED).items()}
    command = f"python -m tests.bench.cost {' '.join(f.name for f in given.folders)} --sample {given.sample}"
    print(circumstances({"newsclean": "", **peers}, command, f"{datetime.now(UTC):%Y-%m-%d}"))
    with quiet():
        raw = [html_of(page) for page in pages]
        print(f"\n{table('HTML', len(raw), fastest(tasks_for_html(), raw))}")
        for form in FORMS:
            texts = [t.raw for folder in given.folders for t in read_texts(folder) if t.set.startswith(form)]
            if some := texts[:: max(1, len(texts) // given.sample)][: given.sample]:
                tasks: dict[str, Task] = {"newsclean": clean_article, "lines and words alone": words_of_lines}
                print(f"\n{table(form, len(some), fastest(tasks, some))}")


if __name__ == "__main__":
    main()
