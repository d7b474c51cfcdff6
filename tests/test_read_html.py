"""The reader of HTML: what a reader sees, where it stood in the markup, pictures, metadata, encodings and limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from growth import MOST, growth_of

from newsclean.page.markup import ARTICLE, ASIDE, FOOTER, HEADER, HIDDEN, MAIN, NAV, STORY
from newsclean.page.metadata import Metadata
from newsclean.read.charset import read_bytes
from newsclean.read.decode import decode
from newsclean.read.form import form_of
from newsclean.read.html.floods import MAX_ATTRIBUTES, MAX_DEPTH
from newsclean.read.html.hidden import HIDDEN_PROSE
from newsclean.read.html.hints import hints
from newsclean.read.html.html import read_html
from newsclean.read.limits import MOST_BLOCKS
from newsclean.read.rendered import Rendered

PROSE = "The first two pumps reached the quay on Monday, and more are on their way from the north. "


def row(reason: str, html: str, *expected: object) -> object:
    return pytest.param(html, *expected, id=reason)


def texts(page: Rendered) -> list[str]:
    return [block.text for block in page.blocks]


def check(page: Rendered) -> None:
    """What holds for every page: spans are right and in order, and everything refers to something."""
    end = 0
    for block, mark in zip(page.blocks, page.html.markup, strict=True):
        assert page.text[block.start : block.end] == block.text
        assert page.text[end : block.start].strip() == ""
        assert len(block.text.splitlines()) == 1
        assert 0 <= mark.container <= mark.element < len(page.html.elements)
        end = block.end
    assert page.text[end:] == ""
    for number, element in enumerate(page.html.elements):
        assert -1 <= element.parent < number
        assert 0 <= element.start <= element.end <= len(page.blocks)
    for figure in page.figures:
        assert all(0 <= n < len(page.blocks) for n in (*figure.captions, *figure.credits))


# What must stay as it is

SAME_LINE = (
    row("an inline tag inside a word", "<p>un<b>believ</b>able", "unbelievable"),
    row("a large first letter", '<p><span class="dropcap">T</span>he pumps', "The pumps"),
    row("a link amid a sentence", '<p>The <a href="/p">pumps</a>, he said', "The pumps, he said"),
    row("a footnote", "<p>the pumps<sup>1</sup> came", "the pumps1 came"),
    row("a soft hyphen is not seen", "<p>harbour&shy;master", "harbourmaster"),
    row("a place to wrap is not seen", "<p>harbour<wbr>master", "harbourmaster"),
    row("a joiner belongs to the word", "<p>می\u200cخواهم", "می\u200cخواهم"),
    row("a comment amid a word", "<p>har<!-- x -->bour", "harbour"),
    row("an unknown tag amid a word", "<p>har<foo>bour</foo>master", "harbourmaster"),
    row("a custom element amid a word", "<p>har<x-term>bour</x-term>master", "harbourmaster"),
    row("signs that look like markup", "<p>5 &lt; 6 &amp;&amp; 7 &gt; 3", "5 < 6 && 7 > 3"),
    row("a name with a capital amid it", "<p><span>Mac</span><span>leod</span>", "Macleod"),
    row("a line break amid a headline", "<h1>Pumps<br>arrive</h1>", "Pumps arrive"),
    row("a block amid a headline", "<h2><div>Pumps arrive</div></h2>", "Pumps arrive"),
    row("a button in a headline", "<h3><button>Why now?</button></h3>", "Why now?"),
    row("a button behind a sentence", "<p>The pumps came.<button>Share</button>", "The pumps came."),
    row("one between two", "<p>The pumps came. <button>Share</button> More will.", "The pumps came. More will."),
    row("one behind a name", "<div>By Jo Doe <button>Follow</button> Updated", "By Jo Doe Updated"),
    row("one behind what is copied", "<p>pip install pumps <button>Copy</button> <svg></svg>", "pip install pumps"),
    row("one behind a colon", "<p>All of it: <button>Show</button> here", "All of it: here"),
    row("a word that is a button", "<p>The <button>bank rate</button> rose", "The bank rate rose"),
    row("two of them", "<p>The <button>bank</button> <button>rate</button> rose", "The bank rate rose"),
    row("one that opens its sentence", "<p><button>Inflation</button> rose", "Inflation rose"),
    row("one that closes it", "<p>It was the <b><button>bank</button></b>.", "It was the bank."),
    row("one over a link", "<p>The <button>bank</button> <a href=/r>rate</a> rose", "The bank rate rose"),
    row("one before a name", "<p>So said <button>Jo</button> Doe on Monday.", "So said Jo Doe on Monday."),
    row("one in Chinese", "<p>央行<button>利率</button>保持不变", "央行利率保持不变"),
    row("a custom element that opens a sentence", "<p><x-term>Inflation</x-term> rose", "Inflation rose"),
    row("a time amid a sentence", '<p>At <time datetime="2024-05-03">noon</time> it rained', "At noon it rained"),
    row("a credit amid a sentence", '<p>All <span class="credit">credit</span> to Jo', "All credit to Jo"),
    row("Chinese without blanks", "<p>记者<b>会见</b>", "记者会见"),
    row("a link without address", '<p><a name="x">The</a> pumps', "The pumps"),
    row("a drop cap that is not read out", '<p><span aria-hidden="true">F</span>ares rise', "Fares rise"),
    row(
        "a first word with a twin that is read out",
        '<p><span aria-hidden="true"><b>F</b>ares</span><span class="visually-hidden">Fares</span> rise',
        "Fares rise",
    ),
    row("an icon's name", '<p>Fares <span aria-hidden="true">arrow_up</span> rise', "Fares rise"),
    row("words in small letters", "<p>the <small>k</small>-prize", "the k-prize"),
)


@pytest.mark.parametrize(("html", "line"), SAME_LINE)
def test_inline_markup_changes_nothing(html: str, line: str) -> None:
    """What stands on one line on the screen is one block, and its words are whole."""
    page = read_html(html)

    check(page)
    assert texts(page) == [line]


STORIES = (
    row("all in one form", f"<form action=/x><div><p>{PROSE}</p><p>{PROSE}</p></div><input></form>", [PROSE, PROSE]),
    row("all hidden until a script runs", f"<body style='visibility:hidden'><p>{PROSE}</p>", [PROSE]),
    row("an app that a dialogue hides", f"<div aria-hidden=true><p>{PROSE * 9}</p></div>", [PROSE * 9]),
    row("all for browsers without scripts", f"<noscript><p>{PROSE * 9}</p></noscript>", [PROSE * 9]),
    row("a class that hides what overflows", f'<div><div class="overflow-hidden"><p>{PROSE}</p></div></div>', [PROSE]),
    row("hidden on small screens only", f'<div><div class="hidden lg:block"><p>{PROSE}</p></div></div>', [PROSE]),
    row("paragraphs in quotes", f"<blockquote><p>{PROSE}</p><p>{PROSE}</p></blockquote>", [PROSE, PROSE]),
    row("a layout made of tables", f"<table><tr><td><p>{PROSE * 4}</p><p>{PROSE}</p></table>", [PROSE * 4, PROSE]),
    row(
        "a list of linked names",
        "<ul><li><a href=/1>Jo Doe</a><li><a href=/2>Mara Lind</a></ul>",
        ["Jo Doe", "Mara Lind"],
    ),
    row(
        "short items without links",
        "<ul><li>Rice<li>Salt<li>Oil<li>Lime<li>Mint</ul>",
        ["Rice", "Salt", "Oil", "Lime", "Mint"],
    ),
    row(
        "headlines in a list",
        "<ul>" + "".join(f"<li><a href=/{n}>Pumps reach the harbour on day {n}</a>" for n in range(5)) + "</ul>",
        [f"Pumps reach the harbour on day {n}" for n in range(5)],
    ),
    row("a page cut off in a tag", f"<p>{PROSE}</p><div class='foo", [PROSE]),
    row(
        "buttons over the story, and custom elements beside each other",
        "<p><button>Share</button><p><button>Play</button> The pumps came.<p><x-a>One.</x-a><x-a>Two.</x-a>",
        ["Share", "Play", "The pumps came.", "One.", "Two."],
    ),
    row("nothing closed", "<div><p>One<div><b>Two<p>Three<table><tr><td>Four", ["One", "Two", "Three", "Four"]),
    row(
        "an answer behind its question",
        f"<div><h3>Why?</h3><div class='accordion' hidden><p>{PROSE}</p></div></div>",
        ["Why?", PROSE],
    ),
    row(
        "the rest behind a button",
        f"<div><p>Why?</p><div class='read-more-text' style='display:none'><p>{PROSE}</p></div></div>",
        ["Why?", PROSE],
    ),
    row(
        "an answer under a heading that is a button",
        f"<div><h3><button aria-expanded='false'>Why?</button></h3>\n<div hidden><p>{PROSE}</p></div></div>",
        ["Why?", PROSE],
    ),
    row(
        "three paragraphs that a script would bring",
        "<p>One</p><noscript><p>Two</p><p>Three</p><p>Four</p></noscript>",
        ["One", "Two", "Three", "Four"],
    ),
    row(
        "a tree of shadows",
        f"<x-story><template shadowrootmode='open'><style>p {{}}</style><p>{PROSE}</p></template></x-story>",
        [PROSE],
    ),
    row(
        "one in another, and what stands behind them",
        f"<x-a><template shadowrootmode=closed class=a><x-b><TEMPLATE shadowroot='open'><p>{PROSE}</p></TEMPLATE>"
        "</x-b><p>Two</p></template></x-a><p>Three</p>",
        [PROSE, "Two", "Three"],
    ),
    row(
        "one that only frames what stands in its element",
        f"<x-a><template shadowrootmode=open><style>{'p {} ' * 40}</style><b>x</b><slot></slot></template><p>Two</x-a>",
        ["Two"],
    ),
    row("one that is cut off", f"<x-a><template shadowrootmode=open><p>{PROSE}</p>", [PROSE]),
    row(
        "one behind a template in a script",
        f"<script>var a = '<template>'</script><x-a><template shadowrootmode=open><p>{PROSE}</p></template></x-a>",
        [PROSE],
    ),
    row("a figure's table", "<figure><table><tr><td>One<td>Two</table></figure>", ["One\tTwo"]),
    row("repeated lines of a song", "<p>Row<br>Row<br>Row", ["Row", "Row", "Row"]),
)


@pytest.mark.parametrize(("html", "lines"), STORIES)
def test_nothing_of_a_story_is_lost(html: str, lines: list[str]) -> None:
    """However the story is wrapped, all of it is there."""
    page = read_html(html)

    check(page)
    assert texts(page) == [line.strip() for line in lines]
    assert not any(mark.places & HIDDEN for mark in page.html.markup if len(page.blocks) == 1)


# What is laid out

LAYOUTS = (
    row("block tags part lines", "<div>One</div><div>Two</div>Three<p>Four</p>", "One\nTwo\nThree\n\nFour"),
    row("white space collapses", "<p>  One \n\t two&nbsp; three  </p>\n\n <p> Four", "One two three\n\nFour"),
    row(
        "line breaks of every kind",
        "<p>" + "one two three " * 9 + "four\u2028five\x0bsix",
        "one two three " * 9 + "four five six",
    ),
    row("paragraphs made by breaks", "One.<br><br>Two.<br>Three.", "One.\n\nTwo.\nThree."),
    row("breaks at the ends", "<p><br>One<br></p>", "One"),
    row("a poem", "<p>Rain on the quay<br>and the pumps<br>asleep", "Rain on the quay\nand the pumps\nasleep"),
    row(
        "a sentence wrapped by breaks",
        "<p>The first two pumps reached the quay on Monday, and<br>more are on their way.",
        "The first two pumps reached the quay on Monday, and more are on their way.",
    ),
    row("lists in lists", "<ul><li>One<ul><li>Two<li>Three</ul><li>Four</ul>", "One\n\nTwo\nThree\n\nFour"),
    row("terms and their meaning", "<dl><dt>Pump</dt><dd>It pumps.</dd></dl>", "Pump\nIt pumps."),
    row(
        "a table's rows and cells",
        "<table><tr><th>Port<th>Pumps<tr><td><p>North</p><td>2</table>",
        "Port\tPumps\nNorth\t2",
    ),
    row("an empty cell", "<table><tr><td>One<td><td>Three</table>", "One\tThree"),
    row("preformatted lines", "<pre>One\n  two\n\nthree</pre>", "One\ntwo\n\nthree"),
    row("a rule parts lines", "<div>One<hr>Two</div>", "One\n\nTwo"),
    row("words of two links", "<div><a href=/1>World</a><a href=/2>Sport</a></div>", "World Sport"),
    row("a name and a date that touch", '<div><span class="a">Jo Doe</span><span>3 May</span></div>', "Jo Doe 3 May"),
    row(
        "a caption in a span",
        '<p><img src=a.jpg><span class="caption">A pump</span>The pumps came',
        "A pump\nThe pumps came",
    ),
    row(
        "a credit in a caption",
        "<figure><figcaption>A pump <span class=credit>Jo Doe</span></figcaption></figure>",
        "A pump\nJo Doe",
    ),
    row("a summary and its details", "<details><summary>More</summary><p>The rest</p></details>", "More\n\nThe rest"),
    row(
        "an embedded post",
        "<blockquote><p>Pumps!</p>— Jo (@jo) <a href=/s>May 3</a></blockquote>",
        "Pumps!\n\n— Jo (@jo) May 3",
    ),
    row("a menu is one line", "<nav><ul>" + "<li><a href=/x>Home</a>" * 5 + "</ul></nav>", "\t".join(["Home"] * 5)),
    row("question and answer", "<p><b>Why now?</b><br>Because it rained.", "Why now?\nBecause it rained."),
    row("ruby", "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>町", "港(みなと)町"),
)


@pytest.mark.parametrize(("html", "text"), LAYOUTS)
def test_the_page_reads_as_on_the_screen(html: str, text: str) -> None:
    """One block a line, a blank line where the screen has a margin."""
    page = read_html(html)

    check(page)
    assert page.text == text


LEFT_OUT = (
    row("scripts and styles", "<script>var a = '<p>x</p>'</script><style>p {}</style>"),
    row(
        "what no browser shows",
        "<template><p>x</p></template><svg><title>x</title><text>x</text></svg><iframe>x</iframe>",
    ),
    row("form controls", "<form><input value=x><select><option>x</select><textarea>x</textarea></form>"),
    row("a hidden attribute", "<div><p hidden>x</p></div>"),
    row("a style that hides", '<div><p style="color:red; display : none">x</p></div>'),
    row("words for screen readers", '<div><span class="sr-only">x</span></div>'),
    row("words for browsers without scripts", "<noscript>x</noscript>"),
    row("what a heading without a button has under it", f"<h3></h3><div hidden>{'x ' * 60}</div>"),
    row(
        "a template in a page with a tree of shadows",
        "<template><p>x</p><template shadowrootmode='open'><p>x</p></template><p>x</p></template>",
    ),
    row("a template named after one", "<template id='shadowroot' data-shadowrootmode='open'><p>x</p></template>"),
    row("a closed dialogue", "<dialog>x</dialog>"),
    row("an icon hidden from screen readers", '<div><i aria-hidden=true></i><span aria-hidden="true">x</span></div>'),
    row("a player", "<video poster=a.jpg>x</video><audio>x</audio><canvas>x</canvas>"),
)


@pytest.mark.parametrize("html", LEFT_OUT)
def test_what_is_not_seen_is_left_out(html: str) -> None:
    """What no reader sees is not in the text, and what stands beside it is."""
    page = read_html(f"<body><p>One {html} two</p>{html}<p>Three</p>")

    check(page)
    assert "x" not in page.text
    assert page.text.replace("\n", " ").split() == ["One", "two", "Three"]


def test_two_paragraphs_for_browsers_without_scripts_are_left_out() -> None:
    """They say that there are no scripts; three are sooner a piece of the story."""
    assert texts(read_html("<p>One</p><noscript><p>x</p><p>x</p></noscript><p>Three</p>")) == ["One", "Three"]


def test_hidden_prose_is_shown_and_marked() -> None:
    """So much text is hidden that it may be the story behind a button: it is there, and says that it is hidden."""
    hidden = f"<div style='display:none'><p>{PROSE * (HIDDEN_PROSE // 80)}</p></div>"
    page = read_html(f"<main><p>{PROSE * 30}</p>{hidden}<p>Three</p></main>")

    check(page)
    assert [bool(mark.places & HIDDEN) for mark in page.html.markup] == [False, True, False]


KINDS = (
    row("a heading", "<h2>Pumps</h2>", ["heading"]),
    row("a heading with a block in it", "<h2><div>Pumps</div></h2>", ["heading"]),
    row("list items", "<ul><li>One<li><p>Two</p></ul>", ["list_item", "list_item"]),
    row(
        "an entry of a live page",
        "<ul><li><h3>11:30</h3><p>One</p><p>Two</p></ul>",
        ["heading", "paragraph", "paragraph"],
    ),
    row("quotes", "<blockquote>One<p>Two</p></blockquote>", ["quote", "quote"]),
    row("a table", "<table><tr><td>One<td>Two</table>", ["table"]),
    row("a table of one column", "<table><tr><td>One</table>", ["paragraph"]),
    row("the rest", "<div>One</div><p>Two</p><pre>Three</pre>", ["paragraph", "paragraph", "paragraph"]),
)


@pytest.mark.parametrize(("html", "kinds"), KINDS)
def test_blocks_have_the_kind_of_their_tags(html: str, kinds: list[str]) -> None:
    """Headings, list items, quotes and table rows are told apart."""
    assert [block.kind for block in read_html(html).blocks] == kinds


# Where blocks stand

LINKS = (
    row("no link", "<p>The pumps</p>", 0.0, 0, None, ""),
    row("all of it", '<p><a href="/p">The pumps</a></p>', 1.0, 1, "https://harbourpost.example/p", "The pumps"),
    row(
        "a card that is a link",
        '<a href="/p"><div>The pumps</div></a>',
        1.0,
        1,
        "https://harbourpost.example/p",
        "The pumps",
    ),
    row("a lead-in", '<p>More: <a href="p">Pumps</a></p>', 5 / 11, 1, "https://harbourpost.example/news/p", "Pumps"),
    row(
        "two to one place",
        "<p><a href=/p>One</a> <a href=/p>two</a></p>",
        6 / 7,
        2,
        "https://harbourpost.example/p",
        "Onetwo",
    ),
    row(
        "two to two places: that with more text counts",
        "<p><a href=/1>One</a> <a href=/2>three</a></p>",
        8 / 9,
        2,
        "https://harbourpost.example/2",
        "Onethree",
    ),
    row(
        "of two with as much, the first",
        "<p><a href=/1>One</a> <a href=/2>two</a></p>",
        6 / 7,
        2,
        "https://harbourpost.example/1",
        "Onetwo",
    ),
    row("a link to nowhere", '<p><a href="javascript:void(0)">One</a></p>', 1.0, 1, None, "One"),
)


@pytest.mark.parametrize(("html", "share", "n_links", "url", "anchor"), LINKS)
def test_links_are_counted(html: str, share: float, n_links: int, url: str | None, anchor: str) -> None:
    """A block knows how much of it is links, where they lead, and what they say."""
    page = read_html(html, url="https://harbourpost.example/news/1")

    mark = page.links[0]
    assert (round(mark.link_share, 6), mark.n_links, mark.url, mark.anchor) == (round(share, 6), n_links, url, anchor)


def test_hints_come_nearest_first() -> None:
    """What class, id and role say of a block and of what is around it, each kind once; not what is said of all."""
    html = """<body class="newsletter"><div id="related-box">
    <div class="byline share"><p class="socialShare">One</p></div>
    <p>Two</p><p><span class="byline">By Jo Doe</span></p><p>By <span class="byline">Jo Doe</span></p></div>"""
    page = read_html(html)

    kinds = [[hint.kind for hint in mark.hints] for mark in page.html.markup]
    assert kinds == [["share", "byline", "related"], ["related"], ["byline", "related"], ["related"]]
    assert page.html.elements[page.html.markup[0].element].own == hints("socialShare")


def test_siblings_share_their_container() -> None:
    """The container is the nearest element that holds other blocks too; how much it holds is its range of blocks."""
    html = "<main><div id=a><h2>Head</h2><div><p>One</p></div><div><p>Two</p></div></div><ul><li>x<li>y</ul></main>"
    page = read_html(html)

    containers = [mark.container for mark in page.html.markup]
    assert len(set(containers[:3])) == 1
    assert len(set(containers[3:])) == 1
    first, second = page.html.elements[containers[0]], page.html.elements[containers[3]]
    assert (first.tag, first.start, first.end) == ("div", 0, 3)
    assert (second.tag, second.start, second.end) == ("ul", 3, 5)
    assert page.html.elements[first.parent].tag == "main"


ENTRIES = "".join(
    f"<p><a href=/{n}>{name}</a></p>" for n, name in enumerate(("Harbour", "Ferries", "Tides", "Weather"))
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        row(
            "another story's headline stays apart",
            f"<footer>{ENTRIES}<p><a href=/9>Sea wall to be raised by a metre</a></footer>",
            ["Harbour\tFerries\tTides\tWeather", "Sea wall to be raised by a metre"],
        ),
        row(
            "what a footer says in words stays apart",
            f"<footer>{ENTRIES}<p>© 2024 Harbour Post<p>Write to us.</footer>",
            ["Harbour\tFerries\tTides\tWeather", "© 2024 Harbour Post", "Write to us."],
        ),
        row("three may be a path", f"<nav>{ENTRIES[: ENTRIES.rindex('<p>')]}</nav>", ["Harbour", "Ferries", "Tides"]),
        row("a story has its own header", f"<article><header>{ENTRIES}</header></article>", 4),
        row("of mere words nothing is a menu", f"<header>{ENTRIES.replace('a href', 'b data-x')}</header>", 4),
        row("beside the story lines stand alone", f"<aside>{ENTRIES}</aside>", 4),
        row(
            "the headline stays, also as a link",
            f"<header>{ENTRIES}<h1><a href=/1>Flood pumps</a></h1>{ENTRIES}</header>",
            ["Harbour\tFerries\tTides\tWeather", "Flood pumps", "Harbour\tFerries\tTides\tWeather"],
        ),
        row(
            "menus under titles are one line",
            f"<footer><h3>News</h3><ul>{'<li><a href=/x>Home</a>' * 5}</ul><h3>More</h3>{ENTRIES}</footer>",
            ["News\tHome\tHome\tHome\tHome\tHome\tMore\tHarbour\tFerries\tTides\tWeather"],
        ),
    ],
)  # fmt: skip
def test_runs_of_short_lines_in_menus_and_footers_are_one_line(html: str, expected: list[str] | int) -> None:
    """What nobody reads as a story is one block; what may be another story, or says something, stays one of its own."""
    page = read_html(f"<p>{PROSE}</p>{html}")
    check(page)
    assert texts(page)[1:] == expected if isinstance(expected, list) else len(page.blocks) == 1 + expected


def test_what_stands_behind_a_run_keeps_its_place() -> None:
    """A byline, a date and a picture under a header of links are where they were."""
    page = read_html(
        f"<header>{ENTRIES}</header><main><h1>Flood pumps arrive</h1><p class=byline>By Jo Doe</p>"
        f"<figure><img src=/pump.jpg><figcaption>A pump on the quay</figcaption></figure><p>{PROSE}</p></main>"
    )
    check(page)
    assert [b.text for b in page.blocks[:3]] == ["Harbour\tFerries\tTides\tWeather", "Flood pumps arrive", "By Jo Doe"]
    assert page.html.meta.authors == ("Jo Doe",)
    assert [(f.at_block, f.captions) for f in page.figures] == [(3, (3,))]
    assert [(e.start, e.end) for e in page.html.elements if e.tag in ("header", "main")] == [(0, 1), (1, 5)]


def test_a_block_knows_its_part_of_the_page() -> None:
    """Articles, asides, headers, footers and menus, by tag, by role and by property."""
    html = """<header>a</header><div role=navigation>b</div><article><p>c</p><aside>d</aside></article>
    <div itemprop=articleBody>e</div><footer>f</footer>"""
    page = read_html(html)

    names = {"article": ARTICLE | MAIN | STORY, "aside": ASIDE, "header": HEADER, "footer": FOOTER, "nav": NAV}
    places = {
        block.text: [name for name, bits in names.items() if mark.places & bits]
        for block, mark in zip(page.blocks, page.html.markup, strict=True)
    }
    assert places == {
        "a": ["header"],
        "b": ["nav"],
        "c": ["article"],
        "d": ["article", "aside"],
        "e": ["article"],
        "f": ["footer"],
    }


# Pictures

FIGURES = (
    row("an icon", "<p>One <img src=i.gif width=16 height=16> two</p>", []),
    row(
        "a picture with its caption",
        "<figure><img src=/a.jpg alt=Pump><figcaption>A pump</figcaption></figure>",
        [("Pump", "/a.jpg", ["A pump"], [])],
    ),
    row(
        "a credit apart",
        "<figure><img src=/a.jpg><figcaption>A pump <span class=credit>Jo Doe</span></figcaption></figure>",
        [("", "/a.jpg", ["A pump"], ["Jo Doe"])],
    ),
    row(
        "a caption by its class",
        "<div class=wp-caption><img src=/a.jpg><p class=wp-caption-text>A pump</p></div>",
        [("", "/a.jpg", ["A pump"], [])],
    ),
    row(
        "a late picture",
        "<figure><img src=data:image/gif;base64,R0 data-src=/a.jpg><figcaption>A pump</figcaption></figure>",
        [("", "/a.jpg", ["A pump"], [])],
    ),
    row(
        "the largest of a set",
        "<p><img alt=Pump srcset='/a.jpg 320w, /b.jpg 1280w, /c.jpg 640w'></p>",
        [("Pump", "/b.jpg", [], [])],
    ),
    row(
        "once, though said again",
        "<figure><img src=data:x alt=P data-src=/a.jpg><noscript><img src=/a.jpg alt=P></noscript></figure>",
        [("P", "/a.jpg", [], [])],
    ),
    row(
        "a player's poster",
        "<figure><video poster=/a.jpg></video><figcaption>A pump</figcaption></figure>",
        [("", "/a.jpg", ["A pump"], [])],
    ),
    row(
        "a caption without a picture",
        "<figure><iframe></iframe><figcaption>A pump</figcaption></figure>",
        [("", None, ["A pump"], [])],
    ),
    row(
        "a gallery",
        "<ul>" + "".join(f"<li><img src=/{n}.jpg><p class=caption>Pump {n}</p>" for n in "12") + "</ul>",
        [("", "/1.jpg", ["Pump 1"], []), ("", "/2.jpg", ["Pump 2"], [])],
    ),
    row(
        "a picture of a paragraph", f"<div><img src=/a.jpg alt=Pump><p>{PROSE}</p></div>", [("Pump", "/a.jpg", [], [])]
    ),
)


@pytest.mark.parametrize(("html", "figures"), FIGURES)
def test_pictures_have_their_captions(html: str, figures: list[tuple[str, str | None, list[str], list[str]]]) -> None:
    """A picture's alternative text, its address, and the blocks that are its caption and its credit."""
    page = read_html(html, url="https://harbourpost.example/1")

    check(page)
    found = [
        (f.alt, f.url, [page.blocks[n].text for n in f.captions], [page.blocks[n].text for n in f.credits])
        for f in page.figures
    ]
    whole = [(alt, url and f"https://harbourpost.example{url}", *said) for alt, url, *said in figures]
    assert found == whole


