"""Where a story lies, by itself: what is sure of a line, the least chance with which it stays, and what goes with it.

Each line here is drawn by its sort, its chance, and a + where the path kept it: `P .05` is a paragraph that it gave up.
"""

from __future__ import annotations

import pytest
from drawn import drawn, shown

from newsclean import clean_article
from newsclean.article.kinds import Kind
from newsclean.page.block import Finding
from newsclean.page.markup import ASIDE, Element, Html, Links, Markup
from newsclean.page.metadata import Metadata
from newsclean.page.page import Preference
from newsclean.settle.certain import is_plain, known
from newsclean.settle.least import by_chance
from newsclean.settle.listed import with_entries, with_lines, with_rows
from newsclean.settle.siblings import with_siblings
from newsclean.settle.story import with_plain

WITNESS = Finding("paragraph", "", "hint")


def finding(rule: str, strength: str = "sure", kind: Kind = "other") -> Finding:
    return Finding(kind, "", strength, rule)  # type: ignore[arg-type]  # the words of the tables below


# What is sure


@pytest.mark.parametrize(
    ("against", "witnesses", "answer"),
    [
        pytest.param([], [], None, id="nothing"),
        pytest.param([finding("share.button", "hint")], [], None, id="a hint against it"),
        pytest.param([], [finding("story.lead", "hint")], None, id="a hint for it"),
        pytest.param([], [finding("story.lead")], True, id="a witness"),
        pytest.param([finding("share.button", "hint")], [finding("story.lead")], True, id="a witness and a hint"),
        pytest.param([finding("share.button")], [], False, id="a sure finding"),
        pytest.param([finding("share.button")], [finding("story.lead", "hint")], False, id="sure, and a hint for it"),
        pytest.param([finding("share.button")], [finding("story.lead")], True, id="a witness beats what has no rank"),
        pytest.param([finding("leftover.code")], [finding("story.lead")], False, id="code, by its family"),
        pytest.param([finding("leftover.code")], [finding("story.dateline")], True, id="a dateline beats code"),
        pytest.param(
            [finding("caption.credited"), finding("scene.filed")],
            [finding("story.dateline")],
            False,
            id="the most special of two that are sure",
        ),
        pytest.param([finding("repeat.story")], [finding("story.dateline")], False, id="a repetition beats that"),
        pytest.param([finding("title.repeat")], [finding("story.dateline")], False, id="a headline again, by its rule"),
        pytest.param([finding("title.other")], [finding("story.lead")], True, id="another rule of its family"),
        pytest.param([finding("slug.address")], [finding("user.mine")], True, id="the user's word beats all"),
        pytest.param([finding("rulebook.no")], [finding("story.dateline")], False, id="against it as well"),
        pytest.param([finding("rulebook.no")], [finding("user.mine")], True, id="of equals the witness"),
        pytest.param(
            [finding("share.button", "hint"), finding("leftover.code"), finding("share.button")],
            [finding("story.lead")],
            False,
            id="what is sure counts",
        ),
    ],
)
def test_what_is_known_of_a_line(against: list[Finding], witnesses: list[Finding], *, answer: bool | None) -> None:
    """Where a sure finding stands against a sure witness the more special one is right."""
    page, _, _ = drawn("P")
    page = page._replace(findings=(tuple(against),), witnesses=(tuple(witnesses),))
    assert known(page) == [answer]


@pytest.mark.parametrize(
    ("sort", "plain"),
    [("P", True), ("S", True), ("W", True), ("F", False), ("L", False), ("T", False), ("E", False), ("P ?", False)],
)
def test_plain_prose(sort: str, *, plain: bool) -> None:
    """Sentences that nothing speaks against and that stand nowhere else."""
    page, _, _ = drawn(sort)
    assert is_plain(page.blocks[0], page.findings[0]) is plain


# The least chance


