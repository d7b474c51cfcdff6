"""The bar that shows how far a run is: tqdm's, for terminals and notebooks."""

from __future__ import annotations

from typing import Protocol


class Bar(Protocol):
    """What is asked of a bar."""

    def update(self, n: float, /) -> object: ...
    def close(self) -> object: ...


def progress_bar(total: int | None) -> Bar:
    """A bar of pages, with their rate and, where it is known how many there are, the time that remains."""
    try:
        from tqdm.auto import tqdm
    except ModuleNotFoundError as error:
        raise ImportError("progress=True needs tqdm: pip install 'newsclean[progress]'") from error

    class PagesBar(tqdm):  # type: ignore[type-arg]  # at run time it takes none
        monitor_interval = 0  # no thread beside ours: a process with threads should not be forked

    return PagesBar(total=total, unit=" pages")
