"""Whole pages as browsers in a terminal and pandoc write them: wrapped lines, indents, and marks of their own.

The dumps of tests/resources/browsed are of one page of ours, written by the tools that their names say, at the widths
that stand behind the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from growth import MOST, growth_of

from newsclean import clean_article
from newsclean.read.read import read
from newsclean.read.text.browsed import without_browser_marks
from newsclean.read.text.width import columns

DUMPS = sorted((Path(__file__).parent / "resources" / "browsed").glob("*.txt"))
TITLE = "Torvhamn raises its sea wall by a metre after the winter floods, and pays for it with an old ferry"
STORY = (
    (
        "The council of Torvhamn has agreed to raise the sea wall by a metre before the winter, after the harbour was "
        "under water on eleven days between November and March and the school had to move into the fish hall."
    ),
    (
        "The vote, late on Monday, was seven to two. The mayor, Jo Doe, told the council that the town could no longer "
        "wait for the county – or for anybody else, as she put it – and that the first stones would be laid on 21. "
        "June, in the week when the tourists come and the crane stands idle anyway."
    ),
    (
        "“We have measured it, and measured it again, and every time the sea was higher than the wall and the wall no "
        "higher than the year before,” she said. “At some point you have to stop measuring.”"
    ),
    "An old ferry pays for it",
    (
        "Half of the money comes from the sale of the ferry Brigit, which has not left the quay since the bridge was "
        "opened. A company from Orrin wants to make a hotel of it, with forty rooms and a restaurant where the cars "
        "once stood, and has paid two million for a ship that nobody in the town believed would ever be moved again."
    ),
    "The two who voted against it asked for:",
    "a second opinion on how high the wall needs to be, from somebody who does not also sell the stones for it, and",
    "a pump for the old town, where the water comes out of the drains and not over the wall at all.",
    "Ships that waited for the crane:",
    "Aldmere 17 days",
    "Brigit 9 days",
    "Osprey 2 days",
    "A verse by the keeper of the light was read before the vote:",
    "The sea is at the door,",
    "the door is made of wood,",
    "and what the wood is for",
    "it never understood.",
    (
        "Work is to last until October. The path on the wall will be closed to walkers for as long as it lasts, the "
        "council said, but not to the sheep of the farmer Ada Roe, who has the right to drive them along it twice a "
        "day and means to use it."
    ),
)
MARKS = re.compile(r"\[\d+\]|\(BUTTON\)|\[IMG\]|\[\]|__|(?i:iframe)|\.png|\[face|References|file:|https:|Link:|»")
BULLET = re.compile(r"^[*•-]\s+")


def bare(text: str) -> str:
    """A line without its bullet, with one blank where there are several."""
    return " ".join(BULLET.sub("", text).split())


def texts(source: str) -> list[str]:
    return [b.text for b in read(source).blocks]


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines as a terminal shows them, parted at blanks, or between any signs where there are no blanks."""
    line = ""
    for piece in re.findall(r"[^ ]+ ?" if " " in text else r".", text):
        if line and columns((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()


@pytest.mark.parametrize("dump", [pytest.param(path.read_text("utf-8"), id=path.stem) for path in DUMPS])
def test_a_dump_is_read_as_the_page_was(dump: str) -> None:
    """A paragraph is one block, entries of lists, rows and lines of verse stay apart, and no mark is left."""
    blocks = [bare(text) for text in texts(dump)]

    assert [line for line in STORY if line not in blocks] == []
    assert TITLE in blocks
    assert MARKS.findall(read(dump).source) == []
    assert blocks[-1] == "© 2024 The Torvhamn Post. All rights reserved."


@pytest.mark.parametrize("dump", [pytest.param(path.read_text("utf-8"), id=path.stem) for path in DUMPS])
def test_a_dump_is_cleaned(dump: str) -> None:
    """The story, all of it, with its title and its author; cleaned once more, it is the same."""
    article = clean_article(dump)

    assert [line for line in STORY if line not in {bare(p.text) for p in article.paragraphs}] == []
    assert (article.title, article.authors) == (TITLE, ("Mara Lind",))
    assert not re.search("Privacy|Puzzles|newsletter|herring", article.text)
    assert clean_article(article.text).text == article.text


# Marks


NOTICE = "\n".join(wrapped(" ".join(STORY[:3]), 72))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("She said [sic] that it [the wall] was “[…] high”.", id="an editor's brackets"),
        pytest.param("The wall is too low.[1] So is the quay.[2] And so is the school.[3]", id="footnotes"),
        pytest.param("[1] Doe, J., Walls, 2024.\n[2] Roe, A., Sheep, 2023.\n[3] Lind, M., Stones, 2022.", id="sources"),
        pytest.param("[](/a)\n![](/b.png)\n[ ](/c)\n[x.png](/d)\n[](/e)", id="links and pictures of Markdown"),
        pytest.param("[TABLE]\n[TABLE]\n[…]\n[...]\n[…]", id="what stands in brackets, and is no picture"),
        pytest.param("IFrame elements are no frames.\nLink: a word of the sea.", id="words that are also marks"),
    ],
)
def test_what_is_no_mark(line: str) -> None:
    """Brackets stay in a wrapped text, as long as nothing tells that a browser put them there."""
    source = f"{NOTICE}\n\n{line}"

    assert without_browser_marks(source) == source


