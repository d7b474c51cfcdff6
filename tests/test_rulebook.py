"""The user's own phrases and rules, and `languages`: what they take, what they leave, and what is wrong use."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from time import process_time
from types import FunctionType

import pytest
from growth import MOST, growth_of
from hypothesis import example, given
from hypothesis import strategies as st
from laws import check_nothing_invented, check_tiling
from marked import fixtures
from strategies import TONGUES, anything, pages
from test_laws import SHAPES
from twice import changed

from newsclean import Article, Rulebook, clean_article
from newsclean.clean import judged
from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.phrases.cue import USER, WHERE, Where
from newsclean.phrases.patterns import TIMEOUT
from newsclean.read.read import read
from newsclean.rulebook import LONGEST, PATTERN, PHRASE, phrases_of, rules_of

FIRST, SECOND, THIRD = (
    "The first two pumps reached the quay on Monday, and four more are on their way from the north.",
    "“We have the wings, we have the batteries and we have the people,” the director said.",
    "To pay for the change, the council cut $410,000 from a plan to resurface the parking lot.",
)
ALERT = "Sign up for tide alerts and get the level at the quay by mail every single morning."


def tide_alerts(block: Block, page: Page) -> Finding | None:
    """A prompt to get tide alerts by mail.

    Left alone when it is long.
    """
    if "tide alert" in block.folded and block.words < 40:
        return Finding("promo", "tide alert", "sure")
    return None


def about_parking(block: Block, page: Page) -> Finding | None:
    if "parking" in block.tokens:
        return Finding("notice", "parking", "hint")
    return None


def below_share(block: Block, page: Page) -> Finding | None:
    """What stands right below “Share”."""
    if block.number and page.blocks[block.number - 1].folded == "share":
        return Finding("share", "Share", "sure")
    return None


def no_finding(block: Block, page: Page) -> Finding | None:
    """Something that is no finding."""
    return "promo"  # type: ignore[return-value]  # wrong use is what is tested


def no_kind(block: Block, page: Page) -> Finding | None:
    """A kind that there is not."""
    return Finding("advert", "", "sure")  # type: ignore[arg-type]  # wrong use is what is tested


def no_strength(block: Block, page: Page) -> Finding | None:
    """A strength that there is not."""
    return Finding("promo", "", "very")  # type: ignore[arg-type]  # wrong use is what is tested


ALERTS = Rulebook(cues={"promo": {"starts": ["Sign up for tide alerts"]}})
RULE = Rulebook(rules=[tide_alerts])
MIXED = Rulebook(
    cues={
        "promo": {"starts": ["Sign up for", "Nobody was"], "ends": ["from the north.", "unterwegs."]},
        "ad": {"whole": ["Q: How deep is it today?", "Row me over…"], "contains": ["Puerto Viejo", "11 3 3", "每天"]},
        "credit": {"starts": ["Lens:"]},
        "site": {"contains": ["Aldmere"]},
    },
    rules=[about_parking, below_share, tide_alerts],
    keep={"contains": ["reached the quay", "每天"], "starts": ["Read more", "Share"], "ends": ["Reuters)"]},
    patterns={"promo": [r"^\w+ \w+:", r"(?i)newsletter"], "quote": [r"“.{20}"], "caption": [r"(?:quey){e<=1}\Z"]},
)
KEEPING = Rulebook(keep=["Doe", "the"], patterns={"navigation": [r"\b(?:and|und)\b"], "list_item": [r"\d{2}"]})


def page_with(line: str) -> str:
    return f"{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}"


def kind_of(line: str, article: Article) -> str:
    return next(s.kind for s in article.segments if s.text == line)


# What a rulebook leaves alone


@pytest.mark.parametrize("book", [None, Rulebook()], ids=["none", "empty"])
def test_without_phrases_and_rules_nothing_changes(book: Rulebook | None) -> None:
    """No rulebook and an empty one give what there is without."""
    for page in fixtures("pages"):
        assert clean_article(page.source, rules=book) == clean_article(page.source)


@pytest.mark.parametrize(
    ("book", "line"),
    [
        pytest.param(ALERTS, "The harbour master said: sign up for tide alerts.", id="not at its place"),
        pytest.param(
            Rulebook(cues={"promo": {"starts": ["Tide watch"]}}), "Tide watchers met on Monday, the mayor said.",
            id="only part of a word",
        ),
        pytest.param(
            Rulebook(cues={"promo": {"contains": ["tide alerts"]}}),
            " ".join(TONGUES[0].sentences[:5]).replace("pumps", "tide alerts"),
            id="inside a long paragraph",
        ),
        pytest.param(RULE, "Tides are as the moon makes them, the harbour master said.", id="not what the rule finds"),
        pytest.param(
            Rulebook(rules=[about_parking]), "Parking is free until Thursday, and will be on the quay from May on.",
            id="a hint alone",
        ),
    ],
)  # fmt: skip
def test_what_stays(book: Rulebook, line: str) -> None:
    """A phrase counts at its place, as whole words; what is no sure sign takes nothing by itself."""
    assert line in clean_article(page_with(line), rules=book).text


def test_pages_that_stay_whole_stay_whole() -> None:
    """A rulebook for another site takes nothing from the pages that must be spared."""
    for page in fixtures("spared"):
        assert clean_article(page.source, rules=ALERTS | RULE) == clean_article(page.source)


# What it takes


@pytest.mark.parametrize(
    ("book", "line", "kind"),
    [
        pytest.param(ALERTS, ALERT, "promo", id="starts"),
        pytest.param(
            Rulebook(cues={"promo": {"starts": ["E-mail alerts"]}}), f"E-mail alerts, and more. {FIRST} {THIRD}",
            "promo", id="starts a long paragraph",
        ),
        pytest.param(Rulebook(cues={"ad": {"whole": ["Our “partners”"]}}), 'OUR "PARTNERS"', "ad", id="whole"),
        pytest.param(Rulebook(cues={"ad": {"whole": ["Berth # of … free"]}}), "Berth 3 of 12 free", "ad", id="gaps"),
        pytest.param(
            Rulebook(cues={"other": {"ends": ["in our app."]}}), "There is more to read and see in our app.", "other",
            id="ends",
        ),
        pytest.param(
            Rulebook(cues={"site": {"contains": ["the friends of the Post"]}}),
            "This was made possible by the friends of the Post and a bank.", "site", id="a kind without rules of ours",
        ),
        pytest.param(Rulebook(cues={"ad": {"whole": ["Share"]}}), "Share", "ad", id="before ours"),
        pytest.param(Rulebook(cues={"promo": {"contains": ["每天看潮汐"]}}), "每天看潮汐，早", "promo", id="unspaced"),
    ],
)  # fmt: skip
def test_a_phrase_takes_its_line(book: Rulebook, line: str, kind: str) -> None:
    """A line that shows a phrase of the user's at its place is of its kind; the evidence is the phrase."""
    article = clean_article(page_with(line), rules=book)
    segment = next(s for s in article.removed if s.text == line)

    assert (segment.kind, segment.rule, segment.reason) == (kind, PHRASE, "A phrase of the user's own.")
    assert segment.evidence in {phrase for _, _, _, phrase in book.cues}
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_rule_takes_its_line() -> None:
    """A rule's finding has the name of its function, and the first line of its docstring as the reason."""
    (segment,) = clean_article(page_with(ALERT), rules=RULE).removed

    assert (segment.text, segment.kind, segment.evidence) == (ALERT, "promo", "tide alert")
    assert (segment.rule, segment.reason) == ("user.tide_alerts", "A prompt to get tide alerts by mail.")


