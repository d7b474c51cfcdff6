"""Who wrote a story in one long line: a name counts by its form and its place; none is made of a sentence."""

from __future__ import annotations

import pytest

from newsclean import clean_article

STORIES = {
    "en": (
        "Flood pumps arrive in harbour town",
        (
            "The first two pumps reached the quay on Monday, and four more are on their way from the north. "
            "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight. "
            "The sea wall will be raised by a metre before the winter, the mayor of Orrin said on Tuesday evening. "
            "The school will open again on Thursday, when the road is dry, she said."
        ),
    ),
    "de": (
        "Pumpen erreichen die Stadt am Hafen",
        (
            "Die ersten zwei Pumpen kamen am Montag am Kai an, und vier weitere sind aus dem Norden unterwegs. "
            "Verletzt wurde niemand, sagte die Bürgermeisterin, und die Schule öffnet am Donnerstag. "
            "Die zweite Mauer werde vor den Stürmen des nächsten Winters fertig sein, sagte sie am Abend. "
            "Die Feuerwehr zählte am Abend vierzig Keller, in denen das Wasser stand, und half bis zum Morgen. "
            "Der Rat stimmt am Freitag darüber ab, ob die Straße am Kai gesperrt bleibt."
        ),
    ),
    "fr": (
        "Des pompes arrivent dans la ville du port",
        (
            "Les deux premières pompes sont arrivées lundi sur le quai, et quatre autres sont en route depuis le nord. "
            "Personne n'a été blessé, a dit la maire, et l'école rouvrira jeudi. "
            "Le deuxième mur sera prêt avant les tempêtes de l'hiver prochain, a-t-elle dit mardi soir. "
            "Les pompiers ont compté quarante caves inondées et ont travaillé jusqu'au matin dans le vieux port. "
            "Le conseil votera vendredi sur la fermeture de la rue qui longe le quai."
        ),
    ),
    "es": (
        "Las bombas llegan a la ciudad del puerto",
        (
            "Las dos primeras bombas llegaron el lunes al muelle, y otras cuatro están en camino desde el norte. "
            "Nadie resultó herido, dijo la alcaldesa, y la escuela abrirá de nuevo el jueves. "
            "El segundo muro estará listo antes de las tormentas del próximo invierno, dijo el martes por la noche. "
            "Los bomberos contaron cuarenta sótanos inundados y trabajaron hasta la mañana en el puerto viejo. "
            "El concejo votará el viernes si la calle del muelle sigue cerrada."
        ),
    ),
}


def in_one_line(language: str, piece: str, *, behind_standfirst: bool) -> str:
    """A page with a piece between headline and story, or behind the first sentence, which is its standfirst."""
    title, story = STORIES[language]
    slug = title.casefold().replace(" ", "-")
    first = f"{story.partition('. ')[0]}." if behind_standfirst else ""
    return " ".join(f"{title} {slug} {first} {piece} {story}".split())


