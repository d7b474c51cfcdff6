"""What stands where a picture would: its alternative text, the name of its file."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page

PICTURE_FILE = re.compile(r"[\w&.()%+-]{1,150}\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
FILE_NAME = re.compile(r"[^\W_][\w&.()-]*")


def picture(block: Block, page: Page) -> Finding | None:
    """The text that stands in for a picture where none is shown.

    A hint only when the picture is a link: then it is of a teaser.

    Cuts:
        sure | ![A crane lowers the first of six pumps](https://example.org/crane.jpg)

        hint | [![A crane lowers the first of six pumps](https://example.org/crane.jpg)](https://example.org/1)
    Keeps:
        | A crane lowers the first of six pumps, and a [second one](https://example.org/2) is on its [way](https://example.org/3).
    """
    return Finding("caption", "", "hint" if page.links[block.number].n_links else "sure")


def file_name(block: Block, page: Page) -> Finding | None:
    """The name of a picture's file, where its alternative text should be: words, letters and numbers joined by “_” and “-”.

    Left alone when there is neither “_” nor a number at the end: see `slug.lone`.

    Cuts:
        sure | harbour-town-pumps-2024-Quay-05
        hint | IMG_2953
        sure | quay.jpg
        sure | flood_pumps_1_en

        sure | a_b_c1
        sure | a-b-c-d-5
        sure | a-b-c-d-11111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
    Keeps:
        | Covid-19
        | F-16
        | 2019-20

        | quay_a
        | ab_c1
        | a-b-c-5
        | _quay_1_a
        | quay_1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        | quay-a-b-c-d
    """
    text = block.text
    if "." in text and PICTURE_FILE.fullmatch(text):
        return Finding("caption", "a file's name", "sure")
    joints = text.count("_") + text.count("-")
    if not joints or len(text) < 6 or len(text) > 160 or not FILE_NAME.fullmatch(text):
        return None
    if "_" in text and any(map(str.isdigit, text)):
        return Finding("caption", "a file's name", "sure" if joints >= 2 else "hint")
    if joints >= 4 and text[-1].isdigit():
        return Finding("caption", "a file's name", "sure")
    return None
