"""Who wrote it: bylines, roles, addresses, notes on the author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph, is_question, is_sentence, length
from newsclean.page.shape import SIGNATURE_MARKS, STOP
from newsclean.phrases.cue import Cue
from newsclean.phrases.find import find_cues
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.language_words import one_of, words_for
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share, read_date
from newsclean.read.meta.byline_patterns import patterns
from newsclean.rules.cued import cue_of

HANDLE = re.compile(r"(?<![\w.+-])(?:@\w{2,20}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,3})")
DASHES = "—–-"
POSTED = re.compile(r"[—–-]\s?[^—–@]{1,60}\(@\w{1,30}\)")  # who wrote a post that the story shows
BEFORE_DATE = re.compile(
    r"([^\W\d_][^\s\d|,]{0,20}(?:\s[^\s\d|,–—]{1,20}){1,3}?)\s*[|,•·–—-]?\s+(?=\d|[A-Z][a-z]{2,8}\.?\s\d)"
)
OPENING, CLOSING = " (<[|·,:=-–—", " )>]|"  # round an address
# How somebody is reached: by mail, at a site, by telephone.
REACHED = re.compile(r"\w@[\w-]{1,40}\.\w|\bwww\.\w|\+?\d[\d()/ -]{6,20}\d")
MOST_IN_SIGNATURE = 10  # words of one of its lines
SIGNED = re.compile(r"[-–—]{1,2}\s?([^\W\d_]\S{1,30}(?:\s\S{1,30}){1,2})")  # “-- Jo Doe”
QUOTATION = frozenset('"“”„«»‘「『')
BAR = "|•·/"
BARS = re.compile(rf"\s?[{BAR}]\s?")
MOST_OF_NOTE, MOST_IN_BYLINE = 90, 14  # words of a note on the author; of the line that names him
HEAD_OF_NOTE = 160  # characters of a note in which it tells of whom it is
REACH = 30  # blocks from a note on the author to what may tell of him: the time stays in line with the page
BEFORE_NOTE = 3  # paragraphs of a story before the note at its end
CONFERENCE = ("会", "會見")  # behind 記者: a press conference, “会見” and “会”
SHORT = 8  # words of a line with an address
LABELS = ("byline", "author_bio")  # “By”, “About the author”
NAME = r"([^\W\d_]\S{1,30}(?:\s\S{1,30}){1,3}?)"


class _Notes(NamedTuple):
    """Patterns of what is said of a reporter, made of the words of all languages."""

    is_reporter: re.Pattern[str]  # “Jo Doe is the harbour reporter”
    of_name: re.Pattern[str]  # “Jo Doe, has …”
    reported: re.Pattern[str]  # “Jo Doe reported from Orrin.”
    surnames: re.Pattern[str]  # “Peoples and Lind reported from Orrin.”
    write_to: re.Pattern[str]  # “Email Jo Doe at …”
    ago: re.Pattern[str]  # “3 hours ago”


@lru_cache(maxsize=1)
def _notes() -> _Notes:
    return _Notes(
        is_reporter=re.compile(rf"{NAME}\s{one_of('tells')}\s[^.]{{0,70}}?{one_of('writer')}"),
        of_name=re.compile(rf"{NAME},?\s{one_of('tells', 'tells_more')}\s"),
        reported=re.compile(rf"{NAME}\s{one_of('reported_from')}\s[^.]{{2,60}}\.?"),
        surnames=re.compile(
            rf"([A-ZÀ-Þ][\w’'-]{{2,20}}(?:,?\s(?:{one_of('and')}\s)?[A-ZÀ-Þ][\w’'-]{{2,20}}){{0,4}})"
            rf"\s{one_of('reported_from')}\s[A-ZÀ-Þ][^.]{{2,60}}\.(?:\s[^.]{{4,90}}\.)?\Z"
        ),
        write_to=re.compile(rf"{one_of('write_to')}\s(\S+(?:\s\S+){{1,3}}?)\s(?:{one_of('write_at')}|@)"),
        ago=re.compile(rf"\d\s\w{{1,12}}\s{one_of('ago')}\Z"),
    )


def reporter_told_of(note: str) -> re.Match[str] | None:
    """Whom a note tells of, as the first group, if it begins so: “Jo Doe is a reporter”."""
    return _notes().is_reporter.match(note[:HEAD_OF_NOTE])


def opened(block: Block, page: Page) -> Finding | None:
    """A line that opens with “By”, “Von”, “Par” and goes on with names.

    Cuts:
        sure | By Jo Doe and Mara Lind
        sure | By Jo Doe, Associated Press
        sure | Written by Jo Doe

        sure | By
        hint | By: the desk
        sure | By Jo Doe and Mara.
        sure | By Jo Doe, the pumps came by rail on Monday and the crane that lifts them
        hint | By Jo Doe, the pumps came by rail on Monday and the crane that lifts them came
        hint | By Jo Doe, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had
        sure | Written by Ann İnan
        sure | By Jo Doe of Orrin
        sure | By Jo in Orrin

        sure | By Jo Doe, Mara Lind and the crew.
    Keeps:
        | By Monday the pumps had arrived.
        | 記者会見
        | 記者：寂しくなりませんか。
        | By the time the pumps arrived, the quay was dry and the mayor had gone home.

        | Jo Doe, Staff Writer
        | 记者会
        | 記者會見
        | By Jo Doe and the men of the quay.
        | By Jo Doe, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked
        | By the İnan
    """
    cue = cue_of(block, "byline", "starts")
    if cue is None or block.words > 24 or is_question(block):  # “記者：…？” opens an interview's question
        return None
    rest = (
        block.text[cue.end :].strip(" :：/／")
        if len(block.folded) == len(block.text)
        else block.text.split(" ", cue.phrase.count(" ") + 1)[-1]
    )
    if not rest:
        return Finding("byline", cue.phrase, "sure")
    if rest.startswith(CONFERENCE):
        return None
    first = patterns().joint.split(rest)[0]
    named = is_name(_place().sub("", first)) or is_name(" ".join(first.split()[:2]))
    if not named:
        return Finding("byline", cue.phrase, "hint") if cue.phrase[-1] == ":" else None
    if block.ending == STOP and block.words > 8:
        return None
    return Finding("byline", cue.phrase, "sure" if block.words <= 16 else "hint")


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    """Where a reporter writes from, behind the name: “ in Orrin”."""
    return re.compile(rf"\s{one_of('in', 'in_or_and')}\s\S.*$")


def role(block: Block, page: Page) -> Finding | None:
    """A line that names a reporter's role: “Jo Doe, Staff Writer”.

    Cuts:
        sure | Jo Doe, Staff Writer

        hint | Author
        sure | By staff

        sure | Jo Doe of the pumps came by rail on Monday and the, Staff Writer
    Keeps:
        | 김하나 시장이 항구로 출근하고 있다. © Orin1 이두리 기자
        | The staff writer who found the letter never spoke of it again.

        | By Jo Doe
        | Staff Writer.

        | Jo Doe of the pumps came by rail on Monday and the crane, Staff Writer
    """
    if "©" in block.text or "ⓒ" in block.text:
        return None  # a picture's credit, behind its caption
    cue = cue_of(block, "byline", "whole", "ends")
    if cue is None or block.words > 14 or block.ending == STOP:
        return None
    return Finding("byline", cue.phrase, "sure" if cue.where == "ends" or " " in cue.phrase else "hint")


def name_alone(block: Block, page: Page) -> Finding | None:
    """A name that stands alone near the headline or a date, under “Author”, or twice.

    Cuts:
             | Flood pumps arrive in harbour town
        hint | Mara Lind
             | 3 May 2024
             | The first two pumps reached the quay on Monday, and more are on their way from the north.

             | The first two pumps reached the quay on Monday, and more are on their way from the north.
        hint | Mara Lind
        hint | Mara Lind

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | Author
        sure | Mara Lind
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | About the author
        hint | Mara Lind
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | MARA LIND
        hint | MARA LIND
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Mara Jo Ann Lind
        hint | Mara Jo Ann Lind
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Mara Lind
             | 3 May 2024, 4 May 2024, 5 May 2024, 6
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | Mara Lind
             | 3 May 2024 in Orrin
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The pumps came by rail on Monday and the crane that lifts them came by sea.
             | The crane was brought from the north.
        hint | Mara Lind
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | The first two pumps reached the quay on Monday, and more are on their way from the north.
             | The mayor said that the second wall would be ready before the storms of the next winter.
             | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        sure | -- Mara Lind

             | Die ersten zwei Pumpen kamen am Montag am Kai an, und vier weitere sind aus dem Norden unterwegs.
             | Die zweite Mauer werde vor den Stürmen des nächsten Winters fertig sein, sagte die Bürgermeisterin.
             | Verletzt wurde niemand, sagte sie, und die Schule öffnet am Donnerstag, wenn die Straße trocken ist.
        sure | – Mara Lind
    Keeps:
        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor said that the second wall would be ready before the storms of the next winter.
        | “Nobody was hurt, and the school will open again on Thursday, when the road is dry for all of us.”
        | -- Mara Lind

        | Die ersten zwei Pumpen kamen am Montag am Kai an, und vier weitere sind aus dem Norden unterwegs.
        | Die zweite Mauer werde vor den Stürmen des nächsten Winters fertig sein, sagte die Bürgermeisterin.
        | „Verletzt wurde niemand, und die Schule öffnet am Donnerstag, wenn die Straße wieder trocken ist.“
        | – Mara Lind

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | Mara Lind
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Author: Jo
        | Mara Lind
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Share
        | Mara Lind
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Mara Lind
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | 3 May 2024

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Mara Lind.
        | Mara Lind.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Mara Lind 4
        | Mara Lind 4
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Sign Up
        | Sign Up
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Mara Lind
        | 3 May 2024, 4 May 2024, 5 May 2024, 6 7
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Mara Lind
        | 3 May 2024 Orrin
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north.
        | The mayor was glad of it.
        | Mara Lind
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Mara Lind
        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    """
    if (name := _signature(block, page.blocks)) is not None:
        return Finding("byline", name, "sure")
    if block.ending or block.cues or not is_name(block.text):  # of two to four capitalised words: its trait, NAME
        return None
    beside = page.blocks[max(0, block.number - 1) : block.number + 2]
    if beside[0].number < block.number and any(c.kind in LABELS and c.where == "whole" for c in beside[0].cues):
        is_label = any(c.kind == "byline" and c.where == "whole" for c in beside[0].cues)
        return Finding("byline", f"a name under “{beside[0].text}”", "sure" if is_label else "hint")
    if any(b.text == block.text and b.number != block.number for b in beside):
        return Finding("byline", "a name said twice", "hint")
    if any(b.words <= 10 and b.number != block.number and date_share(b.folded) >= 0.8 for b in beside):
        return Finding("byline", "a name beside a date", "hint")
    if 0 <= page.title < block.number <= page.title + 4:
        return Finding("byline", "a name under the headline", "hint")
    return None


def _signature(block: Block, blocks: Sequence[Block]) -> str | None:
    """The name behind a dash that signs a page of prose; under a quotation stands the one who is quoted."""
    match = SIGNED.fullmatch(block.text)
    if match is None or block.number != len(blocks) - 1 or not is_name(match[1], 3):
        return None
    above = blocks[max(0, block.number - BEFORE_NOTE) : block.number]
    is_story = len(above) == BEFORE_NOTE and all(is_paragraph(b) and b.ending == STOP for b in above)
    return match[1] if is_story and not QUOTATION.intersection(above[-1].text) else None


def name_and_date(block: Block, page: Page) -> Finding | None:
    """A name with a date behind it.

    Cuts:
        sure | Mara Lind 2 March 2024 21:45
        sure | Jo Doe | 3 May 2024
        sure | Mara Lind 2 minutes ago
        sure | Jo Doe | The Harbour Post | 3 May 2024

        sure | Mara Lind, 3 May 2024 in the old town
        sure | Mara Lind | Monday 3 May 2024, 12:00 to 13:00 CET 1
    Keeps:
        | Wednesday 20 November 2019 11:42
        | The pumps came on 3 May 2024

        | Mara Lind 3 May 2024 12:00 12:00 12:00 12:00 12:00 12:00 12:00 12:00
        | Jo Doe 3 May
        | Mara Lind 3 May 2024.
        | May Day 3 May 2024
        | jo doe 3 May 2024
        | Flood | jo doe | 3 May 2024
        | Jo | The Harbour Post | 3 May 2024
        | Jo Doe | The Harbour Post | Orrin | 3 May 2024
        | Jo Doe | The Harbour Post | May in Orrin 2024
    """
    if not 4 <= block.words <= 12 or block.ending == STOP:
        return None
    name = name_before_date(block.text)
    return None if name is None else Finding("byline", name, "sure")


def name_before_date(text: str) -> str | None:
    """The name that a line begins with, if all behind it is a date."""
    match = BEFORE_DATE.match(text)
    if match is None:
        return _name_in_front(text)
    if not is_name(match[1]) or date_share(fold(match[1] + " 1")) > 0.5:
        return None
    rest = text[match.end(1) :]
    if date_share(fold(rest)) < 0.7 or (read_date(rest) is None and _notes().ago.search(rest) is None):
        return None
    return match[1]


def _name_in_front(text: str) -> str | None:
    """The name in front of a house and a date that bars part: “Jo Doe | The Harbour Post | 3 May 2024”."""
    if sum(map(text.count, BAR)) != 2:
        return None
    name, *others = BARS.split(text)
    if not 2 <= len(name.split()) <= 4 or not is_name(name) or not is_name(others[0]):
        return None
    return name if date_share(fold(others[1])) >= 0.7 and read_date(others[1]) is not None else None


def signature(block: Block, page: Page) -> Finding | None:
    """A line of a mail's signature: short lines behind its mark at the page's end, one with an address or a number.

    Left alone where none tells how to reach somebody: so a poem ends, or a note.

    Cuts:
                   | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        sure other | --
        sure other | Jo Doe
        sure other | Harbour Reporter, The Orrin Beacon
        sure other | Tel: +44 20 7946 0000
        sure other | jo.doe@harbourpost.example
    Keeps:
        | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        | --
        | The long mole
        | The short mole

        | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        | --
        | The list of beds is with jo.doe@harbourpost.example and on the door of the harbour office, the mayor said.
    """
    mark = block.number
    while mark >= 0 and page.blocks[mark].core not in SIGNATURE_MARKS:
        mark -= 1
    lines = page.blocks[mark + 1 :]
    if not mark or not lines or any(b.words > MOST_IN_SIGNATURE or is_sentence(b) for b in lines):
        return None
    return Finding("other", lines[0].core, "sure") if any(REACHED.search(b.text) for b in lines) else None


def contact(block: Block, page: Page) -> Finding | None:
    """A short line with a reporter's address or handle.

    Cuts:
        hint | Mara Lind @maralind
        hint | jo.doe@harbourpost.example
        sure | Email Mara Lind at mara@harbourpost.example or follow her on X @maralind.
        sure | 김하나 기자 hana@harbourpost.example

             | The first two pumps reached the quay on Monday, and more are on their way from the north.
             | The mayor said that the second wall would be ready before the storms of the next winter.
             | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        sure | mara@harbourpost.example

             | 이 배는 1987년에 건조돼 내년에 교체될 예정이었다고 항만 책임자는 설명했다.
             | 결혼식에서 돌아오던 한 승객은 “바다가 잔잔해서 정말 다행이었다”고 말했다.
             | 그때까지 승객들은 해안 도로를 달리는 버스를 타야 하며 네 시간이 더 걸린다.
        sure | hana@harbourpost.example

        sure | Mara Lind, Staff Writer (mara@harbourpost.example)

        hint | Email the desk at desk@harbourpost.example
        hint | Mara Lind of The Harbour Post Orrin @maralind
    Keeps:
        | Write to jo.doe@harbourpost.example before Monday if you want to help with the pumps, the mayor said.

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor said that the second wall would be ready before the storms of the next winter.
        | Whoever has a spare bed for one of the crew may write to the office at this address:
        | Write before Monday to the office of the harbour master, who has the list of beds (beds@harbourpost.example)

        | The tip came from a staff writer, who got it by mail from hana@harbourpost.example.
        | 기자 회견은 월요일에 열린다고 hana@harbourpost.example 주소로 알려 왔다.
        | — @maralind
        | – @maralind
        | - @maralind
        | What a night — Mara Lind (@maralind) April 9, 2024
        | @
        | Write to mara@harbourpost.example.
        | Mara Lind of The Harbour Post in Orrin @maralind
    """
    if "@" not in block.text or block.text[0] in DASHES or POSTED.search(block.text) or not HANDLE.search(block.text):
        return None
    to = _notes().write_to.match(block.text)
    if to is not None and is_name(to[1]):
        return Finding("byline", to.group(), "sure")
    if (label := _role_before_handle(block, page.lexicon)) is not None:
        return Finding("byline", label, "sure")
    if block.words > SHORT or block.ending == STOP:
        return None
    return Finding("byline", "an address or handle", "sure" if _signs_off(block, page.blocks) else "hint")


def _signs_off(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a page of prose ends with an address; behind “Write to:” the address is what the story tells."""
    above = blocks[max(0, block.number - BEFORE_NOTE) : block.number]
    is_story = len(above) == BEFORE_NOTE and all(b.ending == STOP and length(b) >= PARAGRAPH_WORDS for b in above)
    is_address = "." in block.text and HANDLE.fullmatch(block.text) is not None
    return is_address and is_story and block.number == len(blocks) - 1


