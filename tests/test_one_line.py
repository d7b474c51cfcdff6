"""Law 7: no sentence is cut. One long line, as columns of tables hold it, with traps inside its sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from growth import MOST, growth_of
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, clean_article
from newsclean.article.kinds import TEXT_KINDS
from newsclean.phrases.lexicon import lexicon
from newsclean.read.text.heads import head_of
from newsclean.read.text.text import read_text
from newsclean.read.text.textform import is_long

TRAPS = (
    "The Climate Change Institute of Harbour Town said that the mole would hold for another forty years at least.",
    "A win in the Champions League and a place in the World Cup were all that the keeper had ever asked for.",
    "The Court of Appeal for the Northern Islands ruled that the ferry had been late on purpose.",
    "The Court of Appeal for the Northern Islands then went to lunch, and Mara Lind went home.",
    "She read it in The Harbour Post, in the Most Read column, between Breaking News and Opinion.",
    "He told the AP/Reuters pool that talks would resume on Monday.",
    "Nobody - U.S. officials least of all - had counted the pumps.",
    "The Democratic Party of Orrin, a party of nine, left the party early and called it a party.",
    "The book Read More Sails Less by Jo Doe is about a man who shares on Facebook what he ate.",
    "Mara Lind met Mara Lind the elder at the quay, and both of them laughed.",
    "The plan, which the council called a man-of-the-people-type-compromise, is to be voted on in May.",
    "In Orrin the Ministry of Fisheries and Ferries and the Ministry of Fisheries and Weather share a door.",
    "They sang row me over row me over until Dr. J. K. Lind of No. 14 asked them to stop.",
    "“Follow us,” she said, “and we will show you the Sign Up desk.”",
    "On Sunday the Department of Science and Technology Laboratory lost power, and Science and Technology was dark.",
    "Das Amt für Statistik meldete am 3. Mai, dass z.B. die Zahl der Pumpen auf 1.200 gestiegen sei.",
    "Le ministre de la Culture a dit que les Dernières Nouvelles du port étaient lues par tous.",
    "وقالت وزارة الثقافة إن آخر الأخبار من الميناء تصل إلى الجميع كل صباح في المدينة.",
)
FURNITURE = (
    "Advertisement", "Story continues below advertisement", "Share on Facebook", "Scroll down for video",
    "Sign up for our daily newsletter", "(AP Photo/Jo Doe)", "sea-wall-to-be-raised-by-a-metre",
    "sea-wall-to-be-raised:-“at-last” Sea wall to be raised: “At last”", "Read more: Sea wall to be raised.",
    "A crane lowers a pump onto the quay A crane lowers a pump onto the quay.", "FERRY CAPTAIN FINDS SEAL AT WHEEL",
)  # fmt: skip
sentences = st.lists(st.sampled_from(TRAPS), min_size=4, max_size=16, unique=True)


@st.composite
def lines_of_traps(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """One long line, and the sentences in it."""
    chosen = draw(sentences)
    pieces = []
    for sentence in chosen:
        pieces.append(sentence)
        if draw(st.booleans()):
            pieces.append(draw(st.sampled_from(FURNITURE)))
    return " ".join(pieces), tuple(chosen)


def cut(article: Article, sentences: tuple[str, ...]) -> list[str]:
    """The sentences of which a part was removed and another was not."""
    found = []
    for sentence in sentences:
        start = article.source.find(sentence)
        end = start + len(sentence)
        stays = {s.kind in TEXT_KINDS for s in article.segments if s.start < end and s.end > start}
        if len(stays) > 1:
            found.append(sentence)
    return found


@given(lines_of_traps())
def test_no_sentence_is_cut(page: tuple[str, tuple[str, ...]]) -> None:
    """Names of sections, courts and prompts inside a sentence part it nowhere."""
    raw, inside = page

    assert cut(clean_article(raw), inside) == []


@given(sentences)
def test_clean_sentences_all_stay(chosen: list[str]) -> None:
    """A line of sentences alone, however many traps are in them, is left as it is."""
    raw = " ".join(chosen)

    assert clean_article(raw).text == raw


@pytest.mark.parametrize("piece", [f for f in FURNITURE[:7] if f != "Sign up for our daily newsletter"])
def test_furniture_between_sentences_goes(piece: str) -> None:
    """What stands between two sentences of a long line goes where its own phrase proves its edges."""
    before, behind = " ".join(TRAPS[:3]), " ".join(TRAPS[5:8])

    assert piece not in clean_article(f"{before} {piece} {behind}").text


def blocks(raw: str) -> list[str]:
    return [b.text for b in read_text(raw, lexicon())]


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        pytest.param("Pumps come to town at last", [], id="a title alone proves nothing"),
        pytest.param(
            "pumps-come-to-town,-late Pumps come to town, late",
            ["pumps-come-to-town,-late", "Pumps come to town, late"], id="a slug, and the headline it was made of",
        ),
        pytest.param(
            "A crane on the quay A crane on the quay", ["A crane on the quay", "A crane on the quay"], id="said twice",
        ),
        pytest.param(
            "a crane on the quay at noon. A crane on the quay at noon. Jo Doe/AFP",
            ["a crane on the quay at noon.", "A crane on the quay at noon.", "Jo Doe/AFP"], id="first in small letters",
        ),
        pytest.param("SEAL FOUND AT WHEEL", ["SEAL FOUND AT WHEEL"], id="a line in capitals"),
        pytest.param("Jo Doe/AFP via Getty Images", ["Jo Doe/AFP via Getty Images"], id="a credit"),
        pytest.param("Mara Lind (@maralind)", ["Mara Lind (@maralind)"], id="an account"),
        pytest.param("Share on Facebook", ["Share on Facebook"], id="a prompt"),
    ],
)  # fmt: skip
def test_edges(piece: str, parts: list[str]) -> None:
    """A line without a stop between two sentences is found, if something proves where it ends."""
    before, behind = TRAPS[:3], [TRAPS[n] for n in (5, 7, 9)]

    expected = [*before, *parts, *behind] if parts else [*before, f"{piece} {behind[0]}", *behind[1:]]
    assert blocks(" ".join((*before, piece, *behind))) == expected


def test_an_opening_mark_goes_with_what_it_opens() -> None:
    """“«” with a blank behind it, as in French, is no part of the label before it."""
    said = "« We work on it », the mayor told the council on Monday."
    text = clean_article(" ".join((*TRAPS[:3], "Advertisement", said, *TRAPS[5:8]))).text

    assert said in text
    assert "Advertisement" not in text


SHAPES: Mapping[str, Callable[[int], str]] = {
    "the same words": lambda n: "Row me over " * (n // 3),
    "capitals": lambda n: "ROW ME OVER " * (n // 3),
    "slugs": lambda n: "pumps-come-to-town-now " * (n // 5) + TRAPS[0],
    "agencies": lambda n: "Jo Doe/AFP via Getty Images " * (n // 5),
    "prompts": lambda n: "Share on Facebook " * (n // 3),
    "a window's title": lambda n: "Pumps come to town | The Post " * (n // 7),
    "one word": lambda n: "Pumps " * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_edges_in_linear_time(shape: str) -> None:
    """A line four times as long takes no more than eight times as long to part."""
    make = SHAPES[shape]

    assert growth_of(blocks, make, 4000) <= MOST


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Ermittlungen wegen der Suppe aufgenommen.", id="a noun goes on both times"),
        pytest.param("auch die Suppe beschlagnahmt.", id="a small word goes on the second time"),
    ],
)
def test_sentences_that_begin_alike_are_no_headline(other: str) -> None:
    """A sentence that opens the page and begins as one further down is not cut where the two part."""
    begin = "Die Polizei in Hafenstadt hat am Montag"
    middle = "Verletzt wurde bei dem Vorfall auf der Brücke niemand, teilte eine Sprecherin des Hafens am Abend mit."
    soup = "Der Fischer schwieg dazu und lud die Beamten zu einer Suppe ein, die sie nach einigem Zögern annahmen."
    page = (
        f"{begin} Anzeige gegen einen Fischer erstattet, der im Weg lag. {middle} {soup} {middle[9:]} {begin} {other}"
    )

    article = clean_article(page)

    assert article.title is None
    assert article.text == page


@pytest.mark.parametrize(
    "end", ["© RIPRODUZIONE RISERVATA", "Photo: Jo Doe", "<저작권자 ⓒ 항구일보, 무단 전재 및 재배포 금지>"]
)
def test_a_short_report_with_a_credit_is_a_story(end: str) -> None:
    """A page that is one line of some sentences is no caption, whatever stands behind them."""
    story = "The night boat was cancelled on Sunday. Nobody was hurt. The boat is 31 years old."
    article = clean_article(f"{story} {end}")

    assert article.text.startswith(story)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\ufeff", "\u200d", "\ufe0f", "\u0301"])
@pytest.mark.parametrize("phrase", ["Share", "Read more", "Home", "Photo: Jo Doe"])
def test_what_is_no_character_when_it_is_folded(phrase: str, mark: str) -> None:
    """A soft hyphen, a joiner or an accent alone between blanks, behind a phrase: no error, and the sentences stay."""
    story = (
        "The night boat to Orrin was cancelled on Sunday after a fire broke out. Nobody was hurt in it, police said."
    )

    assert clean_article(f"{story} {phrase} {mark} {mark} {story} It is 31 years old.").text.startswith(story)


# What stands over the story


WALL, DIGUE = "Sea wall to be raised at last", "Le mur de la digue relevé d’un mètre"
MURO, MAUER = "Alzato di un metro il muro del porto", "Mauer am Hafen wird höher"
STORY = {
    "en": "The wall in Orrin will be a metre higher by spring, the council said on Monday after a meeting. "
    "Nobody voted against it, though two of its members had asked for another report on what it would cost. "
    "Work begins in May, when the ferry has left its winter berth and the quay is free for cranes. "
    "“We have waited for this since the great storm,” said the harbour master, who has kept a list of every flood.",
    "fr": "Le mur du port sera relevé d’un mètre avant le printemps, a dit la mairie lundi. "
    "Personne n’a voté contre, même si deux élus avaient demandé un autre rapport sur ce que cela coûterait. "
    "On commence en mai, quand le ferry aura quitté son quai d’hiver et que la place sera libre pour les grues. "
    "« Nous attendons cela depuis la grande tempête », a dit le capitaine du port, qui tient une liste des crues.",
    "it": "Il muro del porto sarà alzato di un metro entro primavera, ha detto il Comune lunedì. "
    "Nessuno ha votato contro, anche se due consiglieri avevano chiesto un altro rapporto su quanto costerà. "
    "Si parte a maggio, quando il traghetto avrà lasciato il molo invernale e la banchina sarà libera per le gru. "
    "«Lo aspettiamo dalla grande tempesta», ha detto il comandante del porto, che tiene un elenco delle piene.",
    "de": "Die Mauer am Hafen wird bis zum Frühjahr erhöht, teilte die Stadt am Montag nach vier Stunden Sitzung mit. "
    "Niemand stimmte dagegen, auch wenn zwei Räte noch einen Bericht darüber verlangt hatten, was das kosten wird. "
    "Im Mai geht es los, wenn die Fähre ihren Winterplatz verlassen hat und der Kai für die Kräne frei ist. "
    "„Darauf warten wir seit dem großen Sturm“, sagte der Hafenmeister, der eine Liste aller Fluten führt.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "over", "title", "behind"),
    [
        pytest.param("en", "Home News Sport Weather Sign in ", WALL, "", id="a menu"),
        pytest.param("en", "", WALL, " By Mara Lind, 3 May 2024", id="a comma before the date"),
        pytest.param("en", "", WALL, " Mara Lind 3 May 2024, 18:12", id="a name and a date"),
        pytest.param("en", "", WALL, " Mara Lind, City Reporter May 3, 2024", id="a role"),
        pytest.param("en", "", WALL, " Published: 3 May 2024 at 6 p.m.", id="a label"),
        pytest.param("fr", "", DIGUE, " Par Mara Lind Publié le 3 mai 2024 à 14h05", id="a byline before a label"),
        pytest.param("fr", "", DIGUE, " Par Mara Lind, le 3 mai 2024", id="an article before the date"),
        pytest.param("it", "", MURO, " di Mara Lind 3 maggio 2024", id="a byline in small letters"),
        pytest.param("de", "", MAUER, " 03.05.2024 | 14:05 Uhr von Mara Lind", id="a byline behind a date"),
        pytest.param("de", "Startseite Politik Lokales Suche ", MAUER, " Mara Lind 03.05.2024", id="a menu and a name"),
    ],
)
def test_the_headline_ends_where_byline_and_date_begin(language: str, over: str, title: str, behind: str) -> None:
    """A menu before it and who wrote it when are not of it, though nothing but blanks parts them."""
    assert clean_article(f"{over}{title}{behind} {STORY[language]}").title == title


@pytest.mark.parametrize(
    "menu",
    ["Skip to content Home News Sport Business Weather", "Home > News >", "Startseite Politik Lokales Suche Anmelden"],
)
def test_a_menu_is_no_headline(menu: str) -> None:
    """None is better than that."""
    title = clean_article(f"{menu} {STORY['en']}").title
    assert title is None or menu not in title


@pytest.mark.parametrize("kicker", ["Sport ", "Opinion "])
def test_a_headline_with_something_glued_to_it_is_none(kicker: str) -> None:
    """A field is right or empty: a section's name may begin a headline, too."""
    assert clean_article(f"{kicker}{WALL} By Mara Lind, 3 May 2024 {STORY['en']}").title in (None, WALL)


