"""Whole pages of invented sites by us, as scrapers leave them: the story, and all the furniture of a site round it.

A page knows its answer: its headline, the lines of its story, those of its lists of other stories.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).parent / "resources" / "whole_pages.toml"
ARTICLE, LINES, DUMP, SOUP = "article", "lines", "dump with bullets", "dump of bare lines"
RAGGED = "dump of bare lines with the file's own line ends"  # as `get_text("\n")` leaves them
BLANKED = "the same with blanks for line ends"  # all of it one line
DRESSES = (ARTICLE, LINES, DUMP, SOUP, RAGGED, BLANKED)
WHOLE = (DUMP, SOUP, RAGGED, BLANKED)  # dresses of the whole page
BARE = (SOUP, RAGGED, BLANKED)  # of which these have no bullets
MARKS = ("* ", "# ", "/ ", "| ")  # of entries, numbered entries, verse, rows of a table

Site = Mapping[str, Any]  # its parts: lists of lines; its byline and stamp; its stories
Group = tuple[str, list[str]]  # what its lines are, and they


class WholePage(NamedTuple):
    name: str
    raw: str
    title: str
    story: tuple[str, ...]  # its lines as this dress prints them
    others: tuple[str, ...]  # headlines of other stories


@cache
def _sites() -> Mapping[str, Site]:
    return tomllib.loads(FILE.read_text(encoding="utf8"))


def languages() -> Sequence[str]:
    """The languages that there are pages in."""
    return tuple(_sites())


def whole_pages(language: str, dress: str) -> Iterator[WholePage]:
    """The pages of a language in one dress."""
    site = _sites()[language]
    for n, (title, *told) in enumerate(site["stories"]):
        story = [(mark, _printed(lines, mark, dress)) for mark, lines in _groups(told)]
        around = _around(site, title) if dress in WHOLE else (_head(site, title), [])
        groups = [*around[0], *story, *around[1]]
        yield WholePage(
            f"{language} {n}, {dress}",
            _dressed(groups, dress),
            title,
            tuple(line for _, lines in story for line in lines),
            tuple(line for name in ("related", "read") for line in site[name][1:]),
        )


def _groups(told: Sequence[str]) -> Iterator[Group]:
    """The story's lines by what they are: lists, verses and tables each together."""
    group: Group = ("", [])
    for line in told:
        mark = next((m for m in MARKS if line.startswith(m)), "")
        if not mark or mark != group[0]:
            if group[1]:
                yield group
            group = (mark, [])
        group[1].append(line.removeprefix(mark))
    yield group


def _printed(lines: Sequence[str], mark: str, dress: str) -> list[str]:
    """A group's lines as a dress prints them."""
    if mark == "| ":
        if dress in BARE:
            return [cell for line in lines for cell in line.split(" | ")]
        return [line.replace(" | ", "  " if dress == DUMP else " ") for line in lines]
    if mark == "# " and dress not in BARE:
        return [f"{n}. {line}" for n, line in enumerate(lines, 1)]
    return list(lines)


def _head(site: Site, title: str) -> list[Group]:
    return [("", [title]), ("", [site["byline"]]), ("", [site["stamp"]])]


def _around(site: Site, title: str) -> tuple[list[Group], list[Group]]:
    """What stands over the story and under it."""
    over = [("* ", site["menu"]), ("* ", site["path"]), *_head(site, title), ("* ", site["share"])]
    under = [(name, site[name]) for name in ("related", "read")]
    lists: list[Group] = [group for _, (first, *rest) in under for group in (("", [first]), ("* ", rest))]
    return over, [*lists, ("* ", site["footer"])]


def _dressed(groups: Sequence[Group], dress: str) -> str:
    if dress == DUMP:
        bullet = {"* ": "  * ", "# ": "  "}
        return "\n\n".join("\n".join(bullet.get(mark, "") + line for line in lines) for mark, lines in groups)
    lines = [line for _, lines in groups for line in lines]
    if dress in (RAGGED, BLANKED):
        text = "".join([line + (2 + n * 5 % 13) * "\n" + n * 3 % 4 * "  " for n, line in enumerate(lines)])
        return text if dress == RAGGED else text.replace("\n", " ")
    return ("\n\n" if dress == ARTICLE else "\n").join(lines)
