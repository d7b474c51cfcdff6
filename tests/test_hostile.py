"""Growth of every pattern, on texts made to be hard for it: a page must not be able to stop its reader."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import pytest
import regex
from growth import MOST, growth

import newsclean
from newsclean.clean import clean_article
from newsclean.phrases.cue import WHERE
from newsclean.phrases.find import find_cues
from newsclean.phrases.lexicon import Lexicon, compile_cues, lexicon

SIZES = (250, 1000, 4000)  # characters: what is slow at all is seen early, before it takes minutes
EDGES = (
    ("By Jo Doe ", "x"), ("Photo: ", "x"), ("Updated 3 May 2024 ", "x"), ("Read more: ", "x"), ("PARIS (AP) — ", "x"),
    ("© ", "x"), ("(Reporting by ", ")"), ("Jo Doe is a reporter for ", "x"), ("A crane lowers it", "Photo: Jo Doe"),
    ("A crane lowers a pump ", "(AP)"), ("a-b-c-d-e-", "-f"), ("Jo ", "@jodoe"),
)  # fmt: skip
ENOUGH = 3  # texts that show a pattern to be slow
REPEATED = (
    "(", ")", "[", "([{（【", " a", "a ", "a", "A", "Aa ", "A. ", "A.B. ", "-", "- ", "-a", "a-", "—", ".", "...",
    ". ", "…", ",", ", ", "“", "”", "“”", "“a”", "'", '"', "/", " / ", "a/", "/A", " > ", ">", "|", " | ", ":", ": ",
    "a:", "@", "a@", "a@a.", "#", "©", "(c)", "0", "1:", "1.", "01/", "1 ", "20", "2024-", "2024年", " \u00a0", "\t",
    "\u3000", "\u200b", "é", "灯", "灯塔 ", "。", "ا", "ا ", "Photo: ", "AP/", "(AP ", "via ", " and ", "By A ",
    "reporting by ", "(Reporting by a", "https://", "www.", "e\u0301", "\0", "*", "*a", "_", "=", "==", "~", "\\",
)  # fmt: skip
LITERAL = re.compile(r"\\.|[\[\](){}?*+|^$.]|(?<=\{)[\d,]+")


Pattern: TypeAlias = "re.Pattern[str] | re.Pattern[bytes] | regex.Pattern[str] | regex.Pattern[bytes]"
Work: TypeAlias = Callable[[str], object]


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages([str(Path(newsclean.__file__).parent)], "newsclean."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def patterns() -> dict[str, Pattern]:
    """Every compiled pattern that a module of newsclean holds, by the first of its names; also those in the lexicon."""
    found: dict[str, Pattern] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for n, pattern in enumerate(_patterns_in(_made(value))):
                found[f"{module.__name__.removeprefix('newsclean.')}.{name}{f'-{n}' if n else ''}"] = pattern
    found |= {f"lexicon()-{n}": pattern for n, pattern in enumerate(_patterns_in(lexicon()))}
    names: dict[Pattern, str] = {}
    for name, pattern in found.items():
        names.setdefault(pattern, name)
    return {name: pattern for pattern, name in names.items()}


METHODS = {"search": "search", "match": "match", "fullmatch": "fullmatch"} | dict.fromkeys(
    ("findall", "finditer", "sub", "subn", "split"), "findall"
)


def methods_used() -> dict[Pattern, set[str]]:
    """How patterns are used: the methods that are called on their names, in all modules."""
    used: dict[Pattern, set[str]] = {}
    for module in _modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                pattern = getattr(module, node.value.id, None)
                if isinstance(pattern, re.Pattern | regex.Pattern):
                    used.setdefault(pattern, set()).add(METHODS[node.attr])
    return used


USED = methods_used()


def uses(pattern: Pattern) -> Iterator[tuple[str, Work]]:
    """The ways in which newsclean looks with a pattern (all, where that cannot be told), in text or in its bytes."""
    given: Callable[[str], object] = str.encode if isinstance(pattern.pattern, bytes) else str
    for method in sorted(USED.get(pattern) or set(METHODS.values())):
        look: Callable[[object], object] = getattr(pattern, method)
        yield method, partial(_look, look, given)


def _look(look: Callable[[object], object], given: Callable[[str], object], text: str) -> object:
    return look(given(text))


def _made(value: object) -> object:
    """What a function gives that makes its patterns once, from the words of the cue files; else the value itself."""
    if callable(value) and hasattr(value, "cache_info") and not inspect.signature(value).parameters:
        return value()
    return value


def _patterns_in(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern | regex.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        yield from chain.from_iterable(map(_patterns_in, value))
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_patterns_in, value.values()))


def hostile(pattern: str) -> list[str]:
    """Short texts to repeat: the usual ones, and the pattern's own letters and marks, alone, in pairs, all in a row."""
    own = [p for p in LITERAL.sub("\0", re.sub(r"(?m)\s+#.*$|\s", "", pattern)).split("\0") if p]
    escaped = re.findall(r"\\([^\w\s])", pattern)
    words = sorted({w for w in own if w.isprintable()}, key=lambda w: (-len(w), w))[:12]
    marks = sorted(set(escaped))[:12]
    pairs = [a + b for a, b in pairwise(words)] + [f"{m}{w}" for m in marks[:4] for w in words[:4]]
    return list(
        dict.fromkeys([*REPEATED, *words, *marks, *pairs, *(f"{w} " for w in words), "".join(own)[:200] or "a"])
    )


