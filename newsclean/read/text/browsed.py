"""What browsers in a terminal dump (lynx, links, elinks, w3m), and pandoc as plain text: the marks they put into it.

Links are numbers in the text, “[7]money”, with their addresses in a list behind it; buttons, fields, frames and
pictures without words have marks. Without these a dump reads as other texts do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsclean.read.text import wrapped
from newsclean.read.text.lines import Line, glue, read_lines
from newsclean.read.text.width import NARROW, WIDEST, Width, wrap_width

ADDRESS = re.compile(r"[a-z][a-z+.-]{1,20}:(?!\s)", re.IGNORECASE)  # it may hold blanks: mailto:?subject=Two pumps
NUMBERED = re.compile(r"(\d{1,4})\. (?=\S)")
NUMBER = re.compile(r"#?\[(\d{1,4})\]")
BEFORE_WORD = re.compile(r"(?<!\S)#?\[(\d{1,4})\](?=[\w\"“„«‘])")
FEWEST = 3  # addresses of a list; marks of a dump whose links have no numbers
KNOWN = 0.5  # of their numbers stand in the text
RISING = 10  # numbers, each higher than those before it, right before words: footnotes stand behind them
STOPS = ".!?"
MOST_BETWEEN = 4  # lines between two entries
TITLES_OF_LIST = 2  # at most: “References”, “Visible links”
TITLES = 3  # words of a line in the list: “References”, “Visible links”, “Hidden links:”; of an entry of a menu
BLANK = r"[^\S\n]"
MARK = re.compile(  # behind brackets of Markdown stands an address: “[](/harbour)”
    rf"""
    (?: \(BUTTON\) | _{{4,300}}                     # and fields to fill in
    | \[(?: (?:INLINE|IMG|USEMAP|EMBED)?           # pictures without words
          | [^\s\[\]]{{1,2000}}\.(?:jpe?g|png|gif|svg|webp|avif|ico)(?:[?\#][^\s\[\]]{{0,2000}})?  # and by their files
          | [_ \xa0]{{1,300}}                       # fields
       )\](?!\()
    ){BLANK}?
    """,
    re.VERBOSE,
)
FRAME = re.compile(r"IFRAME: \S|IFrame(?::|\Z)")
BULLETS = "*+•◦○●□■#-"
NOTHING = re.compile(  # a bullet, or pictures that w3m names by their files: “[logo-dark]”
    rf"(?:[{BULLETS}]\s+)?(?:\[\w[\w.:/?&=%-]{{0,40}}\]\s{{0,300}}){{1,99}}\Z|[{BULLETS}]\Z|[oO]\Z"
)
HEAD = re.compile(r"Link: |#(?=\S)")  # what elinks and lynx say of the page itself, in their first lines
OF_PAGE = re.compile(r"Link: \[\d")  # the same anywhere


def without_browser_marks(source: str) -> str:
    r"""The text of such a dump without its marks, its paragraphs each in one line; any other text as it is.

    >>> dump = "   [1]Home [2]News\n\n   (BUTTON) Share\n\n   The vote was\n   [3]seven to two.\n\nReferences\n\n   "
    >>> without_browser_marks(dump + "\n   ".join(f"{n}. https://harbour.example/{n}" for n in (1, 2, 3)))
    'Home \nNews\n\nShare\n\nThe vote was\nseven to two.'
    >>> without_browser_marks("The vote [1] was seven to two.\n\nReferences\n\n1. Doe, J., Pumps, 2024.")
    'The vote [1] was seven to two.\n\nReferences\n\n1. Doe, J., Pumps, 2024.'
    """
    if "\n" not in source or not ("[" in source or "__" in source or "(BUTTON)" in source):
        return source
    lines = read_lines(source)
    end, numbers = _list_at_end(lines)
    body = lines[:end]
    if body and (_are_listed(body, numbers) or _are_rising(body)):
        width = wrap_width(body) or Width(max(line.indent + len(line.text) for line in body), len)
        return _unmarked(body, width, numbered=True)
    marked = sum([len(MARK.findall(line.text)) or NOTHING.match(line.text) is not None for line in lines])
    width_of_dump = wrap_width(lines) if marked >= FEWEST else None
    return _unmarked(lines, width_of_dump, numbered=False) if width_of_dump else source


def _unmarked(lines: Sequence[Line], width: Width, *, numbered: bool) -> str:
    is_wrapped = NARROW <= width.size <= WIDEST
    groups = wrapped.groups(lines, width) if is_wrapped else [(n, n + 1) for n in range(len(lines))]
    parts: list[str] = []
    gap, is_head = 0, True
    for first, behind in groups:
        gap = max(gap, lines[first].gap)
        text = lines[first].text
        is_head = is_head and lines[first].indent > 0 and HEAD.match(text) is not None
        text = "" if is_head or OF_PAGE.match(text) else _joined(lines[first:behind], numbered=numbered)
        if text and not FRAME.match(text) and not NOTHING.match(text):
            parts.append("\n" * (gap + 1) + text if parts else text)
            gap = 0
    return "".join(parts)


def _are_listed(lines: Sequence[Line], numbers: frozenset[int]) -> bool:
    """Whether the list is one of links, whose numbers stand in the text."""
    shown = {int(match[1]) for line in lines for match in NUMBER.finditer(line.text)}
    return len(numbers) >= FEWEST and len(shown & numbers) >= KNOWN * len(numbers)


def _are_rising(lines: Sequence[Line]) -> bool:
    r"""Whether numbers in brackets before words rise through the text: of lines that stay of it no more do.

    >>> _are_rising(read_lines("\n".join(f"[{n}]Harbour news" for n in range(1, 12))))
    True
    >>> _are_rising(read_lines("\n".join(f"The pumps came.[{n}] [{n}] All is well." for n in range(1, 12))))
    False
    """
    rising: list[int] = []  # the lowest number with which so many can end
    for line in lines:
        for match in BEFORE_WORD.finditer(line.text):
            n = int(match[1])
            at = bisect_left(rising, n)
            rising[at : at + 1] = [n]
    return len(rising) >= RISING


def _list_at_end(lines: Sequence[Line]) -> tuple[int, frozenset[int]]:
    """Where the list of addresses at a text's end begins, with its titles, and their numbers."""
    numbers: list[int] = []
    end = len(lines)
    while (at := _entry_above(lines, end)) >= 0:
        numbers.append(int(lines[at].text.partition(".")[0]))
        end = at
    for _ in range(TITLES_OF_LIST if numbers else 0):
        if end and _is_title(lines[end - 1].text) and (end == len(lines) or lines[end - 1].indent <= lines[end].indent):
            end -= 1
    in_order = numbers == sorted(numbers, reverse=True)
    return end, frozenset(numbers if in_order and numbers[-1:] == [1] else ())


def _entry_above(lines: Sequence[Line], end: int) -> int:
    """The next entry of the list above a line, or -1; an address may go on for some lines, and a title may part two."""
    return next((n for n in range(end - 1, max(-1, end - 2 - MOST_BETWEEN), -1) if _is_entry(lines, n)), -1)


def _is_entry(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is a number with an address, which elinks writes below it where the link has a title."""
    number = NUMBERED.match(lines[n].text)
    if not number:
        return False
    is_title = n + 1 < len(lines) and ADDRESS.match(lines[n + 1].text) is not None
    return is_title or ADDRESS.match(lines[n].text, number.end()) is not None


def _is_title(text: str) -> bool:
    return len(text.split()) <= TITLES and "[" not in text and text[-1] not in STOPS


def _joined(lines: Sequence[Line], *, numbered: bool) -> str:
    """The lines of one paragraph as one, without their marks."""
    if numbered and _is_menu(lines):
        return MARK.sub("", NUMBER.sub("\n", lines[0].text)).strip()
    text = ""
    for line in lines:
        bare = MARK.sub("", NUMBER.sub("", line.text) if numbered else line.text).strip()
        text = f"{text}{glue(text, bare)}{bare}" if text and bare else text + bare
    return text


def _is_menu(lines: Sequence[Line]) -> bool:
    """Whether a line is nothing but links, side by side: “[1]Home [2]News [3]Sport”."""
    text = lines[0].text
    is_row = len(lines) == 1 and text[0] in "[#" and text[-1] not in STOPS
    return is_row and all(len(entry.split()) <= TITLES for entry in NUMBER.split(text)[::2])
