"""The command `newsclean report`: its arguments, and the file that it writes."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from newsclean.batch.opened import Meter, opened
from newsclean.batch.progress import run_bar
from newsclean.batch.settings import InputError, OptionError
from newsclean.batch.sources import Source, check, found, total_size

READ = ("jsonl", "parquet")
ERRORS = ".errors.jsonl"  # what batch calls the bad records of an output
HTML = (".html", ".htm")


def add_report(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "inputs", metavar="OUT", nargs="+",
        help="what newsclean batch wrote: .parquet or .jsonl (also .gz or .zst), several as one; - for lines on "
        "standard input",
    )  # fmt: skip
    parser.add_argument("-o", "--out", metavar="FILE.html", required=True, help="where the page goes")


def report(options: argparse.Namespace) -> int:
    """Runs the command; gives its exit status. Raises InputError and OptionError."""
    from newsclean.batch.report.charts import check_charts
    from newsclean.batch.report.page import page
    from newsclean.batch.report.rows import rows
    from newsclean.batch.report.tally import Tally

    if not options.out.lower().endswith(HTML):
        raise OptionError(f"--out: expected a file .html, got {options.out}")
    check_charts()
    check(options.inputs)
    sources = _sources(options.inputs)
    tally, meter, bad = Tally(), Meter(), Counter[str]()
    with ExitStack() as stack:
        bar = stack.enter_context(run_bar(meter, total_size(options.inputs))) if sys.stderr.isatty() else None
        for source in sources:
            for row in rows(source, tally.counts.pages["done"], meter):
                tally.add(row)
                if bar is not None and not row.number % 1000:
                    bar.show(row.number + 1)
            bad.update(_bad(source))
    try:
        Path(options.out).write_text(page(tally, [source.name for source in sources], bad), "utf-8")
    except OSError as error:
        raise InputError(f"cannot write {options.out}: {error.strerror}") from error
    return 0


def _sources(inputs: list[str]) -> list[Source]:
    """The files of articles. What batch writes beside them, of bad records, is none."""
    sources = [source for source in found(inputs, None) if not source.name.endswith(ERRORS)]
    other = next((source.name for source in sources if source.form not in READ), None)
    if other is not None:
        raise OptionError(f"{other}: expected what newsclean batch wrote, .jsonl or .parquet")
    if not sources:
        raise InputError(f"no .jsonl or .parquet in {', '.join(inputs)}")
    return sources


def _bad(source: Source) -> Iterator[str]:
    """The types of the errors that batch wrote beside an output."""
    file = source.path and source.path.with_name(source.path.name + ERRORS)
    if file is None or not file.is_file():
        return
    with opened(file, Meter()) as lines:
        for line in lines:
            try:
                error = json.loads(line)
            except ValueError:
                continue
            if isinstance(error, dict) and isinstance(error.get("type"), str):
                yield error["type"]
