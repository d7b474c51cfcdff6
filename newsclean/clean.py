"""From what a scraper wrote to an Article: the steps, in order. Read this first."""

from __future__ import annotations

from newsclean.article import Article
from newsclean.assemble import assemble
from newsclean.judge import judge
from newsclean.lexicon import lexicon
from newsclean.measure import measure
from newsclean.page import Page
from newsclean.read.decode import decode
from newsclean.read.markdown import read_markdown
from newsclean.read.text import read_text
from newsclean.read.textform import is_markdown
from newsclean.settle import settle
from newsclean.trim import trim

NESTED = 8  # times that Markdown is read which, read, is Markdown again: it had escaped what it says


def clean_article(raw: str | bytes, *, url: str | None = None) -> Article:
    """The story on one news page, and everything else that stood on it put where it belongs.

    Args:
        raw: the text that a scraper wrote for the page. Bytes are read by their byte order mark, else as UTF-8,
            else as Windows-1252.
        url: the page's address, for `Article.url`.

    Returns:
        The Article. Whatever the content, there is one: an empty page gives an empty Article with a warning.

    Raises:
        TypeError: `raw` is neither str nor bytes.
    """
    return assemble(settle(measured(raw)), url=url)


def measured(raw: str | bytes) -> Page:
    """The page as it stands before it is decided what is what: blocks, their features, the findings of all rules."""
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw: expected str or bytes, got {type(raw).__name__}")
    source, warnings = decode(raw)
    return judged(read(source)._replace(warnings=warnings))


def read(source: str) -> Page:
    """The page of a decoded text, of whatever form: its blocks, with nothing measured yet."""
    page = Page(source, "text", ())
    for _ in range(NESTED):
        if not is_markdown(page.source):
            break
        source, blocks, links = read_markdown(page.source)
        page = Page(source, "markdown", blocks, links=links)
    return page if page.form == "markdown" else page._replace(blocks=read_text(source))


def judged(page: Page) -> Page:
    """The page with all that can be found on it before anything is decided."""
    words = lexicon()
    return judge(measure(trim(page, words), words))
