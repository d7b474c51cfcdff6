"""Pages drawn by a word a line: its sort, its chance of being of the story, what is found of it, whether it stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page, Preference
from newsclean.page.shape import COLON, STOP
from newsclean.phrases.cue import Cue
from newsclean.phrases.lexicon import lexicon

# What each sort of line is: the words, the ending and the kind of its block, and what was found of it.
SORTS: dict[str, dict[str, Any]] = {
    "P": {"words": 12, "ending": STOP},  # a paragraph
    "S": {"words": 11, "ending": STOP},  # a sentence, too short for a paragraph
    "F": {"words": 4, "ending": STOP},  # too short for a sentence
    "W": {"words": 30},  # so long that it is prose, however it ends
    "L": {"words": 29},  # any other line
    "l": {"words": 3, "gap": -1},  # one on the line of the one before
    "k": {"words": 3, "gap": 0},  # one on the next line
    "h": {"words": 5},  # a headline
    "w": {"words": 5, "ending": STOP},  # the shortest sentence
    "o": {"words": 1},
    "C": {"words": 3, "ending": COLON},  # what leads to a list
    "n": {"tokens": frozenset()},  # nothing to read
    "c": {"words": 3, "cues": (Cue("share", "contains", "x", "en", 0, 1),)},  # with a phrase
    "a": {"words": 3, "gap": 0, "core": "tide"},  # a few letters on the next line
    "A": {"words": 3, "core": "tide"},
    "d": {"words": 1, "gap": 0, "core": "3-0"},
    "m": {"words": 1, "gap": 0, "core": "*"},
    "b": {"words": 3, "gap": 0, "core": "tide", "twin": 0},
    "s": {"words": 3, "core": "— Jo Doe (@jodoe)"},  # who wrote a post
    "y": {"words": 20, "gap": 0, "core": "tide"},
    "z": {"words": 21, "gap": 0, "core": "tide"},
    "K": {"words": 3, "ending": COLON, "core": "tide:"},
    "I": {"words": 3, "kind": "list_item"},
    "R": {"words": 3, "kind": "table"},
    "H": {"words": 5, "kind": "heading"},
    "T": {"words": 12, "ending": STOP, "twin": 0},  # a paragraph that says again what another says
    "E": {"words": 12, "ending": STOP, "echo": 0},  # the same, nearly
    "t": {"words": 3, "twin": 0},
    "e": {"words": 3, "echo": 0},
}
PLAIN: dict[str, Any] = {
    "start": 0, "end": 0, "text": "", "kind": "paragraph", "gap": 1, "tokens": frozenset(("tide",)),
}  # fmt: skip
FOUND: dict[str, Finding] = {
    "?": Finding("share", "", "hint"),
    "!": Finding("share", "", "sure"),
    "promo": Finding("promo", "", "sure"),
    "ad": Finding("ad", "", "sure"),
    "notice": Finding("notice", "", "sure"),
    "pointer": Finding("related", "", "sure", "teaser.lead_in"),
    "poll": Finding("other", "", "sure", "leftover.poll"),
    "caption": Finding("caption", "", "sure", "scene.signed"),
    "credit": Finding("credit", "", "sure", "credit.by_phrase"),
    "promo?": Finding("promo", "", "hint"),
    "description": Finding("description", "", "hint"),
    "author_bio": Finding("author_bio", "", "hint"),
    "copy": Finding("repeat", "", "sure", "repeat.paragraph"),
    "list?": Finding("related", "", "hint", "teaser.list_title"),
}


def drawn(picture: str, *, title: int = -1, prefer: Preference = "balance") -> tuple[Page, list[bool], list[float]]:
    """A page of lines, parted by commas: `P+, L .2 ?, P`; whether the path kept each, and the chance that it gave."""
    blocks: list[Block] = []
    stays: list[bool] = []
    chances: list[float] = []
    findings: list[tuple[Finding, ...]] = []
    for n, line in enumerate(picture.split(",")):
        sort, *rest = line.split()
        chance = next((float(mark) for mark in rest if mark.startswith(".")), 0.9 if "+" in sort else 0.0)
        blocks.append(Block(**PLAIN | SORTS[sort[0]] | {"number": n}))
        stays.append("+" in sort)
        chances.append(chance)
        findings.append(tuple(FOUND[mark] for mark in rest if mark in FOUND))
    found, n = tuple(findings), len(blocks)
    page = Page("", "text", tuple(blocks), lexicon(), title=title, findings=found, witnesses=((),) * n, prefer=prefer)
    return page, stays, chances


def shown(stays: Sequence[bool]) -> str:
    return "".join("+" if stay else "-" for stay in stays)
