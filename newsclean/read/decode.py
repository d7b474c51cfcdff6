"""Bytes to text, and text to text that pydantic, JSON and every file format can hold."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from newsclean.read.charset import read_bytes
from newsclean.read.limits import MOST_CHARACTERS, within_characters

# The first bytes of files that are no text.
FILES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or video"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
NOT_A_PAGE = (
    (re.compile(r"https?://\S{1,2000}", re.IGNORECASE), "an address, and newsclean fetches nothing"),
    (
        re.compile(r"[^\s<>]{1,250}\.(?:html?|txt|md)", re.IGNORECASE),
        "the name of a file, and newsclean opens none",
    ),
)
LOOKED_AT = 8192  # bytes in which a binary file shows a NUL
LONGEST = 3000  # characters of what may be one of these
SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    text: str
    warnings: tuple[str, ...]
    utf8: bytes | None = None  # the same text in UTF-8, where that is at hand: an HTML parser wants it


def decode(raw: str | bytes) -> Decoded:
    """The text of `raw`, character for character; only lone surrogates become U+FFFD (same length, so spans hold).

    Of more than limits.MOST_CHARACTERS the first. Bytes are read as charset.read_bytes says. A PDF or an image gives an
    empty text and a warning that says so.
    Raises TypeError for what is neither str nor bytes.
    """
    if not isinstance(raw, str | bytes):
        raise TypeError(f"raw: expected str or bytes, got {type(raw).__name__}")
    if isinstance(raw, bytes):
        name = file_kind(raw)
        if name is not None:
            return Decoded("", (f"this looks like {name}, not a page",))
        text, encoding, warnings = read_bytes(raw)
        if encoding == "utf-8" and not warnings and len(text) <= MOST_CHARACTERS:
            return Decoded(text, _instead(text), raw.removeprefix(codecs.BOM_UTF8))
    else:
        text, warnings = raw, ()
    warnings = (*warnings, *_instead(text))
    text, more = within_characters(text)
    try:
        utf8 = text.encode("utf-8")  # finds lone surrogates in a seventh of the time that a pattern's search takes
    except UnicodeEncodeError:
        warnings = (*warnings, "lone surrogates were replaced by U+FFFD")
        text = SURROGATE.sub("\ufffd", text)
        utf8 = text.encode("utf-8")
    return Decoded(text, (*warnings, *more), utf8)


def is_binary(raw: bytes) -> bool:
    """Whether these bytes begin as no text does: with NUL characters, in whichever encoding."""
    head = raw[:LOOKED_AT]
    return b"\0" in head and "\0" in decode(head).text


def _instead(text: str) -> tuple[str, ...]:
    """A warning where this is all too short to be a page, and says where one is.

    >>> _instead("https://harbourpost.example/pumps")
    ('this is an address, and newsclean fetches nothing: give the page itself',)
    """
    if len(text) > LONGEST:
        return ()
    return tuple(
        [f"this is {what}: give the page itself" for pattern, what in NOT_A_PAGE if pattern.fullmatch(text.strip())][:1]
    )


def file_kind(raw: bytes) -> str | None:
    """What kind of file these bytes are, if they are no text.

    >>> file_kind(b"%PDF-1.7 ..."), file_kind(b"<!doctype html>")
    ('a PDF', None)
    """
    head = raw[:64].lstrip()
    if head[4:8] == b"ftyp":
        return "a video or image"
    if head.startswith(b"RIFF") and head[8:12] not in (b"WEBP", b"WAVE", b"AVI "):
        return None
    return next((name for start, name in FILES if head.startswith(start) or raw.startswith(start)), None)
