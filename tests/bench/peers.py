"""newsclean and the libraries that it is measured beside, each as a function from a page to its text.

Each has the settings that its own documentation shows first, and a second row where it shows another for text without
furniture. All are loaded by name, so that none needs to be installed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import newsclean
from newsclean import clean_article
from newsclean.read.decode import decode

Raw = bytes | str  # HTML as it was served, or a raw text
Extract = Callable[[Raw, str], str]  # of a page and its host, which only `hosts_apart` looks at
# A tag at which a line ends, for a peer that gives HTML.
BLOCK = re.compile(r"(?=</?(?:article|blockquote|br|dd|div|dl|dt|figcaption|h[1-6]|li|ol|p|pre|section|t[dhr]|ul)\b)")


class Peer(NamedTuple):
    """A library with settings."""

    name: str
    package: str  # as an index knows it
    make: Callable[[], Extract]
    errors: tuple[str, ...] = ()  # its own exceptions, as module:name; a page that raises one gives no text
    is_timed: bool = True


def ours() -> Extract:
    """This library as it comes."""
    return lambda raw, _: clean_article(raw).text


def hosts_apart(folds: Path) -> Peer:
    """This library with tables that have not seen the page's host; tests/fit/README.md tells how to fit them."""

    def make() -> Extract:
        # By name: to mypy and pytest this package is `bench`, and has no neighbours.
        apart, pages = import_module("tests.fit.apart"), import_module("tests.fit.pages")

        def extract(raw: Raw, host: str) -> str:
            with apart.weights_of(folds / str(pages.fold_of(host))):
                return clean_article(raw).text

        return extract

    return Peer("newsclean, hosts apart", "newsclean", make, is_timed=False)  # the other row has filled its cache


def _trafilatura(**settings: bool) -> Callable[[], Extract]:
    def make() -> Extract:
        extract = import_module("trafilatura").extract
        return lambda raw, _: extract(raw, include_comments=False, **settings) or ""

    return make


def _resiliparse() -> Extract:
    plain = import_module("resiliparse.extract.html2text").extract_plain_text
    encoding = import_module("resiliparse.parse.encoding")

    def extract(raw: Raw, host: str) -> str:
        text = encoding.bytes_to_str(raw, encoding.detect_encoding(raw)) if isinstance(raw, bytes) else raw
        return str(plain(text, main_content=True))

    return extract


def _newspaper() -> Extract:
    article = import_module("newspaper").Article

    def extract(raw: Raw, host: str) -> str:
        page = article(
            f"https://{host or 'example.org'}/", fetch_images=False
        )  # it would ask for each over the network
        page.download(input_html=decode(raw)[0])  # it takes text only
        page.parse()
        return str(page.text or "")

    return extract


def _readability() -> Extract:
    document = import_module("readability").Document
    fromstring = import_module("lxml.html").fromstring

    def extract(raw: Raw, host: str) -> str:
        summary = document(raw).summary(html_partial=True)
        return str(fromstring(BLOCK.sub("\n", summary) or "<p>").text_content())

    return extract


def _justext(stoplist: str | None) -> Callable[[], Extract]:
    def make() -> Extract:
        module = import_module("justext")
        words = module.get_stoplist(stoplist) if stoplist else frozenset()
        least = {} if stoplist else {"stopwords_low": 0, "stopwords_high": 0}  # what its command does without a list

        def extract(raw: Raw, host: str) -> str:
            return "\n".join(p.text for p in module.justext(raw, words, **least) if not p.is_boilerplate)

        return extract

    return make


LXML = ("lxml.etree:LxmlError",)
PEERS: tuple[Peer, ...] = (
    Peer("newsclean", "newsclean", ours),
    Peer("trafilatura", "trafilatura", _trafilatura()),
    Peer("trafilatura, precision", "trafilatura", _trafilatura(favor_precision=True)),
    Peer("resiliparse", "resiliparse", _resiliparse),
    Peer("newspaper4k", "newspaper4k", _newspaper, ("newspaper.exceptions:ArticleException", *LXML)),
    Peer("readability-lxml", "readability-lxml", _readability, LXML),
    Peer("jusText, English list", "justext", _justext("English"), ("justext.core:JustextError", *LXML)),
    Peer("jusText, no list", "justext", _justext(None), ("justext.core:JustextError", *LXML)),
)
LEFT_OUT = "fundus is left out: it reads pages of publishers that it has a parser for, and no others."

# What some do with raw text, which no library takes.


def unchanged(raw: Raw, host: str) -> str:
    """The raw text as it is."""
    return raw if isinstance(raw, str) else raw.decode()


FEWEST_WORDS = 5  # of a line that C4 keeps


def line_rules(raw: Raw, host: str) -> str:
    """The lines that C4 keeps: five words or more, and an end like a sentence’s (arXiv:1910.10683, section 2.2)."""
    lines = unchanged(raw, host).split("\n")
    kept = [x for x in lines if len(x.split()) >= FEWEST_WORDS and x.rstrip().endswith((".", "!", "?", '"', "”"))]
    return "\n".join(x for x in kept if "javascript" not in x.lower())


OF_TEXT: tuple[Peer, ...] = (
    Peer("newsclean", "newsclean", ours),
    Peer("unchanged", "newsclean", lambda: unchanged),
    Peer("line rules of C4", "newsclean", lambda: line_rules),
)


def version_of(peer: Peer) -> str | None:
    """The version that is installed; None where none is."""
    if peer.package == "newsclean":
        return newsclean.__version__
    try:
        return version(peer.package)
    except PackageNotFoundError:
        return None


def installed(peers: Iterable[Peer]) -> dict[Peer, str]:
    """Those that are installed, with their versions."""
    return {peer: found for peer in peers if (found := version_of(peer))}


def errors_of(peer: Peer) -> tuple[type[Exception], ...]:
    """What a peer may raise on a page: its own exceptions, and those by which libraries choke on content."""
    own = (name.partition(":") for name in peer.errors)
    return (
        ArithmeticError,
        AssertionError,
        AttributeError,
        ImportError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        *(getattr(import_module(module), name) for module, _, name in own),
    )
