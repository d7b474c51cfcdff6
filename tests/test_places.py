"""What each line outside a story is, by its findings, its section and its place: every page here is marked by hand.

The margin is the kind that the line must have; of a blank one it is of the story, which is given.
"""

from __future__ import annotations

import pytest
from steps import in_story, judged, judged_lines

from newsclean import Rulebook, clean_article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Finding
from newsclean.page.page import Page
from newsclean.settle.outside import MAX_SECTION, name_blocks
from newsclean.settle.settle import slot_values

HEADLINE = "title | Flood pumps arrive in harbour town"
SLUG = "slug | flood-pumps-arrive-in-harbour-town"
HEAD = f"{HEADLINE}\n{SLUG}\nbyline | By Jo Doe\ntimestamp | 3 May 2024"
STORY = "| The first two pumps reached the quay on Monday, and more are on their way from the north."
MORE = "| The mayor said that the second wall would be ready before the storms of the next winter."
REPEAT = "title_repeat | Flood pumps arrive in harbour town"
PAGE = f"{HEAD}\n{STORY}"


def settled(lines: str) -> tuple[list[str], list[str], tuple[Finding, ...]]:
    """The kinds of these lines, those of their margins, and the findings that tell the former."""
    page, found = judged_lines(lines)
    page = page._replace(stays=tuple(in_story(found)), values=tuple(slot_values(page)))
    kinds = name_blocks(page).kinds
    return ["" if k.kind in TEXT_KINDS else k.kind for k in kinds], found, kinds


def row(name: str, *lines: str) -> object:
    """A page of these lines, its id the reason."""
    return pytest.param("\n".join(lines), id=name)


