"""HTML to blocks: the page as a reader sees it, one block a line, and of each block where in the markup it stands.

One walk over the tree, without recursion, in time that grows with the size of the page. White space collapses as in
browsers; soft hyphens go. A block ends where a block-level element begins or ends, and at `<br>`; inline tags never break
a word. Scripts, styles, form controls and what is hidden are left out, except hidden prose: that is shown, and marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsclean.article import TextKind
from newsclean.page import Block
from newsclean.read import elements as place
from newsclean.read.addresses import absolute
from newsclean.read.elements import Element, Markup
from newsclean.read.floods import without_floods
from newsclean.read.hints import BYLINE, CAPTION, CREDIT, HIDES, NOTHING, Hint, hints, named
from newsclean.read.metadata import Candidate, Found, Metadata, read_metadata
from newsclean.read.pictures import FigureMark, Picture, figure_marks, is_icon

HIDDEN_PROSE = 400  # characters of hidden text from which on it is shown, marked as hidden: a story behind a button
MAX_CELL = 300  # characters: what is longer is no cell of a table but a part of a layout
MAX_TABLES = 4  # tables inside each other that may hold data: more are a layout
MAX_CANDIDATES = 300  # marked names, dates and other properties that are kept for the metadata
MIN_ITEMS, MAX_ITEM, MEAN_ITEM = 4, 40, 22  # of a menu: how many, and characters; items that are longer are headlines
MAX_MENU, MAX_MENUS = 20_000, 3  # characters; lists inside each other that may be menus
WRAPPED = 40  # characters: a line so long that breaks off amid a sentence was wrapped by <br>

# What a tag is to the reader. Up to SPAN it is a part of a line; from ROW on it stands alone, from MARGIN on with a blank
# line before and after it, as browsers show it.
TEXT, SKIP, INLINE, SPACED, LINK, SPAN, BREAK, IMAGE, RULE, META, TITLE, SCRIPT, BUTTON, NOSCRIPT, CUSTOM = range(15)
ROW, BLOCK, MARGIN, HEADING, TABLE, PRE, LIST, NAV, CELL = range(15, 24)
TAGS = {
    SKIP: "style template svg iframe object embed audio canvas map area applet noembed noframes input select option"
    " optgroup textarea datalist progress meter param source track base col colgroup wbr dialog frame frameset keygen",
    INLINE: "head abbr acronym b bdi bdo big code data del dfn em font i ins kbd mark nobr output picture q rb rp rt"
    " rtc ruby s samp strike strong sub sup tt u var",
    SPAN: "span time cite small label",
    LINK: "a",
    BREAK: "br",
    BLOCK: "html body div section article main aside header footer form legend figcaption address li dt dd center"
    " details summary hgroup search tbody thead tfoot caption marquee",
    MARGIN: "p dl blockquote figure fieldset",
    HEADING: "h1 h2 h3 h4 h5 h6",
    ROW: "tr",
    CELL: "td th",
    LIST: "ul ol menu dir",
    NAV: "nav",
    TABLE: "table",
    PRE: "pre listing xmp plaintext",
    IMAGE: "img video",
    RULE: "hr",
    NOSCRIPT: "noscript",
    BUTTON: "button",
    META: "meta link",
    TITLE: "title",
    SCRIPT: "script",
}
# Custom elements of standards (AMP) and libraries.
CUSTOM_TAGS = dict.fromkeys(("amp-img", "amp-video", "lazy-image"), IMAGE) | dict.fromkeys(
    ("amp-ad", "amp-analytics", "amp-sidebar", "amp-state", "amp-consent", "amp-lightbox", "amp-iframe"), SKIP
)
# The kind of text in an element; one in a list item or heading that has nothing else is of its kind too.
KIND_OF: dict[str, TextKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
}  # type: ignore[dict-item]
LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th tr figcaption pre caption summary legend address".split())
PLACES = {
    "article": place.ARTICLE, "main": place.MAIN, "aside": place.ASIDE, "header": place.HEADER, "footer": place.FOOTER,
    "nav": place.NAV, "figure": place.FIGURE, "form": place.FORM, "blockquote": place.QUOTE, "button": place.BUTTON,
}  # fmt: skip
ROLES = {
    "main": place.MAIN, "article": place.ARTICLE, "complementary": place.ASIDE, "banner": place.HEADER,
    "contentinfo": place.FOOTER, "navigation": place.NAV, "menu": place.NAV, "menubar": place.NAV, "figure": place.FIGURE,
}  # fmt: skip
HINTING = frozenset(("id", "role", "itemprop", "data-testid", "data-component", "data-module", "data-type"))  # besides class
WATCHED = frozenset(("hidden", "aria-hidden", "style", "itemprop"))
PROPERTIES = frozenset(("itemprop", "datetime", "rel"))
INLINE_WATCHED = WATCHED | PROPERTIES
# A part that opens when its heading is pressed: an answer, a table of data. It counts as text from a sentence on.
FOLDING = re.compile(r"accordion|collaps|faq|answer|expand", re.IGNORECASE)
SENTENCE = 60  # characters
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
INVISIBLE = ("\u00ad", "\u2060", "\ufeff")  # soft hyphen, word joiner, byte order mark
BLANKS = ("\n", "\t", "\r", "\f", "\xa0", "  ")  # what is collapsed into one blank
SHORT = 100  # characters: in a longer line it pays to look for blanks first
SEPARATORS = ("\n", "\n\n")

Attributes = dict[str, str | None]


class HtmlPage(NamedTuple):
    """An HTML page laid out."""

    text: str  # what a reader sees, one block a line
    blocks: tuple[Block, ...]
    markup: tuple[Markup, ...]  # one for each block
    elements: tuple[Element, ...]  # in the order of their tags; Markup.element and Element.parent are indexes of it
    figures: tuple[FigureMark, ...]
    meta: Metadata
    warnings: tuple[str, ...] = ()


def read_html(source: str | bytes, *, url: str | None = None) -> HtmlPage:
    """The page of an HTML source: blocks, their markup, pictures and metadata.

    Args:
        source: the HTML; bytes must be UTF-8, and save the time to encode it.
        url: the page's address, to make its links absolute; else the one that the page names.

    >>> page = read_html("<h1>Pumps</h1><p>The first <b>two</b> pumps<br>arrived.<ul><li>One<li>Two</ul>")
    >>> page.text
    'Pumps\\n\\nThe first two pumps\\narrived.\\n\\nOne\\nTwo'
    >>> [b.kind for b in page.blocks]
    ['heading', 'paragraph', 'paragraph', 'list_item', 'list_item']
    """
    data, warnings = without_floods(source.encode("utf-8", "replace") if isinstance(source, str) else source)
    root = LexborHTMLParser(data).root
    layout = _Layout()
    if root is None:
        return layout.page(None, url, warnings)
    layout.walk(root)
    return layout.page(root.attributes.get("lang") or root.attributes.get("xml:lang"), url, warnings)


def _numbers() -> tuple[dict[int, int], dict[str, int], dict[int, str]]:
    """What tags are to the reader: by the parser's numbers, by name for those without a fixed number; and their names."""
    parser = LexborHTMLParser("<!doctype html><!-- -->text")
    by_number: dict[int, int] = {}
    by_name = dict(CUSTOM_TAGS)
    names: dict[int, str] = {}
    for node in parser.root.parent.traverse(include_text=True):
        if (node.tag or "-").startswith("-"):
            by_number[node.tag_id] = TEXT if node.tag == "-text" else SKIP
    for role, tags in TAGS.items():
        for tag in tags.split():
            number = parser.create_node(tag).tag_id
            if number < 10_000:  # else an address in memory, which the next parser may give to another tag
                by_number[number], names[number] = role, tag
            else:
                by_name[tag] = role
    return by_number, by_name, names