@pytest.mark.parametrize(
    ("sort", "witnessed", "least"),
    [
        pytest.param("S", False, 0.25, id="prose"),
        pytest.param("W", False, 0.25, id="long"),
        pytest.param("P ?", False, 0.35, id="prose with a hint against it"),
        pytest.param("P description", False, 0.5, id="prose with a sign of a standfirst"),
        pytest.param("P ? author_bio", False, 0.5, id="prose with a sign of an author"),
        pytest.param("T", False, 0.5, id="prose that stands twice"),
        pytest.param("E", False, 0.5, id="prose that stands nearly twice"),
        pytest.param("F", False, 0.25, id="a few words that end like a sentence"),
        pytest.param("L", False, 0.35, id="a line as long as a sentence that lost its stop"),
        pytest.param("L ?", False, 0.5, id="the same with a hint against it"),
        pytest.param("h", False, 0.5, id="a line"),
        pytest.param("P", True, 0.1, id="prose with a hint for it"),
        pytest.param("T ?", True, 0.1, id="the same, whatever is against it"),
        pytest.param("L", True, 0.25, id="a line with a hint for it"),
    ],
)
def test_the_least_chance(sort: str, *, witnessed: bool, least: float) -> None:
    """With it a line stays, with less it goes."""
    page, _, _ = drawn(f"{sort},{sort}")
    page = page._replace(witnesses=((WITNESS,),) * 2 if witnessed else ((),) * 2)
    assert by_chance(page, [least, least - 0.01]) == [True, False]


@pytest.mark.parametrize(
    ("sort", "under_title", "least"), [("L", 8, 0.5), ("L", 9, 0.35), ("y", 9, 0.35), ("h", 9, 0.5)]
)
def test_the_least_chance_under_the_headline(sort: str, under_title: int, least: float) -> None:
    """There a long line without a stop may be the standfirst."""
    page, _, _ = drawn(",".join([sort] * (under_title + 1)), title=0)
    for chance in (least, least - 0.01):
        assert by_chance(page, [chance] * (under_title + 1))[-1] is (chance == least)


