"""`newsclean report`: what it counts, what it says of files that it cannot count, and that memory does not grow."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from marked import FIXTURES

from newsclean import Article, clean_article
from newsclean.article.parts import Segment
from newsclean.batch.parquet import schema
from newsclean.batch.report import tally as tallies
from newsclean.batch.report.charts import label, ranked
from newsclean.batch.report.lowest import Lowest, drawn
from newsclean.batch.report.page import page
from newsclean.batch.report.rows import NEEDED, Row
from newsclean.batch.report.tally import OTHERS, SAMPLES, WITHOUT, WORST, Tally
from newsclean.batch.summary import LOW, Counts, add, seen
from newsclean.cli import main
from newsclean.record import COLUMNS, json_record

PAGES = sorted([*(FIXTURES / "html").glob("*.html"), *(FIXTURES / "raw").glob("*.txt")])
AT = "https://www.harbourpost.example/{}"
ARTICLES = {
    path.name: clean_article(path.read_bytes(), url=AT.format(n)) for n, path in enumerate(PAGES)
} | {"nothing": clean_article("")}  # fmt: skip


def records() -> list[dict[str, Any]]:
    """A record for each article, as batch writes it."""
    return [{"id": name, **article.to_record()} for name, article in ARTICLES.items()]


def write(file: Path, rows: list[dict[str, Any]]) -> Path:
    """A file as batch writes it: Parquet or lines, by its name."""
    if file.suffix == ".parquet":
        names = [column.name for column in COLUMNS if column.name in rows[0]]
        pq.write_table(pa.Table.from_pylist(rows, schema(names)), file, row_group_size=4)
        return file
    text = "".join(json.dumps(json_record(row)) + "\n" for row in rows).encode()
    file.write_bytes(gzip.compress(text) if file.suffix == ".gz" else text)
    return file


def reported(*files: Path) -> str:
    """The page that the command writes for these files, without their names."""
    out = files[0].with_name("report.html")
    assert main(["report", *map(str, files), "-o", str(out)]) == 0
    return without_names(out.read_text("utf-8"))


def without_names(text: str) -> str:
    """A page but for what it says of its files."""
    return re.sub(r"newsclean report: .*?</title>|<bdi>.*?</bdi>(?=</p><dl)", "", text)


def row(n: int, **values: Any) -> Row:  # noqa: ANN401 -- of the fields of Row
    """A row of two pieces, one of them kept."""
    pieces = (segment("paragraph", "The pumps arrived.", 0), segment("share", "Share", 20))
    given = {
        "number": n, "id": f"page {n}", "url": AT.format(n), "title": f"Pump {n}", "page_type": "article",
        "page_type_reason": "a story was found", "truncated_reason": "", "confidence": 0.9, "warnings": (),
        "kinds": [s.kind for s in pieces], "rules": [s.rule for s in pieces], "lengths": [18, 5],
        "pieces": partial(tuple, pieces),
    }  # fmt: skip
    return Row(**{**given, **values})


def segment(kind: str, text: str, start: int) -> Segment:
    values = {"kind": kind, "text": text, "start": start, "end": start + len(text), "rule": f"{kind}.rule"}
    return Segment.model_validate({**values, "reason": "A reason.", "evidence": ""})


def counted(*rows: Row) -> Tally:
    tally = Tally()
    for one in rows:
        tally.add(one)
    return tally


# What is counted


def test_it_counts_what_the_batch_counted(tmp_path: Path) -> None:
    """Types, kinds and rules are those of the summary; characters are those of the pieces."""
    text = reported(write(tmp_path / "out.parquet", records()))
    counts = Counts.of({})
    for article in ARTICLES.values():
        add(counts, seen(article))
    pieces = [piece for article in ARTICLES.values() for piece in article.segments]
    letters = Counter[str]()
    for piece in pieces:
        letters[piece.kind] += piece.end - piece.start
    kept = letters.total() - sum(letters[kind] for kind in counts.kinds)

    for kind, n in counts.kinds.items():
        cells = f'{kind.replace("_", " ")}</span></td><td class="r-n">{n:,}</td><td class="r-n">{letters[kind]:,}</td>'
        assert cells in text
    for name, n in counts.types.items():
        assert f'<td>{name}</td><td class="r-n">{n}</td>' in text
    rule, n = max(counts.rules.items(), key=lambda item: item[1])
    assert re.search(rf'{re.escape(rule)}</bdi></code><span [^>]*>.*?</span></td><td class="r-n">{n:,}</td>', text)
    assert f"<dd>{len(ARTICLES)}</dd>" in text
    assert f"<dt>of all characters kept as text</dt><dd>{kept / letters.total():.1%}</dd>" in text
    assert '<bdi>harbourpost.example</bdi></td><td class="r-n">' in text


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.json"])
def test_lines_give_the_same_as_parquet(name: str, tmp_path: Path) -> None:
    """JSON Lines, packed or not, and Parquet of the same articles give the same page, each time."""
    table = write(tmp_path / "out.parquet", records())
    lines = write(tmp_path / name, records())

    assert reported(lines) == reported(table)
    assert reported(table) == reported(table)


def test_parts_give_the_same_as_the_whole(tmp_path: Path) -> None:
    """Two files are one corpus: counts, worst pages and samples are those of one file of both."""
    rows = records()
    whole = write(tmp_path / "whole.parquet", rows)
    parts = [write(tmp_path / "a.parquet", rows[:7]), write(tmp_path / "b.parquet", rows[7:])]

    assert reported(*parts) == reported(whole)


def test_the_fields_that_it_needs_are_enough(tmp_path: Path) -> None:
    """Of what `--fields` can leave out, only what is named in the message is needed."""
    rows = records()
    few = [{name: one[name] for name in ("id", *NEEDED)} for one in rows]

    assert reported(write(tmp_path / "few.parquet", few)) == reported(write(tmp_path / "all.parquet", rows))
    assert "source" not in NEEDED


def test_bad_records_are_counted(tmp_path: Path) -> None:
    """What batch wrote beside the articles is told by its type, and its file is not taken for articles."""
    pages = [{"id": 1, "raw": PAGES[0].read_text("utf-8")}, {"id": 2, "raw": None}, {"id": 3}, {"id": 4, "raw": 5}]
    (tmp_path / "in.ndjson").write_text("".join(json.dumps(one) + "\n" for one in pages), "utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["batch", f"{tmp_path}/in.ndjson", "-o", str(out), "--workers", "1", "--quiet"]) == 3

    text = reported(out)
    assert "<dt>bad records</dt><dd>3</dd>" in text
    assert '<bdi>TypeError</bdi></td><td class="r-n">2</td>' in text
    assert main(["report", f"{tmp_path}/out.jsonl*", "-o", f"{tmp_path}/r.html"]) == 0
    assert "<dt>articles</dt><dd>1</dd>" in (tmp_path / "r.html").read_text("utf-8")


def test_standard_input_is_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another command prints is counted as a file is, and a terminal has a bar."""
    lines = write(tmp_path / "out.jsonl", records())
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(lines.read_bytes()))))
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(shown, "isatty", lambda: True)

    assert main(["report", "-", "-o", str(tmp_path / "r.html")]) == 0
    text = (tmp_path / "r.html").read_text("utf-8")
    assert without_names(text) == reported(lines)
    assert " pages, " in shown.getvalue()