def _role_of_name(name: str, role: int) -> int:
    """What a tag without a number is: a custom element is a block where a line may begin, an unknown tag is inline."""
    return ROLE_OF_NAME.get(name, role if "-" in name else INLINE)


def _is_unseen(attributes: Attributes) -> bool:
    """Whether an element's own attributes hide it."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and ("none" in style or "hidden" in style) and UNSEEN.search(style, 0, 2000) is not None


def _is_short(node: LexborNode, attributes: Attributes) -> bool:
    """Whether an element has too little text for hidden prose."""
    text = node.text()
    enough = HIDDEN_PROSE
    if len(text) >= SENTENCE and FOLDING.search(f"{attributes.get('class')} {attributes.get('id')}", 0, 400):
        enough = SENTENCE
    return len(text) < enough or len(" ".join(text.split())) < enough


def _is_data(node: LexborNode) -> bool:
    """Whether a cell of a table is data: short, with at most one block in it. Else it is a part of a layout."""
    text = node.text()
    if len(text) > MAX_CELL and (len(text) > 8 * MAX_CELL or len(" ".join(text.split())) > MAX_CELL):
        return False
    n_blocks = 0
    child = node.first_child
    while child is not None:
        role = ROLE_OF.get(child.tag_id, INLINE)
        n_blocks += role >= BLOCK
        if role > BLOCK or n_blocks > 1:
            return False
        child = child.next
    return True


def _collapsed(parts: Sequence[str]) -> str:
    """The text of a line: white space collapsed, what is invisible left out."""
    text = "".join(parts)
    if not text.isascii():
        for mark in INVISIBLE:
            if mark in text:
                text = text.replace(mark, "")
    if len(text) < SHORT:
        return " ".join(text.split())
    for blank in BLANKS:
        if blank in text:
            return " ".join(text.split())
    return text.strip()


def _are_glued(before: str, after: str) -> bool:
    """Whether two inline elements that touch would make one word of two: “Jo Doe” and “3 May”, “World” and “Sport”."""
    last, first = before[-1:], after[:1]
    return (last.islower() or last.isdigit()) and (first.isupper() or (first.isdigit() and not last.isdigit()))


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a `<br>` stands amid a sentence, where an editor wrapped a long line."""
    return len(line) >= WRAPPED and following[0].islower() and (line[-1].isalnum() or line[-1] in ",;-–")