@pytest.mark.parametrize(
    "lines",
    [
        row("nothing but a story", PAGE, MORE),
        row("a story without a head", STORY, MORE),
        row("no story", "navigation | About us", "navigation | Contact us", "navigation | Privacy policy"),
    ],
)
def test_pages_without_furniture(lines: str) -> None:
    """What the path kept is of the story, and nothing else is."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("a counter of pictures", PAGE, "media | 1 / 5", "media | 12/30", "media | ×"),
        row("no counter: four digits", PAGE, "navigation | 1234/5"),
        row("no counter: more than it", PAGE, "navigation | Page 1/5"),
        row("nothing to read", PAGE, "other | ***", "other | ---"),
        row("a headline behind the story", PAGE, "related | Sea wall to pay"),
        row("three words behind the story", PAGE, "navigation | Sea wall pays"),
        row(
            "under a headline of another story a short line is of it",
            PAGE,
            "related | Sea wall to pay",
            "related | Ebb",
        ),
        row(
            "under a prompt",
            PAGE,
            "promo | Sign up for our daily newsletter",
            "promo | Ebb and tide and sea and more",
        ),
        row("under a button", PAGE, "share | Share this story", "share | Ebb and tide"),
        row("a headline under a button", PAGE, "share | Share this story", "related | The ebb and the tide at sea"),
        row(
            "under an entry of a menu",
            PAGE,
            "navigation | About us",
            "navigation | The ebb and the tide",
        ),
        row(
            "a headline under an entry of a menu",
            PAGE,
            "navigation | About us",
            "related | The ebb and the tide of the sea",
        ),
        row(
            "under a prompt of a paragraph",
            PAGE,
            f"promo | Sign up for our daily newsletter {'now ' * 8}",
            "promo | Ebb",
        ),
        row("under a byline", PAGE, "byline | By Jo Doe", "related | Sea wall to pay"),
    ],
)
def test_places_behind_the_story(lines: str) -> None:
    """A line without a sign is what the one above it is, else another story's headline, else of a menu."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("a headline", PAGE, "related | Sea wall to pay", MORE),
        row("too few words for a headline", PAGE, "other | Sea wall pays", MORE),
        row("a line that ends in a colon", PAGE, "other | What the sea wall costs:", MORE),
        row("a sentence", PAGE, "caption | The wall was raised again then.", MORE),
        row("a sentence of five words", PAGE, "related | The wall was raised again.", MORE),
        row("a sentence of thirty words", PAGE, f"caption | {'word ' * 29}word.", MORE),
        row("a sentence of thirty-one words", PAGE, f"related | {'word ' * 30}word.", MORE),
        row("under a caption", PAGE, "caption | A crane lowers a pump (left).", "caption | Men look on", MORE),
        row("under a credit", PAGE, "credit | Photo: Jo Doe/AP", "caption | A pump on the quay", MORE),
        row(
            "an alternative text over its caption",
            PAGE,
            "caption | A crane and a pump",
            "caption | A crane lowers a pump onto the quay. (Jo Doe/AP)",
            MORE,
        ),
        row(
            "an alternative text of eight words",
            PAGE,
            "caption | A crane and a pump on the quay",
            "caption | A boat is lowered onto the pier. (Jo Doe/AP)",
            MORE,
        ),
        row(
            "an alternative text of nine words, by how it opens",
            PAGE,
            "caption | A crane and a pump at the old quay",
            "caption | A boat is lowered onto the pier. (Jo Doe/AP)",
            MORE,
        ),
        row(
            "nine words are a headline",
            PAGE,
            "related | Cranes and pumps at the old quay of Orrin",
            "caption | A boat is lowered onto the pier. (Jo Doe/AP)",
            MORE,
        ),
    ],
)
def test_places_amid_the_story(lines: str) -> None:
    """A line without a sign between paragraphs is a caption or a headline of another story, by its shape."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("no headline: a short line", "navigation | Sea wall", STORY, MORE),
        row("no headline: a sentence", "other | The wall was raised again then.", STORY, MORE),
        row("no headline: five words", "navigation | The wall was raised again.", STORY, MORE),
        row(
            "under the headline: seven words",
            HEADLINE,
            SLUG,
            "description | The sea came over the wall again",
            STORY,
            MORE,
        ),
        row(
            "under the headline: six words",
            HEADLINE,
            SLUG,
            "navigation | The sea came over the wall",
            STORY,
            MORE,
        ),
        row(
            "under a standfirst",
            HEADLINE,
            SLUG,
            "description | The sea came over the wall again",
            "related | And the mayor was not in the town",
            "related | And nobody else was in the town",
            STORY,
            MORE,
        ),
    ],
)
def test_places_before_the_story(lines: str) -> None:
    """A line without a sign under the headline is a standfirst, if it is long; over it, of a menu."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row(
            "four lines over it",
            "navigation | Sea",
            "navigation | Wall",
            "navigation | Tide",
            "navigation | World",
            PAGE,
        ),
        row("six words are no label", "navigation | The ebb and the tide rise", PAGE),
        row(
            "five words three lines over it",
            "navigation | The ebb and the tide",
            "navigation | Sea",
            "navigation | World",
            PAGE,
        ),
        row("five words under it", HEADLINE, SLUG, "navigation | The ebb and the tide", STORY),
        row("five words two lines over it", "navigation | The ebb and the tide", "kicker | World", PAGE),
        row("five words right over it", "navigation | The ebb and the tide", PAGE),
        row("over the headline said again", PAGE[: PAGE.index("\nbyline")], "kicker | Ebb and tide", REPEAT, STORY),
        row(
            "two lines over the headline said again",
            HEADLINE,
            SLUG,
            "navigation | Ebb",
            "navigation | Sea",
            REPEAT,
            STORY,
        ),
        row("right over it", "kicker | Ebb and tide", PAGE),
        row("under a button", "navigation | Skip to content", "kicker | Ebb and tide", PAGE),
        row("under what is not in capitals", "navigation | Sea", "kicker | TIDE", PAGE),
        row("the front page", "navigation | Startseite", PAGE),
    ],
)
def test_a_label_over_the_headline(lines: str) -> None:
    """The nearest label over the headline is its kicker, where it stands alone; others are of a menu or a path."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("none: no kind of section", PAGE, "byline | By Jo Doe", "navigation | Sea walls"),
        row("of other stories", PAGE, "related | Most read", "related | Ebb", "related | Sea wall to be raised again"),
        row("of buttons, as long as they are short", PAGE, "share | Share this story", "share | On the old board"),
        row(
            "ends with the next title",
            PAGE,
            "related | Most read",
            "related | Ebb",
            "share | Share this story",
            "share | Tide",
        ),
        row("ends where the story goes on", PAGE, "related | Most read", "related | Ebb", MORE, "navigation | Tide"),
        row(
            "“View all” in the list does not end it",
            PAGE,
            "related | Most read",
            "navigation | View all",
            "related | Sea wall to be raised",
            "related | Ebb",
        ),
        row(
            "“View all” with a menu below it ends it",
            PAGE,
            "related | Most read",
            "navigation | View all",
            "navigation | About us",
            "navigation | Ebb",
        ),
        row(
            "over the headline it ends there",
            "related | Most read",
            "related | Ebb and tide and sea",
            HEADLINE,
            SLUG,
            "navigation | Sea wall",
            STORY,
        ),
        row(
            "a standfirst ends it",
            "related | Most read",
            "related | Ebb and tide and sea",
            f"other | {'word ' * 13}word.",
            "navigation | Sea",
            STORY,
        ),
        row(
            "a sentence of thirteen words does not",
            "related | Most read",
            "related | Ebb and tide and sea",
            f"related | {'word ' * 12}word.",
            "related | Sea",
            STORY,
        ),
    ],
)
def test_sections_begin_and_end(lines: str) -> None:
    """A title makes what follows it of its kind, until something else begins."""
    kinds, found, _ = settled(lines)
    assert kinds == found


def test_a_section_is_no_longer_than_any_seen() -> None:
    """What stands more than MAX_SECTION lines under the title of a list is no more of it by that."""
    titles = "".join(f"\nrelated | Sea wall to be raised by {n} feet" for n in range(2, MAX_SECTION + 3))
    _, _, kinds = settled(f"{PAGE}\nrelated | Most read{titles}")
    rules = [k.rule for k in kinds[5:]]
    assert rules == ["teaser.list_title", *["section.related"] * MAX_SECTION, "story.path"]


@pytest.mark.parametrize(
    "lines",
    [
        row(
            "not of one byline alone",
            PAGE,
            "related | Most read",
            "related | Ferry timetable is out",
            "byline | By Mara Lind",
            "related | Sea wall to be raised",
        ),
        row(
            "of a date under a headline of the list",
            PAGE,
            "related | Most read",
            "related | Ferry timetable for the winter is out",
            "related | 3 May 2024",
        ),
        row(
            "the name of a section is of its card",
            PAGE,
            "related | Most read",
            "related | Ferry timetable is out",
            "related | World",
            "related | Sea wall to be raised by a metre",
        ),
        row(
            "bylines",
            PAGE,
            "related | Most read",
            "related | Ferry timetable is out",
            "related | By Mara Lind",
            "related | Sea wall to be raised",
            "related | By Sten Ravn",
        ),
        row(
            "times, with no title over them",
            PAGE,
            "related | Ferry timetable is out",
            "related | Sea wall",
            "related | 3 hours ago",
            "related | Sea wall to be raised",
            "related | 1 day ago",
        ),
    ],
)
def test_cards_of_other_stories(lines: str) -> None:
    """What stands on the card of another story is of it."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("none in a list of menus", PAGE, "navigation | About us", "navigation | Ebb", "navigation | Sea walls"),
        row(
            "under their title",
            PAGE,
            "navigation | Topics",
            "navigation | Harbour",
            "navigation | Sea wall",
            "navigation | Osk Halden",
        ),
        row(
            "under a title of other stories",
            PAGE,
            "navigation | Most read",
            "navigation | Harbour",
            "navigation | Sea wall",
            "navigation | Osk Halden",
        ),
        row(
            "a row of them in a list of other stories",
            PAGE,
            "related | Most read",
            "related | Ferry timetable is out",
            "navigation | Harbour",
            "navigation | Sea wall",
            "navigation | Osk Halden",
        ),
        row(
            "two in a list of other stories are none",
            PAGE,
            "related | Most read",
            "related | Ferry timetable is out",
            "related | Harbour",
            "related | Sea wall",
        ),
    ],
)
def test_tags(lines: str) -> None:
    """Short lines under “Topics”, or in a row, are tags."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row(
            "heads a list",
            PAGE,
            "promo | Sign up for our daily newsletter",
            "related | Learn more",
            "related | Ebb",
        ),
        row("of a prompt", PAGE, "promo | Sign up for our daily newsletter", "promo | Learn more"),
        row(
            "of a prompt amid the story",
            PAGE,
            "promo | Sign up for our daily newsletter",
            "promo | Learn more",
            MORE,
        ),
    ],
)
def test_the_button_of_a_prompt(lines: str) -> None:
    """“Learn more” is what it stands under, unless a list follows."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("amid the story a credit is a picture's", PAGE, "credit | Photo: Jo Doe/AP", MORE),
        row(
            "under a caption it is the picture's",
            PAGE,
            "caption | A crane lowers a pump (left).",
            "credit | © Harbour Post",
        ),
        row("a name without a label", PAGE, "credit | Jo Doe/AP"),
        row("behind the story it is the story's source", PAGE, "agency | Photo: Jo Doe/AP"),
        row("a copyright behind the story", PAGE, "agency | © Harbour Post"),
        row("an address under a story is its author's", PAGE, "byline | Email Mara Lind at mara@harbourpost.example"),
        row(
            "an address under a caption is a credit",
            PAGE,
            "caption | A crane lowers a pump (left).",
            "credit | Email Mara Lind at mara@harbourpost.example",
        ),
    ],
)
def test_what_stands_above_tells(lines: str) -> None:
    """A credit behind the story is its source; under a picture it is the picture's."""
    kinds, found, _ = settled(lines)
    assert kinds == found


