"""The examples that rules and cue files carry: `Cuts:` and `Keeps:` in docstrings, `[examples]` in cues/*.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import NamedTuple, get_args

import pytest

from newsclean.article.kinds import TEXT_KINDS, AwayKind, FieldKind
from newsclean.clean import judged
from newsclean.page.page import Rule
from newsclean.phrases.cue import Cue, Where
from newsclean.phrases.cue_file import NOT_LANGUAGES, read_cue_file
from newsclean.phrases.find import find_cues
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.lexicon import lexicon
from newsclean.read.read import read
from newsclean.rulebook import AROUND_PHRASE, why_never_found
from newsclean.rulebook.examples import is_sure
from newsclean.rules import RULES, rule_name

CUTS, KEEPS = "Cuts:", "Keeps:"
EXAMPLE = re.compile(r"(?:(?P<strength>sure|hint)(?: (?P<kind>[a-z_]+))? +)?\|(?: (?P<text>.*))?")
KINDS = (*TEXT_KINDS, *get_args(FieldKind), *get_args(AwayKind))


class Line(NamedTuple):
    """A line of an example, and the answer that the rule must give: None for what it says nothing about."""

    text: str
    answer: tuple[str, str] | None = None  # strength and kind


Sample = tuple[Line, ...]  # the lines of one page


def samples(rule: Rule, heading: str) -> list[Sample]:
    """The pages under a heading of a rule's docstring.

    An example is written `STRENGTH KIND | text`. Strength is `sure` or `hint`; without one, the rule says nothing of
    the line. The kind is left out where it is the family's, the name of the file: `sure | Jo Doe/Reuters` in credit.py.
    Lines without a blank line between them are one page if only some of them have a strength; else each is its own.
    Where none has, they are a page together as well. `Keeps:` may have strengths, too: of kinds that stay in the text.
    """
    pages: list[Sample] = []
    for group in _groups(rule, heading):
        n_found = sum(line.answer is not None for line in group)
        if n_found < len(group):
            pages.append(group)
        if n_found in (0, len(group)) and (n_found or len(group) > 1):
            pages += [(line,) for line in group]
    return pages


def _groups(rule: Rule, heading: str) -> list[Sample]:
    """The lines under a heading that stand together."""
    groups: list[list[Line]] = [[]]
    inside = False
    for raw in (rule.__doc__ or "").splitlines():
        line = raw.strip()
        if line in (CUTS, KEEPS):
            inside = line == heading
        elif inside and line:
            groups[-1].append(_line(line, rule))
        elif inside:
            groups.append([])
    return [tuple(group) for group in groups if group]


def _line(written: str, rule: Rule) -> Line:
    match = EXAMPLE.fullmatch(written)
    assert match is not None, f"{rule_name(rule)}: not of the form “sure kind | text”: {written!r}"
    text, strength, kind = match["text"] or "", match["strength"], match["kind"] or rule_name(rule).split(".")[0]
    assert strength is None or kind in KINDS, f"{rule_name(rule)}: no kind: {kind!r}"
    return Line(text, None if strength is None else (strength, kind))


def answered(rule: Rule, page: Sample) -> Sample:
    """The same page with the answers that the rule gives; one whose evidence is no text is none."""
    name = rule_name(rule)
    judged_page = judged(read("\n\n".join(line.text for line in page)))
    assert len(judged_page.blocks) == len(page), f"{name}: a line of an example is one block of its page"
    return tuple(
        Line(
            line.text,
            next(
                ((f.strength, f.kind) for f in (*found, *witnesses) if f.rule == name and isinstance(f.evidence, str)),
                None,
            ),
        )
        for line, found, witnesses in zip(page, judged_page.findings, judged_page.witnesses, strict=True)
    )


def _rows(heading: str) -> list[object]:
    return [
        pytest.param(rule, page, id=f"{rule_name(rule)}-{n}")
        for _, rule in RULES
        for n, page in enumerate(samples(rule, heading))
    ]


@pytest.mark.parametrize(("rule", "page"), _rows(KEEPS))
def test_a_rule_leaves_its_look_alikes_alone(rule: Rule, page: Sample) -> None:
    """A rule says nothing about the lines under `Keeps:`, or that they are of a kind that stays in the text."""
    assert answered(rule, page) == page
    assert {line.answer[1] for line in page if line.answer} <= TEXT_KINDS


@pytest.mark.parametrize(("rule", "page"), _rows(CUTS))
def test_a_rule_finds_its_examples(rule: Rule, page: Sample) -> None:
    """A rule answers under `Cuts:` with the kind and the strength that are written there, and only where they are."""
    assert any(line.answer for line in page)
    assert answered(rule, page) == page


# Cue files


def cues_of(line: str) -> tuple[Cue, ...]:
    unspaced = UNSPACED.search(line) is not None
    folded = fold(line)
    return find_cues(lexicon(), folded, tokens(folded, unspaced=unspaced), unspaced=unspaced)


def _lines(key: str) -> list[object]:
    rows: list[object] = []
    for file in sorted((files("newsclean") / "phrases" / "cues").iterdir(), key=lambda f: f.name):
        if file.name.removesuffix(".toml") not in NOT_LANGUAGES:
            examples = tomllib.loads(file.read_text("utf-8")).get("examples", {})
            rows += [pytest.param(line, id=f"{file.name}-{n}") for n, line in enumerate(examples.get(key, ()))]
    return rows


@pytest.mark.parametrize("line", _lines("keep"))
def test_no_strong_cue_in_a_look_alike(line: str) -> None:
    """No line that a cue file wants kept is a phrase, has one that counts anywhere, or opens with one and a colon."""
    assert [cue for cue in cues_of(line) if is_sure(cue, len(line.split()))] == []


@pytest.mark.parametrize("line", _lines("cut"))
def test_a_cue_file_finds_its_examples(line: str) -> None:
    """Each line that a cue file wants found shows a cue, with all languages loaded."""
    assert cues_of(line)


def _phrases() -> list[tuple[Where, str]]:
    """Every phrase of every language that has a word in it, with its place."""
    folder = files("newsclean") / "phrases" / "cues"
    entries = (
        entry
        for file in sorted(folder.iterdir(), key=lambda f: f.name)
        if file.name.removesuffix(".toml") not in NOT_LANGUAGES
        for entry in read_cue_file(file.name, file.read_text("utf-8"))
    )
    return [(where, phrase) for where, _, _, phrase in entries if any(map(str.isalnum, phrase))]


def test_every_phrase_can_be_found() -> None:
    """A phrase that no line could show would be dead weight: one that ends in the middle of a word, say."""
    why = {phrase: why_never_found(fold(phrase).strip(AROUND_PHRASE[where]), where) for where, phrase in _phrases()}

    assert {phrase: reason for phrase, reason in why.items() if reason} == {}
