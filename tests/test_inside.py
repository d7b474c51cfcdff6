"""What stands in the story's own element on an HTML page goes with it, however little the path thinks of it."""

from __future__ import annotations

import pytest
from drawn import drawn, shown

from newsclean import clean_article
from newsclean.page.markup import ASIDE, Element, Html, Links, Markup
from newsclean.page.metadata import Metadata
from newsclean.page.page import Preference
from newsclean.settle.inside import with_inside

# The page's elements, by number: two columns, a table in the first, the same in a box, and in a box inside of a box.
LEFT, RIGHT, TABLE, BOX, BOXED, INNER, BOXED_TWICE = range(7)
AROUND = (
    ("div", -1), ("div", -1), ("table", LEFT), ("div", LEFT), ("table", BOX), ("div", BOX), ("table", INNER),
)  # fmt: skip
# Where a line stands: the tag and class of its own element, and the element around that.
PLACES = {
    "a": ("p", "", LEFT), "A": ("p", "lead", LEFT), "b": ("p", "", RIGHT), "d": ("div", "", LEFT),
    "e": ("div", "", RIGHT),  # all of these in one
    "t": ("tr", "", TABLE), "u": ("tr", "", BOXED), "v": ("tr", "", BOXED_TWICE),
}  # fmt: skip


def inside(
    picture: str, places: str, *, links: tuple[float, ...] = (), bits: int = 0, prefer: Preference = "balance"
) -> str:
    """What stays of lines that stand where the letters say."""
    page, stays, chances = drawn(picture, prefer=prefer)
    around = tuple(Element(parent, tag, "", 1, (), (), bits, 0, 0) for tag, parent in AROUND)
    own = tuple(
        Element(parent, tag, name, 2, (), (), bits, n, n + 1)
        for n, (tag, name, parent) in enumerate(PLACES[place] for place in places)
    )
    at = [places.index("e") if place == "e" else n for n, place in enumerate(places)]  # text of one element
    markup = tuple(Markup(own[n].tag, len(around) + n, own[n].parent, (), bits) for n in at)
    page = page._replace(
        html=Html(markup, around + own, Metadata()),
        links=tuple(Links(share) for share in links) or (Links(),) * len(places),
    )
    return shown(with_inside(page, stays, chances))


THREE = "P+, P+, P+"


