"""Public names: each is documented, whole, and on the page of the API."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from itertools import pairwise
from typing import Any

import pytest
from marked import FIXTURES
from pydantic import BaseModel

import newsclean
from newsclean import record
from newsclean.engines import datatrove, spark

PAGE = (FIXTURES.parent / "docs" / "api.md").read_text("utf-8")
OTHERS = {
    "newsclean.record.arrow_schema": record.arrow_schema,
    "newsclean.record.spark_ddl": record.spark_ddl,
    "newsclean.record.json_schema": record.json_schema,
    "newsclean.record.json_record": record.json_record,
    "newsclean.engines.spark.clean_column": spark.clean_column,
    "newsclean.engines.spark.fit_profile": spark.fit_profile,
    "newsclean.engines.datatrove.ArticleCleaner": datatrove.ArticleCleaner,
}
PUBLIC: dict[str, Any] = {f"newsclean.{name}": getattr(newsclean, name) for name in newsclean.__all__} | OTHERS
CLASSES = [pytest.param(v, id=name) for name, v in PUBLIC.items() if inspect.isclass(v)]
ARGUMENT = re.compile(r"^    (\w+): \S", re.MULTILINE)


def calls() -> Iterator[tuple[str, Callable[..., object], str]]:
    """Each public function and method of ours by its name, with the text that documents its arguments."""
    for name, value in PUBLIC.items():
        if inspect.isfunction(value):
            yield name, value, inspect.getdoc(value) or ""
        if not inspect.isclass(value):
            continue
        for own, member in vars(value).items():
            function = member.__func__ if isinstance(member, classmethod) else member
            if not inspect.isfunction(function) or not function.__module__.startswith("newsclean."):
                continue
            if own == "__init__" and not is_dataclass(value):
                yield f"{name}.__init__", function, inspect.getdoc(function) or ""
            elif own == "__init__" and "Args:" in (inspect.getdoc(value) or ""):
                yield name, function, inspect.getdoc(value) or ""
            elif not own.startswith("_"):
                yield f"{name}.{own}", function, inspect.getdoc(function) or ""


CALLS = list(calls())


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_is_on_the_page(name: str) -> None:
    """docs/api.md has it, so that the site takes its docstring."""
    module, _, short = name.rpartition(".")
    listed = f":members: {', '.join(n.rpartition('.')[2] for n in OTHERS if n.startswith('newsclean.record.'))}"

    if module == "newsclean.record":
        assert f".. automodule:: newsclean.record\n   {listed}\n" in PAGE
        assert short in listed
    else:
        pattern = rf"^\.\. auto(?:class|function|data):: (?:{re.escape(name)}|{short})$"
        assert len(re.findall(pattern, PAGE, re.MULTILINE)) == 1


@pytest.mark.parametrize("value", CLASSES)
def test_a_public_class_says_what_it_is_and_what_its_fields_are(value: type) -> None:
    """It has a docstring, and so has each of its fields, as a text under it or as a comment `#:` behind it."""
    assert value.__doc__

    fields = dict(documented(value)) if not is_plain(value) else {}
    assert [name for name, text in fields.items() if len(text) < len("its name")] == []
    if issubclass(value, BaseModel):
        assert set(fields) == set(value.model_fields)
    if issubclass(value, tuple):
        assert set(fields) == set(value._fields)  # type: ignore[attr-defined]


def is_plain(value: type) -> bool:
    """Whether a class has no fields that users read: they give its arguments."""
    return value in (newsclean.Rulebook, datatrove.ArticleCleaner)


def documented(value: type) -> Iterator[tuple[str, str]]:
    """The fields of a class and what is said of each, "" where nothing is."""
    lines = textwrap.dedent(inspect.getsource(value)).splitlines()
    (node,) = ast.parse("\n".join(lines)).body
    assert isinstance(node, ast.ClassDef)
    for field, after in pairwise([*node.body, ast.Pass()]):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            comment = lines[(field.end_lineno or 0) - 1].partition("  #: ")[2]
            yield field.target.id, str(after.value.value) if is_text else comment  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("function", "text"), [pytest.param(function, text, id=name) for name, function, text in CALLS]
)
def test_a_public_function_says_what_it_does_and_takes(function: Callable[..., object], text: str) -> None:
    """It has a docstring, whose `Args:` name each parameter, and no other; and each has a type."""
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name not in ("self", "cls")]
    arguments = text.partition("Args:\n")[2].partition("\n\n")[0]

    assert text.splitlines()[0].strip().endswith(".")
    assert ARGUMENT.findall(arguments) == [p.name for p in parameters]
    assert [p.name for p in parameters if p.annotation is p.empty] == []


def test_calls_are_found() -> None:
    """Functions, methods, class methods and what makes a value are among them."""
    names = {name for name, _, _ in CALLS}

    assert {"newsclean.clean_article", "newsclean.Article.show", "newsclean.Article.from_record"} <= names
    assert {"newsclean.SiteProfile.fit", "newsclean.Rulebook", "newsclean.Rulebook.read"} <= names
    assert "newsclean.engines.datatrove.ArticleCleaner.__init__" in names