@pytest.mark.parametrize(
    "lines",
    [
        row("no name", PAGE, "navigation | Quay walls", "author_bio | Mara Lind is a reporter for The Harbour Post."),
        row("no sentence under it", PAGE, "navigation | Mara Lind", "navigation | About us"),
        row("what opens with no name", PAGE, "other | The pumps are on the quay since Monday."),
        row("a question is sooner a headline", PAGE, "related | Who is to pay for the pumps on the quay?"),
        row("too short to tell of somebody", PAGE, "related | Mara Lind has won it."),
        row(
            "a name over it",
            PAGE,
            "byline | Mara Lind",
            "author_bio | Mara Lind is a reporter for The Harbour Post.",
        ),
        row("by its opening", PAGE, "author_bio | Mara Lind was born on the quay."),
        row("not amid the story", PAGE, "caption | Mara Lind was born on the quay.", MORE),
    ],
)
def test_what_tells_of_the_author(lines: str) -> None:
    """Behind the story a sentence that opens with a name tells of its author, and a name over it is the author's."""
    kinds, found, _ = settled(lines)
    assert kinds == found


# Findings


def test_evidence_is_given_where_nothing_else_tells() -> None:
    """The path's weights are the evidence of a line without finding or section, and are asked for only there."""
    _, _, kinds = settled(f"{PAGE}\nrelated | Ferry timetable is out\nrelated | Most read\nrelated | Ebb\n{MORE}")
    weights = kinds[5].evidence
    assert weights.endswith(")")
    assert [(k.rule, k.evidence) for k in kinds[4:]] == [
        ("story.path", ""),
        ("story.path", weights),
        ("teaser.list_title", "most read"),
        ("section.related", "stands in a section of this kind"),
        ("story.path", ""),
    ]


