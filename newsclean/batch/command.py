"""The command `newsclean batch`: its arguments, and what it says at the end."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.batch.arguments import add_cleaning, add_records, cleaning_of
from newsclean.batch.settings import InputError, OptionError
from newsclean.batch.sources import STDIN, check, form_by_name
from newsclean.record import COLUMNS

if TYPE_CHECKING:
    from newsclean.batch.run import Plan, Shape
    from newsclean.batch.summary import Counts

SOME_BAD = 3  # the exit status where all was done, but some records are bad
EVERY = 500  # records: at 10 ms a page a kill costs five seconds of one process
ENDS = f"""\
exit statuses: 0 each record has its article; {SOME_BAD} done, but some records are bad: OUT.errors.jsonl tells which,
and why; 1 an input that is not there, or an output that cannot be written; 2 wrong use; 130 stopped by Ctrl-C. After
a stop or a kill the same command goes on where it was."""


def add_batch(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = ENDS
    parser.add_argument(
        "inputs", metavar="IN", nargs="+",
        help="files of one page each, JSON Lines, CSV, TSV, Parquet, WARC, each also .gz or .zst; folders and patterns "
        "of them; - for standard input (JSON Lines unless --from says otherwise)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--out", metavar="OUT", required=True,
        help="a .jsonl file (also .gz or .zst), a .parquet file, a folder of texts; - for lines on standard output",
    )  # fmt: skip
    add_records(parser)
    parser.add_argument("--id", metavar="COLUMN", default="id", help="what the page is called (id)")
    parser.add_argument("--fields", metavar="NAMES", help="which fields to write, such as title,text; else all")
    parser.add_argument("--workers", metavar="N", type=int, help="how many processes; else one for each processor")
    add_cleaning(parser)
    parser.add_argument(
        "--every", metavar="N", type=int, default=EVERY, help=f"records after which what is done is made safe ({EVERY})"
    )
    parser.add_argument("--overwrite", action="store_true", help="begin anew, and replace OUT")
    parser.add_argument("--quiet", action="store_true", help="say nothing at the end")


def batch(options: argparse.Namespace) -> int:
    """Runs the command; gives its exit status. Raises InputError and OptionError.

    What it takes is loaded here: the commands for one page do not wait for it.
    """
    from newsclean.batch.run import run
    from newsclean.batch.summary import summary

    plan = _plan(options)
    check(plan.inputs)
    begin = time.monotonic()
    try:
        counts = run(plan)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"cannot write {error.filename or plan.out}: {error.strerror or error}") from error
    except RuntimeError as error:  # processes that do not start
        raise InputError(str(error)) from error
    except KeyboardInterrupt:
        if plan.out != STDIN:
            sys.stderr.write("\nnewsclean: stopped; the same command goes on where it was\n")
        raise
    if not options.quiet:
        where = f"  bad records are told in {plan.out}.errors.jsonl\n" if _has_errors(plan.out, counts) else ""
        sys.stderr.write(f"newsclean: {summary(counts)}\n{where}  in {time.monotonic() - begin:,.0f} s\n")
    return SOME_BAD if counts.pages["failed"] else 0


def _has_errors(out: str, counts: Counts) -> bool:
    """Whether there are bad records, and a file that tells of them; on standard output they go to standard error."""
    return out != STDIN and counts.pages["failed"] > 0


def _plan(options: argparse.Namespace) -> Plan:
    from newsclean.batch.articles import n_workers
    from newsclean.batch.readers import Columns
    from newsclean.batch.run import Plan

    for name, value in (("workers", options.workers), ("every", options.every)):
        if value is not None and value < 1:
            raise OptionError(f"--{name}: expected 1 or more, got {value}")
    cleaning = cleaning_of(options)
    shape = _shape(options.out)
    return Plan(
        inputs=options.inputs,
        out=options.out,
        shape=shape,
        form=options.source,
        columns=Columns(options.raw, options.id, options.url),
        fields=_fields(options.fields, shape),
        options=cleaning,
        rules=options.rules,
        profile=options.profile,
        size=n_workers(options.workers),
        every=options.every,
        overwrite=options.overwrite,
    )


def _shape(out: str) -> Shape:
    """What is written, by the name of the output. Raises OptionError for a name that says nothing we can write."""
    form = form_by_name(out)
    path = Path(out)
    if out == STDIN or form == "jsonl":
        return "lines"
    if form == "parquet" and path.suffix.lower() == ".parquet":
        return "parquet"
    if path.is_dir() or out.endswith("/") or not path.suffix:
        return "texts"
    raise OptionError(f"--out: expected .jsonl, .jsonl.gz, .jsonl.zst, .parquet, a folder or -; got {out}")


def _fields(names: str | None, shape: Shape) -> tuple[str, ...] | None:
    if names is None:
        return None
    if shape == "texts":
        raise OptionError("--fields: a folder of texts has none")
    fields = tuple(name.strip() for name in names.split(","))
    known = [column.name for column in COLUMNS]
    unknown = [field for field in fields if field not in known]
    if unknown:
        raise OptionError(f"--fields: there is no {', '.join(map(repr, unknown))}; expected some of {', '.join(known)}")
    return tuple(dict.fromkeys(fields))
