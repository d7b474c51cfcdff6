"""Pictures of an HTML page: where each comes from, and which blocks are its caption and its credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclean.page.block import Block
from newsclean.page.markup import Element, FigureMark, Hint, Links, Markup, said_of_picture
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_name, read_credit
from newsclean.read.html.addresses import absolute
from newsclean.read.html.elements import Attributes

TINY = 64  # pixels: an icon, an avatar, a tracking pixel
MAX_CLIMB = 6  # elements between a picture and the element that holds its caption too
MAX_SAID = 6  # blocks that one picture's caption may have
LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src", "data-image", "data-url")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
LATE = frozenset((*LAZY, *SETS))
PLACEHOLDERS = (
    "/blank.",
    "placeholder",
    "spacer",
    "1x1",
    "transparent",
    "lazyload",
    "lazy-load",
    "lazy_load",
    "/pixel.",
)
DESCRIPTOR = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)[wx],?")
IN_JSON = re.compile(r'"(?:src|url|href)"\s{0,3}:\s{0,3}"([^"]{1,2000})"')  # of what a script is told of a picture
# Of a picture's box without class names: blocks, characters and words of a caption, characters of a credit.
BOXED, LONGEST_BOXED, FEWEST_BOXED, LONGEST_CREDIT = (2, 3), 500, 4, 60
CAPTION_DATA, MAX_TOLD = "data-caption", 1000  # an attribute of which a script makes a caption; characters of it
MAX_SET = 8000  # characters of a srcset


class Picture(NamedTuple):
    """A picture as the walk meets it."""

    attributes: Attributes
    at_block: int  # it stands before this block
    element: int  # index of the element that it stands in
    is_video: bool
    is_again: bool  # for readers whose browser runs no scripts: the picture before it, again


def is_icon(attributes: Attributes) -> bool:
    """Whether an `<img>` is an icon or a tracking pixel, by its size."""
    return ("width" in attributes and _is_tiny(attributes["width"])) or (
        "height" in attributes and _is_tiny(attributes["height"])
    )


def _is_tiny(size: str | None) -> bool:
    pixels = _pixels(size)
    return pixels is not None and pixels <= TINY


def _pixels(size: str | None) -> int | None:
    """How many pixels an attribute says, if it says that."""
    if size is None or len(size) > 7:
        return None
    size = size.removesuffix("px")
    return int(size) if size.isdecimal() else None


def address(attributes: Attributes) -> str | None:
    """The real address of a picture, which scripts may load late, and the largest where there are several."""
    source = attributes.get("poster") or attributes.get("src")
    if LATE.isdisjoint(attributes):
        return None if source and source.startswith("data:") else source
    for name in LAZY:
        value = attributes.get(name)
        if value and value.lstrip()[:1] in ("{", "["):
            value = _in_json(value)
        if value and not _is_placeholder(value):
            return value
    if source and not _is_placeholder(source):
        return source
    for name in SETS:
        value = attributes.get(name)
        if value and (best := largest(value)):
            return best
    return None


def _in_json(value: str) -> str | None:
    """The first address in the JSON that a script reads.

    >>> _in_json('{"width": 800, "src": "/a.jpg"}')
    '/a.jpg'
    """
    match = IN_JSON.search(value[:MAX_SET])
    return match[1].replace("\\/", "/") if match else None


def is_first_of_bare_picture(node: LexborNode) -> bool:
    """Whether a `<source>` is the first in a `<picture>` that has no `<img>`: a script will bring that."""
    around = node.parent
    if around is None or around.tag != "picture":
        return False
    first = next((n for n in around.iter() if n.tag == "source"), node)
    return first.mem_id == node.mem_id and around.css_first("img") is None


def told_around(node: LexborNode, attributes: Attributes) -> Attributes:
    """The attributes of a picture with what the element around it says: its address, its caption."""
    around = node.parent
    if around is None:
        return attributes
    if around.tag == "picture" and address(attributes) is None:
        attributes = with_source(attributes, [n.attributes for n in around.iter() if n.tag == "source"])
    if CAPTION_DATA not in attributes and CAPTION_DATA in (others := around.attributes):
        attributes = {**attributes, CAPTION_DATA: others[CAPTION_DATA]}
    return attributes


def with_source(attributes: Attributes, sources: Sequence[Attributes]) -> Attributes:
    """The attributes of a picture that has no address of its own, with the one of a `<source>` beside it.

    >>> with_source({"alt": "A pump"}, [{"srcset": "/a.jpg 400w"}, {"srcset": "/b.jpg 400w"}])
    {'alt': 'A pump', 'srcset': '/a.jpg 400w'}
    """
    for source in sources:
        for name in SETS:
            if (value := source.get(name)) and largest(value):
                return {**attributes, "srcset": value}
    return attributes


def _is_placeholder(address: str) -> bool:
    """Whether an address is that of a picture that only keeps the place."""
    start = address[:200].lower()
    return start.startswith("data:") or any(word in start for word in PLACEHOLDERS)


def largest(candidates: str) -> str | None:
    """The largest picture of a srcset.

    >>> largest("a.jpg 320w, b.jpg 1280w, c.jpg 640w")
    'b.jpg'
    >>> largest("a.jpg, b.jpg 2x")
    'b.jpg'
    """
    best, size = None, -1.0
    address = ""
    for item in candidates[:MAX_SET].split():
        match = DESCRIPTOR.fullmatch(item)
        if match is None:
            address = item.rstrip(",")
        width = float(match[1]) if match else 1.0
        if address and width > size and not address.startswith("data:"):
            best, size = address, width
    return best


def in_boxes(
    pictures: Sequence[Picture],
    elements: Sequence[Element],
    blocks: Sequence[Block],
    markup: Sequence[Markup],
    links: Sequence[Links],
) -> dict[int, Hint]:
    """The captions and credits that no class names, by block: a box holds a picture, a line or two and its credit.

    Never a card, which is linked, or a portrait over a name and its role.
    """
    found: dict[int, Hint] = {}
    for item in pictures:
        at = item.element
        for _ in range(MAX_CLIMB):
            if at < 0 or elements[at].end > elements[at].start:
                break
            at = elements[at].parent
        if at < 0 or item.is_again or not item.attributes or elements[at].start != item.at_block:
            continue
        numbers = range(elements[at].start, elements[at].end)
        if len(numbers) not in BOXED or any(links[n].n_links or markup[n].hints for n in numbers):
            continue
        *captions, credit = numbers
        if all(_may_be_caption(blocks[n].text) for n in captions) and _is_boxed_credit(blocks[credit], markup, credit):
            found.update({n: Hint("caption", "picture") for n in captions})
            found[credit] = Hint("credit", "picture")
    return found


def _may_be_caption(text: str) -> bool:
    return len(text) <= LONGEST_BOXED and text.count(" ") + 1 >= FEWEST_BOXED and not is_name(text)


def _is_boxed_credit(b: Block, markup: Sequence[Markup], n: int) -> bool:
    """Whether the last line in a picture's box is its credit: it names an agency, or nothing but a name is in it."""
    if len(b.text) > LONGEST_CREDIT or b.text[-1] in ".!?":
        return False
    label, mark, rest = b.text.partition(":")
    if mark and fold(label.strip()) in words_for("picture"):
        return read_credit(rest, 1) is not None or is_name(rest.strip())
    return read_credit(b.text) is not None or (markup[n].tag == "div" and is_name(b.text))


