"""The marked form, read: a fixture is input, expected answer and explanation at once (fixtures/README.md)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsclean import Segment
from newsclean.article.kinds import TEXT_KINDS

FIXTURES = Path(__file__).parent.parent / "fixtures"
BAR = "| "
OPEN, CLOSE = "⟦", "⟧"
BODY = "body"
UNCUT = ""  # what no segment holds


class Piece(NamedTuple):
    """A line, or a part of one, of one kind; offsets into the page's source."""

    kind: str
    start: int
    end: int
    text: str


class MarkedPage(NamedTuple):
    name: str
    source: str
    pieces: tuple[Piece, ...]  # no blank lines; outer blanks belong to no piece


def fixtures(folder: str) -> tuple[MarkedPage, ...]:
    return tuple(load(path) for path in sorted((FIXTURES / folder).glob("*.marked")))


def load(path: Path) -> MarkedPage:
    """The page of a .marked file. Raises ValueError, naming file and line, for one that is not of the form."""
    lines = path.read_text("utf-8").splitlines()
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    sources: list[str] = []
    pieces: list[Piece] = []
    position = 0
    for line in lines:
        parts = _parts(line, path)
        for kind, text in parts:
            bare = text.strip()
            start = position + text.find(bare)
            pieces.append(Piece(kind, start, start + len(bare), bare))
            position += len(text)
        sources.append("".join(text for _, text in parts))
        position += 1
    return MarkedPage(path.stem, "\n".join(sources), tuple(pieces))


def _parts(line: str, path: Path) -> list[tuple[str, str]]:
    if not line:
        return []
    margin, bar, text = line.partition(BAR)
    if not bar:
        raise ValueError(f"{path.name}: no margin: {line!r}")
    kinds = margin.split() or [BODY]
    texts = text.replace(CLOSE, OPEN).split(OPEN)
    if len(kinds) > 1 and len(texts) > len(kinds) and not texts[-1]:
        texts.pop()
    if len(kinds) != len(texts):
        raise ValueError(f"{path.name}: {len(kinds)} kinds for {len(texts)} pieces: {line!r}")
    return list(zip(kinds, texts, strict=True))


def kind_at(segments: tuple[Segment, ...], piece: Piece) -> str:
    """What most of a piece was taken for: a kind, `body` for all kinds that are in the text."""
    held: dict[str, int] = {}
    for s in segments:
        overlap = min(s.end, piece.end) - max(s.start, piece.start)
        if overlap > 0:
            kind = BODY if s.kind in TEXT_KINDS else s.kind
            held[kind] = held.get(kind, 0) + overlap
    return max(held, key=held.__getitem__, default=UNCUT)
