"""Write docs/rules.md from the rules' docstrings: `python -m docs.write_rules`. A test holds the two equal."""

from __future__ import annotations

import inspect
import sys
import textwrap
from pathlib import Path

from newsclean.page.page import Rule
from newsclean.rules import RULES, family, reasons, rule_name

FILE = Path(__file__).with_name("rules.md")
OPENING = """\
# The rules

Written by `docs/write_rules.py` from the docstrings in `newsclean/rules/`; the examples run as tests.

A rule looks at one line of a page and answers with a finding or with nothing; it removes nothing itself. What becomes
of its finding is said in [how-it-works.md](how-it-works.md). A segment's `rule` is one of the names below.

Before each line that a rule finds stands how sure it is: `sure` or `hint`; then the kind, where it is another than the
family's: `sure caption_repeat | …`. A line with nothing before its `|` is one about which the rule says nothing.
Lines that stand together, some found and some not, are one page. A rule may also speak for the story: then the kind is
one that stays in the text, and the line stands under “Keeps”.
"""


def render() -> str:
    """The whole of docs/rules.md."""
    parts = [OPENING]
    last = None
    names = {rule_name(rule) for _, rule in RULES}
    for rule in sorted({rule for _, rule in RULES}, key=_place):
        if family(rule) != last:
            last = family(rule)
            about = inspect.getdoc(sys.modules[f"newsclean.rules.{last}"])
            parts.append(f"## {last}\n\n{_flowing(about or '')}\n")
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
    before, _, keeps = (inspect.getdoc(rule) or "").partition("\nKeeps:\n")
    text, _, cuts = before.partition("\nCuts:\n")
    parts = [f"### {rule_name(rule)}\n\n{_flowing(text)}\n"]
    parts += [
        f"{title}\n\n```text\n{_lines(lines)}\n```\n" for title, lines in (("Finds:", cuts), ("Keeps:", keeps)) if lines
    ]
    return "\n".join(parts)


def _flowing(text: str) -> str:
    """Paragraphs with their lines joined."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _lines(examples: str) -> str:
    """Example lines as the docstring has them."""
    return textwrap.dedent(examples).strip("\n").rstrip()


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
