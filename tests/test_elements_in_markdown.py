"""Markdown in which a converter left the page's elements, and text with an address behind each link."""

from __future__ import annotations

from html import escape

import pytest
from growth import MOST, growth_of

from newsclean import clean_article
from newsclean.read.form import form_of
from newsclean.read.read import read
from newsclean.read.text.addressed import without_addresses

HEAD = "# Pumps arrive\n\nThe [first](https://example.org/1) and the [second](/2) pump.\n\n"
STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


def rendered(markdown: str) -> str:
    """What a reader sees of Markdown under HEAD."""
    return read(HEAD + markdown).source.partition("pump.\n\n")[2]


# What stays


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        pytest.param("Write `<div class='a'>`, `[b]{.c}`.", "Write <div class='a'>, [b]{.c}.", id="in a line"),
        pytest.param('```\n<div id="a">\n<p>\n</div>\n```', '<div id="a">\n<p>\n</div>', id="fenced"),
        pytest.param("~~~ html\n::: {.a}\n:::\n~~~", "::: {.a}\n:::", id="fenced in waves"),
        pytest.param('    <div id="a">\n    <p>\n    </div>', '<div id="a">\n<p>\n</div>', id="indented"),
    ],
)
def test_code_stays(raw: str, seen: str) -> None:
    """Tags, divs and attributes that a text shows as code are what it is about; each line of them stays one."""
    text = rendered(f"{raw}\n\nThat was it.")

    assert text.endswith(f"{seen}\n\nThat was it.")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("The <b> tag makes text bold, </b> ends it.", id="tags in a sentence"),
        pytest.param("<div>\n\nopens a box and\n\n</div>\n\ncloses it.", id="two lines of tags"),
        pytest.param("He is in {.red} and {#top}, she in (a){b}.", id="braces"),
        pytest.param("Mara [left]{and Jo} stayed.", id="braces that hold words"),
        pytest.param(":::\n\nThey rested.\n\n:::", id="colons that part a text"),
        pytest.param("::: Update :::", id="colons around a word"),
        pytest.param("Write to <jo@example.org> or <Mara Lind>.", id="names in angle brackets"),
        pytest.param("a <b and c> d", id="less and more"),
    ],
)
def test_what_looks_like_elements(raw: str) -> None:
    """What is written with their signs in a text without elements is read as it stands."""
    assert rendered(raw) == raw


def test_tags_that_are_escaped_stay_among_elements() -> None:
    """What pandoc escapes was text on the page."""
    raw = '<div class="a">\n\nThe \\<b\\> tag, &lt;i&gt; and \\[x\\]{.y}.\n\n</div>\n\n<div id="b">\n\n</div>'

    assert rendered(raw) == "The <b> tag, <i> and [x]{.y}."


def test_unknown_tags_stay_among_elements() -> None:
    """An address in angle brackets, or a word that is no tag, is no element."""
    raw = '<div class="a">\n\nWrite to <jo@example.org>, not to <harbour>.\n\n</div>\n\n<div id="b">\n\n</div>'

    assert rendered(raw) == "Write to <jo@example.org>, not to <harbour>."


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(f"<div><p>{STORY}</p></div>\n<p>[1](/1) ## [2](/2)</p><p>## x</p>", id="paragraphs"),
        pytest.param(f"<!doctype html><body><div>{STORY}</div>\n## [1](/1) [2](/2)\n</body>", id="a page"),
        pytest.param(f"<div>{STORY}</div><div>{STORY}</div><div>{STORY}</div>", id="divs alone"),
        pytest.param(f"<div>{STORY}</div>\n<pre>\n## [1](/1) [2](/2)\n</pre>", id="Markdown shown as code"),
    ],
)
def test_html_stays_html(raw: str) -> None:
    """A page with marks of Markdown in its text is HTML."""
    assert form_of(raw) == "html"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Write to the harbour (https://example.org/a) or the union (/r/harbour).", id="two"),
        pytest.param("[Home](/) [News](/news) " * 9, id="Markdown"),
        pytest.param("The pumps (#PumpsNow) and the mayor (/ the council) " * 9, id="hashtags and strokes"),
        pytest.param("\n".join(f"{n}. Doe (https://example.org/{n})." for n in range(9)), id="sources"),
    ],
)
def test_addresses_that_stay(text: str) -> None:
    """Addresses that a text prints in brackets, and those of Markdown, are left alone."""
    assert without_addresses(text) == text


