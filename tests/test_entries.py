"""An entry of a feed as a scraper hands it over, and HTML whose tags are escaped: each is the page that it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsclean import clean_article
from newsclean.read.html.entry import entry_as_page

HEADLINE = "Flood pumps arrive in harbour town"
STORY = (
    "The first two pumps reached the quay on Monday, and more are on their way from the north.",
    "The mayor said that the second wall would be ready before the storms of the next winter.",
    "Nobody was hurt, the mayor said on Monday evening, and the school will open again on Thursday.",
)
BODY = "".join(f"<p>{line}</p>" for line in STORY)
ESCAPED = BODY.replace("<", "&lt;").replace(">", "&gt;")
AT = datetime(2024, 5, 3, 17, 6, tzinfo=UTC)
ADDRESS = "https://harbour.example/pumps"
HEAD = f"<title>{HEADLINE}</title><link>{ADDRESS}</link><pubDate>Fri, 03 May 2024 17:06:00 +0000</pubDate>"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<p>Two came.</p>", id="a page"),
        pytest.param(f"<rss><channel><item>{HEAD}</item></channel></rss>", id="a feed"),
        pytest.param(f"<item>{HEAD}</item><item>{HEAD}</item>", id="two entries"),
        pytest.param(f"<item>{HEAD}", id="an entry that is cut off"),
        pytest.param(f"<items>{HEAD}</items>", id="another element"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_entry_stays(source: str) -> None:
    """Only one entry, and nothing else, is read as a page."""
    assert entry_as_page(source) == source


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(f"<description>{STORY[0]}</description><content:encoded><![CDATA[{BODY}]]></content:encoded>",
                     id="the whole story beside its first sentence"),
        pytest.param(f"<description><![CDATA[{BODY}]]></description>", id="as it is"),
        pytest.param(f"<description>{ESCAPED}</description>", id="escaped"),
        pytest.param("<description>{}</description>".format("\n\n".join(STORY)), id="as text"),
    ],
)  # fmt: skip
def test_an_entry_of_a_feed(story: str) -> None:
    """RSS: its title, date, author and address are fields, not text; the fullest of its texts is the story."""
    article = clean_article(f"<item>{HEAD}<dc:creator><![CDATA[Jo Doe]]></dc:creator>{story}</item>")

    assert (article.title, article.authors, article.date_published) == (HEADLINE, ("Jo Doe",), AT)
    assert article.url == ADDRESS
    assert [p.text for p in article.paragraphs] == list(STORY)


def test_an_entry_of_an_atom_feed() -> None:
    """Atom: the address is an attribute, the author has a name, and two dates say when it came out and was changed."""
    article = clean_article(
        f'<?xml version="1.0"?><entry><title type="html">{HEADLINE} &amp; more</title><link href="{ADDRESS}"/>'
        "<author><name>Jo Doe</name></author><published>2024-05-03T17:06:00Z</published>"
        f'<updated>2024-05-04T08:00:00Z</updated><content type="html">{ESCAPED}</content></entry>'
    )

    assert (article.title, article.authors, article.url) == (f"{HEADLINE} & more", ("Jo Doe",), ADDRESS)
    assert (article.date_published, article.date_modified) == (AT, datetime(2024, 5, 4, 8, tzinfo=UTC))
    assert [p.text for p in article.paragraphs] == list(STORY)


def test_html_whose_tags_are_escaped() -> None:
    """A text that begins with an escaped tag and has more of them is the HTML that it was."""
    page = f"&lt;h1&gt;{HEADLINE}&lt;/h1&gt;{ESCAPED}"

    assert clean_article(page).title == HEADLINE
    assert [p.text for p in clean_article(page).paragraphs] == list(STORY)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Who writes &lt;p&gt; has to write &lt;/p&gt; as well, and &lt;p&gt; again.", id="amid a text"),
        pytest.param("&lt;p&gt; is the tag of a paragraph.", id="one of them"),
        pytest.param("&lt;jo@harbour.example&gt; wrote on Monday that &lt;she&gt; and &lt;he&gt; came.", id="others"),
    ],
)
def test_a_text_that_speaks_of_tags(text: str) -> None:
    """It stays as it is written."""
    assert clean_article(text).text == text


def test_two_stamps_in_one_line_of_html() -> None:
    """The time of the first is not taken from the second."""
    stamps = "PUBLISHED: 10:01 GMT, 3 May 2024 | UPDATED: 12:05 GMT, 4 May 2024"
    article = clean_article(f"<html><body><h1>{HEADLINE}</h1><p>{stamps}</p>{BODY}</body></html>")

    assert article.date_published == datetime(2024, 5, 3, 10, 1, tzinfo=UTC)
