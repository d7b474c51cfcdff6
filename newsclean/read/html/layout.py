"""The walk over the tree of an HTML page: lines as a reader sees them, and what is seen on the way.

No recursion, no step back: time grows with the size of the page. White space collapses as in browsers; soft hyphens go.
A block ends where a block-level element begins or ends, and at `<br>`; inline tags never break a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from newsclean.page.markup import Hint
from newsclean.read.html.elements import (
    AROUND,
    BEHIND,
    FIRST,
    IS_HIDDEN,
    NODE,
    NUMBER,
    SAID,
    Attributes,
    Line,
    Mark,
    Tag,
    tag_of,
)
from newsclean.read.html.found import Candidate, Found
from newsclean.read.html.hidden import is_drop_cap, is_short, is_unseen
from newsclean.read.html.hints import (
    BYLINE,
    CAPTION,
    CREDIT,
    HIDES,
    MAX_ATTRIBUTE,
    NOTHING_NAMED,
    Named,
    named,
    named_again,
)
from newsclean.read.html.line import are_glued, collapsed, is_wrapped, joined
from newsclean.read.html.pictures import CAPTION_DATA, Picture, address, is_icon, with_source
from newsclean.read.html.tags import (
    BLOCK,
    BREAK,
    BUTTON,
    CELL,
    CUSTOM,
    HEADING,
    IMAGE,
    INLINE,
    LINK,
    MARGIN,
    META,
    NAV,
    NOSCRIPT,
    PRE,
    ROLE_OF,
    ROW,
    SCRIPT,
    SKIP,
    SOURCE,
    SPACED,
    SPAN,
    TABLE,
    TEXT,
    TITLE,
    role_of_name,
)  # fmt: skip
from newsclean.read.limits import MOST_BLOCKS

MAX_CELL = 300  # characters: what is longer is no cell of a table but a part of a layout
MAX_TABLES = 4  # tables inside each other that may hold data: more are a layout
MIN_ITEMS, MAX_ITEM, MEAN_ITEM = 4, 40, 22  # of a menu: how many, and characters; items that are longer are headlines
MAX_MENU, MAX_MENUS = 20_000, 3  # characters; lists inside each other that may be menus
MAX_CANDIDATES = 300  # marked names, dates and other properties that are kept for the metadata
WATCHED = frozenset(("hidden", "aria-hidden", "style", "itemprop"))
# Of the place in a line: just after an inline element; where there another began, so that words may be glued.
NO_SEAM, ENDED, TOUCHING = range(3)
PROPERTIES = frozenset(("itemprop", "datetime", "rel"))
INLINE_WATCHED = WATCHED | PROPERTIES


def main_url(starts: Sequence[tuple[int, str]], linked: Sequence[str]) -> str | None:
    """The address of the link that most of a line's linked text is of; `starts` says where in it each link begins.

    >>> main_url([(0, "/harbour"), (1, "/sea-wall")], ["Harbour", "Sea wall to be raised"])
    '/sea-wall'
    """
    if len(starts) < 2:
        return starts[0][1] if starts else None
    behind = [start for start, _ in starts[1:]] + [len(linked)]
    lengths = [sum(map(len, linked[start:end])) for (start, _), end in zip(starts, behind, strict=True)]
    return starts[lengths.index(max(lengths))][1]


class Layout:
    """The page while it is being laid out."""

    def __init__(self) -> None:
        self.stack: list[tuple[LexborNode, int]] = []  # the elements around the place, with what they are
        self.opened: list[Tag] = []  # of these, the block-level ones
        self.in_cell = self.in_hidden = False
        self.tables = self.in_pre = self.in_lists = self.navs = 0  # how many of the opened are such
        self.hrefs: list[str | None] = []  # addresses of the links around the link that is open
        self.href: str | None = None  # of the link that is open
        self.parts: list[str] = []  # the line that is being read
        self.linked: list[str] = []  # of it, what is inside links
        self.n_links = 0  # links in the line
        self.starts: list[tuple[int, str]] = []  # where each begins in `linked`, and its address
        self.inner: tuple[Hint, ...] = ()  # hints of the inline element that the line began with
        self.inner_depth = -1  # how deep that element stands, while it is open
        self.inner_parts = 0  # how many parts the line had when it ended
        self.seam = NO_SEAM
        self.lines: list[Line | None] = []  # the block's lines that <br> ended; None is an empty line
        self.cells: list[str] = []  # of the table's row
        self.has_margin = False  # a blank line is due
        self.has_hidden = False  # some of the page is hidden
        self.left_out = 0  # blocks behind the last that is read
        self.tags: list[Tag] = []  # the elements in which something was seen
        self.marks: list[Mark] = []  # the blocks
        self.pictures: list[Picture] = []
        self.found = Found([], [], [], [])

    def walk(self, root: LexborNode) -> None:
        """All nodes under `root`, in order; an element is closed when its children are read.

        What most nodes need stands here and not in functions: it runs 2,000 times a page. Most elements hold nothing,
        or one piece of text: these are not opened and closed, but read at once.
        """
        stack, opened, parts, lines, marks = self.stack, self.opened, self.parts, self.lines, self.marks
        role_of = ROLE_OF.get
        node: LexborNode | None = root
        while True:
            if node is None:
                if not stack:
                    break
                node, role = stack.pop()
                if role >= BLOCK:
                    if parts or lines:
                        self.flush()
                    if role > BLOCK:
                        self.has_margin = True
                        if role >= TABLE:
                            self.close_special(role)
                    entry = opened.pop()
                    if entry[NUMBER] >= 0:
                        entry[BEHIND] = len(marks)
                    if entry[IS_HIDDEN]:
                        self.in_hidden = False
                elif role != INLINE:
                    self.close_inline(role)
                node = node.next
                continue
            role = role_of(node.tag_id, CUSTOM)
            if role == TEXT:
                text = node.text_content or ""
                if parts or self.in_pre or not text.isspace():
                    self.text(text)
                self.seam = NO_SEAM
                node = node.next
                continue
            if role >= BUTTON and (role < BLOCK or self.in_cell):
                role = self.role_here(node, role)
            if role >= BLOCK:
                if parts or lines:
                    self.flush()
                attributes = node.attributes
                is_hidden = False
                said = NOTHING_NAMED
                if attributes:
                    if value := attributes.get("class"):
                        said = named_again(value) if len(value) <= MAX_ATTRIBUTE else named(value)
                    if said[1] or not WATCHED.isdisjoint(attributes):
                        if self.is_gone(node, attributes, said.flags):
                            node = node.next
                            continue
                        is_hidden = self.is_hiding(attributes, said.flags)
                if role > BLOCK:
                    self.has_margin = True
                child = node.first_child
                if role < TABLE and not is_hidden:
                    if child is None:
                        node = node.next
                        continue
                    if (
                        role_of(child.tag_id) == TEXT
                        and child.next is None
                        and not (self.n_links or self.in_pre or self.inner)
                    ):
                        text = collapsed(child.text_content or "")
                        if text:
                            opened.append(tag_of(node, attributes, said))
                            self.block((text, "", 0, None, ()))
                            opened.pop()[BEHIND] = len(marks)
                            self.has_margin = role > BLOCK
                        node = node.next
                        continue
                opened.append(tag_of(node, attributes, said, is_hidden=is_hidden))
                stack.append((node, role))
                node = None if role >= TABLE and self.open_special(node, role) else child
            elif INLINE <= role <= SPAN or role >= ROW:
                if LINK <= role <= SPAN:
                    role = self.open_inline(node, role)
                    if role == SKIP:
                        node = node.next
                        continue
                child = node.first_child
                if role < ROW and child is not None and role_of(child.tag_id) == TEXT and child.next is None:
                    text = child.text_content or ""
                    if parts or self.in_pre or not text.isspace():
                        self.text(text)
                    self.seam = NO_SEAM
                    if role != INLINE:
                        self.close_inline(role)
                    node = node.next
                else:
                    stack.append((node, role))
                    node = child
            else:
                if role != SKIP:
                    self.leaf(node, role)
                node = node.next
        self.flush()

    def text(self, text: str) -> None:
        """A piece of text of the line."""
        if self.in_pre:
            self.preformatted(text)
            return
        parts = self.parts
        if self.seam == TOUCHING and parts and are_glued(parts[-1], text):
            parts.append(" ")
        parts.append(text)
        if self.href is not None:
            self.linked.append(text)

    def role_here(self, node: LexborNode, role: int) -> int:
        """What a button, a noscript, an unknown tag, or a block in a table is at this place."""
        if role == BUTTON:
            role = INLINE if self.is_heading() else SKIP if self.parts else BLOCK
        elif role == NOSCRIPT:
            if is_short(node, {}):
                self.pictures_again(node)
                return SKIP
            role = BLOCK
        elif role == CUSTOM:
            role = role_of_name(node.tag or "", INLINE if self.parts else BLOCK)
        if role < ROW:
            return role
        if self.in_cell:
            if self.parts:
                self.parts.append(" ")
            return SPACED
        if role == ROW:
            if self.parts or self.lines:
                self.flush()
            attributes = node.attributes
            self.opened.append(tag_of(node, attributes, named(attributes.get("class") or "")))
        elif role == CELL:
            if self.tables <= MAX_TABLES and _is_data(node):
                self.in_cell = True
            else:
                self.row()
                role = BLOCK
        return role

    def is_heading(self) -> bool:
        """Whether the innermost block is a heading."""
        return bool(self.opened) and ROLE_OF.get(self.opened[-1][NODE].tag_id) == HEADING

    def is_gone(self, node: LexborNode, attributes: Attributes, flags: int) -> bool:
        """Whether a marked block-level element is hidden and to be left out; else its marks are noted."""
        # What hides all of the page only waits for a script.
        if _is_hidden(attributes, flags) and not self.in_hidden and len(self.opened) > 1 and is_short(node, attributes):
            return True
        if flags & BYLINE or "itemprop" in attributes:
            self.candidate(node, attributes, flags)
        return False

    def is_hiding(self, attributes: Attributes, flags: int) -> bool:
        """Whether with this element a hidden part of the page begins."""
        if self.in_hidden or len(self.opened) < 2 or not _is_hidden(attributes, flags):
            return False
        self.in_hidden = self.has_hidden = True
        return True

    def open_special(self, node: LexborNode, role: int) -> bool:
        """At the beginning of a table, list, menu or of preformatted text; whether it has been read already."""
        if role == TABLE:
            self.tables += 1
        elif role == PRE:
            self.in_pre += 1
        else:
            self.in_lists += 1
            self.navs += role == NAV
            return self.in_lists <= MAX_MENUS and self.menu(node)
        return False

    def close_special(self, role: int) -> None:
        """At the end of a table, list, menu or of preformatted text."""
        if role == TABLE:
            self.tables -= 1
        elif role == PRE:
            self.in_pre -= 1
        else:
            self.in_lists -= 1
            self.navs -= role == NAV

    def menu(self, node: LexborNode) -> bool:
        """Read a list of nothing but short links as one line: a menu has a hundred items, and none is of the story."""
        text = node.text(separator="\n", skip_empty=True)
        if len(text) > MAX_MENU:
            return False
        items = [item for part in text.split("\n") if (item := part.strip())]
        if len(items) < MIN_ITEMS:
            return False
        items = [" ".join(item.split()) for item in items]
        text = "\t".join(items)
        if len(text) > MEAN_ITEM * len(items) or max(map(len, items)) > MAX_ITEM:
            return False
        n_links = len(items)
        if not self.navs:
            n_links = len(node.css("a"))
            if n_links * 5 < len(items) * 4:
                return False
        self.block((text, text, n_links, None, ()))
        return True

    def open_inline(self, node: LexborNode, role: int) -> int:
        """The role in which a link or span is to be entered: SKIP when hidden, BLOCK for a caption or credit."""
        attributes = node.attributes
        if attributes:
            value = attributes.get("class")
            said = named(value) if value else NOTHING_NAMED
            if said.hints or said.flags or not INLINE_WATCHED.isdisjoint(attributes):
                role = self.open_marked(node, role, attributes, said)
        if self.seam:
            self.seam = TOUCHING
        if role == LINK:
            self.hrefs.append(self.href)
            href = attributes.get("href")
            if href is not None:
                self.href = href
                self.starts.append((len(self.linked), href))
                self.n_links += 1
        return role

    def open_marked(self, node: LexborNode, role: int, attributes: Attributes, said: Named) -> int:
        """The same for a link or span whose attributes say something."""
        if (
            _is_hidden(attributes, said.flags)
            and not self.in_hidden
            and is_short(node, attributes)
            and (said.flags & HIDES or not is_drop_cap(node, attributes))
        ):
            return SKIP
        if said.flags & BYLINE or not PROPERTIES.isdisjoint(attributes):
            self.candidate(node, attributes, said.flags)
        if said.hints and not self.in_cell:
            if role == SPAN and said.flags & (CAPTION | CREDIT) and self.is_apart(said.flags):
                if self.parts or self.lines:
                    self.flush()
                self.opened.append(tag_of(node, attributes, said))
                return BLOCK
            if not self.parts:
                self.inner, self.inner_depth, self.inner_parts = said.hints, len(self.stack), 0
        return role

    def is_apart(self, flags: int) -> bool:
        """Whether a caption or credit in a span is a block of its own: it begins a line, or stands in a caption."""
        if self.is_heading() or self.href is not None:
            return False
        if not self.parts:
            return True
        return bool(flags & CREDIT) and any(
            entry[NODE].tag in ("figure", "figcaption") or entry[SAID].flags & CAPTION for entry in self.opened[-4:]
        )

    def close_inline(self, role: int) -> None:
        """At the end of a link or span; of what is a block elsewhere; of a row or cell of a table."""
        if role == CELL:
            self.in_cell = False
            self.cells.append(collapsed("".join(self.parts)))
            self.parts.clear()
            return
        if role == ROW:
            if self.parts or self.lines:
                self.flush()
            self.row()
            self.opened.pop()[BEHIND] = len(self.marks)
            return
        if role == LINK:
            self.href = self.hrefs.pop()
        elif role == SPACED and self.parts:
            self.parts.append(" ")
        self.seam = ENDED
        if len(self.stack) == self.inner_depth:
            self.inner_depth, self.inner_parts = -1, len(self.parts)

    def leaf(self, node: LexborNode, role: int) -> None:
        """What has no text of the page: line breaks, pictures, rules, metadata."""
        if role == META:
            attributes = node.attributes
            rel = attributes.get("rel")
            if "content" in attributes or (rel is None and "href" in attributes) or "canonical" in (rel or ""):
                self.found.metas.append(attributes)
        elif role == SCRIPT:
            if "ld+json" in (node.attributes.get("type") or ""):
                self.found.scripts.append(node.text())
        elif role == IMAGE:
            self.picture(node)
        elif role == SOURCE:
            if (around := node.parent) is not None and is_first_of_bare_picture(node, around):
                self.picture(node)
        elif role == BREAK:
            if not self.in_cell and not self.is_heading():
                self.end_line()
            elif self.parts:
                self.parts.append(" ")
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

    def line(self) -> Line | None:
        """The line that has been read, or None if it is empty; the next one begins."""
        parts, inner = self.parts, self.inner
        text = collapsed("".join(parts))
        self.seam = NO_SEAM
        if not self.n_links and not inner:
            parts.clear()
            return (text, "", 0, None, ()) if text else None
        linked = self.linked
        if inner and self.inner_depth < 0:
            self.inner = ()
            if "".join(parts[self.inner_parts :]).strip():
                inner = ()
        line = (
            (text, collapsed("".join(linked)) if linked else "", self.n_links, main_url(self.starts, linked), inner)
            if text
            else None
        )
        parts.clear()
        linked.clear()
        self.n_links, self.starts = (0, []) if self.href is None else (1, [(0, self.href)])
        self.inner_parts = 0
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
        pending: Line | None = None
        for following in (*self.lines, line):
            if pending is not None:
                if following is not None and is_wrapped(pending[0], following[0]):
                    pending = joined(pending, following)
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
        stray = collapsed("".join(self.parts)).strip() if self.parts else ""  # text outside of any cell
        cells = [c for c in self.cells if c]
        self.cells.clear()
        self.parts.extend(cells)
        if stray:
            cells.insert(0, stray)
        line = self.line()
        if line is not None and cells:
            self.block(("\t".join(cells), *line[1:]), is_row=len(cells) > 1)

    def block(self, line: Line, *, is_row: bool = False) -> None:
        """Add a block to the page, unless it has too many."""
        if len(self.marks) == MOST_BLOCKS:
            self.left_out += 1
            return
        number = self.opened[-1][NUMBER]
        if number < 0:
            number = self.element()
        self.marks.append((number, self.has_margin, is_row, line))
        self.has_margin = False

    def element(self) -> int:
        """The number of the innermost block-level element that is open."""
        opened, tags = self.opened, self.tags
        at = len(opened)
        while at and opened[at - 1][NUMBER] < 0:
            at -= 1
        number: int = opened[at - 1][NUMBER] if at else -1
        start = len(self.marks)
        for entry in opened[at:]:
            entry[AROUND], entry[FIRST] = number, start
            entry[NUMBER] = number = len(tags)
            tags.append(entry)
        return number

    def picture(self, node: LexborNode, *, is_again: bool = False) -> None:
        """Write down a picture, unless it is an icon."""
        attributes: Attributes = node.attributes
        if not is_icon(attributes):
            around = node.parent
            if around is not None and around.tag == "picture" and address(attributes) is None:
                attributes = with_source(attributes, [n.attributes for n in around.iter() if n.tag == "source"])
            if around is not None and CAPTION_DATA not in attributes and CAPTION_DATA in around.attributes:
                attributes = {**attributes, CAPTION_DATA: around.attributes[CAPTION_DATA]}
            at = len(self.marks) + bool(self.parts or self.lines)
            self.pictures.append(Picture(attributes, at, self.element(), "video" in (node.tag or ""), is_again))

    def pictures_again(self, node: LexborNode) -> None:
        """Write down the pictures for browsers without scripts: those that a script would load."""
        for inner in node.traverse():
            if ROLE_OF.get(inner.tag_id) == IMAGE and self.opened:
                self.picture(inner, is_again=True)

    def candidate(self, node: LexborNode, attributes: Attributes, flags: int) -> None:
        """Write down what may be metadata."""
        if len(self.found.candidates) < MAX_CANDIDATES:
            self.found.candidates.append(Candidate(node, attributes, bool(flags & BYLINE), len(self.marks)))


def is_first_of_bare_picture(node: LexborNode, around: LexborNode) -> bool:
    """Whether a `<source>` is the first in a `<picture>` that has no `<img>`: a script will bring that."""
    if around.tag != "picture" or around.css_first("img") is not None:
        return False
    return next((n for n in around.iter() if n.tag == "source"), node).mem_id == node.mem_id


def _is_data(node: LexborNode) -> bool:
    """Whether a cell of a table is data: short, with at most one block in it. Else it is a part of a layout."""
    text = node.text()
    if len(text) > MAX_CELL and (len(text) > 8 * MAX_CELL or len(" ".join(text.split())) > MAX_CELL):
        return False
    n_blocks = 0
    child = node.first_child
    while child is not None:
        role = ROLE_OF.get(child.tag_id, INLINE)
        n_blocks += role >= ROW
        if role > MARGIN or n_blocks > 1:
            return False
        child = child.next
    return True


def _is_hidden(attributes: Attributes, flags: int) -> bool:
    """Whether an element is hidden, by its class names, of which these are the flags, or by its own attributes."""
    return bool(flags & HIDES) or is_unseen(attributes, is_caption=bool(flags & (CAPTION | CREDIT)))
