"""Write the table at the end of docs/languages.md from the cue files: `python -m docs.write_languages`.

A test holds the two equal. The table counts no phrases: it changes only where a language gets its first of a sort.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from newsclean.phrases.cue_file import KINDS, NOT_LANGUAGES

FILE = Path(__file__).with_name("languages.md")
OPENING = """\
## The languages

Written by `docs/write_languages.py` from the cue files. Each has phrases of the kinds that English has, examples, how
a page speaks to its reader (`reader`) and what the button under a comment says (`reply`), but for what is named here.
What is missing is where help is wanted: without phrases a line is told by its form and its place; without words names,
stops and credits are read by their form and by the words of other languages. Some have none without harm.

| file | language | missing | `words` that are missing |
|---|---|---|---|
"""
MEASURE = "en"  # the language that the others are compared with
MAIN_WORDS = ("author", "and", "role", "picture", "abbreviations")


def render() -> str:
    """The whole of docs/languages.md, with its last part written anew."""
    before = FILE.read_text("utf-8").partition(OPENING[: OPENING.index("\n")])[0]
    return before + table()


def table() -> str:
    """The languages, one a row, with the words that are missing in each."""
    folder = files("newsclean") / "phrases" / "cues"
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir())
    found = {n: tomllib.loads((folder / f"{n}.toml").read_text("utf-8")) for n in names if n not in NOT_LANGUAGES}
    wanted = [key for key in found[MEASURE] if key in KINDS or key in ("reader", "reply")]
    return OPENING + "".join(_row(name, data, wanted) for name, data in found.items())


def _row(name: str, data: Mapping[str, object], wanted: Iterable[str]) -> str:
    words = data.get("words")
    known = {key.replace("by", "author") for key in (words if isinstance(words, Mapping) else ())}
    missing = ", ".join(f"`{key}`" for key in MAIN_WORDS if key not in known)
    lacking = ", ".join(f"`{key}`" for key in sorted(set(wanted) - set(data)))
    return f"| `{name}.toml` | {data['name']} | {lacking} | {missing} |\n"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
