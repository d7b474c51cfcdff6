"""What reads as prose: a sentence, a paragraph, anything long. Every step asks here.

is_said       it ends like a sentence, however short: only the story's lines beside it make it one
is_sentence   it may be a sentence: five words that end like one
is_paragraph  it is one of running text: twelve words that end like a sentence
is_prose      it may be a sentence, or is long, however it ends
is_question   it asks
"""

from __future__ import annotations

import re

from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.shape import STOP

ASKS = re.compile(r"(?:[?？؟]|か。)[\"'”’»“」』)）\s]{0,4}\Z")
ASKING = 6  # characters that may match
FEWEST_WORDS = 2
SENTENCE_WORDS = 5  # fewer that end like a sentence are sooner a button or an answer: “No comment.”
PARAGRAPH_WORDS = 12  # prompts, captions and notices that end like a sentence are mostly shorter
LONG_WORDS = 30  # no line of furniture is as long without being prose


def is_said(b: Block) -> bool:
    """Whether a line of two words or more ends like a sentence: “He laughed.”"""
    return b.ending == STOP and b.words >= FEWEST_WORDS


def is_sentence(b: Block) -> bool:
    """Whether a block may be a sentence: it ends like one, and a few words come before."""
    return b.ending == STOP and b.words >= SENTENCE_WORDS


def is_paragraph(b: Block) -> bool:
    """Whether a block is running text: it ends like a sentence, and is as long as they are in stories."""
    return b.ending == STOP and b.words >= PARAGRAPH_WORDS


def is_prose(b: Block) -> bool:
    """Whether a block reads as a sentence or more."""
    return is_sentence(b) or b.words >= LONG_WORDS


def is_question(b: Block) -> bool:
    """Whether a block ends as a question does."""
    return bool(b.traits & traits.QUESTION)


def asks(text: str) -> bool:
    """Whether a text ends with a question's mark, or as questions of Japanese do without."""
    return text[-1:] != "." and ASKS.search(text, max(0, len(text) - ASKING)) is not None
