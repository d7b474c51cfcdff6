"""What a line or phrase is looked up by: a few of its first or last characters."""

from __future__ import annotations

import regex

from newsclean.phrases.fold import IN_WORD, MARKED_WORD, UNSPACED, first_word, words_in

EDGE = " \t.:!…»›>→•*|-–[](){}+#▶►▼▲■●◆※◇→↓☞\"'"  # stripped from a line before it is compared as a whole
AROUND = EDGE + ",;©/?"  # stripped from a line's last word
NUMBER = "#"  # in a phrase: a number
DIGITS = "0123456789 .,"
TWO_WORDS = regex.compile(rf"({MARKED_WORD})[^{IN_WORD}©]+({MARKED_WORD})(?:[^{IN_WORD}]|\Z)")


def first_key(line: str) -> str:
    """The key of a line's beginning: its first word, “0” for a number, a sign, two characters of an unspaced script."""
    first = line[:1]
    if first.isdigit():
        return "0"
    if not first.isalnum():
        return first
    if first >= "\u0e00" and UNSPACED.match(first):
        return line[: 2 - line[1:2].isdigit()]
    return first_word(line) or first


def last_key(line: str) -> str:
    """The key of a line's end: its last word, two characters of an unspaced script, “#” for a number."""
    last = line[-1:]
    if last >= "\u0e00" and UNSPACED.match(last):
        return line[-2:].lstrip(DIGITS)
    if last.isdigit():
        return NUMBER
    return line.rpartition(" ")[2].strip(AROUND) or last


def number_key(line: str) -> str:
    """The key of a line that begins with a number: how it ends, but for a number there."""
    return NUMBER + (last_key(line).lstrip(NUMBER + DIGITS) or NUMBER)


def two_words(anchor: str) -> str:
    """The first two words of a phrase, where both are whole; else nothing."""
    match = TWO_WORDS.match(anchor)
    return "" if match is None or match[2].isdecimal() or UNSPACED.search(match.group()) else f"{match[1]} {match[2]}"


def longest_word(text: str) -> str:
    """The longest word of a phrase, by which it is found anywhere in a line; the first of several."""
    return max(words_in(text), key=len, default="")
