"""Fields of HTML pages: what the page's data, its marked elements and its printed lines give together."""

from __future__ import annotations

import json

import pytest

from newsclean import Article, clean_article
from newsclean.read.meta.titles import best_title, headline

HEADLINE = "Flood pumps arrive in Harbour Town"
FIRST = "The first two pumps reached the quay on Monday, and more are on their way from the north."
STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        FIRST,
        "The mayor said that the second wall would be ready before the storms of the next winter.",
        "Nobody was hurt, the mayor said on Monday evening, and the school will open again on Thursday.",
    )
)


def page_of(
    *, head: str = "", over: str = "", story: str = STORY, behind: str = "", author: str | None = None
) -> Article:
    """A page with this in its head, between headline and story, and behind it; `author` is in its JSON-LD."""
    said = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "author": {"name": author}}) if author else ""
    script = f'<script type="application/ld+json">{said}</script>' if said else ""
    return clean_article(
        f"<html><head><title>{HEADLINE} | The Harbour Post</title>{script}{head}</head><body><article>"
        f"<h1>{HEADLINE}</h1>{over}{story}{behind}</article></body></html>"
    )


# Titles


@pytest.mark.parametrize(
    ("given", "title"),
    [
        pytest.param(
            {"shared": "Six pumps for Orrin", "structured": "Six pumps for Orrin and for the quay"},
            "Six pumps for Orrin and for the quay",
            id="the data's own headline",
        ),
        pytest.param(
            {"shared": "Six pumps for Orrin", "window": "Six pumps for Orrin and for the quay"},
            "Six pumps for Orrin",
            id="a shorter one is not cut off",
        ),
        pytest.param(
            {"printed": "Old pumps go", "shared": "The sea wall: Old pumps go"},
            "The sea wall: Old pumps go",
            id="a kicker behind which a colon stands",
        ),
        pytest.param(
            {"shared": "All six pumps (but", "window": "All six pumps (but the last) run"},
            "All six pumps (but the last) run",
            id="cut off in a bracket",
        ),
        pytest.param(
            {"shared": "Mayor of Orrin and", "printed": 'Mayor of Orrin and "the wall"'},
            'Mayor of Orrin and "the wall"',
            id="cut off at a quotation mark",
        ),
        pytest.param(
            {"printed": "Floods Six more pumps for Orrin", "shared": "North: Six more pumps for Orrin"},
            "Six more pumps for Orrin",
            id="a kicker without a colon",
        ),
        pytest.param(
            {"printed": "Six more pumps", "shared": "Quay Blog: Six more pumps"}, "Six more pumps", id="the blog's name"
        ),
    ],
)
def test_the_best_title(given: dict[str, str], title: str) -> None:
    """What is glued to a headline goes, what its data broke off comes back; a shorter title is no broken one."""
    printed, shared, structured, window = (given.get(n, "") for n in ("printed", "shared", "structured", "window"))
    best = best_title(printed=printed, shared=shared, structured=structured, window=window, is_news=False)
    assert best == title


def test_a_host_is_no_headline() -> None:
    """A heading that is the name of the host is the site's, though the window's title begins with it."""
    assert headline(["quay.example.org", "harbour.com"], ["harbour.com Six pumps"]) == ""


def test_a_bar_of_the_headline_stays() -> None:
    """A second part of several words that heading and data both have is of the headline; a section's name is not."""
    both = "Six pumps for Orrin | What they cost and who pays for them"
    page = f"<title>{both} - The Tide</title><meta property='og:title' content='{both}'><h1>{both}</h1>{STORY}"
    assert clean_article(page).title == both
    assert clean_article(page.replace("What they cost and who pays for them", "Opinion")).title == "Six pumps for Orrin"


def test_an_only_heading_that_is_little_like_the_data() -> None:
    """It is the headline, unless the page says the title of its data elsewhere."""
    asked = "Which pumps should a harbour buy?"
    page = f"<title>Pumps: the 10 best ones that a town has | The Tide</title><h1>{asked}</h1>{STORY}"
    assert clean_article(page).title == asked
    printed = page.replace("<h1>", "<h2>Pumps: the 10 best ones that a town has</h2><h1>")
    assert clean_article(printed).title == "Pumps: the 10 best ones that a town has"


