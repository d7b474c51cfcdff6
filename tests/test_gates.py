"""The gates of rules: a block without any of a rule's traits is one of which the rule has nothing to say."""

from __future__ import annotations

from functools import cache

import pytest
from marked import FIXTURES, load

from newsclean.clean import judged
from newsclean.page.page import Page, Rule
from newsclean.read.read import read
from newsclean.rules import ANYWHERE, IN_HTML, rule_name

# Rules of which the gate is a half: what it shuts out they would take for theirs.
TOLD_BY_GATE = frozenset((
    "caption.picture", "teaser.next_article", "teaser.capitals", "facts.box", "scene.filed", "agency.owner",
    "comments.writer", "slug.lone", "story.dateline", "caption.positions",
))  # fmt: skip


@cache
def pages() -> tuple[Page, ...]:
    """The fixtures as the rules see them."""
    return tuple(judged(read(load(path).source)) for path in sorted(FIXTURES.rglob("*.marked")))


def unasked(gate: int, rule: Rule, some: tuple[Page, ...]) -> list[str]:
    """The blocks of which a rule has something to say that its gate keeps from it."""
    return [b.core for page in some for b in page.blocks if not gate & b.traits and rule(b, page) is not None]


@pytest.mark.parametrize(
    ("gate", "rule"),
    [pytest.param(gate, rule, id=name) for gate, rule in ANYWHERE if (name := rule_name(rule)) not in TOLD_BY_GATE],
)
def test_a_rule_is_asked_wherever_it_can_speak(gate: int, rule: Rule) -> None:
    """Of no block of a fixture has a rule something to say that shows none of its traits."""
    assert unasked(gate, rule, pages()) == []


@pytest.mark.parametrize(
    ("gate", "rule"),
    [pytest.param(gate, rule, id=name) for gate, rule in IN_HTML if (name := rule_name(rule)) not in TOLD_BY_GATE],
)
def test_a_rule_of_markup_is_asked_wherever_it_can_speak(gate: int, rule: Rule) -> None:
    """The same of rules that look at markup, on pages of HTML; on others they have nothing to say at all."""
    others = tuple(page for page in pages() if page.html is None)
    assert unasked(gate, rule, tuple(page for page in pages() if page.html is not None)) == []
    assert [b.core for page in others for b in page.blocks if rule(b, page) is not None] == []