def test_a_rule_goes_before_ours() -> None:
    """Where one of ours knows the line too, the user's word counts."""
    page = page_with("Share\n\nOn all channels")

    assert kind_of("On all channels", clean_article(page, rules=Rulebook(rules=[below_share]))) == "share"


def test_a_rule_without_a_docstring_has_a_reason() -> None:
    """Every segment has a reason."""
    page = f"Share\n\nCopy link\n\nFree parking\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    article = clean_article(page, rules=Rulebook(rules=[about_parking]))
    segment = next(s for s in article.removed if s.text == "Free parking")

    assert (segment.rule, segment.reason) == ("user.about_parking", "A rule of the user's.")


def test_a_label_of_the_users_reads_a_credit() -> None:
    """A phrase for credits parts a caption from its credit, and gives the figure its credit."""
    line = "A crane lowers a pump onto the quay Lens: Mara Lind"
    book = Rulebook(cues={"credit": {"starts": ["Lens:"]}})

    assert [f.credit for f in clean_article(page_with(line)).figures] == []
    assert [f.credit for f in clean_article(page_with(line), rules=book).figures] == ["Mara Lind"]


def test_a_phrase_parts_one_long_line() -> None:
    """In a text of one line, a phrase of the user's is found where ours would part it."""
    story = " ".join((FIRST, SECOND, " ".join(TONGUES[0].sentences[:4])))
    article = clean_article(f"{story} {ALERT} {THIRD}", rules=ALERTS)

    assert [s.text for s in article.removed if s.rule == PHRASE] == [ALERT]
    assert ALERT not in [s.text for s in clean_article(f"{story} {ALERT} {THIRD}").removed]


@pytest.mark.parametrize("book", [ALERTS, RULE], ids=["phrase", "rule"])
def test_html_goes_the_same_way(book: Rulebook) -> None:
    """Phrases and rules are asked about the lines of HTML, too, and about the story that a page's data holds."""
    shown = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, ALERT, THIRD))
    body = " ".join(f"{line}\\n\\n" for line in (FIRST, SECOND, ALERT, THIRD, *TONGUES[0].sentences[2:5])).replace(
        '"', ""
    )
    data = f'{{"@type": "NewsArticle", "articleBody": "{body}"}}'
    scripted = f'<title>Pumps</title><script type="application/ld+json">{data}</script><div id="app"></div>'

    for html in (f"<article><h1>Pumps</h1>{shown}</article>", scripted):
        assert ALERT in clean_article(html).text
        assert ALERT not in clean_article(html, rules=book).text
        assert SECOND in clean_article(html, rules=book).text


WORDS = "tide alerts Über-Nacht e-mail don't “Post” 5 12th @post 潮汐 每天看 مدّ ßen İz a … #".split()
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from((" ".join(words), "".join(words)))
)


