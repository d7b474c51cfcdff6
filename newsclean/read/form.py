"""Which form a source has: HTML or plain text."""

from __future__ import annotations

import re
from typing import Literal

from newsclean.read.text.textform import is_markdown

LOOK = 20_000  # characters that are looked at
START = re.compile(r"(?:\s|\ufeff|<\?xml[^>]{0,500}\?>|<!--.{0,20000}?-->|<!\[CDATA\[)*", re.DOTALL)
DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:[a-z][a-z0-9]{0,15}|[a-z][a-z0-9]{0,15}-[a-z0-9-]{1,30})(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)
BLOCK = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|section|article|main|aside|header|footer|nav|figure|blockquote|br|hr|form"
    r"|script|style|meta|title|link)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# What converters never leave in Markdown, but in a table: they write paragraphs, headings and lists themselves.
WHOLE = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
OF_PAGE = re.compile(r"<(?:html|head|body|p|h[1-6]|li|script|style|meta|title|link|pre|textarea)[\s/>]", re.IGNORECASE)
OF_TABLE = re.compile(r"<table\b(?:(?!</?table\b).)*+</table>", re.IGNORECASE | re.DOTALL)
ESCAPED = re.compile(
    r"\s{0,9}&lt;/?(?:p|div|h[1-6]|ul|ol|li|br|blockquote|article|html|figure)(?:\s.{0,300}?)?/?&gt;", re.IGNORECASE
)
JSON = re.compile(r"\s{0,99}(?:\[\s{0,99})?(?:\{\s{0,99}\"[^\"\n]{1,99}\"\s{0,9}:|\"[^\"\n]{1,9999}\"\s{0,9}[,\]])")
BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
MANY = 3  # block tags in a source that does not begin with one
DENSE = 400  # characters of text per block tag, at most, in such a source
CODE = re.compile(r"^(?: {4}|\t|```|~~~|\$ |>>> )", re.MULTILINE)


def form_of(text: str) -> Literal["html", "text", "markdown"]:
    """The form of a text: `html` if it is a page or a piece of one, not if it only speaks of tags.

    `markdown` is never told yet.

    >>> form_of("<!doctype html><title>x</title>"), form_of("<p>One.</p><p>Two.</p>")
    ('html', 'html')
    >>> form_of("The <b> tag makes text bold."), form_of("5 < 6 and 7 > 3"), form_of("")
    ('text', 'text', 'text')
    >>> form_of("Pumps arrive<br>Two came on Monday.<br /><br />Nobody was hurt.")
    'html'
    >>> form_of("Write <br> or <br/>, not <br >.")
    'text'
    """
    head = text[:LOOK]
    if "<" not in head:
        return "text"
    if not WHOLE.search(head) and _is_markdown_with_tags(text):
        return "text"
    match = START.match(head)
    start = match.end() if match else 0
    begins = head[start : start + 2000]
    if DOCUMENT.match(begins) or FEED.match(begins) or _is_broken_by_tags(head):
        return "html"
    if begins.startswith("<") and TAG.match(begins):
        return "html" if TAG.search(head, start + 1) and ("</" in head or len(BLOCK.findall(head)) >= MANY) else "text"
    if DOCUMENT.search(head) and "</" in head and not CODE.search(head):
        return "html"
    n_blocks = sum(1 for _ in BLOCK.finditer(head))
    closing = head.count("</")
    if n_blocks >= MANY and closing >= MANY and n_blocks * DENSE >= len(head) and not CODE.search(head):
        return "html"
    return "text"


def _is_broken_by_tags(head: str) -> bool:
    """Whether the lines of a text end with `<br>`, as in a field of a data base: no fewer than it has other lines."""
    breaks = [m.start() for m in BREAK.finditer(head)] if "<br" in head or "<BR" in head else []
    if len(breaks) < MANY or len(breaks) < sum(1 for line in head.split("\n") if line.strip()) - 1:
        return False
    if is_markdown(head):
        return False  # its tables have such breaks
    return 2 * sum([not head[start - 1 : start].isspace() for start in breaks]) > len(breaks)


def _is_markdown_with_tags(text: str) -> bool:
    """Whether the tags of a text are such as a converter leaves in Markdown: for what this has no mark, and tables."""
    rest = OF_TABLE.sub("", text) if "<table" in text else text
    return not OF_PAGE.search(rest) and is_markdown(rest)


def is_escaped(text: str) -> bool:
    """Whether a text is HTML whose tags are escaped, from its first character on, and which has no other tag.

    >>> is_escaped("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"), is_escaped("Write &lt;p&gt; and &lt;/p&gt;.")
    (True, False)
    """
    head = text[:LOOK]
    if "<" in head or not ESCAPED.match(head):
        return False
    return len(ESCAPED.findall(head)) >= MANY


def is_json(text: str) -> bool:
    """Whether this is a record of JSON, or a list of strings, of which one field may hold a page.

    >>> is_json('{"title": "Pumps arrive"}'), is_json('["Pumps arrive", "Two came."]'), is_json("[Pumps] arrive")
    (True, True, False)
    """
    return JSON.match(text) is not None and text.rstrip()[-1] in "]}"


def is_feed(text: str) -> bool:
    """Whether this is an XML feed or site map, which is no page.

    >>> is_feed('<?xml version="1.0"?><rss version="2.0"><channel>')
    True
    """
    match = START.match(text[:LOOK])
    return FEED.match(text, match.end() if match else 0) is not None
