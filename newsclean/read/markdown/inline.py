"""Markdown's marks inside lines, taken away: links, images, emphasis, escapes, references.

One walk over the whole text with two stacks, one of brackets and one of emphasis: a crawler's links hold images,
several paragraphs, or line breaks in the middle of an address. What does not match stays as it is written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])               # an escaped mark
    | \\?(?P<newline>\n)                          # a line break; a backslash before it makes it a hard one
    | (?P<open>!?\[)
    | \](?:\((?P<address>
          \s?<[^<>\n]{0,4000}>[^()\n]{0,300}      # <…>, perhaps with a title
        | data:[^()]{4000,}+                      # a picture itself; to the next bracket, so all are walked once
        | (?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,2000}+\)){0,4000}+
        )\) | \[(?P<reference>[^\[\]\n]{0,80})\] | (?P<span>\{\}))?           # {}: text that is no link
    | <(?P<bare>(?:https?://|mailto:)[^<>\s]{1,2000})>
    | (?P<br><br\s?/?>)
    | &(?P<entity>[a-zA-Z]{2,8}|\#\d{2,6}|\#x[0-9a-fA-F]{2,5});
    | (?P<mark>\*{1,3}|_{1,3}|~~|`)
    """,
    re.VERBOSE | re.DOTALL,
)
DEFINITION = re.compile(
    r"""
    ^\ {0,3}\[([^\[\]\n]{1,80})\]:[ \t]{0,4}                # its name
    <?((?:https?:|/|\#|mailto:)[^\s>]{0,2000})>?           # its address
    (?:[ \t]{1,4}["'(][^\n]{0,300})?[ \t]{0,4}$           # perhaps a title
    """,
    re.VERBOSE | re.MULTILINE,
)
QUOTED = re.compile(r"[ \t]{0,8}(?:>[ \t]{0,3}){1,8}")  # the marks of a quotation that goes on
NUMBERED = re.compile(r"Image \d{1,4}(?:: |\Z)")  # how Jina Reader numbers alternative texts
TITLE = re.compile(r"\s[\"'(]")
ADDRESS = re.compile(r"[/#.:?]")
# What an address with blanks in it begins with: “mailto:?subject=Six pumps”, “/search?q=six pumps”, “tel:+1 555 0100”.
SCHEME = re.compile(
    r"\s?(?:https?://|/[\w/-]{0,80}[?#]|#|(?:mailto|tel|sms|javascript|whatsapp|viber|tg|data|fb-messenger):)"
)
INNER_BREAK = re.compile(r"(?<=\S) {2,20}(?=\S)")  # html2text writes so where a link holds several blocks
LONGEST_ALT = 2000  # characters
DEEPEST = 6  # marks of emphasis inside each other

# An escaped mark is carried as a character of the private use area, so that it is not taken for the mark that it hides.
_HIDDEN = {chr(c): chr(0x10F000 + c) for c in range(0x21, 0x7F) if not chr(c).isalnum()}
_SHOWN = str.maketrans({hidden: shown for shown, hidden in _HIDDEN.items()})


class Link(NamedTuple):
    start: int  # offsets into Inline.text
    end: int
    url: str
    is_image: bool = False  # what it holds is the picture's alternative text


class Inline(NamedTuple):
    text: str  # a line break in it is one; escaped marks are hidden, see `shown`
    links: tuple[Link, ...]  # by their start


def shown(text: str) -> str:
    """The text with its hidden marks as they are read."""
    return text if text.isascii() else text.translate(_SHOWN)


