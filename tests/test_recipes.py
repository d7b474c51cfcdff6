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
PAGES = ("engines.md",)
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
SCRIPT = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORTED = re.compile(r"^ *(?:from|import) (\w+)", re.MULTILINE)
ENGINE = re.compile(r"^from newsclean\.engines\.(\w+)", re.MULTILINE)
PACKAGES = {"spark": "pyspark", "datatrove": "datatrove"}
SECONDS = 240  # for a script; on a quiet machine the slowest takes twenty


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


@pytest.mark.parametrize("script", [pytest.param(s, id=f"{s.page} {s.section}") for s in SCRIPTS])
def test_a_script_prints_what_the_page_says(script: Script, tmp_path: Path) -> None:
    """It runs as a file of its own, in an empty folder, and prints what stands under it."""
    if (missing := script.missing()) and not IS_REQUIRED:
        pytest.skip(f"not installed: {', '.join(missing)}; pip install 'newsclean[engines]'")
    (tmp_path / "script.py").write_text(script.code, "utf-8")
    outside = {"PYTHONPATH": str(Path(newsclean.__file__).parent.parent), "PYSPARK_PYTHON": sys.executable}
    ran = subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        env=os.environ | outside,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == script.printed


def test_every_script_is_run() -> None:
    """Each block of Python of these pages has what it prints under it, so that it is one of the scripts."""
    blocks = sum((DOCS / page).read_text("utf-8").count("```python\n") for page in PAGES)

    assert blocks == len(SCRIPTS)
    assert blocks > 1
