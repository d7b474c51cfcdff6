"""The step that looks at every block once: its shape, its cues, and who says the same. Rules share what it found."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean import traits
from newsclean.credits import agencies
from newsclean.fold import UNSPACED, WORD, fold, tokens, words_of_prose
from newsclean.headline import find_headline
from newsclean.lexicon import Lexicon, find_cues, find_cues_in_prose
from newsclean.page import Block, Page
from newsclean.shape import STOP, case, ending

PROSE = 160  # characters: a longer sentence is prose, of which only the beginning is looked at
HEAD = 120  # characters of it: enough to tell which story it is of
LONG = 320  # characters: a longer block is no caption, title or teaser
NEIGHBOURS = 3  # an alt text stands at most so many lines from its caption
TITLE_REACH = 6  # blocks: what stands so close to the headline may be kicker, byline, standfirst
UPPER = 5  # of shape.CASES
TOP = 8  # blocks: the same for a page without headline
MARKS = frozenset("©@|/>»ⓒ(（")
VERBS = frozenset(("is", "was", "covers", "writes", "reports"))  # “Jo Doe is a reporter …”
DIGITS = frozenset("0123456789０１２３４５６７８９")


def measure(page: Page, lexicon: Lexicon) -> Page:
    some_unspaced = not page.source.isascii() and UNSPACED.search(page.source) is not None
    blocks = [_look(b, lexicon, unspaced=some_unspaced and UNSPACED.search(b.text) is not None) for b in page.blocks]
    return with_context(page, blocks)


def _look(b: Block, lexicon: Lexicon, *, unspaced: bool) -> Block:
    """The block with everything that can be seen in it alone."""
    core = b.core or b.text
    size = len(core)
    ends = ending(core)
    bits = traits.TRIMMED if b.cuts else 0
    cased = 0
    if size > PROSE and (ends == STOP or size > LONG) and not unspaced:
        head = fold(core[:HEAD])
        found = words_of_prose(head)
        words = core.count(" ") + 1
        folded, key = head, core
        cues = find_cues_in_prose(lexicon, head, found)
    else:
        folded = fold(core)
        found = tokens(folded, unspaced=True) if unspaced else WORD.findall(folded)
        words = len(found) if unspaced else core.count(" ") + 1
        key = "".join(WORD.findall(folded) if unspaced else found)
        if len(key) < 6:
            key = ""
        cased = case(core)
        if words <= traits.SHORT_WORDS and size <= LONG:
            bits |= _short_bits(core, found, words, cased)
        cues = find_cues(lexicon, folded, found, unspaced=unspaced)
    if cues:
        bits |= traits.CUE
    if not VERBS.isdisjoint(found[2:5]) and words <= 90 and core[0].isupper():
        bits |= traits.OPENS_WITH_NAME
    return Block(
        b.number, b.start, b.end, b.text, b.kind, b.gap, b.cuts, core,
        folded, key, frozenset(found), words, ends, cased, bits, cues,
    )  # fmt: skip


def _short_bits(core: str, found: Sequence[str], words: int, cased: int) -> int:
    bits = traits.SHORT
    if words == 1:
        bits |= traits.NO_BLANK
    elif words <= 4 and cased >= 4:
        bits |= traits.NAME
    if cased == UPPER:
        bits |= traits.CAPITALS
    characters = set(core)
    if not DIGITS.isdisjoint(characters):
        bits |= traits.DIGIT
    if not MARKS.isdisjoint(characters) or core[0] in "([（【":
        bits |= traits.MARK
    if not agencies().words.isdisjoint(found):
        bits |= traits.AGENCY
    return bits


def with_context(page: Page, blocks: Sequence[Block]) -> Page:
    """The page of these blocks with all that depends on neighbours: echoes, the headline, and their traits."""
    twins, echoes = _twins(blocks), _echoes(blocks)
    linked = [
        b._replace(twin=twins.get(b.number, -1), echo=echoes.get(b.number, -1), traits=b.traits | traits.TWIN)
        if b.number in twins or b.number in echoes
        else b
        for b in blocks
    ]
    title = find_headline(linked)
    bits: dict[int, int] = {}
    near = (
        range(max(0, title - TITLE_REACH), min(len(linked), title + 2 * TITLE_REACH))
        if title >= 0
        else range(min(TOP, len(linked)))
    )
    for i in near:
        bits[i] = traits.NEAR_TITLE
    words = linked[title].tokens if title >= 0 else frozenset()
    for i, b in enumerate(linked):
        if not b.traits & traits.SHORT:
            continue
        if title >= 0 and len(b.tokens & words) >= 4:
            bits[i] = bits.get(i, 0) | traits.LIKE_TITLE
        if i and b.traits & (traits.AGENCY | traits.CUE | traits.MARK) and b.words <= 12:
            bits[i - 1] = bits.get(i - 1, 0) | traits.CREDIT_BELOW
    for i, link in enumerate(page.links):
        if link.image is not None:
            bits[i] = bits.get(i, 0) | traits.PICTURE
    for i, more in bits.items():
        if linked[i].words <= 60 or more & traits.PICTURE:
            linked[i] = linked[i]._replace(traits=linked[i].traits | more)
    return page._replace(blocks=tuple(linked), title=title)


def _twins(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says letter for letter what another says, the first such; for the first, the second."""
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for b in blocks:
        if b.key and (other := first.setdefault(b.key, b.number)) != b.number:
            twins[b.number] = other
            twins.setdefault(other, b.number)
    return twins


def _echoes(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block that says nearly what a close one says, that one."""
    echoes: dict[int, int] = {}
    short = [b for b in blocks if len(b.tokens) > 2 and len(b.core) <= LONG]
    for n, b in enumerate(short):
        for other in short[n + 1 : n + 1 + NEIGHBOURS]:
            if other.number - b.number > NEIGHBOURS:
                break
            if not b.tokens.isdisjoint(other.tokens) and b.key != other.key and _nearly(b, other):
                echoes.setdefault(b.number, other.number)
                echoes.setdefault(other.number, b.number)
    return echoes


def _nearly(a: Block, b: Block) -> bool:
    """Whether one says what the other says: as a beginning of it, or with nearly all of its words."""
    fewer, more = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    n = len(fewer.tokens)
    shared = len(fewer.tokens & more.tokens)
    if shared < 0.75 * n:
        return False
    if shared >= 0.8 * len(more.tokens) and n >= 5:
        return True
    return len(fewer.key) >= 10 and (more.key.startswith(fewer.key) or (n >= 6 and shared >= 0.9 * n))
