"""Pages made to stop their reader, for this library and each peer that is installed: seconds, memory, what is kept.

Each is read in a process of its own, with a limit of time. Of a page without tags the peers, which read HTML, get each
line as a paragraph.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from .peers import PEERS, Peer, installed
from .run import circumstances

STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
WORDS = "pump quay tide wall ferry crane mole lamp rope sail net boat rain wind storm flood lock gate bell pier".split()
LIMIT = 60  # seconds of the processor for one page
LEFT_OUT = ("trafilatura, precision", "jusText, English list")  # as slow as their other row
STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
TOO_LONG = (signal.SIGXCPU, signal.SIGKILL)
MILLION = 1_000_000


class Outcome(NamedTuple):
    """What one page cost one library."""

    seconds: float
    memory: int  # bytes at the peak, above what the process held before
    kept: int  # characters
    ended: str = ""  # by which exception, or why


def sentence(n: int) -> str:
    """The n-th of many sentences, of which no two say the same."""
    words = [WORDS[n // 20**k % 20] for k in range(5)]
    return f"The {words[0]} and the {words[1]} were as old as the {words[2]}, the {words[3]} or the {words[4]} of {n}."


def stamp(n: int) -> str:
    """The n-th of many dates."""
    return f"{n % 28 + 1} May {1990 + n % 35}, {n % 24:02}:{n % 60:02}"


def figure(n: int) -> str:
    """A picture and its caption, which say the same."""
    return f'<figure><img src="/{n}.jpg" alt="{sentence(n)}"><figcaption>{sentence(n)}</figcaption></figure>'


def data(n: int) -> str:
    """The data of a page, as many articles."""
    nodes = [{"@type": "NewsArticle", "headline": sentence(k), "articleBody": sentence(k)} for k in range(n)]
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


TEXTS: Mapping[str, Callable[[], str]] = {
    "45,000 sentences in one line": lambda: " ".join(map(sentence, range(45_000))),
    "150,000 short lines": lambda: "\n".join(f"{WORDS[k % 20]} {WORDS[k // 20 % 20]} {k % 7}" for k in range(150_000)),
    "80,000 dates": lambda: "\n".join(map(stamp, range(80_000))),
    "80,000 dates in one line": lambda: " ".join(map(stamp, range(80_000))),
    "200,000 times “Photo: ”": lambda: "Photo: " * 200_000,
    "one line 60,000 times": lambda: f"{STORY}\n" * 60_000,
    "20,000 captions, each said twice": lambda: "\n\n".join(f"{sentence(k)}\n\n{sentence(k)}" for k in range(20_000)),
    "20,000 comments": lambda: "\n".join(f"Jo Doe {stamp(k)}\n{sentence(k)}" for k in range(20_000)),
    "20,000 quotations in one line": lambda: "“" + "” he said. “".join(map(sentence, range(20_000))),
    "100,000 times “By Jo Doe and ”": lambda: "By Jo Doe and " * 100_000,
    "500,000 opening brackets": lambda: "# Pumps\n\n" + "[" * 500_000,
    "500,000 quotation marks of Markdown": lambda: f"# Pumps\n\n{'> ' * 500_000}{STORY}",
    "a letter with a million accents": lambda: "e" + "\u0301" * MILLION,
    "a million zeros": lambda: "\0" * MILLION,
    "a word of two million letters": lambda: "pump" * (MILLION // 2),
    "150,000 sentences without blanks": lambda: "水泵抵达港口。" * 150_000,
    "5,000 lone surrogates": lambda: f"\ud83d {STORY}\n\n" * 5_000,
}
PAGES: Mapping[str, Callable[[], str | bytes]] = {
    "100,000 `<p>` of a sentence": lambda: "".join(f"<p>{sentence(k)}</p>" for k in range(100_000)),
    "250,000 `<p>x`": lambda: "<p>x" * 250_000,
    "45,000 sentences in one `<p>`": lambda: f"<h1>Pumps</h1><p>{' '.join(map(sentence, range(45_000)))}</p>",
    "20,000 lines broken by `<br>`": lambda: f"<p>{'<br>'.join(map(sentence, range(20_000)))}</p>",
    "5,000 nested `<div>`": lambda: f"{'<div>' * 5_000}<p>{STORY}</p>",
    "100,000 nested `<div>`": lambda: f"{'<div>' * 100_000}<p>{STORY}</p>",
    "100,000 nested `<span>`": lambda: f"<html><p>{'<span>' * 100_000}{STORY}</p>",
    "80,000 nested lists": lambda: "<ul><li>pump " * 80_000,
    "20,000 nested tables": lambda: f"{'<table><tr><td>' * 20_000}{STORY}",
    "150,000 cells": lambda: f"<table>{'<tr><td>pump<td>1<td>2' * 50_000}</table>",
    "a cell across 9,007,199,254,740,991 columns": lambda: (
        f"<table><tr><td colspan=9007199254740991>pump<td>quay</table><p>{STORY}</p>" + f"<p>{STORY}</p>" * 20
    ),
    "20,000 links": lambda: "".join(f"<a href=/{k}>{sentence(k)}</a> " for k in range(20_000)),
    "10,000 figures": lambda: "".join(map(figure, range(10_000))),
    "100,000 pictures": lambda: f"<p>{STORY}</p>" + '<img src=a.jpg alt="A crane">' * 100_000,
    "20,000 class names": lambda: "".join(
        f'<div class="c{k} byline-{k}">{sentence(k)}</div>' for k in range(20_000)
    ),
    "attributes of 8 million characters": lambda: (
        f"<div class='{'byline share ' * 400_000}' data-x='{'x' * (3 * MILLION)}'><p>{STORY}</p></div>"
    ),
    "100,000 attributes": lambda: f"<html><p {' '.join(f'a{k}=b' for k in range(100_000))}>{STORY}</p>",
    "data of 20,000 articles": lambda: f"<html><head>{data(20_000)}</head><body><p>{STORY}</p>",
    "data nested 100,000 deep": lambda: (
        f'<html><script type="application/ld+json">{"[" * 100_000}</script><body><p>{STORY}</p>'
    ),
    "a script of 2.7 million characters": lambda: (
        f"<html><script>{'var a = 1; b(a);' * 170_000}</script><body><p>{STORY}</p>"
    ),
    "a picture of 2.4 million characters": lambda: (
        f"<p>{STORY}</p><img src='data:image/png;base64,{'iVBORw0K' * 300_000}'>"
    ),
    "a million random bytes": lambda: random.Random(1).randbytes(MILLION),  # noqa: S311 -- the same ones each time
}  # fmt: skip


def raw_of(name: str, *, is_ours: bool) -> str | bytes:
    """The page of a name; for peers a text is lines in paragraphs."""
    if name in PAGES:
        return PAGES[name]()
    text = TEXTS[name]()
    return text if is_ours else "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line)


def read_one(name: str, peer: Peer) -> Outcome:
    """What a page costs a library, in this process. It has read an ordinary page before."""
    raw = raw_of(name, is_ours=peer.package == "newsclean")
    extract = peer.make()
    extract(f"<html><body><h1>Pumps</h1>{f'<p>{STORY}</p>' * 9}</body></html>", "")
    before = _peak(anew=True)
    begin = time.process_time()
    text = extract(raw, "")
    return Outcome(time.process_time() - begin, _peak() - before, len(text))


def _peak(*, anew: bool = False) -> int:
    """The most bytes that this process has held; `anew`: from now on, where the system can forget (Linux)."""
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    if anew:
        CLEAR.write_text("5")
    return next(int(line.split()[1]) * 1024 for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))


def outcome(name: str, peer: Peer, limit: int) -> Outcome:
    """The same in a process of its own, which ends at the limit."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))

    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.hostile", "--page", name, "--peer", peer.name],
        capture_output=True, text=True, check=False, preexec_fn=limited, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    if run.returncode == 0:
        return Outcome(*json.loads(run.stdout.splitlines()[-1]))
    if run.returncode < 0:
        return Outcome(limit, 0, 0, f"stopped after {limit} s" if -run.returncode in TOO_LONG else "crash")
    return Outcome(0, 0, 0, run.stderr.splitlines()[-1].partition(":")[0].rpartition(".")[2])