def _joined(line: _Line, following: _Line) -> _Line:
    linked = f"{line.linked} {following.linked}".strip()
    url = line.url if line.url == following.url or not following.n_links else following.url if not line.n_links else None
    return _Line(f"{line.text} {following.text}", linked, line.n_links + following.n_links, url, line.inner if line.inner == following.inner else ())


def _shown(
    blocks: Sequence[Block], elements: tuple[Element, ...], markup: tuple[Markup, ...]
) -> tuple[tuple[Element, ...], tuple[Markup, ...]]:
    """Without the mark of what is hidden, if that is most of the page: it only waits for a script, or stands behind a dialogue."""
    hidden = sum([len(b.text) for b, m in zip(blocks, markup, strict=True) if m.places & place.HIDDEN])
    if 2 * hidden < sum([len(b.text) for b in blocks]):
        return elements, markup
    return (
        tuple([e._replace(places=e.places & ~place.HIDDEN) for e in elements]),
        tuple([m._replace(places=m.places & ~place.HIDDEN) for m in markup]),
    )


def _merged(own: tuple[Hint, ...], others: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """Hints of an element and then those of another, each kind once."""
    if not own or not others:
        return own or others
    kinds = [h.kind for h in own]
    return (*own, *[h for h in others if h.kind not in kinds])


class _Line(NamedTuple):
    """A line of the page: a block, or with other lines of its element a part of one."""

    text: str
    linked: str  # of it, what is inside links
    n_links: int
    url: str | None  # of its links, if all have the same
    inner: tuple[Hint, ...]  # hints of an inline element that holds all of the line


# A block-level element in which something was seen: itself, its attributes, whether it is hidden, the number of the element
# around it, the number of its first block.
_Tag = tuple[LexborNode, Attributes, bool, int, int]


class _Layout:
    """The page while it is being laid out."""

    def __init__(self) -> None:
        self.stack: list[tuple[LexborNode, int]] = []  # the elements around the place, with what they are
        self.opened: list[tuple[LexborNode, Attributes, bool]] = []  # of these, the block-level ones; whether they are hidden
        self.numbers: list[int] = []  # of the opened: their numbers, or -1 while nothing in them has been seen
        self.in_cell = self.tables = self.in_pre = self.in_lists = self.in_hidden = 0  # how many of them are such
        self.hrefs: list[str | None] = []  # addresses of the links around the link that is open
        self.href: str | None = None  # of the link that is open
        self.parts: list[str] = []  # the line that is being read
        self.linked: list[str] = []  # of it, what is inside links
        self.n_links = 0  # links in the line
        self.line_url: str | None = None  # their address, if all have the same
        self.inner: tuple[Hint, ...] = ()  # hints of the inline element that the line began with
        self.inner_depth = -1  # how deep that element stands, while it is open
        self.inner_parts = 0  # how many parts the line had when it ended
        self.seam = 0  # 1 just after an inline element, 2 if there another began: a place where words may be glued
        self.lines: list[_Line | None] = []  # the block's lines that <br> ended; None is an empty line
        self.cells: list[str] = []  # of the table row
        self.has_margin = False  # a blank line is due
        self.has_hidden = False  # some of the page is hidden
        self.tags: list[_Tag] = []
        self.ends: list[int] = []  # of the tags: one after their last block
        self.marks: list[tuple[int, bool, bool, _Line]] = []  # blocks: element, whether a blank line and whether a table row
        self.pictures: list[Picture] = []
        self.found = Found([], [], [], [])

    def walk(self, root: LexborNode) -> None:
        """All nodes under `root`, in order; an element is closed when its children are read.

        What most nodes need stands here and not in functions: it runs 2,000 times a page.
        """
        stack, opened, numbers, ends, marks = self.stack, self.opened, self.numbers, self.ends, self.marks
        parts, linked, lines = self.parts, self.linked, self.lines
        push, pop, flush, role_of = stack.append, stack.pop, self.flush, ROLE_OF.get
        node: LexborNode | None = root
        while True:
            if node is None:
                if not stack:
                    break
                node, role = pop()
                if role >= ROW:
                    if role == CELL:
                        self.close_cell()
                    else:
                        if parts or lines:
                            flush()
                        if role > BLOCK:
                            self.has_margin = True
                        if role >= TABLE or role == ROW:
                            self.close_special(role)
                        number = numbers.pop()
                        if number >= 0:
                            ends[number] = len(marks)
                        if opened.pop()[2]:
                            self.in_hidden -= 1
                elif role != INLINE:
                    if role == LINK:
                        self.href = self.hrefs.pop()
                    elif role == SPACED and parts:
                        parts.append(" ")
                    self.seam = 1
                    if len(stack) == self.inner_depth:
                        self.inner_depth, self.inner_parts = -1, len(parts)
                node = node.next
                continue
            role = role_of(node.tag_id, CUSTOM)
            if role == TEXT:
                text = node.text_content or ""
                if self.in_pre:
                    self.preformatted(text)
                elif parts or not text.isspace():
                    if self.seam == 2 and parts and _are_glued(parts[-1], text):
                        parts.append(" ")
                    parts.append(text)
                    if self.href is not None:
                        linked.append(text)
                self.seam = 0
                node = node.next
                continue
            if role >= BUTTON:
                if role < ROW or self.in_cell:
                    role = self.role_here(node, role)
                elif role >= TABLE:
                    role = self.open_special(node, role)
            if ROW <= role < CELL:
                if parts or lines:
                    flush()
                attributes = node.attributes
                is_hidden = False
                if attributes:
                    value = attributes.get("class")
                    if (value and named(value).flags) or not WATCHED.isdisjoint(attributes):
                        if self.is_gone(node, attributes):
                            node = node.next
                            continue
                        is_hidden = self.is_hiding(attributes)
                if role > BLOCK:
                    self.has_margin = True
                opened.append((node, attributes, is_hidden))
                numbers.append(-1)
                if role >= LIST and self.menu(node):
                    node = None
                    push((opened[-1][0], role))
                    continue
            elif role == LINK or role == SPAN:
                attributes = node.attributes
                if attributes:
                    value = attributes.get("class")
                    if (value and named(value).hints) or not INLINE_WATCHED.isdisjoint(attributes):
                        role = self.open_marked(node, role, attributes)
                if self.seam:
                    self.seam = 2
                if role == LINK:
                    self.hrefs.append(self.href)
                    href = attributes.get("href")
                    if href is not None:
                        self.href = href
                        self.line_url = href if not self.n_links or self.line_url == href else None
                        self.n_links += 1
            elif BREAK <= role < BUTTON:
                self.leaf(node, role)
                role = SKIP
            if role == SKIP:
                node = node.next
            else:
                push((node, role))
                node = node.first_child
        self.flush()

    def role_here(self, node: LexborNode, role: int) -> int:
        """What a button, what is for browsers without scripts, an unknown tag, or a block inside a cell of a table is."""
        if role == BUTTON:
            role = INLINE if self.is_heading() else SKIP if self.parts else BLOCK
        elif role == NOSCRIPT:
            if _is_short(node, {}):
                self.pictures_again(node)
                return SKIP
            role = BLOCK
        elif role == CUSTOM:
            role = _role_of_name(node.tag or "", INLINE if self.parts else BLOCK)
        if role >= ROW and self.in_cell:
            if self.parts:
                self.parts.append(" ")
            return SPACED
        return self.open_special(node, role) if role >= TABLE else role

    def is_heading(self) -> bool:
        """Whether the innermost block is a heading."""
        return bool(self.opened) and ROLE_OF.get(self.opened[-1][0].tag_id) == HEADING

    def open_special(self, node: LexborNode, role: int) -> int:
        """The role in which a table, a cell or preformatted text is to be entered."""
        if role == CELL:
            if self.tables <= MAX_TABLES and _is_data(node):
                self.in_cell = 1
                return CELL
            if self.cells:
                self.row()
            return BLOCK
        if role == TABLE:
            self.tables += 1
        elif role == PRE:
            self.in_pre += 1
        return role

    def close_special(self, role: int) -> None:
        """At the end of a table, of one of its rows, or of preformatted text."""
        if role == ROW:
            self.row()
        elif role == TABLE:
            self.tables -= 1
        elif role == PRE:
            self.in_pre -= 1
        else:
            self.in_lists -= 1

    def menu(self, node: LexborNode) -> bool:
        """Read a list of nothing but short links as one line: a menu has a hundred items, and none is of the story."""
        self.in_lists += 1
        if self.in_lists > MAX_MENUS:
            return False
        text = node.text(separator="\n", skip_empty=True)
        if len(text) > MAX_MENU:
            return False
        items = [item for part in text.split("\n") if (item := " ".join(part.split()))]
        text = "\t".join(items)
        if len(items) < MIN_ITEMS or len(text) > MEAN_ITEM * len(items) or max(map(len, items)) > MAX_ITEM:
            return False
        n_links = sum([ROLE_OF.get(inner.tag_id) == LINK for inner in node.traverse()])
        if n_links * 5 < len(items) * 4:
            return False
        self.block(_Line(text, text, n_links, None, ()))
        return True

    def close_cell(self) -> None:
        """At the end of a cell of a data table."""
        self.in_cell = 0
        self.cells.append(_collapsed(self.parts))
        self.parts.clear()

    def is_gone(self, node: LexborNode, attributes: Attributes) -> bool:
        """Whether a marked block-level element is hidden and to be left out; else its marks are noted."""
        value = attributes.get("class")
        flags = named(value).flags if value else 0
        # What hides all of the page only waits for a script.
        if (flags & HIDES or _is_unseen(attributes)) and not self.in_hidden and len(self.opened) > 1 and _is_short(node, attributes):
            return True
        if flags & BYLINE or "itemprop" in attributes:
            self.candidate(node, attributes, flags)
        return False

    def is_hiding(self, attributes: Attributes) -> bool:
        """Whether with this element a hidden part of the page begins."""
        value = attributes.get("class")
        if self.in_hidden or len(self.opened) < 2 or not (_is_unseen(attributes) or (value and named(value).flags & HIDES)):
            return False
        self.in_hidden = 1
        self.has_hidden = True
        return True

    def open_marked(self, node: LexborNode, role: int, attributes: Attributes) -> int:
        """The role in which a marked link or span is to be entered: SKIP when hidden, BLOCK for a caption or credit."""
        value = attributes.get("class")
        said = named(value) if value else NOTHING
        if (said.flags & HIDES or _is_unseen(attributes)) and not self.in_hidden and _is_short(node, attributes):
            return SKIP
        if said.flags & BYLINE or not PROPERTIES.isdisjoint(attributes):
            self.candidate(node, attributes, said.flags)
        if said.hints and not self.in_cell:
            if said.flags & (CAPTION | CREDIT) and self.is_apart(said.flags):
                if self.parts or self.lines:
                    self.flush()
                self.opened.append((node, attributes, False))
                self.numbers.append(-1)
                return BLOCK
            if not self.parts:
                self.inner, self.inner_depth, self.inner_parts = said.hints, len(self.stack), 0
        return role

    def is_apart(self, flags: int) -> bool:
        """Whether a caption or credit in inline markup is a block of its own: it begins a line, or stands in a caption."""
        if self.is_heading() or self.href is not None:
            return False
        if not self.parts:
            return True
        return bool(flags & CREDIT) and any(
            node.tag in ("figure", "figcaption") or named(attributes.get("class") or "").flags & CAPTION
            for node, attributes, _ in self.opened[-4:]
        )

    def leaf(self, node: LexborNode, role: int) -> None:
        """What has no text of the page: line breaks, pictures, rules, metadata."""
        if role == BREAK:
            if not self.in_cell and not self.is_heading():
                self.end_line()
            elif self.parts:
                self.parts.append(" ")
        elif role == IMAGE:
            self.picture(node)
        elif role == SCRIPT:
            if "ld+json" in (node.attributes.get("type") or ""):
                self.found.scripts.append(node.text())
        elif role == META:
            self.found.metas.append(node.attributes)
        elif role == TITLE:
            self.found.titles.append(node.text())
        else:
            if self.parts or self.lines:
                self.flush()
            self.has_margin = True

    def preformatted(self, text: str) -> None:
        """Text whose line breaks count."""
        for n, line in enumerate(text.split("\n")):
            if n:
                self.end_line()
            if line and (self.parts or not line.isspace()):
                self.parts.append(line)
                if self.href is not None:
                    self.linked.append(line)

    def line(self) -> _Line | None:
        """The line that has been read, or None if it is empty; the next one begins."""
        parts, linked, inner = self.parts, self.linked, self.inner
        text = _collapsed(parts)
        if inner and self.inner_depth < 0:
            self.inner = ()
            if "".join(parts[self.inner_parts :]).strip():
                inner = ()
        line = _Line(text, _collapsed(linked) if linked else "", self.n_links, self.line_url, inner) if text else None
        parts.clear()
        linked.clear()
        self.n_links, self.line_url = (0, None) if self.href is None else (1, self.href)
        self.inner_parts = self.seam = 0
        return line

    def end_line(self) -> None:
        """At a line break."""
        line = self.line()
        if line is not None or self.lines:
            self.lines.append(line)

    def flush(self) -> None:
        """The block that has been read, if there is one; the next one begins."""
        line = self.line()
        if not self.lines:
            if line is not None:
                self.block(line)
            return
        pending: _Line | None = None
        for following in (*self.lines, line):
            if pending is not None:
                if following is not None and _is_wrapped(pending.text, following.text):
                    pending = _joined(pending, following)
                    continue
                self.block(pending)
            pending = following
            if following is None:
                self.has_margin = True
        if pending is not None:
            self.block(pending)
        self.lines.clear()

    def row(self) -> None:
        """The row of a table whose cells have been read."""
        cells = [c for c in self.cells if c]
        self.cells.clear()
        self.parts.extend(cells)
        line = self.line()
        if line is not None:
            self.block(line._replace(text="\t".join(cells)), is_row=len(cells) > 1)

    def block(self, line: _Line, *, is_row: bool = False) -> None:
        """Add a block to the page."""
        number = self.numbers[-1]
        if number < 0:
            number = self.element()
        self.marks.append((number, self.has_margin, is_row, line))
        self.has_margin = False

    def element(self) -> int:
        """The number of the innermost block-level element that is open."""
        numbers = self.numbers
        at = len(numbers)
        while at and numbers[at - 1] < 0:
            at -= 1
        number = numbers[at - 1] if at else -1
        for n in range(at, len(numbers)):
            self.tags.append((*self.opened[n], number, len(self.marks)))
            numbers[n] = number = len(self.ends)
            self.ends.append(-1)
        return number

    def picture(self, node: LexborNode, *, is_again: bool = False) -> None:
        """Write down a picture, unless it is an icon."""
        attributes = node.attributes
        if not is_icon(attributes):
            at = len(self.marks) + bool(self.parts or self.lines)
            self.pictures.append(Picture(attributes, at, self.element(), "video" in (node.tag or ""), is_again))

    def pictures_again(self, node: LexborNode) -> None:
        """Write down the pictures for browsers without scripts: those that a script would load."""
        for inner in node.traverse():
            if ROLE_OF.get(inner.tag_id) == IMAGE:
                self.picture(inner, is_again=True)

    def candidate(self, node: LexborNode, attributes: Attributes, flags: int) -> None:
        """Write down what may be metadata."""
        if len(self.found.candidates) < MAX_CANDIDATES:
            self.found.candidates.append(Candidate(node, attributes, bool(flags & BYLINE), len(self.marks)))

    def page(self, language: str | None, url: str | None, warnings: tuple[str, ...]) -> HtmlPage:
        """The page that has been laid out."""
        elements = _elements(self.tags, self.ends)
        base = url or self.found.address()
        blocks = _blocks(self.marks, elements)
        markup = tuple([_markup(line, number, elements, base) for number, _, _, line in self.marks])
        if self.has_hidden:
            elements, markup = _shown(blocks, elements, markup)
        text = "".join([f"{SEPARATORS[b.gap]}{b.text}" for b in blocks])[1:]
        meta = read_metadata(self.found, language, blocks, markup, url)
        figures = figure_marks(self.pictures, elements, markup, base)
        return HtmlPage(text, blocks, markup, elements, figures, meta, (*warnings, *meta.warnings))


def _elements(tags: Sequence[_Tag], ends: Sequence[int]) -> tuple[Element, ...]:
    """The elements of the page, each with what is said of it and of the elements around it."""
    elements: list[Element] = []
    for (node, attributes, is_hidden, parent, start), end in zip(tags, ends, strict=True):
        tag = NAME_OF.get(node.tag_id) or node.tag or ""
        if parent < 0:
            elements.append(Element(-1, tag, "", 0, (), (), 0, start, end))
            continue
        around = elements[parent]
        depth, said, places, name = around.depth + 1, around.hints, around.places, ""
        if tag in PLACES:
            places |= PLACES[tag]
        if is_hidden:
            places |= place.HIDDEN
        if attributes and depth > 1:  # what is said of all of the page says nothing
            own: tuple[Hint, ...] = ()
            value = attributes.get("class")
            if value:
                named_so = named(value)
                name, own = named_so.step, named_so.hints
            if not HINTING.isdisjoint(attributes):
                for attribute, value in attributes.items():
                    if value and attribute in HINTING and (more := hints(value)):
                        own = _merged(own, more)
                places |= ROLES.get(attributes.get("role") or "", 0)
                if "articleBody" in (attributes.get("itemprop") or ""):
                    places |= place.STORY
            if own:
                said = _merged(own, said)
        else:
            own = ()
        elements.append(Element(parent, tag, name, depth, own, said, places, start, end))
    return tuple(elements)


def _blocks(marks: Sequence[tuple[int, bool, bool, _Line]], elements: Sequence[Element]) -> tuple[Block, ...]:
    """The blocks of the page. One that is all that stands in a heading or list item is of that kind."""
    blocks = []
    end = -1
    for n, (number, has_margin, is_row, line) in enumerate(marks):
        gap = 1 if has_margin and n else 0
        start = end + 1 + gap
        end = start + len(line.text)
        element = elements[number]
        while element.tag not in KIND_OF and element.start == n and element.end == n + 1 and element.parent >= 0:
            element = elements[element.parent]
        kind: TextKind = KIND_OF.get(element.tag) or ("quote" if element.places & place.QUOTE else "paragraph")
        blocks.append(Block(n, start, end, line.text, "table" if is_row else kind, gap))
    return tuple(blocks)


def _markup(line: _Line, number: int, elements: Sequence[Element], base: str | None) -> Markup:
    element = elements[number]
    container = element.parent if element.tag in LEAVES and element.parent >= 0 else number
    around = elements[container]
    while around.end - around.start == 1 and around.parent >= 0:
        container = around.parent
        around = elements[container]
    said = element.hints
    if line.inner:
        said = _merged(line.inner, said)
    share, url = 0.0, None
    if line.n_links:
        share = min(1.0, len(line.linked) / len(line.text))
        url = absolute(line.url, base)
    return Markup(element.tag, number, container, said, element.places, share, line.n_links, url, line.linked)


ROLE_OF, ROLE_OF_NAME, NAME_OF = _numbers()
