"""What can be seen in a line alone: its shape, its words, its cues, and which rules may have something to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from newsclean.page import traits
from newsclean.page.made import made
from newsclean.page.prose import PARAGRAPH_WORDS, asks
from newsclean.page.shape import STOP, TITLE_CASE, UPPER_CASE, case, ending, is_unmarked
from newsclean.phrases.cue import Cue
from newsclean.phrases.find import find_cues, find_cues_in_prose
from newsclean.phrases.fold import fold, n_words, tokens, words_in, words_of_prose
from newsclean.phrases.language_words import may_open, words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.credits import agencies, says_source
from newsclean.press.datelines import LOOK

OF_PROMPTS = "by"  # opens what a form says as well: “By submitting, you agree to be called.”
LONGEST_SIGNED = 12  # words of a byline with a full stop; longer, “De …” and “Von …” open a sentence
PROSE = 160  # characters: a longer sentence is prose, of which only the beginning is looked at
HEAD = 120  # characters of it: enough to tell which story it is of
LABEL_WORDS, AROUND_LABEL = 8, " ,:،.()[]"  # of a caption's label (pairs of characters), and what stands around it
LONG = 320  # characters: a longer block is no caption, title or teaser
DATELINE_MARK = re.compile(r"[(\[（\-–—|日]").search
BESIDE_DASH = re.compile(r"[(\[（|/日]").search
FILE, OF_FILES = 4, frozenset(("file", "arch", "arqu"))  # letters with which “File”, “Archive” and their like begin
YEARS_AND_DAYS = "年년日일"
HANGUL = re.compile("[가-힣]")
HAS_DIGIT = re.compile(r"\d").search  # of any script
FACT = re.compile(r"[^\W\d_][^:：]{0,23}[^\W\d_)]\s?(?::\s|：\s?)(?=\S)")  # a label of a few words: “Cast: Jo Doe”
VERBS = frozenset(
    ("is", "was", "has", "covers", "writes", "reports", "reported", "works", "joined")
)  # “Jo Doe is a reporter …”


SOURCE = 160  # characters, at most, of where a sentence has its figures from
SOURCED = re.compile(r"[.!?。…][”\"’»」]?\s?[(（]([^():：（）]{2,20}[:：][^()（）]{2,100})[)）]\Z")


class Look(NamedTuple):
    """What can be seen in a line alone: fields of Block, under their names."""

    folded: str
    key: str
    tokens: frozenset[str]
    words: int
    ending: int
    case: int
    traits: int
    cues: tuple[Cue, ...]


def look_at(core: str, lexicon: Lexicon, unspaced: bool, of_many: bool) -> Look:  # noqa: FBT001 -- for the cache's sake
    """Everything that can be seen in a line alone. `of_many`: it is of so long a page that its memory counts."""
    size = len(core)
    ends = STOP if is_unmarked(core) or (core[-1] in ")）" and _ends_with_source(core)) else ending(core)
    bits = 0
    cased = 0
    if size > PROSE and (ends == STOP or size > LONG) and not unspaced:
        head = fold(core[:HEAD])
        found = words_of_prose(head)
        words = _spaced_words(core)
        folded, key = head, core
        cues = find_cues_in_prose(lexicon, head, found)
        if lexicon.own is not None:
            cues = (*find_cues_in_prose(lexicon.own, head, words_in(head)), *cues)
    else:
        folded = fold(core)
        found = tokens(folded, unspaced=True) if unspaced else words_in(folded)
        words = n_words(found) if unspaced else _spaced_words(core)
        key = "".join(words_in(folded) if unspaced else found)
        cased = case(core)
        if words <= traits.SHORT_WORDS and size <= LONG:
            bits = _short_bits(core, key, found, words, cased)
            if words <= LABEL_WORDS and folded.strip(AROUND_LABEL) in words_for("caption_label"):
                bits |= traits.LABEL
        if len(key) < 6:
            key = ""
        cues = find_cues(lexicon, folded, found, unspaced=unspaced)
        if lexicon.own is not None:
            cues = (*find_cues(lexicon.own, folded, found, unspaced=unspaced), *cues)
    if cues and ends == STOP and words > LONGEST_SIGNED:
        cues = tuple([c for c in cues if c.kind != "byline" or c.where != "starts" or c.phrase == OF_PROMPTS])
    for cue in cues:
        bits |= traits.CUE | traits.CUE_OF.get(cue.kind, 0)
    if not VERBS.isdisjoint(found[2:5]) and words <= 90 and core[0].isupper():
        bits |= traits.OPENS_WITH_NAME
    if may_open(folded, "indefinite"):
        bits |= traits.UNNAMED
    if ends == STOP:
        bits |= traits.PROSE | traits.QUESTION if asks(core) else traits.PROSE
    else:
        if bits & traits.DIGIT:
            bits |= traits.FIGURE
        if core[-1] in "{};)>]" or core.startswith(("/*", "//")):
            bits |= traits.CODE
        if not core.isascii() and _ends_in_east().search(core, max(0, size - 3)):
            bits |= traits.EAST
    if core[0] in "([（【" or core[0].isdigit():
        bits |= traits.NUMBERED | traits.DATELINE
    elif DATELINE_MARK(core, 0, LOOK) is not None:
        bits |= _opening(core)
    if bits & (traits.DIGIT | traits.PROSE) and _ends_late(core):
        bits |= traits.LATE_NUMBER
    if ("(" in core or "#" in core) and bits & (traits.MARK | traits.PROSE):
        bits |= traits.WITH_NUMBERS
    # By way of a set, whose size is known: made of a list, a frozenset takes twice the memory, most of a block's. To
    # hold each word once, too, takes a fiftieth of a page's time.
    its_words = frozenset(set(map(intern, found) if of_many else found))
    return made(Look, (folded, key, its_words, words, ends, cased, bits, cues))


def _opening(core: str) -> int:
    """What a line with a mark in its beginning may open with; behind a dash alone a place stands in capitals."""
    if not core[1:2].islower() or BESIDE_DASH(core, 0, LOOK) is not None:
        return traits.DATELINE
    return traits.FILED if core[:FILE].casefold() in OF_FILES else 0


def _ends_late(core: str) -> bool:
    """Whether the last word of a line may be of a date: it is none, or a year or day of Chinese, Japanese or Korean."""
    last = core[-1] if core[-1] not in ".!?" else core[-2:-1]
    return not last.isalpha() or last in YEARS_AND_DAYS


def _spaced_words(core: str) -> int:
    """How many words a line has between blanks; of Korean, which joins particles to them, two letters count as one.

    A Korean sentence of ten words says as much as an English one of sixteen.
    """
    words = core.count(" ") + 1
    if core.isascii() or not HANGUL.search(core):
        return words
    return max(words, len(HANGUL.findall(core)) // 2)


# Menus and furniture recur from page to page of a site, and within a page.
look_again = lru_cache(maxsize=8192)(look_at)


@lru_cache(maxsize=1)  # not when this file is loaded: it takes 2 ms to make
def _ends_in_east() -> re.Pattern[str]:
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3）】》](?:DB|TV|[\d\])>])?\Z")


def _has_mark(core: str) -> bool:
    """Whether one of © @ | / > » › ( is in it: eight looks are faster than a pattern's one."""
    if "/" in core or "(" in core or "|" in core or "@" in core or ">" in core:
        return True
    return not core.isascii() and ("©" in core or "»" in core or "›" in core or "ⓒ" in core or "（" in core)


def _short_bits(core: str, key: str, found: Sequence[str], words: int, cased: int) -> int:
    bits = traits.SHORT
    if words <= 1:
        bits |= traits.NO_BLANK if core.isalpha() else traits.NO_BLANK | traits.SIGN
    elif words <= 4 and cased >= TITLE_CASE:
        bits |= traits.NAME
    if cased == UPPER_CASE:
        bits |= traits.CAPITALS
    if not key.isalpha() and HAS_DIGIT(core):
        bits |= traits.DIGIT
        if core[0].isdigit() or core[0] in "([":
            bits |= traits.FIGURE_FIRST
    if (":" in core or "：" in core) and FACT.match(core):
        bits |= traits.FACT
    if core[0] in "([（【" or _has_mark(core):
        bits |= traits.MARK
    if not agencies().words.isdisjoint(found):
        bits |= traits.AGENCY
    return bits


def _ends_with_source(core: str) -> bool:
    """Whether a sentence is over, but for where its figures are from: “… as last year. (Source: Harbour Office)”."""
    found = SOURCED.search(core, max(0, len(core) - SOURCE))
    return found is not None and core.count(" ", 0, found.start()) + 1 >= PARAGRAPH_WORDS and says_source(found[1])
