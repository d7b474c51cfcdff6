"""What is safe of a run, kept beside its output, so that the same command goes on after a kill."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.batch.growing import PART
from newsclean.batch.settings import OptionError
from newsclean.batch.summary import Counts

FORM = 1  # of this file: one of another form is of another version


class Files(NamedTuple):
    """The files of a run, all named after its output."""

    out: Path

    @property
    def state(self) -> Path:
        return self.out.with_name(f"{self.out.name}.state")

    @property
    def errors(self) -> Path:
        return self.out.with_name(f"{self.out.name}.errors.jsonl")

    @property
    def parts(self) -> Path:
        """A folder of what becomes one Parquet file at the end."""
        return self.out.with_name(f"{self.out.name}.parts")


class State(NamedTuple):
    """How far a run is: records read, bytes (or steps) of the output, bytes of the bad records, what was counted."""

    records: int
    output: int
    errors: int
    counts: Counts
    is_whole: bool
    """Whether all is written, and only names are to be changed."""


def begun(files: Files, settings: dict[str, Any], *, overwrite: bool) -> State:
    """Where to go on: at the beginning, or where a run with these settings was killed.

    Raises OptionError where the output is there already, or was begun with other settings, unless it may be replaced.
    """
    anew = State(0, 0, 0, Counts.of({}), is_whole=False)
    if overwrite:
        files.state.unlink(missing_ok=True)
        return anew
    if not files.state.exists():
        if files.out.is_file() or (files.out.is_dir() and any(files.out.iterdir())):
            raise OptionError(f"{files.out} is there already; --overwrite replaces it")
        return anew
    saved = json.loads(files.state.read_text("utf-8"))
    if saved["form"] != FORM:
        raise OptionError(f"{files.state} is of another version of newsclean; --overwrite begins anew")
    # As it comes back from a file: JSON has no tuples.
    other = [key for key, value in json.loads(json.dumps(settings)).items() if saved["settings"].get(key) != value]
    if other:
        raise OptionError(f"{files.out} was begun with other {', '.join(other)}; --overwrite begins anew")
    return State(**{**saved["state"], "counts": Counts.of(saved["state"]["counts"])})


def save(files: Files, settings: dict[str, Any], state: State) -> None:
    """Puts the state on the disk, whole or not at all."""
    text = json.dumps(
        {"form": FORM, "settings": settings, "state": {**state._asdict(), "counts": state.counts.as_dict()}}, indent=1
    )
    part = files.state.with_name(files.state.name + PART)
    with part.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(files.state)
