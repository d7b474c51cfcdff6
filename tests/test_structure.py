"""How the package is put together: what is listed, documented, exported, and who may import whom."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from graphlib import TopologicalSorter
from importlib.resources import files
from pathlib import Path

import pytest

import newsclean
from newsclean.article.show.style import style
from newsclean.page import traits
from newsclean.phrases.cue import Entry
from newsclean.phrases.cue_file import NOT_LANGUAGES, WORDS, read_cue_file
from newsclean.phrases.language_words import words_for
from newsclean.phrases.lexicon import Lexicon, Tables, compile_cues, lexicon, narrowed, pack, rows
from newsclean.phrases.pack import add_dates
from newsclean.press.credits import agencies
from newsclean.press.dates import date_words
from newsclean.rules import RULES, reasons, rule_name
from newsclean.settle.tables import SLOTS_OF, load_weights

PACKAGE = Path(newsclean.__file__).parent
MODULES = tuple(
    sorted(m.name for m in pkgutil.walk_packages([str(PACKAGE)], "newsclean.") if not m.name.endswith("__main__"))
)
# The rooms of the house, from the ground up: what users hold, phrases, what the steps pass on, what the press prints;
# then the steps, with the rules and what users add to them between measuring and judging; then the doors.
CERTIFICATE = re.compile(
    r"# (?:fitted at [0-9a-f]{7,}(?: \(\d{4}-\d\d-\d\d\))? on (?:\d+ examples of \d+ hosts|pages of the sets)"
    r"|kept from an earlier fit: last changed at [0-9a-f]{7,} )"
)  # of a table of weights: its first line
ROOMS = (
    "article", "phrases", "page", "press", "read", "trim", "measure", "rules", "rulebook", "judge", "site",
    "settle", "assemble", "clean", "record", "batch", "engines", "cli", "__main__", "__init__",
)  # fmt: skip
MOST_ROOMS = 20
NETWORK = frozenset(
    "socket ssl http urllib.request urllib.error ftplib smtplib imaplib poplib asyncio requests httpx aiohttp".split()
)


def imports(module: str) -> frozenset[str]:
    """The modules that this one names in its imports, wherever in it they stand."""
    file = files("newsclean").joinpath(*module.split(".")[1:])
    path = file / "__init__.py" if file.is_dir() else Path(f"{file}.py")
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update({node.module} | {f"{node.module}.{alias.name}" for alias in node.names})
    return frozenset(found)


def imported(module: str) -> frozenset[str]:
    """Those of our own modules that this one imports."""
    named = {i for i in imports(module) if i.startswith("newsclean.")}
    modules = named & set(MODULES)
    packages = {m for m in modules if any(n.startswith(f"{m}.") for n in modules)}
    return frozenset(modules - packages)


def room(module: str) -> str:
    """The folder or file under newsclean/ that a module is in."""
    return f"{module}.__init__".split(".")[1]


def rule_functions() -> Iterator[str]:
    """The public functions of newsclean/rules that take a block and a page."""
    for name in MODULES:
        if name.startswith("newsclean.rules."):
            module = importlib.import_module(name)
            for function in vars(module).values():
                is_own = inspect.isfunction(function) and function.__module__ == name
                if is_own and list(inspect.signature(function).parameters) == ["block", "page"]:
                    yield f"{name.split('.')[2]}.{function.__name__}"


# Who may import whom


def test_no_module_imports_one_above_it() -> None:
    """Each room knows only those before it in ROOMS: values know no step, a step only earlier ones."""
    upward = [
        f"{module} → {other}"
        for module in MODULES
        for other in sorted(imported(module))
        if room(module) != "__init__" and ROOMS.index(room(other)) > ROOMS.index(room(module))
    ]

    assert upward == []


def test_there_are_no_circles() -> None:
    """No module imports itself by way of others, not even for its types."""
    graph = {module: imported(module) for module in MODULES}

    assert list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_an_arrow_that_goes_up_is_seen() -> None:
    """The graph holds imports of modules, of names and inside of functions."""
    assert "newsclean.page.block" in imported("newsclean.trim")
    assert "newsclean.phrases.lexicon" in imported("newsclean.page.page")
    assert "newsclean.rules.slug" in imported("newsclean.rules")


def test_the_house_is_small() -> None:
    """At most twenty rooms on the first floor; each is in the order, and no more."""
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}

    assert rooms == set(ROOMS)
    assert len(rooms) <= MOST_ROOMS


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_the_command_line(module: str) -> None:
    """The library works without its command."""
    assert not any(i.startswith("newsclean.cli") for i in imports(module))


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("newsclean.rules")])
def test_rules_do_not_know_what_becomes_of_them(module: str) -> None:
    """A rule marks; it imports no step that decides or cuts."""
    later = {f"newsclean.{step}" for step in ("judge", "settle", "outside", "path", "assemble", "clean")}

    assert imports(module).isdisjoint(later)


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith("newsclean.read.")])
def test_only_reading_knows_the_parser(module: str) -> None:
    """The package selectolax is used in newsclean/read/ only: every later step sees blocks."""
    assert not any(i.startswith("selectolax") for i in imports(module))


@pytest.mark.parametrize("module", MODULES)
def test_nothing_reaches_the_network(module: str) -> None:
    """No module imports what could."""
    assert imports(module).isdisjoint(NETWORK)


# What is listed


def test_every_rule_is_listed_once() -> None:
    """RULES holds each rule function of each family, and each once."""
    listed = [rule_name(rule) for _, rule in RULES]

    assert sorted(listed) == sorted(rule_functions())
    assert len(set(listed)) == len(listed)


def test_all_names_what_is_public() -> None:
    """`__all__` is what newsclean shows, sorted; each of it can be had; nothing else can."""
    assert dir(newsclean) == sorted([*newsclean.__all__, "__version__"])
    assert all(getattr(newsclean, name) is not None for name in newsclean.__all__)
    assert not hasattr(newsclean, "trim_article")
    assert newsclean.__all__ == sorted(newsclean.__all__, key=lambda name: (name.islower(), name))


def test_importing_loads_nothing() -> None:
    """`import newsclean` costs next to nothing: what it takes is loaded when a name is asked for."""
    loaded = "import sys, newsclean; sys.exit('pydantic' in sys.modules or 'newsclean.clean' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


# What is documented


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule_name(rule)) for _, rule in RULES])
def test_every_rule_says_what_it_finds_and_what_it_keeps(rule: object) -> None:
    """A rule's docstring opens with its reason, one sentence, and has examples that it finds and that it keeps."""
    text = inspect.getdoc(rule) or ""

    assert text.splitlines()[0].endswith(".")
    assert re.search(r"^    (?:sure|hint)\b.* \| ", text, re.MULTILINE)
    assert "\nKeeps:\n" in text


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    """Each module opens with a docstring."""
    assert importlib.import_module(module).__doc__


