"""Pages that show no story because a script would fetch it: the story that their data holds."""

from __future__ import annotations

import html
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import NamedTuple

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Block, Finding, is_own
from newsclean.page.markup import NO_LINKS, Markup
from newsclean.page.page import Page
from newsclean.read.form import form_of

SHORTEST = 500  # characters: less is a description
SHOWN = 0.25  # of the data's story: a page that shows so much of it is taken as it is (all 103 such pages do)
NOTHING_SAID = Markup("script", 0, 0, (), 0)
RULE = "story.data"
LITTLE_SHOWN = 300  # characters of a story: a page that shows fewer may hold it in a script
PARAGRAPHS = 3  # that a string in a script has at least, if it is a story
STRINGS = JSONDecoder(strict=False)
LEVELS = 2  # strings inside of strings


class UnshownStory(NamedTuple):
    text: str  # or HTML
    where: str  # it stands: the name of a part of the page's data


def unshown_story(page: Page, source: str) -> UnshownStory | None:
    """The story that a page's data holds, if the page shows next to none of it.

    The data is its JSON-LD, else the longest HTML in a string of its scripts, as pages have it that a script builds.

    Args:
        page: an HTML page whose blocks have their kinds; of other forms None is the answer.
        source: the page's HTML.
    """
    if page.html is None:
        return None
    body = (page.html.meta.article_body or "").strip()
    story = sum([len(b.core) for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS])
    where = "JSON-LD"
    if len(body) < SHORTEST and story < LITTLE_SHOWN:
        body, where = _in_scripts(source), "scripts"
    if len(body) < SHORTEST or story >= SHOWN * len(body):
        return None
    return UnshownStory(body if form_of(body) == "html" else html.unescape(body), where)


def with_story(page: Page, story: UnshownStory, data: Page) -> Page:
    """The page with the story of its data behind what it shows; `data` is that story as a page with its kinds."""
    n, offset = len(page.blocks), len(page.source) + 2
    kinds = [k if k.kind not in TEXT_KINDS or is_own(k) else Finding("repeat", "", "hint", RULE) for k in page.kinds]
    n_more = len(data.blocks)
    return page._replace(
        source=f"{page.source}\n\n{data.source}",
        blocks=(*page.blocks, *[_moved(b, n, offset) for b in data.blocks]),
        findings=(*page.findings, *data.findings),
        witnesses=(*page.witnesses, *data.witnesses),
        chances=(*page.chances, *data.chances),
        kinds=(*kinds, *data.kinds),
        html=page.html and page.html._replace(markup=(*page.html.markup, *[NOTHING_SAID] * n_more)),
        links=(*page.links, *[NO_LINKS] * n_more),
        given_up=page.given_up | data.given_up,
        warnings=(*page.warnings, *data.warnings, f"the page shows no story: this one is from its {story.where}"),
    )


def _in_scripts(source: str) -> str:
    """The longest HTML of some paragraphs in a string of a page's scripts, the innermost such string, or ""."""
    scripts = []
    at = source.find("<script")
    while at >= 0:
        end = source.find("</script", at)
        scripts.append(source[at : end if end >= 0 else len(source)])
        at = source.find("<script", end) if end >= 0 else -1
    texts = scripts
    best = ""
    for _ in range(LEVELS):
        found = [s for text in texts for s in _strings(text)]
        best = max([s for s in found if s.count("<p") >= PARAGRAPHS], key=len, default=best)
        texts = ["".join(found)]  # what a script hands over in pieces
    return best


def _strings(text: str) -> Iterator[str]:
    """The strings of a script that may hold HTML, or a piece of it."""
    at = text.find('"')
    while at >= 0:
        try:
            value, end = STRINGS.raw_decode(text, at)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                return
            value, end = "", at + 1
        if len(value) >= SHORTEST:
            yield value
        at = text.find('"', end)


def _moved(b: Block, n: int, offset: int) -> Block:
    return b._replace(
        number=b.number + n,
        start=b.start + offset,
        end=b.end + offset,
        cuts=tuple([c._replace(start=c.start + offset, end=c.end + offset) for c in b.cuts]),
        twin=b.twin + n if b.twin >= 0 else -1,
        echo=b.echo + n if b.echo >= 0 else -1,
    )
