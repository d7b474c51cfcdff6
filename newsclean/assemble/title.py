"""The headline: as the page's data have it, or as it is printed, without what stands before it."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.article.kinds import TEXT_KINDS
from newsclean.measure.headline_lines import has_slug
from newsclean.page.metadata import parts_of_title
from newsclean.page.page import Page
from newsclean.phrases.language_words import one_of
from newsclean.read.meta.titles import SEPARATOR, names_site, plain

MARK = re.compile(r"\A(?:#{1,6}|[*•]) (?=\S)")  # of a heading or an entry
FIELD = re.compile(r"\w[\w -]{0,20}[:：]\s?\S")  # of what stands over a text: “Author: Jo Doe”
HEADLINE_BLANKS, SITE_BLANKS = 2, 4  # of a headline before the site's name, at least; of that, at most
SAID_AGAIN = frozenset(("title", "title_repeat", "related", "caption", "slug"))  # kinds of lines that may say a title
FIELDS = 3  # lines under the headline, one of which has its label too


def title_of(page: Page) -> str | None:
    """The headline as the page's data have it, or where they have more in their title than the page prints, as printed.

    “News - Sea wall to be raised” over “Sea wall to be raised”.
    """
    printed, said = _printed_title(page), page.html and page.html.meta.title
    if said and printed and printed in parts_of_title(said):
        return printed
    if printed and page.html and names_site(printed, [plain(page.html.meta.site_name or "")]):
        return said
    return said or printed


def _printed_title(page: Page) -> str | None:
    """The headline, without the mark of a heading or an entry that a text which is no Markdown may have before it.

    Where it is the title of the window, a dump's first line, without the name of the site behind it.
    """
    if page.title < 0 or page.kinds[page.title].kind != "title":
        return None
    title = MARK.sub("", page.blocks[page.title].core)
    label = None if page.html else _title_label().match(title)
    if label and any(FIELD.match(b.core) for b in page.blocks[page.title + 1 : page.title + 1 + FIELDS]):
        return title[label.end() :]
    if page.title or page.html or has_slug(page.blocks[0], page.blocks):
        return title  # no title of a window
    return _without_site(title, page)


def _without_site(title: str, page: Page) -> str:
    """A title without the name behind its last bar or dash, if a line that is not of the story says that, too."""
    ends = list(SEPARATOR.finditer(title))
    if not ends or title[: ends[-1].start()].count(" ") < HEADLINE_BLANKS:
        return title
    name = title[ends[-1].end() :]
    if not name or name.count(" ") > SITE_BLANKS or (name[0].islower() and "." not in name):
        return title
    site = name.casefold()
    others = zip(page.blocks[1:], page.kinds[1:], strict=True)
    is_named = any(
        site in b.core.casefold() for b, k in others if k.kind not in TEXT_KINDS and k.kind not in SAID_AGAIN
    )
    return title[: ends[-1].start()] if is_named else title


@lru_cache(maxsize=1)
def _title_label() -> re.Pattern[str]:
    return re.compile(rf"{one_of('title_label')}\s?[:：]\s?(?=\S)", re.IGNORECASE)
