"""Short stories in twenty languages and seven dresses: nothing of the story is lost, and what is not of it goes.

Agencies that nobody knows, briefs of two sentences, interviews, numbered lists, verse, key points, embedded posts, a
paragraph said again, subheadings that menus have as well. What is still lost is named, and only ever gets shorter.
"""

from __future__ import annotations

from functools import cache

import pytest
from dressed_stories import DRESSES, DressedStory, dressed_stories

from newsclean import Article, clean_article

STILL_LOST: dict[str, int] = {
    "ru company, dump of bare lines": 1,
    "ru company, dump with bullets": 1,
    "ru company, Markdown": 1,
    "ru company, HTML of nothing but div": 1,
    "ru brief, dump with bullets": 2,
    "ru brief, HTML": 1,
    "en about, dump of bare lines": 1,
    "en about, dump with bullets": 1,
    "en about, Markdown": 1,
    "en prizes, dump of bare lines": 14,
    "en prizes, dump with bullets": 14,
    "en prizes, Markdown": 1,
    "en briefs-in-one, dump of bare lines": 1,
    "en first-person-ends, dump of bare lines": 1,
    "es prizes, dump of bare lines": 10,
    "es prizes, dump with bullets": 10,
    "es live, dump of bare lines": 2,
    "it recipe, dump with bullets": 1,
    "th story, dump of bare lines": 2,
    "th story, dump with bullets": 2,
    "th story, HTML": 1,
    "th story, HTML of nothing but div": 1,
}
STILL_LEFT = frozenset(f"ca ferry, {dress}" for dress in DRESSES)  # no phrases in Catalan
PAGES = list(dressed_stories())
SHORT = 60  # characters: a longer line is looked for in the whole text


@cache
def cleaned(page: DressedStory) -> Article:
    """Each page is looked at by two tests."""
    return clean_article(page.raw)


def lost(page: DressedStory) -> list[str]:
    """The lines of the story that are not in the text; a paragraph that is said again has to be there once."""
    text = cleaned(page).text
    lines = {line.lstrip("-* ").strip() for line in text.split("\n")}
    return [line for line in dict.fromkeys(page.story) if line not in (lines if len(line) < SHORT else text)]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_nothing_of_the_story_is_lost(page: DressedStory) -> None:
    """Each of its lines is in the text."""
    assert len(lost(page)) <= STILL_LOST.get(page.name, 0), lost(page)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_what_is_not_of_it_goes(page: DressedStory) -> None:
    """No line of furniture stays, nor any line that is none of the page's headline is its title."""
    article = cleaned(page)
    assert page.name in STILL_LEFT or not set(page.furniture) & set(article.text.split("\n"))
    assert article.title in (page.title, None)


def test_stories_know_their_answer() -> None:
    """Every page holds its headline and its story; what is named as lost is a page's."""
    assert {page.name for page in PAGES} >= set(STILL_LOST) | STILL_LEFT
    assert len({page.name for page in PAGES}) == len(PAGES)
    assert all(page.title in page.raw and all(line[:8] in page.raw for line in page.story) for page in PAGES)
