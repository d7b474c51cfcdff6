"""Letters as web addresses and careless hands write them: without accents, in the Latin alphabet, “ae” for “ä”."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, and Greek as it is printed on signs.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "æ": "a", "œ": "o", "ħ": "h", "ŧ": "t",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip
_TWO = re.compile("[aou]e|aa")  # two letters for one: ä, ö, ü, å
_NO_LETTER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The letters and digits of a text, alike for all ways to write them in ASCII; no word of any language.

    >>> plain("Schöne Grüße aus Łódź"), plain("schoene-gruesse-aus-lodz"), plain("Schone Grusse aus Lodz")
    ('schonegrusseauslodz', 'schonegrusseauslodz', 'schonegrusseauslodz')
    """
    text = text.casefold()
    if text.isascii() and text.isalnum() and not _TWO.search(text):
        return text  # most words
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)  # “№” comes apart into capitals
        text = "".join([c for c in text if not unicodedata.combining(c)])
    return _TWO.sub(lambda m: m.group()[0], _NO_LETTER.sub("", text))
