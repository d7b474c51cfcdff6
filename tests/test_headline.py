"""Which line is the headline: pages of many languages and dresses, and lines that are none."""

from __future__ import annotations

import pytest
from growth import FACTOR, MOST, growth

from newsclean import clean_article
from newsclean.measure.headline import load_weights
from newsclean.measure.headline_look import look_for_headline
from newsclean.measure.headline_slots import NONE_SLOTS, SLOTS
from newsclean.measure.measure import measure
from newsclean.measure.window_title import under_window_title
from newsclean.page.block import Block
from newsclean.phrases.lexicon import lexicon
from newsclean.read.read import read
from newsclean.trim import trim

STORIES = {
    "en": ("Ferry to Orrin stops for the winter", (
        "The ferry between Harbour Town and Orrin will not sail again before March, its owner said on Monday.",
        "Forty people live on Orrin in winter, and the ferry has been late on nineteen of the last thirty days.",
        "The owner, Mara Lind, says that the engine is older than she is and that nobody makes the parts any more.",
    )),
    "de": ("Fähre nach Orrin fährt im Winter nicht", (
        "Die Fähre zwischen Hafenstadt und Orrin fährt erst im März wieder, sagte die Eignerin am Montag der Zeitung.",
        "Auf Orrin wohnen im Winter vierzig Menschen, und die Fähre kam an neunzehn von dreißig Tagen zu spät.",
        "Die Maschine ist älter als die Eignerin Mara Lind, und niemand baut mehr Teile für sie, wie sie sagt.",
    )),
    "fr": ("Le ferry d’Orrin s’arrête pour l’hiver", (
        "Le ferry entre la ville du port et Orrin ne reprendra pas la mer avant mars, a dit lundi sa propriétaire.",
        "Quarante personnes vivent l’hiver à Orrin, et le ferry a eu du retard dix-neuf jours sur les trente derniers.",
        "La machine est plus vieille que Mara Lind, qui dit que plus personne au monde n’en fabrique les pièces.",
    )),
    "ru": ("Паром на Оррин не пойдёт зимой", (
        "Паром между портом и островом Оррин не выйдет в море до марта, сказала в понедельник его владелица Мара Линд.",
        "Зимой на острове Оррин живут сорок человек, и паром опоздал в девятнадцать из последних тридцати дней.",
        "Машина старше владелицы, и никто больше не делает для неё частей, сказала она местной газете в понедельник.",
    )),
    "ar": ("عبارة أورين تتوقف طوال فصل الشتاء", (
        "قالت مالكة العبارة يوم الاثنين إن العبارة بين مدينة الميناء وجزيرة أورين لن تبحر مرة أخرى قبل شهر مارس.",
        "يعيش أربعون شخصا في جزيرة أورين خلال الشتاء، وتأخرت العبارة تسعة عشر يوما من آخر ثلاثين يوما هناك.",
        "المحرك أقدم من المالكة مارا ليند نفسها، ولم يعد أحد في العالم يصنع له القطع التي يحتاج إليها، كما قالت.",
    )),
    "he": ("המעבורת לאורין לא תפליג כל החורף", (
        "המעבורת בין עיר הנמל לבין האי אורין לא תפליג שוב לפני חודש מרץ, כך אמרה ביום שני הבעלים של המעבורת.",
        "ארבעים איש גרים באי אורין בחורף, והמעבורת איחרה בתשעה עשר מתוך שלושים הימים האחרונים של החודש הזה.",
        "המנוע ישן יותר מהבעלים מרה לינד, ואיש בעולם כבר לא מייצר עבורו את החלקים הדרושים, כך היא אומרת.",
    )),
    "hi": ("ओरिन की नाव सर्दियों में नहीं चलेगी", (
        "नाव की मालकिन ने सोमवार को कहा कि बंदरगाह शहर और ओरिन के बीच की नाव मार्च से पहले फिर नहीं चलेगी।",
        "सर्दियों में ओरिन पर चालीस लोग रहते हैं और पिछले तीस दिनों में से उन्नीस दिन नाव देर से आई थी।",
        "इंजन मालकिन मारा लिंड से भी पुराना है और अब दुनिया में कोई उसके पुर्जे नहीं बनाता, उन्होंने कहा।",
    )),
    "ja": ("オリン島行きの渡し船、冬の間は運休", (
        "港町とオリン島を結ぶ渡し船について、船主のマーラ・リンドさんは月曜日、三月まで運航しないと明らかにした。",
        "冬のオリン島には四十人が暮らしており、渡し船はこの三十日間のうち十九日で到着が大きく遅れていたという。",
        "船の機関は船主よりも古く、必要な部品を作る会社は世界のどこにも残っていないと、リンドさんは話している。",
    )),
    "ko": ("오린섬 여객선, 겨울 동안 운항 중단", (
        "항구 도시와 오린섬을 잇는 여객선이 내년 삼월까지 다시 운항하지 않는다고 선주 마라 린드 씨가 월요일 밝혔다.",
        "겨울철 오린섬에는 마흔 명이 살고 있으며 여객선은 지난 서른 날 가운데 열아홉 날이나 늦게 도착했다고 한다.",
        "여객선의 기관은 선주보다 나이가 많고 필요한 부품을 만드는 회사는 세계 어디에도 남지 않았다고 그는 말했다.",
    )),
    "zh": ("奥林岛渡船冬季停航", (
        "港口城与奥林岛之间的渡船要到明年三月才会恢复航行，船主玛拉·林德星期一对当地报纸的记者这样说。",
        "冬天有四十个人住在奥林岛上，而在过去三十天里，渡船有十九天没有按照时刻表准时到达岛上的码头。",
        "渡船的发动机比船主的年纪还要大，世界上已经没有任何一家工厂还在生产它所需要的零件，她这样说。",
    )),
    "th": ("เรือข้ามฟากไปเกาะโอรินหยุดตลอดฤดูหนาว", (
        "เรือข้ามฟากระหว่างเมืองท่ากับเกาะโอรินจะไม่ออกเดินทางอีกก่อนเดือนมีนาคม เจ้าของเรือกล่าวเมื่อวันจันทร์ที่ผ่านมา",
        "ในฤดูหนาวมีคนอาศัยอยู่บนเกาะโอรินสี่สิบคน และเรือข้ามฟากมาสายสิบเก้าวันจากสามสิบวันที่ผ่านมาในเดือนนี้",
        "เครื่องยนต์มีอายุมากกว่าเจ้าของเรือ และไม่มีใครในโลกผลิตชิ้นส่วนสำหรับเครื่องยนต์นั้นอีกแล้ว เธอกล่าวกับหนังสือพิมพ์",
    )),
}  # fmt: skip
TITLE, STORY = STORIES["en"]
ENDS = pytest.mark.parametrize("ends", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])


