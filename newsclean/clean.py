"""From what a scraper wrote to an Article: the steps, in order. Read this first."""

from __future__ import annotations

from newsclean.article import Article
from newsclean.assemble import assemble
from newsclean.judge import judge
from newsclean.lexicon import lexicon
from newsclean.measure import measure
from newsclean.page import Page
from newsclean.read.decode import decode
from newsclean.read.read import read
from newsclean.settle import settle
from newsclean.trim import trim


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
    words = lexicon()
    page = read(source)._replace(warnings=warnings)
    return judge(measure(trim(page, words), words))
