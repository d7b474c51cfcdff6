"""Many pages: what comes out, in which order, and what one bad page, a signal or an early end costs the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from types import SimpleNamespace

import poison
import pytest
from marked import FIXTURES

from newsclean import Article, PageError, Result, Rulebook, clean_article, clean_articles
from newsclean.batch import crew
from newsclean.batch.articles import n_workers, outcomes

HTML = sorted((FIXTURES / "html").glob("*.html"))
RAW = sorted((FIXTURES / "raw").glob("*.txt"))
PUMPS = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
POISON = f"{PUMPS}\n\nThis page is poison for the rule that is asked about it, the mayor of Orrin said."
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
PATIENCE = 300  # seconds that a test waits for what comes at once, were the machine not busy with other work


def articles(results: Iterable[Result]) -> list[Article | None]:
    return [result.article for result in results]


def errors(results: Iterable[Result]) -> list[str | None]:
    return [str(result.error) if result.error else None for result in results]


def no_children() -> bool:
    """Whether all processes that we started are gone."""
    end = time.monotonic() + PATIENCE
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.01)
    return not multiprocessing.active_children()


# What comes out


@pytest.mark.parametrize("workers", [None, 1, 2, 3])
def test_each_page_is_what_clean_article_makes_of_it(workers: int | None) -> None:
    """In order, with number and id, whatever the number of processes."""
    pages = [file.read_bytes() for file in (*RAW, *HTML)]
    results = list(clean_articles(pages, workers=workers))

    assert articles(results) == [clean_article(page) for page in pages]
    assert [result.index for result in results] == [result.id for result in results] == list(range(len(pages)))
    assert errors(results) == [None] * len(pages)


@pytest.mark.parametrize("workers", [1, 2])
def test_records_have_ids_and_addresses(workers: int) -> None:
    """Mappings and objects give raw, url and id; where there is no id it is the number, where no url the call's."""
    html = HTML[0].read_text("utf-8")
    at = "https://harbourpost.example/pumps"
    pages: list[object] = [
        {"raw": html, "url": at, "id": "a1", "more": 3},
        SimpleNamespace(raw=html, url=None, id=("b", 2)),
        {"raw": html, "url": float("nan"), "id": float("nan")},
        html,
    ]
    results = list(clean_articles(iter(pages), workers=workers, url="https://orrin.example/"))

    assert [result.id for result in results] == ["a1", ("b", 2), 2, 3]
    elsewhere = clean_article(html, url="https://orrin.example/")
    assert articles(results) == [clean_article(html, url=at), elsewhere, elsewhere, elsewhere]


@pytest.mark.parametrize("workers", [1, 2])
def test_options_are_those_of_clean_article(workers: int) -> None:
    """Form, languages, rules and preference go to each page, in whichever process."""
    page = f"<p>{PUMPS}</p>\n\nLesen Sie auch: Deich wird erhöht\n\nGrown in Aldmere."
    book = Rulebook(cues={"ad": {"whole": ["Grown in Aldmere."]}})
    (result,) = clean_articles(
        [page], workers=workers, form="text", languages=iter(["en"]), rules=book, prefer="recall"
    )

    assert result.article == clean_article(page, form="text", languages=["en"], rules=book, prefer="recall")
    assert result.article != clean_article(page)


@pytest.mark.parametrize("workers", [1, 2])
def test_no_pages_give_no_results(workers: int) -> None:
    """Nothing in, nothing out, and no process is started."""
    assert list(clean_articles([], workers=workers)) == []
    assert no_children()


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_every_start_method_gives_the_same(method: str, tmp_path: Path) -> None:
    """Processes that are started anew find the rules and give what this one does."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, poison\n"
        "from newsclean import clean_articles\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    pages = [*poison.pages(40), 'Poison is what this page is, said the mayor.', None]\n"
        "    for result in clean_articles(pages, workers=2, rules=poison.EXITS):\n"
        "        print(result.article.title if result.article else result.error.type)\n",
        "utf-8",
    )
    out = run(str(script))

    assert out.stderr == ""
    titles = [clean_article(page).title for page in poison.pages(40)]
    assert out.stdout.splitlines() == [*map(str, titles), "WorkerDied", "TypeError"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments; it finds newsclean and our rules."""
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=paths(), check=False)


