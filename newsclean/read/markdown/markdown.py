"""Markdown as crawlers write it, to plain text and blocks.

Seen: html2text (wrapped at 78 columns, also inside links), Firecrawl, Jina Reader (“Title: … URL Source: … Markdown
Content:”), crawl4ai, Trafilatura (front matter), html-to-markdown (front matter of all that the page's head says),
markdownify, Turndown, node-html-markdown, pandoc (leaves the page's elements in: elements.py). What is rendered is
`Article.source`: one block a line, without marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from newsclean.article.kinds import TextKind
from newsclean.page.block import Block
from newsclean.page.markup import NO_LINKS, FigureMark, Links
from newsclean.page.traits import LEVELS
from newsclean.read.markdown.elements import without_elements
from newsclean.read.markdown.inline import DEFINITION, Inline, Link, read_inline, shown
from newsclean.read.rendered import Rendered
from newsclean.read.text.lines import glue
from newsclean.read.text.textform import FRONT_MATTER, READER
from newsclean.read.text.width import NARROW, WIDE, WRAPPED

ADDRESS = re.compile(r"^(?:URL Source|url|source_url|canonical): {0,3}[\"']?(https?://[^\s\"']{1,2000})", re.MULTILINE)
READER_FIELD = re.compile(r"^(Title|Published Time): {0,3}([^\n]{0,500})$", re.MULTILINE)
FIELD = re.compile(
    r"^(title|description|author|date)[ \t]{0,4}:[ \t]{0,4}([^\n]{0,2000})$", re.IGNORECASE | re.MULTILINE
)
SHOWN_FIELDS = ("title", "author", "date", "published time", "description")

QUOTE = re.compile(r"[ \t]{0,8}(?:>[ \t]{0,3}){1,8}")
HEADING = re.compile(r"#{1,6}(?:\s+|\Z)")
BULLET = re.compile(r"[*+•-](?:[ \t]{1,4}|\Z)|:[ \t]{3}(?=\S)")  # the last before the meaning of a term
NUMBER = re.compile(r"\d{1,3}[.)][ \t]{1,4}(?=\S)")
BAR = re.compile(r"(?:(?:[-*_=][ \t]{0,3}){3,200}|\+(?:[-=:]{3,200}\+){1,50})\Z")  # the second in a table drawn
TABLE_BAR = re.compile(r"\|?[ \t]{0,3}:?-{1,200}:?[ \t]{0,3}(?:\|[ \t]{0,3}:?-{0,200}:?[ \t]{0,3}){1,100}\|?\Z")
NEVER_JOINED = re.compile(r"[ \t]{0,12}(?:[*+•-][ \t]|\d{1,3}[.)][ \t]|#{1,6}(?:[ \t]|$)|\||[-=*_]{3})")
PARTS = re.compile(r"[*+•-][ \t]|:[ \t]{3}|\d{1,3}[.)][ \t]|#{1,6}(?:[ \t]|$)|\|")  # what opens a block of its own
SPACED = re.compile(r"(?<=[^\s.]) (?=[,.](?:\s|\Z))")  # html2text: “**Ida Brandt** , who”
WIDE_SIGN = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]")
HANGUL = re.compile(r"[\uac00-\ud7a3]{3}")  # of the East, only Korean has words with blanks between them
USUAL_WIDTH = 78  # characters: html2text's, unless it is told another
FULL = 0.7  # share of plain lines that are as full as they can be, in wrapped Markdown


class _Line(NamedTuple):
    text: str
    kind: TextKind
    gap: int
    links: Links
    picture: str | None = None  # address of the picture of which it is the alternative text
    level: int = 0  # of a heading: 1 for “#”; 0 of another line


def read_markdown(raw: str) -> Rendered:
    r"""The plain text of Markdown, laid out as blocks.

    >>> page = read_markdown("# Pumps\n\nThe **first** [pump](/1)\n\n  * one\n  * ![A crane](c.jpg)")
    >>> page.text
    'Pumps\n\nThe first pump\n\none\nA crane'
    >>> [b.kind for b in page.blocks]
    ['heading', 'paragraph', 'list_item', 'paragraph']

    An address may have blanks, as those that share a headline or call have; a link around another keeps its words.

    >>> read_markdown("[Mail](mailto:?subject=Six pumps) [Search](/s?q=two pumps)\n\n[Read [all](/2) of it](/3)").text
    'Mail Search\n\nRead all of it'
    >>> read_markdown("The [first](of six), he said, and [call](tel:+1 555 0100)").text
    'The [first](of six), he said, and call'
    """
    head, body = _head(raw.replace("\r\n", "\n").replace("\r", "\n"))
    definitions = {}
    if "]:" in body:
        definitions = {" ".join(name.casefold().split()): url for name, url in DEFINITION.findall(body)}
        body = DEFINITION.sub("", body)
    plain = without_elements(body)
    body = plain.text
    breaks = _all_breaks(body) if plain.had_elements else _breaks(body) or _heading_breaks(body)
    inline = read_inline(body, lambda at: breaks.get(at, "\n"), definitions)
    return _laid_out([*head, *_lines(inline)])


def _head(raw: str) -> tuple[list[_Line], str]:
    """What the crawler wrote over the page: its title first, then what else a reader would see. And the rest."""
    if match := FRONT_MATTER.match(raw):
        fields = [(name.lower(), value.strip(" \"'")) for name, value in FIELD.findall(match.group())]
        raw = raw[match.end() :]
    elif (match := READER.search(raw, 0, 3000)) and raw.lstrip().startswith(("Title:", "URL Source:")):
        fields = [(name.lower(), value.strip()) for name, value in READER_FIELD.findall(raw[: match.start()])]
        raw = raw[match.end() :]
    else:
        return [], raw
    known = dict(fields)
    return [
        _Line(" ".join(known[name].split()), "heading" if name == "title" else "paragraph", 1, NO_LINKS)
        for name in SHOWN_FIELDS
        if known.get(name)
    ], raw


def address(raw: str) -> str | None:
    r"""The page's address, where the crawler wrote it over the page.

    >>> address("Title: Pumps\n\nURL Source: https://example.org/pumps\n\nMarkdown Content:\nPumps arrive")
    'https://example.org/pumps'
    """
    front = FRONT_MATTER.match(raw) or READER.search(raw, 0, 3000)
    match = ADDRESS.search(raw, 0, front.end()) if front else None
    return match[1] if match else None


def _breaks(body: str) -> dict[int, str]:
    """What becomes of line breaks that are only there because lines were wrapped, by their offset."""
    lines = body.split("\n")
    size: Callable[[str], int] = len
    width = _width(lines, size)
    if not width and HANGUL.search(body):
        size = _columns
        width = _width(lines, size)
    if not width:
        return {}
    found: dict[int, str] = {}
    at = 0
    for above, line in pairwise(lines):
        at += len(above)
        if above.strip() and line.strip() and not above.endswith("  ") and not NEVER_JOINED.match(line):
            bare = line.lstrip("> ") if above.lstrip().startswith(">") else line.lstrip()
            if bare and size(above) + 1 + size(bare.split(None, 1)[0]) > width and "|" not in above:
                found[at] = glue(above, bare)
        at += 1
    return found


def _all_breaks(body: str) -> dict[int, str]:
    """What becomes of line breaks inside paragraphs where all are such: no width tells them when elements are gone."""
    found: dict[int, str] = {}
    at = 0
    for above, line in pairwise(body.split("\n")):
        at += len(above)
        bare = line.lstrip(" \t>")
        is_inside = above.strip() and bare and not above.endswith(("  ", "|")) and not HEADING.match(above)
        if is_inside and not PARTS.match(bare) and not BAR.match(above.strip()) and not BAR.match(bare):
            found[at] = glue(above, bare)
        at += 1
    return found


def _heading_breaks(body: str) -> dict[int, str]:
    """The same of headings alone: html2text wraps these, too, and in a short text no paragraph tells the width."""
    found: dict[int, str] = {}
    at = 0
    for above, line in pairwise(body.split("\n")):
        at += len(above)
        is_over = above.startswith("#") and line.strip() and HEADING.match(above) and not NEVER_JOINED.match(line)
        if is_over and len(above) <= USUAL_WIDTH < len(above) + 1 + len(line.split(None, 1)[0]):
            found[at] = glue(above, line)
        at += 1
    return found


def _columns(text: str) -> int:
    """How wide a text stands in a terminal, by which pandoc wraps: signs of the East take two columns."""
    return len(text) + len(WIDE_SIGN.findall(text))


def _width(lines: Sequence[str], size: Callable[[str], int]) -> int:
    """The width at which Markdown is wrapped, by its plain lines, or 0."""
    pairs = [
        (size(a), size(b.split(None, 1)[0]))
        for a, b in pairwise(lines)
        if " " in a and a.strip() and b.strip() and not a.endswith("  ")
        and "](" not in a and "://" not in a and not NEVER_JOINED.match(a) and not NEVER_JOINED.match(b)
    ]  # fmt: skip
    sizes = sorted(n for n, _ in pairs)
    width = sizes[int(0.98 * (len(sizes) - 1))] if sizes else 0
    if not NARROW <= width <= WIDE or len(pairs) < WRAPPED:
        return 0
    return width if sum(1 for n, word in pairs if n + 1 + word > width) >= FULL * len(pairs) else 0


def _lines(inline: Inline) -> Iterator[_Line]:
    """The lines that a reader sees, each with its kind and its links."""
    last: _Line | None = None  # held back until it is known whether it is underlined
    gap, in_table = 0, False
    for line, links in _with_links(inline):
        bare = line.strip()
        if not bare:
            gap, in_table = 1, False
        elif TABLE_BAR.match(bare):
            in_table = True
        elif BAR.match(bare):
            if last and not gap and bare[0] in "=-" and last.kind == "paragraph":
                last = last._replace(kind="heading", level=1 if bare[0] == "=" else 2)
            gap = 1
        else:
            kind, text, level = _kind(bare, in_table=in_table or (bare[0] == bare[-1] == "|"))
            if text := SPACED.sub("", " ".join(shown(text).split())) if kind != "table" else shown(text):
                if last:
                    yield last
                last = _Line(text, kind, gap, _summary(text, links), _picture(links), level)
                gap = 0
            elif kind == "quote":
                gap = 1
    if last:
        yield last


def _kind(line: str, *, in_table: bool) -> tuple[TextKind, str, int]:
    """What a line's marks make of it, the line without them, a heading's level. Numbers stay: a reader sees them."""
    kind: TextKind = "paragraph"
    if match := QUOTE.match(line):
        kind, line = "quote", line[match.end() :]
    at = 0
    while match := BULLET.match(line, at):
        kind, at = "list_item", match.end()
    line = line[at:]
    if match := HEADING.match(line):
        return "heading", line[match.end() :].rstrip("# "), match.group().count("#")
    if in_table and "|" in line:
        cells = [cell for part in line.split("|") if (cell := " ".join(part.split()))]
        return ("table" if len(cells) > 1 else "paragraph"), "\t".join(cells), 0
    return ("list_item" if NUMBER.match(line) else kind), line, 0


def _with_links(inline: Inline) -> Iterator[tuple[str, list[tuple[Link, str]]]]:
    """Each line with the links that reach into it, and what of it is in them."""
    links = inline.links
    active: list[Link] = []
    start = nth = 0
    for line in inline.text.split("\n"):
        end = start + len(line)
        while nth < len(links) and links[nth].start < end:
            active.append(links[nth])
            nth += 1
        active = [link for link in active if link.end > start]
        yield line, [(link, line[max(0, link.start - start) : link.end - start]) for link in active if link.start < end]
        start = end + 1


def _summary(text: str, links: Sequence[tuple[Link, str]]) -> Links:
    """The links of a line, in numbers."""
    if not links:
        return NO_LINKS
    anchors = [" ".join(shown(anchor).split()) for link, anchor in links if not link.is_image]
    texts = [(len(anchor), link.url) for link, anchor in links if not link.is_image]
    url = max(texts, key=itemgetter(0))[1] if texts else None
    linked = sum(len(anchor) - anchor.count(" ") for anchor in anchors)
    share = linked / max(1, len(text) - text.count(" "))
    return Links(min(1.0, share), len(anchors), url, " ".join(filter(None, anchors)))


def _picture(links: Sequence[tuple[Link, str]]) -> str | None:
    return next((link.url for link, _ in links if link.is_image), None)


def _laid_out(lines: Sequence[_Line]) -> Rendered:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for n, line in enumerate(lines):
        if n:
            parts.append("\n" * (line.gap + 1))
            at += line.gap + 1
        parts.append(line.text)
        bits = LEVELS[min(line.level, len(LEVELS)) - 1] if line.level else 0
        blocks.append(Block(n, at, at + len(line.text), line.text, line.kind, line.gap if n else 0, traits=bits))
        at += len(line.text)
    figures = tuple(
        FigureMark(line.text, (n,), (), n, -1, is_video=False, is_seen=True, url=line.picture, width=None)
        for n, line in enumerate(lines)
        if line.picture is not None
    )
    return Rendered("".join(parts), tuple(blocks), tuple(line.links for line in lines), figures)
