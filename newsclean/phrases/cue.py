"""A phrase of a cue file, and one that a line shows."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from newsclean.article.kinds import Kind

USER = "user"  # stands for the language of a phrase of the user's own that is of none
Where = Literal["whole", "starts", "ends", "contains"]
WHERE: tuple[Where, ...] = get_args(Where)
Entry = tuple[Where, Kind, str, str]  # as a cue file gives it; the last two: language and phrase


class Cue(NamedTuple):
    """A phrase of a cue file that a block shows."""

    kind: Kind
    where: Where
    phrase: str
    language: str
    start: int  # offset into the block's folded text; how much of the block the phrase takes
    end: int
