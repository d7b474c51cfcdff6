"""An article as Markdown: headline, standfirst, byline, story with its lists and tables, pictures at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.article.parts import Figure, Paragraph
from newsclean.article.runs import runs, without_bullet
from newsclean.article.show.markup import page_address

# A line that Markdown would read as a heading, quote, list item, rule or table.
OPENING = re.compile(r"(?:[#>+=|~-]|\d{1,9}(?=[.)]\s))")
MARK = re.compile(r"[\\`*_\[\]<]")


def as_markdown(
    title: str | None,
    description: str | None,
    byline: str | None,
    paragraphs: Sequence[Paragraph],
    figures: Sequence[Figure],
) -> str:
    """Headline, standfirst, byline, paragraphs, and each figure before the paragraph that it stands before."""
    parts = []
    if title:
        parts.append(f"# {escaped(title)}")
    if description:
        parts.append(f"**{escaped(description)}**")
    if byline:
        parts.append(escaped(byline))
    waiting = list(figures)
    for position, run in runs(paragraphs, {figure.position for figure in figures}):
        while waiting and waiting[0].position <= position:
            parts.append(_figure(waiting.pop(0)))
        parts.append(_run(run))
    parts += [_figure(figure) for figure in waiting]
    return "\n\n".join(part for part in parts if part)


def _run(run: Sequence[Paragraph]) -> str:
    first = run[0]
    if first.kind == "heading":
        return f"## {escaped(first.text)}"
    if first.kind == "quote":
        return f"> {escaped(first.text)}"
    if first.kind == "list_item":
        return "\n".join(_item(p.text) for p in run)
    if first.kind == "table":
        return _table([[escaped(cell).replace("|", "\\|") for cell in p.text.split("\t")] for p in run])
    return escaped(first.text)


def _item(text: str) -> str:
    """A list item: one that is numbered on the page keeps its number."""
    bare = without_bullet(text)
    return escaped(text, opening=False) if bare == text and re.match(r"\d", text) else f"- {escaped(bare)}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A table of GitHub's Markdown, which wants a first row of names: the page's first row serves."""
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _figure(figure: Figure) -> str:
    """The picture, where its address is known; then caption and credit, in italics."""
    address = page_address(figure.url)
    image = f"![{escaped(figure.alt or '')}]({_address(address)})" if address else ""
    text = figure.caption or (None if image else figure.alt)
    said = " ".join(filter(None, (text, figure.credit and f"({figure.credit})")))
    return "\n".join(filter(None, (image, f"*{escaped(said)}*" if said else "")))


def _address(url: str) -> str:
    """An address in which no character ends it early."""
    return re.sub(r"[()<>\\\s]", lambda match: f"%{ord(match[0]):02X}", url)


def escaped(text: str, *, opening: bool = True) -> str:
    r"""`text` so that Markdown shows it as it is; `opening`: also what would be a mark at the beginning of a line.

    >>> print(escaped("2 * 3 [sic]"), escaped("# not a heading"), escaped("12. May was wet"))
    2 \* 3 \[sic\] \# not a heading 12\. May was wet
    """
    shown = MARK.sub(r"\\\g<0>", text)
    match = OPENING.match(shown) if opening else None
    if match is None:
        return shown
    at = match.end() if match.group().isdigit() else 0
    return f"{shown[:at]}\\{shown[at:]}"
