"""Law 3: what a second call may change in a cleaned text."""

from __future__ import annotations

from newsclean import Article
from newsclean.page.block import OWN
from newsclean.page.shape import STOP, STOPS, ending
from newsclean.phrases.fold import fold

SENTENCE = 6  # words
OPENING = 40  # characters of a paragraph that tell it


def changed(again: Article, once: str) -> list[str]:
    """The paragraphs of a text that it lost, or gained, when it was cleaned again, against law 3.

    Its first line, of those that have a letter, may be taken for its headline: nothing tells a subheading that stands
    first from one. What repeats that line goes with it, and under a headline lines may show as furniture that did not
    before: no sentence, but where it is said twice.
    """
    before, after = once.split("\n\n"), again.text.split("\n\n")
    if before == after:
        return []
    gone = [text for text in before if text not in after]
    gained = [text for text in after if text and text not in before]
    first = next((text for text in before if any(map(str.isalpha, text))), before[0])
    is_kept = any(s.text == before[0] and s.rule.startswith(OWN) for s in again.segments[:1])  # by the user's word
    if first != again.title and not is_kept:
        return [*gone, *gained] or before
    sentences = [text for text in gone if ending(text) == STOP and len(text.split()) >= SENTENCE]
    said = fold(once)  # without marks that nobody sees
    said_once = [text for text in sentences if said.count(fold(text[:OPENING].rstrip(STOPS))) == 1]
    return [text for text in said_once if text != again.title] + gained
