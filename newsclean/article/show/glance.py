"""The article at a glance: headline, notices, story with its figures, related stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from newsclean.article.parts import Figure, Paragraph, RelatedStory
from newsclean.article.runs import runs, without_bullet
from newsclean.article.show.markup import direction, element, escaped, isolated, language, link, web_address, words
from newsclean.article.show.shown import Shown

AFTER_HOST = re.compile(r"[/?#]")
PAGE_TYPES = {
    "live": "Live blog", "gallery": "Gallery", "video": "Video", "listing": "List of stories", "stub": "No story",
    "empty": "Empty page",
}  # fmt: skip
UNFOLDED = 12  # paragraphs and related stories that are shown at once: about what a screen holds
MOST_FOLDED = 4  # what is longer by no more than these is not folded


def glance(article: Shown, top: int, most: int | None) -> str:
    """The article as a reader sees it; `top` is the level of its headline: 1 on a page of its own, 3 in a notebook.

    `most` is how many paragraphs and related stories are shown at most.
    """
    parts = [*_head(article, top), *_notices(article), _story(article, top + 1, most), *_related(article.related, most)]
    side = direction(article.text or article.title or "")
    return element("div", "article", "".join(parts), f' dir="{side}"{language(article.language)}')


def _head(article: Shown, top: int) -> Iterator[str]:
    if article.kicker:
        yield words("p", "kicker", article.kicker)
    if article.title:
        yield words(f"h{top}", "title", article.title)
    else:
        yield element(f"h{top}", "title nc-none", "Without a title", ' lang="en"')
    if article.description:
        yield words("p", "standfirst", article.description)
    if facts := [*_facts(article)]:
        yield element("p", "facts", " · ".join(facts), ' lang="en"')


def _facts(article: Shown) -> Iterator[str]:
    if byline := article.byline or ", ".join(article.authors):
        yield f"<b>{isolated(byline)}</b>"
    if article.date_published:
        yield _time(article.date_published)
    if article.date_modified:
        yield f"<bdi>changed {_time(article.date_modified)}</bdi>"
    yield from (isolated(f) for f in (article.dateline, article.agency, article.section) if f)
    if article.reading_minutes is not None:
        yield f"<bdi>{article.reading_minutes} min</bdi>"
    if article.site_name or web_address(article.url):
        yield link(article.url, isolated(article.site_name or _host(str(article.url))))
    if article.paragraphs:
        yield f"<bdi>confidence {article.confidence:.0%}</bdi>"


def _host(address: str) -> str:
    """The host of a web address, as it is written. `urlsplit` raises for such as no page can be fetched from."""
    return AFTER_HOST.split(address, maxsplit=3)[2]


def _time(date: datetime) -> str:
    """A date as people read it in any language; without the time of day where it has none."""
    is_day = date.tzinfo is None and (date.hour, date.minute, date.second) == (0, 0, 0)
    shown = f"{date:%d %b %Y}".lstrip("0") if is_day else f"{date:%d %b %Y, %H:%M %Z}".lstrip("0").rstrip()
    return f'<bdi><time datetime="{escaped(date.isoformat())}">{escaped(shown)}</time></bdi>'


def _notices(article: Shown) -> Iterator[str]:
    """What a careful reader should know: what kind of page it is, if no article; that it is cut off; warnings."""
    told = []
    if article.page_type != "article":
        told.append((PAGE_TYPES[article.page_type], article.page_type_reason))
    if article.is_truncated:
        told.append(("Cut off", article.truncated_reason))
    told += [("Warning", warning) for warning in article.warnings]
    if told:
        rows = "".join(f"<li><b>{label}</b> {isolated(why)}</li>" for label, why in told)
        yield element("ul", "notices", rows, ' lang="en" dir="ltr"')


def _story(article: Shown, level: int, most: int | None) -> str:
    paragraphs = article.paragraphs[:most]
    figures = [figure for figure in article.figures if figure.position <= len(paragraphs)]
    is_long = len(paragraphs) > UNFOLDED + MOST_FOLDED
    blocks = "".join(_blocks(paragraphs, figures, level, UNFOLDED if is_long else len(paragraphs)))
    more = unfold(f"Show all {len(paragraphs)} paragraphs") if is_long else ""
    rest = left_out(len(article.paragraphs) - len(paragraphs), "paragraphs")
    return element("div", "story nc-long", blocks + more + rest) if blocks else ""


def left_out(n: int, field: str) -> str:
    """A line that says how many are not shown, and where they are; none where all are."""
    return f'<p lang="en">{n:,} more are in <code>article.{field}</code>.</p>' if n else ""


def unfold(label: str) -> str:
    """A box to tick that shows what is folded away."""
    return f'<label class="nc-more" lang="en"><input type="checkbox" class="nc-all"> {label}</label>'


def _blocks(paragraphs: Sequence[Paragraph], figures: Sequence[Figure], level: int, shown: int) -> Iterator[str]:
    """The story's blocks, each figure before the paragraph that it stands before; folded from the block `shown` on."""
    waiting = sorted(figures, key=lambda figure: figure.position)
    for position, run in runs(paragraphs, {figure.position for figure in figures} | {shown}):
        far = " nc-far" if position >= shown else ""
        while waiting and waiting[0].position <= position:
            yield _figure(waiting.pop(0), far)
        yield _run(run, level, far)
    yield from (_figure(figure, " nc-far" if shown < len(paragraphs) else "") for figure in waiting)


