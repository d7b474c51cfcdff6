"""Whether a page is a live blog: entries, each with the time at which it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.prose import is_said, is_sentence
from newsclean.page.shape import STOP
from newsclean.page.traits import DIGIT, NUMBERED
from newsclean.phrases.fold import fold
from newsclean.phrases.shipped import verdict_phrases

MANY_ENTRIES = 6
MANY_WORDS = 480  # of a page whose lines begin with times of day, if nothing else tells
LINES = 8  # of the story for each such line, at most
NEXT = 3  # lines under a time in which its entry begins
MOST = 0.8  # share of the entries that have prose, and of the steps from one time to the next that go one way
BETWEEN = 0.7  # share of the times over which an entry ends: in a list of stories a headline stands there
ENTRIES = 0.6  # share of the story's words that stand in entries
LONG_LINE = 8  # words: in a shorter line the time may stand behind a date or a word
HEAD = 30  # characters of a longer one in which it stands
LINK = 0.5  # share of a line that is a link, at most
HOUR = 60  # minutes
WITH_NUMBER = DIGIT | NUMBERED
HAS_DIGIT, WORD = re.compile(r"\d"), re.compile(r"\w+")
SENTENCE_BLANKS = 4  # of a sentence behind a time, at least
CLOCK = re.compile(
    r"""(?<![\d.,:$€£/-])
    (?: (?P<hour>2[0-3]|[01]?\d) \s?
        (?: [:h] (?P<minute>[0-5]\d) (?![\d%/]|[.,:]\d)  # 14:05, 14h05
          | \. (?P<dotted>[0-5]\d) (?=\s?(?:uhr|[ap]\.?m|h\b))  # 11.04 Uhr, 2.55pm: else it may be a date
          | [時时點点시] \s? (?:(?P<sign>[0-5]?\d)\s?[分분])? )  # 14時05分
      | (?:(?<=kl\.\s)|(?<=kl\s)|(?<=klo\s)) (?P<nordic>2[0-3]|[01]?\d) [.:] (?P<past>[0-5]\d) (?!\d) )  # kl. 14.05
    (?: \s? (?P<half>[ap]) \.?m\b )?
    """,
    re.VERBOSE,
)
BEFORE_CLOCK = re.compile(r"\W{0,3}(?:[^\W\d]{1,8}[.:]?\s)?\W{0,2}")  # “Update 14:05”, “Kl. 14.05”
TIME = re.compile(r"\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\.?|uhr|h|ET|GMT|CET|BST))?\b", re.IGNORECASE)


def why_live(page: Page, story: Sequence[Block], title: str | None) -> str:
    """Why a page is a live blog, or "".

    Most of it stands in entries, each under or behind its time, the newest first; or the oldest first, if the headline
    says that it is live. Or many lines begin with a time of day, in a long text.

    Left alone: a programme, hours in a footer, a list of stories with their times, what somebody said minute by minute.

    Args:
        page: a settled page.
        story: what stays of it.
        title: its headline.
    """
    if not story:
        return ""
    first, last = max(0, story[0].number - 1), story[-1].number  # behind it are opening hours
    numbered = [b for b in page.blocks[first : last + 1] if b.traits & WITH_NUMBER and b.kind != "table"]
    if len(numbered) < MANY_ENTRIES:
        return ""
    if entries := _entries(page, numbered, story, is_said_live=title is not None and _says_live(title)):
        return f"it has {entries} entries, each with its time"
    times = sum([TIME.match(b.core) is not None for b in numbered])
    words = sum([b.words for b in story])
    if times >= MANY_ENTRIES and words >= MANY_WORDS and LINES * times >= len(story):
        return f"{times} lines begin with a time of day"
    return ""


def _entries(page: Page, numbered: Sequence[Block], story: Sequence[Block], *, is_said_live: bool) -> int:
    """How many entries with a time the page has, if they are most of it; else 0. `numbered`: lines with numbers."""
    found = [
        (b.number, minutes, rest)
        for b in numbered
        if (at := _time(b)) and not (page.links and page.links[b.number].link_share > LINK)  # to another story
        for minutes, rest in (at,)
    ]
    if len(found) < MANY_ENTRIES:
        return 0
    ends = [*[n for n, _, _ in found[1:]], story[-1].number + 1]
    with_prose = [
        rest or any(map(is_sentence, page.blocks[n + 1 : min(end, n + 1 + NEXT)]))
        for (n, _, rest), end in zip(found, ends, strict=True)
    ]
    behind_entry = [is_said(page.blocks[n - 1]) for n, _, _ in found[1:]]
    steps = [later - minutes for (_, minutes, _), (_, later, _) in pairwise(found)]
    newest_first, oldest_first = sum(step <= 0 for step in steps), sum(step >= 0 for step in steps)
    is_in_order = newest_first >= MOST * len(steps) or (is_said_live and oldest_first >= MOST * len(steps))
    in_entries = sum([b.words for b in story if b.number >= found[0][0]])
    return (
        len(found)
        if is_in_order
        and sum(with_prose) >= MOST * len(found)
        and sum(behind_entry) >= BETWEEN * len(behind_entry)
        and in_entries >= ENTRIES * sum([b.words for b in story])
        else 0
    )


def _time(b: Block) -> tuple[int, bool] | None:
    """When a line says that it was written, in minutes, and whether a sentence follows in it; None for other lines.

    Of a time of day the minutes since midnight; of “5 min ago” the minutes until now, as a negative number.
    """
    is_long = b.words > LONG_LINE or b.ending == STOP
    head = b.folded[:HEAD]
    match = (_ago().search(head) or CLOCK.search(head)) if HAS_DIGIT.search(head) else None
    if match is None or (is_long and not BEFORE_CLOCK.fullmatch(head[: match.start()])):
        return None
    minutes = _minutes_of_day(match) if match.re is CLOCK else _minutes_until_now(match)
    return minutes, b.ending == STOP and b.folded.count(" ", match.end()) >= SENTENCE_BLANKS


def _minutes_of_day(match: re.Match[str]) -> int:
    hour = int(match["hour"] or match["nordic"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return HOUR * hour + int(match["minute"] or match["dotted"] or match["sign"] or match["past"] or 0)


def _minutes_until_now(match: re.Match[str]) -> int:
    number, unit = (match["number"], match["unit"]) if match["unit"] else (match["before"], match["unit_before"])
    return -int(number) * (HOUR if unit in verdict_phrases("hours") else 1)


def _says_live(title: str) -> bool:
    """Whether a headline says that the page is live: “Flood in Torvhamn: live”, “Liveticker: …”."""
    folded = fold(title)
    words = frozenset(WORD.findall(folded))
    return any(p in words if WORD.fullmatch(p) and p.isascii() else p in folded for p in verdict_phrases("live"))


@lru_cache(maxsize=1)
def _ago() -> re.Pattern[str]:
    """How long ago something was: “5 min ago”, “vor 5 Minuten”, “5分前”."""
    units = _one_of(verdict_phrases("minutes") | verdict_phrases("hours"))
    behind, before = _one_of(verdict_phrases("ago_behind")), _one_of(verdict_phrases("ago_before"))
    return re.compile(
        rf"(?<![\d.,])(?P<number>\d{{1,3}})\s?(?P<unit>{units})\.?\s?(?:{behind})(?![a-z])"
        rf"|(?<!\w)(?:{before})\s?(?P<before>\d{{1,3}})\s?(?P<unit_before>{units})(?!\w)"
    )


def _one_of(words: frozenset[str]) -> str:
    """An alternation, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
