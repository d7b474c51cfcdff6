"""What the laws of newsclean ask of any article: checks that the tests and the fuzzer share."""

from __future__ import annotations

import json
from collections.abc import Iterable

from newsclean import Article
from newsclean.article.explain import unmarked
from newsclean.article.kinds import TEXT_KINDS
from newsclean.record import json_record


def check_tiling(a: Article) -> None:
    """Law 1: in order, disjoint, each as it stands in the source, and no character but white space outside of them."""
    end = 0
    for s in a.segments:
        assert not a.source[end : s.start].strip(), f"in no segment: {a.source[end : s.start]!r}"
        assert end <= s.start < s.end, f"out of order: {s}"
        assert s.text == a.source[s.start : s.end]
        end = s.end
    assert not a.source[end:].strip(), f"in no segment: {a.source[end:]!r}"
    for p in a.paragraphs:
        assert squeezed(p.text) == squeezed(a.source[p.start : p.end])
    for f in a.figures:
        assert all(0 <= start < end <= len(a.source) for start, end in f.spans)
        assert 0 <= f.position <= len(a.paragraphs)
    for r in a.related:
        assert squeezed(r.title) == squeezed(a.source[r.start : r.end])


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def check_nothing_invented(a: Article) -> None:
    """Law 2: the text is its segments that are in the text, in order; only white space differs."""
    in_text = "".join(s.text for s in a.segments if s.kind in TEXT_KINDS)
    assert squeezed(a.text) == squeezed(in_text)
    assert a.text == "\n\n".join(p.text for p in a.paragraphs)


def check_written(a: Article) -> None:
    """Law 4: an article can be written as JSON and read again, as record and data, and shown in every form."""
    assert Article.model_validate_json(a.model_dump_json()) == a
    assert json.dumps(json_record(a.to_record()))
    assert json.dumps(a.to_schema_org())
    assert repr(a).startswith("<Article")
    assert unmarked(a.explain()) == a.source
    assert a._repr_html_().startswith("<div")


def cut_sentences(a: Article, sentences: Iterable[str]) -> list[str]:
    """Law 7: those of the sentences, each standing once on the page, of which a part is in the text and a part not."""
    spans = [(s.start, s.end) for s in a.segments if s.kind in TEXT_KINDS]
    cut = []
    for sentence in sentences:
        start = a.source.find(sentence)
        if start < 0 or a.source.find(sentence, start + 1) >= 0:
            continue
        end = start + len(sentence)
        inside = [a.source[max(start, first) : min(end, behind)] for first, behind in spans]
        held = sum([len(squeezed(piece)) for piece in inside])
        if 0 < held < len(squeezed(sentence)):
            cut.append(sentence)
    return cut


def check_verdict(a: Article) -> None:
    """Law 8: where nothing is left of a page, its type says so, and a reason why."""
    if not a.text.strip():
        assert a.page_type != "article", "an article without a text"
        assert a.page_type_reason
