"""The report as one HTML file that needs nothing else: no script, no address but links, everything escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsclean import __version__
from newsclean.article.kinds import TEXT_KINDS
from newsclean.article.parts import Segment
from newsclean.article.show.display import POLICY
from newsclean.article.show.markup import escaped, isolated, link, web_address
from newsclean.article.show.style import HUES
from newsclean.batch.report.charts import histogram, ranked
from newsclean.batch.report.tally import MOST_NAMES, MOST_PIECES, NO_HOST, OTHERS, STEPS, Host, Sample, Shown, Tally
from newsclean.batch.summary import LOW, listed

MOST_ROWS = 25  # of a table of rules or hosts
LEAST_PAGES = 10  # of a host that is named as one of low confidence: fewer may be chance
MOST_SOURCES = 3  # files that are named
MOST_WEAK = 10  # of a table of hosts of low confidence
DETAILS = "As a table"


class Column(NamedTuple):
    """The head of a column of a table."""

    name: str
    is_number: bool = True


def page(tally: Tally, sources: Sequence[str], bad: Counter[str]) -> str:
    """The page; `bad` are the records of which there is no article, by what was wrong."""
    named = ", ".join(sources[:MOST_SOURCES])
    if len(sources) > MOST_SOURCES:
        named += f" and {len(sources) - MOST_SOURCES:,} more"
    sections = [*_sections(tally, bad)] if tally.counts.pages["done"] else []
    links = "".join(f'<li><a href="#{name}">{escaped(title)}</a></li>' for name, title, _ in sections)
    menu = f'<nav aria-label="Sections"><ul>{links}</ul></nav>'
    body = "".join(f'<section><h2 id="{name}">{escaped(head)}</h2>{inner}</section>' for name, head, inner in sections)
    if not sections:
        body = "<p>There is no article in it, so there is nothing to count.</p>" + _bad(bad)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>newsclean report: {escaped(named)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f'<header><h1>What newsclean did</h1><p class="r-faint">{isolated(named)}</p>{_totals(tally, bad)}'
        f"{menu if sections else ''}</header>\n<main>{body}</main>\n"
        f"<footer><p>Written by newsclean {__version__}. Each character of a page is counted once, in its piece. "
        f"Confidence is the F1 of a text's words that is expected.</p></footer>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    text = (files("newsclean") / "batch" / "report" / "style.css").read_text("utf-8")
    hues = "".join(f".r-k-{kind}{{--r-hue:{hue};--r-full:75%}}" for kind, hue in HUES.items())
    return " ".join(f"{text}{hues}".split())


def _totals(tally: Tally, bad: Counter[str]) -> str:
    done, pages = tally.counts.pages["done"], tally.counts.pages
    if not done:
        return ""
    told = [
        ("articles", f"{done:,}"),
        ("of all characters kept as text", _percent(tally.kept, tally.letters)),
        ("pieces taken out", f"{tally.counts.kinds.total():,}"),
        ("mean confidence", _percent(tally.confidence, done)),
        (f"articles of a confidence under {LOW:.0%}", f"{pages['unsure']:,}"),
        ("stories cut off", f"{tally.cut_off:,}"),
        ("articles with a warning", f"{tally.warned:,}"),
    ]
    if bad:
        told.append(("bad records", f"{bad.total():,}"))
    boxes = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in told)
    return f'<dl class="r-totals">{boxes}</dl>'


def _sections(tally: Tally, bad: Counter[str]) -> Iterator[tuple[str, str, str]]:
    """Each section: its name, its title, what is in it."""
    yield "types", "Types of pages", _types(tally)
    yield "kept", "How much of a page is text", _shares(tally)
    yield "confidence", "How sure", _confidence(tally)
    if tally.counts.kinds:
        yield "kinds", "Taken out, by kind", _kinds(tally)
        yield "rules", "Taken out, by rule", _rules(tally)
    yield "hosts", "By host", _hosts(tally)
    if worst := tally.worst.values():
        told = "<p>The stories with the lowest confidence. Each opens to its pieces, what was taken out and why.</p>"
        yield "worst", "Pages to look at first", told + "".join(map(_page, worst))
    if without := tally.without.values():
        told = "<p>A sample of the pages in which no story was found. If one of them has a story, it was lost.</p>"
        yield "without", "Pages without a story", told + "".join(map(_page, without))
    if tally.samples:
        yield "samples", "Samples to check", _samples(tally)
    if bad:
        yield "bad", "Bad records", _bad(bad)


def _types(tally: Tally) -> str:
    counts, done = _most(tally.counts.types), tally.counts.pages["done"]
    rows = [(escaped(name), f"{n:,}", _percent(n, done)) for name, n in counts]
    return ranked("types", "Articles by type of page", counts) + _folded(
        "Articles by type of page", (Column("Type", is_number=False), Column("Articles"), Column("Share")), rows
    )


def _shares(tally: Tally) -> str:
    title = "Pages by the share of their characters that is text"
    if not tally.letters:
        return "<p>No page has any characters.</p>"
    told = (
        f"<p>Of all characters {_percent(tally.kept, tally.letters)} are text. A page that is all text was perhaps "
        "cleaned before; one with very little is a list, a gallery, or worth a look.</p>"
    )
    return told + histogram("kept", title, tally.shares) + _steps(title, tally.shares)


def _confidence(tally: Tally) -> str:
    title = "Pages by confidence"
    unsure = tally.counts.pages["unsure"]
    told = (
        f"<p>{unsure:,} of {tally.counts.pages['done']:,} articles have a confidence under {LOW:.0%}: the columns of "
        "the other colour. These are worth a look.</p>"
    )
    return told + histogram("confidence", title, tally.confidences, LOW) + _steps(title, tally.confidences)


def _steps(title: str, steps: Sequence[int]) -> str:
    total = sum(steps)
    rows = [
        (f"{100 * i // STEPS}–{100 * (i + 1) // STEPS}%", f"{n:,}", _percent(n, total)) for i, n in enumerate(steps)
    ]
    return _folded(title, (Column("From–to", is_number=False), Column("Pages"), Column("Share")), rows)


def _kinds(tally: Tally) -> str:
    counts, done = _most(tally.counts.kinds), tally.counts.pages["done"]
    columns = ("Pieces", "Characters", "of all characters", "Pages with it", "of all pages")
    rows = [
        (
            _kind(kind), f"{n:,}", f"{tally.kind_letters[kind]:,}", _percent(tally.kind_letters[kind], tally.letters),
            f"{tally.kind_pages[kind]:,}", _percent(tally.kind_pages[kind], done),
        )
        for kind, n in counts
    ]  # fmt: skip
    title = "Pieces taken out, by kind"
    chart = ranked("kinds", title, [(kind.replace("_", " "), n) for kind, n in counts])
    return chart + _folded(title, (Column("Kind", is_number=False), *map(Column, columns)), rows)


def _rules(tally: Tally) -> str:
    counts = _most(tally.counts.rules)
    title = f"Pieces taken out, by rule: the {MOST_ROWS} most frequent" if len(counts) > MOST_ROWS else (
        "Pieces taken out, by rule"
    )  # fmt: skip
    rows = [
        (
            f'<code>{isolated(rule)}</code><span class="r-why">{isolated(tally.reasons.get(rule, ""))}</span>',
            f"{n:,}", f"{tally.rule_letters[rule]:,}",
        )
        for rule, n in counts[:MOST_ROWS]
    ]  # fmt: skip
    table = _folded(title, (Column("Rule", is_number=False), Column("Pieces"), Column("Characters")), rows)
    rest = _rest(len(counts), "rules", sum(n for _, n in counts[MOST_ROWS:]), "pieces")
    return ranked("rules", title, counts[:MOST_ROWS]) + table + rest


def _hosts(tally: Tally) -> str:
    if set(tally.hosts) == {NO_HOST}:
        return "<p>No article has an address, so hosts cannot be told: newsclean batch takes it from --url.</p>"
    largest = sorted(tally.hosts.items(), key=lambda host: (-host[1].pages, host[0]))
    shown = largest[:MOST_ROWS]
    title = "Share of characters taken out, by host"
    if len(largest) > MOST_ROWS:
        title += f": the {MOST_ROWS} with most pages"
    shares = [(name, 1 - host.kept / host.letters if host.letters else 0) for name, host in shown]
    chart = ranked("hosts", title, shares, percent=True)
    rest = _rest(len(largest), "hosts", sum(host.pages for _, host in largest[MOST_ROWS:]), "pages")
    if OTHERS in tally.hosts:
        rest += f"<p>Hosts behind the first {MOST_NAMES:,} are counted together as “{OTHERS}”.</p>"
    parts = [f"<p>{title}.</p>", chart, _folded(title, HOST_COLUMNS, map(_host, shown)), rest]
    weak = [
        (name, host)
        for name, host in largest
        if host.pages >= LEAST_PAGES and host.unsure and name not in (NO_HOST, OTHERS)
    ]
    weak.sort(key=lambda item: (item[1].confidence / item[1].pages, item[0]))
    if weak and len(largest) > 1:
        told = f"Hosts of {LEAST_PAGES} pages or more with the lowest mean confidence"
        parts += [f"<h3>{told}</h3>", _table(told, HOST_COLUMNS, map(_host, weak[:MOST_WEAK]))]
    return "".join(parts)


HOST_COLUMNS = (
    Column("Host", is_number=False), Column("Pages"), Column("Taken out"), Column("Pieces out, a page"),
    Column("Mean confidence"), Column(f"Under {LOW:.0%}"),
)  # fmt: skip


def _host(item: tuple[str, Host]) -> Sequence[str]:
    name, host = item
    return (
        isolated(name), f"{host.pages:,}", _percent(host.letters - host.kept, host.letters),
        f"{host.removed / host.pages:,.1f}", _percent(host.confidence, host.pages), f"{host.unsure:,}",
    )  # fmt: skip


def _page(shown: Shown) -> str:
    """A page to look at: what it is, why it is so sure of it, what was taken out; and its pieces, to be opened."""
    row, share, pieces, kinds = shown
    title = f"<bdi>{link(row.url, escaped(row.title or 'Without a title'))}</bdi>"
    head = f'<h3><span class="r-sure">{row.confidence:.0%}</span>{title}</h3>'
    told = [f"<bdi>{escaped(row.id)}</bdi>", f"{row.page_type}: {isolated(row.page_type_reason)}"]
    if share is not None:
        told.append(f"{share:.0%} kept")
    if row.truncated_reason:
        told.append(f"cut off: {isolated(row.truncated_reason)}")
    told += [f"warning: {isolated(warning)}" for warning in row.warnings]
    inner = f'{head}<p class="r-told">{" · ".join(told)}</p>'
    if pieces:
        n = kinds.total()
        summary = f"{n:,} taken out: {listed(kinds)}" if n else "Nothing taken out"
        first = f"<p>Its first {MOST_PIECES} pieces:</p>" if len(pieces) == MOST_PIECES else ""
        table = _pieces(row.title or row.id, [(piece, "") for piece in pieces])
        inner += f"<details><summary>{escaped(summary)}</summary>{first}{table}</details>"
    return f'<article class="r-page">{inner}</article>'


def _samples(tally: Tally) -> str:
    """Some pieces of each kind, those that are taken out first."""
    told = (
        "<p>Drawn by lot, the same each time, each from another page. If one is of the wrong kind, its page is the "
        "place to begin.</p>"
    )
    parts = [told]
    for kind in sorted(tally.samples, key=lambda kind: (kind in TEXT_KINDS, -tally.counts.kinds[kind], kind)):
        rows = [(sample.piece, _origin(sample)) for sample in tally.samples[kind].values()]
        name = kind.replace("_", " ")
        n = f", {tally.counts.kinds[kind]:,} taken out" if kind in tally.counts.kinds else ", kept"
        parts.append(f"<details><summary>{escaped(name)}{n}</summary>{_pieces(f'Samples of {name}', rows)}</details>")
    return "".join(parts)


def _origin(sample: Sample) -> str:
    row = sample.row
    text = f"on <bdi>{escaped(row.id)}</bdi>"
    return f"{text}, {link(row.url, 'open the page')}" if web_address(row.url) else text


def _pieces(caption: str, pieces: Iterable[tuple[Segment, str]]) -> str:
    """A table of pieces, each with its reason and, where there is one, with what is said of its page."""
    rows = []
    for piece, origin in pieces:
        why = [
            f"<code>{isolated(piece.rule)}</code>",
            f"{piece.confidence:.0%}",
            isolated(piece.reason.removesuffix(".")),
        ]
        if piece.evidence:
            why.append(f"evidence: {isolated(piece.evidence)}")
        why += [origin] if origin else []
        words = f'<span class="r-words" dir="auto">{escaped(piece.text)}</span>'
        rows.append((_kind(piece.kind), f'{words}<span class="r-why">{" · ".join(why)}</span>'))
    columns = (Column("Kind", is_number=False), Column("Piece, and why", is_number=False))
    return _table(caption, columns, rows, " r-pieces")


def _bad(bad: Counter[str]) -> str:
    if not bad:
        return ""
    rows = [(isolated(name), f"{n:,}") for name, n in _most(bad)[:MOST_ROWS]]
    told = "<p>Records without an article. The file .errors.jsonl beside the articles says what is wrong with each.</p>"
    return told + _table("Bad records", (Column("Error", is_number=False), Column("Records")), rows)


def _kind(kind: str) -> str:
    return f'<span class="r-kind r-k-{escaped(kind)}">{escaped(kind.replace("_", " "))}</span>'


def _folded(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    return f"<details><summary>{DETAILS}</summary>{_table(caption, columns, rows)}</details>"


def _table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], name: str = "") -> str:
    """A table of cells that are HTML already."""
    number = ' class="r-n"'
    head = "".join(f'<th scope="col"{number if c.is_number else ""}>{escaped(c.name)}</th>' for c in columns)
    lines = (
        "".join(f"<td{number if c.is_number else ''}>{cell}</td>" for c, cell in zip(columns, row, strict=True))
        for row in rows
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        f'<table class="r-table{name}" aria-label="{escaped(caption)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _rest(n: int, what: str, left: int, of: str) -> str:
    """What is said of the names that are not shown."""
    return f'<p class="r-faint">{n - MOST_ROWS:,} more {what} have {left:,} {of}.</p>' if n > MOST_ROWS else ""


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _percent(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole else "–"
