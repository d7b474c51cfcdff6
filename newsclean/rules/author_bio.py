"""Notes on who wrote it: “Jo Doe is a reporter for …”, “Mara Lind reported from Orrin.”"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import STOP
from newsclean.phrases.cue import Cue
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import is_name
from newsclean.rules.cued import cue_of

MOST_OF_NOTE, MOST_IN_BYLINE = 90, 14  # words of a note on the author; of the line that names him
HEAD_OF_NOTE = 160  # characters of a note in which it tells of whom it is
REACH = 30  # blocks from a note on the author to what may tell of him: the time stays in line with the page
BEFORE_NOTE = 3  # paragraphs of a story before the note at its end
NAME = r"([^\W\d_]\S{1,30}(?:\s\S{1,30}){1,3}?)"


class _Notes(NamedTuple):
    """Patterns of what is said of a reporter, made of the words of all languages."""

    is_reporter: re.Pattern[str]  # “Jo Doe is the harbour reporter”
    of_name: re.Pattern[str]  # “Jo Doe, has …”
    reported: re.Pattern[str]  # “Jo Doe reported from Orrin.”
    surnames: re.Pattern[str]  # “Peoples and Lind reported from Orrin.”


@lru_cache(maxsize=1)
def _notes() -> _Notes:
    return _Notes(
        is_reporter=re.compile(rf"{NAME}\s{one_of('tells')}\s[^.]{{0,70}}?{one_of('writer')}"),
        of_name=re.compile(rf"{NAME},?\s{one_of('tells', 'tells_more')}\s"),
        reported=re.compile(rf"{NAME}\s{one_of('reported_from')}\s[^.]{{2,60}}\.?"),
        surnames=re.compile(
            rf"([A-ZÀ-Þ][\w’'-]{{2,20}}(?:,?\s(?:{one_of('and')}\s)?[A-ZÀ-Þ][\w’'-]{{2,20}}){{0,4}})"
            rf"\s{one_of('reported_from')}\s[A-ZÀ-Þ][^.]{{2,60}}\.(?:\s[^.]{{4,90}}\.)?\Z"
        ),
    )


def reporter_told_of(text: str) -> re.Match[str] | None:
    """Whom a note tells of, as the first group, if it begins so: “Jo Doe is a reporter”."""
    return _notes().is_reporter.match(text[:HEAD_OF_NOTE])


def somebody_told_of(text: str) -> re.Match[str] | None:
    """The same of a note under a title that says that it is one, of whom it tells whatever it says: “Jo Doe is …”."""
    return _notes().of_name.match(text[:HEAD_OF_NOTE])


def note(block: Block, page: Page) -> Finding | None:
    """A note on the author: “Jo Doe is a reporter for …”.

    Cuts:
        sure | Jo Doe is a reporter for The Harbour Post. Follow him on Twitter @jodoe.

        hint | About the author
        sure | He tweets at @jodoe
        hint | Jo Doe, follow him on Twitter the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were.
        hint | Jo Doe is a reporter in Orrin, and the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the.

        sure | Jo Doe, can be reached by email at the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted.
        hint | Jo Doe, can be reached by email at the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what.

             | By Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure | Jo Doe has sailed round both capes, and lives in Orrin with two cats.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
             | The mayor said that the second wall would be ready before the storms of the next winter.
        sure | Mara Lind is a national affairs correspondent for The Harbour Post.
        sure | Jo Doe ist Redakteur beim Hafenboten.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
             | The mayor said that the second wall would be ready before the storms of the next winter.
        sure | Mara Lind reported from Orrin.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
             | The mayor said that the second wall would be ready before the storms of the next winter.
        sure | Peoples and Halden reported from Orrin. Lind contributed from Harbour Town.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
        hint | Mara Lind is a national affairs correspondent for The Harbour Post.
             | The mayor said that the second wall would be ready before the storms of the next winter.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north, where such cranes have been built for forty years.
             | The mayor said to Lind that the second wall would be ready before the storms of the winter.
             | Mara Lind is a national affairs correspondent for The Harbour Post.
        sure | Jo Doe is a reporter for The Harbour Post.
    Keeps:
        | By Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea, said Doe.
        | Jo Doe has sailed round both capes, and lives in Orrin with two cats.

        | Die alte Mole ist Redakteurin und Lehrern gleich lieb, denn dort weht immer Wind.
        | The Museum has sailed round both capes.
        | Jo Doe is a fisherman, and his boat is the oldest in the harbour.

        | Jo van is a reporter in Orrin.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have been built for forty years.
        | Halden said that the second wall would be ready before the storms of the next winter.
        | Halden reported from Orrin.
    """
    if block.words > MOST_OF_NOTE:
        return None
    cue = cue_of(block, "author_bio")
    if (match := _signed_by(block, page)) is not None:
        return Finding("author_bio", match.group(), "sure")
    name, evidence, has_role = _told_of(block, cue)
    if name and _is_told_of_elsewhere(name, page, block.number):
        name, has_role = "", False
    if name and (_is_signed(name, page, block.number) or (has_role and _ends_story(page, block.number))):
        return Finding("author_bio", evidence, "sure")
    if cue is None:
        return Finding("author_bio", evidence, "hint") if has_role else None
    if cue.where == "contains" and cue.phrase.count(" ") == 1:  # “ist Redakteurin”
        return Finding("author_bio", cue.phrase, "hint") if name else None
    strong = cue.where in ("contains", "starts") and block.words <= 40 and cue.phrase.count(" ") >= 2
    return Finding("author_bio", cue.phrase, "sure" if strong else "hint")


def _signed_by(b: Block, page: Page) -> re.Match[str] | None:
    """The surnames in the last block of a page, behind some paragraphs, if it tells of none of whom these tell."""
    above = page.blocks[max(0, b.number - REACH) : b.number]
    if b.number + 1 < len(page.blocks) or sum(map(_is_plain, above)) < BEFORE_NOTE:
        return None
    match = _notes().surnames.match(b.core)
    names = _surnames(match[1]) if match else []
    said = any(name in other.core for name in names for other in above if is_paragraph(other))
    return None if said or any(name in words_for("no_person") for name in names) else match


def _surnames(names: str) -> list[str]:
    return [name for name in re.split(r",?\s", names) if name[:1].isupper()]


def _told_of(block: Block, cue: Cue | None) -> tuple[str, str, bool]:
    """The name that a block opens with and tells of, by what, and whether it tells of a role in the trade; or ""."""
    head = block.core[:HEAD_OF_NOTE]
    if not _may_be_person(head):
        return "", "", False  # most lines
    match = reporter_told_of(head)
    if match is not None and _is_person(match[1]):
        return match[1], match.group(), True
    match = _notes().reported.match(head)
    if match is not None and _is_person(match[1]):
        return match[1], match.group(), match.end() == len(block.core)
    if cue is not None and cue.where == "contains" and _is_person(name := head[: cue.start].rstrip(" ,-–—")):
        return name, cue.phrase, True
    match = _notes().of_name.match(head)
    return (match[1].rstrip(","), match.group().strip(), False) if match and _is_person(match[1]) else ("", "", False)


def _may_be_person(text: str) -> bool:
    """Whether the first two words of a text may be a person's: a cheap look, for what `_is_person` says no to."""
    first, *others = text.split(maxsplit=2)[:2]
    if not others or first in words_for("no_person"):
        return False
    return others[0] in words_for("particles") or (others[0][0].isalpha() and not others[0][0].islower())


