"""The forms of raw text: which one a text has, and what each is read as."""

from __future__ import annotations

from textwrap import wrap

import pytest
from growth import MOST, growth_of
from hypothesis import example, given
from hypothesis import strategies as st
from laws import check_nothing_invented, check_tiling
from marked import BODY, FIXTURES, MarkedPage, fixtures, kind_at
from strategies import TONGUES

from newsclean import clean_article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.read.read import read
from newsclean.read.text.broken import goes_on
from newsclean.read.text.joined import without_joints
from newsclean.read.text.textform import is_markdown

PUMPS = "The first two pumps reached the quay on Monday, and four more are on their way from the north."

LOST_IN_ONE_LINE = frozenset(("anzeige-german", "colon-words"))
"""Look-alikes of which a sentence is still lost when their lines are joined; the list only ever gets shorter."""


def texts(source: str) -> list[str]:
    return [b.text for b in read(source).blocks]


# Which form


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a **** disgrace, a f***ing *** disgrace, 2 ** 3 ** 4", id="asterisks"),
        pytest.param("* * *\n\n* without tax\n\n- No.\n\n_Osprey_ is due", id="bullets and underscores"),
        pytest.param("#pumps #harbour\n\n#1 was an eel\n\n# 3 as well", id="hashtags and numbers"),
        pytest.param("He said [sic] (again), see [1] (and [2]).", id="square brackets"),
        pytest.param("Title: Pumps\n\nURL: https://example.org\n\nContent: pumps", id="labels"),
        pytest.param("# one comment\nx = 1\n# another\ny = 2\n# a third", id="comments in a programme"),
        pytest.param("---\n\nPumps: arrived\n\n---", id="ruled off"),
    ],
)
def test_what_is_no_markdown(text: str) -> None:
    """A text with asterisks, hashes or brackets is not Markdown."""
    assert not is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Pumps\n\nThey came.", id="a subheading"),
        pytest.param("# Pumps\n\nThey **came** .", id="a headline and something bold"),
        pytest.param("# Pumps\n\n- They came.", id="a headline and a list"),
        pytest.param("The [first](https://example.org/1) and the [second](/2).", id="two links"),
        pytest.param("![A crane](https://example.org/c.jpg)", id="a picture"),
        pytest.param("The [first][1] came.\n\n**Then** not.\n\n[1]: https://example.org/1", id="a reference link"),
        pytest.param("Title: Pumps\n\nURL Source: x\n\nMarkdown Content:\nThey came.", id="Jina Reader"),
        pytest.param("---\ntitle: Pumps\nauthor: Jo Doe\n---\nThey came.", id="front matter"),
    ],
)
def test_what_is_markdown(text: str) -> None:
    """Links, headings, pictures and crawlers' headers make Markdown."""
    assert is_markdown(text)


