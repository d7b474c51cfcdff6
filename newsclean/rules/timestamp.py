"""When it was published or changed, and how long it takes to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_prose
from newsclean.page.shape import STOP
from newsclean.page.traits import DIGIT, NEAR_TITLE, SHORT
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share, read_date
from newsclean.press.stamps import before_change, behind_label, says_change
from newsclean.rules.cued import cue_of

MEASURED = re.compile(r"\d\s?[%％]|→")  # a row of a table with dates, no stamp
RANGE = re.compile(r"\b(?:1[5-9]|20)\d\d\b.{0,12}?\s-\s.{0,16}?\b(?:1[5-9]|20)\d\d\b")
OPENS = 40  # characters behind a label in which its date stands
MOST_WORDS, MOST_CHARACTERS = 14, 36  # of a date; scripts without blanks have more words than others
HEAD, LONGEST_HEAD = 4, 80  # lines below the headline, and characters, of a date with a place or a house
BARRED, BLANKS = re.compile(r"\s?[|•·/]\s?|\s[–—-]\s|,\s"), re.compile(r"\s+|[|｜：]")  # parts of such a line
MOST_BESIDE, MOST_OF_PART = 8, 16  # words of it that are of no date; characters of a part, in scripts without blanks
MOSTLY, NOTHING_ELSE = 0.7, 0.85  # share of a line's words that are of a date


def dated(block: Block, page: Page) -> Finding | None:
    """A line that is nothing but a date or a time.

    Left alone when it ends like a sentence, is a bare number of the story, or spans from one year to another.

    Cuts:
        sure | Wednesday 20 November 2019 11:42, UK
        sure | 14:00, 28 Apr 2024
        sure | 2024年5月3日 12:00
        sure | ۱۴ اردیبهشت ۱۴۰۵ - ۱۰:۱۵
        sure | 4 พฤษภาคม 2569 เวลา 10:15 น.
        sure | March 1 2024, 6:00 a.m.
        sure | 11 February 2025 by Jo Doe
        sure | 11 February 2025 | Written by Jo Doe
        sure | Updated February 11, 2025
        sure | Mis à jour le 11 février 2025
        sure | 03/05/2024 a las 12:00h. Actualizado a las 14:00h.

        hint | 14:00
        hint | Fri 3 May 2024, Orrin
        sure | 3 May 2024 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00
        hint | 3 May 2024 12:00 Orrin quay
        sure | 3 May 2024 by Mara Ann Sue Lind

        sure | 3 May 2024
        sure | 4 May 2024

        hint | 3 May 2024
        sure | 4 May 2024
        sure | 5 May 2024
             | Tickets at the quay

             | Flood pumps arrive in harbour town
        sure | 1 May 2024
        sure | 2 May 2024
        hint | 3 May 2024
        sure | 4 May 2024
        sure | 5 May 2024
             | The pumps came by rail on Monday and the crane that lifts them came by sea.
    Keeps:
        | 1984
        | He was born on 3 May 1950.
        | Updated plans of 2025
        | Modified barges: 12 May
        | 12 May 1938 - 3 February 2024
        | 2024/05/24 13.46% → 12.34% 2024/05/31 15:21

        | 6 a.m.
        | Fri 3 May 2024, Orrin quay
        | 3 May 2024 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00
        | 3 May 2024 by Mara Ann Sue Kim Lind
    """
    if block.words > MOST_WORDS and len(block.core) > MOST_CHARACTERS:
        return None
    if block.ending == STOP and not _ends_in_short_form(block):
        return None
    share = _share(block)
    if share < MOSTLY or MEASURED.search(block.core):
        return None
    if read_date(block.text) is None:
        return Finding("timestamp", "a time of day", "hint") if _clock().search(block.folded) else None
    if RANGE.search(block.folded):
        return None
    sure = share >= NOTHING_ELSE and block.traits & NEAR_TITLE and not _in_list(block.number, page.blocks)
    return Finding("timestamp", f"{share:.0%} of its words are of a date", "sure" if sure else "hint")


def _ends_in_short_form(b: Block) -> bool:
    """Whether a date ends in a full stop that ends no sentence: “6 a.m.”."""
    return _short_form().search(b.folded) is not None and _share(b) >= MOSTLY and read_date(b.text) is not None


@lru_cache(maxsize=1)
def _short_form() -> re.Pattern[str]:
    """A full stop that ends no sentence: “6 a.m.”, “5 min.”."""
    return re.compile(rf"\d\s?(?:[ap]\.\s?m|h|{one_of('short_units')})\.\Z")


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    """A time of day, how long ago it was, or seconds since 1970."""
    return re.compile(rf"(?<![\d.,$€£])\d{{1,2}}[:.h]\d\d(?![\d.%/])|\d\s?[ap]\.?m\b|{one_of('ago')}|\A1[4-9]\d{{8}}\Z")


def headed(block: Block, page: Page) -> Finding | None:
    """A date beside a place, a house or a desk, between the headline and the story: “12.12.2022 - Harbour Town”.

    Left alone when it is one of several, in a sentence, or amid words: “The fair is on 12 June 2024”.

    Cuts:
             | Flood pumps arrive in harbour town
        sure | 12.12.2022 - Harbour Town
             | The pumps came by rail on Monday and the crane that lifts them came by sea.

             | Flood pumps arrive in harbour town
        sure | Harbour Town, 3. Mai 2024 – Pressestelle
             | The pumps came by rail on Monday and the crane that lifts them came by sea.

             | 洪水ポンプが港町に到着
        sure | 港新聞 2023年5月6日 10:11
             | 最初の二台のポンプが月曜日に岸壁に到着し、残りのポンプも北部から運ばれている途中だという。

             | 水泵运抵港口小镇
        sure | 2023年05月06日 10:11 来源：港口新闻网
             | 港口新闻网讯，第一批两台水泵于周一运抵码头，其余的水泵正从北方运来，预计本周内到达。
    Keeps:
        | Flood pumps arrive in harbour town
        | The fair is on 12 June 2024
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | Flood pumps arrive in harbour town
        | 12 June 2024 - Harbour Fair
        | 13 June 2024 - Boat race
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | 12.12.2022 - Harbour Town

        | 12.12.2022 - Harbour Town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | Flood pumps arrive in harbour town
        | 1938 - 2024 - Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
    """
    above, n = page.title, block.number
    if not 0 <= above < n <= above + HEAD or not block.traits & DIGIT or len(block.core) > LONGEST_HEAD:
        return None
    if block.ending == STOP or any(c.kind in ("caption", "credit") for c in block.cues) or block.cuts:
        return None
    if RANGE.search(block.folded) or any(map(is_prose, page.blocks[above + 1 : n])):
        return None
    beside = page.blocks[n - 1 : n + 2 : 2]
    if any(b.number != above and read_date(b.core) for b in beside if not is_prose(b)):
        return None
    has_blanks = UNSPACED.search(block.core) is None
    parts = [part for part in (BARRED if has_blanks else BLANKS).split(block.core) if part]
    if len(parts) < 2 or (not has_blanks and max(map(len, parts)) > MOST_OF_PART):
        return None
    date = [part for part in parts if date_share(fold(part)) >= NOTHING_ELSE]
    others = block.words - sum(len(tokens(fold(part), unspaced=not has_blanks)) for part in date)
    if not date or others > MOST_BESIDE * (1 if has_blanks else 2) or read_date(" ".join(date)) is None:
        return None
    return Finding("timestamp", " ".join(date), "sure")


@lru_cache(maxsize=1)
def _behind_date() -> re.Pattern[str]:
    """What parts a date from what else stands on its line: who wrote it, a bar."""
    return re.compile(rf"\s{one_of('by', 'by_or_of')}\s|\s?[|•·]\s?", re.IGNORECASE)


def _in_list(n: int, blocks: Sequence[Block]) -> bool:
    """Whether the lines around this one are dates, too: a timetable, a list."""
    around = (*blocks[max(0, n - 2) : n], *blocks[n + 1 : n + 3])
    return len(around) > 1 and all(_share(b) >= MOSTLY for b in around)


def says_by(b: Block) -> int:
    """Where in a line with a date its author begins: “3 May 2024 by Jo Doe”; 0 where it names none."""
    if b.traits & SHORT and b.tokens.isdisjoint(_by()):
        return 0  # nearly all lines
    match = _by_name().search(b.core)
    return match.start() if match is not None and is_name(match[1], 4) and " " in match[1] else 0


@lru_cache(maxsize=1)
def _by() -> frozenset[str]:
    return words_for("by") | words_for("by_or_of")


@lru_cache(maxsize=1)
def _by_name() -> re.Pattern[str]:
    """The author behind a date: “ | Written by Jo Doe and Mara Lind”."""
    return re.compile(
        rf"""
        (?:\s[|•·])? (?:\s{one_of("before_by")})?
        \s{one_of("by", "by_or_of")}\s
        ([^\W\d_][^\d,&]{{2,40}}?)
        (?:\s?[,&]\s?\D{{0,40}} | \s{one_of("and")}\s\D{{1,40}})?
        \Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _share(b: Block) -> float:
    """How much of a line is a date, its author and the word that opens it aside: “Updated”.

    Of one that has its last change behind a date, the date: “03/05/2024 a las 12:00h. Actualizado a las 14:00h.”
    """
    line = b.folded[: says_by(b) or None]
    if not says_change(line):
        return date_share(line)  # nearly all lines
    if b.words <= MOST_WORDS:
        before = before_change(line)
        if len(before) < len(line) and _clock().search(line, len(before)):
            return date_share(before)
    return date_share(behind_label(line))


