"""Figures, other stories and stamps: what the settled lines of a page become as data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from steps import judged, settled, with_kinds

from newsclean import Kind, clean_article
from newsclean.assemble.figures import credit_source, figures
from newsclean.assemble.pictured import html_figures
from newsclean.assemble.related import related_stories
from newsclean.page.block import Finding
from newsclean.press.stamps import dates, reading_minutes

STORY = "| The first two pumps reached the quay on Monday, and more are on their way from the north."
MORE = "| The mayor said that the second wall would be ready before the storms of the next winter."
CRANE, CREW = "A crane lowers a pump onto the quay", "Men look on as the pump is lowered"


def told(*lines: str, of: tuple[str, ...] = ("position", "caption", "credit", "alt")) -> list[tuple[Any, ...]]:
    """The figures of a page of these lines, as the values of these fields."""
    return [tuple(figure[name] for name in of) for figure in figures(settled("\n".join(lines)))]


# Figures of text


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((STORY, MORE), id="a story"),
        pytest.param((STORY, "related | Sea wall to be raised", "media | 1 / 5"), id="no line of a picture"),
    ],
)
def test_no_figures(lines: tuple[str, ...]) -> None:
    """A page without captions and credits has none."""
    assert told(*lines) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((f"caption | {CRANE}", STORY), [(0, CRANE, None, None)], id="over the story"),
        pytest.param((STORY, f"caption | {CRANE}", MORE), [(1, CRANE, None, None)], id="between paragraphs"),
        pytest.param((STORY, MORE, f"caption | {CRANE}"), [(2, CRANE, None, None)], id="behind the story"),
        pytest.param(
            (STORY, f"caption | {CRANE}", "credit | Photo: Jo Doe/AP", MORE), [(1, CRANE, "Jo Doe/AP", None)],
            id="its credit under it",
        ),
        pytest.param(
            (STORY, "credit | Photo: Jo Doe/AP", f"caption | {CRANE}", MORE), [(1, CRANE, "Jo Doe/AP", None)],
            id="its credit over it",
        ),
        pytest.param(
            (STORY, f"caption | {CRANE}", "credit | Jo Doe", "credit | AP"), [(1, CRANE, "Jo Doe AP", None)],
            id="its credit in two lines",
        ),
        pytest.param(
            (STORY, f"caption | {CRANE}", "credit | Jo Doe/AP", "credit | JO DOE/AP"), [(1, CRANE, "JO DOE/AP", None)],
            id="its credit twice",
        ),
        pytest.param(
            (STORY, f"caption_repeat | {CRANE}", f"caption | {CRANE}", MORE), [(1, CRANE, None, CRANE)],
            id="its alternative text over it",
        ),
        pytest.param(
            (STORY, f"caption_repeat | {CRANE}", f"caption | {CRANE} on Monday", MORE),
            [(1, f"{CRANE} on Monday", None, CRANE)],
            id="an alternative text that says nearly the same",
        ),
        pytest.param(
            (f"caption | {CRANE}", STORY, f"caption | {CRANE}", MORE), [(0, CRANE, None, CRANE)],
            id="twice on the page is one",
        ),
        pytest.param(
            (STORY, f"caption | {CRANE}", f"caption | {CREW}", MORE), [(1, CRANE, None, None), (1, CREW, None, None)],
            id="two",
        ),
        pytest.param((STORY, "credit | Photo: Jo Doe/AP", MORE), [(1, None, "Jo Doe/AP", None)], id="a credit alone"),
        pytest.param((STORY, MORE, "credit | Photo: Jo Doe/AP"), [(2, None, "Jo Doe/AP", None)], id="one at the end"),
        pytest.param(
            (STORY, f"caption | {CRANE}", MORE, "credit | Photo: Jo Doe/AP"),
            [(1, CRANE, None, None), (2, None, "Jo Doe/AP", None)],
            id="a credit beyond a paragraph is another's",
        ),
        pytest.param(
            (STORY, f"caption | {CRANE} (Jo Doe/AP)", "credit | Photo: Mara Lind", MORE),
            [(1, CRANE, "Jo Doe/AP", None), (1, None, "Mara Lind", None)],
            id="a credit under one that has its own is another's",
        ),
    ],
)  # fmt: skip
def test_figures(lines: tuple[str, ...], expected: list[tuple[Any, ...]]) -> None:
    """Captions, alternative texts and credits that stand together are one figure, where it stands in the story."""
    assert told(*lines) == expected


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (CRANE, CRANE, None),
        ("Image caption writers are paid by the line", "Image caption writers are paid by the line", None),
        (f"Image caption {CRANE}", CRANE, None),
        (f"Image copyright Jo Doe Image caption {CRANE}", CRANE, "Jo Doe"),
        (f"Image source, AFP Image caption, {CRANE}", CRANE, "AFP"),
    ],
)
def test_the_labels_of_a_caption_are_not_of_it(line: str, caption: str, credit: str | None) -> None:
    """“Image caption”, and the credit with its label before that."""
    assert told(STORY, f"caption | {line}", MORE) == [(1, caption, credit, None)]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("시는 두 번째 배를 내년에 사기로 하고 예산을 의회에 냈다고 월요일에 밝혔다./뉴스1", None),
        ("김하나 시장이 항구에서 열린 '새 여객선 취항' 설명회에서 시민들에게 인사하고 있다./뉴스1", "뉴스1"),
    ],
)
def test_a_korean_caption_with_its_agency(line: str, credit: str | None) -> None:
    """What is being done, before a slash and an agency, is seen in a picture; what was done is of the story."""
    story = (
        "첫 번째 펌프 두 대가 월요일 부두에 도착했고 나머지 네 대도 북쪽에서 오고 있다고 시는 밝혔다.",
        "다친 사람은 없었으며 승객 마흔 명은 자정 전에 모두 어선으로 육지에 옮겨졌다고 회사는 말했다.",
    )
    article = clean_article("\n".join((line, *story)))
    assert [figure.credit for figure in article.figures] == ([credit] if credit else [])
    assert (line.partition("/")[0] in article.text) == (credit is None)


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        pytest.param("Guests look at it. | The town hall", "Guests look at it. | The town hall", None, id="no label"),
        pytest.param("Guests look at it. | Photo by Jo Doe", "Guests look at it.", "Jo Doe", id="behind a bar"),
        pytest.param("A crane on a quay. AP (Jo Doe)", "A crane on a quay.", "AP (Jo Doe)", id="no half bracket"),
    ],
)  # fmt: skip
def test_the_credit_of_a_caption_in_html(caption: str, said: str, credit: str | None) -> None:
    """What a figure's caption ends with, whole and without its label."""
    page = (
        f"<h1>Pumps arrive</h1><p>{STORY[2:]}</p><figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    )
    figure = clean_article(f"{page}<p>{MORE[2:]}</p>").figures[0]
    assert (figure.caption, figure.credit) == (said, credit)


def test_a_file_name_is_no_caption() -> None:
    """The name of a picture's file is its alternative text, and its caption may follow."""
    page = settled(f"x | crane.jpg\nx | {CREW}\n{STORY}")
    kinds = (Finding("caption", "", "sure", "caption.file_name"), Finding("caption", "", "sure", "story.path"))
    found = figures(page._replace(kinds=(*kinds, page.kinds[2])))
    assert [(f["caption"], f["alt"]) for f in found] == [(None, "crane.jpg"), (CREW, None)]


def test_a_figure_tells_where_it_stands() -> None:
    """Its spans are all places of the page where something of it is said, in order."""
    lines = (STORY, "credit | Photo: Jo Doe/AP", f"caption | {CRANE}", MORE)
    page = settled("\n".join(lines))
    (figure,) = figures(page)
    assert [page.source[a:b] for a, b in figure["spans"]] == ["Photo: Jo Doe/AP", CRANE]
    assert set(figure) == {"caption", "credit", "alt", "url", "position", "spans"}


@pytest.mark.parametrize("lines", [(STORY, "credit | Photo: Jo Doe/AP", MORE), (STORY, "credit | Photo: Jo Doe/AP")])
def test_a_credit_alone_tells_where_it_stands(lines: tuple[str, ...]) -> None:
    """Amid the story and at its end."""
    page = settled("\n".join(lines))
    assert [[page.source[a:b] for a, b in f["spans"]] for f in figures(page)] == [["Photo: Jo Doe/AP"]]


def test_a_figure_of_markdown_has_its_address() -> None:
    """The address of a picture is that of the figure whose caption its text is."""
    page = judged(f"{STORY[2:]}\n\n![{CRANE}](/a.jpg)\n\n{MORE[2:]}", "markdown")
    found = figures(with_kinds(page, ["", "caption", ""]))
    assert [(f["caption"], f["url"]) for f in found] == [(CRANE, "/a.jpg")]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        pytest.param("Jo Doe/AP", "Jo Doe/AP", id="bare"),
        pytest.param("Jo Doe/AP: Harbour Post", "Jo Doe/AP: Harbour Post", id="a colon behind a slash"),
        pytest.param(f"{'x' * 31}: Jo Doe", f"{'x' * 31}: Jo Doe", id="31 characters are no label"),
        pytest.param("Jo Doe:", "Jo Doe:", id="nothing behind the colon"),
        pytest.param("(Photo: Jo Doe/AP)", "Jo Doe/AP", id="brackets and label"),
        pytest.param(f"{'x' * 30}: Jo Doe", "Jo Doe", id="30 characters are a label"),
        pytest.param("© Jo Doe.", "Jo Doe", id="a sign and a full stop"),
        pytest.param("[Foto: – Jo Doe –]", "Jo Doe", id="dashes"),
    ],
)
def test_the_source_of_a_credit(text: str, credit: str) -> None:
    """A credit without what stands around it."""
    assert credit_source(text) == credit


