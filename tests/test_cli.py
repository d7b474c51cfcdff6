"""The commands: what they print, and the one line that they say when there is nothing to clean."""

from __future__ import annotations

import importlib.metadata
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from marked import FIXTURES

import newsclean
from newsclean import Article, Figure, Paragraph, __version__, clean_article
from newsclean.cli import main
from newsclean.record import json_record

PAGE = FIXTURES / "raw" / "drone-factory.txt"
ARTICLE = clean_article(PAGE.read_bytes())


def run(*arguments: str, stdin: bytes = b"", module: bool = True) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, started as a module or as the script that was installed."""
    script = Path(sys.executable).with_name("newsclean")
    command = [sys.executable, "-m", "newsclean"] if module else [str(script)]
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONUTF8", "PYTHONIOENCODING")}
    return subprocess.run([*command, *arguments], input=stdin, capture_output=True, env=environment, check=False)


# Nothing to clean


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t\r\n", "is empty", id="blanks"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is not text: it looks like a PDF", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text: it looks like a PNG image", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "is not text: it looks like a JPEG image", id="JPEG"),
        pytest.param(b"GIF89a\x01\0\x01\0", "is not text: it looks like a GIF image", id="GIF"),
        pytest.param(b"PK\x03\x04\x14\0", "is not text: it looks like a ZIP archive or an office document", id="ZIP"),
        pytest.param(b"\x1f\x8b\x08\0", "is not text: it looks like gzip data", id="gzip"),
        pytest.param(b"The pumps\0\x01\x02 arrived.", "is not text: it has NUL bytes", id="NUL"),
    ],
)
def test_a_file_that_is_no_page_is_one_line(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty or binary file is one line on standard error and exit status 1."""
    file = tmp_path / "page"
    file.write_bytes(content)

    assert main(["clean", str(file)]) == 1
    assert capsys.readouterr() == ("", f"newsclean: {file} {message}\n")


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_file_that_cannot_be_read_is_one_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file and an impossible name are one line on standard error, without a traceback."""
    for name, reason in ((tmp_path / "missing", "No such file"), ("a\0b", "null byte")):
        assert main([command, str(name)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"newsclean: cannot read {name}: ")
        assert reason in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["clean", "explain"])
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("pages", None, "is a folder, not one page: newsclean batch ", id="folder"),
        pytest.param("pages.jsonl", b"", "is a JSON Lines file, not one page: newsclean batch ", id="JSON Lines"),
        pytest.param("pages.jsonl.gz", b"", "is a JSON Lines file, not one page: newsclean batch ", id="packed"),
        pytest.param("pages.csv", b"", "is a CSV file, not one page: newsclean batch ", id="CSV"),
        pytest.param("pages.warc", b"", "is a WARC file, not one page: newsclean batch ", id="WARC"),
        pytest.param("pages.parquet", b"", "is a Parquet file, not one page: newsclean batch ", id="Parquet"),
        pytest.param(
            "page", b'{"raw": "x"}\n{"raw": "y"}\n', "looks like a JSON Lines file, not one page: newsclean batch ",
            id="JSON by its look",
        ),
        pytest.param("page", b"WARC/1.1\r\n", "looks like a WARC file, not one page: ", id="WARC by its look"),
        pytest.param("page", b"PAR1\0", "looks like a Parquet file, not one page: ", id="Parquet by its look"),
    ],
)  # fmt: skip
def test_what_is_many_pages_names_the_command_that_takes_them(
    command: str, name: str, content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records and folders are one line that says what they are, and exit status 2: wrong use."""
    file = tmp_path / name
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)

    assert main([command, str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"newsclean: {file} {message}")
    assert err.count("\n") == 1


def test_an_address_is_not_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    """An address is one line that says what to give, and exit status 2."""
    assert main(["clean", "https://orrin.example/pumps"]) == 2
    assert capsys.readouterr().err.startswith("newsclean: https://orrin.example/pumps is an address, and newsclean ")


@pytest.mark.parametrize("page", ["{The pumps} arrived on Monday.", '"raw": the mayor said', "{}, said Jo Doe."])
def test_a_page_that_looks_like_data_is_a_page(page: str) -> None:
    """A brace does not make records."""
    assert printed(page, "clean") == [page]


def test_empty_standard_input_is_one_line() -> None:
    """Nothing on standard input is one line as well."""
    result = run("clean", "-")

    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.decode().strip() == "newsclean: standard input is empty"


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["clean"], ["mend", "x"], ["clean", "x", "--json", "--markdown"], ["explain", "x", "--json"],
        ["explain", "x", "--form", "pdf"], ["clean", "x", "--rules"], ["clean", "--url"],
    ],
)  # fmt: skip
def test_wrong_use_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong arguments show how the command is used, and exit with status 2."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: newsclean")


