"""Spark and datatrove, as they are: what the cluster gives is what one process gives, and no page ends a job.

Where the packages are missing these tests are skipped; NEWSCLEAN_ENGINES=required, as .ci/run sets it, demands them.
NEWSCLEAN_PAGES=20000 makes so many pages of it (docs/engines.md says what that takes).
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import poison
import pytest
from marked import FIXTURES

from newsclean import Article, SiteProfile, clean_article
from newsclean.article.columns import columns_of
from newsclean.engines import datatrove as engine
from newsclean.engines.datatrove import FIELDS, ArticleCleaner, ProfileCounter, ProfileMerger
from newsclean.engines.spark import MOST_ROWS, clean_column, fit_profile
from newsclean.record import json_record, spark_ddl

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

IS_REQUIRED = os.environ.get("NEWSCLEAN_ENGINES") == "required"
PAGES = int(os.environ.get("NEWSCLEAN_PAGES", "320"))  # at least more than one batch of ours
HOSTS = ("harbourpost.example", "orrinherald.example", "quaynews.example")
DAYS = ("Monday", "poison", "Thursday")
BY_ZERO = ("ZeroDivisionError", "integer division or modulo by zero")
SYLLABLES = ("bo", "ka", "lu", "mi", "ne", "ro", "sa", "ti", "ve", "zo")
PLACES = ("the quay", "the old mill", "the school", "the lighthouse", "the fish market")
pytestmark = pytest.mark.filterwarnings("default")  # what the engines warn of is theirs
FIXED = sorted([*(FIXTURES / "raw").glob("*.txt"), *(FIXTURES / "html").glob("*.html")])


def name(n: int) -> str:
    """A place of its own for each number: lines are compared without their numbers."""
    return "".join([SYLLABLES[int(digit)] for digit in str(n)]).title()


def needs(package: str) -> pytest.MarkDecorator:
    """Skips without this package, but where the engines are demanded."""
    is_missing = find_spec(package) is None and not IS_REQUIRED
    return pytest.mark.skipif(is_missing, reason=f"{package} is not installed: pip install 'newsclean[engines]'")


def made_up(n: int) -> dict[str, Any]:
    """Page number n of a synthetic crawl: of three sites, as text and as HTML, with figures, related stories, dates."""
    host = HOSTS[n % 3]
    place, other = PLACES[n % 5], PLACES[(n // 5) % 5]
    story = (
        f"Pump number {n} reached {place} of {name(n)} on Monday, the mayor said, and {n % 7 + 2} more follow.",
        f"Nobody at {other} in {name(n)} was hurt, and street {n % 31} opens again on Thursday after a last look.",
        f"The council of {name(n)} pays {n * 37} crowns for it, half of the first offer, Mara Lind told the board.",
    )
    friends = (
        f"Half of the readers of {host.partition('.')[0]} pay for what they read here, and the rest could do so too."
    )
    if n % 2:
        raw = "\n\n".join(
            [f"Pump {n} for {place}", "By Jo Doe", "April 9, 2026", *story[:2], friends, story[2], "Share"]
        )
    else:
        raw = (
            f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Pump {n} for {place}</h1>"
            f"<p class='byline'>By Jo Doe</p><figure><img src='/p{n}.jpg' alt='A pump'>"
            f"<figcaption>A crane lowers pump {n}. Photo: Mara Lind/AP</figcaption></figure>"
            f"<p>{story[0]}</p><p>{story[1]}</p><p>Read more: <a href='/wall'>Sea wall {n} to be raised</a></p>"
            f"<p>{friends}</p><p>{story[2]}</p></article></body></html>"
        )
    return {
        "id": n,
        "url": f"https://www.{host}/2026/04/{n % 28 + 1:02}/pump-{n}",
        "raw": raw,
        "crawl": {"wave": n % 2},
    }


def rows() -> list[dict[str, Any]]:
    """The crawl, our fixtures among it, and rows that are none: a null, an empty page."""
    found = [made_up(n) for n in range(PAGES)]
    for n, path in enumerate(FIXED):
        found[7 * n + 3]["raw"] = path.read_text("utf-8")
    found[11]["raw"] = None
    found[12]["raw"] = ""
    return found


ROWS = rows()


# Spark


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    sql = pytest.importorskip("pyspark.sql") if not IS_REQUIRED else __import__("pyspark.sql").sql
    builder = sql.SparkSession.builder.master("local[2, 3]").appName("newsclean")
    for key, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(MOST_ROWS + 20),
    }.items():
        builder = builder.config(key, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # else a worker is the python3 of the path, without newsclean
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = builder.getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def frame(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(ROWS, "id INT, url STRING, raw STRING, crawl STRUCT<wave: INT>").coalesce(1).cache()


@needs("pyspark")
def test_spark_gives_what_one_process_gives(frame: DataFrame) -> None:
    """Row by row: the other columns as they were, each article equal in every field, the null row an error."""
    found = clean_column(frame, url="url").collect()

    assert len(found) == PAGES
    for given, row in zip(ROWS, found, strict=True):
        assert {name: row.asDict(recursive=True)[name] for name in given} == given
        if given["raw"] is None:
            assert row.article is None
            assert row.error.asDict() == {"type": "TypeError", "reason": "raw: expected str or bytes, got None"}
        else:
            assert row.error is None
            assert Article.from_record(in_utc(row.article.asDict(recursive=True))) == clean_article(
                given["raw"], url=given["url"]
            )


def in_utc(record: dict[str, Any]) -> dict[str, Any]:
    """PySpark gives a moment in the zone of this process, and without saying so."""
    names = [c.name for c in columns_of(Article) if c.scalar == "moment" and record[c.name] is not None]
    return record | {name: record[name].astimezone(UTC) for name in names}


@needs("pyspark")
def test_spark_says_the_type_of_the_record(spark: SparkSession, frame: DataFrame) -> None:
    """The column is the published record as a struct, and a file of it is read with the published DDL."""
    types = pytest.importorskip("pyspark.sql.types")
    found = clean_column(frame, into="cleaned", error="failure")

    assert found.columns == [*frame.columns, "cleaned", "failure"]
    assert found.schema["cleaned"].dataType.simpleString() == types.StructType.fromDDL(spark_ddl()).simpleString()
    figures = found.selectExpr("explode(cleaned.figures) f").where("f.credit = 'Mara Lind/AP'").select("f.caption")
    here = [f for row in ROWS if row["raw"] for f in clean_article(row["raw"]).figures]
    credited = [f.caption for f in here if f.credit == "Mara Lind/AP"]
    assert [row.caption for row in figures.collect()] == credited
    assert len(credited) > 100


@needs("pyspark")
def test_a_wrong_rule_ends_no_job(spark: SparkSession) -> None:
    """A page at which a rule of the user's raises is an error of its row; the others have their articles."""
    spark.sparkContext.addPyFile(poison.__file__)
    pages = spark.createDataFrame(
        [(f"Pump {n} reached the quay on {day}.",) for n, day in enumerate(DAYS)], "raw STRING"
    )
    found = clean_column(pages, rules=poison.DIVIDES, fields=["text"]).collect()

    assert [row.error and tuple(row.error) for row in found] == [None, BY_ZERO, None]
    assert [row.article and row.article.text for row in found] == [found[0].raw, None, found[2].raw]


