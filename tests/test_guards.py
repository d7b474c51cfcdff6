"""When a page is taken for a clean text, of which nothing goes but what is sure to: both sides of each limit.

The path is not asked about such a page: the step leaves no values.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from steps import judged

from newsclean import clean_article
from newsclean.read.read import Form
from newsclean.settle.settle import settle

SHIPS = "boat pump barge ferry crane wagon tractor tanker trawler dinghy canoe raft".split()
PORTS = "Orrin Skarn Ansey Tolle Brack Fenn Holm Quill Marsh Voss Lund Carrow".split()
SENTENCES = [f"The {ship} came to the quay at {port} on Monday, as was said." for port in PORTS for ship in SHIPS]
VERSES = [f"a {ship} sailing by from {port}" for port in PORTS for ship in SHIPS]
PROMPT, BUTTON = "Sign up for our daily newsletter", "Share this story"
MENU, LIST = "World", "Most read"


def is_clean(lines: Iterable[str], form: Form = "text") -> bool:
    return settle(judged("\n\n".join(lines), form)).values == ()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*SENTENCES[:9], PROMPT, BUTTON], id="two sure lines in eleven"),
        pytest.param([SENTENCES[0], PROMPT], id="one sure line of two"),
        pytest.param([*SENTENCES[:8], MENU], id="a sign in nine lines"),
        pytest.param([MENU, *SENTENCES[:9], "Sport", *SENTENCES[9:17]], id="signs in two of nineteen"),
        pytest.param([*SENTENCES[:9], PROMPT, MENU, *SENTENCES[9:20]], id="a sure line and another sign"),
        pytest.param([*SENTENCES[:9], LIST, "Ebb and the tide"], id="a line under the title of a list"),
        pytest.param(
            [*SENTENCES[:9], PROMPT, "Mara Lind is a reporter for The Harbour Post."], id="a sure line, and the author"
        ),
        pytest.param([*VERSES[:40], "Menu"], id="41 lines, no prose and a phrase"),
        pytest.param([*VERSES[:36], *SENTENCES[:14], "Menu"], id="more verse than prose, and a phrase"),
    ],
)
def test_a_page_with_furniture(lines: list[str]) -> None:
    """Of these the path must decide."""
    assert not is_clean(lines)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing"),
        pytest.param(SENTENCES[:3], id="a text"),
        pytest.param([*SENTENCES[:10], PROMPT, BUTTON], id="two sure lines in twelve"),
        pytest.param([*SENTENCES[:2], PROMPT], id="one sure line of three"),
        pytest.param([*SENTENCES[:9], MENU], id="a sign in ten lines"),
        pytest.param([MENU, *SENTENCES[:9], "Sport", *SENTENCES[9:18]], id="signs in two of twenty"),
        pytest.param([*SENTENCES[:9], "Mara Lind is a reporter for The Harbour Post."], id="the author alone"),
        pytest.param([*SENTENCES[:9], LIST, "The ebb and the tide rose."], id="a sentence under the title of a list"),
        pytest.param(VERSES[:40], id="40 lines and no prose"),
        pytest.param([*VERSES[:30], *SENTENCES[:30]], id="more prose than verse"),
    ],
)
def test_a_clean_text(lines: list[str]) -> None:
    """Next to no sign of furniture: nothing is weighed."""
    assert is_clean(lines)


def test_a_sure_line_in_markdown() -> None:
    """In a form that marks a page's parts one sure line tells of others."""
    assert is_clean([*SENTENCES[:9], PROMPT])
    assert not is_clean([*SENTENCES[:9], PROMPT], "markdown")