def test_every_reason_is_told() -> None:
    """Each rule's reason is one line, and no two rules give the same."""
    why = reasons()

    assert all(reason and "\n" not in reason for reason in why.values())
    assert len(set(why.values())) == len(why)


# What is shipped


@pytest.mark.parametrize("name", sorted(f.name for f in (files("newsclean") / "phrases" / "cues").iterdir()))
def test_every_cue_file_loads(name: str) -> None:
    """Each file of newsclean/phrases/cues is TOML of the form that docs/languages.md describes."""
    text = (files("newsclean") / "phrases" / "cues" / name).read_text("utf-8")
    data = tomllib.loads(text)
    if name.removesuffix(".toml") in NOT_LANGUAGES:
        assert data
        return

    cues = list(read_cue_file(name, text))
    assert data["language"] == name.removesuffix(".toml")
    assert data["examples"]["cut"]
    assert data["examples"]["keep"]
    assert compile_cues(cues).whole


def test_phrases_may_be_written_as_printed() -> None:
    """Packed as lines are compared with them: one with a capital or another apostrophe would never be found."""
    text = 'language = "ca"\n[share]\nwhole = ["Comparteix  l’article"]\n[related]\nstarts = ["Llegiu També:"]\n'

    assert list(read_cue_file("ca.toml", text)) == [
        ("whole", "share", "ca", "comparteix l'article"), ("starts", "related", "ca", "llegiu també:")
    ]  # fmt: skip


