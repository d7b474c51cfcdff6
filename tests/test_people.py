"""Authors come from bylines only: at the headline or right behind the story. A wrong name is worse than none."""

from __future__ import annotations

import json

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
        pytest.param((HEADLINE, "Share", "Jo Doe", "Copy link", *STORY), id="a name beside nothing of a byline"),
        pytest.param((HEADLINE, *STORY, *MORE, "Related Stories", "Mara Lind"), id="a name below the story"),
        pytest.param((HEADLINE, "Jo Doe", *STORY, "Jo Doe said that all was well on the quay."), id="whom it tells of"),
        pytest.param((HEADLINE, "3 May 2024", "Jo Doe", "Photo: Mara Lind/AP", *STORY, "The crane, Doe said, is old."),
                     id="who is in the picture"),
        pytest.param((HEADLINE, "Quick Links", "Harbour Fair", "Old Town", *STORY), id="a row of links"),
        pytest.param((HEADLINE, "Harbour TV", *STORY), id="a house"),
        pytest.param((HEADLINE, *STORY, "기사 전체 보기"), id="a button, in a script without capitals"),
        pytest.param((HEADLINE, "FOR IMMEDIATE RELEASE: May 3, 2024", *STORY), id="what opens a release"),
        pytest.param((HEADLINE, "글자크기 설정", *STORY), id="a button that opens as “글”, by, does"),
        pytest.param(
            (HEADLINE, "MARA LIND", "Old Orrin - 3 MAY 2024 - 05:30 CEST", *STORY), id="a place under the author's name"
        ),
        pytest.param(
            (HEADLINE, "Old Orrin - 3 May 2024", *STORY, "Nobody in Old Orrin had seen the sea so low."),
            id="a place that the story names",
        ),
        pytest.param((HEADLINE, "Harbour Media & Weather Expert", *STORY), id="a role of two trades"),
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
        pytest.param((HEADLINE, "港町新聞", "Published 14.14", *STORY), id="a newspaper over the hour"),
        pytest.param((HEADLINE, *STORY, *MORE, "Most read", "Jo Doe", "Mara Lind", "Published 14.14", "Sea wall"),
                     id="names in a list far below"),
        pytest.param((HEADLINE, "Share", "* Jo Doe", "* Mara Lind", *STORY), id="names in a menu"),
        pytest.param(("Topics: Flood Pumps", HEADLINE, *STORY), id="a list of topics"),
        pytest.param(
            (HEADLINE, "MARA LIND: Good morning, everyone.", "REPORTER: Madam Mayor, why did you change your mind?",
             "MARA LIND: I did not. The council did.", "REPORTER: Madam Mayor, and the money?", "MARA LIND: No."),
            id="whom a reporter asks",
        ),
        pytest.param((HEADLINE, *STORY, "Harbour Desk", "news@harbour.example"), id="over the address of a desk"),
        pytest.param((HEADLINE, "City Council", "3 May 2024", *STORY), id="a section over a date"),
        pytest.param((HEADLINE, "Harbour Post", "3 May 2024", *STORY), id="a paper over a date"),
        pytest.param((HEADLINE, "12.12.2022 - Harbour Lab", *STORY), id="a house behind a date"),
        pytest.param((HEADLINE, *STORY, "Sea wall to be raised", "Mara Lind, 2 May 2024"), id="under a teaser"),
        pytest.param(("Sea Wall: Who pays for it?", "Sea Wall", "3 May 2024", *STORY), id="how the headline opens"),
        pytest.param((HEADLINE, "Harbour Wellness", "3 May 2024", *STORY), id="a topic over a date"),
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
        pytest.param((HEADLINE, "By Jo Doe, Tide News", *STORY), ("Jo Doe",), id="before his house"),
        pytest.param((HEADLINE, "By Jo Doe and Emily Post", *STORY), ("Jo Doe", "Emily Post"), id="named as a paper"),
        pytest.param((HEADLINE, "글 홍길동 사진 이민수", *STORY), ("홍길동",), id="before who took the pictures"),
        pytest.param((HEADLINE, "Jo Doe at Quay Park", "3 May 2024", *STORY), ("Jo Doe",), id="where he saw it"),
        pytest.param((HEADLINE, "Jo Doe - 3 May 2024", *STORY), ("Jo Doe",), id="a name before a date"),
        pytest.param(
            (HEADLINE, "Jo Doe - Harbour Post", "3 May 2024", *STORY, "© 2024 Harbour Post"),
            ("Jo Doe",),
            id="before his paper, which the page names again",
        ),
        pytest.param((HEADLINE, "By", "* Jo Doe", *STORY), ("Jo Doe",), id="by, and the name in a list"),
        pytest.param((HEADLINE, "Von", "Jo Doe", "Mara Lind", *STORY), ("Jo Doe", "Mara Lind"), id="by, and two names"),
        pytest.param(
            (HEADLINE, "Jo Doe", "Mara Lind", "Published 3 May 2024", *STORY),
            ("Jo Doe", "Mara Lind"),
            id="two names over a date",
        ),
        pytest.param(
            (HEADLINE, "Jo Doe", "Uppdaterad 15.59 | Publicerad 14.14", *STORY), ("Jo Doe",), id="over its hours"
        ),
        pytest.param(
            (HEADLINE, "By Jo Doe and Mara Lind The Associated Press", *STORY),
            ("Jo Doe", "Mara Lind"),
            id="an agency glued behind",
        ),
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
        pytest.param((HEADLINE, "Jo Doe", *STORY), ("Jo Doe",), id="between headline and story"),
        pytest.param((HEADLINE, "* Jo Doe", "* Sea and Wind", "* 3 May 2024", *STORY), ("Jo Doe",), id="in a list"),
        pytest.param((HEADLINE, "Share", "Jo Doe", "Staff Writer", *STORY), ("Jo Doe",), id="over the role"),
        pytest.param((HEADLINE, *STORY, "Lê Hoa"), ("Lê Hoa",), id="the last line"),
        pytest.param(
            (HEADLINE, "2023-05-06 10:11 来源：港口新闻网 作者：李明", *STORY), ("李明",), id="in a Chinese head line"
        ),
        pytest.param(
            (HEADLINE, "Mara Lind", "Photo: Ann Rees/AP", "Jo Doe", *STORY, "Lind was there, the mayor said."),
            ("Jo Doe",),
            id="under the picture of another",
        ),
        pytest.param((HEADLINE, *STORY, "Ann Rees", "ann.rees@harbour.example"), ("Ann Rees",), id="over his address"),
    ],
)
def test_a_byline_gives_its_authors(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """The names of the byline, without label, role, house and date."""
    assert authors(*lines) == names


PROSE = "".join(f"<p>{line}</p>" for line in STORY)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("<p>Fares the ferry will rise by a fifth in March, the council said.</p>", (), id="a sentence"),
        pytest.param("<p>By Jo Doe</p>", ("Jo Doe",), id="a byline"),
        pytest.param("<p>3 May 2024 by Jo Doe</p>", ("Jo Doe",), id="behind its date"),
    ],
)
def test_a_page_in_html_prints_its_authors(body: str, names: tuple[str, ...]) -> None:
    """A name in the first sentence is no author."""
    assert clean_article(f"<html><body><h1>{HEADLINE}</h1>{body}{PROSE}</body></html>").authors == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        pytest.param("Ann Rees", ("Ann Rees",), id="data and print disagree"),
        pytest.param("Jo Doe", ("Jo Doe", "Mara Lind"), id="the byline is fuller"),
        pytest.param("The Harbour Post", ("Jo Doe", "Mara Lind"), id="the data name the house"),
    ],
)
def test_data_and_print_are_reconciled(author: str, names: tuple[str, ...]) -> None:
    """What the data say counts, unless the byline has more or the data name nobody."""
    story = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "author": {"name": author}})
    head = '<meta property="og:site_name" content="The Harbour Post">'
    head += f'<script type="application/ld+json">{story}</script>'
    page = f"<html><head>{head}</head><body><h1>{HEADLINE}</h1><p>By Jo Doe and Mara Lind</p>{PROSE}</body></html>"
    assert clean_article(page).authors == names


