"""Write phrases/cues.json from phrases/cues/*.toml: `python -m docs.write_cues`. A test holds the two equal."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import newsclean
from newsclean.phrases.fold import fold
from newsclean.phrases.lexicon import NOT_LANGUAGES, Lexicon, compile_cues, read_cue_file

PACKAGE = Path(newsclean.__file__).parent / "phrases"
FILE = PACKAGE / "cues.json"


def render() -> str:
    """The whole of cues.json: one phrase or list a line, so that a small change shows as one."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((PACKAGE / "cues").glob("*.toml"))}
    languages = [name for name in texts if name not in NOT_LANGUAGES]
    lexicon = compile_cues(entry for name in languages for entry in read_cue_file(f"{name}.toml", texts[name]))
    reader = {name: [fold(word) for word in tomllib.loads(texts[name]).get("reader", ())] for name in languages}
    others = {name: tomllib.loads(texts[name]) for name in NOT_LANGUAGES}
    found = {"lexicon": _fields(lexicon), "reader": {name: words for name, words in reader.items() if words}, **others}
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def _fields(lexicon: Lexicon) -> dict[str, Any]:
    values = {field.name: getattr(lexicon, field.name) for field in fields(lexicon) if field.name != "own"}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
