"""Which lines of Markdown are code."""

from __future__ import annotations

import re
from collections.abc import Sequence

PROSE, CODE, RAW = range(3)  # RAW: a fence, or what pandoc hands on to a browser; nobody sees it
FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})([^`]*)\Z")
RAW_CODE = "{=html}"
ITEM = re.compile(r"[ \t>]*(?:[-*+•]|\d{1,3}[.)])[ \t]")  # of a list


def kinds_of_lines(lines: Sequence[str]) -> list[int]:
    r"""PROSE, CODE or RAW for each line: code stands between fences, or is indented behind a blank line, in no list.

    >>> kinds_of_lines("Write\n\n    <p>\n\nor\n\n- one\n\n    two\n```\n<p>\n```".split("\n"))
    [0, 0, 1, 1, 0, 0, 0, 0, 0, 2, 1, 2]
    """
    found = [PROSE] * len(lines)
    fenced = [n for n, line in enumerate(lines) if "```" in line or "~~~" in line]
    fences = {n: match for n in fenced if (match := FENCE.match(lines[n]))}
    closers = [n for n, match in fences.items() if not match[2].strip()]
    behind = nth = 0  # the last block of code; the first fence that may close one and was not looked at
    in_list = is_code = False
    for n, line in enumerate(lines):
        if n < behind:
            continue
        if n in fences:
            while nth < len(closers) and (closers[nth] <= n or fences[closers[nth]][1][0] != fences[n][1][0]):
                nth += 1
            if nth < len(closers):
                behind = closers[nth] + 1
                within = RAW if fences[n][2].strip() == RAW_CODE else CODE
                found[n:behind] = [RAW, *[within] * (behind - n - 2), RAW]
                is_code = False
                continue
        if not line.strip():
            found[n] = CODE if is_code else PROSE
        elif line.startswith(("    ", "\t")):
            is_code = is_code or (not in_list and (not n or not lines[n - 1].strip()))
            found[n] = CODE if is_code else PROSE
        else:
            in_list, is_code = ITEM.match(line) is not None, False
    return found
