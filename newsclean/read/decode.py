"""Bytes to text, and text to text that pydantic, JSON and every file format can hold."""

from __future__ import annotations

import re
from typing import NamedTuple

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    text: str
    warnings: tuple[str, ...]


def decode(raw: str | bytes) -> Decoded:
    """The text of `raw`, character for character; only lone surrogates become U+FFFD (same length, so spans hold).

    Bytes are read by their byte order mark, else as UTF-8, else as Windows-1252, with a warning.
    """
    if isinstance(raw, bytes):
        text, warnings = _decode_bytes(raw)
    else:
        text, warnings = raw, ()
    if not text.isascii() and SURROGATE.search(text):
        text = SURROGATE.sub("\ufffd", text)
        warnings = (*warnings, "lone surrogates were replaced by U+FFFD")
    return Decoded(text, warnings)


def _decode_bytes(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace"), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text, ("not UTF-8: read as Windows-1252",)
