"""A caption told by its credit, at its own end or on the line below it."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph
from newsclean.page.shape import STOP
from newsclean.phrases.language_words import words_for
from newsclean.press.credits import is_name, read_credit
from newsclean.rules.caption.bounds import MAX_WORDS, SENTENCE_END
from newsclean.rules.credit import BRACKETS, is_bracketed
from newsclean.rules.cued import cue_of

BRACKETED = re.compile(r"[.!?…]\s?\(([^()\d]{2,40})\)\Z")  # “It is high. (Nine)”
OPENING = 40  # words of a line over a credit, where it is before the story
OVER_LABEL = 20  # words of a sentence over “Photo: Jo Doe”; over a bare “© AFP” it is sooner the story's
REPORT = 4  # ends of sentences, but for the last, in a paragraph that is sooner a short report than a caption
ALONE = 2  # the same where the page is nothing else
HABIT, REACH = 3, 40  # captions that end so, among so many lines before and behind


def credited(block: Block, page: Page) -> Finding | None:
    """A line that ends in a picture's credit.

    Left alone when all that stands behind it is one agency's name: paragraphs end so too (“… said. (AP)”). And where
    the line is of the page's owner: “Riproduzione riservata © Copyright dpa”.

    Cuts:
        sure | A crane lowers a pump onto the quay. Photo: Jo Doe
        sure | A crane lowers a pump onto the quay. (Jo Doe/AP)
        sure | A crane lowers a pump onto the quay. (Jo Doe/Harbour Radio)
        sure | A crane lowers a pump onto the quay. KCNA VIA KNS/AFP via Getty Images
        sure | 오린항에 정박한 야간 여객선. [사진=오린일보]
        sure | 停靠在奥林港的夜间渡轮（李明摄）
        sure | 3月4日，夜间渡轮停靠在奥林港码头。新华社记者 李明 摄

        hint | A crane lowers a pump. Jo Doe for The Harbour Post
        hint | It rained. The river rose. The quay was closed. Two pumps came. Nobody was hurt. Photo: Jo Doe
        hint | It rained. The river rose. The quay was closed. Photo: Jo Doe

        sure | It rained. The river rose. The quay was closed. Two pumps came. Photo: Jo Doe
             | The mayor was there.
        hint | 川が増水した。岸壁は閉鎖された。ポンプが二台届いた。けが人はなかった。道は閉鎖された。 © AFP
    Keeps:
        | He told the AP/Reuters pool that talks would resume on Monday.
        | The pumps will reach the quay on Monday, he said.
        | Riproduzione riservata © Copyright dpa
    """
    for cut in block.cuts:
        if cut.kind == "credit":
            if any(cue.kind == "agency" for cue in block.cues):
                return None
            is_story = len(SENTENCE_END.findall(block.core)) >= (REPORT if len(page.blocks) > 1 else ALONE)
            is_sure = cut.rule == "trim.marked_credit" and block.words <= MAX_WORDS and not is_story
            return Finding("caption", page.source[cut.start : cut.end], "sure" if is_sure else "hint")
    return None


def over_credit(block: Block, page: Page) -> Finding | None:
    """A line with a picture's credit right under it.

    Cuts:
        hint | A crane lowers a pump onto the quay
             | Photo: Jo Doe

        hint | Old quay now
             | Photo: Jo Doe

        hint | The quay is empty now
             | (Jo Doe)

        hint | A crane lowers a pump
             | Photo: Jo Doe of the pumps came by rail on Monday and

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of
             | Photo: Jo Doe

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who.
             | Photo: Jo Doe
             | The crane was brought from the north, where such cranes have been built for forty years.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The quay is dry.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The pumps came by rail on Monday and the crane that lifts them
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | Sign up for our newsletter: the pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | By Jo Doe
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    Keeps:
        | The mayor thanked the crews and said that the work on the second wall, and on the lock, would begin in spring.
        | Photo: Jo Doe

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have been built for years.
        | Photo: Jo Doe

        | The quay
        | Photo: Jo Doe

        | The quay is empty now
        | Used with permission of the photographer

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the
        | Photo: Jo Doe

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had.
        | Photo: Jo Doe

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | Source: Harbour Wire

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | PHOTOS: Ten of the oddest pumps on the coast!

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | Main image credit: Jo Doe
        | Share

        | Der Rat sprach am Montag bis spät in den Abend über die vier neuen Pumpen.
        | Die zweite Pumpe will die Bürgermeisterin selbst bezahlen, sagte sie vor den Räten am Montag.
        | Titelbild: Jo Doe
        | Teilen

        | Man held over stolen bell
        | The police have arrested a man of 39 who is said to have taken the church's bell on a cart.
        | A case was opened. He may go to prison.
        | Photo: Jo Doe
        | Share

        | Задержан похититель колокола
        | Полиция задержала жителя Оррина, которого подозревают в краже церковного колокола в ночь на субботу.
        | Возбуждено дело. Ему грозит до пяти лет.
        | Фото: Мара Линд
        | Поделиться

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The pumps came by rail on Monday and the crane that lifts.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
        | Photo: Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    """
    below = block.number + 1
    if below >= len(page.blocks) or block.words < 3:
        return None
    under = page.blocks[below]
    if under.words > 12 or (not under.cues and under.text[0] not in BRACKETS):
        return None
    if not any(cue.kind == "credit" and cue.where != "contains" for cue in under.cues) and not is_bracketed(under):
        return None
    if below == len(page.blocks) - 1 and block.ending == STOP and block.words >= PARAGRAPH_WORDS:
        return None  # the last credit of a page is of no picture beside it
    if is_paragraph(block) and _is_of_text(under):
        return None
    if block.ending == STOP and SENTENCE_END.search(block.core) and not _opens(page, block):
        return None  # two sentences over a credit: the story's last, over that of the picture at its top
    labelled = any(cue.phrase[-1] == ":" for cue in under.cues)
    most = OPENING if labelled and _opens(page, block) else OVER_LABEL if labelled else PARAGRAPH_WORDS
    if block.words > OPENING or (block.ending == STOP and block.words > most):
        return None
    return Finding("caption", under.text, "hint")


def _is_of_text(under: Block) -> bool:
    """Whether a line with a credit's label is of no picture above it.

    A story's “Source:”; “Main image credit:”, of the picture at the page's top; “PHOTOS:” and a headline.
    """
    label = cue_of(under, "credit", "starts")
    if label is None:
        return False
    if label.phrase.rstrip(" :") in words_for("source") or label.phrase.startswith(tuple(words_for("main_picture"))):
        return True
    return under.text[: label.end].isupper() and read_credit(under.text, label.end) is None


def _opens(page: Page, block: Block) -> bool:
    """Whether no sentence stands between the headline and this line: then it is sooner the first picture's caption."""
    return page.title >= 0 and not any(
        is_paragraph(b) and not page.blocks[b.number].cues for b in page.blocks[page.title + 1 : block.number]
    )


