"""The shape of a line: how it ends, how it is capitalised, what it is made of."""

from __future__ import annotations

LOST = "\ufffd"  # stands where a sign could not be read: in news mostly for a quotation mark
CLOSERS = f"\"'”“’‘»›«)]}}）】」』*_ {LOST}"  # with those that close in German and open elsewhere
STOPS = ".!?。！？．｡।॥؟۔…։፡።။។៕།"
SIGNATURE_MARKS = ("--", "—", "__", "___")  # between a mail and its signature
ENDINGS = ("none", "stop", "colon", "ellipsis", "comma", "bracket", "quote", "slash")
NONE, STOP, COLON, ELLIPSIS, COMMA, BRACKET, QUOTE, SLASH = range(8)
STEPS = " > ", " » ", " › "  # what parts the steps of a path through a site
_ENDING_OF = {
    **dict.fromkeys(STOPS, STOP),
    **dict.fromkeys(":：", COLON),
    "…": ELLIPSIS,
    **dict.fromkeys(",;，、；،-–—", COMMA),
    **dict.fromkeys("|/>›»→", SLASH),
}
_CLOSING = {**dict.fromkeys(")]}）】", BRACKET), **dict.fromkeys(f"\"'”’‘»“」』{LOST}", QUOTE)}


def ending(text: str) -> int:
    """How a line ends, as an index of ENDINGS: a full stop counts behind quotes and brackets as well.

    >>> [ENDINGS[ending(t)] for t in ("It rained.", "“It rained.”", "Rain (AP)", "Read more:", "He said…")]
    ['stop', 'stop', 'bracket', 'colon', 'ellipsis']
    >>> ENDINGS[ending("\ufffdIt rained.\ufffd")]
    'stop'
    """
    last = text[-1:]
    closing = _CLOSING.get(last, NONE)
    if closing:
        bare = text.rstrip(CLOSERS)
        return STOP if bare and _ENDING_OF.get(bare[-1]) == STOP else closing
    if last == "." and text.endswith("..."):
        return ELLIPSIS
    return _ENDING_OF.get(last, NONE)


def n_steps(text: str) -> int:
    """How many steps a path through a site has: “Home > News > Harbour” has two.

    >>> n_steps("Home > News > Harbour"), n_steps("He said > she said.")
    (2, 1)
    """
    return sum(map(text.count, STEPS))


NO_LETTERS = '0123456789)”" '  # with which a line of Thai may end as well
UNMARKED = 80  # characters: of Thai headlines most have 40 to 80, of paragraphs 110 and more


def is_unmarked(text: str) -> bool:
    """Whether a line is so long that it counts as one that ends like a sentence, in Thai or Lao, which mark no end.

    >>> is_unmarked("เรือข้ามฟากงดวิ่ง"), is_unmarked("เรือข้ามฟากงดวิ่ง" * 5), is_unmarked("The ferry does not run" * 5)
    (False, True, False)
    """
    return len(text) > UNMARKED and not text.isascii() and "\u0e00" <= text.rstrip(NO_LETTERS)[-1:] <= "\u0eff"


CASES = ("none", "lower", "sentence", "some", "title", "upper")
NO_CASE, LOWER_CASE, SENTENCE_CASE, SOME_CASE, TITLE_CASE, UPPER_CASE = range(6)


def case(text: str) -> int:
    """How the words of a line are capitalised, as an index of CASES.

    >>> [CASES[case(t)] for t in ("記者会見", "and the rest", "It rained all day", "Kim Jong Un Orders More", "SPORT")]
    ['none', 'lower', 'sentence', 'title', 'upper']
    """
    if text.isupper():
        return UPPER_CASE
    if text.islower():
        return LOWER_CASE
    if text.isascii() and text[0].isupper() and text[1:].islower():
        return SENTENCE_CASE  # a third of all lines
    firsts = "".join([w[0] for w in text.split()])
    if not firsts.isalpha():
        firsts = "".join(filter(str.isalpha, firsts))
        if not firsts:
            return SOME_CASE if any(map(str.isupper, text)) else NO_CASE
    if firsts.isupper() and len(firsts) > 1:
        return TITLE_CASE
    if firsts[0].islower():
        return LOWER_CASE
    if firsts.isascii() and firsts[1:].islower():
        return SENTENCE_CASE  # most lines: nothing to count
    lower = sum(map(str.islower, firsts))
    if not lower and not any(map(str.isupper, firsts)):
        return NO_CASE
    if lower == len(firsts) - 1:
        return SENTENCE_CASE
    return TITLE_CASE if lower <= 0.3 * len(firsts) else SOME_CASE
