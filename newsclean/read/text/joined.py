"""Texts whose lines a scraper joined with a mark: “Home | News | The vote was seven to two. | Share”."""

from __future__ import annotations

from newsclean.page.prose import SENTENCE_WORDS
from newsclean.page.shape import STOP, ending

JOINTS = ("\\r\\n", "\\n", "|", "\t", " / ", "¶")  # the first two as they stand in JSON, a backslash and a letter
FEWEST = 6  # joints
SENTENCES = 3  # that end right before one: a menu has bars, and so has a table, but no sentences
MOST_LINES = 3  # of the text


def lines_again(source: str) -> str:
    r"""Such a text with its lines each on its own; any other as it is.

    >>> joined = "Home | News | Flood pumps arrive | The first two pumps came on Monday. | Nobody was hurt at all."
    >>> lines_again(joined + " | The wall will be raised by a metre. | Share | © 2024 Harbour Post").count("\n")
    7
    >>> lines_again("Home | News | Sport | Weather | Log in | Share | The pumps came on Monday.").count("\n")
    0
    """
    if source.strip().count("\n") >= MOST_LINES:
        return source
    for joint in JOINTS:
        if source.count(joint) >= FEWEST:
            pieces = [piece.strip() for piece in source.split(joint)]
            if (
                sum(len(piece.split()) >= SENTENCE_WORDS and ending(piece) == STOP for piece in pieces[:-1])
                >= SENTENCES
            ):
                return "\n".join(pieces)
    return source
