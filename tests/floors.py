"""How well each kind is told over all pages of some fixtures, and the floors under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from marked import BODY, MarkedPage, kind_at

from newsclean import Article
from newsclean.article.kinds import TEXT_KINDS

ENOUGH = 12  # pieces of a kind: of fewer, one more or less says nothing


class Floor(NamedTuple):
    """The least that a kind must reach, as shares."""

    precision: float  # of what was taken for this kind
    recall: float  # of what is of this kind


class Measured(NamedTuple):
    """How a kind was told over all pages."""

    pieces: int  # of this kind, by the margins
    given: int  # pieces that were taken for it
    right: int  # both

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.pieces if self.pieces else 0.0


def measured(pages: tuple[MarkedPage, ...], clean: Callable[[MarkedPage], Article]) -> dict[str, Measured]:
    """For each kind of these pages' margins, how it was told; all kinds that stay in the text are one, `body`."""
    expected: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for page in pages:
        segments = clean(page).segments
        for piece in page.pieces:
            kind = kind_at(segments, piece)
            wanted = BODY if piece.kind in TEXT_KINDS else piece.kind
            expected[wanted] += 1
            given[kind] += 1
            right[kind] += kind == wanted
    return {kind: Measured(n, given[kind], right[kind]) for kind, n in expected.most_common()}


def broken(found: Mapping[str, Measured], floors: Mapping[str, Floor]) -> Iterator[str]:
    """A sentence for each kind below its floor, and for each with enough pieces that has none."""
    for kind, m in found.items():
        if kind not in floors:
            if m.pieces >= ENOUGH:
                yield f"{kind}: {m.pieces} pieces and no floor"
            continue
        floor = floors[kind]
        if m.precision < floor.precision:
            yield f"{kind}: precision {m.precision:.3f}, floor {floor.precision}"
        if m.recall < floor.recall:
            yield f"{kind}: recall {m.recall:.3f}, floor {floor.recall}"
    yield from (f"{kind}: a floor and no pieces" for kind in floors if kind not in found)


def shown(found: Mapping[str, Measured]) -> str:
    """The table that `pytest -s` shows, to see which floors may rise."""
    rows = [f"{kind:16}{m.pieces:8}{m.precision:11.3f}{m.recall:8.3f}" for kind, m in found.items()]
    return "\n".join([f"\n{'kind':16}{'pieces':>8}{'precision':>11}{'recall':>8}", *rows])
