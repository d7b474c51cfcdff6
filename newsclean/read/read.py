"""A decoded text to a page of blocks, whatever its form."""

from __future__ import annotations

from newsclean.page import Page
from newsclean.read.markdown import read_markdown
from newsclean.read.text import read_text
from newsclean.read.textform import is_markdown

NESTED = 8  # times that Markdown is read which, read, is Markdown again: it had escaped what it says


def read(source: str) -> Page:
    """The page of a decoded text, of whatever form: its blocks, with nothing measured yet."""
    page = Page(source, "text", ())
    for _ in range(NESTED):
        if not is_markdown(page.source):
            break
        source, blocks, links = read_markdown(page.source)
        page = Page(source, "markdown", blocks, links=links)
    return page if page.form == "markdown" else page._replace(blocks=read_text(source))