# Figures of HTML

PAGE = "<!doctype html><title>Pumps</title><h1>Pumps arrive in town</h1>"
BODY = f"<p>{STORY[2:]}</p>"


def seen(html: str, **kinds: str) -> list[tuple[Any, ...]]:
    """The figures of a page whose lines are of the story, but for those of these kinds, named by their first word."""
    page = judged(f"{PAGE}{html}", "html")
    given = [kinds.get(b.text.split()[0], "title" if b.number == page.title else "") for b in page.blocks]
    page = with_kinds(page, given)
    assert page.html is not None
    return [(f["position"], f["url"], f["caption"], f["credit"], f["alt"]) for f in html_figures(page, page.html)]


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param('<img src="/logo.png">', id="a logo"),
        pytest.param('<img src="/a.jpg" alt="Avatar of Jo Doe">', id="a portrait, by its text"),
        pytest.param('<img src="/a.gif">', id="an animation"),
        pytest.param('<img src="/a.svg?x=1">', id="a drawing"),
        pytest.param('<img src="/a.jpg" width="120">', id="120 pixels are small"),
        pytest.param('<div class="related"><p>Ebb</p><img src="/a.jpg"></div>', id="of another story"),
    ],
)
def test_no_picture_of_the_story(picture: str) -> None:
    """What is no picture, or none of the story's, is left out where it has no caption."""
    assert seen(f"{BODY}{picture}{BODY}", Ebb="related") == []


