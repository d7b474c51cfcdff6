"""Stories in elements that were never closed, or that a layout is built of."""

from __future__ import annotations

import pytest

from newsclean import clean_article

STORY = (
    "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
    "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.",
    "The sea wall will be raised by a metre before the winter, the mayor of Orrin said on Tuesday.",
    "She added that the town had waited for the pumps for eleven years, and would not wait for the wall.",
)
CAPTION = "A crane lowers a pump onto the quay"


def page(before: str, story: tuple[str, ...] = STORY, after: str = "") -> str:
    """A page of which `before` stands between the byline and the story."""
    return (
        "<html><body><nav><a href='/'>Home</a><a href='/news'>News</a></nav><h1>Pumps arrive in Orrin</h1>"
        f"<p class='byline'>By Jo Doe</p>{before}{''.join(f'<p>{line}</p>' for line in story)}{after}</body></html>"
    )


FRAMES = (
    pytest.param(f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption>", id="a figure"),
    pytest.param(f"<figure><img src='a.jpg'><figcaption>{CAPTION}", id="its caption"),
    pytest.param(f"<div role='figure'><img src='a.jpg'><p class='caption'>{CAPTION}</p>", id="the role of one"),
)


@pytest.mark.parametrize("before", [*FRAMES, pytest.param("<a href='/pumps'>Share", id="a link")])
def test_what_was_not_closed_takes_no_story_with_it(before: str) -> None:
    """A figure or a link that goes on to the page's end."""
    article = clean_article(page(before))

    assert [line for line in STORY if line not in article.text] == []
    assert (article.title, article.authors) == ("Pumps arrive in Orrin", ("Jo Doe",))


@pytest.mark.parametrize("before", FRAMES)
def test_two_paragraphs_are_a_story_where_the_page_has_no_other(before: str) -> None:
    """A page is not emptied for a figure that was not closed."""
    assert clean_article(page(before, STORY[:2])).text.endswith("\n\n".join(STORY[:2]))


@pytest.mark.parametrize("n", [1, 2])
def test_a_caption_of_paragraphs_is_one(n: int) -> None:
    """In a figure beside a story, one or two; and what a figure inside of the open one holds."""
    inner = f"<figure><img src='b.jpg'><figcaption>{CAPTION}</figcaption></figure>"
    caption = "".join(f"<p>{line}</p>" for line in STORY[:n])
    beside = clean_article(page(f"<figure><img src='a.jpg'>{caption}</figure>", STORY[n:], inner))
    within = clean_article(page("<figure><img src='a.jpg'>", STORY, inner))

    assert [line for line in STORY[:n] if line in beside.text] == []
    assert [figure.caption for figure in beside.figures] == [" ".join(STORY[:n]), CAPTION]
    assert CAPTION not in within.text


def test_a_card_is_linked_as_a_whole() -> None:
    """Its headline and a sentence or two lead to one address; so they do in card after card."""
    cards = "".join(
        f"<div><a href='/{n}'><h3>Ferry {n} stops for the winter</h3><p>The ferry {n} will not sail before March, its "
        f"owner said.</p><p>Forty people of quay {n} wait for a part that nobody makes.</p></a></div>"
        for n in range(4)
    )
    article = clean_article(page("", STORY, cards))

    assert article.text == "\n\n".join(STORY)