def _role_before_handle(block: Block, words: Lexicon) -> str | None:
    """The role with which a line of at most MOST_IN_BYLINE words ends, but for its address: “Staff Writer”, “기자”."""
    handle = HANDLE.search(block.text)
    if handle is None or handle.end() < len(block.text.rstrip(CLOSING)) or block.words > MOST_IN_BYLINE:
        return None
    folded = fold(block.text[: handle.start()].rstrip(OPENING))
    unspaced = UNSPACED.search(folded) is not None
    cues = find_cues(words, folded, tokens(folded, unspaced=unspaced), unspaced=unspaced)
    return next((c.phrase for c in cues if c.kind == "byline" and c.where == "ends" and c.start > 0), None)


def about_author(block: Block, page: Page) -> Finding | None:
    """A note on the author: “Jo Doe is a reporter for …”.

    Cuts:
        sure author_bio | Jo Doe is a reporter for The Harbour Post. Follow him on Twitter @jodoe.

        hint author_bio | About the author
        sure author_bio | He tweets at @jodoe
        hint author_bio | Jo Doe, follow him on Twitter the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were.
        hint author_bio | Jo Doe is a reporter in Orrin, and the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the.

        sure author_bio | Jo Doe, can be reached by email at the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted.
        hint author_bio | Jo Doe, can be reached by email at the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what.

                        | By Jo Doe
                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure author_bio | Jo Doe has sailed round both capes, and lives in Orrin with two cats.

                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
                        | The crane was brought from the north, where such cranes have been built for forty years.
                        | The mayor said that the second wall would be ready before the storms of the next winter.
        sure author_bio | Mara Lind is a national affairs correspondent for The Harbour Post.
        sure author_bio | Jo Doe ist Redakteur beim Hafenboten.

                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
                        | The crane was brought from the north, where such cranes have been built for forty years.
                        | The mayor said that the second wall would be ready before the storms of the next winter.
        sure author_bio | Mara Lind reported from Orrin.

                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
                        | The crane was brought from the north, where such cranes have been built for forty years.
                        | The mayor said that the second wall would be ready before the storms of the next winter.
        sure author_bio | Peoples and Halden reported from Orrin. Lind contributed from Harbour Town.

                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
                        | The crane was brought from the north, where such cranes have been built for forty years.
        hint author_bio | Mara Lind is a national affairs correspondent for The Harbour Post.
                        | The mayor said that the second wall would be ready before the storms of the next winter.

                        | The pumps came by rail on Monday and the crane that lifts them came by sea.
                        | The crane was brought from the north, where such cranes have been built for forty years.
                        | The mayor said to Lind that the second wall would be ready before the storms of the winter.
                        | Mara Lind is a national affairs correspondent for The Harbour Post.
        sure author_bio | Jo Doe is a reporter for The Harbour Post.
    Keeps:
        | By Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea, said Doe.
        | Jo Doe has sailed round both capes, and lives in Orrin with two cats.

        | Die alte Mole ist Redakteurin und Lehrern gleich lieb, denn dort weht immer Wind.
        | The Museum has sailed round both capes.
        | Jo Doe is a fisherman, and his boat is the oldest in the harbour.

        | Jo van is a reporter in Orrin.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have been built for forty years.
        | Halden said that the second wall would be ready before the storms of the next winter.
        | Halden reported from Orrin.
    """
    if block.words > MOST_OF_NOTE:
        return None
    cue = cue_of(block, "author_bio")
    if (match := _notes().surnames.match(block.core)) is not None and _ends_page(page, block.number, match[1]):
        return Finding("author_bio", match.group(), "sure")
    name, evidence, has_role = _told_of(block, cue)
    if name and _is_told_of_elsewhere(name, page, block.number):
        name, has_role = "", False
    if name and (_is_signed(name, page, block.number) or (has_role and _ends_story(page, block.number))):
        return Finding("author_bio", evidence, "sure")
    if cue is None:
        return Finding("author_bio", evidence, "hint") if has_role else None
    if cue.where == "contains" and cue.phrase.count(" ") == 1:  # “ist Redakteurin”
        return Finding("author_bio", cue.phrase, "hint") if name else None
    strong = cue.where in ("contains", "starts") and block.words <= 40 and cue.phrase.count(" ") >= 2
    return Finding("author_bio", cue.phrase, "sure" if strong else "hint")


