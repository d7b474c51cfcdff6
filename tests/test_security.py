"""What SECURITY.md promises about pages that strangers wrote, as far as no other test holds it."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from marked import FIXTURES
from test_structure import MODULES, PACKAGE, imports

from newsclean import clean_article
from newsclean.cli import main

ROOT = FIXTURES.parent
TESTS_NAMED = re.findall(r"`tests/(test_\w+)\.py::(\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
PAGES: list[str | bytes] = [path.read_bytes() for path in sorted(FIXTURES.glob("html*/*.html"))]
PAGES += [path.read_bytes() for path in sorted(FIXTURES.glob("*/*.md"))]
PAGES += [path.read_bytes() for path in sorted(FIXTURES.glob("raw/*.txt"))]

HIDDEN = "file:///etc/hostname"
HOSTILE: list[str | bytes] = [
    f"<article><h1>Pumps</h1><p>{STORY}</p><img src={HIDDEN}><iframe src={HIDDEN}></iframe><p>{STORY} Again.</p>",
    f"<base href={HIDDEN}><link rel=stylesheet href=//a.example/a.css><script src=//evil.example></script><p>{STORY}",
    f"<meta http-equiv=refresh content='0;url=http://evil.example'><object data={HIDDEN}></object><p>{STORY}",
    f'<!DOCTYPE a [<!ENTITY x SYSTEM "{HIDDEN}">]><html><body><p>&x; {STORY}',
    f'<?xml version="1.0"?><?xml-stylesheet href="http://evil.example/a.xsl"?><html><p>{STORY}</p></html>',
    (
        '<script type="application/ld+json">{"@context": "http://evil.example", "@type": "NewsArticle", "author": '
        f'{{"@id": "http://evil.example"}}, "url": "{HIDDEN}", "articleBody": "{STORY}"}}</script><p>Pumps'
    ),
    "<script>window.story = __import__('os').system('true')</script><p>" + STORY,
    f"# Pumps\n\n![a pump]({HIDDEN})\n\n[the wall](http://evil.example)\n\n{STORY}\n\n{{% include '{HIDDEN}' %}}",
    f"{STORY}\n\n$(touch /tmp/evil) `touch /tmp/evil` ; touch /tmp/evil\n\n/etc/hostname\n\n{HIDDEN}",
    pickle.dumps(os.getcwd),
    pickle.dumps({"raw": STORY}, protocol=0),
]

# Cleans the pages that it is given, and prints what of the world outside was touched meanwhile. What the package is
# made of may be read: tables and modules are loaded when they are first needed.
WATCHED = """
import pickle, sys
from pathlib import Path
import newsclean
own = tuple(str(Path(folder).resolve()) for folder in (sys.prefix, sys.base_prefix, *sys.path) if folder)
harmless = ("import", "compile", "exec", "marshal.loads", "os.listdir", "object.__", "sys._getframe", "code.__new__",
            "builtins.id")
pages = pickle.loads(sys.stdin.buffer.read())
touched = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if mode in ("r", "rb", None) and isinstance(path, str) and str(Path(path).resolve()).startswith(own):
            return
    if not event.startswith(harmless):
        touched.append((event, [repr(a)[:80] for a in arguments]))
def clean(pages):
    for page in pages:
        for form in ("auto", "html", "markdown", "text"):
            for url in (None, "https://harbourpost.example/pumps"):
                newsclean.clean_article(page, form=form, url=url)
sys.addaudithook(watch)
clean(pages)
print(touched)
"""

DIGEST = """
import hashlib, pickle, sys
from concurrent.futures import ThreadPoolExecutor
from newsclean import clean_article
sys.setswitchinterval(1e-5)
digest = hashlib.sha256()
with ThreadPoolExecutor(4) as pool:
    for article in pool.map(clean_article, pickle.loads(sys.stdin.buffer.read())):
        digest.update(article.model_dump_json().encode())
print(digest.hexdigest())
"""


def printed(script: str, pages: list[str | bytes], **environment: str) -> str:
    """What a script prints that is given pages, in a process of its own, where nothing has been loaded yet."""
    run = subprocess.run(
        [sys.executable, "-P", "-c", script],  # not what is in this directory, but the newsclean that is tested here
        input=pickle.dumps(pages),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(PACKAGE.parent), **environment},
        capture_output=True, check=True,
    )  # fmt: skip
    return run.stdout.decode().strip()


def test_content_reaches_nothing() -> None:
    """No page, hostile or not, makes newsclean open a file or socket, start a process, unpickle or write anything."""
    assert printed(WATCHED, [*HOSTILE, *PAGES]) == "[]"


def test_the_watch_sees() -> None:
    """What would break the promise is seen: a file that is opened, an address that is looked up, a pickle."""
    for act, event in (
        ("open('/etc/hostname')", "open"),
        ("import socket; socket.socket()", "socket.__new__"),
        ("import os; pickle.loads(pickle.dumps(os.getcwd))", "pickle.find_class"),
        ("import os; os.system('true')", "os.system"),
    ):
        assert event in printed(WATCHED.replace("clean(pages)\nprint", f"{act}\nprint"), [])


def test_only_the_pool_knows_pickle() -> None:
    """One module imports pickle: the one whose processes send one another pages."""
    assert [module for module in MODULES if "pickle" in imports(module)] == ["newsclean.batch.crew"]


@pytest.mark.parametrize("module", MODULES)
def test_no_module_runs_text_as_code(module: str) -> None:
    """No module calls eval, exec or compile, and none imports what starts programs or loads objects from files."""
    path = PACKAGE.joinpath(*module.split(".")[1:])
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert calls.isdisjoint({"eval", "exec", "compile", "__import__"})
    assert imports(module).isdisjoint({"subprocess", "marshal", "shelve", "ctypes", "yaml", "runpy", "code"})


@pytest.mark.parametrize("page_id", ["../../evil", "/etc/evil", "C:\\evil", "..", "a\0b", "a/../../b\n", "~/evil"])
def test_an_id_cannot_leave_its_folder(page_id: str, tmp_path: Path) -> None:
    """The text of a page lies in the folder that was asked for, whatever the page's id is."""
    (tmp_path / "pages.jsonl").write_text(json.dumps({"id": page_id, "raw": STORY}), "utf-8")

    arguments = ["batch", f"{tmp_path}/pages.jsonl", "-o", f"{tmp_path}/texts", "--workers", "1", "--quiet"]
    assert main(arguments) == 0
    (file,) = (tmp_path / "texts").iterdir()
    assert file.read_text("utf-8") == f"{STORY}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages.jsonl", "texts"]


def test_threads_and_seeds_change_nothing() -> None:
    """Four threads in a fresh process, with two seeds of hashes, give what this thread gives."""
    expected = hashlib.sha256()
    for page in PAGES:
        expected.update(clean_article(page).model_dump_json().encode())

    for seed in ("1", "2"):
        assert printed(DIGEST, [*PAGES], PYTHONHASHSEED=seed, TZ="Asia/Tokyo") == expected.hexdigest()


def test_every_promise_has_its_test() -> None:
    """Each test that SECURITY.md names is there, and each of its promises names one."""
    rows = re.findall(r"^\| \*\*.*$", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE)

    assert len(rows) > 9
    assert [row for row in rows if "::test_" not in row] == []
    for file, name in TESTS_NAMED:
        assert f"def {name}(" in (ROOT / "tests" / f"{file}.py").read_text("utf-8"), f"{file}::{name}"