# What goes with the story


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        # Between two lines of the story
        pytest.param("P+, L .19, P+", "+-+", id="one line that is hardly of it"),
        pytest.param("P+, L .41 ?, P+", "+-+", id="one line with a hint against it"),
        pytest.param("P+, L .9 !, P+", "+-+", id="one line that is sure to go"),
        pytest.param("P+, t .9, P+", "+-+", id="a line that stands twice"),
        pytest.param("P+, e .9, P+", "+-+", id="a line that stands nearly twice"),
        pytest.param("P+, L .9, L .9, P+", "+--+", id="two lines"),
        pytest.param("P+, I .9, L .9, P+", "+--+", id="an entry of a list and a line"),
        pytest.param("P+, I .9, I .1, P+", "+--+", id="two entries of a list, one hardly of it"),
        pytest.param("C+, I .1, I .04, P+", "+--+", id="the same behind a colon"),
        pytest.param("C+, L .1, P+", "+-+", id="a line behind a colon"),
        pytest.param("P+, F .004, P+", "+-+", id="a short sentence that is hardly of it"),
        pytest.param("P+, F .004, L promo, P+", "+--+", id="the same over a prompt"),
        pytest.param("P+, L .19, L promo, P+", "+--+", id="a line over a prompt that is hardly of it"),
        pytest.param("P+, L .2, L pointer, L .2, P+", "+---+", id="lines around a pointer to another story"),
        pytest.param("P+, L promo, h .2, h .2, h .2, P+", "+----+", id="three lines under a prompt"),
        pytest.param("P+, F .1 ?, P+", "+-+", id="a short sentence with a hint against it"),
        pytest.param("P+, I .9, I .9, I .9, I .9, I .9, P+", "+-----+", id="five entries of a list"),
        pytest.param("h .9, P+, P+", "-++", id="nothing above it"),
        pytest.param("h, L, L .9, P+", "---+", id="nothing far above it"),
        pytest.param("P+, P+, L .9", "++-", id="nothing below it"),
        # Prose
        pytest.param("L .9, L .9", "--", id="no story"),
        pytest.param("P .9, P .9", "--", id="no story, and prose"),
        pytest.param("P+, S .04, L, P+", "+--+", id="a sentence that is hardly of it"),
        pytest.param("P+, L, S .04, P+", "+--+", id="a sentence under what is none of it"),
        pytest.param("P+, L, P .04, L, P+", "+---+", id="a paragraph that is hardly of it"),
        pytest.param("P+, S, P+", "+-+", id="a sentence with no chance"),
        pytest.param("P+, L promo?, P .04, L, P+", "+---+", id="the same under what may be a prompt"),
        pytest.param("P+, L !, L, P .04, L, P+", "+----+", id="the same under a button and a line"),
        pytest.param("P+, L ad, L ad, L ad, L ad, L ad, P, L, P+", "+-------+", id="the same under five calls"),
        pytest.param("P+, L, P .9 ?, L, P+", "+---+", id="a paragraph with a hint against it"),
        # Over it
        pytest.param("h, P .04, P+", "--+", id="a paragraph over it that is hardly of it"),
        pytest.param("h, L .9, P+", "--+", id="a line over it"),
        pytest.param("h, P .9 ?, P+", "--+", id="a paragraph over it with a hint against it"),
        pytest.param("S, P+", "-+", id="a sentence at the top"),
        pytest.param("P ?, L, P+", "--+", id="a paragraph at the top with a hint against it"),
        pytest.param("L .9 ?, P+", "-+", id="a long line at the top with a hint against it"),
        pytest.param("E, P+", "-+", id="a long line at the top that says what another says"),
        # Behind it
        pytest.param("P+, L .9", "+-", id="a line behind it"),
        pytest.param("P+, F .004", "+-", id="a short answer behind it that is hardly of it"),
        pytest.param("P+, L, S .09", "+--", id="a sentence that a short line leads to, hardly of it"),
        pytest.param("P+, L, L, L, S .9", "+----", id="a sentence behind three lines"),
        pytest.param("P+, L ?, S .9", "+--", id="a sentence behind a line with a hint against it"),
        pytest.param("P+, L, S .06", "+--", id="a sentence behind a line"),
        pytest.param("P+, S .9 promo", "+-", id="a prompt behind it"),
    ],
)
def test_what_does_not_go_with_the_story(picture: str, stays: str) -> None:
    """Only the lines that the path kept stay."""
    assert shown(with_plain(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, L .2, P+", "+++", id="one line between"),
        pytest.param("h, P+, L .2, P+, L .2, P+", "-+++++", id="between others again"),
        pytest.param("P+, L .42 ?, P+", "+++", id="one line with a hint against it, rather of it"),
        pytest.param("P+, I .2, R .2, P+", "++++", id="a list and a table"),
        pytest.param("C+, I .1, I .05, P+", "++++", id="a list behind a colon"),
        pytest.param("P+, F .02, P+", "+++", id="a short sentence"),
        pytest.param("P+, F .02, L promo, P+", "++-+", id="a short sentence over a prompt"),
        pytest.param("P+, L .2, L promo, P+", "++-+", id="a line over a prompt"),
        pytest.param("P+, L ad, h .2, h .2, P+", "+-+++", id="two lines under a label of an advertisement"),
        pytest.param("P+, R .2, R .2, R .2, R .2, P+", "++++++", id="four rows"),
        pytest.param("P+, S .05, L, P+", "++-+", id="a sentence under a paragraph"),
        pytest.param("P+, L, P .05, L, P+", "+-+-+", id="a paragraph between what goes"),
        pytest.param("P+, P, L, P+", "++-+", id="a paragraph right under one, without a chance"),
        pytest.param("P+, L promo, P, L, P+", "+-+-+", id="the same over a prompt"),
        pytest.param("P+, L !, P, L, P+", "+-+-+", id="the same over a button, or a post"),
        pytest.param("P+, I ?, S .05, L, P+", "+-+-+", id="a sentence under what may be a button"),
        pytest.param("P, L !, P, L, L+", "+-+-+", id="the same where the top was given up"),
        pytest.param("h, P+, L promo, P, L, P+", "-+-+-+", id="the same further down"),
        pytest.param("P+, L pointer, P, L, P+", "+-+-+", id="the same over a pointer"),
        pytest.param("P+, L ad, L ad, L ad, L ad, P, L, P+", "+----+-+", id="the same over four calls"),
        pytest.param("h, P .05, S .05, P+", "-+++", id="prose over it"),
        pytest.param("P, P, L, P, L, P+", "++---+", id="paragraphs at the top"),
        pytest.param("L caption, h credit, P, P, L, P+", "--++-+", id="paragraphs under a picture at the top"),
        pytest.param("L, h, P+", "+-+", id="a long line at the top"),
        pytest.param("L, L, P+", "+-+", id="one of them"),
        pytest.param("P+, L, S .1, P+", "+-++", id="a sentence under what is none of it, perhaps of it"),
        pytest.param("P+, F .1, F .1, P+", "++++", id="a few words that end like sentences"),
        pytest.param("P+, S", "++", id="a sentence behind it"),
        pytest.param("P+, F .1", "++", id="a short answer behind it"),
        pytest.param("P+, L, L, S .1", "++++", id="two short lines that lead to a sentence"),
        pytest.param("P+, L promo, F .1", "+-+", id="a short sentence behind a prompt"),
        pytest.param("P+, S, S, L, P", "+++--", id="one behind the other"),
        pytest.param("P+, L promo, P", "+-+", id="a paragraph behind a prompt"),
        pytest.param("h, L, P+, L promo, P", "--+-+", id="the same further down"),
        pytest.param("P+, L promo, L ad, L notice, L ad, P, S", "+----++", id="behind four of them"),
        pytest.param("P+, s, P, s", "+-+-", id="a post behind another"),
    ],
)
def test_what_goes_with_the_story(picture: str, stays: str) -> None:
    """Prose between its lines, over and behind it, and single lines and lists within it."""
    assert shown(with_plain(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, L promo, L promo, L promo, L promo, L promo, P", "+------", id="behind five prompts"),
        pytest.param("L promo, P, P, L, P+", "----+", id="under a prompt at the top"),
        pytest.param("P+, L promo?, P", "+--", id="behind what may be a prompt"),
        pytest.param("P+, s, h, h", "+---", id="no post behind another"),
        pytest.param("P+, L !, P", "+--", id="behind a button"),
        pytest.param("P+, L promo, S", "+--", id="a sentence behind a prompt"),
        pytest.param("P+, L promo, P ?", "+--", id="a paragraph with a hint against it"),
        pytest.param("P+, L promo", "+-", id="nothing behind a prompt"),
    ],
)
def test_what_ends_a_story(picture: str, stays: str) -> None:
    """What is behind these is not of it by its place."""
    assert shown(with_plain(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, h .19, h .19, P+", "+--+", id="lines that are hardly of it"),
        pytest.param("P+, c .4, c .4, P+", "+--+", id="with a phrase of furniture"),
        pytest.param("P+, t .4, h .4 ?, P+", "+--+", id="one that stands twice, one with a hint against it"),
        pytest.param("h .4, h .4, P+, h .4, h .4", "--+--", id="over it and behind it"),
        pytest.param("P+, h .4, h .4, o !, P+", "+---+", id="one line in five is sure to go"),
        pytest.param("h .4, h .4", "--", id="no story"),
        pytest.param("P+, h .2, h .3, P+", "++++", id="lines that may be of it"),
        pytest.param("P+, h .2, o !, P+" + ", P+" * 13, "++-+" + "+" * 13, id="one line in seventeen is sure to go"),
    ],
)
def test_lines_amid_the_story_of_a_text_that_is_nearly_clean(picture: str, stays: str) -> None:
    """Where next to nothing is sure to go, what the path half believes stays."""
    assert shown(with_lines(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, a .1, P+", "+-+", id="one line"),
        pytest.param("P+, a .1, a .1", "+--", id="behind the story"),
        pytest.param("a .1, a .1, P+", "--+", id="over it"),
        pytest.param("P+, a .1, a .04, P+", "+--+", id="a line that can hardly be of it"),
        pytest.param("P+, a .1, a .1 ?, P+", "+--+", id="a hint against one"),
        pytest.param("P+, a .1, c .1, P+", "+--+", id="a phrase of furniture"),
        pytest.param("P+, b .1, a .1, P+", "+--+", id="one that stands twice, close by"),
        pytest.param("P+, a .1, b .1 ?, P+", "+--+", id="one that stands twice, with a hint against it"),
        pytest.param("P+, a .1, m .1, P+", "+--+", id="a mark"),
        pytest.param("P+, a .1, d .1, d .1, P+", "+---+", id="more numbers than words"),
        pytest.param("P+" + ", a .1" * 21 + ", P+", "+" + "-" * 21 + "+", id="too many"),
        pytest.param("P+, A .1, y .1, P+", "+--+", id="a long line under a blank one"),
        pytest.param("P+, y .1, z .1, P+", "+--+", id="a very long line"),
        pytest.param("P+, a .1, a .1, P+", "++++", id="a list without marks"),
        pytest.param("P+, A .1, a .1, P+", "++++", id="a verse under a blank line"),
        pytest.param("P+, K .1, A .1, a .1, P+", "+++++", id="a table under a colon"),
        pytest.param("P+, a .1, d .1, P+", "++++", id="a name and a number"),
        pytest.param("P+, a .1, b .1, P+", "++++", id="a refrain"),
        pytest.param("P+, a .1, A .1, P+", "++++", id="a blank line between them"),
        pytest.param("P+, K .1, a .01, d .01, P+", "+++++", id="under a colon, with hardly a chance"),
        pytest.param("P+, y .1, y .1, P+", "++++", id="long lines, where no blank line is"),
        pytest.param("P+" + ", a .1" * 20 + ", P+", "+" * 22, id="twenty"),
        pytest.param("P+, a .1, a .1, P+, a .1, a .1, P+", "+" * 7, id="two rows"),
    ],
)
def test_rows_of_lines_between_two_of_the_story(picture: str, stays: str) -> None:
    """A dump of bare lines has lost what shows a list, a verse or a table."""
    assert shown(with_rows(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, K .1, A, P .02, L", "+----", id="one entry"),
        pytest.param("P+, K .1, A, A, A", "+----", id="no sentence behind it"),
        pytest.param("P+, K .1, A, A, S .004", "+----", id="a sentence that can hardly be of it"),
        pytest.param("P+, K .1 ?, A, A, S .1", "+----", id="a hint against the colon"),
        pytest.param("P+, K .1, A, A ?, S .1", "+----", id="a hint against an entry"),
        pytest.param("P+, K .1, A, c, S .1", "+----", id="a phrase of furniture"),
        pytest.param("P+, A .1, K .1, A, A, A, S .1", "+------", id="a colon further down"),
        pytest.param("P+, K .1, A, A, S .02", "+++++", id="a list between a colon and a sentence"),
        pytest.param("P+, A .05, A .05, A .05, S .1", "+++++", id="a verse, over a sentence"),
        pytest.param("P+, A .05, A .05, A .04, S .1", "+----", id="a verse, of which one line is hardly of it"),
        pytest.param("P+, A .05, A .05, A .05, S .09", "+----", id="a verse, over a sentence that is hardly of it"),
        pytest.param("P+, A .05, A .05 ?, A .05, S .1", "+----", id="a hint against a line of a verse"),
        pytest.param("P+, K+, A, A, S .02", "+++++", id="under a colon that stays"),
        pytest.param("P+, K .1, A, A, S .02, K .1, A, A, S .02", "+" * 9, id="two lists"),
    ],
)
def test_a_list_behind_a_story(picture: str, stays: str) -> None:
    """Where a colon opens it, and a sentence follows, the story goes on."""
    assert shown(with_plain(*drawn(picture))) == stays


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        pytest.param("P+, I .4, I .4", "+--", id="a list of which none stays"),
        pytest.param("P+, C, P+, I .4, I .4", "+-+--", id="a colon further up"),
        pytest.param("P, C .9, I .4, I .4", "----", id="a colon behind what is not of the story"),
        pytest.param("P+, C+, I .4", "++-", id="one entry"),
        pytest.param("P+, C+, I .4 ?, I .4", "++-+", id="an entry with a hint against it"),
        pytest.param("P+, I+, I .009", "++-", id="an entry that can hardly be of it"),
        pytest.param("P+, C .4 ?, I .4, I .4", "+-++", id="a line with a hint against it that ends in a colon"),
        pytest.param("P+, I+, I .01", "+++", id="one of which another stays"),
        pytest.param("P+, I .1, I .2, I+, I .1, L", "+++++-", id="before and behind it"),
        pytest.param("P+, C+, I .4, I .4, L", "++++-", id="under a colon of the story's"),
        pytest.param("P+, C .4, I .4, I .4", "++++", id="under a colon right behind the story"),
    ],
)
def test_a_list_of_a_text_is_of_the_story_whole_or_not_at_all(picture: str, stays: str) -> None:
    """What the path keeps one entry of stays, and what the story opens."""
    assert shown(with_entries(*drawn(picture))) == stays


