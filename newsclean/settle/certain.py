"""What is certain of a block, and what is plain: prose against which nothing speaks."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.page.block import Block, Finding, is_own
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph, is_prose

# Who is right where a sure finding stands against a sure witness: the first that is named, by rule or by family (“own”
# is what the user says); of equals the witness. What is not named among those against is weaker than any witness.
RANKING = (
    "own", "markup.picture", "teaser.next_article", "slug", "title.headline", "story.interview", "title.repeat",
    "repeat", "scene.filed", "story.dateline", "leftover", "story",
)  # fmt: skip


def known(page: Page) -> list[bool | None]:
    """What is certain of each block: that it is of the story, that it is not, or None."""
    return [
        _known(found, witnesses) if found or witnesses else None
        for found, witnesses in zip(page.findings, page.witnesses, strict=True)
    ]


def _known(found: Sequence[Finding], witnesses: Sequence[Finding]) -> bool | None:
    """The same of one block of which something is found."""
    against, witness = sure(found), sure(witnesses)
    if witness is None:
        return None if against is None else False
    return against is None or _rank(witness) <= min(map(_rank, filter(_is_sure, found)))


def sure(findings: Sequence[Finding]) -> Finding | None:
    """The first sure finding."""
    for f in findings:  # asked of all blocks again and again: of most there are none, and a generator costs more
        if f.strength == "sure":
            return f
    return None


def _is_sure(finding: Finding) -> bool:
    return finding.strength == "sure"


def _rank(finding: Finding) -> int:
    family = "own" if is_own(finding) else finding.rule.partition(".")[0]
    return next((n for n, name in enumerate(RANKING) if name in (finding.rule, family)), len(RANKING))


def is_plain(b: Block, findings: Sequence[Finding], title: int = -1) -> bool:
    """Whether a block is prose against which nothing speaks. A paragraph may say again what the headline says."""
    return is_prose(b) and speaks_nothing(b, findings, title)


def is_plain_paragraph(page: Page, i: int) -> bool:
    return page.blocks[i].words >= PARAGRAPH_WORDS and is_plain(page.blocks[i], page.findings[i], page.title)


def speaks_nothing(b: Block, findings: Sequence[Finding], title: int = -1) -> bool:
    """Whether nothing speaks against a block: no rule, and no line that says the same."""
    return not findings and not repeats(b, title)


def repeats(b: Block, title: int) -> bool:
    """Whether another block says what this one does; of a story's first paragraph the headline does as well."""
    if b.twin >= 0 or b.echo < 0:
        return b.twin >= 0
    return b.echo != title or not is_paragraph(b)