def page(*lines: str, ends: str = "\n\n") -> str:
    return ends.join(lines)


# What must not be taken for a headline.


NO_HEADLINE = [
    pytest.param(STORY, id="a story alone"),
    pytest.param((f"ORRIN (AP) — {STORY[0]}", *STORY[1:]), id="a dateline opens it"),
    pytest.param(("Nobody sailed.", *STORY), id="a short sentence opens it"),
    pytest.param((f"{STORY[0][:-1]}:", *STORY[1:]), id="its first line ends with a colon"),
    pytest.param((STORY[0], "Older than its owner", *STORY[1:]), id="a subheading further down"),
    pytest.param((STORY[0], "Boat one, 64 min", STORY[1], "Boat two, 92 min", STORY[2]), id="lines of a list"),
    pytest.param(("By Jo Doe", "March 3, 2026", *STORY), id="a byline and a date"),
    pytest.param(("March 3, 2026, 10:15", *STORY), id="a stamp"),
    pytest.param(
        ("A ferry lies at the quay of Orrin", "A ferry lies at the quay of Orrin", "© Jo Doe", *STORY),
        id="an alternative text and its caption, over the credit",
    ),
    pytest.param(
        (
            f"{STORY[0][:-1]}, and that until then nobody would come over or go away but by the boat of the lighthouse",
            *STORY,
        ),
        id="a sentence that lost its stop",
    ),
    pytest.param(("Media playback is unsupported on your device The ferry lies at the quay", *STORY), id="a film"),
    pytest.param(("Image copyright Agency Image caption The ferry lies at the quay", *STORY), id="labels of a picture"),
    pytest.param(("The ferry lies at the quay. (County) 2024.5.3/Agency", *STORY), id="a caption and its credit"),
    pytest.param(("Ferry at the quay of Orrin (Photo: Jo Doe/Agency)", *STORY), id="a caption and what it is told by"),
    pytest.param(
        ("Ferry at the quay", "Ferry at the quay of Orrin (Photo: Jo Doe/Agency)", *STORY),
        id="an alternative text, cut off",
    ),
    pytest.param(
        ("Ferry at the quay of Orrin (Photo: Jo Doe/Agency)", "Ferry at the quay of Orrin", *STORY),
        id="a caption again",
    ),
    pytest.param(("We will put the ferry (", *STORY), id="a line that ends in a bracket"),
    pytest.param(("Orrin index 38,460.08 +1.2 % 14:05", *STORY), id="a row of figures"),
    pytest.param(("Tested by Jo Doe, more on www.ferry.example/orrin", *STORY), id="an address in it"),
    pytest.param(("- Ferry stops for the winter", "- Island feels alone", *STORY), id="entries of a list"),
    pytest.param(
        ("11.04 Uhr: Ferry stops at the quay", STORY[0], "10:40 – Wind reaches the island", *STORY[1:]),
        id="entries of a live page, with the time before them",
    ),
    pytest.param(("Una Fells and Osk Halden", *STORY), id="names that the story does not have"),
    pytest.param(("Una Fells | Contributing Writer | 5 days ago", *STORY), id="a name, a role, a date"),
    pytest.param(("Osk Halden/IHO", *STORY), id="a name and a house"),
    pytest.param(("Una Fells - Westland Gazette", *STORY), id="a name, a dash and a house"),
    pytest.param((STORY[0], "Q: How deep is it today?", *STORY[1:]), id="a question of an interview"),
    pytest.param(("Posted on by harbourfan", *STORY), id="what is left of a stamp"),
    pytest.param((f"{STORY[0][:60]}...", *STORY), id="a lead that was cut off for a list"),
    pytest.param(("Row me over, row me over,", "where the herring have their fair", *STORY), id="a verse"),
    pytest.param(("Harbour Post - Orrin - 3 May 2024 - Page 7", *STORY), id="the head of a printed page"),
    pytest.param(("BC-Orrin Ferry, 1st Ld-Writethru,0412", *STORY), id="the slug of a wire service"),
    pytest.param(("Αρχική > Γεύση", *STORY), id="a path from the front page"),
]


