"""The command line: `newsclean clean FILE` gives the story, `newsclean explain FILE` the page with its margin.

Output is UTF-8; on a terminal margins are in colour, but where NO_COLOR is set, and long lines are wrapped under them.
What cannot be cleaned (no such file, a directory, an empty or binary file) is one line on standard error and exit
status 1. Wrong use is status 2: wrong arguments with the usage, a cue file that cannot be read or is
wrong and an unknown language as one line.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from newsclean import __version__
from newsclean.article.article import Article
from newsclean.article.show.display import page
from newsclean.article.show.terminal import for_terminal
from newsclean.batch.arguments import add_cleaning, cleaning_of
from newsclean.batch.command import add_batch, batch
from newsclean.batch.profile import add_profile, profile
from newsclean.batch.report.command import add_report, report
from newsclean.batch.settings import InputError, OptionError
from newsclean.batch.sources import ADDRESS, NAMES, form_by_content, form_by_name
from newsclean.clean import clean_article
from newsclean.read.decode import file_kind, is_binary
from newsclean.record import json_record

STDIN = "-"
UNUSABLE, WRONG_USE, BROKEN_PIPE = 1, 2, 141  # exit statuses; the last as shells count signals
MANY = "newsclean batch IN -o OUT cleans many"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command with these arguments (the process's own by default); gives the exit status."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        if options.show == "batch":
            return batch(options)
        if options.show == "profile":
            return profile(options)
        if options.show == "report":
            return report(options)
        print(_shown(_cleaned(options), options.show))
        sys.stdout.flush()
    except (InputError, OptionError) as error:
        print(f"newsclean: {error}", file=sys.stderr)
        return UNUSABLE if isinstance(error, InputError) else WRONG_USE
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean", description="The story out of what a scraper wrote for one news page."
    )
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="{clean,explain,batch,profile,report}")
    clean = commands.add_parser("clean", help="print the story's text", description="Print the story's text.")
    shown = clean.add_mutually_exclusive_group()
    shown.add_argument(
        "--json", action="store_const", dest="show", const="json", help="print all that was found, as JSON"
    )
    shown.add_argument("--compact", action="store_const", dest="show", const="compact", help="the same on one line")
    shown.add_argument(
        "--markdown", action="store_const", dest="show", const="markdown",
        help="print headline, text and figures as Markdown",
    )  # fmt: skip
    clean.set_defaults(show="text")
    explain = commands.add_parser(
        "explain",
        help="print the page with a margin that names what each line was taken for",
        description="Print the page with a margin that names what each line was taken for; blank: it is in the text.",
    )
    explain.add_argument(
        "--html", action="store_const", dest="show", const="html",
        help="print a web page that needs nothing else: the article, and each piece with its kind and reason",
    )  # fmt: skip
    explain.set_defaults(show="marked")
    for command in (clean, explain):
        _add_arguments(command)
    many = commands.add_parser(
        "batch",
        help="clean many pages: files, folders, JSON Lines, CSV, Parquet, WARC",
        description="Clean many pages, in several processes. What was killed goes on where it was.",
    )
    many.set_defaults(show="batch")
    add_batch(many)
    recurring = commands.add_parser(
        "profile",
        help="count what recurs on the pages of sites",
        description="Count what recurs on the pages of sites (docs/site-profiles.md).",
    )
    recurring.set_defaults(show="profile")
    add_profile(recurring)
    looked_at = commands.add_parser(
        "report",
        help="a web page of what a batch came to: what was removed, how sure, which pages to look at",
        description="Write a web page about what newsclean batch wrote (docs/report.md).",
    )
    looked_at.set_defaults(show="report")
    add_report(looked_at)
    return parser


def _add_arguments(command: argparse.ArgumentParser) -> None:
    """One page, and how it is cleaned."""
    command.add_argument("file", metavar="FILE", help="the page, as text, HTML or Markdown; - for standard input")
    command.add_argument("--url", help="the page's address, to make addresses on it absolute")
    add_cleaning(command)


def _cleaned(options: argparse.Namespace) -> Article:
    """The article of a file. Raises InputError for one that cannot be read or is no page of text, and OptionError."""
    cleaning = cleaning_of(options)._replace(url=options.url)
    file = options.file
    name = "standard input" if file == STDIN else file
    _check_one(file, name)
    try:
        raw = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InputError(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from error
    form = form_by_content(raw)
    if form is not None:
        raise OptionError(f"{name} looks like {NAMES[form]}, not one page: {MANY}")
    kind = file_kind(raw)
    if kind is not None:
        raise InputError(f"{name} is not text: it looks like {kind}")
    if is_binary(raw):
        raise InputError(f"{name} is not text: it has NUL bytes")
    try:
        article = clean_article(raw, **cleaning._asdict())
    except ValueError as error:  # an address without host, or none for a profile of several sites
        raise OptionError(str(error)) from error
    if article.page_type == "empty":
        raise InputError(f"{name} is empty")
    return article


def _check_one(file: str, name: str) -> None:
    """Raises OptionError for what is no file of one page, and says which command takes it."""
    if ADDRESS.match(file):
        raise OptionError(
            f"{name} is an address, and newsclean fetches nothing: give the page's file, with --url {name}"
        )
    if "\0" not in file and Path(file).is_dir():
        raise OptionError(f"{name} is a folder, not one page: {MANY}")
    form = form_by_name(file)
    if form is not None and not file.lower().endswith(".json"):  # which holds one page often enough
        raise OptionError(f"{name} is {NAMES[form]}, not one page: {MANY}")


def _shown(article: Article, form: str) -> str:
    if form == "json":
        return json.dumps(json_record(article.to_record()), ensure_ascii=False, indent=2)
    if form == "compact":
        return json.dumps(json_record(article.to_record()), ensure_ascii=False)
    if form == "markdown":
        return article.to_markdown()
    if form == "html":
        return page(article).rstrip("\n")
    if form == "marked" and sys.stdout.isatty():
        colour = not os.environ.get("NO_COLOR")  # https://no-color.org
        columns = shutil.get_terminal_size().columns
        return for_terminal(article.source, article.segments, columns=columns, colour=colour).rstrip("\n")
    if form == "marked":
        return article.explain().rstrip("\n")
    return article.text
