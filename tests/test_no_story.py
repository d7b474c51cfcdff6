"""Pages without a story, and pictures that are counted: each says so, with its reason; what looks so stands first."""

from __future__ import annotations

import pytest

from newsclean import clean_article

TITLE = "High water in Torvhamn: what the day at the quay has brought"
BRIEF = "The first two pumps reached the quay of Torvhamn on Monday, and more are on their way from the north."
TOLD = "\n\n".join([f"{BRIEF[:-1]}, the mayor said {n} times to Mara Lind of the Harbour Post." for n in range(2, 12)])
CAPTIONS = (
    "A crane lowers the first pump onto the quay of Torvhamn.", "Children watch the water from the old bridge.",
    "The mayor talks to the crews behind the town hall.", "Sandbags in front of the bakery on Mill Lane.",
    "The ferry to Orrin lies at the north quay.", "A gull sits on the mark of 1953.",
    "Two men carry a boat through the fish market.", "Lights on the second wall at night.",
)  # fmt: skip


def forms(text: str) -> tuple[str, str, str]:
    """The same as a text, as one without blank lines, and as HTML under a menu, the first line as its headline."""
    first, *rest = text.split("\n\n")
    html = "".join([f"<p>{line}</p>" for line in rest])
    menu = '<nav><a href="/">Home</a> <a href="/in">Log in</a></nav>'
    return text, text.replace("\n\n", "\n"), f"<html><body>{menu}<main><h1>{first}</h1>{html}</main></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Page not found\n\n{TOLD}", id="a story of that name"),
        pytest.param(f"{TITLE}\n\n{BRIEF}\n\nWe and our partners use cookies.", id="a notice under a brief"),
        pytest.param(f"{TITLE}\n\n{BRIEF}\n\nPlease enable JavaScript to comment.", id="a wish under a brief"),
        pytest.param(f"{TITLE}\n\n3 May 2024\n\n{BRIEF}\n\nNo results found.", id="a search under a dated brief"),
        pytest.param(f"{TITLE}\n\n{BRIEF}\n\nForgot your password?", id="a login under a brief"),
        pytest.param(
            f"{TITLE}\n\n{TOLD}\n\nReaders found that the page you are looking for had gone, he said.",
            id="in a sentence",
        ),
        pytest.param(f"Access denied: mayor kept out of town hall\n\n{BRIEF}", id="a headline that begins so"),
    ],
)
def test_a_story_is_one(text: str) -> None:
    """What stands beside a story, or is told in one, says nothing of the page."""
    for page in forms(text):
        assert clean_article(page).page_type == "article"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("404\n\nPage not found\n\nPlease use the search.", "page not found", id="en"),
        pytest.param(
            "Oh no\n\nThe page you are looking for has moved.", "the page you are looking for", id="en, a clause"
        ),
        pytest.param("Fehler 404\n\nDie aufgerufene Seite gibt es leider nicht mehr.", "fehler", id="de"),
        pytest.param("Page introuvable\n\nElle a peut-être été déplacée.", "page introuvable", id="fr"),
        pytest.param("Vaya\n\nLa página que busca ha sido eliminada.", "página que busca", id="es"),
        pytest.param("Errore 404\n\nLa pagina che stai cercando non è più qui.", "errore", id="it"),
        pytest.param("Ops\n\nA página que você procura foi removida.", "página que você procura", id="pt"),
        pytest.param("Pagina niet gevonden\n\nMisschien is deze verplaatst.", "pagina niet gevonden", id="nl"),
        pytest.param("Błąd 404\n\nStrona, której szukasz, została usunięta.", "strona, której szukasz", id="pl"),
        pytest.param("Ошибка 404\n\nТакой страницы не существует.", "такой страницы не существует", id="ru"),
        pytest.param("Sayfa bulunamadı\n\nTaşınmış olabilir.", "sayfa bulunamadı", id="tr"),
        pytest.param("お知らせ\n\nお探しのページは移動しました。", "お探しのページ", id="ja"),
        pytest.param("안내\n\n요청하신 페이지가 삭제되었습니다.", "요청하신 페이지", id="ko"),
        pytest.param("抱歉\n\n您访问的页面已被删除。", "您访问的页面", id="zh"),
        pytest.param("عذرا\n\nالصفحة التي تبحث عنها حذفت.", "الصفحة التي تبحث عنها", id="ar"),
        pytest.param("Note\n\nThis article is no longer available.", "this article is no longer available", id="gone"),
        pytest.param("Wait\n\nPlease enable JavaScript to go on.", "enable javascript", id="a script"),
        pytest.param(
            "Attendez\n\nVeuillez activer JavaScript pour continuer.", "activer javascript", id="a script, fr"
        ),
        pytest.param("注意\n\nJavaScriptを有効にしてください。", "javascriptを有効に", id="a script, ja"),
        pytest.param("Just a moment...\n\nYour browser is being checked.", "just a moment", id="a check"),
        pytest.param(
            "Halt\n\nBestätigen Sie, dass Sie kein Roboter sind.", "dass sie kein roboter sind", id="a check, de"
        ),
        pytest.param("Access Denied\n\nReference 18.2", "access denied", id="denied"),
        pytest.param("Search\n\nNo results found.\n\nTry another word.", "no results found", id="a search"),
        pytest.param("Suche\n\nEs wurden keine Ergebnisse gefunden.", "keine ergebnisse gefunden", id="a search, de"),
        pytest.param("Privacy\n\nWe and our partners use cookies.", "we and our partners use cookies", id="a consent"),
    ],
)
def test_a_page_that_says_that_it_shows_no_story(text: str, said: str) -> None:
    """It is a stub, and the reason has its words; what stays of it, if anything does, has little confidence."""
    for page in forms(text):
        article = clean_article(page)
        assert (article.page_type, article.page_type_reason) == (
            "stub",
            f"the page says that it shows no story: {said}",
        )
        assert not article.text or article.confidence <= 0.2