def shown(found: Outcome, size: int) -> str:
    """A cell: seconds, memory in times of the input, characters kept."""
    if found.ended:
        return f"**{found.ended}**"
    return f"{found.seconds:.1f} s, {max(0, found.memory) / size:.0f} ×, {found.kept:,}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hostile", description=__doc__)
    parser.add_argument("--only", action="append", metavar="NAME", help="only this extractor; may be repeated")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"seconds for one page (default {LIMIT})")
    parser.add_argument("--page", choices=(*TEXTS, *PAGES), help="only this page; with --peer in this process")
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.peer:
        print(json.dumps(read_one(given.page, next(peer for peer in PEERS if peer.name == given.peer))))
        return
    asked = given.only or [peer.name for peer in PEERS if peer.name not in LEFT_OUT]
    peers = installed(peer for peer in PEERS if peer.name in asked)
    versions = {"newsclean": "", **{peer.package: number for peer, number in sorted(peers.items())}}
    print(circumstances(versions, "python -m tests.bench.hostile", f"{datetime.now(UTC):%Y-%m-%d}"), end="\n\n")
    print(f"| page | characters | {' | '.join(peer.name for peer in peers)} |\n|---|---|{'---|' * len(peers)}")
    for name in [given.page] if given.page else [*TEXTS, *PAGES]:
        size = len(raw_of(name, is_ours=True))
        cells = [shown(outcome(name, peer, given.limit), size) for peer in peers]
        print(f"| {name} | {size:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