@needs("pyspark")
def test_a_page_that_ends_its_worker_is_an_error_where_that_is_asked(spark: SparkSession) -> None:
    """In a process beside the worker it costs only its row; in the worker itself it ends the job, which says so."""
    spark.sparkContext.addPyFile(poison.__file__)
    pages = spark.createDataFrame(
        [(f"Pump {n} reached the quay on {day}.",) for n, day in enumerate(DAYS)], "raw STRING"
    ).coalesce(1)
    found = clean_column(pages, rules=poison.EXITS, fields=["text"], isolated=True).collect()

    assert [row.article and row.article.text for row in found] == [found[0].raw, None, found[2].raw]
    assert found[1].error.type == "WorkerDied"
    with pytest.raises(pytest.importorskip("py4j.protocol").Py4JJavaError, match="worker exited unexpectedly"):
        clean_column(pages, rules=poison.EXITS, fields=["text"]).collect()


@needs("pyspark")
def test_spark_counts_the_profile_that_fit_counts(frame: DataFrame) -> None:
    """`fit_profile` is `SiteProfile.fit`, whatever the partitions; articles are then those of one process."""
    pages = [row for row in ROWS if row["raw"] is not None]
    fitted = SiteProfile.fit((row["url"], row["raw"]) for row in pages)
    profile = fit_profile(frame.repartition(5))

    assert profile.to_json() == fitted.to_json()
    cleaned = clean_column(frame, url="url", profile=profile, fields=["text"]).where("article is not null").collect()
    texts = {row["id"]: clean_article(row["raw"], url=row["url"], profile=fitted).text for row in pages}
    assert {row.id: row.article.text for row in cleaned} == texts
    assert not any("pay for what they read" in text for text in texts.values())
    assert sum("the mayor said" in text for text in texts.values()) > PAGES - len(FIXED) - 3