@pytest.mark.parametrize(
    "title", ["World leaders to meet on the quay of Orrin", "Sport for all is what the town wants"]
)
def test_a_word_of_menus_behind_a_menu_may_open_the_headline(title: str) -> None:
    """It is not parted from the small letter behind it: the title is whole, or none."""
    menu = "Skip to content Home News Sport Business Weather"
    article = clean_article(f"{menu} {title} {STORY['en']}")
    assert article.title in (None, title)
    assert any(title in segment.text for segment in article.segments)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"{WALL} What it will cost the town By Mara Lind, 3 May 2024", id="a standfirst"),
        pytest.param(f"Orrin {WALL} By Mara Lind, 3 May 2024", id="a place over it"),
        pytest.param(f"Will the wall hold? {WALL} By Mara Lind, 3 May 2024", id="a question is its first half"),
        pytest.param("Mara Lind 3 May 2024, 18:12", id="an author's name alone"),
        pytest.param("The old harbour of Orrin (Photo: Jo Quay)", id="a caption and its credit"),
    ],
)
def test_a_doubtful_headline_is_none(head: str) -> None:
    """A field is right or empty."""
    assert clean_article(f"{head} {STORY['en']}").title in (None, WALL)


def test_an_author_may_have_the_first_name_of_who_took_the_picture() -> None:
    """The name before the date is said nowhere else, though its first word is."""
    picture = "Photo: Mara Quay/The Post"
    article = clean_article(f"{WALL} Mara Lind Published 3 May 2024 at 18:12 {picture} {STORY['en']}")
    assert article.title == WALL


