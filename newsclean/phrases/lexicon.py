"""The lexicon: the phrases of the cue files, in tables by what they are looked up with.

All languages stand in one packed file, from which a choice of them is taken without reading the TOML files again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, cast

from newsclean.article.kinds import Kind
from newsclean.phrases.cue import Entry
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.keys import EDGE, NUMBER, first_key, last_key, longest_word, number_key, two_words
from newsclean.phrases.shipped import tables

GAP = "…"  # in a phrase: 1 to 40 characters
BUTTONS: tuple[Kind, ...] = ("share", "media", "promo", "navigation", "paywall")


class Phrase(NamedTuple):
    """A phrase as lines are compared with it."""

    kind: Kind
    language: str
    text: str
    anchor: str  # the part before the first gap or number (of a phrase that ends a line: after the last)
    pattern: str  # "" where the phrase is its own pattern
    rest: str  # another part of such a phrase, that must stand in the line too


class Row(NamedTuple):
    """A phrase in a table, with all languages that give it this kind: "share", ("de", "en"), "email"."""

    kind: Kind
    languages: tuple[str, ...]
    text: str


# Rows by key, packed: a line each, of kind, languages and phrase. 30,000 strings load in a tenth of the time of as
# many tuples. Of a phrase to which languages give several kinds, the first row is the one that counts.
Table = Mapping[str, str]


@dataclass(frozen=True, eq=False, slots=True)
class Tables:
    """Phrases by what they are looked up with: the whole line, its first or last word, any of its words.

    This is what cues.json holds.
    """

    whole: Table
    whole_with_gap: Table
    starts: Table
    ends: Table
    contains: Table
    contains_unspaced: str  # packed


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon(Tables):
    """The tables, and what follows from them.

    Equal only to itself, and hashed so: what was found with it can be remembered.
    """

    triggers: frozenset[str]  # the keys of `contains`
    buttons: frozenset[str]  # the first words of the buttons in `whole`
    credit_labels: frozenset[str]  # “photo”, “image credit”: what stands before a credit and a colon
    own: Lexicon | None = None  # the user's phrases, looked up beside these
    keep: Lexicon | None = None  # those that protect what shows them


@lru_cache(maxsize=16)
def lexicon(languages: frozenset[str] | None = None) -> Lexicon:
    """The lexicon of these languages, or of all. Raises ValueError for a language that has no cue file."""
    shipped = tables()
    all_of_them = Tables(**shipped["lexicon"])
    if languages is None:
        return _lexicon(all_of_them)
    known = shipped["languages"]
    if unknown := sorted(languages.difference(known)):
        raise ValueError(f"languages: no cues for {', '.join(unknown)}; expected some of {', '.join(known)}")
    return _lexicon(narrowed(all_of_them, languages))


@lru_cache(maxsize=64)
def lexicon_with(
    own: frozenset[Entry], languages: frozenset[str] | None = None, keep: frozenset[Entry] = frozenset()
) -> Lexicon:
    """The lexicon of these languages, or of all, with the user's own phrases beside it, and those that protect."""
    ours = lexicon(languages)
    mine = compile_cues(sorted(own)) if own else None
    labels = ours.credit_labels | mine.credit_labels if mine else ours.credit_labels
    return replace(ours, own=mine, keep=compile_cues(sorted(keep)) if keep else None, credit_labels=labels)


def compile_cues(cues: Iterable[Entry]) -> Lexicon:
    """A lexicon of (where, kind, language, phrase) entries; phrases are taken as folded."""
    return _lexicon(pack(cues))


def pack(cues: Iterable[Entry]) -> Tables:
    """The tables of (where, kind, language, phrase) entries; phrases are taken as folded."""
    whole, gaps, starts, ends, contains, unspaced = [], [], [], [], [], []
    for where, kind, language, text in cues:
        row = Row(kind, (language,), text)
        if where == "whole" and not _is_pattern(text):
            whole.append((text.strip(EDGE), row))
        elif where == "whole":
            gaps.append((_key_with_gap(text), row))
        elif where == "starts":
            starts.append((_opening_key(text), row))
        elif where == "ends":
            ends.append((last_key(phrase_of(row, at_end=True).anchor) or NUMBER, row))
        elif UNSPACED.search(text):
            unspaced.append(row)
        else:
            contains.append((longest_word(text), row))
    return Tables(
        _table(whole), _table(gaps), _table(starts), _table(ends), _table(contains), _joined(sorted(unspaced))
    )


def _key_with_gap(text: str) -> str:
    anchor = phrase_of(Row("other", (), text)).anchor
    return first_key(anchor) if anchor else number_key(text)


