"""Stories that markup takes apart: a lead in an element of its own, text beside its paragraphs, parts shown later."""

from __future__ import annotations

import pytest
from drawn import drawn, shown

from newsclean import Article, clean_article
from newsclean.page.block import Finding
from newsclean.page.markup import ASIDE, NO_LINKS, Element, Html, Links, Markup
from newsclean.page.metadata import Metadata
from newsclean.page.page import Preference
from newsclean.read.html.hints import hints
from newsclean.settle.siblings import with_siblings

# Where a line stands: bare in the page or in the story's element, in a `p` or `div` of either, or in a box of the page.
ARTICLE, TEXT, BOX = range(3)
AROUND = (-1, ARTICLE, ARTICLE)
PLACES = {
    "A": ("", ARTICLE), "d": ("div", ARTICLE), "T": ("", TEXT), "p": ("p", TEXT), "t": ("div", TEXT), "b": ("p", BOX),
    "s": ("p", ARTICLE),
}  # fmt: skip
BYLINE = Finding("byline", "", "hint", "byline.opened")


def parted(
    picture: str,
    places: str,
    *,
    links: tuple[float, ...] = (),
    bits: int = 0,
    prefer: Preference = "balance",
    outer: str = "article",
) -> str:
    """What stays of lines that stand where the letters say, behind a headline; “y” is a byline in the page."""
    page, stays, chances = drawn(picture, title=0, prefer=prefer)
    findings = tuple((BYLINE,) if place == "y" else found for place, found in zip(places, page.findings, strict=True))
    own = [PLACES.get(place, PLACES["d"]) for place in places]
    held = [[n for n, (_, around) in enumerate(own) if at in (ARTICLE, around)] or [0] for at in range(len(AROUND))]
    elements = (
        *[
            Element(around, "div" if n else outer, "", 1, (), (), 0, held[n][0], held[n][-1] + 1)
            for n, around in enumerate(AROUND)
        ],
        *[
            Element(around, tag, "lead" * (places[n] == "s"), 2, (), (), 0, n, n + 1)
            for n, (tag, around) in enumerate(own)
        ],
    )
    markup = tuple(
        Markup(tag or "div", len(AROUND) + n if tag else around, around, (), bits)
        for n, (tag, around) in enumerate(own)
    )
    page = page._replace(
        findings=findings,
        html=Html(markup, elements, Metadata()),
        links=tuple(map(Links, links)) or (NO_LINKS,) * len(own),
    )
    return shown(with_siblings(page, stays, chances))


@pytest.mark.parametrize(
    ("picture", "places", "stays"),
    [
        pytest.param("h, P .2, L, P+", "ddyp", "---+", id="over the byline: a standfirst"),
        pytest.param("h, P .2, L, P+", "dsdp", "---+", id="a paragraph with a class of its own: a standfirst"),
        pytest.param("h, P .2 ?, L, P+", "dddp", "---+", id="a hint against it"),
        pytest.param("h, S .2, L, P+", "dddp", "---+", id="a short sentence"),
        pytest.param("h, P .004, L, P+", "dddp", "---+", id="hardly of it"),
        pytest.param("h, P .2, L, P .2, L, P+", "dddddp", "-----+", id="one of two"),
        pytest.param("h, P .2, L", "ddd", "---", id="no story"),
        pytest.param("h, P+, L, P .2", "dpdT", "-+--", id="bare, behind one paragraph of the story"),
        pytest.param("h, P+, P+, L, P .004", "dppdT", "-++--", id="bare, hardly of it"),
        pytest.param("h, P+, P+, L, P .2 ?", "dppdT", "-++--", id="bare, a hint against it"),
        pytest.param("h, P+, P+, L, S .1", "dppdT", "-++--", id="bare, a short sentence"),
        pytest.param("h, P+, P+, L, P .2", "dttdT", "-++--", id="bare, beside no paragraphs"),
        pytest.param("h, P+, P+, L, P .2", "dppdA", "-++--", id="bare in the page"),
        pytest.param("h, P+, P+, L, P .2", "dbbdT", "-++--", id="bare, and the paragraphs in a box"),
    ],
)
def test_what_stands_apart_is_not_of_the_story(picture: str, places: str, stays: str) -> None:
    """It goes as the path says."""
    assert parted(picture, places) == stays


@pytest.mark.parametrize(
    ("picture", "places", "stays"),
    [
        pytest.param("h, L, P .02, L, P+", "dyddp", "--+-+", id="the lead in an element of its own"),
        pytest.param("h, P .02, L, P+", "dAdp", "-+-+", id="bare in the page"),
        pytest.param("h, P .02, L, P+", "dtdp", "-+-+", id="in the story's element"),
        pytest.param("h, P .02, L, P+", "dbdp", "-+-+", id="in a box beside it"),
        pytest.param("h, P .02, L, P+, L", "dbdby", "-+-+-", id="in the box that is the story's, a byline behind it"),
        pytest.param("h, P+, L, P .02, L, P+", "dpdTdp", "-+-+-+", id="bare amid the story"),
        pytest.param("h, P+, P+, L, P .02", "dppdT", "-++-+", id="bare behind two of its paragraphs"),
        pytest.param("h, P+, L, P .2, P .1, P .1, L, P+", "dpdTppdp", "-+-+++-+", id="and what goes on from it"),
    ],
)
def test_what_an_element_parts_from_the_story(picture: str, places: str, stays: str) -> None:
    """One paragraph between headline and story, beside its element; text that stands bare beside its paragraphs."""
    assert parted(picture, places) == stays