def paths() -> dict[str, str]:
    """An environment in which the newsclean under test and tests/ are found."""
    import newsclean

    return {**os.environ, "PYTHONPATH": f"{Path(newsclean.__file__).parent.parent}{os.pathsep}{Path(__file__).parent}"}


# Bad records


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(None, "page 1: TypeError: expected str, bytes or a record with raw, got None", id="None"),
        pytest.param(float("nan"), "page 1: TypeError: expected str, bytes or a record with raw, got nan", id="NaN"),
        pytest.param(7, "page 1: TypeError: expected str, bytes or a record with raw, got int", id="a number"),
        pytest.param({}, "page 1: TypeError: expected str, bytes or a record with raw, got dict", id="empty record"),
        pytest.param(
            {"text": "x", "id": "a"},
            "page 'a': TypeError: expected str, bytes or a record with raw, got a record with text, id", id="no raw",
        ),
        pytest.param(
            {"raw": None, "id": "a"}, "page 'a': TypeError: raw: expected str or bytes, got None", id="raw None"
        ),
        pytest.param(
            SimpleNamespace(raw=float("nan"), id=3), "page 3: TypeError: raw: expected str or bytes, got nan",
            id="raw NaN",
        ),
        pytest.param({"raw": "x", "url": 3}, "page 1: TypeError: url: expected str or None, got int", id="url"),
        pytest.param(POISON, "page 1: ZeroDivisionError: integer division or modulo by zero", id="a rule raises"),
    ],
)  # fmt: skip
def test_a_bad_record_costs_only_itself(page: object, reason: str, workers: int) -> None:
    """It gives an error with its id, type and reason; its neighbours come out as always."""
    results = list(clean_articles([PUMPS, page, PUMPS], workers=workers, rules=poison.DIVIDES))

    assert errors(results) == [None, reason, None]
    assert articles(results) == [clean_article(PUMPS), None, clean_article(PUMPS)]


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_can_be_raised(workers: int) -> None:
    """With errors="raise" the results before come, then the first error, and the processes end."""
    results = clean_articles([PUMPS, {"raw": None, "id": "a"}, PUMPS], workers=workers, errors="raise")

    assert next(results).article == clean_article(PUMPS)
    with pytest.raises(RuntimeError, match=r"^page 'a': TypeError: raw: expected str or bytes, got None$"):
        next(results)
    assert list(results) == []
    assert no_children()


def test_an_error_is_a_value() -> None:
    """It is frozen, equal by its fields, and prints as one line."""
    (result,) = clean_articles([None], workers=1)

    assert result.error == PageError(
        id=0, type="TypeError", reason="expected str, bytes or a record with raw, got None"
    )
    with pytest.raises(ValueError, match="frozen"):
        result.error.reason = ""


@POSIX
@pytest.mark.parametrize(
    ("rules", "ending"), [(poison.EXITS, "with exit status 7"), (poison.IS_KILLED, "by signal 9")], ids=["exit", "kill"]
)
def test_a_page_that_kills_its_process_costs_only_itself(rules: Rulebook, ending: str) -> None:
    """Wherever it stands among the others, and when all do, each of the others has its article."""
    good = list(poison.pages(30))
    pages = [POISON, *good[:9], POISON, POISON, *good[9:], POISON]
    results = list(clean_articles(pages, workers=2, rules=rules))

    assert articles(results) == [None if page == POISON else clean_article(page) for page in pages]
    died = f"WorkerDied: the process that cleaned this page ended twice, {ending}"
    assert errors(results) == [
        f"page {number}: {died}" if page == POISON else None for number, page in enumerate(pages)
    ]
    assert no_children()