def test_a_date_in_a_sentence_is_no_stamp() -> None:
    """An event's day is not the page's, though it is marked as a date."""
    event = "<p>The fair opens on <time datetime='2024-06-12'>12 June</time> at the quay, and all are welcome.</p>"
    page = f"<h1>{HEADLINE}</h1>{event}{PROSE}"
    assert clean_article(page).date_published is None


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        pytest.param((HEADLINE, "By Jo Doe, Harbour Post", *STORY), None, id="a house"),
        pytest.param((HEADLINE, "Von Jo Doe, dpa", *STORY), "dpa", id="in the byline"),
        pytest.param((HEADLINE, "(CNN)" + STORY[0], *STORY[1:]), "CNN", id="glued to the story"),
        pytest.param((HEADLINE, "(CNN Business) — " + STORY[0], *STORY[1:]), "CNN Business", id="its desk"),
    ],
)
def test_a_report_names_its_agency(lines: tuple[str, ...], agency: str | None) -> None:
    """The agency of the dateline, else of the byline."""
    assert clean_article("\n\n".join(lines)).agency == agency


CAPTION = "<figure><img src='/q.jpg'><figcaption>The quay, 12 May 2019</figcaption></figure>"
RELATED = '<div class="related"><a href="/x">Pumps fail</a> <span>3 January 2022</span></div>'
BRIEF = ("The first pumps came on Monday.", "Nobody was hurt.", "“We sang,” said Mara Lind.", "It was dark.",
         "It rained.", "The band played on.")  # fmt: skip
