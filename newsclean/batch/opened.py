"""Files as they are, whether packed or not: gzip and zstd are told by their first bytes, not by their name."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from newsclean.batch.settings import OptionError

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
EXTRA = "pip install 'newsclean[batch]'"


class Meter:
    """How many bytes of the input have been read, as it lies on the disk: what a bar can tell the time from."""

    def __init__(self) -> None:
        self.before = 0  # of files that were read to their end, or passed over
        self.file: BinaryIO | None = None

    def place(self) -> int:
        """The bytes up to where we are."""
        return self.before + (self.file.tell() if self.file is not None else 0)


@contextmanager
def opened(path: Path | None, meter: Meter) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input, unpacked."""
    if path is None:
        yield unpacked(cast("io.BufferedReader", sys.stdin.buffer))
        return
    with path.open("rb") as file:
        meter.file = file
        try:
            yield unpacked(file)
        finally:
            meter.file = None
            meter.before += path.stat().st_size


def unpacked(file: io.BufferedReader) -> BinaryIO:
    """What a file holds, whether it is packed or not."""
    head = file.peek(4)
    if head.startswith(GZIP):
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if head.startswith(ZSTD):
        try:
            import zstandard
        except ModuleNotFoundError as error:
            raise OptionError(f"zstd needs zstandard: {EXTRA}") from error
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        return cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", reader)))
    return file
