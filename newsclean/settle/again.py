"""Settle's second look at a text that, given in again, is read as one long line and split into sentences.

What the next call would cut out of a sentence's middle or between two sentences is cut in this one: the blocks are
parted where it would part them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from newsclean.judge import judge
from newsclean.measure.measure import measure
from newsclean.page.block import Block, in_source
from newsclean.page.markup import FigureMark
from newsclean.page.page import Page
from newsclean.page.paragraphs import paragraphs, pieces
from newsclean.read.read import read
from newsclean.read.text.textform import FEW_LINES, LONG_LINE
from newsclean.trim import trim

Piece = tuple[int, int, bool]  # of a text: from, to, whether it stays


def is_one_line(kept: Sequence[Block]) -> bool:
    """Whether the text of these blocks may be read otherwise than block by block."""
    if any(b.gap < 0 for b in kept):
        return True
    return len(kept) <= FEW_LINES and any(len(b.core) >= LONG_LINE for b in kept)


def look_again(
    page: Page, in_story: Sequence[bool], *, decide: Callable[[Page], Sequence[bool]], part: bool = True
) -> tuple[Page, list[bool]] | None:
    """The page and what of it stays when its text is read, and decided about, anew; None where all of it stays.

    Without `part`, a block of which something goes goes as a whole.
    """
    groups = paragraphs([b for b, stays in zip(page.blocks, in_story, strict=True) if stays])
    printed = [pieces(group, page.source) for group in groups]
    text = "\n\n".join(map("".join, printed))
    rest = judge(measure(trim(read(text, words=page.lexicon)._replace(rules=page.rules))))
    verdicts = _verdicts(rest, decide(rest))
    if rest.source != text or all(stays for _, _, stays in verdicts):
        return None
    blocks: list[Block] = []
    stay: list[bool] = []
    links = []
    at: dict[int, int] = {}
    offset = 0
    for group, texts in zip(groups, printed, strict=True):
        offsets = list(accumulate(map(len, texts), initial=offset))
        at.update((b.number, offsets[2 * n]) for n, b in enumerate(group))
        offset = offsets[-1] + 2
    nth = 0
    for b in page.blocks:
        parts = [(b, False)]
        if b.number in at:
            start = at[b.number]
            while nth < len(verdicts) and verdicts[nth][1] <= start:
                nth += 1
            parts = _parted(b, start, verdicts, nth, page.source, part=part)
        blocks += [one for one, _ in parts]
        stay += [stays for _, stays in parts]
        links += [page.links[b.number]] * len(parts) if page.links else []
    parted = page._replace(
        blocks=tuple(b._replace(number=n) for n, b in enumerate(blocks)),
        links=tuple(links),
        figures=_renumbered(page.figures, [b.number for b in blocks]),
        findings=(),
        title=-1,
    )
    return judge(measure(parted)), stay


def _renumbered(figures: Sequence[FigureMark], numbers: Sequence[int]) -> tuple[FigureMark, ...]:
    """The figures of a page of which blocks were parted; `numbers` are those that the blocks had before."""
    now: dict[int, int] = {}
    for n, number in enumerate(numbers):
        now.setdefault(number, n)
    return tuple(
        mark._replace(captions=tuple([now[n] for n in mark.captions]), credits=tuple([now[n] for n in mark.credits]))
        for mark in figures
    )


def _verdicts(page: Page, in_story: Sequence[bool]) -> list[Piece]:
    """The blocks of a page and what was cut off them, in order."""
    found: list[Piece] = []
    for b, stays in zip(page.blocks, in_story, strict=True):
        found.append((b.start, b.cuts[0].start if b.cuts else b.end, stays))
        found += [(cut.start, cut.end, False) for cut in b.cuts]
    return found


def _parted(
    b: Block, start: int, verdicts: Sequence[Piece], nth: int, source: str, *, part: bool
) -> list[tuple[Block, bool]]:
    """A block, of which `start` is the place in the text, parted where what stays and what goes meet in it."""
    end = start + len(b.core)
    runs: list[Piece] = []
    while nth < len(verdicts) and verdicts[nth][0] < end:
        first, behind, stays = verdicts[nth]
        first, behind = max(first, start) - start, min(behind, end) - start
        if runs and runs[-1][2] == stays:
            runs[-1] = (runs[-1][0], behind, stays)
        else:
            runs.append((first, behind, stays))
        nth += 1
    if len(runs) < 2 or not part:
        return [(b, all(stays for _, _, stays in runs))]
    found = []
    for n, (first, behind, stays) in enumerate(runs):
        core = b.core[first:behind].rstrip()
        begin, stop = in_source(b, first, source), in_source(b, first + len(core) - 1, source) + 1
        cut = b._replace(start=begin, end=stop, text=core, core=core, cuts=(), gap=-1 if n else b.gap)
        if n == len(runs) - 1:
            cut = cut._replace(end=b.end, text=b.text[first:], cuts=b.cuts)
        found.append((cut, stays))
    return found
