"""The documentation that is written by the repository, and the links between its pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import check_links
import conf
import package_index
import pytest
import write_kinds
import write_languages
import write_limits
import write_record
import write_rules
from marked import FIXTURES, load

from newsclean import Article, Kind, clean_article
from newsclean.article.kinds import PageType
from newsclean.phrases import pack
from newsclean.rules import RULES, rule_name
from newsclean.settle.least import Least

ROOT = FIXTURES.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/*.md")])


def test_the_rules_are_written_down() -> None:
    """docs/rules.md is what docs/write_rules.py writes; if not: `python -m docs.write_rules`."""
    assert write_rules.FILE.read_text("utf-8") == write_rules.render()


def test_the_fields_are_written_down() -> None:
    """docs/fields.md is what docs/write_record.py writes; if not: `python -m docs.write_record`."""
    assert write_record.FIELDS_FILE.read_text("utf-8") == write_record.render_fields()


def test_each_field_says_where_it_comes_from() -> None:
    """The table has each field of Article, and no other."""
    assert set(write_record.SOURCES) == {*Article.model_fields, "removed"}
    assert set(write_record.RIGHT) <= set(Article.model_fields)


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


@pytest.mark.parametrize("page", [pytest.param(p, id=str(p.relative_to(ROOT))) for p in PAGES])
def test_links_into_a_page_lead_to_a_heading(page: Path) -> None:
    """The part of a link behind “#” is a heading of the page that it leads to."""
    links = re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", page.read_text("utf-8"))

    assert [f"{path}#{part}" for path, part in links if part not in anchors(page.parent / path if path else page)] == []


def anchors(page: Path) -> set[str]:
    """What a code host calls the headings of a page: in small letters, without marks, hyphens for blanks."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_a_package_index_gets_no_link_to_a_file() -> None:
    """The README that is uploaded has addresses only: there is nothing beside it that a link could lead to."""
    text = package_index.with_addresses((ROOT / "README.md").read_text("utf-8"), "https://code.example/newsclean")

    assert "](https://code.example/newsclean/blob/main/docs/index.md)" in text
    assert [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("https://")] == []


def test_the_address_of_the_repository_has_one_place() -> None:
    """No file but pyproject.toml, and what tests it, has the address."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        address = tomllib.load(file)["tool"]["hatch"]["metadata"]["hooks"]["custom"]["repository"]
    files = [*PAGES, ROOT / "CITATION.cff", *ROOT.glob("newsclean/**/*.py"), ROOT / ".ci" / "run"]

    assert [str(file) for file in files if address in file.read_text("utf-8")] == []


def test_every_page_is_reached_from_the_index() -> None:
    """docs/index.md names every page of docs/."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")

    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"({p.name})" not in index] == []


# The site, without the generator: .ci/run builds it


def test_the_menu_has_every_page() -> None:
    """The menu of the site, which docs/conf.py reads off the index, has each page once."""
    menu = "".join(conf.menus((ROOT / "docs" / "index.md").read_text("utf-8")))
    pages = re.findall(r"^[\w-]+$", menu, re.MULTILINE)

    assert sorted([*pages, "index"]) == sorted(path.stem for path in (ROOT / "docs").glob("*.md"))
    assert ":caption: Begin" in menu


def test_links_out_of_the_docs_lead_to_the_site_or_the_repository() -> None:
    """A page that the site has is linked to as a page, a file that it has not by its address; and pictures stay."""
    text = "[a](rules.md#b) [c](../CONTRIBUTING.md) [d](../fixtures/README.md#e) [f](#f) ![g](pictures/steps.svg)"

    assert conf.with_addresses(text, ROOT / "docs") == (
        f"[a](rules.md#b) [c](contributing.md) [d]({conf.REPOSITORY}/blob/main/fixtures/README.md#e) [f](#f) "
        "![g](pictures/steps.svg)"
    )
    assert conf.with_addresses("[a](docs/rules.md)", ROOT) == "[a](rules.md)"
    assert conf.site_page("security", "").startswith("# Security\n\nnewsclean reads")


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        pytest.param('<a href="b.html#x">', "", id="a part of another page"),
        pytest.param('<a href="#a">', "", id="a part of this page"),
        pytest.param('<a href="https://elsewhere.example/">', "", id="another site is not asked"),
        pytest.param('<a href="c.html">', "a.html: c.html: no such file", id="no file"),
        pytest.param('<a href="b.html#y">', "a.html: b.html#y: no such part", id="no part"),
        pytest.param('<a href="#y">', "a.html: #y: no such part", id="no part of this page"),
        pytest.param('<img src="c.svg">', "a.html: c.svg: no such file", id="no picture"),
        pytest.param('<script src="https://elsewhere.example/a.js">', "a.html: loads https:", id="a script of others"),
        pytest.param('<link href="//elsewhere.example/a.css">', "a.html: loads //elsewhere", id="a style of others"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(page: str, fault: str, tmp_path: Path) -> None:
    """What docs/check_links.py says of a site of two pages."""
    (tmp_path / "a.html").write_text(f'<p id="a">{page}', "utf-8")
    (tmp_path / "b.html").write_text('<p id="x">', "utf-8")
    found = list(check_links.faults(tmp_path))

    assert [told.startswith(fault) for told in found] == [True] * bool(fault)


# Kinds and limits


def test_the_kinds_are_written_down() -> None:
    """docs/kinds.md is what docs/write_kinds.py writes, of all kinds; if not: `python -m docs.write_kinds`."""
    assert write_kinds.FILE.read_text("utf-8") == write_kinds.render()
    assert set(write_kinds.KINDS) == {kind for kinds in get_args(Kind) for kind in (get_args(kinds) or (kinds,))}
    assert set(write_kinds.TYPES) == set(get_args(PageType))


@pytest.mark.parametrize("kind", [kind for kind, meaning in write_kinds.KINDS.items() if meaning.example])
def test_the_example_of_a_kind_is_of_it(kind: str) -> None:
    """The page of fixtures/ that docs/kinds.md takes its example from has this piece, of this kind."""
    meaning = write_kinds.KINDS[kind]
    path = FIXTURES / meaning.page
    article = clean_article(load(path).source if path.suffix == ".marked" else path.read_bytes())

    assert (kind, meaning.example) in {(segment.kind, segment.text) for segment in article.segments}


def test_the_limits_are_written_down() -> None:
    """docs/limits.md is what docs/write_limits.py writes; if not: `python -m docs.write_limits`."""
    assert write_limits.FILE.read_text("utf-8") == write_limits.render()
    assert set(write_limits.BLOCKS) == set(Least._fields)
