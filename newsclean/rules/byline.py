"""Who wrote it: lines that say “By”, that name a role, names that stand alone or before a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_question
from newsclean.page.shape import ELLIPSIS, STOP
from newsclean.page.traits import NAME, NEAR_TITLE
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_name
from newsclean.press.dates import date_share, date_words, read_date
from newsclean.press.reported import reporters
from newsclean.read.meta.authors import goes_on_saying
from newsclean.read.meta.byline_patterns import patterns
from newsclean.rules.author_bio import BEFORE_NOTE
from newsclean.rules.cued import cue_of

MOST_OF_DATE = 10  # words of a line that is one
LABELLED = 0.5  # of the words of a date and its label are the date's
META_REACH, META_LINES = 4, 6  # blocks from the headline to name and date; of their element
HAS_DIGIT = re.compile(r"\d").search
BEFORE_DATE = re.compile(
    r"([^\W\d_][^\s\d|,]{0,20}(?:\s[^\s\d|,–—]{1,20}){1,3}?)\s*[|,•·–—-]?\s+(?=\d|[A-Z][a-z]{2,8}\.?\s\d)"
)
CAPTIONED = re.compile(r"[가-힣]\.\s")  # a sentence before the reporter's name: “오린 항구. 이두리 기자”
SIGNED = re.compile(r"[-–—]{1,2}\s?([^\W\d_]\S{1,30}(?:\s\S{1,30}){1,2})")  # “-- Jo Doe”
IN_BRACKETS = re.compile(r"《([一-鿿々ァ-ヶー]{3,6})》")  # how a Japanese report is signed
QUOTATION = frozenset('"“”„«»‘「『')
BAR = "|•·/"
BARS = re.compile(rf"\s?[{BAR}]\s?")
CONFERENCE = ("会", "會見")  # behind 記者: a press conference, “会見” and “会”
MOST_REPORTED = 20  # words, as counted in a script without blanks, of a line of who reported
HAN_NAME = re.compile(r"[一-鿿々]{3,6}")  # before the role that is glued to it: “山田太郎記者”
LABELS = ("byline", "author_bio")  # “By”, “About the author”


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
        | By Monday Jo Doe had left.
        | By Jo Doe's count, forty people came.
        | Von Jo Doe fehlt jede Spur.
        | 記者会見
        | 記者：寂しくなりませんか。
        | By the time the pumps arrived, the quay was dry and the mayor had gone home.
        | De Orrinse Pompenclub, die jarenlang zijn zetel had in het oude pakhuis aan de …

        | Jo Doe, Staff Writer
        | 记者会
        | 記者會見
        | By Jo Doe and the men of the quay.
        | By Jo Doe, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked
        | By the İnan
    """
    cue = cue_of(block, "byline", "starts")
    if (
        cue is None or block.words > 24 or block.ending == ELLIPSIS or is_question(block)
    ):  # “記者：…？” opens an interview's question
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
    if block.ending == STOP and (block.words > 8 or goes_on_saying(rest) or fold(first.split()[0]) in date_words().all):
        return None
    return Finding("byline", cue.phrase, "sure" if block.words <= 16 else "hint")


def reported(block: Block, page: Page) -> Finding | None:
    """A line near the headline of who reported, as papers of the Far East print it: “【記者李明／奧林報導】”.

    Cuts:
             | 洪水過後首批水泵運抵奧林港
        sure | 【記者李明／奧林報導】
             | 首批兩台水泵星期一運抵碼頭，另有四台正從北部運來，預計本週內全部到達。

             | 洪水の後、ポンプがオリン港に到着
        sure | 山田太郎記者
             | 最初の二台のポンプが月曜日に岸壁に到着し、残りの四台も北部から運ばれている途中だという。
    Keeps:
        | 洪水過後首批水泵運抵奧林港
        | 李明／王芳
        | 首批兩台水泵星期一運抵碼頭，另有四台正從北部運來，預計本週內全部到達。

        | 洪水の後、ポンプがオリン港に到着
        | 女性記者
        | 最初の二台のポンプが月曜日に岸壁に到着し、残りの四台も北部から運ばれている途中だという。
    """
    if not block.traits & NEAR_TITLE or block.words > MOST_REPORTED:
        return None
    if reporters(block.text):
        return Finding("byline", block.text, "sure")
    role = patterns().role_behind.search(block.text)
    is_signed = role is not None and HAN_NAME.fullmatch(block.text, 0, role.start())
    return Finding("byline", block.text, "sure") if is_signed else None