def test_pictures_before_and_behind() -> None:
    """A picture without caption is the story's in it and close over it, not behind its last paragraph."""
    picture = '<img src="/a.jpg">'
    assert seen(f"{BODY}<p>Ebb</p>{picture}<p>Ebb</p>", Ebb="navigation") == []
    assert seen(f"{picture}{BODY}") == [(0, "/a.jpg", None, None, None)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<img src="/a.jpg">', (1, "/a.jpg", None, None, None), id="a picture alone"),
        pytest.param('<img src="/a.jpg" width="121">', (1, "/a.jpg", None, None, None), id="121 pixels"),
        pytest.param('<img src="/a.jpg" alt="Quay">', (1, "/a.jpg", None, None, "Quay"), id="its text"),
        pytest.param(
            '<figure><img src="/a.jpg" alt="Quay"><figcaption>Crane on a quay</figcaption></figure>',
            (1, "/a.jpg", "Crane on a quay", None, "Quay"),
            id="its caption",
        ),
        pytest.param(
            '<figure><img src="/logo.png"><figcaption>Crane on a quay</figcaption></figure>',
            (1, "/logo.png", "Crane on a quay", None, None),
            id="a logo with a caption",
        ),
        pytest.param(
            '<figure><img src="/a.jpg"><figcaption><p>Crane on a quay (Mara Lind/AP)</p><p>Photo: Jo Doe</p>'
            "<p>Crane on</p></figcaption></figure>",
            (1, "/a.jpg", "Crane on a quay", "Mara Lind/AP Jo Doe", None),
            id="a credit in it and one under it, and its beginning again",
        ),
        pytest.param(
            '<figure><img src="/a.jpg"><figcaption><p>Crane on a quay</p><p>Crane at sea</p></figcaption></figure>',
            (1, "/a.jpg", "Crane on a quay Crane at sea", None, None),
            id="of two lines",
        ),
        pytest.param(
            '<figure><img src="/a.jpg"><figcaption><p>Crane on a quay</p><p>Photo: Jo Doe</p></figcaption></figure>',
            (1, "/a.jpg", "Crane on a quay", "Jo Doe", None),
            id="its credit",
        ),
    ],
)
def test_pictures(html: str, expected: tuple[Any, ...]) -> None:
    """A picture in the story with its address, caption, credit and alternative text."""
    assert seen(f"{BODY}{html}{BODY}", Crane="caption", **{"Photo:": "credit"}) == [expected]


