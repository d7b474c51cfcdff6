"""One long line, as a column of a table holds it, to sentences: what stood on lines of its own is found again.

A sentence ends at a stop that is none of an abbreviation, initial or number. Lines without a stop (headlines, captions,
slugs) show by what is said twice, by credits and phrases of the cue files, and by a small word with a capital in the
middle of a sentence. A cut too many does no harm: pieces that both stay stand next to each other again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from newsclean.phrases.fold import UNSPACED, fold
from newsclean.phrases.lexicon import EDGE, Lexicon, openings, whole
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
WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\S+")
SLUG = re.compile(r"(?:\A|(?<=\s))[^\W_A-Z]+(?:-[^\W_A-Z]+){3,30}:?(?=\s|\Z)")
CREDIT = re.compile(r"\((?:AP|AFP|Photo|Foto|Image|Picture|Reuters|Getty)[^()]{0,80}\)\s+(?=[^\s—–-])")
AGAIN = 6  # words that are said twice on a page, in the same order, were a line
BESIDE = 1000  # characters from a slug to its headline, at most
SMALL = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÄÖÜ][a-zäöü]{0,4}(?= [^\W_A-Z])")
SMALL_WORDS = 3  # times that a word is said in small letters: it has a capital only where a sentence begins
MOST_CUE_WORDS = 8
OPENERS = re.compile(r"[\s\"“”«»‘’'(\[]*")
ENDS = ".:!?…।؟"
MOST_OWN_WORDS = 20


def read_sentences(line: Line, lexicon: Lexicon) -> list[Line]:
    """The pieces of a long line, in order; all but the first have a gap of -1: they stand on one line with it."""
    text = line.text
    words = [m.span() for m in TOKEN.finditer(text)]
    behind = [end for _, end in words]
    if any(map(UNSPACED.match, text[:400])):
        starts = sorted({0, *_stops(text)})
    else:
        ways = (_slugs(text), _repeats(text), _small_words(text), _cues(text, words, lexicon), _credits(text))
        edges = {words[n][0] for at in chain(*ways) if (n := bisect_right(behind, at)) < len(words)}
        starts = sorted({0, *_stops(text), *edges})
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


# The others give places inside or right behind the word that begins or ends a line: read_sentences finds the next
# beginning of a word.


def _credits(text: str) -> Iterator[int]:
    for match in CREDIT.finditer(text):
        yield match.end()


def _slugs(text: str) -> Iterator[int]:
    """Slugs, and the headline that a slug was made of where it follows."""
    for match in SLUG.finditer(text):
        if not _ends_line(text, match.end()):
            continue  # a word of a sentence: “a man-of-the-people-type-compromise is …”
        yield from match.span()
        words = WORD.findall(match.group())
        near = [(m.group().lower(), *m.span()) for m in WORD.finditer(text, match.end(), match.end() + BESIDE)]
        for i in range(len(near) - len(words) + 1):
            if [word for word, _, _ in near[i : i + len(words)]] == words:
                yield near[i][1]
                yield near[i + len(words) - 1][2]
                break


def _repeats(text: str) -> Iterator[int]:
    """Where runs of words begin and end that are said more than once."""
    spans = [m.span() for m in WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in spans]
    seen: dict[tuple[str, ...], int] = {}
    other = [-1] * len(words)
    for i in range(len(words) - AGAIN + 1):
        run = tuple(words[i : i + AGAIN])
        last = seen.get(run, -1)
        seen[run] = i
        if last >= 0:
            other[i] = last
            if other[last] < 0:
                other[last] = i
    for i, at in enumerate(other):
        if at >= 0:
            if not i or other[i - 1] != at - 1:
                yield spans[i][0]
            if i + 1 == len(other) or other[i + 1] != at + 1:
                yield spans[i + AGAIN - 1][1]


def _small_words(text: str) -> Iterator[int]:
    """Words such as “The” and “But” in the middle of a sentence."""
    small = Counter(text.split())
    for match in SMALL.finditer(text):
        if small[match.group().lower()] >= SMALL_WORDS:
            yield match.start()


def _cues(text: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> Iterator[int]:
    """Phrases that are furniture where they are a line or open one: “Scroll down for video”, “Read more: …”."""
    folded = [fold(text[start:end]) for start, end in words]
    behind = 0  # words up to here are of a phrase of the user's own: ours do not part it
    for i, (at, _) in enumerate(words):
        if i < behind or text[at].islower():
            continue
        n, is_line = 0, False
        if lexicon.own is not None:
            n, is_line = _phrase_at(lexicon.own, folded, i, MOST_OWN_WORDS)
            behind = i + n
        if not n:
            n, is_line = _phrase_at(lexicon, folded, i, MOST_CUE_WORDS)
        if is_line and i >= behind and not _ends_line(text, words[i + n - 1][1]):
            continue
        if n:
            yield at
        if is_line:
            yield words[i + n - 1][1]


def _ends_line(text: str, end: int) -> bool:
    """Whether a phrase may end a line here: no small letter goes on; where letters have no case, a stop ends it."""
    after = OPENERS.sub("", text[end : end + 8], count=1)[:1]
    if not after or after.isupper() or not after.isalpha():
        return True
    return not after.islower() and text[end - 1] in ENDS


def _phrase_at(lexicon: Lexicon, folded: Sequence[str], i: int, most: int) -> tuple[int, bool]:
    """How many words from the i-th on are a phrase, or the beginning of one; and whether it is one that is a line."""
    for n in range(min(most, len(folded) - i), 0, -1):
        line = " ".join(folded[i : i + n]).strip(EDGE)
        found = whole(lexicon, line) if line else None
        if found is not None and (n > 1 or found.kind == "ad"):
            return n, True
    opening = openings(lexicon, " ".join(folded[i : i + 2]).rstrip(":,.!?"))
    head = " ".join(folded[i : i + most]) if opening else ""
    return next((max(1, len(anchor.split())) for anchor in opening if head.startswith(anchor)), 0), False
