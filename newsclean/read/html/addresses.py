"""Addresses made whole."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

MAX_ADDRESS = 2000  # characters: what is longer is data
NO_HOST = ("", ":", "/", "?", "#")  # behind the slashes: “https://:0” keeps the place of a picture
BLANKS = re.compile(r"[\t\n\r]+")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
ROOT = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)


@lru_cache(maxsize=64)  # all links of a page are resolved against one address
def _root(base: str) -> str | None:
    """Scheme and host of an address."""
    match = ROOT.match(base)
    return match[0] if match else None


def absolute(address: str | None, base: str | None) -> str | None:
    """The address made absolute where the base allows it; None for what leads nowhere: scripts, data, the page itself.

    >>> absolute("/a/b", "https://harbourpost.example/news/1")
    'https://harbourpost.example/a/b'
    >>> absolute("//img.example/x.jpg", None), absolute("javascript:void(0)", None), absolute("x.html", None)
    ('https://img.example/x.jpg', None, 'x.html')
    >>> absolute("https://:0", None), absolute("http://", None)
    (None, None)
    """
    if not address or len(address) > MAX_ADDRESS:
        return None
    address = (
        BLANKS.sub("", address).strip()
        if not address.isprintable() or address[0] == " " or address[-1] == " "
        else address
    )
    if address.startswith(("https://", "http://")):
        return address if address[address.index("//") + 2 :][:1] not in NO_HOST else None
    if not address or address[0] == "#":
        return None
    if address.startswith("//"):
        return f"{base.partition(':')[0] if base else 'https'}:{address}"
    if SCHEME.match(address):
        return None
    if not base:
        return address
    if address[0] == "/" and (root := _root(base[:MAX_ADDRESS])):
        return root + address
    try:
        return urljoin(base, address)
    except ValueError:  # an address with a broken IPv6 host
        return address
