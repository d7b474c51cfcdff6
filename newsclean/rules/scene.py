"""Captions without a label or credit, told by their form: what a picture shows, and when it was taken."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.phrases.fold import fold
from newsclean.press.dates import date_share, read_date

FEWEST, MOST = 7, 60  # words of such a caption
YEAR_AT_END = re.compile(r"(?:19|20|25)\d\d\s?[年년]?[^\w]{0,3}\Z|[日일][^\w]{0,2}\Z")
TAIL = range(3, 9)  # words that a date at the end may have
LOOK = 12  # characters at the end in which its year stands
INNER_STOP = re.compile(r"(?:(?<!\d)[.!?]|(?<=(?:19|20)\d\d)\.)\s+[^\W\d_a-zà-ÿ]")
NUMBERED_PLAYER = re.compile(r"[^\W\d_]\s?[(#]\s?#?\d{1,2}\)?[\s,]")
FILED = re.compile(r"(?:FILE|ARCHIVO|ARCHIV|ARCHIVE|ARQUIVO|ARCHIVIO)\s?(?:PHOTO\s?)?[-–—:]\s?", re.IGNORECASE)
PLACE_AND_DAY = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30},\s[A-ZÀ-Þ][\w. ]{1,20}\s[-–—]\s[A-Za-z]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?\s?:"
)
STOPS = ".!?"
YEARS_AND_DAYS = "年년日일"
SOME = 0.3  # of the words before the date: one date to another is a life or a fair
DASHES = "-–—"
MENTIONS = 2  # players with their numbers in one caption


def dated(block: Block, page: Page) -> Finding | None:
    """A single sentence that ends with a full date, as captions do to say when the picture was taken.

    Left alone when the date is all there is to it, and when it has several sentences.

    Cuts:
        hint caption | Supporters look on as the results are read out in the town hall of Orrin, February 8, 2024
        hint caption | Feuerwehrleute stehen auf dem Deich vor dem Pumpwerk in Orrin am 15. April 2024.
        hint caption | Deux pompes arrivent sur le quai du port d’Orrin, le 4 février 2025.
        hint caption | Men on the quay, 8 February 2024
    Keeps:
        | The first two pumps reached the quay in 2024.
        | He was born there on 3 May 1950. The town gave him a boat when he retired on March 1, 2010.
        | Thursday 9 January 2025
        | Men on quay, 8 February 2024
        | The fair, from 3 May 2024 to 5 May 2024
    """
    text = block.core
    if (
        not FEWEST <= block.words <= MOST
        or _ends_in_word(text)
        or not YEAR_AT_END.search(text, max(0, len(text) - LOOK))
    ):
        return None
    if INNER_STOP.search(text) or text[0] in DASHES:  # who wrote a post, and when
        return None
    words = text.split()
    for n in TAIL:
        tail = " ".join(words[-n:])
        told = " ".join(words[:-n])
        if len(words) > n + 3 and date_share(fold(tail)) == 1.0 and read_date(tail) and date_share(fold(told)) < SOME:
            return Finding("caption", tail, "hint")
    return None


def _ends_in_word(text: str) -> bool:
    """A cheap look, for most sentences: their last word is none of a date."""
    last = text[-1] if text[-1] not in STOPS else text[-2:-1]
    return last.isalpha() and last not in YEARS_AND_DAYS


def players(block: Block, page: Page) -> Finding | None:
    """A sentence that names players with the numbers on their shirts.

    Cuts:
        hint caption | Orrin’s Jo Doe (29) puts the ball behind goalkeeper Osk Halden (30) during the first half in Harbour Town.
    Keeps:
        | Jo Doe (29) said that he had never seen the quay so full.
        | The ferry (12 cabins) left at noon.
        | Doe (29), Halden (30) and Berg
    """
    text = block.core
    if text.count("(") + text.count("#") < MENTIONS or not FEWEST <= block.words <= MOST:
        return None
    if len(NUMBERED_PLAYER.findall(text)) < MENTIONS:
        return None
    return Finding("caption", "players with their numbers", "hint")


def filed(block: Block, page: Page) -> Finding | None:
    """A caption that opens as picture agencies open theirs: “FILE - …”, “ORRIN, EM - JANUARY 10: …”.

    Cuts:
        sure caption | FILE - The night ferry leaves the quay of Orrin in the spring before the fire.
        sure caption | ORRIN, EM - JANUARY 10: A crane lowers the first of six pumps onto the quay of the old harbour.
        hint caption | File - The night ferry leaves the quay of Orrin in the spring before the fire.
    Keeps:
        | Files of the harbour office show that the pumps were bought without a tender.
        | ORRIN, Estmark - The council met on Monday.
    """
    match = FILED.match(block.core) or PLACE_AND_DAY.match(block.core)
    if match is None or block.words > MOST:
        return None
    is_capitals = match.group().split()[0].strip("-–—:").isupper()
    return Finding("caption", match.group().strip(), "sure" if is_capitals else "hint")
