"""Which form a text without tags has: Markdown, one long line, lines broken at inline tags, wrapped lines, plain lines.

Markdown is told by counting, never by shares or by places on the page: what is left of a page when lines are taken away
never looks more like Markdown than the page did, so a cleaned text is read as it stands. Broken and wrapped lines are
such as stand right below each other, which the lines of a cleaned text never do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.phrases.fold import UNSPACED
from newsclean.read.text.gaps import has_few_blanks, has_menu
from newsclean.read.text.lines import Line

LINK = re.compile(r"\]\(\s?<?(?:https?:|/|\#|mailto:|tel:|javascript:|data:)")
IMAGE = re.compile(r"!\[[^\]\[\n]{0,200}\]\(\s?<?(?:https?:|/|data:)")
REFERENCE = re.compile(r"^[ \t]*+\[[^\]\[\n]{1,80}\]:[ \t]{1,4}<?(?:https?:|/)", re.MULTILINE)
SUBHEADING = re.compile(r"^[ \t]*+\#{2,6}[ \t]{1,4}[^\W\d_]", re.MULTILINE)
HEADING = re.compile(r"^[ \t]*+\#[ \t]{1,4}[^\W\d_]", re.MULTILINE)
STRONG = re.compile(r"(?<![\w*])\*\*(?![\s*])[^*\n]{1,200}\*\*(?![\w*])")
ITEM = re.compile(r"^[ \t]*+[*-] [^\W\d_]", re.MULTILINE)
READER = re.compile(r"^[ \t]*+Markdown Content:[ \t]{0,4}$", re.MULTILINE)  # Jina Reader's header
MARKS = (  # a cheap hint, the mark, what one weighs, what all weigh at most
    ("](", LINK, 2, 9),
    ("![", IMAGE, 1, 9),
    ("]: ", REFERENCE, 2, 9),
    ("## ", SUBHEADING, 3, 9),
    ("# ", HEADING, 2, 2),  # a comment in a programme looks the same
    ("**", STRONG, 1, 9),
    ("Markdown C", READER, 3, 9),
)
ENOUGH = 3  # a subheading, two links, a link and something bold, a headline and something else
FRONT_MATTER = re.compile(
    r"""
    \s{0,20}---[ \t]{0,4}\n
    (?:(?:\w[\w-]{0,29}|meta-[^\n:]{1,99}):[^\n]{0,99999}\n | [ \t-](?!--[ \t]{0,4}\n)[^\n]{0,2000}\n){1,300}
    (?:---|\.\.\.)[ \t]{0,4}(?:\n|\Z)
    """,
    re.VERBOSE,
)

CLOSERS = re.compile(r"\n[ \t]{0,8}(?:[,.;:!?)\]”»’](?=\s)|[,;.][ \t]\S|[’']s\b)")
CLOSER = re.compile(r"[,.;:!?)\]”»’](?:\s|\Z)|[,;.][ \t]\S|[’']s\b")
FEW_TOGETHER = 0.02  # share of lines with no blank line before them
BROKEN = 2  # lines that open with a comma or a stop: nobody begins a line so
MANY = 20  # lines

FEW_LINES = 3  # a title and perhaps a description stand over the one
LONG_LINE, LONG_UNSPACED = 400, 130  # characters; the same of a script without blanks, where it is the only line
ONE_LINE = 0.8  # its share of the text


def is_markdown(text: str) -> bool:
    r"""Whether this is Markdown: it has links or headings as only Markdown has them. Asterisks alone prove nothing.

    >>> is_markdown("# Pumps\n\nThe [first](https://example.org/1) and the [second](/2) pump.")
    True
    >>> is_markdown("* Pumps *\n\nThe f**ng **** first (see [2]) pump.\n* * *\n#pumps #harbour")
    False
    """
    weight = sum(min(most, value * len(mark.findall(text))) for hint, mark, value, most in MARKS if hint in text)
    if weight == ENOUGH - 1 and ITEM.search(text):
        return True
    return weight >= ENOUGH or (text.lstrip().startswith("---") and FRONT_MATTER.match(text) is not None)


def is_long(text: str) -> bool:
    """Whether a line is so long that it may hold all of a page: where words are written without blanks, a third."""
    if len(text) >= LONG_LINE:
        return True
    return len(text) >= LONG_UNSPACED and 2 * len(UNSPACED.findall(text)) > len(text)


def is_oneline(lines: Sequence[Line]) -> bool:
    """Whether nearly all of a text is one long line."""
    if not 0 < len(lines) <= FEW_LINES:
        return False
    if len(lines) == 1:
        return is_long(lines[0].text)
    longest = max(len(line.text) for line in lines)
    return longest >= LONG_LINE and longest >= ONE_LINE * sum(len(line.text) for line in lines)


def is_broken(source: str, lines: Sequence[Line]) -> bool:
    r"""Whether the lines of a text were broken at inline tags, as `get_text("\n")` does.

    Whole pages are dumped so; of the text around a story, written a paragraph a line, only lines that open with a comma
    or a stop prove it.
    """
    if len(CLOSERS.findall(source)) >= BROKEN:
        return True
    return len(lines) >= MANY and has_few_blanks(lines) and has_menu(lines)


def without_even_gaps(lines: list[Line]) -> list[Line]:
    """The lines of a text that was broken at inline tags, with a blank line between all of them: without these.

    Some lines open with a comma or a stop, as what stands behind a link does.
    """
    if len(lines) < MANY or sum([not line.gap for line in lines[1:]]) > FEW_TOGETHER * len(lines):
        return lines
    opened = sum([CLOSER.match(line.text) is not None for line in lines])
    is_apart = opened >= BROKEN or (opened and has_menu(lines))
    least = min([line.gap for line in lines if line.gap], default=0)
    return [line._replace(gap=max(0, line.gap - least)) for line in lines] if is_apart else lines
