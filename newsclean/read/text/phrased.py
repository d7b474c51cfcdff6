"""Phrases of the cue files in one long line, and where they prove that something begins that is no sentence.

Where they stand between two edges: “Climate Change” is an entry of menus, but not in “the Climate Change Act”.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.phrases.find import MOST_OF_BUTTON, most_words, openings, whole
from newsclean.phrases.keys import EDGE
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.text.longline import CLOSERS, ENDS, OPENERS, STOPS, LongLine, Span, long_line

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
# A pointer's label, whose headline was a link and is gone: “Read also: The ferry, which …”; a headline is shorter.
LABEL_REST, MORE_THAN_HEADLINE = 4, 14


class Found(NamedTuple):
    """A phrase of the cue files in a long line."""

    words: int  # how many are of it, or of its beginning
    kind: str
    is_line: bool = False
    opens: bool = False  # a line that goes on behind it
    is_own: bool = False  # the user's


def phrases_of(text: str, words: Sequence[Span], lexicon: Lexicon) -> dict[int, Found]:
    """The phrases in a long line of these words, by the numbers of their first words."""
    return phrases_in(long_line(text, words), lexicon)


def phrases_in(line: LongLine, lexicon: Lexicon) -> dict[int, Found]:
    """The phrases in a long line, by the numbers of their first words."""
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


def phrased(line: LongLine, known: Collection[int], phrases: Mapping[int, Found], lexicon: Lexicon) -> set[int]:
    """Where phrases prove that something begins or ends; `known`: where something does in any case."""
    return _proven(line, known, phrases, lexicon) | _labels(line, known, lexicon) | _menu(line, phrases)


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
            found.update((i, end) if phrase.is_line and ends_line(line.text, line.words[end - 1][1]) else (i,))
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


def ends_line(text: str, end: int) -> bool:
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
