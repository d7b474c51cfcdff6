"""Where the sections outside a story begin and end, and which lines are of cards, tags, prompts and footers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from steps import in_story, judged, judged_lines, margins

from newsclean import clean_article
from newsclean.page.block import Finding
from newsclean.read.html.html import read_html
from newsclean.settle import sections

STORY = "The first two pumps reached the quay on Monday, and more are on their way from the north."
SURE = "sure"
SEA = "| Sea\n"


def marked_as(word: str, found: Sequence[str]) -> set[int]:
    """The lines whose margin is this word."""
    return {i for i, margin in enumerate(found) if margin == word}


def elsewhere(found: Sequence[str]) -> list[bool]:
    """The story's lines, where the margin says which these are and other margins are what is asked for."""
    return [margin == "story" for margin in found]


# Titles of sections


def heads(line: str, kind: str) -> bool:
    page = judged(f"{STORY}\n\n{line}")
    return sections.heads_section(page.blocks[-1], Finding(kind, "", SURE))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Sea wall to be raised again", "related", id="no phrase in it"),
        pytest.param("Most read", "byline", id="a kind that heads nothing"),
        pytest.param("Read more: Sea wall to be raised again", "related", id="the phrase is a part of a pointer"),
        pytest.param("Read more: Sea wall", "related", id="the phrase is half of a pointer"),
        pytest.param("Sea wall: read more", "related", id="the phrase ends a pointer"),
        pytest.param("Ferry timetable for the winter in full: share this", "share", id="the phrase ends the line"),
        pytest.param("Sign up for our daily newsletter and never again miss the latest news", "promo", id="13 words"),
    ],
)
def test_a_line_that_heads_no_section(line: str, kind: str) -> None:
    """What follows these is not of their kind."""
    assert not heads(line, kind)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Most read", "related", id="the whole line"),
        pytest.param("Read more: Wall", "related", id="most of the line"),
        pytest.param("Share this story", "share", id="of buttons"),
        pytest.param("Sign up for our daily newsletter", "promo", id="opens with the phrase"),
        pytest.param("Sign up for our daily newsletter and never again miss the news", "promo", id="12 words"),
    ],
)
def test_a_line_that_heads_a_section(line: str, kind: str) -> None:
    """What follows these is of their kind."""
    assert heads(line, kind)


@pytest.mark.parametrize(
    ("lines", "inserted"),
    [
        pytest.param("| Most read\n x | View all\n | About us", False, id="a menu goes on below it"),
        pytest.param("| Most read\n x | Most read", False, id="no line of navigation"),
        pytest.param(
            "| Most read\n x | View all\n | Sea wall to be raised again", True, id="the list goes on below it"
        ),
        pytest.param("| Most read\n x | View all", True, id="nothing is below it"),
    ],
)
def test_a_line_of_navigation_in_a_list(lines: str, *, inserted: bool) -> None:
    """“View all” under the title of a list ends it only where a menu follows."""
    page, found = judged_lines(lines)
    i = found.index("x")
    assert sections.is_inserted(page, i, page.findings[i][0]) is inserted


@pytest.mark.parametrize(
    ("line", "section", "fits"),
    [
        pytest.param("One two three four five", "share", False, id="no button has five words"),
        pytest.param("One two three four five six seven", "navigation", False, id="no entry has seven words"),
        pytest.param("One two three four", "share", True, id="a button of four words"),
        pytest.param("One two three four five six", "navigation", True, id="an entry of six words"),
        pytest.param("One two three four five six seven", "related", True, id="a headline of seven words"),
        pytest.param("One two three four five six seven", "promo", True, id="a prompt of seven words"),
    ],
)
def test_what_fits_a_section(line: str, section: str, *, fits: bool) -> None:
    """Buttons and entries are short; headlines and prompts need not be."""
    assert sections.fits(judged(line).blocks[0], section) is fits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("html", "footer"),
    [
        pytest.param("<main><p>x</p></main>", False, id="in no footer"),
        pytest.param("<article><footer><p>x</p></footer></article>", False, id="in the story's own footer"),
        pytest.param("<header><p>x</p></header>", False, id="in a header"),
        pytest.param("<footer><p>x</p></footer>", True, id="in the page's footer"),
        pytest.param("<nav><p>x</p></nav>", True, id="in a menu"),
    ],
)
def test_a_footer(html: str, *, footer: bool) -> None:
    """Footers and menus of the page, not of its story."""
    page = judged(f"<!doctype html><h1>Pumps</h1><p>{STORY}</p>{html}", "html")
    assert [sections.is_footer(page, b.number) for b in page.blocks if b.text == "x"] == [footer]


