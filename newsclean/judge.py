"""The step that asks the rules: which block is what, on which evidence, and how sure?

A block shows traits; only the rules that look at one of these are asked, so plain prose costs nothing.
"""

from __future__ import annotations

from functools import lru_cache

from newsclean.page import Finding, Page
from newsclean.rules import RULES, Rule, rule_name


@lru_cache(maxsize=1024)
def _rules_for(traits: int) -> tuple[tuple[str, Rule], ...]:
    return tuple((rule_name(rule), rule) for gate, rule in RULES if gate & traits)


def judge(page: Page) -> Page:
    return page._replace(findings=tuple(_findings(page, index) for index in range(len(page.blocks))))


def _findings(page: Page, index: int) -> tuple[Finding, ...]:
    block = page.blocks[index]
    found = []
    for name, rule in _rules_for(block.traits):
        finding = rule(block, page)
        if finding is not None:
            found.append(Finding(finding.kind, finding.evidence, finding.strength, name))
    return tuple(found)