@given(phrases, st.sampled_from(WHERE), st.sampled_from(("", ", and it is as the moon makes it", " " + FIRST + THIRD)))
def test_a_phrase_that_is_accepted_is_found(phrase: str, where: Where, rest: str) -> None:
    """Whatever a rulebook takes for a phrase is found in a line that has it at its place, and in a long paragraph."""
    try:
        book = Rulebook(cues={"promo": {where: [phrase]}})
    except ValueError:
        return
    said = phrase.strip("… ").replace("…", "a few words").replace("#", "12")
    line = {"whole": said, "starts": f"{said}{rest}", "ends": f"We say {said}", "contains": f"Say {said} {rest}"}[where]
    (block,) = judged(read(line, form="text", words=phrases_of(book, None))).blocks

    assert [(cue.kind, cue.where) for cue in block.cues if cue.language == USER] == [("promo", where)]


# Phrases and kinds that keep


CREDITED = "A crane lowers a pump onto the quay, and its driver waves. (Jo Doe/Reuters)"
BOILER = "Sign up for our newsletter and get the best stories of the week by mail."


def keeps_alerts(block: Block, page: Page) -> Finding | None:
    """What speaks of tide alerts is the story."""
    return Finding("paragraph", "tide alerts", "sure") if "tide alerts" in block.folded else None


def keeps_everything(block: Block, page: Page) -> Finding | None:
    """All is the story."""
    return Finding("quote", "", "sure")


@pytest.mark.parametrize(
    ("book", "line"),
    [
        pytest.param(Rulebook(keep=["best stories of the week"]), BOILER, id="contains"),
        pytest.param(Rulebook(keep={"starts": ["Sign up for our newsletter"]}), BOILER, id="starts"),
        pytest.param(Rulebook(keep={"ends": ["the week by mail."]}), BOILER, id="ends"),
        pytest.param(Rulebook(keep={"whole": [BOILER]}), BOILER, id="whole"),
        pytest.param(Rulebook(keep={"whole": ["Advertisement"]}), "Advertisement", id="a label that stands aside"),
        pytest.param(Rulebook(keep=["its driver waves"]), CREDITED, id="nothing is trimmed"),
        pytest.param(ALERTS | Rulebook(keep=["level at the quay"]), ALERT, id="before a phrase that takes"),
        pytest.param(RULE | Rulebook(keep=["level at the quay"]), ALERT, id="before a rule that takes"),
        pytest.param(Rulebook(rules=[keeps_alerts]) | ALERTS, ALERT, id="a rule for the story, before a phrase"),
        pytest.param(Rulebook(rules=[keeps_alerts, tide_alerts]), ALERT, id="a rule for the story, before a rule"),
        pytest.param(Rulebook(patterns={"paragraph": [r"level\b.*quay"]}) | ALERTS, ALERT, id="a pattern that keeps"),
        pytest.param(
            Rulebook(patterns={"paragraph": ["quay"], "promo": ["^Sign"]}), ALERT, id="a pattern, before a pattern"
        ),
    ],
)  # fmt: skip
def test_what_the_user_keeps_stays(book: Rulebook, line: str) -> None:
    """A block that shows a phrase to keep stays whole; the user's word for a block goes before his word against it."""
    article = clean_article(page_with(line), rules=book)

    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    assert not any(s.rule.startswith(("rulebook", "user")) for s in article.removed)
    assert next(s.rule for s in article.segments if s.text == line).startswith(("rulebook", "user", "story"))


@pytest.mark.parametrize("line", [BOILER, "Advertisement", CREDITED], ids=["prompt", "label", "credit"])
def test_without_the_phrase_it_goes(line: str) -> None:
    """What the cases above keep goes by itself, or in part."""
    assert line not in clean_article(page_with(line)).text


def test_a_segment_that_was_kept_says_so() -> None:
    """The reason is told also of what stays by the user's word."""
    article = clean_article(page_with(BOILER), rules=Rulebook(keep=["best stories"]))
    segment = next(s for s in article.segments if s.text == BOILER)

    assert (segment.kind, segment.rule, segment.evidence) == ("paragraph", "rulebook.keep", "best stories")
    assert segment.reason == "A phrase of the user's own that protects what shows it."


def test_keep_counts_far_down_a_long_paragraph() -> None:
    """Of a long paragraph all is looked at, not only its beginning."""
    line = f"E-mail alerts, and more. {FIRST} {THIRD} And the otter came back."
    takes = Rulebook(cues={"promo": {"starts": ["E-mail alerts"]}})

    assert line not in clean_article(page_with(line), rules=takes).text
    assert line in clean_article(page_with(line), rules=takes | Rulebook(keep=["the otter came back"])).text


def test_keep_holds_in_one_long_line() -> None:
    """Of one long line the piece that shows the phrase stays."""
    story = " ".join((FIRST, SECOND, " ".join(TONGUES[0].sentences[:4])))
    raw = f"{story} {ALERT} {THIRD}"

    assert ALERT not in clean_article(raw, rules=ALERTS).text
    assert ALERT in clean_article(raw, rules=ALERTS | Rulebook(keep=["every single morning"])).text


