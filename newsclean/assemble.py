"""The last step: the Article, built once from what settle decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from newsclean.article import TEXT_KINDS, Article
from newsclean.figures import figures
from newsclean.page import Block, Finding, Page
from newsclean.people import authors, dateline
from newsclean.related import related_stories
from newsclean.rules import reasons
from newsclean.stamps import dates


def assemble(page: Page, *, url: str | None = None) -> Article:
    """The Article of a settled page."""
    source, blocks, kinds = page.source, page.blocks, page.kinds
    story = [b for b, k in zip(blocks, kinds, strict=True) if k.kind in TEXT_KINDS]
    paragraphs = [{"text": b.core, "kind": b.kind, "start": b.start, "end": _core_end(b)} for b in story]
    byline = _first(blocks, kinds, "byline")
    place, agency = dateline(story[0].core) if story else (None, None)
    published, modified = dates([b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == "timestamp"])
    warnings = page.warnings if source.strip() else (*page.warnings, "the page is empty")
    return Article.model_validate(
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
            "paragraphs": paragraphs,
            "text": "\n\n".join(b.core for b in story),
            "figures": figures(page),
            "related": related_stories(page),
            "segments": _segments(source, blocks, kinds),
            "page_type": "article" if story else "empty" if not source.strip() else "stub",
            "is_truncated": any(k.kind == "paywall" and k.strength == "sure" for k in kinds),
            "warnings": warnings,
            "source": source,
        }
    )


def _core_end(b: Block) -> int:
    return b.end - (len(b.text) - len(b.core)) if b.cuts else b.end


def _first(blocks: Sequence[Block], kinds: Sequence[Finding], kind: str) -> str | None:
    return next((b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == kind), None)


@lru_cache(maxsize=1)
def _reasons() -> dict[str, str]:
    return reasons()


def _segments(source: str, blocks: Sequence[Block], kinds: Sequence[Finding]) -> list[dict[str, Any]]:
    """One segment a block, and one for each cut."""
    why = _reasons()
    segments = []
    for b, k in zip(blocks, kinds, strict=True):
        end = _core_end(b)
        segments.append(
            {
                "kind": k.kind, "start": b.start, "end": end, "text": source[b.start : end],
                "rule": k.rule, "reason": why.get(k.rule, ""), "evidence": k.evidence,
            }
        )  # fmt: skip
        for cut in b.cuts:
            text = source[cut.start : cut.end]
            segments.append(
                {
                    "kind": cut.kind, "start": cut.start, "end": cut.end, "text": text,
                    "rule": cut.rule, "reason": why.get(cut.rule, ""), "evidence": text,
                }
            )  # fmt: skip
    return segments
