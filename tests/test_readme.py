"""What the README shows is what happens. Its Python examples run as doctests."""

from __future__ import annotations

import re

from marked import FIXTURES, fixtures

from newsclean import Article, clean_article

ROOT = FIXTURES.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"```bash\n(.*?)\n```", README, re.DOTALL)


def test_two_commands_of_one_line_each() -> None:
    """The README has two commands that need nothing but Python; each is one line."""
    assert len(COMMANDS) == 2
    for command in COMMANDS:
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
        assert all(part.startswith(("python3 ", ".venv/bin/")) for part in command.split(" && "))
    assert COMMANDS[0].endswith("newsclean clean fixtures/raw/drone-factory.txt")
    assert COMMANDS[1].endswith("'.[dev]' && .venv/bin/pytest -n auto")


def test_continuous_integration_runs_the_readmes_commands() -> None:
    """.ci/run takes both commands from the README, so that they cannot drift apart."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")

    assert "readme_command 'newsclean clean'" in script
    assert "readme_command pytest" in script
    assert "pip install -q '.[dev]'" not in script


def test_the_picture_is_what_explain_prints() -> None:
    """Each line of the picture is one that `newsclean explain` prints of the first fixture, in order."""
    match = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert match
    explained = iter(clean_article((FIXTURES / "raw" / "drone-factory.txt").read_bytes()).explain().splitlines())

    for line in match[1].splitlines():
        assert any(printed.startswith(line.removesuffix("…")) for printed in explained), line


def test_the_fields_are_fields() -> None:
    """Every name in the README's table is a field or property of Article."""
    rows = re.findall(r"^\| (`.*?) \|", README, re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert len(names) > 15
    assert names <= {*Article.model_fields, "removed"}


def test_more_than_fifty_look_alikes() -> None:
    """There are as many pages that must stay whole as the README says."""
    assert "more than fifty such pages" in " ".join(README.split())
    assert len(fixtures("spared")) > 50