def test_no_figures_without_a_story() -> None:
    """A page without a story has no pictures of it."""
    page = judged(f'{PAGE}<img src="/a.jpg"><p>Ebb</p>', "html")
    assert page.html is not None
    assert html_figures(with_kinds(page, ["navigation"] * len(page.blocks)), page.html) == []


# Other stories


def pointed(*lines: str) -> list[tuple[str | None, str]]:
    """Lead-in and title of each other story that a page of these lines points to."""
    return [(story["lead_in"], story["title"]) for story in related_stories(settled("\n".join((STORY, *lines))))]


WALL = "Sea wall to be raised"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("related | Most read", id="the title of a list"),
        pytest.param("related | Sea wall", id="two words"),
        pytest.param("related | a b c", id="five characters"),
        pytest.param("related | By Mara Lind", id="the byline of a card"),
        pytest.param("related | 3 May 2024", id="the date of a card"),
        pytest.param("related | Friday, 3 May 2024 Orrin", id="a date and a word"),
        pytest.param(f"related | {'word ' * 31}", id="31 words"),
        pytest.param("related | a b cd", id="three words in no list"),
        pytest.param("related | The council met on Monday and on Tuesday.", id="a sentence, as under a headline"),
        pytest.param("related | Read more on these matters:", id="what leads to a list"),
        pytest.param("related | Mara Lind, Jo van Doe, Una Fells", id="who wrote it"),
        pytest.param("related | © The Harbour Post of Orrin", id="whose it is"),
        pytest.param(f"promo | {WALL}", id="of another kind"),
    ],
)
def test_no_other_story(line: str) -> None:
    """What stands in a list of other stories besides their headlines."""
    assert pointed(line) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((f"related | {WALL}",), [(None, WALL)], id="a headline"),
        pytest.param(("related | a b c d",), [(None, "a b c d")], id="four words"),
        pytest.param(("related | Most read", "related | a b cd"), [("Most read", "a b cd")], id="three, in a list"),
        pytest.param((f"related | {'word ' * 30}",), [(None, ("word " * 30).strip())], id="30 words"),
        pytest.param((f"related | * {WALL}", "related | 2. Ferry fares go up"),
                     [(None, WALL), (None, "Ferry fares go up")], id="marks of entries"),
        pytest.param(("related | Ferry is banned in the U.S.",), [(None, "Ferry is banned in the U.S.")], id="a short"),
        pytest.param(("related | More from Orrin", f"related | {WALL}"), [("More from Orrin", WALL)], id="its place"),
        pytest.param((f"related | Read more: {WALL}",), [("Read more:", WALL)], id="with its lead-in"),
        pytest.param((f"related | Read more | {WALL}",), [("Read more |", WALL)], id="with a bar"),
        pytest.param((f"related | Read more > {WALL} >",), [("Read more >", WALL)], id="with an arrow"),
        pytest.param((f"related | Read more: {WALL}: why",), [("Read more:", f"{WALL}: why")], id="the first colon"),
        pytest.param((f"related | Read more：{WALL}",), [("Read more：", WALL)], id="with a wide colon"),
        pytest.param((f"related | Read more XX {WALL} X",), [(None, f"Read more XX {WALL} X")], id="without a mark"),
        pytest.param(("related | Sign up: sea wall is paid",), [(None, "Sign up: sea wall is paid")], id="no lead-in"),
        pytest.param(
            ("related | Sea wall", f"related | {WALL}"), [(None, WALL)], id="behind one that is no headline"
        ),
        pytest.param(("related | Sea wall: who pays",), [(None, "Sea wall: who pays")], id="a colon of its own"),
        pytest.param(("related | Most read", f"related | {WALL}"), [("Most read", WALL)], id="under a title"),
        pytest.param(
            ("related | Most read", f"related | Read more: {WALL}"), [("Read more:", WALL)], id="its own lead-in first"
        ),
        pytest.param(
            ("related | Most read", "slug | sea-wall-to-be-raised", f"related | {WALL}"), [("Most read", WALL)],
            id="a slug between them",
        ),
        pytest.param(
            ("related | Most read", "share | Ebb", f"related | {WALL}"), [(None, WALL)], id="another line between them"
        ),
        pytest.param((f"related | {WALL}", f"related | {WALL.upper()}"), [(None, WALL)], id="each once"),
        pytest.param(
            (f"related | {WALL}", "related | Ferry timetable is out"), [(None, WALL), (None, "Ferry timetable is out")],
            id="two",
        ),
    ],
)  # fmt: skip
def test_other_stories(lines: tuple[str, ...], expected: list[tuple[str | None, str]]) -> None:
    """Headlines with the lead-in that stands before them or over their list."""
    assert pointed(*lines) == expected