@pytest.mark.parametrize(
    ("picture", "places", "stays"),
    [
        pytest.param("P+, P+, L, P .2", "aada", "++--", id="two paragraphs make no element the story's"),
        pytest.param("P+, P+, P+ ?, L, P .2", "aaada", "+++--", id="nor does one that may be a button"),
        pytest.param("P+, P+, S+, L, P .2", "aaada", "+++--", id="nor a short sentence"),
        pytest.param("P+, P+, T+, L, P .2", "aaada", "+++--", id="nor what is said twice"),
        pytest.param(f"{THREE}, L, P .2", "dddda", "+++--", id="nor parts of the page"),
        pytest.param(f"{THREE}, L, P .2", "aaadb", "+++--", id="a paragraph in another element"),
        pytest.param(f"{THREE}, L, P .2", "aaadd", "+++--", id="an element of its own"),
        pytest.param(f"{THREE}, L, P .004", "aaada", "+++--", id="hardly of it"),
        pytest.param(f"{THREE}, L, P .2 ?", "aaada", "+++--", id="a hint against it"),
        pytest.param(f"{THREE}, L, T .2", "aaada", "+++--", id="said twice"),
        pytest.param(f"{THREE}, L, S .2", "aaada", "+++--", id="a short sentence"),
        pytest.param(f"{THREE}, L, P .2", "aaadA", "+++--", id="of another class behind the story: a prompt"),
        pytest.param(f"P .2, L, {THREE}", "Adaaa", "--+++", id="and over it: a standfirst"),
        pytest.param(f"{THREE}, L .2, L, P+", "aaadaa", "+++--+", id="a line beside one that goes"),
        pytest.param("P+, L, P .2", "edd", "+--", id="in another element than the text that line breaks part"),
        pytest.param("P+, L, P .2 ?", "ede", "+--", id="in this one, with a hint against it"),
        pytest.param("P+ ?, L, P .2", "ede", "+--", id="beside what may be a button"),
        pytest.param("P+, L, P .0004", "ede", "+--", id="in this one, and nearly sure to go"),
        pytest.param("P+, L, S .2", "ede", "+--", id="a short sentence in this one"),
        pytest.param(f"{THREE}, L .1, P+", "aaaaa", "+++-+", id="a line that is hardly of it"),
        pytest.param(f"{THREE}, c .4, P+", "aaaaa", "+++-+", id="a line with a phrase"),
        pytest.param(f"{THREE}, o .4, P+", "aaaaa", "+++-+", id="one word"),
        pytest.param(f"{THREE}, L .4", "aaaa", "+++-", id="the last line"),
        pytest.param(f"L .4, {THREE}", "aaaa", "-+++", id="the first"),
        pytest.param(f"{THREE}, H .2, L", "aaaad", "+++--", id="a heading over what goes"),
        pytest.param(f"{THREE}, H .2, P+", "aaabb", "+++-+", id="a heading in another element"),
        pytest.param(f"{THREE}, H .2 !, P+", "aaaaa", "+++-+", id="one that is surely something else"),
        pytest.param(f"{THREE}, H .2 list?, P+", "aaaaa", "+++-+", id="one that may head a list"),
        pytest.param(f"{THREE}, H .2", "aaaa", "+++-", id="one over nothing"),
        pytest.param("P+ caption, P+, T .0 copy, P+", "baba", "++-+", id="what a caption says that stays"),
        pytest.param("P caption, P+, T .0 copy", "bab", "-+-", id="what a caption says, behind the story"),
        pytest.param("P caption, P+, L, T .0 copy, P+", "badba", "-+--+", id="and apart from it"),
        pytest.param("P caption, P+, T .0 copy ?, P+", "baba", "-+-+", id="and with a hint against it"),
        pytest.param("P caption, P+, t .0 copy, P+", "baba", "-+-+", id="a short line"),
        pytest.param("P caption, P+, T .0 copy, P+", "bada", "-+-+", id="a caption, in no paragraph"),
        pytest.param("P promo, P+, T .0 copy, P+", "baba", "-+-+", id="what a prompt says"),
        pytest.param(f"{THREE}, R .2", "aaat", "+++-", id="a row behind the story"),
        pytest.param(f"{THREE}, R .2 ?, P+", "aaata", "+++-+", id="a row with a hint against it"),
        pytest.param(f"{THREE}, R .2, P+", "aaava", "+++-+", id="a table in a box inside of a box"),
    ],
)
def test_what_is_not_inside(picture: str, places: str, stays: str) -> None:
    """It goes as the path says."""
    assert inside(picture, places) == stays


@pytest.mark.parametrize(
    ("picture", "places", "stays"),
    [
        pytest.param(f"{THREE}, L, P .005", "aaada", "+++-+", id="a paragraph behind something else"),
        pytest.param(f"{THREE}, L, L, L, L, L, L, P .1, P .1", "aaaddddddaa", "+++------++", id="far behind it"),
        pytest.param(f"P .1, L, {THREE}", "adaaa", "+-+++", id="over it"),
        pytest.param(f"{THREE}, L, P .1, L, P+", "aaadAda", "+++-+-+", id="of another class amid the story"),
        pytest.param(f"{THREE}, L .2, P+", "aaaaa", "+++++", id="a short line between two of the story's"),
        pytest.param(f"{THREE}, L .2, P .1", "aaaaa", "+++++", id="also between what is found so"),
        pytest.param("P+, L, L, P .001, P .0005", "eddee", "+--++", id="where line breaks part them, however unlikely"),
        pytest.param("P .0005, L, P+", "ede", "+-+", id="over it as well"),
        pytest.param(f"{THREE}, H .005, P+", "aaada", "+++++", id="a heading"),
        pytest.param(f"{THREE}, H .2 ?, P+", "aaada", "+++++", id="one with a hint against it"),
        pytest.param(f"{THREE}, t .2, P+".replace("t ", "H "), "aaada", "+++++", id="one that the contents have, too"),
        pytest.param(f"{THREE}, H .2, P .1", "aaada", "+++++", id="one over what is found so"),
        pytest.param(f"{THREE}, R .2, R .1, P+", "aaatta", "++++++", id="rows of a table"),
        pytest.param(f"{THREE}, R .2, R .1, P+", "aaauua", "++++++", id="of one in a box"),
        pytest.param("P caption, P+, T .0 copy, P+", "baba", "-+++", id="what a caption takes up"),
        pytest.param("P description, P+, L ad, T .0, P+", "babba", "-+-++", id="what a standfirst takes up"),
        pytest.param(f"{THREE}, I .2, I .1, P+", "aaatta", "++++++", id="entries"),
    ],
)
def test_inside_of_the_storys_element(picture: str, places: str, stays: str) -> None:
    """What stands in an element that holds three paragraphs of the story is the story's."""
    assert inside(picture, places) == stays