# Metadata


def ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def meta_of(html: str, **keywords: str) -> Metadata:
    return read_html(f"<html lang=en-GB>{html}", **keywords).html.meta


TITLES = (
    row(
        "a headline with bars and dashes of its own",
        "<title>Pumps - at last - arrive</title><h1>Pumps - at last - arrive</h1>",
        "Pumps - at last - arrive",
    ),
    row(
        "the site's name behind it",
        "<meta property=og:site_name content='Harbour Post'><title>Two pumps arrive | Harbour Post</title>",
        "Two pumps arrive",
    ),
    row(
        "section and site behind it",
        "<link rel=canonical href=https://harbourpost.example.com/1><title>Two pumps arrive - News - Example</title>"
        "<h1>Two pumps arrive</h1>",
        "Two pumps arrive",
    ),
    row(
        "what is printed, of a page that is no news",
        "<title>Pumps: a guide to pumps</title><h1>A guide to all pumps</h1>"
        "<meta property=og:title content='Pumps: a guide to pumps'>",
        "A guide to all pumps",
    ),
    row(
        "what is shared, of news",
        ld('{"@type":"NewsArticle","headline":"LIVE: pumps"}')
        + "<meta property=og:title content='Two pumps arrive at the quay'><h1>LIVE: pumps</h1>",
        "Two pumps arrive at the quay",
    ),
    row(
        "a heading that is the site's name",
        "<title>The Quay Diary: Pumps arrive</title><meta property=og:title content='Pumps arrive'>"
        "<h1>The Quay Diary</h1>",
        "Pumps arrive",
    ),
    row("escaped twice", "<meta property=og:title content='Pumps &amp;amp; walls rise'>", "Pumps & walls rise"),
    row("nothing", "<p>One</p>", None),
)


