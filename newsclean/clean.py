"""From what a scraper wrote to an Article: the steps, in order. Read this first."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.article.article import Article
from newsclean.assemble.assemble import assemble
from newsclean.judge import judge
from newsclean.measure.measure import measure
from newsclean.page.page import Page, Preference
from newsclean.read.decode import decode
from newsclean.read.read import Form, read
from newsclean.rulebook import Rulebook, patterns_of, phrases_of, rules_of
from newsclean.settle.again import MOST_LOOKS, agreed, remainder
from newsclean.settle.outside import name_blocks
from newsclean.settle.settle import settle
from newsclean.settle.unshown import unshown_story, with_story
from newsclean.site import SiteProfile, site_of
from newsclean.trim import trim


def clean_article(
    raw: str | bytes,
    *,
    url: str | None = None,
    form: Form = "auto",
    languages: Iterable[str] | None = None,
    rules: Rulebook | None = None,
    prefer: Preference = "balance",
    profile: SiteProfile | None = None,
) -> Article:
    """The story on one news page, and everything else that stood on it put where it belongs.

    Args:
        raw: the HTML of the page, or the text that a scraper wrote for it. Bytes are read by their byte order mark,
            else as UTF-8, else as they declare or look like, with a warning where that is a guess.
        url: the page's address, for `Article.url` and to make addresses on the page absolute.
        form: what `raw` is: html, markdown, text, or auto, to look.
        languages: the codes of those whose phrases count, such as `["en", "de"]`; by default all count.
        rules: phrases, patterns and rules of your own, asked beside ours.
        prefer: what weighs more where a line may be of the story or not: "recall" keeps it, "precision" takes it out
            (figures: docs/confidence.md).
        profile: what recurs on the pages of sites. That of the host of `url` counts; without `url`, its only one.

    Returns:
        The Article. There is one whatever the content; of an empty page it is empty, with a warning.
        Of a page of more than 10 million characters, or 20,000 lines or blocks, the first are read, with a warning.

    Raises:
        TypeError: `raw` is neither str nor bytes, `languages` is one string, or `rules` no Rulebook; or one of its
            rules gives something else than a Finding.
        ValueError: `form` or `prefer` is none of the known ones, there are no phrases for one of `languages`, or a rule
            of `rules` gives a finding of a kind that there is not; or `profile` is of many sites
            and `url` is left out.
    """
    words = phrases_of(rules, languages)
    site = site_of(profile, url)
    source, warnings, utf8 = decode(raw)
    page = read(
        source,
        utf8=utf8,
        url=url,
        form=form,
        words=words,
        rules=rules_of(rules),
        patterns=patterns_of(rules),
        prefer=prefer,
    )._replace(site=site)
    page = name_blocks(settled(page))
    if story := unshown_story(page, source):
        data = read(story.text, words=words, rules=page.rules, patterns=page.patterns, prefer=prefer)
        data = data._replace(site=site)
        page = with_story(page, story, name_blocks(settled(data)))
    return assemble(page, url=url, warnings=warnings)


def settled(page: Page) -> Page:
    """The page of which it is decided what stays: what does is looked at again until nothing more is taken off it."""
    page = settle(judged(page))
    for look in range(MOST_LOOKS):
        rest = remainder(page, look)
        if not rest:
            break
        rest = settle(judged(rest))
        less = agreed(page, rest, look)
        if not less:
            return page._replace(given_up=rest.given_up)
        page = less if less.findings else judged(less)
    return page


def judged(page: Page) -> Page:
    """The page as it stands before it is decided what is what: its blocks, what they show, what the rules find."""
    return judge(measure(trim(page)))
