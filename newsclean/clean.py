"""From what a scraper wrote to an Article: the steps, in order. Read this first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from newsclean.article.article import Article
from newsclean.assemble.assemble import assemble
from newsclean.judge import judge
from newsclean.measure.measure import measure
from newsclean.page.page import Page
from newsclean.phrases.lexicon import Lexicon, lexicon, lexicon_with
from newsclean.read.decode import decode
from newsclean.read.read import Form, read
from newsclean.rulebook import Rulebook, asked
from newsclean.settle.settle import settle
from newsclean.settle.unshown import with_story_of_data
from newsclean.trim import trim


def clean_article(
    raw: str | bytes,
    *,
    url: str | None = None,
    form: Form = "auto",
    languages: Iterable[str] | None = None,
    rules: Rulebook | None = None,
) -> Article:
    """The story on one news page, and everything else that stood on it put where it belongs.

    Args:
        raw: the HTML of the page, or the text that a scraper wrote for it. Bytes are read by their byte order mark,
            else as UTF-8, else as they declare or look like, with a warning where that is a guess.
        url: the page's address, for `Article.url` and to make addresses on the page absolute.
        form: what `raw` is: html, markdown, text, or auto, to look.
        languages: the codes of those whose phrases count, such as `["en", "de"]`; by default all count.
        rules: phrases and rules of your own, asked beside ours.

    Returns:
        The Article. Whatever the content, there is one: an empty page gives an empty Article with a warning.

    Raises:
        TypeError: `raw` is neither str nor bytes, `languages` is one string, or `rules` no Rulebook; or one of its
            rules gives something else than a Finding.
        ValueError: `form` is none of the known ones, there are no phrases for one of `languages`, or a rule of `rules`
            gives a finding of a kind that there is not.
    """
    languages = None if languages is None else _codes(languages)
    page = settle(measured(raw, url=url, form=form, languages=languages, rules=rules))
    if page.html is not None:
        page = with_story_of_data(
            page,
            page.html,
            lambda text, its_form: settle(measured(text, form=its_form, languages=languages, rules=rules)),
            lambda: decode(raw).text,
        )
    return assemble(page, url=url)


def measured(
    raw: str | bytes,
    *,
    url: str | None = None,
    form: Form = "auto",
    languages: frozenset[str] | None = None,
    rules: Rulebook | None = None,
) -> Page:
    """The page as it stands before it is decided what is what: blocks, their features, the findings of all rules."""
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw: expected str or bytes, got {type(raw).__name__}")
    if form not in get_args(Form):
        raise ValueError(f"form: expected one of {', '.join(get_args(Form))}; got {form!r}")
    words = _words(languages, rules)
    source, warnings = decode(raw)
    page = read(source, url=url, form=form, words=words)
    page = page._replace(warnings=(*warnings, *page.warnings), rules=() if rules is None else asked(rules))
    return judge(measure(trim(page)))


def _codes(languages: Iterable[str]) -> frozenset[str]:
    if isinstance(languages, str):
        raise TypeError(f"languages: expected codes such as ['en', 'de'], got the string {languages!r}")
    return frozenset(languages)


def _words(languages: frozenset[str] | None, rules: Rulebook | None) -> Lexicon:
    """The phrases that count. Each choice is compiled once."""
    if rules is None:
        return lexicon(languages)
    if not isinstance(rules, Rulebook):
        raise TypeError(f"rules: expected a Rulebook, got {type(rules).__name__}")
    return lexicon_with(rules.cues, languages) if rules.cues else lexicon(languages)
