"""The card of the author at the end of a page: his name, what he is, and a note that opens with his name."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.beside import is_label_of_other_work
from newsclean.assemble.persons import ALONE, TOLD_IN, as_listed, is_plain, may_be_person
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS
from newsclean.page.shape import STOP

MOST_BETWEEN = 3  # lines between a name and the note on him: the name again, his role, his house
ROLE = 8  # words of one of these
BEFORE, BEHIND = 3, 2  # sentences of the story over a card; of the rest of a note, or of a prompt, behind it
CARD = 3  # lines around a card that are of it: a portrait's description, buttons to follow him
NONE = frozenset(
    ("title", "title_repeat", "slug", "credit", "comment", "table", "related", "share")
)  # kinds of no line of a card


def card(page: Page) -> tuple[int, str] | None:
    """The line and the name of the one card on a page, of somebody whom nothing else on it tells of.

    Where there are cards of several, they are a team's, or of those that the story tells of.
    """
    found = [(n, name, note) for n in range(page.title + 1, len(page.blocks)) for name, note in _card(page, n)]
    if len({name for _, name, _ in found}) != 1:
        return None
    first, name, note = found[0]
    if not _ends_story(page, first, note) or is_plain(page, name, ALONE):
        return None
    of_card = {m for n, _, note in found for m in range(n - CARD, note + CARD + 1)}
    return None if _is_told_of(page, name, of_card) else (first, name)


def _card(page: Page, n: int) -> Sequence[tuple[str, int]]:
    """The name in a line, and the number of the note on him under it, if that is one."""
    b = page.blocks[n]
    if b.words > ROLE or page.kinds[n].kind in NONE or b.ending == STOP:
        return ()
    close = page.blocks[n + 1 : n + MOST_BETWEEN + 2]
    note = next((below for below in close if below.words > ROLE or _is_sentence(below)), None)
    if note is None or not _is_sentence(note) or page.kinds[note.number].kind in NONE:
        return ()
    name = as_listed(b.core)
    if not name or not _opens_with(note, name) or not may_be_person(name):  # in the order of what they cost
        return ()
    return () if any(map(is_label_of_other_work, page.blocks[max(0, n - 2) : n])) else ((name, note.number),)


def _is_sentence(b: Block) -> bool:
    return b.words >= SENTENCE_WORDS and b.ending == STOP


def _opens_with(note: Block, name: str) -> bool:
    """Whether a note opens with a name, or with the first or the last word of it: “Jo is …”, “Doe’s …”."""
    words = name.split()
    opened = next((w for w in (name, words[0], words[-1]) if note.core.startswith(w)), "")
    return bool(opened) and not note.core[len(opened) : len(opened) + 1].isalnum()


def _ends_story(page: Page, first: int, note: int) -> bool:
    """Whether sentences of a story stand over a card, and next to none behind the note in it."""
    said = [
        b.number
        for b, k in zip(page.blocks, page.kinds, strict=True)
        if k.kind in TEXT_KINDS and b.ending == STOP and b.words >= SENTENCE_WORDS
    ]
    return sum([n < first for n in said]) >= BEFORE and sum([n > note for n in said]) <= BEHIND


def _is_told_of(page: Page, name: str, of_card: set[int]) -> bool:
    """Whether a line of the story, its headline or a caption has the last word of a name, but for those of the card."""
    surname = name.rsplit(maxsplit=1)[-1]
    return any(
        surname in b.core and k.kind in TOLD_IN and b.number not in of_card
        for b, k in zip(page.blocks, page.kinds, strict=True)
    )
