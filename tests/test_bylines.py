"""Which line says who wrote the story: by where it stands, what it is, and what stands beside it."""

from __future__ import annotations

import pytest
from steps import settled

from newsclean.assemble.people import Byline, byline, reconciled
from newsclean.assemble.persons import agency_in

TITLE = "title | Flood pumps arrive in harbour town"
STORY = "| The first two pumps reached the quay on Monday, and more are on their way from the north."
EBB = ("navigation | Ebb",)
BY, DATED = "byline | By Jo Doe", "byline | Jo Doe | 3 May 2024"
ANN = "byline | By Ann Rees"
NAME = "byline | Mara Lind"
WHEN = "timestamp | 3 May 2024"
JO, MARA = ("Jo Doe",), ("Mara Lind",)


def found(*lines: str) -> Byline:
    """The byline of a page of these lines, with the headline that is marked so, if one is."""
    page = settled("\n".join(lines))
    titles = [n for n, k in enumerate(page.kinds) if k.kind == "title"]
    return byline(page._replace(title=titles[0] if titles else -1))


@pytest.mark.parametrize(
    ("lines", "is_its"),
    [
        pytest.param((BY, *EBB * 15, TITLE, STORY), True, id="sixteen lines over the headline, with a label"),
        pytest.param((BY, *EBB * 16, TITLE, STORY), False, id="seventeen lines over it"),
        pytest.param((DATED, *EBB * 3, TITLE, STORY), True, id="four lines over it, with a date"),
        pytest.param((DATED, *EBB * 4, TITLE, STORY), False, id="five lines over it, with a date"),
        pytest.param((TITLE, STORY, *EBB * 10, BY, *EBB * 9, STORY), True, id="twelve lines below it"),
        pytest.param((TITLE, STORY, *EBB * 11, DATED, *EBB * 9, STORY), False, id="thirteen lines below it"),
        pytest.param((TITLE, *EBB * 20, STORY, BY, *EBB * 9, STORY), True, id="under the story's first line"),
        pytest.param((TITLE, *EBB * 20, STORY, *EBB, DATED, *EBB * 9, STORY), True, id="two lines under it"),
        pytest.param((TITLE, *EBB * 20, STORY, *EBB * 2, DATED, *EBB * 9, STORY), False, id="three lines under it"),
        pytest.param((TITLE, *EBB * 39, BY, *EBB, STORY), True, id="forty lines below it"),
        pytest.param((TITLE, *EBB * 44, BY, STORY, STORY, STORY), True, id="right over a story that is far away"),
        pytest.param((TITLE, *EBB * 44, STORY, BY, STORY, STORY), True, id="right under its first line"),
        pytest.param((TITLE, *EBB * 60, BY, *EBB * 11, STORY, STORY), True, id="twelve lines over it"),
        pytest.param((TITLE, *EBB * 60, DATED, *EBB * 12, STORY, STORY), False, id="thirteen, with a date"),
        pytest.param((TITLE, *EBB * 60, BY, *EBB * 39, STORY, STORY), True, id="forty lines over it, with a label"),
        pytest.param((TITLE, *EBB * 60, BY, ANN, *EBB * 40, STORY, STORY), False, id="forty-one, one of two"),
        pytest.param((TITLE, *EBB * 60, BY, BY, *EBB * 40, STORY, STORY), True, id="the only one"),
        pytest.param(
            (*EBB * 5, TITLE, STORY, *EBB * 60, BY, *EBB * 9, STORY), False, id="the only one, of a whole page"
        ),
        pytest.param((*EBB * 9, DATED, *EBB * 11, STORY, STORY), True, id="no headline: twelve lines over the story"),
        pytest.param((*EBB * 9, DATED, *EBB * 12, STORY, STORY), False, id="no headline: thirteen"),
        pytest.param((STORY, *EBB, BY, *EBB * 9, STORY), True, id="no headline: two lines below its first"),
        pytest.param((STORY, *EBB * 2, DATED, *EBB * 9, STORY), False, id="no headline: three lines below its first"),
        pytest.param((TITLE, *EBB * 30, STORY, STORY, *EBB * 3, BY), True, id="four lines behind the story"),
        pytest.param((TITLE, *EBB * 30, STORY, STORY, *EBB * 4, DATED), False, id="five lines behind it"),
        pytest.param((TITLE, *EBB * 30, STORY, STORY, *["share | Share"] * 9, DATED), True, id="behind its buttons"),
        pytest.param((TITLE, *EBB * 30, STORY, STORY, BY, STORY), True, id="before its last line"),
        pytest.param((TITLE, *EBB * 30, *[STORY] * 3, DATED, STORY, STORY), False, id="further up in it"),
        pytest.param((TITLE, *EBB * 30, *[STORY] * 3, "related | By Jo Doe"), False, id="of another story behind it"),
        pytest.param((TITLE, "related | Read more", BY, STORY, STORY), True, id="under a lead-in"),
        pytest.param((TITLE, *EBB * 9, BY), True, id="no story"),
        pytest.param((TITLE, STORY, "byline | Jo Doe"), True, id="a name alone at the end of the page"),
        pytest.param((TITLE, STORY, "| -- Jo Doe"), True, id="signed"),
        pytest.param(
            (TITLE, *EBB * 40, *[STORY] * 4, "byline | Jo Doe", WHEN), False, id="a name over its date behind"
        ),
        pytest.param((TITLE, STORY, "| -- The end"), False, id="no signature"),
        pytest.param((TITLE, STORY, "| Talks on jo doe go on.", "| -- Jo Doe"), False, id="words that it writes small"),
    ],
)
def test_where_a_byline_stands(lines: tuple[str, ...], *, is_its: bool) -> None:
    """Around the headline and down to the story's first lines, or right behind its last."""
    assert found(*lines).authors == (JO if is_its else ())