def _ends_page(page: Page, at: int, names: str) -> bool:
    """Whether a block is the last one behind some paragraphs, and tells of none of whom these tell."""
    above = page.blocks[max(0, at - REACH) : at]
    if at + 1 < len(page.blocks) or sum(map(_is_plain, above)) < BEFORE_NOTE:
        return False
    said = {word for name in _surnames(names) for b in above if is_paragraph(b) for word in (name,) if word in b.core}
    return not said and not any(name in words_for("no_person") for name in _surnames(names))


def _surnames(names: str) -> list[str]:
    return [name for name in re.split(r",?\s", names) if name[:1].isupper()]


def _told_of(block: Block, cue: Cue | None) -> tuple[str, str, bool]:
    """The name that a block opens with and tells of, by what, and whether it tells of a role in the trade; or ""."""
    head = block.core[:HEAD_OF_NOTE]
    match = reporter_told_of(head)
    if match is not None and _is_person(match[1]):
        return match[1], match.group(), True
    match = _notes().reported.match(head)
    if match is not None and _is_person(match[1]):
        return match[1], match.group(), match.end() == len(block.core)
    if cue is not None and cue.where == "contains" and _is_person(name := head[: cue.start].rstrip(" ,-–—")):
        return name, cue.phrase, True
    match = _notes().of_name.match(head)
    return (match[1].rstrip(","), match.group().strip(), False) if match and _is_person(match[1]) else ("", "", False)