# Lines broken at inline tags


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        pytest.param("Nobody was hurt.", "“We were lucky,”", "said Mara Lind", id="a sentence has ended"),
        pytest.param("Flood pumps arrive in harbour town", "Mara Lind", "Harbour", id="a headline over a name"),
        pytest.param("Flood pumps arrive in harbour town after weeks", "by Mara Lind", "3 May 2024", id="byline"),
        pytest.param("Flood pumps arrive in harbour town after weeks", "Mara Lind", ",", id="the first of two authors"),
        pytest.param("A crane lowers the first of six pumps onto the quay", "Photo: Jo Doe", PUMPS, id="credit"),
        pytest.param("Home", "sport", "culture", id="a menu in small letters"),
        pytest.param("What the council bought:", "six pumps", "two cranes", id="a list"),
    ],
)
def test_lines_that_stay_apart(before: str, line: str, after: str) -> None:
    """Headings, list items, credits and bylines are not swallowed by the line above."""
    assert not goes_on(before, len(before), line, after, frozenset())


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"{PUMPS}\n<\n2\n>\n{PUMPS}", id="arrows round the number of a page"),
        pytest.param(f"A crane lowers a pump\n(\nJo Doe/Reuters\n)\n{PUMPS}", id="a credit"),
        pytest.param(f"Home\n>\nNews\n>\nHarbour\n{PUMPS}", id="a path through the site"),
        pytest.param(f"The mayor said this <\n{PUMPS}\n> he never did", id="a sentence between the two"),
        pytest.param("The mayor smiled :(\nThe crew did not.\nNobody else did.", id="no second bracket"),
        pytest.param("Six pumps <\none\ntwo\nthree\n> arrived", id="too many lines between them"),
        pytest.param(f"Harbour Works <\nHWK\n\n> rose\n{PUMPS}", id="a blank line amid"),
        pytest.param(f"Harbour Works <\n\nHWK\n\n> rose\n\n{PUMPS}", id="blank lines between all"),
    ],
)
def test_brackets_that_join_nothing(source: str) -> None:
    """Only brackets in a sentence that goes on do; a credit's stand with it."""
    lines = {"(": "(Jo Doe/Reuters)"}
    parts = [line for line in source.split("\n") if line]
    if "(" in parts:
        at = parts.index("(")
        parts[at : at + 3] = [lines["("]]
    assert texts(source) == parts


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Shares of Harbour Works\n<\nHWK\n>\nrose.", "Shares of Harbour Works <HWK> rose.", id="alone"),
        pytest.param(
            "Harbour Works <\nHWK\n>, Orrin Rail <\nORR\n> rose.",
            "Harbour Works <HWK>, Orrin Rail <ORR> rose.",
            id="two",
        ),
        pytest.param(
            "港湾工業<\n6696\n>、織林鉄道<\n7073\n>が上昇した。",
            "港湾工業<6696>、織林鉄道<7073>が上昇した。",
            id="without blanks",
        ),
        pytest.param("港湾工業（\n6696\n）が上昇した。", "港湾工業（6696）が上昇した。", id="wide brackets"),
        pytest.param("The mayor (\nof Orrin\n) had gone.", "The mayor (of Orrin) had gone.", id="round ones"),
        pytest.param("(\nReuters\n) - The ferry was late.", "(Reuters) - The ferry was late.", id="an agency"),
    ],
)
def test_brackets_hold_a_sentence_together(source: str, text: str) -> None:
    """What a pair of brackets holds is of the sentence around it, on however many lines it stands."""
    assert texts(source) == [text]


def test_broken_lines_are_joined() -> None:
    """Links, names and quotation marks that stand alone on a line are of their sentence, with its spacing."""
    source = (
        "The ferry will stop for the winter, the shipping company\nNordlinje\nsaid, without\nwarning\n.\n"
        "“We were told nothing,” the shopkeeper wrote to the\nBBC\n’s reporter (\nwho is his\nbrother\n), and\n"
        "left\n.\n"
        "The end."
    )

    assert texts(source) == [
        "The ferry will stop for the winter, the shipping company Nordlinje said, without warning.",
        "“We were told nothing,” the shopkeeper wrote to the BBC’s reporter (who is his brother), and left.",
        "The end.",
    ]


PIECES = (
    "Harbour Post", "Home", "News", "Sport", "Weather", "Culture", "Opinion", "Jobs", "Homes", "Cars", "Log in",
    "Subscribe to the printed paper", "Letters to the editor",
    "Ferry will stop for the winter", "By", "Mara Lind", "The ferry will stop for the winter, the shipping company",
    "Nordlinje", ", which owns it, said without", "warning", ".", "“We were told nothing,” the shopkeeper wrote to the",
    "Harbour Post", ", and left.", "The council will talk of it on Tuesday, as it does each winter.",
    "Contact", "Privacy",
)  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\n", " | ", "|", "\n\n\n"])
def test_what_parts_the_pieces_of_a_page(between: str) -> None:
    """Line ends, blank lines or bars between the pieces of a page, which inline tags part amid sentences."""
    assert texts(between.join(PIECES))[-6:] == [
        "By Mara Lind",
        "The ferry will stop for the winter, the shipping company Nordlinje, which owns it, said without warning.",
        "“We were told nothing,” the shopkeeper wrote to the Harbour Post, and left.",
        "The council will talk of it on Tuesday, as it does each winter.",
        "Contact",
        "Privacy",
    ]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"Ferry stops | Harbour Post | 3 May | {PUMPS * 4}", id="a few bars"),
        pytest.param(" | ".join([PUMPS[:-1]] * 12), id="no sentence ends before them"),
    ],
)
def test_bars_that_part_nothing(source: str) -> None:
    """One long line is read as one, by its sentences."""
    assert any(" | " in text or "." in text for text in texts(source))
    assert without_joints(source) == source