def read_inline(raw: str, break_at: Callable[[int], str], definitions: Mapping[str, str]) -> Inline:
    """The text of Markdown without its inline marks.

    Args:
        raw: the Markdown.
        break_at: what becomes of the line break at an offset of `raw`: a line break, a blank or nothing.
        definitions: addresses of reference links by their folded names.
    """
    pieces: list[str] = []
    links: list[tuple[int, int, str, bool]] = []  # first piece, behind the last, address, whether a picture
    brackets: list[int] = []  # pieces that are brackets, still open
    marks: list[int] = []  # pieces that are marks of emphasis, still open
    end = last_link = 0
    for match in TOKEN.finditer(raw):
        start = match.start()
        if start > end:
            pieces.append(raw[end:start])
        end = match.end()
        what = match.lastgroup
        if what == "newline":
            between = "\n" if raw[start] == "\\" else break_at(start)
            pieces.append(between)
            if between != "\n" and (quoted := QUOTED.match(raw, end)):
                end = quoted.end()
            if raw.startswith("\n", end):
                marks.clear()
        elif what == "open":
            brackets.append(len(pieces))
            pieces.append(match["open"])
        elif what == "mark":
            _emphasis(raw, match.start(), match["mark"], pieces, marks)
        elif what == "escaped":
            pieces.append(_HIDDEN[match["escaped"]])
        elif what == "br":
            pieces.append("\n")
        elif what == "entity":
            pieces.append(html.unescape(match.group()))
        elif what == "bare":
            links.append((len(pieces), len(pieces) + 1, match["bare"], False))
            pieces.append(match["bare"])
        elif not brackets:
            pieces.append("]")
            end = start + 1
        else:
            opened = brackets.pop()
            is_image = pieces[opened] == "!["
            if match["span"]:
                pieces[opened] = ""
                continue
            url = _address(match, "".join(pieces[opened + 1 : opened + 9]), definitions)
            if url is None:
                pieces.append("]")
                end = start + 1
            elif opened < last_link and not is_image:  # no link holds another
                pieces[opened] = ""
            elif is_image:
                _close_image(pieces, links, marks, opened, url)
            else:
                _close_link(pieces, links, opened, url)
                last_link = len(pieces)
    pieces.append(raw[end:])
    return _placed(pieces, links)


def _emphasis(raw: str, start: int, mark: str, pieces: list[str], marks: list[int]) -> None:
    """Take away a mark and the one that it closes, or remember it as one that may be closed."""
    before, after = raw[start - 1 : start], raw[start + len(mark) : start + len(mark) + 1]
    inside = before.isalnum() and after.isalnum() if mark[0] == "_" else before.isdigit() and after.isdigit()
    if before and not before.isspace() and not inside:
        for n in range(len(marks) - 1, max(-1, len(marks) - 1 - DEEPEST), -1):
            at = marks[n]
            if at < len(pieces) and pieces[at] == mark:
                pieces[at] = ""
                del marks[n:]
                return
    pieces.append(mark)
    if after and not after.isspace() and not inside:
        marks.append(len(pieces) - 1)


def _address(match: re.Match[str], text: str, definitions: Mapping[str, str]) -> str | None:
    """The address of what this bracket closes, or None where it is no link."""
    if match["address"] is not None:
        address = match["address"].strip()
        if address.startswith("<"):
            return address[1:].partition(">")[0]
        address = "".join(TITLE.split(address, maxsplit=1)[0].split("\n"))
        is_one = not address or (ADDRESS.search(address) and " " not in address) or SCHEME.match(address)
        return address if is_one else None
    name = match["reference"] or text
    return definitions.get(" ".join(name.casefold().split()))


def _close_image(
    pieces: list[str], links: list[tuple[int, int, str, bool]], marks: list[int], opened: int, url: str
) -> None:
    """Write the alternative text since a bracket on a line of its own; links and open marks in it are forgotten."""
    alt = NUMBERED.sub("", " ".join("".join(pieces[opened + 1 :]).split()))
    del pieces[opened:]
    while links and links[-1][1] > opened:
        links.pop()
    while marks and marks[-1] >= opened:
        marks.pop()
    if alt and len(alt) <= LONGEST_ALT:
        pieces += ("\n", alt, "\n")
        links.append((len(pieces) - 2, len(pieces) - 1, url, True))


def _close_link(pieces: list[str], links: list[tuple[int, int, str, bool]], opened: int, url: str) -> None:
    """Make a link of the pieces since a bracket."""
    pieces[opened] = ""
    for n in range(opened + 1, len(pieces)):
        if "  " in pieces[n]:
            pieces[n] = INNER_BREAK.sub("\n", pieces[n])
    links.append((opened, len(pieces), url, False))


def _placed(pieces: list[str], links: list[tuple[int, int, str, bool]]) -> Inline:
    offsets = list(accumulate(map(len, pieces), initial=0))
    return Inline(
        "".join(pieces), tuple(sorted(Link(offsets[a], offsets[b], url, is_image) for a, b, url, is_image in links))
    )
