"""What inputs are mixed of: fixtures to begin with, and their lines, tags, phrases and dates. All texts are ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from importlib.resources import files
from random import Random
from typing import TypeAlias

from html_strategies import ATTRIBUTES, BLOCKS, CLASSES, LINES, MARKUP
from marked import FIXTURES, fixtures
from strategies import BREAKS, CREDITS, NASTY, TONGUES, slug

from newsclean import SiteProfile

FOLDERS = ("pages", "spared", "known_failures", "markdown", "html", "html_spared", "html_known_failures")
MOST_STEPS = 5  # changes made at once
DATES = (
    "3 May 2024", "Published: May 3, 2024 at 10:15 a.m. EDT", "2024-05-03T10:15:00Z", "vor 3 Stunden", "2024年5月3日",
    "03/05/2024", "Mon., 29 Feb. 2023", "99/99/9999", "10:15", "٣ مايو ٢٠٢٤", "5 min read", "Updated 2 hours ago",
)  # fmt: skip
MARKS = (
    "# ", "## ", "> ", "* ", "1. ", "- ", "**", "_", "[", "](", ")", "![", "```", "---", "| a | b |", "|---|---|",
    "[1]: http://a.example/", "\\", "Title: ", "URL Source: ", "Markdown Content:", "<!--", "&nbsp;", "~~~", "    ",
)  # fmt: skip
TOML = (
    "[promo]", "starts = [", "]", '"sign up … #"', "language = ", '"xx"', "[examples]", "[words]", "by = [", "[dates]",
    "keep = [", "[patterns]", '["(a+)+$"]', "'''", '"""', "#", "[[", "{", "}", "\\u", "= ", "[ad.", "whole", "contains",
    "1 = [", "{a=" * 3000, "nan", "1979-05-27", '"…"', '"*"', '""',
)  # fmt: skip
JSON = (
    '"format": "newsclean site profile"', '"version": 1', '"hosts": {', '"pages": ', '"lines": {', '"titles": ',
    '"first": "2026-04-09"', '"last": "0000-00-00"', "null", "1e999", "-1", "NaN", "true", "[", "]", "{", "}", '"',
    "[" * 3000, "\\", "\\ud800", ",", ":", "9" * 400, '"harbourpost.example"', '"[::1"', '""', '"http://"',
)  # fmt: skip
KEYS = (
    "pages", "titles", "first", "last", "lines", "www.harbourpost.example", "harbourpost.example", "[::1", "a b", "",
    "share", "Read more: #", "…", "x" * 300, "\ud800", "\0", "Nobody was hurt.",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, True, 0, 1, 3, -1, 2**60, 10**4000, 1.5, "", "3", "2026-04-09", "0000-00-00", "9999-12-31", [], [[[]]], {},
    {"pages": 3}, {"pages": 3, "titles": 9, "first": "2026-04-09"},
    {"pages": 2, "lines": {"share": 2, "nobody was hurt": 1}},
)  # fmt: skip


Change: TypeAlias = "Callable[[Random, list[str], tuple[str, ...]], None]"


@cache
def seeds(target: str) -> tuple[str, ...]:
    """The inputs to begin with: our fixtures, cue files as they are shipped, a profile."""
    if target == "cues":
        cues = files("newsclean") / "phrases" / "cues"
        return tuple(
            sorted(piece for p in cues.iterdir() if p.name.endswith(".toml") for piece in _tables(p.read_text("utf-8")))
        )
    if target == "profile":
        return (profile(), json.dumps({"format": "newsclean site profile", "version": 1, "hosts": {}}))
    html = [p.read_text("utf-8") for p in sorted(FIXTURES.glob("html*/*.html"))]
    markdown = [p.read_text("utf-8") for p in sorted(FIXTURES.glob("*/*.md"))]
    text = [page.source for folder in FOLDERS for page in fixtures(folder)]
    return tuple({"html": html, "markdown": markdown, "text": text}.get(target) or html + markdown + text)


def _tables(text: str) -> Iterator[str]:
    """The tables of a cue file, each as a file of its own."""
    head, *tables = text.split("\n[")
    for table in tables:
        yield f"{head}\n[{table}"[-4000:] if len(head) > 2000 else f"{head}\n[{table[:4000]}"


def profile() -> str:
    """A profile of a site of three pages."""
    tongue = TONGUES[0]
    pages = ["\n\n".join((*tongue.furniture, headline, *tongue.sentences)) for headline in tongue.headlines[:3]]
    return SiteProfile.fit(
        (f"https://harbourpost.example/2026/04/0{n}/a", page) for n, page in enumerate(pages, 1)
    ).to_json()


@cache
def pool(target: str) -> tuple[str, ...]:
    """Lines and pieces that may be put anywhere into an input."""
    if target in ("cues", "profile"):
        lines = [line for seed in seeds(target) for line in seed.split("\n")]
        return tuple(dict.fromkeys([*(TOML if target == "cues" else JSON), *lines, *NASTY]))
    said = [text for t in TONGUES for text in (*t.headlines, *t.sentences, *t.captions, *t.furniture)]
    lines = [line for folder in FOLDERS for page in fixtures(folder) for line in page.source.split("\n") if line]
    pieces = [*said, *lines, *CREDITS, *DATES, *map(slug, TONGUES[0].headlines)]
    if target in ("html", "bytes"):
        pieces += [line for seed in seeds("html") for line in seed.split("\n") if line.strip()]
    if target in ("markdown", "bytes"):
        pieces += [line for seed in seeds("markdown") for line in seed.split("\n") if line]
    return tuple(dict.fromkeys(pieces))