def test_links_are_not_inside() -> None:
    """A paragraph that is mostly a link is a teaser; and three of them are no story."""
    assert inside(f"{THREE}, L, P .2", "aaada", links=(0, 0, 0, 0, 0.7)) == "+++--"
    assert inside(f"{THREE}, L, P .2", "aaada", links=(0, 0, 0.7, 0, 0)) == "+++--"


def test_beside_the_story_nothing_is_inside() -> None:
    """An element that is set aside holds no story."""
    assert inside(f"{THREE}, L, P .2", "aaada", bits=ASIDE) == "+++--"


def test_for_precision_more_of_a_chance_is_needed() -> None:
    """Who wants less furniture gets it."""
    assert inside(f"{THREE}, L, P .2", "aaada", prefer="precision") == "+++--"
    assert inside(f"{THREE}, L, P .25", "aaada", prefer="precision") == "+++-+"
    assert inside("P+, L, P .2", "ede", prefer="precision") == "+--"
    assert inside("P+, L, P .25", "ede", prefer="precision") == "+-+"


MENU = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate("Harbour Ferries Weather Tides".split()))
STORY = (
    "The council of Orrin bought four pumps on Monday and will set them up behind the old wall before autumn.",
    "The first of them came by rail in the night, and the crane that lifts them had come by sea in spring.",
    "The mayor said that the town had waited for sixteen years and for nineteen floods, and that it was enough.",
    "In the north of the town the wall is two metres high, and in the south there is none at all to this day.",
    "An engineer of the harbour counted what the water had taken from the quay since the bridge was built.",
    "The last two pumps are to follow in March, when the road over the hills is free of snow again, she said.",
)
OTHERS = ("Sea wall to be raised by a metre", "Ferry fares to go up in May", "Harbour market moves to the north quay")
HEADINGS = ("Why the pumps took sixteen years", "What the north wall cannot do", "When the last two will come")


def entries(titles: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/{n}">{title}</a></li>' for n, title in enumerate(titles))


def test_headings_that_the_contents_have_too() -> None:
    """Of a heading and its entry in the contents over the story the heading stays."""
    offer = '<div class="wp-block"><a href="/offer">See the offer at the harbour shop</a></div>'
    parts = "".join(
        f"<h2>{heading}</h2><p>{one}</p><p>{two}</p>{offer}"
        for heading, one, two in zip(HEADINGS, STORY[::2], STORY[1::2], strict=True)
    )
    html = (
        f"<html><body><ul>{MENU}</ul><h1>Four pumps for Orrin</h1><div class='entry'><div class='toc-box'>"
        f"<ul>{entries(HEADINGS)}</ul></div>{parts}</div><ul>{entries(OTHERS)}</ul></body></html>"
    )
    article = clean_article(html)
    told = zip(HEADINGS, STORY[::2], STORY[1::2], strict=True)
    assert [p.text for p in article.paragraphs] == [line for part in told for line in part]
