"""HTML to a page of blocks, with where each stands in the markup, the pictures, and the metadata.

The walk itself is in layout.py. Scripts, styles, form controls and what is hidden are left out, except hidden prose:
that is shown, and marked.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from newsclean.page.markup import Html
from newsclean.read.form import is_feed
from newsclean.read.html.elements import BEHIND, FIRST, read_blocks, read_elements, read_outlines, shown
from newsclean.read.html.entry import ENTRY, entry_as_page
from newsclean.read.html.floods import without_floods
from newsclean.read.html.furniture import Walked, with_rows
from newsclean.read.html.layout import Layout
from newsclean.read.html.pictures import figure_marks, in_boxes
from newsclean.read.html.shadow import with_shadows_open
from newsclean.read.html.unclosed import unframed, unlinked
from newsclean.read.limits import MOST_BLOCKS
from newsclean.read.meta.metadata import read_metadata
from newsclean.read.rendered import Rendered

FEED_WITHIN, ENTRY_WITHIN = 300, 1000  # bytes
SEPARATORS = ("\n", "\n\n")


def read_html(source: str | bytes, *, url: str | None = None) -> Rendered:
    r"""The page of an HTML source.

    Args:
        source: the HTML; bytes must be UTF-8, and save the time to encode it.
        url: the page's address, to make its links absolute; else the one that the page names.

    >>> page = read_html("<h1>Pumps</h1><p>The first <b>two</b> pumps<br>arrived.<ul><li>One<li>Two</ul>")
    >>> page.text
    'Pumps\n\nThe first two pumps\narrived.\n\nOne\nTwo'
    >>> [b.kind for b in page.blocks]
    ['heading', 'paragraph', 'paragraph', 'list_item', 'list_item']
    """
    data, warnings = without_floods(source.encode("utf-8", "replace") if isinstance(source, str) else source)
    if ENTRY.match(data[:ENTRY_WITHIN].decode("utf-8", "replace")):
        data = entry_as_page(data.decode("utf-8", "replace")).encode("utf-8")
    if is_feed(data[:FEED_WITHIN].decode("utf-8", "replace")):
        warnings = (*warnings, "this is an XML feed, not a page")
    root = LexborHTMLParser(with_shadows_open(data)).root
    if root is None:
        return Rendered("", (), (), (), warnings=warnings)
    layout = Layout()
    layout.walk(root)
    if layout.left_out:
        warnings = (*warnings, f"only the first {MOST_BLOCKS:,} blocks were read: {layout.left_out:,} were left out")
    outlines = read_outlines(layout.tags)
    spans = [(tag[FIRST], tag[BEHIND]) for tag in layout.tags]
    walked = with_rows(Walked(layout.marks, outlines, spans, layout.pictures, layout.found.candidates))
    found, elements = layout.found._replace(candidates=walked.candidates), read_elements(outlines, walked.spans)
    base = found.base(url or found.address())
    blocks, markup, links = read_blocks(walked.marks, outlines, walked.spans, base)
    if layout.has_hidden:
        elements, markup = shown(blocks, elements, markup)
    elements, markup = unframed(blocks, elements, markup)
    links = unlinked(blocks, links)
    text = "".join([f"{SEPARATORS[b.gap]}{b.text}" for b in blocks])[1:]
    boxed = in_boxes(walked.pictures, elements, blocks, markup, links)
    if boxed:
        markup = tuple([m._replace(hints=(boxed[n],)) if n in boxed else m for n, m in enumerate(markup)])
    figures = figure_marks(walked.pictures, elements, markup, base)
    language = root.attributes.get("lang") or root.attributes.get("xml:lang")
    meta = read_metadata(found, language, blocks, markup, links, url)
    return Rendered(text, blocks, links, figures, Html(markup, elements, meta), (*warnings, *meta.warnings))
