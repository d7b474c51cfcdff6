"""The public names as a user's script and a user's prompt meet them."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from marked import FIXTURES, load
from mypy import api

import newsclean
from newsclean import Article, Figure, PageError, Paragraph, RelatedStory, Result, Segment, clean_article
from newsclean.article.explain import marked

PACKAGES = Path(newsclean.__file__).parent.parent
PAGE = load(FIXTURES / "pages" / "drone-factory.marked")
SCRIPT = '''
from datetime import datetime

from newsclean import (
    Article, Block, Figure, Finding, Kind, Page, PageError, Paragraph, RelatedStory, Result, Rulebook, Segment,
    SiteProfile, __version__, clean_article, clean_articles,
)
from newsclean.record import arrow_schema, json_record, json_schema, spark_ddl


def tides(block: Block, page: Page) -> Finding | None:
    """A line about tides."""
    kind: Kind = "promo"
    return Finding(kind, block.text, "sure") if block.text.startswith("Tides") and page.blocks else None


profile: SiteProfile = SiteProfile.fit([("harbourpost.example", "The pumps arrived.")]) + SiteProfile()
book: Rulebook = Rulebook(rules=[tides]) | Rulebook(cues={"ad": {"whole": ["From our partners"]}})
article: Article = clean_article("The pumps arrived.", rules=book, prefer="recall", profile=profile)
removed: tuple[Segment, ...] = article.removed
paragraph: Paragraph = article.paragraphs[0]
figures: tuple[Figure, ...] = article.figures
related: tuple[RelatedStory, ...] = article.related
published: datetime | None = article.date_published
same: bool = Article.from_record(article.to_record()) == article
for result in clean_articles([b"The pumps arrived."], workers=1):
    one: Result = result
    error: PageError | None = one.error
    print(__version__, one.article and one.article.title, error and error.reason)
columns: dict[str, object] = {"ddl": spark_ddl(), "schema": json_schema(), "row": json_record(article.to_record())}
table = arrow_schema()
'''
MODELS = (Article, Figure, PageError, Paragraph, RelatedStory, Result, Segment)


def checked(script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `mypy --strict` says of a user's script."""
    file = folder / "script.py"
    file.write_text(script, "utf-8")
    if PACKAGES.name != "site-packages":  # there mypy looks by itself
        monkeypatch.setenv("MYPYPATH", os.fspath(PACKAGES))
    monkeypatch.chdir(folder)
    arguments = ["--strict", "--follow-imports=silent", "--disable-error-code=import-untyped"]
    out, err, _ = api.run([*arguments, "--cache-dir", os.devnull, str(file)])
    assert err == ""
    return out


def test_a_users_script_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mypy --strict` passes a script that uses every public name, and it runs."""
    assert [name for name in newsclean.__all__ if not re.search(rf"\b{name}\b", SCRIPT.partition("import (")[2])] == []
    assert checked(SCRIPT, tmp_path, monkeypatch).startswith("Success")

    outside = os.environ | {"PYTHONPATH": os.fspath(PACKAGES)}
    ran = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, env=outside, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_what_is_misspelt_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mypy --strict` tells of each public name, each field and each argument that has a letter too many."""
    lines = [f"from newsclean import {name}x" for name in [*newsclean.__all__, "__version__"]]
    lines += [
        f"def {model.__name__}_{field}(it: newsclean.{model.__name__}) -> object: return it.{field}x"
        for model in MODELS
        for field in [*model.model_fields, *(["removed", "explain", "to_record", "show"] if model is Article else [])]
    ]
    lines += [f"newsclean.clean_article('', {name}x=None)" for name in inspect.signature(clean_article).parameters]
    lines += [
        "newsclean.clean_article(3)",
        "newsclean.clean_article('', prefer='recal')",
        "newsclean.Finding('tide', '', 'sure')",
    ]
    out = checked("\n".join(["import newsclean", *lines, ""]), tmp_path, monkeypatch)
    told = {int(number) for number in re.findall(r"^script\.py:(\d+): error", out, re.MULTILINE)}

    assert [line for n, line in enumerate(lines, 2) if n not in told] == []
    assert len(lines) > 70


def test_an_article_is_one_line_at_the_prompt() -> None:
    """`repr` gives title, counts and page type; the whole is in `to_record()`."""
    article = clean_article(PAGE.source)
    title = "'Norvay leader Halden opens plant to build mail drones by the thousand, NTA says'"

    assert repr(article).startswith(f"<Article {title}: ")
    assert repr(article).endswith(f" words, 3 figures, 2 related, {len(article.removed)} removed, article>")
    assert str(article) == f"{article}" == repr(article)
    assert repr(Article()) == "<Article without a title: 0 words, 0 figures, 0 related, 0 removed, article>"
    assert "\n" not in repr(Article(title="Two\nlines"))
    assert repr(Article(text="港の水門が月曜に開いた")).startswith("<Article without a title: 6 words")


def test_every_piece_of_a_line_is_named() -> None:
    """Where a line holds two pieces, the margin names both: what stays, as body, wherever on the line it stands."""
    line = "Share this. The pumps arrived."
    share = Segment(kind="share", start=0, end=11, text=line[:11], rule="", reason="", evidence="")
    story = Segment(kind="paragraph", start=12, end=30, text=line[12:], rule="", reason="", evidence="")

    assert marked(line, [share, story]) == "share body           | Share this.⟦ The pumps arrived.⟧"
