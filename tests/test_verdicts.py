"""What kind of page it is and whether its story is cut off: both sides of each limit."""

from __future__ import annotations

import pytest
from steps import judged, settled, with_kinds

from newsclean import clean_article
from newsclean.assemble.listing import why_list
from newsclean.assemble.verdicts import Verdict, verdict
from newsclean.page.block import Finding
from newsclean.page.metadata import Metadata
from newsclean.page.page import Page

FEW = "word " * 118 + "last."  # 119 words: the most that is few
ENOUGH = "word " * 119 + "last."
ARTICLE = "a story was found"


def verdict_of(page: Page, types: tuple[str, ...] = (), captions: int = 0, stories: int = 0) -> tuple[str, str]:
    found = verdict(page, Metadata(types=types), captions, stories, title=None, is_dated=False)
    return found.page_type, found.page_type_reason


@pytest.mark.parametrize(
    ("types", "captions", "stories"),
    [
        pytest.param(("NewsArticle",), 0, 0, id="its data say so"),
        pytest.param(("ImageGallery",), 0, 0, id="a gallery with a story"),
        pytest.param(("VideoObject",), 0, 0, id="a video with a story"),
        pytest.param(("CollectionPage",), 0, 0, id="a list with a story"),
        pytest.param((), 50, 0, id="many pictures with a story"),
        pytest.param((), 0, 50, id="many other stories beside a story"),
    ],
)
def test_a_story_of_enough_words_is_an_article(types: tuple[str, ...], captions: int, stories: int) -> None:
    """With 120 words or more nothing but a live blog is anything else than an article."""
    assert verdict_of(settled(f"| {ENOUGH}"), types, captions, stories) == ("article", ARTICLE)


@pytest.mark.parametrize(
    ("types", "captions", "stories"),
    [
        pytest.param((), 0, 0, id="no sign"),
        pytest.param((), 4, 0, id="four captions"),
        pytest.param((), 0, 11, id="eleven other stories"),
        pytest.param(("NewsArticle", "WebPage"), 4, 11, id="types that say nothing of it"),
    ],
)
def test_a_short_story_is_an_article(types: tuple[str, ...], captions: int, stories: int) -> None:
    """A short text alone makes no page a gallery, a video or a list."""
    assert verdict_of(settled(f"| {FEW}"), types, captions, stories) == ("article", ARTICLE)


@pytest.mark.parametrize(
    ("types", "captions", "stories", "expected"),
    [
        pytest.param(("ImageGallery",), 0, 0, ("gallery", "the page's data calls it ImageGallery"), id="by its data"),
        pytest.param(("MediaGallery",), 9, 0, ("gallery", "the page's data calls it MediaGallery"), id="data first"),
        pytest.param((), 5, 0, ("gallery", "5 captions and 119 words of text"), id="five captions"),
        pytest.param(("VideoObject",), 5, 0, ("gallery", "5 captions and 119 words of text"), id="with a video"),
        pytest.param(
            ("VideoObject",), 4, 12,
            ("video", "the page's data names a VideoObject, and there are 119 words of text"), id="a video",
        ),
        pytest.param(
            ("video.other",), 0, 0,
            ("video", "the page's data names a video.other, and there are 119 words of text"), id="a video by og:type",
        ),
        pytest.param(("ItemList",), 0, 12, ("listing", "the page's data calls it ItemList"), id="a list by its data"),
        pytest.param((), 0, 12, ("listing", "it points to 12 stories and has 119 words of text"), id="twelve stories"),
    ],
)  # fmt: skip
def test_a_short_text_beside_something_else(
    types: tuple[str, ...], captions: int, stories: int, expected: tuple[str, str]
) -> None:
    """With fewer than 120 words the pictures, the video or the list are the page; the reason says what tells."""
    assert verdict_of(settled(f"| {FEW}"), types, captions, stories) == expected


