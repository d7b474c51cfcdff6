"""A decoded text to a page of blocks, whatever its form."""

from __future__ import annotations

from html import unescape
from typing import Literal, get_args

from newsclean.page.page import Page, Preference, Rule
from newsclean.phrases.lexicon import Lexicon, lexicon
from newsclean.phrases.patterns import OwnPattern
from newsclean.read.form import form_of, is_escaped, is_json
from newsclean.read.html.html import read_html
from newsclean.read.limits import within_blocks, within_lines
from newsclean.read.markdown.markdown import address, read_markdown
from newsclean.read.rendered import Rendered
from newsclean.read.text.addressed import without_addresses
from newsclean.read.text.browsed import without_browser_marks
from newsclean.read.text.joined import without_joints
from newsclean.read.text.text import read_text
from newsclean.read.text.textform import is_markdown

Form = Literal["auto", "text", "html", "markdown"]
"""What a source is; `auto` looks."""
NESTED = 8  # times that Markdown is read which, read, is Markdown again: it had escaped what it says


def read(
    source: str,
    *,
    utf8: bytes | None = None,
    url: str | None = None,
    form: Form = "auto",
    words: Lexicon | None = None,
    rules: tuple[tuple[str, Rule], ...] = (),
    patterns: tuple[OwnPattern, ...] = (),
    prefer: Preference = "balance",
) -> Page:
    """The page of a decoded text, of whatever form: its blocks, with nothing measured yet.

    `words`, `rules`, `patterns` and `prefer` are what it is to be judged with: the phrases of all languages, unless
    others are given; the user's rules and patterns; what weighs more. `utf8` is the source in UTF-8, where that is at
    hand. Raises ValueError for a form or a preference that there is not.
    """
    for name, given, known in (("form", form, get_args(Form)), ("prefer", prefer, get_args(Preference))):
        if given not in known:
            raise ValueError(f"{name}: expected one of {', '.join(known)}; got {given!r}")
    words = lexicon() if words is None else words
    return _read(source, utf8, url, form, words)._replace(rules=rules, patterns=patterns, prefer=prefer)


def _read(source: str, utf8: bytes | None, url: str | None, form: Form, words: Lexicon) -> Page:
    if form == "html" or (form == "auto" and form_of(source) == "html"):
        return _page(read_html(source if utf8 is None else utf8, url=url), "html", words)
    if form == "auto" and is_escaped(source):
        return _page(read_html(unescape(source), url=url), "html", words)
    source, warnings = within_lines(source)
    if form == "auto" and is_json(source):
        warnings = (*warnings, "this is JSON, not a page: give the field that holds one")
    if form == "markdown":
        page = _page(read_markdown(without_addresses(source)), "markdown", words)
        return page._replace(address=address(source), warnings=warnings)
    page = Page(without_addresses(without_browser_marks(source)), "text", (), words, warnings=warnings)
    for _ in range(NESTED if form == "auto" else 0):
        if not is_markdown(page.source):
            break
        at = page.address or address(page.source)
        page = _page(read_markdown(page.source), "markdown", words)._replace(address=at, warnings=warnings)
    if page.form == "markdown":
        return page
    source = without_joints(page.source)
    return within_blocks(page._replace(source=source, blocks=read_text(source, words)))


def _page(rendered: Rendered, form: Literal["html", "markdown"], words: Lexicon) -> Page:
    text, blocks, links, figures, html, warnings = rendered
    return Page(
        text,
        form,
        blocks,
        words,
        warnings=warnings,
        html=html if form == "html" else None,
        links=links,
        figures=figures,
    )
