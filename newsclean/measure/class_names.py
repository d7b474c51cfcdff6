"""What the markup says about the page as a whole: which block is the headline, and which class names say something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from newsclean.page.block import Block
from newsclean.page.markup import Hint, Html, Links, Markup, merged
from newsclean.page.metadata import parts_of_title
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph
from newsclean.phrases.fold import words_in

NEARLY_ALL = 0.8  # of the page's words: what holds so many is the story, even if it is called comments
MOST = 0.5  # of the page's words: what holds so many is no box beside the story, whatever it is called
OF_PROSE = frozenset(("body", "comments"))  # what may hold most of a page's sentences
LINKED = 0.5  # of a sentence's characters in links: sooner a teaser
STAYS = frozenset(("body", "comments", "related"))  # can be most of a page
MAX_HEADLINE = 400  # characters


def key(text: str) -> str:
    """Letters and digits of the beginning: equal for texts that say the same."""
    return "".join(words_in(text[:120].casefold()))[:60]


def marked_headline(blocks: Sequence[Block], links: Sequence[Links], html: Html) -> int:
    """Index of the block that prints the headline, or -1: what the page's data calls its title, best in an h1."""
    known = {key(t) for t in html.meta.titles}
    first = -1
    tops = []
    for b, m, link in zip(blocks, html.markup, links, strict=True):
        if m.tag == "h1" and len(b.text) <= MAX_HEADLINE:
            tops.append(b.number)
            if key(b.text) in known:
                return b.number
        elif first < 0 and link.link_share < 0.5 and len(b.text) <= MAX_HEADLINE and key(b.text) in known:
            first = b.number
    if first >= 0 or len(tops) == 1:
        return first if first >= 0 else tops[0]
    return _part_of_title(blocks, links, html)


def _part_of_title(blocks: Sequence[Block], links: Sequence[Links], html: Html) -> int:
    """Index of the first block that is a part of what the data call the title, of some words, or -1: “News - …”.

    On 1,644 pages it was the headline each of the 86 times that there was one.
    """
    parts = {key(part) for title in html.meta.titles for part in parts_of_title(title)}
    parts.discard(key(html.meta.site_name or ""))
    for b, link in zip(blocks, links, strict=True) if parts else ():
        if link.link_share < LINKED and len(b.text) <= MAX_HEADLINE and key(b.text) in parts:
            return b.number
    return -1


def with_local_hints(html: Html, words: Sequence[int], title: int) -> Html:
    """The page without the class names of elements that hold the headline or most of its words."""
    before = [0, *accumulate(words)]
    most, nearly_all = MOST * before[-1], NEARLY_ALL * before[-1]
    prose_before = [0, *accumulate([n if n >= PARAGRAPH_WORDS else 0 for n in words])]
    said: list[tuple[Hint, ...]] = []
    changed: list[bool] = []
    for e in html.elements:
        own, above = e.own, e.parent
        if not own and (above < 0 or not changed[above]):  # of most elements nothing is said
            changed.append(False)
            said.append(e.hints)
            continue
        if own:
            holds = before[e.end] - before[e.start]
            is_page = (e.start <= title < e.end and e.end - e.start > 3) or holds > nearly_all
            if is_page or holds > most:
                own = tuple([h for h in own if h.kind == "body" or (h.kind in STAYS and not is_page)])
            if not prose_before[e.start] and prose_before[e.end]:  # nobody comments on what is not there yet
                own = tuple([h for h in own if h.kind != "comments"])
        was_changed = own != e.own or (above >= 0 and changed[above])
        changed.append(was_changed)
        said.append(merged(own, said[above] if above >= 0 else ()) if was_changed else e.hints)
    if True not in changed:
        return html
    return html._replace(markup=tuple([_local(m, html, said) if changed[m.element] else m for m in html.markup]))


def without_common_names(html: Html, blocks: Sequence[Block], links: Sequence[Links]) -> Html:
    """The page without the class names that are said of most of its prose: “teaser”, “published” round each paragraph.

    A box beside the story holds less of the page's sentences than the story does; comments may hold more.
    """
    total = 0
    said: Counter[Hint] = Counter()
    for b, m, link in zip(blocks, html.markup, links, strict=True):
        if is_paragraph(b) and link.link_share <= LINKED:
            total += b.words
            for hint in m.hints:
                said[hint] += b.words
    common = {hint for hint, n in said.items() if n > MOST * total and hint.kind not in OF_PROSE}
    if not common:
        return html

    def rest(hints: tuple[Hint, ...]) -> tuple[Hint, ...]:
        return tuple([hint for hint in hints if hint not in common])

    return html._replace(
        elements=tuple([
            e if common.isdisjoint(e.hints) else e._replace(own=rest(e.own), hints=rest(e.hints))
            for e in html.elements
        ]),
        markup=tuple([m if common.isdisjoint(m.hints) else m._replace(hints=rest(m.hints)) for m in html.markup]),
    )  # fmt: skip


def _local(m: Markup, html: Html, said: Sequence[tuple[Hint, ...]]) -> Markup:
    around = html.elements[m.element].hints
    inner = tuple([h for h in m.hints if h not in around])
    return m._replace(hints=merged(inner, said[m.element]))
