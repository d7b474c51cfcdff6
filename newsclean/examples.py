"""The examples of a user's cue file, run: each line of `cut` shows one of its phrases, no line of `keep` is taken.

Lines are looked at as those of a page are, but for the phrases of this one file only.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.measure.measure import look_at
from newsclean.phrases.cue import USER, Cue
from newsclean.phrases.fold import UNSPACED
from newsclean.phrases.lexicon import Lexicon
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


def run_examples(name: str, examples: object, lexicon: Lexicon) -> None:
    """The examples of a file, run with its phrases: those that `lexicon` has as the user's.

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
            if failure := _failure(key, line, lexicon):
                raise ValueError(f"{name}: examples.{key}[{n}]: {failure}: {line!r}")


def _failure(key: str, line: str, lexicon: Lexicon) -> str:
    """Why a line is no example of `cut` or of `keep`, or ""."""
    text = " ".join(line.split())
    look = look_at(text, lexicon, UNSPACED.search(text) is not None)
    if key == "cut":
        return "" if look.cues else "shows no phrase of this file"
    cue = next((cue for cue in look.cues if is_sure(cue, look.words)), None)
    return "" if cue is None else f"is taken by {cue.kind}.{cue.where} {cue.phrase!r}"