DATA = '<meta property="article:published_time" content="2024-03-05T06:30:00+01:00">'


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        pytest.param(DATA, CAPTION, "2024-03-05",
                     id="an older date in a caption"),
        pytest.param(DATA, "<p>Session of 27 February 2024</p>", "2024-03-05", id="an older event"),
        pytest.param(DATA, RELATED, "2024-03-05",
                     id="an older story"),
        pytest.param("", "<p>Updated 4 May 2024</p>", "None", id="a change alone"),
        pytest.param("", "<p>When: 12 June 2024</p>", "None", id="when something takes place"),
        pytest.param("", f"{PROSE}<aside><a href='/x'>Sea wall</a> <time datetime='2022-01-09'>9 Jan</time></aside>",
                     "None", id="a teaser's beside it"),
        pytest.param("", "".join(f"<p>{line}</p>" for line in BRIEF) + "<h3>3 Comments</h3><div>Tim 3 May 2024</div>",
                     "None", id="a reader's, under short paragraphs"),
        pytest.param("", "<p>12/2/2021</p>", "2021-12-02", id="an American date with one digit"),
        pytest.param("", "<p>Received 4 August 2022</p><p>Published 2 January 2023</p>", "2023-01-02", id="published"),
    ],
)  # fmt: skip
def test_a_page_in_html_has_its_own_date(head: str, body: str, day: str) -> None:
    """The page's data come first, and a printed date only where it is the story's stamp."""
    page = f'<html lang="en-US"><head>{head}</head><body><h1>{HEADLINE}</h1>{body}{PROSE}</body></html>'
    assert str(clean_article(page).date_published)[:10] == day


def test_a_bare_change_is_no_publication() -> None:
    """“Updated 4 May 2024” says when the page was changed, in HTML as in text."""
    body = f"<h1>{HEADLINE}</h1><p>Updated 4 May 2024</p>{PROSE}"
    for article in (
        clean_article(f"<html><body>{body}</body></html>"),
        clean_article(f"<h1>{HEADLINE}</h1><p class='date'>Updated <time>4 May 2024</time></p>{PROSE}"),
        clean_article(f"<h1>{HEADLINE}</h1><p>Last updated</p><p class='date'>4 May 2024</p>{PROSE}"),
        clean_article("\n\n".join((HEADLINE, "Updated 4 May 2024", *STORY))),
    ):
        assert article.date_published is None
        assert str(article.date_modified) == "2024-05-04 00:00:00"


