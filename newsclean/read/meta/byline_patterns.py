"""What bylines are made of, as patterns: “by”, roles, desks, what joins names and what ends them, in all languages.

All look at lines whose white space is collapsed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean.phrases.language_words import one_of


class BylinePatterns(NamedTuple):
    by: re.Pattern[str]  # what a byline opens with: “By”, “This article was written by”, “Autor:”, “文/”
    by_inside: re.Pattern[str]  # “by” further on in a line; “di” and “av” mean too much else there
    says_by: re.Pattern[str]  # a word of those anywhere in a label
    written_by: re.Pattern[str]  # more than a bare “by”: to be trusted far from the headline, too
    joint: re.Pattern[str]  # between two names
    rest: re.Pattern[str]  # where the names end
    role: re.Pattern[str]
    desk: re.Pattern[str]  # a word of a name that is no person's
    team: re.Pattern[str]  # the whole name of one
    paper: re.Pattern[str]  # how a newspaper's name ends
    other_work: re.Pattern[str]  # what opens a line on who did something else: “Photos”, “Reviewed”
    korean: re.Pattern[str]  # a name with the role behind it: “홍길동 기자”
    role_behind: re.Pattern[str]  # a role glued to a name: “山田太郎記者”


@lru_cache(maxsize=1)
def patterns() -> BylinePatterns:
    """The patterns, made once.

    >>> said = patterns()
    >>> [said.by.match(line)[0] for line in ("By Jo Doe", "Ein Gastbeitrag von Jo Doe", "przez Jo Doe", "文/李")]
    ['By ', 'Ein Gastbeitrag von ', 'przez ', '文/']
    >>> said.joint.split("Jo Doe, Mara Lind og Ana Ruiz"), said.joint.split("John E Doe")
    (['Jo Doe', 'Mara Lind', 'Ana Ruiz'], ['John E Doe'])
    """
    by = rf"(?:{one_of('before_by')}\ ){{0,6}}{one_of('by', 'by_or_of')}(?!-)"
    joins = one_of("and", capitals=True)
    return BylinePatterns(
        by=_compiled(rf"(?:[|•·–—*-]\ ?)?(?:{by}|{one_of('author')})\ ?[:：／/]?\ ?"),
        by_inside=_compiled(rf"(?<=\W){one_of('by')}\ (?=[^\W\d_])"),
        says_by=_compiled(one_of("by", "by_or_of", "author")),
        written_by=_compiled(rf"(?:{one_of('before_by')}\ ){{1,6}}{one_of('by', 'by_or_of')}|{one_of('author')}\ ?:"),
        joint=re.compile(rf"\ ?[,;/&|、・]\ ?(?:{joins}\ )?|\ {joins}\ ", re.VERBOSE),
        rest=_compiled(
            rf"""
            \ ?(?:
                [|•·●⋅—–]\  | \ -\  | [(\[（【<>]      # a mark
              | \b\w{{1,40}}@ | https?: | @\w | \d    # an address, a number
              | {one_of("behind_names")}              # “published”, “staff writer”
              | \ {one_of("in")}\                     # where, for whom
            )
            """
        ),
        role=_compiled(one_of("role")),
        desk=_compiled(one_of("desk", "team")),
        team=_compiled(rf"\w[\w&'.\ ]{{0,44}}\ {one_of('team')}"),
        paper=_compiled(rf"{one_of('paper')}\Z"),
        other_work=_compiled(one_of("other_work")),
        korean=_compiled(rf"([가-힣]{{2,4}})\ ?{one_of('role_behind')}(?:\ 외\ \d{{1,2}}명)?"),
        role_behind=_compiled(rf"{one_of('role_behind')}\Z"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
