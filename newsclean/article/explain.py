"""A page shown with what each piece was taken for, as marked text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS
from newsclean.article.parts import Segment

MARGIN = 20  # columns of the margin that names kinds
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # what str.splitlines splits at
OPEN, CLOSE = "⟦", "⟧"
BRACKET = re.compile(rf"(?<!\\)(\\*)([{OPEN}{CLOSE}])")
NAMED_IN_TEXT = frozenset({"heading", "quote", "table"})


def marked(source: str, segments: Sequence[Segment]) -> str:
    """`source` in the marked form: `kind | line`, the margin blank for what stays in the text.

    Where a line holds more than one piece, the margin names all, and ⟦…⟧ holds the second and later ones.
    """
    lines = []
    position = 0
    queue = list(segments)
    n = 0
    for line in source.splitlines(keepends=True):
        end = position + len(line)
        while n < len(queue) and queue[n].end <= position:
            n += 1
        here = []
        m = n
        while m < len(queue) and queue[m].start < end:
            here.append(queue[m])
            m += 1
        bare = line.rstrip(LINE_ENDS)
        lines.append(_marked_line(bare, position, here) + line[len(bare) :] if line.strip() else line)
        position = end
    return "".join(lines)


def _marked_line(line: str, offset: int, segments: Sequence[Segment]) -> str:
    names: list[str] = []
    text = ""
    done = 0
    for number, s in enumerate(segments):
        names.append("" if s.kind in TEXT_KINDS and s.kind not in NAMED_IN_TEXT else s.kind)
        start, end = max(0, s.start - offset), min(len(line), s.end - offset)
        while number and start > done and line[start - 1] == " ":
            start -= 1
        piece = _escaped(line[start:end])
        text += _escaped(line[done:start])
        text = f"{_closed(text)}{OPEN}{_closed(piece)}{CLOSE}" if number else text + piece
        done = end
    if len(names) > 1:
        names = [name or "body" for name in names]
    return f"{' '.join(names):<{MARGIN}} | {text}{_escaped(line[done:])}"


def _escaped(text: str) -> str:
    """`text` with a backslash before the brackets of its own, and those doubled that it has there already."""
    return BRACKET.sub(lambda m: f"{2 * m[1]}\\{m[2]}", text) if OPEN in text or CLOSE in text else text


def _closed(text: str) -> str:
    """`text` so that a bracket may follow: with the backslashes at its end doubled."""
    return text + text[len(text.rstrip("\\")) :]


def _bare(match: re.Match[str]) -> str:
    """What the source has for backslashes and a bracket of the marked form."""
    slashes = match[1][: len(match[1]) // 2]
    return slashes + match[2] if len(match[1]) % 2 else slashes


def unmarked(text: str) -> str:
    """The source that a marked text was made of."""
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    return "".join(BRACKET.sub(_bare, line.partition("| ")[2]) if line.strip() else line for line in lines)
