"""The figures of an HTML page: its pictures, with the blocks that markup and rules take for their captions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.figures import caption_and_credit, figures, tells
from newsclean.page.block import Finding
from newsclean.page.markup import FigureMark, Html
from newsclean.page.page import Page
from newsclean.phrases.fold import fold
from newsclean.press.credits import credit_at_end, credit_of_caption

TWIN = "caption.twin"
CAPTIONS = frozenset(("caption", "caption_repeat", "title_repeat"))
ABOVE = 4  # blocks over the headline in which a picture is the story's
BEHIND = 3  # blocks behind the story's last, or behind such a picture, in which a caption is of the story
LINKED = 0.5  # share of a caption's characters inside a link: it is another story's
BESIDE = frozenset((
    "related", "promo", "ad", "author_bio", "byline", "navigation", "share", "sidebar", "comments", "notice", "paywall",
))  # fmt: skip
NO_PICTURE = re.compile(r"logo|icon|avatar|\.svg\b|\.gif\b|pixel|spacer|banner", re.IGNORECASE)
SMALL = 120  # pixels: what is not wider is no picture of the story


def html_figures(page: Page, html: Html) -> list[dict[str, Any]]:
    """The page's figures, in order, as values for `article.Figure`."""
    kinds = [k.kind for k in page.kinds]
    story = [n for n, kind in enumerate(kinds) if kind in TEXT_KINDS]
    if not story:
        return []
    first, last = story[0], story[-1]
    top = max(0, (page.title if 0 <= page.title < first else first) - ABOVE)
    used = _of_others(page, html, last)
    found: list[dict[str, Any]] = []
    by_text: dict[str, dict[str, Any]] = {}
    for mark in _joined(page.figures):
        captions = [n for n in mark.captions if kinds[n] in CAPTIONS and n not in used]
        credited = [n for n in (*mark.captions, *mark.credits) if kinds[n] == "credit" and n not in used]
        if not (captions or credited) and not (top <= mark.at_block <= last and _is_of_story(mark, html)):
            continue
        caption, credit = caption_and_credit(page, captions, credited)
        if caption is None and mark.told:
            caption, credit = _told(mark.told, page.lexicon.credit_labels)
        url = mark.url or _address_of(caption, html)
        spans = [(page.blocks[n].start, page.blocks[n].end) for n in (*captions, *credited)]
        used.update(captions, credited)
        if url is None and not (tells(caption, credit) and top <= mark.at_block <= last + BEHIND):
            continue  # a card of another story, the site's own line at the page's foot
        same = by_text.get(caption or "\0") or by_text.get(url or "\0")
        if same is not None and caption in (None, same["caption"]):
            same["spans"] = tuple(sorted({*same["spans"], *spans}))
            for name, value in (("caption", caption), ("credit", credit), ("alt", mark.alt or None), ("url", url)):
                same[name] = same[name] or value
            continue
        figure = {
            "caption": caption, "credit": credit, "alt": mark.alt or None, "url": url,
            "position": bisect_left(story, mark.at_block), "spans": tuple(sorted(spans)),
        }  # fmt: skip
        by_text.update({text: figure for text in (url, caption) if text})
        found.append(figure)
    nothing = Finding("other", "", "hint")
    rest = page._replace(kinds=tuple([nothing if n in used else k for n, k in enumerate(page.kinds)]))
    # What a page says twice may be a menu: without a picture it is no caption.
    twins = {(b.start, b.end) for b, k in zip(page.blocks, page.kinds, strict=True) if k.rule == TWIN}
    by_alt = {_same(f["alt"]): f for f in found if f["alt"] and f["caption"] is None}
    others = []
    for told in figures(rest):
        if (picture := by_alt.pop(_same(told["caption"] or "\0"), None)) is not None:
            picture.update({name: told[name] for name in ("caption", "credit", "spans")})
        elif tells(told["caption"], told["credit"]) and not (
            told["caption"] in by_text or twins.issuperset(told["spans"])
        ):
            others.append(told)
    return sorted(found + others, key=lambda f: f["position"])


def _of_others(page: Page, html: Html, last: int) -> set[int]:
    """The captions and credits behind the story's last line that are none of it: of cards, of what the site says.

    A picture of the story stands right behind it or behind another such, as in a gallery, and its caption is no link.
    """
    others: set[int] = set()
    end = last
    for n in range(last + 1, len(page.kinds)):
        if page.kinds[n].kind not in CAPTIONS and page.kinds[n].kind != "credit":
            continue
        is_beside = page.links[n].link_share >= LINKED or any(h.kind in BESIDE for h in html.markup[n].hints)
        if is_beside or n > end + BEHIND:
            others.add(n)
        else:
            end = n
    return others


def _told(text: str, labels: frozenset[str]) -> tuple[str, str | None]:
    """Caption and credit of an attribute that holds both: `data-caption="A crane lowers a pump. Jo Doe/AP"`."""
    found = credit_at_end(text, labels) or credit_of_caption(text)
    return (text, None) if found is None else (text[: found.start].rstrip(), found.source)


def _address_of(caption: str | None, html: Html) -> str | None:
    """The address of the picture to which the page's data give a caption that is printed without its picture."""
    key = _same(caption) if caption else ""
    return next((url for url, said in html.meta.images if key and _same(said) == key), None)


def _same(text: str) -> str:
    """What is the same of a caption and of the text of its picture, which has no full stop as often as one."""
    return fold(text).rstrip(".。 ")


def _joined(figures: Sequence[FigureMark]) -> list[FigureMark]:
    """The pictures; one without a caption and a caption without a picture right behind it are one."""
    marks: list[FigureMark] = []
    for mark in figures:
        before = marks[-1] if marks else None
        if (
            before is not None
            and not mark.is_seen
            and before.is_seen
            and not before.captions
            and mark.at_block == before.at_block
        ):
            marks[-1] = before._replace(captions=mark.captions, credits=mark.credits)
        else:
            marks.append(mark)
    return marks


def _is_of_story(mark: FigureMark, html: Html) -> bool:
    """Whether a picture without caption is of the story: none of a logo, a button, an author, another story."""
    if not mark.is_seen or any(h.kind in BESIDE for h in html.elements[mark.element].hints):
        return False
    if mark.width is not None and mark.width <= SMALL:
        return False
    url = mark.url
    return url is not None and not NO_PICTURE.search(f"{url} {mark.alt}")
