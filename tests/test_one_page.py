"""Whole pages in one line, as `get_text(" ")` and `" ".join(text.split())` leave them: menus, story, lists, footer."""

from __future__ import annotations

import re

import ordinary
import pytest
from steps import judged
from whole_pages import SOUP, WholePage, languages, whole_pages

from newsclean import Article, clean_article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.phrases.lexicon import lexicon
from newsclean.read.text.breaks import has_menus
from newsclean.read.text.phrased import phrases_of
from newsclean.read.text.sentences import TOKEN
from newsclean.read.text.windowed import titled
from newsclean.read.text.wordkinds import words_of
from newsclean.settle.tables import table_for

UNSPACED = ("ja", "th", "lo", "km", "my", "zh")
SENTENCE_WORDS = 5
WINDOW, BARE = "with the window's title", "without"
PAGES = [
    (page, dress)
    for language in languages()
    if language not in UNSPACED
    for page in whole_pages(language, SOUP)
    for dress in (WINDOW, BARE)
]
ALL = pytest.mark.parametrize(("page", "dress"), PAGES, ids=[f"{page.name}, {dress}" for page, dress in PAGES])


def cleaned(page: WholePage, dress: str) -> Article:
    over = f"{page.title} | The Harbour Post " if dress == WINDOW else ""
    return clean_article(over + " ".join(page.raw.split()))


def sentences(page: WholePage) -> list[str]:
    """The lines of the story that end like a sentence."""
    lines = (" ".join(line.split()) for line in page.story)
    return [line for line in lines if line[-1] in ".!?।" and len(line.split()) >= SENTENCE_WORDS]


@ALL
def test_no_sentence_of_the_story_goes(page: WholePage, dress: str) -> None:
    """Each of them stays whole."""
    text = " ".join(cleaned(page, dress).text.split())
    assert [line for line in sentences(page) if line not in text] == []


@ALL
def test_the_headline_is_right_or_none(page: WholePage, dress: str) -> None:
    """Where the window's title says it as well, it is found."""
    title = cleaned(page, dress).title
    assert title == page.title if dress == WINDOW else title in (None, page.title)


ENDS = re.compile(r"(?<=[.!?…”»]) ")
ORDINARY = 25  # pages of a language
SPACED = [language for language in ordinary.languages() if language not in ("ja", "zh", "ko", "ar")]
MOST_LOST, MOST_CUT, MOST_WRONG, MOST_LEFT = 0.1, 0.04, 0.04, 0.5


@pytest.mark.parametrize("language", SPACED)
def test_ordinary_pages(language: str) -> None:
    """Few lose a line, hardly one has a sentence cut, the title is right or none, half of the furniture goes."""
    lost = cut = wrong = left = furniture = 0
    for page in ordinary.whole_pages_in_one_line(language, ORDINARY):
        article = clean_article(page.raw)
        text = " ".join(article.text.split())
        lost += any(line not in text for line in page.story)
        cut += any(is_cut(said, article) for line in page.story for said in ENDS.split(line))
        wrong += article.title not in (None, page.title)
        words = [len(line.split()) for line in page.furniture]
        furniture += sum(words)
        left += sum([n for n, line in zip(words, page.furniture, strict=True) if line in text])
    assert lost <= MOST_LOST * ORDINARY
    assert cut <= MOST_CUT * ORDINARY
    assert wrong <= MOST_WRONG * ORDINARY
    assert left <= MOST_LEFT * furniture


def is_cut(line: str, article: Article) -> bool:
    """Whether a part of a line is in the text and another is not."""
    start = article.source.rindex(line)
    end = start + len(line)
    return len({s.kind in TEXT_KINDS for s in article.segments if s.start < end and s.end > start}) > 1


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param(
            "The wall in Orrin is to be a metre higher by spring. The council said so. It voted that the wall in Orrin "
            "is to be a metre Higher By Spring.", "", id="a sentence that says so much of another again",
        ),
        pytest.param("Sea wall to rise | The Post Home Sport Sea wall to rise by a metre", "", id="a sentence goes on"),
        pytest.param("Sea wall to rise | The Post Home Sport Sea wall to rise, Mayor says", "", id="the headline does"),
        pytest.param(
            "Sea wall to rise | The Post Home Sea wall to rise By Jo Sea wall to rise Monday, she said.",
            "Sea wall to rise", id="a sentence that begins with it and goes on with a capital is left alone",
        ),
        pytest.param("Home News Sport | Home News Sport", "", id="a menu that is printed twice is too short"),
        pytest.param("Sea wall to rise | The Post Home Sport Sea wall to rise By Jo", "Sea wall to rise", id="a bar"),
        pytest.param("Sea wall to rise - Post Home Sport Sea wall to rise 3 May", "Sea wall to rise", id="a dash"),
        pytest.param("Muro più alto | Post Home Il muro più alto Muro più alto", "", id="three words"),
        pytest.param("Muro più alto a Orrin | Post Home Muro più alto a Orrin di Jo", "Muro più alto a Orrin", id="by"),
        pytest.param(
            "The Post | Sea wall to rise again | Orrin Home Sport Sea wall to rise again By", "Sea wall to rise again",
            id="the site's name before it",
        ),
        pytest.param(
            "Sea wall’s end is near now | Post Home Sport Sea wall's end is near now By", "Sea wall's end is near now",
            id="another apostrophe",
        ),
        pytest.param(
            "Photo: Boats lie at the quay in the harbour. Boats lie at the quay in the harbour. The town slept then.",
            "", id="a caption that is said twice",
        ),
        pytest.param(
            f"Sea wall in Orrin to rise by a metre {'Home Sport Food ' * 12} Sea wall in Orrin to rise by a metre By",
            "Sea wall in Orrin to rise by a metre", id="a menu right behind it",
        ),
    ],
)  # fmt: skip
def test_what_the_window_says_too(line: str, title: str) -> None:
    """The headline is where the page says what its window's title does, up to the mark before the site's name."""
    words = line.split()
    stops = [n + 1 for n, word in enumerate(words) if word[-1] == "." and n + 1 < len(words)]
    found = titled(words_of(words), stops, ())
    assert [" ".join(words[start:end]) for start, end in found[1:]] == ([title] if title else [])


