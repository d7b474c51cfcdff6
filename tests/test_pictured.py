"""The pictures of an HTML page with what is said of them: where the marks of the markup are one figure, and where not.

Each page is drawn by a letter a line: H the headline, P a paragraph of the story, A, B and C captions, X a credit,
- anything else. The marks are given, as `read` would leave them.
"""

from __future__ import annotations

from typing import Any

import pytest
from steps import judged, with_kinds

from newsclean import clean_article
from newsclean.assemble.pictured import html_figures
from newsclean.page.markup import FigureMark

LINES = {
    "H": "Pumps arrive in town",
    "P": "The first two pumps reached the quay on Monday, and more are on their way.",
    "A": "Crane on a quay",
    "B": "Men on a barge",
    "C": "Pump in the rain",
    "X": "Jo Doe/AP",
    "-": "World",
}
KINDS = {"H": "title", "P": "", "A": "caption", "B": "caption", "C": "caption", "X": "credit", "-": "navigation"}
A, B, X = LINES["A"], LINES["B"], LINES["X"]


def mark(
    at: int,
    url: str | None = "/a.jpg",
    *captions: int,
    credited: tuple[int, ...] = (),
    alt: str = "",
    is_seen: bool = True,
) -> FigureMark:
    """A picture before a line, with its captions."""
    return FigureMark(alt, captions, credited, at, 0, is_video=False, is_seen=is_seen, url=url, width=None)


def shown(lines: str, *marks: FigureMark) -> list[tuple[Any, ...]]:
    """Position, address, caption, credit and alternative text of each figure, and the lines that it is made of."""
    html = "".join(f"<p>{LINES[line]}</p>" for line in lines)
    page = judged(f"<!doctype html><title>Pumps</title>{html}", "html")
    assert len(page.blocks) == len(lines)
    page = with_kinds(page._replace(figures=marks, title=lines.find("H")), [KINDS[line] for line in lines])
    assert page.html is not None
    starts = [b.start for b in page.blocks]
    return [
        (f["position"], f["url"], f["caption"], f["credit"], f["alt"], [starts.index(start) for start, _ in f["spans"]])
        for f in html_figures(page, page.html)
    ]


@pytest.mark.parametrize(
    ("lines", "at", "is_seen"),
    [
        pytest.param("-----H-----P", 0, False, id="five lines over the headline"),
        pytest.param("-----H-----P", 1, True, id="four lines over it"),
        pytest.param("-----P", 0, False, id="five lines over a story without headline"),
        pytest.param("-----P", 1, True, id="four lines over it, without headline"),
        pytest.param("H-----P", 0, True, id="over a headline at the top"),
        pytest.param("-----PH", 1, True, id="a headline behind the first line is none"),
        pytest.param("-----PH", 0, False, id="nor what stands five lines over that line"),
        pytest.param("HP-P", 3, True, id="before the last line"),
        pytest.param("HP-P-", 4, False, id="behind it"),
    ],
)
def test_where_a_picture_is_of_the_story(lines: str, at: int, *, is_seen: bool) -> None:
    """One without caption is, from a few lines over the headline to the last paragraph."""
    assert bool(shown(lines, mark(at))) is is_seen


def test_what_is_left_out_ends_nothing() -> None:
    """The pictures behind a logo are seen."""
    assert shown("HPP", mark(1, "/logo.png"), mark(2)) == [(1, "/a.jpg", None, None, None, [])]


def test_a_credit_is_enough() -> None:
    """A picture with a credit is the story's, whatever its address."""
    assert shown("HPXP", mark(2, "/logo.png", credited=(2,))) == [(1, "/logo.png", None, X, None, [2])]