@pytest.mark.parametrize("joint", [" | ", "|", "\t", " / ", "¶", "\\n", "\\r\\n", "| |", "\\n\\n"])
def test_marks_that_join_lines_are_line_ends(joint: str) -> None:
    """The source has line ends in their place and is as long as the text: law 1 leaves none of it outside."""
    story = (f"{PUMPS[:-1]}, said {name}." for name in ("Ida", "Mara", "Jo", "Pim"))
    raw = joint.join((*PIECES[:14], *story, *PIECES[-2:], ""))
    article = clean_article(raw)

    check_tiling(article)
    check_nothing_invented(article)
    assert len(article.source) == len(raw)
    assert article.source.split("\n")[1].strip() == "Home"


def test_a_table_that_markdown_joined_goes_without_its_bars() -> None:
    """A table whose rows have line ends that Markdown knows none of is one line: what is parted there is tiled, too."""
    rows = [f"| {PUMPS[:-1]}, said {name}. | {n} |" for n, name in enumerate(("Ida", "Mara", "Jo", "Pim"))]
    raw = "\u2028".join([f"{PUMPS} [Skarn](/skarn)", "| Year | Ships |", "|------|-------|", *rows])
    article = clean_article(raw, form="markdown")

    check_tiling(article)
    check_nothing_invented(article)
    assert "|" not in article.text


def test_blank_lines_between_all_paragraphs_part_them() -> None:
    """Where no line opens with a comma or a stop, nothing was broken."""
    story = [f"{PUMPS} {n}" for n in range(30)]
    assert texts("\n\n".join(story)) == story


# Wrapped lines


COLUMN = (
    f"{PUMPS[:-1]}, as the mayor of the town had said in spring, when the water stood in the cellars of the school.",
    f"{PUMPS[:-1]}, though nobody was hurt, and all forty passengers were brought ashore by a boat before midnight.",
)
VERSE = """the ferry sleeps beside the quay,
its lamp is out, its engine cold,
and what it waits for none can say,
or will not, or is not so old.
the gulls have left the wooden pier,
the men have left the gulls for home,
a bottle rolls from there to here
and draws a letter in the foam.
the tide will come, the tide will go,
the keeper counts to nine again,
the harbour master does not know
what he is waiting for, or when."""


@pytest.mark.parametrize("width", [30, 36, 42, 48])
def test_a_printed_column_is_joined(width: int) -> None:
    """A page of print has narrow columns, whose lines go on in small letters."""
    paragraphs = [*COLUMN, *COLUMN]

    assert texts("\n\n".join("\n".join(wrap(paragraph, width)) for paragraph in paragraphs)) == paragraphs


def test_a_column_that_parts_words_is_joined() -> None:
    """The hyphen stays: it may be the word's own."""
    column = (
        "The first two pumps reached",
        "the quay on Monday, and forty",
        "passengers were brought ash-",
        "ore by a fish-",
        "ing boat.",
    )

    assert texts("\n".join(column)) == [
        "The first two pumps reached the quay on Monday, and forty passengers were brought ash-ore by a fish-ing boat."
    ]


@pytest.mark.parametrize("verse", [VERSE, VERSE.title(), "\n".join(wrap(COLUMN[0], 40)[:6])])
def test_narrow_lines_that_are_no_column(verse: str) -> None:
    """A verse, in small letters or in capitals, and a few lines."""
    assert texts(verse) == verse.split("\n")


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_page_with_its_menus(width: int) -> None:
    """Short lines of menus say nothing of how wide a text is wrapped; a sentence that ends a line joins nothing."""
    menu = [
        "Home",
        "News of the harbour",
        "Sport and leisure at sea",
        "Weather",
        "Opinion",
        "Jobs",
        "Homes",
        "Log in",
    ] * 5
    story = [
        "The first two pumps reached the quay on Monday, and four more are on their way from the north, the mayor of "
        f"the town told reporter number {n} of the eleven who had come to the harbour to hear it from her."
        for n in range(3)
    ]
    page = [*menu, "", *(line for text in story for line in [*wrap(text, width), ""]), *menu]
    assert texts("\n".join(page)) == [*menu, *story, *menu]


