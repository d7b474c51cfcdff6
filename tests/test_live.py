"""Live blogs whose times stand in their lines or over their entries; what only looks like one stands first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean import clean_article

NEWS = (
    "The minister arrives at the quay and speaks to the harbour master about the second wall of Torvhamn.",
    "Two more pumps are on their way from the north, the council of Torvhamn says in a note to the press.",
    "Police close Mill Lane to all traffic until the evening, and the buses are led around it for now.",
    "The first ferry of the day leaves with an hour's delay because of the high water in the harbour.",
    "The mayor asks people who live near the quay to move their cars to the upper town before the night.",
    "Schools in the lower town stay closed tomorrow, the head of the schools confirms in an interview.",
    "The water has reached its highest mark since 1953, the harbour office reports, and it is rising still.",
    "Volunteers fill sandbags in front of the old town hall, where hundreds of people have come to help.",
)
MORE = (
    "She thanks the crews, who have been at work since Sunday night and will be for another day.",
    "They are the largest that the country has, and it took three lorries to bring each of them here.",
    "Nobody may pass the bridge on foot either, because a tree fell across the railing in the storm.",
    "The ferries of the afternoon do not run at all, and tickets will be paid back within the week.",
    "Whoever needs help with it can call the town hall, where twelve people answer the calls all night.",
    "Some four hundred children will be taught in the sports hall of Orrin until the water has gone.",
    "The old mark on the corner of the fish market has been under water for more than an hour now.",
    "The bakery of Mara Lind hands out bread, and the choir of Lindby has brought tea for everybody.",
)
TITLE = "High water in Torvhamn: all that happens at the quay"


def blog(time: Callable[[int], str], *, inline: bool = False, title: str = TITLE, n: int = 8, head: str = "") -> str:
    """A text of so many entries, each of two paragraphs behind or under its time."""
    lines = [title]
    for k in range(n):
        first = f"{time(k)} {NEWS[k]}" if inline else f"{time(k)}\n\n{head.format(k)}{NEWS[k]}"
        lines += [first, MORE[k]]
    return "\n\n".join(lines)


def back(k: int) -> str:
    """Minutes that go back."""
    return f"{55 - 5 * k:02}"


def on(k: int) -> str:
    """Minutes that go on."""
    return f"{10 + 5 * k:02}"


HEADED = "Entry {0} of the day on the quay\n\n"
COMMENTS = "\n\n".join(
    [f"Jo Doe {k}\n\n{5 * k + 5} min ago\n\nI do not think so, and I have said it before." for k in range(8)]
)
STORY = "\n\n".join([TITLE, *NEWS, *MORE])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(blog(lambda k: f"14:{back(k)}", n=5), id="five entries"),
        pytest.param(blog(lambda k: f"14:{on(k)}"), id="the oldest first, and nothing says that it is live"),
        pytest.param(blog(lambda k: f"At 10:{on(k)}", inline=True), id="a story told minute by minute"),
        pytest.param(blog(lambda k: f"00:{on(k)}", inline=True), id="what is said in a film"),
        pytest.param(blog(lambda k: f"{3 * k + 2}:{20 - k} against Orrin"), id="results"),
        pytest.param(blog(lambda k: f"{9 - k} May"), id="dates"),
        pytest.param(blog(lambda k: f"{90 - k} years ago"), id="years ago"),
        pytest.param(STORY + "\n\n" + "\n\n".join([f"1{k}:00 to 1{k}:30" for k in range(9)]), id="opening hours"),
        pytest.param(STORY + "\n\n" + COMMENTS, id="comments"),
        pytest.param(
            "\n\n".join(
                [TITLE, *[f"Sea wall to be raised by a metre {k}\n\n14:{back(k)}\n\n{NEWS[k]}" for k in range(8)]]
            ),
            id="a list of stories with their times",
        ),
    ],
)
def test_no_live_blog(text: str) -> None:
    """Times alone make none: they have to stand at most of the text, each over an entry, the newest first."""
    for page in (text, text.replace("\n\n", "\n")):
        assert clean_article(page).page_type != "live"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(blog(lambda k: f"14:{back(k)}", inline=True), id="in the line"),
        pytest.param(blog(lambda k: f"14:{back(k)} –", inline=True), id="with a dash"),
        pytest.param(blog(lambda k: f"[14:{back(k)}]", inline=True), id="in brackets"),
        pytest.param(blog(lambda k: f"11.{back(k)} Uhr:", inline=True), id="German"),
        pytest.param(blog(lambda k: f"14h{back(k)} :", inline=True), id="French"),
        pytest.param(blog(lambda k: f"Kl. 14.{back(k)}:", inline=True), id="Danish"),
        pytest.param(blog(lambda k: f"Update 14:{back(k)}"), id="behind a word"),
        pytest.param(blog(lambda k: f"2.{back(k)}pm"), id="on a line of its own"),
        pytest.param(blog(lambda k: f"14:{back(k)} GMT", head=HEADED), id="over a heading"),
        pytest.param(blog(lambda k: f"3 May 2024 14:{back(k)}"), id="behind a date"),
        pytest.param(blog(lambda k: f"03.05.2024, 14:{back(k)} Uhr"), id="behind a German date"),
        pytest.param(blog(lambda k: f"14時{back(k)}分"), id="Japanese"),
        pytest.param(blog(lambda k: f"{5 + 5 * k} min ago"), id="minutes ago"),
        pytest.param(blog(lambda k: f"{1 + k} hours ago"), id="hours ago"),
        pytest.param(blog(lambda k: f"vor {5 + 5 * k} Minuten"), id="minutes ago, de"),
        pytest.param(blog(lambda k: f"il y a {5 + 5 * k} minutes"), id="minutes ago, fr"),
        pytest.param(blog(lambda k: f"hace {5 + 5 * k} minutos"), id="minutes ago, es"),
        pytest.param(blog(lambda k: f"{5 + 5 * k} minuti fa"), id="minutes ago, it"),
        pytest.param(blog(lambda k: f"{5 + 5 * k} minut temu"), id="minutes ago, pl"),
        pytest.param(blog(lambda k: f"{5 + 5 * k} минут назад"), id="minutes ago, ru"),
        pytest.param(blog(lambda k: f"{5 + 5 * k} dakika önce"), id="minutes ago, tr"),
        pytest.param(blog(lambda k: f"{5 + 5 * k}分前"), id="minutes ago, ja"),
        pytest.param(blog(lambda k: f"{5 + 5 * k}분 전"), id="minutes ago, ko"),
        pytest.param(blog(lambda k: f"{5 + 5 * k}分钟前"), id="minutes ago, zh"),
        pytest.param(blog(lambda k: f"14:{on(k)}", title=f"{TITLE} – live"), id="the oldest first, and it says live"),
        pytest.param(blog(lambda k: f"14:{on(k)}", title=f"Liveticker: {TITLE}"), id="the same in German"),
        pytest.param(blog(lambda k: f"14:{on(k)}", title=f"EN DIRECT. {TITLE}"), id="the same in French"),
    ],
)
def test_a_live_blog(text: str) -> None:
    """Six entries or more with their times, the newest first or under a headline that says live; the reason tells."""
    lines = text.split("\n\n")
    html = f"<article><h1>{lines[0]}</h1>" + "".join([f"<p>{line}</p>" for line in lines[1:]]) + "</article>"
    for page in (text, text.replace("\n\n", "\n"), html):
        article = clean_article(page)
        assert (article.page_type, article.page_type_reason) == ("live", "it has 8 entries, each with its time")
        assert all(line in article.text for line in MORE)