@pytest.mark.parametrize(
    ("lines", "marks", "expected"),
    [
        pytest.param(
            "HPAXP", [mark(2, "/a.jpg", 2), mark(3, "/a.jpg", credited=(3,), alt="Quay")],
            [(1, "/a.jpg", A, X, "Quay", [2, 3])], id="by its address: what the first has not is added",
        ),
        pytest.param(
            "HPAXPAX", [mark(2, "/a.jpg", 2, credited=(3,), alt="Quay"), mark(5, "/a.jpg", 5, credited=(6,), alt="B")],
            [(1, "/a.jpg", A, X, "Quay", [2, 3, 5, 6])], id="what it has stays",
        ),
        pytest.param(
            "HPAAP", [mark(2, None, 2), mark(3, "/b.jpg", 3)], [(1, "/b.jpg", A, None, None, [2, 3])],
            id="by its caption",
        ),
        pytest.param(
            "HPABP", [mark(2, "/a.jpg", 2), mark(3, "/a.jpg", 3)],
            [(1, "/a.jpg", A, None, None, [2]), (1, "/a.jpg", B, None, None, [3])], id="another caption",
        ),
        pytest.param(
            "HPXXP", [mark(2, None, credited=(2,)), mark(3, None, credited=(3,))],
            [(1, None, None, X, None, [2]), (1, None, None, X, None, [3])], id="without either",
        ),
        pytest.param(
            "HPAPP", [mark(2, "/a.jpg", 2), mark(3, "/a.jpg"), mark(4, "/b.jpg")],
            [(1, "/a.jpg", A, None, None, [2]), (2, "/b.jpg", None, None, None, [])], id="and another behind it",
        ),
        pytest.param(
            "HPAP", [mark(2, "/a.jpg", 2), mark(3, "/b.jpg", 2, credited=(2,))],
            [(1, "/a.jpg", A, None, None, [2]), (1, "/b.jpg", None, None, None, [])], id="a caption is of one picture",
        ),
    ],
)  # fmt: skip
def test_a_picture_that_is_shown_twice(lines: str, marks: list[FigureMark], expected: list[tuple[Any, ...]]) -> None:
    """One figure, with all that is said of it."""
    assert shown(lines, *marks) == expected


@pytest.mark.parametrize(
    ("lines", "marks", "expected"),
    [
        pytest.param(
            "HPAPP", [mark(4, "/b.jpg")], [(1, None, A, None, None, [2]), (2, "/b.jpg", None, None, None, [])],
            id="in the order of the page",
        ),
        pytest.param(
            "HPAPAP", [mark(2, "/a.jpg", 2)], [(1, "/a.jpg", A, None, None, [2])], id="a caption that has its picture"
        ),
        pytest.param(
            "HPAXP", [mark(1, "/a.jpg", alt=A)], [(0, "/a.jpg", A, X, A, [2, 3])], id="what is the text of a picture"
        ),
        pytest.param(
            "HPAXP", [mark(1, "/a.jpg", alt=f"{A}.")], [(0, "/a.jpg", A, X, f"{A}.", [2, 3])],
            id="the same with a full stop",
        ),
        pytest.param(
            "HPAP", [mark(1, "/a.jpg", alt=f"{A} at noon")],
            [(0, "/a.jpg", None, None, f"{A} at noon", []), (1, None, A, None, None, [2])], id="not more than that",
        ),
        pytest.param(
            "HPABP", [mark(2, "/b.jpg", 3, alt=A)],
            [(1, "/b.jpg", B, None, A, [3]), (1, None, A, None, None, [2])],
            id="not of one that has a caption",
        ),
        pytest.param(
            "HPXP", [mark(1, "/b.jpg")], [(0, "/b.jpg", None, None, None, []), (1, None, None, X, None, [2])],
            id="a credit alone",
        ),
    ],
)  # fmt: skip
def test_captions_without_a_mark(lines: str, marks: list[FigureMark], expected: list[tuple[Any, ...]]) -> None:
    """Captions that only a rule found are figures as well, if they are none yet."""
    assert shown(lines, *marks) == expected


@pytest.mark.parametrize(
    ("lines", "marks", "expected"),
    [
        pytest.param(
            "HPAXP", [mark(2), mark(2, None, 2, credited=(3,), is_seen=False)], [(1, "/a.jpg", A, X, None, [2, 3])],
            id="a picture and a caption right behind it",
        ),
        pytest.param(
            "HPABP", [mark(2, "/b.jpg"), mark(2), mark(2, None, 2, is_seen=False)],
            [(1, "/b.jpg", None, None, None, []), (1, "/a.jpg", A, None, None, [2]), (1, None, B, None, None, [3])],
            id="the last of two pictures",
        ),
        pytest.param(
            "HPAP", [mark(1), mark(2, None, 2, is_seen=False)],
            [(0, "/a.jpg", None, None, None, []), (1, None, A, None, None, [2])], id="not further away",
        ),
        pytest.param(
            "HPABP", [mark(2, "/a.jpg", 2), mark(2, None, 3, is_seen=False)],
            [(1, "/a.jpg", A, None, None, [2]), (1, None, B, None, None, [3])], id="not where it has a caption",
        ),
        pytest.param(
            "HPAP", [mark(2), mark(2, "/b.jpg", 2)],
            [(1, "/a.jpg", None, None, None, []), (1, "/b.jpg", A, None, None, [2])], id="not two pictures",
        ),
        pytest.param(
            "HPABP", [mark(2, None, 2, is_seen=False), mark(2, None, 3, is_seen=False)],
            [(1, None, A, None, None, [2]), (1, None, B, None, None, [3])], id="not two captions",
        ),
    ],
)  # fmt: skip
def test_a_picture_and_its_caption_apart(lines: str, marks: list[FigureMark], expected: list[tuple[Any, ...]]) -> None:
    """What the markup gives as two marks is one figure where they stand together."""
    assert shown(lines, *marks) == expected