@pytest.mark.parametrize("n", range(5))
def test_keep_holds_wherever_it_stands(n: int) -> None:
    """In each line of furniture around and in a story, of text and of HTML, and in a list of links."""
    lines = [
        "Home",
        FIRST,
        SECOND,
        THIRD,
        "Related",
        "Sea wall to be raised by a metre",
        "Pier shut until May",
        "Share",
    ]
    lines.insert(2 * n, "Otters: see page 4")
    book = Rulebook(keep={"starts": ["Otters"]})
    shown = "".join(f"<p>{line}</p>" for line in lines)
    links = "".join(f'<div><a href="/{at}">{line}</a></div>' for at, line in enumerate(lines) if len(line) < 40)

    for raw in (
        "\n\n".join(lines),
        f"<article>{shown}</article>",
        links,
        f"<article><p>{FIRST}</p></article><footer>{shown}</footer>",
    ):
        assert "Otters: see page 4" in clean_article(raw, rules=book).text


def test_keep_holds_beside_a_story_from_the_data() -> None:
    """A page that shows no story but in its data: the line stays beside that story."""
    body = r"\n\n".join(s.replace('"', "") for s in (FIRST, THIRD, *TONGUES[0].sentences[:8]))
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    text = clean_article(f"{data}<p>Otters: see page 4</p>", rules=Rulebook(keep=["Otters"])).text

    assert "Otters: see page 4" in text
    assert FIRST in text


def test_all_of_a_page_may_be_kept() -> None:
    """A rule that speaks for every block keeps every line."""
    for page in fixtures("pages"):
        article = clean_article(page.source, rules=Rulebook(rules=[keeps_everything]))
        kept = {s.kind for s in article.removed if not s.rule.startswith("trim.")}
        assert kept <= {"ad"}, page.name


@pytest.mark.parametrize(
    ("keep", "message"),
    [
        pytest.param("otters", r"keep: expected a table of whole, .* got 'otters'", id="a string"),
        pytest.param([""], r"keep\.contains: expected a list of phrases", id="empty"),
        pytest.param(["…"], r"keep\.contains: expected a phrase with a word", id="no word"),
        pytest.param({"begins": ["x"]}, r"keep\.begins: expected one of whole", id="no place"),
    ],
)
def test_a_wrong_phrase_to_keep_is_refused(keep: list[str], message: str) -> None:
    """Phrases to keep are as closely looked at as the others, in code and in a file."""
    with pytest.raises(ValueError, match=message):
        Rulebook(keep=keep)


# Patterns


SLOW = r"(?:\w|\w\w)+$"  # finds its way through a line of letters in as many ways as there are numbers
LETTERS = "a" * 400


@pytest.mark.parametrize(
    ("patterns", "line"),
    [
        pytest.param({"promo": ["Tide [Aa]lert no"]}, "Tide alerts are sent at noon, the mayor said.", id="not there"),
        pytest.param({"promo": ["TIDE"]}, "Tide alerts are sent at noon, the mayor said.", id="other letters"),
        pytest.param({"promo": ["moon"]}, " ".join(TONGUES[0].sentences[:5]) + " The moon rose.", id="a hint"),
    ],
)
def test_what_a_pattern_leaves_alone(patterns: dict[str, list[str]], line: str) -> None:
    """A pattern is taken as it is written; inside a long paragraph it is a hint."""
    assert line in clean_article(page_with(line), rules=Rulebook(patterns=patterns)).text


@pytest.mark.parametrize(
    "pattern", [r"^Sign up .{3,9} alerts", r"(?i)MAIL every \w+", r"(?:tide alrets){e<=2}", r"\p{Lu}ign(?= up)"]
)
def test_a_pattern_takes_its_line(pattern: str) -> None:
    """A block in which a pattern finds something is of its kind; the evidence is the pattern."""
    article = clean_article(page_with(ALERT), rules=Rulebook(patterns={"promo": [pattern]}))
    (segment,) = article.removed

    assert (segment.text, segment.kind, segment.rule, segment.evidence) == (ALERT, "promo", PATTERN, pattern)
    assert segment.reason == "A pattern of the user's own."


