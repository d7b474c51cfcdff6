"""What the rules of cue-marked furniture share: is a line one of its phrases, and how sure is that?"""

from __future__ import annotations

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.shape import STOP
from newsclean.phrases.cue import Cue

SENTENCE = 12
PROMPTS = ("promo", "ad", "paywall")  # kinds whose sentences speak to the reader
QUOTES = frozenset('"“”„«»「」『』')
# What a site calls itself and its reader.
READER = frozenset(
    "our us you your unser unsere unseren unserem ihnen ihr ihre euch dein deine nos notre vous votre nuestro nuestra"
    " nuestros tu tus usted nosso nossa você seu nostra nostro tua tuo ons onze jouw je uw vår våra vårt din ditt vores"
    " vore vår våre nasz nasze naszego twój twoje наш нашу наши нашего вас вам ваш".split()
)
MAX_PROMPT = 45  # words: the longest prompt to subscribe on the development pages has 44


def cue_of(block: Block, kind: Kind, *where: str) -> Cue | None:
    """The block's first cue of this kind (at one of these places, where given)."""
    for cue in block.cues:
        if cue.kind == kind and (not where or cue.where in where):
            return cue
    return None


def _asks(block: Block, cue: Cue, words: int) -> bool:
    """Whether a sentence is a prompt itself: it opens with three of its words or has four, and speaks to the reader."""
    if block.words > MAX_PROMPT or not QUOTES.isdisjoint(block.text) or block.tokens.isdisjoint(READER):
        return False
    return words >= 3 if cue.where == "starts" else words >= 4 and cue.where == "contains"


def phrase(block: Block, kind: Kind, *, alone_is_sure: bool) -> Finding | None:
    """A finding for a line with a cue of this kind.

    Sure: the line is the phrase (of two words, or of one where `alone_is_sure`), opens with it and its colon or with
    three of its words, or has it in a line of at most MAX_PROMPT words. Else a hint; and a hint in a sentence of
    SENTENCE or more words, which may quote a prompt or a notice, unless it opens with three words of a prompt.
    """
    cue = cue_of(block, kind)
    if cue is None:
        return None
    words = cue.phrase.count(" ") + 1
    if cue.where != "whole" and block.ending == STOP and block.words >= SENTENCE:
        sure = kind in PROMPTS and _asks(block, cue, words)
    elif cue.where == "whole":
        sure = alone_is_sure or words > 1 or block.words > words + 1  # a row of buttons
    elif cue.where == "starts":
        sure = block.words <= MAX_PROMPT and (cue.phrase[-1] in ":|>" or words >= 3)
    elif cue.where == "contains":
        sure = block.words <= MAX_PROMPT
    else:
        sure = block.words <= 25 and words > 1
    return Finding(kind, cue.phrase, "sure" if sure else "hint")
