"""The scripts of docs/engines.md and docs/recipes.md, each run as it stands there, against the real packages.

Where a package is missing its script is skipped; NEWSCLEAN_ENGINES=required, as .ci/run sets it, demands them all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from marked import FIXTURES

import newsclean

IS_REQUIRED = os.environ.get("NEWSCLEAN_ENGINES") == "required"
DOCS = FIXTURES.parent / "docs"
PAGES = ("engines.md", "recipes.md")
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
SCRIPT = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORTED = re.compile(r"^ *(?:from|import) (\w+)", re.MULTILINE)
ENGINE = re.compile(r"^from newsclean\.engines\.(\w+)", re.MULTILINE)
PACKAGES = {"spark": "pyspark", "datatrove": "datatrove"}
SECONDS = 900  # for a script; on a quiet machine the slowest takes twenty


class Script(NamedTuple):
    """A script of the documentation, what it prints, and the section that it stands in."""

    page: str
    section: str
    code: str
    printed: str

    def missing(self) -> list[str]:
        """The packages that it needs and that are not installed."""
        needed = {*IMPORTED.findall(self.code), *[PACKAGES[engine] for engine in ENGINE.findall(self.code)]}
        return sorted(name for name in needed if find_spec(name) is None)


def scripts() -> list[Script]:
    found = []
    for page in PAGES:
        parts = SECTION.split((DOCS / page).read_text("utf-8"))
        for section, text in zip(parts[1::2], parts[2::2], strict=True):
            found += [Script(page, section, code, printed) for code, printed in SCRIPT.findall(text)]
    return found


SCRIPTS = scripts()


def run(script: Script, folder: Path) -> str:
    """What a script prints that is run as a file of its own in this folder."""
    if (missing := script.missing()) and not IS_REQUIRED:
        pytest.skip(f"not installed: {', '.join(missing)}; pip install 'newsclean[engines,recipes]'")
    (folder / "script.py").write_text(script.code, "utf-8")
    outside = {"PYTHONPATH": str(Path(newsclean.__file__).parent.parent), "PYSPARK_PYTHON": sys.executable}
    ran = subprocess.run(
        [sys.executable, "script.py"],
        cwd=folder,
        env=os.environ | outside,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("script", [pytest.param(s, id=f"{s.page} {s.section}") for s in SCRIPTS])
def test_a_script_prints_what_the_page_says(script: Script, tmp_path: Path) -> None:
    """It runs in an empty folder and prints what stands under it."""
    assert run(script, tmp_path) == script.printed


def test_datasets_reads_its_cache_in_the_next_process(tmp_path: Path) -> None:
    """The fingerprint of a function that cleans is the same in another process: no page is cleaned again."""
    (script,) = [s for s in SCRIPTS if "datasets" in s.section]

    assert run(script, tmp_path) == run(script, tmp_path) == script.printed


def test_every_script_is_run() -> None:
    """Each block of Python of these pages has what it prints under it, so that it is one of the scripts."""
    blocks = sum((DOCS / page).read_text("utf-8").count("```python\n") for page in PAGES)

    assert blocks == len(SCRIPTS)
    assert blocks > 10
