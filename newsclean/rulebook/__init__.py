"""What users add to ours: phrases, patterns and rules of their own, asked before any neighbour is weighed.

A phrase in a file that names a language is one more phrase of that language, and weighed as ours are. One without is
the user's word: a line that shows it at its place is of its kind for sure. One under `keep` protects the line instead.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from os import PathLike
from pathlib import Path
from typing import get_args

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Block, Finding, Strength
from newsclean.page.page import Page, Rule
from newsclean.page.traits import KEPT
from newsclean.phrases.cue import USER, WHERE, Entry, Where
from newsclean.phrases.cue_file import language_of, read_cues, read_places, read_toml
from newsclean.phrases.find import CLOSING, find_cues, phrase_in
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.keys import EDGE, NUMBER
from newsclean.phrases.lexicon import GAP, Lexicon, compile_cues, lexicon, lexicon_with
from newsclean.phrases.patterns import ALL_KINDS, TIMEOUT, OwnPattern, place_of, read_patterns
from newsclean.rulebook.examples import is_sure, is_sure_at, run_examples

LONGEST = 100  # characters of a phrase: of a long paragraph only the first 120 are looked at (measure.HEAD)
MOST_GAPS = 2  # in a phrase: each more may cost forty times as much to look for
TOUCHING = re.compile(rf"{NUMBER}[\d.,]*{NUMBER}")  # a number could be parted among these in ever so many ways
SAID: Mapping[Where, tuple[str, str]] = {  # what stands around a phrase in a line that shows it
    "whole": ("", ""), "starts": ("", " it says"), "ends": ("it says ", ""), "contains": ("it says ", " and more"),
}  # fmt: skip
AROUND_PHRASE: Mapping[Where, str] = {  # what a phrase need not say, since lines are looked at without it
    "whole": EDGE.replace(NUMBER, ""), "starts": f" {GAP}", "ends": CLOSING, "contains": f" {GAP}",
}  # fmt: skip
# What `own_keep`, `own_phrase` and `pattern_findings` are called in a segment:
KEEP, PHRASE, PATTERN = "rulebook.keep", "rulebook.phrase", "rulebook.pattern"
Places = Mapping[str, Sequence[str]]  # phrases by whole, starts, ends, contains


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Rulebook:
    r"""Phrases, patterns and rules of the user's own, for `clean_article(raw, rules=…)`. Frozen, hashable, picklable.

    Args:
        cues: phrases by kind and place, in the shape of a cue file: `{"promo": {"starts": ["sign up for alerts"]}}`.
            The places are whole, starts, ends and contains. A phrase is written as it is printed; between words
            “…” stands for 1 to 40 characters and “#” for a number.
        rules: functions of a module, `(block, page) -> Finding | None`, asked about each block of a page. A finding is
            named `user.` and the function's name; its reason is the first line of the function's docstring. One of a
            kind that stays (paragraph, heading, list_item, quote, table) speaks for the block; a sure one keeps it.
        keep: phrases that protect: a block that shows one stays in the text, whole, whatever any rule says. A list of
            phrases that may stand anywhere, or lists by place, as in cues.
        patterns: regular expressions of the `regex` package, by kind: `{"promo": [r"^Tide alert \d+"]}`, searched in
            each block. Of a kind that stays they keep. One that takes longer than a tenth of a second on a block is
            given up for that page, with a warning.

    Raises:
        TypeError: cues are no mapping, or a rule is no function.
        ValueError: a phrase or pattern is not of the form, with its key and what was expected; a rule is a lambda or
            stands inside a function, so that no other process could find it; or two rules have one name.

    >>> book = Rulebook(cues={"promo": {"starts": ["Sign up for our tide alerts"]}})
    >>> book | Rulebook(cues={"ad": {"whole": ["From our partners"]}})
    Rulebook of 2 phrases and no rules
    """

    cues: frozenset[Entry]
    rules: frozenset[Rule]
    keep: frozenset[Entry]
    patterns: frozenset[OwnPattern]

    def __init__(
        self,
        cues: Mapping[str, Places] | None = None,
        rules: Iterable[Rule] = (),
        keep: Sequence[str] | Places = (),
        patterns: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        if not isinstance(cues or {}, Mapping):
            raise TypeError(f"cues: expected phrases by kind and place, got {cues!r}")
        _fill(
            self,
            _entries("cues", read_cues("cues", cues or {}, USER)),
            map(_findable, rules),
            _protecting("keep", keep),
            read_patterns("patterns", patterns or {}),
        )

    @classmethod
    def read(cls, path: str | PathLike[str], *paths: str | PathLike[str]) -> Rulebook:
        """The phrases of cue files: TOML of the form that docs/languages.md describes, `language` left out or not.

        Args:
            path: a file.
            paths: more of them; their books become one.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: a file is not of the form, or one of its examples fails; with its name, the key and the reason.
        """
        first, *others = [_file(Path(file), cls) for file in (path, *paths)]
        return reduce(or_, others, first)

    def __or__(self, other: Rulebook) -> Rulebook:
        """Both books in one. Raises ValueError where each has another rule of one name."""
        if not isinstance(other, Rulebook):
            return NotImplemented
        book = object.__new__(Rulebook)
        _fill(
            book, self.cues | other.cues, self.rules | other.rules, self.keep | other.keep,
            self.patterns | other.patterns,
        )  # fmt: skip
        return book

    def __repr__(self) -> str:
        names = sorted(rule.__name__ for rule in self.rules)
        parts = [_counted(len(self.cues), "phrase")]
        parts += [_counted(len(self.keep), "phrase") + " to keep"] if self.keep else []
        parts += [_counted(len(self.patterns), "pattern")] if self.patterns else []
        rules = f"the rule{'s' if len(names) > 1 else ''} {', '.join(names)}" if names else "no rules"
        return f"Rulebook of {', '.join(parts)} and {rules}"


def _counted(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def _fill(
    book: Rulebook,
    cues: Iterable[Entry],
    rules: Iterable[Rule],
    keep: Iterable[Entry],
    patterns: Iterable[OwnPattern],
) -> None:
    object.__setattr__(book, "cues", frozenset(cues))
    object.__setattr__(book, "rules", frozenset(rules))
    object.__setattr__(book, "keep", frozenset(keep))
    object.__setattr__(book, "patterns", frozenset(patterns))
    names = [rule.__name__ for rule in book.rules]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"rules: two have the name {twice[0]}: what they find could not be told apart")


def _file(path: Path, of: type[Rulebook]) -> Rulebook:
    """The book of a file, of which the examples have been run."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8: {error}") from error
    name, data = str(path), read_toml(str(path), text)
    tables = {key: table for key, table in data.items() if key not in ("keep", "patterns")}
    book = object.__new__(of)
    _fill(
        book,
        _entries(name, read_cues(name, tables, language_of(name, data, USER))),
        (),
        _protecting(f"{name}: keep", data.get("keep", ())),
        read_patterns(f"{name}: patterns", data.get("patterns", {})),
    )
    words = lexicon_with(book.cues, frozenset(), book.keep)
    run_examples(name, data.get("examples", {}), words, sorted(book.patterns))
    return book


