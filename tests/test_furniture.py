"""Rows of links and labels of an HTML page that are read as one line, and the lines beside them that keep their own."""

from __future__ import annotations

import pytest

from newsclean import clean_article
from newsclean.read.html.html import read_html

STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north of the county."
ROW = "Harbour Tides Ferries Weather Quays".split()
FAR = "<div>Orrin</div>"  # stands between a row and what is told apart from it


def links(*lines: str) -> str:
    return "".join(f"<div><a href=/{n}>{line}</a></div>" for n, line in enumerate(lines))


def lines_of(html: str) -> list[str]:
    return [b.text for b in read_html(html).blocks]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(links("Harbour", "Tides") + FAR, id="two are no row"),
        pytest.param("".join(f"<div>{word}</div>" for word in ROW), id="no links, and in no part for furniture"),
        pytest.param(links("Wall is raised", "Pumps are here", "Ferry runs again"), id="three words may be a headline"),
        pytest.param(links(*["防潮堤のかさ上げへ"] * 3), id="so may nine signs without blanks"),
        pytest.param(
            f"<footer>{'<div class=byline>Jo Doe</div>' * 3}</footer>",
            id="names that the markup calls bylines",
        ),
        pytest.param(
            f"<aside>{'<figure><img src=a.jpg><figcaption>The quay</figcaption></figure>' * 4}</aside>", id="captions"
        ),
        pytest.param(
            f"<aside><table>{'<tr><td>High<td>Low' * 4}</table></aside>", id="rows of a table"
        ),
    ],
)  # fmt: skip
def test_what_may_tell_something_keeps_its_line(html: str) -> None:
    """No line of these is joined with the next."""
    rows = [line for line in lines_of(html) if "\t" in line]

    assert rows == ["High\tLow"] * 4 if "<td>" in html else not rows


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param(
            f"<p>{STORY}</p>{links(*ROW)}<p>{STORY}</p>",
            [STORY, "Harbour", "Tides\tFerries\tWeather", "Quays", STORY],
            id="next to prose",
        ),
        pytest.param(
            f"{links(*ROW)}<h1>Pumps arrive</h1>",
            ["Harbour\tTides\tFerries\tWeather", "Quays", "Pumps arrive"],
            id="over the headline",
        ),
        pytest.param(
            links(*ROW[:3], "Most read", *ROW[1:4]),
            ["Harbour\tTides\tFerries", "Most read", "Tides\tFerries\tWeather"],
            id="the title of a list",
        ),
    ],
)
def test_a_row_ends_where_something_is_told(html: str, lines: list[str]) -> None:
    """The line beside a story, and a phrase that says what follows, stand for themselves."""
    assert lines_of(html) == lines


@pytest.mark.parametrize("part", ["footer", "header", "aside", "nav"])
def test_a_part_for_furniture_has_rows_without_links(part: str) -> None:
    """In a menu, header, footer or aside short lines are one without being links."""
    assert lines_of(f"<{part}>{''.join(f'<div>{word}</div>' for word in ROW)}</{part}>") == ["\t".join(ROW)]


def test_a_row_stands_in_what_holds_all_of_it() -> None:
    """Its element is the innermost around all of its lines, and all elements hold the blocks that are left."""
    page = read_html(f"<div id=menu>{links(*ROW)}</div>{FAR}<h1>Pumps</h1><div id=last><p>{STORY}</p></div>")
    assert page.html is not None
    elements = page.html.elements
    row, last = page.html.markup[0], page.html.markup[-1]

    assert (elements[row.element].start, elements[row.element].end) == (0, 1)
    assert (elements[last.element].start, elements[last.element].end) == (3, 4)
    assert page.links[0].n_links == len(ROW)
    assert page.links[0].link_share > 0.9


def test_pictures_keep_their_place_behind_a_row() -> None:
    """A picture stands before the same line, whatever was made one above it."""
    page = read_html(f"{links(*ROW)}{FAR}<p>{STORY}</p><img src=pump.jpg alt='A crane'><p>{STORY} It rained.</p>")

    assert [page.blocks[mark.at_block].text for mark in page.figures] == [f"{STORY} It rained."]


def test_a_row_is_no_headline_of_another_story() -> None:
    """It is navigation wherever it stands, also under the title of a list of stories."""
    story = f"<h1>Pumps arrive in harbour town</h1><p>{STORY}</p><p>{STORY} It rained all day on the old quay.</p>"
    article = clean_article(f"<nav>Orrin Post</nav>{story}<footer>Orrin</footer><h2>Most read</h2>{links(*ROW)}")
    (row,) = [s for s in article.segments if "\t" in s.text]

    assert row.kind == "navigation"
    assert article.related == ()
