"""One entry of a feed, `<item>` or `<entry>`, as the page that it is: with a headline, metadata and its story."""

from __future__ import annotations

import html
import re

ENTRY = re.compile(r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(item|entry)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
START = 1000  # characters in which an entry begins
OPEN, CLOSE = "<![CDATA[", "]]>"
HREF = re.compile(r"""\shref\s?=\s?["']([^"'<>]{1,2000})["']""", re.IGNORECASE)
TAGGED = re.compile(r"<[a-zA-Z/!]")
# The elements of RSS 2.0, its modules content and dc, and Atom (RFC 4287), the fuller first.
STORY = ("content:encoded", "content", "description", "summary")
DATES = (
    ("article:published_time", ("pubDate", "published", "dc:date")),
    ("article:modified_time", ("updated", "dcterms:modified")),
)
AUTHOR = ("dc:creator", "name", "author")


def entry_as_page(source: str) -> str:
    """The page that a source is if it is nothing but one entry of a feed; else the source.

    >>> entry_as_page("<item><title>Pumps &amp; more</title><description>Two came.</description></item>")
    '<html><head><title>Pumps &amp; more</title></head><body><h1>Pumps &amp; more</h1><p>Two came.</p></body></html>'
    >>> entry_as_page("<p>Two came.</p>"), entry_as_page("<item><title>A</title></item><item><title>B</title></item>")
    ('<p>Two came.</p>', '<item><title>A</title></item><item><title>B</title></item>')
    """
    opening = ENTRY.match(source, 0, START)
    if opening is None or source.lower().count(f"</{opening[1].lower()}>") != 1:
        return source
    title = html.escape(_first(source, ("title",)))
    head = [f"<title>{title}</title>"]
    given = ((name, _first(source, tags)) for name, tags in DATES)
    head += [f'<meta property="{name}" content="{_quoted(date)}">' for name, date in given if date]
    if author := _first(source, AUTHOR):
        head.append(f'<meta name="author" content="{_quoted(author)}">')
    if address := _address(source):
        head.append(f'<link rel="canonical" href="{_quoted(address)}">')
    return f"<html><head>{''.join(head)}</head><body><h1>{title}</h1>{_story(source)}</body></html>"


def _first(source: str, names: tuple[str, ...]) -> str:
    """What the first of these elements that says something holds, with its escapes read."""
    return next((text for name in names if (text := _held(source, name)[1])), "")


def _held(source: str, name: str) -> tuple[str, str]:
    """The attributes of the first element of a name, and what it holds; both are empty if there is none."""
    match = re.compile(rf"<{re.escape(name)}(\s[^<>]{{0,1000}})?>").search(source)
    if match is None:
        return "", ""
    end = source.find(f"</{name}>", match.end())
    text = source[match.end() : end].strip() if end > 0 else ""
    if text.startswith(OPEN):
        return match[1] or "", text.removeprefix(OPEN).removesuffix(CLOSE).strip()
    return match[1] or "", html.unescape(text).strip()


def _address(source: str) -> str:
    attributes, text = _held(source, "link")
    href = HREF.search(attributes)
    return href[1] if href else text


def _story(source: str) -> str:
    """The story as HTML: what holds no tag is text, in paragraphs."""
    story = _first(source, STORY)
    if TAGGED.search(story):
        return story
    return "".join([f"<p>{html.escape(part)}</p>" for part in story.split("\n\n") if part.strip()])


def _quoted(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=True)