@pytest.mark.parametrize(("html", "title"), TITLES)
def test_the_title_is_the_headline(html: str, title: str | None) -> None:
    """The headline without what the site adds to it."""
    assert meta_of(html).title == title


AUTHORS = (
    row("a name with a by in it", ld('{"@type":"Article","author":{"name":"Abby Bydoe"}}'), ("Abby Bydoe",)),
    row("a hyphened name", ld('{"@type":"Article","author":"Jo Doe-Lind"}'), ("Jo Doe-Lind",)),
    row("an agency alone", ld('{"@type":"NewsArticle","author":{"@type":"Organization","name":"dpa"}}'), ("dpa",)),
    row(
        "several, in one string", ld('{"@type":"Article","author":"By Jo Doe and Mara Lind"}'), ("Jo Doe", "Mara Lind")
    ),
    row(
        "referred to",
        ld('{"@graph":[{"@type":"Article","author":{"@id":"#1"}},{"@type":"Person","@id":"#1","name":"Jo Doe"}]}'),
        ("Jo Doe",),
    ),
    row(
        "no address, no mark in brackets",
        ld('{"@type":"Article","author":["https://x.example/jo","Ana Ruiz (aru)"]}'),
        ("Ana Ruiz",),
    ),
    row("a meta tag", "<meta name=author content='Jo Doe'>", ("Jo Doe",)),
    row(
        "a label and its value",
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jo Doe'>",
        ("Jo Doe",),
    ),
    row(
        "printed, before an agency in the data",
        ld('{"@type":"NewsArticle","author":"Reuters"}')
        + "<h1>Pumps</h1><div class=byline>By Jo Doe, Reporter | 3 May 2024</div>",
        ("Jo Doe",),
    ),
    row(
        "printed after a date",
        "<title>Two pumps</title><h1>Two pumps</h1><p class=byline>May 3, 2024 • By Jo Doe</p>",
        ("Jo Doe",),
    ),
    row("a property", "<h1>Pumps</h1><span itemprop=author><b itemprop=name>Jo Doe</b></span>", ("Jo Doe",)),
    row("not who reviewed it", "<h1>Pumps</h1><div class=byline>Reviewed by Jo Doe</div>", ()),
    row(
        "not who comments",
        f"<h1>Pumps</h1><p>{PROSE}</p><div class=comments><span class=author>Jo Doe</span></div>",
        (),
    ),
    row(
        "not a photographer",
        "<h1>Pumps</h1><figure><figcaption>A pump <span class=author>Jo Doe</span></figcaption></figure>",
        (),
    ),
    row(
        "a label with the name below",
        "<title>Two pumps</title><h1>Two pumps</h1><p>Written by</p><p>Jo Doe</p>",
        ("Jo Doe",),
    ),
    row("Korean", "<h1>Pumps</h1><p class=byline>김도윤 기자</p>", ("김도윤",)),
)


