"""The second look: what stays of a page is looked at as the next call would, so that cleaning twice changes nothing.

Most of what stays is read block by block, as it was. What the next call would read as one long line, and cut inside
of it, is parted there in this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newsclean.page import traits
from newsclean.page.block import Block, in_source, own_word
from newsclean.page.made import made
from newsclean.page.markup import renumbered, with_parts
from newsclean.page.page import Page
from newsclean.page.paragraphs import paragraphs, pieces
from newsclean.phrases.find import phrase_in
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.read import read
from newsclean.read.text.joined import joints
from newsclean.read.text.lines import bullet_kind
from newsclean.read.text.textform import FEW_LINES, LONG_LINE, is_long

MOST_LOOKS = 100  # at what stays: on the development pages at most 48
# Blocks, and characters of one long line, that are looked at again, in all the looks: enough for any page but such as
# were made to be nibbled at for hours. A first look each page gets.
MOST_BLOCKS_AGAIN, MOST_CHARACTERS_AGAIN = 30_000, 600_000
NOT_AGAIN = "a long page: not all that stays was looked at again, so cleaning its text may take more away"
LARGE = 2_000  # characters: a block of so many goes as a whole only if half of it is to go
OWN_TRAITS = ~(traits.FROM_NEIGHBOURS | traits.FROM_FORM)
PARTING_LOOKS, MOST_LINE_LOOKS = 3, 9  # at one long line: then what is nibbled at goes as a whole; then it stays

Piece = tuple[int, int, bool]  # of a text: from, to, whether it stays


def is_one_line(kept: Sequence[Block]) -> bool:
    """Whether the text of these blocks may be read otherwise than block by block."""
    if len(kept) == 1:
        return kept[0].gap < 0 or is_long(kept[0].core)
    if min([b.gap for b in kept], default=0) < 0:
        return True
    return len(kept) <= FEW_LINES and max([len(b.core) for b in kept], default=0) >= LONG_LINE


def _is_enough(kept: Sequence[Block], look: int) -> bool:
    """Whether these blocks are too many to be looked at again, after so many looks."""
    if not look:
        return False
    if is_one_line(kept):
        return (look + 1) * sum([len(b.core) for b in kept]) > MOST_CHARACTERS_AGAIN
    return (look + 1) * len(kept) > MOST_BLOCKS_AGAIN


def remainder(page: Page, look: int) -> Page | None:
    """The page that a settled page's text would be, given in again; None where it could not look otherwise.

    `look`: how many looks there were before.
    """
    kept = [b for b, stays in zip(page.blocks, page.stays, strict=True) if stays]
    of_one_line = is_one_line(kept)
    if not kept or (len(kept) == len(page.blocks) and not of_one_line and _is_plain(page)):
        return None
    if _is_enough(kept, look):
        return None
    if not of_one_line:
        blocks = tuple(_again(b, n) for n, b in enumerate(kept))
        return Page(
            page.source, "text", blocks, page.lexicon, page.rules, page.patterns, page.given_up, prefer=page.prefer,
            site=page.site, is_again=True, headed_at=page.blocks[page.title].start if page.title >= 0 else -1,
        )  # fmt: skip
    if look >= MOST_LINE_LOOKS:
        return None
    text = _text(page)
    if page.form == "text" and len(kept) == len(page.blocks) and not page.aside and text == page.source.strip():
        return None  # it would be this page
    # As text, though it may still read as Markdown or HTML: who cleans such a text again has to say so, too.
    rest = read(text, form="text", words=page.lexicon, rules=page.rules, patterns=page.patterns, prefer=page.prefer)
    return rest._replace(given_up=page.given_up, site=page.site) if len(rest.source) == len(text) else None


def agreed(page: Page, rest: Page, look: int) -> Page | None:
    """The page without what does not stay of its remainder, once settled; None where all of it stays.

    A block of one long line of which a part goes is parted there, after PARTING_LOOKS goes as a whole. Blocks that were
    parted are new: such a page is to be measured and judged anew, and has no findings.
    """
    page = page._replace(given_up=page.given_up | rest.given_up)
    kept = [b for b, stays in zip(page.blocks, page.stays, strict=True) if stays]
    if is_one_line(kept):
        less = _without_parts(page, rest, part=look < PARTING_LOOKS)
        return less and _warned(less, look + 1)
    if all(rest.stays) and not any(b.cuts for b in rest.blocks):
        return None
    stays, findings, chances = list(page.stays), list(page.findings), list(page.chances)
    for b, found, stays_again, chance in zip(kept, rest.findings, rest.stays, rest.chances, strict=True):
        if not stays_again:
            stays[b.number] = False
            chances[b.number] = chance
            sure = tuple(f for f in found if f.strength == "sure")
            findings[b.number] = (*sure, *[f for f in findings[b.number] if f not in sure])
    return _warned(page._replace(stays=tuple(stays), findings=tuple(findings), chances=tuple(chances)), look + 1)


def _warned(page: Page, look: int) -> Page:
    """The page, with a warning where it should be looked at again and is not, after so many looks."""
    kept = [b for b, stays in zip(page.blocks, page.stays, strict=True) if stays]
    return page._replace(warnings=(*page.warnings, NOT_AGAIN)) if _is_enough(kept, look) else page


def _is_plain(page: Page) -> bool:
    """Whether the page already is what its text would be: lines a blank line apart, of which nothing was cut."""
    return (
        page.form == "text"
        and not page.aside
        and all(b.gap == 1 and not b.cuts and len(b.text) == b.end - b.start for b in page.blocks[1:])
    )


def _again(b: Block, index: int) -> Block:
    """A block that stays, as it is among the others that stay: without its cuts, a blank line apart."""
    return made(Block, (
        index, b.start, b.end, b.core, bullet_kind(b.core), 1 if index else 0, (), b.core, b.folded, b.key, b.tokens,
        b.words, b.ending, b.case, b.traits & OWN_TRAITS, b.cues, -1, -1,
    ))  # fmt: skip


def _among_others(b: Block, number: int) -> Block:
    """A block at another place, without what its neighbours made of it."""
    return b._replace(number=number, traits=b.traits & ~traits.FROM_NEIGHBOURS, twin=-1, echo=-1)


def _groups(page: Page) -> list[list[Block]]:
    return paragraphs([b for b, stays in zip(page.blocks, page.stays, strict=True) if stays])


def _text(page: Page) -> str:
    """The text of what stays."""
    return "\n\n".join("".join(pieces(group, page.source)) for group in _groups(page))


def _without_parts(page: Page, rest: Page, *, part: bool) -> Page | None:
    """The page with its blocks parted where something goes, as the remainder was read; None where nothing goes.

    Without `part`, a block of which something goes goes as a whole.
    """
    verdicts = _verdicts(rest, _text(page))
    if all(stays for _, _, stays in verdicts):
        return None
    at: dict[int, int] = {}
    offset = 0
    for group in _groups(page):
        offsets = list(accumulate(map(len, pieces(group, page.source)), initial=offset))
        at.update((b.number, offsets[2 * n]) for n, b in enumerate(group))
        offset = offsets[-1] + 2
    blocks: list[Block] = []
    stay: list[bool] = []
    chances: list[float] = []
    links = []
    nth = 0
    for b in page.blocks:
        parts = [(b, False)]
        if b.number in at:
            start = at[b.number]
            while nth < len(verdicts) and verdicts[nth][1] <= start:
                nth += 1
            parts = _parted(b, start, verdicts, nth, page.source, part=part)
            if own_word(page.witnesses[b.number]) and not _holds(parts, page.lexicon.keep, b):
                parts = [(b, True)]
        blocks += [one for one, _ in parts]
        stay += [stays for _, stays in parts]
        chances += [page.chances[b.number] if stays == page.stays[b.number] else 0.0 for _, stays in parts]
        links += [page.links[b.number]] * len(parts) if page.links else []
    if len(blocks) == len(page.blocks):
        return None if tuple(stay) == page.stays else page._replace(stays=tuple(stay), chances=tuple(chances))
    first = _first_of_each(blocks)
    return page._replace(
        blocks=tuple(_among_others(b, n) for n, b in enumerate(blocks)),
        links=tuple(links),
        figures=renumbered(page.figures, first),
        html=page.html and with_parts(page.html, [b.number for b in blocks], first),
        stays=tuple(stay),
        chances=tuple(chances),
        findings=(),
        witnesses=(),
        values=(),
        title=-1,
    )


def _holds(parts: Sequence[tuple[Block, bool]], keep: Lexicon | None, whole: Block) -> bool:
    """Whether what stays of a block that the user protects is what he protects it for."""
    if keep is None or not whole.traits & traits.KEPT:
        return any(stays for _, stays in parts)
    return any(stays and phrase_in(b.text, keep) for b, stays in parts)


def _first_of_each(blocks: Sequence[Block]) -> dict[int, int]:
    """For each block's number as it was its number now; of one that was parted, that of its first part."""
    now: dict[int, int] = {}
    for n, b in enumerate(blocks):
        now.setdefault(b.number, n)
    return now


