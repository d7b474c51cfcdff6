"""The examples that rules and cue files carry: `Cuts:` and `Keeps:` in docstrings, `[examples]` in cues/*.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple

import pytest

from newsclean.clean import judged
from newsclean.examples import is_sure
from newsclean.page.page import Rule
from newsclean.phrases.cue import Cue, Where
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.lexicon import NOT_LANGUAGES, find_cues, lexicon, read_cue_file
from newsclean.read.read import read
from newsclean.rulebook import AROUND_PHRASE, why_never_found
from newsclean.rules import RULES, rule_name

CUTS, KEEPS = "Cuts:", "Keeps:"
LINE, FOUND = "| ", "-| "


class Block(NamedTuple):
    """Consecutive lines of an example: one page."""

    lines: tuple[str, ...]
    found: tuple[int, ...]  # which of them stand behind “-| ”


def blocks(docstring: str, heading: str) -> list[Block]:
    """The pages under a heading of a docstring; a blank line begins a new one."""
    pages: list[list[tuple[bool, str]]] = [[]]
    inside = False
    for raw in docstring.splitlines():
        line = raw.strip()
        if line in (CUTS, KEEPS):
            inside = line == heading
        elif inside and line.startswith((LINE, FOUND)):
            pages[-1].append((line.startswith(FOUND), line.split(LINE, 1)[1]))
        elif inside and not line and pages[-1]:
            pages.append([])
    return [
        Block(tuple(text for _, text in page), tuple(n for n, (is_found, _) in enumerate(page) if is_found))
        for page in pages
        if page
    ]


def cut_pages(docstring: str) -> list[Block]:
    """What a rule must find: a block with marked lines is one page, of any other each line is a page."""
    pages = []
    for block in blocks(docstring, CUTS):
        pages += [block] if block.found else [Block((line,), (0,)) for line in block.lines]
    return pages


def kept_pages(docstring: str) -> list[Block]:
    """What a rule must leave alone: each block as a page, and each of its lines alone."""
    pages = []
    for block in blocks(docstring, KEEPS):
        pages += [block, *(Block((line,), ()) for line in block.lines if len(block.lines) > 1)]
    return pages


def found_by(rule: Rule, lines: tuple[str, ...]) -> tuple[int, ...]:
    """The lines of a page about which this rule says something."""
    page = judged(read("\n\n".join(lines)))
    name = rule_name(rule)
    return tuple(
        b.number
        for b, findings, witnesses in zip(page.blocks, page.findings, page.witnesses, strict=True)
        if any(f.rule == name for f in (*findings, *witnesses))
    )


def _rows(pages_of: str) -> list[object]:
    choose = kept_pages if pages_of == KEEPS else cut_pages
    return [
        pytest.param(rule, block, id=f"{rule_name(rule)}-{n}")
        for _, rule in RULES
        for n, block in enumerate(choose(rule.__doc__ or ""))
    ]


@pytest.mark.parametrize(("rule", "page"), _rows(KEEPS))
def test_a_rule_leaves_its_look_alikes_alone(rule: Rule, page: Block) -> None:
    """A rule says nothing about the lines under `Keeps:`, together or alone."""
    found = found_by(rule, page.lines)

    assert [page.lines[n] for n in found] == []


@pytest.mark.parametrize(("rule", "page"), _rows(CUTS))
def test_a_rule_finds_its_examples(rule: Rule, page: Block) -> None:
    """A rule says something about the lines under `Cuts:`, and only about those."""
    found = found_by(rule, page.lines)

    assert [page.lines[n] for n in found] == [page.lines[n] for n in page.found]


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