def _marks(target: str) -> tuple[str, ...]:
    return {"html": MARKUP, "markdown": MARKS, "cues": TOML, "profile": JSON}.get(target, (*DATES, *CREDITS)) + NASTY


def mutated(target: str, text: str, random: Random) -> str:
    """A text with a few changes: lines that come, go, move, are joined or cut off, pieces put inside of them."""
    if target == "profile" and random.random() < 0.7:
        return _json_changed(text, random)
    lines = text.split("\n")
    for _ in range(random.randint(1, MOST_STEPS)):
        change = random.choice(CHANGES)
        change(random, lines, pool(target))
        if random.random() < 0.3:
            _put(random, lines, _marks(target))
        if target in ("html", "bytes") and random.random() < 0.3:
            _wrap(random, lines, ())
    end = random.choice(BREAKS) if random.random() < 0.1 else "\n"
    return end.join(lines)


def drawn(target: str, random: Random) -> str:
    """A seed with changes."""
    return mutated(target, random.choice(seeds(target)), random)


def _json_changed(text: str, random: Random) -> str:
    """A profile of which a value or a key is another, or gone."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return random.choice(seeds("profile"))
    for _ in range(random.randint(1, MOST_STEPS)):
        table = data
        while isinstance(table, dict) and table and random.random() < 0.8:
            key = random.choice(list(table))
            if not isinstance(table[key], dict):
                break
            table = table[key]
        if isinstance(table, dict) and table:
            key = random.choice(list(table))
            if random.random() < 0.3:
                table[random.choice(KEYS)] = table.pop(key)
            elif random.random() < 0.2:
                del table[key]
            else:
                table[key] = deepcopy(random.choice(VALUES))
    return json.dumps(data)


def _some(random: Random, lines: list[str]) -> tuple[int, int]:
    """A run of a few lines, from and to."""
    start = random.randrange(len(lines) + 1)
    return start, min(len(lines), start + random.choice((1, 1, 2, 3, 8)))


def _drop(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    start, end = _some(random, lines)
    del lines[start:end]


def _repeat(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    start, end = _some(random, lines)
    at = random.randrange(len(lines) + 1)
    lines[at:at] = lines[start:end] * random.choice((1, 1, 1, 2, 5))


def _move(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    start, end = _some(random, lines)
    moved = lines[start:end]
    del lines[start:end]
    at = random.randrange(len(lines) + 1)
    lines[at:at] = moved


def _add(random: Random, lines: list[str], pieces: tuple[str, ...]) -> None:
    at = random.randrange(len(lines) + 1)
    added = random.choices(pieces, k=random.choice((1, 1, 2, 4)))
    lines[at:at] = [line for piece in added for line in (piece, "")] if random.random() < 0.5 else added


def _put(random: Random, lines: list[str], pieces: tuple[str, ...]) -> None:
    """A piece inside of a line, or in place of a part of it."""
    if not lines:
        return
    n = random.randrange(len(lines))
    at = random.randrange(len(lines[n]) + 1)
    behind = at + random.choice((0, 0, 0, 5, 30))
    lines[n] = lines[n][:at] + random.choice(pieces) + lines[n][behind:]


def _join(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    start, end = _some(random, lines)
    lines[start:end] = [random.choice((" ", "", "  ", " | ")).join(lines[start:end])]


def _part(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    """A line ends amid a word, or between two."""
    if not lines:
        return
    n = random.randrange(len(lines))
    at = random.randrange(len(lines[n]) + 1)
    lines[n : n + 1] = [lines[n][:at], *([""] * random.choice((0, 0, 1))), lines[n][at:]]


def _cut_off(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    if random.random() < 0.5:
        del lines[: random.randrange(len(lines) // 2 + 1)]
    else:
        del lines[len(lines) - random.randrange(len(lines) // 2 + 1) :]


def _space_out(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    """No blank lines, or one between all."""
    bare = [line for line in lines if line.strip()]
    lines[:] = bare if random.random() < 0.5 else [part for line in bare for part in (line, "")]


def _wrap(random: Random, lines: list[str], _: tuple[str, ...]) -> None:
    """A run of lines in an element."""
    start, end = _some(random, lines)
    name = random.choice(BLOCKS + LINES)
    opening = f'<{name} class="{random.choice(CLASSES)}"{random.choice(ATTRIBUTES)}>'
    lines[start:end] = [opening + "\n".join(lines[start:end]) + (f"</{name}>" if random.random() < 0.9 else "")]


CHANGES: tuple[Change, ...] = (_drop, _repeat, _move, _add, _add, _add, _put, _join, _part, _cut_off, _space_out)
DICTIONARY: Mapping[str, tuple[str, ...]] = {
    "bytes": (*MARKUP, *DATES, *CREDITS, "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "charset=gb2312"),
    "text": (*DATES, *CREDITS, *NASTY),
    "markdown": MARKS,
    "html": (*MARKUP, *ATTRIBUTES),
    "cues": TOML,
    "profile": JSON,
}
