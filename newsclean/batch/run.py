"""A run: records in, articles out, in order, step by step; each step is safe before the next begins."""

from __future__ import annotations

import hashlib
import multiprocessing
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from newsclean import __version__
from newsclean.batch.articles import cleaned, outcomes
from newsclean.batch.growing import PART, Growing
from newsclean.batch.opened import EXTRA, Meter
from newsclean.batch.progress import run_bar
from newsclean.batch.readers import Columns, Record, records
from newsclean.batch.results import PageError
from newsclean.batch.settings import OptionError, Options
from newsclean.batch.sources import STDIN, Form, found, total_size
from newsclean.batch.state import Files, State, begun, save
from newsclean.batch.summary import Counts, Seen, add, seen
from newsclean.batch.writers import JsonLines, Printed, Texts, Writer, Written, json_bytes
from newsclean.record import COLUMNS, json_record

if TYPE_CHECKING:
    from newsclean.batch.parquet import Parquet

Shape = Literal["lines", "parquet", "texts"]


class Plan(NamedTuple):
    """What a run is told."""

    inputs: Sequence[str]
    out: str
    shape: Shape
    form: Form | None
    columns: Columns
    fields: tuple[str, ...] | None
    """The fields of a record that are written; all, where it is None."""
    options: Options
    rules: Sequence[str]
    """The cue files that the options' rules were read from."""
    profile: str | None
    """The file that the options' profile was read from."""
    size: int
    every: int
    """Records of one step."""
    overwrite: bool

    def settings(self) -> dict[str, Any]:
        """What makes the output what it is: a run that was killed goes on only with the same."""
        return {
            "version": __version__,
            "input": [(name, Path(name).stat().st_size if Path(name).is_file() else None) for name in self.inputs],
            "--from": self.form,
            "--raw, --id or --url": self.columns,
            "--fields": self.fields,
            "--form": self.options.form,
            "--languages": sorted(self.options.languages or ()),
            "--rules": [hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in self.rules],
            "--profile": self.profile and hashlib.sha256(Path(self.profile).read_bytes()).hexdigest(),
            "--prefer": self.options.prefer,
            "--every": self.every,
        }


class Made(NamedTuple):
    """What a worker gives back of an article: what is written of it, and what is counted."""

    content: object
    seen: Seen


def made(plan: tuple[Options, Shape, tuple[str, ...] | None], raw: str | bytes, url: str | None) -> Made:
    """What is written of a page, made where it is cleaned: the process that writes has enough to do."""
    options, shape, fields = plan
    article = cleaned(options, raw, url)
    if shape == "texts":
        return Made(article.text, seen(article))
    record = article.to_record()
    if shape == "lines":
        record = json_record(record)
    chosen = record if fields is None else {field: record[field] for field in fields}
    return Made(json_bytes(chosen) if shape == "lines" else chosen, seen(article))


def run(plan: Plan) -> Counts:
    """Does what is planned, or what is left of it after a kill, and gives what was counted of all of it."""
    if plan.out == STDIN:
        counts = Counts.of({})
        for _ in _steps(plan, State(0, 0, 0, counts, is_whole=False), Printed(), None):
            sys.stdout.buffer.flush()
        return counts
    files, settings = Files(Path(plan.out)), plan.settings()
    if plan.shape == "parquet":
        _parquet()  # or its error, before anything is written
    files.out.parent.mkdir(parents=True, exist_ok=True)
    state = begun(files, settings, overwrite=plan.overwrite)
    if not state.is_whole:
        save(files, settings, state)  # before anything is there that would look like another's
        with (
            closing(writer_of(plan, files, state.output)) as writer,
            closing(Growing(files.errors, state.errors)) as errors,
        ):
            for n_records in _steps(plan, state, writer, errors):
                state = State(n_records, writer.commit(), errors.commit(), state.counts, is_whole=False)
                save(files, settings, state)
            writer.finish()
        save(files, settings, state._replace(is_whole=True))
    _name(files)
    return state.counts


def writer_of(plan: Plan, files: Files, length: int) -> Writer:
    """Where the articles of a plan go."""
    if plan.shape == "texts":
        return Texts(files.out)
    if plan.shape == "parquet":
        return _parquet()(files.out, files.parts, plan.fields or [column.name for column in COLUMNS], length)
    return JsonLines(files.out, length)


def _parquet() -> type[Parquet]:
    """What writes Parquet. Raises OptionError where the package that it needs is not installed."""
    try:
        from newsclean.batch.parquet import Parquet
    except ModuleNotFoundError as error:
        raise OptionError(f"Parquet needs pyarrow: {EXTRA}") from error
    return Parquet


def _steps(plan: Plan, state: State, writer: Writer, errors: Growing | None) -> Iterator[int]:
    """Writes what comes behind the state; gives the number of records at the end of each step, and of all."""
    meter, n = Meter(), state.records
    with ExitStack() as stack:
        bar = stack.enter_context(run_bar(meter, total_size(plan.inputs))) if sys.stderr.isatty() else None
        pages = _records(plan, meter, state.records)
        work = partial(made, (plan.options, plan.shape, plan.fields))
        # Processes are started anew, not forked: reading Parquet has threads.
        results = outcomes(pages, work, plan.size, multiprocessing.get_context("spawn"))
        for outcome in stack.enter_context(closing(results)):
            if outcome.value is None:
                state.counts.pages["failed"] += 1
                _report(outcome.error, errors)
            else:
                writer.write(Written(n, outcome.id, outcome.value.content))
                add(state.counts, outcome.value.seen)
            n += 1
            if bar is not None:
                bar.show(n)
            if n % plan.every == 0:
                yield n
    yield n


def _report(error: PageError | None, errors: Growing | None) -> None:
    if error is None:
        return
    text = json_bytes({"id": error.id, "type": error.type, "reason": error.reason}) + b"\n"
    if errors is None:
        sys.stderr.buffer.write(text)
    else:
        errors.write(text)


def _records(plan: Plan, meter: Meter, skip: int) -> Iterator[Record | PageError]:
    """All records of the inputs but the first `skip`. Files of one page that are skipped are not read."""
    for source in found(plan.inputs, plan.form):
        if skip and source.form == "page" and source.path is not None:
            skip -= 1
            meter.before += source.path.stat().st_size
            continue
        for record in records(source, plan.columns, meter):
            if skip:
                skip -= 1
            else:
                yield record


def _name(files: Files) -> None:
    """Gives the files of a run that is done their names. It may be done again where it was cut short."""
    part = files.errors.with_name(files.errors.name + PART)
    if part.exists():
        if part.stat().st_size:
            part.replace(files.errors)
        else:
            files.errors.unlink(missing_ok=True)  # of a run before
            part.unlink()
    part = files.out.with_name(files.out.name + PART)
    if part.exists():
        part.replace(files.out)
    if files.parts.is_dir():
        shutil.rmtree(files.parts)
    files.state.unlink()
