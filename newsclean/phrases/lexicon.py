"""The cue files, compiled: which phrases of news furniture does a line show, and where in it?

Nearly all furniture is anchored: it is the whole line, or opens it, or ends it. So a line is looked up by its first
or last characters in a table, and only the few phrases found there are tried; a phrase that counts anywhere in a line
is looked up by its longest word. A line costs about a microsecond, whatever the number of phrases.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast, get_args

import regex

from newsclean.article.kinds import AwayKind, FieldKind, Kind
from newsclean.phrases.cue import Cue
from newsclean.phrases.fold import IN_WORD, MARKED_WORD, UNSPACED, first_word, is_of_word, words_in
from newsclean.phrases.shipped import tables

Where = Literal["whole", "starts", "ends", "contains"]
WHERE: tuple[Where, ...] = get_args(Where)
Entry = tuple[Where, Kind, str, str]  # the last two: language and phrase
EDGE = " \t.:!…»›>→•*|-–[](){}+#▶►▼▲■●◆※◇→↓☞\"'"  # stripped from a line before it is compared as a whole
AROUND = EDGE + ",;©/?"  # stripped from a line's last word
CLOSING = " |)]»"  # may stand behind the phrase that ends a line
GAP = "…"  # in a phrase: 1 to 40 characters
NUMBER = "#"  # in a phrase: a number


MOST_WITH_GAP = 120  # characters of a line that is a phrase with a gap
MOST_BUTTONS = 70  # characters of a line of buttons
MOST_WORDS = 8  # words of it
TWO_WORDS = regex.compile(rf"({MARKED_WORD})[^{IN_WORD}©]+({MARKED_WORD})(?:[^{IN_WORD}]|\Z)")
DIGITS = "0123456789 .,"
BUTTONS: tuple[Kind, ...] = ("share", "media", "promo", "navigation", "paywall")


class Phrase(NamedTuple):
    kind: Kind
    language: str
    text: str
    anchor: str  # the part before the first gap or number (of a phrase that ends a line: after the last)
    pattern: str  # "" where the phrase is its own pattern
    rest: str  # another part of such a phrase, that must stand in the line too


Table = Mapping[str, str]  # phrases by key, packed: 30,000 strings load in a tenth of the time of as many tuples


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """Phrases by what they are looked up with: the whole line, its first or last word, any of its words.

    Equal only to itself, and hashed so: what was found with it can be remembered.
    """

    whole: Table
    whole_with_gap: Table
    starts: Table
    ends: Table
    contains: Table
    contains_unspaced: str  # packed
    triggers: frozenset[str]  # the keys of `contains`
    buttons: frozenset[str]  # the first words of the buttons in `whole`
    credit_labels: frozenset[str]  # “photo”, “image credit”: what stands before a credit and a colon
    own: Lexicon | None = None  # the user's phrases, looked up beside these


def _phrase(kind: Kind, language: str, text: str, *, at_end: bool) -> Phrase:
    if GAP not in text and NUMBER not in text:
        return Phrase(kind, language, text, text, "", "")
    parts = re.split(f"[{GAP}{NUMBER}]", text)
    pattern = re.escape(text).replace(GAP, ".{1,40}?").replace(re.escape(NUMBER), r"\d[\d.,]{0,20}")
    anchor = parts.pop() if at_end else parts.pop(0)
    return Phrase(kind, language, text, anchor, pattern, max(parts, key=len))


def _first_key(line: str) -> str:
    """The key of a line's beginning: its first word, “0” for a number, a sign, two characters of an unspaced script."""
    first = line[:1]
    if first.isdigit():
        return "0"
    if not first.isalnum():
        return first
    if first >= "\u0e00" and UNSPACED.match(first):
        return line[: 2 - line[1:2].isdigit()]
    return first_word(line) or first


def _number_key(line: str) -> str:
    """The key of a line that begins with a number: how it ends, but for a number there."""
    return NUMBER + (_last_key(line).lstrip(NUMBER + DIGITS) or NUMBER)


def _two_words(anchor: str) -> str:
    """The first two words of a phrase, where both are whole; else nothing."""
    match = TWO_WORDS.match(anchor)
    return "" if match is None or match[2].isdecimal() or UNSPACED.search(match.group()) else f"{match[1]} {match[2]}"


def _last_key(line: str) -> str:
    last = line[-1:]
    if last >= "\u0e00" and UNSPACED.match(last):
        return line[-2:].lstrip(DIGITS)
    if last.isdigit():
        return NUMBER
    return line.rpartition(" ")[2].strip(AROUND) or last


