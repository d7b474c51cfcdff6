"""`newsclean batch`: every form of input and output, bad records, and runs that are killed at the worst moments."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import poison
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from test_batch import PATIENCE, is_empty, paths, started

from newsclean import Article, clean_article
from newsclean.batch.growing import Growing
from newsclean.cli import main
from newsclean.record import COLUMNS, json_record

PAGES = list(poison.pages(23))
IDS = [f"a{i}" for i in range(len(PAGES))]
AT = "https://harbourpost.example/pumps/{}"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def rows(*, bad: bool = True) -> list[dict[str, str | None]]:
    """A record for each page; every seventh of them bad, if so wanted."""
    return [
        {"id": page_id, "raw": None if bad and i % 7 == 3 else page, "url": AT.format(i)}
        for i, (page_id, page) in enumerate(zip(IDS, PAGES, strict=True))
    ]


def json_lines(records: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def comma_separated(delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, ["id", "raw", "url"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows(bad=False))
    return text.getvalue().encode("utf-8-sig")


def parquet() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows(bad=False)), file, row_group_size=5)
    return file.getvalue()


def warc() -> bytes:
    """Each page as a response, among records that are none, or no page."""
    records = []
    for i, (page_id, page) in enumerate(zip(IDS, PAGES, strict=True)):
        records += [
            warc_record("request", "asked", "https://harbourpost.example/", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
            warc_record("response", page_id, AT.format(i), http("200 OK", "text/html; charset=utf-8", page)),
            warc_record("response", "data", AT.format(i), http("200 OK", "application/json", "{}")),
            warc_record("response", "gone", AT.format(i), http("404 Not Found", "text/html", "There is no such page.")),
        ]
    return b"".join(records)


def http(status: str, form: str, page: str) -> str:
    return f"HTTP/1.1 {status}\r\nContent-Type: {form}\r\n\r\n{page}"


def warc_record(kind: str, page_id: str, url: str, block: str) -> bytes:
    """A record of a WARC file (ISO 28500)."""
    raw = block.encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {page_id}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2026-04-09T12:00:00Z\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw + b"\r\n\r\n"


CONTENT: dict[str, Callable[[], bytes]] = {
    "jsonl": lambda: json_lines(rows(bad=False)),
    "csv": lambda: comma_separated(","),
    "tsv": lambda: comma_separated("\t"),
    "parquet": parquet,
    "warc": warc,
}
PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes, ".gz": gzip.compress, ".zst": lambda raw: zstandard.ZstdCompressor().compress(raw)
}  # fmt: skip


def lines(file: Path) -> list[dict[str, object]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def run(*arguments: object) -> int:
    """The command in this process."""
    return main(["batch", *map(str, arguments), "--workers", "1", "--quiet"])


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A file of records, some of them bad."""
    file = tmp_path / "in.jsonl"
    file.write_bytes(json_lines(rows()))
    return file


# What goes in


@pytest.mark.parametrize("packing", PACK)
@pytest.mark.parametrize("form", CONTENT)
def test_each_form_of_records_gives_the_same(form: str, packing: str, tmp_path: Path) -> None:
    """Whatever records lie in, packed or not: one line for each, in order, with its id and its article."""
    file, out = tmp_path / f"in.{form}{packing}", tmp_path / "out.jsonl"
    file.write_bytes(PACK[packing](CONTENT[form]()))

    assert run(file, "-o", out) == 0
    expected = [json_record(clean_article(page, url=AT.format(i)).to_record()) for i, page in enumerate(PAGES)]
    assert lines(out) == [{"id": page_id, **record} for page_id, record in zip(IDS, expected, strict=True)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, out.name]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_standard_input_and_output(form: str) -> None:
    """`-` is both; nothing but lines is printed, and the summary on standard error is quiet on request."""
    command = [sys.executable, "-m", "newsclean", "batch", "-", "-o", "-", "--from", form, "--fields", "title"]
    done = subprocess.run(
        [*command, "--quiet", "--workers", "2"], input=CONTENT[form](), capture_output=True, env=paths(), check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"id": page_id, "title": clean_article(page).title} for page_id, page in zip(IDS, PAGES, strict=True)
    ]


