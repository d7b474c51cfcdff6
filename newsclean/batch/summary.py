"""What a run came to: how many pages of which type, and what was taken out, by kind and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.article.article import Article

SHOWN = 12  # rules that are named; the rest is a number
WIDTH = 100
LOW = 0.75  # of Article.confidence: such articles are worth a person's look


class Counts(NamedTuple):
    """How often what was seen. It is kept with what is safe of a run, so that it is right after a kill."""

    pages: Counter[str]
    """done, failed, and unsure: done with a confidence under LOW."""
    types: Counter[str]
    kinds: Counter[str]
    rules: Counter[str]

    @classmethod
    def of(cls, values: Mapping[str, Mapping[str, int]]) -> Counts:
        """The counts that `as_dict` gave."""
        return cls(*(Counter(values.get(field, {})) for field in cls._fields))

    def as_dict(self) -> dict[str, dict[str, int]]:
        """Plain values, in an order that does not depend on the run."""
        return {field: dict(sorted(counter.items())) for field, counter in self._asdict().items()}


class Seen(NamedTuple):
    """What of an article is counted."""

    page_type: str
    kinds: dict[str, int]
    rules: dict[str, int]
    is_unsure: bool


def seen(article: Article) -> Seen:
    """The page's type, and how many pieces were taken out of its text, by kind and by rule."""
    return seen_as(article.page_type, article.confidence, [(s.kind, s.rule) for s in article.removed])


def seen_as(page_type: str, confidence: float, removed: Sequence[tuple[str, str]]) -> Seen:
    """The same of an article of this type and confidence; `removed`: kind and rule of each piece taken out."""
    return Seen(
        page_type, Counter(kind for kind, _ in removed), Counter(rule for _, rule in removed),
        is_unsure=confidence < LOW,
    )  # fmt: skip


def add(counts: Counts, new: Seen) -> None:
    """Counts one article more."""
    counts.pages["done"] += 1
    counts.pages["unsure"] += new.is_unsure
    counts.types[new.page_type] += 1
    counts.kinds.update(new.kinds)
    counts.rules.update(new.rules)


def summary(counts: Counts) -> str:
    """The counts, in a few lines."""
    done, failed = counts.pages["done"], counts.pages["failed"]
    head = f"{done:,} article{'' if done == 1 else 's'}, {failed:,} bad record{'' if failed == 1 else 's'}"
    if unsure := counts.pages["unsure"]:
        head += f", {unsure:,} of a confidence under {LOW:.0%}"
    parts = (("page types", counts.types), ("taken out", counts.kinds), ("by rule", counts.rules))
    return "\n".join([head, *(f"  {name:<10}  {listed(counter)}" for name, counter in parts if counter)])


def listed(counter: Counter[str]) -> str:
    """The names that are counted, the most frequent first, those of one count by name.

    >>> listed(Counter(share=1, caption=1200, ad=1))
    'caption 1,200 · ad 1 · share 1'
    """
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{name} {n:,}" for name, n in ranked[:SHOWN]]
    rest = sum(n for _, n in ranked[SHOWN:])
    return " · ".join([*shown, *([f"{len(ranked) - SHOWN} more, together {rest:,}"] if rest else [])])