JAPANESE = (
    "最初の二台のポンプが月曜日に岸壁に到着し、残りのポンプも北部から運ばれている途中だという。",
    "市長は、次の冬の嵐が来る前に二つ目の防波堤が完成すると約束した通りに述べた。",
)
CHINESE = (
    "第一批两台水泵于周一运抵码头，其余的水泵正从北方运来，预计本周内到达。",
    "市长表示，第二道防波堤将在下一个冬季的暴风雨来临之前建成，正如他所承诺的那样。",
)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param((HEADLINE, *STORY, "Comments (2)", "Ann", "3 May 2024 14:21", "I like the pumps."), "None",
                     id="a comment's"),
        pytest.param((HEADLINE, "Jo Doe 3 May 2024 14:21", *STORY), "2024-05-03", id="in the byline"),
        pytest.param((HEADLINE, "The fair is on 12 June 2024", *STORY), "None", id="an event's"),
        pytest.param((HEADLINE, "12 June 2024 - Harbour Fair", "13 June 2024 - Boat race", *STORY), "None",
                     id="a list's"),
        pytest.param((HEADLINE, "12.12.2022 - Harbour Town", *STORY), "2022-12-12", id="before a place"),
        pytest.param((HEADLINE, "Orrin, 3. Mai 2024 – Pressestelle", *STORY), "2024-05-03", id="behind a place"),
        pytest.param((HEADLINE, "Pressemitteilung vom 25. Januar 2022 | Hafenamt", *STORY), "2022-01-25",
                     id="of a release"),
        pytest.param((HEADLINE, "Posted on May 3, 2024 by Jo Doe in News", *STORY), "2024-05-03", id="before “by”"),
        pytest.param((HEADLINE, "03.05.2024 - 10:00 | Son Güncelleme: 04.05.2024 - 11:00", *STORY), "2024-05-03",
                     id="before its change"),
        pytest.param(("水泵运抵港口小镇", "2023年05月06日 10:11 来源：港口新闻网", *CHINESE), "2023-05-06",
                     id="a Chinese source"),
        pytest.param((HEADLINE, "Last updated", "4 May 2024", *STORY), "None", id="under the label of a change"),
        pytest.param((HEADLINE, "Published", "3 May 2024", "Updated", "4 May 2024", *STORY), "2024-05-03",
                     id="under labels"),
        pytest.param(("Sunday, 29 November 2026", "Harbour Post", "Home", "News", HEADLINE, "3 May 2024", *STORY),
                     "2024-05-03", id="below the day on which the page was fetched"),
        pytest.param(("洪水ポンプが港町に到着", "港新聞 2023年5月6日 10:11", *JAPANESE), "2023-05-06",
                     id="a Japanese house"),
    ],
)  # fmt: skip
def test_a_text_has_its_own_date(lines: tuple[str, ...], day: str) -> None:
    """A stamp counts at the headline or right behind the story only."""
    assert str(clean_article("\n\n".join(lines)).date_published)[:10] == day


