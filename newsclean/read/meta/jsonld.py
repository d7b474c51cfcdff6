"""JSON-LD as pages write it: arrays, graphs, references, and what is not quite JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

MAX_SCRIPT = 2_000_000  # characters: a longer script is no description of a page
MAX_NODES = 2_000  # of one page that are looked at
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
DOUBLE_COMMA = re.compile(r",(?=\s*,)")
BAD_ESCAPE = re.compile(r"""\\(?!["\\/bfnrtu])""")
DECODER = json.JSONDecoder(strict=False)

Node = Mapping[str, object]


class Parsed(NamedTuple):
    nodes: tuple[Node, ...]  # every object with a type, in the order of the page, outer before inner
    warnings: tuple[str, ...]


def parse(scripts: Iterable[str]) -> Parsed:
    r"""The objects of a page's JSON-LD scripts.

    >>> parse(['<!-- {"@type": "NewsArticle", "headline": "Pumps\narrive",} -->']).nodes
    ({'@type': 'NewsArticle', 'headline': 'Pumps\narrive'},)
    >>> graph = '{"@graph": [{"@type": "WebPage"}, {"@type": "Article"}]}{"@type": "Person"}'
    >>> [node["@type"] for node in parse([graph]).nodes]
    ['WebPage', 'Article', 'Person']
    """
    warnings = []
    nodes: list[Node] = []
    for script in scripts:
        if len(script) > MAX_SCRIPT:
            warnings.append("a JSON-LD script was too long to be read")
            continue
        for value in _values(script):
            nodes.extend(_nodes(value, MAX_NODES - len(nodes)))
    return Parsed(tuple(nodes), tuple(warnings))


def _values(script: str) -> Iterator[object]:
    """The JSON values in a script; what is broken is mended in the ways that pages break it, or given up."""
    found, is_complete = _decoded(script)
    if not is_complete:
        text = script.replace("<![CDATA[", "").replace("]]>", "")
        found, is_complete = _decoded(text)
        if not is_complete:
            found, _ = _decoded(BAD_ESCAPE.sub(r"\\\\", TRAILING_COMMA.sub("", DOUBLE_COMMA.sub("", text))))
    yield from found


def _decoded(text: str) -> tuple[list[object], bool]:
    """The values that stand one after the other in a text, and whether that is all of it."""
    found: list[object] = []
    at = 0
    while at < len(text):
        start = _next(text, at)
        if start < 0:
            return found, True
        try:
            value, at = DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            return found, False
        found.append(value)
    return found, True


def _next(text: str, at: int) -> int:
    """Where the next object or array begins, or -1."""
    starts = [n for n in (text.find("{", at), text.find("[", at)) if n >= 0]
    return min(starts, default=-1)


def _nodes(value: object, most: int) -> list[Node]:
    """Every object in a value that has a type, outer before inner, in order; without recursion."""
    found: list[Node] = []
    pending = [value]
    steps = 0
    while pending and len(found) < most and steps < 20 * MAX_NODES:
        steps += 1
        item = pending.pop()
        if isinstance(item, list):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            if "@type" in item:
                found.append(item)
            pending.extend([v for v in reversed(item.values()) if isinstance(v, dict | list)])
    return found


def types(node: Node) -> tuple[str, ...]:
    """The types of an object, without the address of their vocabulary.

    >>> types({"@type": ["http://schema.org/NewsArticle", "Article"]})
    ('NewsArticle', 'Article')
    """
    return tuple(t.rpartition("/")[2].rpartition(":")[2] for t in strings(node.get("@type")))


def strings(value: object) -> tuple[str, ...]:
    """The strings of a value that is one or a list of them, or objects with a name or value; blank ones left out.

    >>> strings(["Jo Doe", {"@type": "Person", "name": " Mara Lind "}, None, ""])
    ('Jo Doe', 'Mara Lind')
    """
    found: list[str] = []
    for item in value if isinstance(value, list) else (value,):
        said: object = item
        if isinstance(item, dict):
            said = item.get("name") or item.get("@value") or item.get("url") or item.get("@id")
        for text in said if isinstance(said, list) else (said,):
            if isinstance(text, str) and text.strip():
                found.append(text.strip())
            elif isinstance(text, int | float) and not isinstance(text, bool):
                found.append(str(text))
    return tuple(found)
