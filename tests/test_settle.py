"""What decides whether a line stays, by itself: the limits of clean pages, lists in them, pieces of one long line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from drawn import drawn, shown

from newsclean.page.block import Finding
from newsclean.page.markup import NO_HTML, Element, Html, Links, Markup
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page
from newsclean.phrases.cue import Cue
from newsclean.settle import settle
from newsclean.settle.settle import CLEAN

SURE, OWN = Finding("share", "", "sure"), Finding("share", "", "sure", "user.mine")
HEADING = Finding("heading", "", "hint")
TITLE = Finding("related", "", "sure", "teaser.list_title")
MAYBE_TITLE = TITLE._replace(strength="hint")
CUE = Cue("share", "contains", "x", "en", 0, 1)
CHANCES = (0.9, 0.3, 0.8, 0.9)
AUTHOR, SNIPPET = Finding("author_bio", "", "hint"), Finding("other", "", "sure", "leftover.snippet")
MAYBE_SNIPPET = Finding("other", "", "hint", "leftover.snippet")


def page_of(picture: str, found: dict[int, Finding]) -> Page:
    """The drawn page with a finding more in each of these lines."""
    page, _, _ = drawn(picture)
    findings = tuple((*f, found[n]) if n in found else f for n, f in enumerate(page.findings))
    return page._replace(findings=findings)


def out_of(page: Page) -> list[bool]:
    return [any(f.strength == "sure" for f in findings) for findings in page.findings]


# Clean pages

NINE = ",".join(["P"] * 9)


@pytest.mark.parametrize(
    ("picture", "found", "is_clean"),
    [
        pytest.param(f"{NINE},L,S", {9: SURE}, True, id="one sure line"),
        pytest.param(f"{NINE},L,S", {9: SURE, 10: AUTHOR}, False, id="a sure line, and the author at the end"),
        pytest.param(f"{NINE},L,S", {9: SURE, 10: Finding("notice", "", "hint")}, True, id="what no last line is"),
        pytest.param(f"{NINE},L,S", {9: SURE, 8: AUTHOR}, True, id="the author further up"),
        pytest.param(f"{NINE},L,L", {9: SURE}, True, id="a line under a button"),
        pytest.param(f"{NINE},L,L", {9: TITLE}, False, id="a line under the title of a list"),
        pytest.param(f"{NINE},L,L,L", {9: SNIPPET, 10: SNIPPET, 11: SNIPPET}, True, id="code tells nothing"),
        pytest.param(f"{NINE},L,L,L", {9: SNIPPET, 10: SURE, 11: SURE}, True, id="nor beside two sure lines"),
        pytest.param(f"{NINE},L,L,L", {9: SURE, 10: SURE, 11: SURE}, False, id="three sure lines"),
        pytest.param(f"{NINE},L,L", {8: MAYBE_SNIPPET, 9: SURE, 10: SURE}, False, id="what may be code is none"),
    ],
)
def test_sure_lines_of_a_clean_page(picture: str, found: dict[int, Finding], *, is_clean: bool) -> None:
    """A line or two are sure to go, and nothing else tells of furniture."""
    page = page_of(picture, found)
    assert settle._is_clean(page, out_of(page)) is is_clean


def test_a_headline_that_is_sure_tells_nothing() -> None:
    """That the first line goes, as it is the headline, is no sign of furniture."""
    page = page_of("L,P,P,P", {0: SURE})._replace(form="markdown")
    assert settle._is_clean(page._replace(title=0), out_of(page))
    assert not settle._is_clean(page, out_of(page))


@pytest.mark.parametrize(
    ("picture", "is_clean"),
    [
        pytest.param(",".join(["L"] * 150), True, id="150 lines without prose"),
        pytest.param(",".join(["L"] * 151), False, id="151 lines without prose"),
        pytest.param(f"{'R,' * 151}{'P,' * 38}P", True, id="half of its words are prose"),
        pytest.param(f"{'R,' * 151}{'P,' * 36}P", False, id="fewer are"),
        pytest.param(f"{'R,' * 148}{'P,' * 36}P", True, id="just half"),
    ],
)
def test_long_pages_without_a_sign(picture: str, *, is_clean: bool) -> None:
    """A longer poem is clean as well, but not one that is longer still."""
    page = page_of(picture, {})
    assert settle._is_clean(page, out_of(page)) is is_clean


@pytest.mark.parametrize(("n", "is_clean"), [(40, True), (41, False)])
def test_a_long_page_with_a_sign(n: int, *, is_clean: bool) -> None:
    """Where one line shows a phrase, or is sure to go, forty lines are the most."""
    page = page_of(",".join(["L"] * n), {})
    with_cue = page._replace(blocks=(page.blocks[0]._replace(cues=(CUE,)), *page.blocks[1:]))
    for one in (with_cue, page._replace(findings=((SURE,), *page.findings[1:]))):
        assert settle._is_clean(one, out_of(one)) is is_clean


@pytest.mark.parametrize(("words", "is_clean"), [(12, False), (13, True)])
def test_phrases_in_short_lines(words: int, *, is_clean: bool) -> None:
    """Of more than twelve words a line with a phrase is no sign."""
    page = page_of("L,P,P", {})
    page = page._replace(blocks=(page.blocks[0]._replace(words=words, cues=(CUE,)), *page.blocks[1:]))
    assert settle._is_clean(page, out_of(page)) is is_clean


@pytest.mark.parametrize(
    ("picture", "shares", "linked"),
    [
        pytest.param("P,P", (0.0, 0.79), 0.0, id="less of the line than a link is"),
        pytest.param("P,P", (0.0, 0.8), 0.5, id="a link, half of the words"),
        pytest.param("P,S", (1.0, 0.0), 12 / 23, id="a little more"),
        pytest.param("n", (1.0,), 0.0, id="no words"),
        pytest.param("o", (1.0,), 1.0, id="one word"),
    ],
)
def test_the_share_of_links(picture: str, shares: Sequence[float], linked: float) -> None:
    """Of the words, in lines that are links; a list of stories has more than half."""
    page = page_of(picture, {})._replace(links=tuple(Links(link_share=share) for share in shares), html=NO_HTML)
    assert settle._linked(page) == linked
    assert settle._is_list(page) is (linked > 0.5)
    assert not settle._is_list(page._replace(html=None))


def test_how_sure_a_clean_page_is() -> None:
    """All of it alike, but for what is sure to go."""
    page = settle.settle(page_of("P,P,L", {2: SURE}))
    assert (shown(page.stays), page.chances) == ("++-", (CLEAN, CLEAN, 0.0))


# Lists


@pytest.mark.parametrize(
    ("picture", "chances", "found", "listed"),
    [
        pytest.param("h,h,h,P", ".9 .9 .9 .9", {}, [], id="no title"),
        pytest.param("h,h,h,P", "0 .9 .9 .9", {0: TITLE}, [0, 1, 2], id="two headlines"),
        pytest.param("h,h,h,P", ".9 .9 .9 .9", {0: MAYBE_TITLE}, [0, 1, 2], id="two, under what may be a title"),
        pytest.param("h,h,P", ".9 .9 .9", {0: MAYBE_TITLE}, [], id="one under what may be a title"),
        pytest.param("P,h,h,P", ".9 .9 .9 .9", {1: MAYBE_TITLE}, [], id="the same further down"),
        pytest.param("h,h,P", "0 .9 .9", {0: TITLE}, [0, 1], id="one"),
        pytest.param("h,h,P", "0 .7 .9", {0: TITLE, 1: HEADING}, [0], id="one that is a heading"),
        pytest.param("h,h,P", "0 .69 .9", {0: TITLE, 1: HEADING}, [0, 1], id="hardly of the story"),
        pytest.param("h,h,F", "0 .9 .9", {0: TITLE, 1: HEADING}, [0, 1], id="a heading over no prose"),
        pytest.param("h,h,F,P", "0 .9 .9 .9", {0: TITLE, 1: HEADING}, [0, 1], id="nor further down"),
        pytest.param("h,h,h,P", ".9 .9 .9 .9", {0: MAYBE_TITLE, 2: HEADING}, [], id="one and a heading"),
        pytest.param("h,h,h,P", "0 .9 .9 .9", {0: TITLE, 2: HEADING}, [0, 1], id="under a title the one goes"),
        pytest.param("h,F,h,h,P", "0 .9 .9 .9 .9", {0: TITLE}, [0], id="under a sentence none"),
        pytest.param("h,h,o,h,P", "0 .9 .9 .9 .9", {0: TITLE}, [0, 1], id="up to one word"),
        pytest.param("h,h,h,P", "0 .9 0 .9", {0: TITLE, 2: SURE}, [0, 1], id="up to what is sure to go"),
    ],
)
def test_the_headlines_of_a_list(picture: str, chances: str, found: dict[int, Finding], listed: list[int]) -> None:
    """They go with its title, but for a last one that is rather a subheading."""
    page = page_of(picture, {n: f for n, f in found.items() if f is not HEADING})
    page = page._replace(
        witnesses=tuple((HEADING,) if found.get(n) is HEADING else () for n in range(len(page.blocks)))
    )
    assert list(settle._listed(page, out_of(page), [float(c) for c in chances.split()])) == listed


# One long line


@pytest.mark.parametrize(
    ("line", "is_sentence"),
    [
        ({"words": 6, "ending": 1}, True),
        ({"words": 5, "ending": 1}, False),
        ({"words": 6, "ending": 0}, False),
        ({"words": 6, "ending": 1, "twin": 0}, False),
        ({"words": 6, "ending": 1, "echo": 0}, False),
    ],
)
def test_a_piece_that_is_a_sentence(line: dict[str, Any], *, is_sentence: bool) -> None:
    """It ends like one, has six words, and stands nowhere else."""
    page, _, _ = drawn("P")
    assert settle._is_sentence(page.blocks[0]._replace(**line)) is is_sentence


@pytest.mark.parametrize(
    ("picture", "gap", "found", "stays"),
    [
        pytest.param("P,S,P", -1, SURE, "+++", id="a sentence in one long line"),
        pytest.param("P,S,P", 1, SURE, "+-+", id="a line of its own"),
        pytest.param("P,L,P", -1, SURE, "+-+", id="no sentence"),
        pytest.param("P,S,P", -1, OWN, "+-+", id="by the user's word"),
    ],
)
def test_a_phrase_in_one_long_line(picture: str, gap: int, found: Finding, stays: str) -> None:
    """Inside of a paragraph a phrase proves less."""
    page = page_of(picture, {1: found})
    first, *rest = page.blocks
    page = page._replace(blocks=(first, *(b._replace(gap=gap) for b in rest)))
    assert shown(settle.settle(page).stays) == stays


# Pages of which next to nothing stays


def settled(monkeypatch: pytest.MonkeyPatch, page: Page, chances: str) -> str:
    """Which lines stay where the path gives these chances, and the page is not clean."""
    told = tuple(float(chance) for chance in chances.split())
    monkeypatch.setattr(settle, "_is_clean", lambda *_: False)
    monkeypatch.setattr(settle, "slot_values", lambda _: [])
    monkeypatch.setattr(settle, "story_chances", lambda *_: told)
    page = settle.settle(page)
    assert page.chances == told
    return shown(page.stays)


@pytest.mark.parametrize(
    ("picture", "chances", "found", "stays"),
    [
        pytest.param("P,L,L", ".9 0 0", {}, "+--", id="a paragraph"),
        pytest.param("S,L,L", ".9 0 0", {}, "+--", id="a sentence"),
        pytest.param("w,L,L", ".9 0 0", {}, "+--", id="five words"),
        pytest.param("F,L,L", ".9 0 0", {}, "+--", id="a few words"),
        pytest.param("n,L,L", ".9 0 0", {1: SURE}, "+-+", id="nothing to read: what is not sure to go stays"),
        pytest.param("L,L,L", "0 0 0", {1: SURE}, "+-+", id="nothing: the same"),
        pytest.param("c,L,L", "0 0 0", {}, "-++", id="but for what shows a phrase"),
        pytest.param("L,h,h,h", "0 0 0 0", {1: MAYBE_TITLE}, "+---", id="and what is of a list"),
    ],
)
def test_a_page_of_few_words(
    monkeypatch: pytest.MonkeyPatch, picture: str, chances: str, found: dict[int, Finding], stays: str
) -> None:
    """A text is never emptied by hints."""
    assert settled(monkeypatch, page_of(picture, found), chances) == stays


@pytest.mark.parametrize(
    ("picture", "share", "stays"),
    [
        pytest.param("F,L,L", 1.0, "---", id="a list, and a few words"),
        pytest.param("F,L,L", 0.0, "+--", id="no list"),
        pytest.param("w,L,L", 1.0, "+--", id="a list, and a sentence"),
    ],
)
def test_a_list_of_stories(monkeypatch: pytest.MonkeyPatch, picture: str, share: float, stays: str) -> None:
    """An HTML page of links may have no text."""
    links = (Links(),) + (Links(link_share=share),) * 2
    assert settled(monkeypatch, page_of(picture, {})._replace(links=links, html=NO_HTML), ".9 0 0") == stays


def test_what_the_user_says_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its chance."""
    page = page_of("P,L,L", {})._replace(witnesses=((), (OWN,), ()))
    assert settled(monkeypatch, page, ".9 0 0") == "++-"


def test_prose_between_goes_with_a_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """In HTML the markup tells more."""
    page = page_of("P,P,P", {})._replace(links=(Links(),) * 3)
    assert settled(monkeypatch, page, ".9 .1 .9") == "+++"
    apart = Html(
        tuple(Markup("p", n, n, (), 0) for n in range(3)),
        tuple(Element(n - 1, "p", "", n, (), (), 0, n, n + 1) for n in range(3)),
        Metadata(),
    )
    assert settled(monkeypatch, page._replace(html=apart), ".9 .1 .9") == "+-+"


def test_what_recurs_on_its_site_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its chance is none then; that of what had gone by itself stays what the path gave."""
    monkeypatch.setattr(
        settle, "_settled", lambda page: page._replace(stays=(True, False, True, True), chances=CHANCES)
    )
    page = page_of("P,L,L,P", {})
    assert settle.settle(page).chances == CHANCES
    page = settle.settle(page._replace(recurring=(None, None, SURE, None)))
    assert (shown(page.stays), page.chances) == ("+--+", (0.9, 0.3, 0.0, 0.9))