def folder(top: Path) -> Path:
    """Pages in folders, packed and not, with two files that are no pages and one that is hidden."""
    (top / "pages" / "orrin").mkdir(parents=True)
    (top / "pages" / "b.txt").write_text(PAGES[0], "utf-8")
    (top / "pages" / "a.html.gz").write_bytes(gzip.compress(f"<p>{PAGES[1]}</p>".encode()))
    (top / "pages" / "orrin" / "c").write_text(PAGES[2], "utf-8")
    (top / "pages" / "orrin" / "d.jsonl").write_bytes(json_lines(rows(bad=False)[3:5]))
    (top / "pages" / "pump.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (top / "pages" / "pump.bin").write_bytes(b"\x07PUMP\0\0\x13\0")
    (top / "pages" / ".hidden").write_text(PAGES[5], "utf-8")
    return top / "pages"


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    """Files of a folder, then of its folders; what is no text is a bad record; what is hidden is not read."""
    pages, out = folder(tmp_path), tmp_path / "out.jsonl"

    assert run(pages, "-o", out) == 3
    assert [record["id"] for record in lines(out)] == [
        f"{pages}/a.html.gz", f"{pages}/b.txt", f"{pages}/orrin/c", "a3", "a4"
    ]  # fmt: skip
    assert lines(tmp_path / "out.jsonl.errors.jsonl") == [
        {"id": f"{pages}/pump.bin", "type": "ValueError", "reason": "is not text: it has NUL bytes"},
        {"id": f"{pages}/pump.png", "type": "ValueError", "reason": "is not text: it looks like a PNG image"},
    ]


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        pytest.param("*.txt", ["b.txt"], id="here"),
        pytest.param("**/*", ["a.html.gz", "b.txt", "orrin/c", "a3", "a4"], id="below"),
        pytest.param("[ab].*", ["a.html.gz", "b.txt"], id="letters"),
    ],
)
def test_patterns_are_for_us_to_match(pattern: str, ids: list[str], tmp_path: Path) -> None:
    """A pattern that no shell has replaced by names."""
    pages, out = folder(tmp_path), tmp_path / "out.jsonl"
    (pages / "pump.png").unlink()
    (pages / "pump.bin").unlink()
    if pattern == "**/*":
        pattern = "**/*[!n]"  # all but the folder, which would be read as well
    assert run(pages / pattern, "-o", out) == 0
    assert [str(record["id"]).removeprefix(f"{pages}/") for record in lines(out)] == ids


def test_columns_are_named(tmp_path: Path) -> None:
    """`--raw`, `--id` and `--url` name them; without names raw is the first of those that pages are usually in."""
    named, usual, out = tmp_path / "named.jsonl", tmp_path / "usual.jsonl", tmp_path / "out.jsonl"
    named.write_bytes(json_lines([{"body": PAGES[0], "key": 7, "link": AT.format(0), "text": "not this"}]))
    usual.write_bytes(json_lines([{"content": "", "html": None, "text": PAGES[0]}]))

    assert run(named, "-o", out, "--raw", "body", "--id", "key", "--url", "link", "--fields", "title,url,title") == 0
    assert lines(out) == [{"id": 7, "title": clean_article(PAGES[0]).title, "url": AT.format(0)}]
    assert run(usual, "-o", out, "--overwrite", "--fields", "text") == 0
    assert lines(out) == [{"id": f"{usual}:1", "text": clean_article(PAGES[0]).text}]


def test_options_go_to_every_page(tmp_path: Path) -> None:
    """Form, languages, rules and preference are those of `newsclean clean`."""
    file, rules, out = tmp_path / "in.jsonl", tmp_path / "own.toml", tmp_path / "out.jsonl"
    first = "The first pump reached the quay on Monday, and more are on their way by sea."
    second = "The second pump is to come on Tuesday, the harbour master said at noon."
    story = f"{first}\n\nLesen Sie auch: Deich wird erhöht\n\n{second}"
    page = f"<p>Pumps arrive in Harbour Town\n\n{story}\n\nGrown in Aldmere."
    file.write_bytes(json_lines([{"raw": page}]))
    rules.write_text("[ad]\nwhole = ['Grown in Aldmere.']\n", "utf-8")
    own = ["--form", "text", "--languages", "en", "--rules", str(rules), "--prefer", "recall", "--fields", "text,title"]

    assert run(file, "-o", out, *own) == 0
    assert "Lesen Sie auch" in str(lines(out)[0]["text"])
    assert "Grown" not in str(lines(out)[0]["text"])
    assert str(lines(out)[0]["title"]).startswith("<p>")


# What comes out


