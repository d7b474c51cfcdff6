"""The last step: the Article, built once from what settle decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsclean.article import TEXT_KINDS, Article, Figure, Paragraph, RelatedStory, Segment
from newsclean.figures import figures
from newsclean.page import Block, Finding, Page
from newsclean.paragraphs import paragraphs, pieces
from newsclean.people import authors, dateline
from newsclean.related import related_stories
from newsclean.rules import reasons
from newsclean.stamps import dates


def assemble(page: Page, *, url: str | None = None) -> Article:
    """The Article of a settled page."""
    source, blocks, kinds = page.source, page.blocks, page.kinds
    story = [b for b, k in zip(blocks, kinds, strict=True) if k.kind in TEXT_KINDS]
    story_paragraphs = tuple(
        Paragraph.built({
            "text": group[0].core if len(group) == 1 else "".join(pieces(group, source)),
            "kind": group[0].kind, "start": group[0].start, "end": _core_end(group[-1], source),
        })
        for group in paragraphs(story)
    )  # fmt: skip
    byline = _first(blocks, kinds, "byline")
    place, agency = dateline(story[0].core) if story else (None, None)
    published, modified = dates([b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == "timestamp"])
    warnings = page.warnings if source.strip() else (*page.warnings, "the page is empty")
    return Article.built(
        {
            "title": blocks[page.title].core if page.title >= 0 and kinds[page.title].kind == "title" else None,
            "description": _first(blocks, kinds, "description"),
            "kicker": _first(blocks, kinds, "kicker"),
            "byline": byline,
            "authors": authors([b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == "byline"]),
            "dateline": place,
            "agency": agency,
            "date_published": published,
            "date_modified": modified,
            "url": url,
            "paragraphs": story_paragraphs,
            "text": "\n\n".join([p.text for p in story_paragraphs]),
            "figures": tuple(Figure.built(f) for f in figures(page)),
            "related": tuple(RelatedStory.built(r) for r in related_stories(page)),
            "segments": _segments(source, blocks, kinds),
            "page_type": "article" if story else "empty" if not source.strip() else "stub",
            "is_truncated": any(k.kind == "paywall" and k.strength == "sure" for k in kinds),
            "warnings": warnings,
            "source": source,
        }
    )


def _core_end(b: Block, source: str) -> int:
    """Where the block ends in the source when its cuts are taken off."""
    return len(source[b.start : b.cuts[0].start].rstrip()) + b.start if b.cuts else b.end


def _first(blocks: Sequence[Block], kinds: Sequence[Finding], kind: str) -> str | None:
    return next((b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == kind), None)


@lru_cache(maxsize=1)
def _reasons() -> dict[str, str]:
    return reasons()


def _segments(source: str, blocks: Sequence[Block], kinds: Sequence[Finding]) -> tuple[Segment, ...]:
    """One segment a block, and one for each cut."""
    segments = []
    for b, k in zip(blocks, kinds, strict=True):
        end = _core_end(b, source)
        segments.append(_segment(source, k.kind, b.start, end, k.rule, k.evidence))
        for cut in b.cuts:
            evidence = source[cut.start : cut.end]
            segments.append(_segment(source, cut.kind, cut.start, cut.end, cut.rule, evidence))
    return tuple(segments)


def _segment(source: str, kind: str, start: int, end: int, rule: str, evidence: str) -> Segment:
    return Segment.built(
        {
            "kind": kind, "start": start, "end": end, "text": source[start:end],
            "rule": rule, "reason": _reasons()[rule], "evidence": evidence,
        }
    )  # fmt: skip