@pytest.mark.parametrize(
    ("line", "names", "is_marked"),
    [
        pytest.param("byline | By Jo Doe", JO, True, id="a label"),
        pytest.param("byline | 1. By Jo Doe", JO, True, id="behind the mark of a list"),
        pytest.param("byline | By Jo", (), False, id="one word is too short"),
        pytest.param("byline | By Joan", ("Joan",), True, id="one word"),
        pytest.param("byline | By joan", (), False, id="no name"),
        pytest.param("byline | By AP", ("AP",), True, id="an agency"),
        pytest.param("byline | By JOAN", (), False, id="capitals"),
        pytest.param("byline | Von Joan", (), False, id="one word behind another label"),
        pytest.param("byline | Edited by Jo Doe", (), False, id="another's work"),
        pytest.param("byline | 기사 김가나 기자", ("김가나",), True, id="Korean"),
        pytest.param("timestamp | 3 May 2024 by Jo Doe", JO, True, id="behind a date"),
        pytest.param("timestamp | 3 May 2024, photos by Jo Doe", (), False, id="another's work behind a date"),
        pytest.param("byline | Harbour | By Jo Doe | 3 May 2024", JO, True, id="between bars"),
        pytest.param("byline | Harbour | By Jo Doe | 5 min", JO, True, id="beside the time that it takes to read"),
        pytest.param("byline | Harbour | By Jo Doe | Orrin", (), False, id="between bars, without a date"),
        pytest.param("byline | Jo Doe 3 May 2024", JO, True, id="before its date"),
        pytest.param("byline | 3 May 2024 Jo Doe", JO, True, id="behind its date"),
        pytest.param("byline | Jo Doe | 3 May 2024", JO, True, id="before a bar and its date"),
        pytest.param("byline | Jo Doe | 3 min read", JO, True, id="before a bar and its minutes"),
        pytest.param("byline | Jo Doe | Orrin", (), False, id="before a bar and a place"),
        pytest.param("byline | Jo Doe, Staff Writer", JO, True, id="before a role"),
        pytest.param("byline | Jo Doe Staff Writer", JO, True, id="before a role, without a comma"),
        pytest.param("byline | Jo Doe, Staff Writer in old Orrin town", (), False, id="a role and more"),
        pytest.param("byline | Jo Doe of the old town quay Staff Writer", (), False, id="six words before a role"),
        pytest.param("byline | • Jo Doe, Staff Writer", JO, True, id="before a role, with the mark of a list"),
        pytest.param("byline | By: Jo Doe", JO, True, id="a label with a colon"),
        pytest.param("byline | 3 May 2024 | By Joan", ("Joan",), True, id="one word between bars"),
        pytest.param("byline | Jo, Staff Writer", (), False, id="a role, and no whole name"),
        pytest.param("byline | Mara Lind", MARA, False, id="a name alone, under the headline"),
        pytest.param("author_bio | Jo Doe is a reporter for The Harbour Post.", JO, False, id="a note"),
        pytest.param("author_bio | About: Jo Doe is a reporter for The Post.", JO, False, id="a note with a title"),
        pytest.param("author_bio | About the author: Jo Doe has boats.", JO, False, id="whoever, under a title"),
        pytest.param("author_bio | Jo Doe has boats.", (), False, id="not whoever without one"),
        pytest.param("author_bio | Who is a reporter for The Harbour Post.", (), False, id="a note on nobody"),
        pytest.param("related | By Jo Doe", JO, False, id="a label, in what was taken for another story"),
        pytest.param("related | Jo Doe 3 May 2024", (), False, id="without one it is of that"),
        pytest.param("share | By Jo Doe", JO, True, id="a label, among buttons"),
        pytest.param("share | Jo Doe 3 May 2024", (), False, id="without one it is none"),
        pytest.param("navigation | Jo Doe5 hours ago", JO, True, id="a name and hours, with no blank between"),
        pytest.param("navigation | Jo Doe5 pumps", (), False, id="a name and a count"),
        pytest.param("kicker | byJo Doe", JO, True, id="a label and a name, with no blank between"),
        pytest.param("kicker | deAnn Lind", (), False, id="a name that a label seems to open"),
        pytest.param("byline | Mara Lindchevron-right", MARA, False, id="a name and the name of an icon"),
        pytest.param("| Jo Doe 3 May 2024", (), False, id="without one in the story"),
        pytest.param("caption | By Jo Doe", (), False, id="a caption"),
        pytest.param("credit | By Jo Doe", (), False, id="a credit"),
        pytest.param("comment | By Jo Doe", (), False, id="a comment"),
        pytest.param(f"byline | By Jo Doe, {'pier ' * 21}", JO, True, id="24 words"),
        pytest.param(f"byline | By Jo Doe, {'pier ' * 22}", (), False, id="25 words"),
        pytest.param(f"byline | By Jo Doe, {'Pier ' * 8}Pier.", JO, True, id="12 words and a stop"),
        pytest.param(f"byline | By Jo Doe, {'Pier ' * 9}Pier.", (), False, id="13 words and a stop"),
        pytest.param("byline | By Jo Doe, at the pier.", JO, True, id="two small words and a stop"),
        pytest.param("byline | By Jo Doe, the old pier went.", (), False, id="a sentence that goes on"),
    ],
)
def test_what_a_byline_says(line: str, names: tuple[str, ...], *, is_marked: bool) -> None:
    """Names behind a label count nearly everywhere, others only in a byline with a date or a role."""
    given = found(TITLE, line, *EBB, STORY)
    assert (given.authors, given.is_marked) == (names, is_marked)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param((*EBB, NAME, *EBB * 3, WHEN), (), id="a date four lines below"),
        pytest.param((NAME, *EBB, WHEN), MARA, id="a date two lines below"),
        pytest.param((NAME, WHEN), MARA, id="a date below"),
        pytest.param((WHEN, NAME), MARA, id="a date above"),
        pytest.param((WHEN, *EBB, NAME), MARA, id="a date two lines above"),
        pytest.param((NAME, "navigation | Staff Writer"), MARA, id="a role below"),
        pytest.param(("caption | Mara Lind", NAME), MARA, id="under a portrait of the same name"),
        pytest.param((WHEN, *EBB, "other | Mara Lind"), (), id="what was not told, two lines under a date"),
        pytest.param(("navigation | fair and free", "byline | Fair Holm", WHEN), (), id="a word of a menu"),
        pytest.param(("byline | Jo de Lind", WHEN), ("Jo de Lind",), id="with a particle"),
        pytest.param((NAME, NAME), ("Mara Lind",), id="it stands twice"),
        pytest.param((*EBB * 6, NAME, NAME), ("Mara Lind",), id="twice, eight lines below the headline"),
        pytest.param((*EBB * 8, NAME, NAME), (), id="twice, nine lines below the headline"),
        pytest.param(("navigation | By", NAME), MARA, id="under a label"),
        pytest.param(("navigation | About the author", NAME), (), id="under something else"),
        pytest.param(("navigation | Edited by the desk", "byline | By Mara Lind"), (), id="in four words"),
        pytest.param(("navigation | Edited by", "byline | By Mara Lind"), (), id="under what he did"),
        pytest.param(("other | Mara Lind", WHEN), MARA, id="what was not told, over a date"),
        pytest.param((*EBB, "other | Mara Lind", *EBB * 2, WHEN), MARA, id="what was not told, three lines over it"),
        pytest.param(
            (*EBB, "other | Mara Lind", "navigation | Staff Writer"), MARA, id="what was not told, over a role"
        ),
        pytest.param(("navigation | Mara Lind", WHEN), MARA, id="called a menu’s, at the headline, over a date"),
        pytest.param(("byline | Associated Press", WHEN), ("Associated Press",), id="an agency over a date"),
        pytest.param(("byline | Associated Press", *EBB), (), id="an agency alone"),
        pytest.param(("agency | Associated Press", WHEN), ("Associated Press",), id="an agency, called so"),
        pytest.param(("notice | Associated Press", WHEN), (), id="an agency in a notice"),
        pytest.param(("byline | Jo Doe Lind Rees", WHEN), ("Jo Doe Lind Rees",), id="four words"),
        pytest.param(("byline | Jo Doe Lind Rees Berg", WHEN), (), id="five words"),
        pytest.param(("byline | Latest News", WHEN), (), id="words that open no name"),
        pytest.param(("byline | JO DOE", WHEN), (), id="in capitals"),
        pytest.param(("byline | Doe, Jo", WHEN), (), id="with a comma"),
        pytest.param(("byline | - Jo Doe", WHEN), JO, id="with the mark of a list"),
        pytest.param(("byline | Monday Pumps", WHEN, "| Two pumps came."), (), id="a word that it writes small"),
        pytest.param(("navigation | * Mara Lind", WHEN), MARA, id="with the mark of a list, over a date"),
        pytest.param(("navigation | * Harbour", WHEN), (), id="one word, with the mark of a list"),
        pytest.param(("share | Mara Lind", WHEN), MARA, id="called a button, right under the headline, over a date"),
        pytest.param((*EBB * 4, "share | Mara Lind", WHEN), (), id="called a button, five lines below the headline"),
    ],
)
def test_a_name_alone(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """It is a byline under a label, beside a date, over a role, or where it stands twice."""
    assert found(TITLE, *lines, *EBB * 3, STORY).authors == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(("navigation | By", "related | * Jo Doe"), JO, id="taken for another story"),
        pytest.param(("navigation | Von", "list_item | 1. Jo Doe"), JO, id="in a list"),
        pytest.param(("byline | * Written by", "navigation | Jo Doe on May 3, 2024"), JO, id="with his date"),
        pytest.param(("byline | Par", "related | Jo Doe | The Harbour Post"), JO, id="with his house"),
        pytest.param(
            ("byline | By", "navigation | Jo Doe0,", "other | * Mara Lind &", "navigation | Ann Rees"),
            ("Jo Doe", "Mara Lind", "Ann Rees"),
            id="a column, with footnotes",
        ),
        pytest.param(("byline | By", "navigation | Harbour Post Team"), ("Harbour Post Team",), id="a team"),
        pytest.param(("byline | Von", "other | HP24 Redaktion"), ("HP24 Redaktion",), id="a team, in German"),
        pytest.param(("byline | By", "navigation | Sponsored by the harbour"), (), id="no name"),
        pytest.param(("byline | By", "navigation | jo doe"), (), id="in small letters"),
        pytest.param(("byline | Edited by", "related | * Jo Doe"), (), id="under what he did"),
    ],
)
def test_a_name_under_a_label(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Under “By” a line that opens with a name is of the author, whatever it was taken for; so is a column of them."""
    assert found(TITLE, *lines, *EBB * 3, STORY).authors == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(("navigation | Harbour Post Staff", WHEN), ("Harbour Post Staff",), id="a team over a date"),
        pytest.param(("navigation | Contact Our Team", WHEN), (), id="a button over a date"),
        pytest.param(("navigation | Harbour Post Staff", *EBB), (), id="a team over nothing of a byline"),
        pytest.param(("byline | Jo Doe HARBOUR TODAY",), JO, id="a house in capitals"),
        pytest.param(("related | Jo Doe and Mara Lind | Guest Columnists",), ("Jo Doe", "Mara Lind"), id="two, a role"),
        pytest.param(("related | Harbour news | Harbour fair",), (), id="two teasers"),
        pytest.param(("| May 3, 2024 • Jo Doe in Harbours",), JO, id="a date, and the section"),
        pytest.param(("| May 3, 2024 • harbours in Orrin",), (), id="a date, and no name"),
        pytest.param(("| Jo Doe Senior Harbour Correspondent", WHEN), JO, id="a role, over a date"),
        pytest.param(("| Content Marketing Coordinator", WHEN), (), id="a role alone"),
        pytest.param(("share | Posted on May 3, 2024 by Jo Doe 5 Comments",), JO, id="between date and buttons"),
        pytest.param((*EBB * 4, "related | Jo Doe and Mara Lind | Guest Columnists"), (), id="five lines below"),
    ],
)
def test_a_line_at_the_headline(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Close under the headline a name with his role, house, section or date is the author's, whatever it was called."""
    assert found(TITLE, *lines, *EBB * 3, STORY).authors == names


NOTE = "| Jo is a writer at The Harbour Post, where she has told of ships and tides for ten years."
SAID = "| The mayor went home by boat on Monday evening, and the lamps of the old town were lit."


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(("| Jo Doe", NOTE), JO, id="the name, and a note"),
        pytest.param(("caption | Jo Doe", "| Jo Doe", "| Head of Tides", NOTE), JO, id="portrait, name, role, note"),
        pytest.param(("| Jo Doe", "| Doe lives in Orrin and has told of ships and tides for ten years."), JO, id="Doe"),
        pytest.param(("| Jo Doe", NOTE, SAID, SAID), JO, id="two sentences behind it"),
        pytest.param(("| Jo Doe", NOTE, SAID, SAID, SAID), (), id="three sentences behind it"),
        pytest.param(("| Jo Doe", SAID), (), id="a note that does not open with the name"),
        pytest.param(("| Jo Doe", "| Joan is a writer at The Harbour Post, where she tells of ships."), (), id="Joan"),
        pytest.param(("| Jo Doe", NOTE, "| Mara Lind", NOTE.replace("Jo", "Mara")), (), id="a team"),
        pytest.param(("navigation | Reviewed by", "| Jo Doe", NOTE), (), id="who did something else"),
        pytest.param(("related | Jo Doe", NOTE), (), id="another story"),
        pytest.param(("| Jo Doe", *["| Head of Tides"] * 4, NOTE), (), id="four lines between name and note"),
        pytest.param(
            ("| Ship Lamps", "| Ship lamps are lit by the harbour master when the tide is in."), (), id="words"
        ),
    ],
)
def test_the_card_of_the_author(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """A name at the end of the story, over a note that opens with it, is the author's if it is the only one."""
    assert found(TITLE, *EBB * 6, *[SAID] * 4, *lines).authors == names
    told = SAID.replace("The mayor", "Jo Doe")
    assert found(TITLE, *EBB * 6, *[SAID] * 4, told, SAID, SAID, SAID, *lines).authors == ()  # the story tells of her


@pytest.mark.parametrize(
    ("rule", "names"),
    [("section.related", ()), ("teaser.lead_in", JO), ("story.path", JO)],
    ids=["list", "pointer", "path"],
)
def test_a_byline_under_another_story(rule: str, names: tuple[str, ...]) -> None:
    """In a list of other stories it is of one of them; under a pointer, or what may be the standfirst, of this one."""
    page = settled(f"{TITLE}\nrelated | Sea wall to be raised\n{BY}\n{STORY}\n{STORY}")
    kinds = [kind._replace(rule=rule) if kind.kind == "related" else kind for kind in page.kinds]
    assert byline(page._replace(title=0, kinds=tuple(kinds))).authors == names


@pytest.mark.parametrize(
    ("lines", "text", "names"),
    [
        pytest.param((BY, "byline | By Mara Lind"), "By Jo Doe", ("Jo Doe", "Mara Lind"), id="two lines"),
        pytest.param((BY, *EBB, "byline | By Mara Lind"), "By Jo Doe", ("Jo Doe", "Mara Lind"), id="two lines apart"),
        pytest.param((BY, *EBB * 2, "byline | By Mara Lind"), "By Jo Doe", JO, id="three lines apart"),
        pytest.param(
            (BY, "byline | By Mara Lind", *EBB, "byline | By Tom Rees"), "By Jo Doe",
            ("Jo Doe", "Mara Lind", "Tom Rees"), id="one after the other",
        ),
        pytest.param(("byline | Mara Lind 3 May 2024", BY), "By Jo Doe", JO, id="the one with a label counts"),
        pytest.param((BY, BY), "By Jo Doe", JO, id="each once"),
        pytest.param((BY, "byline | By AP"), "By Jo Doe", JO, id="persons before agencies"),
        pytest.param(("byline | By AP", "byline | By dpa"), "By AP", ("AP", "dpa"), id="agencies"),
        pytest.param(
            ("byline | By Jo Doe, Mara Lind, Tom Rees, Ann Berg, Max Klein, Kim Holm and Lea Voss",),
            "By Jo Doe, Mara Lind, Tom Rees, Ann Berg, Max Klein, Kim Holm and Lea Voss",
            ("Jo Doe", "Mara Lind", "Tom Rees", "Ann Berg", "Max Klein", "Kim Holm"), id="six at most",
        ),
        pytest.param(("byline | Harbour desk", "byline | Quay desk"), None, (), id="no name and no label"),
        pytest.param(("byline | Harbour desk", "byline | By quay desk"), "By quay desk", (), id="no name"),
        pytest.param(EBB, None, (), id="no byline"),
    ],
)  # fmt: skip
def test_the_byline_of_several_lines(lines: tuple[str, ...], text: str | None, names: tuple[str, ...]) -> None:
    """The best line is printed, and the names of those right below it are added."""
    given = found(TITLE, *lines, STORY)
    assert (given.text, given.authors) == (text, names)


@pytest.mark.parametrize(
    ("data", "names", "site", "is_marked", "authors"),
    [
        pytest.param((), ("Jo Doe", "Mara Lind"), "", False, ("Jo Doe", "Mara Lind"), id="no data"),
        pytest.param(("Jo Doe",), (), "", False, JO, id="no print"),
        pytest.param(("Jo Doe",), ("Jo Doe", "Mara Lind"), "", False, ("Jo Doe", "Mara Lind"), id="print is fuller"),
        pytest.param(("Jo Doe", "Mara Lind"), ("Jo Doe",), "", True, ("Jo Doe", "Mara Lind"), id="data are fuller"),
        pytest.param(("JO DOE",), JO, "", True, ("JO DOE",), id="they are the same"),
        pytest.param(("Ann Rees",), ("Jo Doe", "Mara Lind"), "", True, ("Ann Rees",), id="they disagree"),
        pytest.param(("Harbour Post",), JO, "harbourpost", True, JO, id="the data name the house"),
        pytest.param(("Harbour Post",), JO, "harbourpost", False, JO, id="and a name stands alone"),
        pytest.param(("Ann",), JO, "harbourpost", False, ("Ann",), id="a name stands alone, the data name somebody"),
        pytest.param(("Harbour Post",), ("AP",), "harbourpost", True, ("Harbour Post",), id="and the print nobody"),
    ],
)
def test_data_and_print(
    data: tuple[str, ...], names: tuple[str, ...], site: str, authors: tuple[str, ...], *, is_marked: bool
) -> None:
    """Persons come before houses, and the fuller of two that agree counts."""
    assert reconciled(data, Byline("", names, is_marked), frozenset((site,))) == authors


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By Jo Doe, Harbour Post", None),
        ("By Jo Doe", None),
        ("Von Jo Doe, dpa", "dpa"),
        ("By Jo Doe and AP", "AP"),
        ("Jo Doe (AP)", None),
        ("By Jo Doe | (AP).", "AP"),
        ("By Jo Doe | The Associated Press", "The Associated Press"),
        ("By Jo Doe | the Associated Press", "the Associated Press"),
    ],
)
def test_the_agency_of_a_byline(line: str, agency: str | None) -> None:
    """A part of it that is one."""
    assert agency_in(line) == agency


def test_names_on_two_lines() -> None:
    """A name that stands alone right below a byline is of one who wrote it, too; a place of the story is none."""
    assert found(TITLE, BY, "byline | Mara Lind/HNA", *EBB * 3, STORY).authors == JO
    assert found(TITLE, BY, NAME, *EBB * 3, STORY).authors == ("Jo Doe", "Mara Lind")
    assert found(TITLE, BY, "byline | Harbour Town", *EBB * 3, "| In Harbour Town talks go on.").authors == JO


def test_a_name_over_its_role_in_korean() -> None:
    """There the role alone stands below the name, behind the story."""
    assert found(TITLE, STORY, "navigation | 김가나", "byline | 기자", *EBB).authors == ("김가나",)
