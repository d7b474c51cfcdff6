"""Where, in one long line, something begins or ends that is no sentence: headline, caption, slug, credit, furniture.

No removed piece may begin or end inside a sentence. So a place is an edge only where something proves it: a slug, a
line said twice in a row, a credit by its form, a line in capitals, a small word with a capital; and a phrase of the
cue files where it stands between two edges. “Climate Change” is an entry of menus, but not in “the Climate Change Act”;
a court's long name comes again and again, but the sentence goes on each time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from newsclean.phrases.find import MOST_OF_BUTTON, most_words, openings, whole
from newsclean.phrases.fold import fold
from newsclean.phrases.keys import EDGE
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.credits import agencies, is_agency

WORD = re.compile(r"\w+")
OPENERS = re.compile(r"[\s\"“”«»‘’'(\[]*")
ENDS, STOPS = ".:!?…।؟", ".!?"
CLOSERS = "\"“”«»‘’')]」』"  # may stand behind a sentence's end
GOES_ON = ",;-–—&/"  # behind one of these no line ends
OPENING, NO_WORD = frozenset("«„“‹¿¡([—"), "\x00"  # marks that belong to what they open: of no phrase the last word
SLUG_WORDS, SLUG_LETTERS = 4, 12
BESIDE = 1000  # characters from a slug to its headline, at most
GIVERS = frozenset(("via", "VIA", "/", "©", "|"))
MOST_AGENCY_WORDS = 3
CAPITALS = 4  # words of a line in capitals
SMALL = re.compile(r"[A-ZÄÖÜ](?<=[^\W\d_A-Z] .)[a-zäöü]{0,4}(?= [^\W_A-Z])")  # begins with what there is least of
SMALL_WORDS = 3  # times that a word is said in small letters: it has a capital only where a sentence begins
OF_NAMES = 9  # the same behind another capital: “the Democratic Party”, whose party is also said in small letters
NAME, TWICE = 2, 4  # words of a name, and of any line, that are said twice in a row: no sentence stammers so
AGAIN = 6  # words of a line that is said again further down
MOST_CUE_WORDS, MOST_OWN_WORDS = 8, 20
# Kinds of phrases that prove a line where a capital stands behind them; names of sections do not: “Opinion Polls”.
PROVEN = 3  # words of such a phrase behind a line without a stop: “the book Read More Sails Less” has two
LABELS = frozenset(("credit", "caption", "byline"))  # kinds of which one word and a colon open a line: “Photo:”
PROMPTS = frozenset(("share", "promo", "ad", "paywall", "media", "related"))
MENU = frozenset(
    ("navigation", "kicker", "paywall", "promo", "share", "ad", "media", "related")
)  # kinds of its entries
MENU_WORDS = 3
ITEM = re.compile(r"\d{1,2}[.)]")
WIDE, WIDE_SHARE = 4, 0.1  # blanks in a row that a line's end became; more of them than that part words, as tables do
# A pointer's label, whose headline was a link and is gone: “Read also: The ferry, which …”; a headline is shorter.
LABEL_MARKS, LABEL_REST, MORE_THAN_HEADLINE = ":|", 4, 14

Span = tuple[int, int]


class Found(NamedTuple):
    """A phrase of the cue files in a long line."""

    words: int  # how many are of it, or of its beginning
    kind: str
    is_line: bool = False
    opens: bool = False  # a line that goes on behind it
    is_own: bool = False  # the user's


class LongLine(NamedTuple):
    """One long line, and where its words stand in it."""

    text: str
    words: Sequence[Span]
    said: Sequence[str]  # each word as it stands
    folded: Sequence[str]  # as cue files write it
    keys: Sequence[str]  # its letters and digits

    def word(self, n: int) -> str:
        return self.said[n]

    def word_at(self, at: int) -> int:
        """The number of the word that begins or goes on at a place, or of the next."""
        return bisect_right(self.words, at, key=itemgetter(1))

    def has_capital(self, n: int) -> bool:
        start, end = self.words[n]
        if self.folded[n] == NO_WORD and n + 1 < len(self.words):  # « Nous
            start, end = self.words[n + 1]
        return self.text[start] == "©" or OPENERS.sub("", self.text[start : min(end, start + 8)], count=1)[:1].isupper()

    def ends_label(self, n: int) -> bool:
        """Whether a word ends with a colon or a bar, and is not of a sentence that ended."""
        return self.word(n)[-1] in LABEL_MARKS

    def may_begin_behind_label(self, n: int) -> bool:
        return n < len(self.words) and self.has_capital(n)

    def may_begin(self, n: int) -> bool:
        """Whether a line may begin with a word: it has a capital, and the word before it does not ask for more."""
        return n < len(self.words) and self.has_capital(n) and self.word(n - 1)[-1] not in GOES_ON


class Edges(NamedTuple):
    """Where something begins that is no sentence, or what stands behind such, and what was seen on the way."""

    words: set[int]  # by number
    soft: set[int]  # those of them that only a small word with a capital tells
    phrases: Mapping[int, Found]  # of the cue files, by the number of their first words


def _long_line(text: str, words: Sequence[Span]) -> LongLine:
    said = [text[start:end] for start, end in words]
    folded = {word: NO_WORD if word in OPENING else fold(word) for word in dict.fromkeys(said)}
    keys = {word: _key(word) for word in folded}  # half of the words of a page are said twice
    return LongLine(text, words, said, [folded[word] for word in said], [keys[word] for word in said])


def phrases_of(text: str, words: Sequence[Span], lexicon: Lexicon) -> dict[int, Found]:
    """The phrases of the cue files in a long line of these words, by the numbers of their first words."""
    return _phrases(_long_line(text, words), lexicon)


def edges(text: str, words: Sequence[Span], stops: Iterable[int], lexicon: Lexicon) -> Edges:
    """The words with which something begins that is no sentence, or what stands behind such.

    `words`: their places; `stops`: the words behind a sentence's end, which are edges as well.
    """
    line = _long_line(text, words)
    proven = {0, len(words), *stops, *_slugs(line), *_credits(line), *_gaps(line)}
    soft = set(_small_words(line)).difference(proven)
    found = proven | soft
    found |= _capitals(line, found)
    numbers, spoken = _spoken(line)
    found |= _twice(line, numbers, spoken, found)
    found |= _again(line, numbers, spoken, found)
    phrases = _phrases(line, lexicon)
    labels = _labels(line, found, lexicon)
    return Edges(found | _proven(line, found, phrases, lexicon) | labels | _menu(line, phrases), soft, phrases)


def _slugs(line: LongLine) -> Iterator[int]:
    """Slugs, and the headline that a slug was made of, where it stands right before it or behind it."""
    slugs = [n for n, word in enumerate(line.said) if "-" in word and is_slug(word)]
    if not slugs:
        return
    offsets = [0, *accumulate(map(len, line.keys))]
    letters = "".join(line.keys)
    word_of = {offset: n for n, offset in enumerate(offsets)}
    for n in slugs:
        end = line.words[n][1]
        key = line.keys[n]
        headline = letters.find(key, offsets[n + 1], offsets[line.word_at(end + BESIDE)])
        if headline >= 0:
            yield from _whole_words(word_of, headline, headline + len(key))
        elif not _ends_line(line.text, end):
            continue  # a word of a sentence: “a man-of-the-people-type-compromise is …”
        yield from (n, n + 1)
        if letters.endswith(key, 0, offsets[n]):
            yield from _whole_words(word_of, offsets[n] - len(key), offsets[n])


def is_slug(word: str) -> bool:
    """Whether a word is a headline turned into an identifier: four words or more in small letters, with hyphens.

    >>> [is_slug(w) for w in ("pumps-arrive-in-harbour-town:-“at-last”", "state-of-the-art", "Pumps-in-Harbour-Town")]
    [True, True, False]
    """
    if word.count("-") < SLUG_WORDS - 1 or "/" in word or word != word.lower():
        return False
    parts = [part for part in word.split("-") if part]
    return len(parts) >= SLUG_WORDS and sum(map(len, parts)) >= SLUG_LETTERS


def _whole_words(word_of: Mapping[int, int], start: int, end: int) -> Iterator[int]:
    if start in word_of and end in word_of:
        yield from (word_of[start], word_of[end])


def _key(word: str) -> str:
    return (word if word.isalnum() else "".join(WORD.findall(word))).casefold()


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


def _spoken(line: LongLine) -> tuple[list[int], list[str]]:
    """The numbers of the words, and what they say; dashes and the like are no words."""
    said = [(n, key) for n, key in enumerate(line.keys) if key]
    return [n for n, _ in said] + [len(line.words)], [key for _, key in said]


def _runs(said: Sequence[str], size: int) -> Iterator[tuple[int, int, int]]:
    """Runs of at least `size` words that were said before: there, here, how many."""
    seen: dict[tuple[str, ...], int] = {}
    begin = offset = at = 0
    for at, run in enumerate(zip(*[said[k:] for k in range(size)], strict=False)):
        now = at - seen.get(run, at)
        seen[run] = at
        if now != offset:
            if offset:
                yield begin - offset, begin, at - begin + size - 1
            begin, offset = at, now
    if offset:
        yield begin - offset, begin, at - begin + size


def _twice(line: LongLine, numbers: Sequence[int], said: Sequence[str], known: Collection[int]) -> set[int]:
    """Where a line begins that is said twice in a row (an alternative text and its caption), again begins, and ends."""
    found: set[int] = set()
    for there, here, n in _runs(said, NAME):
        size = here - there
        if size > n:
            continue  # something stands between
        if size < TWICE:
            if size == n and all(line.has_capital(numbers[k]) for k in range(there, here)):
                found.add(numbers[here])
            continue
        start = next((k for k in range(there, there + n - size + 1) if numbers[k] in known), there)
        first = numbers[start]
        if first in known or line.word(first - 1)[-1] in ENDS:
            found.add(first)  # behind a stop also with a small letter: so alternative texts begin
        elif n > size:
            continue  # said on and on: nothing tells with which word the line begins
        end = numbers[start + 2 * size]
        found.update((numbers[start + size], end) if end in known or line.may_begin(end) else (numbers[start + size],))
    return found


def _again(line: LongLine, numbers: Sequence[int], said: Sequence[str], known: Collection[int]) -> set[int]:
    """Where a line ends that is said again further down, both times from an edge up to a word with a capital.

    One of the two must end at an edge, too, or open the page while the other stands behind no stop: sentences may begin
    alike, and where all nouns have a capital one behind them says nothing.
    """
    found: set[int] = set()
    for there, here, n in _runs(said, AGAIN):
        if not any(numbers[there + k] in known and numbers[here + k] in known for k in range(n - AGAIN + 1)):
            continue
        ends = {numbers[there + n], numbers[here + n]}
        opens = there == 0 and line.word(numbers[here] - 1).rstrip(CLOSERS)[-1:] not in (*ENDS, "")
        if (opens or ends & set(known)) and all(end in known or line.may_begin(end) for end in ends):
            found |= ends
    return found


def _phrases(line: LongLine, lexicon: Lexicon) -> dict[int, Found]:
    """The phrases of the cue files, by the numbers of their first words."""
    found: dict[int, Found] = {}
    behind = 0  # words up to here are of a phrase of the user's own: ours do not part it
    first = 0  # the next word with a letter or digit: lines are looked up without the signs before it
    for i, (at, _) in enumerate(line.words):
        if i < behind or line.text[at].islower():
            continue
        first = max(first, i)
        while first < len(line.folded) and not line.folded[first].strip(EDGE):
            first += 1
        own = None if lexicon.own is None else _phrase_at(lexicon.own, line.folded, i, first, MOST_OWN_WORDS)
        if own is not None:
            behind = i + own.words
            found[i] = own._replace(is_own=True)
        elif (phrase := _phrase_at(lexicon, line.folded, i, first, MOST_CUE_WORDS)) is not None:
            found[i] = phrase
    return found


def _menu(line: LongLine, phrases: Mapping[int, Found]) -> set[int]:
    """Where the menu ends with which a page begins: three and more words of entries, and a capital behind them."""
    ends = [0]
    while (phrase := phrases.get(ends[-1])) is not None and phrase.kind in MENU and not phrase.opens:
        ends.append(ends[-1] + phrase.words)
    return set([end for end in ends if end >= MENU_WORDS and line.may_begin(end)][-1:])


def _proven(line: LongLine, known: Collection[int], phrases: Mapping[int, Found], lexicon: Lexicon) -> set[int]:
    """Where phrases stand that are furniture where they are a line, or open one: “Read more: …”."""
    found: set[int] = set()
    for i, phrase in phrases.items():
        end = i + phrase.words
        if phrase.is_own:
            found.update((i, end) if phrase.is_line and _ends_line(line.text, line.words[end - 1][1]) else (i,))
            continue
        is_edge = i in known or i in found or line.word(i - 1)[-1] in STOPS  # “until 6 p.m. Share this:”
        if not phrase.is_line:
            is_label = phrase.words > 1 or phrase.kind in LABELS
            if not is_edge and is_label and line.word(end - 1)[-1] == ":" and line.may_begin(i):
                found.add(i)
            continue
        is_prompt = phrase.kind in PROMPTS
        opening = _opening(lexicon, line.folded, i)  # “Watch also” goes on: “Watch also ‘Sea wall raised’”
        opens = opening is not None and opening.words >= phrase.words
        is_before_number = phrase.words > 1 and ITEM.fullmatch(line.word(end - 1)) is not None
        end -= is_before_number  # no count of comments, but the first entry of a list: “Scroll to continue 1. The …”
        ends = end in known or is_before_number or (is_prompt and not opens and line.may_begin(end))
        if ends and (is_edge or (is_prompt and phrase.words >= PROVEN and line.may_begin(i))):
            found.update((i, end))
    return found


def _labels(line: LongLine, known: Collection[int], lexicon: Lexicon) -> set[int]:
    """Pointers that stand between two sentences, without the headline that they pointed to: “Lire aussi :”."""
    at = sorted(known)
    found: set[int] = set()
    for i, behind in pairwise(at):
        if behind - i <= MORE_THAN_HEADLINE or line.word(behind - 1).rstrip(CLOSERS)[-1:] not in ENDS:
            continue
        end = _label_end(line, i, lexicon)
        if end and behind - end > MORE_THAN_HEADLINE and line.may_begin_behind_label(end):
            found.add(end)
    return found


def _label_end(line: LongLine, i: int, lexicon: Lexicon) -> int:
    """The word behind a pointer's label that begins with the i-th word, or 0: “A lire aussi sur la Une :”."""
    most = min(MOST_CUE_WORDS, most_words(lexicon, line.folded[i : i + MOST_OF_BUTTON]))
    for n in range(most, 1, -1):
        label = " ".join(line.folded[i : i + n]).strip(EDGE)
        phrase = whole(lexicon, label) if label else None
        if phrase is not None:
            marks = (k for k in range(i + n - 1, min(i + n + LABEL_REST, len(line.words))) if line.ends_label(k))
            return next(marks, -1) + 1 if phrase.kind == "related" else 0
    return 0


