"""Folding: what must look alike to be compared, made alike."""

from __future__ import annotations

import re

# Curly quotes, dashes and full-width forms to their ASCII kin; invisible characters away.
_ALIKE: dict[int, int | None] = {
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), ord("'")),
    **dict.fromkeys(map(ord, "“”„‟″«»"), ord('"')),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), ord("-")),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), ord(" ")),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0f"), None),
    **{0xFF01 + i: 0x21 + i for i in range(94)},
}  # fmt: skip

WORD = re.compile(r"\w+")
# Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNSPACED_WORD = re.compile(UNSPACED.pattern + r"|[^\W" + UNSPACED.pattern[1:-1] + r"]+")


def fold(text: str) -> str:
    """`text` as cue files write their phrases: lower case, straight quotes, single blanks, no invisible characters.

    >>> fold("“READ\\u00a0 MORE”：")
    '"read more":'
    """
    folded = text.lower() if text.isascii() else text.translate(_ALIKE).casefold()
    if "  " in folded or "\t" in folded or "\n" in folded:
        folded = " ".join(folded.split())
    return folded


def tokens(text: str, *, unspaced: bool = False) -> list[str]:
    """The words of `text`, lower-cased; in scripts without spaces the pairs of neighbouring characters.

    >>> tokens("The pumps' flow-rate")
    ['the', 'pumps', 'flow', 'rate']
    >>> tokens("記者会見", unspaced=True)
    ['記者', '者会', '会見']
    """
    if not unspaced:
        return WORD.findall(text.lower())
    single = _UNSPACED_WORD.findall(text.lower())
    if len(single) < 2:
        return single
    return [a + b if len(a) == len(b) == 1 else a for a, b in zip(single, single[1:], strict=False)]
