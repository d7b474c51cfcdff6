"""What no reader was meant to see: lines without anything visible, and data of the page's scripts."""

from __future__ import annotations

import re

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import CODE, QUESTION
from newsclean.phrases.language_words import words_for

# “Â” is what is left of a no-break space whose bytes were read as Latin-1: an empty paragraph.
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffc\ufffdÂ]+")
VALUES = frozenset(("true", "false", "null", "undefined", "NaN", "[object Object]"))
KEY = re.compile(r"[a-z]{2,30}[A-Z]\w{0,40}:")
# How the snippets begin that sites embed for posts, statistics and advertisements: no tutorial explains these.
SNIPPET = re.compile(
    r"""
    !?\s?\(?\s?function\s?\(\s?d\s?,\s?s\s?,\s?id            # (function(d, s, id) {
    | if\s?\(!?\s?window\.\w{2,30}\)\s?\{                       # if (!window.widgets) {
    | window\.\w{2,40}\s?=\s?window\.\w{2,40}\s?\|\|            # window.layer = window.layer || [];
    | \(\w{2,30}\s?=\s?window\.\w{2,40}\s?\|\|                  # (ads = window.ads || []).push({});
    | \w{2,30}\.cmd\.push\(
    | /[/*]\s?<!\[CDATA\[
    | document\.write\(
    """,
    re.VERBOSE,
)
CODE_LINES = 40  # of a snippet behind its first
# What is left of a page's data: the shortcodes of blogs, JSON-LD, scripts. Tags and style sheets are shown on purpose.
MARKUP = re.compile(
    r"""
    \[(?:embed|video|audio|gallery|playlist|youtube|instagram|twitter)\b[^\[\]]{0,300}\].{0,600}
    | \{\s?"@(?:context|type)"\s?:\s?["\[{].{0,5000}\}
    | window\.addEventListener\(.{0,3000}
    | (?:googletag|_taboola|adsbygoogle)\b.{0,3000}
    """,
    re.VERBOSE,
)
CODE_MARKS = frozenset("{}<>;=")
MOST_CODE = 5  # lines that end as code does on a page that is not about programs
CAPTIONED = re.compile(r"\[caption\b[^\[\]]{0,300}\][^\[\]]{0,400}\[/caption\]")
SHORTCODE = re.compile(r"\[/[a-z_-]{2,30}\]?")
MOST_IN_ANSWER, FEWEST_ANSWERS, MOST_ANSWERS = 8, 2, 8  # words of an answer of a poll; answers
AROUND = " :.!"  # what a poll or a button is called
COUNT = re.compile(r"(?:…|\.{3})?\s?\[\+\d{1,7}\s(?:chars|characters)\]")


def invisible(block: Block, page: Page) -> Finding | None:
    """A line with nothing to see in it.

    Cuts:
        sure other | Â
        sure other | \u200d
    Keeps:
        | A
        | Âge
    """
    return (
        Finding("other", "nothing visible", "sure")
        if not block.text.isascii() and INVISIBLE.fullmatch(block.text)
        else None
    )


def data(block: Block, page: Page) -> Finding | None:
    """A piece of the page's code that was printed by mistake: “showPaywall:”, “false”, “[/cta”.

    A value is sure only beside another one or its name; a name is told by its value: “macOS:” may be a subheading.

    Cuts:
                   | The pumps came on Monday.
        sure other | showPaywall:
        sure other | false

        sure other | [/cta

        hint other | undefined

        hint other | true
                   | Quay
        hint other | false
                   | Sea

                   | The quay
                   | Sea
        sure other | NaN
        sure other | null
    Keeps:
        | False
        | iPhone
        | macOS:
        | Null
        | [He smiled.]
    """
    text, n = block.text, block.number
    if text[0] == "[" and SHORTCODE.fullmatch(text):
        return Finding("other", text, "sure")
    if text not in VALUES and (text[-1] != ":" or not KEY.fullmatch(text)):
        return None
    beside = [b.text for b in (*page.blocks[max(0, n - 1) : n], *page.blocks[n + 1 : n + 2])]
    has_value = not VALUES.isdisjoint(beside)
    if text in VALUES:
        return Finding("other", text, "sure" if has_value or any(map(KEY.fullmatch, beside)) else "hint")
    return Finding("other", text, "sure") if has_value else None


