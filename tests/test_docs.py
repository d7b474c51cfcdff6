"""The documentation that is written by the repository, and the links between its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import write_languages
import write_rules
from marked import FIXTURES

from newsclean.phrases import pack
from newsclean.rules import RULES, rule_name

ROOT = FIXTURES.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/*.md")])


def test_the_rules_are_written_down() -> None:
    """docs/rules.md is what docs/write_rules.py writes; if not: `python -m docs.write_rules`."""
    assert write_rules.FILE.read_text("utf-8") == write_rules.render()


def test_the_table_of_languages_is_that_of_the_cue_files() -> None:
    """The end of docs/languages.md is what docs/write_languages.py writes; if not: `python -m docs.write_languages`."""
    assert write_languages.FILE.read_text("utf-8") == write_languages.render()
    assert "| `sl.toml` | Slovenian |" in write_languages.table()


def test_the_cues_are_packed() -> None:
    """The file cues.json is what becomes of cues/*.toml; if not: `python -m newsclean.phrases.pack`."""
    assert pack.FILE.read_text("utf-8") == pack.render()


def test_each_rule_has_its_section() -> None:
    """Each rule of RULES has a section in docs/rules.md."""
    sections = re.findall(r"^### (\S+)$", write_rules.render(), re.MULTILINE)

    assert sorted(sections) == sorted(rule_name(rule) for _, rule in RULES)


@pytest.mark.parametrize("page", [pytest.param(p, id=str(p.relative_to(ROOT))) for p in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    """Each link of a page to a file of this repository leads to one that exists."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_index() -> None:
    """docs/index.md names every page of docs/."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")

    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"({p.name})" not in index] == []
