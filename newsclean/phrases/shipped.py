"""What newsclean/phrases/cues/*.toml come to, as the package carries it: one JSON file, read thirty times as fast.

The TOML files are the source. `python -m docs.write_cues` writes cues.json from them; a test holds the two equal.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, Any]]:
    """The fields of the lexicon of all languages, their `reader`s, and agencies.toml, dates.toml and html.toml."""
    found: dict[str, dict[str, Any]] = json.loads((files("newsclean") / "phrases" / "cues.json").read_text("utf-8"))
    return found
