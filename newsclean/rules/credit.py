"""Lines that are only a picture's credit."""

from __future__ import annotations

from newsclean.credits import agencies, read_credit
from newsclean.fold import fold
from newsclean.page import Block, Finding, Page

BRACKETS = frozenset("([（【")


def line(block: Block, page: Page) -> Finding | None:
    """A line that is nothing but a credit: a label and names, or names with an agency.

    Left alone when it ends like a sentence: reporters write “the AP/Reuters pool”.

    Cuts:
        | Photo: Jo Doe
        | Jo Doe/Reuters
        | KCNA VIA KNS/AFP via Getty Images
        | (AP Photo/Jo Doe)
        | © Jo Doe
    Keeps:
        | He told the AP/Reuters pool that talks would resume on Monday.
        | Getty Images opens an archive in Harbour Town
        | Photo booths are back.
    """
    if block.words > 18 or len(block.text) > 120:
        return None
    label = next((c for c in block.cues if c.kind == "credit" and c.where in ("starts", "whole")), None)
    if (
        label is None
        and "©" not in block.text
        and "(c)" not in block.folded
        and agencies().words.isdisjoint(fold(block.text).replace("/", " ").replace("(", " ").replace(")", " ").split())
    ):
        return None
    if label is not None and label.where == "whole":
        return Finding("credit", label.phrase, "sure" if block.words > 1 else "hint")
    credit = read_credit(block.text, label.end if label else 0)
    if credit is not None:
        marked = credit.is_marked or block.text[0] in "(["
        return Finding("credit", credit.source, "sure" if marked else "hint")
    if label is not None and label.phrase[-1] in ":：" and block.words <= 12:
        return Finding("credit", label.phrase, "sure" if block.ending != 1 else "hint")
    return None


def bracket(block: Block, page: Page) -> Finding | None:
    """A bracket that opens, alone on its line: what it held was a credit.

    Cuts:
        | (
    Keeps:
        | (No.)
    """
    return Finding("other", block.text, "sure") if block.text in BRACKETS else None