def shown(count: str, *, behind: str = "", n: int = 8) -> str:
    """A text of so many pictures, each with its number over its caption."""
    lines = [f"{count.format(k, n)}\n\n{CAPTIONS[k - 1]}{behind}" for k in range(1, n + 1)]
    return "\n\n".join([TITLE, *lines])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(shown("{0}/{1}", n=4), id="four are few"),
        pytest.param(shown("Step {0} of {1}"), id="steps"),
        pytest.param(shown("Question {0} of {1}"), id="questions"),
        pytest.param(shown("{0}/5"), id="grades"),
        pytest.param(shown("{0} km {1}"), id="no count"),
        pytest.param(shown("{0}/{1}", behind=f" {TOLD.partition(chr(10))[0]}" * 4), id="parts of a story"),
    ],
)
def test_no_gallery(text: str) -> None:
    """Numbers out of a number are no pictures where they count something else, are few, or stand beside a story."""
    assert clean_article(text).page_type == "article"


@pytest.mark.parametrize(
    "count",
    [
        "{0}/{1}", "{0} / {1}", "({0}/{1})", "{0} of {1}", "Photo {0} of {1}", "Image {0} of {1}", "Slide {0} of {1}",
        "Bild {0} von {1}", "Photo {0} sur {1}", "Foto {0} de {1}", "Foto {0} di {1}", "Foto {0} van {1}",
        "Bild {0} av {1}", "Billede {0} af {1}", "Zdjęcie {0} z {1}", "Фото {0} из {1}", "Fotoğraf {0} / {1}",
        "写真 {0}/{1}", "사진 {0}/{1}", "图 {0}/{1}",
    ],
)  # fmt: skip
def test_a_gallery_of_counted_pictures(count: str) -> None:
    """Pictures that are counted, with a line each, are a gallery, and the reason says how many."""
    for page in (shown(count), shown(count).replace("\n\n", "\n")):
        article = clean_article(page)
        assert article.page_type == "gallery"
        assert article.page_type_reason.startswith("8 pictures are counted")
