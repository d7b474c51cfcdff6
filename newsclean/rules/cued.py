"""What the rules of cue-marked furniture share: is a line one of its phrases, and how sure is that?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.prose import is_paragraph
from newsclean.phrases.cue import Cue
from newsclean.phrases.fold import UNSPACED, fold, words_in
from newsclean.phrases.readers import speaks_to_reader

PROMPTS = ("promo", "ad", "paywall", "share", "notice")  # kinds whose sentences speak to the reader
MAX_PROMPT = 45  # words: the longest prompt to subscribe on the development pages has 44
LONGEST_PROMPT = 90  # words of one that has so much of a phrase that nothing else could
ENOUGH, CERTAIN = 4, 5  # words of a phrase in a sentence to the reader; of one that opens it, in any
NOTE, OUR_NOTE = 6, 3  # the same of a notice: “An earlier version of the” opens stories, too, “We use cookies” does not
SPOKEN = 0.6  # of the words of a prompt of several sentences: those that speak to the reader, or have the phrase
QUOTED = re.compile(r"""["“”„«»「『][^"“”„«»」』]{25,}""")  # a name in quotation marks is shorter
ENDED = re.compile(r"(?<=[.!?。！？۔।])\s*(?=\S)")  # where a sentence ends and another begins


def cue_of(block: Block, kind: Kind, *where: str) -> Cue | None:
    """The block's first cue of this kind (at one of these places, where given)."""
    for cue in block.cues:
        if cue.kind == kind and (not where or cue.where in where):
            return cue
    return None


def _asks(block: Block, cue: Cue) -> bool:
    """Whether a sentence is a prompt or a note itself: it has enough of a phrase, speaks to the reader, quotes nobody."""
    words = words_of(cue.phrase)
    most = LONGEST_PROMPT if words >= CERTAIN else MAX_PROMPT
    if UNSPACED.search(cue.phrase):
        most *= 2  # pairs of characters
    if block.words > most or QUOTED.search(block.core) or cue.where not in ("starts", "contains"):
        return False
    folded = fold(block.core)
    speaks = speaks_to_reader(folded, cue.language)
    if cue.kind == "notice":
        is_enough = words >= NOTE or (words >= OUR_NOTE and speaks_to_reader(cue.phrase, cue.language))
    elif speaks:
        is_enough = words >= ENOUGH
    else:
        is_enough = (
            words >= CERTAIN and (cue.where == "starts" or len(cue.phrase) + 2 >= len(folded)) and cue.kind != "ad"
        )
    return is_enough and _spoken(folded, [c for c in block.cues if c.kind == cue.kind], cue.language) >= (
        SPOKEN if speaks else 1
    )


def words_of(phrase: str) -> int:
    """How many words a phrase has, gaps not counted; in scripts without blanks, pairs of characters."""
    return len(phrase) // 2 if UNSPACED.search(phrase) else len(words_in(phrase))


def _spoken(folded: str, cues: Sequence[Cue], language: str) -> float:
    """The share of a text that stands in sentences to the reader, and in those with one of these phrases."""
    spoken, offset = 0, 0
    for sentence in ENDED.split(folded):
        start = folded.index(sentence, offset)
        offset = start + len(sentence)
        if any(start <= cue.start < offset for cue in cues) or speaks_to_reader(sentence, language):
            spoken += len(sentence)
    return spoken / len(folded)


def phrase(block: Block, kind: Kind, *, alone_is_sure: bool) -> Finding | None:
    """A finding for a line with a cue of this kind.

    Sure: the line is the phrase (of two words, or of one where `alone_is_sure`), opens with it and its colon or with
    three of its words, or has it in a line of at most MAX_PROMPT words. Else a hint; and a hint in a sentence of
    twelve or more words, which may quote a prompt or a notice, unless it opens with three words of a prompt.
    """
    cues = [cue for cue in block.cues if cue.kind == kind]
    if not cues:
        return None
    sure = next((cue for cue in cues if _is_sure(block, cue, alone_is_sure=alone_is_sure)), None)
    return Finding(kind, (sure or cues[0]).phrase, "sure" if sure else "hint")


def _is_sure(block: Block, cue: Cue, *, alone_is_sure: bool) -> bool:
    words = words_of(cue.phrase)
    if cue.where != "whole" and is_paragraph(block):
        return cue.kind in PROMPTS and _asks(block, cue)
    if cue.where == "whole":
        return alone_is_sure or words > 1 or block.words > words + 1  # a row of buttons
    if cue.where == "starts":
        return block.words <= MAX_PROMPT and (cue.phrase[-1] in ":|>" or words >= 3)
    if cue.where == "contains":
        return block.words <= MAX_PROMPT
    return block.words <= 25 and words > 1
