"""How many calls newsclean makes for a page: what it costs, counted, since seconds depend on the machine.

Calls that functions of ours make, of Python's and of C's, are counted in a process of its own with one seed for hashes:
the same code gives the same number. Those of comprehensions are left out, which Python 3.12 made a part of the function
that they stand in; the rest differs by less than a hundredth from Python 3.11 to 3.13. What a pattern does is one call:
for what such a one costs there is `python -m tests.bench.cost PAGES --instructions`.

    python tests/calls.py                        # calls of each form, beside what they may be
    python tests/calls.py --save before.json     # before a change …
    python tests/calls.py --since before.json    # … and what it made of each function
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from marked import FIXTURES, load

import newsclean
from newsclean import clean_article

# The budget: what the pages below may cost. A change that needs more either finds it elsewhere, or raises the number
# here and says in its commit what it buys.
MOST_CALLS: Mapping[str, int] = {"html": 141_000, "raw": 137_000, "markdown": 15_800}
SLACK = 0.03  # of it, for other Pythons, and so that a rule more needs no new number
PAGES: Mapping[str, Sequence[str]] = {  # by name, so that a new fixture changes nothing
    "html": (
        "html/amp-page.html", "html/arabic-agency.html", "html/author-card.html", "html/br-paragraphs.html",
        "html/comments-longer.html", "html/gallery.html", "html/listing.html", "html/most-read-ja.html",
        "html/nested-lists.html", "html/price-table.html", "html/quotes-headings.html", "html/script-built.html",
        "html_known_failures/boxes-amid.html", "html_spared/related-story-content.html", "html_spared/only-divs.html",
    ),
    "raw": (
        "raw/drone-factory.txt", "pages/council-budget.marked", "pages/de-hafenbahn.marked",
        "pages/ferry-timetable.marked", "pages/garden-show.marked", "pages/hi-pustak-thela.marked",
        "pages/ru-muzej-zvukov.marked", "pages/sugar-mill.marked", "pages/swan-rescue.marked",
        "pages/lighthouse-keeper.marked",
    ),
    "markdown": ("markdown/html2text-lighthouse.md",),
}  # fmt: skip

OURS = Path(newsclean.__file__).parent
COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>")
WARMING = (("spared", "*.marked"), ("html_spared", "[a-m]*.html"), ("markdown", "jina*.md"))
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
MOST_SHOWN = 25  # pairs of functions of which it is said how they changed


def raw_of(name: str | Path) -> bytes:
    """A fixture as a scraper would hand it in."""
    path = FIXTURES / name
    return load(path).source.encode() if path.suffix == ".marked" else path.read_bytes()


def count(names: Sequence[str]) -> Counter[str]:
    """How often each function of ours calls each other one while these pages are cleaned, one after the other.

    Others are cleaned before: tables that are made when first needed are no page's cost.
    """
    for folder, pattern in WARMING:
        for path in sorted((FIXTURES / folder).glob(pattern)):
            clean_article(raw_of(path.relative_to(FIXTURES)))
    profile = cProfile.Profile()
    for raw in map(raw_of, names):
        profile.runcall(clean_article, raw)
    calls: Counter[str] = Counter()
    for (file, _, function), (*_, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if function not in COMPREHENSIONS:
            called = ADDRESS.sub("", function) if file == "~" else f"{Path(file).stem}.{function}"
            for caller, made in callers.items():
                if place := _place(Path(caller[0])):
                    calls[f"{place} {caller[2]} -> {called}"] += made[0]
    return calls


def _place(file: Path) -> str:
    """Where a function of ours stands, or one of a NamedTuple of ours; "" for others."""
    if file.is_relative_to(OURS):
        return file.relative_to(OURS).as_posix()
    return file.parent.name if file.parent.name == "collections" else "NamedTuple" if file.name == "<string>" else ""


@cache
def count_apart(form: str) -> Counter[str]:
    """The same of one form's pages, in a process of its own, with the newsclean that is loaded here."""
    paths = os.pathsep.join([str(Path(newsclean.__file__).parent.parent), str(Path(__file__).parent)])
    done = subprocess.run(
        [sys.executable, __file__, "--count", form],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Counter(json.loads(done.stdout))


def growth(before: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    """By how much calls from one function to another grew or shrank, most first."""
    changes = {name: now.get(name, 0) - before.get(name, 0) for name in {*before, *now}}
    ranked = sorted(changes.items(), key=lambda change: (-abs(change[1]), change[0]))
    return [f"{n:+9,}  {name}" for name, n in ranked[:MOST_SHOWN] if n]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--save", type=Path, metavar="FILE", help="write down who calls whom how often")
    parser.add_argument("--since", type=Path, metavar="FILE", help="tell what grew since, and what shrank")
    parser.add_argument("--count", choices=PAGES, help=argparse.SUPPRESS)  # what the process of its own runs
    given = parser.parse_args(arguments)
    if given.count:
        print(json.dumps(count(PAGES[given.count])))
        return
    now = {form: count_apart(form) for form in PAGES}
    for form, calls in now.items():
        print(f"{form}: {calls.total():,} calls, of {MOST_CALLS[form]:,} that it may make")
    if given.save:
        given.save.write_text(json.dumps(now), "utf-8")
    if given.since:
        before = json.loads(given.since.read_text("utf-8"))
        for form, calls in now.items():
            print("", f"{form}:", *growth(before[form], calls), sep="\n")


if __name__ == "__main__":
    main()
