"""Write cues.json from cues/*.toml: `python -m newsclean.phrases.pack`. A test holds the two equal."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsclean.phrases.cue_file import NOT_LANGUAGES, WORDS, read_cue_file, read_dates, read_words
from newsclean.phrases.fold import fold
from newsclean.phrases.lexicon import pack

FOLDER = Path(__file__).parent
FILE = FOLDER / "cues.json"


def render() -> str:
    """The whole of cues.json: the phrases of one key a line, so that a small change shows as one."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((FOLDER / "cues").glob("*.toml"))}
    languages = [name for name in texts if name not in NOT_LANGUAGES]
    tables = pack(entry for name in languages for entry in read_cue_file(f"{name}.toml", texts[name]))
    for name in languages:
        check_name(f"{name}.toml", tomllib.loads(texts[name]))
    others = {name: tomllib.loads(texts[name]) for name in NOT_LANGUAGES}
    reader = {name: [fold(word) for word in tomllib.loads(texts[name]).get("reader", ())] for name in languages}
    replies = sorted({fold(word) for name in languages for word in tomllib.loads(texts[name]).get("reply", ())})
    said = [read_words(f"{name}.toml", tomllib.loads(texts[name]).get("words", {})) for name in languages]
    words = {key: sorted({word for table in said for word in table.get(key, ())}) for key in WORDS}
    for name in languages:
        add_dates(others["dates"], read_dates(f"{name}.toml", tomllib.loads(texts[name]).get("dates", {})), name)
    packed = {
        "languages": languages,
        "lexicon": asdict(tables),
        "reader": {name: words for name, words in reader.items() if words},
        "reply": {"words": replies},
        "words": words,
        **others,
    }
    return json.dumps(packed, ensure_ascii=False, indent=0) + "\n"


def check_name(file: str, data: Mapping[str, object]) -> None:
    """Raises ValueError where a cue file does not say what its language is called.

    >>> check_name("ca.toml", {"language": "ca"})
    Traceback (most recent call last):
    ValueError: ca.toml: name: expected the name of the language in English, such as 'Catalan', got None
    """
    name = data.get("name")
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"{file}: name: expected the name of the language in English, such as 'Catalan', got {name!r}")


def add_dates(dates: dict[str, Any], said: Mapping[str, Sequence[str]], language: str) -> None:
    """Put the words of a language's dates to those of all. Raises ValueError where one is another month elsewhere."""
    for key, words in said.items():
        for word in words:
            months = {number for number, names in dates["months"].items() if word in names}
            if key.isdigit() and months - {key}:
                raise ValueError(f"{language}.toml: dates.{key}: {word!r} is another month in another language")
            known = dates["months"].setdefault(key, []) if key.isdigit() else dates[key]["words"]
            if word not in known:
                known.append(word)


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