@pytest.mark.parametrize("lines", NO_HEADLINE)
def test_what_is_no_headline_stays(lines: tuple[str, ...]) -> None:
    """A page without a headline gets none, and says so; no sentence of its story goes."""
    article = clean_article(page(*lines))

    assert article.title is None
    assert "no headline was found" in article.warnings
    assert all(p in article.text for p in STORY[1:])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ko", "오린항에 정박한 여객선. © Orin1 이두리 기자"),
        ("ko", "오린 항만청장. 연합뉴스"),
        ("ko", "오린항 전경 @Orin1"),
        ("ko", "오린 항만청장이 항구에서 열린 회의에 참석해 있다. photo 뉴시스"),
        ("ko", "오린 항만청장이 항구에서 점심을 먹고 있다. 항만청 제공=연합뉴스"),
        ("ko", "오린 항만청장이 항구에서 방송을 하고 있다. /항만청 유튜브"),
        ("ko", "© 뉴스1 이두리 디자이너"),
        ("ja", "オリン港の貨物　＜日足＞　「港湾年報」の統計より"),
        ("ja", "停泊する渡し船＝オリン町のホームページより"),
        ("ja", "停泊する渡し船（オリン町提供）"),
        ("ja", "停泊する渡し船＝３日、オリン港"),
    ],
)
def test_a_caption_over_the_story_is_no_headline(language: str, line: str) -> None:
    """Captions of Korea and Japan end with who gave the picture, where and when it was taken."""
    _, story = STORIES[language]
    article = clean_article(page(line, *story))

    assert (article.title, article.authors) == (None, ())
    assert article.text.endswith("\n\n".join(story))