@pytest.mark.parametrize(
    ("cues", "line", "kind"),
    [
        ({"notice": {"whole": ["Photo: Jo Doe/AP"]}}, "Photo: Jo Doe/AP", "notice"),
        ({"notice": {"whole": ["Learn more"]}}, "Learn more", "notice"),
        ({"notice": {"whole": ["Topics"]}}, "Topics", "notice"),
    ],
    ids=["behind the story", "under a prompt", "over tags"],
)
def test_what_the_user_says_stands(cues: dict[str, dict[str, list[str]]], line: str, kind: str) -> None:
    """A line of the user's phrases is what they say, whatever stands around it."""
    story = "\n".join(text.strip("| ") for text in (STORY, MORE))
    raw = f"{story}\n\nSign up for our daily newsletter\n\n{line}\n\nHarbour\n\nSea wall\n\nAbout us"
    article = clean_article(raw, rules=Rulebook(cues=cues))
    assert [s.kind for s in article.segments if s.text == line] == [kind]


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        pytest.param(
            ("Mara Lind", "Mara Lind is a reporter for The Harbour Post."),
            ("byline", "a name over what is said of the author", "story.path"),
            id="a name over an author",
        ),
        pytest.param(
            ("Topics", "Harbour", "Sea wall"),
            ("navigation", "heads a list of tags", "section.navigation"),
            id="over tags",
        ),
    ],
)
def test_what_only_its_place_tells_is_a_hint(lines: tuple[str, ...], given: tuple[str, str, str]) -> None:
    """The first of these lines has a kind by what stands around it: a hint, with the reason."""
    kind, evidence, rule = given
    _, _, kinds = settled("\n".join([PAGE, *(f"x | {line}" for line in lines)]))
    assert kinds[5] == Finding(kind, evidence, "hint", rule)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        pytest.param(
            ("Sign up for our daily newsletter", "Learn more"), ("promo", "the button of what is above"), id="a button"
        ),
        pytest.param(
            ("Most read", "Ferry timetable is out", "Harbour", "Sea wall", "Osk Halden"),
            ("navigation", "one of a row of tags"),
            id="a tag",
        ),
        pytest.param(
            ("Most read", "Ferry timetable is out", "By Mara Lind", "Sea wall to be raised", "By Sten Ravn"),
            ("related", "on a card, as others close by"),
            id="a card's byline",
        ),
        pytest.param(("Most read", "Ferry timetable"), ("related", "stands in a section of this kind"), id="a section"),
    ],
)
def test_what_the_section_tells_is_a_hint(lines: tuple[str, ...], given: tuple[str, str]) -> None:
    """The last of these lines is of its section: a hint, with the reason."""
    kind, evidence = given
    _, _, kinds = settled("\n".join([PAGE, *(f"x | {line}" for line in lines)]))
    assert kinds[-1] == Finding(kind, evidence, "hint", f"section.{kind}")  # type: ignore[arg-type]