@POSIX
def test_a_worker_that_is_killed_from_outside_costs_nothing() -> None:
    """What it was at is done again by another."""
    pages = list(poison.pages(60))
    results = clean_articles(pages, workers=2, rules=poison.DAWDLES)
    found = [next(results)]
    for worker in multiprocessing.active_children():
        worker.kill()
    found += results

    assert articles(found) == [clean_article(page, rules=poison.DAWDLES) for page in pages]


@POSIX
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_that_is_killed_before_it_is_ready_costs_nothing(method: str, tmp_path: Path) -> None:
    """Where another has been ready, the reason is no fault in what they load: a third one starts in its place."""
    context = multiprocessing.get_context(method)
    results = outcomes(poison.pages(60), poison.Late(tmp_path / "loads"), 2, context)
    found = [next(results)]
    while (tmp_path / "loads").read_bytes() != b"..":  # the second is there, and will never be ready
        time.sleep(0.01)
    for worker in multiprocessing.active_children():
        worker.kill()
    found += results

    assert [outcome.value for outcome in found] == [len(page) for page in poison.pages(60)]


@POSIX
def test_workers_that_never_get_ready_end_the_run(tmp_path: Path) -> None:
    """Where each that starts later dies at once, so that none is left, the run ends and says how."""
    results = outcomes(poison.pages(60), poison.Late(tmp_path / "loads", dies=True), 2)
    assert next(results).value == len(next(poison.pages(1)))
    for worker in multiprocessing.active_children():
        worker.kill()

    with pytest.raises(RuntimeError, match="a worker process ended before it was ready, with exit status 7"):
        list(results)
    assert no_children()


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        pytest.param({"pages": PUMPS}, TypeError, "pages: expected many pages, got one str", id="one text"),
        pytest.param({"pages": b"x"}, TypeError, "pages: expected many pages, got one bytes", id="one page"),
        pytest.param({"pages": {"raw": PUMPS}}, TypeError, "pages: expected many pages, got one dict", id="a record"),
        pytest.param({"pages": 3}, TypeError, "pages: expected an iterable of texts or records, got int", id="int"),
        pytest.param(
            {"pages": SimpleNamespace(columns=["raw"])}, TypeError, r"got a data frame; .*frame\.itertuples\(\)",
            id="a frame",
        ),
        pytest.param({"workers": 0}, ValueError, "workers: expected 1 or more, got 0", id="no workers"),
        pytest.param({"workers": 1.5}, TypeError, "workers: expected a number or None, got float", id="half a worker"),
        pytest.param({"workers": True}, TypeError, "workers: expected a number or None, got bool", id="yes"),
        pytest.param({"errors": "skip"}, ValueError, "errors: expected one of yield, raise; got 'skip'", id="errors"),
        pytest.param({"url": 3}, TypeError, "url: expected str or None, got int", id="url"),
        pytest.param({"form": "pdf"}, ValueError, "form: expected one of", id="form"),
        pytest.param({"languages": ["qq"]}, ValueError, "languages: no cues for qq", id="language"),
        pytest.param({"languages": "en"}, TypeError, "languages: ", id="languages"),
        pytest.param({"rules": {"promo": "x"}}, TypeError, "rules: ", id="rules"),
        pytest.param({"prefer": "speed"}, ValueError, "prefer: expected one of", id="preference"),
    ],
)  # fmt: skip
def test_wrong_use_raises_at_once(arguments: dict[str, object], error: type[Exception], message: str) -> None:
    """At the call, before the first result is asked for, with what was given and what was expected."""
    with pytest.raises(error, match=message):
        clean_articles(**{"pages": [PUMPS], **arguments})  # type: ignore[arg-type]


