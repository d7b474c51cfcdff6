"""One long line, as a column of a table holds it, to sentences: what stood on lines of its own is found again.

A sentence ends at a stop that is none of an abbreviation, initial or number; where a line without a stop begins and
ends, a headline or a caption, `edges` tells. Pieces that both stay stand next to each other again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from newsclean.page import traits
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.text.breaks import Gap, breaks, gaps
from newsclean.read.text.edges import edges
from newsclean.read.text.heads import head_of, is_without_capitals
from newsclean.read.text.lines import Line
from newsclean.read.text.longline import Span
from newsclean.read.text.phrased import MENU, Found
from newsclean.read.text.signed import signed
from newsclean.read.text.windowed import Piece, titled
from newsclean.read.text.wordkinds import BEFORE_STAMP, Words, words_of

# Every alternative stands behind the stop, so that the pattern is tried at stops only and not at each character.
SENTENCE_END = re.compile(
    r"""
    [.!?…。！？｡।॥؟۔።။។៕།](?:
      (?<=[.!?…])(?:(?<=\.)\.\.)?[”"’')\]»“*]{0,3}\s+(?=[^\s])   # a stop, closing marks, a blank
      | (?<=[。！？｡])[”"’」』）)】]{0,3}\s*(?=\S)               # scripts without blanks
      | (?<=[।॥؟۔።။។៕།])\s*(?=\S)
      | (?<=[.!?…])[”»“]?(?=[A-ZÄÖÜ“][a-zäöüß]+\s)            # glued: “came.The pumps”
      | (?<=[^\W\d_A-Z]{2}[.!?…])[”»“]?(?=[A-ZÁÉÍÓÚÄÖÜ]{3,12}(?::|\s[A-ZÁÉÍÓÚÄÖÜ]))  # “came.READ MORE: …”
    )
    """,
    re.VERBOSE,
)
INITIAL = re.compile(
    r"""
    (?:\A|[\s.(“\"'-])(?:[^\W\d_]|[A-Z]\.[A-Z])\Z
    # 3. May, 12.11.; no price, no score
    | (?:\A | [\s(“\"'] | (?<!\d[.-])(?<=[.-]) | \d\.(?=0?\d\Z|1[0-2]\Z))\d{1,2}\Z
    """,
    re.VERBOSE,
)
LAST_WORD = re.compile(r"[^\s(“\"']+\Z")
HYPHENED = re.compile(r"(?<!\S)[^\s-]{1,80}(?:-[^\s-]{0,80}){1,60}(?!\S)")  # may be a slug, with its marks
# Between two sentences: a label, a credit, what somebody else put in.
BRACKETED = re.compile(
    r"(?:\A|[.!?…。！？।۔][”\"’»]?\s)(?P<piece>(?:\[[^\[\]]{2,60}\]|\([^()]{2,60}\))\s+)(?=[^\W\d_]|[“\"«])"
)
HANDLE = re.compile(r"\(@\w[\w.]{1,30}\)(?=[\"“«A-ZÀ-Þ])")  # who wrote a post, and the story glued to it
BLANK_OF_EAST = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff」』）】？！]) (?=[\u3040-\u30ff\u3400-\u9fff「『（【\d])")
LONGEST_UNSPACED, FEWEST_BLANKS = 120, 3  # characters of a sentence; blanks
LIKELY = 0.75  # the chance with which a line ended where it is parted, but before a label that nothing proves
LIKELY_BEHIND_OPENING = 0.6  # the same in a piece that a phrase opens: what it opens ends somewhere
MAY_WELL_END = 0.02  # the same for a headline: of 480 such pieces of ordinary pages 410 held more than it
MAY_END = 0.005  # the chance from which a line may have ended: no phrase at its beginning tells of all of it
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
    around, stops = _around(text, slugged), list(_stops(text))
    likely, entries = dict[int, float](), set[int]()
    if is_without_capitals(text) and (head := head_of(text, min(stops, default=len(text)), lexicon)) is not None:
        around += head.edges
        entries.update(() if head.is_one else (head.headline,))
    starts = proven = {0, *stops, *around, *_ends_by_blanks(text, stops)}
    titles = list[Span]()
    if not any(map(UNSPACED.match, text[:400])):
        starts, proven, likely, others, titles = _parted(text, stops, around, lexicon)
        entries |= others
        slugged = sorted([*slugged, *[(at, at, end) for at, end in titles]])
    starts = starts.intersection(_outside(sorted(at for at in starts if at < len(text)), slugged))
    headlines = frozenset([at for at, _ in titles])
    may_end = [at for at, chance in likely.items() if chance >= MAY_END and at not in starts]
    may_well = [at for at in may_end if likely[at] >= MAY_WELL_END]
    pieces: list[Line] = []
    for start, end in pairwise([*sorted(starts), len(text)]):
        piece = text[start:end].rstrip()
        if piece:
            at = line.start + start
            bits = traits.SOFT if start not in proven and pieces else 0
            bits |= traits.LOOSE if _are_inside(may_end, start, end) else 0
            is_glued = start in entries or _are_inside(may_well, start, end) or BLANK_OF_EAST.search(piece) is not None
            bits |= traits.GLUED if is_glued else 0
            bits = traits.TITLED if start in headlines else bits
            pieces.append(Line(at, at + len(piece), piece, -1 if pieces else line.gap, traits=bits))
    return pieces


def _ends_by_blanks(text: str, stops: Iterable[int]) -> Iterator[int]:
    """Where lines end in Chinese and Japanese that are nothing but lines: no sentence is as long as they all together.

    Between words there are no blanks, but around links; so what stands before the next stop is not parted.
    """
    for start, end in pairwise([0, *stops, len(text)]):
        last = end - LONGEST_UNSPACED
        blanks = [match.end() for match in BLANK_OF_EAST.finditer(text, start, last)] if last > start else []
        if len(blanks) >= FEWEST_BLANKS:
            yield from blanks


def _are_inside(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of these places, which are in order, is from `start` on and before `end`."""
    return bisect_left(places, start) < bisect_left(places, end)


def _around(text: str, slugged: Iterable[tuple[int, int, int]]) -> list[int]:
    """The places around headlines with their slugs, pieces in brackets, and behind accounts."""
    found = [edge for first, slug, end in slugged for edge in (first, slug, _past_blanks(text, end))]
    found += [edge for match in BRACKETED.finditer(text) for edge in match.span("piece")]
    return found + [match.end() for match in HANDLE.finditer(text)]


class _Seen(NamedTuple):
    """A long line's words, and what is seen of them before chances are asked."""

    line: Words
    places: list[int]  # where each word stands
    stops: list[int]  # the words behind a sentence's end
    edges: set[int]  # all that begin something, these among them
    soft: set[int]  # those that only a small word with a capital tells
    phrases: Mapping[int, Found]
    titles: Sequence[Piece]  # the page's headline, by its words: in the window's title and where it is said again


def _seen(text: str, ends: Iterable[int], around: Iterable[int], lexicon: Lexicon) -> _Seen:
    """The words of a long line. `ends`: the places behind its sentences."""
    words = [m.span() for m in TOKEN.finditer(text)]
    firsts = {start: n for n, (start, _) in enumerate(words)}
    stops = [firsts[at] for at in ends if at in firsts]
    found, soft, phrases = edges(text, words, stops, lexicon)
    found.update([firsts[at] for at in around if at in firsts])
    line = words_of([text[start:end] for start, end in words])
    found = {n for n in found if not (line.stamps.get(n) == BEFORE_STAMP and "@" in line.said[n - 1])}  # of a post
    found |= signed(line, found, phrases)
    titles = titled(line, stops, found.union(phrases))
    if titles:
        inside = {n for start, end in titles for n in range(start + 1, end)}
        found = found.difference(inside).union([n for piece in titles for n in piece])
        soft, stops = soft - inside, [n for n in stops if n not in inside]
    return _Seen(line, [*firsts], stops, found, soft, phrases, titles)


def _parted(
    text: str, ends: Collection[int], around: Collection[int], lexicon: Lexicon
) -> tuple[set[int], set[int], dict[int, float], set[int], list[Span]]:
    """Where pieces begin, which of these places are proven, and where a line may have ended, with how likely it did.

    And where a single entry of a menu stands; and where the page's headline does, the title of its window among them.
    """
    line, places, stops, found, soft, phrases, titles = _seen(text, ends, around, lexicon)
    chances = list(breaks(line, found, stops, phrases))
    proven = {*ends, *around, *[places[n] for n in found - soft if n < len(places)]}
    found.update([n for n, chance in chances if chance >= LIKELY and not _is_of_other(line.said, n)])
    found |= _behind_openings(chances, found, phrases, len(places))
    starts = proven.union([places[n] for n in found if n < len(places)])
    entries = {places[n] for n, phrase in phrases.items() if phrase.kind in MENU and not phrase.opens}
    behind = [*places, len(text)]
    spans = [(places[start], behind[end]) for start, end in titles]
    return starts, proven, {places[n]: chance for n, chance in chances}, entries, spans


def _is_of_other(said: Sequence[str], n: int) -> bool:
    """Whether a word is a label that we do not know, “App:”, or stands behind an account: “(@jodoe) 3 May 2024”."""
    return said[n][-1] == ":" or "@" in said[n - 1]


def _behind_openings(
    chances: Sequence[tuple[int, float]], found: Collection[int], phrases: Mapping[int, Found], n_words: int
) -> set[int]:
    """Where what a phrase opens ends before its piece does: “Read more: Sea wall to be raised The vote was 7-2.”"""
    parts: set[int] = set()
    at = 0
    for start, end in pairwise(sorted({0, n_words, *found})):
        while at < len(chances) and chances[at][0] <= start:
            at += 1
        first = at
        while at < len(chances) and chances[at][0] < end:
            at += 1
        if start in phrases:
            behind = start + phrases[start].words
            n, chance = max(
                [(n, chance) for n, chance in chances[first:at] if n >= behind], key=itemgetter(1), default=(0, 0.0)
            )
            if chance >= LIKELY_BEHIND_OPENING:
                parts.add(n)
    return parts


def gaps_of(text: str, lexicon: Lexicon) -> list[Gap]:
    """The gaps of a long line in which a line may have ended, as they are looked at: what weights are fitted on."""
    line, _, stops, found, _, phrases, _ = _seen(text, _stops(text), _around(text, _slugged(text)), lexicon)
    return gaps(line, found, stops, phrases)


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