# What is shown of many


def test_the_worst_pages_are_those_of_the_lowest_confidence() -> None:
    """Stories of low confidence are kept, the lowest first, with their pieces; pages without a story are apart."""
    rows = [row(n, confidence=1 - (n * 37 % 100) / 100) for n in range(100)]
    rows += [row(100 + n, confidence=0.1, page_type="listing") for n in range(30)]
    tally = counted(*rows)
    worst = tally.worst.values()

    assert [round(shown.row.confidence, 2) for shown in worst] == [(n + 1) / 100 for n in range(WORST)]
    assert [piece.text for piece in worst[0].pieces] == ["The pumps arrived.", "Share"]
    assert (worst[0].kinds, worst[0].share) == (Counter(share=1), 18 / 23)
    assert len(tally.without.values()) == WITHOUT
    assert {shown.row.page_type for shown in tally.without.values()} == {"listing"}
    assert tally.counts.pages["unsure"] == sum(one.confidence < LOW for one in rows)


def test_a_sample_is_the_same_each_time_and_of_all() -> None:
    """Each kind has its few pieces, each of another page, from all over the file, in whatever order pages come."""
    rows = [row(n) for n in range(1000)]
    there, back = counted(*rows), counted(*rows[::-1])

    for kind in ("share", "paragraph"):
        numbers = [sample.row.number for sample in there.samples[kind].values()]
        assert len(set(numbers)) == SAMPLES
        assert numbers == [sample.row.number for sample in back.samples[kind].values()]
        assert {sample.piece.kind for sample in there.samples[kind].values()} == {kind}
    halves = Counter(n >= 50_000 for n in sorted(range(100_000), key=drawn)[:1000])
    assert 400 < halves[True] < 600


