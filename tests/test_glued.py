"""Texts in which nothing stands where a tag stood, as `get_text()` leaves them; line ends that became blanks."""

from __future__ import annotations

import pytest

from newsclean import clean_article
from newsclean.read.text.blanks import lines_at_blanks
from newsclean.read.text.glued import unglued
from newsclean.read.text.lines import read_lines

STORY = (
    "The first two pumps for the sea wall reached the quay of Orrin at noon on Monday.",
    "They came on the night ferry, and a crane that had been lent by the shipyard lifted them ashore.",
    "“We have waited nine years for this,” said Mara Lind, who runs the harbour. “Now it may rain.”",
    "Each of them moves as much water in an hour as the town drinks in a day.",
    "A third will follow in May. Nobody knows yet who is to pay for it.",
    "The council meets on Thursday.",
)
MENU = ("Home", "News", "Politics", "Business", "Sport", "Culture", "Travel", "Weather", "Podcasts")
FOOTER = ("About this", "Weather", "All news")  # words that stand alone elsewhere


def parts(text: str) -> list[str]:
    return [line.text for line in unglued(read_lines(text), text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\n".join([*STORY, "It said so.Then it rained.They left.The end came. Then.It snowed."]),
            id="slips of the pen",
        ),
        pytest.param(
            "We use System.Text and then System.Linq too. A call of log.newReader is slow, one of os.Create fails, and "
            "context.Context says why. See file.Close() and http.Get, or io.Copy; then os.Exit is left, and file.Open.",
            id="names of programmers",
        ),
        pytest.param(
            "She has a channel on YouTube, a page on LinkedIn and 400 songs on SoundCloud. McDonald and MacLeod use "
            "WhatsApp. He wrote it in JavaScript on a MacBook, and pays by PayPal.",
            id="names of houses",
        ),
        pytest.param(
            "\n".join([*STORY, "Choose: HomeNewsPoliticsBusinessSportCultureTravelWeather"]), id="a menu alone"
        ),
        pytest.param("J.R.R. Doe of St.Orrin, N.Y., paid $3.50 at 8.30 p.m. on 3.5.2026 at a.D.Moss", id="stops"),
    ],
)
def test_nothing_is_parted(text: str) -> None:
    """What is one word to its writer stays one."""
    assert parts(text) == text.split("\n")


def test_sentences_and_words_are_parted() -> None:
    """Where sentences touch; then also where words do of which the first has no capital, that stand alone, or many."""
    text = f"{''.join(MENU)}\n{''.join(STORY)}\n{''.join(FOOTER)}\nQuaysidePumps, of a WordPress, a YouTubeChannel"

    assert parts(text) == [*MENU, *STORY, *FOOTER, "QuaysidePumps, of a WordPress, a YouTubeChannel"]
    assert parts(f"{text} at the Quayside with Pumps")[-2:] == [
        "Quayside", "Pumps, of a WordPress, a YouTubeChannel at the Quayside with Pumps",
    ]  # fmt: skip


def test_capitals_inside_of_words_of_a_language() -> None:
    """In Xhosa and Zulu a name keeps its capital behind the syllables before it: such words are not parted."""
    said = ["Ibhunga laseOrrin lidibene izolo.", "Iimpompo zikwiHarbour ngoku.", "Umama uLind uthethile."]
    said += ["Abantu baseOrrin bavuya kakhulu.", "Umphathi wamaHarbour ubekhona.", "Orrin neHarbour zilindile kwaye."]

    assert parts("".join(said)) == said


def test_one_place_is_enough_in_the_lines_of_a_file() -> None:
    """What has the line ends of an HTML file has nothing in place of tags: what is glued once is parted, too."""
    glued = "Sign up to our free emailsA pump has broken since, and nobody knows why.The harbour master said so."
    lines = [*MENU, "Pumps reach quay", *STORY[:3], glued, *STORY[3:5], *MENU]
    raw = "".join([line + (1 + n * 5 % 13) * "\n" for n, line in enumerate(lines)])

    assert [paragraph.text for paragraph in clean_article(raw).paragraphs] == [
        *STORY[:3], "A pump has broken since, and nobody knows why.", "The harbour master said so.", *STORY[3:5],
    ]  # fmt: skip


def test_straight_quotation_marks() -> None:
    """One that closes stays with its sentence, one that opens goes to its own."""
    said = ["It was late.", '"We have waited," she said.', '"Now it may rain."', "Each pump holds.", "A third follows."]

    assert parts("".join(said)) == said


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\n\n\n".join(["".join(MENU), "Pumps reach quay", "".join(STORY), "".join(FOOTER)]), id="lines"),
        pytest.param("".join([*MENU, "Pumps reach quay", *STORY, *FOOTER]), id="one line"),
        pytest.param("\n".join([*MENU, "Pumps reach quay", "".join(STORY), "Read more: Ferry is late"]), id="a menu"),
    ],
)
def test_the_story_stays(raw: str) -> None:
    """Each sentence of it is in the text, each paragraph apart; cleaning twice changes nothing."""
    article = clean_article(raw)

    assert [line for line in STORY if line not in [paragraph.text for paragraph in article.paragraphs]] == []
    assert article.title == "Pumps reach quay"
    assert clean_article(article.text).text == article.text


def test_line_ends_that_became_blanks() -> None:
    """Runs of blanks of many lengths stand for blank lines; two blanks that somebody typed do not."""
    typed = "It  works.  They said so,  and left. " * 30
    assert len(lines_at_blanks(read_lines(typed))) == 1

    laid_out = "".join(f"{line}{(2 + n * 5 % 13) * ' '}" for n, line in enumerate([*MENU, *STORY, *MENU]))
    assert [line.text for line in lines_at_blanks(read_lines(laid_out))] == [*MENU, *STORY, *MENU]
