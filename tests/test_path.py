"""How probable it is that a block is of the story: against all ways through small pages, one by one."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.page.page import MANY
from newsclean.settle.path import STATES, story_chances
from newsclean.settle.slots import Slot, rows, with_answers
from newsclean.settle.tables import SLOTS_OF, Weights

CHANGES = (
    ("before", "before"), ("before", "story"), ("story", "story"), ("story", "after"), ("after", "after"),
    ("after", "story"),
)  # fmt: skip
weight = st.floats(-9, 9)
row = st.tuples(st.integers(0, 2), st.integers(0, 1))


@st.composite
def tables(draw: st.DrawFn) -> Weights:
    """A table of two slots, one with three values."""
    before, after = (tuple(tuple(draw(weight) for _ in range(size)) for size in (3, 2)) for _ in ("before", "after"))
    return Weights((), before, after, {pair: draw(weight) for pair in CHANGES})


def one_by_one(values: list[tuple[int, int]], known: list[bool | None], weights: Weights) -> list[float] | None:
    """The same by summing over all ways; None where no way is allowed."""
    total, of_story = 0.0, [0.0] * len(values)
    for way in product(STATES, repeat=len(values)):
        if way[0] == "after" or any(pair not in weights.change for pair in pairwise(way)):
            continue
        if any(fact is not None and fact != (state == "story") for fact, state in zip(known, way, strict=True)):
            continue
        of = {"before": weights.before, "after": weights.after}
        score = sum(of[state][slot][v] for state, r in zip(way, values, strict=True) if state in of
                    for slot, v in enumerate(r))  # fmt: skip
        odds = exp(score + sum(weights.change[pair] for pair in pairwise(way)))
        total += odds
        for n, state in enumerate(way):
            of_story[n] += odds * (state == "story")
    return [odds / total for odds in of_story] if total else None


@given(st.lists(st.tuples(row, st.sampled_from((None, None, True, False))), min_size=1, max_size=5), tables())
def test_chances_are_those_of_all_ways(blocks: list[tuple[tuple[int, int], bool | None]], weights: Weights) -> None:
    """Forward and backward, the sum over all ways is the same as one by one."""
    values, known = [r for r, _ in blocks], [fact for _, fact in blocks]
    expected = one_by_one(values, known, weights)

    if expected is not None:
        assert story_chances(values, known, weights) == pytest.approx(expected, abs=1e-9)


def test_what_is_known_is_certain() -> None:
    """A block of the story has the chance 1, one that is not has 0, whatever the weights say."""
    weights = Weights((), ((9.0,),), ((-9.0,),), dict.fromkeys(CHANGES, 0.0))

    assert story_chances([(0,)] * 3, [True, False, True], weights) == pytest.approx((1.0, 0.0, 1.0))


def test_a_long_page_stays_in_range() -> None:
    """Thousands of factors far from 1 neither vanish nor overflow."""
    weights = Weights((), ((-40.0,),), ((-40.0,),), dict.fromkeys(CHANGES, 3.0))

    assert story_chances([(0,)] * 5000, [None] * 5000, weights)[2500] == pytest.approx(1.0)


def test_an_empty_page_has_no_chances() -> None:
    """No block, no chance."""
    assert story_chances([], [], Weights((), (), (), {})) == ()


def test_a_value_is_the_place_of_its_name() -> None:
    """The number of a value is made of the table: it stands where the names of its parts do, whatever their order."""
    parts = {"size": ("short", "long"), "ending": ("open", "stop", "colon"), "place": ("in", "out")}
    slots = (Slot("all", ("size", "ending", "place")), Slot("one", ("ending",)), Slot("two", ("place", "size")))
    columns = {"size": [0, 1, 1], "ending": [2, 0, 1], "place": [1, 0, 1]}
    values = dict(with_answers(slots, parts))
    shown = [[values[slot.name][v] for slot, v in zip(slots, row, strict=True)] for row in rows(slots, parts, columns)]
    assert shown == [
        ["short colon out", "colon", "out short"],
        ["long open in", "open", "in long"],
        ["long stop out", "stop", "out long"],
    ]


@pytest.mark.parametrize("table", sorted(SLOTS_OF))
def test_every_value_fits_a_byte(table: str) -> None:
    """The rows of a long page are bytes, so no slot may have more answers than a byte has."""
    assert max(len(answers) for _, answers in SLOTS_OF[table]) <= 256


def test_a_long_page_has_the_same_values_in_less_memory() -> None:
    """As bytes or as numbers, the rows say the same."""
    parts = {"size": ("small", "large"), "end": ("open", "stop", "colon")}
    slots = (Slot("size", ("size",)), Slot("shape", ("size", "end")))
    n = MANY // 2
    short = rows(slots, parts, {"size": [0, 1] * n, "end": [2, 1] * n})
    long = rows(slots, parts, {"size": [0, 1] * 2 * n, "end": [2, 1] * 2 * n})
    assert short[:2] == [(0, 2), (1, 4)]
    assert [tuple(row) for row in long] == short * 2
    assert {type(row) for row in short} == {tuple}
    assert {type(row) for row in long} == {bytes}