def _protecting(name: str, keep: object) -> Iterator[Entry]:
    """The phrases that protect, of a list or a table of lists; whatever the language of their file."""
    table = {"contains": keep} if isinstance(keep, list | tuple) else keep
    return _entries(name, ((where, "paragraph", USER, phrase) for where, phrase in read_places(name, table)))


def _entries(name: str, cues: Iterable[Entry]) -> Iterator[Entry]:
    """The cues with their phrases folded. Raises ValueError for a phrase that no line could show."""
    for where, kind, language, phrase in cues:
        text = fold(phrase).strip(AROUND_PHRASE[where])
        if expected := why_never_found(text, where):
            key = name if kind in TEXT_KINDS else f"{name}: {kind}"
            raise ValueError(f"{key}.{where}: expected {expected}, got {phrase!r}")
        yield where, kind, language, text


def why_never_found(text: str, where: Where) -> str:
    """What was expected of a folded phrase that no line could show at its place, or ""."""
    if not any(map(str.isalnum, text)):
        return "a phrase with a word in it"
    if len(text) > LONGEST:
        return f"at most {LONGEST} characters (the beginning of a phrase will do, under starts)"
    if text.count(GAP) > MOST_GAPS:
        return f"at most {MOST_GAPS} times “{GAP}”"
    if TOUCHING.search(text):
        return f"a word or a blank between two “{NUMBER}”"
    before, behind = SAID[where]
    line = before + text.replace(GAP, "a few words").replace(NUMBER, "12") + behind
    unspaced = UNSPACED.search(line) is not None
    found = find_cues(
        compile_cues([(where, "other", USER, text)]), line, tokens(line, unspaced=unspaced), unspaced=unspaced
    )
    return "" if found else f"a phrase with a word at its edge and blanks around “{GAP}” and “{NUMBER}”"


def _findable(rule: Rule) -> Rule:
    if not inspect.isfunction(rule):
        raise TypeError(f"rules: expected functions (block, page) -> Finding | None, got {rule!r}")
    if "<" in rule.__qualname__:
        raise ValueError(f"rules: expected functions of a module, which other processes can find; got {rule!r}")
    return rule


