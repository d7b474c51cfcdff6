"""Where articles go: lines of JSON, a Parquet file, or a folder of texts."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

from newsclean.batch.growing import Growing

UNFIT = re.compile(r"[^\w.,+=@ -]+")  # what a file's name should not have, on any system
LONGEST = 120  # letters of a name: half of what file systems allow, in bytes


class Written(NamedTuple):
    """What is written of a page: the number of its record, its id, and a record or text, as the writer wants it."""

    number: int
    id: object
    content: object


class Writer(Protocol):
    """A place for articles. What is committed is safe; a number says how far that is. `finish` comes before the end."""

    def write(self, page: Written) -> None: ...
    def commit(self) -> int: ...
    def finish(self) -> None: ...
    def close(self) -> None: ...


class JsonLines:
    """One line for each article, as `{"id": …, …}`."""

    def __init__(self, path: Path, length: int) -> None:
        self.file = Growing(path, length)

    def write(self, page: Written) -> None:
        """Its content is the record as JSON, in bytes, without its id."""
        self.file.write(line(page))

    def commit(self) -> int:
        return self.file.commit()

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        self.file.close()


class Printed:
    """The same on standard output. Nothing there can be taken back, so such a run cannot go on after a kill."""

    @staticmethod
    def write(page: Written) -> None:
        sys.stdout.buffer.write(line(page))

    @staticmethod
    def commit() -> int:
        sys.stdout.buffer.flush()
        return 0

    @staticmethod
    def finish() -> None:
        return

    @staticmethod
    def close() -> None:
        return


def line(page: Written) -> bytes:
    """The line of an article: its id, then the fields of its record."""
    if not isinstance(page.content, bytes):
        raise TypeError(f"content: expected bytes, got {type(page.content).__name__}")
    return b'{"id": %b, %b\n' % (json_bytes(page.id), page.content.removeprefix(b"{"))


def json_bytes(value: object) -> bytes:
    """A value as JSON on one line; what JSON has no form for, such as a date of a Parquet file, as it prints."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text.encode("utf-8", "replace")


class Texts:
    """A folder with the text of each article, named for its page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, page: Written) -> None:
        """Its content is the text."""
        file = self.folder / file_name(page.number, str(page.id))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(f"{page.content}\n".encode("utf-8", "replace"))

    @staticmethod
    def commit() -> int:
        return 0

    @staticmethod
    def finish() -> None:
        return

    @staticmethod
    def close() -> None:
        return


def file_name(number: int, page_id: str) -> str:
    """A name for the text of a page: its number, which no other has, and its id as far as names allow.

    >>> file_name(12, "pages/harbour/pumps.html"), file_name(3, "<urn:uuid:7>")
    ('00000012-pages-harbour-pumps.html.txt', '00000003-urn-uuid-7.txt')
    """
    name = UNFIT.sub("-", page_id).strip("-. ")[-LONGEST:]
    return f"{number:08d}-{name.removesuffix('.txt')}.txt"
