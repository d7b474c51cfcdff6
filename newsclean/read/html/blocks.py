"""The blocks of a page while they are being read: the line, the table's row, and the elements around them.

White space collapses as in browsers; soft hyphens go. Inline tags never break a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.markup import Hint
from newsclean.read.html.elements import AROUND, BEHIND, FIRST, NUMBER, Line, Mark, Tag
from newsclean.read.html.line import are_glued, collapsed, is_wrapped, joined
from newsclean.read.limits import MOST_BLOCKS

# Of the place in a line: just after an inline element; where there another began, so that words may be glued.
NO_SEAM, ENDED, TOUCHING = range(3)


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


class Blocks:
    """What of a page has been read, and the line that is being read."""

    def __init__(self) -> None:
        self.opened: list[Tag] = []  # the block-level elements around the place
        self.in_pre = 0  # how many of these are preformatted
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
        self.left_out = 0  # blocks behind the last that is read
        self.tags: list[Tag] = []  # the elements in which something was seen
        self.marks: list[Mark] = []  # the blocks

    def text(self, text: str) -> None:
        """A piece of text of the line."""
        if self.in_pre:
            self.preformatted(text)
        else:
            parts = self.parts
            if self.seam == TOUCHING and parts and are_glued(parts[-1], text):
                parts.append(" ")
            parts.append(text)
            if self.href is not None:
                self.linked.append(text)
        self.seam = NO_SEAM

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

    def close(self) -> None:
        """At the end of the innermost block-level element."""
        tag = self.opened.pop()
        if tag[NUMBER] >= 0:
            tag[BEHIND] = len(self.marks)

    def element(self) -> int:
        """The number of the innermost block-level element that is open: in it something is seen."""
        opened, tags = self.opened, self.tags
        at = len(opened)
        while at and opened[at - 1][NUMBER] < 0:
            at -= 1
        number: int = opened[at - 1][NUMBER] if at else -1
        start = len(self.marks)
        for tag in opened[at:]:
            tag[AROUND], tag[FIRST] = number, start
            tag[NUMBER] = number = len(tags)
            tags.append(tag)
        return number