CLAUSES = (
    "وصلت أول مضختين إلى رصيف أورين صباح الاثنين بعد دخول السفينة الميناء ليلا",
    "وقالت رئيسة البلدية إن أربع مضخات أخرى في الطريق من الشمال منذ يومين",
    "وإن الجدار البحري سيرفع مترا كاملا قبل حلول الشتاء كما وعدت في الربيع",
    "وإن أحدا لم يصب عندما دخل الماء أقبية المدرسة القديمة للمرة الثالثة هذا العام",
    "وإن الصيادين الذين أعاروا قاربين في الخريف سيدعون إلى عشاء على الرصيف مساء الخميس",
)


def test_a_long_sentence_is_no_menu() -> None:
    """In a script without capitals a sentence of sixty words and more looks like one: it stays, and in one piece."""
    text = " ".join(f"{'، '.join((*CLAUSES[n:], *CLAUSES[:n]))}." for n in range(3))

    assert clean_article(text).text == text


SENTENCES = (
    "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
    "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.",
    "The sea wall will be raised by a metre before the winter, the mayor of Orrin said on Tuesday evening.",
)
BOATS = (
    "Grey tug, built of steel 12 m", "Red cutter, built of oak 9 m", "Two skiffs, one of them new 4 m",
    "Blue ferry, with a bar 31 m", "Pilot boat, on loan 14 m", "Barge without a name 22 m", "Old trawler 18 m",
    "Rowing boat of the school 5 m", "Yacht of the harbour master 11 m", "Fire boat, repaired 16 m",
)  # fmt: skip
CREWS = (
    "Harbour Tugs",
    "Rowing Boats",
    "Pilot Crews",
    "Ferry Times",
    "Fishing Fleet",
    "Quay Market",
    "Lamp Keepers",
) * 3
ENTRIES = ("Home", "News", "Sport", "Contact us", "Privacy policy", "Terms of use", "Sign up", "Log in")


@pytest.mark.parametrize(
    ("pieces", "table"),
    [
        pytest.param((*SENTENCES, *BOATS, *SENTENCES), "oneline", id="a list amid the story"),
        pytest.param((*SENTENCES, *SENTENCES, *BOATS), "oneline", id="a list behind it"),
        pytest.param((*ENTRIES, *SENTENCES), "oneline", id="a short menu"),
        pytest.param((*SENTENCES, *BOATS, *ENTRIES), "onepage", id="entries of a menu in it"),
        pytest.param((*BOATS, *BOATS, *SENTENCES), "onepage", id="before the first sentence"),
    ],
)
def test_what_holds_a_whole_page(pieces: tuple[str, ...], table: str) -> None:
    """Many words without a sentence: at the beginning, or with entries of menus among them. A list is of the story."""
    page = judged("\n\n".join(pieces))
    blocks = tuple(b._replace(gap=-1) for b in page.blocks)

    assert len(blocks) == len(pieces)
    assert table_for(page._replace(blocks=blocks, title=-1)) == table


@pytest.mark.parametrize(
    ("line", "is_parted"),
    [
        pytest.param(" ".join(BOATS * 2), False, id="a list"),
        pytest.param(" ".join((*BOATS, "Sign up", *BOATS)), False, id="an entry in it"),
        pytest.param(" ".join(("Contact Us", *CREWS, "Privacy Policy", *CREWS, "Terms of Use")), True, id="a menu"),
    ],
)
def test_which_lines_have_menus(line: str, *, is_parted: bool) -> None:
    """The ends of lines learnt from menus are looked for where entries of menus are, not in the lists of a story."""
    words = [match.span() for match in TOKEN.finditer(line)]
    said = words_of([line[start:end] for start, end in words])

    assert has_menus(said, [], phrases_of(line, words, lexicon())) == is_parted
