"""Slugs: a headline turned into an identifier, with hyphens for its blanks."""

from __future__ import annotations

import re

from newsclean.page import Block, Finding, Page
from newsclean.shape import COLON, STOP

FILE_NAME = re.compile(r"[^\W_][\w&.()-]*")
QUOTES = "\"'“”‘’«»„"


def of_headline(block: Block, page: Page) -> Finding | None:
    """A slug of a headline that stands on the page as well.

    Left alone when no other line has the same letters: see `lone`.

    Cuts:
        -| flood-pumps-arrive-in-harbour-town
        | Flood pumps arrive in harbour town
    Keeps:
        | The state-of-the-art pumps arrived.
        | state-of-the-art
    """
    text = block.text
    if block.twin < 0 or "-" not in text:
        return None
    other = page.blocks[block.twin].text
    if text.count("-") > other.count("-") and " " in other:
        return Finding("slug", other, "sure")
    return None


def lone(block: Block, page: Page) -> Finding | None:
    """A line of four or more words in lower case that are all joined by hyphens.

    Left alone inside quotation marks, under a colon and when it ends like a sentence: people coin such words.

    Cuts:
        | north-pier-to-close-for-repairs
        | council-votes-on-sea-wall,-again
    Keeps:
        | “not-in-my-back-yard-or-anybody-else’s”
        | a-b-c
        | Mother-in-law
    """
    text = block.text
    if text.count("-") < 3 or " " in text or "/" in text or text != text.lower():
        return None
    if (text[0] in QUOTES and text[-1] in QUOTES) or block.ending == STOP:
        return None
    if block.number and page.blocks[block.number - 1].ending == COLON:
        return None
    words = [w for w in text.split("-") if w]
    if len(words) < 4 or sum(map(len, words)) < 12:
        return None
    return Finding("slug", f"{len(words)} words joined by hyphens", "sure" if len(words) >= 5 else "hint")


def file_name(block: Block, page: Page) -> Finding | None:
    """The name of a picture's file: words, letters and numbers joined by “_” and “-”.

    Left alone when there is neither “_” nor a number at the end: see `lone`.

    Cuts:
        | harbour-town-pumps-2024-Quay-05
        | IMG_2953
        | flood_pumps_1_en
    Keeps:
        | Covid-19
        | F-16
        | 2019-20
    """
    text = block.text
    joints = text.count("_") + text.count("-")
    if len(text) < 6 or len(text) > 160 or joints < 1 or not FILE_NAME.fullmatch(text):
        return None
    if "_" in text and any(map(str.isdigit, text)):
        return Finding("slug", "a file's name", "sure" if joints >= 2 else "hint")
    if joints >= 4 and text[-1].isdigit():
        return Finding("slug", "a file's name", "sure")
    return None