def test_pages_without_a_story() -> None:
    """A page of furniture is a stub, one of nothing is empty, and a list without a story is a list."""
    assert verdict_of(settled("navigation | About us")) == ("stub", "no story was found")
    assert verdict_of(settled("navigation | About us"), stories=12)[0] == "listing"
    assert verdict_of(judged(" \n ")) == ("empty", "nothing is on the page")
    assert verdict_of(judged(""), ("LiveBlogPosting",))[0] == "empty"


def test_a_page_without_data() -> None:
    """A text says nothing of itself: its verdict is by what is on it."""
    assert verdict(settled(f"| {ENOUGH}"), None, 0, 0, title=None, is_dated=False) == Verdict("article", ARTICLE, "")


# Live


def entries(times: int, words: int, others: int) -> Page:
    """A page of so many paragraphs that begin with a time and so many others, of all these words together."""
    rest = "word " * (words - times - others)
    lines = [f"| 10:05 {rest}", *[f"| 1{n}:05" for n in range(1, times)], *["| word"] * others]
    return settled("\n".join(lines))


@pytest.mark.parametrize(
    ("times", "words", "others"),
    [
        pytest.param(5, 600, 0, id="five times"),
        pytest.param(6, 479, 1, id="few words"),
        pytest.param(6, 600, 43, id="more than eight lines a time"),
    ],
)
def test_no_live_blog(times: int, words: int, others: int) -> None:
    """A story with some times in it, or a timetable, is none."""
    assert verdict_of(entries(times, words, others))[0] == "article"


@pytest.mark.parametrize(
    ("times", "words", "others"),
    [
        pytest.param(6, 480, 1, id="enough of everything"),
        pytest.param(6, 600, 42, id="eight lines a time"),
    ],
)
def test_a_live_blog_by_its_times(times: int, words: int, others: int) -> None:
    """Six lines or more that begin with a time, with enough text, and often enough."""
    page = entries(times, words, others)
    assert sum(b.words for b in page.blocks) == words
    assert len(page.blocks) == times + others
    assert verdict_of(page) == ("live", f"{times} lines begin with a time of day")


def test_a_live_blog_by_its_data() -> None:
    """What the data call a live blog is one, however short."""
    assert verdict_of(settled("| Rain."), ("LiveBlogPosting", "VideoObject")) == (
        "live",
        "the page's data calls it LiveBlogPosting",
    )


def test_a_timetable_is_no_live_blog() -> None:
    """Times in the rows of a table are no entries."""
    page = entries(6, 600, 0)
    table = page._replace(blocks=tuple(b._replace(kind="table") for b in page.blocks))
    assert verdict_of(with_kinds(table, ["table"] * 6))[0] == "article"


# Cut off


def why(page: Page, meta: Metadata | None = None) -> str:
    return verdict(page, meta, 0, 0, title=None, is_dated=False).truncated_reason


BREAKS_OFF = "the last paragraph breaks off"
NOT_FREE = "the page's data says that it is not free, and the text is short or breaks off"
TWICE = "the page's data holds more than twice as much text"
PAID, FREE = Metadata(is_accessible_for_free=False), Metadata(is_accessible_for_free=True)


@pytest.mark.parametrize(
    ("lines", "meta"),
    [
        pytest.param("| It rained.", None, id="a story that ends"),
        pytest.param("| One two three four five six …", None, id="a trailing line of seven words"),
        pytest.param(f"| {'word ' * 479}…", None, id="480 words are enough"),
        pytest.param("| One two three four five six seven eight…\n| It rained.", None, id="inside of the story"),
        pytest.param("promo | One two three four five six seven eight…", None, id="no story"),
        pytest.param("navigation | About us", PAID, id="nothing of a page that is not free"),
        pytest.param(f"| {ENOUGH}", PAID, id="not free, but long and whole"),
        pytest.param(f"| {FEW}", FREE, id="free and short"),
        pytest.param(f"| {FEW}", Metadata(), id="short, and the data say nothing"),
        pytest.param("| It rained.", Metadata(article_body="x" * 520), id="no more than twice and 500"),
        pytest.param("| It rained.", Metadata(article_body=""), id="data without a text"),
    ],
)
def test_a_whole_story(lines: str, meta: Metadata | None) -> None:
    """Nothing says that the page shows only a beginning."""
    assert why(settled(lines), meta) == ""