def labelled(block: Block, page: Page) -> Finding | None:
    """A line that opens with “Published”, “Updated”, or tells the time it takes to read.

    Cuts:
        sure | Updated: 3 May 2024
        sure | 5 min read
        sure | Updated: 7 January 2026, 18:50 p.m. 4 min.

        sure | Posted on May 3, 2024 by Jo Doe in News
        sure | Published on 3 May 2024 | Harbour Town and the sea around it

        hint | Updated
        sure | Updated: the quay of Orrin is now dry
        hint | Published 3 of the six books on the quay
        hint | Published 3 of the six books on the old quay
        hint | Last updated the quay
        sure | The quay, 5 min read
        sure | min read
        sure | Last updated 3 May 2024 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00
        sure | Last updated 3 May Orrin quay
        sure | Last updated 3 May 2024 12:00.
    Keeps:
        | Updated plans show a higher wall.

        | Last updated on the quay of Orrin by the men of
        | Last updated 3 May 2024 3 May 2024 3 May 2024 3 May 2024 3 May 2024 3 May 2024 3 May 2024 3 May 2024
        | Last updated 3 May 2024 12:00 13:00.
    """
    cue = cue_of(block, "timestamp")
    if cue is None or block.words > 25:
        return None
    if block.ending == STOP and block.words > 6 and cue.where != "whole" and not _ends_in_short_form(block):
        return None
    if cue.where == "whole":
        return Finding("timestamp", cue.phrase, "sure" if " " in cue.phrase or "#" in cue.phrase else "hint")
    rest = block.folded[cue.end :] if cue.where == "starts" else block.folded[: cue.start]
    marked = cue.phrase[-1] == ":" or "#" in cue.phrase
    if cue.where == "starts" and len(rest) > 1:
        rest = _behind_date().split(rest, maxsplit=1)[0]
    is_before = marked and cue.where == "starts" and rest.lstrip()[:1].isdigit() and read_date(rest[:OPENS]) is not None
    if date_share(rest) >= 0.5 or (marked and block.words <= 8) or (is_before and block.ending != STOP):
        return Finding("timestamp", cue.phrase, "sure")
    return Finding("timestamp", cue.phrase, "hint") if block.words <= 10 else None