def slow_growths(pattern: Pattern) -> list[str]:
    """The texts on which some use of a pattern takes more than eight times as long when they are four times as long."""
    found = []
    written = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    for piece in hostile(written):
        for opening, closing in (("", ""), ("a", "!"), ("", "\0")):
            texts = [opening + piece * (size // len(piece) + 1) + closing for size in SIZES]
            for method, use in uses(pattern):
                factor = max_growth(use, texts)
                if factor > MOST:
                    found.append(f"{method} on {opening!r} + {piece!r} * n + {closing!r}: {factor:.0f} times")
                    if len(found) == ENOUGH:
                        return found
    return found


def max_growth(work: Work, texts: list[str]) -> float:
    """The first growth from one text to the next that is too much, or the last."""
    factor = 0.0
    for small, large in pairwise(texts):
        factor = growth(work, small, large)
        if factor > MOST:
            break
    return factor


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in patterns().items()])
def test_no_pattern_grows_faster_than_its_text(pattern: Pattern) -> None:
    """A text four times as long takes a pattern no more than eight times as long, whatever the text."""
    assert slow_growths(pattern) == []


def test_patterns_are_found() -> None:
    """The search for patterns finds those of the modules, of the rules as well."""
    names = patterns()

    assert {"read.text.lines.LINE", "rules.caption.labels._position"} <= set(names)
    assert len(names) > 20


def test_a_slow_pattern_is_seen() -> None:
    """The measure tells a pattern that grows with the square of its text from one that does not."""
    assert slow_growths(re.compile(r"a[ab]*c"))
    assert slow_growths(re.compile(r"a[ab]{0,20}c")) == []


def test_no_phrase_grows_faster_than_its_text() -> None:
    """A phrase with gaps, at each place where it may count, is linear as well."""
    text = "by … for … and #"
    for where in WHERE:
        words = compile_cues([(where, "byline", "en", text)])

        def look(line: str, words: Lexicon = words) -> object:
            return find_cues(words, line, ["by", "for", "and"], unspaced=False)

        for piece in ("by ", "by a for ", "by a for a and 1 ", "1", "and 1", "for for and "):
            texts = [piece * (size // len(piece)) for size in SIZES]
            assert max_growth(look, texts) <= MOST, (where, piece)


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_no_page_grows_faster_than_its_text(piece: str) -> None:
    """A page of one repeated piece, on many lines or on one with something for the rules at its edges, is linear."""
    for opening, closing in (("", ""), *EDGES):
        texts = [opening + piece * (2 * size // len(piece)) + closing for size in SIZES]
        assert max_growth(clean_article, texts) <= MOST, (opening, closing)
    assert max_growth(clean_article, [f"{piece}\n" * (2 * size // len(piece)) for size in SIZES[:2]]) <= MOST
