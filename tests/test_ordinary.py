"""Ordinary pages, put together by chance, keep their story, their headline and their author; most furniture goes.

The bounds are what was reached when this was written, rounded up: nothing was mended for one of these pages.
"""

from __future__ import annotations

import html

import pytest
from ordinary import DIVS, MARKDOWN, ONE_LINE, OrdinaryPage, languages, ordinary_pages

from newsclean import Article, clean_article
from newsclean.article.kinds import TEXT_KINDS

PAGES = 60  # of a language
MOST_LOST, MOST_LEFT, MOST_WRONG = 0.07, 0.1, 0.04  # shares of pages: a line lost, one left, a wrong title or author
MOST_LOST_IN_ALL = 0.03
# The same of titles, where headlines are so short that none is found, or that a place over one is taken for it.
MOST_WRONG_TITLES = {"ko": 0.15, "pl": 0.05}
MOST_LOST_IN_ONE_LINE, MOST_CUT = 0.1, 0.02


def lost(page: OrdinaryPage) -> list[str]:
    """The lines of the story that are not in the text."""
    text = clean_article(page.raw).text
    return [line for line in page.story if line not in text]


@pytest.mark.parametrize("language", languages())
def test_ordinary_pages(language: str) -> None:
    """Few pages lose a line, keep one, or say who wrote it or what it is called wrongly."""
    n_lost = n_left = n_title = n_author = 0
    for page in ordinary_pages(language, PAGES):
        article = clean_article(page.raw)
        kept = set(article.text.split("\n"))
        n_lost += any(line not in article.text for line in page.story)
        n_left += any(line in kept for line in page.furniture)
        n_title += article.title != page.title
        signed = [author for author in article.authors if f"{author} 기자 =" not in page.raw]  # in the dateline
        n_author += any(author != page.author for author in signed)
    assert n_lost <= MOST_LOST * PAGES
    assert n_left <= MOST_LEFT * PAGES
    assert n_title <= MOST_WRONG_TITLES.get(language, MOST_WRONG) * PAGES
    assert n_author == 0


def test_no_more_are_lost() -> None:
    """Of all of them."""
    pages = [page for language in languages() for page in ordinary_pages(language, PAGES)]
    assert sum(bool(lost(page)) for page in pages) <= MOST_LOST_IN_ALL * len(pages)


@pytest.mark.parametrize("dress", [MARKDOWN, DIVS])
def test_other_dresses_lose_no_more(dress: str) -> None:
    """The same pages in Markdown, with menus and headlines as lists of links, and in HTML that says nothing."""
    pages = [page for language in languages() for page in ordinary_pages(language, PAGES, dress)]
    assert sum(bool(lost(page)) for page in pages) <= MOST_LOST_IN_ALL * len(pages)
    assert sum(clean_article(page.raw).title != page.title for page in pages) <= MOST_WRONG / 4 * len(pages)


@pytest.mark.parametrize("language", languages())
def test_in_one_line(language: str) -> None:
    """Of pages in one line few lose a sentence, and hardly one is parted: a half of it kept, a half gone."""
    n_lost = n_cut = n_author = 0
    for page in ordinary_pages(language, PAGES, ONE_LINE):
        article = clean_article(page.raw)
        text = " ".join(article.text.split())
        n_lost += any(line not in text for line in page.story)
        n_cut += any(is_cut(line, article) for line in page.story)
        n_author += any(author != page.author for author in article.authors)
    assert n_lost <= MOST_LOST_IN_ONE_LINE * PAGES
    assert n_cut <= MOST_CUT * PAGES
    assert n_author <= MOST_WRONG * PAGES


def is_cut(line: str, article: Article) -> bool:
    """Whether a part of a line is in the text and another is not."""
    start = article.source.index(line)
    end = start + len(line)
    return len({s.kind in TEXT_KINDS for s in article.segments if s.start < end and s.end > start}) > 1


def test_pages_know_their_answer() -> None:
    """Every page holds its headline and its story, each line in its place, whatever its dress."""
    for language in languages():
        pages = [page for dress in (None, MARKDOWN, DIVS) for page in ordinary_pages(language, 20, dress)]
        assert pages[:20] == list(ordinary_pages(language, 20))
        for page in pages:
            text = html.unescape(page.raw)
            assert page.title in text
            at = [text.index(line) for line in page.story]
            assert at == sorted(at)


