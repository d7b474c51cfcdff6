"""tests/bench: each public layout is read, and each score is what one counts by hand. No peer is needed."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from bench import __main__ as command
from bench import cost, hostile
from bench.layouts import Known, Page, chosen, html_of, read_pages, read_texts
from bench.peers import OF_TEXT, PEERS, Peer, errors_of, installed, line_rules
from bench.run import Outcome, costs, measured, render
from bench.scores import score, total

import newsclean

FIRST = "The first two pumps reached the quay on Monday, and four more are on their way."
SECOND = "Nobody was hurt, the mayor said, and the school will open again on Thursday."
HTML = f"<h1>Flood pumps arrive</h1><article><p>{FIRST}</p><p>{SECOND}</p></article>".encode()
URL = "https://www.harbourpost.example/pumps"


def write(folder: Path, files: dict[str, object]) -> Path:
    """Files in a folder: objects as JSON, bytes as they are, gzipped where their name says so."""
    for name, value in files.items():
        raw = value if isinstance(value, bytes) else json.dumps(value).encode()
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return folder


def rows(*values: dict[str, object]) -> bytes:
    """JSON Lines."""
    return "\n".join(json.dumps(value) for value in values).encode()


ROW: dict[str, object] = {"id": "a", "domain": "harbourpost.example", "body": [FIRST, SECOND]}
SECTIONS = [{"headline": ["The quay"], "paragraphs": [FIRST]}, {"headline": [], "paragraphs": [SECOND]}]
DATA = "tests/resources/parser/test_data/or/"
ARTICLE = f"{FIRST}\n{SECOND}"
LAYOUTS: dict[str, tuple[str, dict[str, object]]] = {
    "pages": ("one", {"sets/one.jsonl": rows(ROW), "html/a.html.gz": HTML}),
    "aeb": ("aeb", {"ground-truth.json": {"a": {"articleBody": ARTICLE, "url": URL}}, "html/a.html.gz": HTML}),
    "fundus-evaluation": (
        "fundus_eval",
        {"dataset/ground_truth.json": {"a": {"url": URL, "body": [FIRST, SECOND]}}, "dataset/html/a.html.gz": HTML},
    ),
    "fundus": (
        "fundus_tests",
        {
            f"{DATA}Post.json": {"V1": {"body": {"summary": ["Pumps."], "sections": SECTIONS}}},
            f"{DATA}Post_2024_05_03.html.gz": HTML,
            f"{DATA}meta.info": {"Post_2024_05_03.html.gz": {"url": URL}},
        },
    ),
    "wcxb": (
        "wcxb",
        {
            "ground-truth/a.json": {"url": URL, "ground_truth": {"main_content": ARTICLE}},
            "html/a.html.gz": HTML,
        },
    ),
    "trafilatura": (
        "trafilatura",
        {
            "tests/evaldata.json": {URL: {"file": "a.html", "with": [FIRST], "without": ["More"]}},
            "tests/cache/a.html": HTML,
        },
    ),
}


@pytest.mark.parametrize(("name", "files"), [pytest.param(*value, id=key) for key, value in LAYOUTS.items()])
def test_each_layout_is_recognised(name: str, files: dict[str, object], tmp_path: Path) -> None:
    """A folder in a public layout gives its page: set, host without www, HTML, and what is known of the text."""
    (page,) = read_pages(write(tmp_path, files))

    assert (page.set, page.host) == (name, "harbourpost.example")
    assert html_of(page) == HTML
    assert page.known.must == (FIRST,) if name == "trafilatura" else FIRST in page.known.body
    assert page.known.must_not == (("More",) if name == "trafilatura" else ())


def test_a_standfirst_of_fundus_is_no_text_and_a_heading_is(tmp_path: Path) -> None:
    """The summary is what newsclean gives as description; headings stand where they are printed."""
    (page,) = read_pages(write(tmp_path, LAYOUTS["fundus"][1]))

    assert page.known.body.splitlines() == ["The quay", FIRST, SECOND]


def test_a_version_that_cannot_be_told_is_left_out(tmp_path: Path) -> None:
    """Two pages of a publisher with one version of its parser: nobody but fundus knows which."""
    write(tmp_path, {**LAYOUTS["fundus"][1], f"{DATA}Post_2025_05_03.html.gz": HTML})

    with pytest.raises(ValueError, match="no pages in"):
        read_pages(tmp_path)


def test_pages_that_are_no_articles_are_left_out(tmp_path: Path) -> None:
    """Of WCXB only articles are read."""
    product = {"ground_truth": {"main_content": FIRST}, "_internal": {"page_type": {"primary": "product"}}}
    write(tmp_path, {**LAYOUTS["wcxb"][1], "ground-truth/b.json": product, "html/b.html.gz": HTML})

    assert [page.id for page in read_pages(tmp_path)] == ["a"]


def test_a_folder_of_something_else_says_what_was_expected(tmp_path: Path) -> None:
    """The error names the folder and the layouts."""
    with pytest.raises(ValueError, match="article_extraction_benchmark"):
        read_pages(write(tmp_path, {"README.md": b"Nothing."}))


def test_raw_texts_come_in_each_form_and_in_one_line(tmp_path: Path) -> None:
    """PAGES has a file for each form; the articles are read once more as one line; blogs stand apart."""
    text = rows({"id": "a", "text": f"{FIRST}\n\n{SECOND}"}, {"id": "unknown", "text": "Nothing."})
    files = {"text/article.jsonl.gz": text, "text/soup.jsonl.gz": text}

    news = read_texts(write(tmp_path / "news", {"sets/one.jsonl": rows(ROW), **files}))
    blogs = read_texts(write(tmp_path / "blogs", {"sets/wcxb.jsonl": rows(ROW), **files}))

    assert [text.set for text in news] == ["article, news", "oneline, news", "soup, news"]
    assert [text.raw for text in news[:2]] == [f"{FIRST}\n\n{SECOND}", f"{FIRST} {SECOND}"]
    assert {text.set.rpartition(" ")[2] for text in blogs} == {"blogs"}


def test_a_sample_is_evenly_spread_and_always_the_same() -> None:
    """So many of each set, whatever the order in which the pages come."""
    pages = [Page(name, f"{i:02}", "", Path(), Known("")) for name in ("one", "two") for i in range(10)]

    assert [page.id for page in chosen(pages[::-1], None, 3)] == ["00", "03", "06"] * 2
    assert {page.set for page in chosen(pages, ["two"], None)} == {"two"}
    assert len(chosen(pages, None, None)) == len(pages)


# Scores


def test_the_text_itself_is_perfect() -> None:
    """Whatever the white space."""
    found = score(Known(f"{FIRST}\n\n{SECOND}"), f"{FIRST} {SECOND}")

    assert (found.shingles, found.words, found.lost, found.left) == ((1.0, 1.0), (1.0, 1.0, 1.0), 0, 0)


def test_shingles_and_words_are_counted() -> None:
    """Of five words four are there and one more: two shingles each, one shared; four words of five each."""
    found = score(Known("one two three four five"), "one two three four six")

    assert found.shingles == (0.5, 0.5)
    assert found.words == pytest.approx((0.8, 0.8, 0.8))


def test_an_empty_text_has_no_precision_and_loses_all() -> None:
    """Precision of nothing is no zero that would count: article-extraction-benchmark leaves it out."""
    found = score(Known(FIRST), "")

    assert found.shingles == (None, 0.0)
    assert found.words == (0.0, 0.0, 0.0)
    assert (found.lost, found.story) == (16, 16)


def test_a_lost_sentence_and_one_that_is_too_much_are_seen() -> None:
    """Their words are counted; pieces of fewer than eight words are not."""
    found = score(
        Known(f"{FIRST} {SECOND}"),
        f"{FIRST} Photo: Mara Lind. Sign up here for the tide tables of the harbour by mail.",
    )

    assert (found.lost, found.left) == (14, 15)
    assert score(Known(f"{FIRST} Read it all here."), FIRST).lost == 0


def test_scripts_without_blanks_are_counted_by_character() -> None:
    """A sentence of Japanese is more than one word."""
    found = score(Known("港にポンプが着いた。けが人はいない。"), "港にポンプが着いた。")

    assert found.story == 16
    assert found.words[2] == pytest.approx(9 / 16)


def test_snippets_are_found_across_line_ends() -> None:
    """A snippet may be broken over lines; one that must not be there counts against."""
    found = score(Known("", ("two pumps reached", "nobody"), ("More",)), "The first two\npumps reached the quay.\nMore")

    assert found.snippets == (1, 1, 1)
    assert total([found]).snippets == (0.5, 0.5, 0.5)


def test_a_total_is_what_the_benchmarks_make_of_it() -> None:
    """Means over pages; the share of pages on which something is lost; lost words in parts of all words."""
    scores = [score(Known(FIRST), FIRST), score(Known(FIRST), "")]

    found = total(scores)

    assert found.shingles == pytest.approx((2 / 3, 1.0, 0.5))
    assert (found.words[0], found.lost, found.lost_pages, found.left) == (0.5, 0.5, 0.5, 0.0)


# A run


def broken(raw: bytes | str, host: str) -> str:
    """An extractor that chokes."""
    raise ValueError(host)


PAIR = (OF_TEXT[0], Peer("broken", "newsclean", lambda: broken))


def test_each_peer_reads_each_page(tmp_path: Path) -> None:
    """One that raises gives no text, is counted, and does not end the run."""
    pages = read_pages(write(tmp_path, LAYOUTS["pages"][1]))
    said: list[str] = []

    outcomes = measured(pages, PAIR, said.append)

    assert outcomes["one", "newsclean"][0].score.words[0] == 1.0
    assert [o.has_failed for o in outcomes["one", "broken"]] == [True]
    assert said == ["0 of 1"]


def outcome(text: str, seconds: float | None) -> Outcome:
    """What a text comes to that took so long."""
    return Outcome(score(Known(FIRST), text), seconds, has_failed=False)


def test_times_are_ratios() -> None:
    """The yardstick's is one; what the clock says nothing of has a dash."""
    outcomes = {
        ("one", "resiliparse"): [outcome(FIRST, 0.002), outcome(FIRST, 0.004)],
        ("one", "newsclean"): [outcome(FIRST, 0.004), outcome(FIRST, 0.008)],
        ("one", "apart"): [outcome("", None), outcome("", None)],
    }

    table = render(outcomes).splitlines()

    assert table[0] == "### one, 2 pages"
    assert [line.split(" | ")[-2] for line in table[4:]] == ["1.0", "2.0", "–"]
    assert "| newsclean | 6.0 | 2.0 |" in costs(outcomes)
    assert "apart" not in costs(outcomes)
    assert " time " not in render({("one", "newsclean"): [outcome(FIRST, 1.0)]})


