"""Which phrases of news furniture does a line show, and where in it?

Nearly all furniture is anchored: it is the whole line, or opens it, or ends it. So a line is looked up by its first
or last characters in a table, and only the few phrases found there are tried; a phrase that counts anywhere in a line
is looked up by its longest word. A line costs about a microsecond, whatever the number of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newsclean.phrases.cue import WHERE, Cue
from newsclean.phrases.fold import UNSPACED, fold, is_of_word, tokens
from newsclean.phrases.keys import DIGITS, EDGE, first_key, last_key, number_key
from newsclean.phrases.lexicon import BUTTONS, Lexicon, Phrase, Table, is_button, unpacked

CLOSING = " |)]»"  # may stand behind the phrase that ends a line
MOST_WITH_GAP = 120  # characters of a line that is a phrase with a gap
MOST_BUTTONS = 70  # characters of a line of buttons
MOST_WORDS = 8  # words of it
MOST_OF_BUTTON = 4  # words of one of several buttons
COUNT_ENDS = ("k", "m")  # of a count: “14K”
COUNT_WORDS = 3  # words of a count behind a phrase: “Share 1 234 567”


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_cues(lexicon: Lexicon, folded: str, words: Sequence[str], *, unspaced: bool) -> tuple[Cue, ...]:
    """The cues of one line, `folded` as `fold.fold` does it; at most one for each place.

    The longest phrase wins. `words` are the line's tokens, in order.
    """
    bare = folded.strip(EDGE)
    if not bare:
        return ()
    found: list[Cue] = []
    first = words[0] if words and not unspaced and bare.startswith(words[0]) else first_key(bare)
    is_number = first[0].isdigit()
    phrase = whole(lexicon, bare)
    if phrase is None and len(bare) <= MOST_WITH_GAP:
        phrases = lexicon.whole_with_gap.get(number_key(bare) if is_number else first)
        if phrases is not None:
            phrase = _whole_with_gap(unpacked(phrases), bare)
    if phrase is not None:
        found.append(Cue(phrase.kind, "whole", phrase.text, phrase.language, 0, len(folded)))
    cue = _opening(lexicon.starts, folded, bare, "0" if is_number else first, words)
    if cue is not None:
        found.append(cue)
    closing = folded.rstrip(CLOSING)
    if (phrases := lexicon.ends.get(last_key(closing))) is not None:
        cue = _ends(unpacked(phrases, at_end=True), closing)
        if cue is not None:
            found.append(cue)
    if not lexicon.triggers.isdisjoint(words):
        for word in sorted(lexicon.triggers.intersection(words)):
            if (cue := _contains(unpacked(lexicon.contains[word]), folded)) is not None:
                found.append(cue)
                break
    if (
        unspaced
        and (phrases := lexicon.contains_unspaced)
        and (cue := _contains(unpacked(phrases), folded)) is not None
    ):
        found.append(cue)
    return tuple(found)


def _opening(starts: Table, folded: str, bare: str, key: str, words: Sequence[str]) -> Cue | None:
    """The phrase that opens a line: looked up by its first two words, its first, or its first sign."""
    if len(words) > 1 and (phrases := starts.get(f"{words[0]} {words[1]}")) is not None:
        offset = folded.index(bare)
        if (cue := _starts(unpacked(phrases), folded[offset:], offset)) is not None:
            return cue
    if (phrases := starts.get(key)) is not None:
        offset = folded.index(bare)
        if (cue := _starts(unpacked(phrases), folded[offset:], offset)) is not None:
            return cue
    if not folded[0].isalnum() and (phrases := starts.get(folded[0])) is not None:
        return _starts(unpacked(phrases), folded, 0)
    return None


def phrase_in(text: str, lexicon: Lexicon) -> str:
    """A phrase that a text shows, however long it is, or ""; of several that which stands for most of it."""
    folded, unspaced = fold(text), UNSPACED.search(text) is not None
    cues = find_cues(lexicon, folded, tokens(folded, unspaced=unspaced), unspaced=unspaced)
    return min(cues, key=lambda cue: WHERE.index(cue.where)).phrase if cues else ""


def _whole_with_gap(phrases: tuple[Phrase, ...], line: str) -> Phrase | None:
    for p in phrases:
        if line.startswith(p.anchor) and p.rest in line and _compiled(p.pattern).fullmatch(line):
            return p
    return None


def whole(lexicon: Lexicon, line: str) -> Phrase | None:
    """The phrase that is the whole line: also with a count (“Share 0”), said twice, or followed by others."""
    table = lexicon.whole
    if (phrases := table.get(line)) is not None:
        return unpacked(phrases)[0]
    if len(line) > MOST_BUTTONS:
        return None
    count = line[:-1] if line[-1] in "km" else line  # “Share 14K”
    if count[-1:].isdigit() and (phrases := table.get(count.rstrip(DIGITS))) is not None:
        return unpacked(phrases)[0]
    if lexicon.buttons.isdisjoint(line.split(None, 1)[:1]):
        return None
    words = line.split(None, MOST_WORDS)
    n = len(words)
    if not 2 <= n <= MOST_WORDS:
        return None
    for k in range(min(n - 1, MOST_OF_BUTTON), 0, -1):
        phrases = table.get(" ".join(words[:k]))
        if phrases is not None and is_button(phrases):
            button = unpacked(phrases)[0]
            rest = whole(lexicon, " ".join(words[k:]))
            if rest is not None and (rest.kind in BUTTONS or rest.text == button.text):
                return button
    return None


@lru_cache(maxsize=64)
def _longest_by_opening(lexicon: Lexicon) -> Mapping[str, int]:
    """How many words the phrases have that are a whole line, at most, by their first word and by their first two."""
    longest: dict[str, int] = {}
    for line in lexicon.whole:
        words = line.split()
        for opening in {" ".join(words[:1]), " ".join(words[:2])}:
            longest[opening] = max(len(words), longest.get(opening, 0))
    return longest


def most_words(lexicon: Lexicon, words: Sequence[str]) -> int:
    """How many words a line may have that is a phrase and begins with these folded words: for nine of ten words none.

    A count may stand behind a phrase, and behind a button further ones.
    """
    first = words[0].lstrip(EDGE)
    if first in lexicon.buttons:
        opening = ""
        for n, word in enumerate((first, *words[1:MOST_OF_BUTTON]), 1):
            opening = f"{opening} {word}" if opening else word
            phrases = lexicon.whole.get(opening)
            if phrases is not None and is_button(phrases) and (n >= len(words) or _longest(lexicon, words[n])):
                return MOST_WORDS
    most = _longest(lexicon, first)
    if not most:
        return 0
    if most > 1 and len(words) > 1:  # of one word, or they begin with these two
        most = max(1, _longest(lexicon, f"{first} {words[1]}"))
    if len(words) > most and all(word[:1].isalpha() for word in words[1 : most + 1]):
        return most  # neither a count nor a sign follows
    return most + COUNT_WORDS


def _longest(lexicon: Lexicon, opening: str) -> int:
    """How many words the longest phrase has that is a line and begins with this word or two, perhaps before a count."""
    longest = _longest_by_opening(lexicon)
    if opening[-1:].isalpha() and opening[-1] not in COUNT_ENDS:
        return longest.get(opening, 0)  # neither a sign nor a count behind it: most words
    most = max(longest.get(opening, 0), longest.get(opening.rstrip(EDGE), 0))
    return most or longest.get(_without_count(opening), 0)


def _without_count(line: str) -> str:
    """A phrase without the number that is glued to it: “Share14K”."""
    return (line[:-1] if line[-1:] in COUNT_ENDS else line).rstrip(DIGITS)


def may_open(lexicon: Lexicon, word: str) -> bool:
    """Whether a line that begins with this folded word may be a phrase."""
    return not word.strip(EDGE) or most_words(lexicon, (word,)) > 0


def openings(lexicon: Lexicon, key: str) -> tuple[Phrase, ...]:
    """The phrases that open a line with this first word, or these first two."""
    phrases = lexicon.starts.get(key)
    return () if phrases is None else unpacked(phrases)


def find_cues_in_prose(lexicon: Lexicon, head: str, words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues of a long sentence, of which the beginning is given: such as open it, or count anywhere in it."""
    if not words:
        return ()
    key = "0" if words[0][0].isdigit() else words[0]
    cue = _opening(lexicon.starts, head, head, key, words)
    if lexicon.triggers.isdisjoint(words):
        return () if cue is None else (cue,)
    for word in sorted(lexicon.triggers.intersection(words)):
        if (inside := _contains(unpacked(lexicon.contains[word]), head)) is not None:
            return (inside,) if cue is None else (cue, inside)
    return () if cue is None else (cue,)


