"""Text with the address of each link behind its words, “Harbour (/news/harbour)”: resiliparse writes links so."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"""
    (?:\n[ \t\xa0]{0,20}|[ \t\xa0]{1,20})
    \(
    (?: (?P<own>/ | javascript: | \#(?=[^\s()]{0,200}\)[ \t]{0,9}$))  # “(#top)” ends a line; “(#PumpsNow)” may be said
      | https?:// | mailto: | tel: )
    [^\s()?]{0,4000} (?:\([^\s()?]{0,1000}\)[^\s()?]{0,4000}){0,9}
    (?:\?[^()\n]{0,4000}(?:\([^()\n]{0,1000}\)[^()\n]{0,4000}){0,9})?   # what it asks for may have blanks: a headline
    \)
    """,
    re.VERBOSE | re.MULTILINE,
)
OF_OWN, ENOUGH = 4, 20  # what an address weighs that only its page can follow, as nobody prints it; all of a text's
WIDE_GAP = re.compile(r"(?<=\S)[ \t\xa0]{2,99}(?=\S)")  # it stands around the words of a link


def without_addresses(source: str) -> str:
    r"""The text of such a dump without them; any other text as it is.

    >>> without_addresses("Home (/)\nNews     (/news)\n" * 3 + "The     vote     (/vote) was late.").split("\n")[4:]
    ['Home', 'News', 'The vote was late.']
    >>> without_addresses("[Home](/) [News](/news)" * 9) == "[Home](/) [News](/news)" * 9
    True
    >>> without_addresses("Write to the harbour (https://harbour.example/mail) or the mayor (#mayor).")
    'Write to the harbour (https://harbour.example/mail) or the mayor (#mayor).'
    """
    if "(/" not in source and "(http" not in source:
        return source
    if sum(OF_OWN if match["own"] else 1 for match in ADDRESS.finditer(source)) < ENOUGH:
        return source
    lines = (line for line in ADDRESS.sub("\0", source).split("\n"))
    return "\n".join(WIDE_GAP.sub(" ", line.replace("\0", "")) if "\0" in line else line for line in lines)
