"""The bar that shows how far a run is: tqdm's, for terminals and notebooks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from newsclean.batch.opened import Meter


class Bar(Protocol):
    """What is asked of a bar."""

    def update(self, n: float, /) -> object: ...
    def close(self) -> object: ...
    def set_description_str(self, desc: str | None = ..., *, refresh: bool | None = ...) -> object: ...


def progress_bar(total: int | None) -> Bar:
    """A bar of pages, with their rate and, where it is known how many there are, the time that remains."""
    try:
        from tqdm.auto import tqdm
    except ModuleNotFoundError as error:
        raise ImportError("progress=True needs tqdm: pip install 'newsclean[progress]'") from error

    class PagesBar(tqdm):  # type: ignore[type-arg]  # at run time it takes none
        monitor_interval = 0  # no thread beside ours: a process with threads should not be forked

    return PagesBar(total=total, unit=" pages")


class RunBar:
    """A bar of what has been read of the input, by bytes, so that the time that remains can be told; and of pages."""

    def __init__(self, bar: Bar, meter: Meter) -> None:
        self.bar, self.meter = bar, meter
        self.shown, self.first, self.begin = 0, -1, time.monotonic()

    def show(self, n_pages: int) -> None:
        """So many pages are done."""
        if self.first < 0:
            self.first = n_pages - 1
        place = self.meter.place()
        rate = (n_pages - self.first) / max(time.monotonic() - self.begin, 0.001)
        self.bar.set_description_str(f"{n_pages:,} pages, {rate:,.0f}/s", refresh=False)
        self.bar.update(place - self.shown)
        self.shown = place


@contextmanager
def run_bar(meter: Meter, total: int | None) -> Iterator[RunBar | None]:
    """The bar of a run on a terminal; none where tqdm is not installed."""
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        yield None
        return

    class BytesBar(tqdm):  # type: ignore[type-arg]  # at run time it takes none
        monitor_interval = 0

    shown = "{desc} {percentage:3.0f}%|{bar}| [{elapsed}<{remaining}]" if total else "{desc} [{elapsed}]"
    with BytesBar(total=total, bar_format=shown, miniters=0, mininterval=0.2) as bar:
        yield RunBar(bar, meter)