def test_the_bar_needs_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is missing the error names the extra, at once."""
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)

    with pytest.raises(ImportError, match=r"progress=True needs tqdm: pip install 'newsclean\[progress\]'"):
        clean_articles([PUMPS], progress=True)


def test_rules_that_workers_cannot_find_are_named() -> None:
    """A rule that was typed in, as in a notebook, is not there in a process that is started anew."""
    out = run(
        "-c",
        "import multiprocessing\nfrom newsclean import Rulebook, clean_articles\n"
        "multiprocessing.set_start_method('spawn')\n"
        "def typed(block, page):\n    return None\n"
        "list(clean_articles(['x', 'y'], workers=2, rules=Rulebook(rules=[typed])))",
    )

    assert out.returncode == 1
    assert out.stderr.count("Traceback") == 1
    assert out.stderr.splitlines()[-1].startswith("RuntimeError: a worker process cannot load what it should do (Attr")


def test_a_script_without_guard_is_told(tmp_path: Path) -> None:
    """A worker that runs the whole script again does not get ready; the error says what to do."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing\nfrom newsclean import clean_articles\n"
        "multiprocessing.set_start_method('spawn', force=True)\n"
        "list(clean_articles(['x', 'y'], workers=2))\n",
        "utf-8",
    )
    out = run(str(script))

    assert out.returncode == 1
    assert "RuntimeError: a worker process ended before it was ready, with exit status 1. A script that" in out.stderr


def test_a_daemon_cleans_by_itself() -> None:
    """A process that may start no others, such as a worker of a pool, cleans in itself."""
    out, end = multiprocessing.Pipe()
    process = multiprocessing.Process(target=tell_workers, args=(end,), daemon=True)
    process.start()

    assert out.recv() == 1
    process.join()


def tell_workers(end: object) -> None:
    end.send(n_workers(None))  # type: ignore[attr-defined]


# As many as one likes


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_without_end(workers: int) -> None:
    """Pages are read a bounded number ahead; closing the iterator ends its processes."""
    read: list[int] = []

    def endless() -> Iterator[str]:
        for i in count():
            read.append(i)
            yield f"{PUMPS} It was pump {i}."

    results = clean_articles(endless(), workers=workers)
    found = list(islice(results, 50))
    results.close()

    assert [result.index for result in found] == list(range(50))
    assert len(read) <= (50 if workers == 1 else 50 + workers * 5 * 16)
    assert no_children()


def test_what_the_input_raises_is_raised() -> None:
    """An error of the input itself is no page's, and ends the run and its processes."""

    def failing() -> Iterator[str]:
        yield from poison.pages(100)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(clean_articles(failing(), workers=2))
    assert no_children()


@POSIX
def test_memory_does_not_grow() -> None:
    """Ten thousand pages take no more memory than the first two thousand; in workers the caches fill, to 16 MB more."""
    out = run(
        "-c",
        "import multiprocessing, os, poison\nfrom pathlib import Path\nfrom newsclean import clean_articles\n"
        "def resident():\n"
        "    ids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]\n"
        "    files = [Path(f'/proc/{i}/status').read_text() for i in ids]\n"
        "    return [int(file.split('VmRSS:')[1].split()[0]) for file in files]\n"
        "for result in clean_articles((f'{page.split(chr(10))[0]}.' for page in poison.pages(10_000)), workers=2):\n"
        "    if result.index in (2000, 9990):\n"
        "        print(*resident())\n",
    )
    early, late = (tuple(map(int, line.split())) for line in out.stdout.splitlines())

    assert len(early) == len(late) == 3
    assert late[0] - early[0] < 4_000  # kB; a tenth of the articles would be as much
    assert max(late[1:]) - max(early[1:]) < 24_000


def test_a_bar_shows_how_far_it_is() -> None:
    """The bar counts pages on standard error; nothing is printed on standard output."""
    out = run(
        "-c",
        "from newsclean import clean_articles\nimport poison\n"
        "assert len(list(clean_articles([*poison.pages(30)], workers=2, progress=True))) == 30",
    )

    assert (out.returncode, out.stdout) == (0, "")
    assert "100%|" in out.stderr
    assert "30/30 [" in out.stderr


