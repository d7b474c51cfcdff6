"""What may be a person's name in a byline, and whether it is of somebody that the story tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.shape import STOP
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_agency, is_bank, is_name
from newsclean.read.meta.authors import MAX_BYLINE, printed_names, without_agency
from newsclean.read.meta.byline_patterns import patterns

BESIDE = 2  # lines that the names of one byline stand apart
# How well a line says who wrote it.
LABELLED, DATED, ALONE, TOLD = 4, 3, 2, 1
TOLD_IN = TEXT_KINDS | {"title", "title_repeat", "caption", "description"}  # kinds that name those a story tells of
SIGNING = frozenset(("agency", "byline"))  # kinds of lines behind a story that may name its agency
PORTRAIT, PORTRAIT_WORDS = 2, 9  # lines from a portrait's description to the name under it; words of that
SHORT_SIGNATURE = 3  # words of one that stays in the text
AROUND_AGENCY, SIGNED_PARTS = " .()[]（）©-–—", re.compile(r"[\s/:：,;()（）]+")
PIECES = re.compile(r"\s{0,2}[|•·/●⋅]\s{0,2}|\s[—–-]\s")
NO_FIRST = ("no_first_name", "no_name", "in")  # of the cue files: with these words no name begins
BEFORE, AFTER = re.compile(r"[\w@/-]\Z|\w\.\Z"), re.compile(r"[\w@/-]|\.\w")  # goes on as an address or word
MARK = re.compile(r"\A(?:[*+•·|>–—-]{1,2}|\d{1,2}\.)\s")  # of a list
GLUED = re.compile(r"[^\W\d_A-Z]{4}[A-Z][^\W\d_A-Z]")  # entries of a row with nothing between: “BooksFerry”
FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}\Z")  # “Jo Doe0”, “Mara Lind1”
WITHOUT_BLANK = re.compile(r"[一-鿿]{2,4}|[가-힣]{2,4}|[ァ-ヶー]{2,8}(?:[・＝][ァ-ヶー]{1,10}){1,3}")


def agency_in(line: str) -> str | None:
    """The agency that a byline names: of “Von Jo Doe, dpa” the last part.

    >>> agency_in("Von Jo Doe, dpa"), agency_in("By Jo Doe | Associated Press"), agency_in("By Jo Doe, Harbour Post")
    ('dpa', 'Associated Press', None)
    """
    head = line[:MAX_BYLINE]
    parts = [part.strip(" .()") for part in (*patterns().joint.split(head), *PIECES.split(head))]
    return next((part for part in parts if is_house(part)), None)


def agency_behind(page: Page, story: Sequence[Block]) -> str | None:
    """The agency that signs the story: in what was cut off its last paragraph, or in a line right behind it.

    “(dpa)”, “jod/mli (dpa)”, “Source: Reuters”, “avec AFP”.
    """
    if not story:
        return None
    last = story[-1]
    signed = [page.source[cut.start : cut.end] for cut in last.cuts if cut.kind == "agency"]
    behind = range(last.number + 1, min(len(page.blocks), last.number + 1 + BESIDE))
    signed += [page.blocks[n].core for n in behind if page.kinds[n].kind in SIGNING]
    if len(story) > BESIDE and last.words <= SHORT_SIGNATURE:
        signed.append(last.core)
    parts = (
        part.strip(AROUND_AGENCY) for line in signed if len(line) <= MAX_BYLINE for part in SIGNED_PARTS.split(line)
    )
    return next((part for part in parts if is_house(part) and not is_bank(part)), None)


def are_whole(page: Page, names: Sequence[str]) -> bool:
    return all(may_be_person(name) and not is_plain(page, name, ALONE) for name in names)


def may_be_person(text: str) -> bool:
    """Whether a line may be a person's name: it has the shape of one, and no word of a house or its desk.

    >>> [may_be_person(line) for line in ("Jo Doe", "Harbour Lab", "City Council", "Orrin Gazette", "Jo", "山田太郎")]
    [True, False, False, False, False, True]
    >>> may_be_person("Ann McDonald"), may_be_person("Harbour BooksFerry Tales")
    (True, False)
    """
    words = text.split()
    if WITHOUT_BLANK.fullmatch(text):
        return len(text) > 2
    name = without_agency(text)
    if patterns().house.search(name) or name.rpartition(" ")[2] in words_for("house"):
        return False
    if not 2 <= len(words) <= 4 or any(words[0].casefold() in words_for(key) for key in NO_FIRST):
        return False
    if GLUED.search(text) or words[-1].casefold() in words_for("no_last_name"):
        return False
    return is_name(text) and all(w[-1] not in ":," for w in words) and not text.isupper()


def without_mark(line: str) -> str:
    """A line without the mark of a list.

    >>> without_mark("* Jo Doe"), without_mark("1. Jo Doe"), without_mark("Jo Doe")
    ('Jo Doe', 'Jo Doe', 'Jo Doe')
    """
    mark = MARK.match(line)
    return line if mark is None else line[mark.end() :]


def as_listed(line: str) -> str:
    """A name of a list or column without its mark, the comma or “&” behind it, the number of its footnote.

    >>> as_listed("* Jo Doe0,"), as_listed("Mara Lind &"), as_listed("1. Jo Doe")
    ('Jo Doe', 'Mara Lind', 'Jo Doe')
    """
    return FOOTNOTE.sub("", without_mark(line).rstrip(" ,;&"))


def is_team(line: str) -> bool:
    """Whether a line is the name of a team: “Harbour Post Staff”, “HP24 Redaktion”; “Contact Our Team” is none."""
    if patterns().team.fullmatch(line) is None or line[0].islower():
        return False
    first = line.split(maxsplit=1)[0].casefold()
    return first not in words_for("no_first_name") and first not in words_for("no_name")


def names_in(text: str, *, may_be_one: bool = False) -> tuple[str, ...]:
    """The whole names in a byline; where it has none, the agency that it gives; behind “by” one word may do."""
    given = printed_names(text)
    names = tuple(name for name in given if _is_full(name))
    if names:
        return names
    rest = patterns().rest.search(text)
    bare = text[: rest.start() if rest else None].strip(" .:|–—-")
    if is_house(bare):
        return (bare,)
    if may_be_one and len(given) == 1 and len(given[0]) > 2 and given[0][0].isupper() and not given[0].isupper():
        return given
    return ()


def is_house(name: str) -> bool:
    return is_agency(name.removeprefix("The ").removeprefix("the "))


def is_address_of(b: Block, names: Sequence[str]) -> bool:
    """Whether a line is the mail address of one of these: “jo.doe@harbour.example” under “Jo Doe”."""
    before, mark, _ = b.core.lower().partition("@")
    return bool(mark) and b.words <= BESIDE and any(all(w in before for w in name.lower().split()) for name in names)


def has_initials(name: str) -> bool:
    """Whether a word of a name is all capitals: “Harbour TV”; of a person's name all are, or one letter."""
    capitals = [len(w.rstrip(".")) > 1 and w.isupper() for w in name.split()]
    return any(capitals) and not all(capitals)


