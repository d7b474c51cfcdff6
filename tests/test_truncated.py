"""Whether a page shows only the beginning of its story, in seventeen languages; what only looks so stands first."""

from __future__ import annotations

import pytest

from newsclean import clean_article

TOLD = {
    "en": "The first two pumps reached the quay of Harbour Town on Monday, and more are on their way from the north.",
    "fr": "Les deux premières pompes sont arrivées lundi sur le quai de Port-Lind, et d'autres viendront du nord.",
    "de": "Die ersten zwei Pumpen haben am Montag den Kai von Torvhamn erreicht, weitere sollen aus dem Norden folgen.",
    "es": "Dos bombas llegaron el lunes al muelle de Puerto Lind, y otras vienen de camino desde el norte.",
    "it": "Le prime due pompe sono arrivate lunedì sul molo di Porto Lind, e altre sono in viaggio dal nord del paese.",
    "pt": "As duas primeiras bombas chegaram na segunda-feira ao cais de Porto Lind, e outras virão do norte.",
    "nl": "De eerste twee pompen kwamen maandag aan op de kade van Lindhaven, en er volgen er meer uit het noorden.",
    "sv": "De två första pumparna nådde kajen i Lindhamn i måndags, och fler är på väg från norra delen av landet.",
    "nb": "De to første pumpene nådde kaien i Lindhavn mandag, og flere er på vei fra den nordlige delen av landet.",
    "da": "De første to pumper nåede kajen i Lindhavn i mandags, og flere er på vej fra den nordlige del af landet.",
    "pl": "Pierwsze dwie pompy dotarły w poniedziałek na nabrzeże Lindowa, a kolejne są już w drodze z północy kraju.",
    "ru": "Первые два насоса прибыли в понедельник на набережную Линдова, и ещё несколько находятся в пути с севера.",
    "tr": "İlk iki pompa pazartesi günü Lindliman rıhtımına ulaştı ve daha fazlası ülkenin kuzeyinden yola çıktı.",
    "ja": "最初の二台のポンプが月曜日に港町の岸壁に到着し、町議会はさらに追加すると発表した。",
    "ko": "첫 두 대의 펌프가 월요일에 항구 도시의 부두에 도착했으며 더 많은 펌프가 오고 있다고 시의회가 밝혔다.",
    "zh": "首批两台水泵周一运抵港口城市的码头，更多水泵正从该国北部运来，市议会表示将继续增加。",
    "ar": "وصلت المضختان الأوليان يوم الاثنين إلى رصيف ميناء ليند، وهناك المزيد في الطريق كما أعلن المجلس.",
}  # fmt: skip

# Sentences of stories that speak of paywalls, of reading on and of what is left.
SENTENCES = {
    "en": (
        "Readers who do not subscribe to read the full paper will see the first lines only, the publisher said.",
        "He told them to read the full report before the vote.",
        "Subscribers were told on Monday that they can keep reading the archive for free.",
        "The rest of this year is for repairs, the mayor said.",
    ),
    "fr": ("Il faut désormais être abonné pour lire le journal de la ville, a expliqué la maire lundi.",),
    "de": (
        "Um weiterlesen zu können, brauchte der alte Hafenmeister eine neue Brille.",
        "Die Zeitung ist künftig nur für Abonnenten zu lesen, teilte der Verlag am Montag mit.",
    ),
    "es": ("Le queda un 62 % de la batería, dijo el capitán.", "Quería seguir leyendo el libro hasta el final."),
    "it": ("Ti resta da leggere solo una pagina, disse il maestro.",),
    "pt": ("Ele queria continuar lendo o livro até o fim.",),
    "nl": ("Je hebt je limiet, zei de trainer na de wedstrijd.",),
    "sv": ("Han ville läsa vidare i boken.",),
    "nb": ("Han ville lese videre i boka.",),
    "da": ("Han ville læse videre i bogen.",),
    "pl": (
        "Pozostało 62 % zapasów, powiedziała burmistrz.",
        "Pozostało jeszcze wiele do zrobienia, dodała.",
        "Gazeta będzie dostępna tylko dla prenumeratorów, ogłosił wydawca w poniedziałek.",
    ),
    "ru": ("Сервис доступен только по подписке.", "Осталось прочитать последнюю главу, сказал он."),
    "tr": ("Sadece aboneler için düzenlenen konser pazartesi günü yapılacak.",),
    "ja": ("ここから先は有料道路だと警察は説明した。", "残り820人は避難所で夜を過ごした。"),
    "ko": ("그는 책을 계속 읽으려면 안경이 필요하다고 말했다.",),
    "zh": ("剩余20%需在年底前支付，市长周一表示。", "该报宣布，今后只有会员才能继续阅读全部文章。"),
    "ar": ("تبقى 20% من الأعمال، كما قالت رئيسة البلدية يوم الاثنين.",),
}