@pytest.mark.parametrize("command", ["clean", "explain"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(None, "--rules: cannot read {file}: No such file or directory", id="missing"),
        pytest.param("[promo", "--rules: {file}: not TOML: ", id="not TOML"),
        pytest.param("[promo]\nbegins = ['x']", "--rules: {file}: promo.begins: expected one of whole", id="no place"),
        pytest.param(
            "[promo]\nwhole = ['x']\n[examples]\ncut = ['y']",
            "--rules: {file}: examples.cut[0]: shows no phrase of this file: 'y'", id="an example that fails",
        ),
    ],
)  # fmt: skip
def test_a_wrong_cue_file_is_one_line(
    command: str, content: str | None, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cue file that is no good is one line with file, key and reason, and exit status 2; no page is read."""
    file = tmp_path / "harbour.toml"
    if content is not None:
        file.write_text(content, "utf-8")

    assert main([command, str(tmp_path / "no page"), "--rules", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"newsclean: {reason.format(file=file)}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        pytest.param("qq", "no cues for qq; expected some of ar, bg, ", id="unknown"),
        pytest.param("en,qq,xx", "no cues for qq, xx; expected some of ar, bg, ", id="two unknown"),
        pytest.param("en-GB", "no cues for en-GB; expected some of ar, bg, ", id="a region"),
        pytest.param("", "expected codes such as en,de, got ''", id="empty"),
        pytest.param("en,", "expected codes such as en,de, got 'en,'", id="an empty one"),
    ],
)
def test_an_unknown_language_is_one_line(codes: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A code without phrases is one line that names the codes with some, and exit status 2."""
    assert main(["clean", str(PAGE), "--languages", codes]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"newsclean: --languages: {reason}")
    assert err.count("\n") == 1


def test_a_wrong_option_has_no_traceback() -> None:
    """The same in a process of its own."""
    result = run("explain", "-", "--languages", "qq", stdin=PAGE.read_bytes())

    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().splitlines()[0].startswith("newsclean: --languages: no cues for qq; expected some of")


# What is printed


def test_clean_prints_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    """`newsclean clean FILE` prints `Article.text` and nothing else."""
    assert main(["clean", str(PAGE)]) == 0
    assert capsys.readouterr() == (ARTICLE.text + "\n", "")


def test_json_is_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` prints `Article.to_record()`, dates and letters as they are."""
    assert main(["clean", "--json", str(PAGE)]) == 0
    out = capsys.readouterr().out

    assert json.loads(out) == json_record(ARTICLE.to_record())
    assert "‘Harbour Lights’" in out


def test_json_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """`--compact` prints the same record on one line."""
    assert main(["clean", "--compact", str(PAGE)]) == 0
    out = capsys.readouterr().out

    assert out.count("\n") == 1
    assert json.loads(out) == json_record(ARTICLE.to_record())


def test_explain_prints_the_marked_page(capsys: pytest.CaptureFixture[str]) -> None:
    """`newsclean explain FILE` prints `Article.explain()`."""
    assert main(["explain", str(PAGE)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == ARTICLE.explain().rstrip("\n")


PUMPS = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
HURT = "Nobody was hurt, the mayor said, and the school will open again on Thursday, a day later than planned."


def printed(page: str, *arguments: str) -> list[str]:
    """The lines that a process prints for this page on its standard input, but for blank ones."""
    result = run(*arguments, "-", stdin=page.encode())

    assert (result.returncode, result.stderr) == (0, b"")
    return [line for line in result.stdout.decode().splitlines() if line]


def test_rules_are_asked(tmp_path: Path) -> None:
    """`--rules FILE` adds the phrases of a cue file; it may be given several times."""
    promo, ad = tmp_path / "promo.toml", tmp_path / "ad.toml"
    promo.write_text("[promo]\nstarts = ['Tides by mail']\n", "utf-8")
    ad.write_text("[ad]\nwhole = ['Grown in Aldmere.']\n", "utf-8")
    tides, grown = "Tides by mail are what the harbour master has for you every morning.", "Grown in Aldmere."
    page = "\n\n".join((PUMPS, tides, HURT, grown, PUMPS.replace("two", "nine")))

    assert printed(page, "clean") == page.split("\n\n")
    assert tides not in printed(page, "clean", "--rules", str(promo))
    assert grown in printed(page, "clean", "--rules", str(promo))
    assert {tides, grown}.isdisjoint(printed(page, "clean", "--rules", str(promo), "--rules", str(ad)))
    assert f"promo                | {tides}" in printed(page, "explain", "--rules", str(promo))


def test_languages_narrow() -> None:
    """`--languages en,de` counts the phrases of these only."""
    page = f"{PUMPS}\n\nLesen Sie auch: Deich wird erhöht\n\n{HURT}"
    related = "related              | Lesen Sie auch: Deich wird erhöht"

    assert related in printed(page, "explain")
    assert related in printed(page, "explain", "--languages", "en, de")
    assert related not in printed(page, "explain", "--languages", "en")


def test_form_says_what_the_page_is() -> None:
    """`--form text` takes what looks like HTML as it stands."""
    page = f"<p>{PUMPS}</p>\n\n<p>{HURT}</p>"

    assert printed(page, "clean") == [PUMPS, HURT]
    assert printed(page, "clean", "--form", "text") == page.split("\n\n")


def test_url_makes_addresses_absolute() -> None:
    """`--url` is the page's address; those on it become absolute."""
    page = f'<article><h1>Pumps</h1><p>{PUMPS}</p><img src="/pump.jpg" alt="A pump on the quay"><p>{HURT}</p></article>'
    record = json.loads("\n".join(printed(page, "clean", "--json", "--url", "https://harbourpost.example/pumps")))

    assert record["url"] == "https://harbourpost.example/pumps"
    assert "https://harbourpost.example/pump.jpg" in json.dumps(record)


def test_one_page_does_not_wait_for_many() -> None:
    """What only `newsclean batch` and `newsclean profile` need is not loaded for the other commands."""
    code = (
        "import sys\nfrom newsclean.cli import main\nmain(['clean', sys.argv[1]])\n"
        "many = ('csv', 'multiprocessing', 'newsclean.batch.run', 'newsclean.batch.counted', 'tqdm')\n"
        "print([name for name in many if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code, str(PAGE)], capture_output=True, text=True, check=True).stdout

    assert printed == f"{ARTICLE.text}\n[]\n"


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` names the package and its version, which is the one that was installed."""
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"newsclean {__version__}\n"
    assert importlib.metadata.version("newsclean") == __version__


def test_standard_input_and_any_locale() -> None:
    """`-` is standard input; output is UTF-8, whatever the locale."""
    result = run("clean", "-", stdin=PAGE.read_bytes())

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode("utf-8").replace("\r\n", "\n") == ARTICLE.text + "\n"


@pytest.mark.skipif(not Path(sys.executable).with_name("newsclean").exists(), reason="newsclean is not installed")
def test_the_script_is_the_module() -> None:
    """The script `newsclean` prints what `python -m newsclean` prints."""
    assert run("explain", str(PAGE), module=False).stdout == run("explain", str(PAGE)).stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes break so on POSIX only")
def test_ctrl_c_while_it_loads_is_silent(tmp_path: Path) -> None:
    """Nothing is said, and the signal ends the process: else a loop of a shell would go on with its next file."""
    script = tmp_path / "script.py"
    script.write_text(
        "import runpy, signal, sys\n"
        "class Stopped:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'newsclean.clean':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stopped())\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"sys.argv = ['newsclean', 'clean', {str(PAGE)!r}]\n"
        "runpy.run_module('newsclean', run_name='__main__')\n",
        "utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(newsclean.__file__).parent.parent)}
    stopped = subprocess.run([sys.executable, str(script)], capture_output=True, env=environment, check=False)

    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes break so on POSIX only")
def test_a_broken_pipe_is_silent(tmp_path: Path) -> None:
    """When the reader of a long output goes away, nothing is said."""
    page = tmp_path / "page"
    page.write_text(ARTICLE.text * 40, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "newsclean", "clean", str(page), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_closed_pipe_is_silent_in_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same with a standard output that fails at once."""

    class Closed(io.StringIO):
        def write(self, _: str, /) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return target.fileno()

    with (tmp_path / "out").open("wb") as target:
        monkeypatch.setattr(sys, "stdout", Closed())

        assert main(["clean", str(PAGE)]) == 141


# Markdown


def _article(*paragraphs: tuple[str, str], **fields: object) -> Article:
    values = [Paragraph.model_validate({"text": t, "kind": k, "start": 0, "end": len(t)}) for k, t in paragraphs]
    return Article.model_validate({"paragraphs": tuple(values), **fields})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Mara Lind won 3-1.", "Mara Lind won 3-1.", id="plain"),
        pytest.param("The #1 pump", "The #1 pump", id="number sign inside"),
        pytest.param("5 of 6 pumps", "5 of 6 pumps", id="a number"),
        pytest.param("# 1", r"\# 1", id="no heading"),
        pytest.param("> 3 metres", r"\> 3 metres", id="no quote"),
        pytest.param("- he said", r"\- he said", id="no list"),
        pytest.param("12. May was wet", r"12\. May was wet", id="no numbered list"),
        pytest.param("---", r"\---", id="no rule"),
        pytest.param("a * b * c_d_e [sic] `x` <b>", r"a \* b \* c\_d\_e \[sic\] \`x\` \<b>", id="no marks"),
        pytest.param("back\\slash", r"back\\slash", id="backslash"),
    ],
)
def test_markdown_shows_a_paragraph_as_it_is(text: str, shown: str) -> None:
    """What Markdown would read as a mark is escaped, and nothing else."""
    assert _article(("paragraph", text)).to_markdown() == shown