@pytest.mark.parametrize("kind", ["promo", "paragraph"])
def test_a_pattern_that_takes_too_long_is_given_up(kind: str) -> None:
    """The block is left alone, a warning names the pattern, the others count; once a page, whatever its length."""
    book = Rulebook(patterns={kind: [SLOW], "site": ["^Otters"]})
    began = process_time()
    raw = "\n\n".join([FIRST, *[f"{LETTERS}{n}." for n in range(60)], THIRD, "Otters"])
    article = clean_article(raw, rules=book)

    assert process_time() - began < 20 * TIMEOUT  # sixty blocks would take sixty times as long
    assert article.warnings[0] == (
        f"patterns: {kind}: took longer than {TIMEOUT} s on a block and was given up for this page: {SLOW!r}"
    )
    assert article.warnings[1:] == ("no headline was found",)
    assert article.text == clean_article(raw, rules=Rulebook(patterns={"site": ["^Otters"]})).text
    assert [s.text for s in article.removed if s.rule == PATTERN] == ["Otters"]


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        pytest.param({"promo": ["(tide"]}, r"patterns: promo: not a pattern \(.*\): '\(tide'", id="not a pattern"),
        pytest.param({"promo": ["(?V1)a"]}, r"patterns: promo: not a pattern", id="another version"),
        pytest.param({"promo": ["tide|"]}, r"patterns: promo: finds something in an empty text.*'tide\|'", id="empty"),
        pytest.param({"promo": [r"\s*$"]}, r"patterns: promo: finds something in an empty text", id="blank"),
        pytest.param({"promos": ["tide"]}, r"patterns: promos: not a kind; expected .*paragraph.*promo", id="no kind"),
        pytest.param({"promo": "tide"}, r"patterns: promo: expected a list of patterns, got 'tide'", id="no list"),
        pytest.param({"promo": [3]}, r"patterns: promo: expected a list of patterns, got \[3\]", id="a number"),
        pytest.param(["tide"], r"patterns: expected lists of patterns by kind, got \['tide'\]", id="no table"),
    ],
)
def test_a_wrong_pattern_names_kind_and_pattern(tmp_path: Path, patterns: object, message: str) -> None:
    """What is no pattern, or would find something everywhere, is refused at once, in code and in a file."""
    with pytest.raises(ValueError, match=message):
        Rulebook(patterns=patterns)  # type: ignore[arg-type]  # wrong use is what is tested
    file = tmp_path / "harbour.toml"
    table = json.dumps(patterns) if isinstance(patterns, list) else None
    lines = [f"{kind} = {json.dumps(some)}" for kind, some in patterns.items()] if isinstance(patterns, dict) else []
    file.write_text(f"patterns = {table}" if table else "\n".join(["[patterns]", *lines]), "utf-8")
    with pytest.raises(ValueError, match=rf"harbour\.toml: {message}"):
        Rulebook.read(file)


def test_a_file_holds_phrases_to_keep_and_patterns(tmp_path: Path) -> None:
    """The same as in code; the examples know of both; a language makes no difference to what is kept."""
    file = tmp_path / "harbour.toml"
    text = "{}[keep]\nstarts = ['Tide alerts saved']\n[patterns]\npromo = ['^Tide']\nquote = ['otter']\n[examples]\n"
    good = "cut = ['Tide alerts: two']\nkeep = ['Tide alerts saved us.', 'Tide and otter']\n"
    file.write_text(text.format("") + good, "utf-8")
    book = Rulebook(keep={"starts": ["Tide alerts saved"]}, patterns={"promo": ["^Tide"], "quote": ["otter"]})

    assert Rulebook.read(file) == book
    file.write_text(text.format("language = 'gl'\n") + good, "utf-8")
    assert Rulebook.read(file) == book
    for example_, reason in (
        ("cut = ['Tide alerts saved us.']", "is kept by 'tide alerts saved'"),
        ("cut = ['Tide and otter']", "is kept by 'otter'"),
        ("keep = ['Tide: two']", "is taken by patterns.promo '^Tide'"),
        ("cut = ['It rose.']", "shows no phrase of this file"),
    ):
        file.write_text(text.format("") + example_, "utf-8")
        with pytest.raises(ValueError, match=re.escape(reason)):
            Rulebook.read(file)


# Files


def test_a_file_is_the_same_as_phrases_in_code(tmp_path: Path) -> None:
    """A cue file without a language holds the user's own phrases."""
    file = tmp_path / "harbour.toml"
    file.write_text("\ufeff[promo]\nstarts = ['Sign up for tide alerts']\n", "utf-8")

    assert Rulebook.read(file) == ALERTS
    assert Rulebook.read(str(file), file) == ALERTS


def test_a_file_with_a_language_is_weighed_as_ours(tmp_path: Path) -> None:
    """A phrase of a language opens stories, too: it is no sure sign of more than a short line."""
    file = tmp_path / "gl.toml"
    file.write_text("language = 'gl'\n[related]\nwhole = ['o máis lido']\nstarts = ['ver tamén:']\n", "utf-8")
    book = Rulebook.read(file)
    article = clean_article(page_with("Ver tamén: O dique será máis alto"), rules=book)

    assert [(r.title, r.lead_in) for r in article.related] == [("O dique será máis alto", "Ver tamén:")]
    assert {s.rule for s in article.removed} == {"teaser.lead_in"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[promo", r"harbour\.toml: not TOML: ", id="not TOML"),
        pytest.param("[promos]\nwhole = ['x']", r"harbour\.toml: promos: not a kind; expected .*promo", id="no kind"),
        pytest.param("[paragraph]\nwhole = ['x']", r"harbour\.toml: paragraph: not a kind", id="a kind that stays"),
        pytest.param("promo = ['x']", r"harbour\.toml: promo: expected a table of whole", id="no table"),
        pytest.param("[promo]\nbegins = ['x']", r"harbour\.toml: promo\.begins: expected one of whole", id="no place"),
        pytest.param("[promo]\nwhole = 'x'", r"harbour\.toml: promo\.whole: expected a list.* got 'x'", id="no list"),
        pytest.param("[promo]\nwhole = [1]", r"harbour\.toml: promo\.whole: expected a list of phrases", id="a number"),
        pytest.param("[promo]\nwhole = ['']", r"harbour\.toml: promo\.whole: expected a list of phrases", id="empty"),
        pytest.param("[promo]\nwhole = [' > ']", r"harbour\.toml: promo\.whole: expected a phrase with", id="no word"),
        pytest.param("[promo]\ncontains = ['@#']", r"promo\.contains: expected a phrase with a word", id="only marks"),
        pytest.param('[promo]\nwhole = ["a\\nb"]', r"harbour\.toml: promo\.whole: a phrase is of one", id="two lines"),
        pytest.param("[promo]\nstarts = ['berth#']", r"promo\.starts: expected a phrase with a word", id="glued"),
        pytest.param(f"[promo]\ncontains = ['alerts {'#' * 60}']", r"a word or a blank between two", id="no blank"),
        pytest.param("[promo]\nstarts = ['tide #.#,#']", r"a word or a blank between two", id="only dots between"),
        pytest.param("[promo]\nwhole = ['a … b … c … d']", r"promo\.whole: expected at most 2 times", id="many gaps"),
        pytest.param(
            f"[promo]\nwhole = ['{'x' * (LONGEST + 1)}']", r"promo\.whole: expected at most 100 characters",
            id="long",
        ),
        pytest.param("language = 3", r"harbour\.toml: language: expected an ISO code", id="no language"),
    ],
)  # fmt: skip
def test_a_wrong_file_names_file_key_and_reason(tmp_path: Path, text: str, message: str) -> None:
    """Whoever wrote a file that is not of the form is told where and why."""
    file = tmp_path / "harbour.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(ValueError, match=message):
        Rulebook.read(file)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """A file in another encoding is an error that names it; one that is not there is the system's."""
    file = tmp_path / "harbour.toml"
    file.write_bytes("[promo]\nwhole = ['Täglich']".encode("latin-1"))

    with pytest.raises(ValueError, match=r"harbour\.toml: not UTF-8"):
        Rulebook.read(file)
    with pytest.raises(FileNotFoundError):
        Rulebook.read(tmp_path / "none.toml")


