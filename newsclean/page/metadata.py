"""What an HTML page says of itself: a value; newsclean/read/meta fills it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

PARTED = re.compile(r"\s[-–—|»·:]\s")  # between a headline and the name of its section or site
PART_BLANKS = 3  # of a headline: a site's name has mostly less


def parts_of_title(title: str) -> list[str]:
    """What of a title that is more than the headline may be it.

    >>> parts_of_title("News - The sea wall rises again | Post"), parts_of_title("The sea wall rises again")
    (['The sea wall rises again'], [])
    """
    parts = PARTED.split(title)
    return [part for part in parts if part.count(" ") >= PART_BLANKS] if len(parts) > 1 else []


class Metadata(NamedTuple):
    """What the page says of itself. What it does not say is None or empty."""

    title: str | None = None  # the headline, without the site's name
    titles: tuple[str, ...] = ()  # all that the page gives as its title, each without the site's name, best first
    description: str | None = None
    authors: tuple[str, ...] = ()  # names only
    authors_elsewhere: tuple[str, ...] = ()  # those of a byline far from the headline, if the above are no persons
    bylines: tuple[str, ...] = ()  # as printed in elements that are marked as bylines, in order, each once
    date_published: datetime | None = None  # with a zone where the page gives one
    date_modified: datetime | None = None
    language: str | None = None  # ISO 639-1
    url: str | None = None  # canonical
    site_name: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    article_body: str | None = None  # JSON-LD's, the longest
    is_accessible_for_free: bool | None = None
    types: tuple[str, ...] = ()  # schema.org types in JSON-LD, and og:type
    images: tuple[tuple[str, str], ...] = ()  # address and caption ("" without) of the story's pictures
    warnings: tuple[str, ...] = ()