@pytest.mark.parametrize(
    ("window", "line", "title"),
    [
        pytest.param(f"{HEADLINE}_News_Harbour Post", HEADLINE, HEADLINE, id="glued to the site's name"),
        pytest.param(f"POST : {HEADLINE}", HEADLINE, HEADLINE, id="behind it"),
        pytest.param(f"{HEADLINE} :: Post :: A new view", "Home", HEADLINE, id="before two"),
        pytest.param("Pumps come - and stay", "and stay", "Pumps come - and stay", id="a part of a headline"),
    ],
)
def test_the_headline_in_the_title_of_the_window(window: str, line: str, title: str) -> None:
    """On a page whose headline no tag marks, the part of its title that it prints as a line."""
    assert clean_article(f"<title>{window}</title><div>{line}</div>{STORY}").title == title


def test_the_name_of_the_site_is_no_title() -> None:
    """A page that gives nothing else as its title has the one that it prints."""
    head = '<title>Harbour Post</title><meta property="og:site_name" content="Harbour Post">'
    assert clean_article(f"{head}<h1>Harbour Post</h1>{STORY}").title is None
    said = f'<title>{HEADLINE}</title><meta property="og:site_name" content="{HEADLINE}">'
    assert clean_article(f"{said}<h1>{HEADLINE}</h1>{STORY}").title == HEADLINE


@pytest.mark.parametrize(
    ("said", "description"),
    [
        (HEADLINE, None),
        (",", None),
        ("2024年05月03日16:57港口新闻网我要评论(0)", None),
        ("<p>Two pumps reached the quay.</p>", "Two pumps reached the quay."),
    ],
)
def test_what_the_data_say_of_the_story(said: str, description: str | None) -> None:
    """The headline again, a stamp or no word is no description; tags are not of it."""
    escaped = said.replace("<", "&lt;").replace(">", "&gt;")
    assert page_of(head=f'<meta name="description" content="{escaped}">').description == description


# Authors


@pytest.mark.parametrize(
    "over",
    [
        pytest.param('<div class="byline">Edited by <span class="author">Mara Lind</span></div>', id="edited"),
        pytest.param('<p>Reviewed by</p><p class="author">Mara Lind</p>', id="reviewed, on two lines"),
        pytest.param('<p class="author">Ships in the Harbour</p>', id="the title of a series"),
        pytest.param('<p class="author-role">Content Marketing Coordinator</p>', id="a role"),
        pytest.param('<p class="byline">Senior Winemaker</p>', id="another"),
        pytest.param('<p class="byline">Story Tools</p>', id="a row of buttons"),
        pytest.param('<p class="author">Источник:</p>', id="the label of a source"),
    ],
)
def test_nobody_wrote_it(over: str) -> None:
    """Who did something else, a role or a title is no author."""
    assert page_of(over=over).authors == ()


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        pytest.param(
            '<div class="byline"><div>News</div><div>Jo Doe Deputy News Editor</div></div>', ("Jo Doe",), id="a column"
        ),
        pytest.param(
            '<div class="author"><p>Jo Doe</p><p>Head Winemaker</p></div>', ("Jo Doe",), id="a role on the next line"
        ),
        pytest.param('<p class="author">by quaywriter</p>', ("quaywriter",), id="a handle"),
        pytest.param("<p>by quaywriter</p><p>3 May 2024</p>", ("quaywriter",), id="a handle over a date"),
        pytest.param('<p class="publish-date-author">May 3, 2024 · Jo Doe</p>', ("Jo Doe",), id="date and author"),
        pytest.param('<p class="byline">By J. M. Doe View In Our Edition</p>', ("J. M. Doe",), id="a button behind it"),
        pytest.param(
            '<div class="attribution"><span class="byline">Jo Doe</span></div>', ("Jo Doe",), id="in an attribution"
        ),
    ],
)
def test_a_marked_byline(over: str, authors: tuple[str, ...]) -> None:
    """A marked byline is read line by line, without what stands beside the name."""
    assert page_of(over=over).authors == authors


MARKED = '<p class="author">{}</p><p>Sea wall to be raised</p>'


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        pytest.param(MARKED.format("Jo Doe") + MARKED.format("Mara Lind"), (), id="two columnists"),
        pytest.param(MARKED.format("Jo Doe") + MARKED.format("Associated Press"), (), id="and an agency"),
        pytest.param('<p class="vcard">College Place, 1 Mill Lane</p>', (), id="the card of an address"),
        pytest.param('<p class="author">Vadim</p>', (), id="one name"),
        pytest.param('<p class="author">5 Great Ideas for a sea wall</p>', (), id="a headline"),
        pytest.param("<p>Published by Tide Press Ltd</p>", (), id="a company"),
        pytest.param('<p class="author">Jo Doe</p>', ("Jo Doe",), id="one author"),
        pytest.param('<p class="author">Jo Doe</p><p class="author-name">Jo Doe</p>', ("Jo Doe",), id="the same twice"),
        pytest.param("<p>Written by Jo Doe</p>", ("Jo Doe",), id="written by"),
    ],
)
def test_a_byline_far_from_the_headline(behind: str, authors: tuple[str, ...]) -> None:
    """A marked byline far below counts where it is the only one: several are of other stories."""
    far = "".join(
        f"<p>Paragraph {n} tells of the pumps, of the quay and of the crane in the harbour.</p>" for n in "abcdefghi"
    )
    assert page_of(story=f"{STORY}{far}{far}", behind=f"<div>{behind}</div>").authors == authors


