"""What the steps pass on: immutable values, made by the hundred per page, so NamedTuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsclean.article.article import Kind, TextKind

if TYPE_CHECKING:
    from newsclean.phrases.lexicon import Lexicon
    from newsclean.read.html.html import HtmlPage

Strength = Literal["sure", "hint"]


class Cue(NamedTuple):
    """A phrase of a cue file that a block shows."""

    kind: Kind
    where: Literal["whole", "starts", "ends", "contains"]
    phrase: str
    language: str
    start: int  # offset into the block's folded text; how much of the block the phrase takes
    end: int


class Cut(NamedTuple):
    """A part of a block that is not of it: a credit glued to a caption, an agency tail."""

    kind: Kind
    rule: str
    start: int  # offsets into the source
    end: int


class Finding(NamedTuple):
    """A rule's answer about a block."""

    kind: Kind
    evidence: str
    strength: Strength
    rule: str = ""  # its name; judge fills it in


class Block(NamedTuple):
    """A paragraph, heading, list item or line of furniture: `read` begins it, `trim` cuts, `measure` fills the rest."""

    number: int  # its place in the page, from 0
    start: int  # offsets into the source
    end: int
    text: str  # as a reader sees it: wrapped lines joined, no outer blanks
    kind: TextKind
    gap: int  # blank lines before it; -1 where it stands on the line of the one before
    cuts: tuple[Cut, ...] = ()
    core: str = ""  # the text without its cuts
    folded: str = ""  # core as fold.fold gives it; of a long block only its head and tail
    key: str = ""  # letters and digits of the core: equal for lines that say the same; "" for one of under six
    tokens: frozenset[str] = frozenset()  # the words of its first 200 characters
    words: int = 0  # how many words; in scripts without spaces, pairs of characters
    ending: int = 0  # an index of shape.ENDINGS
    case: int = 0  # an index of shape.CASES; 0 for a long block
    traits: int = 0  # bits of traits.py: which rules have something to look at here
    cues: tuple[Cue, ...] = ()
    twin: int = -1  # index of another block with the same key, or -1
    echo: int = -1  # index of a close block that says nearly the same or of which this is a piece, or -1


_new = tuple.__new__  # half the cost of the constructor that NamedTuple writes
_TRAITS = Block._fields.index("traits")


def with_traits(b: Block, more: int, *, twin: int = -1, echo: int = -1) -> Block:
    """The block with more traits and its twin and echo: a third of the cost of `_replace`."""
    return _new(Block, (*b[:_TRAITS], b.traits | more, b.cues, twin, echo))


class Links(NamedTuple):
    """What a form with links, such as Markdown, tells of those in a block."""

    link_share: float  # share of its characters inside links
    n_links: int
    url: str | None  # of its link, where it has just one, or several to the same place
    anchor: str  # the text of its links
    image: str | None = None  # address of the picture of which the block is the alternative text


class Page(NamedTuple):
    source: str
    form: Literal["text", "html", "markdown"]
    blocks: tuple[Block, ...]
    lexicon: Lexicon  # whose phrases its lines are looked up in
    rules: tuple[tuple[str, Rule], ...] = ()  # the user's, by name, asked beside ours
    warnings: tuple[str, ...] = ()
    title: int = -1  # index of the headline's block, or -1
    in_capitals: float = 0.0  # share of its words that stand in lines in capitals
    findings: tuple[tuple[Finding, ...], ...] = ()
    html: HtmlPage | None = None  # what is known of an HTML page besides its blocks
    kinds: tuple[Finding, ...] = ()  # settle's answer: one finding per block
    address: str | None = None  # the page's own, where its form tells it
    links: tuple[Links, ...] = ()  # one per block, or none where the form tells of no links


Rule = Callable[[Block, Page], Finding | None]
"""A function that says of a block of a page what it is, or nothing. It changes neither."""


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