@lru_cache(maxsize=1)
def _ago() -> re.Pattern[str]:
    """A date that counts from today: “3 hours ago”."""
    return re.compile(rf"\d\s\w{{1,12}}\s{one_of('ago')}\Z")


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
    if "©" in block.text or "ⓒ" in block.text or CAPTIONED.search(block.core):
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

             | 最初の二台のポンプが月曜日に岸壁に到着し、残りのポンプも北部から運ばれている途中だという。
             | 市長は、第二の防潮壁は来年の冬の嵐の前に完成する見込みだと月曜日の会見で述べた。
             | けが人はなく、学校は道路が乾く木曜日に再開する予定だと市長は月曜日の夜に話した。
        sure | 《港太郎》

             | <h1>Flood pumps arrive in harbour town</h1>
        sure | <div><p>Mara Lind</p>
             | <p>3 May 2024</p></div>
             | <p>The first two pumps reached the quay on Monday, and more are on their way from the north.</p>

             | <div><h1>Flood pumps arrive in harbour town</h1>
        hint | <p>Gates Open</p>
             | <p>3 May 2024</p></div>
             | <p>The first two pumps reached the quay on Monday, and more are on their way from the north.</p>
    Keeps:
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | Mill Lane
        | By Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Was wir in der Sturmnacht sahen
        | Der Sturm kam am Freitagabend um neun, und drei von uns waren draußen zwischen Hafen und Mühle.
        | Am Hafen
        | Von Mara Lind
        | Die Boote lagen so dicht beieinander, dass eine Katze vom ersten zum letzten lief und dann wieder zurück.

        | 最初の二台のポンプが月曜日に岸壁に到着し、残りのポンプも北部から運ばれている途中だという。
        | 《港太郎》
        | けが人はなく、学校は道路が乾く木曜日に再開する予定だと市長は月曜日の夜に話した。

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
    if not block.traits & NAME or block.ending or block.cues or not is_name(block.text):
        return None
    beside = page.blocks[max(0, block.number - 1) : block.number + 2]
    if beside[0].number < block.number and any(c.kind in LABELS and c.where == "whole" for c in beside[0].cues):
        is_label = any(c.kind == "byline" and c.where == "whole" for c in beside[0].cues)
        return Finding("byline", f"a name under “{beside[0].text}”", "sure" if is_label else "hint")
    if any(b.text == block.text and b.number != block.number for b in beside):
        return Finding("byline", "a name said twice", "hint")
    if any(b.number != block.number and _is_stamp(b) for b in beside):
        return Finding("byline", "a name beside a date", "sure" if _in_meta(page, block.number) else "hint")
    is_signed = any(c.kind == "byline" and c.where == "starts" for b in beside[-1:] for c in b.cues)
    if 0 <= page.title < block.number <= page.title + 4 and not is_signed:  # who wrote a part stands under its title
        return Finding("byline", "a name under the headline", "hint")
    return None


def _is_stamp(b: Block) -> bool:
    """Whether a line is a date, or a label of one and a date: “Published: 3 May 2024”."""
    is_labelled = any(cue.kind == "timestamp" and cue.where == "starts" for cue in b.cues)
    return b.words <= MOST_OF_DATE and date_share(b.folded) >= (LABELLED if is_labelled else 0.8)


def _in_meta(page: Page, n: int) -> bool:
    """Whether a line's element holds nothing but short lines, and stands under the headline: those of name and date."""
    if page.html is None or page.html.markup[n].container < 0:
        return False
    element = page.html.elements[page.html.markup[n].container]
    held = page.blocks[element.start : element.end]
    is_under = 0 <= page.title < element.start <= page.title + META_REACH
    return is_under and len(held) <= META_LINES and all(b.words <= MOST_OF_DATE and not b.ending for b in held)


def _signature(block: Block, blocks: Sequence[Block]) -> str | None:
    """The name behind a dash that signs a page of prose; under a quotation stands the one who is quoted."""
    if block.number != len(blocks) - 1:
        return None
    match = SIGNED.fullmatch(block.text) or IN_BRACKETS.fullmatch(block.text)
    if match is None or not (is_name(match[1], 3) or match.re is IN_BRACKETS):
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

        | Giriş Tarihi: 12.11.2026 14:05
        | Veröffentlicht Am: 3. Mai 2024
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
    if HAS_DIGIT(text) is None:
        return None
    match = BEFORE_DATE.match(text)
    if match is None and (label := _published().search(text)):
        return name_before_date(f"{text[: label.start()]} {text[label.end() :]}")
    if match is None:
        return _name_in_front(text)
    if match[1][-1] in ":：" or not is_name(match[1]) or date_share(fold(match[1] + " 1")) > 0.5:
        return None
    rest = text[match.end(1) :]
    if date_share(fold(rest)) < 0.7 or (read_date(rest) is None and _ago().search(rest) is None):
        return None
    return match[1]


@lru_cache(maxsize=1)
def _published() -> re.Pattern[str]:
    """The word between a name and a date: “Jo Doe, publié le 3 mai 2024”."""
    return re.compile(
        rf"(?<=\w)\s?[,|·–—-]?\s{one_of('published')}(?:\s[^\W\d_]{{1,3}})?\s?:?\s(?=\d|[A-Z][a-z]{{2,8}}\.?\s\d)",
        re.IGNORECASE,
    )


def _name_in_front(text: str) -> str | None:
    """The name in front of a house and a date that bars part: “Jo Doe | The Harbour Post | 3 May 2024”."""
    if sum(map(text.count, BAR)) != 2:
        return None
    name, *others = BARS.split(text)
    if not 2 <= len(name.split()) <= 4 or not is_name(name) or not is_name(others[0]):
        return None
    return name if date_share(fold(others[1])) >= 0.7 and read_date(others[1]) is not None else None
