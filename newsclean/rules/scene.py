"""Captions without a label or credit, told by their form: what a picture shows, and when it was taken."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import STOP
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import agencies
from newsclean.press.dates import date_share, read_date
from newsclean.press.signatures import MOST as MOST_CHARACTERS
from newsclean.press.signatures import signature_of
from newsclean.rules.contact import DASHES, POSTED

ALT_FEWEST = 4  # words of an alternative text over a caption
FEWEST, MOST = 7, 60  # words of such a caption
YEAR_AT_END = re.compile(r"(?:19|20|25)\d\d\s?[年년]?[^\w]{0,3}\Z|[日일][^\w]{0,2}\Z")
TAIL = range(3, 9)  # words that a date at the end may have
LOOK = 12  # characters at the end in which its year stands
INNER_STOP = re.compile(r"(?:(?<!\d)[.!?]|(?<=(?:19|20)\d\d)\.)\s+[^\W\d_a-zà-ÿ]")
NUMBERED_PLAYER = re.compile(r"[^\W\d_]\s?[(#]\s?#?\d{1,2}\)?[\s,]")
FILED = re.compile(
    r"(?:FILE|ARCHIVO|ARCHIV|ARCHIVE|ARQUIVO|ARCHIVIO|TOPSHOT)\s?(?:PHOTO\s?)?[-–—:]\s?"
    r"|\((?:FILES?|FILE\sPHOTO|ARCHIVO|ARCHIV|ARCHIVES?|ARQUIVO|ARCHIVIO)\)\s",
    re.IGNORECASE,
)
PLACE_AND_DAY = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30},\s[A-ZÀ-Þ][\w. ]{1,20}\s[-–—]\s"
    r"(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?|\d{4}/\d\d/\d\d|\d{1,2}\s[A-Za-z]{3,9}\.?(?:\s\d{4})?)\s?:"
)
STORY_AROUND, FEWEST_PAST, IN_PAST = (
    8,
    3,
    0.7,
)  # paragraphs around a caption, and how many and which share tell of the past
QUOTES = frozenset('“”„«»「」"')
SOME = 0.3  # of the words before the date: one date to another is a life or a fair
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
    if not FEWEST <= block.words <= MOST or not YEAR_AT_END.search(text, max(0, len(text) - LOOK)):
        return None
    if INNER_STOP.search(text) or text[0] in DASHES or POSTED.search(text):  # who wrote a post, and when
        return None
    words = text.split()
    for n in TAIL:
        tail = " ".join(words[-n:])
        told = " ".join(words[:-n])
        if len(words) > n + 3 and date_share(fold(tail)) == 1.0 and read_date(tail) and date_share(fold(told)) < SOME:
            return Finding("caption", tail, "hint")
    return None


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
    if not FEWEST <= block.words <= MOST or text.count("(") + text.count("#") < MENTIONS:
        return None
    if len(NUMBERED_PLAYER.findall(text)) < MENTIONS:
        return None
    return Finding("caption", "players with their numbers", "hint")


def filed(block: Block, page: Page) -> Finding | None:
    """A caption that opens as picture agencies open theirs: “FILE - …”, “ORRIN, EM - JANUARY 10: …”.

    Cuts:
        sure caption | FILE - The night ferry leaves the quay of Orrin in the spring before the fire.
        sure caption | ORRIN, EM - JANUARY 10: A crane lowers the first of six pumps onto the quay of the old harbour.
        sure caption | ORRIN, ESTMARK - 2023/12/04: Mara Lind speaks in the town hall of Orrin on the day of the pumps.
        sure caption | ORRIN, ESTMARK - 4 DECEMBER 2023: Mara Lind speaks in the town hall of Orrin on the day of the pumps.
        sure caption | TOPSHOT - A gull sits on the bow of the night ferry in the harbour of Orrin.
        sure caption | (FILES) The night ferry leaves the quay of Orrin in the spring before the fire.
        sure caption | (ARCHIVO) El ferri nocturno sale del muelle de Orrin en la primavera antes del incendio.
        hint caption | (Archiv) Die Nachtfähre verlässt im Frühjahr vor dem Brand den Kai von Orrin.
        hint caption | File - The night ferry leaves the quay of Orrin in the spring before the fire.
    Keeps:
        | Files of the harbour office show that the pumps were bought without a tender.
        | ORRIN, Estmark - The council met on Monday.
        | (Files of the harbour office) were burnt in the storm of 1953.
        | Archiv und Museum - das sind in Orrin zwei Zimmer.
    """
    match = FILED.match(block.core) or PLACE_AND_DAY.match(block.core)
    if match is None or block.words > MOST:
        return None
    is_capitals = match.group().split()[0].strip("-–—:()").isupper()
    return Finding("caption", match.group().strip(), "sure" if is_capitals else "hint")


def signed(block: Block, page: Page) -> Finding | None:
    """A caption as Korea, Japan and China print them: at its end who gave the picture, where and when it was taken.

    Left alone where it ends like a sentence, and headlines with an equals sign.

    Cuts:
        sure caption | 오린항에 들어오는 야간 여객선의 모습. / 오린시청
        sure caption | 2017년 12월, 김하나 시장이 항구에서 직원들과 식사를 하고 있다. /오린일보DB
        sure caption | 김하나 시장이 항구에서 질의에 답변하고 있다. 2023.7.26/오린뉴스1
        sure caption | 김하나 시장이 항구로 출근하고 있다. 2023.8.1/오린1 © Orin1 이두리 기자
        sure caption | 김하나 시장이 항구에서 농성에 나서고 있다. /20230706 이두리 기자
        sure caption | 오린항에 정박한 야간 여객선. 오린시 제공
        sure caption | 오린항에 정박한 야간 여객선. 오린시 제공=연합뉴스
        sure caption | 오린 항만청장. © Orin1 이두리 기자
        sure caption | 오린 항만청장. 연합뉴스
        sure caption | 김하나 시장이 항구에서 열린 설명회에서 시민들에게 인사하고 있다. 이두리 기자
        sure caption | 오린항의 야간 여객선. 이두리 기자
        sure caption | 岸壁に停泊する夜行フェリー＝東京都千代田区で
        sure caption | フェリー＝山田太郎撮影
        sure caption | 夜行フェリー＝オリン市のホームページより
        sure caption | オリン港の貨物　「港湾年報」の統計より

                     | 다친 사람은 없었고 승객 40명은 모두 자정 전에 어선을 타고 육지로 돌아왔다.
        sure caption | ▲ 오린항에 들어오는 야간 여객선의 모습

                     | ▲ 첫 번째 배는 월요일
                     | ▲ 두 번째 배는 화요일
        sure caption | 오린항에 정박한 야간 여객선. 오린시 제공
        sure caption | 岸壁に停泊する夜行フェリー＝２０２４年３月４日午前、オリン港
        sure caption | 岸壁に停泊する夜行フェリー（７日、オリン港、山田太郎撮影）
        sure caption | 停靠在奥林港的夜间渡轮（资料图片）
    Keeps:
        | 岸壁に停泊する夜行フェリーが欠航＝無党派に浸透
        | 山田太郎さん（５２）＝東京都千代田区＝は、船が好きだと話した。
        | 김하나 / 이두리
        | 시는 두 번째 배를 사기로 했다고 밝혔다. 이두리 기자
        | 시는 두 번째 배를 지원금으로 제공
        | 港务局负责人说，这艘船建于一九八七年
        | 제공
        | 記者会見で市長は船の写真（本人提供）を見せた。
    """
    text = block.core
    if block.ending == STOP or len(text) > MOST_CHARACTERS or page.title == block.number:
        return None
    if text[0] == "▲" and _is_lone_mark(page, block.number):
        return Finding("caption", "▲", "sure")
    signature = signature_of(text)
    if signature is None or (signature in agencies().printed and is_paragraph(block)):
        return None
    return Finding("caption", signature, "sure")


def _is_lone_mark(page: Page, n: int) -> bool:
    """Whether no line beside this one opens with the same mark: several are a list."""
    beside = (*page.blocks[max(0, n - 1) : n], *page.blocks[n + 1 : n + 2])
    return not any(b.core[0] == page.blocks[n].core[0] for b in beside)


def shown(block: Block, page: Page) -> Finding | None:
    """What a picture shows, in the present tense: “A gull sits on the bow”, “A woman holding a trap in her garden”.

    Left alone where the story is in the present tense as well, or goes on from it, and where it tells of the past.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | The crane was brought from the north, where such cranes had been built for forty years.
        sure caption | A gull sits on the bow of the night ferry in the harbour of Orrin, Estmark.
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | Die Pumpen wurden am Montag mit der Bahn gebracht, und der Kran kam mit dem Schiff dazu.
                     | Der Kran war im Norden gebaut worden, wo seit vierzig Jahren solche Kräne gebaut wurden.
        sure caption | Eine Möwe sitzt auf dem Bug der Nachtfähre im Hafen von Orrin.
                     | Die Bürgermeisterin sagte, dass die zweite Mauer noch vor dem nächsten Winter fertig werde.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption | A woman in a yellow coat holding a rope on the quay of Orrin
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption | Una mujer sosteniendo una cuerda en el muelle de Orrin
                     | The mayor said that the second wall would be ready before the storms of the next winter.
    Keeps:
        | A gull sits on the bow of the night ferry in the harbour of Orrin.
        | She has been there since the morning, and nobody dares to start the engine.
        | The mayor looks on as the pilot waves his hat, and then she shouts something that nobody hears.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes had been built for forty years.
        | A man holding a rope on the quay was hit by the hook and taken to the hospital of Orrin.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes had been built for forty years.
        | A statue stands on the quay where the first pump was set up, and the gulls like it.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes had been built for forty years.
        | A man sits on the quay day after day.
        | He said that he had seen every ship that was built in Orrin since the great storm.

        | A woman is the mayor of Orrin
        | A man of many talents is wanted
    """
    text = block.core
    if not FEWEST <= block.words <= MOST or block.echo >= 0 or page.title == block.number:
        return None
    if INNER_STOP.search(text) or not QUOTES.isdisjoint(text):
        return None
    match = _shown().match(text)
    if match is None or _past().search(text):
        return None
    if match["doing"]:  # without a verb that says something of who does it, this is no sentence
        return None if _says().search(text) else Finding("caption", match.group(), "sure")
    below = page.blocks[block.number + 1 : block.number + 2]
    if not _ends_in_place(text) or (below and _goes_on().match(below[0].core)):
        return None
    return Finding("caption", match.group(), "sure") if _is_told_in_past(page, block.number) else None


def described(block: Block, page: Page) -> Finding | None:
    """The text that stands in for a picture, right over its caption: “A man in a grey coat”, “Aerial view of a quay”.

    Left alone where it tells of the past, and where what is under it has neither a credit nor a caption's label.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption | A man in a grey coat stands in front of a crane and two old pumps.
                     | Jo Doe has asked for new pumps for years, but none was bought. (Una Fells/Harbour Radio)
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | Die Pumpen wurden am Montag mit der Bahn gebracht, und der Kran kam mit dem Schiff dazu.
        sure caption | Mann arbeitet im Büro an einem Tisch.
                     | Bildunterschrift: Jo Doe hat die Pumpen bestellt.
                     | Die Bürgermeisterin sagte, dass die zweite Mauer noch vor dem nächsten Winter fertig werde.
    Keeps:
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A man in a grey coat stood in front of a crane and told them to leave.
        | Jo Doe has asked for new pumps for years, but none was bought. (Una Fells/Harbour Radio)

        | A man in a grey coat stands in front of a crane and two old pumps.
        | Jo Doe has asked for new pumps for years, but none was bought.

        | A man in a grey coat is all that is left. Nobody knows him.
        | Photo: Jo Doe
    """
    below = page.blocks[block.number + 1 : block.number + 2]
    if not below or not ALT_FEWEST <= block.words <= MOST or block.echo >= 0 or page.title == block.number:
        return None
    if INNER_STOP.search(block.core) or not QUOTES.isdisjoint(block.core) or block.cuts:
        return None
    if not _is_captioned(below[0]) or _unnamed().match(block.core) is None or _past().search(block.core):
        return None
    return Finding("caption", f"over “{below[0].core[:40]}”", "sure")


def _is_captioned(b: Block) -> bool:
    """Whether a line is a caption, by its credit or its label."""
    if any(cut.rule == "trim.marked_credit" for cut in b.cuts):
        return b.words <= MOST
    return any(c.kind == "caption" and c.where == "starts" and c.phrase[-1] == ":" for c in b.cues)


@lru_cache(maxsize=1)
def _unnamed() -> re.Pattern[str]:
    return re.compile(one_of("indefinite"))


def _ends_in_place(text: str) -> bool:
    """Whether a capital stands in the second half of a text, as the name of a place does."""
    return any(word[0].isupper() for word in text[len(text) // 2 :].split()[1:])


def _is_told_in_past(page: Page, at: int) -> bool:
    """Whether the paragraphs around a line tell of what is over."""
    around = page.blocks[max(0, at - STORY_AROUND) : at] + page.blocks[at + 1 : at + 1 + STORY_AROUND]
    paragraphs = [b for b in around if is_paragraph(b) and not b.cues]
    n_past = sum([_past().search(b.core) is not None for b in paragraphs])
    return n_past >= FEWEST_PAST and n_past >= IN_PAST * len(paragraphs)


@lru_cache(maxsize=1)
def _shown() -> re.Pattern[str]:
    """Somebody who is not named, and what he does where a picture shows him."""
    return re.compile(
        rf"{one_of('indefinite')}\s(?:[^\s,.;:]{{1,20}},?\s){{1,9}}?(?:(?P<doing>{one_of('doing')})|{one_of('does')})\s",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _past() -> re.Pattern[str]:
    return re.compile(rf"{one_of('past')}|[a-z]{{3,20}}(?:ed|ied)(?=[\s,.])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    """What a sentence says of whoever it opens with, in the present."""
    return re.compile(one_of("says"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """How a sentence opens that goes on from the one before."""
    return re.compile(one_of("goes_on"), re.IGNORECASE)