def _run(run: Sequence[Paragraph], level: int, far: str) -> str:
    first = run[0]
    if first.kind == "heading":
        return words(f"h{level}", f"heading{far}", first.text)
    if first.kind == "quote":
        return words("blockquote", f"quote{far}", first.text)
    if first.kind == "list_item":
        return element("ul", f"list{far}", "".join(_item(p.text) for p in run), ' role="list"')
    if first.kind == "table":
        cells = ("".join(f'<td dir="auto">{escaped(cell)}</td>' for cell in p.text.split("\t")) for p in run)
        return element("table", f"table{far}", "".join(f"<tr>{row}</tr>" for row in cells))
    return words("p", f"paragraph{far}", first.text)


def _item(text: str) -> str:
    """A list item: what is numbered on the page keeps its number; a bullet of its own is replaced by ours."""
    return words("li", "item" if text[:1].isdigit() else "item nc-dot", without_bullet(text))


def _figure(figure: Figure, far: str) -> str:
    """What is printed with a picture. The picture itself stays where it is: nothing is fetched from outside."""
    said = figure.caption or figure.alt
    # The caption's letters decide how the line runs; what is isolated does not count.
    parts = [element("span", "caption" if figure.caption else "caption nc-alt", escaped(said))] if said else []
    if figure.credit:
        parts.append(element("bdi", "credit", escaped(figure.credit)))
    if not parts:
        parts.append("a picture without a caption")
    if web_address(figure.url):
        parts.append(f'<bdi lang="en">{link(figure.url, "open picture")}</bdi>')
    return element("figure", f"figure{far}", element("figcaption", "said", " ".join(parts), ' dir="auto"'))


def _related(related: Sequence[RelatedStory], most: int | None) -> Iterator[str]:
    if not related:
        return
    rows = []
    shown = related[:most]
    is_long = len(shown) > UNFOLDED + MOST_FOLDED
    for n, story in enumerate(shown):
        far = ' class="nc-far"' if is_long and n >= UNFOLDED else ""
        lead_in = f"{isolated(story.lead_in)} " if story.lead_in else ""
        # What is isolated does not count for dir="auto": the title's letters decide, wherever the row begins.
        rows.append(f'<li dir="auto"{far}>{lead_in}{link(story.url, escaped(story.title))}</li>')
    label = element("p", "label", "Related stories", ' lang="en"')
    more = unfold(f"Show all {len(shown)} stories") if is_long else ""
    more += left_out(len(related) - len(shown), "related")
    yield element("div", "related nc-long", f"{label}<ul>{''.join(rows)}</ul>{more}")
