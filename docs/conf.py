"""The site: what Sphinx makes of these pages, `python -m sphinx -W docs build/site` in an environment with '.[docs]'.

The pages are read on a code host as well, so they are plain Markdown and link to files as those lie in the repository.
Here links to files that are no page of the site become addresses, and the pages that index.md names become its menu.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import newsclean

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOCS = Path(__file__).parent
ROOT = DOCS.parent
with (ROOT / "pyproject.toml").open("rb") as _file:
    REPOSITORY = tomllib.load(_file)["tool"]["hatch"]["metadata"]["hooks"]["custom"]["repository"]
SHOWN_WHOLE = {"contributing": "CONTRIBUTING.md", "security": "SECURITY.md"}  # pages of which the file lies above
SHOWN = (".md", ".svg")  # files of docs/ that are of the site
LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]+)?\)")  # to a file: no scheme, and not into the page
CLOSED_SETS = (  # shown by their names, which lead to their members
    "newsclean.Kind", "newsclean.article.kinds.TextKind", "newsclean.article.kinds.PageType",
    "newsclean.read.read.Form", "newsclean.page.page.Preference", "newsclean.page.page.Rule",
    "newsclean.page.block.Strength", "newsclean.phrases.patterns.OwnPattern",
)  # fmt: skip
CALLED = ("newsclean.Rulebook", "newsclean.engines.datatrove.ArticleCleaner")  # classes that users make values of
PAGE_NAMED = re.compile(r"docs/([\w-]+)\.md")  # in a docstring
SECTION = re.compile(r"^## (.+)\n+(?=\| page )", re.MULTILINE)
NAMED = re.compile(r"^\| \[[^]]+\]\(([\w-]+)\.md\)", re.MULTILINE)

project = "newsclean"
author = "The newsclean developers"
project_copyright = author
version = release = newsclean.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3  # what a code host calls its headings: docs link to these
smartquotes = False  # the pages have the quotes that they want
default_role = "py:obj"  # docstrings are written as Markdown is: one backtick each side
html_theme = "furo"
html_title = f"newsclean {release}"
html_copy_source = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"exclude-members": "model_config"}
autodoc_type_aliases = {name.rpartition(".")[2]: name for name in CLOSED_SETS}
python_use_unqualified_type_names = True
maximum_signature_line_length = 100


def site_page(name: str, text: str) -> str:
    """A page as the site has it."""
    if name in SHOWN_WHOLE:
        return with_addresses((ROOT / SHOWN_WHOLE[name]).read_text("utf-8"), ROOT)
    if name == "index":
        text += "\n" + "\n".join(menus(text))
    return with_addresses(text, DOCS)


def with_addresses(text: str, folder: Path) -> str:
    """The page, in which links to files lead to pages of the site or into the repository, wherever the file lies."""

    def address(link: re.Match[str]) -> str:
        file, part = Path(os.path.normpath(folder / link[1])), link[2] or ""
        path = file.relative_to(ROOT).as_posix()
        own = next((f"{name}.md" for name, whole in SHOWN_WHOLE.items() if whole == path), None)
        if file.is_relative_to(DOCS) and file.suffix in SHOWN:
            own = file.relative_to(DOCS).as_posix()
        return f"]({own}{part})" if own else f"]({REPOSITORY}/blob/main/{path}{part})"

    return LINK.sub(address, text)


def menus(index: str) -> Iterator[str]:
    """The menu of the site: for each section of the index that is a table of pages, these pages."""
    titles = SECTION.findall(index)
    for title, table in zip(titles, SECTION.split(index)[2::2], strict=True):
        pages = "\n".join(NAMED.findall(table.partition("\n## ")[0]))
        yield f"```{{toctree}}\n:hidden:\n:caption: {title}\n\n{pages}\n```\n"


def _read(app: Sphinx, name: str, content: list[str]) -> None:
    content[0] = site_page(name, content[0])
    if name in SHOWN_WHOLE:
        app.env.note_dependency(os.fspath(ROOT / SHOWN_WHOLE[name]))


def _without_constructor(
    app: Sphinx, what: str, name: str, value: object, options: object, signature: str | None, answer: str | None
) -> tuple[str | None, str | None] | None:
    """A value that newsclean makes shows its fields and no call: nobody else has to make one."""
    is_value = what == "class" and isinstance(value, type) and name not in CALLED
    return ("", None) if is_value else None


def _docstring(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """Sections such as `Args:` become what Sphinx has for them, and pages that are named become links.

    Not by the extension napoleon, which takes what stands before a colon in the text under a field for its type.
    """
    from sphinx.ext.napoleon import Config, GoogleDocstring

    if what not in ("attribute", "data", "property"):
        lines[:] = GoogleDocstring(lines, Config(napoleon_use_ivar=True), app, what, name, value).lines()
    lines[:] = [PAGE_NAMED.sub(r":doc:`\1`", line) for line in lines]


def setup(app: Sphinx) -> None:
    """What Sphinx calls first."""
    app.connect("source-read", _read)
    app.connect("autodoc-process-signature", _without_constructor)
    app.connect("autodoc-process-docstring", _docstring)