@needs("pyspark")
def test_what_is_no_page_is_not_counted(spark: SparkSession) -> None:
    """Rows without page or host do not end the pass, and count for nothing."""
    frame = spark.createDataFrame(
        [
            ("https://harbourpost.example/1", b"The quay"),
            (None, b"The quay"),
            ("///", b"The quay"),
            ("x.example", None),
        ],
        "url STRING, raw BINARY",
    )

    assert {host: site.pages for host, site in fit_profile(frame).sites.items()} == {"harbourpost.example": 1}


@needs("pyspark")
def test_bytes_are_read_as_bytes(spark: SparkSession) -> None:
    """A BINARY column is decoded page by page; text that is not UTF-8 is an error only where Spark says it is text."""
    raw = "Die Flut kam über die Mole, sagte Bürgermeister Jo Doe am Montag in Orrin.".encode("cp1252")
    frame = spark.createDataFrame([(raw,)], "raw BINARY")
    (row,) = clean_column(frame, fields=["text", "warnings"]).collect()
    (spoilt,) = clean_column(frame.selectExpr("CAST(raw AS STRING) raw")).select("article", "error").collect()

    assert row.article.asDict() == {name: clean_article(raw).to_record()[name] for name in ("text", "warnings")}
    assert spoilt.article is None
    assert spoilt.error.type == "UnicodeDecodeError"


@needs("pyspark")
@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        pytest.param({"raw": "html"}, ValueError, "html: expected one column of this name, got id", id="no column"),
        pytest.param({"raw": "id"}, TypeError, "id: expected a column of type string or binary, got int", id="type"),
        pytest.param({"url": "crawl"}, TypeError, "crawl: expected a column of type string, got struct", id="url"),
        pytest.param({"into": "url"}, ValueError, "url: there is such a column already", id="there already"),
        pytest.param({"into": "x", "error": "x"}, ValueError, "x: there is such a column already", id="twice"),
        pytest.param({"fields": ["texts"]}, ValueError, "fields: expected some of .* got texts", id="field"),
        pytest.param({"fields": []}, ValueError, "fields: expected some of .* got none", id="no field"),
        pytest.param({"prefer": "both"}, ValueError, "prefer: expected", id="option"),
    ],
)
def test_wrong_use_of_spark_raises_at_once(
    frame: DataFrame, options: Mapping[str, Any], error: type[Exception], message: str
) -> None:
    """Before any job starts, with what was given and what was expected."""
    with pytest.raises(error, match=message):
        clean_column(frame, **options)


