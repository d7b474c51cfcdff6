"""Where, in one long line, something begins or ends that is no sentence: headline, caption, slug, credit, furniture.

No removed piece may begin or end inside a sentence. So a place is an edge only where something proves it: a slug, a
line said twice in a row, a credit by its form, a line in capitals, a small word with a capital; and a phrase of the
cue files where it stands between two edges. “Climate Change” is an entry of menus, but not in “the Climate Change Act”;
a court's long name comes again and again, but the sentence goes on each time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from newsclean.phrases.fold import fold
from newsclean.phrases.keys import EDGE
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.credits import agencies, is_agency
from newsclean.read.text.longline import LongLine, Span, long_line
from newsclean.read.text.phrased import Found, phrased, phrases_in
from newsclean.read.text.repeated import repeated
from newsclean.read.text.slugged import slugs

GIVERS = frozenset(("via", "VIA", "/", "©", "|"))
MOST_AGENCY_WORDS = 3
CAPITALS = 4  # words of a line in capitals
SMALL = re.compile(r"[A-ZÄÖÜ](?<=[^\W\d_A-Z] .)[a-zäöü]{0,4}(?= [^\W_A-Z])")  # begins with what there is least of
SMALL_WORDS = 3  # times that a word is said in small letters: it has a capital only where a sentence begins
OF_NAMES = 9  # the same behind another capital: “the Democratic Party”, whose party is also said in small letters
WIDE, WIDE_SHARE = 4, 0.1  # blanks in a row that a line's end became; more of them than that part words, as tables do


class Edges(NamedTuple):
    """Where something begins that is no sentence, or what stands behind such, and what was seen on the way."""

    words: set[int]  # by number
    soft: set[int]  # those of them that only a small word with a capital tells
    phrases: Mapping[int, Found]  # of the cue files, by the number of their first words


def edges(text: str, words: Sequence[Span], stops: Iterable[int], lexicon: Lexicon) -> Edges:
    """The words with which something begins that is no sentence, or what stands behind such.

    `words`: their places; `stops`: the words behind a sentence's end, which are edges as well.
    """
    line = long_line(text, words)
    proven = {0, len(words), *stops, *slugs(line), *_credits(line), *_gaps(line)}
    soft = set(_small_words(line)).difference(proven)
    found = proven | soft
    found |= _capitals(line, found)
    found |= repeated(line, found)
    phrases = phrases_in(line, lexicon)
    return Edges(found | phrased(line, found, phrases, lexicon), soft, phrases)


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    """A credit in brackets with something behind it: “(AP Photo/Jo Doe) The”, “(Photo: Jo Doe) The”."""
    pictures = "|".join(sorted(word.title() for word in words_for("picture")))
    return re.compile(
        rf"""
        \((?:(?:AP|AFP|Reuters|Getty|{pictures})[^()]{{0,80}}|@\w{{2,30}})\)\s+
        (?:(?:[^\W\d_]{{3,12}}\.?\ \d{{1,2}},                                      # of a post: April 8, 2024
          | \d{{1,2}}\.?\ (?:de\ )?[^\W\d_]{{3,12}}\.?,?(?:\ de)?)\ 20\d\d\s+)?    # 8 de abril de 2024
        (?=[^\s—–-])
        """,
        re.VERBOSE,
    )


def _credits(line: LongLine) -> Iterator[int]:
    """Where credits end that show as such: “(AP Photo/Jo Doe)”, “Jo Doe/AFP via Getty Images”, “(@jodoe)”."""
    for match in _credit().finditer(line.text):
        yield line.word_at(match.end())
    known = agencies().words
    for n, folded in enumerate(line.folded):
        last = (fold(line.word(n).rpartition("/")[2]) if "/" in folded else folded).strip(EDGE)
        if last in known and line.may_begin(n + 1) and _ends_agency(line, n) and not _ends_agency(line, n + 1):
            yield n + 1


def _ends_agency(line: LongLine, n: int) -> bool:
    """Whether a word ends the name of an agency that “/” or “via” makes a credit."""
    name = ""
    for first in range(n, max(-1, n - MOST_AGENCY_WORDS), -1):
        _, slash, part = line.word(first).rpartition("/")
        name = f"{part} {name}".strip(EDGE)
        if slash or (first and line.word(first - 1) in GIVERS):
            return is_agency(name)
    return False


def _small_words(line: LongLine) -> Iterator[int]:
    """Words such as “The” and “But” in the middle of a sentence."""
    text = line.text
    small = Counter(text.split())
    for match in SMALL.finditer(text):
        n = line.word_at(match.start())
        if n and line.word(n - 1) in words_for("small"):
            continue  # no line ends so: “by The Post”, “van De Kuil”
        if small[match.group().lower()] >= (OF_NAMES if n and line.has_capital(n - 1) else SMALL_WORDS):
            yield n


def _gaps(line: LongLine) -> list[int]:
    """Where a line begins behind a run of blanks that line ends, or the page's own indents, have become."""
    starts, ends = [start for start, _ in line.words[1:]], [end for _, end in line.words]
    wide = [n for n, (end, start) in enumerate(zip(ends, starts, strict=False), 1) if start - end >= WIDE]
    if len(wide) > WIDE_SHARE * len(line.words):
        return []
    return [n for n in wide if line.may_begin(n)]


def _capitals(line: LongLine, known: Collection[int]) -> set[int]:
    """Where lines in capitals end that begin behind a sentence: headlines of other stories, subheadings."""
    found: set[int] = set()
    n = 0
    for is_capital, row in groupby(map(str.isupper, line.said)):
        end = n + sum(1 for _ in row)
        if is_capital and n in known and end - n >= CAPITALS and line.may_begin(end):
            found.add(end)
        n = end
    return found
