"""Pages for tests of one step: made by the real steps before it, of lines whose margin says what the test asks."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS, Kind
from newsclean.judge import judge
from newsclean.measure.measure import measure
from newsclean.page.block import Finding
from newsclean.page.page import Page
from newsclean.phrases.lexicon import lexicon
from newsclean.read.read import Form, read
from newsclean.trim import trim

BAR = "|"
STAYS: Kind = "paragraph"  # what a blank margin says


def judged(raw: str, form: Form = "text") -> Page:
    """The page with the findings of all rules, before anything is settled."""
    return judge(measure(trim(read(raw, url=None, form=form, words=lexicon(None)))))


def margins(lines: str) -> tuple[list[str], str]:
    r"""What stands before the bar of each line, and the page of what stands behind it, its lines a blank one apart.

    >>> margins('''
    ... title | Pumps
    ...       | It rained.
    ... ''')
    (['title', ''], 'Pumps\n\nIt rained.')
    """
    rows = [line.partition(BAR) for line in lines.strip("\n").split("\n")]
    return [margin.strip() for margin, _, _ in rows], "\n\n".join(text.strip() for _, _, text in rows)


def judged_lines(lines: str) -> tuple[Page, list[str]]:
    """The judged page of these lines, each a block, and their margins."""
    found, raw = margins(lines)
    page = judged(raw)
    assert len(page.blocks) == len(found), [b.text for b in page.blocks]
    return page, found


def settled(lines: str) -> Page:
    """The page of these lines settled so: each line of the kind of its margin, with a blank one of the story."""
    page, found = judged_lines(lines)
    return with_kinds(page, found)


def with_kinds(page: Page, kinds: Sequence[str]) -> Page:
    """The page as if each of its blocks had been settled as this kind, "" for one of the story."""
    return page._replace(kinds=tuple(Finding(kind or STAYS, "", "sure", "story.path") for kind in kinds))  # type: ignore[arg-type]


def in_story(found: Sequence[str]) -> list[bool]:
    """Which margins are of the story."""
    return [not margin or margin in TEXT_KINDS for margin in found]
