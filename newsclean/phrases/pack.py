"""Write cues.json from cues/*.toml: `python -m newsclean.phrases.pack`. A test holds the two equal."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from pathlib import Path

from newsclean.phrases.cue_file import NOT_LANGUAGES, read_cue_file
from newsclean.phrases.fold import fold
from newsclean.phrases.lexicon import pack

FOLDER = Path(__file__).parent
FILE = FOLDER / "cues.json"


def render() -> str:
    """The whole of cues.json: the phrases of one key a line, so that a small change shows as one."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((FOLDER / "cues").glob("*.toml"))}
    languages = [name for name in texts if name not in NOT_LANGUAGES]
    tables = pack(entry for name in languages for entry in read_cue_file(f"{name}.toml", texts[name]))
    others = {name: tomllib.loads(texts[name]) for name in NOT_LANGUAGES}
    reader = {name: [fold(word) for word in tomllib.loads(texts[name]).get("reader", ())] for name in languages}
    replies = sorted({fold(word) for name in languages for word in tomllib.loads(texts[name]).get("reply", ())})
    packed = {
        "languages": languages,
        "lexicon": asdict(tables),
        "reader": {name: words for name, words in reader.items() if words},
        "reply": {"words": replies},
        **others,
    }
    return json.dumps(packed, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