def _table(entries: Iterable[tuple[str, Phrase]]) -> Table:
    """Phrases by key, the longest first; of a phrase that several languages know, the kind that most give it."""
    table: dict[str, list[Phrase]] = defaultdict(list)
    for key, phrase in entries:
        table[key].append(phrase)
    return {key: _packed(_ranked(phrases)) for key, phrases in sorted(table.items())}


def _packed(phrases: Iterable[Phrase]) -> str:
    return "\n".join(f"{p.kind}\t{p.language}\t{p.text}" for p in phrases)


@lru_cache(maxsize=4096)
def _unpacked(packed: str, *, at_end: bool = False) -> tuple[Phrase, ...]:
    rows = [line.split("\t", 2) for line in packed.split("\n")]
    return tuple(_phrase(cast("Kind", kind), language, text, at_end=at_end) for kind, language, text in rows)


def _ranked(phrases: Collection[Phrase]) -> tuple[Phrase, ...]:
    votes = Counter((p.text, p.kind) for p in phrases)
    ranked: dict[str, Phrase] = {}
    for p in sorted(set(phrases), key=lambda p: (-len(p.text), -votes[p.text, p.kind], p.kind != "share", p)):
        ranked.setdefault(p.text, p)
    return tuple(ranked.values())


def _longest_word(text: str) -> str:
    return max(words_in(text), key=len, default="")


def compile_cues(cues: Iterable[Entry]) -> Lexicon:
    """A lexicon of (where, kind, language, phrase) entries; phrases are taken as folded."""
    whole, gaps, starts, ends, contains, unspaced, labels = [], [], [], [], [], [], []
    for where, kind, language, text in cues:
        phrase = _phrase(kind, language, text, at_end=where == "ends")
        if where == "whole":
            if phrase.pattern:
                gaps.append((_first_key(phrase.anchor) if phrase.anchor else _number_key(text), phrase))
            else:
                whole.append((text.strip(EDGE), phrase))
        elif where == "starts":
            is_glued = phrase.pattern and phrase.anchor[-1:].isalnum()  # to a number
            starts.append((("" if is_glued else _two_words(phrase.anchor)) or _first_key(phrase.anchor or "0"), phrase))
            if kind == "credit" and text[-1] in ":：" and not phrase.pattern:
                labels.append(text.rstrip(":： "))
        elif where == "ends":
            ends.append((_last_key(phrase.anchor) or NUMBER, phrase))
        elif UNSPACED.search(text):
            unspaced.append(phrase)
        else:
            contains.append((_longest_word(text), phrase))
    by_word = _table(contains)
    lines = _table(whole)
    buttons = (line.split(None, 1)[0] for line, phrases in lines.items() if line.strip() and _is_button(phrases))
    return Lexicon(
        lines, _table(gaps), _table(starts), _table(ends),
        by_word, _packed(sorted(set(unspaced))), frozenset(by_word), frozenset(buttons), frozenset(labels),
    )  # fmt: skip


def _is_button(phrases: str) -> bool:
    return phrases.startswith(BUTTONS)


def read_cue_file(name: str, text: str) -> Iterator[Entry]:
    """The entries of a cue file. Raises ValueError, naming file and key, for one that is not of the form."""
    data = read_toml(name, text)
    yield from read_cues(name, data, language_of(name, data))


def read_toml(name: str, text: str) -> Mapping[str, object]:
    """What a TOML file holds. Raises ValueError, naming it, where it is not TOML."""
    import tomllib  # only user files are read at run time

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: not TOML: {error}") from error


def language_of(name: str, data: Mapping[str, object], default: str | None = None) -> str:
    """The language that a cue file names, or the default. Raises ValueError, naming the file, for what is no code."""
    found = data.get("language", default)
    if not isinstance(found, str) or not found or not found.isprintable():
        raise ValueError(f"{name}: language: expected an ISO code such as 'en', got {found!r}")
    return found