def test_marks_of_a_text_that_is_not_wrapped() -> None:
    """Where no line was wrapped no browser wrote the page: its fields and brackets stay."""
    source = "\n\n".join([*STORY, "[logo.png]", "Name: ____________", "(BUTTON) Share", "[]"])

    assert without_browser_marks(source) == source


def test_numbers_without_a_list() -> None:
    """Numbers that rise before words are of links, also where their addresses are left out: elinks -no-references."""
    links = "\n".join(f"   • [{n}]Harbour {n}" for n in range(1, 13))
    source = f"{links}\n\n   The vote was [13]seven to two.[14]\n\n   [15][IMG]\n   [16]Share"

    assert [bare(text) for text in texts(source)[12:]] == ["The vote was seven to two.", "Share"]


def test_a_list_of_addresses() -> None:
    """Addresses with blanks and line ends in them, and two lists, are no part of the text above."""
    text = "\n\n".join(f"   [{n}]Pump {n}" for n in range(1, 14))
    listed = ["1. https://post.example/a", "2. mailto:?subject=Two pumps", "&body=Read", "3. LYNXIMGMAP:file:///b#c"]
    listed += [f"{n}. file:///{n}" for n in range(4, 12)]
    tail = ["", "   Hidden links:", "  12. https://post.example/d", "  13. javascript:void(0)"]
    listed = [f"   {line}" for line in listed]
    source = "\n".join([text, "", "   Contact us", "", "References", "", "   Visible links:", *listed, *tail])

    assert texts(source)[-2:] == ["Pump 13", "Contact us"]


def test_a_list_of_titles() -> None:
    """A link that has a title stands with it in the list of elinks, its address below; and what is of the page goes."""
    text = "\n\n".join(f"   [{n}]Pump {n}" for n in range(1, 14))
    listed = [line for n in range(1, 15) for line in (f"{n:4}. The pumps, part {n}", f"      https://post.example/{n}")]
    source = "\n".join([text, "   Link: [14]preload", "", "References", "", "   Visible links", *listed])

    assert texts(source)[-2:] == ["Pump 12", "Pump 13"]


@pytest.mark.parametrize("piece", ["[a.pn", "[" * 9, "_" * 99, "[1]a ", "1. a:b\n", "[a] ", "• [a-b] [c", "x\n"])
def test_marks_are_found_in_linear_time(piece: str) -> None:
    """Brackets that are opened and never closed, fields of any length, and numbers take no more than their share."""

    def page(n: int) -> str:
        return f"{NOTICE}\n[1][]\n[]\n[a]\n{piece * n}"

    assert growth_of(without_browser_marks, page, 2_000) <= MOST


# Widths


INDENT = "   "
PROSE = tuple(line for line in STORY if len(line) > 150)
KOREAN = (
    "토르함 시의회는 겨울이 오기 전에 방파제를 일 미터 높이기로 했다고 월요일 밝혔다 항구는",
    "지난 겨울 열하루 동안 물에 잠겼고 학교는 어시장으로 옮겨야 했다 시장은 마을이 더는 기다릴",
    "수 없다고 말했고 공사는 여름에 시작해 시월까지 이어질 예정이며 그동안 방파제 길은 막힌다.",
)
JAPANESE = (
    "トルハムの議会は冬が来る前に防波堤を一メートル高くすることを月曜日に決めたと発表し",
    "港はこの冬に十一日も水に浸かり学校は魚市場へ移らなければならず町長は町はもう待てないと",
    "語り工事は夏に始まり十月まで続く見込みでその間は堤の上の道を歩くことができないという。",
)


def dump(width: int, *paragraphs: str) -> str:
    """Paragraphs as lynx writes them: indented, and wrapped with the indent."""
    return "\n\n".join("\n".join(INDENT + line for line in wrapped(p, width - len(INDENT))) for p in paragraphs)


