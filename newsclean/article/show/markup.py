"""HTML out of a page's words: everything escaped, each piece in its own direction, no address but of the web."""

from __future__ import annotations

import html
import re
import unicodedata

# What HTML has no place for: controls but tab and line ends, halves of characters, non-characters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)
SCHEME = re.compile(r"[^/?#]*:")
SPACE = re.compile(r"\s")
LANGUAGE = re.compile(r"[a-z]{2,3}")


def escaped(text: str) -> str:
    """`text` as HTML shows it, in an element or in a quoted attribute; what has no place in HTML as a question mark."""
    return html.escape(UNPRINTABLE.sub("\ufffd", text))


def direction(text: str) -> str:
    """Which way a text runs, by its first letter: “rtl” for Arabic and Hebrew.

    >>> direction("3 pumps"), direction("«مضخات»"), direction("")
    ('ltr', 'rtl', 'ltr')
    """
    strong = (unicodedata.bidirectional(c) for c in text)
    return "rtl" if next((b for b in strong if b in ("L", "R", "AL")), "L") != "L" else "ltr"


def element(tag: str, name: str, inner: str, attributes: str = "") -> str:
    """An element of a class of ours that holds HTML."""
    return f'<{tag} class="nc-{name}"{attributes}>{inner}</{tag}>'


def words(tag: str, name: str, text: str) -> str:
    """A block of the page's words, which runs in the direction of its own first letters."""
    return element(tag, name, escaped(text), ' dir="auto"')


def isolated(text: str) -> str:
    """A piece of the page's words among ours: its direction does not move what stands beside it."""
    return f"<bdi>{escaped(text)}</bdi>"


def web_address(url: str | None) -> str | None:
    """The address, if it leads into the web; none of javascript:, data: or of this machine.

    >>> web_address("https://harbourpost.example/a"), web_address(" javascript:alert(1)"), web_address("/a")
    ('https://harbourpost.example/a', None, None)
    """
    return url if url and WEB_ADDRESS.fullmatch(url) else None


def page_address(url: str | None) -> str | None:
    r"""The address, blanks in it escaped, if it leads into the web or to another page of the same site.

    >>> page_address("/wall"), page_address("data:text/html,x"), page_address("java\tscript:x")
    ('/wall', None, None)
    """
    address = (url or "").replace(" ", "%20")
    return (
        address if address and (web_address(address) or not (SCHEME.match(address) or SPACE.search(address))) else None
    )


def link(url: str | None, inner: str) -> str:
    """`inner` as a link, where there is an address for it."""
    address = web_address(url)
    return f'<a href="{escaped(address)}" target="_blank" rel="noopener noreferrer">{inner}</a>' if address else inner


def language(code: str | None) -> str:
    """The attribute that tells a browser which letters and voice to use: letters of Chinese and Japanese differ."""
    return f' lang="{code}"' if code and LANGUAGE.fullmatch(code) else ""
