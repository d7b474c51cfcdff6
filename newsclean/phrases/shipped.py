"""What newsclean/phrases/cues/*.toml come to, as the package carries it: one JSON file, read thirty times as fast.

The TOML files are the source. `python -m newsclean.phrases.pack` writes cues.json from them; a test holds the two
equal.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from newsclean.phrases.fold import fold


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """The tables of the languages and their phrases, `reader`, `reply`, `words`; and those of the other files."""
    found: dict[str, Any] = json.loads((files("newsclean") / "phrases" / "cues.json").read_text("utf-8"))
    return found


@lru_cache(maxsize=64)
def verdict_phrases(name: str) -> frozenset[str]:
    """The phrases of a table of cues/verdicts.toml, folded.

    >>> "home" in verdict_phrases("front_page")
    True
    """
    return frozenset(map(fold, tables()["verdicts"][name]["phrases"]))