def test_two_captions_of_what_a_script_brings() -> None:
    """The first of two marks without a picture takes nothing from the second, though it has no caption left."""
    marks = mark(2, None, 1, is_seen=False), mark(2, None, 2, is_seen=False)
    assert shown("HPAP", *marks) == [(1, None, A, None, None, [2])]


@pytest.mark.parametrize(
    ("lines", "mark_of", "figures"),
    [
        pytest.param("HPAP", mark(2, None, 2, is_seen=False), [A], id="a caption amid the story"),
        pytest.param("HPPA", mark(3, None, 3, is_seen=False), [A], id="right behind it"),
        pytest.param("HP-----A", mark(7, None, 7, is_seen=False), [], id="of a card further down"),
        pytest.param("HP-----A", mark(7, "/a.jpg", 7), [], id="a picture further down"),
        pytest.param("HPXP", mark(2, None, credited=(2,), is_seen=False), [None], id="a credit that names somebody"),
    ],
)
def test_captions_without_a_picture(lines: str, mark_of: FigureMark, figures: list[str | None]) -> None:
    """They are figures where they stand with the story: a script may load the picture."""
    assert [caption for _, _, caption, _, _, _ in shown(lines, mark_of)] == figures


def test_a_menu_that_is_there_twice_is_no_figure() -> None:
    """For large screens and for small ones."""
    page = judged("<!doctype html><title>Pumps</title>" + "".join(f"<p>{LINES[line]}</p>" for line in "HPAAP"), "html")
    page = with_kinds(page._replace(title=0), ["title", "", "caption", "caption_repeat", ""])
    twice = [k._replace(rule="caption.twin") if k.kind.startswith("caption") else k for k in page.kinds]
    assert page.html is not None
    assert len(html_figures(page, page.html)) == 1
    assert html_figures(page._replace(kinds=tuple(twice)), page.html) == []


STORY = (
    "<article><h1>Pumps arrive in Orrin</h1><p>The first two pumps reached the quay on Monday, and four more are on "
    "their way from the north.</p><p>Nobody was hurt, and all forty passengers were brought ashore by a fishing boat "
    "before midnight.</p>{}</article>{}"
)


@pytest.mark.parametrize(
    ("within", "behind", "captions"),
    [
        pytest.param(
            "".join(
                f"<figure><img src='{n}.jpg'><figcaption>Pump {n} on the quay</figcaption></figure>" for n in (1, 2, 3)
            ),
            "",
            ["Pump 1 on the quay", "Pump 2 on the quay", "Pump 3 on the quay"],
            id="a gallery",
        ),
        pytest.param(
            "<figure><img src='1.jpg'><figcaption>26</figcaption></figure><p class='caption'>✕</p>",
            "",
            [None],
            id="a number and a mark under a picture",
        ),
        pytest.param(
            "",
            "<a href='/1'><figure><img src='1.jpg'><figcaption>Ferry stops for the winter</figcaption></figure></a>",
            [],
            id="a card, which is a link",
        ),
        pytest.param(
            "",
            "<div class='related'><img src='1.jpg'><p class='caption'>The ferry at its quay</p>"
            "<a href='/1'>Ferry stops for the winter</a></div>",
            [],
            id="a picture among other stories",
        ),
        pytest.param(
            "",
            "<p>Share</p><p>Print</p><p>Tags</p><p>Quay</p><div><img src='1.jpg'><p class='caption'>Our app</p></div>",
            [],
            id="a picture at the page's foot",
        ),
    ],
)
def test_pictures_behind_the_story(within: str, behind: str, captions: list[str]) -> None:
    """Right behind it, or in a row there, they are its own; elsewhere another story's or the site's."""
    article = clean_article(STORY.format(within, behind))

    assert [figure.caption for figure in article.figures] == captions