# The examples of a file


OWN = "[promo]\nstarts = ['Tide alerts:']\ncontains = ['in our app']\n[examples]\n"
OF_A_LANGUAGE = "language = 'gl'\n[related]\nwhole = ['o máis lido']\nstarts = ['ver tamén:', 'le']\n[examples]\n"


def with_examples(folder: Path, head: str, key: str, *lines: str) -> Path:
    """A file with these examples."""
    file = folder / "harbour.toml"
    file.write_text(f"{head}{key} = {json.dumps(lines, ensure_ascii=False)}\n", "utf-8")
    return file


@pytest.mark.parametrize(
    ("head", "key", "lines"),
    [
        pytest.param(OWN, "keep", [], id="none"),
        pytest.param(OWN, "keep", [FIRST, "He had seen tide alerts: two of them."], id="not at its place"),
        pytest.param(OWN, "keep", ["Tide alerts are sent at noon."], id="without its colon"),
        pytest.param(OWN, "keep", [f"“All of it is in our app,” he said. {FIRST} {SECOND} {THIRD}"], id="a hint"),
        pytest.param(OWN, "keep", ["Read more: Sea wall to be raised"], id="a phrase of ours"),
        pytest.param(OF_A_LANGUAGE, "keep", ["Le Pen falou en Vigo."], id="of a language, without a colon"),
        pytest.param(OWN, "cut", ["TIDE ALERTS: get the level", "All  the\nlevels are in our app"], id="cut"),
        pytest.param(OF_A_LANGUAGE, "cut", ["Ver tamén: O dique", "O máis lido", "Le tamén"], id="cut, of a language"),
    ],
)
def test_examples_that_hold_change_nothing(tmp_path: Path, head: str, key: str, lines: list[str]) -> None:
    """A file whose examples hold is the same book as without them."""
    bare = tmp_path / "bare.toml"
    bare.write_text(head, "utf-8")

    assert Rulebook.read(with_examples(tmp_path, head, key, *lines)) == Rulebook.read(bare)


@pytest.mark.parametrize(
    ("head", "key", "line", "reason"),
    [
        pytest.param(OWN, "cut", "Sign up", "shows no phrase of this file", id="no phrase"),
        pytest.param(OWN, "cut", "Read more: Sea wall", "shows no phrase of this file", id="only a phrase of ours"),
        pytest.param(OWN, "cut", "Get tide alerts: now", "shows no phrase of this file", id="not at its place"),
        pytest.param(
            OWN, "keep", "Tide alerts: two", "is taken by promo.starts 'tide alerts:'",
            id="starts",
        ),
        pytest.param(
            OWN, "keep", f"Tide alerts: two. {FIRST} {THIRD}",
            "is taken by promo.starts 'tide alerts:'", id="starts a long paragraph",
        ),
        pytest.param(
            OWN, "keep", "“It is in our app,” he said.", "is taken by promo.contains 'in our app'",
            id="contains",
        ),
        pytest.param(
            OF_A_LANGUAGE, "keep", "Ver tamén: O dique",
            "is taken by related.starts 'ver tamén:'", id="of a language",
        ),
        pytest.param(OF_A_LANGUAGE, "cut", "Read more", "shows no phrase of this file", id="of another language"),
    ],
)  # fmt: skip
def test_an_example_that_fails_is_named(tmp_path: Path, head: str, key: str, line: str, reason: str) -> None:
    """An example that fails is an error with file, key, index, reason and line, in this order."""
    good = {"cut": "Tide alerts: two", "keep": FIRST} if head is OWN else {"cut": "O máis lido", "keep": FIRST}
    file = with_examples(tmp_path, head, key, good[key], line)

    with pytest.raises(ValueError, match=rf"^{re.escape(f'{file}: examples.{key}[1]: {reason}: {line!r}')}$"):
        Rulebook.read(file)