@pytest.mark.parametrize("ends", ["\n", "\n\n"])
def test_two_sentences_under_a_line_are_its_standfirst(ends: str) -> None:
    """Without a stop behind the second they look like a headline, too."""
    head = ("Harbour Courier · No. 61 · Page 3", TITLE, "Forty people wait for spring on the island. A visit")
    assert clean_article(page(*head, "By Jo Doe", *STORY, ends=ends)).title == TITLE


def test_a_headline_of_names_that_the_story_has() -> None:
    """A headline may be a name, where the story is of whom it names."""
    title = "Mara Lind"

    assert clean_article(page("The Ferry and Mara Lind", *STORY)).title == "The Ferry and Mara Lind"
    assert clean_article(f"# {title}\n\n" + page(*STORY)).title == title


def test_ordinals_end_no_sentence() -> None:
    """A headline with two dates in it is one line, not several sentences."""
    title = "Fähre nach Orrin fällt im Winter aus: alle Meldungen vom 26. August bis zum 1. September"

    assert clean_article(page(title, *STORIES["de"][1])).title == title


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(("By Jo Doe and Mara Lind",), id="who wrote it"),
        pytest.param(("Von Jo Doe",), id="the same in German"),
        pytest.param(("By Jo Doe", "May 3, 2024"), id="and when"),
        pytest.param(("山田太郎記者",), id="the same in Japanese"),
        pytest.param(("港口日報／記者李明／奧林報導",), id="and in Chinese"),
        pytest.param(("2024-05-03 17:06 来源：港口新闻网 作者：李明",), id="with its source"),
    ],
)
def test_a_byline_over_the_headline_is_none(over: tuple[str, ...]) -> None:
    """Who wrote it may stand over the headline; over one of another script that may be lost."""
    assert clean_article(page(*over, TITLE, *STORY)).title in ((TITLE,) if over[0].isascii() else (TITLE, None))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(("Subscribe to The Harbour Post for FREE",), id="a prompt"),
        pytest.param(
            ("Four more pumps are on their way to the town of Orrin from the north. The mayor said she was glad",),
            id="a standfirst",
        ),
        pytest.param(
            (
                "Four more pumps are on their way to the town from the north. The mayor said she was glad",
                "The mayor of the town of Orrin",
                "Photo: Jo Doe/Reuters",
            ),
            id="a caption under one",
        ),
    ],
)
def test_what_opens_a_text_without_its_headline(head: tuple[str, ...]) -> None:
    """A text whose headline is lost has none."""
    assert clean_article(page(*head, *STORY)).title is None


@pytest.mark.parametrize(
    ("language", "line"),
    [("ja", "撮影：佐藤花子"), ("tr", "Değirmen Sokak 12, Orrin"), ("tr", "ul. Młyńska 12, Orrin")],
)
def test_the_mark_of_a_heading_opens_a_text(language: str, line: str) -> None:
    """One “#” makes no Markdown of a text, and its first line a headline, over a credit or an address as well."""
    title, *story = BRIEF[language]
    assert clean_article(page(f"# {title}", line, *story)).title == title


