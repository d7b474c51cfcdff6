"""Where lines ended in one long line, beside stops and phrases: bylines, credits and dates by their form, chances."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from itertools import pairwise

import pytest
from growth import FACTOR, MOST, growth

from newsclean import clean_article
from newsclean.phrases.lexicon import lexicon
from newsclean.read.text.breaks import SLOTS, breaks, load_weights, values_of
from newsclean.read.text.edges import edges
from newsclean.read.text.sentences import TOKEN, gaps_of
from newsclean.read.text.signed import signed
from newsclean.read.text.wordkinds import CLASSES, words_of

BEFORE = "The council of Harbour Town met on Monday."
BEHIND = "The mole will hold for another forty years, the mayor said."


def parts(text: str) -> list[str]:
    """A text, parted where a byline, a credit or a date begins or ends."""
    words = [match.span() for match in TOKEN.finditer(text)]
    found, _, phrases = edges(text, words, [], lexicon())
    said = text.split()
    at = sorted({0, len(said), *signed(words_of(said), found, phrases)})
    return [" ".join(said[a:b]) for a, b in pairwise(at)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor met Jo Doe on 3 May 2024 in Orrin", id="a word leads to the date"),
        pytest.param("It has been so since 3 May 2024, when The Post closed", id="a sentence goes on behind it"),
        pytest.param("A novel by Jo Doe The Younger of Orrin won", id="by, amid a sentence"),
        pytest.param("The pump By Jo Doe and the men of Orrin The mole holds", id="and, but no name behind it"),
        pytest.param("The old song Stand By Me was sung", id="one word behind By"),
        pytest.param("Written By Jo Doe Senior Harbour Master of Orrin Island", id="a name that goes on"),
        pytest.param("They voted on 12.11.2026 over the mole", id="a date, and small letters"),
        pytest.param("A portrait: Jo Doe Jo Doe the elder met them", id="a name twice, and a sentence goes on"),
        pytest.param("A portrait: Jo Doe Jo Doe met Mara Lind on 3 May 2024 in Orrin", id="no date right behind it"),
        pytest.param("Duran Duran Duran Duran sang", id="a name of one word twice"),
    ],
)
def test_nothing_is_parted(text: str) -> None:
    """Dates and names of sentences part nothing."""
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            ["Pumps reach the quay", "By Jo Doe | 21 November 2026, 18:12", "The mole holds"], id="a bar between them",
        ),
        pytest.param(
            ["Pumps reach the quay", "By Jo Doe", "Nov. 21, 2026 at 6:12 p.m.", "The mole holds"],
            id="a date behind a name",
        ),
        pytest.param(["Pumps reach the quay", "21 November 2026", "By Jo Doe", "The mole holds"], id="a date before"),
        pytest.param(["12.11.2026, 14:05 Uhr", "von Jo Doe", "Das Rathaus bleibt zu"], id="small, behind it"),
        pytest.param(["Pumps reach the quay", "By Jo Doe and Mara Lind", "The mole holds"], id="two names"),
        pytest.param(["Pumps reach the quay", "Jo Doe", "Jo Doe", "3 May 2024", "The mole holds"], id="a name twice"),
        pytest.param(
            ["Pumps reach the quay", "Jo Doe", "Jo Doe", "Orrin - 3 May 2024 The mole holds"], id="twice, and a place",
        ),
        pytest.param(["Pumps reach the quay", "Jo Doe", "By Jo Doe", "Harbour life goes on"], id="twice, By between"),
        pytest.param(["Pumps reach the quay", "By Jo Doe, City Desk | 3 May 2024", "The mole holds"], id="a desk"),
        pytest.param(["Pumps reach the quay", "By Jo Doe", "Print", "The mole holds"], id="a button behind it"),
        pytest.param(
            ["Pumps reach the quay", "By Jo Doe Senior Reporter", "3 May 2024", "The mole holds"], id="a role",
        ),
        pytest.param(
            ["Author of the article:", "By Jo Doe", "Published 3 May 2024", "The mole holds"], id="a label before By",
        ),
        pytest.param(["Pumps at the quay with Mara Lind", "3 May 2024", "The mole holds"], id="with leads to it"),
        pytest.param(["Par Mara Lind", "Le port est calme"], id="behind a name a word that is small elsewhere"),
    ],
)  # fmt: skip
def test_bylines_and_dates(expected: list[str]) -> None:
    """A name behind “By”, and a date with its year, end where nothing of them goes on."""
    assert parts(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("credit", "story"),
    [
        ("Photo: Jo Quay/Courier", "The harbour was calm."),
        ("Photo: Jo Quay/Courier", "Ola Berg has crossed the strait for years."),
        ("Foto: Jo Quay/Getty Images", "Der Hafen war ruhig."),
        ("Foto: Jo Quay", "Der Hafen war ruhig."),
    ],
)
def test_credits_end_with_their_name(credit: str, story: str) -> None:
    """A credit's name ends where a small word has a capital, or behind the house of its photographer."""
    assert parts(f"{credit} {story}")[-1] == story


