"""A caption told by its words: a label, “File photo:”, or who stands where in the picture."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS
from newsclean.page.shape import STOP
from newsclean.page.traits import LABEL
from newsclean.phrases.cue import Cue
from newsclean.phrases.language_words import one_of, words_for
from newsclean.rules.caption.bounds import INNER_STOP, MAX_WORDS, SENTENCE_END
from newsclean.rules.credit import LABELLED

MOST_BEHIND_LABEL = 60  # words
GIVER = 80  # characters from a credit's label to that of the caption: the name of who gave the picture
AFTER_LABEL = " ,:،"
SIDE = 6  # characters of “left:” and its like, which open sentences, too


def positions(block: Block, page: Page) -> Finding | None:
    """A line that says who stands where in a picture: “(L)”, “pictured”, “from left”.

    Cuts:
        hint | Mara Lind (L) and Jo Doe on the quay in March

        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and, second left, the pumps came
    Keeps:
        | The mayor left the quay.

        | The mayor (58) left the quay.
        | A quake of magnitude (M) 4.1 shook the quay on Tuesday.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the, second left, the pumps came
    """
    evidence = position(block.text) if block.words <= 50 else ""
    return Finding("caption", evidence, "hint") if evidence else None


def position(text: str) -> str:
    """What a line says of the place of what a picture shows, or ""."""
    if "(" not in text and _piece().search(text) is None:
        return ""  # nine of ten lines
    match = next((found for found in _position().finditer(text) if _stands_behind_name(text, found)), None)
    return match.group() if match else ""


def _stands_behind_name(text: str, found: re.Match[str]) -> bool:
    """Whether a letter in brackets stands behind a name: “Jo Doe (L)”, not “a magnitude (M) of 4.1”."""
    if len(found.group().strip("(.)")) > 1 or found.group()[0] != "(":
        return True
    before = text[: found.start()].split()
    return not before or not before[-1][0].islower()


@lru_cache(maxsize=1)
def _position() -> re.Pattern[str]:
    """What says who is who in a picture: “(L)”, “from left”, “v.l.n.r.”."""
    return re.compile(rf"\((?:[LlRrCcMm]|{one_of('position')})\.?\)|\(?{one_of('pointing')}")


@lru_cache(maxsize=1)
def _piece() -> re.Pattern[str]:
    """What most of it has, wherever it stands: a pattern of plain letters is looked for four times as fast."""
    return re.compile("|".join([re.escape(word.strip("*")) for word in sorted(words_for("pointing"))]))


def labelled(block: Block, page: Page) -> Finding | None:
    """A line with a caption's label, “File photo:”, or with a credit's and a sentence: “Image: The quay is …”.

    Cuts:
        sure | File photo: the old pump house in winter
        sure | Image caption The old pump house has been dry since the spring
        sure | Image copyright AFP/Getty Image caption Jo Doe has been dogged by suspicion over his pumps
        sure | Image copyright Getty Images Image caption Do you find it harder to get up in the dark?
        sure | Image caption, The old pump house has been dry since the spring
        sure | 图为停靠在奥林港码头的夜间渡轮。
        hint | Image: Jo Doe, left, has replaced Mara Lind at the pumps
        hint | The old pump house in winter (image for representational purposes)
        hint | The mayor of Orrin looks on as a crane lowers a pump onto the quay.

        hint | Image caption writers are paid by the word in this town, and they have never been as busy.
        hint | File photo
        hint | File photo: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower.
        hint | Above: the pumps came by rail on Monday and the crane that lifts.
        sure | Bottom: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower.
        hint | Second left, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone
    Keeps:
        | The file photo showed the old pump house.
        | Image copyright Jo Doe
        | The mayor looks on as a crane lowers a pump onto the quay. He has seen it all before and says so.

        | Second left, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to
        | Image: the pumps came by rail on Monday and the
        | Image credit the pumps came by rail on Monday and the crane that lifts
    """
    for cue in block.cues:
        if cue.kind in ("caption", "credit") and cue.where == "starts" and _is_label(block, cue):
            return Finding("caption", cue.phrase, "sure")
        if cue.kind == "credit" and cue.where == "starts" and (label := _label_behind(block, cue)):
            return Finding("caption", label, "sure")
        if cue.kind == "caption" and cue.where in ("starts", "whole"):
            sure = cue.phrase.endswith(":") and block.words <= (60 if len(cue.phrase) > SIDE else PARAGRAPH_WORDS)
            sure = sure or (cue.phrase in words_for("picture_is") and not SENTENCE_END.search(block.core))
            return Finding("caption", cue.phrase, "sure" if sure else "hint")
        if cue.kind == "caption" and block.words <= MAX_WORDS and not _goes_on(block.core, cue):
            return Finding("caption", cue.phrase, "hint")
        if cue.kind == "credit" and cue.where == "starts" and cue.phrase[-1] == ":" and block.words > LABELLED:
            return Finding("caption", cue.phrase, "hint")
    return None


def under_label(block: Block, page: Page) -> Finding | None:
    """A line under a caption's label that stands alone, and the label: “Image caption”, then what the picture shows.

    Left alone where it has several sentences: then the label is a leftover.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption | Image caption
        sure caption | The night ferry had been built in the yard of Orrin in the year of the great storm.
                     | The crane was brought from the north, where such cranes have been built for forty years.

        sure caption | Pie de foto,
        sure caption | El ferri nocturno fue construido en el astillero de Orrin
                     | El barco había sido construido en 1987 y debía ser sustituido el próximo año, dijo la capitana.
    Keeps:
        | Image caption
        | The crane was brought from the north. Such cranes have been built there for forty years.

        | The crane was brought from the north, where such cranes have been built for forty years.
        | Image captions
        | It was a long day on the quay, and everybody went home.
    """
    n = block.number
    if n and _labels(page.blocks[n - 1]) and _is_labelled(block):
        return Finding("caption", f"under “{page.blocks[n - 1].core}”", "sure")
    if n + 1 < len(page.blocks) and _labels(block) and _is_labelled(page.blocks[n + 1]):
        return Finding("caption", block.core, "sure")
    return None


def _labels(b: Block) -> bool:
    """Whether a line is nothing but a caption's label."""
    return bool(b.traits & LABEL)


