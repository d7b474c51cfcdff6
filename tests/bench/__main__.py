"""This library and each peer that is installed, on the pages of public benchmarks, in one run.

FOLDER is a clone of a repository that tests/bench/README.md names, or the folder PAGES of tests/fit/README.md.
"""

from __future__ import annotations

import argparse
import logging
import shlex
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import newsclean

from .layouts import Page, Text, chosen, read_pages, read_texts
from .peers import LEFT_OUT, OF_TEXT, PEERS, hosts_apart, installed
from .run import circumstances, costs, counts, measured, render


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="recognised by what is in it")
    parser.add_argument("--text", action="store_true", help="the raw texts of PAGES in place of the HTML")
    parser.add_argument("--set", action="append", help="only pages of this set; may be repeated")
    parser.add_argument("--sample", type=int, metavar="N", help="at most N pages of each set, evenly spread")
    parser.add_argument("--folds", type=Path, help="also newsclean with tables that have not seen a page's host")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this extractor; may be repeated")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the tables go; else standard output")
    given = parser.parse_args(arguments)

    pages: Sequence[Page | Text]
    if given.text:
        pages = chosen([text for folder in given.folders for text in read_texts(folder)], given.set, given.sample)
    else:
        pages = chosen([page for folder in given.folders for page in read_pages(folder)], given.set, given.sample)
    if not pages:
        parser.error(f"no pages of {given.set or 'any set'} in {', '.join(map(str, given.folders))}")
    known = list(OF_TEXT if given.text else PEERS)
    if given.folds:
        known.insert(1, hosts_apart(given.folds))  # behind newsclean, whose time is that of a page that is new to it
    peers = installed(peer for peer in known if not given.only or peer.name in given.only)
    missing = sorted({peer.package for peer in known} - {peer.package for peer in peers}) if not given.only else []
    versions = {"newsclean": newsclean.__version__, **{peer.package: number for peer, number in sorted(peers.items())}}

    with quiet():
        outcomes = measured(pages, peers, lambda line: print(line, file=sys.stderr))
    command = shlex.join(["python", "-m", "tests.bench", *_shown(arguments if arguments is not None else sys.argv[1:])])
    parts = [
        circumstances(versions, command, f"{datetime.now(UTC):%Y-%m-%d}"),
        f"* pages: {', '.join(f'{name} {n}' for name, n in counts(pages))}",
        *([f"* not installed: {', '.join(missing)}"] if missing else []),
        *([] if given.text else [f"* {LEFT_OUT}"]),
    ]
    table = "\n".join(parts) + f"\n\n{render(outcomes)}\n\n### Cost, all sets\n\n{costs(outcomes)}\n"
    if given.output:
        given.output.write_text(table, "utf-8")
    else:
        print(table)


@contextmanager
def quiet() -> Iterator[None]:
    """Without what the peers warn of and log: on pages of the wild that is a line for each."""
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)


def _shown(arguments: Sequence[str]) -> list[str]:
    """Arguments as they are shown: of a folder or file its name, since where it lies is nobody's concern."""
    return [Path(argument).name if "/" in argument else argument for argument in arguments]


if __name__ == "__main__":
    main()