def _opening_key(text: str) -> str:
    anchor = phrase_of(Row("other", (), text)).anchor
    is_glued = _is_pattern(text) and anchor[-1:].isalnum()  # to a number
    return ("" if is_glued else two_words(anchor)) or first_key(anchor or "0")


def _is_pattern(text: str) -> bool:
    return GAP in text or NUMBER in text


def _table(keyed: Iterable[tuple[str, Row]]) -> Table:
    by_key: dict[str, list[Row]] = defaultdict(list)
    for key, row in keyed:
        by_key[key].append(row)
    return {key: _joined(_ranked(found)) for key, found in sorted(by_key.items())}


def _ranked(found: Collection[Row]) -> list[Row]:
    """The longest phrases first; of one that several languages know, first the kind that most give it."""
    languages: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for row in found:
        languages[row.kind, row.text].update(row.languages)
    merged = [Row(kind, tuple(sorted(codes)), text) for (kind, text), codes in languages.items()]
    return sorted(merged, key=lambda r: (-len(r.text), -len(r.languages), r.kind != "share", *r))


def narrowed(t: Tables, languages: Collection[str]) -> Tables:
    """The tables with the phrases of these languages only, ranked by what these say."""
    whole, gaps, starts, ends, contains = (
        _only(table, languages) for table in (t.whole, t.whole_with_gap, t.starts, t.ends, t.contains)
    )
    return Tables(whole, gaps, starts, ends, contains, _joined(_of(t.contains_unspaced, languages)))


def _only(table: Table, languages: Collection[str]) -> Table:
    narrow = {key: list(_of(packed, languages)) for key, packed in table.items()}
    return {key: _joined(_ranked(found) if len(found) > 1 else found) for key, found in narrow.items() if found}


def _of(packed: str, languages: Collection[str]) -> Iterator[Row]:
    """The rows with what they have of these languages; without those that have none."""
    for line in packed.split("\n") if packed else ():
        kind, codes, text = line.split("\t", 2)
        if left := tuple([code for code in codes.split(",") if code in languages]):
            yield Row(cast("Kind", kind), left, text)


def _joined(found: Iterable[Row]) -> str:
    return "\n".join(f"{kind}\t{','.join(languages)}\t{text}" for kind, languages, text in found)


def rows(packed: str) -> Iterator[Row]:
    """The rows of a key, in the order in which they count."""
    for line in packed.split("\n") if packed else ():
        kind, languages, text = line.split("\t", 2)
        yield Row(cast("Kind", kind), tuple(languages.split(",")), text)


@lru_cache(maxsize=4096)
def unpacked(packed: str, *, at_end: bool = False) -> tuple[Phrase, ...]:
    """The phrases of a key, the longest first; each once, of the kind that counts."""
    found: dict[str, Row] = {}
    for row in rows(packed):
        found.setdefault(row.text, row)
    return tuple(phrase_of(row, at_end=at_end) for row in found.values())


def phrase_of(row: Row, *, at_end: bool = False) -> Phrase:
    """A row's phrase, with what is compared first and the pattern of one with gaps or numbers."""
    kind, languages, text = row
    language = languages[0] if languages else ""
    if not _is_pattern(text):
        return Phrase(kind, language, text, text, "", "")
    parts = re.split(f"[{GAP}{NUMBER}]", text)
    pattern = re.escape(text).replace(GAP, ".{1,40}?").replace(re.escape(NUMBER), r"\d[\d.,]{0,20}")
    anchor = parts.pop() if at_end else parts.pop(0)
    return Phrase(kind, language, text, anchor, pattern, max(parts, key=len))


def is_button(phrases: str) -> bool:
    """Whether the packed phrases of a key are of something that one clicks."""
    return phrases.startswith(BUTTONS)


def _lexicon(t: Tables) -> Lexicon:
    """A lexicon of its tables: what follows from them takes 3 ms for all languages."""
    buttons = (line.split(None, 1)[0] for line, packed in t.whole.items() if is_button(packed) and line.strip())
    return Lexicon(
        t.whole, t.whole_with_gap, t.starts, t.ends, t.contains, t.contains_unspaced,
        frozenset(t.contains), frozenset(buttons), frozenset(_credit_labels(t.starts)),
    )  # fmt: skip


def _credit_labels(starts: Table) -> Iterator[str]:
    for packed in starts.values():
        if "credit\t" in packed:
            for row in rows(packed):
                if row.kind == "credit" and row.text[-1] in ":：" and not _is_pattern(row.text):
                    yield row.text.rstrip(":： ")