def bracketed(block: Block, page: Page) -> Finding | None:
    """A line that ends in a name in brackets behind its last sentence, as others of the page do.

    Cuts:
             | Pictures of the day
        hint | The quay was closed on Monday. (Nine)
        hint | The pumps came by ship. (Harbour Town Museum)
        hint | A crane had to be brought in. (Supplied)

             | Pictures of the day
        hint | It is high. (Nine)
        hint | It is low. (Nine)
        hint | It is dry. (Nine)
             | The mayor (58) left the quay

    Keeps:
        | The quay was closed on Monday. (Nine)
        | The pumps came by ship (Harbour Town).

        | Pictures of the day
        | It is high. (Nine)
        | It is low (Nine)
        | It is dry. (Nine)

        | Pictures of the day
        | It is high. (nine men)
        | It is low. (nine men)
        | It is dry. (nine men)
    """
    name = _bracketed_name(block)
    if name is None:
        return None
    close = page.blocks[max(0, block.number - REACH) : block.number + REACH]
    if sum(_bracketed_name(b) is not None for b in close) < HABIT:
        return None
    return Finding("caption", name, "hint")


def _bracketed_name(b: Block) -> str | None:
    if b.text[-1] != ")":
        return None
    match = BRACKETED.search(b.text, max(0, len(b.text) - 50))
    return match[1] if match is not None and is_name(match[1]) else None