@pytest.mark.parametrize(("html", "names"), AUTHORS)
def test_authors_are_names(html: str, names: tuple[str, ...]) -> None:
    """Names only, each once; what is printed before an agency."""
    assert meta_of(html).authors == names


DATES = (
    row(
        "with a zone",
        ld('{"@type":"NewsArticle","datePublished":"2024-05-03T12:30:00+02:00"}'),
        datetime(2024, 5, 3, 12, 30, tzinfo=timezone(timedelta(hours=2))),
    ),
    row(
        "in universal time",
        "<meta property=article:published_time content=2024-05-03T10:30:00Z>",
        datetime(2024, 5, 3, 10, 30, tzinfo=UTC),
    ),
    row("without a zone", "<meta name=date content='2024-05-03 10:30'>", datetime(2024, 5, 3, 10, 30)),
    row("of a property", "<time itemprop=datePublished datetime=2024-05-03>May</time>", datetime(2024, 5, 3)),
    row(
        "of the time beside the headline",
        "<title>Two pumps</title><time datetime=2020-01-01></time>"
        + "<p>x</p>" * 9
        + "<h1>Two pumps</h1><p><time datetime=2024-05-03>3 May</time></p>",
        datetime(2024, 5, 3),
    ),
    row("of the address", "<link rel=canonical href=https://x.example/2024/05/03/pumps>", datetime(2024, 5, 3)),
    row("printed", "<title>Two pumps</title><h1>Two pumps</h1><p>3 May 2024, 12:30</p>", datetime(2024, 5, 3, 12, 30)),
    row(
        "not one in the story",
        f"<title>Two pumps</title><h1>Two pumps</h1><p>On 3 May 2024 the council of the town met. {PROSE}</p>",
        None,
    ),
    row("none", "<p>One</p>", None),
)


