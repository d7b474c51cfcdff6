"""Pages that show no story because a script would fetch it: the story that their data holds."""

from __future__ import annotations

import html
from collections.abc import Callable

from newsclean.article import TEXT_KINDS
from newsclean.page import Block, Finding, Page
from newsclean.read.elements import Markup
from newsclean.read.form import form_of
from newsclean.read.html import HtmlPage, read_html

SHORTEST = 500  # characters: less is a description
SHOWN = 0.25  # of the data's story: a page that shows so much of it is taken as it is (all 103 such pages do)
NOTHING_SAID = Markup("script", 0, 0, (), 0, 0.0, 0, None, "")
RULE = "story.data"


def with_story_of_data(page: Page, shown: HtmlPage, settled: Callable[[str], Page]) -> Page:
    """The page with the story that its JSON-LD holds behind what it shows, if it shows next to none of that.

    Args:
        page: a settled page.
        shown: its markup.
        settled: the steps up to the settled page for a raw text, so that the same rules clean it.
    """
    body = (shown.meta.article_body or "").strip()
    if len(body) < SHORTEST:
        return page
    story = sum([len(b.core) for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS])
    if story >= SHOWN * len(body):
        return page
    text = read_html(body).text if form_of(body) == "html" else html.unescape(body)
    data = settled(text)
    n, offset = len(page.blocks), len(page.source) + 2
    kinds = [k if k.kind not in TEXT_KINDS else Finding("repeat", "", "hint", RULE) for k in page.kinds]
    markup = (*shown.markup, *[NOTHING_SAID] * len(data.blocks))
    return page._replace(
        source=f"{page.source}\n\n{data.source}",
        blocks=(*page.blocks, *[_moved(b, n, offset) for b in data.blocks]),
        findings=(*page.findings, *data.findings),
        kinds=(*kinds, *data.kinds),
        html=shown._replace(markup=markup),
        warnings=(*page.warnings, "the page shows no story: this one is from its JSON-LD"),
    )


def _moved(b: Block, n: int, offset: int) -> Block:
    return b._replace(
        number=b.number + n,
        start=b.start + offset,
        end=b.end + offset,
        cuts=tuple([c._replace(start=c.start + offset, end=c.end + offset) for c in b.cuts]),
        twin=b.twin + n if b.twin >= 0 else -1,
        echo=b.echo + n if b.echo >= 0 else -1,
    )
