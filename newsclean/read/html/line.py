"""Lines as a reader sees them: white space collapsed, words that would be glued parted, wrapped ones joined."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from newsclean.read.html.elements import Line

WRAPPED = 40  # characters: a line so long that breaks off amid a sentence was wrapped by <br>
SHORT = 100  # characters: in a longer line it pays to look for blanks first
BLANKS = ("  ", "\t", "\xa0")  # what is collapsed into one blank, besides line breaks of every kind
BESIDE = 6  # nodes behind a button in which its sentence may go on
STOPS, MARKS, OPENING = ".!?…。", ".,;:!?)…”’»，。、", "(“‘„«"
WORDS = ("a", "abbr", "b", "em", "i", "span", "strong")  # tags of words of a line
INVISIBLE = ("\u00ad", "\u2060", "\ufeff")  # soft hyphen, word joiner, byte order mark


def collapsed(text: str) -> str:
    """A line's text as it is seen: white space collapsed, what is invisible left out."""
    if not text.isascii():
        for mark in INVISIBLE:
            if mark in text:
                text = text.replace(mark, "")
    if len(text) < SHORT:
        return " ".join(text.split())
    for blank in BLANKS:
        if blank in text:
            return " ".join(text.split())
    return text.strip() if len(text.splitlines()) == 1 else " ".join(text.split())


def are_glued(before: str, after: str) -> bool:
    """Whether two inline elements that touch would make one word of two: “Jo Doe” and “3 May”, “World” and “Sport”."""
    last, first = before[-1:], after[:1]
    return (last.islower() or last.isdigit()) and (first.isupper() or (first.isdigit() and not last.isdigit()))


def is_wrapped(line: str, following: str) -> bool:
    """Whether a `<br>` stands amid a sentence, where an editor wrapped a long line."""
    return len(line) >= WRAPPED and following[0].islower() and (line[-1].isalnum() or line[-1] in ",;-–")


def joined(line: Line, following: Line) -> Line:
    text, linked, n_links, url, inner = line
    more, more_linked, n_more, more_url, more_inner = following
    return (
        f"{text} {more}",
        f"{linked} {more_linked}".strip(),
        n_links + n_more,
        url if n_links and len(linked) >= len(more_linked) else more_url,
        inner if inner == more_inner else (),
    )


def goes_on(before: str, node: LexborNode) -> bool:
    """Whether a sentence goes on behind an element amid it: “the <button>bank rate</button> rose”.

    Args:
        before: the sentence so far, or nothing if the element opens it.
        node: the element.
    """
    if before and not (before[-1].isalnum() or before[-1] in f",{OPENING}"):
        return False
    around = node.parent
    at = node.next
    if at is None and around is not None and around.tag in WORDS:
        at = around.next
    for _ in range(BESIDE):
        if at is None:
            return False
        if at.tag == "-text":
            text = (at.text_content or "").strip()
            if text:
                return _is_amid(text[0]) or bool(before and text[-1] in STOPS)
        elif at.tag in WORDS:
            at = at.first_child
            continue
        elif at.tag != "button":
            return False
        at = at.next
    return False


def _is_amid(character: str) -> bool:
    """Whether what begins with a character goes on amid a sentence: a mark, a small letter, one of no two sizes."""
    return character in MARKS or (character.isalpha() and not character.isupper() and not character.istitle())