@pytest.mark.parametrize(
    "line",
    [
        FIRST, ALERT, "Tide alerts: two", f"Tide alerts: two. {FIRST} {THIRD}", "“It is in our app,” he said.",
        f"“All of it is in our app,” he said. {FIRST} {SECOND} {THIRD}", f"{FIRST} {SECOND} {THIRD} “Look in our app.”",
    ],
)  # fmt: skip
def test_an_example_is_kept_where_the_line_of_a_page_is(tmp_path: Path, line: str) -> None:
    """A line is refused under `keep` just where a phrase of the file would take it for sure from a page."""
    file = with_examples(tmp_path, OWN, "keep", line)
    book = Rulebook(cues={"promo": {"starts": ["Tide alerts:"], "contains": ["in our app"]}})
    ((*findings,),) = judged(read(line, form="text", words=phrases_of(book, None), rules=rules_of(book))).findings
    taken = any(f.rule == PHRASE and f.strength == "sure" for f in findings)

    with pytest.raises(ValueError, match=r"examples\.keep\[0\]") if taken else nullcontext():
        Rulebook.read(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("examples = ['x']", r"harbour\.toml: examples: expected a table of cut, keep, got", id="no table"),
        pytest.param("[examples]\nkept = ['x']", r"harbour\.toml: examples\.kept: expected one of cut", id="no key"),
        pytest.param(
            "[examples]\ncut = 'x'", r"harbour\.toml: examples\.cut: expected a list of l.* 'x'", id="no list"
        ),
        pytest.param("[examples]\nkeep = [1]", r"harbour\.toml: examples\.keep: expected a list of lines", id="number"),
        pytest.param(
            "[examples]\nkeep = [' ']", r"harbour\.toml: examples\.keep: expected a list of lines", id="blank"
        ),
    ],
)
def test_examples_not_of_the_form_name_file_key_and_reason(tmp_path: Path, text: str, message: str) -> None:
    """What stands under `examples` is as closely looked at as the phrases."""
    file = tmp_path / "harbour.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(ValueError, match=message):
        Rulebook.read(file)


# Wrong use


def test_a_wrong_phrase_in_code_names_its_key() -> None:
    """In code the key is named."""
    with pytest.raises(ValueError, match=r"cues: promo\.starts: expected a list of phrases, got 'sign up'"):
        Rulebook(cues={"promo": {"starts": "sign up"}})


def test_rules_are_functions_of_a_module() -> None:
    """What no other process could find is refused at once, and so is what cannot be asked."""
    with pytest.raises(ValueError, match="functions of a module"):
        Rulebook(rules=[lambda *_: None])
    with pytest.raises(TypeError, match="cues: expected phrases by kind and place"):
        Rulebook(cues=["sign up"])  # type: ignore[arg-type]  # wrong use is what is tested
    with pytest.raises(TypeError, match="expected functions"):
        Rulebook(rules=["tide_alerts"])  # type: ignore[list-item]  # wrong use is what is tested


def test_two_rules_of_one_name_are_refused() -> None:
    """A finding tells by its name whose it is."""
    other = Rulebook(rules=[FunctionType(tide_alerts.__code__, globals(), "tide_alerts")])

    with pytest.raises(ValueError, match="two have the name tide_alerts"):
        _ = RULE | other


@pytest.mark.parametrize(
    ("book", "error", "message"),
    [
        pytest.param(Rulebook(rules=[no_finding]), TypeError, r"user\.no_finding: expected a Finding", id="no finding"),
        pytest.param(Rulebook(rules=[no_kind]), ValueError, r"user\.no_kind: .*promo.*; got 'advert'", id="no kind"),
        pytest.param(Rulebook(rules=[no_strength]), ValueError, r"user\.no_strength: .*sure, hint", id="no strength"),
    ],
)
def test_a_wrong_answer_names_the_rule(book: Rulebook, error: type[Exception], message: str) -> None:
    """A rule that answers with something else than a finding is told so by its name."""
    with pytest.raises(error, match=message):
        clean_article(FIRST, rules=book)


def test_wrong_arguments_raise_at_once() -> None:
    """What is no rulebook, and one string for languages, are wrong use; so is a language without phrases."""
    with pytest.raises(TypeError, match="rules: expected a Rulebook, got list"):
        clean_article("", rules=[tide_alerts])  # type: ignore[arg-type]  # wrong use is what is tested
    with pytest.raises(TypeError, match=r"languages: expected codes such as .* got the string 'en'"):
        clean_article("", languages="en")
    with pytest.raises(ValueError, match=r"languages: no cues for qq; expected some of ar, bg, .*zh"):
        clean_article("", languages=["en", "qq"])
    with pytest.raises(ValueError, match="no cues for qq"):
        clean_article("", languages=["qq"], rules=ALERTS)


# Values


