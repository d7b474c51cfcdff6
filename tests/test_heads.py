"""Heads of pages, each as HTML, as a dump of the whole page and as Markdown: whose headline and authors come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest

from newsclean import clean_article
from newsclean.read.read import Form

RESOURCES = Path(__file__).parent / "resources"
STORIES = tomllib.loads((RESOURCES / "field_lines.toml").read_text("utf-8"))["stories"]
PIECES = "‖"


class Part(NamedTuple):
    tag: str
    text: str

    @property
    def pieces(self) -> list[str]:
        return self.text.split(PIECES)


class Head(NamedTuple):
    name: str
    window: str
    above: tuple[Part, ...]
    story: tuple[str, ...]
    below: tuple[Part, ...]
    title: str
    authors: tuple[str, ...]
    forms: tuple[str, ...]


@cache
def heads() -> tuple[Head, ...]:
    """The heads of the file."""
    return tuple(map(_head, (RESOURCES / "heads.txt").read_text("utf-8").split("\n=== ")[1:]))


def _head(said: str) -> Head:
    first, *lines = [line for line in said.splitlines() if line]
    name, language = first.split()
    fields = {key[1:]: value for key, _, value in (line.partition(" ") for line in lines if line[0] == "@")}
    above, below = "\n".join(line for line in lines if line[0] != "@").split("---")
    window, *parts = _parts(above)
    return Head(
        name,
        window.text,
        tuple(parts),
        tuple(STORIES[language]["paragraphs"]),
        tuple(_parts(below)),
        fields["title"],
        tuple(filter(None, fields["authors"].split("; "))),
        tuple(fields.get("forms", "html text markdown").split()),
    )


def _parts(lines: str) -> Iterator[Part]:
    for line in lines.splitlines():
        if line:
            tag, _, text = line.partition(" | ")
            yield Part(tag.strip(), text)


def as_html(head: Head) -> str:
    """The page as it was served, its story and head in one element."""
    story = "".join(f"<p>{escape(text)}</p>" for text in head.story)
    inner = f"{''.join(map(_html, head.above))}{story}{''.join(map(_html, head.below))}"
    return f"<html><head><title>{escape(head.window)}</title></head><body><main>{inner}</main></body></html>"


def _html(part: Part) -> str:
    text = "".join(f"<span>{escape(piece)}</span>" for piece in part.pieces) if len(part.pieces) > 1 else part.text
    if part.tag == "img":
        return f'<img src="a.jpg" alt="{escape(part.text)}">'
    if part.tag in ("a", "li"):
        return f'<ul><li><a href="/x">{escape(text)}</a></li></ul>'
    return f"<{part.tag}>{text}</{part.tag}>"


def as_dump(head: Head) -> str:
    """The text of the page, a line for each element and each piece of one; that of pictures is not in it."""
    lines = [head.window]
    lines += [piece.strip() for part in head.above if part.tag != "img" for piece in part.pieces]
    lines += head.story
    lines += [piece.strip() for part in head.below if part.tag != "img" for piece in part.pieces]
    return "\n".join(lines)


def as_markdown(head: Head) -> str:
    """The page as a crawler writes it, without the title of the window."""
    return "\n\n".join([*map(_markdown, head.above), *head.story, *map(_markdown, head.below)])


def _markdown(part: Part) -> str:
    if part.tag == "img":
        return f"![{part.text}](https://harbour.example/a.jpg)"
    if part.tag in ("a", "li"):
        return f"  * [{part.text}](https://harbour.example/x)"
    text = "".join(part.pieces)
    return f"{'#' * int(part.tag[1])} {text}" if part.tag[0] == "h" else text


FORMS: tuple[Form, ...] = ("html", "text", "markdown")
WRITTEN = dict(zip(FORMS, (as_html, as_dump, as_markdown), strict=True))


@pytest.mark.parametrize(
    ("head", "form"),
    [pytest.param(head, form, id=f"{head.name}-{form}") for head in heads() for form in FORMS if form in head.forms],
)
def test_a_head(head: Head, form: Form) -> None:
    """Its headline and its authors are found, and no paragraph of the story is lost."""
    article = clean_article(WRITTEN[form](head), form=form)
    has_pictures = any(part.tag == "img" for part in (*head.above, *head.below))
    assert article.title == head.title
    if form != "text" or not has_pictures:  # a portrait's description tells whose name stands under it
        assert article.authors == head.authors
    assert [text for text in head.story if text not in article.text] == []
