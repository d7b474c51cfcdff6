"""The public names as a user's script and a user's prompt meet them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from marked import FIXTURES, load
from mypy import api

import newsclean
from newsclean import Article, Segment, clean_article
from newsclean.article.explain import marked

PACKAGES = Path(newsclean.__file__).parent.parent
PAGE = load(FIXTURES / "pages" / "drone-factory.marked")
SCRIPT = '''
from newsclean import Article, Block, Finding, Page, Rulebook, Segment, clean_article


def tides(block: Block, page: Page) -> Finding | None:
    """A line about tides."""
    return Finding("promo", block.text, "sure") if block.text.startswith("Tides") else None


article: Article = clean_article("The pumps arrived.", rules=Rulebook(rules=[tides]))
removed: tuple[Segment, ...] = article.removed
'''


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        pytest.param(SCRIPT, "Success", id="names as they are"),
        pytest.param(SCRIPT.replace("Finding", "Findng"), 'has no attribute "Findng"', id="a name misspelt"),
        pytest.param(
            SCRIPT.replace("article.removed", "article.removd"), 'no attribute "removd"', id="a field misspelt"
        ),
    ],
)
def test_a_users_script_is_checked(
    script: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mypy --strict` passes a script that uses public names and fails one that misspells them."""
    file = tmp_path / "script.py"
    file.write_text(script, "utf-8")
    if PACKAGES.name != "site-packages":  # there mypy looks by itself
        monkeypatch.setenv("MYPYPATH", os.fspath(PACKAGES))
    monkeypatch.chdir(tmp_path)
    out, err, _ = api.run(["--strict", "--follow-imports=silent", "--cache-dir", os.devnull, str(file)])

    assert complaint in out, (out, err)


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
