"""Counts that go through files are those that `SiteProfile.fit` holds in memory, however they are cut and merged."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TextIO, cast

import pytest

from newsclean import SiteProfile
from newsclean.batch import counted
from newsclean.batch.counted import PAGES, merged, profile_of, read_rows, rows_of, spill

HOSTS = ("orrinherald.example", "harbourpost.example", "quaynews.example")
WORDS = "ferry barge tug yacht dinghy raft".split()


def pages(n: int) -> Iterator[tuple[str, str]]:
    """Pages of three hosts, with dates, lines that recur and lines that do not."""
    for number in range(n):
        host, boat = HOSTS[number % 3], WORDS[number % 6]
        lines = (
            f"{boat} in sight",
            f"The harbour master saw the {boat} {'far ' * (number % 5)}behind the old mill.",
            f"Friends of {host.partition('.')[0]} pay for what they read – and so could you.",
            "Most read",
        )
        yield f"https://www.{host}/2026/04/{number % 28 + 1:02}/{number}", "\n\n".join(lines)


def opened(folder: Path, name: str, mode: str) -> TextIO:
    return cast("TextIO", gzip.open(folder / name, mode, encoding="ascii"))


@pytest.mark.parametrize(
    ("most_pages", "most_open", "n_files"),
    [
        pytest.param(100, 256, 1, id="all in one"),
        pytest.param(60, 256, 1, id="just one"),
        pytest.param(7, 256, 9, id="merged at once"),
        pytest.param(7, 3, 9, id="merged in rounds"),
        pytest.param(1, 2, 60, id="a file for each page"),
    ],
)
def test_files_give_what_memory_gives(
    most_pages: int, most_open: int, n_files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The profile that is saved is the same, to the byte."""
    monkeypatch.setattr(counted, "MOST_PAGES", most_pages)
    monkeypatch.setattr(counted, "MOST_OPEN", most_open)
    files = partial(opened, tmp_path)
    names = spill(pages(60), "counted-", files)

    assert len(names) == n_files
    assert merged(names, "merged-", files).to_json() == SiteProfile.fit(pages(60)).to_json()
    assert merged(names[::-1], "again-", files).to_json() == SiteProfile.fit(pages(60)).to_json()


def test_only_what_recurs_is_held(tmp_path: Path) -> None:
    """Lines of one page are in the files, and not in the profile that is made of them; the number of pages is."""
    files = partial(opened, tmp_path)
    names = spill(
        [("orrinherald.example", "A ferry\n\nMost read"), ("orrinherald.example", "A barge\n\nMost read")], "", files
    )

    with files(names[0], "rt") as file:
        assert [row.line for row in read_rows(file)] == [PAGES, "a barge", "a ferry", "most read"]
    (site,) = merged(names, "merged-", files).sites.values()
    assert (site.pages, [*site.lines]) == (2, ["most read"])


def test_nothing_gives_an_empty_profile(tmp_path: Path) -> None:
    """No pages are no files, and a profile of no sites."""
    files = partial(opened, tmp_path)

    assert spill([], "", files) == []
    assert merged([], "", files) == SiteProfile()


def test_rows_are_the_profile() -> None:
    """In order, and back again."""
    profile = SiteProfile.fit(pages(20))
    rows = list(rows_of(profile))

    assert [row[:2] for row in rows] == sorted([row[:2] for row in rows])
    assert profile_of(reversed(rows)) == profile
