"""What a form with marks comes to when it is rendered."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.page.block import Block
from newsclean.page.markup import NO_HTML, FigureMark, Html, Links


class Rendered(NamedTuple):
    """A page as a reader sees it, laid out."""

    text: str  # one block a line; block.text == text[block.start : block.end]
    blocks: tuple[Block, ...]
    links: tuple[Links, ...]  # one for each block
    figures: tuple[FigureMark, ...]
    html: Html = NO_HTML
    warnings: tuple[str, ...] = ()