def test_text_has_no_footers() -> None:
    """Only markup tells of footers."""
    assert not sections.is_footer(judged("Privacy policy"), 0)


# The lines of the headline


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("     | Menu\n | Sport\n story | It rained on the quay all day.", id="no byline"),
        pytest.param("     | A\n | B\n story | It rained on the quay all day.\n | By Jo Doe", id="a byline behind it"),
        pytest.param(f"     | By Jo Doe\n{SEA * 12}story | It rained on the quay all day.", id="13 lines on"),
    ],
)
def test_no_lines_of_a_headline(lines: str) -> None:
    """Where no byline or date close over the first paragraph tells of them."""
    page, found = judged_lines(lines)
    assert sections.head_lines(page, found.index("story")) == -1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            "     | Menu\n x | Sea\n | Wall\n | Ebb\n | By Jo Doe\n story | It rained on the quay all day.",
            id="three lines over the byline",
        ),
        pytest.param(
            "     | Menu\n x | Sea\n | Wall\n | Ebb\n | 3 May 2024\n story | It rained on the quay all day.",
            id="three lines over the date",
        ),
        pytest.param("x | Sea\n | By Jo Doe\n story | It rained on the quay all day.", id="fewer lines over it"),
        pytest.param(f"x | By Jo Doe\n{SEA * 11}story | It rained on the quay all day.", id="12 lines on"),
        pytest.param(
            "     | Menu\n x | Sea\n | Wall\n | Ebb\n | By Jo Doe\n | Tide\n | 3 May 2024\n story | It rained all day.",
            id="the first of byline and date",
        ),
    ],
)
def test_the_lines_of_a_headline(lines: str) -> None:
    """They begin three lines over the byline or date that stands before the first paragraph."""
    page, found = judged_lines(lines)
    page = page._replace(title=-1)
    assert sections.head_lines(page, found.index("story")) == found.index("x")


@pytest.mark.parametrize(
    ("lines", "title", "head"),
    [
        pytest.param(8, 5, -1, id="three lines over it"),
        pytest.param(3, 0, -1, id="the first line of the page"),
        pytest.param(8, 8, -1, id="the byline itself was taken for it"),
        pytest.param(8, 9, -1, id="it stands under the byline"),
        pytest.param(8, 4, 5, id="four lines over it"),
    ],
)
def test_a_headline_over_a_byline(lines: int, title: int, head: int) -> None:
    """A headline more than three lines over the byline is another's, or a list is between them."""
    page, found = judged_lines(f"{SEA * lines}| By Jo Doe\nstory | It rained on the quay all day.")
    assert sections.head_lines(page._replace(title=title), found.index("story")) == head