@pytest.mark.parametrize(
    ("lines", "meta", "reason"),
    [
        pytest.param("| One two three four five six seven…", PAID, NOT_FREE, id="not free, breaks off"),
        pytest.param(f"| {FEW}", PAID, NOT_FREE, id="not free and short"),
        pytest.param(f"| {'word ' * 200}…", PAID, NOT_FREE, id="not free, long, breaks off"),
        pytest.param("| One two three four five six seven eight…", None, BREAKS_OFF, id="eight words and an ellipsis"),
        pytest.param("| One two three four five six seven eight...", FREE, BREAKS_OFF, id="three dots"),
        pytest.param("| One two three four five six seven eight […]", None, BREAKS_OFF, id="in brackets"),
        pytest.param("| One two three four five six seven eight (...)", None, BREAKS_OFF, id="in round brackets"),
        pytest.param(f"| {'word ' * 478}…", None, BREAKS_OFF, id="479 words"),
        pytest.param("| It rained.", Metadata(article_body="x" * 521), TWICE, id="more than twice and 500 more"),
    ],
)
def test_a_beginning(lines: str, meta: Metadata | None, reason: str) -> None:
    """A story that is cut off, and what tells."""
    assert why(settled(lines), meta) == reason


def barred(*findings: Finding) -> str:
    """Why a page of a story and of lines with these findings is cut off."""
    page = settled("\n".join(["| It rained.", *["x | Ebb"] * len(findings)]))
    return why(page._replace(kinds=(page.kinds[0], *findings)))


OTHER = Finding("other", "", "hint", "story.path")
WALL = Finding("paywall", "subscribe to read", "sure", "paywall.barrier")


@pytest.mark.parametrize(
    "findings",
    [
        pytest.param((OTHER, OTHER, WALL._replace(strength="hint")), id="a hint further down"),
        pytest.param((WALL._replace(evidence="subscribe"),), id="one word: a button"),
        pytest.param((WALL._replace(evidence="subscribe "),), id="one word and a blank"),
        pytest.param((WALL._replace(kind="promo"),), id="no paywall"),
        pytest.param((WALL, Finding("paragraph", "", "hint", "story.path")), id="the story goes on behind it"),
    ],
)
def test_no_barrier(findings: tuple[Finding, ...]) -> None:
    """A button, or a line before the end of the story, does not cut it off."""
    assert barred(*findings) == ""


def test_a_barrier() -> None:
    """A sure line behind the story that asks to pay, wherever it stands there, and where there is no story too."""
    assert barred(WALL) == barred(WALL._replace(strength="hint"), WALL) == "a line asks to pay: subscribe to read"
    page = settled("x | Ebb")
    assert why(page._replace(kinds=(WALL,))) == "a line asks to pay: subscribe to read"


# Lists

CARD = '<li class="card"><a href="/{n}">{text} {n}</a></li>'
PROSE = (
    "<p>The quay of Harbour Town was built two hundred years ago, and it is still in use today by all.</p>"  # 20 words
)
DATED = '<meta property="article:published_time" content="2024-05-03">'
IN_ENGLISH, IN_GERMAN = "Sea wall to be raised by a metre", "Die Mauer am Kai wird um einen Meter erhöht"