def test_a_subheading_is_no_headline_of_what_is_left() -> None:
    """When the headline was taken off, the first subheading is not the next one."""
    article = clean_article(page(TITLE, "Older than its owner", *STORY))

    assert article.title == TITLE
    assert article.text.startswith("Older than its owner")


def test_a_page_without_a_story_is_not_warned_of() -> None:
    """Where there is no story nobody misses a headline."""
    assert "no headline was found" not in clean_article("").warnings


# What must be found.


@ENDS
@pytest.mark.parametrize("language", STORIES)
def test_headline_and_story(language: str, ends: str) -> None:
    """A page that is nothing but its headline and its story, in any script."""
    title, story = STORIES[language]

    assert clean_article(page(title, *story, ends=ends)).title == title


@pytest.mark.parametrize(
    "title", ["2,000 lost at sea in 2023 and 2024", "Orrin 2, Torvhamn 1", "100 ferries that were lost"]
)
def test_a_headline_with_figures(title: str) -> None:
    """It has fewer of them than words, or two at most."""
    assert clean_article(page(title, "By Jo Doe", "May 4, 2026", *STORY)).title == title


HEADS = [
    pytest.param((TITLE, "By Jo Doe"), id="byline"),
    pytest.param((TITLE, "March 3, 2026"), id="date"),
    pytest.param((TITLE, "By Jo Doe", "March 3, 2026 10:15"), id="byline and date"),
    pytest.param((TITLE, "Forty islanders have to wait for a part that nobody makes", "By Jo Doe"), id="standfirst"),
    pytest.param(("News", TITLE, "By Jo Doe"), id="kicker"),
    pytest.param((TITLE, "ferry-to-orrin-stops-for-the-winter", "By Jo Doe"), id="slug"),
    pytest.param((TITLE, "Share", "Facebook", "Copy link"), id="buttons"),
    pytest.param((TITLE.upper(), "By Jo Doe"), id="capitals"),
    pytest.param(("Why does the ferry to Orrin stop for the winter?", "By Jo Doe"), id="a question"),
    pytest.param((f"{TITLE} | The Orrin Post", "Home", "News", "Sport", TITLE, "By Jo Doe"), id="the window's title"),
    pytest.param(
        (TITLE, "By Jo Doe", "A ferry lies at the quay of Orrin", "A ferry lies at the quay of Orrin", "© Jo Doe"),
        id="over a picture",
    ),
    pytest.param(("Most read", "Sea wall to be raised by a metre", TITLE, "By Jo Doe"), id="behind a list"),
]


@ENDS
@pytest.mark.parametrize("head", HEADS)
def test_headline_among_what_stands_over_a_story(head: tuple[str, ...], ends: str) -> None:
    """Whatever stands beside it, the headline is found, and the story stays."""
    article = clean_article(page(*head, *STORY, ends=ends))

    assert article.title is not None
    assert (
        article.title.casefold() == max(head, key=lambda line: line in (TITLE, TITLE.upper()) or "?" in line).casefold()
    )
    assert all(p in article.text for p in STORY)
    assert "no headline was found" not in article.warnings


BRIEF = {
    "en": (
        "Thief returns tablets",
        "nobody at the school expected to see them again.",
        "On Tuesday a box stood at the gate.",
        "The note in it has been framed.",
    ),
    "ja": (
        "渡し船、なぜ止まるの？",
        "乗る人が減った。",
        "船も古くなったからだ。",
        "市は残せないとしている。",
    ),
    "he": (
        "סופת החורף הראשונה בדרך",
        "הסופה תגיע לאזור אורין הלילה.",
        "בתי הספר ייפתחו מחר בשעה תשע.",
        "הרוח תיחלש ביום חמישי בצהריים.",
    ),
    "tr": (
        "Az konuşan bir film",
        "Kaptan bavulu ancak gece yarısı görür.",
        "İlk yarıda neredeyse hiç konuşulmaz.",
        "Müzik fazla ama sis biraz az.",
    ),
}


