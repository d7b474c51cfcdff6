"""Writes docs/tutorial.ipynb out of docs/tutorial.md, so that there is one text: `python -m docs.write_tutorial`.

Examples become cells, each up to the first that shows something; what they show is left to who runs them, and
tests/test_notebook.py runs them and compares with what the page says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from doctest import DocTestParser, Example
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent / "tutorial.md"
FILE = Path(__file__).parent / "tutorial.ipynb"
BLOCK = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
OF_THE_PAGE = re.compile(r"^The same is there as a notebook.*?\n\n", re.MULTILINE | re.DOTALL)
# Jupyter starts in the folder of the notebook; the examples name files from the top of the repository.
BEGIN = """\
import os
from pathlib import Path

os.chdir(next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "fixtures").is_dir()))"""


def parts(text: str) -> Iterator[str | list[Example]]:
    """The page in pieces: words as they stand, and the examples of one cell."""
    pieces = BLOCK.split(OF_THE_PAGE.sub("", text))
    for n, piece in enumerate(pieces):
        if n % 2:
            yield from _cells(DocTestParser().get_examples(piece))
        elif piece.strip():
            yield piece.strip()


def _cells(examples: list[Example]) -> Iterator[list[Example]]:
    cell: list[Example] = []
    for example in examples:
        cell.append(example)
        if example.want:
            yield cell
            cell = []
    if cell:
        yield cell


def render() -> str:
    """The whole of docs/tutorial.ipynb."""
    cells = [_code(BEGIN, raises=False)]
    for part in parts(PAGE.read_text("utf-8")):
        if isinstance(part, str):
            cells.append({"cell_type": "markdown", "metadata": {}, "source": _lines(part)})
        else:
            source = "".join(example.source for example in part).rstrip("\n")
            cells.append(_code(source, raises=part[-1].exc_msg is not None))
    cells[:2] = cells[1::-1]  # the title comes first
    for n, cell in enumerate(cells):
        cell["id"] = f"cell-{n}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _code(source: str, *, raises: bool) -> dict[str, Any]:
    metadata = {"tags": ["raises-exception"]} if raises else {}
    return {
        "cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": _lines(source)
    }  # fmt: skip


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
