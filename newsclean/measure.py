"""The step that looks at every block once: its shape, its cues, and who says the same. Rules share what it found."""

from __future__ import annotations

import re

from newsclean import traits
from newsclean.fold import UNSPACED, WORD, fold, tokens
from newsclean.headline import find_headline
from newsclean.lexicon import Lexicon, find_cues
from newsclean.page import Block, Page
from newsclean.shape import case, ending

LONG = 320  # characters: of a longer block only head and tail are folded; no cue of 2,900 is longer than its edges
EDGE = 120
TOKENS_OF = 200  # characters: enough to tell which story a block is of
NEIGHBOURS = 4  # an alt text stands at most so many lines from its caption
MARK = re.compile(r"[©@|/]|^[(\[（【].*[)\]）】]$")
DIGIT = re.compile(r"\d")


def measure(page: Page, lexicon: Lexicon) -> Page:
    unspaced = not page.source.isascii() and UNSPACED.search(page.source) is not None
    blocks = [_look(b, lexicon, unspaced=unspaced) for b in page.blocks]
    echoed = with_echoes(blocks)
    return page._replace(blocks=echoed, title=find_headline(echoed))


def _look(b: Block, lexicon: Lexicon, *, unspaced: bool) -> Block:
    core = b.core or b.text
    size = len(core)
    words = len(tokens(core, unspaced=True)) if unspaced else core.count(" ") + 1
    found = tokens(core[:TOKENS_OF], unspaced=unspaced)
    bits = traits.TRIMMED if b.cuts else 0
    if size > LONG:
        folded = f"{fold(core[:EDGE])} \0 {fold(core[-EDGE:])}"
        key, cased = core, 0
    else:
        folded = fold(core)
        key = "".join(found if size <= TOKENS_OF and not unspaced else WORD.findall(core.lower()))
        if len(key) < 6:
            key = ""
        cased = case(core)
        if words <= traits.SHORT_WORDS:
            bits |= traits.SHORT
            if words == 1:
                bits |= traits.NO_BLANK
            if DIGIT.search(core):
                bits |= traits.DIGIT
            if MARK.search(core):
                bits |= traits.MARK
    cues = find_cues(lexicon, folded, found, unspaced=unspaced)
    if cues:
        bits |= traits.CUE
    return Block(
        b.index, b.start, b.end, b.text, b.kind, b.gap, b.cuts, core,
        folded, key, frozenset(found), words, ending(core), cased, bits, cues,
    )  # fmt: skip


def with_echoes(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with `twin` and `echo` filled in."""
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for b in blocks:
        if not b.key:
            continue
        other = first.setdefault(b.key, b.index)
        if other != b.index:
            twins[b.index] = other
            twins.setdefault(other, b.index)
    echoes: dict[int, int] = {}
    short = [b for b in blocks if 2 <= len(b.tokens) and len(b.core) <= LONG]
    for n, b in enumerate(short):
        for other_block in short[n + 1 : n + 1 + NEIGHBOURS]:
            if other_block.index - b.index > NEIGHBOURS:
                break
            if b.index not in twins and other_block.index not in twins and _nearly(b, other_block):
                echoes.setdefault(b.index, other_block.index)
                echoes.setdefault(other_block.index, b.index)
    if not twins and not echoes:
        return tuple(blocks)
    return tuple(
        b._replace(twin=twins.get(b.index, -1), echo=echoes.get(b.index, -1), traits=b.traits | traits.TWIN)
        if b.index in twins or b.index in echoes
        else b
        for b in blocks
    )


def _nearly(a: Block, b: Block) -> bool:
    """Whether one says what the other says: as a beginning of it, or with nearly all of its words."""
    fewer, more = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    n = len(fewer.tokens)
    if n < 3:
        return False
    shared = len(fewer.tokens & more.tokens)
    if shared < 0.75 * n:
        return False
    if shared >= 0.8 * len(more.tokens) and n >= 5:
        return True
    return len(fewer.key) >= 10 and (more.key.startswith(fewer.key) or (n >= 6 and shared >= 0.9 * n))