def phrases_of(book: Rulebook | None, languages: Iterable[str] | None) -> Lexicon:
    """The phrases that count: ours of these languages, or of all, and those of a book. Each choice is compiled once.

    Raises TypeError for a string of languages or what is no Rulebook, ValueError for a language that we do not have.
    """
    if isinstance(languages, str):
        raise TypeError(f"languages: expected codes such as ['en', 'de'], got the string {languages!r}")
    if book is not None and not isinstance(book, Rulebook):
        raise TypeError(f"rules: expected a Rulebook, got {type(book).__name__}")
    codes = None if languages is None else frozenset(languages)
    return lexicon_with(book.cues, codes, book.keep) if book and (book.cues or book.keep) else lexicon(codes)


def rules_of(book: Rulebook | None) -> tuple[tuple[str, Rule], ...]:
    """The rules of a book as a page carries them."""
    return () if book is None else _named_rules(book)


def patterns_of(book: Rulebook | None) -> tuple[OwnPattern, ...]:
    """The patterns of a book as a page carries them."""
    return () if book is None or not book.patterns else tuple(sorted(book.patterns))


@lru_cache(maxsize=64)
def _named_rules(book: Rulebook) -> tuple[tuple[str, Rule], ...]:
    """The rules of a book with their names, in the order of these; first those that ask its phrases, if it has any."""
    rules = sorted((f"user.{rule.__name__}", rule) for rule in book.rules)
    has_phrases = any(language == USER for _, _, language, _ in book.cues)
    phrases = ((KEEP, own_keep),) * bool(book.keep) + ((PHRASE, own_phrase),) * has_phrases
    return (*phrases, *rules)


def own_keep(block: Block, page: Page) -> Finding | None:
    """A phrase of the user's own that protects what shows it."""
    if not block.traits & KEPT or page.lexicon.keep is None:
        return None
    return Finding(block.kind, phrase_in(block.text, page.lexicon.keep), "sure")


def own_phrase(block: Block, page: Page) -> Finding | None:
    """A phrase of the user's own.

    Sure, but for one that ends a block of more than MAX_PROMPT words or stands inside it: that may be a quotation.
    """
    if not block.cues:
        return None
    own = [cue for cue in block.cues if cue.language == USER]
    if not own:
        return None
    cue = min(own, key=lambda cue: WHERE.index(cue.where))
    return Finding(cue.kind, cue.phrase, "sure" if is_sure(cue, block.words) else "hint")


def pattern_findings(page: Page) -> tuple[Page, list[tuple[Finding, ...]]]:
    """A pattern of the user's own.

    For each block what the patterns find in it; and the page with those given up that took too long: of them no further
    block is asked, so that one costs a page TIMEOUT at most. Sure where it keeps, where it opens its block, and in a
    block of up to MAX_PROMPT words.
    """
    found: list[list[Finding]] = [[] for _ in page.blocks]
    given_up = set(page.given_up)
    for kind, pattern in page.patterns:
        if (kind, pattern) in given_up:
            continue
        for b, some in zip(page.blocks, found, strict=True):
            try:
                place = place_of(pattern, b.text)
            except TimeoutError:
                given_up.add((kind, pattern))
                break
            if place is not None:
                some.append(Finding(kind, pattern, "sure" if is_sure_at(place, kind, b.words) else "hint", PATTERN))
    return page._replace(given_up=frozenset(given_up)), [tuple(some) for some in found]


def given_up(page: Page) -> list[str]:
    """A warning for each pattern that took too long."""
    return [
        f"patterns: {kind}: took longer than {TIMEOUT} s on a block and was given up for this page: {pattern!r}"
        for kind, pattern in sorted(page.given_up)
    ]


def own_findings(block: Block, page: Page) -> tuple[Finding, ...]:
    """What the user's rules say of a block, by the rules' names.

    Raises TypeError or ValueError, naming the rule, for an answer that is no finding, or of no kind.
    """
    found = []
    for name, rule in page.rules:
        finding = rule(block, page)
        if finding is not None:
            found.append(_checked(finding, name)._replace(rule=name))
    return tuple(found)


def _checked(finding: object, name: str) -> Finding:
    if not isinstance(finding, Finding) or not isinstance(finding.evidence, str):
        raise TypeError(f"{name}: expected a Finding of kind, evidence and strength, or None; got {finding!r}")
    if finding.kind not in ALL_KINDS:
        raise ValueError(f"{name}: expected a kind of {', '.join(sorted(ALL_KINDS))}; got {finding.kind!r}")
    if finding.strength not in get_args(Strength):
        raise ValueError(f"{name}: expected a strength of {', '.join(get_args(Strength))}; got {finding.strength!r}")
    return finding


def own_reasons(rules: Iterable[tuple[str, Rule]]) -> dict[str, str]:
    """For each of these rules, and for patterns, the first line of its docstring."""
    asked = (*rules, (PATTERN, pattern_findings))
    return {name: (inspect.getdoc(rule) or "A rule of the user's.").splitlines()[0] for name, rule in asked}