def test_tables_are_shipped() -> None:
    """The cue files, the agencies, the words of dates, the weights, the style and py.typed are in the package."""
    assert lexicon().whole
    assert agencies().printed
    assert date_words().months
    assert load_weights("text")
    assert style()
    assert (files("newsclean") / "py.typed").is_file()


@pytest.mark.parametrize("name", SLOTS_OF)
def test_a_table_names_its_slots(name: str) -> None:
    """A table of weights has a line for each of its slots and none for another, and says first how it was fitted."""
    lines = (files("newsclean") / "settle" / "weights" / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "> "))]
    slots = dict(SLOTS_OF[name])

    assert CERTIFICATE.match(lines[0])
    assert {slot for slot, *_ in rows} == set(slots)
    assert [row for row in rows if row[1] not in slots[row[0]] or len(row) != 4] == []
    assert len({(slot, value) for slot, value, *_ in rows}) == len(rows)


# A cue file that is not of the form


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("language = ", "xx.toml: not TOML", id="not TOML"),
        pytest.param("[share]\nwhole = ['x']", "xx.toml: language: expected", id="no language"),
        pytest.param("language = 'en,de'", "xx.toml: language: expected", id="two languages"),
        pytest.param("language = 'xx'\n[shares]\nwhole = ['x']", "xx.toml: shares: not a kind", id="unknown kind"),
        pytest.param("language = 'xx'\nshare = 3", "xx.toml: share: expected a table", id="no table"),
        pytest.param("language = 'xx'\n[share]\nbegins = ['x']", "xx.toml: share.begins: expected", id="unknown place"),
        pytest.param("language = 'xx'\n[share]\nwhole = 'x'", "xx.toml: share.whole: expected a list", id="no list"),
        pytest.param("language = 'xx'\n[share]\nwhole = ['']", "xx.toml: share.whole: expected a list", id="no phrase"),
        pytest.param(
            'language = "xx"\n[share]\nwhole = ["a\\nb"]', "xx.toml: share.whole: a phrase is", id="two lines"
        ),
        pytest.param("language = 'xx'\nreply = 'x'", "xx.toml: reply: expected a list of words", id="no list of words"),
        pytest.param("language = 'xx'\nwords = ['x']", "xx.toml: words: expected lists", id="words without keys"),
        pytest.param("language = 'xx'\n[words]\nbye = ['x']", "xx.toml: words.bye: expected one of", id="unknown key"),
        pytest.param("language = 'xx'\n[words]\nby = 'x'", "xx.toml: words.by: expected a list", id="one word"),
        pytest.param("language = 'xx'\n[words]\nby = ['Von']", "xx.toml: words.by: a word is written", id="a capital"),
        pytest.param(
            "language = 'xx'\n[words]\nrole = ['a*b']", "xx.toml: words.role: expected a word", id="star inside"
        ),
        pytest.param("language = 'xx'\n[dates]\n13 = ['x']", "xx.toml: dates.13: expected one of", id="a 13th month"),
        pytest.param("language = 'xx'\n[dates]\n1 = ['Jan']", "dates.1: a word is written", id="a capital in a month"),
        pytest.param(f"a = {'[' * 3000}", "xx.toml: not TOML", id="nested for ever"),
        pytest.param(f"{'.'.join('a' * 3000)} = 1", "xx.toml: tables and lists nested", id="keys nested for ever"),
        pytest.param(f"language = {'9' * 5000}", "xx.toml: not TOML", id="a number of 5,000 digits"),
        pytest.param("language = 'xx'\n[words]\nrole = ['*']", "words.role: expected a word", id="only a star"),
    ],
)
def test_a_wrong_cue_file_names_file_and_key(text: str, message: str) -> None:
    """An error in a cue file says where it is and what was expected."""
    with pytest.raises(ValueError, match=message):
        list(read_cue_file("xx.toml", text))


