"""Interviews: questions and their answers."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_question
from newsclean.page.shape import STOP
from newsclean.page.traits import ANSWER

QUESTIONS = 3  # with their answers, in a row: two may be rhetorical, or a poll's
LONGEST_QUESTION = 60  # words
NOT_SAID = ("related", "promo", "share", "ad", "paywall", "media", "navigation", "notice")  # kinds of cues


def interview(block: Block, page: Page) -> Finding | None:
    """A question or an answer of an interview: questions in a row, and under each a sentence, however short.

    Left alone where a line of furniture or one that is no sentence stands between them, and where fewer than three are
    answered: polls and headlines ask, too.

    Keeps:
                       | Keeper of the lamp
        sure paragraph | Do you get lonely?
        sure paragraph | No.
        sure paragraph | And what do you do in storms, when the ferry does not come for a week?
        sure paragraph | I clean the glass twice, because of the salt.
        hint paragraph | Then I write down what I see.
        sure paragraph | Is there anything you miss?
        sure paragraph | Cake.

                       | 灯台守に聞く
        sure paragraph | 記者：寂しくなりませんか。
        sure paragraph | 林：いいえ。
        sure paragraph | 記者：嵐のときは？
        sure paragraph | 林：二度磨きます。
        sure paragraph | 記者：何が恋しいですか。
        sure paragraph | 林：ケーキです。

        | Do you get lonely?
        | No.
        | And what do you do in storms?
        | I clean the glass.
        | Is there anything you miss?
        | 4.

        | Do you get lonely?
        | No.
        | And what do you do in storms?
        | I clean the glass.
        | The lamp is to be switched off in spring.

        | Is the sea wall safe?
        | Engineers
        | Who pays for the pumps?
        | Council
        | When will the ferry be back?
        | Travel

        | Is the sea wall safe?
        | Sign up for our newsletter and find out.
        | Who pays for the pumps?
        | Sign up for our newsletter and find out.
        | When will the ferry be back?
        | Sign up for our newsletter and find out.
    """
    asked = next((n for n in range(block.number, block.number - 1 - ANSWER, -1) if _asks(page, n)), -1)
    if asked < 0 or not all(_answers(page, n) for n in range(asked + 1, block.number + 1)):
        return None
    if asked < block.number - 1 and _next_asked(page, asked, 1) < 0:
        return None  # of the last answer only its first paragraph is sure
    n = int(asked < block.number or _answers(page, asked + 1))
    for step in (1, -1):
        at = asked
        while n < QUESTIONS and (at := _next_asked(page, at, step)) >= 0:
            n += step < 0 or _answers(page, at + 1)
    if n < QUESTIONS:
        return None
    return Finding("paragraph", page.blocks[asked].core, "sure" if block.number <= asked + 1 else "hint")


def _next_asked(page: Page, at: int, step: int) -> int:
    """The question that comes next with this step, over one answer; -1 where none does."""
    for n in range(1, ANSWER + 2):
        if n > 1 and _asks(page, at + n * step):
            return at + n * step
        if not _answers(page, at + n * step):
            break
    return -1


def _asks(page: Page, n: int) -> bool:
    """Whether a line is a question."""
    if not 0 <= n < len(page.blocks):
        return False
    b = page.blocks[n]
    return b.words <= LONGEST_QUESTION and is_question(b) and _is_spoken(b)


def _answers(page: Page, n: int) -> bool:
    """Whether a line ends as a sentence does and is no question."""
    if not 0 <= n < len(page.blocks):
        return False
    b = page.blocks[n]
    return b.ending == STOP and not is_question(b) and not b.core.rstrip(".").isdecimal() and _is_spoken(b)


def _is_spoken(b: Block) -> bool:
    return b.twin < 0 and not (b.cues and any(cue.kind in NOT_SAID for cue in b.cues))
