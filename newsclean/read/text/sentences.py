"""One long line, as a column of a table holds it, to sentences: what stood on lines of its own is found again.

A sentence ends at a stop that is none of an abbreviation, initial or number; where a line without a stop begins and
ends, a headline or a caption, `edges` tells. Pieces that both stay stand next to each other again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.text.edges import edges
from newsclean.read.text.lines import Line

STOP = re.compile(
    r"""
    (?:[.!?…]|\.\.\.)[”"’')\]»“*]{0,3}\s+(?=[^\s])   # a stop, closing marks, a blank
    | [。！？｡][”"’」』）)】]{0,3}\s*(?=\S)             # scripts without blanks
    | [।॥؟۔]\s*(?=\S)
    | [.!?…][”»“]?(?=[A-ZÄÖÜ“][a-zäöüß]+\s)          # glued: “came.The pumps”
    """,
    re.VERBOSE,
)
INITIAL = re.compile(r"(?:\A|[\s.(“\"'-])(?:[^\W\d_]|[A-Z]\.[A-Z]|\d{1,2})\Z")
LAST_WORD = re.compile(r"[^\s(“\"']+\Z")
ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof st sen rep gov gen lt col sgt capt maj cpl rev hon jr sr inc ltd co corp nos vs fig mt "
        "ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat approx e.g i.e u.s u.k u.n "
        "d.c a.m p.m ph.d bzw ca nr str evtl ggf inkl mio mrd tsd hl dipl vgl sog geb gest z.b d.h u.a s.o mme "
        "mlle mgr m.m av boul c.f cf sra srta dra ee.uu pág núm dott sig avv dhr mevr drs jhr tzn tzv np m.in ul "
        "godz tys mln mld zł г т.е т.п им ул тыс млн млрд руб"
    ).split()
)
TOKEN = re.compile(r"\S+")


def read_sentences(line: Line, lexicon: Lexicon) -> list[Line]:
    """The pieces of a long line, in order; all but the first have a gap of -1: they stand on one line with it."""
    text = line.text
    if any(map(UNSPACED.match, text[:400])):
        starts = sorted({0, *_stops(text)})
    else:
        words = [m.span() for m in TOKEN.finditer(text)]
        firsts = {start: n for n, (start, _) in enumerate(words)}
        stops = list(_stops(text))
        found = edges(text, words, [firsts[at] for at in stops if at in firsts], lexicon)
        starts = sorted({*stops, *(words[n][0] for n in found if n < len(words))})
    pieces: list[Line] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = text[start:end].rstrip()
        if piece:
            at = line.start + start
            pieces.append(Line(at, at + len(piece), piece, -1 if pieces else line.gap))
    return pieces


def _stops(text: str) -> Iterator[int]:
    for match in STOP.finditer(text):
        after = text[match.end()]
        if after.islower() or after in ",;:)]":
            continue
        if text[match.start()] == ".":
            before = text[max(0, match.start() - 24) : match.start()]
            word = LAST_WORD.search(before)
            if INITIAL.search(before) or (word and word.group().casefold() in ABBREVIATIONS):
                continue
            if after.isdigit() and word and word.group() in ("No", "Nos", "no", "Nr", "n"):
                continue
        yield match.end()
