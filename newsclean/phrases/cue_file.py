"""Cue files: TOML in the form that docs/languages.md describes, ours and those of users, and what is wrong in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast, get_args

from newsclean.article.kinds import AwayKind, FieldKind, Kind
from newsclean.phrases.cue import WHERE, Entry, Where
from newsclean.phrases.fold import fold

KINDS: frozenset[str] = frozenset((*get_args(FieldKind), *get_args(AwayKind)))
NOT_LANGUAGES = ("agencies", "dates", "html", "verdicts")
# The keys of `words`: what patterns of names, stops and pictures are made of (language_words.py).
WORDS = (
    "title_label",
    "by", "by_or_of", "of", "before_by", "author", "and", "for", "of_house", "in", "in_or_and", "abbreviations",
    "numbered", "behind_names", "role", "before_role", "desk", "team", "other_work", "no_name", "published", "when",
    "paper", "role_behind", "no_first_name", "no_last_name", "never_named", "particles", "in_places", "no_place",
    "picture", "taken", "house", "house_end", "main_picture", "position", "position_alone", "pointing", "media",
    "agency_work", "reserved",
    "source", "legal_form",
    "tells", "tells_more", "writer", "reported_from", "no_person", "write_to", "write_at", "page", "ago", "short_units",
    "feed_opens", "feed_says",
    "given", "from_archive", "caption_label", "indefinite", "doing", "does", "past", "goes_on", "says",
    "read_on", "gallery", "picture_is", "poll", "vote", "small",
)  # fmt: skip
# The keys of `dates`: the names of the months, by number, and what else dates are made of (dates.toml).
DATES = (*map(str, range(1, 13)), "weekdays", "others")
DEEPEST = 9  # tables and lists inside one another: more than any key needs, and few enough to be shown in an error
# Of the words under these a capital counts.
AS_PRINTED = ("and", "house", "position", "pointing", "no_person", "write_to", "indefinite")


def read_cue_file(name: str, text: str) -> Iterator[Entry]:
    """The entries of a cue file, their phrases folded, as they may be written as printed.

    Raises ValueError, naming file and key, for one that is not of the form.
    """
    data = read_toml(name, text)
    for where, kind, language, phrase in read_cues(name, data, language_of(name, data)):
        yield where, kind, language, fold(phrase)


def read_toml(name: str, text: str) -> Mapping[str, object]:
    """What a TOML file holds. Raises ValueError, naming it, where it is not TOML."""
    import tomllib  # here, since only files of users are read at run time

    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no error of TOML
        raise ValueError(f"{name}: not TOML: {error}") from error
    level: list[object] = [data]
    for _ in range(DEEPEST):
        level = [value for table in level for value in _inside(table)]
    if level:
        raise ValueError(f"{name}: tables and lists nested more than {DEEPEST} deep")
    return data


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def language_of(name: str, data: Mapping[str, object], default: str | None = None) -> str:
    """The language that a cue file names, or the default. Raises ValueError, naming the file, for what is no code."""
    found = data.get("language", default)
    if not isinstance(found, str) or not found or not found.isprintable() or "," in found:
        raise ValueError(f"{name}: language: expected an ISO code such as 'en', got {found!r}")
    return found


def read_cues(name: str, tables: Mapping[str, object], language: str) -> Iterator[Entry]:
    """The entries of a cue file's tables. Raises ValueError, naming file and key, for what is not of the form."""
    for kind, table in tables.items():
        if kind in ("language", "name", "examples"):
            continue
        if kind in ("reader", "reply"):
            _check_list(f"{name}: {kind}", table)
            continue
        if kind == "words":
            read_words(name, table)
            continue
        if kind == "dates":
            read_dates(name, table)
            continue
        if kind not in KINDS:
            raise ValueError(f"{name}: {kind}: not a kind; expected one of {', '.join(sorted(KINDS))}")
        for where, phrase in read_places(f"{name}: {kind}", table):
            yield where, cast("Kind", kind), language, phrase


def read_words(name: str, table: object) -> Mapping[str, tuple[str, ...]]:
    """What a cue file says under `words`, by key. Raises ValueError, naming file and key, for another form."""
    found = dict(_lists(f"{name}: words", table, WORDS))
    for key, words in found.items():
        for word in words:
            if key not in AS_PRINTED and word != word.lower():
                raise ValueError(f"{name}: words.{key}: a word is written in small letters, got {word!r}")
            if "*" in word.strip("*") or not word.strip("* :"):
                raise ValueError(f"{name}: words.{key}: expected a word, “*” at its edges at most, got {word!r}")
    return found


def read_dates(name: str, table: object) -> Mapping[str, tuple[str, ...]]:
    """What a cue file says under `dates`, by key. Raises ValueError, naming file and key, for another form."""
    found = dict(_lists(f"{name}: dates", table, DATES))
    for key, words in found.items():
        for word in words:
            if word != fold(word):
                raise ValueError(f"{name}: dates.{key}: a word is written folded, {fold(word)!r}, got {word!r}")
    return found


def _lists(name: str, table: object, keys: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of a table, by key. Raises ValueError, naming file and key, for another form."""
    if not isinstance(table, Mapping):
        raise ValueError(f"{name}: expected lists of words by key, got {table!r}")
    for key, words in table.items():
        if key not in keys:
            raise ValueError(f"{name}.{key}: expected one of {', '.join(keys)}")
        yield key, _check_list(f"{name}.{key}", words)


def _check_list(at: str, words: object) -> tuple[str, ...]:
    """A list of words. Raises ValueError, naming where it stands, for anything else."""
    if not isinstance(words, list | tuple) or not all(isinstance(w, str) and w.strip() == w != "" for w in words):
        raise ValueError(f"{at}: expected a list of words, got {words!r}")
    return tuple(words)


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