def test_links_and_what_is_set_aside_are_no_part() -> None:
    """They are sooner teasers; and who wants less furniture gets it."""
    assert parted("h, P .2, L, P+", "dddp", links=(0, 0.7, 0, 0)) == "---+"
    assert parted("h, P+, P+, L, P .2", "dppdT", links=(0, 0, 0, 0, 0.7)) == "-++--"
    assert parted("h, P .2, L, P+", "dddp", bits=ASIDE) == "---+"
    assert parted("h, P .2, L, P+", "dddp", outer="body") == "---+"
    assert parted("h, P .2, L, P+", "dddp", prefer="precision") == "---+"


TITLE = "Council of Orrin keeps the ferry"
LEAD = "The council of Orrin has turned down a plan to end the ferry across the sound to Torvhamn."
STORY = (
    "The vote on Tuesday ended 17 to 12 after four hours, and the gallery was full until the last minute.",
    "Nobody in the town had wanted to see the boat go, said the man who has run the line for fifteen years.",
    "The operator had warned that it was losing money in each month of the winter, when hardly anybody crosses.",
    "A new timetable is to be drawn up by autumn, and the fares will go up by a tenth in June, the mayor said.",
)
SIGNED = "<p class='byline'>By Jo Doe</p><time>3 May 2024</time>"
MENU = (
    "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
)
SHARE = "<div class='share'><a href='#'>Facebook</a><a href='#'>Mail</a></div>"
CAPTION = "The ferry at the quay of Orrin"
FIGURE = f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption></figure>"
CARDS = (
    "<div class='card'><a href='/1'><h3>Old lighthouse sold to a couple from the north</h3></a></div>"
    "<div class='card'><a href='/2'><h3>Seven things to do in Torvhamn this weekend</h3></a></div>"
)
MORE = f"<section><h2>More news</h2>{CARDS}</section>"
FOOTER = "<footer><a href='/about'>About us</a><p>© 2024 Harbour Post. All rights reserved.</p></footer>"


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def cleaned(body: str) -> Article:
    """The article of a page with this between its menu and its footer."""
    return clean_article(f"<html><title>{TITLE}</title><body>{MENU}<main>{body}</main>{MORE}{FOOTER}</body></html>")


BODY = f"<div class='text'>{paragraphs(*STORY)}</div>"
STANDFIRST = "The boat to Torvhamn stays, but it will cost a tenth more from June, the council has decided."


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(f"<div class='x'>{STANDFIRST}</div>{SHARE}{SIGNED}", id="over the byline: a standfirst"),
        pytest.param(f"{SIGNED}{SHARE}<aside>{STANDFIRST}</aside>{SHARE}", id="set aside"),
        pytest.param(f"{SIGNED}<div><div>{SHARE}<p>{STANDFIRST}</p></div></div>{SHARE}", id="in a box with buttons"),
    ],
)
def test_one_paragraph_over_the_story_is_no_lead(over: str) -> None:
    """Where it stands over the byline or in a part of its own it is a standfirst, or something else."""
    article = cleaned(f"<article><h1>{TITLE}</h1>{over}{BODY}</article>")

    assert STANDFIRST not in article.text
    assert article.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(f"{SHARE}<div class='x'>{LEAD}</div>{SHARE}", id="between buttons"),
        pytest.param(f"{SHARE}{LEAD}{SHARE}", id="bare, between buttons"),
        pytest.param(f"{SHARE}<h2>{LEAD}</h2>{SHARE}", id="as a heading"),
        pytest.param(f"<section class='x'>{LEAD}</section>{FIGURE}{SHARE}", id="over a picture"),
    ],
)
def test_the_lead_alone_under_the_byline(over: str) -> None:
    """One paragraph in an element beside the story's, with neither byline nor date between the two, opens it."""
    article = cleaned(f"<article><h1>{TITLE}</h1>{SIGNED}{over}{BODY}</article>")

    assert article.text == "\n\n".join((LEAD, *STORY))
    assert (article.title, article.authors) == (TITLE, ("Jo Doe",))


INSERT = f"<div><h3>Most read</h3><ul><li><a href='/3'>{STORY[1][:40]}</a></li></ul>{CARDS}{CARDS}</div>"


def test_paragraphs_that_stand_bare_beside_the_others() -> None:
    """What an insert parts from the story stands as text in its element, and more paragraphs behind it."""
    article = cleaned(
        f"<h1>{TITLE}</h1>{SIGNED}<div class='text'>{paragraphs(LEAD, STORY[0])}{INSERT}{STORY[1]}"
        f"{paragraphs(STORY[2], STORY[3])}</div>"
    )

    assert [line for line in (LEAD, *STORY) if line not in article.text] == []


def test_the_part_for_subscribers_is_of_the_story() -> None:
    """A class that says who may read a part says nothing of what it is."""
    paid = f"<div class='subscriber-only'>{paragraphs('The fares go up.', STORY[3])}</div>"
    article = cleaned(f"<article><h1>{TITLE}</h1>{SIGNED}{paragraphs(LEAD, *STORY[:3])}{paid}</article>")

    assert article.text == "\n\n".join((LEAD, *STORY[:3], "The fares go up.", STORY[3]))
    assert hints("premium-content subscriber-only") == ()