@pytest.mark.parametrize(
    ("content", "authors"),
    [
        ("harbour.gr | Tide Press", ()),
        ("Design: Jo Doe, Code: Mara Lind", ()),
        ("Tide Web Inc", ()),
        ("Sponsored by Tide Press", ()),
        ("Jo Doe", ("Jo Doe",)),
    ],
)
def test_who_made_the_site_is_no_author(content: str, authors: tuple[str, ...]) -> None:
    """What a meta tag gives that is of the site, and not of the story."""
    assert page_of(head=f'<meta name="author" content="{content}">').authors == authors
    assert page_of(author="harbour.gr").authors == ("harbour.gr",)


def test_the_house_gives_way_to_who_is_printed() -> None:
    """Where the data name the site alone, a person in the byline counts, and a name that only goes on is cut."""
    site = '<meta property="og:site_name" content="Harbour Post">'
    house = "Harbour Post"
    assert page_of(head=site, over="<p>May 3, 2024</p><p>Jo Doe</p>", author=house).authors == ("Jo Doe",)
    assert page_of(head=site, author=house).authors == ("Harbour Post",)
    agency = f'{site}<meta name="author" content="dpa">'
    assert page_of(head=agency, author=house).authors == ("dpa",)
    given = '<meta name="author" content="Jo Doe">'
    assert page_of(head=given, over='<p class="byline">By Jo Doe Harbour Commons</p>').authors == ("Jo Doe",)


def test_a_name_behind_the_story_in_its_element() -> None:
    """A name alone behind the last paragraph, in the same element, signs the story; one outside of it does not."""
    assert page_of(behind="<p>Jo Doe</p><div class='share'><p>Back to News</p></div>").authors == ("Jo Doe",)


def test_names_in_the_data() -> None:
    """An office with an “and” in its name is one author; a bracket inside of a name stays."""
    office = "Office for Harbour Planning and Research"
    assert page_of(author=office).authors == (office,)
    assert page_of(author="Mara (May) Lind").authors == ("Mara (May) Lind",)
    assert page_of(author="Mara Lind (mli)").authors == ("Mara Lind",)


# Figures

WALL = "A crane lowers the second of the six pumps onto the quay of Harbour Town"


@pytest.mark.parametrize(
    ("figure", "credit"),
    [
        pytest.param(
            f"<div><div><img src='a.jpg'></div><div>{WALL}</div><div>REUTERS</div></div>", "REUTERS", id="no class"
        ),
        pytest.param(
            f"<div><img src='a.jpg'><h1>{WALL}</h1><p>Photo: AFP</p></div>", "AFP", id="a heading in a picture's box"
        ),
        pytest.param(
            f"<figure><img src='a.jpg'><figcaption><span class='caption' aria-hidden='true'>{WALL}</span>"
            "<span class='credit'>Photo: Jo Doe</span></figcaption></figure>",
            "Jo Doe",
            id="hidden only from those who hear the page",
        ),
        pytest.param(
            f"<ul><li><figure><img src='a.jpg'><figcaption>{WALL}. <cite>Photo: Jo Doe/AP</cite></figcaption></figure>"
            "</li></ul>",
            "Jo Doe/AP",
            id="in a list",
        ),
        pytest.param(
            f"<figure><img src='a.jpg'></figure><figcaption><span class='caption'>{WALL}</span><span class='credit'>("
            "<div>Image: </div>Getty Images/QuayPhoto)</span></figcaption>",
            "Getty Images/QuayPhoto",
            id="a label in an element of its own",
        ),
        pytest.param(
            f"<figure><img src='a.jpg'><figcaption>{WALL}. Jo Doe for Rest of Orrin</figcaption></figure>",
            "Jo Doe for Rest of Orrin",
            id="for whom",
        ),
        pytest.param(
            f"<figure><img src='a.jpg'><figcaption>{WALL}. (Harbour Court, Old Town of Orrin)</figcaption></figure>",
            "Harbour Court, Old Town of Orrin",
            id="two names in a bracket",
        ),
        pytest.param(
            f"<figure><img src='a.jpg'><figcaption>{WALL}. Source: dpa</figcaption></figure>", "dpa", id="a source"
        ),
    ],
)
def test_a_caption_and_its_credit(figure: str, credit: str) -> None:
    """Caption and credit of a picture are found apart, and none of them is in the text."""
    article = page_of(story=STORY.replace("<p>The mayor", f"{figure}<p>The mayor"))
    found = [(f.caption, f.credit) for f in article.figures if f.caption]
    assert [((caption or "").rstrip("."), given) for caption, given in found] == [(WALL, credit)]
    assert WALL not in article.text
    assert FIRST in article.text


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(
            "<div><div><img src='a.jpg'></div><div>Mara Lind</div><div>Harbour Correspondent</div></div>", id="portrait"
        ),
        pytest.param(
            "<div><div><img src='a.jpg'></div><div>The last two pumps come by rail today</div>"
            "<div>The mayor said that it was high time.</div></div>",
            id="two lines of a story",
        ),
        pytest.param(
            "<a href='/b'><div><img src='a.jpg'><div>The last two pumps come by rail</div><div>Harbour</div></div></a>",
            id="a card",
        ),
    ],
)
def test_what_else_stands_with_a_picture(box: str) -> None:
    """A portrait over name and role, a story beside its picture and a linked card give no caption by their place."""
    article = page_of(story=STORY.replace("<p>The mayor", f"{box}<p>The mayor"))
    assert not [f for f in article.figures if f.caption and f.credit]