MENU = tuple(f"Section {n}" for n in "abcdefghijklmnop")
LINKED = (  # as `get_text` breaks a page at its links
    "The first two pumps reached the quay on Monday, and more are on their way,", "the mayor", "said. He hopes that",
    "the second wall", "will be ready before the storms of the next winter, as he had promised to the town.",
    "Nobody was hurt, he said on Monday evening, and", "the school", "of the old town will open again on Thursday.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param(("by", "Jo Doe"), ("Jo Doe",), id="by"),
        pytest.param(("Von", "Jo Doe", "und", "Mara Lind"), ("Jo Doe", "Mara Lind"), id="two, with a German and"),
        pytest.param(("di", "Jo Doe", "3 May 2024"), ("Jo Doe",), id="Italian, over a date"),
        pytest.param(("Jo Doe", "and", "Mara Lind", "3 May 2024"), ("Jo Doe", "Mara Lind"), id="two without a by"),
    ],
)
def test_a_broken_byline_is_no_end_of_the_headline(byline: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Where lines are broken at links, “by” and the name below a headline are a byline of their own."""
    headline = "Flood pumps arrive in harbour town as the mayor hopes for a dry winter"
    article = clean_article("\n".join((*MENU, headline, *byline, *LINKED, *LINKED)))

    assert article.title == headline
    assert article.authors == names


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (
                "The pumps that came to the quay on Monday were made",
                "by",
                "Jo Doe",
                "and his men in the north, where the wind is.",
            ),
            id="by",
        ),
        pytest.param(
            ("At the quay of the old town the mayor had met", "Jo Doe", "and", "Mara Lind", ", who had come by rail."),
            id="and",
        ),
    ],
)
def test_a_broken_sentence_with_a_name_stays_whole(lines: tuple[str, ...]) -> None:
    """A sentence that goes on behind the name holds no byline."""
    article = clean_article("\n".join((*MENU, HEADLINE, *LINKED, *lines, *LINKED)))

    assert any("\n".join(lines) in segment.text for segment in article.segments)
    assert article.authors == ()


def test_a_headline_that_is_printed_twice_is_not_one_line() -> None:
    """Where lines are broken at links, the same line does not go on in itself."""
    headline = "Flood pumps arrive in the harbour town of Orrin"
    assert clean_article("\n".join((*MENU, headline, headline, "made on Monday:", *LINKED, *LINKED))).title == headline


def test_a_word_that_ends_the_entries_of_a_menu_joins_nothing() -> None:
    """“deals” stands at the end of many lines: no headline goes on from it."""
    deals = tuple(f"Old harbour {thing} deals" for thing in ("boat", "pump", "crane", "quay", "wall", "ferry"))
    article = clean_article("\n".join((*MENU, *deals, HEADLINE, *LINKED, *LINKED)))

    assert not any("deals\nFlood" in segment.text for segment in article.segments)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param((HEADLINE, "Jo Doe/Reuters", *STORY), (), id="who took the picture"),
        pytest.param((HEADLINE, "Reviewed By:", "Jo Doe, PhD", "3 May 2024", *STORY), (), id="who reviewed it"),
        pytest.param((HEADLINE, "Zur Playlist", "3 May 2024", *STORY), (), id="a button"),
        pytest.param((HEADLINE, "Photo: Mara Lind", "By Jo Doe", *STORY), ("Jo Doe",), id="under a credit"),
        pytest.param(
            (HEADLINE, "Share", "Jo Doe", "Harbour Correspondent", "3 May 2024", *STORY),
            ("Jo Doe",),
            id="among buttons",
        ),
    ],
)
def test_who_is_the_author(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Who took a picture, reviewed the text or wrote the next one or named a button is not."""
    assert authors(*lines) == names


SPOKEN = (
    "Published by Harbour Press, the book sold out in a week.",
    "Posted by Jo Doe in 2019, the video went round the world.",
    "Geschrieben von Jo Doe, erschien das Buch im letzten Mai.",
    "Écrit par Jo Doe, le livre est sorti en mai.",
    "All officers named by Jo Doe.",
    "Wszyscy celnicy wskazani przez Jana Doe.",
    "A bread machine used by Mara Lind",
    "Painted in 1721 by Mara Lind",
    "Ein Beitrag geteilt von Mara Lind (@maralind)",
    "By Jo Doe's count, forty people came.",
    "By Tuesday Jo Doe had left.",
    "Von Jo Doe fehlt jede Spur.",
    "Authors Jo Doe and Mara Lind met in 2019.",
    "Defendant Jo Doe",
    "Mit Jo Doe und Mara Lind",
    "Avec Jo Doe et Mara Lind",
    "Con Jo Doe y Mara Lind",
    "Com Jo Doe e Mara Lind",
    "Met Jo Doe en Mara Lind",
    "Featuring Mara Lind",
)
LINES = (
    "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
    "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.",
    "The sea wall will be raised by a metre before the winter, the mayor of Orrin said on Tuesday evening.",
)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Translated by Mara Lind", None),
        ("Traduit par Mara Lind", None),
        ("责任编辑：王芳", None),
        ("Von Jo Doe erschossen", None),
        ("By our correspondent", "By our correspondent"),
    ],
)
def test_the_byline_as_it_is_printed(line: str, byline: str | None) -> None:
    """Without a name it is a line that says who wrote it all the same, and no other."""
    assert clean_article("\n\n".join((HEADLINE, line, *STORY))).byline == byline


@pytest.mark.parametrize("line", SPOKEN)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_who_is_spoken_of_is_no_author(line: str, at: int) -> None:
    """A line that has “by” and a name in it, or a name behind what somebody is, wherever it stands and in any form."""
    lines = [*LINES[:at], line, *LINES[at:]]
    html = clean_article(f"<h1>Pumps arrive in Orrin</h1>{''.join(f'<p>{one}</p>' for one in lines)}")
    text = clean_article("\n\n".join(["Pumps arrive in Orrin", *lines]))

    assert (html.authors, text.authors) == ((), ())
    if line.endswith("."):
        assert line in html.text
        assert line in text.text


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2024 by Jo Doe",
        "Submitted by Jo Doe on Tue, 01/17/2012 - 11:07",
        "5 min read · By Jo Doe",
        "2 days ago by Jo Doe",
    ],
)
def test_a_byline_behind_a_date_or_a_mark(line: str) -> None:
    """“By” further on in a line at the headline."""
    html = clean_article(f"<h1>Pumps arrive in Orrin</h1><p>{line}</p>{''.join(f'<p>{one}</p>' for one in LINES)}")

    assert html.authors == ("Jo Doe",)
