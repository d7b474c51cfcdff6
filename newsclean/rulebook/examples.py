"""The examples of a user's cue file, run: each line of `cut` shows one of its phrases, no line of `keep` is taken.

Lines are looked at as those of a page are, but for the phrases of this one file only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.article.kinds import TEXT_KINDS, Kind
from newsclean.measure.look import look_at
from newsclean.phrases.cue import USER, Cue
from newsclean.phrases.find import phrase_in
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.lexicon import Lexicon
from newsclean.phrases.patterns import OwnPattern, place_of
from newsclean.rules.cued import MAX_PROMPT

KEYS = ("cut", "keep")


def is_sure(cue: Cue, words: int) -> bool:
    """Whether a phrase takes its line, of so many words, for sure.

    The user's own: all but one that ends a line of more than MAX_PROMPT words or stands inside it. One of a language:
    where it is the line, counts anywhere in it, or opens it with a colon.
    """
    if cue.language == USER:
        return cue.where in ("whole", "starts") or words <= MAX_PROMPT
    return cue.where in ("whole", "contains") or (cue.where == "starts" and cue.phrase[-1] in ":：")


def is_sure_at(place: int, kind: Kind, words: int) -> bool:
    """Whether a pattern, found at this place of a block of so many words, says for sure of which kind it is."""
    return kind in TEXT_KINDS or place == 0 or words <= MAX_PROMPT


def run_examples(name: str, examples: object, lexicon: Lexicon, patterns: Sequence[OwnPattern] = ()) -> None:
    """The examples of a file, run with its phrases, those that `lexicon` has as the user's, and its patterns.

    Raises ValueError, naming file, key and line, for an example that fails or a table that is not of the form.
    """
    if not isinstance(examples, Mapping):
        raise ValueError(f"{name}: examples: expected a table of {', '.join(KEYS)}, got {examples!r}")
    for key, lines in examples.items():
        if key not in KEYS:
            raise ValueError(f"{name}: examples.{key}: expected one of {', '.join(KEYS)}")
        if not isinstance(lines, list) or not all(isinstance(line, str) and line.strip() for line in lines):
            raise ValueError(f"{name}: examples.{key}: expected a list of lines, got {lines!r}")
        for n, line in enumerate(lines):
            if failure := _failure(key, line, lexicon, patterns):
                raise ValueError(f"{name}: examples.{key}[{n}]: {failure}: {line!r}")


def _failure(key: str, line: str, lexicon: Lexicon, patterns: Sequence[OwnPattern]) -> str:
    """Why a line is no example of `cut` or of `keep`, or ""."""
    text = " ".join(line.split())
    look = look_at(text, lexicon, UNSPACED.search(text) is not None, of_many=False)
    try:
        found = [(kind, p, place) for kind, p in patterns if (place := place_of(p, text)) is not None]
    except TimeoutError:
        return "takes a pattern of this file too long"
    kept = phrase_in(text, lexicon.keep) if lexicon.keep is not None else ""
    kept = kept or next((p for kind, p, _ in found if kind in TEXT_KINDS), "")
    if kept:
        return f"is kept by {kept!r}" if key == "cut" else ""
    if key == "cut":
        return "" if look.cues or found else "shows no phrase of this file"
    cue = next((cue for cue in look.cues if is_sure(cue, look.words)), None)
    if cue is not None:
        return f"is taken by {cue.kind}.{cue.where} {cue.phrase!r}"
    taken = next(((kind, p) for kind, p, place in found if is_sure_at(place, kind, look.words)), None)
    return "" if taken is None else f"is taken by patterns.{taken[0]} {taken[1]!r}"