def _verdicts(page: Page, text: str) -> list[Piece]:
    """The blocks of a page, what was cut off them and taken out from between them, in order.

    `text`: as it was given in to be read; marks that joined its lines then went.
    """
    found: list[Piece] = [(b.start, b.end, False) for b in page.aside]
    if page.source != text:
        found += [(*joint, False) for joint in joints(text, page.source)]
    for b, stays in zip(page.blocks, page.stays, strict=True):
        found.append((b.start, b.cuts[0].start if b.cuts else b.end, stays))
        found += [(cut.start, cut.end, False) for cut in b.cuts]
    return sorted(found)


def _parted(
    b: Block, start: int, verdicts: Sequence[Piece], nth: int, source: str, *, part: bool
) -> list[tuple[Block, bool]]:
    """A block, of which `start` is the place in the text, parted where what stays and what goes meet in it."""
    end = start + len(b.core)
    runs: list[Piece] = []
    while nth < len(verdicts) and verdicts[nth][0] < end:
        first, behind, stays = verdicts[nth]
        first, behind = max(first, start) - start, min(behind, end) - start
        if stays and runs and runs[-1][2]:  # what goes is judged by itself, piece for piece
            runs[-1] = (runs[-1][0], behind, stays)
        else:
            runs.append((first, behind, stays))
        nth += 1
    if len({stays for _, _, stays in runs}) < 2 or not part:
        goes = sum(behind - first for first, behind, stays in runs if not stays)
        return [(b, not goes or (len(b.core) >= LARGE and 2 * goes < len(b.core)))]
    found = []
    for n, (first, behind, stays) in enumerate(runs):
        core = b.core[first:behind].rstrip()
        begin, stop = in_source(b, first, source), in_source(b, first + len(core) - 1, source) + 1
        cut = b._replace(start=begin, end=stop, text=core, core=core, cuts=(), gap=-1 if n else b.gap, folded="")
        if n == len(runs) - 1:
            cut = cut._replace(end=b.end, text=b.text[first:], cuts=b.cuts)
        found.append((cut, stays))
    return found
