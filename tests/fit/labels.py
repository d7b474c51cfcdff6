"""Which lines of a page are in its reference text, and so in which state of the path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+")
RUN = 3  # words: a line is found by its runs of so many
MOSTLY = 0.6  # of a line's runs that are in the reference
SHORT = 4  # words: fewer make no evidence; such a line is found by its place
LONG = 8  # words: so many are found wherever they stand
NEAR, CLOSE, BACK = 400, 60, 30  # characters from the last line that was found
LAST_WORDS = 5  # by which the end of a changed line is found


def is_gold(lines: Sequence[str], gold: str) -> list[bool]:
    """For each line whether it is in the reference: by its three-word runs, a short one by its place."""
    reference = WORD.findall(gold.lower())
    runs = Counter(_runs(reference))
    joined = f" {' '.join(reference)} "
    whole = {" ".join(WORD.findall(line.lower())) for line in gold.split("\n")}
    at = 0
    marks: list[bool] = []
    for line in lines:
        words = WORD.findall(line.lower())
        is_slug = " " not in line and line.count("-") > 1 and line not in gold  # has the words of its headline
        if not words or is_slug:
            marks.append(False)
            continue
        text = " ".join(words)
        here = joined.find(f" {text} ", max(0, at - BACK))
        is_near = 0 <= here - at <= NEAR
        if len(words) >= SHORT:
            mine = list(_runs(words))
            is_found = sum(runs[run] > 0 for run in mine) > MOSTLY * len(mine)
            if is_found:
                runs.subtract(run for run in mine if runs[run] > 0)
        else:
            is_found = is_near and (here - at < CLOSE or text in whole)
        if is_found and here >= 0 and (is_near or len(words) >= LONG):
            at = here + len(text)
        elif is_found and len(words) >= LONG:
            tail = joined.find(f" {' '.join(words[-LAST_WORDS:])} ")
            at = tail + 1 if tail >= 0 else at
        marks.append(is_found)
    return marks


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def states(marks: Sequence[bool]) -> list[str]:
    """The state of each line: before the story's first line, of the story, or outside it later."""
    if True not in marks:
        return ["before"] * len(marks)
    first = marks.index(True)
    return ["before" if i < first else "story" if mark else "after" for i, mark in enumerate(marks)]
