"""What a page says again: a paragraph that stands often, a page printed twice; never is nothing left of the story."""

from __future__ import annotations

import pytest

from newsclean import clean_article

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


def test_a_page_of_html_printed_twice_keeps_its_first_copy() -> None:
    """The same in markup."""
    body = f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in STORY)
    article = clean_article(f"<html><body><article>{body}</article><div class=mobile>{body}</div></body></html>")

    assert [p.text for p in article.paragraphs] == list(STORY)
