"""Captions, alternative texts and credits that stand together are one figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from newsclean.article.kinds import TEXT_KINDS
from newsclean.assemble.caption_labels import without_labels
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.paragraphs import paragraphs
from newsclean.page.shape import STOP, ending
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import read_credit, stripped
from newsclean.press.makers import makers

OUTER = " \t\n()[]{}（）【】|–—-•/.,＝"
PICTURED = frozenset(("caption", "caption_repeat", "credit"))  # kinds of lines of a figure
ENTRY = re.compile(r"[*+•]\s")  # of a menu that stands there twice
LONGEST_CREDIT = 60  # characters of what stands behind a label


def figures(page: Page) -> list[dict[str, Any]]:
    """The page's figures, in order, as values for `article.Figure`."""
    if PICTURED.isdisjoint([k.kind for k in page.kinds]):
        return []
    found: list[dict[str, Any]] = []
    open_figure: dict[str, Any] | None = None
    members: dict[int, dict[str, Any]] = {}
    by_key: dict[str, dict[str, Any]] = {}
    position = 0
    addresses = {n: mark.url for mark in page.figures for n in mark.captions}
    stays = [b for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in TEXT_KINDS]
    opening = {group[0].number for group in paragraphs(stays)}
    waiting: tuple[str, tuple[int, int]] | None = None  # a credit that came before its caption
    for b, k in zip(page.blocks, page.kinds, strict=True):
        if k.kind in TEXT_KINDS:
            position += b.number in opening
            open_figure = None
            if waiting:
                found.append(_figure(position - 1, credit=waiting[0], span=waiting[1]))
                waiting = None
            continue
        if k.kind in ("caption", "caption_repeat"):
            same = next((members[i] for i in (b.twin, b.echo) if i in members), None) or by_key.get(b.key or "\0")
            if same is None and b.number not in addresses and b.number - 1 in addresses and open_figure is not None:
                same = _described(open_figure)  # in Markdown the alternative text, and under it the caption
            figure = same or _figure(position)
            if same is None:
                found.append(figure)
            _say(
                figure, b, "caption_repeat" if k.rule == "caption.file_name" else k.kind
            )  # a file's name is no caption
            if waiting and not figure["credit"]:
                figure["credit"] = waiting[0]
                figure["spans"].append(waiting[1])
                waiting = None
            if not figure["url"]:
                figure["url"] = addresses.get(b.number)
            members[b.number] = figure
            if b.key:
                by_key.setdefault(b.key, figure)
            open_figure = figure
        elif k.kind == "credit":
            credit, span = _source(b), (b.start, b.end)
            if open_figure is not None and (not open_figure["credit"] or fold(open_figure["credit"]) == fold(credit)):
                open_figure["credit"] = credit
                open_figure["spans"].append(span)
            elif open_figure is not None and not open_figure["closed"]:
                open_figure["credit"] = f"{open_figure['credit']} {credit}"
                open_figure["spans"].append(span)
            else:
                waiting = (credit, span)
    if waiting:
        found.append(_figure(position, credit=waiting[0], span=waiting[1]))
    found = [f for f in found if f["credit"] or f["caption"] is None or not ENTRY.match(f["caption"])]
    found = [f for f in found if tells(f["caption"] or f["alt"], f["credit"])]
    for figure in found:
        del figure["closed"]
        figure["caption"], figure["credit"] = _behind_label(figure["caption"], figure["credit"])
        figure["caption"], said = without_labels(figure["caption"], page.lexicon.credit_labels)
        figure["credit"] = figure["credit"] or said
        figure["spans"] = tuple(sorted(figure["spans"]))
    return found


def caption_and_credit(page: Page, captions: Sequence[int], credited: Sequence[int]) -> tuple[str | None, str | None]:
    """What the blocks of one figure say: its caption without the credit, and the credit."""
    said: dict[str, str] = {}
    sources: list[str] = []
    for n in captions:
        b = page.blocks[n]
        said.setdefault(b.key or b.core, b.core)
        sources += [credit_source(page.source[c.start : c.end]) for c in b.cuts if c.kind == "credit"]
    sources += [_source(page.blocks[n]) for n in credited if len(credited) == 1 or not _is_label(page.blocks[n])]
    caption = " ".join(text for key, text in said.items() if not any(key != k and key in k for k in said))
    caption = caption if any(map(str.isalpha, caption)) else ""  # how many voted, a button that closes
    told, credit = _behind_label(caption or None, " ".join(dict.fromkeys(s for s in sources if s)) or None)
    told, labelled = without_labels(told, page.lexicon.credit_labels)
    return told, credit or labelled