@pytest.mark.parametrize("text", ["", "--text"])
def test_the_command_writes_a_table(text: str, tmp_path: Path) -> None:
    """Date, versions, machine, command and tables; the folder's place on this machine is not told."""
    raw = {"text/article.jsonl.gz": rows({"id": "a", "text": f"{FIRST}\n\n{SECOND}"})}
    write(tmp_path / "pages", {**LAYOUTS["pages"][1], **raw})

    only = ["--only", "newsclean", "--only", "no such peer"]
    command.main([str(tmp_path / "pages"), *text.split(), *only, "-o", str(tmp_path / "table.md")])

    table = (tmp_path / "table.md").read_text("utf-8")
    for part in (
        "* date: 20",
        f"* newsclean: {newsclean.__version__}",
        " cores, ",
        "* Python: ",
        "command: `python -m tests.bench pages",
        "--only 'no such peer'",
        "| newsclean |",
    ):
        assert part in table
    assert str(tmp_path) not in table


def test_the_command_says_that_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A set that is not there ends it, with its name."""
    write(tmp_path, LAYOUTS["pages"][1])

    with pytest.raises(SystemExit):
        command.main([str(tmp_path), "--set", "nowhere"])

    assert "nowhere" in capsys.readouterr().err


def test_only_what_is_installed_runs() -> None:
    """This library always is; one that nobody has is not."""
    nobody = Peer("nobody", "newsclean-of-nobody", lambda: broken)

    assert list(installed([*OF_TEXT, nobody])) == list(OF_TEXT)
    assert ValueError in errors_of(nobody)


def test_line_rules_keep_sentences() -> None:
    """Five words and an end like a sentence's; what speaks of JavaScript goes."""
    assert line_rules(f"Harbour Town\n{FIRST}\nYes, it is.\nPlease turn on JavaScript to read on.", "") == FIRST


