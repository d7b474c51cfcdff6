"""Captions that a dump has left in one line, one behind the other: each ends in its credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.phrases.fold import fold
from newsclean.press.credits import is_agency, read_credit
from newsclean.read.text.lines import Line

FEWEST = 3  # captions in a row: two may be a sentence that tells of a picture
FEWEST_BETWEEN = 20  # characters from one credit to the next
MOST_OF_CREDIT = 8  # words behind a label in which an agency ends it
BRACKET = re.compile(r"\(([^()]{3,80})\)(?=\s|\Z)")
LABEL = re.compile(r"([^\W\d_]{3,20})\s?:\s")
WORD = re.compile(r"\S+")


def captions_apart(line: Line, labels: frozenset[str]) -> Sequence[Line]:
    """The captions of a line that is nothing but captions, each with its credit; else the line.

    `labels`: what opens a credit, folded: “photo”, “foto”.
    """
    text = line.text
    if text.count(":") < FEWEST and text.count("(") < FEWEST:
        return (line,)
    ends = list(_ends(text, labels))
    starts = [0, *ends[:-1]]
    if len(ends) < FEWEST or ends[-1] != len(text):
        return (line,)
    if any(end - start < FEWEST_BETWEEN for start, end in zip(starts, ends, strict=True)):
        return (line,)
    return [_part(line, start, end, first=not start) for start, end in zip(starts, ends, strict=True)]


def _ends(text: str, labels: frozenset[str]) -> Iterator[int]:
    """Where credits end: “(Jo Doe/AP)”, “Photo: Jo Doe/AP”."""
    found = [match.end() for match in BRACKET.finditer(text) if _is_credit(match[1], labels)]
    found += [end for match in LABEL.finditer(text) if fold(match[1]) in labels and (end := _end(text, match.end()))]
    yield from sorted(set(found))


def _is_credit(text: str, labels: frozenset[str]) -> bool:
    label, mark, _ = text.partition(":")
    return read_credit(text, len(label) + 1 if mark and fold(label) in labels else 0) is not None


def _end(text: str, start: int) -> int:
    """Where the credit behind a label ends: with the first agency in it; 0 where none does."""
    for n, word in enumerate(WORD.finditer(text, start)):
        if n == MOST_OF_CREDIT:
            break
        if is_agency(word[0].rpartition("/")[2]) and read_credit(text[start : word.end()]):
            return word.end()
    return 0


def _part(line: Line, start: int, end: int, *, first: bool) -> Line:
    while line.text[start].isspace():
        start += 1
    at = line.start + start
    return line._replace(start=at, end=line.start + end, text=line.text[start:end], gap=line.gap if first else 0)