# Tags


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("x | Sea wall", id="no title"),
        pytest.param("x | Topics", id="nothing under it"),
        pytest.param("x | Topics\n | Harbour", id="one line under it"),
        pytest.param("x | Topics\n | Harbour\n | Harbour", id="twice the same under it"),
        pytest.param("x | Topics\n | Harbour\n | Sea wall of the town", id="a line of five words"),
        pytest.param("x | Topics\n | Harbour\n | Sea wall to pay", id="a line of four words"),
        pytest.param("x | Topics\n | Harbour\n | Walls rise.", id="a line that ends like a sentence"),
        pytest.param("x | Topics\n | Harbour\n | By Jo Doe", id="a byline under it"),
        pytest.param("x | Topics\n | Harbour\n | Privacy policy", id="an entry of a menu under it"),
        pytest.param("x | Share this\n | Harbour\n | Sea wall", id="a title of buttons"),
        pytest.param("x | Related topics of the sea\n | Harbour\n | Sea wall", id="more than the title"),
    ],
)
def test_a_line_that_heads_no_tags(lines: str) -> None:
    """A title without lines under it that may be tags."""
    page, _ = judged_lines(lines)
    assert not sections.heads_tags(page, 0)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("x | Topics\n | Harbour\n | Sea wall", id="two tags"),
        pytest.param("x | Related topics\n | Harbour\n | Sea wall\n | World", id="a section's name"),
        pytest.param("x | Most read\n | Harbour\n | Sea wall\n | Osk Halden", id="of a list of stories"),
        pytest.param("x | Topics\n | Harbour\n | Sea wall\n | Ebb tides rise\n | By Jo Doe", id="three lines count"),
    ],
)
def test_a_line_that_heads_tags(lines: str) -> None:
    """A title with at least two different short lines under it that show no sign of anything else."""
    page, _ = judged_lines(lines)
    assert sections.heads_tags(page, 0)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"story | {STORY}\n | Harbour\n | Sea wall", id="two lines"),
        pytest.param(f"story | {STORY}\n | Harbour\n | Sea wall\n | Harbour", id="one of them twice"),
        pytest.param(f"story | {STORY}\n | Harbour\n | Sea wall\n | Ferry to the north", id="one of four words"),
        pytest.param(f"story | {STORY}\n | Harbour\n | Sea wall\n | Ferry.", id="one that ends like a sentence"),
        pytest.param(f"story | {STORY}\n | Harbour\n | Sea wall\n | By Jo Doe", id="a byline among them"),
        pytest.param("story | Harbour\n story | Sea wall\n story | Osk Halden", id="the story's own lines"),
        pytest.param(f"| Harbour\n | Sea wall\nstory | {STORY}\n | Osk Halden", id="the story between them"),
    ],
)
def test_no_row_of_tags(lines: str) -> None:
    """Fewer than three, or lines that are something else."""
    page, found = judged_lines(lines)
    assert sections.tags(page, elsewhere(found)) == set()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"story | {STORY}\ntag | Harbour\ntag | Sea wall\ntag | Osk Halden", id="at the end of the page"),
        pytest.param(
            f"story | {STORY}\ntag | Harbour\ntag | Sea wall\ntag | Osk Halden\n | By Jo Doe", id="before another line"
        ),
        pytest.param(f"tag | Harbour\ntag | World\ntag | Sport\nstory | {STORY}", id="names of sections"),
        pytest.param(
            f"tag | Harbour\ntag | Ebb\ntag | Sea\nstory | {STORY}\n | Wall\n | Ferry\n | By Jo Doe\n"
            "tag | Tide\ntag | Buoy\ntag | Ebb tides rise",
            id="two rows, and a shorter one between them",
        ),
    ],
)
def test_a_row_of_tags(lines: str) -> None:
    """Three different short lines or more, one after the other, without a sign of anything."""
    page, found = judged_lines(lines)
    assert sections.tags(page, elsewhere(found)) == marked_as("tag", found)


# Cards of other stories

FAR = "".join(
    f"      | {line}\n" for line in ("Flood pumps arrive in harbour town", "Ebb", "Sea", "Wall", "Tide", "Buoy")
)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"{FAR}| By Jo Doe\n | Pier\n | By Mara Lind", id="within six lines of the headline"),
        pytest.param(f"{FAR}| Rope\n | By Jo Doe\n | By Mara Lind", id="one right under the other"),
        pytest.param(
            f"{FAR}| Rope\n | By Jo Doe\n | A\n | B\n | C\n | D\n | E\n | F\n | By Mara Lind", id="7 lines apart"
        ),
        pytest.param(f"{FAR}| Rope\n | By Jo Doe\nstory | {STORY}\n | By Mara Lind", id="the story between them"),
        pytest.param(f"{FAR}| Rope\nstory | By Jo Doe\n | Pier\nstory | By Mara Lind", id="of the story themselves"),
        pytest.param(f"{FAR}| Rope\n | By Jo Doe\n | Pier\n | 3 hours ago", id="a byline and a time"),
        pytest.param(f"{FAR}| Rope\n | Photo: Jo Doe/AP\n | Pier\n | Photo: Mara Lind/AP", id="credits"),
    ],
)
def test_no_cards(lines: str) -> None:
    """Bylines and times that do not follow each other as those on cards do."""
    page, found = judged_lines(lines)
    assert sections.on_cards(page._replace(title=0), elsewhere(found)) == set()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"{FAR}| Rope\ncard | By Jo Doe\n | Pier\ncard | By Mara Lind", id="two lines apart"),
        pytest.param(
            f"{FAR}| Rope\ncard | By Jo Doe\n | A\n | B\n | C\n | D\n | E\ncard | By Mara Lind", id="six lines apart"
        ),
        pytest.param(f"{FAR}| Rope\ncard | 3 hours ago\n | Pier\ncard | 1 day ago", id="times"),
        pytest.param(
            f"{FAR}| Rope\ncard | By Jo Doe\ncard | 3 hours ago\n | Pier\ncard | By Mara Lind\ncard | 1 day ago",
            id="both",
        ),
        pytest.param(
            f"{FAR}| Rope\ncard | By Jo Doe\n | Pier\ncard | By Mara Lind\nstory | {STORY}\n | By Sten Ravn",
            id="a byline behind the story is of no card",
        ),
    ],
)
def test_cards(lines: str) -> None:
    """Bylines, or times, that follow each other two to six lines apart, away from the headline."""
    page, found = judged_lines(lines)
    assert sections.on_cards(page._replace(title=0), elsewhere(found)) == marked_as("card", found)


