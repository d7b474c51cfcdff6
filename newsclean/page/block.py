"""A block of a page, and what is found of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from newsclean.article.kinds import Kind, TextKind
from newsclean.page.made import made
from newsclean.phrases.cue import Cue

Strength = Literal["sure", "hint"]
"""Whether a finding decides by itself, or needs company."""
OWN = ("rulebook.", "user.")  # what the names of the user's phrases, patterns and rules begin with


class Cut(NamedTuple):
    """A part of a block that is not of it: a credit glued to a caption, an agency tail."""

    kind: Kind
    rule: str
    start: int  # offsets into the source
    end: int


class Finding(NamedTuple):
    """A rule's answer about a block."""

    kind: Kind  #: what the block is; of a kind that stays it speaks for the story
    evidence: str  #: what the rule saw, for people to read
    strength: Strength  #: whether it decides, or is weighed with all else
    rule: str = ""  #: its name; judge fills it in


def is_own(finding: Finding) -> bool:
    """Whether this is the user's word."""
    return finding.rule.startswith(OWN)


def own_word(findings: Iterable[Finding]) -> Finding | None:
    """The first sure finding of the user's."""
    return next((f for f in findings if f.strength == "sure" and is_own(f)), None)


class Block(NamedTuple):
    """A paragraph, heading, list item or line of furniture: `read` begins it, `trim` cuts, `measure` fills the rest."""

    number: int  #: its place in the page, from 0
    start: int  #: offsets into the source
    end: int  #: behind its last character
    text: str  #: as a reader sees it: wrapped lines joined, no outer blanks
    kind: TextKind  #: what kind it is, if it is of the story
    gap: int  #: blank lines before it; -1 where it stands on the line of the one before
    cuts: tuple[Cut, ...] = ()  #: what stands inside it and is not of it
    core: str = ""  #: the text without its cuts
    folded: str = ""  #: core as fold.fold gives it; of a long block only its head and tail
    key: str = ""  #: letters and digits of the core: equal for lines that say the same; "" for one of under six
    tokens: frozenset[str] = frozenset()  #: the words of its first 200 characters
    words: int = 0  #: how many words; in scripts without spaces, pairs of characters
    ending: int = 0  #: an index of shape.ENDINGS
    case: int = 0  #: an index of shape.CASES; 0 for a long block
    traits: int = 0  #: bits of traits.py: which rules have something to look at here
    cues: tuple[Cue, ...] = ()  #: the phrases of the cue files that it shows
    twin: int = -1  #: index of another block with the same key, or -1
    echo: int = -1  #: index of a close block that says nearly the same or of which this is a piece, or -1


BEFORE_GAP, BEFORE_TRAITS = map(Block._fields.index, ("gap", "traits"))  # fields
UNMEASURED = tuple(Block._field_defaults.values())  # the fields of a block that later steps fill


def with_traits(b: Block, more: int, *, twin: int = -1, echo: int = -1) -> Block:
    """The block with more traits and its twin and echo."""
    return made(Block, (*b[:BEFORE_TRAITS], b.traits | more, b.cues, twin, echo))


def in_source(b: Block, offset: int, source: str) -> int:
    """Where a character of a block's text, no blank, stands in the source."""
    if b.end - b.start == len(b.text):
        return b.start + offset
    n = sum(not c.isspace() for c in b.text[:offset])  # lines were joined: only the blanks differ
    position = b.start
    while True:
        if not source[position].isspace():
            if n == 0:
                return position
            n -= 1
        position += 1
