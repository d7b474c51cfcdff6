"""Short stories of invented sites by us, dressed as scrapers and sites leave them.

A story knows its answer: its headline, its lines, the lines that are not of it.
"""

from __future__ import annotations

import html
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).parent / "resources" / "dressed_stories.toml"
TITLE, SUBHEADING, ENTRY, PARAGRAPH, FURNITURE = "=", "#", "*", "+", "-"  # what marks a line; any other is a field's

Line = tuple[str, str]  # its mark, and it
Site = Mapping[str, Any]  # its menu, footer and stories


class DressedStory(NamedTuple):
    name: str
    raw: str
    title: str
    story: tuple[str, ...]  # its lines
    furniture: tuple[str, ...]


@cache
def _sites() -> Mapping[str, Site]:
    return tomllib.loads(FILE.read_text(encoding="utf8"))


def dressed_stories() -> Iterator[DressedStory]:
    """Each story in each dress."""
    for language, site in _sites().items():
        for told in site["stories"]:
            lines = [(line[0], line[2:]) for line in told["lines"]]
            for dress, dressed in DRESSES.items():
                yield DressedStory(
                    f"{language} {told['name']}, {dress}",
                    dressed(lines, site),
                    next(text for mark, text in lines if mark == TITLE),
                    tuple(text for mark, text in lines if mark in (SUBHEADING, ENTRY, PARAGRAPH)),
                    tuple(text for mark, text in lines if mark == FURNITURE),
                )


def _blank_lines(lines: Sequence[Line], _: Site) -> str:
    return "\n\n".join(text for _, text in lines)


def _bare_lines(lines: Sequence[Line], _: Site) -> str:
    return "\n".join(text for _, text in lines)


def _dump_of_bare_lines(lines: Sequence[Line], site: Site) -> str:
    return "\n".join([*site["menu"], *[text for _, text in lines], *site["footer"]])


def _dump_with_bullets(lines: Sequence[Line], site: Site) -> str:
    groups = [[f"  * {entry}" for entry in site["menu"]]]
    for mark, group in groupby(lines, key=lambda line: line[0]):
        texts = [text for _, text in group]
        groups += [[f"  * {text}" for text in texts]] if mark == ENTRY else [[text] for text in texts]
    return "\n\n".join("\n".join(group) for group in [*groups, [f"  * {entry}" for entry in site["footer"]]])


def _markdown(lines: Sequence[Line], site: Site) -> str:
    marks = {TITLE: "# ", SUBHEADING: "## ", ENTRY: "* "}
    groups = [_links(site["menu"])]
    for mark, group in groupby(lines, key=lambda line: line[0]):
        texts = [marks.get(mark, "") + text for _, text in group]
        groups += [texts] if mark == ENTRY else [[text] for text in texts]
    return "\n\n".join("\n".join(group) for group in [*groups, _links(site["footer"])])


def _links(entries: Sequence[str]) -> list[str]:
    return [f"* [{entry}](/{n})" for n, entry in enumerate(entries)]


def _html(lines: Sequence[Line], site: Site) -> str:
    tags = {TITLE: "h1", SUBHEADING: "h2", ENTRY: "li"}
    parts = []
    for mark, group in groupby(lines, key=lambda line: line[0]):
        tag = tags.get(mark, "p")
        told = "".join(f"<{tag}>{html.escape(text, quote=False)}</{tag}>" for _, text in group)
        parts.append(f"<ul>{told}</ul>" if mark == ENTRY else told)
    menu, footer = (" ".join(_anchors(site[name])) for name in ("menu", "footer"))
    return f"<body><nav>{menu}</nav><article>{''.join(parts)}</article><footer>{footer}</footer></body>"


def _divs(lines: Sequence[Line], site: Site) -> str:
    menu, footer = ("".join(f"<div>{a}</div>" for a in _anchors(site[name])) for name in ("menu", "footer"))
    told = "".join(f"<div>{html.escape(text, quote=False)}</div>" for _, text in lines)
    return f"<body>{menu}<div>{told}</div>{footer}</body>"


def _anchors(entries: Sequence[str]) -> list[str]:
    return [f'<a href="/{n}">{entry}</a>' for n, entry in enumerate(entries)]


DRESSES: Mapping[str, Callable[[Sequence[Line], Site], str]] = {
    "blank lines": _blank_lines,
    "no blank lines": _bare_lines,
    "dump of bare lines": _dump_of_bare_lines,
    "dump with bullets": _dump_with_bullets,
    "Markdown": _markdown,
    "HTML": _html,
    "HTML of nothing but div": _divs,
}
