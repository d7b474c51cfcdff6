"""How sure it says it is: of each piece, and of the article."""

from __future__ import annotations

import pytest
from marked import MarkedPage, fixtures

from newsclean import clean_article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble import confidence
from newsclean.assemble.confidence import LEAST, SURE, TRUTH
from newsclean.clean import settled
from newsclean.page.block import Finding
from newsclean.read.read import read
from newsclean.settle.outside import name_blocks

PAGES = fixtures("pages")
TEXT = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


def test_a_chance_is_told_as_what_it_was_worth() -> None:
    """On the lines of the table, between two of them, and never less for a higher chance."""
    for chance, truth in TRUTH:
        assert confidence._of_story(chance, ()) == pytest.approx(truth)
    told = [confidence._of_story(n / 100, ()) for n in range(101)]
    assert told == sorted(told)
    assert confidence._of_story(0.35, ()) == pytest.approx((0.375 + 0.525) / 2)


@pytest.mark.parametrize(("chance", "kind"), [(0.0, "share"), (1.0, "paragraph")])
def test_what_a_finding_decides_is_as_sure_as_findings_were(chance: float, kind: str) -> None:
    """Only where it is the finding that decided, not the path: a hint leaves it to the path."""
    sure, hint = Finding(kind, "", "sure"), Finding(kind, "", "hint")  # type: ignore[arg-type]  # kinds of the table
    assert confidence._of_story(chance, (hint, sure)) == SURE[chance]
    assert confidence._of_story(chance, (hint,)) == dict(TRUTH)[chance]
    assert confidence._of_story(0.25, (sure,)) == 0.375


def test_the_article_is_the_expected_f1_of_its_words() -> None:
    """Twenty words in with 0.8, ten out with 0.9: 16 right of 20, and one more of the story is missed."""
    page = name_blocks(settled(read(f"{TEXT}\n\nShare")))
    words = [b.words for b in page.blocks]
    assert words == [19, 1]
    assert confidence.of_article(page, [0.8, 0.9], "article") == round(2 * 15.2 / (19 + 15.2 + 0.1), 2)


def test_each_line_counts_for_its_words() -> None:
    """Of two in the text with 0.5 and 1, and two out of it with 0.5 and 0: half of the words are of the story."""
    page = name_blocks(settled(read(f"{TEXT}\n\n{TEXT}\n\nShare\n\nTweet")))
    words, kinds = (10, 30, 20, 40), ("paragraph", "paragraph", "share", "share")
    page = page._replace(
        blocks=tuple(b._replace(words=n) for b, n in zip(page.blocks, words, strict=True)),
        kinds=tuple(Finding(kind, "", "sure") for kind in kinds),  # type: ignore[arg-type]  # kinds of the table
    )
    assert confidence.of_article(page, [0.5, 1.0, 0.5, 0.0], "article") == round(2 * 35 / (40 + 35 + 50), 2)


@pytest.mark.parametrize(
    ("chance", "kind", "found", "told"),
    [
        pytest.param(0.99, "paragraph", (), 0.94, id="in the text, as was likely"),
        pytest.param(0.03, "share", (), 0.91, id="out of it, as was likely"),
        pytest.param(0.03, "paragraph", (), LEAST, id="in the text against its chance"),
        pytest.param(0.97, "share", (), LEAST, id="out of it against its chance"),
        pytest.param(0.0, "share", (Finding("share", "", "sure"),), 0.97, id="by a finding"),
        pytest.param(1.0, "paragraph", (), 0.99, id="by the path alone"),
    ],
)
def test_each_block_is_rightly_where_it_is(chance: float, kind: str, found: tuple[Finding, ...], told: float) -> None:
    """The chance that it is of the story where it stays, else that it is not; of two digits."""
    page = name_blocks(settled(read(TEXT)))
    told_kind = Finding(kind, "", "sure")  # type: ignore[arg-type]  # kinds of the table
    page = page._replace(chances=(chance,), kinds=(told_kind,), findings=(found,), witnesses=((),))
    assert confidence.of_blocks(page) == [told]


def test_of_a_page_without_text_the_likeliest_line_decides() -> None:
    """The less sure it is that it is no story, the less sure is the empty article."""
    page = name_blocks(settled(read("Share\n\nTweet")))
    assert all(k.kind not in TEXT_KINDS for k in page.kinds)
    assert confidence.of_article(page, [0.97, 0.6], "article") == 0.6
    assert clean_article("").confidence == 1.0


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES[::3]])
def test_every_piece_has_one(page: MarkedPage) -> None:
    """From LEAST to 1, of the text and of what was taken out, and of the whole."""
    article = clean_article(page.source)
    assert all(LEAST <= s.confidence <= 1 for s in article.segments)
    assert 0 < article.confidence <= 1
