"""What lynx, links and elinks dump: links as numbers in the text, “[7]money”, their addresses in a list behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.read.text import wrapped
from newsclean.read.text.lines import Line, glue, read_lines
from newsclean.read.text.textform import NARROW, WIDE, wrap_width

ENTRY = re.compile(r"(\d{1,4})\. (?:https?|ftp|file|mailto|javascript|tel|about):\S{0,4000}\Z")
MARK = re.compile(r"\[(\d{1,4})\](?=\S)|#?\[\d{1,4}\](?=\s|\Z)")
FEWEST = 3  # addresses of a list
KNOWN = 0.5  # of their numbers stand in the text
STOPS = ".!?"
TITLES = 3  # words of a line in the list: “References”, “Visible links”, “Hidden links:”; of an entry of a menu


def without_link_numbers(source: str) -> str:
    r"""The text of such a dump without them, its paragraphs each in one line; any other text as it is.

    >>> dump = "   [1]Home [2]News\n\n   The vote was\n   [3]seven to two.\n\nReferences\n\n   "
    >>> without_link_numbers(dump + "\n   ".join(f"{n}. https://harbour.example/{n}" for n in (1, 2, 3)))
    'Home \nNews\n\nThe vote was\nseven to two.'
    >>> without_link_numbers("The vote [1] was seven to two.\n\nReferences\n\n1. Doe, J., Pumps, 2024.")
    'The vote [1] was seven to two.\n\nReferences\n\n1. Doe, J., Pumps, 2024.'
    """
    if "[1]" not in source or "\n" not in source:
        return source
    lines = read_lines(source)
    end, numbers = _list_at_end(lines)
    body = lines[:end]
    if len(numbers) < FEWEST or not body:
        return source
    shown = {int(match[1]) for line in body for match in MARK.finditer(line.text) if match[1]}
    if len(shown & numbers) < KNOWN * len(numbers):
        return source
    width = wrap_width(body) or max(line.indent + len(line.text) for line in body)
    groups = wrapped.groups(body, width) if NARROW <= width <= WIDE else [(n, n + 1) for n in range(len(body))]
    return "".join(_joined(body[first:behind], is_first=not first) for first, behind in groups).strip()


def _list_at_end(lines: Sequence[Line]) -> tuple[int, frozenset[int]]:
    """Where the list of addresses at a text's end begins, with its title, and their numbers."""
    numbers: list[int] = []
    end = len(lines)
    while end and ((entry := ENTRY.match(lines[end - 1].text)) or (numbers and _is_title(lines[end - 1].text))):
        if entry:
            numbers.append(int(entry[1]))
        end -= 1
    in_order = numbers == sorted(numbers, reverse=True)
    return end, frozenset(numbers if in_order and numbers[-1:] == [1] else ())


def _is_menu(lines: Sequence[Line]) -> bool:
    """Whether a line is nothing but links, side by side: “[1]Home [2]News [3]Sport”."""
    text = lines[0].text
    is_row = len(lines) == 1 and text[0] in "[#" and text[-1] not in STOPS
    return is_row and all(len(entry.split()) <= TITLES for entry in MARK.split(text)[::2])


def _is_title(text: str) -> bool:
    return len(text.split()) <= TITLES and "[" not in text and text[-1] not in STOPS


def _joined(lines: Sequence[Line], *, is_first: bool) -> str:
    """The lines of one paragraph as one, behind as many blank lines as it has."""
    text = MARK.sub("\n" if _is_menu(lines) else "", lines[0].text).lstrip()
    for line in lines[1:]:
        bare = MARK.sub("", line.text)
        text = f"{text}{glue(text, bare)}{bare}" if text and bare else text + bare
    return ("" if is_first else "\n" * (lines[0].gap + 1)) + text.strip()