def siblings(picture: str, elements: str, links: tuple[float, ...] = (), *, title: int = -1, places: int = 0) -> str:
    """What stays of lines in elements that a letter names: equal letters are of one class in one element."""
    page, stays, chances = drawn(picture, title=title)
    names = sorted(set(elements))
    page = page._replace(
        html=Html(
            tuple(Markup("p", n, 0, (), places) for n in range(len(elements))),
            tuple(
                Element(names.index(name.lower()), "p", name, 1, (), (), 0, n, n + 1) for n, name in enumerate(elements)
            ),
            Metadata(),
        ),
        links=tuple(Links(share) for share in links) or (Links(),) * len(elements),
    )
    return shown(with_siblings(page, stays, chances))


@pytest.mark.parametrize(
    ("picture", "elements", "stays"),
    [
        pytest.param("P+, P .004", "aa", "+-", id="hardly of it"),
        pytest.param("P+, P .5", "ab", "+-", id="in another element"),
        pytest.param("P+, P .5 ?", "aa", "+-", id="a hint against it"),
        pytest.param("P+, L .4", "aa", "+-", id="no sentence"),
        pytest.param("P+, S .004", "aa", "+-", id="a short sentence, hardly of it"),
        pytest.param("P+, S .2", "ab", "+-", id="a short sentence in another element"),
        pytest.param("P+, S .2 ?", "aa", "+-", id="a short sentence, a hint against it"),
        pytest.param("L+, P .2", "aa", "+-", id="beside a line"),
        pytest.param("P+, L, P .2", "aaa", "+--", id="behind another line"),
        pytest.param("P .2, P .2", "aa", "--", id="no story"),
    ],
)
def test_what_is_no_sibling(picture: str, elements: str, stays: str) -> None:
    """It goes as the path says."""
    assert siblings(picture, elements) == stays


