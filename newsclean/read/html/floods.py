"""Markup that makes a parser slow: thousands of attributes on one tag, thousands of elements inside each other.

The parser looks for a double of every attribute among all of its tag, and for an open paragraph among all open
elements: its time grows with the square of their number. Browsers have limits; so do we. What is cut is markup, not
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

MAX_DEPTH = 256  # Blink stops at 512; the deepest of 1,402 development pages has 56
MAX_ATTRIBUTES = 500  # the most on a tag of the development pages is 59
WINDOW = 8000  # bytes without “>”: a shorter tag cannot have so many attributes that it costs more than milliseconds
MANY_TAGS = 10_000  # few pages have more: only these are looked at tag by tag; fewer cost a tenth of a second at worst
# What cannot stand inside itself: it holds nothing, or the next one closes it. All else may, unknown names above all.
FLAT = (
    rb"area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr|html|head|body"
    rb"|title|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|caption|colgroup|h[1-6]|rb|rp|rt|rtc|script|style|textarea"
)
OPENS = re.compile(rb"<(?=/?[a-z])(/?)(?!(?:" + FLAT + rb")[\s/>])", re.IGNORECASE)
NEST = re.compile(
    rb"""
    <(?:script|style)(?=[\s/>])[^<]*+(?:<(?!/s)[^<]*+)*+  # what is written in it are no tags
    | <!--[^-]*+(?:-(?!->)[^-]*+)*+  # possessive: a way back for each character takes 70 bytes
    | <(?P<end>/?)(?!(?:"""
    + FLAT
    + rb""")[\s/>])(?P<name>[a-z][^\s/>]*)[^>]*?(?P<empty>/?)(?:>|\Z)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
FOREIGN = (b"svg", b"math")  # only in these “<path/>” is closed by its bar
SCRIPT = re.compile(rb"<(/?)(?:script|style)\b", re.IGNORECASE)
TAG = re.compile(rb"<[a-zA-Z][^\s/>]*")
ATTRIBUTE = re.compile(rb"""[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""")


def without_floods(source: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The source with floods of attributes and of nested elements cut off, and a warning for each kind that was met.

    >>> without_floods(b"<p class=a>text</p>")
    (b'<p class=a>text</p>', ())
    """
    warnings = []
    cut = _short_tags(source)
    if cut is not source:
        warnings.append(f"a tag had more than {MAX_ATTRIBUTES} attributes: the others were left out")
    if cut.count(b"<") > MANY_TAGS:
        flat = _flat(cut)
        if flat is not cut:
            warnings.append(f"elements were nested more than {MAX_DEPTH} deep: the inner ones were flattened")
            cut = flat
    return cut, tuple(warnings)


def _long_tags(source: bytes) -> Iterator[int]:
    """Where tags begin that go on for longer than a window: a matter of two dozen look-ups on an ordinary page."""
    at = read = 0
    in_script = False
    while at + WINDOW <= len(source):
        if source.find(b">", at, at + WINDOW) >= 0:
            at += WINDOW
            continue
        start = source.rfind(b"<", max(0, at - WINDOW), at + 1)
        if start >= 0 and TAG.match(source, start) and source.find(b">", start, at) < 0:
            for script in SCRIPT.finditer(source, read, start):
                in_script = not script[1]
            read = start
            if not in_script:  # where “<” is a sign of comparison
                yield start
        end = source.find(b">", at)
        if end < 0:
            return
        at += (end - at) // WINDOW * WINDOW


def _short_tags(source: bytes) -> bytes:
    """The source with the attributes of overlong tags cut off after the first few hundred."""
    pieces: list[bytes] = []
    done = 0
    for start in _long_tags(source):
        match = TAG.match(source, start)
        if match is None or start < done:
            continue
        end = match.end()
        kept = n = 0
        while (found := ATTRIBUTE.match(source, end)) is not None:
            end = found.end()
            n += 1
            if n == MAX_ATTRIBUTES:
                kept = end
        if n > MAX_ATTRIBUTES:
            pieces += source[done:kept], b" "
            done = end
    if not done:
        return source
    pieces.append(source[done:])
    return b"".join(pieces)


def _flat(source: bytes) -> bytes:
    """The source without the tags of elements that are nested too deep."""
    depths = tuple(accumulate([-1 if end else 1 for end in OPENS.findall(source)], initial=0))
    if max(depths) - min(depths) <= MAX_DEPTH:
        return source
    pieces: list[bytes] = []
    done = depth = 0
    foreign = -1  # the depth at which a drawing or formula began
    for match in NEST.finditer(source):
        name = match["name"]
        if name is None:
            continue
        if match["end"]:
            too_deep = depth > MAX_DEPTH
            depth -= depth > 0
            if depth <= foreign:
                foreign = -1
        elif match["empty"] and foreign >= 0:
            continue
        else:
            if foreign < 0 and name.lower() in FOREIGN:
                foreign = depth
            depth += 1
            too_deep = depth > MAX_DEPTH
        if too_deep:
            pieces += source[done : match.start()], b" "
            done = match.end()
    if not done:
        return source
    pieces.append(source[done:])
    return b"".join(pieces)