INTERVIEW = """The captain who leaves the ferry

By Jo Doe

Q: How long have you sailed to Orrin?

A: Since 1998. My father did it before me.

Q: Will you sail again?

A: Tomorrow."""
MATCH = """Orrin 2-1 Harbour Town: Late goal settles derby

Orrin beat Harbour Town 2-1 on Saturday.

Scorers: Berg 12, Lind 89; Doe 45.

Referee: T. Moss. Attendance: 4,102."""
LIVE = """Storm live: latest as the wind reaches the coast

21:05

Bridges closed

The two bridges over the Orrin were closed at nine, police said.

20:40

Ferries stop

All ferries have stopped for the night, the company said."""
CAPTIONED = """Council votes to keep library open after months of protest

Mara Lind, City Reporter

Nov 21, 2026 at 6:12 p.m.

Residents fill the council chamber on Tuesday night. (Jo Doe / Harbour Town Courier)

After four months of protest, the Harbour Town council voted on Tuesday to keep the main library open.

“It is a relief,” said Ola Berg, who has used the library since 1987.

He laughed."""


@pytest.mark.parametrize("raw", [INTERVIEW, MATCH, LIVE, CAPTIONED], ids=["interview", "match", "live", "captioned"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
def test_the_first_line_is_the_headline(raw: str, gap: str) -> None:
    """Of texts without a paragraph, of live pages, over a caption; all else stays."""
    lines = raw.split("\n\n")
    article = clean_article(gap.join(lines))
    fields = ("By Jo Doe", "Mara Lind, City Reporter", "Nov 21, 2026 at 6:12 p.m.")

    assert article.title == lines[0]
    assert [
        line for line in lines[1:] if line not in fields and "(Jo Doe" not in line and line not in article.text
    ] == []


@pytest.mark.parametrize("end", ["The council will decide in the spring whether the ...", "The council…"])
def test_a_paragraph_that_a_paywall_cuts_off_stays(end: str) -> None:
    """What is left of it is the story's."""
    head, *story = CAPTIONED.split("\n\n")
    article = clean_article("\n\n".join((head, *story[3:], end, "Subscribe to continue reading", "Log in")))

    assert article.text.endswith(end)
    assert article.is_truncated


@pytest.mark.parametrize("items", [("First boat: 5.10", "Last boat: 2.00"), ("North quay", "South quay", "Mill Lane")])
def test_short_lines_in_the_element_of_the_story_stay(items: tuple[str, ...]) -> None:
    """In HTML a short sentence and a plain list go with the sentence over them, and a list whole."""
    lines = CAPTIONED.split("\n\n")[4:]
    calls = "<div><p>Advertisement</p></div><div><p>Read also: Second ferry to return in June</p></div>"
    story = "".join(f"<p>{line}</p>" for line in lines) + calls + "<p>The vote was close.</p>"
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = f"<article><h1>New timetable for the ferry</h1>{story}<ul>{listed}</ul></article>"
    text = clean_article(f"<html><body><nav><a href='/'>Home</a></nav>{body}</body></html>").text

    assert [line for line in (*lines, "The vote was close.", *items) if line not in text] == []
    assert "Read also" not in text


REPORT = ("The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room, police said.",
          "Nobody was hurt.", "“It was over in minutes,” said Mara Lind, who was on her way to a wedding.",
          "The ferry returns in June.")  # fmt: skip
MENU = ("Home", "News", "Sport", "Business", "Opinion", "Weather", "Log in")


@pytest.mark.parametrize("form", ["text", "dump", "Markdown"])
def test_a_short_report_keeps_its_last_sentence(form: str) -> None:
    """Also where half of its few sentences are long, and behind a pointer to another story."""
    lines = (*REPORT[:3], "Read also: School roof to be repaired", REPORT[3])
    menu = {"text": "", "dump": "\n".join(f"* {entry}" for entry in MENU)}.get(
        form, "\n".join(f"* [{entry}](/{n})" for n, entry in enumerate(MENU))
    )
    headline = "Fire on the Orrin ferry" if form != "Markdown" else "# Fire on the Orrin ferry"
    text = clean_article("\n\n".join((menu, headline, "12 May 2026 10:15", *lines))).text

    assert text == "\n\n".join(REPORT)