def test_without_spark_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is imported all the same; only a call needs PySpark."""
    monkeypatch.setitem(sys.modules, "pyspark.sql.types", None)
    with pytest.raises(ImportError, match=r"needs PySpark: pip install 'newsclean\[spark\]'"):
        clean_column(cast("DataFrame", None))


# datatrove


def pipeline(folder: Path, pages: Sequence[Mapping[str, Any]], **options: object) -> tuple[list[Any], dict[str, Any]]:
    """What two tasks of the local executor write of these pages, and the statistics of our step."""
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    put(folder / "in", pages)
    step = ArticleCleaner(exclusion_writer=JsonlWriter(f"{folder}/excluded", compression=None), **cast("Any", options))
    LocalPipelineExecutor(
        pipeline=[
            JsonlReader(f"{folder}/in", text_key="raw", default_metadata={"crawl": "april"}),
            step,
            JsonlWriter(f"{folder}/out", compression=None),
        ],
        tasks=2,
        workers=2,
        logging_dir=f"{folder}/logs",
    ).run()
    (stats,) = [s for s in stats_of(folder / "logs") if "newsclean" in s["name"]]
    return written(folder / "out"), stats["stats"]


def put(folder: Path, pages: Sequence[Mapping[str, Any]]) -> None:
    """Writes pages into two files, one for each task."""
    folder.mkdir()
    for task in range(2):
        lines = [json.dumps(page) for page in pages[task::2]]
        (folder / f"{task}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def stats_of(logs: Path) -> list[dict[str, Any]]:
    """The statistics of the steps of a pipeline."""
    return cast("list[dict[str, Any]]", json.loads((logs / "stats.json").read_text("utf-8")))


def written(folder: Path) -> list[Any]:
    """The Documents in the files of a folder, by their numbers."""
    files = sorted(folder.glob("*.jsonl"))
    found = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return sorted(found, key=lambda document: int(document["id"]))


@needs("datatrove")
def test_datatrove_gives_what_one_process_gives(tmp_path: Path) -> None:
    """Each Document's text is the story, its metadata what it was and the other fields; statistics add up."""
    pages = [{**row, "id": str(row["id"])} for row in ROWS if row["raw"]]
    documents, stats = pipeline(tmp_path, pages)
    articles = [clean_article(page["raw"], url=page["url"]) for page in pages]

    assert len(documents) == len(pages)
    for page, article, document in zip(pages, articles, documents, strict=True):
        record = json_record(article.to_record())
        assert document.get("text", "") == article.text  # the writer leaves out what is empty
        assert document["metadata"]["url"] == page["url"]
        assert document["metadata"]["crawl"] == page["crawl"]
        assert document["metadata"]["article"] == {name: record[name] for name in FIELDS}
    removed = Counter(s.kind for article in articles for s in article.removed)
    assert {name.removeprefix("removed_"): n for name, n in totals(stats).items() if "removed_" in name} == removed
    assert totals(stats)["page_type_article"] == sum(a.page_type == "article" for a in articles)
    assert totals(stats)["characters_after"] == sum(len(a.text) for a in articles)


def totals(stats: Mapping[str, Any]) -> dict[str, int]:
    """The sums of a step's statistics."""
    return {name: value if isinstance(value, int) else value["total"] for name, value in stats.items()}


@needs("datatrove")
def test_datatrove_excludes_what_is_asked(tmp_path: Path) -> None:
    """By page type and by a function of one's own; what raises too. Each goes as it came, with its reason."""
    texts = (
        "Pumps reached the quay on Monday, the mayor said.",
        "<html><body> </body></html>",
        "Pumps reached the quay on poison.",
        "Pumps came.",
    )
    pages = [{"id": str(n), "raw": text} for n, text in enumerate(texts)]
    documents, stats = pipeline(
        tmp_path, pages, exclude_types=["stub", "empty"], exclude=is_short, rules=poison.DIVIDES
    )

    assert [document["id"] for document in documents] == ["0"]
    reasons = {d["id"]: (d["text"], d["metadata"]["filter_reason"]) for d in written(tmp_path / "excluded")}
    assert reasons == {"1": (texts[1], "empty"), "2": (texts[2], "error"), "3": (texts[3], "short")}
    assert totals(stats)["dropped"] == 3
    assert totals(stats)["dropped_short"] == 1