def test_paragraphs_of_one_length_are_not_wrapped() -> None:
    """Lines that end like sentences are paragraphs, however full they are."""
    story = [
        f"The {n}th pump reached the quay on Monday, and the mayor of the town was there to see it come."
        for n in range(10, 30)
    ]
    assert texts("\n".join(story)) == story


def test_wrapped_lines_are_joined() -> None:
    """Wrapped paragraphs become one line each, also where only an indent parts them; table, list and poem do not."""
    source = """\
   PORT OF ALDMERE, May 3. The crane has not moved for three weeks, and no-
   body can say when it will. A spare part is on a ship that waits outside
   the harbour.
     Ships wait, the port said on Monday, and so does the town, which has not
   seen a banana since April. The navy has been asked, and so has the museum
   with its hoist of 1911.

   Aldmere      17 days
   Brigit        9 days

   - dry grain
   - wet timber

   Row me over,
   row me over."""

    lines = texts(source)

    assert lines[0].endswith("for three weeks, and no-body can say when it will. A spare part is on a ship that waits "
                             "outside the harbour.")  # fmt: skip
    assert lines[1].endswith("The navy has been asked, and so has the museum with its hoist of 1911.")
    assert [line.split()[0] for line in lines[2:]] == ["Aldmere", "Brigit", "-", "-", "Row", "row"]


# Markdown


@pytest.mark.parametrize("line", ["- a: b", "        x", "-" * 30, " - - - - x", "a:b", "-a: b:"])
def test_front_matter_is_sought_in_linear_time(line: str) -> None:
    """What opens like front matter and does not end is given up at once, whatever its lines are."""

    def page(n: int) -> str:
        return "---\n" + f"{line}\n" * n + PUMPS

    assert growth_of(clean_article, page, 15) <= MOST


def test_addresses_of_markdown() -> None:
    """The page's address, those of its pictures and of the stories that it points to are kept."""
    article = clean_article((FIXTURES / "markdown" / "jina-well.md").read_text("utf-8"))

    assert article.url == "https://example.org/well/"
    assert [f.url for f in article.figures] == ["https://example.org/well.jpg"]
    assert [r.url for r in article.related] == ["https://example.org/ferry", "https://example.org/crane"]


# One long line


@pytest.mark.parametrize("page", [pytest.param(p, id=p.name) for p in fixtures("spared")])
def test_look_alikes_in_one_line(page: MarkedPage) -> None:
    """Of a look-alike whose white space is collapsed every sentence stays; known failures are named, and must fail."""
    article = clean_article(" ".join(page.source.split()))

    text = " ".join(article.text.split())
    lost = [p.text for p in page.pieces if p.kind == BODY and " ".join(p.text.split()) not in text]
    assert bool(lost) == (page.name in LOST_IN_ONE_LINE), lost


def test_one_line_becomes_one_paragraph_again() -> None:
    """A clean text in one line stays whole, in one paragraph."""
    source = " ".join(f"{sentence} ({n})." for n in range(6) for sentence in TONGUES[0].sentences[:4])

    article = clean_article(source)

    assert article.text == source
    assert len(article.paragraphs) == 1


def test_sentences_of_one_line() -> None:
    """Abbreviations, initials, numbers and ordinals end no sentence; quotation marks stay with theirs."""
    sentences = [
        "Dr. J. K. Lind paid $1.5 million for No. 14 in St. Brigit.",
        "“Why?” she asked the U.S. consul at 4 p.m. on Friday.",
        "Am 3. Mai kam z.B. Herr Brandt, der ca. 40 Pumpen hat.",
        "“It is late!”",
        "Nobody knew what to say to that, and so the meeting went on as if nothing had been said at all that evening.",
        "The chair thanked everybody, in the order in which they had come, and looked for the key of the hall in vain.",
        "They left by the window.",
    ]

    assert texts(" ".join(sentences)) == sentences


# Markdown


