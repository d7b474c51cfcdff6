r"""Markdown in which a page's elements are left, to Markdown without: raw tags, and what pandoc writes in their place.

Seen: pandoc's `gfm` and `commonmark` (`<div class="lead">` on a line, `<span>`, `<img …>`, `<a class=… href=…>` amid
the text), its `markdown` (`::: {.lead #top}` around blocks, `{.red}` behind links and headings, `[text]{.name}`).
They say nothing that a reader sees; links and pictures become those of Markdown. Code stays as it is: who writes about
tags has them there.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsclean.read.html.tags import BREAK, BUTTON, IMAGE, LINK, ROW, RULE, TAGS
from newsclean.read.markdown.code import CODE, PROSE, RAW_CODE, kinds_of_lines

ROLES = {tag: role for role, tags in TAGS.items() for tag in tags.split()}
UNSEEN = frozenset(("script", "style", "svg", "template", "select", "textarea", "noscript", "iframe", "object"))
OPENS = {"li": "- ", **{f"h{n}": f"{'#' * n} " for n in range(1, 7)}}  # what such a block begins with in Markdown
HINTS = (":::", "```", "]{", "){", " {#", " {.", "</", "/>", "<!", "<img ")
FEWEST_TAGS = 3  # lines of nothing but tags, in Markdown whose tags are taken away

ATTRIBUTE = r"""(?:[.\#=][^\s{}"]{1,300}|[^\s={}"]{1,100}=(?:"(?:[^"\\]|\\.)*+"|[^\s{}"]{1,300}))"""
ATTRIBUTES = rf"\{{[ ]?{ATTRIBUTE}(?:[\s>]{{1,99}}{ATTRIBUTE}){{0,300}}[ ]?\}}"
IN_TAG = r"""(?:[^<>"']|"[^"]*"|'[^']*')*+"""
BULLET = r"(?:[-*+]|\d{1,3}[.)])[ \t]{1,9}"
TOKEN = re.compile(
    rf"""
    (?<!`)(?P<ticks>`{{1,3}})(?!`)(?P<code>(?:[^`\n]|\n(?![ \t>]{{0,99}}\n)){{1,300}}+)(?P=ticks)(?!`)
        (?P<of_code>{ATTRIBUTES})?
    | \\.                                                                               # an escaped mark
    | (?P<link>\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\))(?P<of_link>{ATTRIBUTES})?
    | \](?P<of_span>{ATTRIBUTES})
    | (?<=[ \t])(?P<of_heading>{ATTRIBUTES})$
    | ^(?P<around>[ \t>]{{0,99}}+(?:{BULLET}){{0,9}}+):{{3,99}}[ \t]{{0,9}}
        (?P<div>{ATTRIBUTES}|[^\s{{}}:]{{1,300}})?[ \t]{{0,9}}$
    | (?P<comment><!--(?:[^-]|-(?!->)){{0,4000}}+-->|<![a-zA-Z][^<>\n]{{0,300}}>)
    | <(?P<closes>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{{0,15}})(?P<said>\s{IN_TAG})?/?>
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
TAGS_ALONE = re.compile(
    rf"^[ \t>]{{0,99}}+(?:{BULLET}){{0,9}}+(?:</?[a-zA-Z][a-zA-Z0-9]{{0,15}}(?:\s{IN_TAG})?/?>[ \t]{{0,9}}){{1,99}}+$",
    re.MULTILINE,
)
OPENS_DIV = re.compile(r"^[ \t>*+-]{0,99}:{3,99}[ \t]{0,9}[^\s:]", re.MULTILINE)
CLOSES_DIV = re.compile(r"^[ \t>]{0,99}:{3,99}[ \t]{0,9}$", re.MULTILINE)
LINE_BEGINS = re.compile(rf"[ \t>]{{0,99}}+(?:{BULLET}){{0,9}}+")
HEADING_BEGINS = re.compile(r"[ \t>]{0,99}#{1,6}[ \t]")
SAID = re.compile(r"""\s(href|src|alt)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,4000}))""", re.IGNORECASE)
BLANK = re.compile(r"\s*")
SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
NO_ADDRESS = re.compile(r"[<>\s]")
ATTRIBUTES_OF = {"of_code": "", "of_link": "", "of_span": "{}", "of_heading": ""}  # what is left of them
LONGEST_ADDRESS = 2000  # characters
LONGEST_LINE = 1000


class Plain(NamedTuple):
    """Markdown without the elements of its page."""

    text: str
    had_elements: bool = False  # a line break in it is a blank: pandoc, that leaves them in, writes no other


def without_elements(raw: str) -> Plain:
    r"""Markdown without raw tags, pandoc's divs and spans, and attributes.

    >>> without_elements('::: {.lead}\nThe [first]{.red} [pump](/1){.a target="b"}\n:::').text
    '\nThe [first]{} [pump](/1)\n'
    >>> without_elements('<div class="a">\n\nThe <a class="b" href="/1">first</a> pump\n\n</div>\n\n<div>').text
    '\n\nThe [first](</1>) pump\n\n\n\n'
    >>> without_elements("The <b> tag, `[text]{.red}` and\n\n    <p class='a'>").text
    "The <b> tag, `[text]{.red}` and\n\n    <p class='a'>"
    """
    if not any(hint in raw for hint in HINTS):
        return Plain(raw)
    lines = raw.split("\n")
    runs = [
        (kind, [line for _, line in run])
        for kind, run in groupby(zip(kinds_of_lines(lines), lines, strict=True), key=itemgetter(0))
    ]
    prose = ["\n".join(run) for kind, run in runs if kind == PROSE]
    has_tags = sum(len(TAGS_ALONE.findall(run)) for run in prose if "<" in run) >= FEWEST_TAGS
    has_divs = any(OPENS_DIV.search(run) for run in prose) and any(CLOSES_DIV.search(run) for run in prose)
    texts: list[str] = []
    had_elements = has_tags or has_divs
    for kind, run in runs:
        if kind == PROSE:
            text, had_some = _without("\n".join(run), has_tags=has_tags, has_divs=has_divs)
            had_elements = had_elements or had_some
        else:
            text = "  \n".join(run) if kind == CODE else ""  # two blanks: no line of code goes on in the next
        texts.append(text)
    return Plain("\n".join(texts), had_elements)


def _without(raw: str, *, has_tags: bool, has_divs: bool) -> Plain:
    """The same of a piece without blocks of code."""
    parts: list[str] = []
    anchors: list[tuple[int, str | None]] = []  # the parts in which links open, and their addresses
    unclosed: set[str] = set()
    had_attributes = False
    end = 0
    while match := TOKEN.search(raw, end):
        start, what, part = match.start(), match.lastgroup or "", match.group()
        parts.append(raw[end:start])
        end = match.end()
        if what in ("tag", "said"):
            if has_tags:
                is_first, is_item = _at_start(raw, start)
                part = _tag(match, len(parts), anchors, is_first=is_first)
                end = _behind(raw, match, unclosed)
                end = end if part or not is_item else _next(raw, end)
        elif what in ("around", "div"):
            if has_divs or (match["div"] or "").startswith("{"):
                part = match["around"]
                end = _next(raw, end) if part.strip(" \t>") else end
        elif what == "comment":
            part = ""
        elif what in ATTRIBUTES_OF and (what != "of_heading" or _in_heading(raw, start)):
            had_attributes = True
            part = "" if match[what] == RAW_CODE else part[: -len(match[what])] + ATTRIBUTES_OF[what]
        parts.append(part)
    parts.append(raw[end:])
    for at, _ in anchors:
        parts[at] = ""
    return Plain("".join(parts), had_attributes)


def _tag(match: re.Match[str], nth: int, anchors: list[tuple[int, str | None]], *, is_first: bool) -> str:
    """What stands for a tag in Markdown; `nth` is the part that it becomes."""
    name = match["tag"].lower()
    role = ROLES.get(name)
    if role is None:
        return match.group()
    if role == LINK and match["closes"]:
        _, address = anchors.pop() if anchors else (0, None)
        return "" if address is None else f"](<{address}>)"
    if role >= ROW or role in (BUTTON, RULE):  # stands alone
        return ("" if is_first else "\n\n") + ("" if match["closes"] else OPENS.get(name, ""))
    if match["closes"]:
        return ""
    if role == BREAK:
        return "<br>"
    said = {key.lower(): unescape("".join(values)) for key, *values in SAID.findall(match["said"] or "")}
    if role == LINK:
        address = _address(said["href"]) if "href" in said else None
        anchors.append((nth, address))
        return "" if address is None else "["
    alt = " ".join(said.get("alt", "").split()) if role == IMAGE else ""
    escaped = SPECIAL.sub(r"\\\g<0>", alt)
    return f"![{escaped}](<{_address(said.get('src', ''))}>)" if alt else ""


def _address(url: str) -> str:
    return NO_ADDRESS.sub("", url) if len(url) <= LONGEST_ADDRESS else ""


def _in_heading(raw: str, start: int) -> bool:
    return HEADING_BEGINS.match(raw, raw.rfind("\n", max(0, start - LONGEST_LINE), start) + 1) is not None


def _at_start(raw: str, start: int) -> tuple[bool, bool]:
    """Whether a place is where a line begins, and whether that line is of a list."""
    first = raw.rfind("\n", max(0, start - LONGEST_LINE), start) + 1
    match = LINE_BEGINS.match(raw, first, start)
    is_first = match is not None and match.end() == start
    return is_first, is_first and bool(raw[first:start].strip(" \t>"))


def _behind(raw: str, match: re.Match[str], unclosed: set[str]) -> int:
    """Where it goes on behind a tag: what nobody sees ends with the next tag that closes it."""
    name = match["tag"]
    if match["closes"] or name.lower() not in UNSEEN or name in unclosed:
        return match.end()
    closing = raw.find(f"</{name}", match.end())
    if closing < 0:
        unclosed.add(name)
        return match.end()
    return closing


def _next(raw: str, end: int) -> int:
    """Where the next word stands: that of an item whose mark stands on a line with a tag alone."""
    match = BLANK.match(raw, end)
    return match.end() if match else end
