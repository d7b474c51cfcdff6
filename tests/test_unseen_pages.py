"""Pages of many kinds and scrapers, written before anything was run on them: the story stays, the fields are right.

What is still wrong is listed, page by page, and only ever gets shorter.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from unseen_pages import UnseenPage, faults, unseen_pages

from newsclean import clean_article

PAGES = unseen_pages()
STILL: Mapping[str, frozenset[str]] = {
    "html2text_obit": frozenset(
        (
            "left: Subscribe to The Orrin Mail",
            'lost: "only about tomorrow"',
        )
    ),
    "selenium_es": frozenset(
        (
            "authors: ",
            "left: El tren, a su paso por el puente de Orrín.",
        )
    ),
    "epaper_it": frozenset(
        (
            "lost: Sei mesi di lavori, e i negozianti offrono il caffè a chi pa",
            "title: Sei mesi di lavori, e i negozianti offrono il caffè a chi passa a piedi",
        )
    ),
    "newsletter_en": frozenset(
        (
            "lost: Ida",
            "lost: Until next week,",
        )
    ),
    "readerview": frozenset(("left: Wren Halloway",)),
    "gcache_en": frozenset(("title: None",)),
    "correction_en": frozenset(("left: Orrin Mail staff",)),
    "liveblog_de": frozenset(
        (
            "left: 18:55 Uhr",
            "left: Jonas Weck",
        )
    ),
    "press_en": frozenset(
        (
            "left: SOURCE Orrin Steel Inc.",
            "lost: Investment of $40 million creates 120 jobs",
        )
    ),
    "blotter": frozenset(("title: None",)),
    "opinion_pt": frozenset(("lost: Assine por baixo quem quiser. Eu assino em cima, que em baix",)),
    "transcript_en": frozenset(
        (
            "lost: (SOUNDBITE OF MUSIC)",
            "title: Orrin Radio",
        )
    ),
    "sponsored_en": frozenset(
        (
            "left: Get a quote today at quaymutual.example",
            "left: This content was produced by Harbour Studio, the Mail's comm",
        )
    ),
    "podcast_de": frozenset(
        (
            "left: Abonnieren Sie Hafenfunk überall, wo es Podcasts gibt.",
            "left: Hafenfunk",
        )
    ),
    "video_en": frozenset(("title: None",)),
    "science_en": frozenset(
        (
            "left: How the study worked",
            "left: What comes next",
        )
    ),
    "report_ta": frozenset(("invented: Web Desk",)),
    "report_th": frozenset(
        (
            "lost: ชาวเมืองโอรินร่วมยินดี หลังช่างนาฬิกาวัย 81 ปีซ่อมสำเร็จ",
            "lost: นาฬิกาจะตีระฆังทุกวันเวลาเที่ยง",
        )
    ),
    "opinion_note": frozenset(
        (
            "left: Pia Strand",
            "left: The Mail welcomes letters to the editor. See our guidelines.",
        )
    ),
    "reuters_en": frozenset(("lost: Summary",)),
    "interview_es": frozenset(("left: ANA SOL | PUERTO ORRÍN",)),
    "cronaca_it": frozenset(("left: I commenti dei lettori",)),
    "khao_th": frozenset(("lost: ตำรวจจะขยายผลไปถึงผู้รับซื้อต่อไป",)),
    "gempa_id": frozenset(
        (
            "left: Tidak Berpotensi Tsunami",
            "lost: Berpusat di Laut",
        )
    ),
    "third_dog": frozenset(("left: Biscuit was wrapped in a foil blanket",)),
    "third_cinema": frozenset(("left: This article was amended on 16 June 2025 to correct the numb",)),
    "third_bicycle": frozenset(
        (
            "left: La bicicleta, tal como fue hallada (Foto: gentileza)",
            "left: Villa del Puerto",
        )
    ),
    "third_key": frozenset(("left: Dziękujemy, że przeczytałaś/eś nasz artykuł do końca.",)),
    "third_cat": frozenset(("left: Обратная связь с отделом «Из жизни»:",)),
    "third_letter": frozenset(
        (
            "invented: Anadolu Ajansı",
            "left: Haber Girişi Ayşe Demir - Editör",
        )
    ),
    "third_swim": frozenset(("left: नदी पार करने के बाद दादी शांति देवी।",)),
    "third_station": frozenset(
        (
            "left: デジタル版を試してみる！",
            "left: （小林みなと）",
        )
    ),
    "third_whale": frozenset(("left: 뉴스홈",)),
    "third_captain": frozenset(
        (
            "left: KABAR.example",
            "left: Simak breaking news dan berita pilihan kami langsung di pons",
        )
    ),
}


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_pages_that_nobody_had_seen(page: UnseenPage) -> None:
    """No line of the story goes, none of the furniture stays, headline, author and date are those of the page."""
    found = frozenset(faults(page, clean_article(page.raw, form=page.form)))
    assert found == STILL.get(page.name, frozenset())


def test_pages_know_their_answer() -> None:
    """The pages are many, and each has a story, a headline of its own, and lines that are no story's."""
    assert len(PAGES) >= 110
    assert len({page.name for page in PAGES}) == len(PAGES)
    assert {page.name for page in PAGES} >= set(STILL)
    for page in PAGES:
        letters = {line.letter for line in page.lines}
        assert all(line.text in page.raw for line in page.lines)
        assert "S" in letters or page.title is None
