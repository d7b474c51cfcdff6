"""The command line: `newsclean clean FILE` gives the story, `newsclean explain FILE` the page with its margin.

Output is UTF-8. What cannot be cleaned (no such file, a directory, an empty or binary file) is one line on standard
error and exit status 1; wrong use is status 2.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from newsclean.article import Article, Figure, Paragraph
from newsclean.clean import clean_article
from newsclean.read.decode import file_kind

STDIN = "-"
UNUSABLE, BROKEN_PIPE, INTERRUPTED = 1, 141, 130  # exit statuses; the last two as shells count signals
LOOKED_AT = 8192  # characters in which a binary file shows a NUL
BULLET = re.compile(r"[•‣◦⁃▪▸●■□–—*·+-]\s+")
# A line that Markdown would read as a heading, quote, list item, rule or table.
MARKDOWN_OPENING = re.compile(r"(?:[#>+=|~-]|\d{1,9}(?=[.)]\s))")
MARKDOWN_MARK = re.compile(r"[\\`*_\[\]<]")


class InputError(Exception):
    """There is nothing to clean; the message is for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command with these arguments (the process's own by default); gives the exit status."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        print(_shown(_cleaned(options.file), options.show))
        sys.stdout.flush()
    except InputError as error:
        print(f"newsclean: {error}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean", description="The story out of what a scraper wrote for one news page."
    )
    parser.add_argument("--version", action="version", version=f"newsclean {_version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="{clean,explain}")
    clean = commands.add_parser("clean", help="print the story's text", description="Print the story's text.")
    clean.add_argument("file", metavar="FILE", help="the page, as text, HTML or Markdown; - for standard input")
    form = clean.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_const", dest="show", const="json", help="print all that was found, as JSON"
    )
    form.add_argument(
        "--markdown", action="store_const", dest="show", const="markdown",
        help="print headline, text and figures as Markdown",
    )  # fmt: skip
    clean.set_defaults(show="text")
    explain = commands.add_parser(
        "explain",
        help="print the page with a margin that names what each line was taken for",
        description="Print the page with a margin that names what each line was taken for; blank: it is in the text.",
    )
    explain.add_argument("file", metavar="FILE", help="the page, as text, HTML or Markdown; - for standard input")
    explain.set_defaults(show="marked")
    return parser


def _version() -> str:
    try:
        return version("newsclean")
    except PackageNotFoundError:
        return "(not installed)"


def _cleaned(file: str) -> Article:
    """The article of a file. Raises InputError for one that cannot be read, or is no page of text."""
    name = "standard input" if file == STDIN else file
    try:
        raw = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InputError(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from error
    kind = file_kind(raw)
    if kind is not None:
        raise InputError(f"{name} is not text: it looks like {kind}")
    article = clean_article(raw)
    if "\0" in article.source[:LOOKED_AT]:
        raise InputError(f"{name} is not text: it has NUL bytes")
    if article.page_type == "empty":
        raise InputError(f"{name} is empty")
    return article


def _shown(article: Article, form: str) -> str:
    if form == "json":
        return json.dumps(article.to_record(), ensure_ascii=False, indent=2)
    if form == "markdown":
        return _markdown(article)
    if form == "marked":
        return article.explain().rstrip("\n")
    return article.text


def _markdown(article: Article) -> str:
    """Headline, standfirst, byline, paragraphs, and each figure before the paragraph that it stands before."""
    parts = []
    if article.title:
        parts.append(f"# {_escaped(article.title)}")
    if article.description:
        parts.append(f"**{_escaped(article.description)}**")
    if article.byline:
        parts.append(_escaped(article.byline))
    figures = list(article.figures)
    for n, paragraph in enumerate(article.paragraphs):
        while figures and figures[0].position <= n:
            parts.append(_markdown_figure(figures.pop(0)))
        parts.append(_markdown_paragraph(paragraph))
    parts += [_markdown_figure(figure) for figure in figures]
    return "\n\n".join(part for part in parts if part)


def _markdown_paragraph(paragraph: Paragraph) -> str:
    if paragraph.kind == "heading":
        return f"## {_escaped(paragraph.text)}"
    if paragraph.kind == "quote":
        return f"> {_escaped(paragraph.text)}"
    if paragraph.kind == "list_item":
        bullet = BULLET.match(paragraph.text)
        return f"- {_escaped(paragraph.text[bullet.end() :])}" if bullet else _escaped(paragraph.text, opening=False)
    return _escaped(paragraph.text)


def _markdown_figure(figure: Figure) -> str:
    """The caption and credit, in italics."""
    said = " ".join(filter(None, (figure.caption or figure.alt, figure.credit and f"({figure.credit})")))
    return f"*{_escaped(said)}*" if said else ""


def _escaped(text: str, *, opening: bool = True) -> str:
    r"""`text` so that Markdown shows it as it is; `opening`: also what would be a mark at the beginning of a line.

    >>> print(_escaped("2 * 3 [sic]"), _escaped("# not a heading"), _escaped("12. May was wet"))
    2 \* 3 \[sic\] \# not a heading 12\. May was wet
    """
    escaped = MARKDOWN_MARK.sub(r"\\\g<0>", text)
    match = MARKDOWN_OPENING.match(escaped) if opening else None
    if match is None:
        return escaped
    at = match.end() if match.group().isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"
