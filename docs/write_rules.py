"""Write docs/rules.md from the rules' docstrings: `python -m docs.write_rules`. A test holds the two equal."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from newsclean.page.page import Rule
from newsclean.rules import RULES, reasons, rule_name

FILE = Path(__file__).with_name("rules.md")
OPENING = """\
# The rules

Written by `docs/write_rules.py` from the docstrings in `newsclean/rules/`; the examples run as tests.

A rule looks at one line of a page and answers with a finding or with nothing; it removes nothing itself. What becomes
of its finding is said in [how-it-works.md](how-it-works.md). A segment's `rule` is one of the names below.
Lines marked with `>` are what the rule finds; where a block of lines has such marks, the others are its surroundings.
"""


def render() -> str:
    """The whole of docs/rules.md."""
    parts = [OPENING]
    family = None
    names = {rule_name(rule) for _, rule in RULES}
    for rule in sorted({rule for _, rule in RULES}, key=_place):
        module = sys.modules[rule.__module__]
        if module is not family:
            family = module
            parts.append(f"## {module.__name__.rpartition('.')[2]}\n\n{_flowing(inspect.getdoc(module) or '')}\n")
        parts.append(_section(rule))
    steps = [f"| `{name}` | {reason} |" for name, reason in reasons().items() if name not in names]
    parts.append(
        "## What is no rule\n\nThe other names that a segment's `rule` may have:\n\n| name | reason |\n|---|---|"
    )
    return "\n".join(parts) + "\n" + "\n".join(steps) + "\n"


def _place(rule: Rule) -> tuple[str, int]:
    """By family, in a family as the rules stand in their file."""
    return rule.__module__, inspect.getsourcelines(rule)[1]


def _section(rule: Rule) -> str:
    text, _, examples = (inspect.getdoc(rule) or "").partition("\nCuts:\n")
    cuts, _, keeps = examples.partition("\nKeeps:\n")
    return (
        f"### {rule_name(rule)}\n\n{_flowing(text)}\n\n"
        f"Finds:\n\n```text\n{_lines(cuts)}\n```\n\nKeeps:\n\n```text\n{_lines(keeps)}\n```\n"
    )


def _flowing(text: str) -> str:
    """Paragraphs with their lines joined."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _lines(examples: str) -> str:
    """Example lines as a page has them; those that a rule finds among others marked with “>”."""
    shown = [line.strip() for line in examples.rstrip().splitlines()]
    has_marks = any(line.startswith("-| ") for line in shown)
    plain = "  " if has_marks else ""
    return "\n".join(
        f"> {line[3:]}" if line.startswith("-| ") else f"{plain}{line[2:]}" if line.startswith("| ") else line
        for line in shown
    )


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