@pytest.mark.parametrize(
    ("picture", "elements", "stays"),
    [
        pytest.param("P+, P .005", "aa", "++", id="behind one"),
        pytest.param("P+, S .02", "aa", "++", id="a short sentence behind one"),
        pytest.param("P+, L ad, S .02", "aba", "+-+", id="a short sentence behind a label of an advertisement"),
        pytest.param("P .05, P+", "aa", "++", id="before one"),
        pytest.param("L, P+, P .2, P .1, P .05, P .1, L", "aaaaaab", "-+++++-", id="one after the other"),
        pytest.param("P .1, P .2, P+, L", "aaab", "+++-", id="and before"),
        pytest.param("P+, S .2, S .1, L .2, P+", "aaaaa", "+++-+", id="short sentences"),
    ],
)
def test_siblings_of_the_story(picture: str, elements: str, stays: str) -> None:
    """Paragraphs beside the story's, in the same element, are of it."""
    assert siblings(picture, elements) == stays


@pytest.mark.parametrize(
    ("picture", "elements", "title", "places", "stays"),
    [
        pytest.param("L, P, L, P+", "abcd", 0, 0, "---+", id="one alone"),
        pytest.param("L, P, P, L, P+", "abcde", 0, 0, "----+", id="no siblings"),
        pytest.param("L, P, P, L, P+", "abbcd", -1, 0, "----+", id="no headline"),
        pytest.param("L, P, P, L, P+", "abbcd", 0, ASIDE, "----+", id="set aside"),
        pytest.param("P, P, L, L, P+", "aabcd", 3, 0, "----+", id="over the headline"),
        pytest.param("L, P, P", "abb", 0, 0, "---", id="nothing stays of the page"),
        pytest.param("L+, P, P, L", "abbc", -1, 0, "+---", id="something stays of a page without a headline"),
        pytest.param("L, P, P, L, P+", "abbcd", 0, 0, "-++-+", id="the lead"),
        pytest.param(
            "L+, L, P, P", "abcc", 1, 0, "+-++", id="the story, where a line over the headline is all that stays"
        ),
        pytest.param("L, P, L, P, P, P, L, P+", "abcdddef", 0, 0, "---+++-+", id="the lead behind a caption"),
    ],
)
def test_the_lead_over_the_entries_of_a_live_page(
    picture: str, elements: str, title: int, places: int, stays: str
) -> None:
    """Two and more paragraphs in one element, between the headline and what the path kept, open the story."""
    assert siblings(picture, elements, title=title, places=places) == stays