@pytest.mark.parametrize(
    ("raw", "rendered"),
    [
        pytest.param("\\# no \\*heading\\* \\[1\\]", "# no *heading* [1]", id="escaped marks"),
        pytest.param("snake_case and 2*3*4 and f**k", "snake_case and 2*3*4 and f**k", id="marks inside words"),
        pytest.param("**bold** _slanted_ ***both*** `code`", "bold slanted both code", id="emphasis"),
        pytest.param(
            "see [1] and [sic] and [x](not an address)", "see [1] and [sic] and [x](not an address)", id="none"
        ),
        pytest.param("[Wiki](https://example.org/a_(b))", "Wiki", id="brackets in an address"),
        pytest.param('[a](<https://example.org/a b> "Title")', "a", id="angle brackets and a title"),
        pytest.param("<https://example.org/>", "https://example.org/", id="bare address"),
        pytest.param("one<br>two  \nthree\\\nfour", "one\ntwo\nthree\nfour", id="hard breaks"),
        pytest.param("[a\n\nb](https://example.org/)", "a\n\nb", id="a link over paragraphs"),
        pytest.param("[![](https://example.org/c.jpg) Pumps](/1)", "Pumps", id="a picture without text in a link"),
        pytest.param("Pumps &amp; cranes", "Pumps & cranes", id="entity"),
        pytest.param("> one\n>\n> two", "one\n\ntwo", id="quotation"),
        pytest.param("|a|b|\n|---|---|\n|1|2|", "a\tb\n1\t2", id="table"),
        pytest.param("|a\x85 b|c|\n|---|---|\n|1|2|", "a b\tc\n1\t2", id="a line end of another system in a cell"),
    ],
)
def test_markdown_is_rendered(raw: str, rendered: str) -> None:
    """Marks go, what they mark stays, and what only looks like a mark does, too."""
    page = read(f"## Pumps\n\n{raw}")

    assert page.source == f"Pumps\n\n{rendered}"


def test_wrapped_markdown_is_joined() -> None:
    """Lines that html2text wrapped are joined, also inside a link's text and in the middle of its address."""
    page = read((FIXTURES / "markdown" / "html2text-lighthouse.md").read_text("utf-8"))

    block = next(b for b in page.blocks if b.text.startswith("The old lighthouse"))
    assert block.text.startswith(
        "The old lighthouse of Skarn Island shines again, thirteen years after it was switched"
    )
    assert page.links[block.number].url == "https://example.org/places/skarn-island"
    assert page.links[block.number].n_links == 1
    assert page.links[block.number].anchor == "Skarn Island"


@pytest.mark.parametrize("page", [pytest.param(p, id=p.name) for p in fixtures("markdown")])
def test_markdown_pages(page: MarkedPage) -> None:
    """The source of a Markdown page is its plain text, its story stays, and the rest goes."""
    article = clean_article((FIXTURES / "markdown" / f"{page.name}.md").read_text("utf-8"))

    assert article.source == page.source
    in_text = TEXT_KINDS | {BODY}
    wrong = [p.text for p in page.pieces if (kind_at(article.segments, p) == BODY) != (p.kind in in_text)]
    assert wrong == []


MARKS = st.sampled_from((
    "# ", "## ", "* ", "- ", "1. ", "> ", "**", "_", "`", "[", "](https://example.org/1)", '](/2 "x")', "![", "\\",
    "  \n", "\n", "\n\n", "[1]: https://example.org/\n", "][1]", "| ", "|---|---|\n", "---\n", "===\n", "&amp;", "<br>",
    "title: x\n",
    "Markdown Content:\n", "\\[", "\\]", "(", ")", "<https://example.org/>", "\ufffd", "\u2028", "\r",
    *TONGUES[0].sentences[:5], *TONGUES[0].furniture[:8], *TONGUES[0].headlines,
))  # fmt: skip


@given(st.lists(MARKS, max_size=40).map("".join))
@example("## a\n\\## b\n\\\\## c")
@example("[[a](/1)](/2) [![b](/3)](/4)\n\n## c")
@example("![* [e](http:)](http:)")
@example("![[[]t](http:)](/)")
@example("*a ![b* [e](http:)](http:) c* [d](http:)")
def test_laws_hold_for_markdown(raw: str) -> None:
    """Segments tile the rendered text, nothing is invented, and cleaning twice changes nothing."""
    article = clean_article(raw)

    check_tiling(article)
    check_nothing_invented(article)
    assert clean_article(article.text).text == article.text