@pytest.mark.parametrize("language", BRIEF)
@pytest.mark.parametrize("head", [(), ("2026-03-03 10:15",)], ids=["alone", "with a stamp"])
def test_a_headline_over_short_sentences(language: str, head: tuple[str, ...]) -> None:
    """A story whose every paragraph is a short sentence has a headline as well, and keeps each."""
    title, *story = BRIEF[language]
    article = clean_article(page(title, *head, *story))

    assert article.title == title
    assert article.text.split("\n\n") == story


def test_a_box_of_facts_is_no_headline() -> None:
    """What a review says at its end of the film is not what the review is called."""
    title = "“Gece Vapuru”: Az konuşan, çok anlatan bir film"
    story = (
        "Yönetmen Mara Lind’in ikinci filmi, son seferine çıkan bir vapurda geçiyor.",
        "Kaptan emekliliğine altı saat kala güverteye bir bavul bırakıldığını fark eder. Gerisini anlatmayayım.",
        "Kusurları yok mu? Var. Müzik fazla, sis az.",
    )
    box = ("Yönetmen: Mara Lind", "Oyuncular: Jo Doe, Ola Berg, Ida Moss", "Süre: 104 dakika", "Puan: 4/5")
    article = clean_article(page(title, *story, "Künye", *box))

    assert article.title == title
    assert all(line in article.text for line in (*story, box[1]))


def test_a_heading_of_markdown_is_the_headline() -> None:
    """The first heading over the story, not the menu's."""
    raw = page("* [Home](/)\n* [News](/n)\n* [Sport](/s)", f"# {TITLE}", "By Jo Doe", *STORY)

    assert clean_article(raw, form="markdown").title == TITLE


@pytest.mark.parametrize(
    "title",
    ["Nobody sails. What will the islanders of Orrin do?", "Ferry guide", "Orrin: “It is over. Nobody sails.”"],
    ids=["a stop inside", "two words", "a quotation with a stop"],
)
def test_one_line_with_a_slug(title: str) -> None:
    """In one long line a headline ends where its slug begins, whatever stops stand inside."""
    raw = " ".join([title, title.casefold().replace(" ", "-"), *STORY, *STORY[::-1]])

    assert clean_article(raw).title == title


def test_a_slug_is_not_joined_to_its_headline() -> None:
    """Lines that were broken at links go on in the next one; a headline does not in its slug."""
    lines = [
        TITLE,
        "ferry-to-orrin-stops-for-the-winter",
        "The owner,",
        "Mara Lind",
        ", told",
        "the Post",
        ", said so.",
    ]

    assert clean_article(page(*lines, *STORY, ends="\n")).title == TITLE


# The table and the work.


def blocks(raw: str) -> tuple[Block, ...]:
    return measure(trim(read(raw, words=lexicon(None)))).blocks


def test_the_table_names_its_slots() -> None:
    """Each weight is of a value of a slot, and most slots weigh something."""
    weights = load_weights()

    assert [len(row) for row in weights.lines] == [len(values) for _, values in SLOTS]
    assert [len(row) for row in weights.none] == [len(values) for _, values in NONE_SLOTS]
    assert all(any(row) for row in weights.lines)


def test_each_value_is_in_its_slot() -> None:
    """What is seen of lines and pages are values that the slots have."""
    for title, story in STORIES.values():
        seen = look_for_headline(blocks(page("News", title, "By Jo Doe", "3 May 2024", *story, title, "Share")))
        assert seen.numbers
        assert all(v < len(values) for row in seen.lines for v, (_, values) in zip(row, SLOTS, strict=True))
        assert all(v < len(values) for v, (_, values) in zip(seen.none, NONE_SLOTS, strict=True))