def _is_person(name: str) -> bool:
    return " " in name and name.split(maxsplit=1)[0] not in words_for("no_person") and is_name(name, 4)


def _is_told_of_elsewhere(name: str, page: Page, at: int) -> bool:
    """Whether another sentence has the surname: the story is of him."""
    surname = name.rsplit(maxsplit=1)[-1]
    return any(
        surname in b.core and b.ending == STOP and not b.core.startswith(name)
        for b in page.blocks[max(0, at - REACH) : at + REACH]
        if b.words > MOST_IN_BYLINE and not b.cues
    )


def _is_signed(name: str, page: Page, at: int) -> bool:
    """Whether a byline names him, at the top of the page or near."""
    return any(
        b.words <= MOST_IN_BYLINE and b.ending != STOP and cue_of(b, "byline", "starts") and name in b.core
        for b in (*page.blocks[:REACH], *page.blocks[max(0, at - REACH) : at + REACH])
    )


def _ends_story(page: Page, at: int) -> bool:
    """Whether some paragraphs of a story stand before a block, and none behind."""
    before = sum([_is_plain(b) for b in page.blocks[max(0, at - REACH) : at]])
    return before >= BEFORE_NOTE and not any(
        _is_plain(b) and not _may_be_note(b, page) for b in page.blocks[at + 1 : at + REACH]
    )


def _is_plain(b: Block) -> bool:
    return is_paragraph(b) and not b.cues and b.twin < 0


def _may_be_note(b: Block, page: Page) -> bool:
    name, _, has_role = _told_of(b, None)
    return has_role and not _is_told_of_elsewhere(name, page, b.number)
