"""The walk over the tree of an HTML page: lines as a reader sees them, and what is seen on the way.

No recursion, no step back: time grows with the size of the page. A block ends where a block-level element begins or
ends, and at `<br>`.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from newsclean.read.html.blocks import ENDED, TOUCHING, Blocks
from newsclean.read.html.cells import is_data
from newsclean.read.html.elements import BEHIND, IS_HIDDEN, NODE, NUMBER, SAID, Attributes, tag_of
from newsclean.read.html.found import Candidate, Found
from newsclean.read.html.hidden import is_drop_cap, is_hidden, is_short
from newsclean.read.html.hints import BYLINE, CAPTION, CREDIT, HIDES, NAMED, NOTHING_NAMED, Named
from newsclean.read.html.line import collapsed, goes_on
from newsclean.read.html.menus import menu
from newsclean.read.html.pictures import Picture, is_first_of_bare_picture, is_icon, told_around
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

MAX_TABLES = 4  # tables inside each other that may hold data: more are a layout
MAX_MENUS = 3  # lists inside each other that may be menus
PARAGRAPHS = 3  # in a noscript: a piece of the story that a script would bring
MAX_CANDIDATES = 300  # marked names, dates and other properties that are kept for the metadata
WATCHED = frozenset(("hidden", "aria-hidden", "style", "itemprop"))
PROPERTIES = frozenset(("itemprop", "datetime", "rel"))
INLINE_WATCHED = WATCHED | PROPERTIES
# Of a block-level element that is marked: it is shown, shown as hidden prose, left out.
SHOWN, HIDDEN, GONE = range(3)


class Layout(Blocks):
    """The page while it is being laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[LexborNode, int]] = []  # the elements around the place, with what they are
        self.in_cell = self.in_hidden = False
        self.tables = self.in_lists = self.navs = 0  # how many of the opened are such
        self.hrefs: list[str | None] = []  # addresses of the links around the link that is open
        self.has_hidden = False  # some of the page is hidden
        self.pictures: list[Picture] = []
        self.found = Found([], [], [], [])

    def walk(self, root: LexborNode) -> None:
        """All nodes under `root`, in order; an element is closed when its children are read.

        What most nodes need stands here and not in functions: it runs 2,000 times a page. Most elements hold nothing,
        or one piece of text: these are not opened and closed, but read at once. Blanks that no line has begun before,
        which more than a third of all nodes are, say nothing.
        """
        stack, opened, parts, lines, marks = self.stack, self.opened, self.parts, self.lines, self.marks
        role_of = ROLE_OF.get
        node: LexborNode | None = root
        while True:
            while node is not None:
                role = role_of(node.tag_id, CUSTOM)
                if role == TEXT:
                    text = node.text_content or ""
                    if parts or not text.isspace() or self.in_pre:
                        self.text(text)
                    node = node.next
                    continue
                if role >= BUTTON and (role < BLOCK or self.in_cell):
                    role = self.role_here(node, role)
                if role >= BLOCK:
                    if parts or lines:
                        self.flush()
                    attributes = node.attributes
                    said = NOTHING_NAMED
                    seen = SHOWN
                    if attributes:
                        if value := attributes.get("class"):
                            said = NAMED[value]
                        if said[1] or not WATCHED.isdisjoint(attributes):
                            seen = self.seen(node, attributes, said.flags)
                            if seen == GONE:
                                node = node.next
                                continue
                    if role > BLOCK:
                        self.has_margin = True
                    child = node.first_child
                    if role < TABLE and seen == SHOWN:
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
                                self.opened.append(tag_of(node, attributes, said))
                                self.block((text, "", 0, None, ()))
                                self.close()
                                self.has_margin = role > BLOCK
                            node = node.next
                            continue
                    opened.append([node, attributes, said, seen == HIDDEN, -1, -1, 0, 0])
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
                        if parts or not text.isspace() or self.in_pre:
                            self.text(text)
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
                tag = opened.pop()
                if tag[NUMBER] >= 0:
                    tag[BEHIND] = len(marks)
                if tag[IS_HIDDEN]:
                    self.in_hidden = False
            elif role != INLINE:
                self.close_inline(role)
            node = node.next
        self.flush()

    def role_here(self, node: LexborNode, role: int) -> int:
        """What a button, a noscript, an unknown tag, or a block in a table is at this place."""
        if role == BUTTON:
            role = INLINE if self.is_heading() or self.is_word(node) else SKIP if self.parts else BLOCK
        elif role == NOSCRIPT:
            if is_short(node, {}) and len(node.css("p")) < PARAGRAPHS:
                self.pictures_again(node)
                return SKIP
            role = BLOCK
        elif role == CUSTOM:
            role = role_of_name(node.tag or "", INLINE if self.parts or self.is_word(node) else BLOCK)
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
            self.opened.append(tag_of(node, attributes, NAMED[attributes.get("class") or ""]))
        elif role == CELL:
            if self.tables <= MAX_TABLES and is_data(node):
                self.in_cell = True
            else:
                self.row()
                role = BLOCK
        return role

    def is_word(self, node: LexborNode) -> bool:
        """Whether a button or an unknown tag is a word of a sentence: it tells what that means."""
        if not self.parts:
            return bool(self.opened) and self.opened[-1][NODE].tag == "p" and goes_on("", node)
        before = "".join(self.parts[-2:]).rstrip()
        return bool(before) and goes_on(before, node)

    def is_heading(self) -> bool:
        """Whether the innermost block is a heading."""
        return bool(self.opened) and ROLE_OF.get(self.opened[-1][NODE].tag_id) == HEADING

    def seen(self, node: LexborNode, attributes: Attributes, flags: int) -> int:
        """Whether a marked block-level element is shown, as hidden prose or not, or left out; its marks are noted."""
        seen = SHOWN
        # What hides all of the page only waits for a script.
        if len(self.opened) > 1 and not self.in_hidden and is_hidden(attributes, flags):
            if is_short(node, attributes):
                return GONE
            seen = HIDDEN
            self.in_hidden = self.has_hidden = True
        if flags & BYLINE or "itemprop" in attributes:
            self.candidate(node, attributes, flags)
        return seen

    def open_special(self, node: LexborNode, role: int) -> bool:
        """At the beginning of a table, list, menu or of preformatted text; whether it has been read already."""
        if role == TABLE:
            self.tables += 1
        elif role == PRE:
            self.in_pre += 1
        else:
            self.in_lists += 1
            self.navs += role == NAV
            line = menu(node, in_nav=self.navs > 0) if self.in_lists <= MAX_MENUS else None
            if line is not None:
                self.block(line)
                return True
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

    def open_inline(self, node: LexborNode, role: int) -> int:
        """The role in which a link or span is to be entered: SKIP when hidden, BLOCK for a caption or credit."""
        attributes = node.attributes
        if attributes:
            value = attributes.get("class")
            said = NAMED[value] if value else NOTHING_NAMED
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
            is_hidden(attributes, said.flags)
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
            self.close()
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
            if is_first_of_bare_picture(node):
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

    def picture(self, node: LexborNode, *, is_again: bool = False) -> None:
        """Write down a picture, unless it is an icon."""
        attributes: Attributes = node.attributes
        if not is_icon(attributes):
            attributes = told_around(node, attributes)
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