def read_cues(name: str, tables: Mapping[str, object], language: str) -> Iterator[Entry]:
    """The entries of a cue file's tables. Raises ValueError, naming file and key, for what is not of the form."""
    for kind, table in tables.items():
        if kind in ("language", "name", "examples", "reader"):
            continue
        if kind not in KINDS:
            raise ValueError(f"{name}: {kind}: not a kind; expected one of {', '.join(sorted(KINDS))}")
        if not isinstance(table, Mapping):
            raise ValueError(f"{name}: {kind}: expected a table of {', '.join(WHERE)}, got {table!r}")
        for where, phrases in table.items():
            if where not in WHERE:
                raise ValueError(f"{name}: {kind}.{where}: expected one of {', '.join(WHERE)}")
            if not isinstance(phrases, list | tuple) or not all(isinstance(p, str) and p for p in phrases):
                raise ValueError(f"{name}: {kind}.{where}: expected a list of phrases, got {phrases!r}")
            for phrase in phrases:
                if "\n" in phrase:
                    raise ValueError(f"{name}: {kind}.{where}: a phrase is of one line, got {phrase!r}")
                yield cast("Where", where), cast("Kind", kind), language, phrase


KINDS: frozenset[str] = frozenset((*get_args(FieldKind), *get_args(AwayKind)))
NOT_LANGUAGES = ("agencies", "dates", "html")


@lru_cache(maxsize=16)
def lexicon(languages: frozenset[str] | None = None) -> Lexicon:
    """The lexicon of these languages, or of all. Raises ValueError for a language that has no cue file."""
    if languages is None:
        return _loaded(tables()["lexicon"])
    folder = files("newsclean") / "phrases" / "cues"
    known = {f.name.removesuffix(".toml") for f in folder.iterdir()} - set(NOT_LANGUAGES)
    if unknown := sorted(languages - known):
        raise ValueError(f"languages: no cues for {', '.join(unknown)}; expected some of {', '.join(sorted(known))}")
    names = sorted(f"{language}.toml" for language in languages)
    return compile_cues(entry for name in names for entry in read_cue_file(name, (folder / name).read_text("utf-8")))


@lru_cache(maxsize=64)
def lexicon_with(own: frozenset[Entry], languages: frozenset[str] | None = None) -> Lexicon:
    """The lexicon of these languages, or of all, with the user's own phrases beside it."""
    ours, mine = lexicon(languages), compile_cues(sorted(own))
    return replace(ours, own=mine, credit_labels=ours.credit_labels | mine.credit_labels)


def _loaded(table: Mapping[str, Any]) -> Lexicon:
    """The lexicon that docs/write_cues.py has written."""
    fields: dict[str, Any] = {n: frozenset(v) if isinstance(v, list) else v for n, v in table.items()}
    return Lexicon(**fields)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_cues(lexicon: Lexicon, folded: str, words: Sequence[str], *, unspaced: bool) -> tuple[Cue, ...]:
    """The cues of one line, `folded` as `fold.fold` does it; at most one for each place.

    The longest phrase wins. `words` are the line's tokens, in order.
    """
    bare = folded.strip(EDGE)
    if not bare:
        return ()
    found: list[Cue] = []
    first = words[0] if words and not unspaced and bare.startswith(words[0]) else _first_key(bare)
    is_number = first[0].isdigit()
    phrase = whole(lexicon, bare)
    if phrase is None and len(bare) <= MOST_WITH_GAP:
        phrases = lexicon.whole_with_gap.get(_number_key(bare) if is_number else first)
        if phrases is not None:
            phrase = _whole_with_gap(_unpacked(phrases), bare)
    if phrase is not None:
        found.append(Cue(phrase.kind, "whole", phrase.text, phrase.language, 0, len(folded)))
    cue = _opening(lexicon.starts, folded, bare, "0" if is_number else first, words)
    if cue is not None:
        found.append(cue)
    closing = folded.rstrip(CLOSING)
    if (phrases := lexicon.ends.get(_last_key(closing))) is not None:
        cue = _ends(_unpacked(phrases, at_end=True), closing)
        if cue is not None:
            found.append(cue)
    if not lexicon.triggers.isdisjoint(words):
        for word in sorted(lexicon.triggers.intersection(words)):
            if (cue := _contains(_unpacked(lexicon.contains[word]), folded)) is not None:
                found.append(cue)
                break
    if (
        unspaced
        and (phrases := lexicon.contains_unspaced)
        and (cue := _contains(_unpacked(phrases), folded)) is not None
    ):
        found.append(cue)
    return tuple(found)