# Signals


RUN = (
    "import os\nimport poison\nfrom newsclean import clean_articles\n"
    "try:\n"
    "    os.write(1, b'begun\\n')\n"
    "    for result in clean_articles(poison.pages(10**9), workers=2, rules=poison.DAWDLES):\n"
    "        os.write(1, f'{result.index}\\n'.encode())  # whole: print may be stopped before its line end\n"
    "except KeyboardInterrupt:\n"
    "    print('stopped')\n"
)


@POSIX
@pytest.mark.parametrize(("after", "method"), [(0, "fork"), (1, "fork"), (40, "fork"), (0, "spawn"), (40, "spawn")])
def test_ctrl_c_ends_all_processes_in_silence(after: int, method: str) -> None:
    """The terminal sends it to every process; only ours hears it, no worker says a word, and none is left."""
    begin = f"import multiprocessing\nmultiprocessing.set_start_method('{method}')\n"
    with started("-c", begin + RUN) as process:
        assert process.stdout is not None
        for _ in range(after + 1):
            process.stdout.readline()
        if after == 0:
            time.sleep(0.1)  # while workers start, mostly
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)

    assert out.splitlines()[-1] == "stopped"
    assert err == ""
    assert process.returncode == 0
    assert is_empty(process.pid)


@POSIX
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_no_worker_outlives_us(method: str) -> None:
    """Not even where we are killed: the workers see that nobody reads them."""
    begin = f"import multiprocessing\nmultiprocessing.set_start_method('{method}')\n"
    with started("-c", begin + RUN) as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == ["begun\n", "0\n"]
        process.kill()
        process.communicate(timeout=PATIENCE)

    assert process.returncode == -signal.SIGKILL
    assert is_empty(process.pid)


@POSIX
@pytest.mark.parametrize("moment", ["start", "_send"])
def test_ctrl_c_while_a_worker_starts_leaves_none(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that goes on afterwards, such as a notebook, has no worker left, and hears the next Ctrl-C."""
    as_it_is = getattr(crew.Worker, moment)

    def interrupted(worker: crew.Worker, work: bytes) -> None:
        as_it_is(worker, work)
        raise KeyboardInterrupt

    monkeypatch.setattr(crew.Worker, moment, interrupted)
    with pytest.raises(KeyboardInterrupt) as raised:
        next(clean_articles([PUMPS] * 9, workers=2))

    assert raised.value.__traceback__ is not None  # it holds all that there was on the way
    assert no_children()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@POSIX
def test_ctrl_c_before_a_worker_starts_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one that comes as it is about to be held back: Python holds it back, and raises as well."""
    mask = signal.pthread_sigmask

    def raises(how: int, signals: Iterable[int]) -> set[int | signal.Signals]:
        before = mask(how, signals)
        if how == signal.SIG_BLOCK and signals:
            raise KeyboardInterrupt
        return before

    monkeypatch.setattr(signal, "pthread_sigmask", raises)
    with pytest.raises(KeyboardInterrupt):
        next(clean_articles([PUMPS] * 9, workers=2))

    assert no_children()
    assert signal.SIGINT not in mask(signal.SIG_BLOCK, ())


def started(*arguments: str) -> subprocess.Popen[str]:
    """Python with these arguments, in a process group of its own, which hears Ctrl-C.

    A shell lets those not hear it that it starts in the background, and all that they start.
    """
    hears = (
        "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\n"
        "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", hears, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=paths(), start_new_session=True,
    )  # fmt: skip


def is_empty(group: int) -> bool:
    """Whether no process of a group is left, or none soon, but for dead ones that nobody has asked after."""
    command = ["ps", "-A", "-o", "pgid=,stat="]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        shown = [
            line.split()
            for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        ]
        if not any(found == str(group) and not state.startswith("Z") for found, state in shown):
            return True
        time.sleep(0.02)
    return False
