"""Generated pages for the laws: what a scraper may write, from orderly to nasty. All texts are ours."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st
from marked import fixtures


class Tongue(NamedTuple):
    """A few texts of one language."""

    headlines: tuple[str, ...]
    sentences: tuple[str, ...]
    captions: tuple[str, ...]
    furniture: tuple[str, ...]


TONGUES = (
    Tongue(
        (
            "Flood pumps arrive in harbour town",
            "‘We heard it go’: Storm takes roof off sailing club",
            "HARBOUR MASTER TO RETIRE AFTER 41 YEARS",
            "Why the ferry is late, and what the mayor means to do about it",
        ),
        (
            "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
            "“We have the wings, we have the batteries and we have the people,” the director said.",
            "He told the AP/Reuters pool that talks would resume on Monday.",
            "Nobody was hurt.",
            "To pay for the change, the council cut $410,000 from a plan to resurface the parking lot.",
            "Read more than one book a week, the librarian told the children.",
            "Q: How deep is it today?",
            "Aldmere 17 11 3 3 34 17 36",
            "Row me over, row me over.",
        ),
        ("A crane lowers the first of six pumps onto the quay in Harbour Town on Monday", "Mara Lind (L) on the quay"),
        (
            "By Jo Doe and Mara Lind", "Published 3 May 2024, 10:15", "5 min read", "Share", "Share on Facebook",
            "Copy link", "Advertisement", "Story continues below advertisement", "Sign up for our daily newsletter",
            "Already a subscriber? Log in", "Skip to content", "Home > News > Harbour", "Most read", "Related articles",
            "Read more: Sea wall to be raised by a metre", "(Reporting by Jo Doe; editing by Mara Lind)",
            "© 2024 The Harbour Post. All rights reserved.", "Image 1 of 5", "Opinion", "Follow @jodoe",
            "Editor's note: an earlier version of this article gave the wrong date.", "___", "|", "…",
            "Jo Doe is a reporter for The Harbour Post. Follow him on Twitter @jodoe.",
        ),
    ),
    Tongue(
        ("Pumpen für die Hafenstadt sind angekommen", "„Das ist ein Wendepunkt“: Hafenbahn fährt wieder"),
        (
            "Die ersten beiden Pumpen haben am Montag den Kai erreicht, vier weitere sind unterwegs.",
            "Berlin (dpa) - Der Fluss ist in der Nacht um mehr als einen Meter gestiegen, sagte ein Sprecher.",
            "Verletzt wurde niemand.",
            "„Wir haben geübt“, sagt die Einsatzleiterin, „aber nicht für so viel Wasser auf einmal.“",
        ),
        ("Ein Kran lässt die erste von sechs Pumpen auf den Kai hinab",),
        ("Von Mara Lind", "Anzeige", "Lesen Sie auch: Deich wird erhöht", "Teilen", "Foto: Jo Doe/dpa", "Drucken"),
    ),
    Tongue(
        ("Las bombas llegan al puerto después de tres semanas", "El faro vuelve a encenderse tras trece años"),
        (
            "Las dos primeras bombas llegaron al muelle el lunes, y otras cuatro vienen de camino desde el norte.",
            "«No hubo heridos», dijo la alcaldesa, que pidió calma a los vecinos.",
            "Puerto Viejo, 3 may (EFE).- El río creció más de un metro durante la noche, según las autoridades.",
        ),
        ("Una grúa baja la primera de las seis bombas al muelle",),
        ("Por Mara Lind", "Publicidad", "Lea también: El dique será más alto", "Compartir", "Foto: EFE", "EFE"),
    ),
    Tongue(
        ("海穗镇老灯塔重新亮灯 守塔人把开关交给了孙女", "渔网里打捞出百年老钟"),
        (
            "停用十三年的海穗镇老灯塔23日晚重新亮灯。",
            "“灯不亮的时候，我也每天上去擦一遍玻璃，”陈望海说。",
            "孙女今年十一岁。",
        ),
        ("陈望海和孙女在海穗镇老灯塔上合影",),
        ("相关阅读", "广告", "分享到：", "2025年04月24日 09:16", "来源：新华社", "（完）"),
    ),
    Tongue(
        ("المضخات تصل إلى مدينة الميناء", "الفنار يضيء من جديد بعد ثلاثة عشر عاما"),
        ("وصلت المضختان الأوليان إلى الرصيف يوم الاثنين، وأربع أخرى في الطريق من الشمال.", "لم يصب أحد بأذى."),
        ("رافعة تنزل أول المضخات الست إلى الرصيف",),
        ("إعلان", "اقرأ أيضا: رفع السد مترا واحدا", "شارك", "أ ف ب"),
    ),
)  # fmt: skip

CREDITS = (
    " (AP Photo/Jo Doe)", " Photo: Jo Doe", "Credit: PA", " © Jo Doe", ". EFE", " NTA VIA KNS/AFP via Getty Images",
    " (Jo Doe/dpa)", " | Jo Doe", " Jo Doe/Reuters", ". (dpa)", "",
)  # fmt: skip
BREAKS = (" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\n\n\n", "\u2028", "\x85", "\f", "\r")
NASTY = (
    "\u200b", "\u200d", "\u00ad", "\u00a0", "\u3000", "\x85", "\f", "\v", "\ud800", "\udfff", "\0", "\ufffd", "\ufeff",
    "\u2028", "\u202e", "\x1c", "\x1f", "İ", "ß", "ŉ", "ﬁ", "e\u0301", "⟦", "⟧", "| ", "#", "\t", "  ", "\r",
    "💧", "\n", " \n", "(\n", "\n)", "-", "…", "(", ")", "/", "©", "“", "”", ":",
)  # fmt: skip

tongues = st.sampled_from(TONGUES)


def slug(headline: str) -> str:
    return re.sub(r"\s+", "-", headline.lower())


@st.composite
def _paragraph(draw: st.DrawFn, tongue: Tongue) -> list[str]:
    return [" ".join(draw(st.lists(st.sampled_from(tongue.sentences), min_size=1, max_size=4)))]


@st.composite
def _figure(draw: st.DrawFn, tongue: Tongue) -> list[str]:
    """Alternative text, perhaps cut off or with a small first letter, then the caption, its credit glued or below."""
    caption, credit = draw(st.sampled_from(tongue.captions)), draw(st.sampled_from(CREDITS))
    lines = []
    if draw(st.booleans()):
        lines.append(
            draw(st.sampled_from((caption, caption[: len(caption) * 2 // 3], caption[0].lower() + caption[1:])))
        )
    stop = draw(st.sampled_from(("", ".")))
    lines += [caption + stop + credit] if draw(st.booleans()) else [caption + stop, credit.strip()]
    return lines


@st.composite
def _teasers(draw: st.DrawFn, tongue: Tongue) -> list[str]:
    headlines = draw(st.lists(st.sampled_from(tongue.headlines), min_size=1, max_size=4))
    with_slugs = draw(st.booleans())
    return [line for h in headlines for line in ([slug(h), h] if with_slugs else [h])]


@st.composite
def _furniture(draw: st.DrawFn, tongue: Tongue) -> list[str]:
    return draw(st.lists(st.sampled_from(tongue.furniture), min_size=1, max_size=4))


@st.composite
def _head(draw: st.DrawFn, tongue: Tongue) -> list[str]:
    headline = draw(st.sampled_from(tongue.headlines))
    ways = (
        headline,
        slug(headline),
        headline.upper(),
        f"{headline} | The Harbour Post",
        draw(st.sampled_from(tongue.furniture)),
    )
    return draw(st.lists(st.sampled_from(ways), min_size=1, max_size=4))


@st.composite
def _nasty(draw: st.DrawFn, text: str) -> str:
    """`text` with up to six nasty characters put somewhere."""
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(NASTY)) + text[at:]
    return text


@st.composite
def built_pages(draw: st.DrawFn) -> str:
    """A page built of what pages are built of, in a likely order."""
    tongue = draw(tongues)
    part = st.one_of(*(p(tongue) for p in (_paragraph, _paragraph, _paragraph, _figure, _teasers, _furniture)))
    parts = [draw(_head(tongue))] if draw(st.booleans()) else []
    parts += draw(st.lists(part, max_size=14))
    lines = [line for p in parts for line in p]
    return draw(_nasty(draw(st.sampled_from(BREAKS)).join(lines)))


FIXTURE_LINES = tuple(
    dict.fromkeys(
        line for folder in ("pages", "spared") for page in fixtures(folder) for line in page.source.split("\n") if line
    )
)


@st.composite
def shuffled_pages(draw: st.DrawFn) -> str:
    """Lines of all fixtures in any order: furniture of ten languages between stories that it does not belong to."""
    lines = draw(st.lists(st.sampled_from(FIXTURE_LINES), max_size=30))
    return draw(_nasty(draw(st.sampled_from(BREAKS)).join(lines)))


pages = st.one_of(built_pages(), shuffled_pages())
anything = st.one_of(pages, st.text(max_size=400), st.lists(st.sampled_from(NASTY), max_size=40).map("".join))
raws = st.one_of(anything, st.binary(max_size=400), pages.map(lambda p: p.encode("utf-8", "surrogatepass")))