def test_where_another_story_stands() -> None:
    """Its place is that of its title, without the lead-in; a text knows no address."""
    page = settled(f"{STORY}\nrelated | Read more: {WALL}\nrelated | Ferry is out again\nshare | Ebb")
    stories = related_stories(page)
    assert [page.source[story["start"] : story["end"]] for story in stories] == [WALL, "Ferry is out again"]
    assert [story["url"] for story in stories] == [None, None]


def test_where_another_story_of_two_lines_stands() -> None:
    """Its place in the source, where its lines are joined."""
    page = settled(f"{STORY}\nrelated | Pumps fail at sea")
    last = page.blocks[-1]
    broken = page.source.replace("Pumps fail", "Pumps \n  fail")
    page = page._replace(source=broken, blocks=(*page.blocks[:-1], last._replace(end=len(broken.rstrip()))))
    (story,) = related_stories(page)
    assert broken[story["start"] : story["end"]] == "Pumps \n  fail at sea"


@pytest.mark.parametrize("kind", ["byline", "timestamp", "navigation"])
def test_lines_of_a_card(kind: str) -> None:
    """What a rule takes for another line of a card is no headline."""
    page = settled(f"{STORY}\nrelated | {WALL}")
    finding = Finding(kind, "", "hint")  # type: ignore[arg-type]  # kinds of the row
    assert related_stories(page._replace(findings=((), (finding,)))) == []