def test_work_grows_with_the_page() -> None:
    """Menus of any length over a story take no more than their length."""
    menu = "Ferry fares to go up in May again\nSport\nOpinion and letters\n"
    looks = {n: blocks(menu * n + page(TITLE, *STORY)) for n in (100, 100 * FACTOR)}

    assert growth(lambda n: look_for_headline(looks[int(n)]), "100", str(100 * FACTOR)) <= MOST


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("The Harbour Post of Orrin - Ferries", None, id="the site's name, which stands on the page"),
        pytest.param("News - Old tram returns to Orrin", "Old tram returns to Orrin", id="behind its section"),
        pytest.param("Old tram returns to Orrin : Tram news", "Old tram returns to Orrin", id="before it"),
    ],
)
def test_a_part_of_the_title_in_the_data_is_the_headline(title: str, found: str | None) -> None:
    """Where nothing is marked as the headline; what holds it is no thread of comments, whatever it is called."""
    menu = "".join(f"<div><a href='/{n}'>Line {n} of the harbour</a></div>" for n in range(12))
    story = "".join(f"<p>{line}</p>" for line in STORY)
    article = clean_article(
        f"<html><head><title>{title}</title><meta property='og:site_name' content='The Harbour Post of Orrin'></head>"
        f"<body>{menu}<div>The Harbour Post of Orrin</div><div class='comments'><div>21.11.2026</div>"
        f"<div>Old tram returns to Orrin</div>{story}</div></body></html>"
    )
    assert article.title == found or found is None
    assert article.title != "The Harbour Post of Orrin"
    assert [line for line in STORY if line not in article.text] == []


SITE = "The Harbour Post of Orrin"
WINTER = "Winter without a ferry"
UNDER = ("Home", "News", "Sport", "Weather", "Share", "Log in")


def window(first: str, *behind: str) -> str | None:
    """The headline of a dump that begins with this line, as `get_text` writes one, with these lines over the story."""
    return clean_article("\n".join([first, *UNDER, *behind, "By Jo Doe", "May 4, 2026", *STORIES["en"][1]])).title


@pytest.mark.parametrize("mark", [" - ", " – ", " | ", "|", " · ", " • "])
def test_the_headline_is_the_title_of_the_window_without_the_site(mark: str) -> None:
    """Where a line further down says so, whatever looks more like a headline beside it."""
    title = WINTER
    other = "Forty people of Orrin wait for the boat that is older than its owner"

    assert window(f"{title}{mark}{SITE}", title, other) == title


@pytest.mark.parametrize(
    ("first", "line"),
    [
        pytest.param("Ferry stops - how forty people live on Orrin in winter", "Ferry stops", id="two words"),
        pytest.param(f"How we sail - {3 * 'the ferry of Orrin stops '}", "How we sail", id="the site comes first"),
        pytest.param("Orrin in winter: forty people wait for the ferry", "Orrin in winter", id="a colon"),
    ],
)
def test_a_part_of_a_headline_is_none(first: str, line: str) -> None:
    """A line that says the smaller part of the first one, or what stands before its colon."""
    assert under_window_title(blocks("\n".join([first, *UNDER, line, *STORIES["en"][1]]))) == -1


def test_the_headline_is_the_one_over_the_story() -> None:
    """Of two that say the title of the window one is of the path through the site."""
    title = WINTER
    lines = [f"{title} | {SITE}", "Home", title, *[f"Entry {n}" for n in range(20)], title, *STORIES["en"][1]]
    page = blocks("\n".join(lines))

    assert under_window_title(page) == 23
    assert under_window_title(page[:3]) == 2
    assert under_window_title(page[:2]) == under_window_title(page[:1]) == -1


NOTICE = (
    "We and our partners use cookies to measure how often our pages are read, and you may decline them at any time.",
    "Your choice holds for all of our pages, and you find it again under the word privacy at the foot of each of them.",
    "With a subscription you read us without any advertising, and you help a small paper of a small town to stay.",
)


