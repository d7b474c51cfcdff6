"""Authors come from bylines only: at the headline or right behind the story. A wrong name is worse than none."""

from __future__ import annotations

import pytest

from newsclean import clean_article

HEADLINE = "Flood pumps arrive in harbour town"
STORY = (
    "The first two pumps reached the quay on Monday, and more are on their way from the north of the country.",
    "The mayor said that the second wall would be ready before the storms of the next winter, as he had promised.",
    "Nobody was hurt, the mayor said on Monday evening, and the school of the old town will open again on Thursday.",
)
MORE = tuple(
    f"The {n} of the pumps was lifted by the crane and set down on the quay, the engineer said." for n in "abcdef"
)


def authors(*lines: str) -> tuple[str, ...]:
    return clean_article("\n\n".join(lines)).authors


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((HEADLINE, *STORY), id="a page without a byline"),
        pytest.param((HEADLINE, "Jo Doe", *STORY, "Related Stories", "Mara Lind"), id="a name beside no date"),
        pytest.param((HEADLINE, "Order Now", "3 May 2024", *STORY, "You can order it now."), id="words, no name"),
        pytest.param((HEADLINE, "By Monday the pumps had come", *STORY), id="a headline that opens with by"),
        pytest.param((HEADLINE, "Edited by Mara Lind", *STORY), id="another's work"),
        pytest.param((HEADLINE, "Reviewed by", "Mara Lind", "3 May 2024", *STORY), id="another's work, on two lines"),
        pytest.param(
            (HEADLINE, "3 May 2024", *STORY, *MORE, "Read more", "Sea wall to be raised", "By Mara Lind", "2 May 2024",
             "School to open on Thursday", "By Ann Rees", "1 May 2024", "Harbour fair is off", "By Tom Berg"),
            id="the authors of other stories",
        ),
        pytest.param((HEADLINE, *STORY, "Mara Lind said that by Jo Doe's count all was well."), id="a sentence"),
        pytest.param((HEADLINE, "By", *STORY), id="a label alone"),
        pytest.param(("Topics: Flood Pumps", HEADLINE, *STORY), id="a list of topics"),
    ],
)  # fmt: skip
def test_no_author_is_made_up(lines: tuple[str, ...]) -> None:
    """What is no byline of this story gives no author."""
    assert authors(*lines) == ()


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param((HEADLINE, "By Jo Doe", *STORY), ("Jo Doe",), id="by"),
        pytest.param((HEADLINE, "By", "Jo Doe", *STORY), ("Jo Doe",), id="by, and the name on the next line"),
        pytest.param((HEADLINE, "By Jo DoePublished: Jan 29, 2025", *STORY), ("Jo Doe",), id="glued to its date"),
        pytest.param((HEADLINE, "Jo Doe | Harbour Post | May 3, 2024", *STORY), ("Jo Doe",), id="name, house, date"),
        pytest.param((HEADLINE, "3 May 2024 | Written by Jo Doe", *STORY), ("Jo Doe",), id="behind the time"),
        pytest.param((HEADLINE, "Jo Doe Deputy Editor", "3 May 2024", *STORY), ("Jo Doe",), id="a role glued behind"),
        pytest.param((HEADLINE, "Von Mara Lind Landeskorrespondentin", *STORY), ("Mara Lind",), id="a German role"),
        pytest.param((HEADLINE, "By Jo Doe", "By Mara Lind", *STORY), ("Jo Doe", "Mara Lind"), id="on two lines"),
        pytest.param(
            (HEADLINE, *STORY, "항구 김가나 기자 gana@harbour.example"), ("김가나",), id="Korean, behind the story"
        ),
        pytest.param((HEADLINE, *STORY, "Written by Jo Doe"), ("Jo Doe",), id="behind the story"),
        pytest.param((HEADLINE, "By Jo Doe", *STORY, "By Mara Lind"), ("Jo Doe",), id="at the headline, not behind"),
    ],
)
def test_a_byline_gives_its_authors(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """The names of the byline, without label, role, house and date."""
    assert authors(*lines) == names
