"""What a package index is told, made from pyproject.toml and the README whenever the package is built.

A package index shows the README without the repository around it, so its links to files get the repository's address.
That address stands once, in pyproject.toml under `tool.hatch.metadata.hooks.custom`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

BRANCH = "blob/main"
LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s]+)\)")  # to a file of the repository: no scheme, and not into the page


def with_addresses(text: str, repository: str) -> str:
    """A page in which each link to a file of the repository has that file's address.

    >>> with_addresses("[a](docs/a.md#b), [c](#c), [d](https://d.example)", "https://code.example/newsclean")
    '[a](https://code.example/newsclean/blob/main/docs/a.md#b), [c](#c), [d](https://d.example)'
    """
    return LINK.sub(lambda link: f"]({repository}/{BRANCH}/{link[1]})", text)


def addresses(repository: str) -> dict[str, str]:
    """The addresses that a package index shows beside the README, by their labels.

    >>> addresses("https://code.example/newsclean")["Changelog"]
    'https://code.example/newsclean/blob/main/docs/changelog.md'
    """
    files = f"{repository}/{BRANCH}"
    return {
        "Repository": repository,
        "Documentation": f"{files}/docs/index.md",
        "Changelog": f"{files}/docs/changelog.md",
        "Issues": f"{repository}/issues",
        "Security": f"{files}/SECURITY.md",
    }


class PackageIndex(MetadataHookInterface):
    """What hatchling calls while it builds: it fills in the fields that pyproject.toml names as dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Gives the metadata its README and its addresses."""
        repository = self.config["repository"]
        readme = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": with_addresses(readme, repository)}
        metadata["urls"] = addresses(repository)
