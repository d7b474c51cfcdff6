"""A page written to a file, and a browser's window for it."""

from __future__ import annotations

import tempfile
import webbrowser
from os import PathLike
from pathlib import Path


def written(page: str, file: str | PathLike[str] | None) -> Path:
    """The file that holds the page now: the caller's, or a temporary one that the browser has been asked to open."""
    if file is not None:
        path = Path(file)
        path.write_text(page, "utf-8")
        return path
    with tempfile.NamedTemporaryFile("w", prefix="newsclean-", suffix=".html", encoding="utf-8", delete=False) as kept:
        kept.write(page)
    path = Path(kept.name)
    webbrowser.open(path.as_uri())
    return path
