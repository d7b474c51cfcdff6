"""From what a scraper wrote to an Article: the steps, in order. Read this first."""

from __future__ import annotations

from typing import get_args

from newsclean.article import Article
from newsclean.assemble import assemble
from newsclean.judge import judge
from newsclean.lexicon import lexicon
from newsclean.measure import measure
from newsclean.page import Page
from newsclean.read.decode import decode
from newsclean.read.read import Form, read
from newsclean.scripted import with_story_of_data
from newsclean.settle import settle
from newsclean.trim import trim


def clean_article(raw: str | bytes, *, url: str | None = None, form: Form = "auto") -> Article:
    """The story on one news page, and everything else that stood on it put where it belongs.

    Args:
        raw: the HTML of the page, or the text that a scraper wrote for it. Bytes are read by their byte order mark,
            else as UTF-8, else as they declare or look like, with a warning where that is a guess.
        url: the page's address, for `Article.url` and to make addresses on the page absolute.
        form: what `raw` is: html, text, or auto, to look.

    Returns:
        The Article. Whatever the content, there is one: an empty page gives an empty Article with a warning.

    Raises:
        TypeError: `raw` is neither str nor bytes.
        ValueError: `form` is none of the known ones.
    """
    page = settle(measured(raw, url=url, form=form))
    if page.html is not None:
        page = with_story_of_data(page, page.html, lambda text: settle(measured(text, form="text")))
    return assemble(page, url=url)


def measured(raw: str | bytes, *, url: str | None = None, form: Form = "auto") -> Page:
    """The page as it stands before it is decided what is what: blocks, their features, the findings of all rules."""
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw: expected str or bytes, got {type(raw).__name__}")
    if form not in get_args(Form):
        raise ValueError(f"form: expected one of {', '.join(get_args(Form))}; got {form!r}")
    source, warnings = decode(raw)
    words = lexicon()
    page = read(source, url=url, form=form)
    page = page._replace(warnings=(*warnings, *page.warnings))
    return judge(measure(trim(page, words), words))