@pytest.mark.parametrize("packing", PACK)
def test_lines_are_packed_by_name(packing: str, records: Path, tmp_path: Path) -> None:
    """Of .gz and .zst each step is a piece of its own, and readers take them as one."""
    plain, out = tmp_path / "plain.jsonl", tmp_path / f"out.jsonl{packing}"

    assert run(records, "-o", plain) == run(records, "-o", out, "--every", 4) == 3
    raw = out.read_bytes()
    if packing == ".gz":
        raw = gzip.decompress(raw)
    if packing == ".zst":
        raw = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True).read()
    assert raw == plain.read_bytes()


def test_parquet_has_one_schema(records: Path, tmp_path: Path) -> None:
    """A row for each article, the same as the lines; columns of the same types whatever the pages show."""
    plain, out, empty = tmp_path / "out.jsonl", tmp_path / "out.parquet", tmp_path / "empty.parquet"
    (tmp_path / "empty.jsonl").write_bytes(json_lines([{"raw": "", "id": 7}]))

    assert run(records, "-o", plain) == run(records, "-o", out, "--every", 5) == 3
    assert run(tmp_path / "empty.jsonl", "-o", empty) == 0
    table = pq.read_table(out)
    assert [json_record(row) for row in table.to_pylist()] == lines(plain)
    assert table.schema == pq.read_table(empty).schema
    assert pq.read_table(empty).column("id").to_pylist() == ["7"]
    assert table.schema.names == ["id", *[column.name for column in COLUMNS]]


def test_parquet_of_some_fields(records: Path, tmp_path: Path) -> None:
    """`--fields` names its columns, in this order."""
    assert run(records, "-o", tmp_path / "out.parquet", "--fields", "text,authors,figures") == 3
    assert pq.read_table(tmp_path / "out.parquet").schema.names == ["id", "text", "authors", "figures"]