def test_no_more_is_kept_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long texts are cut, hosts and rules beyond a number are counted as one, and nothing of the page is held."""
    monkeypatch.setattr(tallies, "MOST_NAMES", 3)
    long = [segment("share", "x" * 9000, 0).model_copy(update={"rule": f"own{n}{'r' * 9000}"}) for n in range(9)]
    rows = [
        row(n, url=f"https://host{n}.example/", title="t" * 9000, warnings=("w" * 9000,) * 99, kinds=["share"],
            rules=[piece.rule], lengths=[9000], pieces=partial(tuple, (piece,)))
        for n, piece in enumerate(long)
    ]  # fmt: skip
    tally = counted(*rows)
    kept = tally.worst.values()[0]

    assert {name: host.pages for name, host in tally.hosts.items()} == {
        "host0.example": 1, "host1.example": 1, "host2.example": 1, OTHERS: 6
    }  # fmt: skip
    assert sorted(tally.counts.rules.values()) == [1, 1, 1, 6]
    assert max(map(len, tally.counts.rules)) < 400
    assert max(map(len, (kept.row.title or "", *kept.row.warnings, kept.pieces[0].text, kept.pieces[0].rule))) < 400
    assert (len(kept.row.warnings), kept.row.pieces(), kept.row.kinds) == (5, (), [])
    assert len(page(tally, ["out.parquet"], Counter())) < 300_000


def test_the_lowest_are_kept() -> None:
    """Of equal keys the lower number counts; nothing is made of what is not kept."""
    made = []

    def make(number: int) -> int:
        made.append(number)
        return number

    lowest = Lowest[int](3)
    for number in (5, 9, 4, 8, 1, 7):
        lowest.offer(0.5 if number > 4 else 0.7, number, partial(make, number))

    assert lowest.values() == [5, 7, 8]
    assert made == [5, 9, 4, 8, 7]


# A picture


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("$x^2$ & <b>", "$x^2$ & <b>", id="no mathematics, no markup"),
        pytest.param("港町新聞.example", "港町新聞.example", id="letters that the drawing's font has not"),
        pytest.param("a\0b\x1b\ud800", "a\ufffdb\ufffd\ufffd", id="what XML has no place for"),
        pytest.param("\u202emoc.live", "\ufffdmoc.live", id="a control that turns the line"),
        pytest.param("x" * 40, "x" * 30 + "…", id="too long"),
        pytest.param("a\n b", "a b", id="one line"),
    ],
)
def test_a_label_is_one_line_of_its_letters(text: str, shown: str) -> None:
    """Whatever a host or a rule is called, it stands beside its bar as text, and the picture is drawn."""
    picture = ranked("hosts", "A <title> & more", [(text, 3), ("b", 0)])

    assert label(text) == shown
    assert f">{shown.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</text>" in picture
    assert "<title>A &lt;title&gt; &amp; more</title>" in picture
    assert "DOCTYPE" not in picture
    assert "<style" not in picture


def test_a_picture_has_the_colours_of_the_page(tmp_path: Path) -> None:
    """No colour of its own is left, ids are not met twice, and nothing outside is named but the names of formats."""
    text = reported(write(tmp_path / "out.parquet", records()))
    ids = re.findall(r'\bid="([^"]+)"', text)
    inside = "".join(re.findall(r"<svg.*?</svg>", text, re.DOTALL))

    assert inside.count("<svg") == 6
    assert re.findall(r"#[0-9a-f]{6}", inside) == []
    assert "var(--r-bar)" in inside
    assert len(ids) == len(set(ids))
    assert {name for name in re.findall(r'="#([^"]+)"', text) if name not in ids} == set()
    assert set(re.findall(r"https?://[^\s\"'<]+", inside)) <= {"http://www.w3.org/2000/svg"}


# What it cannot count


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_fields_that_are_left_out_are_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line names the fields that are lacking, and how to get them."""
    few = [{"id": one["id"], "title": one["title"], "confidence": one["confidence"]} for one in records()]
    file = write(tmp_path / name, few)

    assert main(["report", str(file), "-o", str(tmp_path / "r.html")]) == 1
    told = capsys.readouterr().err
    assert " has no url, page_type, page_type_reason, truncated_reason, warnings, segments: newsclean batch" in told
    assert f"--fields {','.join(NEEDED)}\n" in told
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"confidence": 7}, "confidence", id="a confidence"),
        pytest.param({"page_type": "essay"}, "type", id="a type"),
        pytest.param({"segments": [{"kind": "x"}]}, "segments", id="segments"),
        pytest.param(
            {"segments": [{"kind": "share", "rule": "own.share", "start": 0, "end": 5}]}, "has no text", id="a piece"
        ),
    ],
)
def test_what_is_no_record_is_told(
    change: dict[str, Any], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record that batch did not write is one line with its place."""
    rows = [{**one, **change} for one in records()[:2]]
    file = tmp_path / "own.jsonl"
    file.write_text("".join(json.dumps(json_record(one)) + "\n" for one in rows), "utf-8")
    table = tmp_path / "own.parquet"
    columns = {name: pa.array([one[name] for one in rows]) for name in ("id", *NEEDED) if name != "warnings"}
    pq.write_table(pa.table({**columns, "warnings": pa.array([[]] * 2, pa.list_(pa.string()))}), table)

    for made, place in ((file, f"{file}:1"), (table, str(table))):
        assert main(["report", str(made), "-o", str(tmp_path / "r.html")]) == 1
        told = capsys.readouterr().err
        assert place in told
        assert "is no " in told or "has no " in told
        assert message in told or "segments.0.text" in told
        assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(["pages.csv", "-o", "r.html"], 2, "expected what newsclean batch wrote", id="another form"),
        pytest.param(["out.jsonl", "-o", "r.pdf"], 2, "--out: expected a file .html", id="no page"),
        pytest.param(["gone.jsonl", "-o", "r.html"], 1, "No such file", id="no input"),
        pytest.param(["broken.jsonl", "-o", "r.html"], 1, "broken.jsonl:1 is no record", id="no JSON"),
        pytest.param(["cut.jsonl.gz", "-o", "r.html"], 1, "cannot read", id="cut off"),
        pytest.param(["broken.parquet", "-o", "r.html"], 1, "cannot read", id="no Parquet"),
        pytest.param(["out.jsonl", "-o", "none/r.html"], 1, "cannot write", id="no folder"),
    ],
)
def test_wrong_use_is_one_line(
    arguments: list[str], status: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """What cannot be read or written is one line on standard error, without a traceback."""
    monkeypatch.chdir(tmp_path)
    write(Path("out.jsonl"), records()[:1])
    for name in ("pages.csv", "broken.jsonl", "broken.parquet"):
        Path(name).write_text("id,raw\n", "utf-8")
    Path("cut.jsonl.gz").write_bytes(write(Path("whole.jsonl.gz"), records()).read_bytes()[:-50])

    assert main(["report", *arguments]) == status
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1


def test_without_matplotlib_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the charts cannot be drawn, that is said before anything is read."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    assert main(["report", str(tmp_path / "gone.parquet"), "-o", str(tmp_path / "r.html")]) == 2
    assert "report needs matplotlib: pip install 'newsclean[report]'" in capsys.readouterr().err


def test_a_file_without_articles_is_a_page(tmp_path: Path) -> None:
    """Nothing to count is said so, without charts."""
    empty = write(tmp_path / "one.parquet", records()).with_name("out.parquet")
    pq.write_table(pq.read_table(tmp_path / "one.parquet").slice(0, 0), empty)
    (tmp_path / "out.jsonl").write_bytes(b"")

    for file in (empty, tmp_path / "out.jsonl"):
        text = reported(file)
        assert "There is no article in it" in text
        assert "<svg" not in text
    nothing = reported(write(tmp_path / "nothing.parquet", [{"id": "x", **Article().to_record()}]))
    assert "No page has any characters." in nothing
    assert "No article has an address" in nothing
    assert nothing.count("<svg") == 2


# Large

MEASURED = """
import resource, sys
from newsclean.cli import main
assert main(["report", sys.argv[1], "-o", sys.argv[2]]) == 0
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss // 1024, used.ru_utime)
"""


def test_memory_does_not_grow_and_time_grows_as_the_file(tmp_path: Path) -> None:
    """100,000 records take no more memory than 10,000, and about ten times as long."""
    used = []
    for n in (10_000, 100_000):
        file = tmp_path / f"{n}.parquet"
        few = [{name: one[name] for name in ("id", *NEEDED)} for one in records()]
        part = pa.Table.from_pylist([few[i % len(few)] for i in range(500)], schema(NEEDED))
        with pq.ParquetWriter(file, schema(NEEDED)) as writer:
            for first in range(0, n, 500):
                urls = [f"https://h{first}.example/{i}" for i in range(500)]
                writer.write_table(part.set_column(1, part.schema.field("url"), pa.array(urls)))
        run = [sys.executable, "-c", MEASURED, str(file), str(tmp_path / "r.html")]
        told = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
        used.append([float(number) for number in told])
    (small, quick), (large, slow) = used

    assert large < small + 30, "MB"
    assert slow < 20 * quick
    assert (tmp_path / "r.html").stat().st_size < 600_000