def list_page(cards: int, prose: int, *, head: str = "", text: str = IN_ENGLISH) -> str:
    """Why a page of so many equal linked lines under so many paragraphs, which are all that stays, is a list."""
    lines = "".join([CARD.format(n=n, text=text) for n in range(cards)])
    page = judged(f"<html><head>{head}</head><body><h1>Harbour</h1>{_prose(prose)}<ul>{lines}</ul>", "html")
    assert page.html is not None
    kept = [b for b in page.blocks if b.text.startswith("The quay")]
    return why_list(page, page.html, kept, is_dated=head == DATED)


def _prose(paragraphs: int) -> str:
    """So many paragraphs, no two of them the same."""
    return "".join([PROSE.replace("two hundred", f"{n} hundred") for n in range(2, paragraphs + 2)])


@pytest.mark.parametrize(
    ("cards", "prose", "head"),
    [
        pytest.param(7, 1, "", id="few cards"),
        pytest.param(5, 0, "", id="fewer, and no prose"),
        pytest.param(
            6, 0, '<script type="application/ld+json">{"@type": "NewsArticle"}</script>', id="news, none kept"
        ),
        pytest.param(11, 7, "", id="more prose than is said over a list"),
        pytest.param(20, 7, DATED, id="a date"),
        pytest.param(20, 1, '<meta property="og:type" content="article">' + DATED, id="it says that it is an article"),
        pytest.param(20, 1, '<script type="application/ld+json">{"@type": "NewsArticle"}</script>', id="news"),
        pytest.param(20, 1, '<meta property="og:type" content="product">', id="things like the one it sells"),
    ],
)
def test_no_list(cards: int, prose: int, head: str) -> None:
    """An article with a long list of others beside it is one."""
    assert list_page(cards, prose, head=head) == ""


@pytest.mark.parametrize("text", [IN_ENGLISH, IN_GERMAN])
@pytest.mark.parametrize(
    ("cards", "prose", "head", "reason"),
    [
        pytest.param(6, 0, "", "6 links of the same shape and no prose", id="no prose"),
        pytest.param(8, 1, "", "8 links of the same shape and 20 words of prose", id="little prose"),
        pytest.param(20, 7, "", "20 links of the same shape and 140 words of prose", id="more prose, many cards"),
        pytest.param(20, 1, DATED, "20 links of the same shape and 20 words of prose", id="a date, and little prose"),
        pytest.param(
            8, 7, '<script type="application/ld+json">{"@type": "CollectionPage"}</script>',
            "the page's data calls it CollectionPage, and it has 8 links of the same shape", id="it says so",
        ),
    ],
)  # fmt: skip
def test_a_list(cards: int, prose: int, head: str, reason: str, text: str) -> None:
    """Many linked lines of the same shape and little prose are a list, and the reason says so."""
    assert list_page(cards, prose, head=head, text=text) == reason


def test_a_list_of_links_that_stay() -> None:
    """Where the links are what stays, the page is a list even if it says that it is an article; its reason says why."""
    cards = "".join([CARD.format(n=n, text=IN_ENGLISH) for n in range(8)])
    page = judged(f'<meta property="og:type" content="article">{DATED}<ul>{cards}</ul>', "html")
    page = with_kinds(page, ["list_item"] * 8)
    reason = "what stays of it is links, and 8 are of the same shape"
    assert verdict(page, page.html and page.html.meta, 0, 0, title=None, is_dated=True)[:2] == ("listing", reason)


# Lists of teasers

TOPICS = (
    "Ferry to Orrin", "Sea wall", "Harbour fares", "North quay market", "Town hall", "Old lighthouse", "Derby in Orrin",
    "School of Torvhamn", "Mill Lane bridge", "Night bus", "Choir of Lindby", "Winter storm",
)  # fmt: skip
SHORT = "{0} was on the table of the council of Torvhamn once more this week, and once more nothing at all was decided."
LONG = (
    "<p>The council of Torvhamn has talked about {0} for years, and the mayor has said {1} times that it will end.</p>"
)


def told(topic: str, paragraphs: int) -> str:
    """So many paragraphs on a topic, no two of them the same."""
    return "".join([LONG.format(topic.lower(), n) for n in range(2, paragraphs + 2)])


