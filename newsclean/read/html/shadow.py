"""Declarative shadow trees: what a custom element shows, written into the page in a `<template shadowrootmode>`.

A browser shows what stands in such a template in the element's place; what stands in all others it never shows, and the
parser keeps either apart from the page. Source: the HTML standard, “the template element”.
"""

from __future__ import annotations

import re

MARK = b"shadowroot"  # “shadowrootmode”, and “shadowroot” in the browsers that had it first
SCRIPT = rb"<(?:script|style)(?=[\s/>])[^<]*+(?:<(?!/s)[^<]*+)*+"  # what is written in it are no tags
TEMPLATE = re.compile(
    SCRIPT + rb"|<(?P<end>/?)template(?=[\s/>])(?P<said>[^>]{0,1000})",
    re.IGNORECASE,
)
MODE = re.compile(rb"""\sshadowroot(?:mode)?\s*=\s*["']?(?:open|closed)\b""", re.IGNORECASE)
MARKUP = re.compile(SCRIPT + rb"|<[^>]*+", re.IGNORECASE)
SHOWN = b"div"
SENTENCE = 60  # characters: a tree with fewer only frames what stands in its element


def with_shadows_open(source: bytes) -> bytes:
    """The source with each shadow tree that says something as a plain part of the page; other templates stay.

    >>> story = b"<p>" + b"Two pumps came. " * 4
    >>> with_shadows_open(b"<x-a><template shadowrootmode='open'>%s</template></x-a>" % story).split(story)
    [b"<x-a><div shadowrootmode='open'>", b'</div></x-a>']
    >>> with_shadows_open(b"<x-a><template shadowrootmode='open'><slot></slot></template></x-a>")
    b"<x-a><template shadowrootmode='open'><slot></slot></template></x-a>"
    """
    if MARK not in source:
        return source
    pieces: list[bytes] = []
    done = 0
    for tags in _trees(source):
        end = tags[-1].start() if tags[-1]["end"] else len(source)
        if not _says_something(source[tags[0].end() : end]):
            continue
        for tag in tags:
            pieces += source[done : tag.start()], b"</" if tag["end"] else b"<", SHOWN
            done = tag.end() - len(tag["said"])
    pieces.append(source[done:])
    return b"".join(pieces)


def _trees(source: bytes) -> list[list[re.Match[bytes]]]:
    """The tags of each outermost shadow tree and of those inside of it."""
    trees: list[list[re.Match[bytes]]] = []
    opened: list[bool] = []  # of the templates around the place, whether each is shown
    n_unshown = 0
    for match in TEMPLATE.finditer(source):
        if match["end"] is None or (match["end"] and not opened):
            continue
        if match["end"]:
            is_shown = opened.pop()
            n_unshown -= not is_shown
        else:
            is_shown = not n_unshown and MODE.search(match["said"]) is not None
            if is_shown and not opened:
                trees.append([])
            opened.append(is_shown)
            n_unshown += not is_shown
        if is_shown:
            trees[-1].append(match)
    return trees


def _says_something(tree: bytes) -> bool:
    return len(b" ".join(MARKUP.sub(b" ", tree).replace(b">", b" ").split())) >= SENTENCE
