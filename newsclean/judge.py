"""The step that asks the rules: which block is what, on which evidence, and how sure?

A block shows traits; only the rules that look at one of these are asked, so plain prose costs nothing.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from newsclean.article.kinds import TEXT_KINDS
from newsclean.page.block import Block, Finding
from newsclean.page.made import made
from newsclean.page.page import Page, Rule
from newsclean.rulebook import own_findings, pattern_findings
from newsclean.rules import ANYWHERE, IN_HTML, RULES, rule_name
from newsclean.rules.site import recurring

# Where several rules speak of one block, the more special kind is named first, whatever the order of the rules.
RANK = {
    kind: n
    for n, kind in enumerate((
        "slug", "title", "title_repeat", "kicker", "description", "byline", "author_bio", "timestamp", "caption",
        "caption_repeat", "credit", "related", "repeat", "promo", "share", "ad", "paywall", "media", "notice",
        "navigation", "agency", "other", *sorted(TEXT_KINDS),
    ))
}  # fmt: skip
BEFORE_NAME = Finding._fields.index("rule")  # fields that a rule fills
FIRM = "markup.picture"  # what the markup makes of a picture goes before all
LOOKED_AT = reduce(or_, (gate for gate, _ in RULES))
NAMED, NAMED_IN_HTML = (tuple((gate, (rule_name(rule), rule)) for gate, rule in rules) for rules in (ANYWHERE, IN_HTML))


@lru_cache(maxsize=4096)
def _rules_for(traits: int, *, has_markup: bool) -> tuple[tuple[str, Rule], ...]:
    """The rules that look at any of these traits: a combination of a dozen bits, seen again and again."""
    asked = NAMED + NAMED_IN_HTML if has_markup else NAMED
    return tuple([named for gate, named in asked if gate & traits])


def judge(page: Page) -> Page:
    """The page with what the rules find of each block, the user's first."""
    if page.rules or page.patterns:
        page, by_pattern = pattern_findings(page)
        ours = [_findings(b, page) for b in page.blocks]
        found = [
            (*own_findings(b, page), *some, *more) for b, some, more in zip(page.blocks, by_pattern, ours, strict=True)
        ]
    else:
        found = [_findings(b, page) for b in page.blocks]
    return page._replace(
        findings=tuple([_of_kinds(some, stays=False) if some else () for some in found]),
        witnesses=tuple([_of_kinds(some, stays=True) if some else () for some in found]),
        recurring=recurring(page, page.site, found) if page.site else (),
    )


def _of_kinds(found: tuple[Finding, ...], *, stays: bool) -> tuple[Finding, ...]:
    """Those of a kind that stays in the text, or the others."""
    if len(found) == 1:  # most of the lines of which anything is found
        return found if (found[0].kind in TEXT_KINDS) == stays else ()
    return tuple([f for f in found if (f.kind in TEXT_KINDS) == stays])


def _findings(block: Block, page: Page) -> tuple[Finding, ...]:
    if not block.traits & LOOKED_AT:
        return ()
    found = []
    for name, rule in _rules_for(block.traits & LOOKED_AT, has_markup=page.html is not None):
        finding = rule(block, page)
        if finding is not None:
            found.append(made(Finding, (*finding[:BEFORE_NAME], name)))
    if len(found) > 1:
        found.sort(key=_rank)
    return tuple(found)


def _rank(finding: Finding) -> tuple[bool, int, str]:
    return finding.rule != FIRM, RANK[finding.kind], finding.rule
