"""What the walk gathers for the metadata."""

from __future__ import annotations

from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclean.read.html.addresses import MAX_ADDRESS, absolute
from newsclean.read.html.elements import Attributes

MAX_TEXT = 4_000  # characters of a marked element, most of them blanks: what says more is no name and no date


class Candidate(NamedTuple):
    """An element that is marked as an author, a date or another property."""

    node: LexborNode
    attributes: Attributes
    is_byline: bool  # by the words of its class
    at_block: int  # it begins before this block

    def is_author(self) -> bool:
        """Whether it is marked as an author, by class, property or relation."""
        said = self.attributes
        return self.is_byline or "author" in (said.get("itemprop") or "") or "author" in (said.get("rel") or "")

    def text(self) -> str:
        """What it says, on one line."""
        return " ".join((self.attributes.get("content") or self.node.text(separator=" "))[:MAX_TEXT].split())


class Found(NamedTuple):
    """Scripts, tags and marked elements, in the order of the page."""

    scripts: list[str]  # JSON-LD
    metas: list[Attributes]  # of meta, link and base tags
    titles: list[str]
    candidates: list[Candidate]

    def address(self) -> str | None:
        """The page's address, as the page gives it."""
        shared = None
        for tag in self.metas:
            href = tag.get("href")
            if href:
                if (
                    len(href) <= MAX_ADDRESS
                    and "canonical" in (tag.get("rel") or "").split()
                    and href.startswith("http")
                ):
                    return href.strip()
            elif tag.get("property") == "og:url":
                content = tag.get("content") or ""
                if content.startswith("http") and len(content) <= MAX_ADDRESS:
                    shared = content.strip()
        return shared

    def base(self, page: str | None) -> str | None:
        """What addresses on the page are relative to: its `<base>`, else the page's address."""
        for tag in self.metas:
            if tag.get("href") and not tag.keys() - {"href", "target"}:
                return absolute(tag["href"], page) or page
        return page