def test_markdown_of_an_empty_article_is_empty() -> None:
    """An article without anything is nothing in Markdown."""
    assert Article().to_markdown() == ""


def test_markdown_of_each_kind() -> None:
    """Headings, list items and quotes have their marks; a figure stands before its paragraph, or at the end."""
    article = _article(
        ("paragraph", "One."), ("heading", "Two"), ("list_item", "• three"), ("list_item", "4. four"),
        ("quote", "Five."),
        title="A title", description="What it is about.", byline="By Jo Doe",
        figures=(
            Figure(caption="A crane", credit="Jo Doe/AP", position=1),
            Figure(alt="A quay", position=5),
            Figure(credit="AP", position=5),
        ),
    )  # fmt: skip

    assert article.to_markdown().split("\n\n") == [
        "# A title", "**What it is about.**", "By Jo Doe", "One.", "*A crane (Jo Doe/AP)*", "## Two",
        "- three\n4. four", "> Five.", "*A quay*", "*(AP)*",
    ]  # fmt: skip


def test_markdown_of_a_fixture(capsys: pytest.CaptureFixture[str]) -> None:
    """`--markdown` prints the headline on top, all paragraphs, and captions in italics."""
    assert main(["clean", "--markdown", str(PAGE)]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == f"# {ARTICLE.title}"
    assert [p.text in lines for p in ARTICLE.paragraphs] == [True] * len(ARTICLE.paragraphs)
    assert sum(line.startswith("*") and line.endswith("*") for line in lines) == len(ARTICLE.figures)