def _is_labelled(b: Block) -> bool:
    """Whether a line may be what stands under a caption's label: at most one sentence."""
    return 2 < b.words <= MOST_BEHIND_LABEL and not _labels(b) and INNER_STOP.search(b.core) is None


def _is_label(b: Block, cue: Cue) -> bool:
    """Whether a phrase of two words stands before a new beginning: “Image caption The quay …”; not “… writers are paid”.

    Behind the label of a credit it has to be long, and no sentence: a name, and then the caption.
    """
    rest = b.core[len(b.core) - len(b.folded) + cue.end :].lstrip(AFTER_LABEL) if len(b.core) == len(b.folded) else ""
    if (
        " " not in cue.phrase
        or not cue.phrase.rstrip(",")[-1].isalpha()
        or b.words > MOST_BEHIND_LABEL
        or not rest[:1].isalpha()
    ):
        return False
    is_long = b.words >= PARAGRAPH_WORDS and b.ending != STOP
    return not rest[0].islower() and (cue.kind == "caption" or is_long)


def _label_behind(b: Block, cue: Cue) -> str:
    """A caption's label a few words behind a credit's, as sites print the two: “Image source, AFP Image caption, …”."""
    if b.words > MAX_WORDS or " " not in cue.phrase:
        return ""
    match = _caption_label().search(b.folded, cue.end, cue.end + GIVER)
    return match.group() if match else ""


@lru_cache(maxsize=1)
def _caption_label() -> re.Pattern[str]:
    return re.compile(one_of("caption_label"), re.IGNORECASE)


def _goes_on(text: str, cue: Cue) -> bool:
    """Whether a text has its phrase in the first of several sentences: captions of several have it in a later one."""
    return INNER_STOP.search(text, cue.end) is not None and INNER_STOP.search(text, 0, cue.start + 1) is None
