"""One long line, as a column of a table holds it, to sentences: what stood on lines of its own is found again.

A sentence ends at a stop that is none of an abbreviation, initial or number; where a line without a stop begins and
ends, a headline or a caption, `edges` tells. Pieces that both stay stand next to each other again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.text.edges import edges
from newsclean.read.text.lines import Line

SENTENCE_END = re.compile(
    r"""
    (?:[.!?…]|\.\.\.)[”"’')\]»“*]{0,3}\s+(?=[^\s])   # a stop, closing marks, a blank
    | [。！？｡][”"’」』）)】]{0,3}\s*(?=\S)             # scripts without blanks
    | [।॥؟۔]\s*(?=\S)
    | [.!?…][”»“]?(?=[A-ZÄÖÜ“][a-zäöüß]+\s)          # glued: “came.The pumps”
    | (?<=[^\W\d_A-Z]{2})[.!?…][”»“]?(?=[A-ZÁÉÍÓÚÄÖÜ]{3,12}(?::|\s[A-ZÁÉÍÓÚÄÖÜ]))  # “came.READ MORE: …”
    """,
    re.VERBOSE,
)
INITIAL = re.compile(r"(?:\A|[\s.(“\"'-])(?:[^\W\d_]|[A-Z]\.[A-Z]|\d{1,2})\Z")
LAST_WORD = re.compile(r"[^\s(“\"']+\Z")
HYPHENED = re.compile(r"(?<!\S)[^\s-]{1,80}(?:-[^\s-]{0,80}){1,60}(?!\S)")  # may be a slug, with its marks
# Between two sentences: a label, a credit, what somebody else put in.
BRACKETED = re.compile(
    r"(?:\A|[.!?…。！？।۔][”\"’»]?\s)(?P<piece>(?:\[[^\[\]]{2,60}\]|\([^()]{2,60}\))\s+)(?=[^\W\d_]|[“\"«])"
)
HANDLE = re.compile(r"\(@\w[\w.]{1,30}\)(?=[\"“«A-ZÀ-Þ])")  # who wrote a post, and the story glued to it
TOKEN = re.compile(r"\S+")
# Characters: a line that is longer is read portion by portion, since its words take eighty times its memory. No page of
# the development set is one line of as many.
MOST_AT_ONCE, ENDS_WITHIN = 100_000, 10_000


def portions(line: Line) -> Iterator[Line]:
    """A line of more than MOST_AT_ONCE characters in portions that end where a sentence does, or else a word."""
    text, at = line.text, 0
    while len(text) - at > MOST_AT_ONCE:
        end = max(_stops(text, at + MOST_AT_ONCE - ENDS_WITHIN, at + MOST_AT_ONCE), default=0)
        end = end or text.rfind(" ", at, at + MOST_AT_ONCE) + 1 or at + MOST_AT_ONCE
        yield _portion(line, at, end)
        at = end
    yield _portion(line, at, len(text)) if at else line


def _portion(line: Line, start: int, end: int) -> Line:
    piece = line.text[start:end].rstrip()
    at = line.start + start
    return Line(at, at + len(piece), piece, -1 if start else line.gap)


def read_sentences(line: Line, lexicon: Lexicon) -> list[Line]:
    """The pieces of a long line, in order; all but the first have a gap of -1: they stand on one line with it."""
    text = line.text
    slugged = list(_slugged(text))
    around = [edge for first, slug, end in slugged for edge in (first, slug, _past_blanks(text, end))]
    around += [edge for match in BRACKETED.finditer(text) for edge in match.span("piece")]
    around += [match.end() for match in HANDLE.finditer(text)]
    if any(map(UNSPACED.match, text[:400])):
        starts = sorted({0, *_stops(text), *around})
    else:
        words = [m.span() for m in TOKEN.finditer(text)]
        firsts = {start: n for n, (start, _) in enumerate(words)}
        stops = list(_stops(text))
        found = edges(text, words, [firsts[at] for at in stops if at in firsts], lexicon)
        starts = sorted({*stops, *around, *(words[n][0] for n in found if n < len(words))})
    starts = _outside([at for at in starts if at < len(text)], slugged)
    pieces: list[Line] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = text[start:end].rstrip()
        if piece:
            at = line.start + start
            pieces.append(Line(at, at + len(piece), piece, -1 if pieces else line.gap))
    return pieces


def _slugged(text: str) -> Iterator[tuple[int, int, int]]:
    """Headlines with their slug right behind: where the headline begins, where the slug, where it ends."""
    for match in HYPHENED.finditer(text):
        start, end = match.span()
        first = start - 1 - (end - start)
        if first < 0 or (first and not text[first - 1].isspace()):
            continue
        over = text[first : start - 1]
        if " " in over and over.casefold().replace(" ", "-") == match.group().casefold():
            yield first, start, end


def _outside(starts: Sequence[int], slugged: Sequence[tuple[int, int, int]]) -> list[int]:
    """The places that are not inside of a headline with a slug."""
    found: list[int] = []
    nth = 0
    for at in starts:
        while nth < len(slugged) and slugged[nth][2] <= at:
            nth += 1
        if nth == len(slugged) or at <= slugged[nth][0] or at == slugged[nth][1]:
            found.append(at)
    return found


def _is_caseless(letter: str) -> bool:
    """Whether a letter is of a script without capitals, as of Korean: what follows its stop tells nothing."""
    return letter.isalpha() and letter.lower() == letter.upper()


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _stops(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """The places behind the ends of sentences."""
    for match in SENTENCE_END.finditer(text, start, len(text) if end is None else end):
        if match.end() == len(text):
            break
        after = text[match.end()]
        if after in ",;:)]" or (after.islower() and not _is_caseless(text[match.start() - 1])):
            continue
        if text[match.start()] == ".":
            before = text[max(0, match.start() - 24) : match.start()]
            word = LAST_WORD.search(before)
            if INITIAL.search(before) or (word and word.group().casefold() in words_for("abbreviations")):
                continue
            if after.isdigit() and word and word.group().casefold() in words_for("numbered"):
                continue
        yield match.end()