# Lines behind a whole story that ask for a login, a newsletter, a comment, or lead to another story.
LINES = {
    "en": (
        "Log in", "Subscribe", "Sign up for our newsletter", "Sign in to leave a comment", "Log in to comment",
        "Keep reading: Sea wall to be raised", "Support our journalism. Become a member today.",
    ),
    "fr": ("Se connecter", "Abonnez-vous à notre newsletter", "Connectez-vous pour commenter"),
    "de": ("Anmelden", "Jetzt den Newsletter abonnieren", "Melden Sie sich an, um zu kommentieren"),
    "es": ("Iniciar sesión", "Suscríbete a nuestra newsletter", "Inicia sesión para comentar"),
    "it": ("Accedi", "Iscriviti alla newsletter"),
    "pt": ("Entrar", "Assine nossa newsletter", "Faça login para comentar"),
    "nl": ("Inloggen", "Schrijf je in voor de nieuwsbrief", "Log in om te reageren"),
    "sv": ("Logga in", "Prenumerera på vårt nyhetsbrev", "Logga in för att kommentera"),
    "nb": ("Logg inn", "Meld deg på nyhetsbrevet"),
    "da": ("Log ind", "Tilmeld dig nyhedsbrevet"),
    "pl": ("Zaloguj się", "Zapisz się do newslettera", "Zaloguj się, aby skomentować"),
    "ru": ("Войти", "Подпишитесь на нашу рассылку", "Войдите, чтобы оставить комментарий"),
    "tr": ("Giriş yap", "Abone ol", "Bültenimize abone olun"),
    "ja": ("ログイン", "会員登録", "メールマガジンに登録する"),
    "ko": ("로그인", "구독하기"),
    "zh": ("登录", "注册", "登录后发表评论"),
    "ar": ("تسجيل الدخول", "اشترك في النشرة البريدية"),
}  # fmt: skip

# Lines that say that there is more.
WALLS = {
    "en": (
        "Register for free to continue reading", "Start your free trial to keep reading",
        "You have 62% of this story left",
        "Want to read more? Subscribe now", "Keep reading with a 7-day free trial", "The full story is for members.",
    ),
    "fr": (
        "Abonnez-vous pour lire la suite", "Vous avez atteint votre limite d'articles gratuits",
        "Vous devez être abonné pour lire la suite de cet article.", "Il vous reste 62,4 % de cet article à lire",
    ),
    "de": (
        "Jetzt kostenlos registrieren und weiterlesen", "Ihr Kontingent an freien Artikeln ist aufgebraucht",
        "Kostenpflichtiger Inhalt", "Weiterlesen mit Kai+", "Zum vollständigen Artikel",
    ),
    "es": ("Has alcanzado el límite de artículos gratuitos", "Si quieres seguir leyendo, hazte premium"),
    "it": ("Sblocca l'articolo", "Leggi l'articolo completo", "Abbonati per continuare a leggere"),
    "pt": ("Assine para continuar lendo", "Para ler a matéria completa, assine", "Leia a matéria completa"),
    "nl": ("Registreer gratis en lees verder", "U heeft nog 62% van dit artikel te lezen"),
    "sv": ("Läs vidare – bli prenumerant", "Artikeln är låst", "Prenumerera för att fortsätta läsa", "Fortsätt läsa"),
    "nb": ("Bli abonnent for å lese videre", "Denne saken er forbeholdt abonnenter", "Les hele saken"),
    "da": ("Køb abonnement og læs videre", "Artiklen er forbeholdt abonnenter", "Fortsæt med at læse"),
    "pl": ("Pozostało 62% artykułu", "Kup prenumeratę i czytaj dalej", "Czytaj cały artykuł"),
    "ru": ("Полный текст доступен по подписке", "Войдите, чтобы читать дальше", "Осталось прочитать 62% статьи"),
    "tr": ("Bu içerik sadece abonelere özeldir", "Yazının devamı için tıklayın", "Sadece aboneler için"),
    "ja": ("無料会員登録で続きを読む", "全文を読むには会員登録が必要です", "続きは有料会員のみご覧いただけます"),
    "ko": ("이 기사는 유료회원 전용입니다", "계속 읽으려면 로그인하세요", "전문 보기"),
    "zh": ("订阅后继续阅读", "剩余62%未读", "還有820字未讀", "此内容仅限会员", "继续阅读"),
    "ar": ("اشترك لمواصلة القراءة", "المقال متاح للمشتركين فقط", "اقرأ المقال كاملا"),
}  # fmt: skip


def told(language: str, *behind: str) -> tuple[str, str, str]:
    """A page of a headline, a paragraph and lines behind it: as text, Markdown and HTML under a menu with a login."""
    lines = (TOLD[language], *behind)
    html = "".join([f"<p>{line}</p>" for line in lines])
    menu = '<nav><a href="/in">Log in</a> <a href="/pay">Subscribe to continue reading</a></nav>'
    return (
        "\n\n".join(("Harbour Town 2024", *lines)),
        "\n\n".join(("# Harbour Town 2024", *lines)),
        f"<html><body>{menu}<article><h1>Harbour Town 2024</h1>{html}</article>",
    )


def each(lines: dict[str, tuple[str, ...]]) -> list[object]:
    """One case for each line of each language."""
    return [pytest.param(code, line, id=f"{code}: {line}") for code in lines for line in lines[code]]


def test_all_languages_have_both_sides() -> None:
    """Each has lines that look alike, and lines that say it."""
    assert set(TOLD) == set(SENTENCES) == set(LINES) == set(WALLS)


@pytest.mark.parametrize(("language", "line"), each(SENTENCES))
def test_sentences_of_a_story(language: str, line: str) -> None:
    """A story may be about paywalls, about reading, or about what is left: nothing goes, and it is whole."""
    for page in (*told(language, line), *told(language, line, TOLD[language].upper())):
        article = clean_article(page)
        assert line in article.text
        assert not article.is_truncated


@pytest.mark.parametrize(("language", "line"), each(LINES))
def test_lines_behind_a_whole_story(language: str, line: str) -> None:
    """A login, a newsletter or another story behind a story says nothing of what is missing; nor does the menu."""
    for page in told(language, line):
        assert not clean_article(page).is_truncated


@pytest.mark.parametrize(("language", "line"), each(WALLS))
def test_lines_that_say_that_there_is_more(language: str, line: str) -> None:
    """They are no text, and say that the story is cut off, with a reason: in text, Markdown and HTML."""
    for page in told(language, line):
        article = clean_article(page)
        assert article.text == TOLD[language]
        assert article.is_truncated
        assert article.truncated_reason