@pytest.mark.parametrize("name", ["Jo Doe Quay", "Jo Doe"])
def test_a_doubtful_name_keeps_its_sentence(name: str) -> None:
    """Where a credit's name may be the first word of a sentence, all of it stays."""
    sentence = "Harbour Town has seen nothing like it since the old mole broke in two."
    text = clean_article(f"{BEFORE} Photo: {name} {sentence} {BEHIND}").text

    assert sentence in text


@pytest.mark.parametrize(
    "pointer",
    [
        "Read more: Sea wall to be raised", "Sign up for our morning newsletter", "Image caption, The old harbour",
        "Related: Ferry to sail again",
    ],
)  # fmt: skip
def test_a_pointer_takes_no_sentence_with_it(pointer: str) -> None:
    """Whatever a phrase opens, the sentence that is glued to it stays."""
    sentence = "Harbour Town voted against the new mole by seven to two."
    text = " ".join(clean_article(f"{BEFORE} {BEHIND} {pointer} {sentence} {BEFORE} {BEHIND}").text.split())

    assert sentence in text
    assert text.count(BEHIND) == 2


def test_chances_are_chances() -> None:
    """Each gap before a capital or number has one, a gap before a small word none; the same line has the same."""
    said = "the council of Harbour Town said that pumps reach the quay The mole will hold for 40 years".split()
    found = list(breaks(words_of(said), {0}, set(), {}))

    assert all(0 < chance < 1 for _, chance in found)
    assert all(not said[n][0].islower() for n, _ in found)
    assert found == list(breaks(words_of(said), {0}, set(), {}))
    assert dict(found)[said.index("The")] > dict(found)[said.index("Harbour")]


@pytest.mark.parametrize("name", ["breaks", "page_breaks"])
def test_the_table_names_its_values(name: str) -> None:
    """The table of weights is of the slots that there are, with something for each, and says how it was fitted."""
    weights = load_weights(name)
    first = (files("newsclean") / "read" / "text" / "weights" / f"{name}.tsv").read_text("utf-8").partition("\n")[0]

    assert re.search(r"\(fitted at [0-9a-f]{7,} by tests/fit/breaks.py on \d+ pages of \d+ hosts, c2 [\d.]+\)\Z", first)
    assert [len(row) for row in weights.slots] == [len(tuple(values_of(parts))) for _, parts in SLOTS]
    assert all(any(row) for row in weights.slots)
    assert set(words_of(["The", "3", "May", "2024", "|"]).classes) <= set(range(len(CLASSES)))


SHAPES: Mapping[str, Callable[[int], str]] = {
    "names": lambda n: "Jo Doe " * (n // 2),
    "dates": lambda n: "3 May 2024 " * (n // 3),
    "bylines": lambda n: "By Jo Doe | " * (n // 4),
    "numbers": lambda n: "12 " * n,
    "openings": lambda n: "Read more: Sea wall " * (n // 4),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_gaps_in_linear_time(shape: str) -> None:
    """A line four times as long takes no more than eight times as long."""
    make = SHAPES[shape]

    assert growth(lambda text: gaps_of(text, lexicon()), make(4000), make(4000 * FACTOR)) <= MOST