@pytest.mark.parametrize(("html", "date"), DATES)
def test_dates_keep_their_zone(html: str, date: datetime | None) -> None:
    """When it was published, with a zone only where the page gives one."""
    assert meta_of(html).date_published == date


BROKEN = (
    row("a raw line break", '{"@type": "NewsArticle", "headline": "Two\npumps"}'),
    row("a comma too many", '{"@type": "NewsArticle", "headline": "Two pumps",}'),
    row("a comment around it", '<!-- {"@type": "NewsArticle", "headline": "Two pumps"} -->'),
    row("data marks around it", '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Two pumps"}\n//]]>'),
    row("a bad escape", r'{"@type": "NewsArticle", "description": "it\'s", "headline": "Two pumps"}'),
    row("two objects in a row", '{"@type": "WebSite"}{"@type": "NewsArticle", "headline": "Two pumps"};'),
    row("an array in an array", '[[{"@type": ["Thing", "NewsArticle"], "headline": "Two pumps"}]]'),
    row(
        "in a graph",
        '{"@graph": [{"@type": "WebPage"}, {"@type": "https://schema.org/NewsArticle", "headline": "Two pumps"}]}',
    ),
    row(
        "inside the page's object",
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Two pumps"}}',
    ),
)


@pytest.mark.parametrize("data", BROKEN)
def test_json_ld_is_read_as_pages_write_it(data: str) -> None:
    """What is nearly JSON is read, and the story found wherever it stands."""
    assert meta_of(ld(data)).title == "Two pumps"