AT = "https://harbour.example/pumps"
WATER = "The water rose by two metres in one night last spring and stood in the cellars of the old town for a week."
BY = f"<figcaption>{WALL}. Jo Doe/AP</figcaption>"


@pytest.mark.parametrize(
    ("figure", "head", "said"),
    [
        pytest.param(
            f"<figure><picture><source srcset='/a.jpg 800w, /b.jpg 1600w'></picture>{BY}</figure>",
            "",
            (f"{WALL}.", "Jo Doe/AP", "https://harbour.example/b.jpg"),
            id="a picture of which only the sources stand there",
        ),
        pytest.param(
            f"<figure><picture><source srcset='/a.jpg'><img src='data:image/gif;base64,R0lG'></picture>{BY}</figure>",
            "",
            (f"{WALL}.", "Jo Doe/AP", "https://harbour.example/a.jpg"),
            id="a picture with one that only keeps the place",
        ),
        pytest.param(
            f"<figure><noscript><img src='/a.jpg'></noscript>{BY}</figure>",
            "",
            (f"{WALL}.", "Jo Doe/AP", "https://harbour.example/a.jpg"),
            id="a picture for browsers without scripts",
        ),
        pytest.param(
            f"<div data-caption='{WALL}. Jo Doe/AP'><img src='/a.jpg'></div>",
            "",
            (f"{WALL}.", "Jo Doe/AP", "https://harbour.example/a.jpg"),
            id="a caption in an attribute",
        ),
        pytest.param(
            f"<figure>{BY}</figure>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "image": {"@type": "ImageObject",'
            f' "url": "/a.jpg", "caption": "{WALL}."}}}}</script>',
            (f"{WALL}.", "Jo Doe/AP", "https://harbour.example/a.jpg"),
            id="a picture that only the data have",
        ),
    ],
)
def test_where_a_picture_comes_from(figure: str, head: str, said: tuple[str, str, str]) -> None:
    """Caption, credit and address, however the page brings its picture."""
    page = (
        f"<html><head>{head}</head><body><article><h1>Six pumps for Orrin</h1>{STORY}{figure}<p>{WATER}</p></article>"
    )
    (found,) = clean_article(page, url=AT).figures
    assert (found.caption, found.credit, found.url) == said


# Titles that are glued, or that the data have otherwise

FLOOD = "Flood pumps arrive in harbour town"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"<meta property='og:title' content='{FLOOD}'><h1>{FLOOD}<small>Two more are on their way</small></h1>",
            id="a subline glued to the heading",
        ),
        pytest.param(
            f"<title>{FLOOD} - Harbour Post</title><header><h1>Harbour Post</h1></header><h2>{FLOOD}</h2>",
            id="the site's name as the heading",
        ),
        pytest.param(
            f"<title>{FLOOD} | Harbour Post</title><meta property='og:site_name' content='Harbour Post'>"
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + FIRST + '"}</script>'
            f"<h1>{FLOOD}</h1>",
            id="data that hold the first sentence instead",
        ),
    ],
)
def test_the_headline_alone(page: str) -> None:
    """Neither a subline, nor the site's name, nor a sentence is the title."""
    assert clean_article(f"<html><body>{page}{STORY}").title == FLOOD
