"""What the lines outside the story are: by what stands around them."""

from __future__ import annotations

import pytest

from newsclean import Rulebook, clean_article

STORY = """The first two pumps reached the quay on Monday, and more are on their way from the north.

The mayor said that the second wall would be ready before the storms of the next winter.

Nobody was hurt, the mayor said on Monday evening, and the school will open again on Thursday."""
HEAD = "Flood pumps arrive in harbour town\n\nflood-pumps-arrive-in-harbour-town\n\nBy Jo Doe\n\n3 May 2024"


def kinds(*lines: str, before: tuple[str, ...] = ()) -> list[str]:
    """The kinds of these lines behind a story, or before it."""
    page = "\n\n".join([*before, HEAD, STORY, *lines])
    article = clean_article(page)
    by_text = {s.text: s.kind for s in article.segments}
    return [by_text[line] for line in (before or lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("He was sixty-one.", "The sea had taken the wall before.", "It will again."),
        ("Sources", "The mayor spoke to us on Monday, and the engineer wrote to us on Tuesday morning."),
        ("macOS:", "The new system asks the pumps every ten seconds how they are, the engineer said on Monday."),
        ("2:1 / 3:2", "The match on the quay ended as it had begun, with nobody at all in the stand on Monday."),
        ("“I saw the wall go.” (Mara Lind)", "“I did not.” (Osk Halden)", "The two have not spoken since the spring."),
        ("You can email the school, the mayor said, and somebody will write back before the winter.",),
        ("More in hope than in fear, the dockers went back to work on Monday morning.",),
        ("On May 3, 1953.", "That was the night when the wall broke for the first time, and nobody had been told."),
    ],
)
def test_the_story_goes_on(lines: tuple[str, ...]) -> None:
    """Lines of the story that only look like a date, a source, a score, a credit or a prompt."""
    text = clean_article("\n\n".join([HEAD, STORY, *lines])).text

    assert [line for line in lines if line not in text] == []


def test_the_first_byline_is_no_card() -> None:
    """Names and dates under the headline are of this story."""
    article = clean_article(f"{HEAD}\n\n{STORY}")

    assert [s.kind for s in article.removed] == ["title", "slug", "byline", "timestamp"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # cards: a byline or a time that another follows a few lines below
            ("Related stories", "Ferry timetable for the winter is out", "By Mara Lind", "Sea wall to be raised again",
             "By Sten Ravn"),
            ["related"] * 5,
        ),
        (
            ("Latest news", "Ferry timetable for the winter is out", "3 hours ago", "Sea wall to be raised again",
             "1 day ago"),
            ["related"] * 5,
        ),
        (("Related topics", "Harbour", "Sea wall", "Osk Halden"), ["navigation"] * 4),
        (("Mehr zum Thema", "Hafen", "Deich", "Osk Halden"), ["navigation"] * 4),
        (("Sign up for our daily newsletter", "Learn more"), ["promo", "promo"]),
        (("Sources: Harbour Post archive",), ["agency"]),
        (("Mara Lind", "Mara Lind is a reporter for The Harbour Post."), ["byline", "author_bio"]),
        (("Email Mara Lind at mara@harbourpost.example or follow her on X @maralind.",), ["byline"]),
        (("Most read", "false", "showPaywall:", "false"), ["related", "other", "other", "other"]),
        (("Read more", "View all", "Ferry timetable for the winter is out"), ["related", "navigation", "related"]),
    ],
)  # fmt: skip
def test_kinds_behind_the_story(lines: tuple[str, ...], expected: list[str]) -> None:
    """The kind of each line, by what it shows and by what stands around it."""
    assert kinds(*lines) == expected


MENU = ("Home", "News", "Sport", "Business", "Weather", "Log in")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (("Skip to content", "Menu", "World"), ["navigation", "navigation", "kicker"]),
        (("Skip to content", "Menu", "Search"), ["navigation", "navigation", "navigation"]),
        (("* Menu", "* World"), ["navigation", "navigation"]),
        ((*MENU, "Quayside Talk"), ["navigation"] * 7),
        ((*MENU, "Analysis"), ["navigation"] * 6 + ["kicker"]),
        (("Menu", "9°C"), ["navigation", "navigation"]),
        ((*MENU, "QUAYSIDE TALK"), ["navigation"] * 6 + ["kicker"]),
        (("Most read", "Ferry timetable for the winter is out", "Sea wall to be raised again"), ["related"] * 3),
    ],
)
def test_kinds_before_the_story(before: tuple[str, ...], expected: list[str]) -> None:
    """What stands over the headline."""
    assert kinds(before=before) == expected


@pytest.mark.parametrize("furniture", [(), ("About us", "Contact", "Privacy policy")], ids=["alone", "over a footer"])
def test_headlines_go_with_the_title_of_their_list(furniture: tuple[str, ...]) -> None:
    """What stands under “Related stories” is not of the story, on a short clean text as on a page."""
    headlines = ["Ferry timetable is out for the winter", "Town wins the cup again"]
    text = clean_article("\n\n".join([STORY, "Related stories", *headlines, *furniture])).text

    assert text == STORY


def test_a_subheading_under_a_pointer_stays() -> None:
    """Where the story goes on, the last line under “Read more” may be its next subheading."""
    text = clean_article(
        "\n\n".join([HEAD, STORY, "Read more", "How the pumps came", STORY.replace("Monday", "Friday")])
    ).text

    assert "How the pumps came" in text


def test_a_table_of_contents_goes_and_its_headings_stay() -> None:
    """Lines that the text says again over its sections, under a title that says so."""
    sections = ["How the pumps came", "Who pays for them", "What the wall will cost"]
    paragraphs = STORY.split("\n\n")
    body = "\n\n".join(part for pair in zip(sections, paragraphs, strict=True) for part in pair)
    article = clean_article(
        "\n\n".join([HEAD, "Table of contents", *sections, STORY.replace("Monday", "Friday"), body])
    )

    assert [s.kind for s in article.removed if s.text in sections] == ["navigation"] * 3
    assert all(section in article.text for section in sections)


def test_a_slug_in_a_script_without_blanks() -> None:
    """In Japanese a slug has a hyphen where its headline has a wide blank."""
    headline, slug = "港町に排水ポンプ到着　市長「冬までに備える」", "港町に排水ポンプ到着-市長「冬までに備える」"
    story = "最初の二台のポンプは月曜日に岸壁に着き、残りは北から運ばれていると市は説明した。"
    article = clean_article("\n\n".join([headline, slug, story, story.replace("二台", "四台")]))

    assert article.title == headline
    assert [s.kind for s in article.removed] == ["title", "slug"]


def test_a_short_text_loses_only_its_one_line() -> None:
    """A caption between two paragraphs costs neither of them."""
    first, second, _ = STORY.split("\n\n")
    article = clean_article(f"{first}\n\nFile photo: the old pump house in winter\n\n{second}")

    assert article.text == f"{first}\n\n{second}"


def test_the_user_is_right_in_a_list_of_stories() -> None:
    """What a user's rule says of a line in a section stands."""
    own = Rulebook(cues={"notice": {"whole": ["By Mara Lind"]}})
    page = f"{HEAD}\n\n{STORY}\n\nRelated stories\n\nFerry timetable is out\n\nBy Mara Lind\n\nSea wall\n\nBy Ann Roe"

    assert {s.kind for s in clean_article(page, rules=own).removed if s.text == "By Mara Lind"} == {"notice"}
