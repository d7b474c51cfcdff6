"""What bylines are made of, as patterns: “by”, roles, desks, what joins names and what ends them, in all languages.

All look at lines whose white space is collapsed.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from newsclean.phrases.language_words import one_of


class BylinePatterns:
    """The patterns. Each is made when it is first asked for: all of them cost 20 ms, and most pages need five."""

    @cached_property
    def by(self) -> re.Pattern[str]:
        """What a byline opens with: “By”, “This article was written by”, “Autor:”, “文/”."""
        by = rf"(?:{one_of('before_by')}\ ){{0,6}}{one_of('by', 'by_or_of')}(?!-)"
        return _compiled(rf"(?:[|•·–—*(（【\[-]\ ?)?(?:{by}|{one_of('author')})\ ?[:：／/]?\ ?")

    @cached_property
    def by_inside(self) -> re.Pattern[str]:
        """“By” further on in a line, behind a number of a date or a mark; “di” and “av” mean too much else there.

        “3 May 2024 by Jo Doe”, “5 min read · By Jo Doe”; “officers named by Jo Doe” tells of him.
        """
        before = r"(?:(?<=\d\ )|(?<=\d,\ )|(?<=[|·•–—:]\ )|(?<=·)|(?<=\d\ [ap]m\ )|(?<=\ Uhr\ )|(?<=\ ago\ ))"
        return _compiled(rf"{before}{one_of('by')}\ (?=[^\W\d_])")

    @cached_property
    def says_by(self) -> re.Pattern[str]:
        """A word of those anywhere in a label."""
        return _compiled(one_of("by", "by_or_of", "author"))

    @cached_property
    def written_by(self) -> re.Pattern[str]:
        """More than a bare “by”: to be trusted far from the headline, too."""
        by = one_of("by", "by_or_of")
        return _compiled(rf"(?:{one_of('before_by')}\ ){{1,6}}{by}|{one_of('author')}\ ?:")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """Between two names."""
        joins = one_of("and", capitals=True)
        return re.compile(rf"\ ?[,;/&|、・]\ ?(?:{joins}\ )?|\ {joins}\ ", re.VERBOSE)

    @cached_property
    def author_again(self) -> re.Pattern[str]:
        """“By” between two names of Chinese: “林小雨 通讯员 周建”."""
        return re.compile(rf"(?<=[一-鿿])\s{one_of('author')}[\s：:]{{1,2}}(?=[一-鿿])")

    @cached_property
    def rest(self) -> re.Pattern[str]:
        """Where the names end."""
        return _compiled(
            rf"""
            \ ?(?:
                [|•·●⋅—–]\  | \ -\  | [(\[（【<>]      # a mark
              | \b\w{{1,40}}@ | https?: | @\w | \d    # an address, a number
              | {one_of("behind_names")}              # “published”, “staff writer”
              | \ {one_of("in")}\                     # where, for whom
            )
            """
        )

    @cached_property
    def role(self) -> re.Pattern[str]:
        """What somebody is."""
        return _compiled(one_of("role"))

    @cached_property
    def desk(self) -> re.Pattern[str]:
        """A word of a name that is no person's."""
        return _compiled(one_of("desk", "team"))

    @cached_property
    def house(self) -> re.Pattern[str]:
        """A word of the name of a house: “Harbour Institute”; not of its team, which may be all the author there is."""
        return _compiled(one_of("desk"))

    @cached_property
    def team(self) -> re.Pattern[str]:
        """The whole name of one."""
        return _compiled(rf"\w[\w&'.\ ]{{0,44}}\ {one_of('team')}")

    @cached_property
    def paper(self) -> re.Pattern[str]:
        """How a newspaper's name ends."""
        return _compiled(rf"{one_of('paper')}\Z")

    @cached_property
    def other_work(self) -> re.Pattern[str]:
        """What opens a line on who did something else: “Photos”, “Reviewed”."""
        return _compiled(one_of("other_work"))

    @cached_property
    def korean(self) -> re.Pattern[str]:
        """A name with the role behind it: “홍길동 기자”."""
        return _compiled(rf"([가-힣]{{2,4}})\ ?{one_of('role_behind')}(?:\ 외\ \d{{1,2}}명)?")

    @cached_property
    def role_behind(self) -> re.Pattern[str]:
        """A role glued to a name: “山田太郎記者”."""
        return _compiled(rf"{one_of('role_behind')}\Z")


@lru_cache(maxsize=1)
def patterns() -> BylinePatterns:
    """The patterns, the same ones at each call.

    >>> said = patterns()
    >>> [said.by.match(line)[0] for line in ("By Jo Doe", "Ein Gastbeitrag von Jo Doe", "przez Jo Doe", "文/李")]
    ['By ', 'Ein Gastbeitrag von ', 'przez ', '文/']
    >>> said.joint.split("Jo Doe, Mara Lind og Ana Ruiz"), said.joint.split("John E Doe")
    (['Jo Doe', 'Mara Lind', 'Ana Ruiz'], ['John E Doe'])
    """
    return BylinePatterns()


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