def test_every_peer_is_pinned() -> None:
    """Each library of PEERS stands in the extra `bench` with one version, and nothing else does."""
    text = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
    extra = text.partition("\nbench = [")[2].partition("\n]")[0]

    pinned = {re.split(r"==|\[", line.strip().strip('",'))[0] for line in extra.splitlines() if "==" in line}
    assert pinned == {peer.package for peer in PEERS} - {"newsclean"}


# What a page costs


def test_the_fastest_round_counts() -> None:
    """Each task sees each page once a round; of no pages all take nothing."""
    seen: list[object] = []
    times = cost.fastest({"one": seen.append, "two": str}, ["a", "b"], rounds=2)

    assert seen == ["a", "b", "a", "b"]
    assert set(times) == {"one", "two"}
    assert all(0 <= seconds < 1 for seconds in times.values())
    assert cost.fastest({"one": seen.append}, []) == {"one": 0}


def test_costs_are_ratios() -> None:
    """A row for each task: milliseconds a page, and how many times as long newsclean takes."""
    shown = cost.table("HTML", 2, {"newsclean": 0.012, "parsing alone (lexbor)": 0.001})

    assert shown.splitlines()[2:] == ["| newsclean | 6.00 | 1.00 × |", "| parsing alone (lexbor) | 0.50 | 12.00 × |"]


