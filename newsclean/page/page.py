"""What the steps pass on: the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from newsclean.page.block import Block, Finding
from newsclean.page.markup import FigureMark, Html, Links
from newsclean.page.site import Site
from newsclean.phrases.lexicon import Lexicon
from newsclean.phrases.patterns import OwnPattern

MANY = 1_000  # blocks of a page whose memory counts
Preference = Literal["recall", "balance", "precision"]
"""What weighs more where a line may be of the story or not: that none is lost, neither, or that none is left."""


class Page(NamedTuple):
    """A page on its way through the steps. None changes it: each gives another, of which more is known."""

    source: str  #: the text that all places refer to
    form: Literal["text", "html", "markdown"]  #: what it was read as
    blocks: tuple[Block, ...]  #: its lines and paragraphs, in order
    lexicon: Lexicon  #: whose phrases its lines are looked up in
    rules: tuple[tuple[str, Rule], ...] = ()  #: the user's, by name, asked beside ours
    patterns: tuple[OwnPattern, ...] = ()  #: the user's
    given_up: frozenset[OwnPattern] = frozenset()  #: those that took too long on this page
    aside: tuple[Block, ...] = ()  #: labels of advertisements, taken out from between its blocks
    warnings: tuple[str, ...] = ()  #: what a careful user should know
    title: int = -1  #: index of the headline's block, or -1
    in_capitals: float = 0.0  #: share of its words that stand in lines in capitals
    findings: tuple[tuple[Finding, ...], ...] = ()  #: what speaks against each block's being of the story
    recurring: tuple[Finding | None, ...] = ()  #: what its site's other pages say of each block; none without such
    witnesses: tuple[tuple[Finding, ...], ...] = ()  #: what speaks for it: findings of a kind that stays
    html: Html | None = None  #: what is known of an HTML page besides its blocks
    site: Site | None = None  #: what is known of the site that it is of
    prefer: Preference = "balance"  #: how sure it has to be of a block that it goes
    is_again: bool = False  #: whether it is what stays of another, looked at again
    headed_at: int = -1  #: where that one's headline stands in the source, or -1
    values: tuple[Sequence[int], ...] = ()  #: what the path looked at, a row per block: none unasked, or when named
    stays: tuple[bool, ...] = ()  #: settle's answer: whether each block is of the story
    chances: tuple[float, ...] = ()  #: how probable it was that each is; 0 and 1 where a finding or a witness is sure
    kinds: tuple[Finding, ...] = ()  #: what each block is
    address: str | None = None  #: the page's own, where its form tells it
    links: tuple[Links, ...] = ()  #: one per block, or none where the form tells of no links
    figures: tuple[FigureMark, ...] = ()  #: its pictures, where the form tells of them


Rule = Callable[[Block, Page], Finding | None]
"""A function that says of a block of a page what it is, or nothing. It changes neither."""
