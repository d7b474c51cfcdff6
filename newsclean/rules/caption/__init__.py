"""Captions and alternative texts: lines that tell of a picture."""

from newsclean.rules.caption.credits import bracketed, credited, over_credit
from newsclean.rules.caption.instead import file_name, picture
from newsclean.rules.caption.labels import labelled, positions, under_label
from newsclean.rules.caption.twice import twin

__all__ = [
    "bracketed",
    "credited",
    "file_name",
    "labelled",
    "over_credit",
    "picture",
    "positions",
    "twin",
    "under_label",
]