def test_all_fields_of_the_metadata() -> None:
    """Each field from where it usually stands."""
    html = """<head><link rel=canonical href=https://harbourpost.example/1>
    <meta property=og:site_name content="Harbour Post">
    <meta property=og:description content="They came by ship."><meta property=og:type content=article>
    <meta property=article:modified_time content=2024-05-04><meta property=og:image content=/a.jpg></head>""" + ld(
        """{"@type": "NewsArticle", "headline": "Two pumps arrive", "articleSection": "News",
        "keywords": "pumps, harbour",
        "articleBody": "The first two pumps.", "isAccessibleForFree": "False", "inLanguage": "de"}"""
    )
    meta = meta_of(html)

    assert (meta.site_name, meta.url, meta.description) == (
        "Harbour Post",
        "https://harbourpost.example/1",
        "They came by ship.",
    )
    assert (meta.section, meta.keywords, meta.language) == ("News", ("pumps", "harbour"), "en")
    assert (meta.article_body, meta.is_accessible_for_free) == ("The first two pumps.", False)
    assert (meta.types, meta.date_modified) == (("NewsArticle", "article"), datetime(2024, 5, 4))
    assert meta.images == (("https://harbourpost.example/a.jpg", ""),)


# Bytes

SAMPLES = {
    "ja": "港に二台のポンプが届いた。北からさらに届く予定だと市長は述べた。雨は月曜日まで続くという。",
    "zh": "第一批水泵星期一运到码头，更多的水泵正从北方运来。市长说，新的堤坝将在冬天以前建成。",
    "ko": "첫 번째 펌프 두 대가 월요일에 부두에 도착했다. 시장은 새로운 방파제가 겨울 전에 완공될 것이라고 말했다.",
    "ru": "Первые два насоса прибыли на причал в понедельник. Мэр сказал, что новая стена будет готова до зимы.",
    "pl": "Pierwsze dwie pompy dotarły na nabrzeże w poniedziałek. Burmistrz mówi, że ściana będzie gotowa zimą.",
    "tr": "İlk iki pompa pazartesi günü rıhtıma ulaştı. Başkan, yeni duvarın kıştan önce hazır olacağını söyledi.",
    "uk": "Перші два насоси прибули на причал у понеділок. Нова стіна буде готова до зими, її вже будують.",
    "el": "Οι δύο πρώτες αντλίες έφτασαν στην προκυμαία τη Δευτέρα. Ο νέος τοίχος θα είναι έτοιμος σύντομα.",
    "he": "שתי המשאבות הראשונות הגיעו לרציף ביום שני. ראש העיר אמר שהקיר החדש יהיה מוכן לפני החורף.",
    "ar": "وصلت المضختان الأوليان إلى الرصيف يوم الاثنين. وقال رئيس البلدية إن الجدار الجديد سيكون جاهزا قبل الشتاء.",
    "th": "เครื่องสูบน้ำสองเครื่องแรกมาถึงท่าเรือเมื่อวันจันทร์ นายกเทศมนตรีกล่าวว่ากำแพงใหม่จะเสร็จก่อนฤดูหนาว",
    "lt": "Pirmieji du siurbliai pirmadienį pasiekė krantinę. Nauja siena bus baigta iki žiemos, jei užteks lėšų.",
    "de": "Die ersten zwei Pumpen erreichten am Montag den Kai. Die Mauer sei vor den Stürmen fertig, heißt es.",
}
ENCODINGS = (
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ja", "iso-2022-jp"),
    ("zh", "gb2312"),
    ("zh", "gb18030"),
    ("zh", "big5"),
    ("ko", "euc-kr"),
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("pl", "iso-8859-2"),
    ("pl", "windows-1250"),
    ("tr", "iso-8859-9"),
    ("de", "iso-8859-1"),
    ("de", "iso-8859-15"),
    ("de", "windows-1252"),
    ("uk", "iso-8859-5"),
    ("uk", "koi8-u"),
    ("el", "windows-1253"),
    ("el", "iso-8859-7"),
    ("he", "windows-1255"),
    ("ar", "windows-1256"),
    ("th", "tis-620"),
    ("lt", "windows-1257"),
    ("ja", "utf-16-le"),
    ("zh", "utf-16-be"),
    ("de", "utf-16"),
)