def _starts(phrases: tuple[Phrase, ...], line: str, offset: int) -> Cue | None:
    for p in phrases:
        if not line.startswith(p.anchor):
            continue
        end = len(p.anchor)
        if p.pattern:
            if p.rest not in line:
                continue
            match = _compiled(p.pattern).match(line)
            if match is None:
                continue
            end = match.end()
        if end < len(line) and _joined(line[end - 1], line[end]):
            continue
        return Cue(p.kind, "starts", p.text, p.language, offset, offset + end)
    return None


def _ends(phrases: tuple[Phrase, ...], line: str) -> Cue | None:
    for p in phrases:
        if not line.endswith(p.anchor):
            continue
        start = len(line) - len(p.anchor)
        if p.pattern:
            match = _compiled(p.pattern + r"\Z").search(line, max(0, len(line) - len(p.text) - 80))
            if match is None:
                continue
            start = match.start()
        if start > 0 and _joined(line[start - 1], line[start]):
            continue
        return Cue(p.kind, "ends", p.text, p.language, start, len(line))
    return None


def _contains(phrases: tuple[Phrase, ...], line: str) -> Cue | None:
    for p in phrases:
        if p.pattern:
            match = _compiled(p.pattern).search(line)
            if match is not None:
                return Cue(p.kind, "contains", p.text, p.language, match.start(), match.end())
        elif (start := line.find(p.text)) >= 0:
            return Cue(p.kind, "contains", p.text, p.language, start, start + len(p.text))
    return None


def _joined(before: str, after: str) -> bool:
    """Whether these two neighbouring characters are inside one word."""
    if before.isdecimal() and after.isdecimal():
        return False  # “© 20” opens “© 2024”
    return is_of_word(before) and is_of_word(after) and not (UNSPACED.match(before) or UNSPACED.match(after))