# Scripts without capitals

JA, ZH = "港町の堤防、来春までに一メートル高く", "港口堤坝明年春天前加高一米"
JA_STORY = (
    "港町の堤防は来春までに一メートル高くなると、町議会が月曜日に発表した。反対した議員はいなかった。"
    "工事は五月に始まり、渡し船が冬の岸壁を離れた後、クレーンが置かれる予定だ。"
    "「大嵐の後からずっと待っていた」と港長は話した。港長は洪水の記録をすべて付けている。"
)
ZH_STORY = (
    "港口的堤坝将在明年春天前加高一米，镇议会周一宣布。没有人投反对票。两名议员曾要求再写一份关于费用的报告。"
    "工程将于五月开始，届时渡轮将离开冬季泊位，码头可以放置吊车。"
    "“自从那场大风暴以来我们一直在等待，”港务长说，他记录了每一次洪水。"
)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        pytest.param(f"{JA} 2024年5月3日 18時12分 {JA_STORY}", JA, id="a date"),
        pytest.param(f"ホーム 政治 ログイン {JA} 公開日：2024年5月3日 {JA_STORY}", JA, id="a menu and a labelled date"),
        pytest.param(f"{ZH} 2024-05-03 18:12 分享 微信 微博 {ZH_STORY}", ZH, id="a date with a time, and buttons"),
        pytest.param(f"首页 政治 登录 {ZH} 记者 林玛拉 2024年5月3日 {ZH_STORY}", ZH, id="a byline"),
        pytest.param(f"{ZH} 作者：林玛拉 2024-05-03 {ZH_STORY}", ZH, id="a byline written as one word"),
        pytest.param(f"{ZH} 分享 微信 微博 {ZH_STORY}", ZH, id="buttons"),
        pytest.param(f"{JA} 費用は未定 2024年5月3日 {JA_STORY}", None, id="a standfirst may be glued to it"),
        pytest.param(f"{JA} {JA_STORY}", None, id="nothing parts it from the story"),
        pytest.param(
            f"ホーム {' '.join(['町の話', '海の話', '空の話', '船の話'] * 9)} {JA} 2024年5月3日 {JA_STORY}", None,
            id="a menu of words that no cue file has",
        ),
        pytest.param(f"分享 {ZH_STORY}", None, id="no headline"),
    ],
)  # fmt: skip
def test_a_headline_without_capitals(page: str, title: str | None) -> None:
    """Between a menu, or the page's beginning, and its date, byline or buttons; with a blank amid, it is doubted."""
    article = clean_article(page)
    assert article.title == title
    assert article.text.endswith(page[-60:])


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        pytest.param(
            "부두 방조제 내년 봄까지 높인다 임마라 기자 2024.05.03 18:12 의회가 월요일에 발표했다.",
            ["부두 방조제 내년 봄까지 높인다", "임마라 기자", "2024.05.03 18:12", "의회가 월요일에 발표했다."],
            id="a name before its role",
        ),
        pytest.param(
            "رفع سور الميناء بقلم: مارا ليند 3 مايو 2024 شارك فيسبوك أعلن المجلس ذلك يوم الاثنين.",
            ["رفع سور الميناء", "بقلم: مارا ليند", "3 مايو 2024", "شارك فيسبوك", "أعلن المجلس ذلك يوم الاثنين."],
            id="a label, and a date before buttons",
        ),
        pytest.param("의회는 2024년 5월 3일 방조제를 높이기로 했다.", [], id="a date in a sentence"),
        pytest.param("العمدة قال في 3 مايو 2024 إن السور سيرتفع قريبا جدا.", [], id="a date in a sentence of Arabic"),
        pytest.param("의회는 페이스북 글에서 방조제를 높이기로 했다.", [], id="a name of a button in a sentence"),
    ],
)
def test_heads_of_scripts_without_capitals(page: str, parts: list[str]) -> None:
    """A date alone is sooner one of the first sentence."""
    head = head_of(page, len(page), lexicon())
    edges = [0, *(head.edges if head else ()), len(page)]
    found = [page[start:end].rstrip() for start, end in pairwise(sorted(set(edges)))]
    assert found == (parts or [page])