def snippet(block: Block, page: Page) -> Finding | None:
    """Code of the page that was printed: what loads posts, players and advertisements.

    Left alone when it does not begin as such snippets do: articles about programs show code, too.

    Cuts:
        sure other | (function(d, s, id) { var js, f = d.getElementsByTagName(s)[0]; if (d.getElementById(id)) return; }(document));

                   | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure other | if (!window.harbour) {
        sure other | /* the tide comes later */
        sure other | window.harbour = {};
        sure other | }
                   | The crane was brought from the north, where such cranes have been built for forty years.

        sure other | window.tides = window.tides || [];
    Keeps:
        | const tide = (level) => { return level * 2; }
        | for (const pump of pumps) {
        | The pumps (all six of them)
    """
    near = page.blocks[max(0, block.number - CODE_LINES) : block.number + 1]
    for b in reversed(near):
        if not b.traits & CODE:
            return None
        if SNIPPET.match(b.core):
            return Finding("other", b.core[:40], "sure")
    return None


def rest_counted(block: Block, page: Page) -> Finding | None:
    """How many characters were cut off, on a line of its own: “[+2412 chars]”.

    Cuts:
        sure other | [+2412 chars]
        sure other | … [+2412 chars]
    Keeps:
        | [2412 chars]
        | [+2412 chars] are missing
    """
    is_count = block.core[-1] == "]" and COUNT.fullmatch(block.core) is not None
    return Finding("other", block.core, "sure") if is_count else None


def markup(block: Block, page: Page) -> Finding | None:
    """A piece of the page's data that was printed: a blog's shortcode, JSON-LD, what loads advertisements.

    Left alone on a page that shows a lot of code: it is about programs.

    Cuts:
        sure other | [embed]https://video.example/watch?v=quay[/embed]

        sure other | {"@context":"https://schema.org","@type":"VideoObject","name":"Ferry"}

        sure other | window.addEventListener('load', function() { widget.init({ id: 'quay-1' }); });

        sure caption | [caption id="attachment_123" width="640"]The ferry at the quay[/caption]
    Keeps:
        | The pumps {all six of them} came by rail; so did the crane (from the north)
        | [Video]
        | {"pumps"}

        | .quay-box { margin: 0 auto; width: 640px; }
        | {"pumps": 6, "walls": 1}
    """
    text = block.core
    if text[0] == "[" and CAPTIONED.fullmatch(text):
        return Finding("caption", text[:40], "sure")
    if not MARKUP.fullmatch(text):
        return None
    n_code = sum([b.traits & CODE != 0 and not CODE_MARKS.isdisjoint(b.core) for b in page.blocks])
    return Finding("other", text[:40], "sure") if n_code <= MOST_CODE else None


def poll(block: Block, page: Page) -> Finding | None:
    """A poll amid the story: a question, answers to choose from, and a button to vote.

    Cuts:
                   | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure other | Poll
        sure other | Should the old ferry be kept?
        sure other | Yes
        sure other | I don’t know
        sure other | Vote
        sure other | View results
                   | The mayor said that the second wall would be ready before the storms of the next winter.

                   | Die Pumpen wurden am Montag mit der Bahn gebracht, und der Kran kam mit dem Schiff dazu.
        sure other | Soll die alte Fähre bleiben?
        sure other | Ja
        sure other | Nein
        sure other | Abstimmen
    Keeps:
        | Should the old ferry be kept?
        | Yes
        | No
        | The council will say so on Monday.
        | Vote

        | Should the old ferry be kept?
        | Vote
        | Who pays for it?
    """
    is_question = block.traits & QUESTION != 0
    if block.words > MOST_IN_ANSWER and not is_question:
        return None
    first = block.number if is_question else _question(page, block.number)
    if first < 0:
        return None
    at = first + 1
    while at < len(page.blocks) and page.blocks[at].words <= MOST_IN_ANSWER and not _is_said(page.blocks[at], "vote"):
        if page.blocks[at].ending in (STOP, COLON):
            return None
        at += 1
    n_answers = at - first - 1
    if not FEWEST_ANSWERS <= n_answers <= MOST_ANSWERS or at == len(page.blocks):
        return None
    while at < len(page.blocks) and _is_said(page.blocks[at], "vote"):
        at += 1
    return Finding("other", page.blocks[first].core, "sure") if block.number < at > first + 1 + n_answers else None


def _question(page: Page, n: int) -> int:
    """The number of the question that a block may be of: itself, right under it as a title, or up to ten over it."""
    blocks = page.blocks
    if n + 1 < len(blocks) and _is_said(blocks[n], "poll") and blocks[n + 1].traits & QUESTION:
        return n + 1
    return next((i for i in range(n, max(-1, n - MOST_ANSWERS - 3), -1) if blocks[i].traits & QUESTION), -1)


def _is_said(b: Block, key: str) -> bool:
    return b.folded.strip(AROUND) in words_for(key)
