"""Ordinary pages of the press by us, put together by chance: a story, what stands over, amid and behind it, a dress.

No two parts were written for each other, and none for a rule: what newsclean does with them is what a user will see.
A page knows its answer: the story's lines, its headline, its author.
"""

from __future__ import annotations

import html
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "resources" / "ordinary.toml"
DRESSES = ("a blank line between all", "no blank lines", "blank lines between parts", "HTML")
MARKDOWN, DIVS = "Markdown", "HTML of nothing but div"  # dresses that are asked for by name
ONE_LINE = "one line"  # all white space collapsed, as a column of a table holds a page
SITE = "The Harbour Post"
SOMETIMES = 0.5  # the chance of each part of a page
SELDOM = 0.2


class OrdinaryPage(NamedTuple):
    """A page and what it should come to."""

    name: str
    raw: str
    title: str
    author: str | None  # where the page prints one
    story: tuple[str, ...]  # its lines
    furniture: tuple[str, ...]  # lines that are not of it, nor in a field


@cache
def _languages() -> Mapping[str, Mapping[str, list[list[str]]]]:
    return tomllib.loads(FILE.read_text(encoding="utf8"))


def ordinary_pages(language: str, number: int, dress: str | None = None) -> Iterator[OrdinaryPage]:
    """So many pages in a language, always the same; each in a dress that is drawn, or all in one."""
    parts = _languages()[language]
    for n in range(number):
        draw = random.Random(f"{language} {n}")  # noqa: S311 - no secret
        title, subtitle, author, *story = draw.choice(parts["stories"])
        groups = list(_groups(draw, parts, {"title": title, "subtitle": subtitle, "author": author}, story))
        worn = dress or draw.choice(DRESSES)
        yield OrdinaryPage(
            f"{language} {n}, {worn}",
            _dressed(groups, worn),
            title,
            author if any(author in line for name, lines in groups if name == "byline" for line in lines) else None,
            tuple(story),
            tuple(line for name, lines in groups if name in ("menu", "share", "amid", "tail") for line in lines),
        )


def whole_pages_in_one_line(language: str, number: int) -> Iterator[OrdinaryPage]:
    """So many pages in a language in one line each, with the window's title, all menus before and all lists behind."""
    parts = _languages()[language]
    menus = [line for menu in parts["menu"] for line in menu if "{" not in line]
    lists = [line for tail in parts["tail"] for line in tail if "{" not in line]
    for page in ordinary_pages(language, number, ONE_LINE):
        raw = " ".join([page.title, "|", SITE, *menus, page.raw, *lists])
        yield page._replace(name=f"{page.name}, whole", raw=raw, furniture=(*page.furniture, *menus, *lists))


def languages() -> Sequence[str]:
    """The languages that there are pages in."""
    return tuple(_languages())


def _groups(
    draw: random.Random, parts: Mapping[str, list[list[str]]], said: Mapping[str, str], story: Sequence[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """The page's lines in their order, in groups with a name."""

    def some(name: str, chance: float = SOMETIMES) -> Iterator[tuple[str, Sequence[str]]]:
        if draw.random() < chance:
            yield name, [line.format(**said) for line in draw.choice(parts[name])]

    yield from some("menu")
    yield from some("kicker", SELDOM)
    yield "title", [said["title"]]
    if draw.random() < SELDOM:
        yield "subtitle", [said["subtitle"]]
    yield from some("byline", 0.8)
    yield from some("share")
    yield from some("figure")
    amid = draw.randrange(1, len(story)) if len(story) > 1 else 1
    for i, line in enumerate(story):
        if i == amid:
            yield from some("amid")
        yield "story", [line]
    yield from some("tail", 0.8)


def _dressed(groups: Sequence[tuple[str, Sequence[str]]], dress: str) -> str:
    """The page's text: the lines of its parts with blank lines as scrapers leave them."""
    if dress == "HTML":
        return "\n".join(MARKUP.get(name, PLAIN).format("\n".join(_marked(name, lines))) for name, lines in groups)
    if dress == DIVS:
        return "\n".join(MARKUP.get(name, "{}").format("\n".join(_in_divs(name, lines))) for name, lines in groups)
    if dress == MARKDOWN:
        return "\n\n".join(MARKS.get(name, "\n\n").join(_in_markdown(name, lines)) for name, lines in groups)
    if dress == ONE_LINE:
        return " ".join(line for _, lines in groups for line in lines)
    if dress == DRESSES[0]:
        return "\n\n".join(line for _, lines in groups for line in lines)
    return ("\n" if dress == DRESSES[1] else "\n\n").join("\n".join(lines) for _, lines in groups)


PLAIN = "<div>{}</div>"
MARKUP = {
    "menu": "<nav><ul>{}</ul></nav>",
    "title": "{}",
    "story": "{}",
    "figure": "<figure><img src='1.jpg'><figcaption>{}</figcaption></figure>",
}
LINES = {
    "menu": "<li><a href='/a'>{}</a></li>",
    "title": "<h1>{}</h1>",
    "tail": "<p><a href='/a'>{}</a></p>",
    "figure": "{}",
}


def _marked(name: str, lines: Sequence[str]) -> Iterator[str]:
    return (LINES.get(name, "<p>{}</p>").format(html.escape(line)) for line in lines)


def _in_divs(name: str, lines: Sequence[str]) -> Iterator[str]:
    form = {"menu": LINES["menu"], "title": LINES["title"], "tail": "<div><a href='/a'>{}</a></div>"}
    return (form.get(name, "<div>{}</div>").format(html.escape(line)) for line in lines)


MARKS = {"menu": "\n", "tail": "\n"}  # what parts the lines of a list in Markdown


def _in_markdown(name: str, lines: Sequence[str]) -> Iterator[str]:
    form = {"menu": "  * [{}](/a)", "tail": "  * [{}](/a)", "title": "# {}"}.get(name, "{}")
    return (form.format(line) for line in lines)