def test_books_are_values() -> None:
    """Equal books have equal hashes; the order in which they are joined is nothing; they are frozen."""
    again = Rulebook(cues={"promo": {"starts": ("SIGN UP for  tide alerts",)}})

    assert again == ALERTS
    assert hash(again) == hash(ALERTS)
    assert ALERTS != RULE
    assert ALERTS | RULE == RULE | ALERTS == ALERTS | RULE | ALERTS
    assert Rulebook() | ALERTS == ALERTS
    assert ALERTS | KEEPING == KEEPING | ALERTS | KEEPING != ALERTS
    assert repr(ALERTS | RULE) == "Rulebook of 1 phrase and the rule tide_alerts"
    assert repr(KEEPING) == "Rulebook of 0 phrases, 2 phrases to keep, 2 patterns and no rules"
    with pytest.raises(AttributeError):
        ALERTS.cues = frozenset()  # type: ignore[misc]  # wrong use is what is tested
    with pytest.raises(TypeError):
        _ = ALERTS | {}  # type: ignore[operator]  # wrong use is what is tested


@pytest.mark.parametrize(
    "book", [Rulebook(), ALERTS, RULE, MIXED, KEEPING], ids=["empty", "phrases", "rules", "all", "keeping"]
)
def test_books_can_be_pickled(book: Rulebook) -> None:
    """A book goes to another process and is the same there."""
    copy = pickle.loads(pickle.dumps(book))  # noqa: S301 -- our own

    assert copy == book
    assert hash(copy) == hash(book)
    assert clean_article(page_with(ALERT), rules=copy) == clean_article(page_with(ALERT), rules=book)


def test_books_load_when_they_are_asked_for() -> None:
    """`from newsclean import Rulebook` works first thing."""
    run = subprocess.run(
        [sys.executable, "-c", "from newsclean import Rulebook; print(Rulebook())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert run.stdout == "Rulebook of 0 phrases and no rules\n"


# Languages


def test_languages_narrow() -> None:
    """A phrase counts only where its language does."""
    page = page_with("Lesen Sie auch: Deich wird erhöht")

    assert clean_article(page).related
    assert clean_article(page, languages=["de"]) == clean_article(page, languages=iter(("de", "de")))
    assert clean_article(page, languages=["de", "en"]).related[0].title == "Deich wird erhöht"
    assert not clean_article(page, languages=["en"]).related
    assert not clean_article(page, languages=()).related


def test_languages_do_not_narrow_the_users_phrases() -> None:
    """What the user adds counts whatever languages do."""
    assert ALERT not in clean_article(page_with(ALERT), languages=["de"], rules=ALERTS).text


# The laws


BOOKS = (ALERTS, RULE, MIXED, KEEPING)
choices = st.sampled_from([*((None, b) for b in BOOKS), (("en",), None), (("de", "zh"), MIXED), ((), None)])
Choice = tuple[tuple[str, ...] | None, Rulebook | None]


@given(pages, choices)
@example(f"{FIRST}\n\n{ALERT}\n\n{SECOND}\n\n{THIRD}", (None, ALERTS))
@example(" ".join((FIRST, SECOND, THIRD, ALERT, *TONGUES[0].sentences)), (None, MIXED))
def test_cleaning_twice_changes_nothing(raw: str, choice: Choice) -> None:
    """The text of a page, cleaned again with the same book and languages, is the same."""
    languages, book = choice
    once = clean_article(raw, languages=languages, rules=book).text
    again = clean_article(once, languages=languages, rules=book)

    assert changed(again, once) == []


@pytest.mark.parametrize("choice", [(None, MIXED), (("en",), MIXED), (None, KEEPING)], ids=["all", "en", "keep"])
def test_cleaning_a_fixture_twice_changes_nothing(choice: Choice) -> None:
    """The text of each fixture, cleaned again with the same book and languages, is the same."""
    languages, book = choice
    for folder in ("spared", "pages"):
        for page in fixtures(folder):
            once = clean_article(page.source, languages=languages, rules=book).text
            again = clean_article(once, languages=languages, rules=book)
            assert changed(again, once) == [], page.name


@given(anything, choices)
def test_segments_tile_and_nothing_is_invented(raw: str, choice: Choice) -> None:
    """Every character is in exactly one segment, and the text is made of those that stay."""
    article = clean_article(raw, languages=choice[0], rules=choice[1])

    check_tiling(article)
    check_nothing_invented(article)
    assert Article.model_validate_json(article.model_dump_json()) == article


@given(pages, choices)
def test_no_state_between_calls(raw: str, choice: Choice) -> None:
    """What was cleaned with other books and languages in between changes nothing, with and without a book."""
    languages, book = choice
    first, plain = clean_article(raw, languages=languages, rules=book), clean_article(raw)
    clean_article(raw, languages=["fr"], rules=MIXED)

    assert clean_article(raw, languages=languages, rules=book) == first
    assert clean_article(raw) == plain


@pytest.mark.parametrize("shape", ["pages", "teasers and paragraphs", "one long line", "Chinese without a stop"])
def test_time_grows_with_size(shape: str) -> None:
    """With a book, too, a page four times as long takes no more than eight times as long."""
    make = SHAPES[shape]

    assert growth_of(lambda raw: clean_article(raw, rules=MIXED), make, 1000) <= MOST