@pytest.mark.parametrize(
    ("first", "over", "line"),
    [
        pytest.param(
            "Ferry Diary: Ferry stops for the winter", ["Ferry Diary"], "Ferry stops for the winter", id="blog"
        ),
        pytest.param(f"Island - {TITLE} | {SITE}", ["Island"], TITLE, id="a kicker and a site"),
        pytest.param(f"{TITLE} | {SITE}", NOTICE, TITLE, id="the text of a notice over it"),
    ],
)
def test_the_headline_in_the_title_of_the_window(first: str, over: list[str], line: str) -> None:
    """A name may stand before it, if a line says just that; and a notice over it."""
    page = [first, "Home", *over, line, *UNDER, *2 * STORY]

    assert under_window_title(blocks("\n".join(page))) == page.index(line)


def test_the_name_of_a_site_is_not_of_the_headline() -> None:
    """It is cut off the title of the window where a line of the page says it, and that line is not of the story."""
    for mark in (" | ", " - ", " – "):
        first = f"{TITLE}{mark}{SITE}"

        assert clean_article("\n\n".join([first, *STORY, f"© {SITE}"])).title == TITLE
        assert clean_article("\n\n".join([first, *STORY])).title == first
        said = f"{TITLE}{mark}and how it is missed"
        assert clean_article("\n\n".join([said, *STORY, "Share: and how it is missed"])).title == said
        assert clean_article("\n\n".join([first, *STORY, f"She told {SITE} so on Monday evening."])).title == first


@pytest.mark.parametrize(
    ("first", "behind"),
    [
        pytest.param(f"{TITLE} | {SITE}", [*5 * STORY, TITLE], id="a long teaser behind the story"),
        pytest.param(f"Diary: {WINTER}", [WINTER, "Diary of a ferry"], id="no line says what stands before it"),
        pytest.param(f"{WINTER} | {SITE}", [*5 * STORIES["en"][1], WINTER], id="a teaser behind the story"),
        pytest.param(f"{WINTER} | {SITE}", ["winter-without-a-ferry"], id="a slug"),
        pytest.param(
            f"{WINTER} - how Orrin waits", ["winter-without-a-ferry-how-orrin-waits", "", WINTER],
            id="the first line has its slug",
        ),
        pytest.param(f"Skip to main content | {SITE}", ["Skip to main content"], id="an entry of a menu"),
    ],
)  # fmt: skip
def test_what_says_the_title_of_the_window_and_is_no_headline(first: str, behind: list[str]) -> None:
    """Where the first line is the headline, or the other is something else."""
    assert under_window_title(blocks("\n".join([first, *behind, *STORIES["en"][1]]))) == -1


def test_the_last_of_key_points_is_no_headline() -> None:
    """Nor is a phrase that calls to the reader, be it marked as a heading."""
    points = (
        "* The ferry of Orrin stops until the month of March",
        "* Its engine is older than its owner Mara Lind is",
    )
    title, story = STORIES["en"]

    assert clean_article("\n".join([title, *points, "By Jo Doe", "May 4, 2026", *story])).title == title
    assert clean_article("\n\n".join(["# Sign up for our newsletter", *story])).title is None


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(["A crane lowers a pump onto the quay at Orrin on Monday. Photo: Jo Doe/Reuters"], id="a caption"),
        pytest.param(["A crane lowers a pump onto the quay", "(Jo Doe/Harbour Post)"], id="a caption over its credit"),
        pytest.param(["Facebook Twitter WhatsApp Email"], id="buttons"),
        pytest.param(["Related: Sea wall to be raised"], id="a teaser"),
    ],
)
def test_what_stands_over_the_headline(over: list[str]) -> None:
    """A caption, its credit, buttons and a teaser over the headline are none."""
    story = [
        "The first two pumps reached the quay on Monday, and more are on their way from the north of the country.",
        "The mayor said that the second wall would be ready before the storms of the next winter, as he had promised.",
    ]
    headline = "Flood pumps arrive in harbour town"
    assert clean_article("\n\n".join([*over, headline, "By Mara Lind", *story])).title == headline