def teasers(n: int, *, lead: int = 0, head: str = "", link: str = "/news/{0}", under: int = 0, date: str = "") -> str:
    """A page of so many linked headings over a sentence each, or over longer paragraphs, under a lead of paragraphs."""
    entries = "".join(
        [
            f'<div class="entry"><h2><a href="{link.format(k)}">{topic} on the table again</a></h2>{date}'
            + (told(topic, under) if under else f"<p>{SHORT.format(topic)}</p>")
            + "</div>"
            for k, topic in enumerate(TOPICS[:n])
        ]
    )
    return f"<html><head>{head}</head><body><h1>What the council did</h1>{told('the quay', lead)}<main>{entries}</main>"


NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-03"}</script>'
OG_ARTICLE = '<meta property="og:type" content="article">'
DAY = '<div class="date">3 May 2024</div>'


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(teasers(5), id="five are too few"),
        pytest.param(teasers(12, lead=5), id="it opens with more than stands under a heading: places to go"),
        pytest.param(teasers(12, link="#part-{0}"), id="the headings lead to places on the page"),
        pytest.param(teasers(12, under=8), id="long parts under linked headings"),
        pytest.param(teasers(12, under=5, head=NEWS), id="it says that it is news, and its parts are long"),
        pytest.param(teasers(12, under=5, head=OG_ARTICLE + DATED), id="an article by og:type and date"),
    ],
)
def test_a_story_in_parts_with_links(page: str) -> None:
    """A story may have linked subheadings: it opens with a lead, its parts are long, or its data say what it is."""
    assert clean_article(page).page_type == "article"


@pytest.mark.parametrize(
    ("page", "n"),
    [
        pytest.param(teasers(12), 12, id="a sentence under each"),
        pytest.param(teasers(6), 6, id="six"),
        pytest.param(teasers(12, lead=1), 12, id="a sentence over all of them"),
        pytest.param(teasers(12, head=DATED), 12, id="the page has a date: that of the first"),
        pytest.param(teasers(12, head=OG_ARTICLE + DATED), 12, id="it says that it is an article, as whole sites do"),
        pytest.param(
            teasers(12, under=8, date=DAY), 12, id="a front page with its stories in full, each with its date"
        ),
    ],
)
def test_a_list_of_teasers(page: str, n: int) -> None:
    """A text of nothing but short pieces, each under its link, is a list, and the reason says so."""
    article = clean_article(page)
    assert article.page_type == "listing"
    assert article.page_type_reason == f"its text is short pieces under {n} links of the same shape"


def shelf(cards: int, *, above: int = 0, below: int = 0, head: str = "") -> str:
    """A page of paragraphs, then so many linked lines of the same shape, then paragraphs."""
    lines = "".join([CARD.format(n=n, text=IN_ENGLISH) for n in range(cards)])
    body = f"<h1>Pumps</h1>{told('the quay', above)}<ul>{lines}</ul>{told('the wall', below)}"
    return f"<html><head>{head}</head><body>{body}"


@pytest.mark.parametrize(
    ("page", "page_type"),
    [
        pytest.param(shelf(40, above=20), "article", id="a story over many others, without a date"),
        pytest.param(shelf(12, above=7), "article", id="a short one"),
        pytest.param(shelf(20, above=4, head=NEWS), "article", id="a short report that says it is one"),
        pytest.param(shelf(10, above=4, head=DATED), "article", id="a short report with a date"),
        pytest.param(shelf(60, below=7, head='<meta property="og:type" content="product">'), "article", id="a product"),
        pytest.param(shelf(40, below=20), "listing", id="what a shop says of its things, under them"),
        pytest.param(shelf(40, above=4, below=10), "listing", id="some of it over them"),
    ],
)
def test_prose_over_or_under_a_list(page: str, page_type: str) -> None:
    """Over a list of others stands a story; what a shop says of its things stands under them."""
    assert clean_article(page).page_type == page_type


