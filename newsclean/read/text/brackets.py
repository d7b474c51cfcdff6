"""Lines that a pair of brackets holds together: a name, “<”, a share's code, “>”, and the sentence goes on.

Whoever writes each piece of a page on a line of its own breaks a sentence at every link in it, and pages on shares link
the code behind each company's name. A pair of brackets proves the joints: no two lines of a story have one each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.page.shape import COLON, STOP, ending
from newsclean.read.text.lines import CLOSING, Line

PAIRS = {
    "(": ")", "[": "]", "<": ">", "（": "）", "［": "］", "＜": "＞", "《": "》", "〈": "〉", "【": "】",
}  # fmt: skip
INSIDE = 60  # characters: a code, an agency, an abbreviation
MOST_LINES = 2  # of it: “Reuters”, “/AFP”
HIRAGANA = "\u3040", "\u309f"


def held(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that go on from the one above, as a pair of brackets and what stands around it show.

    Left alone where the brackets stand on lines of their own and no sentence goes on behind them: “(”, “Jo Doe/AP”,
    “)” under a picture, “<”, “2”, “>” under a list. And where blank lines stand between: so do they in a cleaned text,
    of which each line is one already.

    >>> [sorted(held([Line(n, n, text, 0) for n, text in enumerate(texts)])) for texts in (
    ...     ("Shares of Harbour Works", "<", "HWK", ">", "rose again."),
    ...     ("Harbour Works <", "HWK", "> rose again."),
    ...     ("A crane lifts a pump", "(", "Jo Doe/AP", ")", "The mayor smiled."),
    ... )]
    [[1, 2, 3, 4], [1, 2], []]
    """
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.text[-1] in PAIRS and (j := _closing(lines, i)) > i:
            found.update(_joined(lines, i, j))
    return frozenset(found)


def _closing(lines: Sequence[Line], i: int) -> int:
    """The line that opens with the bracket with which line i ends, closed; i where there is none close by."""
    close = PAIRS[lines[i].text[-1]]
    size = 0
    for j in range(i + 1, min(i + 2 + MOST_LINES, len(lines))):
        text = lines[j].text
        if lines[j].gap:
            break
        if text[0] == close:
            return j if j > i + 1 else i
        size += len(text)
        if size > INSIDE or close in text or text[-1] in PAIRS:
            break
    return i


def _joined(lines: Sequence[Line], i: int, j: int) -> Iterator[int]:
    """The lines that are joined to those above them, of the brackets that line i opens and line j closes."""
    is_alone = len(lines[i].text) == 1
    behind = lines[j].text[1:].lstrip()
    is_next = not behind and j + 1 < len(lines) and not lines[j + 1].gap and _is_next(lines[j + 1].text)
    goes_on = is_next or _is_next(behind)
    if is_alone and not goes_on and not behind:
        return
    if is_alone and goes_on and i and not lines[i].gap and ending(lines[i - 1].text) not in (STOP, COLON):
        yield i
    yield from range(i + 1, j + 1)
    if is_next:
        yield j + 1


def _is_next(text: str) -> bool:
    """Whether a sentence goes on with this: a small letter, kana as particles are, a comma or a stop."""
    return bool(text) and (text[0] in CLOSING or text[0].islower() or HIRAGANA[0] <= text[0] <= HIRAGANA[1])