def is_told_of(page: Page, name: str, at: int) -> bool:
    """Whether story, headline or a caption has a word of the name that stands in line `at`; not his own portrait's."""
    said = set(tokens(fold(name), unspaced=UNSPACED.search(name) is not None))
    return any(
        k.kind in TOLD_IN
        and b.number != at
        and not said.isdisjoint(b.tokens)
        and not is_address_of(b, (name,))
        and not (at - PORTRAIT <= b.number < at and portrays(b, name))
        for b, k in zip(page.blocks, page.kinds, strict=True)
    )


def portrays(b: Block, name: str) -> bool:
    """Whether a line describes the picture of somebody, in a few words: “Headshot of Jo Doe”, “Jo Doe's image”."""
    is_more = b.core != name and b.words <= name.count(" ") + PORTRAIT_WORDS
    return is_more and b.ending != STOP and name in b.core


def is_portrayed(page: Page, name: str, n: int) -> bool:
    """Whether a name stands in line `n`, right under the description of a portrait of just him."""
    return any(portrays(b, name) for b in page.blocks[max(0, n - PORTRAIT) : n])


def is_plain(page: Page, name: str, worth: int) -> bool:
    """Whether what looks like a name is of words that the page writes small as well: “Key Facts”, “Tax Planning”."""
    if is_house(name) or (worth > ALONE and is_team(name)):
        return False
    words = [w for w in name.split() if w[:1].isupper() and len(w) > 1]
    small = [_is_small(w.lower(), page.source) for w in words]
    if not small or not (all(small) if worth == LABELLED else any(small)):
        return False
    return worth == ALONE or not _is_small(" ".join(words).lower(), page.source)


def _is_small(words: str, source: str) -> bool:
    """Whether these words stand in a text so, in no address: “jo.doe@”, “/jo-doe/”."""
    at = source.find(words)
    while at >= 0:
        end = at + len(words)
        if not BEFORE.search(source, max(0, at - 2), at) and not AFTER.match(source, end):
            return True
        at = source.find(words, at + 1)
    return False


def _is_full(name: str) -> bool:
    """Whether this may be a whole name: two words or, in scripts that part none, one; and no small letter first."""
    return (" " in name or WITHOUT_BLANK.fullmatch(name) is not None) and not name[0].islower()