HEADLINE = "Council of Torvhamn votes to raise the wall"
SHELF = "Pumps and hoses"


def report(headline: str, *, head: str = "", far: int = 0, cards: int = 30) -> str:
    """A page of a headline, so many lines, 60 words under them, and many others of the same shape."""
    lines = "".join([CARD.format(n=n, text=IN_ENGLISH) for n in range(cards)])
    between = "".join([f"<div>Field {n} of the form</div>" for n in range(far)])
    body = f"<h1>{headline}</h1>{between}{told('the quay', 3)}<ul>{lines}</ul>"
    return f"<html><head>{head}</head><body>{body}"


@pytest.mark.parametrize(
    ("page", "page_type"),
    [
        pytest.param(report(HEADLINE), "article", id="under a headline"),
        pytest.param(report(HEADLINE, cards=90), "article", id="however many others follow"),
        pytest.param(report("Council votes to raise wall", head=DATED), "article", id="a short headline and a date"),
        pytest.param(report("Council votes to raise wall"), "listing", id="a short headline without a date"),
        pytest.param(report(SHELF), "listing", id="the name of a shelf"),
        pytest.param(report(SHELF, head=DATED), "listing", id="and a date, that of its first thing"),
        pytest.param(report(HEADLINE, far=12), "listing", id="far from the headline"),
    ],
)
def test_a_short_report_over_many_others(page: str, page_type: str) -> None:
    """Two sentences right under a headline are a report, whatever follows; what a shop calls its things is shorter."""
    assert clean_article(page).page_type == page_type


def test_a_report_behind_a_menu_without_a_headline() -> None:
    """Where no headline was found, what stands behind all linked lines of a shape is no list of them."""
    for prose, kind in ((60, ""), (20, "12 links of the same shape and 20 words of prose")):
        lines = "".join([CARD.format(n=n, text=IN_ENGLISH) for n in range(12)])
        page = judged(f"<body><ul>{lines}</ul>{_prose(prose // 20)}", "html")._replace(title=-1)
        kept = [b for b in page.blocks if b.text.startswith("The quay")]
        assert page.html is not None
        assert why_list(page, page.html, kept, is_dated=False) == kind


def test_opening_hours_are_no_live_blog() -> None:
    """Times of day behind the story are no entries of one."""
    hours = "".join([f"<li>{n}:00 to 18:00</li>" for n in range(8, 15)])
    page = f"<h1>The quay of Torvhamn</h1><article>{told('the quay', 30)}</article><footer><ul>{hours}</ul></footer>"
    assert clean_article(page).page_type == "article"


# Truncated, in the languages

TOLD = "The first two pumps reached the quay of Harbour Town on Monday, and more are on their way from the north."
ERZAEHLT = "Die ersten zwei Pumpen haben am Montag den Kai von Harbour Town erreicht, und weitere sollen folgen."
DIT = "Les deux premières pompes sont arrivées lundi sur le quai de Harbour Town, et d'autres viendront du nord."
KATARU = "最初の二台のポンプが月曜日に港町の岸壁に到着し、町議会はさらに追加すると発表した。"


@pytest.mark.parametrize(
    ("told", "line"),
    [
        pytest.param(TOLD, "Log in", id="a login"),
        pytest.param(TOLD, "Sign in or create an account", id="a login of several words"),
        pytest.param(TOLD, "Read more", id="a link to another story"),
        pytest.param(ERZAEHLT, "Einloggen", id="a login, de"),
        pytest.param(KATARU, "ログイン", id="a login, ja"),
    ],
)
def test_a_whole_story_with_a_line_behind_it(told: str, line: str) -> None:
    """A button behind the story says nothing of what is missing."""
    assert not clean_article(f"Flood pumps arrive in Harbour Town\n\n{told}\n\n{line}").is_truncated