@needs("datatrove")
def test_datatrove_excludes_what_is_unsure(tmp_path: Path) -> None:
    """Articles of a confidence under the one that is asked for, and no others."""
    pages = [{**row, "id": str(row["id"])} for row in ROWS[:60] if row["raw"]]
    sure = {page["id"]: clean_article(page["raw"], url=page["url"]).confidence for page in pages}
    least = sorted(sure.values())[len(sure) // 2]
    documents, stats = pipeline(tmp_path, pages, least_confidence=least)

    assert {document["id"] for document in documents} == {name for name, c in sure.items() if c >= least}
    assert totals(stats)["dropped_unsure"] == sum(c < least for c in sure.values()) > 0


@needs("datatrove")
def test_datatrove_survives_a_page_that_ends_its_process(tmp_path: Path) -> None:
    """In a process beside the task it is excluded with its reason, and the task goes on."""
    pages = [{"id": str(n), "raw": f"Pumps reached the quay of Orrin on {day}."} for n, day in enumerate(DAYS)]
    documents, stats = pipeline(tmp_path, pages, rules=poison.EXITS, isolated=True)

    assert [document["id"] for document in documents] == ["0", "2"]
    (excluded,) = written(tmp_path / "excluded")
    assert (excluded["text"], excluded["metadata"]["filter_reason"]) == (pages[1]["raw"], "error")
    assert excluded["metadata"]["article_error"].startswith(
        "WorkerDied: the process that cleaned this page ended twice"
    )
    assert totals(stats)["dropped_error"] == 1


@needs("datatrove")
def test_datatrove_counts_the_profile_that_fit_counts(tmp_path: Path) -> None:
    """Counted by two tasks, merged by one, then used: the file is that of `fit`, the articles are those of one process.

    All three pipelines are made before any runs, as on Slurm. One page has no address and counts for nothing.
    """
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    pages = [{**row, "id": str(row["id"])} for row in ROWS if row["raw"]]
    put(tmp_path / "in", [*pages, {"id": "-1", "raw": "Half of the readers pay."}])
    reader = JsonlReader(f"{tmp_path}/in", text_key="raw")
    file = f"{tmp_path}/profile.json"
    counting = LocalPipelineExecutor(
        [reader, ProfileCounter(f"{tmp_path}/counts")], tasks=2, logging_dir=f"{tmp_path}/logs/counts"
    )
    merging = LocalPipelineExecutor(
        [ProfileMerger(f"{tmp_path}/counts", file)], logging_dir=f"{tmp_path}/logs/merged", depends=counting
    )
    LocalPipelineExecutor(
        [reader, ArticleCleaner(profile=file), JsonlWriter(f"{tmp_path}/out", compression=None)],
        tasks=2,
        logging_dir=f"{tmp_path}/logs/cleaned",
        depends=merging,
    ).run()
    fitted = SiteProfile.fit((page["url"], page["raw"]) for page in pages)

    assert Path(file).read_text("utf-8") == fitted.to_json()
    documents = written(tmp_path / "out")
    assert len(documents) == len(pages)
    for page, document in zip(pages, documents, strict=True):
        assert document.get("text", "") == clean_article(page["raw"], url=page["url"], profile=fitted).text
    assert not any("pay for what they read" in document.get("text", "") for document in documents)
    (stats,) = [s for s in stats_of(tmp_path / "logs/counts") if "profile" in s["name"]]
    assert (totals(stats["stats"])["counted"], totals(stats["stats"])["no_page"]) == (len(pages), 1)
    (stats,) = [s for s in stats_of(tmp_path / "logs/cleaned") if "newsclean" in s["name"]]
    assert totals(stats["stats"])["dropped_error"] == 1


@needs("datatrove")
def test_one_task_merges(tmp_path: Path) -> None:
    """With several, each would write the same file."""
    with pytest.raises(ValueError, match="expected a pipeline of one task, got 2"):
        list(ProfileMerger(str(tmp_path), f"{tmp_path}/profile.json").run(None, 0, 2))


def is_short(article: Article) -> str | None:
    return "short" if len(article.text) < 20 else None


@needs("datatrove")
@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"fields": ["texts"]}, "fields: expected some of .* got texts", id="field"),
        pytest.param({"exclude_types": ["news"]}, "exclude_types: expected some of .* got news", id="type"),
        pytest.param({"languages": ["qq"]}, "languages: no cues for qq", id="option"),
        pytest.param({"least_confidence": 75}, "least_confidence: expected 0 to 1, got 75", id="confidence"),
    ],
)
def test_wrong_use_of_datatrove_raises_at_once(options: Mapping[str, Any], message: str) -> None:
    """When the pipeline is written, not when a task of it runs."""
    with pytest.raises(ValueError, match=message):
        ArticleCleaner(**options)


def test_without_datatrove_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is imported all the same; only the step needs datatrove."""
    monkeypatch.setattr(engine, "PipelineStep", object)
    for make in (ArticleCleaner, partial(ProfileCounter, "counts"), partial(ProfileMerger, "counts", "profile.json")):
        with pytest.raises(ImportError, match=r"needs datatrove: pip install 'newsclean\[datatrove\]'"):
            make()
