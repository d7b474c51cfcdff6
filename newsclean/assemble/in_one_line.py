"""Bylines in one long line: “By Jo Doe”, or a name alone, where the page's date or the place of it proves them.

Nothing parts them there from what stands around, and bylines of other stories stand near. So a name counts by its form
and its place: it is all of its piece, the date is the piece beside it, or it is said again there, and the story has not
begun: a few sentences of a standfirst or captions stand before it. Behind the story only “Written by Jo Doe” counts.
"""

from __future__ import annotations

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.beside import SHORT, is_label_of_other_work, is_pictured, says_when
from newsclean.assemble.byline_lines import NEVER, Line, byline_lines
from newsclean.assemble.persons import ALONE, DATED, LABELLED, TOLD_IN, has_initials, is_house, is_plain, may_be_person
from newsclean.page.page import Page
from newsclean.page.prose import is_sentence
from newsclean.page.shape import STOP
from newsclean.phrases.fold import fold, tokens
from newsclean.phrases.language_words import words_for
from newsclean.press.dates import read_date
from newsclean.read.meta.byline_patterns import patterns

REACH, MOST_SAID = 40, 3  # pieces below the headline; sentences before the name
FEWEST = 3  # letters of a word that tells of somebody
NEAR = 16  # pieces behind a name that is said twice in which the story does not tell of him
CLOSE_TO_END = 8  # pieces before the story's last, or behind it, in which “Written by” is of its author
NO_END = frozenset(("paragraph", "heading", "list_item", "quote"))  # kinds that end with a stop over a byline
MAY_BE_NAME = frozenset(("byline", "other", "navigation", "paragraph", "kicker", "caption", "timestamp"))


def proven(page: Page) -> list[Line]:
    """The first byline below the headline, before the story has begun, that a date or its place proves, or none."""
    said = 0
    top = page.title + 1
    for b, kind in zip(page.blocks[top : top + REACH], page.kinds[top : top + REACH], strict=True):
        if said > MOST_SAID:
            break
        if kind.kind not in NEVER and may_stand_under(page, b.number) and (names := _names(page, b.number)):
            return [Line(b.number, names, DATED)]
        said += kind.kind in TEXT_KINDS and is_sentence(b)
    return []


def signed(page: Page, last: int) -> list[Line]:
    """The byline at the end of the story that says “Written by”, if no other with a label names somebody else.

    `last`: the story's last piece.
    """
    lines = [line for line in byline_lines(page, range(page.title + 1, len(page.blocks))) if line.worth == LABELLED]
    if len({line.names for line in lines}) != 1 or not abs(lines[0].number - last) <= CLOSE_TO_END:
        return []
    is_written = patterns().written_by.match(page.blocks[lines[0].number].core) is not None
    return lines[:1] if is_written and _are_whole(lines[0].names) else []


def may_stand_under(page: Page, n: int) -> bool:
    """Whether a byline may stand behind the piece before it: no label of other work, no headline of another story."""
    if n == 0:
        return True
    above = page.blocks[n - 1]
    if is_label_of_other_work(above) or any(map(patterns().other_work.fullmatch, _last_words(above.core))):
        return False
    is_label = any(cue.kind == "byline" and cue.where == "whole" for cue in above.cues)
    if above.core[-1] == ":" and not is_label:
        return False
    return page.kinds[n - 1].kind != "related" and not any(cue.kind == "related" for cue in above.cues)


def _names(page: Page, n: int) -> tuple[str, ...]:
    """The names in a piece of nothing else that is proven to be a byline."""
    name = page.blocks[n].core
    is_over, is_under = _is_stamp(page, n + 1), _is_stamp(page, n - 1)
    is_again = n > 0 and name.endswith(f" {page.blocks[n - 1].core}")
    is_beside = n == 0 or page.blocks[n - 1].ending == STOP or page.kinds[n - 1].kind not in NO_END
    if (is_over or is_under or is_again or is_beside) and (names := _labelled(page, n)):
        return names
    if is_over and is_house(name):
        return (name,) if page.kinds[n].kind in ("byline", "agency") else ()
    if is_over and is_beside and _may_be_author(page, n):
        return () if _is_told_of(page, name, n, len(page.blocks)) else (name,)
    is_twice = n + 1 < len(page.blocks) and page.blocks[n + 1].core == name and _is_stamp(page, n + 2)
    return (name,) if is_twice and _may_be_author(page, n) and not _is_told_of(page, name, n, n + NEAR) else ()


def _labelled(page: Page, n: int) -> tuple[str, ...]:
    """The names behind the label of a byline, if all are whole ones."""
    names = next((line.names for line in byline_lines(page, (n,)) if line.worth == LABELLED), ())
    return names if _are_whole(names) else ()


def _are_whole(names: tuple[str, ...]) -> bool:
    return all(may_be_person(name) or is_house(name) for name in names)


def _may_be_author(page: Page, n: int) -> bool:
    """Whether a piece is a person's name and nothing else; in a script without capitals every phrase looks like one."""
    name = page.blocks[n].core
    if name.lower() == name.upper():
        return False
    if page.kinds[n].kind not in MAY_BE_NAME or not may_be_person(name) or has_initials(name):
        return False
    is_role = patterns().role.search(name) is not None or patterns().other_work.match(name) is not None
    return not (is_role or is_plain(page, name, ALONE) or is_pictured(page, n))


def _last_words(text: str) -> tuple[str, ...]:
    """The last word of a piece, and where that says “by” the one before it: “reviewed”, “Edited by”."""
    *_, last = words = text.split()[-2:]
    return tuple(words) if last.casefold() in words_for("by") | words_for("by_or_of") else (last,)


def _is_stamp(page: Page, n: int) -> bool:
    """Whether a piece says on which day the page was written, or has a label that does and an hour."""
    if not 0 <= n < len(page.blocks) or page.kinds[n].kind != "timestamp":
        return False
    b = page.blocks[n]
    is_labelled = any(c.kind == "timestamp" for c in b.cues) and b.words <= SHORT
    return is_labelled or (says_when(b) and read_date(b.core) is not None)


def _is_told_of(page: Page, name: str, n: int, end: int) -> bool:
    """Whether story, headline or a caption has a word of the name in piece n, up to piece `end`.

    Far down, where the author's note stands, it may have that of one who is shown to be him.
    """
    said = {word for word in tokens(fold(name)) if len(word) >= FEWEST}
    told = zip(page.blocks[:end], page.kinds[:end], strict=True)
    return any(k.kind in TOLD_IN and b.core != name and not said.isdisjoint(b.tokens) for b, k in told if b.number != n)
