"""tests/fuzz without atheris: some mixed inputs for each target, and breaks of each sort that its checks must see."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from fuzz import checks
from fuzz.checks import (
    TARGETS,
    ChangedError,
    SlowError,
    changed_twice,
    most_changed,
    page,
    profile,
    read_or_told,
    within_time,
)
from fuzz.shapes import CHANGES, drawn, mutated, pool, seeds

from newsclean import Article, SiteProfile, clean_article

INPUTS = 150  # a target
MOST_CHANGED = 2  # of them: law 3 yields where it would cost a line of the story, on one in two thousand or less
STORY = "Pumps arrive\n\nBy Jo Doe\n\nThe first two pumps reached the quay on Monday, and four more are on their way."


@pytest.mark.parametrize("target", TARGETS)
def test_mixed_inputs_break_nothing(target: str) -> None:
    """Fixtures of which lines were taken, moved, joined, repeated and mixed with others keep the laws."""
    n_changed = 0
    for n in range(INPUTS):
        text = drawn(target, random.Random(n))  # noqa: S311 -- the same inputs each time
        try:
            TARGETS[target](text.encode("utf-8", "surrogatepass"))
        except ChangedError:
            n_changed += 1
    assert n_changed <= MOST_CHANGED


@pytest.mark.parametrize("target", TARGETS)
def test_inputs_are_mixed(target: str) -> None:
    """The same number draws the same input, another mostly another; and most inputs are no fixture any more."""
    inputs = [drawn(target, random.Random(n)) for n in range(40)]  # noqa: S311

    assert inputs == [drawn(target, random.Random(n)) for n in range(40)]  # noqa: S311
    assert len(set(inputs)) > 30
    assert len({*inputs} & {*seeds(target)}) < 10


@pytest.mark.parametrize("text", ["", "\n", "x", "\n\n\n"])
def test_next_to_nothing_can_be_changed(text: str) -> None:
    """Each change takes a text of nothing, and one of a line."""
    for n in range(300):
        mutated("html", text, random.Random(n))  # noqa: S311
    for change in CHANGES:
        lines: list[str] = []
        change(random.Random(1), lines, pool("text"))  # noqa: S311


def broken(**fields: object) -> Callable[..., Article]:
    """A `clean_article` that gives other values in some fields."""
    return lambda raw, **given: clean_article(raw, **given).model_copy(update=fields)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"segments": ()}, id="characters in no segment"),
        pytest.param({"text": "Pumps sink."}, id="an invented text"),
        pytest.param({"text": "", "paragraphs": (), "segments": ()}, id="an emptied page"),
    ],
)  # fmt: skip
def test_a_broken_law_is_seen(fields: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that breaks a law stops the run."""
    page(STORY, "text")
    monkeypatch.setattr(checks, "clean_article", broken(**fields))

    with pytest.raises(AssertionError):
        page(STORY, "text")


def test_what_differs_between_calls_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that is another the second time stops the run."""
    calls = iter(range(9))

    def counting(raw: str, **given: object) -> Article:
        return clean_article(raw).model_copy(update={"site_name": str(next(calls))})

    monkeypatch.setattr(checks, "clean_article", counting)
    with pytest.raises(AssertionError, match="not the same"):
        page(STORY, "text")


def test_what_takes_too_long_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes longer than its size explains stops the run."""
    monkeypatch.setattr(checks, "LEAST_TIME", -1.0)

    with pytest.raises(SlowError, match="characters"):
        page(STORY, "text")


def test_a_slow_machine_is_no_slow_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an ordinary page takes long as well, more time is what the size explains."""
    article = clean_article(STORY)
    monkeypatch.setattr(checks, "LEAST_TIME", 0.0)
    monkeypatch.setattr(checks, "timed", lambda work: (work(), 0.5))

    assert within_time(lambda: article, 10_000) == article


def test_chance_stops_no_run() -> None:
    """Of inputs that break law 3 there may be more than their share among few, and hardly more among many."""
    assert most_changed(100) >= 10
    assert most_changed(10_000) <= 150
    assert most_changed(1_000_000) <= 10_500


def test_a_text_that_is_cleaned_further_is_seen() -> None:
    """What the second cleaning takes is told."""
    article = clean_article(STORY)
    assert changed_twice(article) == []

    longer = f"{article.text}\n\nShare on Facebook\n\nRead more: Sea wall to be raised"
    assert changed_twice(article.model_copy(update={"text": longer}))


def test_an_error_that_names_no_file_is_seen() -> None:
    """Of errors in files only those count as documented that name the file."""

    def wrong() -> SiteProfile:
        raise ValueError("a wrong key")

    profile("{}")
    with pytest.raises(AssertionError, match="names no file"):
        read_or_told("site.json", wrong)