def test_the_address_of_another_story() -> None:
    """In HTML it has the address of its one link."""
    page = judged(f'{PAGE}{BODY}<p><a href="/wall">{WALL}</a></p>', "html")
    page = with_kinds(page, [*[""] * (len(page.blocks) - 1), "related"])
    assert [story["url"] for story in related_stories(page)] == ["/wall"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            f'<a href="/sport">Sport</a> <a href="/wall">{WALL}</a>', (f"Sport {WALL}", "/wall"), id="section"
        ),
        pytest.param(f'<a href="/wall">2. {WALL}</a>', (WALL, "/wall"), id="rank"),
        pytest.param(f"Read also: {WALL}", (WALL, None), id="lead-in"),
        pytest.param("These stories may be of interest to you", None, id="a list's title"),
        pytest.param('We use your data as <a href="/rules">these rules</a> say that we do', None, id="a notice"),
        pytest.param('<a href="/author/mara">Mara van der Lind</a>', None, id="who wrote it"),
        pytest.param('<a href="/p/1">— Mara Lind (@maralind) May 3, 2024</a>', None, id="a post"),
        pytest.param(" ".join(f'<a href="/{n}">Harbour {n}</a>' for n in range(4)), None, id="a row of a menu"),
    ],
)
def test_what_is_another_story_in_html(line: str, expected: tuple[str, str | None] | None) -> None:
    """A link to one; what else its card, its list or the page says is none."""
    page = judged(f"{PAGE}{BODY}<p>{line}</p>", "html")
    page = with_kinds(page, [*[""] * (len(page.blocks) - 1), "related"])
    found = [(story["title"], story["url"]) for story in related_stories(page)]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        pytest.param(
            '<a href="/more">More from Orrin now</a>',
            "related",
            [(None, "More from Orrin now"), (None, WALL)],
            id="link",
        ),
        pytest.param("Orrin has more", "related", [(None, WALL)], id="no link"),
        pytest.param("More from Orrin", "promo", [(None, WALL)], id="another kind"),
        pytest.param("More from Orrin", "related", [("More from Orrin", WALL)], id="a title"),
    ],
)
def test_the_title_of_a_list_that_names_its_place(
    line: str, kind: Kind, expected: list[tuple[str | None, str]]
) -> None:
    """A line that begins as such titles do, and is no link, over one that is: it is no story of its own."""
    page = judged(f'{PAGE}{BODY}<p>{line}<p><a href="/wall">{WALL}</a></p>', "html")
    page = with_kinds(page, [*[""] * (len(page.blocks) - 2), kind, "related"])
    assert [(story["lead_in"], story["title"]) for story in related_stories(page)] == expected


# Stamps

FRIDAY, SATURDAY = datetime(2024, 5, 3), datetime(2024, 5, 4)


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        pytest.param((), None, None, id="no line"),
        pytest.param(("3 hours ago",), None, None, id="no date"),
        pytest.param(("Updated often",), None, None, id="a change without a date"),
        pytest.param(("3 May 2024",), FRIDAY, None, id="a date"),
        pytest.param(("3 May 2024", "4 May 2024"), FRIDAY, None, id="the first of two"),
        pytest.param(("3 May 2024", "Updated 4 May 2024"), FRIDAY, SATURDAY, id="and a change"),
        pytest.param(("Updated 4 May 2024", "3 May 2024"), FRIDAY, SATURDAY, id="the change first"),
        pytest.param(("3 May 2024, updated 4 May 2024",), FRIDAY, SATURDAY, id="both in one line"),
        pytest.param(("Updated 4 May 2024",), None, SATURDAY, id="a change alone"),
        pytest.param(("Updated 4 May 2024", "Updated 3 May 2024"), None, SATURDAY, id="the first change"),
        pytest.param(("Aktualisiert: 4. Mai 2024",), None, SATURDAY, id="a change alone, in German"),
        pytest.param(("Actualitzat el 4 de maig de 2024",), None, SATURDAY, id="a change alone, in Catalan"),
        pytest.param(("2024/5/3 10:00 (2024/5/4更新)",), datetime(2024, 5, 3, 10), SATURDAY, id="its word comes last"),
        pytest.param(("1 January 1970",), None, None, id="the beginning of Unix time"),
        pytest.param(("01.01.1970", "3 May 2024"), FRIDAY, None, id="and a date"),
    ],
)
def test_dates(lines: tuple[str, ...], published: datetime | None, modified: datetime | None) -> None:
    """When it was published, and when changed; what is only said to be changed has no date of publication."""
    assert dates(lines) == (published, modified)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        pytest.param((), None, id="no line"),
        pytest.param(("3 min ago",), None, id="no word of reading"),
        pytest.param(("Read it now",), None, id="no minutes"),
        pytest.param(("0 min read",), None, id="no time"),
        pytest.param(("181 min read",), None, id="more than three hours"),
        pytest.param(("1 min read",), 1, id="one minute"),
        pytest.param(("180 min read",), 180, id="three hours"),
        pytest.param(("3 May 2024", "4-min read", "5 min read"), 4, id="the first that says so"),
    ],
)
def test_reading_minutes(lines: tuple[str, ...], minutes: int | None) -> None:
    """The time that a stamp says it takes to read, up to three hours."""
    assert reading_minutes(lines) == minutes


# Figures of HTML

HEAD = f"<h1>Flood pumps arrive in harbour town</h1><p>{STORY[2:]}</p>"
TAIL = (
    "<p>The mayor said that the second wall would be ready before the storms of the next winter, if money allows.</p>"
)


