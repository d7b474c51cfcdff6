"""`newsclean batch` on very many raw texts: memory while it runs, what a kill costs, and what a second worker gains.

    python tests/many.py write 100000 texts.jsonl       the texts, made of our fixtures; each is another
    python tests/many.py watch texts.jsonl              memory by records done, with time and digest
    python tests/many.py kill texts.jsonl               the same, killed five times on its way, and the digest again
    python tests/many.py speed texts.jsonl              one worker and two, in turn

newsclean has to be installed, or on PYTHONPATH. Linux only: memory is read from /proc. docs/batch.md has our figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from marked import FIXTURES, fixtures

LEAST_LINE, LEAST_WORD = 60, 6  # characters: in lines of so many, words of so many give place to others
WORD = re.compile(rf"\b[a-z]{{{LEAST_WORD},}}\b")
NUMBER = re.compile(r"\d+")
CHANGED = 0.4  # of these words: else all texts made of one fixture would have their sentences in common
SEEN = 0.5  # seconds between two looks at a run
KILLS = 5
ROUNDS = 3  # of one worker and two in turn: the fastest of each counts, the least disturbed
SHOWN = 10  # rows of a table


def texts(n: int) -> Iterator[str]:
    """So many raw texts, always the same: our fixtures in turn, with other words and numbers in their sentences."""
    sources = [page.source for folder in ("pages", "spared") for page in fixtures(folder)]
    sources += [path.read_text("utf-8") for path in sorted((FIXTURES / "raw").glob("*.txt"))]
    words = sorted({word for source in sources for word in WORD.findall(source)})
    for number in range(n):
        yield changed(sources[number % len(sources)], words, random.Random(number))  # noqa: S311 -- no secret


def changed(source: str, words: Sequence[str], chance: random.Random) -> str:
    """A text with other words and numbers in its long lines; short ones, which may be furniture, stay.

    >>> changed("Read more", ["harbour"], random.Random(0))
    'Read more'
    """

    def other(found: re.Match[str]) -> str:
        return chance.choice(words) if chance.random() < CHANGED else found[0]

    def changed_line(line: str) -> str:
        if len(line) < LEAST_LINE:
            return line
        return NUMBER.sub(lambda found: str(int(found[0][:6]) + chance.randrange(9)), WORD.sub(other, line))

    return "\n".join([changed_line(line) for line in source.split("\n")])


def write(n: int, file: Path) -> None:
    """The texts as JSON Lines."""
    size = 0
    with file.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts(n)):
            size += out.write(json.dumps({"id": number, "raw": text}, ensure_ascii=False) + "\n")
    print(f"{n:,} texts of {size / n:,.0f} characters")


class Look(NamedTuple):
    """What a look at a run shows: records that are safe, and the resident memory of each process in MB."""

    records: int
    memory: tuple[float, ...]


class Done(NamedTuple):
    """A run to its end, or to where it was killed."""

    looks: Sequence[Look]
    seconds: float
    processor: float
    """Seconds of all its processes, in our code and in the system's."""


def run(file: Path, out: Path, workers: int, kill_at: int | None = None) -> Done:
    """Runs `newsclean batch`, looks at it now and then, and kills it where so many records are safe."""
    options = ["-o", str(out), "--workers", str(workers), "--quiet"]
    command = [sys.executable, "-m", "newsclean", "batch", str(file), *options]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command)
    looks: list[Look] = []
    while process.poll() is None:
        n, memory = records(out), resident(process.pid)
        if memory and n and (not looks or n > looks[-1].records):
            looks.append(Look(n, memory))
        if kill_at is not None and n >= kill_at:
            process.send_signal(signal.SIGKILL)
            process.wait()
            break
        time.sleep(SEEN if kill_at is None else SEEN / 10)
    if kill_at is None and process.returncode:
        raise RuntimeError(f"newsclean batch ended with exit status {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Done(looks, time.monotonic() - start, processor)


def records(out: Path) -> int:
    """How many records of a run are safe."""
    try:
        return int(json.loads(out.with_name(f"{out.name}.state").read_text("utf-8"))["state"]["records"])
    except FileNotFoundError:  # before the first step, and behind the last
        return 0


def resident(process: int) -> tuple[float, ...]:
    """The resident memory in MB of a process, then of those that it started; none where it has just ended."""
    found = []
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        for name in (str(process), *children):
            status = Path(f"/proc/{name}/status").read_text("ascii")
            if "VmRSS:" in status:
                found.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
    except (FileNotFoundError, ProcessLookupError):
        return ()
    return tuple(found)


def digest(file: Path) -> str:
    """Of a file's bytes."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:16]


def watch(file: Path, folder: Path, workers: int) -> None:
    """Prints memory by records, and what the run took."""
    out = folder / "out.jsonl"
    done = run(file, out, workers)
    print("| records | this process, MB | workers, MB |\n|---|---|---|")
    step = max(len(done.looks) // SHOWN, 1)
    for look in [*done.looks[:-1:step], done.looks[-1]]:
        own, *others = look.memory
        print(f"| {look.records:,} | {own:.0f} | {', '.join([f'{size:.0f}' for size in sorted(others)])} |")
    most = [max(column) for column in zip(*[(m[0], max(m)) for m in (look.memory for look in done.looks)], strict=True)]
    print(f"\nmost: {most[0]:.0f} MB, a worker {most[1]:.0f} MB; {_took(done)}; digest {digest(out)}")


def kill(file: Path, folder: Path, workers: int) -> None:
    """Prints where the run was killed, and whether its output is that of one that nobody killed."""
    whole, broken = folder / "whole.jsonl", folder / "broken.jsonl"
    run(file, whole, workers)
    with file.open("rb") as opened:
        n = sum(1 for _ in opened)
    moments = sorted(random.Random(n).sample(range(n), KILLS))  # noqa: S311 -- as above
    for moment in moments:
        done = run(file, broken, workers, kill_at=moment)
        print(f"killed behind record {records(broken):,}, after {done.seconds:.0f} s")
    run(file, broken, workers)
    print(f"{digest(whole)} of the run that nobody killed, {digest(broken)} of the other")
    if digest(whole) != digest(broken):
        raise SystemExit("the two are not the same")


def speed(file: Path, folder: Path) -> None:
    """Prints the time of one worker and of two."""
    runs: dict[int, list[Done]] = {1: [], 2: []}
    for number in range(ROUNDS):
        for workers, found in runs.items():
            found.append(run(file, folder / f"{number}-{workers}.jsonl", workers))
            print(f"{workers} worker{'s' * (workers > 1)}: {_took(found[-1])}; load {os.getloadavg()[0]:.1f}")
    one, two = (min(found, key=lambda done: done.seconds) for found in runs.values())
    print(f"fastest of each: {one.seconds / two.seconds:.2f} times as fast on the clock")
    one, two = (min(found, key=lambda done: done.processor) for found in runs.values())
    print(f"in processor time {2 * one.processor / two.processor:.2f} times, were two processors ours alone")


def _took(done: Done) -> str:
    return f"{done.seconds:.1f} s, {done.processor:.1f} s of processors"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("write", "watch", "kill", "speed"))
    parser.add_argument("arguments", nargs="+", metavar="N or FILE")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    file = Path(given.arguments[-1])
    if given.what == "write":
        write(int(given.arguments[0]), file)
        return
    with TemporaryDirectory(dir=file.parent) as folder:
        if given.what == "watch":
            watch(file, Path(folder), given.workers)
        elif given.what == "kill":
            kill(file, Path(folder), given.workers)
        else:
            speed(file, Path(folder))


if __name__ == "__main__":
    main()
