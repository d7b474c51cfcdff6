"""Lines that say nearly what another says, in plain letters: slugs, and alternative texts without their accents."""

from __future__ import annotations

import pytest
from growth import MOST, growth_of

from newsclean import clean_article
from newsclean.clean import judged
from newsclean.phrases.plain import plain
from newsclean.read.read import read

STORY = "The first two pumps reached the quay on Monday, and four more are on their way from the north."
LINE = "À Saint-Orven, les habitants rachètent le café"


def twin_and_echo(line: str, other: str) -> tuple[int, int]:
    """The twin and the echo of the second of two lines that stand over a story."""
    block = judged(read(f"{line}\n\n{other}\n\n{STORY}\n\n{STORY[::-1]}", form="text")).blocks[1]
    return block.twin, block.echo


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        pytest.param(LINE, "un-pont-neuf-pour-le-port", id="of another story"),
        pytest.param(LINE, "a-saint-orven", id="a short beginning"),
        pytest.param(LINE, "a-saint-orven-les-voisins-quittent-le-port", id="the same place, another story"),
        pytest.param(LINE, "A-Saint-Orven-les-habitants-rachetent-le-cafe", id="capitals"),
        pytest.param(LINE, "état-of-the-art-pumpen-für-den-hafen", id="not ASCII"),
    ],
)
def test_what_is_no_slug_of_a_line(line: str, slug: str) -> None:
    """A slug of something else has no twin."""
    assert twin_and_echo(line, slug)[0] == -1


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        pytest.param(LINE, "a-saint-orven-les-habitants-rachetent-le-cafe", id="accents"),
        pytest.param(LINE, "a-saint-orven-les-habitants-rachetent", id="cut off, accents"),
        pytest.param("Schöne Grüße vom Deich", "schoene-gruesse-vom-deich", id="umlauts in two letters"),
        pytest.param("Schöne Grüße vom Deich", "schone-grusse-vom-deich", id="umlauts in one"),
        pytest.param("Yağmur Kıyı Kasabasını vurdu", "yagmur-kiyi-kasabasini-vurdu", id="Turkish"),
        pytest.param("Żółw wrócił do Łodzi nad ranem", "zolw-wrocil-do-lodzi-nad-ranem", id="Polish"),
        pytest.param("Νέες αντλίες στο λιμάνι", "nees-antlies-sto-limani", id="Greek"),
        pytest.param("Flood pumps arrive in Harbour Town", "flood-pumps-arive-in-harbour-town", id="misspelt"),
    ],
)
def test_a_slug_has_its_line(line: str, slug: str) -> None:
    """However the letters were made plain, the slug's twin is its line, and it goes as a slug."""
    assert twin_and_echo(line, slug)[0] == 0
    removed = clean_article(f"{line}\n\n{slug}\n\n{STORY}").removed
    assert [s.kind for s in removed if s.text == slug] == ["slug"]


@pytest.mark.parametrize(
    ("caption", "alt"),
    [
        pytest.param("Les pompes arrivées près du café fermé", "Les pompes arrivees pres du cafe ferme", id="accents"),
        pytest.param("Größere Kräne für Häfen schließen", "Groessere Kraene fuer Haefen schliessen", id="umlauts"),
    ],
)
def test_an_alternative_text_without_accents_is_an_echo(caption: str, alt: str) -> None:
    """A text of which only the accents are missing says nearly the same; another text in ASCII does not."""
    assert twin_and_echo(caption, alt)[1] == 0
    assert twin_and_echo(caption, "The pumps that came yesterday stand beside the old school")[1] == -1


def test_plain_letters_are_the_same_again() -> None:
    """What is plain stays so, and holds nothing but letters and digits."""
    for line in (LINE, "Æsir œuvre", "№ 5, 12:30", "ΰ Ω ς", "", "潮汐"):
        assert plain(plain(line)) == plain(line)
        assert not plain(line) or plain(line).isalnum()


def test_time_grows_with_size() -> None:
    """A page of slugs, each beside a line that it nearly is, takes four times as long when it is four times as long."""

    def page(n: int) -> str:
        return "\n\n".join(
            f"Pümpen für {k} Häfen und {k} Dörfer\n\npuempen-{k}-haefen-und-{k}-dorfer" for k in range(n)
        )

    assert growth_of(clean_article, page, 150) <= MOST
