"""What users add to ours: phrases and rules of their own, asked before any neighbour is weighed.

A phrase in a file that names a language is one more phrase of that language, and weighed as ours are. One without is
the user's word: a line that shows it at its place is of its kind for sure.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import get_args

from newsclean.examples import is_sure, run_examples
from newsclean.page.block import Block, Finding, Strength
from newsclean.page.page import Page, Rule
from newsclean.phrases.cue import USER, WHERE, Entry, Where
from newsclean.phrases.cue_file import KINDS, language_of, read_cues, read_toml
from newsclean.phrases.find import CLOSING, find_cues
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.keys import EDGE, NUMBER
from newsclean.phrases.lexicon import GAP, Lexicon, compile_cues, lexicon, lexicon_with

LONGEST = 100  # characters of a phrase: of a long paragraph only the first 120 are looked at (measure.HEAD)
MOST_GAPS = 2  # in a phrase: each more may cost forty times as much to look for
SAID: Mapping[Where, tuple[str, str]] = {  # what stands around a phrase in a line that shows it
    "whole": ("", ""), "starts": ("", " it says"), "ends": ("it says ", ""), "contains": ("it says ", " and more"),
}  # fmt: skip
AROUND_PHRASE: Mapping[Where, str] = {  # what a phrase need not say, since lines are looked at without it
    "whole": EDGE.replace(NUMBER, ""), "starts": f" {GAP}", "ends": CLOSING, "contains": f" {GAP}",
}  # fmt: skip
PHRASE = "rulebook.phrase"  # what `own_phrase` is called in a segment


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Rulebook:
    """Phrases and rules of the user's own, for `clean_article(raw, rules=…)`. Frozen, hashable, picklable.

    Args:
        cues: phrases by kind and place, in the shape of a cue file: `{"promo": {"starts": ["sign up for alerts"]}}`.
            The places are whole, starts, ends and contains. A phrase is written as it is printed; between words
            “…” stands for 1 to 40 characters and “#” for a number.
        rules: functions of a module, `(block, page) -> Finding | None`, asked about each block of a page. A finding is
            named `user.` and the function's name; its reason is the first line of the function's docstring.

    Raises:
        TypeError: cues are no mapping, or a rule is no function.
        ValueError: a cue is not of the form, with its key and what was expected; a rule is a lambda or stands inside
            a function, so that no other process could find it; or two rules have one name.

    >>> book = Rulebook(cues={"promo": {"starts": ["Sign up for our tide alerts"]}})
    >>> book | Rulebook(cues={"ad": {"whole": ["From our partners"]}})
    Rulebook of 2 phrases and no rules
    """

    cues: frozenset[Entry]
    rules: frozenset[Rule]

    def __init__(
        self, cues: Mapping[str, Mapping[str, Sequence[str]]] | None = None, rules: Iterable[Rule] = ()
    ) -> None:
        if not isinstance(cues or {}, Mapping):
            raise TypeError(f"cues: expected phrases by kind and place, got {cues!r}")
        _fill(self, _entries("cues", read_cues("cues", cues or {}, USER)), map(_findable, rules))

    @classmethod
    def read(cls, path: str | PathLike[str], *paths: str | PathLike[str]) -> Rulebook:
        """The phrases of cue files: TOML of the form that docs/languages.md describes, `language` left out or not.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: a file is not of the form, or one of its examples fails; with its name, the key and the reason.
        """
        book = object.__new__(cls)
        _fill(book, (entry for file in (path, *paths) for entry in _file(Path(file))), ())
        return book

    def __or__(self, other: Rulebook) -> Rulebook:
        """Both books in one. Raises ValueError where each has another rule of one name."""
        if not isinstance(other, Rulebook):
            return NotImplemented
        book = object.__new__(Rulebook)
        _fill(book, self.cues | other.cues, self.rules | other.rules)
        return book

    def __repr__(self) -> str:
        n, names = len(self.cues), sorted(rule.__name__ for rule in self.rules)
        rules = f"the rule{'s' if len(names) > 1 else ''} {', '.join(names)}" if names else "no rules"
        return f"Rulebook of {n} phrase{'' if n == 1 else 's'} and {rules}"


def _fill(book: Rulebook, cues: Iterable[Entry], rules: Iterable[Rule]) -> None:
    object.__setattr__(book, "cues", frozenset(cues))
    object.__setattr__(book, "rules", frozenset(rules))
    names = [rule.__name__ for rule in book.rules]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"rules: two have the name {twice[0]}: what they find could not be told apart")


def _file(path: Path) -> frozenset[Entry]:
    """The cues of a file, of which the examples have been run."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8: {error}") from error
    name, data = str(path), read_toml(str(path), text)
    cues = frozenset(_entries(name, read_cues(name, data, language_of(name, data, USER))))
    run_examples(name, data.get("examples", {}), lexicon_with(cues, frozenset()))
    return cues


def _entries(name: str, cues: Iterable[Entry]) -> Iterator[Entry]:
    """The cues with their phrases folded. Raises ValueError for a phrase that no line could show."""
    for where, kind, language, phrase in cues:
        text = fold(phrase).strip(AROUND_PHRASE[where])
        if expected := why_never_found(text, where):
            raise ValueError(f"{name}: {kind}.{where}: expected {expected}, got {phrase!r}")
        yield where, kind, language, text


def why_never_found(text: str, where: Where) -> str:
    """What was expected of a folded phrase that no line could show at its place, or ""."""
    if not any(map(str.isalnum, text)):
        return "a phrase with a word in it"
    if len(text) > LONGEST:
        return f"at most {LONGEST} characters (the beginning of a phrase will do, under starts)"
    if text.count(GAP) > MOST_GAPS:
        return f"at most {MOST_GAPS} times “{GAP}”"
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
    return lexicon_with(book.cues, codes) if book is not None and book.cues else lexicon(codes)


def rules_of(book: Rulebook | None) -> tuple[tuple[str, Rule], ...]:
    """The rules of a book as a page carries them."""
    return () if book is None else _named_rules(book)


@lru_cache(maxsize=64)
def _named_rules(book: Rulebook) -> tuple[tuple[str, Rule], ...]:
    """The rules of a book with their names, in the order of these; with `own_phrase` where it has such phrases."""
    rules = sorted((f"user.{rule.__name__}", rule) for rule in book.rules)
    has_phrases = any(language == USER for _, _, language, _ in book.cues)
    return ((PHRASE, own_phrase), *rules) if has_phrases else tuple(rules)


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


def own_findings(block: Block, page: Page) -> tuple[Finding, ...]:
    """What the user's rules say of a block, by the rules' names.

    Raises TypeError or ValueError, naming the rule, for an answer that is no finding, or of a kind that stays.
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
    if finding.kind not in KINDS:
        raise ValueError(f"{name}: expected a kind of {', '.join(sorted(KINDS))}; got {finding.kind!r}")
    if finding.strength not in get_args(Strength):
        raise ValueError(f"{name}: expected a strength of {', '.join(get_args(Strength))}; got {finding.strength!r}")
    return finding


def own_reasons(rules: Iterable[tuple[str, Rule]]) -> dict[str, str]:
    """For each of these rules the first line of its docstring."""
    return {name: (inspect.getdoc(rule) or "A rule of the user's.").splitlines()[0] for name, rule in rules}