def tells(caption: str | None, credit: str | None) -> bool:
    """Whether what is said tells of a picture: a caption in words does, a credit alone where it names somebody."""
    return (caption is not None and any(map(str.isalpha, caption))) or (credit is not None and any(makers(credit)))


def _behind_label(caption: str | None, credit: str | None) -> tuple[str | None, str | None]:
    """Caption and credit; where the credit is nothing but a label, what stands beside it is the credit.

    >>> _behind_label("the archive of Jo Doe", "Photo:"), _behind_label("A crane lowers a pump.", "Photo:")
    ((None, 'the archive of Jo Doe'), ('A crane lowers a pump.', None))
    """
    if credit is None or credit[-1] not in ":：":
        return caption, credit
    if caption is None or len(caption) > LONGEST_CREDIT or ending(caption) == STOP:
        return caption, None
    return None, caption


def _is_label(b: Block) -> bool:
    """Whether a block of several is the label of a credit alone: “Photo:”."""
    return b.core.rstrip()[-1:] in (":", "：") and b.words <= 2


def _figure(position: int, *, credit: str | None = None, span: tuple[int, int] | None = None) -> dict[str, Any]:
    return {
        "caption": None, "credit": credit, "alt": None, "url": None, "position": position,
        "spans": [span] if span else [], "closed": False,
    }  # fmt: skip


def _described(figure: dict[str, Any]) -> dict[str, Any] | None:
    """A figure whose one text turns out to be the picture's alternative text; None where it has a credit already."""
    if figure["credit"] or not figure["caption"] or figure["alt"]:
        return None
    figure["alt"], figure["caption"] = figure["caption"], None
    return figure


def _say(figure: dict[str, Any], b: Block, kind: str) -> None:
    """Add what a caption's block says to its figure."""
    if kind == "caption" and figure["caption"] is None:
        figure["caption"] = b.core
    elif figure["alt"] is None:
        figure["alt"] = b.core
    for cut in b.cuts:
        if cut.kind == "credit" and not figure["credit"]:
            figure["credit"] = credit_source(b.text[len(b.core) :])
            figure["closed"] = True
    figure["spans"].append((b.start, b.end))


def _source(b: Block) -> str:
    label = next((c for c in b.cues if c.kind == "credit" and c.where == "starts"), None)
    if label is None:
        return credit_source(b.text)
    rest = b.text[min(label.end, len(b.text)) :] if len(b.folded) == len(b.text) else b.text.partition(":")[2] or b.text
    if rest.startswith("/") or label.phrase.endswith("/"):
        return credit_source(b.text)  # a bank that opens credits: “Getty Images/Jo Doe”
    return credit_source(rest) or b.text.strip(OUTER)


def credit_source(text: str) -> str:
    """A credit without brackets, © and label.

    >>> credit_source("/사진=홍길동"), credit_source("（李明摄）"), credit_source("Fot. Jo Doe / PAP")
    ('홍길동', '李明', 'Jo Doe / PAP')
    >>> credit_source("(Photo: Jo Doe/AP)"), credit_source("Jo Doe. Styling: Mara Lind"), credit_source("山田太郎撮影")
    ('Jo Doe/AP', 'Jo Doe. Styling: Mara Lind', '山田太郎')
    >>> credit_source("Photo: HNA (Jo Doe)")
    'HNA (Jo Doe)'
    """
    bare = stripped(text, OUTER)
    head, mark, rest = bare.partition("：" if "：" in bare else ":")
    if mark and len(head) <= 30 and rest.strip() and "/" not in head and ". " not in head:
        bare = stripped(rest, OUTER)
    if (label := _label().match(bare)) and label.end() < len(bare):
        bare = stripped(bare[label.end() :], OUTER)
    credit = read_credit(bare)
    if credit:
        return stripped(credit.source, OUTER)
    taken = next((word for word in words_for("taken") if bare.endswith(word) and bare != word), "")
    return bare.removesuffix(taken).rstrip()


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A label without a colon: “사진=”, “图/”, “Fot. ”, “Photo by ”."""
    return re.compile(
        rf"{one_of('picture')}\s?[=＝/／]\s?(?=\S)|(?:Fot|Foto|Phot)\.\s(?=[^\W\d_])"
        rf"|(?i:{one_of('picture')}\s{one_of('by', 'by_or_of')})\s(?=[^\W\d_])"
    )