def _ends_line(text: str, end: int) -> bool:
    """Whether a phrase may end a line here: no small letter goes on; where letters have no case, a stop ends it."""
    after = OPENERS.sub("", text[end : end + 8], count=1)[:1]
    if not after or after.isupper() or not after.isalpha():
        return True
    return not after.islower() and text[end - 1] in ENDS


def _phrase_at(lexicon: Lexicon, folded: Sequence[str], i: int, first: int, most: int) -> Found | None:
    """The phrase that the words from the i-th on are, or begin with. Of single words only “Advertisement” is a line.

    `first`: which of them is the first that is more than signs.
    """
    longest = 0
    if first < min(i + most, len(folded)):
        longest = min(most, len(folded) - i, first - i + most_words(lexicon, folded[first : first + MOST_OF_BUTTON]))
    single = ""
    for n in range(longest, 0, -1):
        line = " ".join(folded[i : i + n]).strip(EDGE)
        phrase = whole(lexicon, line) if line else None
        if phrase is not None and (n > 1 or phrase.kind == "ad"):
            return Found(n, phrase.kind, is_line=True)
        single = phrase.kind if phrase is not None else ""
    return _opening(lexicon, folded, i, most) or (Found(1, single) if single else None)


def _opening(lexicon: Lexicon, folded: Sequence[str], i: int, most: int = MOST_CUE_WORDS) -> Found | None:
    """The phrase with which the words from the i-th on open a line, as “Read more:” does; of one word only “Photo:”."""
    phrases = openings(lexicon, " ".join(folded[i : i + 2]).rstrip(":,.!?"))
    if folded[i][-1:] == ":":
        phrases = (*phrases, *[p for p in openings(lexicon, folded[i][:-1]) if p.anchor == folded[i]])
    if not phrases:
        return None
    head = " ".join(folded[i : i + most])
    return next((
        Found(max(1, len(p.anchor.split())), p.kind, opens=True) for p in phrases if head.startswith(p.anchor)
    ), None)  # fmt: skip