def _opening(starts: Table, folded: str, bare: str, key: str, words: Sequence[str]) -> Cue | None:
    """The phrase that opens a line: looked up by its first two words, its first, or its first sign."""
    if len(words) > 1 and (phrases := starts.get(f"{words[0]} {words[1]}")) is not None:
        offset = folded.index(bare)
        if (cue := _starts(_unpacked(phrases), folded[offset:], offset)) is not None:
            return cue
    if (phrases := starts.get(key)) is not None:
        offset = folded.index(bare)
        if (cue := _starts(_unpacked(phrases), folded[offset:], offset)) is not None:
            return cue
    if not folded[0].isalnum() and (phrases := starts.get(folded[0])) is not None:
        return _starts(_unpacked(phrases), folded, 0)
    return None


def _whole_with_gap(phrases: tuple[Phrase, ...], line: str) -> Phrase | None:
    for p in phrases:
        if line.startswith(p.anchor) and p.rest in line and _compiled(p.pattern).fullmatch(line):
            return p
    return None


def whole(lexicon: Lexicon, line: str) -> Phrase | None:
    """The phrase that is the whole line: also with a count (“Share 0”), said twice, or followed by others."""
    table = lexicon.whole
    if (phrases := table.get(line)) is not None:
        return _unpacked(phrases)[0]
    if len(line) > MOST_BUTTONS:
        return None
    count = line[:-1] if line[-1] in "km" else line  # “Share 14K”
    if count[-1:].isdigit() and (phrases := table.get(count.rstrip(DIGITS))) is not None:
        return _unpacked(phrases)[0]
    words = line.split(None, MOST_WORDS)
    n = len(words)
    if not 2 <= n <= MOST_WORDS or words[0] not in lexicon.buttons:
        return None
    for k in range(min(n - 1, 4), 0, -1):
        phrases = table.get(" ".join(words[:k]))
        if phrases is not None and _is_button(phrases):
            button = _unpacked(phrases)[0]
            rest = whole(lexicon, " ".join(words[k:]))
            if rest is not None and (rest.kind in BUTTONS or rest.text == button.text):
                return button
    return None


def openings(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    """What the phrases begin with that open a line with this first word, or these first two."""
    phrases = lexicon.starts.get(key)
    return () if phrases is None else tuple([p.anchor for p in _unpacked(phrases)])


def find_cues_in_prose(lexicon: Lexicon, head: str, words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues of a long sentence, of which the beginning is given: such as open it, or count anywhere in it."""
    if not words:
        return ()
    key = "0" if words[0][0].isdigit() else words[0]
    cue = _opening(lexicon.starts, head, head, key, words)
    if lexicon.triggers.isdisjoint(words):
        return () if cue is None else (cue,)
    for word in sorted(lexicon.triggers.intersection(words)):
        if (inside := _contains(_unpacked(lexicon.contains[word]), head)) is not None:
            return (inside,) if cue is None else (cue, inside)
    return () if cue is None else (cue,)


def _starts(phrases: tuple[Phrase, ...], line: str, offset: int) -> Cue | None:
    for p in phrases:
        if not line.startswith(p.anchor):
            continue
        end = len(p.anchor)
        if p.pattern:
            if p.rest not in line:
                continue
            match = _compiled(p.pattern).match(line)
            if match is None:
                continue
            end = match.end()
        if end < len(line) and _joined(line[end - 1], line[end]):
            continue
        return Cue(p.kind, "starts", p.text, p.language, offset, offset + end)
    return None


def _ends(phrases: tuple[Phrase, ...], line: str) -> Cue | None:
    for p in phrases:
        if not line.endswith(p.anchor):
            continue
        start = len(line) - len(p.anchor)
        if p.pattern:
            match = _compiled(p.pattern + r"\Z").search(line, max(0, len(line) - len(p.text) - 80))
            if match is None:
                continue
            start = match.start()
        if start > 0 and _joined(line[start - 1], line[start]):
            continue
        return Cue(p.kind, "ends", p.text, p.language, start, len(line))
    return None


def _contains(phrases: tuple[Phrase, ...], line: str) -> Cue | None:
    for p in phrases:
        if p.pattern:
            match = _compiled(p.pattern).search(line)
            if match is not None:
                return Cue(p.kind, "contains", p.text, p.language, match.start(), match.end())
        elif (start := line.find(p.text)) >= 0:
            return Cue(p.kind, "contains", p.text, p.language, start, start + len(p.text))
    return None


def _joined(before: str, after: str) -> bool:
    """Whether these two neighbouring characters are inside one word."""
    if before.isdecimal() and after.isdecimal():
        return False  # “© 20” opens “© 2024”
    return is_of_word(before) and is_of_word(after) and not (UNSPACED.match(before) or UNSPACED.match(after))
