"""Whole pages in eleven languages, with lists, verse and tables in their stories: the story stays, other stories go.

Six dresses of each page, of which four are dumps of all that stood on it. What is still lost is named, and only ever
gets shorter.
"""

from __future__ import annotations

import re

import pytest
from whole_pages import ARTICLE, BLANKED, DRESSES, DUMP, LINES, WHOLE, WholePage, languages, whole_pages

from newsclean import clean_article

STILL_LOST = {
    "en 4, dump with bullets": 8,  # a list that no colon opens
    # A last line that is no longer than a headline, where no mark ends a sentence:
    "th 1, dump with bullets": 1,
    "th 1, dump of bare lines": 1,
    "th 1, dump of bare lines with the file's own line ends": 1,
    "th 1, the same with blanks for line ends": 1,
}
PAGES = [page for language in languages() for dress in DRESSES for page in whole_pages(language, dress)]


def words(text: str) -> str:
    return " ".join(text.split())


def lost(page: WholePage) -> list[str]:
    """The lines of the story that are not in the text, in their order; a word of a cell may stand in a sentence."""
    kept = [words(line).lstrip("*• ") for line in clean_article(page.raw).text.split("\n")]
    return [line for line in page.story if words(line) not in kept]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_the_story_stays(page: WholePage) -> None:
    """Each line of it, also of its lists and verses."""
    assert len(lost(page)) <= STILL_LOST.get(page.name, 0), lost(page)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_headline_and_other_stories(page: WholePage) -> None:
    """The headline is found, and no headline of another story stays."""
    article = clean_article(page.raw)
    kept = {line.lstrip("*• ") for line in article.text.split("\n")}
    assert article.title == page.title
    assert [line for line in page.others if line in kept] == []


def test_pages_know_their_answer() -> None:
    """Every page holds its headline and its story in order, and a dump its menu and other stories."""
    assert {page.name for page in PAGES} >= set(STILL_LOST)
    for page in PAGES:
        at_blanks = re.split(" {2,}" if page.name.endswith(BLANKED) else "\n", page.raw)
        lines = [line.strip().removeprefix("* ") for line in at_blanks]
        at = lines.index(page.title)
        for line in page.story:
            at = lines.index(line, at + 1)
        assert all((line in lines) == any(page.name.endswith(dress) for dress in WHOLE) for line in page.others)
    for language in languages():
        for dress in (ARTICLE, LINES):
            assert all(len(page.raw) < len(whole.raw) for page, whole in zip(
                whole_pages(language, dress), whole_pages(language, DUMP), strict=True
            ))  # fmt: skip


PRIZES = ("Song of the year", "Group of the year", "Rock act", "Dance act", "Pop act", "New artist")
NAMED = ("Mara Lind – winner", "Jo Doe", "The Tide Clocks", "Ada Fenn", "Night Ferry")


@pytest.mark.parametrize("mark", ["", "- "], ids=["bare", "with bullets"])
def test_a_story_that_is_a_list(mark: str) -> None:
    """A list of all who won prizes is no dump of a whole page; names stand in it twice, and none is the headline."""
    lists = [f"{prize}\n" + "\n".join(mark + name for name in NAMED) for prize in PRIZES]
    lead = "The harbour prizes were given on Saturday in front of 2,000 people, and the night ferry's choir won three."
    article = clean_article("\n\n".join(["The harbour prizes: the full list", lead, *lists]))
    kept = article.text.replace("\n\n", "\n").split("\n")
    assert article.title == "The harbour prizes: the full list"
    assert [line for line in "\n".join([lead, *lists]).split("\n") if line not in kept] == []
