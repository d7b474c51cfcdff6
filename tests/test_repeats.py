"""What a page says again: a paragraph that stands often, a page printed twice; never is nothing left of the story."""

from __future__ import annotations

import pytest

from newsclean import clean_article
from newsclean.measure.measure import measure
from newsclean.page.block import Block
from newsclean.page.traits import COPY
from newsclean.phrases.lexicon import lexicon
from newsclean.read.read import read
from newsclean.trim import trim

TITLE = "Orrin lighthouse sold to its keeper for a single coin"
HEAD = ("By Jo Doe", "May 4, 2026")
STORY = (
    "The lighthouse of Orrin belongs to the man who has swept it for thirty years, the county said on Monday.",
    "Its roof has leaked since the storm of 2019, and three offers to mend it were higher than its value.",
    "The lamp will go on burning, since the coastguard pays for the oil until the end of the year.",
)
GERMAN = (
    "Leuchtturm von Orrin für eine Münze an seinen Wärter verkauft",
    "Der Leuchtturm gehört nun dem Mann, der ihn seit dreißig Jahren fegt, teilte der Kreis am Montag mit.",
    "Das Dach ist seit dem Sturm von 2019 undicht, und drei Angebote waren höher als der Wert des Turms.",
    "Die Lampe brennt weiter, denn die Küstenwache bezahlt das Öl noch bis zum Ende dieses Jahres.",
)
ENDS = pytest.mark.parametrize("ends", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])


@ENDS
@pytest.mark.parametrize("times", [2, 3, 5, 8])
@pytest.mark.parametrize("head", [(), (TITLE,)], ids=["no title", "title"])
def test_a_paragraph_that_stands_often_stays_once(head: tuple[str, ...], times: int, ends: str) -> None:
    """Whatever is said again, the first of it stays: the page is not emptied."""
    article = clean_article(ends.join([*head, *[STORY[0]] * times]))

    assert article.text == STORY[0]


@ENDS
@pytest.mark.parametrize("story", [(TITLE, *STORY), (TITLE, *HEAD, *STORY), GERMAN], ids=["en", "with byline", "de"])
def test_a_page_printed_twice_keeps_its_first_copy(story: tuple[str, ...], ends: str) -> None:
    """As for desktops and telephones: the story once, whole, and nothing of it for a caption."""
    article = clean_article(ends.join([*story, "Share", *story]))

    assert [p.text for p in article.paragraphs] == list(story[-3:])
    assert article.title == story[0]
    assert article.figures == ()


LONG_STORY = (
    *STORY,
    "Nobody else bid.",
    "The keeper, who is 61, wants to let the two lower rooms to people who come to look at birds in the spring.",
)


def test_a_line_with_a_page_printed_twice_keeps_its_first_copy() -> None:
    """All white space collapsed, every sentence stands twice: none of them is a caption for that."""
    head = f"{TITLE} {' '.join(HEAD)}"
    article = clean_article(" ".join([head, *LONG_STORY, "Share Facebook Twitter", head, *LONG_STORY]))

    assert article.text == " ".join(LONG_STORY)
    assert article.figures == ()


def test_cards_that_stand_twice_are_no_copy_of_the_story() -> None:
    """They are little of the page: of the same card twice, the first is no part of the story either."""
    blocks = _measured([*LONG_STORY[:3], *CARDS, *LONG_STORY[3:], *MORE, *CARDS])

    assert not any(b.traits & COPY for b in blocks)
    assert all(b.twin >= 0 for b in blocks if b.text in CARDS)


def test_lines_of_a_second_copy_say_what_the_first_says() -> None:
    """And the first says nothing again."""
    blocks = _measured([TITLE, *LONG_STORY, "Share", *LONG_STORY])

    assert [b.twin for b in blocks] == [-1] * 7 + [1, 2, 3, 4, 5]
    assert [bool(b.traits & COPY) for b in blocks] == [False] * 7 + [True] * 5


@pytest.mark.parametrize(
    "refrain",
    [
        pytest.param(LONG_STORY[:4], id="four lines"),
        pytest.param((*LONG_STORY[:2], "Row me over.", "The sea is slow.", "Nobody bid."), id="two paragraphs"),
    ],
)
def test_a_refrain_is_no_second_copy(refrain: tuple[str, ...]) -> None:
    """Fewer than five lines in a row, or hardly a paragraph among them."""
    assert not any(b.traits & COPY for b in _measured([*refrain, "Then the lamp went out.", *refrain]))


CARDS = (
    "Ferry to Orrin cancelled",
    "The night ferry was cancelled on Sunday after a fire in its engine room, the company said.",
    "Sea wall to be raised",
    "The wall in Orrin will be a metre higher by spring, the council said on Monday evening.",
    "School roof is mended",
    "The roof of the school in Mill Lane is tight again after a summer of rain in the gym.",
)
MORE = tuple(
    f"In the year {year} the lamp burnt for all of the three hundred nights that the county had asked for, and the "
    f"keeper wrote down the name of every ship that passed the rocks, of which there were more than {year}."
    for year in range(2011, 2017)
)


def _measured(lines: list[str]) -> tuple[Block, ...]:
    return measure(trim(read("\n\n".join(lines), words=lexicon(), rules=(), patterns=()))).blocks


def test_a_page_of_html_printed_twice_keeps_its_first_copy() -> None:
    """The same in markup."""
    body = f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in STORY)
    article = clean_article(f"<html><body><article>{body}</article><div class=mobile>{body}</div></body></html>")

    assert [p.text for p in article.paragraphs] == list(STORY)
