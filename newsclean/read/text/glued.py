"""Blocks that a dump has glued together: `get_text()` puts nothing where a tag stood, “… at noon.The second …”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, islice

import regex

from newsclean.read.limits import MOST_BLOCKS
from newsclean.read.text.lines import Line
from newsclean.read.text.textform import is_oneline

# Places where sentences are glued: fewer are slips of the pen. Their share of all stops in one long line.
FEWEST, OF_STOPS = 4, 0.15
FEWEST_SURE = 3  # of them
# Group 1 is the last word of a sentence with its stop, group 2 the first of the next. A name of programmers, in one
# word with its marks (“System.Text;”, “file.Close()”), ends in another mark.
SEAM = regex.compile(
    r"""
    (?<![^\s(\[“"«„‘—–/])
    ([\p{L}\d’'%-]++(?<=\p{Ll}\p{Ll}|\d\d|%)[”"’»)\]]?[.!?…][”"’»)\]]{0,2}+)
    ( ["“«„‘(]?(?:[AEIOUYÀÉÓАВИКОСУЯ]|\p{Lu}[\p{L}’'-]++)(?=(?:[”"’»):;,!?…]|\.\.\.){0,2}\s+["“«„‘(]?[\p{L}\d])
    | \p{Lu}\p{Ll}{0,3}(?=\.\s\p{Lu})               # “Rep. Jo Doe”, “J. Doe”
    | ©(?=\s?[\p{L}\d]) )
    """,
    regex.VERBOSE,
)
SURE = regex.compile(r"[\p{Ll}\d]\w\w")  # the first of both is no name, nor as short as “os.”, “io.”
# The same of lines without a stop, as they stand in menus and over stories: “NewsSport”, “the quayBy Jo Doe”.
WORD = re.compile(r"[^\W_]+")
WORDS = regex.compile(r"(?<![\p{L}\d])[\p{L}\d]*(?:[\p{Ll}\d]\p{Lu}\p{Ll}[\p{L}\d]*|\p{Ll}{3}[AI](?=\s))")
TOUCH = regex.compile(r"(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll}|[AI]\Z)")
BLANKS = re.compile(r"[ \t\xa0]{5,}")  # where an HTML file's line ends stood
OWN_CAPITALS = 0.06  # of a text's words that have a capital inside: from so many on they are how a language is written
LONGEST = 2000  # characters of such a word: a menu's
CHAIN = 3  # words that touch each other in the name of a house, at most
STOPS_WITH_BLANK = tuple(f".{mark}{blank}" for mark in ("", "”", '"') for blank in (" ", "\n"))
# Cheap, and true of nearly every place of SEAM: where a text has few, these are not looked for.
TOGETHER = re.compile(r"(?<=[^\s_.A-Z])[.!?…][”\"’»)\]]{0,2}[“\"«„‘(]?(?![a-zß-ÿа-я\d_])\w")


def unglued(lines: list[Line], source: str, *, is_of_file: bool = False) -> list[Line]:
    """The lines of a text, parted where blocks were glued together; as they are where that is seldom.

    `is_of_file`: its line ends are those of an HTML file, so nothing stands in place of tags: one such place is enough.

    >>> text = "It works.They said it holds.The pump is loud.See below.All is well at 8.30 p.m. in St.Orrin."
    >>> [line.text for line in unglued([Line(0, len(text), text, 0)], text)]
    ['It works.', 'They said it holds.', 'The pump is loud.', 'See below.', 'All is well at 8.30 p.m. in St.Orrin.']
    """
    if not is_of_file and (_stops_without_blank(source) < FEWEST or len(TOGETHER.findall(source)) < FEWEST):
        return lines
    seams = [_seams(line.text) for line in lines]
    is_often = _are_enough([words for some in seams for _, *words in some], source if is_oneline(lines) else "")
    if not is_often and not is_of_file:
        return lines
    alone = {match[0].casefold() for match in WORD.finditer(source)}
    touching = [[(m.start(), TOUCH.split(m[0])) for m in _touching(line.text)] for line in lines]
    times = Counter(["".join(parts) for some in touching for _, parts in some])
    is_often = is_often and sum(map(_has_own_capital, times.elements())) <= OWN_CAPITALS * source.count(" ")
    found: list[Line] = []
    for line, some, words in zip(lines, seams, touching, strict=True):
        places = {end for end, *_ in some}
        places.update([match.end() for match in islice(BLANKS.finditer(line.text), MOST_BLOCKS)])
        for start, parts in words:
            is_name = times["".join(parts)] > 1  # “WordPress” is said again
            if len(parts) > CHAIN or (not is_name and _are_words(parts, alone, is_often=is_often)):
                places.update(accumulate(map(len, parts[1:-1]), initial=start + len(parts[0])))
        found += _parts(line, sorted(places))
    return found


def _seams(text: str) -> list[tuple[int, str, str]]:
    """Where sentences touch in a line, with the last word of the one and the first of the next."""
    found: list[tuple[int, str, str]] = []
    at = quotes = 0  # straight quotation marks before a place: behind an even number of them one opens
    for match in islice(SEAM.finditer(text), MOST_BLOCKS):
        end = match.end(1)
        quotes, at = quotes + text.count('"', at, end), end
        if not _is_of_programmers(match):
            found.append((end - (text[end - 1] == '"' and quotes % 2), match[1], match[2]))
    return found


def _touching(text: str) -> Iterator[regex.Match[str]]:
    """The words of a line in which two touch."""
    return islice((match for match in WORDS.finditer(text) if len(match[0]) <= LONGEST), MOST_BLOCKS)


def _are_enough(seams: Sequence[Sequence[str]], one_line: str) -> bool:
    """Whether these places, of two words each, prove that a text was glued; `one_line`: the text, if it is one line."""
    times = Counter(map("".join, seams))
    once = [last for last, first in seams if times[last + first] == 1]
    fewest = max(FEWEST, OF_STOPS * one_line.count(". "))
    return len(once) >= fewest and sum([SURE.match(word) is not None for word in once]) >= FEWEST_SURE


def _stops_without_blank(source: str) -> int:
    """How many stops have neither a blank nor a line's end behind them, or a closing mark and such: cheap to count."""
    return source.count(".") - sum([source.count(end) for end in STOPS_WITH_BLANK])


def _is_of_programmers(match: regex.Match[str]) -> bool:
    """Whether two words with a stop between them are a name in a programme: “log.newReader”, “context.Context”."""
    said, after = match.groups()
    return said[:-1].casefold() == after.casefold() or TOUCH.search(match[0].replace(".", " ")) is not None


def _has_own_capital(word: str) -> bool:
    """Whether a word begins with small letters before its capital: “easyJet”, and in Xhosa every tenth."""
    return word[0].islower()


def _are_words(parts: Sequence[str], alone: Collection[str], *, is_often: bool) -> bool:
    """Whether the parts of a word are words that stand alone elsewhere; “emailsA” ends as no word does.

    Where blocks are often glued it is enough that one does, if the first has no capital, unlike a name.
    """
    if len(parts[-1]) == 1:
        return True
    known = [part.casefold() in alone for part in parts]
    return all(known) or (is_often and len(parts[0]) > 1 and parts[0][0].islower() and any(known))


def _parts(line: Line, places: Sequence[int]) -> Iterator[Line]:
    start = 0
    for end in (*[at for at in places if at], len(line.text)):
        text = line.text[start:end].rstrip()
        at = line.start + start
        if text:
            yield line._replace(start=at, end=at + len(text), text=text)
        start = end
