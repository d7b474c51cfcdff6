"""The whole page, piece by piece: what each was taken for, why, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.article.kinds import TEXT_KINDS
from newsclean.article.parts import Segment
from newsclean.article.show.glance import left_out, unfold
from newsclean.article.show.markup import element, escaped, isolated, language, words

UNFOLDED = 40  # pieces of a long page that are shown at once
MOST_FOLDED = 10  # a page that is longer by no more than these is not folded
# Kinds of which there is one name for one and for many.
UNCOUNTED = frozenset({"related", "share", "navigation", "media", "other", "site", "paywall", "agency", "author_bio"})


def removed(segments: Sequence[Segment], code: str | None, most: int | None) -> str:
    """One line that says what was taken out, which opens the page with every piece in the colour of its kind.

    `most` is how many pieces are shown at most: a notebook keeps all that it shows.
    """
    if not segments:
        return ""
    summary = f"<summary>{escaped(summed(segments))}</summary>"
    is_long = len(segments) > UNFOLDED + MOST_FOLDED
    shown = segments[:most]
    rows = "".join(_row(s, is_far=n >= UNFOLDED and is_long) for n, s in enumerate(shown))
    parts = [_legend(segments), element("ul", "segments", rows, f' role="list"{language(code)}')]
    if is_long:
        parts.append(unfold(f"Show all {len(shown)} pieces"))
    parts.append(left_out(len(segments) - len(shown), "segments"))
    return element("details", "removed", summary + element("div", "page nc-long", "".join(parts)), ' lang="en"')


def summed(segments: Sequence[Segment]) -> str:
    """What was taken out, the most frequent first: “12 pieces out: 5 share, 4 related, 3 captions”."""
    counts = Counter[str](s.kind for s in segments if s.kind not in TEXT_KINDS)
    if not counts:
        return "Nothing taken out"
    kinds = ", ".join(f"{n} {_named(kind, n)}" for kind, n in _ranked(counts))
    return f"{_thousands(counts.total())} {'piece' if counts.total() == 1 else 'pieces'} out: {kinds}"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _named(kind: str, n: int) -> str:
    return kind.replace("_", " ") + ("s" if n > 1 and kind not in UNCOUNTED else "")


def _thousands(n: int) -> str:
    return f"{n:,}"


def _legend(segments: Sequence[Segment]) -> str:
    """The kinds with their colours and counts; ticking some shows only these."""
    counts = _ranked(Counter[str](s.kind for s in segments))
    boxes = (
        f'<label class="nc-chip nc-k-{kind}"><input type="checkbox" class="nc-only nc-only-{kind}"> '
        f"{escaped(kind.replace('_', ' '))} <b>{_thousands(n)}</b></label>"
        for kind, n in sorted(counts, key=lambda item: item[0] in TEXT_KINDS)
    )
    return element("fieldset", "legend", f"<legend>Show only</legend>{' '.join(boxes)}")


def _row(s: Segment, *, is_far: bool) -> str:
    name = f"segment nc-k-{s.kind}{'' if s.kind in TEXT_KINDS else ' nc-out'}{' nc-far' if is_far else ''}"
    kind = element("span", "kind", escaped(s.kind.replace("_", " ")), ' lang="en"')
    return element("li", name, kind + words("span", "words", s.text) + _why(s), ' tabindex="0"')


def _why(s: Segment) -> str:
    """The card at a piece, which is seen while the mouse or the keyboard is on it."""
    sure = f" · confidence {s.confidence:.0%}"
    lines = [f"<code>{escaped(s.rule)}</code>{sure}", isolated(s.reason)]
    if s.evidence:
        lines.append(f"Evidence: {isolated(s.evidence)}")
    return element("span", "why", "<br>".join(lines), ' lang="en" hidden')
