"""A million made-up pages of many sites through all passes of docs/scale.md: what each costs, writes and holds.

    python tests/million.py                     some twenty minutes of one processor
    python tests/million.py --pages 20000       a look

Pages are counted for their profile for real, all of them, in tasks as on a cluster; some tasks are then lost and done
again. Cleaning is measured on a sample, with the profile and without, and what it must take and keep is checked there.
newsclean has to be installed, or on PYTHONPATH. Not for Windows.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import statistics
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple, TextIO, cast

from newsclean import SiteProfile, clean_article
from newsclean.batch.counted import merged, read_rows, spill

SITES = 3000  # site number n has 1 / (n + 10) of the pages of a site number 0 that had them all
TASK = 10_000  # pages
IN_MEMORY = 100_000  # pages that `fit` counts in one process, to compare
SAMPLE = 1000  # pages that are cleaned
LOST = 5  # tasks
BUCKETS = 256  # of sites, by a hash of their hosts
SYLLABLES = "bo ka lu mi ne ro sa ti ve zo dra fen gul hol jor kem lan mor nid os".split()
RUBRICS = "Harbour news|Council and county|Sport on the quay|Letters to the editor|Weather and tides".split("|")
DEEDS = "opened closed painted sold bought moved counted measured repaired flooded".split()
THINGS = "bridge school ferry market lighthouse mill quay library station garden".split()
STATUS = Path("/proc/self/status")
MB = 1e6


class Made(NamedTuple):
    """A page, and what cleaning has to keep and to take of it."""

    url: str
    raw: str
    story: Sequence[str]
    furniture: Sequence[str]


def name(number: int) -> str:
    """A name for each number, without digits: lines are compared without their numbers."""
    found: list[str] = []
    while number or not found:
        number, rest = divmod(number, len(SYLLABLES))
        found.append(SYLLABLES[rest])
    return "".join(found).title()


def made(number: int) -> Made:
    """Page number so-and-so: three sentences of its own between eight lines that its site has on other pages too."""
    chance = Random(number)  # noqa: S311 -- no secret
    site = int(10 * ((SITES + 10) / 10) ** chance.random()) - 10
    paper, place = name(site + 400), name(number + 8000)
    deed, thing = chance.choice(DEEDS), chance.choice(THINGS)
    story = (
        f"The {thing} of {place} was {deed} on Monday, and {chance.randrange(3, 90)} people came to see it happen.",
        f"Nobody in {place} was hurt, said {name(number % 977)} {paper}, who {deed} a {thing} there last year.",
        f"The council of {place} pays {chance.randrange(200, 9000)} crowns for it, half of its price once.",
    )
    friends = f"Half of the readers of the {paper} Post pay for what they read here, and the others could do so too."
    furniture = (f"The {paper} Post", chance.choice(RUBRICS), friends, "Most read this week", f"About the {paper} Post")
    lines = (
        *furniture[:2], f"{place} has its {thing} {deed}", f"By {name(site * 30 + chance.randrange(12))} {paper}",
        story[0], story[1], friends, story[2], *furniture[3:],
    )  # fmt: skip
    day = f"2026/{chance.randrange(1, 13):02}/{chance.randrange(1, 29):02}"
    url = f"https://www.{paper.lower()}post.example/{day}/{number}"
    return Made(url, "\n\n".join(lines), story, furniture)


def pages(numbers: range) -> Iterator[tuple[str, str]]:
    """Their addresses and texts."""
    for number in numbers:
        page = made(number)
        yield page.url, page.raw


# The passes


class Task(NamedTuple):
    """What a task has done."""

    names: Sequence[str]
    seconds: float  # of the processor
    memory: float  # MB, the most that its process had


def opened(folder: Path, file: str, mode: str) -> TextIO:
    return cast("TextIO", gzip.open(folder / file, mode, compresslevel=1, encoding="ascii"))


def count(folder: Path, numbers: range) -> Task:
    """Counts the pages of a task into files."""
    start = time.process_time()
    names = spill(pages(numbers), f"{numbers.start:08}-", partial(opened, folder))
    return Task(names, time.process_time() - start, memory())


def memory() -> float:
    """The most that this process has had resident, in MB.

    Linux tells it for what this process runs; `getrusage` also counts what its parent had when it was started.
    """
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(STATUS.read_text("ascii").split("VmHWM:")[1].split()[0]) / 1024


def generated(numbers: range) -> float:
    """Seconds that it takes only to make up these pages."""
    start = time.process_time()
    for _ in pages(numbers):
        pass
    return time.process_time() - start


def counted(n: int, folder: Path, workers: int) -> list[str]:
    """The pass over all pages; prints what it took. Gives the names of its files."""
    tasks = [range(start, min(start + TASK, n)) for start in range(0, n, TASK)]
    with ProcessPoolExecutor(workers) as pool:
        done = list(pool.map(partial(count, folder), tasks))
    names = [file for task in done for file in task.names]
    own = generated(range(min(n, TASK))) / min(n, TASK)
    seconds = sum(task.seconds for task in done) - own * n
    size = sum((folder / file).stat().st_size for file in names)
    rows = sum(1 for file in names[: len(done[0].names)] for _ in lines_of(folder, file)) / len(tasks[0])
    first, last = (statistics.mean(task.memory for task in some) for some in (done[:workers], done[-workers:]))
    print(f"counting: {n:,} pages in {len(tasks)} tasks, {1000 * seconds / n:.2f} ms a page, {seconds:,.0f} s")
    print(f"  memory of a task's process: {first:.0f} MB behind its first task, {last:.0f} MB behind its last")
    print(f"  handed over: {rows:.1f} lines a page, {size / n:,.0f} bytes a page packed, {size / MB:,.0f} MB in all")
    again(folder, done, tasks)
    return names


def again(folder: Path, done: Sequence[Task], tasks: Sequence[range]) -> None:
    """Loses some tasks, one half-way, and does them again: their files hold what they held."""
    lost = Random(len(done)).sample(range(len(done)), min(LOST, len(done)))  # noqa: S311 -- no secret
    before = {file: list(lines_of(folder, file)) for number in lost for file in done[number].names}
    for file in before:
        path = folder / file
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    for number in lost:
        count(folder, tasks[number])
    if any(list(lines_of(folder, file)) != rows for file, rows in before.items()):
        raise SystemExit("a task that was done again has counted something else")
    print(f"  {len(lost)} tasks were lost and done again: {len(before)} files, the same counts")


def lines_of(folder: Path, file: str) -> Iterator[object]:
    with opened(folder, file, "rt") as rows:
        yield from read_rows(rows)


def merging(names: Sequence[str], folder: Path) -> SiteProfile:
    """The profile of all pages; prints what it took to merge it and what it holds."""
    before, start = memory(), time.process_time()
    profile = merged(names, "merged-", partial(opened, folder))
    seconds = time.process_time() - start
    lines = sum(len(site.lines) for site in profile.sites.values())
    text = profile.to_json()
    print(f"merging: {seconds:.0f} s; {len(profile.sites):,} sites, {lines:,} lines on two pages or more")
    print(f"  {len(text) / MB:.1f} MB as JSON; {memory() - before:.0f} MB more in this process, JSON included")
    sizes: Counter[int] = Counter()
    for host, site in profile.sites.items():
        sizes[zlib.crc32(host.encode()) % BUCKETS] += site.pages
    total = sum(sizes.values())
    largest = max(site.pages for site in profile.sites.values())
    print(
        f"  {BUCKETS} buckets of sites: the largest has {max(sizes.values()) / total:.1%} of the pages, the mean "
        f"{1 / BUCKETS:.1%}; the largest site {largest / total:.1%}"
    )
    return profile


def compared(n: int, names: Sequence[str], folder: Path) -> None:
    """`SiteProfile.fit` over some of the pages: it holds all lines, and saves what merging gives."""
    some = range(min(n, IN_MEMORY))
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:  # a fork would begin with what is held here
        text, held = pool.submit(fitted, some).result()
    parts = [file for file in names if int(file[:8]) < len(some)]
    if merged(parts, "compared-", partial(opened, folder)).to_json() != text:
        raise SystemExit("merging gives another profile than fit")
    each = 1000 * held / len(some)
    print(f"in memory: fit over {len(some):,} pages held {held:.0f} MB, {each:.1f} kB a page; the same profile")


def fitted(numbers: range) -> tuple[str, float]:
    """What `fit` saves of these pages, and the MB that it held."""
    before = memory()
    profile = SiteProfile.fit(pages(numbers))
    return profile.to_json(), memory() - before


def cleaning(n: int, profile: SiteProfile) -> None:
    """Cleans a sample, each page with the profile and without, and prints time and what was taken and kept."""
    sample = [made(number) for number in range(0, n, max(n // SAMPLE, 1))]
    times: dict[bool, list[float]] = {True: [], False: []}
    found: Counter[tuple[str, bool]] = Counter()
    for turn, page in enumerate(sample * 2):
        for with_profile in (turn % 2 == 0, turn % 2 == 1):
            start = time.process_time()
            article = clean_article(page.raw, url=page.url, profile=profile if with_profile else None)
            times[with_profile].append(time.process_time() - start)
            found["story kept", with_profile] += sum(line in article.text for line in page.story)
            found["furniture taken", with_profile] += sum(line not in article.text for line in page.furniture)
    all_of = {"story kept": 2 * 3 * len(sample), "furniture taken": 2 * 5 * len(sample)}
    without, with_it = (sum(times[key]) / len(times[key]) for key in (False, True))
    print(f"cleaning: {1000 * without:.2f} ms a page, {with_it / without:.3f} times that with the profile")
    for what, most in all_of.items():
        print(f"  {what}: {found[what, False] / most:.2%} without, {found[what, True] / most:.2%} with")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    with TemporaryDirectory() as top:
        folder = Path(top)
        names = counted(given.pages, folder, given.workers)
        profile = merging(names, folder)
        compared(given.pages, names, folder)
    cleaning(given.pages, profile)


if __name__ == "__main__":
    main()
