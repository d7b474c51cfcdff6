"""A word in a class name, or a title of a list of other stories, over the story: it swallows no sentence of it."""

from __future__ import annotations

import pytest

from newsclean import clean_article

STORIES = {
    "en": (
        "Ferry to Orrin cancelled after engine fire", "By Jo Doe",
        "The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room, the company said.",
        "Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.",
        "“It was over in minutes,” said Mara Lind, who was on her way to a wedding.",
        "The ferry returns in June.",
    ),
    "de": (
        "Fähre nach Orrin fällt nach Brand aus", "Von Jo Doe",
        "Die Nachtfähre nach Orrin ist am Sonntag nach einem Brand im Maschinenraum ausgefallen, hieß es am Montag.",
        "Niemand wurde verletzt, alle vierzig Fahrgäste brachte ein Fischerboot noch vor Mitternacht an Land.",
        "„Es war in Minuten vorbei“, sagte Mara Lind, die auf dem Weg zu einer Hochzeit war.",
        "Die Fähre fährt ab Juni wieder.",
    ),
    "zh": (
        "奥林渡轮因机舱起火停航", "记者 王明",
        "奥林夜间渡轮公司周日表示，因机舱起火，当晚开往奥林的渡轮停航。",
        "无人受伤，四十名乘客在午夜前由一艘渔船送上岸。",
        "“几分钟就结束了。”正要去参加婚礼的林玛拉说。",
        "渡轮将于六月复航。",
    ),
    "ru": (
        "Паром в Оррин отменён после пожара", "Иван Петров",
        "Ночной паром в Оррин отменили в воскресенье после пожара в машинном отделении, сообщила компания.",
        "Никто не пострадал, всех сорок пассажиров до полуночи доставил на берег рыболовный катер.",
        "«Всё закончилось за несколько минут», — сказала Мара Линд, ехавшая на свадьбу.",
        "Паром вернётся в июне.",
    ),
}  # fmt: skip
NAMES = """
    node-published duration published cta readmore read-more article_description description sharing-enabled
    share-content tagline subtitle standfirst lead intro promo-body paywall paywall-content premium
    subscriber-content sponsored advertisement-free related-content-body newsletter-article comments-enabled widget
    sidebar-right-none teaser teaser-text excerpt summary gallery-article photo-story video-article media-body
    footer-article header-content nav-content menu-article tags-story author-article byline-body timestamp-content
    date-content meta-content modal popup-article cookie-content breadcrumb-article ad-container ad-slot-wrapper
    outbrain-article recommended hero banner box infobox fact-box pullquote quote-body blurb snippet entry-summary
    social share-this subscribe-body donate signup locked metered truncated collapsed toc live-blog
""".split()
TITLES = (
    "Latest", "Related tags", "Related", "More", "More from Orrin", "相關文章", "登录 注册", "Most read", "Topics",
    "Advertisement", "Sign in", "Subscribe", "Recommended", "Newsletter", "Share", "Comments", "Menu",
)  # fmt: skip
PLACES = {
    "round the story": lambda name, told: f'<div class="{name}">{"".join(map(paragraph, told))}</div>',
    "as its id": lambda name, told: f'<section id="{name}">{"".join(map(paragraph, told))}</section>',
    "at each paragraph": lambda name, told: "".join(f'<p class="{name}">{line}</p>' for line in told),
    "at the first": lambda name, told: f'<p class="{name}">{told[0]}</p>{"".join(map(paragraph, told[1:]))}',
}
TITLED = {
    "over the story": lambda title, told: f"<div><h3>{title}</h3>{''.join(map(paragraph, told))}</div>",
    "a heading amid it": lambda title, told: (
        f"{paragraph(told[0])}<div><h3>{title}</h3></div>{''.join(map(paragraph, told[1:]))}"
    ),
    "a line amid it": lambda title, told: f"{paragraph(told[0])}<div>{title}</div>{''.join(map(paragraph, told[1:]))}",
}


def paragraph(line: str) -> str:
    return f"<p>{line}</p>"


def lost(language: str, body: str) -> list[str]:
    """The lines of a story that are not in the text of its page, with this body."""
    title, byline, *told = STORIES[language]
    menu = '<nav><a href="/">Home</a> <a href="/n">News</a> <a href="/s">Sport</a></nav>'
    page = f"<body>{menu}<main><h1>{title}</h1><p>{byline}</p>{body}</main><footer>© 2026 Harbour Post</footer></body>"
    text = clean_article(page).text
    return [line for line in told if line not in text]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", PLACES)
def test_a_class_name_swallows_no_sentence(place: str, name: str) -> None:
    """Wherever it stands, the story stays whole."""
    for language, (_, _, *told) in STORIES.items():
        assert lost(language, PLACES[place](name, told)) == [], language


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("place", TITLED)
def test_a_title_swallows_no_sentence(place: str, title: str) -> None:
    """What stands under the title of a list and is the story stays."""
    for language, (_, _, *told) in STORIES.items():
        assert lost(language, TITLED[place](title, told)) == [], language
