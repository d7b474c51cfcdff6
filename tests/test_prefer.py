"""What weighs more where a line may be of the story or not, as the caller prefers; and how sure we are of it."""

from __future__ import annotations

import pytest
from marked import MarkedPage, fixtures

from newsclean import Article, clean_article
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.phrases.lexicon import lexicon
from newsclean.settle.least import LEAST, by_chance

PAGES = fixtures("pages")
DOUBTFUL = (0.08, 0.15, 0.3, 0.45, 0.62, 0.8)
PROSE = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


def words(article: Article) -> int:
    return len(article.text.split())


def test_less_is_enough_for_recall_and_more_is_asked_for_precision() -> None:
    """Of each kind of block."""
    for recall, balance, precision in zip(LEAST["recall"], LEAST["balance"], LEAST["precision"], strict=True):
        assert 0 < recall < balance < precision < 1


@pytest.mark.parametrize(("prefer", "staying"), [("recall", 5), ("balance", 4), ("precision", 2)])
def test_prose_stays_from_its_least_chance(prefer: str, staying: int) -> None:
    """Of six blocks with these chances of being of the story."""
    block = Block(0, 0, len(PROSE), PROSE, "paragraph", 1, words=19, ending=1)
    n = len(DOUBTFUL)
    page = Page("", "text", (block,) * n, lexicon(), findings=((),) * n, witnesses=((),) * n)
    page = page._replace(prefer=prefer)  # type: ignore[arg-type]  # the words of the table above
    assert sum(by_chance(page, DOUBTFUL)) == staying


def test_recall_keeps_more_and_precision_less() -> None:
    """Over all fixtures."""
    kept = [
        sum(words(clean_article(page.source, prefer=p)) for page in PAGES) for p in ("precision", "balance", "recall")
    ]
    assert kept[0] < kept[1] < kept[2]


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES[::6]])
@pytest.mark.parametrize("prefer", ["recall", "precision"])
def test_the_laws_hold_whatever_is_preferred(page: MarkedPage, prefer: str) -> None:
    """The segments tile the source, and cleaning twice takes nothing more but perhaps a first line."""
    article = clean_article(page.source, prefer=prefer)  # type: ignore[arg-type]  # the words of the table above
    covered = "".join(s.text for s in article.segments)
    assert "".join(covered.split()) == "".join(article.source.split())
    again = clean_article(article.text, prefer=prefer)  # type: ignore[arg-type]
    assert article.text.endswith(again.text)
    assert article.text[: -len(again.text) or None].count("\n\n") <= 1


def test_an_unknown_preference_says_what_was_expected() -> None:
    """As an unknown form does."""
    with pytest.raises(ValueError, match="prefer: expected one of recall, balance, precision; got 'speed'"):
        clean_article("x", prefer="speed")  # type: ignore[arg-type]
