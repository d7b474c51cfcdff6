"""Generated HTML for the laws: pages of likely parts, texts wrapped in tags, cut off anywhere. All texts are ours."""

from __future__ import annotations

import html
import json

from hypothesis import strategies as st
from marked import FIXTURES
from strategies import CREDITS, NASTY, TONGUES, Tongue, anything, tongues

CLASSES = (
    "article-body", "entry-content", "share-buttons", "related-story-content", "comments", "caption", "wp-caption-text",
    "newsletter", "author vcard", "ad-slot", "paywall", "nav", "hidden", "sr-only", "sidebar", "kicker", "lead",
    "x1 y2", "credit", "liveblog", "tags", "",
)  # fmt: skip
BLOCKS = (
    "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "li", "blockquote", "figure",
    "table", "tr", "td", "form", "details", "dl", "dd", "pre", "center", "template", "x-story", "svg", "select",
)  # fmt: skip
LINES = (
    "p",
    "h1",
    "h2",
    "h3",
    "li",
    "div",
    "span",
    "figcaption",
    "dt",
    "td",
    "button",
    "a",
    "time",
    "pre",
    "title",
    "b",
)
ATTRIBUTES = (
    "", " hidden", ' style="display:none"', ' role="dialog"', ' aria-hidden="true"', ' itemprop="articleBody"',
    ' itemprop="headline"', ' href="/a"', ' datetime="2024-05-03"', " data-x='", ' id="comments"', " \0=\0",
)  # fmt: skip
MARKUP = (
    "<", ">", "</", "<p", "</p>", "<br>", "<br><br>", "<hr>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>", "&",
    "&amp;", "&nbsp;", "&shy;", "&#0;", "&#xd800;", "&#8232;", "<script>", "</script>", "<style>", "<table>", "<td>",
    '<a href="', "<plaintext>", "<textarea>", "<noscript>", "</body>", "<frameset>", "<math>", "<svg><p>", '"', "'",
)  # fmt: skip

classes = st.sampled_from(CLASSES)


def tag(name: str, inside: str, said: str = "", attributes: str = "") -> str:
    """An element with a class name."""
    named = f' class="{said}"' if said else ""
    return f"<{name}{named}{attributes}>{inside}</{name}>"


@st.composite
def _line(draw: st.DrawFn, tongue: Tongue) -> str:
    """An element with some text of a story, a headline or furniture in it."""
    texts = (*tongue.sentences, *tongue.headlines, *tongue.furniture, *tongue.captions)
    text = html.escape(draw(st.sampled_from(texts)))
    if draw(st.booleans()):
        text = tag(draw(st.sampled_from(("a", "b", "em", "span"))), text, attributes=' href="/a"')
    return tag(draw(st.sampled_from(LINES)), text, draw(classes), draw(st.sampled_from(ATTRIBUTES)))


@st.composite
def _story(draw: st.DrawFn, tongue: Tongue) -> str:
    """A few paragraphs, as elements or ended by <br>."""
    sentences = st.lists(st.sampled_from(tongue.sentences), min_size=1, max_size=4)
    paragraphs = [html.escape(" ".join(s)) for s in draw(st.lists(sentences, min_size=1, max_size=6))]
    if draw(st.booleans()):
        return tag("div", draw(st.sampled_from(("<br>", "<br><br>\n", "\n"))).join(paragraphs), draw(classes))
    return tag("div", "\n".join(tag("p", p) for p in paragraphs), draw(classes))


@st.composite
def _figure(draw: st.DrawFn, tongue: Tongue) -> str:
    caption = html.escape(draw(st.sampled_from(tongue.captions)))
    credit = draw(st.sampled_from(CREDITS))
    image = f'<img src="/{draw(st.integers(0, 3))}.jpg" alt="{draw(st.sampled_from(("", caption, caption[:20])))}">'
    said = tag(draw(st.sampled_from(("figcaption", "p", "div"))), caption + credit, draw(classes))
    return tag(draw(st.sampled_from(("figure", "div", "picture"))), image + said, draw(classes))


@st.composite
def _head(draw: st.DrawFn, tongue: Tongue) -> str:
    """Title, metadata and data that agree or not, or are broken."""
    headline, other = draw(st.sampled_from(tongue.headlines)), draw(st.sampled_from(tongue.headlines))
    body = " ".join(draw(st.lists(st.sampled_from(tongue.sentences), max_size=30)))
    node = {"@type": "NewsArticle", "headline": other, "author": [{"name": "Jo Doe"}, None, 3], "articleBody": body}
    data = json.dumps(node)[: draw(st.sampled_from((None, 30)))]
    parts = (
        tag("title", html.escape(headline)),
        f'<meta property="og:title" content="{html.escape(headline)}">',
        f'<script type="application/ld+json">{data}</script>',
        '<meta name="date" content="2024-05-03T10:00">',
        '<base href="https://harbour.example/">',
        tag("h1", html.escape(headline)),
    )
    return "".join(draw(st.lists(st.sampled_from(parts), unique=True, max_size=6)))


@st.composite
def built(draw: st.DrawFn) -> str:
    """A page of likely parts in a likely order, some inside others."""
    tongue = draw(tongues)
    part = st.one_of(_story(tongue), _line(tongue), _figure(tongue))
    nested = st.recursive(
        part,
        lambda inner: st.builds(
            tag,
            st.sampled_from(BLOCKS),
            st.lists(inner, max_size=4).map("\n".join),
            classes,
            st.sampled_from(ATTRIBUTES),
        ),
        max_leaves=12,
    )
    return draw(_head(tongue)) + "".join(draw(st.lists(nested, min_size=1, max_size=5)))


@st.composite
def wrapped(draw: st.DrawFn) -> str:
    """Any page of text, its lines in tags, escaped or not."""
    lines = draw(anything).split("\n")
    name, escape = draw(st.sampled_from(LINES)), draw(st.booleans())
    return "".join(tag(name, html.escape(line) if escape else line) for line in lines)


@st.composite
def broken(draw: st.DrawFn, pages: st.SearchStrategy[str]) -> str:
    """A page with nasty characters and pieces of markup in it, perhaps cut off, in the middle of a tag or not."""
    page = draw(pages)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(page)))
        page = page[:at] + draw(st.sampled_from(NASTY + MARKUP)) + page[at:]
    return page[: draw(st.integers(0, len(page)))] if draw(st.booleans()) else page


FIXTURE_PAGES = tuple(p.read_text("utf-8") for p in sorted(FIXTURES.glob("html*/*.html")))

html_pages = st.one_of(
    built(), broken(built()), broken(wrapped()), broken(st.sampled_from(FIXTURE_PAGES)),
    st.lists(st.sampled_from(MARKUP + NASTY + TONGUES[0].sentences), max_size=40).map("".join),
)  # fmt: skip
html_raws = st.one_of(html_pages, html_pages.map(lambda p: p.encode("utf-8", "surrogatepass")), st.binary(max_size=400))
