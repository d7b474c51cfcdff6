"""The last step: the Article, built once from what settle decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import merge

from newsclean.article.article import Article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.article.parts import Figure, Paragraph, RelatedStory, Segment
from newsclean.assemble.confidence import CUT, of_article, of_blocks
from newsclean.assemble.figures import figures
from newsclean.assemble.people import apart, byline, reconciled
from newsclean.assemble.persons import agency_behind, agency_in
from newsclean.assemble.pictured import html_figures
from newsclean.assemble.related import related_stories
from newsclean.assemble.standfirst import description
from newsclean.assemble.title import title_of
from newsclean.assemble.verdicts import verdict
from newsclean.page.block import Block
from newsclean.page.page import Page
from newsclean.page.paragraphs import paragraphs, pieces
from newsclean.phrases.language_words import words_for
from newsclean.press.datelines import read_dateline
from newsclean.press.dates import read_date
from newsclean.press.makers import makers
from newsclean.press.stamps import dates, is_change, is_label_of_change, is_of_event, reading_minutes
from newsclean.read.meta.titles import site_names
from newsclean.rulebook import given_up, own_reasons
from newsclean.rules import reasons

AD = "ad.label"  # the rule that tells what stands aside
ABOVE, BELOW = 8, 4  # lines above the headline, and below the story's first, in which a stamp is the story's
FURTHER = 10  # lines under the headline in which a byline with a date may stand that nothing nearer gives
OVER = 4  # lines over the headline in which a label is its kicker: elsewhere it is a menu's
UNDER = 3  # lines under it in which one is as well
BEHIND = 2  # lines behind its last


def _kicker(page: Page, authors: Sequence[str]) -> str | None:
    """The label that stands nearest over the headline, else right under it; on a page without one its first line."""
    labels = [
        b
        for b, k in zip(page.blocks, page.kinds, strict=True)
        if k.kind == "kicker"
        and b.core not in authors
        and any(map(str.isalnum, b.core))
        and b.folded not in words_for("in")  # “in” is left of a line that names the section
    ]
    if page.title < 0:
        return labels[0].core if labels and labels[0].number <= UNDER else None
    near = [b for b in labels if page.title - OVER <= b.number <= page.title + UNDER]
    over = [b for b in near if b.number < page.title]
    return over[-1].core if over else near[0].core if near else None


def _stamps(page: Page, story: Sequence[Block]) -> list[str]:
    """The lines that say when the story came out: stamps at the headline, else its byline, else stamps behind it.

    Those further away are of other stories and of comments.
    """
    first = story[0].number if story else 0
    last = story[-1].number if story else len(page.blocks)
    top = page.title if page.title >= 0 else first
    head = range(top - ABOVE, max(top, first) + BELOW)
    tail = range(last + 1, last + 1 + BEHIND)
    further = range(top, top + FURTHER) if page.title >= 0 else head  # a standfirst and a caption may stand between
    lines = [(b, k.kind) for b, k in zip(page.blocks, page.kinds, strict=True) if k.kind in ("timestamp", "byline")]
    for kind, numbers in (("timestamp", head), ("byline", head), ("timestamp", tail), ("byline", further)):
        found = [b for b, its_kind in lines if its_kind == kind and b.number in numbers and not is_of_event(b.core)]
        under = [b for b in found if b.number > page.title >= 0]
        if any(read_date(b.core) and not is_change(b.core) for b in under):
            found = under  # what stands over the headline may be the day on which the page was fetched
        if any(read_date(b.core) for b in found):
            return _with_labels(page, found)
    return []


def _with_labels(page: Page, stamps: Sequence[Block]) -> list[str]:
    """The lines of stamps; one under the label “Updated”, which stands on a line of its own, together with it."""
    lines = []
    for b in stamps:
        label = page.blocks[b.number - 1].core if b.number else ""
        lines.append(f"{label} {b.core}" if is_label_of_change(label) else b.core)
    return lines


def assemble(page: Page, *, url: str | None = None, warnings: Sequence[str] = ()) -> Article:
    """The Article of a page whose blocks have their kinds; `warnings` came up before it was read."""
    source, blocks, kinds = page.source, page.blocks, page.kinds
    story = [b for b, k in zip(blocks, kinds, strict=True) if k.kind in TEXT_KINDS]
    story_paragraphs = Paragraph.all_built(
        {
            "text": group[0].core if len(group) == 1 else "".join(pieces(group, source)),
            "kind": group[0].kind, "start": group[0].start, "end": _core_end(group[-1], source),
        }
        for group in paragraphs(story)
    )  # fmt: skip
    stamps = [b.core for b, k in zip(blocks, kinds, strict=True) if k.kind == "timestamp"]
    printed = byline(page)
    dateline = read_dateline(story[0].core) if story else None
    published, modified = dates(_stamps(page, story))
    meta = page.html and page.html.meta
    authors = reconciled(
        apart(meta.authors, page) if meta else (),
        printed,
        site_names([(meta and meta.site_name) or ""], []),
        meta.authors_elsewhere if meta else (),
    )
    if dateline and not printed.authors and not (meta and meta.authors):
        authors = dateline.reporters or authors
    pictures = figures(page) if page.html is None else html_figures(page, page.html)
    for picture in pictures:
        picture["photographers"], picture["agencies"] = makers(picture["credit"]) if picture["credit"] else ((), ())
    others = related_stories(page)
    title = title_of(page)
    sure = of_blocks(page)
    first = (meta and meta.date_published) or published
    captions = sum([f["caption"] is not None for f in pictures])
    decided = verdict(page, meta, captions, len(others), title=title, is_dated=first is not None)
    return Article.built(
        {
            "title": title,
            "description": description(page, story, meta or None),
            "kicker": _kicker(page, authors),
            "byline": printed.text,
            "authors": authors,
            "dateline": dateline and dateline.place,
            "agency": (dateline and dateline.agency) or agency_in(printed.text or "") or agency_behind(page, story),
            "date_published": first,
            "date_modified": (meta and meta.date_modified) or modified,
            "reading_minutes": reading_minutes(stamps),
            "language": meta and meta.language,
            "url": url or page.address or (meta and meta.url),
            "site_name": meta and meta.site_name,
            "section": meta and meta.section,
            "keywords": meta.keywords if meta else (),
            "paragraphs": story_paragraphs,
            "text": "\n\n".join([p.text for p in story_paragraphs]),
            "figures": Figure.all_built(pictures),
            "related": RelatedStory.all_built(others),
            "segments": _segments(
                page, _reasons() | own_reasons(page.rules) if page.rules or page.patterns else _reasons(), sure
            ),
            "page_type": decided.page_type,
            "is_truncated": bool(decided.truncated_reason),
            "page_type_reason": decided.page_type_reason,
            "truncated_reason": decided.truncated_reason,
            "confidence": of_article(page, sure, decided.page_type),
            "warnings": (
                *warnings,
                *page.warnings,
                *given_up(page),
                *(() if source.strip() else ("the page is empty",)),
                *(("no headline was found",) if story and not title else ()),
            ),
            "source": source,
        }
    )


def _core_end(b: Block, source: str) -> int:
    """Where the block ends in the source when its cuts are taken off."""
    return len(source[b.start : b.cuts[0].start].rstrip()) + b.start if b.cuts else b.end


def _place(b: Block, source: str) -> tuple[int, int, str]:
    """Where a block without its cuts stands and what it says: its own text, if no lines were joined, once in memory."""
    end = _core_end(b, source)
    is_own = b.start + len(b.core) == end and source.startswith(b.core, b.start)
    return b.start, end, b.core if is_own else source[b.start : end]


@lru_cache(maxsize=1)
def _reasons() -> dict[str, str]:
    return reasons()


def _segments(page: Page, why: Mapping[str, str], sure: Sequence[float]) -> tuple[Segment, ...]:
    """One segment a block, and one for each cut; `why` has the reason of each rule, `sure` the blocks' confidence."""
    source = page.source
    ours = (
        (*_place(b, source), k.kind, k.rule, k.evidence, confidence)
        for b, k, confidence in zip(page.blocks, page.kinds, sure, strict=True)
    )
    others = [(*_place(b, source), "ad", AD, b.cues[0].phrase, CUT) for b in page.aside]
    for b in (*page.blocks, *page.aside):
        for cut in b.cuts:
            text = source[cut.start : cut.end]
            others.append((cut.start, cut.end, text, cut.kind, cut.rule, text, CUT))
    return Segment.all_built(
        {
            "kind": kind, "start": start, "end": end, "text": text,
            "rule": rule, "reason": why[rule], "evidence": evidence,
            "confidence": confidence,
        }
        for start, end, text, kind, rule, evidence, confidence in (merge(ours, sorted(others)) if others else ours)
    )  # fmt: skip
