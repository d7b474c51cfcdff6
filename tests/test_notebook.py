"""The tutorial as a notebook, run by a Jupyter kernel: each cell shows what docs/tutorial.md says that it shows."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

import nbformat
import pytest
import write_tutorial
from nbclient import NotebookClient

import newsclean
from newsclean.article.show.display import notebook

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS  # as in pyproject.toml
PATIENCE = 300  # seconds for a kernel to start, and for a cell: both take a moment where the machine is not busy
STARTS = 3  # of a kernel: it is told ports that are free, which another process may take before it does
PARTS = [*write_tutorial.parts(write_tutorial.PAGE.read_text("utf-8"))]


def test_the_notebook_is_the_page() -> None:
    """docs/tutorial.ipynb is what docs/write_tutorial.py writes; if not: `python -m docs.write_tutorial`."""
    assert write_tutorial.FILE.read_text("utf-8") == write_tutorial.render()
    nbformat.validate(nbformat.read(write_tutorial.FILE, 4))


def test_the_page_is_all_there() -> None:
    """Words and examples of the page are in the notebook, in order, but for the line about the notebook."""
    text = write_tutorial.PAGE.read_text("utf-8")
    examples = [example.source for part in PARTS if not isinstance(part, str) for example in part]

    assert examples == [example.source for example in doctest.DocTestParser().get_examples(text)]
    assert "tutorial.ipynb" in text
    assert not any("tutorial.ipynb" in part for part in PARTS if isinstance(part, str))
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for part in PARTS if isinstance(part, str) for line in part.splitlines() if line.startswith("#")
    ]


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """The cells of code after a kernel has run them, in the folder in which Jupyter would, without the first."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(Path(newsclean.__file__).parent.parent))
        pages = executed()
    return [cell for cell in pages.cells if cell.cell_type == "code"][1:]


def executed(starts: int = STARTS) -> Any:  # noqa: ANN401 -- nbformat has no types for it
    """The notebook, run in the folder of the docs."""
    pages = nbformat.read(write_tutorial.FILE, 4)
    folder = {"metadata": {"path": str(write_tutorial.FILE.parent)}}
    client = NotebookClient(pages, timeout=PATIENCE, startup_timeout=PATIENCE, kernel_name="python3", resources=folder)
    try:
        client.execute()
    except RuntimeError:  # the kernel died or did not answer; what a cell raises is no such error
        if starts == 1:
            raise
        return executed(starts - 1)
    return pages


def test_each_cell_shows_what_the_page_says(cells: list[Any]) -> None:
    """What a cell prints, gives or raises is what stands behind its last example; no other cell raises or shows."""
    checker = doctest.OutputChecker()
    examples = [part for part in PARTS if not isinstance(part, str)]

    assert len(cells) == len(examples) >= 20
    for cell, part in zip(cells, examples, strict=True):
        last = part[-1]
        shown = "".join(told(output) for output in cell.outputs)
        assert checker.check_output(last.exc_msg or last.want, shown, FLAGS), f"{cell.source}\n{shown}"


def told(output: Any) -> str:  # noqa: ANN401 -- nbformat has no types for it
    """What an output is as text, as a prompt would show it."""
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}\n"
    return str(output.data["text/plain"]) + "\n"


def test_an_article_is_shown_as_a_page(cells: list[Any]) -> None:
    """The first cell that ends with an article shows it: headline, text, and what was taken out."""
    shown = next(output.data["text/html"] for cell in cells for output in cell.outputs if "data" in output)
    page = write_tutorial.FILE.parent.parent / "fixtures" / "html" / "split-by-ad.html"
    article = newsclean.clean_article(page.read_bytes(), url="https://harbourpost.example/bakers")

    assert shown == notebook(article)
    assert "10 pieces out" in shown