def _is_person(name: str) -> bool:
    return " " in name and name.split(maxsplit=1)[0] not in words_for("no_person") and is_name(name, 4)


def _is_told_of_elsewhere(name: str, page: Page, at: int) -> bool:
    """Whether another sentence has the surname: the story is of him."""
    surname = name.rsplit(maxsplit=1)[-1]
    return any(
        surname in b.core and b.ending == STOP and not b.core.startswith(name)
        for b in page.blocks[max(0, at - REACH) : at + REACH]
        if b.words > MOST_IN_BYLINE and not b.cues
    )


def _is_signed(name: str, page: Page, at: int) -> bool:
    """Whether a byline names him, at the top of the page or near."""
    return any(
        b.words <= MOST_IN_BYLINE and b.ending != STOP and cue_of(b, "byline", "starts") and name in b.core
        for b in (*page.blocks[:REACH], *page.blocks[max(0, at - REACH) : at + REACH])
    )


def _ends_story(page: Page, at: int) -> bool:
    """Whether some paragraphs of a story stand before a block, and none behind."""
    before = sum([_is_plain(b) for b in page.blocks[max(0, at - REACH) : at]])
    return before >= BEFORE_NOTE and not any(
        _is_plain(b) and not _may_be_note(b, page) for b in page.blocks[at + 1 : at + REACH]
    )


def _is_plain(b: Block) -> bool:
    return is_paragraph(b) and not b.cues and b.twin < 0


def _may_be_note(b: Block, page: Page) -> bool:
    name, _, has_role = _told_of(b, None)
    return has_role and not _is_told_of_elsewhere(name, page, b.number)
