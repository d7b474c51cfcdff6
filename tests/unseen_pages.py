"""Pages of many kinds in the dress of many scrapers, by us: resources/unseen_pages.txt tells how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsclean import Article
from newsclean.read.read import Form

FILE = Path(__file__).parent / "resources" / "unseen_pages.txt"
STAYS, AWAY, SIGNED = "SHE", "XRBDCK", "BND"  # letters: what stays, what goes, what may name the author
SHOWN = 60  # characters of a line
SHORT = 8  # characters: what is no longer may stand in a sentence as well
MARKS = "*->#• "  # of lists, quotations and headings, which a form with marks takes off
LINK = re.compile(r"\[([^\]]*)\]\(")


class Line(NamedTuple):
    letter: str
    text: str  # as the scraper wrote it
    said: str  # what it comes to


class UnseenPage(NamedTuple):
    name: str
    raw: str
    form: Form
    lines: tuple[Line, ...]
    title: str | None
    author: str | None
    date: str | None


@cache
def unseen_pages() -> tuple[UnseenPage, ...]:
    """The pages of the file."""
    return tuple(map(_page, re.split(r"(?m)^=== ", FILE.read_text(encoding="utf8"))[1:]))


def _page(written: str) -> UnseenPage:
    name, *rows = written.rstrip("\n").split("\n")
    fields: dict[str, str] = {}
    lines: list[Line] = []
    raw: list[str] = []
    for row in rows:
        if field := re.match(r"@(\w+) (.*)", row):
            fields[field[1]] = field[2].strip('"') if field[1] == "join" else field[2]
        elif line := re.match(r"([A-Z])\|(.*)", row):
            text, arrow, said = line[2].partition(" => ")
            lines.append(Line(line[1], text, said if arrow else text))
            raw.append(text)
        else:
            raw.append(row)
    joint = fields.get("join")
    title = fields.get("title")
    return UnseenPage(
        name.split()[0],
        "\n".join(raw) if joint is None else joint.join(filter(None, raw)),
        "html" if fields.get("form") == "html" else "auto",
        tuple(lines),
        None if title == "-" else title,
        fields.get("author"),
        fields.get("date"),
    )


def faults(page: UnseenPage, article: Article) -> Iterator[str]:
    """What is wrong with what was made of a page: a line lost or left, a field."""
    text = _plain(article.text)
    kept = {_plain(p.text) for p in article.paragraphs}
    description = _plain(article.description or "")
    for line in page.lines:
        said = _plain(line.said)
        if line.letter in STAYS:
            where = f"{text} {description}" if line.letter == "E" else text
            if (said.lstrip(MARKS) if line.letter == "E" else said) not in where:
                yield f"lost: {said[:SHOWN]}"
        elif line.letter in AWAY:
            bare = _bare(page, said)
            if bare in kept or (len(bare) > SHORT and bare in text):
                yield f"left: {bare[:SHOWN]}"
    if page.title and _plain(article.title or "") != page.title:
        yield f"title: {article.title}"
    signed = " ".join(line.text for line in page.lines if line.letter in SIGNED).lower()
    yield from (f"invented: {name}" for name in article.authors if name != page.author and name.lower() not in signed)
    if page.author and list(article.authors) != [page.author]:
        yield f"authors: {', '.join(article.authors)}"
    if page.date and (article.date_published is None or article.date_published.date().isoformat() != page.date):
        yield f"date: {article.date_published}"


def _bare(page: UnseenPage, said: str) -> str:
    """A line without the marks of its form, of links what a reader sees of the first."""
    link = LINK.search(said) if page.form == "auto" else None
    return link[1] if link and len(link[1]) > 2 else said.lstrip(MARKS)


def _plain(text: str) -> str:
    return " ".join(text.split())
