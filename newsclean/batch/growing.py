"""A file that grows by safe steps: after a kill it is cut back to the last of them, and goes on from there."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Protocol

from newsclean.batch.opened import EXTRA
from newsclean.batch.settings import OptionError

PART = ".part"


class Packer(Protocol):
    """What packs one step of a file."""

    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


class Plain:
    """Packs nothing."""

    @staticmethod
    def compress(data: bytes, /) -> bytes:
        return data

    @staticmethod
    def flush() -> bytes:
        return b""


def packer(path: Path) -> Packer:
    """What packs a file of this name. Each step is a gzip member or zstd frame of its own; readers take them as one."""
    if path.suffix == ".gz":
        return zlib.compressobj(wbits=31)  # its header has no time: the same input gives the same file
    if path.suffix in {".zst", ".zstd"}:
        try:
            import zstandard
        except ModuleNotFoundError as error:
            raise OptionError(f"zstd needs zstandard: {EXTRA}") from error
        return zstandard.ZstdCompressor().compressobj()
    return Plain()


class Growing:
    """A file that is written under the name PATH.part; whoever knows that it is whole gives it its own."""

    def __init__(self, path: Path, length: int) -> None:
        """Opens it, cut back to this length; `length` 0 begins anew."""
        self.path, self.part = path, path.with_name(path.name + PART)
        self.packer = packer(path)
        self.has_more = False
        descriptor = os.open(self.part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self.file = os.fdopen(descriptor, "r+b", buffering=0)
        if self.file.seek(0, os.SEEK_END) < length:
            raise OSError(f"{self.part} is shorter than it was: {length} bytes were safe")
        self.file.truncate(length)
        self.file.seek(length)

    def write(self, data: bytes) -> None:
        """Adds to the step that is being written."""
        self.has_more = True
        self._put(self.packer.compress(data))

    def _put(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self.file.write(left) :]

    def commit(self) -> int:
        """Ends the step: what was written is on the disk. Gives the length of the file."""
        if self.has_more:
            self._put(self.packer.flush())
            self.packer, self.has_more = packer(self.path), False
            os.fsync(self.file.fileno())
        return self.file.tell()

    def close(self) -> None:
        """Closes the file."""
        self.file.close()
