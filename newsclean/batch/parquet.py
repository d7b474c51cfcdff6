"""Articles as a Parquet file: one schema for all of them, a row group for each step."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsclean.batch.growing import PART
from newsclean.batch.writers import Written
from newsclean.record import arrow_schema


def schema(fields: Iterable[str]) -> pa.Schema:
    """The columns for these fields of a record, after the id: the same for every page, whatever is on it.

    >>> print(schema(["title", "language"]))
    id: string not null
    title: string
    language: string
    """
    columns = arrow_schema()
    return pa.schema([pa.field("id", pa.string(), nullable=False), *[columns.field(name) for name in fields]])


class Parquet:
    """A Parquet file, which cannot be taken up again when it is cut off. So each step is a file, and all become one."""

    def __init__(self, path: Path, folder: Path, fields: Iterable[str], length: int) -> None:
        """Goes on after `length` steps; what is there of later ones is removed."""
        self.path, self.folder, self.schema, self.length = path, folder, schema(fields), length
        self.rows: list[dict[str, Any]] = []
        folder.mkdir(exist_ok=True)
        for file in folder.iterdir():
            if file.suffix == PART or int(file.stem) >= length:
                file.unlink()

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:08d}.parquet"

    def write(self, page: Written) -> None:
        """Its content is the record."""
        if not isinstance(page.content, dict):
            raise TypeError(f"content: expected a dict, got {type(page.content).__name__}")
        self.rows.append({"id": str(page.id).encode("utf-8", "replace").decode(), **page.content})

    def commit(self) -> int:
        """Writes the step."""
        if self.rows:
            file = self._file(self.length)
            part = file.with_name(file.name + PART)
            pq.write_table(pa.Table.from_pylist(self.rows, self.schema), part, compression="zstd")
            sync(part)
            part.replace(file)
            self.length += 1
            self.rows = []
        return self.length

    def finish(self) -> None:
        """Makes one file of all steps, under the name that it has until the run is done."""
        part = self.path.with_name(self.path.name + PART)
        with pq.ParquetWriter(part, self.schema, compression="zstd") as writer:
            for number in range(self.length):
                writer.write_table(pq.read_table(self._file(number), use_threads=False))
        sync(part)

    @staticmethod
    def close() -> None:
        """Leaves no file open."""


def sync(path: Path) -> None:
    """Brings a file to the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