def test_links_are_no_siblings() -> None:
    """A paragraph that is mostly a link is a teaser, wherever it stands."""
    assert siblings("P+, P .2", "aa", (0.0, 0.7)) == "+-"


@pytest.mark.parametrize(
    ("picture", "title", "stays"),
    [
        pytest.param("L, P, L, P+", 0, "-+-+", id="the first paragraph under it"),
        pytest.param("L, L, P, L, P .04, P+", 0, "--+--+", id="no second one behind something else"),
        pytest.param("L, L, P, L, P .05, P+", 0, "--+-++", id="a second one with a chance"),
        pytest.param("L, L, P, P, S .2, L, P+", 0, "--+++-+", id="what goes on from it"),
        pytest.param("L, P, S .04, L, P+", 0, "-+--+", id="no sentence that is hardly of it"),
        pytest.param("L, P, F .1, S .1, L, P+", 0, "-+++-+", id="short sentences between it and the others"),
        pytest.param("L, S .9, L, P+", 0, "---+", id="no sentence right under it"),
        pytest.param("L, L !, S .05, L promo, P+", 0, "--+-+", id="a sentence right under it, over a prompt"),
        pytest.param("L, L !, S .04, L promo, P+", 0, "----+", id="one that is hardly of it"),
        pytest.param("L, L ?, S .05, L promo, P+", 0, "----+", id="not under another line"),
        pytest.param("L, L ?, S .1, L promo, P+", 0, "--+-+", id="under another line one that may be of it"),
        pytest.param("L, L !, S .1, w .05, L promo, P+", 0, "--++-+", id="two of them"),
        pytest.param("L, T, S .19, L promo, P+", 0, "----+", id="not under prose that goes"),
        pytest.param("P .04, L, P+", 1, "--+", id="nothing over it"),
        pytest.param("P .05, L+, P+", 1, "+++", id="over what was kept of it"),
        pytest.param(f"L, {'L, ' * 10}P, P+", 0, "-" * 11 + "++", id="twelve lines under it"),
        pytest.param(f"L, {'L, ' * 11}P, L, P+", 0, "-" * 14 + "+", id="not thirteen"),
        pytest.param(f"L, L !, {'L, ' * 11}P, L, P+", 0, "-" * 15 + "+", id="with the one behind it thirteen"),
        pytest.param(f"L, {'L, ' * 10}P, P, P, L, P+", 0, "-" * 11 + "+++-+", id="nor do its first paragraphs"),
        pytest.param(f"L, L !, L ?, {'L, ' * 9}P, P+", 0, "-" * 12 + "++", id="what is sure to go does not count"),
        pytest.param(f"P, {'L, ' * 13}P+", 0, "-" * 14 + "+", id="a headline that is a sentence"),
        pytest.param("L, P+, L, P", 2, "-+--", id="a headline behind the story's first line"),
        pytest.param("P .05, l, L, P+", 2, "+--+", id="one long line that opens with a sentence"),
        pytest.param("P .04, l .9, L, P+", 2, "---+", id="what is hardly of the story"),
        pytest.param("S .9, l, L, P+", 2, "---+", id="too short"),
        pytest.param("P .9, L, L, P+", 2, "---+", id="a line of its own"),
        pytest.param("P .9, k, L, P+", 2, "---+", id="a line of its own, without a blank one"),
        pytest.param("P .04, L, P, L, P+", 1, "--+-+", id="the first paragraph under it, not over it"),
        pytest.param(f"L, L, {'L, ' * 10}P, P+", 1, "-" * 12 + "++", id="twelve lines under it, and one over it"),
        pytest.param("P+", -1, "+", id="one block"),
    ],
)
def test_from_the_headline_on(picture: str, title: int, stays: str) -> None:
    """The story opens with the first paragraph under its headline."""
    assert shown(with_plain(*drawn(picture, title=title))) == stays


