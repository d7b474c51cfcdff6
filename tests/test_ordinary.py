"""Ordinary pages, put together by chance, keep their story, their headline and their author; most furniture goes.

The bounds are what was reached when this was written, rounded up: nothing was mended for one of these pages.
"""

from __future__ import annotations

import html

import pytest
from ordinary import OrdinaryPage, languages, ordinary_pages

from newsclean import clean_article

PAGES = 60  # of a language
MOST_LOST, MOST_LEFT, MOST_WRONG = 0.07, 0.1, 0.04  # shares of pages: a line lost, one left, a wrong title or author
MOST_LOST_IN_ALL = 0.03


def lost(page: OrdinaryPage) -> list[str]:
    """The lines of the story that are not in the text."""
    text = clean_article(page.raw).text
    return [line for line in page.story if line not in text]


@pytest.mark.parametrize("language", languages())
def test_ordinary_pages(language: str) -> None:
    """Few pages lose a line, keep one, or say who wrote it or what it is called wrongly."""
    n_lost = n_left = n_title = n_author = 0
    for page in ordinary_pages(language, PAGES):
        article = clean_article(page.raw)
        kept = set(article.text.split("\n"))
        n_lost += any(line not in article.text for line in page.story)
        n_left += any(line in kept for line in page.furniture)
        n_title += article.title != page.title
        n_author += any(author != page.author for author in article.authors)
    assert n_lost <= MOST_LOST * PAGES
    assert n_left <= MOST_LEFT * PAGES
    assert n_title <= MOST_WRONG * PAGES
    assert n_author == 0


def test_no_more_are_lost() -> None:
    """Of all of them."""
    pages = [page for language in languages() for page in ordinary_pages(language, PAGES)]
    assert sum(bool(lost(page)) for page in pages) <= MOST_LOST_IN_ALL * len(pages)


def test_pages_know_their_answer() -> None:
    """Every page holds its headline and its story, each line in its place, whatever its dress."""
    for language in languages():
        pages = list(ordinary_pages(language, 20))
        assert pages == list(ordinary_pages(language, 20))
        for page in pages:
            text = html.unescape(page.raw)
            assert page.title in text
            at = [text.index(line) for line in page.story]
            assert at == sorted(at)