PAGE = "<!doctype html><title>Pumps</title>"
BODY = "".join(f"<p>{line}</p>" for line in SENTENCES[:6])
ODD = "<p>Tide</p>"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<nav><p>Ebb</p></nav>{BODY}{ODD}", id="a menu"),
        pytest.param(f"<header><p>Ebb</p></header>{BODY}{ODD}", id="a header"),
        pytest.param(f"{BODY}{ODD}<footer><p>Ebb</p></footer>", id="a footer"),
    ],
)
def test_html_with_furniture(html: str) -> None:
    """Where there is a menu, a header or a footer, the odd line at the end is weighed and goes."""
    assert not is_clean([PAGE + html], "html")
    assert "Tide" not in clean_article(PAGE + html).text


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"{BODY}{ODD}", id="paragraphs"),
        pytest.param(f"{BODY}<p><a href='/a'>one two three four</a></p>{ODD}", id="few words in links"),
        pytest.param(f"<main><p>one <a href='/a'>two</a></p>{BODY}{ODD}</main>", id="a link in a line"),
    ],
)
def test_clean_html(html: str) -> None:
    """Without these all stays, the odd line too."""
    assert is_clean([PAGE + html], "html")
    assert "Tide" in clean_article(PAGE + html).text


@pytest.mark.parametrize(("words", "clean"), [(9, False), (8, True)], ids=["more than one in ten", "one in ten"])
def test_words_in_links(words: int, *, clean: bool) -> None:
    """A page with more than one word in ten in lines that are links is none of a clean text."""
    line = f"<p><a href='/a'>{'tide ' * words}</a></p>"
    assert sum(len(sentence.split()) for sentence in SENTENCES[:6]) == 78
    assert is_clean([f"{PAGE}{BODY}{line}"], "html") is clean


# Lists of other stories


def test_the_story_goes_on_behind_a_pointer_and_a_prompt() -> None:
    """The last paragraph of a short report is not of the section that a prompt over it would open."""
    last = "Nobody was hurt, and the school will open again on Thursday, the mayor said."
    head = ("Flood pumps arrive in Harbour Town", "By Jo Doe")
    first = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
    calls = ("Read more: Sea wall to be raised", "Subscribe to our newsletter")

    article = clean_article("\n\n".join((*head, first, *calls, last)))

    assert article.text == f"{first}\n\n{last}"


STORY = [
    "The first two pumps reached the quay on Monday, and more are on their way from the north.",
    "Nobody was hurt when the sea came over the wall, said the mayor of the town in the evening.",
    "A second wall would be ready before the storms of the next winter, if the county pays for it.",
    "Children will go back to school on Thursday, and the ferry sails again from the old pier.",
]
FERRY, CUP, BRIDGE = "Ferry timetable is out for winter", "Town wins the cup", "Bridge to be closed for a week"


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        pytest.param(["Related", FERRY, *STORY[2:]], [], id="one word and what may be a subheading"),
        pytest.param([LIST, "Ferry tides", *STORY[2:]], [LIST], id="two words are no headline"),
        pytest.param([LIST, FERRY, *STORY[2:]], [LIST], id="under a sure title the last may be a subheading"),
        pytest.param([LIST, CUP, FERRY, *STORY[2:]], [LIST, CUP], id="a last one that the story takes up stays"),
        pytest.param([LIST, FERRY, CUP, *STORY[2:]], [LIST, FERRY, CUP], id="a last one of something else goes"),
        pytest.param([LIST, FERRY], [LIST, FERRY], id="under a sure title at the end of the page"),
        pytest.param(["Related", FERRY, CUP], ["Related", FERRY, CUP], id="one word and two headlines"),
        pytest.param([LIST, FERRY, BRIDGE, CUP], [LIST, FERRY, BRIDGE, CUP], id="three"),
    ],
)
def test_a_list_within_a_text(lines: list[str], gone: list[str]) -> None:
    """Headlines go with the title of their list, but not what may be the next subheading."""
    page = settle(judged("\n\n".join([*STORY[:2], *lines])))
    assert [b.text for b, stay in zip(page.blocks, page.stays, strict=True) if not stay] == gone


@pytest.mark.parametrize("element", ["p", "div", "center", "blockquote", "pre", "section", "div><div"])
def test_a_short_last_sentence_in_an_element_of_its_own(element: str) -> None:
    """It stands where a paragraph of the story would, whatever the element is called."""
    story = "".join(f"<p>{line}</p>" for line in STORY)
    page = f"<article><h1>Pumps arrive in town</h1><p>By Jo Doe</p>{story}<{element}>He slept.</article>"
    article = clean_article(f"<nav><a href=/>Home</a><a href=/n>News</a></nav>{page}<footer>© Post</footer>")

    assert article.text.endswith("\n\nHe slept.")