@pytest.mark.parametrize(("language", "label"), ENCODINGS)
@pytest.mark.parametrize(
    "declared", ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">', ""]
)
def test_bytes_are_read_in_their_encoding(language: str, label: str, declared: str) -> None:
    """What a page declares, and what it does not: then its letters and its language tell."""
    sample = SAMPLES[language]
    if label == "big5":
        sample = "第一批水泵星期一運到碼頭，更多的水泵正從北方運來。市長說，新的堤壩將在冬天以前建成。"
    text = f"<html lang={language}><head>{declared.format(label)}</head><p>{sample * 4}</p>"

    assert decode(text.encode(label)).text == text


BYTES = (
    row("UTF-8 that says it is Latin-1", '<meta charset="iso-8859-1"><p>Größe', "utf-8", "<p>Größe", 0),
    row("a declaration of nonsense", '<meta charset="no-such"><p>Größe', "utf-8", "<p>Größe", 0),
    row("UTF-8 with a mark", "<p>Größe", "utf-8-sig", "<p>Größe", 0),
    row("UTF-16 with a mark", "<p>Größe", "utf-16", "<p>Größe", 0),
    row("UTF-16 without one", "<p>Größe und mehr", "utf-16-le", "<p>Größe und mehr", 1),
    row("undeclared Western European", "<p>Größe", "cp1252", "<p>Größe", 1),
)


@pytest.mark.parametrize(("text", "encoding", "end", "n_warnings"), BYTES)
def test_marks_and_guesses(text: str, encoding: str, end: str, n_warnings: int) -> None:
    """A byte order mark and valid UTF-8 come before what is declared; a guess is said."""
    read = read_bytes(text.encode(encoding))

    assert read.text.endswith(end)
    assert len(read.warnings) == n_warnings


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7\n\xe2\xe3", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"PK\x03\x04", b"\x1f\x8b\x08"]
)
def test_a_file_that_is_no_page_is_named(raw: bytes) -> None:
    """A PDF or an image is not read as garbage."""
    decoded = decode(raw + bytes(range(256)))

    assert decoded.text == ""
    assert "this looks like" in decoded.warnings[0]


FORMS = (
    row("prose that names a tag", "The <b> tag makes text bold, and the <p> tag a paragraph.", "text"),
    row("prose with signs", "If 5 < 6 and 7 > 3, all is well.", "text"),
    row(
        "a tutorial",
        "How to write a page\n\nBegin with a list:\n\n    <ul>\n      <li>One</li>\n      <li>Two</li>\n    </ul>\n",
        "text",
    ),
    row("prose that names a break", "Write <br> or <br/>, never <br >, says the guide.", "text"),
    row("breaks in a table of Markdown", "## Pumps\n\n| a<br>b<br>c | d |\n|---|---|\n| e<br>f<br>g | h |", "text"),
    row("a few breaks in a text of many lines", "One<br>two<br>three<br>four\n" + "A line.\n" * 9, "text"),
    row("lines that end with breaks", "Pumps arrive<br>By Jo Doe<br><br>Two came on Monday.", "html"),
    row("breaks and line ends", "Pumps arrive<br />\nBy Jo Doe<br />\n<br />\nTwo came on Monday.", "html"),
    row("nothing", "", "text"),
    row("an emoticon", "<3 the new pumps </3", "text"),
    row("a page", "\ufeff <!-- x -->\n<!DOCTYPE html><html><body><p>One</body></html>", "html"),
    row("XHTML", '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>One</p></html>', "html"),
    row("a piece of a page", "<div class=story><p>One</p></div>", "html"),
    row("paragraphs", "<p>One</p>\n<p>Two</p>", "html"),
    row("a line before the page", "HTTP dump\n<html><head></head><body><p>One</p></body></html>", "html"),
    row("tags after a first line", "Pumps arrive\n<p>One</p><p>Two</p><div>Three</div>", "html"),
)


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_text_that_speaks_of_tags_is_no_page(text: str, form: str) -> None:
    """HTML is what begins like a page or is full of its tags."""
    assert form_of(text) == form


