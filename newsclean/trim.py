"""The step that takes off what stands inside a block and is not of it: credits glued to captions, agency tails.

A dateline that opens a paragraph (“PARIS (AP) — …”) is the reporter's text: it stays, and is read into fields later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page.block import Block, Cut, in_source
from newsclean.page.markup import said_of_picture
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS
from newsclean.page.traits import KEPT
from newsclean.phrases.find import phrase_in
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import credit_at_end, credit_of_caption, says_source

STOPS = ".!?。"  # a text that ends so has nothing glued to it
REMEMBERED = 100  # characters: it is remembered of lines of up to so many what there is to trim
MOST_CUTS = 8  # off one block; more than three were seen on no page
BRIEF = 20  # characters of a block that has nothing glued to it
SHORTEST = 12  # characters that must be left of a block
# What captions of Korea end with before the slash and their agency: “… 인사하고 있다./뉴스1”.
NOW_SHOWN = "고 있다. "
SHOWN_NOW = re.compile(r"고 있다\.\s?/")
AROUND_BUTTON = "[](){}»›→>.… "
READ_ON = 40  # characters of “… Continue reading →”
REST_COUNTED = re.compile(r"\[\+\d{1,7}\s(?:chars|characters)\]\Z")  # “… [+2412 chars]”


def trim(page: Page) -> Page:
    labels = page.lexicon.credit_labels
    blocks = [
        b
        if b.folded or b.text[-1] in STOPS or b.traits & KEPT or _is_brief(b.text)
        else _trimmed(b, labels, page.source)
        for b in _with_protection(page)  # a block that is folded was trimmed before
    ]
    if page.html is not None:
        for n, mark in enumerate(page.html.markup):
            if said_of_picture(mark, page.html.elements) == "caption" and not blocks[n].traits & KEPT:
                blocks[n] = _caption(blocks[n], labels, page.source)
    return page._replace(blocks=tuple(blocks))


def _with_protection(page: Page) -> Sequence[Block]:
    """The blocks, marked where they show a phrase of the user's that protects them."""
    if page.lexicon.keep is None:
        return page.blocks
    return [
        b._replace(traits=b.traits | KEPT) if not b.folded and phrase_in(b.text, page.lexicon.keep) else b
        for b in page.blocks
    ]


def _caption(b: Block, labels: frozenset[str], source: str) -> Block:
    """A block that the markup makes a caption: with an agency's tail as its credit, or a name's."""
    if b.cuts:
        return b._replace(cuts=tuple([c._replace(kind="credit", rule="trim.caption_credit") for c in b.cuts]))
    is_unspaced = UNSPACED.match(b.text) is not None  # half as many signs say as much
    credit = credit_of_caption(b.text) or (credit_at_end(b.text, labels) if is_unspaced else None)
    if credit is None or credit.start < (SHORTEST // 2 if is_unspaced else SHORTEST):
        return b
    start = _past_blanks(b.text, credit.start)
    cut = Cut("credit", "trim.caption_credit", in_source(b, start, source), b.end)
    return b._replace(cuts=(cut,), core=b.text[:start].rstrip())


def _trimmed(b: Block, labels: frozenset[str], source: str) -> Block:
    text = b.text
    cuts: list[Cut] = []
    while (tail := (_tail_again if len(text) <= REMEMBERED else _tail)(text, labels)) is not None:
        start = _past_blanks(text, tail.start)
        end = len(text)
        cuts.insert(0, tail._replace(start=in_source(b, start, source), end=in_source(b, end - 1, source) + 1))
        text = text[:start].rstrip()
        if len(cuts) > MOST_CUTS:
            return b  # made to be nibbled at, or no page
    return b._replace(cuts=tuple(cuts), core=text) if cuts else b


def _is_brief(text: str) -> bool:
    """Whether nothing can be glued to a text, since it is short; without blanks half as many signs say as much."""
    return len(text) < BRIEF and (len(text) < BRIEF // 2 or UNSPACED.match(text) is None)


def _tail(text: str, labels: frozenset[str]) -> Cut | None:
    """The part at the end of `text` that is not of it, with offsets into `text`."""
    if _is_brief(text):
        return None
    shortest = SHORTEST // 2 if UNSPACED.match(text) else SHORTEST
    if text[-1] in ")/）" or text[-40:].lower().endswith(_reserved()):
        match = _agency_tail().search(text, max(0, len(text) - 320))
        if match is not None and match.start() >= SHORTEST:
            return Cut("agency", "trim.agency_tail", match.start(), len(text))
    if text[-1] == "]" and (match := REST_COUNTED.search(text, len(text) - 24)) is not None:
        return Cut("other", "trim.rest_counted", match.start(), len(text))
    if text[-READ_ON:].rstrip(AROUND_BUTTON).rpartition(" ")[2].lstrip(AROUND_BUTTON).casefold() in _last_words():
        match = _read_on().search(text, max(0, len(text) - READ_ON))
        if match is not None and match.start() >= SHORTEST:
            return Cut("related", "trim.read_on", match.start(), len(text))
    credit = credit_at_end(text, labels)
    if credit is None or credit.start < shortest:
        return None
    if text.count(" ", 0, credit.start) >= PARAGRAPH_WORDS and says_source(text[credit.start :]):
        return None  # “… as last year. (Source: Harbour Office)” says where a sentence has its figures from
    is_marked = credit.is_marked or SHOWN_NOW.search(text, credit.start - len(NOW_SHOWN), credit.start + 2) is not None
    return Cut("credit", "trim.marked_credit" if is_marked else "trim.bare_agency", credit.start, len(text))


@lru_cache(maxsize=1)
def _reserved() -> tuple[str, ...]:
    """“All rights reserved”."""
    return tuple(words_for("reserved"))


@lru_cache(maxsize=1)
def _agency_tail() -> re.Pattern[str]:
    """Who else worked on it, whose rights they are, an agency in brackets: “(Reporting by Jo Doe)”, “(dpa)”."""
    return re.compile(
        rf"""
        \(\s?{one_of("agency_work")}\s[^()]{{3,300}}\)\.?\Z
        | (?<=[.!?”"»'’)])\s?\(?(?:© ?)?{one_of("reserved")}\)?\Z
        | (?<=[.!?”"»'’。])\s?[(/（](?!{one_of("picture", "media")})(?:
          [A-Z]{{2,5}}|dpa|ritzau|ntb|afp|sda|apa|[a-z]{{2,4}}/(?:dpa|afp|apa|[a-z]{{2,4}}))[)/）]\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in words_for("read_on"))


@lru_cache(maxsize=1)
def _read_on() -> re.Pattern[str]:
    """The button behind a text that was cut off for a list: “… Read more »”."""
    return re.compile(rf"(?:(?<=[…\]])|(?<=\.\.))\s?[\[(]?{one_of('read_on')}[\])]?\s?[»›→>.…]{{0,3}}\Z", re.IGNORECASE)


_tail_again = lru_cache(maxsize=8192)(_tail)  # lines of furniture recur from page to page


def _past_blanks(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start
