r"""Lines that were broken at inline tags, as `get_text("\n")` does: which of them go on in the next?

Nothing but the lines themselves tells, so each place is decided by what stands right before and after it. In doubt the
lines stay apart: a heading, list item or credit swallowed by a paragraph is worse than a paragraph in two pieces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page.shape import COLON, COMMA, ELLIPSIS, STOP, ending
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_agency, is_name
from newsclean.read.text.brackets import held
from newsclean.read.text.lines import Line
from newsclean.read.text.slugged import is_slug
from newsclean.read.text.titled import titled

GOES_ON = re.compile(
    r"[,;.:!?)\]”»’…。，、；：！？）」』؟،](?:\s|\Z)|[,;]\S|\.(?:[ ”\"]|\Z)|[’']s\b|\"(?:[\s,.;:!?)]|\Z)"
)
OPEN = frozenset("([{“„«（「『")
PROSE = 40  # characters of a line that is of a sentence, if it does not end like one
NAME = 60  # characters: a link inside a sentence is seldom longer
LONG = 80
ENUMERATED, FEW = 25, 12
SHORT_BY, MOST_NAMES = 12, 6  # characters of a line that says “by”; names of a byline
STOPPED = 4  # times as often as before a comma or stop it stands without
FREQUENT, SHORT = 4, 5  # a word of at most five letters that stands four times on the page joins others


def groups(lines: Sequence[Line], source: str) -> list[tuple[int, int]]:
    """Which lines are one block: (first, behind the last) for each."""
    joints, title = _joints(source), titled(lines)
    joined = held(lines) | title.joined
    found: list[tuple[int, int]] = []
    first, size, last = 0, 0, ""
    byline = 0  # behind the last line of the byline that begins at or before a line
    for i, line in enumerate(lines):
        after = lines[i + 1].text if i + 1 < len(lines) and not lines[i + 1].gap else ""
        starts_byline = i >= byline and (end := _end_of_byline(lines, i)) > i
        if starts_byline:
            byline = end
        is_below = not line.gap and not starts_byline and i not in title.apart
        if i and (i in joined or (is_below and (i < byline or goes_on(last, size, line.text, after, joints)))):
            size += len(line.text) + 1
            last = line.text if len(line.text) > 8 else f"{last[-80:]} {line.text}"
        else:
            if i:
                found.append((first, i))
            first, size, last = i, len(line.text), line.text
    if lines:
        found.append((first, len(lines)))
    return found


def _end_of_byline(lines: Sequence[Line], i: int) -> int:
    """Behind which line the byline ends that begins here, with “by” or with two names and “and”; i if none does.

    No sentence goes on behind it: the film “by”, “Jo Doe”, “won a prize”.
    """
    n = i
    if is_by := len(lines[n].text) <= SHORT_BY and _bare_by().fullmatch(lines[n].text) is not None:
        n += 1
    names = 0
    while n < len(lines) and (n == i or not lines[n].gap) and (_is_second if names else _is_whole_name)(lines[n].text):
        n, names = n + 1, names + 1
        if names == MOST_NAMES or n + 1 >= len(lines) or lines[n].gap or lines[n + 1].gap:
            break
        if not _between().fullmatch(lines[n].text) or not _is_second(lines[n + 1].text):
            break
        n += 1
    below = lines[n].text if n < len(lines) and not lines[n].gap else ""
    if not names or names + is_by < 2 or (below and (GOES_ON.match(below) or below[0].islower())):
        return i
    return n


def _is_whole_name(line: str) -> bool:
    is_long = len(line) > NAME or ending(line) == STOP or not 2 <= len(line.split()) <= 4
    return not is_long and is_name(line) and _role().search(line) is None


def _is_second(line: str) -> bool:
    """Whether a line may stand behind a name and “and”: another name, or the agency."""
    return _is_whole_name(line) or is_agency(line)


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    return re.compile(one_of("role"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _bare_by() -> re.Pattern[str]:
    return re.compile(rf"{one_of('by', 'by_or_of')}\s?:?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(rf",|&|{one_of('and')}")


def _joints(source: str) -> frozenset[str]:
    """The short words that stand again and again inside lines of a page: no sentence and no heading ends with one.

    A word that ends lines only, or often stands before a comma or stop, is none: “deals”, “days”.
    """
    counts = Counter(word for line in source.split("\n") for word in line.split()[:-1])
    return frozenset(
        w
        for w, n in counts.items()
        if n >= FREQUENT
        and len(w) <= SHORT
        and w.isalpha()
        and w.islower()
        and STOPPED * sum([counts[f"{w}{mark}"] for mark in ".,;:!?"]) <= n
    )


def goes_on(before: str, size: int, line: str, after: str, joints: frozenset[str]) -> bool:
    """Whether `line` is of the same sentence as the block that ends with `before` and has `size` characters.

    >>> [goes_on("The pumps, said", 15, *lines, frozenset()) for lines in ((", late", ""), ("Mara Lind", ", late."))]
    [True, False]
    >>> goes_on('So it says in the "', 19, "Post", '" of Orrin', frozenset())
    True
    """
    if _is_slug(line, before) or (size == len(before) and is_slug(before)):
        return False
    if GOES_ON.match(line) or before[-1] in OPEN or before.endswith(' "'):
        return True
    if len(line) >= FEW and before.endswith(line):
        return False  # a headline that is printed twice
    if size <= 8 and _label().match(before):
        return len(line) <= NAME and line[0].isupper()
    ends = ending(before)
    if ends in (STOP, COLON, ELLIPSIS):
        return False
    if ends == COMMA and before[-1] in ",，、" and (size >= ENUMERATED or before.endswith(" ,")):
        return True
    is_joint = size >= FEW and before.rpartition(" ")[2] in joints
    if line[0].islower():
        if _by_name().match(line) and not is_joint:
            return size >= PROSE and _continues(after)
        return size >= PROSE or len(line) >= PROSE or is_joint
    if is_joint:
        return True
    if size < PROSE or len(line) > NAME or ending(line) == STOP or not _continues(after):
        return False
    return after != "," or size >= LONG


@lru_cache(maxsize=1)
def _by_name() -> re.Pattern[str]:
    """A line that opens with “by”, in small letters, and a name."""
    return re.compile(rf"(?:{one_of('by', 'by_or_of', 'of')}|via)\s+[^\W\d_a-zß-ÿа-яё]")


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A line that says nothing but “By”, or “Text:”."""
    return re.compile(rf"(?:{one_of('by', 'by_or_of')}\s?:?|{one_of('author')}\s?:)\Z", re.IGNORECASE)


def _is_slug(line: str, before: str) -> bool:
    """Whether a line is a headline with hyphens for its blanks, or the one above it so written: it stands by itself."""
    return "-" in line and " " not in line and (is_slug(line) or before.casefold().replace(" ", "-") == line.casefold())


def _continues(line: str) -> bool:
    return bool(line) and (GOES_ON.match(line) is not None or (line[0].islower() and not _by_name().match(line)))
