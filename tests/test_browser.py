"""What an article shows, in a real browser: nothing of the page runs, all can read it, the keyboard gets everywhere.

NEWSCLEAN_BROWSER=required, as .ci/run sets it, demands Chromium and axe-core; else tests are skipped without them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from marked import FIXTURES
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from newsclean import Article, Figure, Paragraph, RelatedStory, Segment, clean_article
from newsclean.article.show.display import notebook, page
from newsclean.batch.report.page import page as report
from newsclean.batch.report.rows import Row
from newsclean.batch.report.tally import Tally

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = os.environ.get("NEWSCLEAN_AXE", "")  # the file axe.min.js of the package axe-core
IS_REQUIRED = os.environ.get("NEWSCLEAN_BROWSER") == "required"
# No browser's own traffic, and no sandbox, which needs rights that a container has not.
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PATIENCE = 300_000  # milliseconds for what takes a moment, were the machine not busy with other work
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")

pytestmark = pytest.mark.skipif(not CHROMIUM and not IS_REQUIRED, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "NEWSCLEAN_BROWSER=required, but there is no Chromium"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=[*SWITCHES], timeout=PATIENCE) as started,
    ):
        yield started


def in_notebook(article: Article, attributes: str = "") -> str:
    """Two displays of an article in a page that stands for a notebook."""
    shown = notebook(article)
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title></head>'
    return f"{head}<body {attributes}><main><h1>Notebook</h1><h2>Cells</h2>{shown}{shown}</main></body></html>"


def opened(browser: Browser, html: str, theme: Theme = "light", width: int = 820) -> Page:
    """A tab with this HTML, in a window so wide, of a system with this theme."""
    tab = browser.new_page(color_scheme=theme, viewport={"width": width, "height": 700})
    tab.set_default_timeout(PATIENCE)
    tab.set_content(html)
    return tab


def html_pages(name: str) -> Article:
    return clean_article((FIXTURES / "html" / f"{name}.html").read_bytes(), url="https://harbourpost.example/a")


def long_page() -> Article:
    """A page of more paragraphs, pieces and stories than are shown at once."""
    return Article(
        title="Flood pumps arrive",
        paragraphs=tuple(Paragraph(kind="paragraph", text=f"Pump {n} arrived.", start=n, end=n) for n in range(40)),
        related=tuple(RelatedStory(title=f"Story {n}", start=0, end=0) for n in range(40)),
        segments=tuple(piece("share" if n % 2 else "paragraph", f"Piece {n}", n) for n in range(80)),
    )


def piece(kind: str, text: str, start: int = 0) -> Segment:
    """A piece of the page that gives its own text as rule, reason and evidence."""
    values = {"kind": kind, "text": text, "start": start, "end": start + len(text)}
    return Segment.model_validate(values | dict.fromkeys(("rule", "reason", "evidence"), text))


ARTICLES = {
    "raw": clean_article((FIXTURES / "raw" / "drone-factory.txt").read_bytes()),
    "arabic": html_pages("arabic-agency"),
    "japanese": html_pages("most-read-ja"),
    "table": html_pages("price-table"),
    "gallery": html_pages("gallery"),
    "no story": html_pages("stub"),
    "long": long_page(),
    "empty": clean_article(""),
    "every kind": Article(
        title="Every kind", is_truncated=True, truncated_reason="a paywall", warnings=("not UTF-8",),
        segments=tuple(
            piece(kind, f"A line of {kind}") for kind in Segment.model_json_schema()["properties"]["kind"]["enum"]
        ),
    ),
}  # fmt: skip


# Nothing of the page runs


ATTACKS = (
    "<script>fired=1</script>", "<img src=x onerror=fired=1>",
    '" onmouseover="fired=1" autofocus onfocus="fired=1" x="',
    "' onclick='fired=1' tabindex='1' onfocus='fired=1", "</style><script>fired=1</script><style>",
    "</title></textarea></p></div></details></main><script>fired=1</script>", "<svg/onload=fired=1>",
    "javascript:fired=1", "JaVaScRiPt:fired=1", "data:text/html,<script>parent.fired=1</script>",
    'https://x.example/" onclick="fired=1', "https://x.example/'><script>fired=1</script>",
    "\u202e\u2066<iframe srcdoc='<script>parent.fired=1</script>'>\u2069", "]]><!--><script>fired=1</script>-->",
    "\0<\0script>fired=1</script>", "<style>@import 'https://x.example/';</style>",
    "{{constructor.constructor('fired=1')()}}",
)  # fmt: skip


def attacked(attack: str) -> Article:
    """An article with an attack in every field that holds a text."""
    values: dict[str, Any] = {
        name: attack
        for name, field in Article.model_fields.items()
        if field.annotation in (str, str | None)
    }  # fmt: skip
    return Article(
        **values, authors=(attack,), keywords=(attack,), warnings=(attack,), page_type="live", is_truncated=True,
        paragraphs=tuple(
            Paragraph(kind=kind, text=attack, start=0, end=0)
            for kind in ("paragraph", "heading", "list_item", "quote", "table")
        ),
        figures=(Figure(caption=attack, credit=attack, alt=attack, url=attack, position=0),
                 Figure(alt=attack, url=attack, position=9)),
        related=(RelatedStory(title=attack, lead_in=attack, url=attack, start=0, end=0),),
        segments=(piece("share", attack), piece("paragraph", attack)),
    )  # fmt: skip


@pytest.mark.parametrize("form", [notebook, page])
def test_no_attack_runs(browser: Browser, form: Callable[[Article], str]) -> None:
    """With an attack in every field, opened and pointed at, no script runs, nothing is fetched, no element is new."""
    tab = browser.new_page()
    asked: list[str] = []
    alarms: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: alarms.append(dialog.message))
    for attack in ATTACKS:
        tab.set_content(form(attacked(attack)))
        tab.locator("summary").click()
        for row in tab.locator(".nc-segment").all():
            row.hover()
            row.focus()
        found = tab.evaluate(
            """() => ({
                fired: typeof fired,
                strange: [...document.querySelectorAll(
                    'script, iframe, img, svg, object, embed, form, base, link, textarea, style ~ style')].length,
                handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                    .filter(a => a.name.startsWith('on') || a.name === 'autofocus').length,
                addresses: [...document.querySelectorAll('[href], [src]')]
                    .filter(e => !/^https?:/.test(e.href || e.src)).length,
                rows: document.querySelectorAll('.nc-segment').length,
            })"""
        )
        assert found == {"fired": "undefined", "strange": 0, "handlers": 0, "addresses": 0, "rows": 2}, attack
    tab.close()

    assert (asked, alarms) == ([], [])


# Everyone can read it


@pytest.mark.skipif(not AXE and not IS_REQUIRED, reason="NEWSCLEAN_AXE does not name axe-core's axe.min.js")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ARTICLES)
def test_axe_finds_nothing(browser: Browser, name: str, theme: Theme) -> None:
    """axe-core finds no violation, folded and open, with a card shown, as a page and twice in a notebook."""
    axe = Path(AXE).read_text("utf-8")
    forms = (page, in_notebook) if name == "every kind" else (page,)
    for html in (form(ARTICLES[name]) for form in forms):
        tab = opened(browser, html, theme)
        tab.evaluate(axe)
        for _ in range(2):
            result = tab.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
            told = [(v["id"], [(n["html"], n["failureSummary"]) for n in v["nodes"][:3]]) for v in result["violations"]]
            assert not told, json.dumps(told, indent=1)
            for summary in tab.locator("summary").all():
                summary.click()
            for box in tab.locator(".nc-all").all():
                if box.is_visible():
                    box.check()
            if tab.locator(".nc-segment").count():
                tab.locator(".nc-segment").first.focus()
        tab.close()


@pytest.mark.parametrize(
    ("attributes", "theme", "is_dark"),
    [
        pytest.param("", "light", False, id="the system is light"),
        pytest.param("", "dark", True, id="the system is dark"),
        pytest.param("data-jp-theme-light=true", "dark", False, id="JupyterLab is light on a dark system"),
        pytest.param("data-jp-theme-light=false", "light", True, id="JupyterLab is dark on a light system"),
        pytest.param("class=vscode-dark", "light", True, id="VS Code is dark on a light system"),
        pytest.param("class=vscode-light", "dark", False, id="VS Code is light on a dark system"),
        pytest.param("data-theme=dark", "light", True, id="a site of docs is dark"),
        pytest.param(
            'style="--jp-layout-color0:#111;--jp-content-font-color0:#fff"', "light", True, id="its own colours"
        ),
    ],
)
def test_the_notebooks_theme_is_followed(browser: Browser, attributes: str, theme: Theme, is_dark: bool) -> None:  # noqa: FBT001
    """Paper and ink are the notebook's, whatever the system's theme is."""
    tab = opened(browser, in_notebook(ARTICLES["raw"], attributes), theme)
    shown = tab.locator(".newsclean").first
    paper, ink = (shown.evaluate(f"e => getComputedStyle(e).{name}") for name in ("backgroundColor", "color"))
    tab.close()

    assert (brightness(paper) < brightness(ink)) is is_dark


def brightness(colour: str) -> int:
    """The sum of red, green and blue of a colour as a browser tells it: rgb(1, 2, 3)."""
    return sum(int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3])


def test_each_text_runs_its_own_way(browser: Browser) -> None:
    """Arabic runs from right to left with its full stop on the left; a turned byline does not turn what follows it."""
    tab = opened(browser, page(ARTICLES["arabic"]))
    ways = [
        tab.locator(name).first.evaluate("e => getComputedStyle(e).direction")
        for name in (".nc-title", ".nc-paragraph", ".nc-said", ".nc-related li", ".nc-facts", ".nc-removed")
    ]
    tab.close()
    turned = Article(title="Pumps", byline="\u202eBy Jo Doe", agency="AP", section="\u202eCoast", site_name="Post")
    tab = opened(browser, page(turned))
    places = [box["x"] for part in tab.locator(".nc-facts bdi").all() if (box := part.bounding_box())]
    tab.close()

    assert ways == ["rtl", "rtl", "rtl", "rtl", "rtl", "ltr"]
    assert len(places) == 4
    assert places == sorted(places)


# The keyboard gets everywhere


def test_the_keyboard_reaches_each_piece(browser: Browser) -> None:
    """Tab and Enter open the page; Tab then comes to each kind and each piece, which says why while it is reached."""
    article = ARTICLES["raw"]
    tab = opened(browser, page(article))
    reached = []
    for _ in range(3 * len(article.segments) + 60):
        tab.keyboard.press("Tab")
        at = tab.evaluate(
            """() => {
                const e = document.activeElement, why = e.querySelector('.nc-why');
                return [e.tagName, e.className, e.textContent, !!why && getComputedStyle(why).display];
            }"""
        )
        if at[0] == "BODY":
            break
        if at[0] == "SUMMARY":
            tab.keyboard.press("Enter")
        reached.append(at)
    kinds = {name.split("nc-only-")[1] for tag, name, *_ in reached if tag == "INPUT" and "nc-only-" in name}
    pieces = [(text, why) for tag, _, text, why in reached if tag == "LI"]
    tab.close()

    assert kinds == {s.kind for s in article.segments}
    assert len(pieces) == len(article.segments)
    assert all(s.text in text and s.rule in text for s, (text, _) in zip(article.segments, pieces, strict=True))
    assert {why for _, why in pieces} == {"block"}


def test_a_kind_is_chosen_and_what_is_folded_is_shown(browser: Browser) -> None:
    """A ticked kind is shown alone, folded pieces too, in this display only; without a tick the page is as it was."""
    tab = opened(browser, in_notebook(ARTICLES["long"]))
    first, second = tab.locator(".newsclean").all()
    for summary in tab.locator("summary").all():
        summary.click()

    def seen(display: Locator, what: str) -> int:
        return int(display.locator(what).evaluate_all("es => es.filter(e => e.checkVisibility()).length"))

    counts = [seen(first, ".nc-segment"), seen(first, ".nc-paragraph"), seen(first, ".nc-related li")]
    first.locator(".nc-only-share").check()
    ticked = [seen(first, ".nc-segment"), seen(first, ".nc-segment.nc-k-share"), seen(second, ".nc-segment")]
    first.locator(".nc-only-share").uncheck()
    for box in first.locator(".nc-all").all():
        box.check()
    unfolded = [seen(first, ".nc-segment"), seen(first, ".nc-paragraph"), seen(first, ".nc-related li")]
    tab.close()

    assert counts == [40, 12, 12]
    assert ticked == [40, 40, 40]
    assert unfolded == [80, 40, 40]


@pytest.mark.parametrize("name", ARTICLES)
def test_it_fits_a_telephone(browser: Browser, name: str) -> None:
    """Nothing is wider than a narrow window, open or folded."""
    tab = opened(browser, page(ARTICLES[name]), width=360)
    for summary in tab.locator("summary").all():
        summary.click()
    wide = tab.evaluate("() => document.documentElement.scrollWidth")
    tab.close()

    assert wide <= 360


# The report on many articles


def row(number: int, article: Article, url: str | None = None) -> Row:
    """The article as a report counts it."""
    pieces = article.segments
    return Row(
        number, article.title or "", url, article.title, article.page_type, article.page_type_reason,
        article.truncated_reason, article.confidence, article.warnings, [s.kind for s in pieces],
        [s.rule for s in pieces], [s.end - s.start for s in pieces], lambda: pieces,
    )  # fmt: skip


def report_on(*rows: Row, name: str = "out.parquet", bad: str = "TypeError") -> str:
    """The report on these articles, and on one bad record."""
    tally = Tally()
    for one in rows:
        tally.add(one)
    return report(tally, [name], Counter({bad: 1}))


REPORTS = {
    "fixtures": report_on(*(row(n, article) for n, article in enumerate(ARTICLES.values()))),
    "one page": report_on(row(0, ARTICLES["arabic"], "https://harbourpost.example/a")),
    "many hosts": report_on(
        *(
            row(n, article.model_copy(update={"confidence": 0.5}), f"https://{'long-' * (n % 9)}{n % 40}.example/{n}")
            for n in range(400)
            for article in (ARTICLES["japanese" if n % 2 else "raw"],)
        )
    ),
    "no article": report_on(),
    "only an empty page": report_on(row(0, ARTICLES["empty"])),
}


def test_no_attack_runs_in_a_report(browser: Browser) -> None:
    """With an attack in every field and name, opened everywhere, no script runs and nothing is fetched."""
    tab = browser.new_page()
    asked: list[str] = []
    alarms: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: alarms.append(dialog.message))
    for attack in ATTACKS:
        article = attacked(attack)
        rows = [row(n, article, url) for n, url in enumerate((attack, f"https://{attack}/", None))]
        rows += [row(3, article.model_copy(update={"page_type": "stub"}), attack)]
        tab.set_content(report_on(*rows, name=attack, bad=attack))
        for summary in tab.locator("summary").all():
            summary.click()
        found = tab.evaluate(
            """() => ({
                fired: typeof fired,
                strange: [...document.querySelectorAll(
                    'script, iframe, img, object, embed, form, base, textarea, foreignObject, style ~ style')].length,
                pictures: document.querySelectorAll('svg').length === document.querySelectorAll('svg.r-chart').length,
                handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                    .filter(a => a.name.startsWith('on') || a.name === 'autofocus').length,
                addresses: [...document.querySelectorAll('a, link, [src]')]
                    .filter(e => !/^(https?:|about:blank#)/.test(e.href || e.src)).length,
            })"""
        )
        assert found == {"fired": "undefined", "strange": 0, "pictures": True, "handlers": 0, "addresses": 0}, attack
        assert tab.locator(".r-page").count() == 4
    tab.close()

    assert (asked, alarms) == ([], [])


@pytest.mark.skipif(not AXE and not IS_REQUIRED, reason="NEWSCLEAN_AXE does not name axe-core's axe.min.js")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", REPORTS)
def test_axe_finds_nothing_in_a_report(browser: Browser, name: str, theme: Theme) -> None:
    """axe-core finds no violation, folded and open."""
    tab = opened(browser, REPORTS[name], theme)
    tab.evaluate(Path(AXE).read_text("utf-8"))
    for _ in range(2):
        result = tab.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        told = [(v["id"], [(n["html"], n["failureSummary"]) for n in v["nodes"][:3]]) for v in result["violations"]]
        assert not told, json.dumps(told, indent=1)
        for summary in tab.locator("summary").all():
            summary.click()
    tab.close()


@pytest.mark.parametrize("theme", THEMES)
def test_a_chart_has_the_colours_of_the_theme(browser: Browser, theme: Theme) -> None:
    """Letters and bars stand out from the paper, in the page's own type, by day and by night."""
    tab = opened(browser, REPORTS["fixtures"], theme)
    paper = tab.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    letters = tab.locator(".r-chart text").first
    ink, type_face = (letters.evaluate(f"e => getComputedStyle(e).{name}") for name in ("fill", "fontFamily"))
    bar = tab.locator(".r-chart path[style*='--r-bar']").first.evaluate("e => getComputedStyle(e).fill")
    tab.close()

    assert abs(brightness(paper) - brightness(ink)) > 500
    assert abs(brightness(paper) - brightness(bar)) > 250
    assert type_face.startswith("system-ui")


def test_the_keyboard_opens_all_of_a_report(browser: Browser) -> None:
    """Tab comes to each section's link and to all that opens; Enter opens it."""
    tab = opened(browser, REPORTS["many hosts"])
    there = tab.locator("summary").count()
    sections = tab.locator("nav a").count()
    reached: Counter[str] = Counter()
    for _ in range(3 * (there + sections) + 60):
        tab.keyboard.press("Tab")
        at = tab.evaluate("() => document.activeElement.tagName")
        if at == "BODY":
            break
        if at == "SUMMARY":
            tab.keyboard.press("Enter")
        reached[at] += 1
    opened_all = tab.locator("details[open]").count()
    tab.close()

    assert sections == 9
    assert reached["SUMMARY"] == there == opened_all
    assert reached["A"] > sections


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_fits_a_telephone(browser: Browser, name: str) -> None:
    """Nothing is wider than a narrow window, open or folded."""
    tab = opened(browser, REPORTS[name], width=360)
    for summary in tab.locator("summary").all():
        summary.click()
    wide = tab.evaluate("() => document.documentElement.scrollWidth")
    tab.close()

    assert wide <= 360