@pytest.mark.parametrize("key", WORDS)
def test_each_key_of_words_is_told_and_has_words(key: str) -> None:
    """What may stand under `words` is explained in docs/languages.md, and some language has it."""
    told = (Path(__file__).parent.parent / "docs" / "languages.md").read_text("utf-8")

    assert f"`{key}`" in told
    assert words_for(key)


def test_a_word_is_one_month_in_all_languages() -> None:
    """A month that another language calls by the same word is told when the files are packed; a new one is added."""
    dates = {"months": {"1": ["jan"]}, "weekdays": {"words": []}}
    add_dates(dates, {"1": ("jan", "januar"), "weekdays": ("torek",)}, "xx")

    assert dates == {"months": {"1": ["jan", "januar"]}, "weekdays": {"words": ["torek"]}}
    with pytest.raises(ValueError, match=r"xx.toml: dates.2: 'jan' is another month"):
        add_dates(dates, {"2": ("jan",)}, "xx")


def test_an_unknown_language_is_an_error() -> None:
    """Asking for a language without cues says which there are."""
    with pytest.raises(ValueError, match=r"languages: no cues for qq; expected some of .*en"):
        lexicon(frozenset({"qq", "en"}))


# A choice of languages


@pytest.mark.parametrize("codes", ["", "en", "ja", "de en", "fr it es pt", "da nb sv", "hr sr", "en th zh ja ko", "*"])
def test_a_choice_of_languages_is_what_their_files_say(codes: str) -> None:
    """The packed phrases, narrowed, are those of the chosen TOML files alone, ranked by what these say."""
    folder = files("newsclean") / "phrases" / "cues"
    every = {f.name.removesuffix(".toml") for f in folder.iterdir()} - set(NOT_LANGUAGES)
    chosen = every if codes == "*" else set(codes.split())
    names = [f"{code}.toml" for code in sorted(chosen)]
    read = compile_cues(entry for name in names for entry in read_cue_file(name, (folder / name).read_text("utf-8")))

    assert shown(lexicon(frozenset(chosen))) == shown(read)
    assert (shown(lexicon()) == shown(read)) is (codes == "*")


def test_a_narrowed_phrase_has_the_kind_of_its_languages() -> None:
    """Where languages give one phrase several kinds, those that are left decide, not the vote of all."""
    cues: list[Entry] = [("whole", "share", "fr", "menu"), ("whole", "navigation", "de", "menu")]
    cues += [("whole", "share", "it", "menu")]
    both = pack(cues)

    assert rows_of(both, "menu") == [("share", ("fr", "it")), ("navigation", ("de",))]
    assert rows_of(narrowed(both, {"de", "it"}), "menu") == [("share", ("it",)), ("navigation", ("de",))]
    assert rows_of(narrowed(both, {"de"}), "menu") == [("navigation", ("de",))]
    assert rows_of(narrowed(both, {"en"}), "menu") == []


def rows_of(tables: Tables, key: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kinds and languages of the phrases that are this line, in the order in which they count."""
    return [(row.kind, row.languages) for row in rows(tables.whole.get(key, ""))]


def shown(words: Lexicon) -> dict[str, object]:
    """The values of a lexicon, which itself equals no other."""
    return {field.name: getattr(words, field.name) for field in fields(words)}


def test_each_trait_has_a_bit_of_its_own() -> None:
    """Two with one bit would be asked for each other: so it was when two branches had taken the same."""
    others = (
        "SHORT_WORDS",
        "ANSWER",
        "LAST",
        "OVER",
        "UNDER",
        "SIGNATURE",
        "FROM_NEIGHBOURS",
        "FROM_FORM",
        "OF_LONG_LINE",
        "OF_LEVEL",
    )  # counts, and several bits together
    bits = [v for n, v in vars(traits).items() if n.isupper() and isinstance(v, int) and n not in others]
    bits += traits.CUE_OF.values()

    assert all(bit.bit_count() == 1 for bit in bits)
    assert len(set(bits)) == len(bits)