# What goes


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        pytest.param('::: {.a #b data-x="}"}\nOne.\n\n::: c\nTwo.\n:::\n:::', "One.\n\nTwo.", id="divs"),
        pytest.param(">   ::: {.a}\n>   One.\n>   :::", "One.", id="a div in a quotation"),
        pytest.param("-   ::: {.a}\n    One.\n    :::\n\n-   ::: b\n    Two.\n    :::", "One.\n\nTwo.", id="in a list"),
        pytest.param("A [third]{.a} [pump](/3){.b\nc='d'}, ![](/e){f=3} too.", "A third pump, too.", id="attributes"),
        pytest.param("[[a]{.b} [c](/c){.d} e]{.f}", "a c e", id="spans in each other"),
        pytest.param("## Third {#third .a}\n\nNo {.a} here.", "Third\n\nNo {.a} here.", id="a heading"),
        pytest.param("`a`{.b} and `<i>`{=html}c`</i>`{=html}.", "a and c.", id="code with attributes"),
        pytest.param("[One]{.a} line\nand its\\\nnext.", "One line and its\nnext.", id="wrapped"),
        pytest.param("[Term]{.a}\n:   Meaning\n:   Other", "Term\nMeaning\nOther", id="meanings of a term"),
        pytest.param("```{=html}\n<!-- a -->\n<i>\n```\n\nOne.", "One.", id="raw HTML"),
    ],
)  # fmt: skip
def test_marks_of_pandoc_go(raw: str, seen: str) -> None:
    """Divs, spans and attributes say nothing that a reader sees."""
    assert rendered(raw) == seen


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        pytest.param('The <span class="a">third</span> pump,\n<em>late</em>.', "The third pump, late.", id="in lines"),
        pytest.param("One.<br />Two.", "One.\nTwo.", id="a break"),
        pytest.param("The <a class='a' href='/3'>third\none</a>, <a id='b'>on</a>.", "The third one, on.", id="links"),
        pytest.param('<a href="/3">third pump', "third pump", id="a link that is not closed"),
        pytest.param("-   <div>\n\n    <a href='/3'>One</a>\n\n    </div>\n\n-   two", "One\n\ntwo", id="a list"),
        pytest.param("<td><div>\na\n</div></td>\n<td>b</td>", "a\n\nb", id="cells"),
        pytest.param("<h2>Third</h2>\n<ul><li>One.</li>\n<li>Two.</li></ul>", "Third\n\nOne.\nTwo.", id="own marks"),
        pytest.param("<noscript>\nTurn [it](/on) on\n</noscript>\nOne.<svg><path d='x'/></svg>", "One.", id="unseen"),
        pytest.param("<!-- a\n\nb -->One.", "One.", id="a remark"),
    ],
)  # fmt: skip
def test_tags_go(raw: str, seen: str) -> None:
    """In Markdown with lines of nothing but tags all tags are the page's, and none is read."""
    assert rendered(f'<div class="a">\n\n<div id="b">\n\n</div>\n\n</div>\n\n{raw}') == seen


def test_links_and_pictures_in_tags() -> None:
    """They are those of Markdown, with their addresses."""
    page = read(
        f'{HEAD}<div class="a">\n\n<figure class="b">\n<img src="/crane(1).jpg" class="c"\nalt="A crane [left] *lifts* '
        'a pump" />\n</figure>\n\nThe <a href="https://example.org/x?a=1&amp;b=2" class="d">third</a> pump.\n\n</div>'
    )

    assert [(mark.alt, mark.url) for mark in page.figures] == [("A crane [left] *lifts* a pump", "/crane(1).jpg")]
    assert page.blocks[-1].text == "The third pump."
    assert (page.links[-1].url, page.links[-1].anchor) == ("https://example.org/x?a=1&b=2", "third")