def test_cards_of_a_page_without_a_headline() -> None:
    """Without a headline they are sought from the seventh line on."""
    page, found = judged_lines("| A\n | B\n | C\n | D\n | E\n | F\n | G\ncard | By Jo Doe\n | H\ncard | By Mara Lind")
    assert sections.on_cards(page._replace(title=-1), elsewhere(found)) == {7, 9}
    page, found = judged_lines("| A\n | B\n | C\n | D\n | E\n | F\n | By Jo Doe\n | H\n | By Mara Lind\n | I")
    assert sections.on_cards(page._replace(title=-1), elsewhere(found)) == set()


# Buttons of prompts


def button(lines: str) -> bool:
    """Whether the line with `x` is a button; margins of the lines over it are their kinds."""
    page, found = judged_lines(lines)
    i = found.index("x")
    before = [Finding(kind or "paragraph", "", SURE) for kind in found[:i]]  # type: ignore[arg-type]
    return sections.is_button(page, i, in_story(found), before)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("x | Learn more", id="nothing above it"),
        pytest.param(f"| {STORY}\nx | Learn more", id="the story above it"),
        pytest.param("share | Share this\nx | Learn more", id="no prompt above it"),
        pytest.param("promo | Our newsletter\nx | Learn more\nrelated | Sea wall to be raised", id="a list below it"),
    ],
)
def test_no_button(lines: str) -> None:
    """“Learn more” that heads a list, or belongs to no prompt."""
    assert not button(lines)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("promo | Our newsletter\nx | Learn more", id="the page ends"),
        pytest.param(f"promo | Our newsletter\nx | Learn more\n | {STORY}", id="the story goes on"),
        pytest.param("ad | The best of boats\nx | Learn more", id="of an advertisement"),
        pytest.param("paywall | Subscribe\nx | Learn more", id="of a paywall"),
    ],
)
def test_a_button(lines: str) -> None:
    """“Learn more” under a prompt, with no list below it."""
    assert button(lines)


def test_margins_are_read() -> None:
    """The notation of these tests: what stands before the bar, and the page behind it."""
    assert margins("tag | Sea\n    | Wall") == (["tag", ""], "Sea\n\nWall")


# Menus that are read as one line


MENU = (
    "<ul>"
    + "".join(f"<li><a href=/{n}>{place}</a>" for n, place in enumerate("Quay Mole Ferry Tides".split()))
    + "</ul>"
)
TABLE = "<table><tr><td>High<td>Low<tr><td>Three<td>Nine</table>"
PAGE = f"<nav>Orrin Post</nav><h1>Pumps arrive</h1><p>{STORY}</p><p>{STORY} It rained.</p>{{}}<footer>Orrin</footer>"


def test_a_row_of_a_table_is_no_menu() -> None:
    """A table has tabs as well; so has no other line but a menu."""
    assert [sections.is_row(b) for b in read_html(f"{TABLE}<p>{STORY}</p>{MENU}").blocks] == [False, False, False, True]


@pytest.mark.parametrize("title", ["", "<h2>Most read</h2>"])
def test_a_menu_is_no_headline_of_another_story(title: str) -> None:
    """It is navigation wherever it stands, also under the title of a list of stories."""
    article = clean_article(PAGE.format(title + MENU))
    (menu,) = [s for s in article.segments if "\t" in s.text]

    assert menu.kind == "navigation"
    assert article.related == ()
