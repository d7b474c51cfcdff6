"""A language is one file: a page in Slovenian, of which newsclean knows nothing but phrases/cues/sl.toml."""

from __future__ import annotations

from datetime import datetime

from newsclean import clean_article

PAGE = """\
Osnovna šola na Lipnem Brodu ima po novem svoj splav
osnovna-sola-na-lipnem-brodu-ima-po-novem-svoj-splav
Piše: Neža Podlipnik
12. januarja 2025, 8.40
Splav na prvi vožnji čez reko. Foto: Tine Vodnjak/STA
Trinajst otrok z desnega brega se bo od ponedeljka v šolo vozilo s splavom. Most, po katerem so hodili doslej, je \
jeseni odnesla reka, novega pa država obljublja šele čez dve leti.
Splav so v treh vikendih naredili starši. Nosi ga šestnajst praznih sodov, za krmilo pa skrbi upokojeni mlinar Stane.
„Ura se začne, ko pristanem,“ je povedal mlinar. „Učiteljice so se s tem že sprijaznile.“
Preberite še: Ljubiteljski zbor bo pel na strehi vodnega stolpa
Ravnatelj Gašper Novina pravi, da zamud ni več. Otroci zdaj vstajajo raje, zvečer pa jih težje spravijo domov.
Prijavite se na naše e-novice in vsak petek prejmite izbor najboljših zgodb.
Občina je medtem naročila še jadro. Če bo veter pravi, naj bi vožnja trajala le štiri minute.
Delite članek
Komentarji (12)
"""
KINDS = {
    "osnovna-sola": "slug",
    "Piše:": "byline",
    "12. januarja": "timestamp",
    "Splav na prvi": "caption",
    "Foto:": "credit",
    "Preberite še:": "related",
    "Prijavite se": "promo",
    "Delite": "share",
    "Komentarji": "share",
}


def test_a_page_of_a_language_that_is_one_file() -> None:
    """Furniture goes by its phrases, names and a month in words are read, and all five paragraphs stay."""
    article = clean_article(PAGE)

    assert article.title == PAGE.splitlines()[0]
    assert article.authors == ("Neža Podlipnik",)
    assert article.date_published == datetime(2025, 1, 12, 8, 40)
    assert [(f.caption, f.photographers, f.agencies) for f in article.figures] == [
        ("Splav na prvi vožnji čez reko.", ("Tine Vodnjak",), ("STA",))
    ]
    assert {start: s.kind for start in KINDS for s in article.segments if s.text.startswith(start)} == KINDS
    assert [p.text.split()[0] for p in article.paragraphs] == ["Trinajst", "Splav", "„Ura", "Ravnatelj", "Občina"]