def test_a_page_with_tags_and_marks_is_markdown() -> None:
    """Whether it begins with a tag, with the page's doctype, or with a table that is in tags, as pandoc leaves some."""
    story = "\n\n".join([f"{STORY} {n}." for n in range(4)])
    table = "<table>\n<tr>\n<td><p></p><ul><li></li></ul></td>\n</tr>\n</table>\n\n"
    for raw in (
        table + HEAD + story,
        f'<div class="a">\n\n{HEAD}{story}\n\n</div>\n\n<div>\n\n</div>',
        f"<!DOCTYPE html>\n\n{HEAD}{story}",
    ):
        page = read(raw)

        assert page.form == "markdown"
        assert page.source.endswith(f"pump.\n\n{story}")


def test_korean_is_wrapped_by_its_columns() -> None:
    """In pandoc each of its signs counts two: the lines of a paragraph are one."""
    words = "부두 에 도착한 첫 번째 펌프 두 대 는 월요일 아침 에 배 에서 내려졌다 고 시장 이 말했다 ".split()
    lines: list[str] = [""]
    for word in words * 6:
        if len(lines[-1]) + sum(c >= "가" for c in lines[-1] + word) + len(word) + 1 > 72:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()

    assert rendered("\n".join(lines)) == " ".join(words * 6)


def test_front_matter_of_a_whole_head() -> None:
    """Of all that html-to-markdown takes over from a page's head only what a reader sees is shown."""
    fields = [f"meta-msapplication-square{n}x{n}logo.of:{n}: {escape('x' * 3000)}" for n in range(99)]
    page = read(
        "\n".join(("---", "canonical: https://example.org/a", *fields, "title: Pumps arrive", "---", "", STORY))
    )

    assert (page.source, page.address) == (f"Pumps arrive\n\n{STORY}", "https://example.org/a")


def test_addresses_behind_links_go() -> None:
    """With the wide gaps that stand around a link's words, and with the line that one stands on alone."""
    menu = "".join(f"  • Entry {n}     (/entry-{n}?a=(b))\n" for n in range(5))
    asked = "https://example.org/?t=Six pumps (late) came"
    vote = "The     vote     (https://example.org/vote), he said, was (very) late."
    text = f"{menu}Top (#top)\nSearch\n (/search)\n ({asked})\n{vote}"

    assert read(text).source.split("\n")[-3:] == ["Top", "Search", "The vote, he said, was (very) late."]


# Time


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<div class='a'>\n<a href=\"<a b='", id="tags"),
        pytest.param("<svg><i></i></a><a><!-- -", id="tags that are not closed"),
        pytest.param("::: {.a\n::: a\n", id="divs"),
        pytest.param(']{.a [a]{.b="{.a .b} # a {.b}', id="attributes"),
        pytest.param("`a ```a\n~~~ a\n    a\n\n", id="code"),
        pytest.param("](a(](](a\\", id="links"),
        pytest.param("- > - ", id="lists in quotations"),
        pytest.param(" (/a (/a( (/a)\n (/a)(/a)", id="addresses"),
    ],
)
def test_elements_are_read_in_linear_time(piece: str) -> None:
    """Nothing that opens and does not close is looked for again and again."""

    def page(n: int) -> str:
        return f"{HEAD}<div>\n\n</div>\n\n<div>\n\n{piece * n}\n\n{STORY}"

    assert growth_of(read, page, 500) <= MOST


def test_fields_of_a_page_with_elements() -> None:
    """Title and author are found as in other Markdown, and the figure keeps its address."""
    head = "::: {.a}\n# Pumps arrive {.b}\n\n[By [Jo Doe](/jo){.c}]{.d}\n\n![A crane](/c.jpg){width=3}"
    article = clean_article(f"{head}\n\n{STORY}\n:::\n\n::: e\n[Imprint](/i){{.f}}\n:::")

    assert (article.title, article.authors, article.text) == ("Pumps arrive", ("Jo Doe",), STORY)
    assert [figure.url for figure in article.figures] == ["/c.jpg"]