@pytest.mark.parametrize("behind_standfirst", [False, True], ids=["under the headline", "behind a standfirst"])
@pytest.mark.parametrize(
    ("language", "piece"),
    [
        pytest.param("en", "By Monday evening Ada Fenn had left the quay.", id="a day"),
        pytest.param("en", "By Ada Fenn's count, forty people came.", id="whose count"),
        pytest.param("en", "Published by Harbour Press, the book sold out in a week.", id="a publisher"),
        pytest.param("en", "The wall, said Ada Fenn in Torvhamn on 3 May 2024, will hold.", id="who says so"),
        pytest.param("en", "By Ada Fenn and the men of the quay the wall was built on 3 May 2024.", id="who built it"),
        pytest.param("en", "Named by Ada Fenn on 3 May 2024 as her heir, the cat sold the house.", id="who named it"),
        pytest.param("en", "The play was written by Ada Fenn and opens on 3 May 2024.", id="who wrote a play"),
        pytest.param("en", "Photo by Ada Fenn 3 May 2024", id="who took the picture"),
        pytest.param("en", "Photo: Ada Fenn Updated 3 May 2024", id="a credit"),
        pytest.param("en", "Video by Ada Fenn Published 3 May 2024", id="who filmed it"),
        pytest.param("en", "Edited by Mara Lind Updated 3 May 2024", id="an editor"),
        pytest.param("en", "Reviewed by Mara Lind 3 May 2024", id="a reviewer"),
        pytest.param("en", "Translated by Mara Lind Published 3 May 2024", id="a translator"),
        pytest.param("en", "Interview with Ada Fenn 3 May 2024", id="a small word leads to the name"),
        pytest.param("en", "In the dock: Ada Fenn Updated: 3 May 2024", id="a colon does"),
        pytest.param("en", "Ada Fenn Ada Fenn leaves the court on Monday. 3 May 2024", id="a portrait, its caption"),
        pytest.param("en", "Orrin Bay Orrin Bay 3 May 2024", id="a place that is said twice"),
        pytest.param("en", "Harbour Town 3 May 2024", id="a place"),
        pytest.param("en", "Sponsored by Harbour Bank 3 May 2024", id="a sponsor"),
        pytest.param("en", "Top Stories Top Stories 3 May 2024", id="words of a menu"),
        pytest.param("en", "Read more: Sea wall to be raised By Ann Rees 3 May 2024", id="another story"),
        pytest.param("de", "Von Ada Fenn fehlt seit dem 3. Mai 2024 jede Spur.", id="who is missing"),
        pytest.param("de", "Foto: Ada Fenn Stand: 3. Mai 2024", id="a German credit"),
        pytest.param("de", "Übersetzt von Mara Lind 3. Mai 2024", id="a German translator"),
        pytest.param("de", "Der Brief von Ada Fenn vom 3. Mai 2024 lag am Kai.", id="who wrote a letter"),
        pytest.param("fr", "Une lettre de Ada Fenn du 3 mai 2024 a été trouvée.", id="the same in French"),
        pytest.param("fr", "Traduit par Mara Lind Publié le 3 mai 2024", id="a French translator"),
        pytest.param("es", "Por Ada Fenn apuesta el club desde el 3 de mayo de 2024.", id="for whom"),
        pytest.param("es", "Traducido por Mara Lind Publicado 3 de mayo de 2024", id="a Spanish translator"),
    ],
)
def test_nobody_who_did_not_write_it(language: str, piece: str, *, behind_standfirst: bool) -> None:
    """Who is told of, or did other work, is no author; a sentence stays whole."""
    article = clean_article(in_one_line(language, piece, behind_standfirst=behind_standfirst))

    assert article.authors == ()
    if piece[-1] == ".":
        assert piece.rpartition(". ")[2] in " ".join(article.text.split())


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        pytest.param("en", "By Ada Fenn 3 May 2024", id="by, over a date"),
        pytest.param("en", "By Ada Fenn Updated 3 May 2024", id="over a label"),
        pytest.param("en", "By Ada Fenn, City Desk | 3 May 2024", id="his desk, a bar"),
        pytest.param("en", "By Ada Fenn Senior Reporter 3 May 2024", id="his role"),
        pytest.param("en", "Written by Ada Fenn Senior Reporter 3 May 2024", id="written by"),
        pytest.param("en", "Author of the article: Ada Fenn Published May 3, 2024", id="a label with a colon"),
        pytest.param("en", "Author of the article: By Ada Fenn Published May 3, 2024", id="two labels"),
        pytest.param("en", "Ada Fenn Ada Fenn Published May 3, 2024", id="twice"),
        pytest.param("en", "Ada R. Fenn Ada R. Fenn Published May 3, 2024", id="twice, an initial"),
        pytest.param("en", "Ada Fenn By Ada Fenn Last Updated: May 3, 2024", id="by, between"),
        pytest.param("en", "May 3, 2024 by Ada Fenn", id="behind a date"),
        pytest.param("en", "Ada Fenn Harbour Correspondent 3 May 2024", id="a role without by"),
        pytest.param("en", "Ada Fenn Updated May 3, 2024", id="a name alone"),
        pytest.param("de", "Von Ada Fenn 3. Mai 2024", id="German"),
        pytest.param("de", "Ada Fenn Von Ada Fenn Aktualisiert am 3. Mai 2024", id="German, twice"),
        pytest.param("fr", "Par Ada Fenn, correspondante à Torvhamn | 3 mai 2024", id="French, a desk"),
        pytest.param("es", "Ada Fenn Ada Fenn Actualizado 3 de mayo de 2024", id="Spanish, twice"),
    ],
)
def test_who_wrote_it(language: str, piece: str) -> None:
    """A byline under the headline is read, and nothing of it stays in the text."""
    article = clean_article(in_one_line(language, piece, behind_standfirst=False))

    assert article.authors in (("Ada Fenn",), ("Ada R. Fenn",))
    assert "Ada" not in article.text


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("By Ada Fenn Lifestyle Writer 14:00, 3 May 2024", id="a role and a date"),
        pytest.param("By Ada Fenn", id="nothing"),
        pytest.param("Von Ada Fenn Drucken", id="a button"),
        pytest.param("Photo: Jon Quay Ada Fenn Ada Fenn Updated May 3, 2024", id="a credit before it"),
    ],
)
def test_behind_a_standfirst(piece: str) -> None:
    """A few sentences may stand between the headline and its byline."""
    assert clean_article(in_one_line("en", piece, behind_standfirst=True)).authors == ("Ada Fenn",)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        pytest.param("By Ann Rees", (), id="another story's"),
        pytest.param("Written by Ada Fenn Sea wall to be raised Written by Ann Rees", (), id="two"),
        pytest.param("Edited by Ada Fenn", (), id="an editor"),
        pytest.param("Written by Ada Fenn", ("Ada Fenn",), id="written by"),
    ],
)
def test_behind_the_story(end: str, authors: tuple[str, ...]) -> None:
    """There only “Written by” names the author, and only where nobody else is named so."""
    title, story = STORIES["en"]

    assert clean_article(f"{title} {story} {end}").authors == authors


def test_a_headline_without_capitals_is_no_name() -> None:
    """Two words over a date may be a headline in Japanese, and no author's name."""
    story = (
        "港町市は十二日、市庁舎を週末まで閉鎖すると発表した。地下で水漏れが見つかったためだ。"
        "大木市長は「急いで直している」と話した。証明書は図書館で受け取れる。消防隊員二十人が出動した。"
        "図書館は午前八時から午後六時まで開いており、金曜日だけは午後二時に閉まる。けが人はいない。"
        "水は夜の間に地下室に入り、書類の一部がぬれた。市は来週、原因を調べて議会に報告するという。"
    )
    raw = f"メニュー 会員登録 天気 市庁舎を閉鎖 地下で水漏れ 2026年11月12日 14時05分 シェア ツイート 印刷 {story}"

    assert clean_article(raw).authors == ()