def test_the_command_of_costs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says on what it was measured, and gives a table for HTML and one for each form of text that is there."""
    texts = rows({"id": "a", "text": ARTICLE})
    files: dict[str, object] = {"sets/one.jsonl": rows(ROW), "html/a.html.gz": HTML, "text/article.jsonl.gz": texts}
    cost.main([str(write(tmp_path, files)), "--sample", "1"])
    shown = capsys.readouterr().out

    assert f"python -m tests.bench.cost {tmp_path.name} --sample 1" in shown
    assert "| HTML, 1 pages |" in shown
    assert "| article, 1 pages |" in shown
    assert shown.count("| newsclean |") == 2


# Pages made to stop their reader


def test_a_hostile_page_is_read_in_a_process_of_its_own() -> None:
    """What one page costs is measured in another process, and told with what was kept."""
    found = hostile.outcome("a picture of 2.4 million characters", PEERS[0], 30)

    assert found.kept == len(hostile.STORY)
    assert found.seconds < 30
    assert found.memory > 0
    assert found.ended == ""


def test_a_hostile_page_is_stopped() -> None:
    """A process that takes longer than its limit ends."""
    assert hostile.outcome("45,000 sentences in one line", PEERS[0], 1).ended == "stopped after 1 s"


@pytest.mark.parametrize(
    ("found", "cell"),
    [
        (hostile.Outcome(1.24, 5_000_000, 1234), "1.2 s, 5 ×, 1,234"),
        (hostile.Outcome(20, 0, 0, "stopped after 20 s"), "**stopped after 20 s**"),
        (hostile.Outcome(0, 0, 0, "TypeError"), "**TypeError**"),
    ],
)
def test_the_cost_of_a_hostile_page_is_shown(found: hostile.Outcome, cell: str) -> None:
    """A cell tells seconds, memory in times of the page and what was kept, or what ended it."""
    assert hostile.shown(found, 1_000_000) == cell


def test_peers_get_texts_as_paragraphs() -> None:
    """To those that read HTML a text is given as lines in paragraphs; of each page there is much."""
    text, page = hostile.raw_of("80,000 dates", is_ours=True), hostile.raw_of("80,000 dates", is_ours=False)

    assert str(text).count("\n") + 1 == str(page).count("<p>") == 80_000
    assert hostile.raw_of("20,000 links", is_ours=True) == hostile.raw_of("20,000 links", is_ours=False)