@pytest.mark.parametrize(
    ("told", "line"),
    [
        pytest.param(TOLD, "Read the full story", id="a link to the whole"),
        pytest.param(TOLD, "Continue reading", id="a link to the rest"),
        pytest.param(TOLD, "You have 62% of this article left to read", id="a share that is left"),
        pytest.param(ERZAEHLT, "Weiterlesen mit Kai+", id="with a subscription, de"),
        pytest.param(DIT, "Il vous reste 62,4 % de cet article à lire.", id="a share that is left, fr"),
        pytest.param(KATARU, "残り820文字", id="signs that are left, ja"),
        pytest.param(KATARU, "この記事は有料会員限定です。", id="members only, ja"),
    ],
)
def test_a_line_that_says_that_there_is_more(told: str, line: str) -> None:
    """It tells, in the words of its language, that the page shows only the beginning."""
    article = clean_article(f"Flood pumps arrive in Harbour Town\n\n{told}\n\n{line}")
    assert article.is_truncated
    assert article.truncated_reason
    assert line not in article.text


def test_signs_that_are_counted_at_the_end() -> None:
    """“… [+2412 chars]” glued to the last paragraph is taken off it, and says that there is more."""
    article = clean_article(f"Flood pumps arrive in Harbour Town\n\n{TOLD} [+2412 chars]")
    assert (article.is_truncated, article.text.endswith(TOLD)) == (True, True)


PARAGRAPHS = (
    "The first two pumps reached the quay on Monday, and more are on their way from the north of the country.",
    "The mayor said that the second wall would be ready before the storms of the next winter, as he had promised.",
)


@pytest.mark.parametrize(
    ("line", "is_truncated"),
    [
        pytest.param("Log in", False, id="a button"),
        pytest.param("Thank you for reading!", False, id="the end of a letter"),
        pytest.param("Thank you for reading! Please log in to continue.", True, id="the end of what is free"),
        pytest.param("Read more: Sea wall to be raised", False, id="another story"),
        pytest.param("[2412 chars]", False, id="no count of a rest"),
        pytest.param("[+2412 chars]", True, id="the rest counted"),
        pytest.param("… [+2412 chars]", True, id="behind dots"),
        pytest.param("余下全文", True, id="Chinese"),
        pytest.param("Leer más en Harbour Post", True, id="at another paper, in Spanish"),
        pytest.param("Read more at harbourpost.example", True, id="at its address"),
        pytest.param("Lees verder met een abonnement", True, id="for subscribers, in Dutch"),
        pytest.param("Dalej czytaj z subskrypcją", True, id="for subscribers, in Polish"),
    ],
)
def test_a_line_says_that_there_is_more(line: str, *, is_truncated: bool) -> None:
    """A line behind the last paragraph leads to the rest; it is no story of its own, and no text."""
    article = clean_article("\n\n".join(("Flood pumps arrive in harbour town", *PARAGRAPHS, line)))

    assert article.is_truncated == is_truncated
    if is_truncated:
        assert (article.text, article.related) == ("\n\n".join(PARAGRAPHS), ())


HEADLINES = (
    "Ferry to Orrin cancelled after engine fire", "Sea wall to be raised by a metre", "Council votes to freeze fares",
    "Harbour market moves to the north quay", "Second ferry to return from repairs", "Town hall stays closed today",
    "Orrin wins derby in the last minute", "Old lighthouse gets a new lamp",
)  # fmt: skip
SENTENCE = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


