"""Whether each link of the built site leads somewhere: `python -m docs.check_links build/site`.

Links within the site are followed to the file and to the part of it behind “#”. Links to elsewhere are counted, not
followed: what checks this runs without a network, and must not be red because another site is down. Whatever a page
loads, such as styles and scripts, has to be of the site itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    """What a page links to and loads, and the parts of it that links may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.linked: list[str] = []
        self.loaded: list[str] = []
        self.parts = {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes down what the tag names."""
        given = dict(attrs)
        self.parts |= {value for name in ("id", "name") if (value := given.get(name))}
        if tag == "a" and given.get("href"):
            self.linked.append(given["href"] or "")
        loads = given.get("src") or (given.get("href") if tag == "link" else None)
        if loads:
            self.loaded.append(loads)


def faults(site: Path) -> Iterator[str]:
    """Each link that leads nowhere, and each thing that is loaded from elsewhere, with the page that has it."""
    pages = {path: Links(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        for address in page.linked + page.loaded:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if address in page.loaded and parts.scheme != "data":
                    yield f"{path.name}: loads {address}"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            if not target.is_file():
                yield f"{path.name}: {address}: no such file"
            elif target.suffix == ".html" and unquote(parts.fragment) not in pages[target].parts:
                yield f"{path.name}: {address}: no such part"


def main(folder: str) -> int:
    """Prints what is wrong; 1 where something is."""
    site = Path(folder).resolve()
    found = list(faults(site))
    print("\n".join(found) or f"each link within {len(list(site.rglob('*.html')))} pages leads somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
