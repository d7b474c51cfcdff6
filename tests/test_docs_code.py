"""Each block of code in README and docs is run, or stands in a list with the reason why not."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import test_batch_command
import test_recipes
from marked import FIXTURES

import newsclean
from newsclean import Rulebook

ROOT = FIXTURES.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("tests/*/*.md"), FIXTURES / "README.md"])
BLOCK = re.compile(r"^ *```(\{?[\w-]*\}?)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
DOCTESTED = ("README.md", "docs/")  # `testpaths` and `--doctest-glob` in pyproject.toml
FIT = "takes a quarter of an hour, and pages that are not ours"
INSTALLS = "installs packages: .ci/run does the same in environments of its own"
# Blocks that no test runs, by page and the beginning of their first line.
NOT_RUN: Mapping[tuple[str, str], str] = {
    ("CONTRIBUTING.md", "python3 -m venv .venv"): INSTALLS,
    ("CONTRIBUTING.md", ".venv/bin/pip install -q -e '.[dev,fit]'"): FIT,
    ("CONTRIBUTING.md", "python3 -m venv build/docs"): INSTALLS,
    ("README.md", "python3 -m venv .venv && .venv/bin/pip install -q ."): "runs first in .ci/run, as it stands",
    ("README.md", "python3 -m venv .venv && .venv/bin/pip install -q '.[dev]'"): "starts these tests, in .ci/run",
    ("README.md", "kicker               | in"): "tests/test_readme.py compares it",
    ("docs/batch.md", "newsclean: 2,970 articles"): "a report of 3,000 pages; tests/test_batch_command.py has its form",
    ("docs/batch.md", "python tests/many.py write"): "100,000 texts: a quarter of an hour of a processor",
    ("docs/engines.md", "pip install 'newsclean[spark]'"): INSTALLS,
    ("docs/engines.md", "pip install 'newsclean[datatrove]'"): INSTALLS,
    ("docs/fields.md", "python -m tests.fit.fields"): "needs the pages that tests/fit/README.md names",
    ("docs/mutation.md", "python3 -m venv .venv"): "hours",
    ("docs/releasing.md", "rm -rf dist"): "builds and checks what is uploaded: .ci/run does the same",
    ("docs/releasing.md", "python3 -m venv .venv && .venv/bin/pip install -i"): "asks a package index",
}
WORKSHOPS = "tests/"  # of the weights, the benchmarks and their like
SENTENCE = "The first two pumps reached the quay on Monday, and four more are on their way from the north."


class Code(NamedTuple):
    """A block of code: where it stands, what it is, and what."""

    page: str
    language: str
    text: str


def blocks() -> tuple[Code, ...]:
    return tuple(
        Code(page.relative_to(ROOT).as_posix(), language, text)
        for page in PAGES
        for language, text in BLOCK.findall(page.read_text("utf-8"))
    )


BLOCKS = blocks()


def is_command(code: Code) -> bool:
    """Whether a block is of commands of newsclean and of nothing else."""
    lines = [line for line in code.text.splitlines() if line.strip()]
    return code.language == "bash" and all(
        line.strip().startswith(("newsclean ", ".venv/bin/newsclean ")) for line in lines
    )


COMMANDS = [code for code in BLOCKS if is_command(code)]


def who_runs(code: Code) -> str:
    """The test that runs a block, or why none does; "" where nobody knows."""
    page, language, text = code
    if ">>> " in text and page.startswith(DOCTESTED):
        return "doctest"
    if language == "{eval-rst}":
        return "Sphinx"
    if page == "docs/rules.md":
        return "tests/test_examples.py runs them where they stand in the code"
    if language == "toml" or is_command(code):
        return "here"
    if language == "bash" and page.startswith(WORKSHOPS):
        return "nobody: they need pages that are not ours, and minutes to hours"
    if any(text in (script.code, script.printed) for script in test_recipes.SCRIPTS):
        return "tests/test_recipes.py"
    first = text.strip()
    return next((why for (where, start), why in NOT_RUN.items() if where == page and first.startswith(start)), "")


def test_each_block_of_code_is_run() -> None:
    """No block is left out, but for those that say why; and of these each is there."""
    unknown = [(code.page, code.text.splitlines()[0]) for code in BLOCKS if not who_runs(code)]
    named = {(code.page, start) for code in BLOCKS for _, start in NOT_RUN if code.text.strip().startswith(start)}

    assert unknown == []
    assert set(NOT_RUN) - named == set()
    assert sum(who_runs(code) == "doctest" for code in BLOCKS) > 40


def test_examples_stand_in_fences() -> None:
    """A line of Python that is to be run stands in a fenced block of a page whose examples are run."""
    for page in PAGES:
        name = page.relative_to(ROOT).as_posix()
        if not name.startswith(DOCTESTED):
            assert ">>> " not in page.read_text("utf-8"), name


@pytest.mark.parametrize(
    "code", [pytest.param(c, id=f"{c.page} {n}") for n, c in enumerate(BLOCKS) if c.language == "toml"]
)
def test_a_file_of_phrases_is_one(code: Code, tmp_path: Path) -> None:
    """A block of TOML is read as a Rulebook, which runs the examples in it."""
    file = tmp_path / "phrases.toml"
    file.write_text(code.text, "utf-8")

    assert Rulebook.read(file).cues


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with everything that the commands of the docs name."""
    record = {"id": "pumps", "url": "https://harbourpost.example/1", "raw": SENTENCE}
    lines = "".join(json.dumps({**record, "url": f"https://harbourpost.example/{n}"}) + "\n" for n in range(5))
    html = f"<html><body><article><h1>Flood pumps arrive</h1><p>{SENTENCE}</p></article></body></html>"
    (tmp_path / "pages.jsonl").write_text(lines, "utf-8")
    (tmp_path / "pages.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    for name in ("page.html", "folder/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(html, "utf-8")
    for name in ("page.txt", "folder/page.txt"):
        (tmp_path / name).write_text(f"Flood pumps arrive\n\nBy Jo Doe\n\n{SENTENCE}\n", "utf-8")
    (tmp_path / "crawl").mkdir()
    crawled = test_batch_command.warc_record(
        "response", "<urn:1>", "https://harbourpost.example/2", test_batch_command.http("200 OK", "text/html", html)
    )
    (tmp_path / "crawl" / "one.warc.gz").write_bytes(gzip.compress(crawled))
    (tmp_path / "fixtures").symlink_to(FIXTURES)
    program = tmp_path / ".venv" / "bin" / "newsclean"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsclean "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("code", [pytest.param(c, id=f"{c.page} {n}") for n, c in enumerate(COMMANDS)])
def test_a_command_of_the_docs_runs(code: Code, desk: Path) -> None:
    """Commands of newsclean end well in a folder that has what they name."""
    outside = {
        "PATH": f"{desk / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(newsclean.__file__).parent.parent),
    }
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code.text],
        cwd=desk,
        env=os.environ | outside,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