def figure_marks(
    pictures: Sequence[Picture], elements: Sequence[Element], markup: Sequence[Markup], base: str | None
) -> tuple[FigureMark, ...]:
    """The pictures with the blocks that are said of them; one that stands twice in the same place counts once.

    Captions without a picture that a parser sees (a player, a chart, a picture that a script loads) are figures too.
    """
    said = {n: kind for n, mark in enumerate(markup) if (kind := said_of_picture(mark, elements)) is not None}
    indexes = sorted(said)
    marks: list[FigureMark] = []
    latest: dict[int, FigureMark] = {}  # element -> its last mark
    claimed: set[int] = set()
    for item in pictures:
        home = _home(item.element, elements, indexes)
        around = elements[home]
        is_small = around.end - around.start <= MAX_SAID
        near = indexes[bisect_left(indexes, around.start) : bisect_left(indexes, around.end)] if is_small else []
        near = [n for n in near if not _is_of_other(markup[n].element, item.element, elements)]
        captions = tuple([n for n in near if said[n] == "caption"])
        alt = item.attributes.get("alt") or ""
        before = latest.get(home)
        if before is not None and item.is_again and before.url is None and marks[-1] is before:
            marks[-1] = latest[home] = before._replace(
                url=absolute(address(item.attributes), base), alt=before.alt or " ".join(alt.split())
            )
        if before is not None and (
            item.is_again or (captions and captions == before.captions) or alt == before.alt != ""
        ):
            continue
        claimed.update(near)
        credited = tuple([n for n in near if said[n] == "credit"])
        latest[home] = mark = FigureMark(
            " ".join(alt.split()),
            captions,
            credited,
            item.at_block,
            home,
            item.is_video,
            bool(item.attributes),
            absolute(address(item.attributes), base),
            _pixels(item.attributes.get("width")),
            " ".join((item.attributes.get(CAPTION_DATA) or "")[:MAX_TOLD].split()),
        )
        marks.append(mark)
    for n in indexes:
        if n not in claimed:
            home = _frame(markup[n].element, elements)
            at = bisect_left(indexes, n)
            near = [m for m in indexes[at : at + MAX_SAID] if m < elements[home].end] or [n]
            claimed.update(near)
            captions = tuple([m for m in near if said[m] == "caption"])
            credited = tuple([m for m in near if said[m] == "credit"])
            marks.append(
                FigureMark("", captions, credited, near[0], home, is_video=False, is_seen=False, url=None, width=None)
            )
    return tuple(sorted(marks, key=lambda mark: mark.at_block))


def _is_of_other(caption: int, picture: int, elements: Sequence[Element]) -> bool:
    """Whether a caption stands in a `<figure>` that the picture is not in."""
    at = caption
    for _ in range(MAX_CLIMB):
        if at < 0:
            break
        if elements[at].tag == "figure":
            return not _is_within(picture, at, elements)
        at = elements[at].parent
    return False


def _is_within(at: int, outer: int, elements: Sequence[Element]) -> bool:
    while at > outer:
        at = elements[at].parent
    return at == outer


def _frame(at: int, elements: Sequence[Element]) -> int:
    """The outermost of the few elements around a caption that are marked as its figure; else its own."""
    frame = at
    for _ in range(MAX_CLIMB):
        element = elements[at]
        if element.end - element.start > MAX_SAID:
            break
        if element.tag in ("figure", "figcaption") or any(h.kind == "caption" for h in element.own):
            frame = at
        if element.tag == "figure" or element.parent < 0:
            break
        at = element.parent
    return frame


def _home(at: int, elements: Sequence[Element], said: Sequence[int]) -> int:
    """The element close around a picture that holds its captions too; without captions the one that it stands in."""
    home = at
    for _ in range(MAX_CLIMB if said else 0):
        element = elements[at]
        if element.end - element.start > MAX_SAID:
            break
        first = bisect_left(said, element.start)
        if first < len(said) and said[first] < element.end:
            return at
        if element.tag == "figure" or element.parent < 0:
            break
        at = element.parent
    return home