@pytest.mark.parametrize(
    ("lines", "page_type"),
    [
        pytest.param(HEADLINES, "listing", id="headlines"),
        pytest.param(HEADLINES[:7], "article", id="seven are too few"),
        pytest.param((*HEADLINES, SENTENCE), "article", id="a sentence behind them"),
        pytest.param(tuple(f"- {line}," for line in HEADLINES), "article", id="lines that go on"),
        pytest.param(
            tuple(f"[{line}](https://h.example/{n})" for n, line in enumerate(HEADLINES)), "listing", id="links"
        ),
        pytest.param(
            tuple(f"### [{line}](https://h.example/{n})\n\n{SENTENCE} {SENTENCE}" for n, line in enumerate(HEADLINES)),
            "article",
            id="parts of a story that are linked",
        ),
    ],
)
def test_a_list_of_headlines(lines: tuple[str, ...], page_type: str) -> None:
    """A text or Markdown of nothing else says that it is a list, and why."""
    article = clean_article("\n\n".join(["# Latest news", *lines] if "](" in lines[0] else lines))
    assert article.page_type == page_type
    assert ("headlines" in article.page_type_reason or "links" in article.page_type_reason) == (page_type == "listing")


def dated_teasers(n: int, *, date: str = "3 May 2024", lead: str = "", text: str = SHORT) -> str:
    """A text of so many headlines, each with a date and a sentence, perhaps under a lead."""
    entries = [f"{topic} on the table again\n{date}\n{text.format(topic)}" for topic in TOPICS[:n]]
    return "\n\n".join(["What the council did", *([lead] if lead else []), *entries])


PART = SHORT + (
    " The mayor has promised for years that {0} would be dealt with before the next winter, but neither she nor anyone "
    "else in the town hall could say on Monday when {0} will be talked about again, or who is going to pay."
)
STORY = "\n\n".join(
    [f"The council of Torvhamn has talked about the quay for years, and the mayor {n} times." for n in range(30)]
)


@pytest.mark.parametrize(
    ("text", "page_type"),
    [
        pytest.param(dated_teasers(7), "article", id="seven are too few"),
        pytest.param(dated_teasers(12, date="on the quay"), "article", id="parts under headings, without dates"),
        pytest.param(dated_teasers(12, text=PART), "article", id="each of sixty words: the entries of a live page"),
        pytest.param(dated_teasers(8, lead=STORY), "article", id="under a story"),
        pytest.param(dated_teasers(8), "listing", id="eight"),
        pytest.param(dated_teasers(12, date="3. Mai 2024"), "listing", id="German dates"),
        pytest.param(dated_teasers(12, date="Publié le 3 mai 2024"), "listing", id="French ones with a label"),
        pytest.param(dated_teasers(12, date="2024年5月3日"), "listing", id="Japanese dates"),
        pytest.param(dated_teasers(12, date="By Jo Doe"), "listing", id="bylines"),
        pytest.param(dated_teasers(12).replace("\n\n", "\n"), "listing", id="without blank lines"),
    ],
)
def test_a_text_of_teasers(text: str, page_type: str) -> None:
    """A text of short pieces is a list where each has its headline and its date or byline."""
    article = clean_article(text)
    assert article.page_type == page_type
    assert ("short pieces, each with its headline" in article.page_type_reason) == (page_type == "listing")


def pictures(n: int, *, link: bool, head: str = "") -> str:
    """Markdown of so many pictures, each in a link to another page or in none."""
    shown = [f"![{TOPICS[k % 12]} {k}](https://h.example/{k}.jpg)" for k in range(n)]
    lines = [f"[{picture}](https://h.example/{k})" for k, picture in enumerate(shown)] if link else shown
    return "\n\n".join(["# Council of Torvhamn votes to raise the wall", head, *lines])


@pytest.mark.parametrize(
    ("page", "page_type"),
    [
        pytest.param(pictures(12, link=False), "gallery", id="captions"),
        pytest.param(pictures(12, link=True), "listing", id="captions that lead elsewhere"),
        pytest.param(
            pictures(12, link=True, head="\n\n".join(("3 May 2024", *PARAGRAPHS))), "article", id="under a short report"
        ),
    ],
)
def test_pictures_that_lead_elsewhere(page: str, page_type: str) -> None:
    """Pictures whose captions are links are no gallery but a list, or stand under a story."""
    assert clean_article(page).page_type == page_type