def test_heads_in_linear_time() -> None:
    """A line four times as long takes no more than eight times as long."""
    assert growth_of(blocks, lambda n: "首页 分享 2024-05-03 " * (n // 14) + ZH_STORY, 4000) <= MOST


@pytest.mark.parametrize(
    ("n_characters", "expected"), [(100, False), (129, False), (130, True)], ids=["short", "nearly", "long"]
)
def test_a_line_without_blanks_is_long_sooner(n_characters: int, expected: bool) -> None:  # noqa: FBT001 -- a table
    """A character of such a script says as much as three letters."""
    assert is_long((2 * ZH_STORY)[:n_characters]) == expected
    assert not is_long("Row me over " * 12)


JA_TEASERS = (
    "渡し船が機関室の火事で欠航",
    "学校の屋根、夏の雨の後で修理へ",
    "灯台が一枚の硬貨で守り人に売られる",
    "港の時計塔に新しい鐘",
) * 3


def test_lines_of_japanese_end_at_blanks() -> None:
    """Where so many stand in a row without a stop that no sentence is as long."""
    found = blocks(" ".join((JA_STORY, *JA_TEASERS, "続きは月曜日の紙面で。", JA_STORY)))
    assert set(JA_TEASERS) <= set(found)


def test_a_blank_beside_a_link_ends_no_line() -> None:
    """Sentences with blanks around linked words are whole."""
    linked = "港町の 堤防 は来春までに 一メートル 高くなると、 町議会 が月曜日に発表した。"
    assert blocks(linked * 4) == [linked] * 4
