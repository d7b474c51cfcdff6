"""What a page costs does not grow unseen: it is counted in calls, which no neighbour on the machine changes."""

from __future__ import annotations

import pytest
from calls import MOST_CALLS, PAGES, SLACK, count_apart, growth

HOW = """{form}: {calls:,} calls, {share:.1%} above the budget of {most:,} (tests/calls.py). What grew:
python tests/calls.py --save before.json    # on the commit before
python tests/calls.py --since before.json   # on this one"""


@pytest.mark.parametrize("form", PAGES)
def test_calls_stay_within_the_budget(form: str) -> None:
    """The pages of each form are cleaned with so many calls, and no more."""
    calls, most = count_apart(form).total(), MOST_CALLS[form]
    assert calls <= most * (1 + SLACK), HOW.format(form=form, calls=calls, share=calls / most - 1, most=most)


@pytest.mark.parametrize("form", PAGES)
def test_the_budget_is_no_more_than_is_needed(form: str) -> None:
    """A budget far above what is needed would let pass what it is there to stop."""
    assert count_apart(form).total() >= MOST_CALLS[form] * (1 - 5 * SLACK), "lower the number in tests/calls.py"


def test_what_grew_is_told_most_first() -> None:
    """What is called as often as before is not told; what is new or gone is."""
    before = {"a.py f -> len": 5, "a.py f -> g": 7, "b.py h -> len": 2}
    now = {"a.py f -> len": 5, "a.py f -> g": 4, "c.py i -> any": 1200}

    assert growth(before, now) == ["   +1,200  c.py i -> any", "       -3  a.py f -> g", "       -2  b.py h -> len"]