@pytest.mark.parametrize(
    ("picture", "prefer", "stays"),
    [
        pytest.param("P+, L, P .02, L, P+", "recall", "+-+-+", id="inside"),
        pytest.param("h, P .02, P+", "recall", "--+", id="over it"),
        pytest.param("h, P .03, P+", "recall", "-++", id="over it, with a higher chance"),
        pytest.param("P+, L .2, P+", "precision", "+-+", id="between"),
    ],
)
def test_what_goes_with_it_by_preference(picture: str, prefer: Preference, stays: str) -> None:
    """Each limit is the preference's own."""
    assert shown(with_plain(*drawn(picture, prefer=prefer))) == stays


POINTER_AMID = {
    "ja": (
        "オリン橋、来春に開通",
        "船長の田所さんは「最後の日まで、いつも通り走ります」と話している。",
        "オリン港の渡し船、なぜ止まるの？",
        "2024年9月3日 5時00分",
        "オリン港と対岸を結ぶ渡し船が、来年3月で姿を消すことになった。",
        "Q　いつから走っているの？",
        "A　1923年からだよ。もう百年以上になるね。",
        "Q　どうしてやめるの？",
        "A　橋ができて、乗る人が十分の一に減ったんだ。船も古くなった。",
        "Q　残してほしいという声は？",
        "A　たくさんある。市には署名が八千人分届いた。でも市は「費用を考えると難しい」としている。",
        "Q　乗ってみたい！",
        "A　土日は朝7時から運航しているよ。料金は大人200円。",
        "関連記事",
        "オリン橋、来春に開通",
        "船長の田所さんは「最後の日まで、いつも通り走ります」と話している。",
        "シェアする",
        "ツイート",
    ),
    "ru": (
        "В Оррине впервые за век молчат часы",
        "Возбуждено уголовное дело. Ему грозит до пяти лет лишения свободы.",
        "В Оррине задержали подозреваемого в краже колокола",
        "21 октября 2024, 14:37",
        "Полиция задержала 39-летнего жителя Оррина, которого подозревают в краже церковного колокола.",
        "По версии следствия, мужчина вывез колокол на тележке в ночь на субботу. Колокол весит 140 килограммов.",
        "«Он сказал, что хотел послушать его дома», — уточнил собеседник агентства.",
        "Читайте также",
        "В Оррине впервые за век молчат часы",
        "Возбуждено уголовное дело. Ему грозит до пяти лет лишения свободы.",
        "Фото: пресс-служба полиции",
        "Подпишитесь на наш Telegram-канал",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
    ),
}


@pytest.mark.parametrize("language", POINTER_AMID)
def test_a_story_goes_on_behind_one_other(language: str) -> None:
    """A list's title over one headline stands amid a story: its last sentence behind these stays, and they go."""
    headline, last, *lines = POINTER_AMID[language]
    text = clean_article("\n\n".join(lines)).text

    assert last in text
    assert headline not in text