def finding_of(*given: Finding, late: bool = True, stays: bool = False) -> Finding:
    """What becomes of a line with these findings, in a list of other stories; `stays`: it says a paragraph again."""
    page, found = judged_lines(
        f"{PAGE}\nx | Most read\nx | {STORY[2:] if stays else 'Ferry'}\n{'' if late else MORE}".strip()
    )
    findings = (*page.findings[:6], given, *page.findings[7:])
    return name_blocks(page._replace(findings=findings, stays=tuple(in_story(found)))).kinds[6]


BYLINE, TWIN = Finding("byline", "", "hint", "byline.role"), Finding("caption", "", "hint", "caption.twin")
PROMO, REPEATS = Finding("promo", "", "hint", "promo.prompt"), Finding("repeat", "", "sure", "repeat.paragraph")
RELATED, SURE = Finding("related", "", "hint", "teaser.slugged"), Finding("ad", "", "sure", "ad.label")


@pytest.mark.parametrize(
    ("given", "late", "stays", "best"),
    [
        pytest.param((PROMO, RELATED), True, False, RELATED, id="no first one where another agrees with the section"),
        pytest.param((RELATED, SURE), True, False, SURE, id="none that agrees where one is sure"),
        pytest.param((BYLINE, SURE), True, False, None, id="none where the first may be of a card"),
        pytest.param((TWIN,), True, False, None, id="no caption behind the story by its twin alone"),
        pytest.param((TWIN, PROMO), True, False, PROMO, id="behind the story a twin does not count"),
        pytest.param((TWIN, PROMO), False, False, None, id="amid the story it may be of a card"),
        pytest.param((TWIN._replace(strength="sure"),), True, False, TWIN._replace(strength="sure"), id="a sure twin"),
        pytest.param((REPEATS,), True, False, None, id="no repetition of what is not of the story"),
        pytest.param((REPEATS,), True, True, REPEATS, id="a repetition of a paragraph"),
        pytest.param((PROMO,), True, False, PROMO, id="the only one"),
        pytest.param((SURE, REPEATS), True, True, SURE, id="the first sure one"),
    ],
)
def test_the_best_of_the_findings(given: tuple[Finding, ...], best: Finding | None, *, late: bool, stays: bool) -> None:
    """In a list of other stories: a sure finding, else one that agrees with the list, else the first."""
    found = finding_of(*given, late=late, stays=stays)
    assert found == (best or Finding("related", "stands in a section of this kind", "hint", "section.related"))


