"""What HTML's tags are to a reader: parts of a line, blocks, things with a margin, things that are not shown."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from newsclean.article.kinds import TextKind

# Up to SPAN a tag is a part of a line; from BLOCK on it stands alone, from MARGIN on with a blank line before and after
# it, as browsers show it.
TEXT, SKIP, INLINE, SPACED, LINK, SPAN, BREAK, IMAGE, RULE, META, TITLE, SCRIPT, SOURCE = range(13)
BUTTON, NOSCRIPT, CUSTOM = range(13, 16)
ROW, CELL, BLOCK, MARGIN, HEADING, TABLE, PRE, LIST, NAV = range(16, 25)
TAGS = {
    SKIP: "style template svg iframe object embed audio canvas map area applet noembed noframes input select option"
    " optgroup textarea datalist progress meter param track col colgroup wbr dialog frame frameset keygen",
    INLINE: "head abbr acronym b bdi bdo big code data del dfn em font i ins kbd mark nobr output picture q rb rp rt"
    " rtc ruby s samp strike strong sub sup tt u var",
    SPAN: "span time cite small label",
    LINK: "a",
    BREAK: "br",
    BLOCK: "html body div section article main aside header footer form legend figcaption address li dt dd center"
    " details summary hgroup search tbody thead tfoot caption marquee",
    MARGIN: "p dl blockquote figure fieldset",
    HEADING: "h1 h2 h3 h4 h5 h6",
    ROW: "tr",
    CELL: "td th",
    LIST: "ul ol menu dir",
    NAV: "nav",
    TABLE: "table",
    PRE: "pre listing xmp plaintext",
    IMAGE: "img video",
    SOURCE: "source",
    RULE: "hr",
    NOSCRIPT: "noscript",
    BUTTON: "button",
    META: "meta link base",
    TITLE: "title",
    SCRIPT: "script",
}
# Custom elements of a standard (AMP) and of libraries. All others are blocks where a line may begin, else inline.
CUSTOM_TAGS = {
    IMAGE: "amp-img amp-video lazy-image",
    SKIP: "amp-ad amp-analytics amp-sidebar amp-state amp-consent amp-lightbox amp-iframe",
}
KIND_OF: dict[str, TextKind] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "list_item", "dt": "list_item", "dd": "list_item",
}  # fmt: skip
# What holds lines, not other blocks: the element around it is the one that siblings share.
LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th tr figcaption pre caption summary legend address".split())


def _numbers() -> tuple[dict[int, int], dict[str, int], dict[int, str]]:
    """What tags are, by the parser's numbers, which its versions may change; by name for those without one; names."""
    parser = LexborHTMLParser("<!doctype html><!-- -->text")
    by_number: dict[int, int] = {}
    by_name = {tag: role for role, tags in CUSTOM_TAGS.items() for tag in tags.split()}
    names: dict[int, str] = {}
    document = parser.root.parent if parser.root is not None else None
    for node in document.traverse(include_text=True) if document is not None else ():
        if (node.tag or "-").startswith("-"):
            by_number[node.tag_id] = TEXT if node.tag == "-text" else SKIP
    for role, tags in TAGS.items():
        for tag in tags.split():
            number = parser.create_node(tag).tag_id
            if number < 10_000:  # else an address in memory, which the next parser may give to another tag
                by_number[number], names[number] = role, tag
            else:
                by_name[tag] = role
    return by_number, by_name, names


ROLE_OF, _ROLE_OF_NAME, NAME_OF = _numbers()


def role_of_name(name: str, custom: int) -> int:
    """What a tag without a number is; `custom` for a custom element."""
    return _ROLE_OF_NAME.get(name, custom if "-" in name else INLINE)
