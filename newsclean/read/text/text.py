"""Raw text to blocks: one block a line, or a few lines that are one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from newsclean.page.block import UNMEASURED, Block
from newsclean.page.made import made
from newsclean.phrases.lexicon import Lexicon
from newsclean.read.limits import MOST_BLOCKS
from newsclean.read.text import broken, wrapped
from newsclean.read.text.blanks import lines_at_blanks
from newsclean.read.text.brackets import held
from newsclean.read.text.captions import captions_apart
from newsclean.read.text.gaps import even_gaps, is_ragged, without_gaps
from newsclean.read.text.glued import unglued
from newsclean.read.text.lines import UNDERLINE, Line, bullet_kind, glue, read_lines
from newsclean.read.text.sentences import portions, read_sentences
from newsclean.read.text.textform import is_broken, is_long, is_oneline, without_even_gaps
from newsclean.read.text.titled import titled
from newsclean.read.text.width import wrap_width

OPENING, CLOSING = "([（【", ")]）】"
# Characters of a line that is no paragraph, but all of a story with what stood round it; its share of the text.
NO_PARAGRAPH, OF_TEXT = 2500, 0.4
LONGEST_BRACKET = 160  # characters: a credit broken into lines at its brackets is shorter


def read_text(source: str, words: Lexicon) -> tuple[Block, ...]:
    """The blocks of a raw text, in order; outer blanks of a line belong to no block.

    `words`: the phrases by which one long line is parted.
    """
    lines = read_lines(source)
    lines = lines_at_blanks(lines) if is_oneline(lines) else lines
    if is_of_file := is_ragged(lines):
        lines = without_gaps(lines)
    lines = unglued(without_even_gaps(lines), source, is_of_file=is_of_file)
    if is_oneline(lines):
        parts = (
            piece
            for line in lines
            for part in portions(line)
            for piece in (read_sentences(part, words) if is_long(part.text) else [part])
        )
        return tuple(_block(n, [piece]) for n, piece in enumerate(islice(parts, MOST_BLOCKS + 1)))
    lines = [part for line in lines for part in captions_apart(line, words.credit_labels)]
    most = max(NO_PARAGRAPH, OF_TEXT * len(source))
    lines = [
        part for line in lines for part in (read_sentences(line, words) if line.end - line.start >= most else [line])
    ]
    if width := wrap_width(lines):
        groups = wrapped.groups(lines, width)
    elif is_broken(source, lines) or titled(lines).joined:
        groups = broken.groups(lines, source)
    else:
        groups = _bracketed(lines)
    if len(groups) == len(lines):
        blocks = [
            made(Block, (n, b.start, b.end, b.text, bullet_kind(b.text), b.gap, *UNMEASURED))
            if not b.traits
            else _block(n, [b])
            for n, b in enumerate(lines)
        ]
    else:
        blocks = [_block(n, lines[first:behind]) for n, (first, behind) in enumerate(groups)]
    if "===" in source or "---" in source or "~~~" in source:
        for above, b in pairwise(blocks):
            if is_underline(above, b):
                blocks[above.number] = above._replace(kind="heading")
    gaps = even_gaps(lines)
    return tuple([b if b.gap == gaps[n] else b._replace(gap=gaps[n]) for b, (n, _) in zip(blocks, groups, strict=True)])


def is_underline(above: Block, b: Block) -> bool:
    """Whether a block is the line drawn under a title, right below it and about as long.

    A line of “=” may stand a blank line below: one of “-” is then more likely to part a text.
    """
    return (
        b.text[0] in "=-~"
        and b.gap <= (b.text[0] == "=")
        and 2 * len(b.text) >= len(above.text)
        and UNDERLINE.match(b.text) is not None
    )


def _block(number: int, lines: Sequence[Line]) -> Block:
    first = lines[0]
    if len(lines) == 1:
        return Block(
            number, first.start, first.end, first.text, bullet_kind(first.text), first.gap, traits=first.traits
        )  # fmt: skip
    parts = [first.text]
    tail = first.text
    for line in lines[1:]:
        between = glue(tail, line.text)
        parts += (between, line.text)
        tail = f"{tail}{between}{line.text}"[-500:]
    text = "".join(parts)
    return Block(number, first.start, lines[-1].end, text, bullet_kind(text), first.gap)


def _bracketed(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Each line by itself, but such as go on inside a bracket: “(”, “Image:”, “Jo Doe/AP)”.

    A bracket alone on a line holds what follows also behind blank lines: that is never of the story (credit.bracket).
    """
    groups: list[tuple[int, int]] = []
    joined = held(lines)
    opened = False  # whether the last block ends in a bracket that opens
    first = size = 0
    for i, line in enumerate(lines):
        size += 1 + len(line.text)
        if i in joined:
            groups[-1] = (first, i + 1)
            opened = _opens(lines, i)
        elif opened and size <= LONGEST_BRACKET and (not line.gap or len(lines[first].text) == 1):
            groups[-1] = (first, i + 1)
            opened = not any(mark in line.text for mark in CLOSING)
        else:
            groups.append((i, i + 1))
            first, size = i, len(line.text)
            opened = _opens(lines, i)
    return groups


def _opens(lines: Sequence[Line], i: int) -> bool:
    """Whether a line ends in a bracket that opens, and is closed on one of the next: “:(” is no such bracket."""
    if lines[i].text[-1] not in OPENING:
        return False
    size = 0
    for k in range(i + 1, len(lines)):
        size += len(lines[k].text)
        if size > LONGEST_BRACKET:
            break
        if any(mark in lines[k].text for mark in CLOSING):
            return True
    return False