# Repetitions


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("A crane lowers a pump (left) onto the quay.", "caption_repeat", id="of a caption"),
        pytest.param(
            "The first two pumps reached the quay on Monday, and more are on their way from the north.",
            "repeat",
            id="of a paragraph",
        ),
    ],
)
def test_a_repetition_is_of_what_it_repeats(line: str, kind: str) -> None:
    """What says again what a caption says is of the picture; what says a paragraph again repeats that."""
    page, found = judged_lines(f"{PAGE}\nx | A crane lowers a pump (left) onto the quay.\n{MORE}\nx | {line}")
    repeats = Finding("repeat", "", "sure", "repeat.paragraph")
    page = page._replace(
        blocks=(*page.blocks[:-1], page.blocks[-1]._replace(echo=4)),
        findings=(*page.findings[:-1], (repeats,)),
        stays=tuple(in_story(found)),
    )
    assert name_blocks(page).kinds[7].kind == kind


# Markup


def html_kinds(html: str) -> list[tuple[str, str]]:
    """Texts and kinds of a page of which the paragraphs that open with “The” are the story."""
    page: Page = judged(f"<!doctype html><title>Pumps</title>{html}", "html")
    kinds = name_blocks(page._replace(stays=tuple(b.text.startswith("The ") for b in page.blocks))).kinds
    return [(b.text, k.kind) for b, k in zip(page.blocks, kinds, strict=True) if k.kind not in TEXT_KINDS]


BODY = "<p>The first two pumps reached the quay on Monday.</p><p>The mayor said that more were on their way.</p>"


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        pytest.param(
            f"<main>{BODY}</main><p>Most read</p><p>Sea wall to be raised</p><p>Ebb</p>",
            ["related", "related", "related"],
            id="no footer: the list goes on",
        ),
        pytest.param(
            f"<main>{BODY}</main><p>Most read</p><p>Sea wall to be raised</p><footer><p>Ebb</p><p>Tide</p></footer>",
            ["related", "related", "navigation", "navigation"],
            id="a footer ends the list above it",
        ),
        pytest.param(
            f"<main>{BODY}</main><footer><p>Ebb</p></footer><p>Sea wall to be raised and paid for by all</p>",
            ["navigation", "related"],
            id="behind a footer a headline is none of its entries",
        ),
    ],
)
def test_footers(html: str, kinds: list[str]) -> None:
    """Where a footer or menu begins, the section above it ends; where it ends, it heads nothing."""
    assert [kind for _, kind in html_kinds(html)] == kinds