def test_pages_of_any_width() -> None:
    """Also of one that is wider than mails are, whatever its lines open with: “– as she put it –”, “21. June”."""
    wrong = [width for width in range(54, 170) if texts(dump(width, *PROSE)) != list(PROSE)]

    assert wrong == []


def test_lines_that_are_too_long_to_be_of_the_page() -> None:
    """They stay by themselves, though no word of the next would have fitted on them."""
    long = " ".join(["harbour"] * 20)

    assert texts(f"{long}\n{dump(96, *PROSE)}\n{long}\nand pier") == [long, *PROSE, long, "and pier"]


def test_tables_that_are_wider_than_the_page() -> None:
    """Their rows are never wrapped, however many there are."""
    rows = [f"Ship {n}{' ' * 30}{n} days at the quay{' ' * 30}grain and timber, and a spare part" for n in range(20)]

    assert texts("\n\n".join(["\n".join(rows), dump(114, *PROSE)])) == [*rows, *PROSE]


def test_two_wrapped_lines_on_a_page() -> None:
    """Few lines prove it where none is longer; one that is longer proves that nobody wrapped them."""
    page = dump(114, "News", PROSE[0], PROSE[2], "Share")

    assert texts(page) == ["News", PROSE[0], PROSE[2], "Share"]
    assert len(texts(f"{page}\n\n{PROSE[1]}")) == 7


def test_lines_that_inline_tags_broke_are_not_wrapped() -> None:
    """Where lines open with a comma or a stop, others may be as long as each other by chance."""
    lines = [line for text in PROSE for line in wrapped(text, 120)]
    page = "\n".join([*lines, "The ferry Brigit", ", which was sold", ", is not", ", he said", "."])

    assert "The ferry Brigit, which was sold, is not, he said." in texts(page)


@pytest.mark.parametrize(
    "story", [pytest.param(" ".join(KOREAN), id="Korean"), pytest.param("".join(JAPANESE), id="ja")]
)
def test_signs_that_take_two_columns(story: str) -> None:
    """A terminal shows half as many signs of Korea, Japan and China on a line."""
    narrow = [line for _ in range(3) for line in wrapped(story, 40)]

    assert texts("\n".join(narrow)) == narrow  # nothing tells of a column so narrow
    assert texts("\n\n".join(["\n".join(wrapped(story, 60))] * 4)) == [story] * 4


# Which lines go on


def test_entries_that_open_like_a_line_of_a_paragraph() -> None:
    """A dash and a number open entries of a list as well: below a sentence, a colon or another entry."""
    entries = "– a second opinion\n– a pump for the old town\n1. the school\n2. the fish hall"

    assert texts(f"{NOTICE}\n{entries}") == [" ".join(STORY[:3]), *entries.split("\n")]


def test_what_stands_further_out_begins_anew() -> None:
    """Behind an entry of a list, and behind what is set off as a quotation is."""
    page = [
        "   The council was told by the mayor on Monday that the town could no longer wait",
        "   for the county, and that the wall is to be raised before the winter comes.",
        "     * a second opinion on the wall by somebody who does not sell the stones for",
        "       it, and a pump for the old town, where the water comes from below to the",
        "   A line as long as this one stands right below it and is no part of that entry",
        "   but goes on here.",
        "     We have measured it, and measured it again, and every time the sea was too",
        "     high and the wall too low, and no measure that we took of it made it higher",
        "   The mayor said so.",
    ]
    parts = ((0, 2), (2, 4), (4, 6), (6, 8), (8, 9))

    assert texts("\n".join(page)) == [" ".join(" ".join(page[first:behind]).split()) for first, behind in parts]


def test_a_title_in_the_middle() -> None:
    """Lines that stand in the middle are one title where its words did not fit on one; two that did are two."""
    title, site = "Torvhamn raises its sea wall by a metre and pays for it with an old ferry", "The Torvhamn Post"
    head = "\n".join(INDENT + line.center(57).rstrip() for line in [site, *wrapped(title, 57)])

    assert texts(f"{head}\n\n{dump(60, *PROSE)}")[:2] == [site, title]


def test_a_blank_that_may_not_be_broken() -> None:
    """The word behind it is of the one before: neither would have fitted on the line above."""
    prose = [text.replace(" a ", "\xa0a\xa0").replace(" of the ", "\xa0of\xa0the\xa0") for text in PROSE]
    wrong = [width for width in range(54, 120) if texts(dump(width, *prose)) != prose]

    assert wrong == []


def test_a_bar_is_no_line_of_a_paragraph() -> None:
    """What is drawn between paragraphs joins neither."""
    bar = "_" * 72

    assert texts(f"{NOTICE}\n{bar}\nShare") == [" ".join(STORY[:3]), bar, "Share"]