def test_a_feed_is_said_to_be_one() -> None:
    """An XML feed is read as far as it goes, with a warning."""
    item = (
        "<item><title>Two pumps</title><link>https://harbourpost.example/1</link><pubDate>3 May 2024</pubDate></item>"
    )
    page = read_html(f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{item * 9}</channel></rss>')

    check(page)
    assert page.text.count("3 May 2024") == 9
    assert page.warnings == ("this is an XML feed, not a page",)


# Limits

HOSTILE = (
    row(
        "deep",
        "<div>" * 20_000 + "x" + "</div>" * 20_000,
        f"elements were nested more than {MAX_DEPTH} deep: the inner ones were flattened",
    ),
    row(
        "a flood of attributes",
        "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x",
        f"a tag had more than {MAX_ATTRIBUTES} attributes: the others were left out",
    ),
    row(
        "deep, and nothing closed",
        "<address><unknown><b>" * 7_000 + "x",
        f"elements were nested more than {MAX_DEPTH} deep: the inner ones were flattened",
    ),
    row(
        "a long JSON-LD script",
        ld('{"@type": "x", "y": "' + "z" * 2_000_001 + '"}') + "<p>x",
        "a JSON-LD script was too long to be read",
    ),
)


@pytest.mark.parametrize(("html", "warning"), HOSTILE)
def test_limits_are_said(html: str, warning: str) -> None:
    """What meets a limit is read all the same, and said."""
    page = read_html(html)

    check(page)
    assert page.text == "x"
    assert page.warnings == (warning,)


FLAT = (
    row("paragraphs and items that are not closed", "<p>x<ul><li>x<li>x</ul>" * 2_000),
    row("drawings", "<svg><path/><path/><path/></svg><p>x" * 2_000),
    row("a script that compares", "<script>" + "if (a<b ) c<d ;" * 9_000 + "</script><p>x"),
    row("markup in a comment", "<!--" + "<div>" * 9_000 + "--><p>x"),
)


@pytest.mark.parametrize("html", FLAT)
def test_what_is_long_is_not_deep(html: str) -> None:
    """Many elements after each other, and what only looks like elements, meet no limit."""
    page = read_html(html)

    assert set(texts(page)) == {"x"}
    assert page.warnings == ()


def test_large_pages_are_read() -> None:
    """A page of as many paragraphs as are read has them all, one of more has these; five megabytes may be one."""
    whole, more = (read_html(f"<p>{PROSE}and so on</p>\n" * n) for n in (MOST_BLOCKS, MOST_BLOCKS + 5_000))

    assert len(whole.blocks) == len(more.blocks) == MOST_BLOCKS
    assert whole.warnings == ()
    assert more.warnings == ("only the first 20,000 blocks were read: 5,000 were left out",)
    assert [len(text) for text in texts(read_html("<p>" + "word " * 1_000_000))] == [4_999_999]


UNHARMED = (
    row("a cell of endless width", "<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>x</table>"),
    row("NUL", "<p>\0x\0</p>"),
    row("a lone surrogate in an attribute", "<p class='\ud83d'>x</p>"),
    row("a lone surrogate that no one sees", "<p>x<!-- \udc00 --></p>"),
    row("cut off in a tag", "<p>x</p><p class='"),
    row("cut off in an attribute's name", "<p>x</p><p cla"),
    row("cut off in a closing tag", "<p>x</p"),
    row("cut off in an entity", "<p>x</p><p title='&am"),
    row("cut off in a comment", "<p>x</p><!-- y"),
    row("cut off in a script", "<p>x</p><script>y"),
    row("closed too often", "</div>" * 999 + "<p>x</p>" + "</div>" * 999),
    row("crossed", "<b><i><p>x</b></i></p>"),
    row("a picture as long as a book", "<img src='data:image/png;base64," + "A" * 500_000 + "'><p>x</p>"),
)


@pytest.mark.parametrize("html", UNHARMED)
def test_broken_markup_does_no_harm(html: str) -> None:
    """Whatever is broken, the text beside it is read."""
    page = read_html(html)

    check(page)
    assert page.text == "x"


GROWING = (
    row("paragraphs", "<p class=a>One two three</p>\n"),
    row("unclosed", "<div><p><b><i><a href=x><table><tr><td>x"),
    row("line breaks", "line<br>"),
    row("links", "<a href=/x>One</a> "),
    row("lists in lists", "<ul><li><a>x</a>"),
    row("hidden in hidden", "<div hidden>word "),
    row("pictures", "<figure><img src=x.jpg><figcaption>x</figcaption></figure>"),
    row("marked names", "<div class=byline>By Jo Doe</div>"),
    row("headlines", "<h1>Two pumps arrive</h1>"),
    row("data", ld('{"@type": "NewsArticle", "headline": "x"}')),
    row("custom elements", "<x-a>x"),
    row("trees of shadows", "<x-a><template shadowrootmode=open>x"),
    row("buttons amid a line", "word <button>x</button> "),
    row("buttons over each other", "<p><button>x</button> <b>"),
    row("rows", "<table><tr><td>x<td>y</table>"),
    row("half tags", "<"),
    row("captions without a picture", "<figure><figcaption>x</figcaption></figure>"),
    row("marked names in each other", "<div class=byline>By Jo Doe "),
    row("classes", "<p class='lead wide'>x"),
    row("preformatted lines", "<pre>one\n two\n</pre>"),
    row("what stands beside a table's cells", "<table>x"),
)


@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_size(piece: str) -> None:
    """A page four times as long takes no more than eight times as long."""
    assert growth_of(read_html, piece.__mul__, 2000) <= MOST


NESTED = (
    row("unknown elements", "<foo>", "<div></div>"),
    row("unknown elements with a bar", "<foo/>", "<div></div>"),
    row("unknown elements in headings", "<h1><foo>", "<div></div>"),
    row("closed by the wrong name", "<foo>", "</bar>"),
    row("a drawing", "<svg><g>", "</foo>"),
    row("addresses", "<address>", "<p>x"),
    row("lists", "<menu><li>", "</foo>"),
    row("choices", "<select><optgroup>", "<p>x"),
)


@pytest.mark.parametrize(("opening", "following"), NESTED)
def test_time_grows_with_depth(opening: str, following: str) -> None:
    """A parser looks through all that is open, for some tags; how much that is has a limit."""
    # Both sizes have MANY_TAGS.
    assert growth_of(read_html, lambda n: opening * n + following * n, 5_000) <= MOST
