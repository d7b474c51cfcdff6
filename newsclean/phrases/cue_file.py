"""Cue files: TOML in the form that docs/languages.md describes, ours and those of users, and what is wrong in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast, get_args

from newsclean.article.kinds import AwayKind, FieldKind, Kind
from newsclean.phrases.cue import WHERE, Entry, Where

KINDS: frozenset[str] = frozenset((*get_args(FieldKind), *get_args(AwayKind)))
NOT_LANGUAGES = ("agencies", "dates", "html", "verdicts")


def read_cue_file(name: str, text: str) -> Iterator[Entry]:
    """The entries of a cue file. Raises ValueError, naming file and key, for one that is not of the form."""
    data = read_toml(name, text)
    yield from read_cues(name, data, language_of(name, data))


def read_toml(name: str, text: str) -> Mapping[str, object]:
    """What a TOML file holds. Raises ValueError, naming it, where it is not TOML."""
    import tomllib  # here, since only files of users are read at run time

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: not TOML: {error}") from error


def language_of(name: str, data: Mapping[str, object], default: str | None = None) -> str:
    """The language that a cue file names, or the default. Raises ValueError, naming the file, for what is no code."""
    found = data.get("language", default)
    if not isinstance(found, str) or not found or not found.isprintable() or "," in found:
        raise ValueError(f"{name}: language: expected an ISO code such as 'en', got {found!r}")
    return found


def read_cues(name: str, tables: Mapping[str, object], language: str) -> Iterator[Entry]:
    """The entries of a cue file's tables. Raises ValueError, naming file and key, for what is not of the form."""
    for kind, table in tables.items():
        if kind in ("language", "name", "examples", "reader", "reply"):
            continue
        if kind not in KINDS:
            raise ValueError(f"{name}: {kind}: not a kind; expected one of {', '.join(sorted(KINDS))}")
        for where, phrase in read_places(f"{name}: {kind}", table):
            yield where, cast("Kind", kind), language, phrase


def read_places(name: str, table: object) -> Iterator[tuple[Where, str]]:
    """The phrases of a table, each with its place. Raises ValueError, naming file and key, for another form."""
    if not isinstance(table, Mapping):
        raise ValueError(f"{name}: expected a table of {', '.join(WHERE)}, got {table!r}")
    for where, phrases in table.items():
        if where not in WHERE:
            raise ValueError(f"{name}.{where}: expected one of {', '.join(WHERE)}")
        if not isinstance(phrases, list | tuple) or not all(isinstance(p, str) and p for p in phrases):
            raise ValueError(f"{name}.{where}: expected a list of phrases, got {phrases!r}")
        for phrase in phrases:
            if "\n" in phrase:
                raise ValueError(f"{name}.{where}: a phrase is of one line, got {phrase!r}")
            yield cast("Where", where), phrase