def test_dates_are_as_json_has_them(tmp_path: Path) -> None:
    """In lines a date is as ISO 8601 has it, with the zone that the page gives."""
    (tmp_path / "in.jsonl").write_bytes(json_lines([{"raw": PAGES[0].replace("Doe", "Doe\n\nApril 9, 2026, 10:30")}]))

    assert run(tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--fields", "date_published") == 0
    assert lines(tmp_path / "out.jsonl")[0]["date_published"] == "2026-04-09T10:30:00"
    assert run(tmp_path / "in.jsonl", "-o", tmp_path / "out.parquet") == 0
    (record,) = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert Article.from_record(record) == clean_article(PAGES[0].replace("Doe", "Doe\n\nApril 9, 2026, 10:30"))


def test_texts_are_files(records: Path, tmp_path: Path) -> None:
    """A folder has the text of each article, named by number and id."""
    assert run(records, "-o", tmp_path / "texts") == 3
    files = sorted((tmp_path / "texts").iterdir())

    good = [i for i, row in enumerate(rows()) if row["raw"]]
    assert [file.name for file in files] == [f"{i:08d}-a{i}.txt" for i in good]
    assert [file.read_text("utf-8") for file in files] == [clean_article(PAGES[i]).text + "\n" for i in good]


def test_the_summary_counts(records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the end standard error has articles and bad records, and articles by page type, kind and rule."""
    assert main(["batch", str(records), "-o", str(tmp_path / "out.jsonl"), "--workers", "1"]) == 3
    out, err = capsys.readouterr()

    assert out == ""
    said = err.splitlines()
    assert said[:3] == [
        "newsclean: 20 articles, 3 bad records, 20 of a confidence under 75%",
        "  page types  article 20",
        "  taken out   byline 20 · related 20 · title 20",
    ]
    assert said[3].startswith("  by rule     byline.opened 20 · ")
    assert said[4] == f"  bad records are told in {tmp_path}/out.jsonl.errors.jsonl"
    assert len(said) == 6


@POSIX
def test_a_terminal_has_a_bar(records: Path, tmp_path: Path) -> None:
    """On a terminal standard error shows pages, rate, share and remaining time."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "-m", "newsclean", "batch", str(records), "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen([*command, "--workers", "1", "--quiet"], stderr=theirs, env=paths()) as process:
        os.close(theirs)
        shown = b""
        while piece := _read(ours):  # while it runs: a terminal that nobody reads is full after a few seconds of bars
            shown += piece
    os.close(ours)

    assert process.returncode == 3
    assert b"23 pages, " in shown
    assert b"/s " in shown
    assert b"100%|" in shown


def _read(terminal: int) -> bytes:
    """What a terminal has to say; nothing where its other side is closed, which Linux takes for an error."""
    try:
        return os.read(terminal, 100_000)
    except OSError:
        return b""


# Bad records


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_what_is_no_unicode_is_replaced(name: str, tmp_path: Path) -> None:
    """Half a pair of surrogates, as JSON may have it, in page, address or id stops no run."""
    page = PAGES[0].replace("Pump", "\ud800 Pump")
    (tmp_path / "in.jsonl").write_bytes(
        json_lines([{"raw": page, "url": "https://orrin.example/\ud800", "id": "\ud800"}])
    )

    assert run(tmp_path / "in.jsonl", "-o", tmp_path / name) == 0
    rows = pq.read_table(tmp_path / name).to_pylist() if name.endswith(".parquet") else lines(tmp_path / name)
    assert (rows[0]["id"], rows[0]["url"]) == ("?", "https://orrin.example/?")


@pytest.mark.parametrize(
    ("name", "content", "errors"),
    [
        pytest.param("in.jsonl", b'{"raw": "x"}\n\n{"raw"\n', [":3", "is no line of JSON: "], id="no JSON"),
        pytest.param("in.jsonl", b'{"raw": "x"}\n[1]\n', [":2", "expected a JSON object, got list"], id="no object"),
        pytest.param("in.jsonl", b'{"raw": "x"}\n{"raw": "\xff"}\n', [":2", "is no line of JSON: 'utf-8'"], id="UTF-8"),
        pytest.param(
            "in.jsonl", b'{"raw": "x"}\n{"page": "x", "n": 3}\n',
            [":2", "{at}:2 has no raw or html or text or content, but page, n: see --raw"], id="no raw",
        ),
        pytest.param("in.jsonl", b'{"raw": "x"}\n{"raw": 3}', [":2", "raw: expected str or bytes, got int"], id="int"),
        pytest.param(
            "in.jsonl.gz", gzip.compress(b'{"raw": "x"}\n' + b'{"raw": "y"}\n' * 9)[:-12],
            ["", "cannot be read behind record "], id="gzip cut off",
        ),
        pytest.param("in.parquet", b"PAR1 and nothing", ["", "cannot be read behind record 0: "], id="no Parquet"),
        pytest.param("in.warc", b"WORK/1.0\r\nnothing", ["", "cannot be read behind record 0: "], id="no WARC"),
    ],
)  # fmt: skip
def test_what_is_broken_goes_aside(name: str, content: bytes, errors: list[str], tmp_path: Path) -> None:
    """A broken line costs itself, a broken file what is behind; both are in the side file with place and reason."""
    file, more, out = tmp_path / name, tmp_path / "more.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(content)
    more.write_bytes(b'{"raw": "The pumps arrived.", "id": "more"}\n')

    assert run(file, more, "-o", out) == 3
    assert lines(out)[-1]["id"] == "more"
    (error,) = lines(tmp_path / "out.jsonl.errors.jsonl")
    place, reason = errors
    assert error["id"] == f"{file}{place}"
    assert str(error["reason"]).startswith(reason.format(at=file))


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(["gone.jsonl"], 1, "cannot read gone.jsonl: No such file or directory", id="missing"),
        pytest.param(["*.gone"], 1, "cannot read *.gone: No such file or directory", id="pattern"),
        pytest.param(["https://orrin.example/"], 1, "https://orrin.example/ is an address, and ", id="address"),
        pytest.param(["in.jsonl", "./in.jsonl"], 1, "./in.jsonl would be read twice: it is in in.jsonl", id="twice"),
        pytest.param([".", "in.jsonl"], 1, "in.jsonl would be read twice: it is in . as well", id="folder and file"),
        pytest.param(["-", "-"], 1, "standard input can be read once", id="standard input twice"),
        pytest.param(["in.jsonl", "-o", "out.csv"], 2, "--out: expected .jsonl, .jsonl.gz, ", id="output"),
        pytest.param(["in.jsonl", "--fields", "title,body"], 2, "--fields: there is no 'body'; expected", id="field"),
        pytest.param(["in.jsonl", "-o", "d", "--fields", "text"], 2, "--fields: a folder", id="fields of text"),
        pytest.param(["in.jsonl", "--workers", "0"], 2, "--workers: expected 1 or more, got 0", id="workers"),
        pytest.param(["in.jsonl", "--every", "0"], 2, "--every: expected 1 or more, got 0", id="every"),
        pytest.param(["in.jsonl", "--languages", "qq"], 2, "--languages: no cues for qq", id="language"),
        pytest.param(["in.jsonl", "--rules", "gone.toml"], 2, "--rules: cannot read gone.toml", id="rules"),
        pytest.param(["in.jsonl", "-o", "in.jsonl"], 2, "in.jsonl is there already; --overwrite", id="onto itself"),
        pytest.param(["in.jsonl", "-o", "old.jsonl"], 2, "old.jsonl is there already; --overwrite", id="onto another"),
        pytest.param(["in.jsonl", "-o", "old"], 2, "old is there already; --overwrite", id="onto a folder"),
        pytest.param(["in.jsonl", "-o", "in.jsonl/out.jsonl"], 1, "cannot write in.jsonl: ", id="not a folder"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line(
    arguments: list[str], status: int, message: str, records: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """One line on standard error, and nothing is written or changed."""
    monkeypatch.chdir(records.parent)
    Path("old.jsonl").write_text("old\n", "utf-8")
    Path("old").mkdir()
    Path("old", "page.txt").write_text("old\n", "utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}

    assert main(["batch", "-o", "out.jsonl", *arguments]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"newsclean: {message}")
    assert err.count("\n") == 1
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("package", "name"),
    [("zstandard", "in.jsonl.zst"), ("pyarrow.parquet", "in.parquet"), ("warcio.archiveiterator", "in.warc")],
)
def test_a_missing_package_names_the_extra(
    package: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a form needs and is not installed is one line that says what to install."""
    (tmp_path / name).write_bytes(PACK[".zst"](b"{}") if name.endswith(".zst") else b"PAR1")
    monkeypatch.setitem(sys.modules, package, None)

    assert run(tmp_path / name, "-o", tmp_path / "out.jsonl") == 2
    assert f"needs {package.partition('.')[0]}: pip install 'newsclean[batch]'" in capsys.readouterr().err


def test_parquet_without_its_package_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with the output is told before anything is written."""
    (tmp_path / "in.txt").write_text("Two pumps reached the quay on Monday.", "utf-8")
    monkeypatch.delitem(sys.modules, "newsclean.batch.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert run(tmp_path / "in.txt", "-o", tmp_path / "out.parquet") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["in.txt"]


# Killed


OUTPUTS = ["out.jsonl", "out.jsonl.gz", "out.parquet", "texts"]


def everything(top: Path) -> dict[str, bytes]:
    """All that a run has left in a folder."""
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """For each output what is there after a run that nobody killed."""
    top = tmp_path_factory.mktemp("unbroken")
    (top / "in.jsonl").write_bytes(json_lines(rows()))
    for name in OUTPUTS:
        run(top / "in.jsonl", "-o", top / name.replace(".", "_") / name, "--every", 5)
    return {name: everything(top / name.replace(".", "_")) for name in OUTPUTS}


def killed(records: Path, out: Path, moment: str, n: int) -> bool:
    """Runs the command in a process that is killed at the n-th such moment; whether it came to that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests have started threads; none is in our way
        child = os.fork()
    if child == 0:
        count = iter(range(1, n + 1))

        def die_at_last() -> None:
            if next(count) == n:
                os.kill(os.getpid(), signal.SIGKILL)

        replace, fsync, put = os.replace, os.fsync, Growing._put

        def die_before_replace(*arguments: str) -> None:
            die_at_last()
            replace(*arguments)

        def die_before_fsync(file: int) -> None:
            die_at_last()
            fsync(file)

        def die_half_way(self: Growing, data: bytes) -> None:
            put(self, data[: len(data) // 2])
            die_at_last()
            put(self, data[len(data) // 2 :])

        os.replace = die_before_replace if moment == "name" else replace  # type: ignore[assignment]
        os.fsync = die_before_fsync if moment == "sync" else fsync  # type: ignore[assignment]
        Growing._put = die_half_way if moment == "write" else put  # type: ignore[method-assign]
        os._exit(run(records, "-o", out, "--every", 5))
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@POSIX
@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize(
    ("moment", "n"),
    [
        ("write", 1), ("write", 6), ("write", 17), ("sync", 1), ("sync", 2), ("sync", 3), ("sync", 4), ("sync", 9),
        ("name", 1), ("name", 2), ("name", 5), ("name", 7), ("name", 8), ("name", 9),
    ],
)  # fmt: skip
def test_a_killed_run_goes_on(
    moment: str, n: int, name: str, records: Path, unbroken: dict[str, dict[str, bytes]]
) -> None:
    """Killed in a line, before or behind any step, or while files get their names: all is as if nobody had killed."""
    out = records.parent / "broken" / name
    was_killed = killed(records, out, moment, n)
    if name == "out.jsonl" and out.exists():
        assert out.read_bytes() == unbroken[name][name]  # it has its name when it is whole, and not before

    assert run(records, "-o", out, "--every", 5) == (3 if was_killed else 2)
    assert everything(out.parent) == unbroken[name]


@POSIX
@pytest.mark.parametrize("name", OUTPUTS)
def test_a_run_may_be_killed_again_and_again(name: str, records: Path, unbroken: dict[str, dict[str, bytes]]) -> None:
    """Each time it comes a step further."""
    out = records.parent / "broken" / name
    times = 0
    while times < 9 and killed(records, out, "sync", 5):  # each run comes one step further
        times += 1

    assert 3 <= times < 9
    assert everything(out.parent) == unbroken[name]


@POSIX
def test_kill_and_ctrl_c_of_a_real_run(tmp_path: Path) -> None:
    """A run of two workers, stopped by Ctrl-C, then killed at another time, leaves no process and loses nothing.

    It waits for more of its input each time, so that it cannot be done before: two workers are at most 128 ahead.
    """
    file, whole, out = tmp_path / "in.jsonl", tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(json_lines({"id": i, "raw": page} for i, page in enumerate(poison.pages(700))))
    assert run(file, "-o", whole, "--every", 50) == 0
    given = file.read_text("utf-8").splitlines(keepends=True)
    command = ["-m", "newsclean", "batch", "-", "-o", str(out), "--every", "20", "--workers", "2"]
    said = ("", "")
    for n_given, how in ((200, signal.SIGINT), (600, signal.SIGKILL), (700, None)):
        with started(*command) as process:
            assert process.stdin is not None
            part = tmp_path / "out.jsonl.part"
            done = part.stat().st_size if part.exists() else 0
            process.stdin.write("".join(given[:n_given]))
            process.stdin.flush()
            if how is not None:
                wait_for(process, part, done)
                os.killpg(process.pid, how) if how == signal.SIGINT else process.kill()
                process.wait(PATIENCE)
            said = process.communicate(timeout=PATIENCE)
        if how == signal.SIGINT:
            assert said == ("", "\nnewsclean: stopped; the same command goes on where it was\n")
        assert process.returncode == (0 if how is None else -how)
        assert is_empty(process.pid)

    assert out.read_bytes() == whole.read_bytes()
    assert "newsclean: 700 articles, 0 bad records" in said[1]


def wait_for(process: subprocess.Popen[str], file: Path, size: int) -> None:
    """Waits until a process has written more than this size to a file."""
    end = time.monotonic() + PATIENCE
    while not (file.exists() and file.stat().st_size > size):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.005)


@POSIX
@pytest.mark.parametrize(
    ("more", "what"),
    [
        (["--fields", "text"], "--fields"), (["--prefer", "recall"], "--prefer"), (["--every", "7"], "--every"),
        (["--raw", "html"], "--raw, --id or --url"),
    ],
)  # fmt: skip
def test_a_killed_run_does_not_go_on_as_another(
    more: list[str],
    what: str,
    records: Path,
    unbroken: dict[str, dict[str, bytes]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With other settings it is told which; with --overwrite it begins anew."""
    out = records.parent / "broken" / "out.jsonl"
    assert killed(records, out, "name", 2)

    assert run(records, "-o", out, "--every", 5, *more) == 2
    assert capsys.readouterr().err == f"newsclean: {out} was begun with other {what}; --overwrite begins anew\n"
    assert run(records, "-o", out, "--every", 5, "--overwrite") == 3
    assert everything(out.parent) == unbroken["out.jsonl"]


def test_overwriting_replaces_all(records: Path, tmp_path: Path) -> None:
    """Of the run before nothing is left: neither its output nor its bad records."""
    out, good = tmp_path / "out.jsonl", tmp_path / "good.jsonl"
    good.write_bytes(json_lines(rows(bad=False)[:2]))

    assert run(records, "-o", out) == 3
    assert run(good, "-o", out, "--overwrite") == 0
    assert [record["id"] for record in lines(out)] == ["a0", "a1"]
    assert not (tmp_path / "out.jsonl.errors.jsonl").exists()