@pytest.mark.parametrize(
    ("html", "url"),
    [
        pytest.param('<picture><source srcset="/a.jpg 400w"><img alt="A pump"></picture>', "/a.jpg", id="a source"),
        pytest.param(
            '<picture><source srcset="/b.jpg 400w"><img src="/a.jpg" alt="A pump"></picture>', "/a.jpg", id="its own"
        ),
        pytest.param(
            '<figure><img alt="A pump"><noscript><img src="/a.jpg" alt="A pump"></noscript></figure>',
            "/a.jpg",
            id="a twin without scripts",
        ),
        pytest.param(
            """<img alt="A pump" data-src='{"width": 800, "src": "/a.jpg"}'>""", "/a.jpg", id="JSON for a script"
        ),
    ],
)
def test_where_a_picture_comes_from(html: str, url: str) -> None:
    """A picture without an address of its own has that of the source, the twin or the JSON beside it."""
    found = clean_article(f"<!doctype html><article>{HEAD}{html}{TAIL}</article>").figures

    assert [(figure.url, figure.alt) for figure in found] == [(url, "A pump")]


@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        pytest.param("岸壁に降ろされる新しいポンプ", "岸壁に降ろされる新しいポンプ", None, id="Japanese: none"),
        pytest.param(
            "岸壁に降ろされるポンプ（写真：土井丈）", "岸壁に降ろされるポンプ", "土井丈", id="Japanese: label"
        ),
        pytest.param("码头上卸下的水泵（图片来源：林小舟）", "码头上卸下的水泵", "林小舟", id="Chinese: label"),
        pytest.param("工人把水泵摄入镜头的一刻", "工人把水泵摄入镜头的一刻", None, id="Chinese: the word inside"),
    ],
)
def test_a_credit_behind_a_caption_without_blanks(said: str, caption: str, credit: str | None) -> None:
    """In scripts without blanks, too, the credit at a caption's end is parted from it."""
    html = f'<figure><img src="/a.jpg"><figcaption>{said}</figcaption></figure>'
    found = clean_article(f"<!doctype html><article>{HEAD}{html}{TAIL}</article>").figures

    assert [(figure.caption, figure.credit) for figure in found] == [(caption, credit)]


@pytest.mark.parametrize("name", ["standfirst", "subtitle"])
def test_a_marked_standfirst_is_the_description(name: str) -> None:
    """The paragraph that the markup calls the standfirst is the description, and stays in the text."""
    said = "The pumps will keep the old quay dry, say the engineers of Orrin."
    page = f"<!doctype html><article>{HEAD.replace('</h1>', f'</h1><p class={name}>{said}</p>')}{TAIL}</article>"
    article = clean_article(page)

    assert article.description == said
    assert clean_article(page.replace(f" class={name}", "")).description is None


SHOTS = (
    "A crane lowers a pump onto the quay on Monday.",
    "The mayor of Orrin speaks to the men of the harbour.",
    "Children watch from the wall of the old school.",
    "Water stands in a cellar of the old town.",
    "Two boats leave the bay at dawn.",
)


@pytest.mark.parametrize(
    "credit", [pytest.param("Photo: Jo Doe/AP", id="with a label"), pytest.param("(Jo Doe/AP)", id="in brackets")]
)
def test_captions_in_one_line(credit: str) -> None:
    """Five captions that a dump has left in one line are five figures; a sentence with credits in it is none."""
    story = [
        "The first two pumps reached the quay on Monday, and more are on their way from the north of the country.",
        "The mayor said that the second wall would be ready before the storms of the next winter, as he had promised.",
    ]
    line = " ".join(f"{shot} {credit}" for shot in SHOTS)
    article = clean_article("\n\n".join(["Flood pumps arrive in harbour town", *story, line]))
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(shot, "Jo Doe/AP") for shot in SHOTS]
    assert article.text == "\n\n".join(story)

    told = "The pool of three (Jo Doe/AP), of two (Mara Lind/AP) and of one (Ann Rees/AP) went home on Monday evening."
    article = clean_article("\n\n".join(["Flood pumps arrive in harbour town", *story, told]))
    assert told in article.text
