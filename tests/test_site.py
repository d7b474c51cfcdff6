"""What a site's other pages tell of one: profiles, how they are counted, merged and kept, and what they take away."""

from __future__ import annotations

import json
import pickle
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import SiteProfile, clean_article, clean_articles
from newsclean.cli import main
from newsclean.page.site import LONGEST, line_key
from newsclean.site import host_of

HOST = "harbourpost.example"
PLACES = "quay mill bridge school market station tower garden harbour library chapel stadium".split()
DOINGS = "opened closed burned flooded moved sold painted rented doubled emptied named repaired".split()
PEOPLE = ["Mara Lind", "Osk Halden", "Pia Torv", "Sten Ravn", "Ida Holm", "Jon Falk"]
WIRE = (
    "The ministry said on Monday that the northern line would stay closed until the spring, as engineers had found "
    "further cracks in the two bridges over the Orrin."
)
PROMPT = "Half of our readers pay for what they read here, and the other half could do so too."
FURNITURE = ("Tides and ferries", "The pier camera", "Letters to the harbour master", PROMPT, "Find us at the old quay")


def story(n: int) -> list[str]:
    """Paragraphs that no other page has."""
    pick = random.Random(n)  # noqa: S311 -- the same stories each time
    found = []
    for _ in range(5):
        place, doing, person = pick.choice(PLACES), pick.choice(DOINGS), pick.choice(PEOPLE)
        found.append(
            f"The {place} was {doing} for {n} families on the {pick.randint(2, 28)}th, {person} told the council, and "
            f"{pick.randint(3, 90)} of them have since asked for a {pick.choice(PLACES)} of their own."
        )
    return found


def page(n: int, *, over: tuple[str, ...] = (), more: tuple[str, ...] = ()) -> str:
    """A page of the site: its furniture around a headline, a byline and a story."""
    top, under = FURNITURE[:2], FURNITURE[2:]
    head = (f"Council counts {n} families at the {PLACES[n % 12]}", f"By {PEOPLE[n % 2]}")
    return "\n\n".join([*top, *over, *head, *story(n), *more, *under])


PAGES = [(f"https://www.{HOST}/2026/04/{n + 1:02}/{n}", page(n)) for n in range(20)]
PROFILE = SiteProfile.fit(PAGES)


# What stays


def test_the_story_stays_whole() -> None:
    """Of a page that was not counted every paragraph stays, and its headline and byline are its own."""
    article = clean_article(page(77), url=f"https://{HOST}/77", profile=PROFILE)

    assert [p.text for p in article.paragraphs] == story(77)
    assert article.title == "Council counts 77 families at the station"
    assert article.authors == ("Osk Halden",)


def test_wire_copy_stays_on_every_host() -> None:
    """A paragraph that two papers print, each once, is on many pages of none, and stays on both."""
    other = "orrintimes.example"
    pages = [(host, page(n, more=(WIRE,) if n == 3 else ())) for host in (HOST, other) for n in range(20)]
    profile = SiteProfile.fit(pages)
    for host in (HOST, other):
        assert WIRE in clean_article(page(3, more=(WIRE,)), url=host, profile=profile).text


def test_wire_copy_of_many_hosts_is_not_added_up() -> None:
    """Twelve papers that print it make no furniture of it on a thirteenth."""
    hosts = [f"paper{n}.example" for n in range(12)]
    profile = SiteProfile.fit([(host, page(n, more=(WIRE,))) for host in hosts for n in range(4)])
    parts = [SiteProfile.fit([(host, page(9, more=(WIRE,)))] + [(host, page(n)) for n in range(6)]) for host in hosts]
    for part in parts[1:]:
        parts[0] += part

    assert WIRE in clean_article(page(9, more=(WIRE,)), url=hosts[0], profile=parts[0]).text
    assert WIRE in clean_article(page(9, more=(WIRE,)), url="paper13.example", profile=profile).text


def test_a_story_told_in_a_day_stays() -> None:
    """A paragraph on five pages of one day is a story that goes on; on as many of a month it is a notice."""
    day = [(f"https://{HOST}/2026/05/03/{n}", page(n, more=(WIRE,))) for n in range(5)]
    month = [(f"https://{HOST}/2026/05/{4 * n + 1:02}/{n}", page(n, more=(WIRE,))) for n in range(5)]
    raw = page(3, more=(WIRE,))

    assert WIRE in clean_article(raw, url=HOST, profile=SiteProfile.fit([*PAGES, *day])).text
    assert WIRE not in clean_article(raw, url=HOST, profile=SiteProfile.fit([*PAGES, *month])).text


def test_a_story_under_several_addresses_stays() -> None:
    """A story that was counted five times in twenty-five is no furniture, nor are its subheadings."""
    long = [f"{p} {q}" for p, q in zip(story(50), story(51), strict=True)]
    raw = "\n\n".join(
        [*FURNITURE[:2], "Half a town moves to the other quay", long[0], "What it costs", *long[1:], PROMPT]
    )
    profile = SiteProfile.fit([*PAGES, *[(HOST, raw)] * 5])
    article = clean_article(raw, url=HOST, profile=profile)

    assert [line for line in (*long, "What it costs") if line not in article.text] == []
    assert PROMPT not in article.text


def test_a_headline_that_recurs_is_a_headline() -> None:
    """A story's headline on other pages' lists of what is new is no furniture on its own page."""
    headline = "Council counts 3 families at the school"
    listed = [(HOST, page(n, more=(headline,) if n > 3 else ())) for n in range(20)]
    article = clean_article(page(3), url=HOST, profile=SiteProfile.fit(listed))

    assert article.title == headline


def test_few_pages_tell_nothing() -> None:
    """A site of three pages is not known."""
    profile = SiteProfile.fit(PAGES[:3])

    assert clean_article(page(3), url=HOST, profile=profile) == clean_article(page(3), url=HOST)


def test_another_site_is_not_asked() -> None:
    """An address of a host that the profile does not know changes nothing."""
    url = "https://elsewhere.example/3"

    assert clean_article(page(3), url=url, profile=PROFILE) == clean_article(page(3), url=url)


def test_cleaning_twice_changes_nothing() -> None:
    """What stays of a page stays, with the same profile."""
    for n in range(8):
        text = clean_article(page(n), url=HOST, profile=PROFILE).text
        again = clean_article(text, url=HOST, profile=PROFILE).text
        assert again == text


# What goes


@pytest.mark.parametrize("line", FURNITURE)
def test_what_recurs_goes(line: str) -> None:
    """Each line of the site's furniture goes, the sentence too."""
    article = clean_article(page(77), url=HOST, profile=PROFILE)

    assert line not in article.text
    assert line in [s.text for s in article.removed]


def test_the_evidence_is_the_count() -> None:
    """A line that only the profile betrays is of kind `site`, and says on how many pages it stands."""
    alone, known = (clean_article(page(77), url=HOST, profile=p) for p in (None, PROFILE))

    assert PROMPT in alone.text
    assert [(s.kind, s.rule, s.evidence) for s in known.segments if s.text == PROMPT] == [
        ("site", "site.recurring", "on 20 of 20 pages")
    ]


def test_the_title_of_a_column_is_no_headline() -> None:
    """A line that stands over the headline of every page of a column is the column's title."""
    column = "Letters from the lighthouse keeper"
    pages = [f"{column}\n\n" + "\n\n".join(story(n)) for n in range(12)]
    profile = SiteProfile.fit([(HOST, raw) for raw in pages])
    article = clean_article(pages[3], url=HOST, profile=profile)

    assert clean_article(pages[3]).title == column
    assert article.title is None
    assert [(s.kind, s.rule) for s in article.segments if s.text == column] == [("site", "site.standing_title")]
    assert [p.text for p in article.paragraphs] == story(3)


def test_html_pages_have_profiles() -> None:
    """The same furniture goes where pages are HTML."""

    def html(n: int) -> str:
        return "<html><body>" + "".join([f"<p>{line}</p>" for line in page(n).split("\n\n")]) + "</body></html>"

    profile = SiteProfile.fit([(HOST, html(n)) for n in range(12)])
    article = clean_article(html(77), url=f"https://{HOST}/", profile=profile)

    assert PROMPT not in article.text
    assert [p for p in story(77) if p not in article.text] == []


# How it is counted


def test_order_makes_no_difference() -> None:
    """Pages in any order give the same profile, to the letter of its file."""
    shuffled = random.Random(1).sample(PAGES, len(PAGES))  # noqa: S311

    assert SiteProfile.fit(shuffled) == PROFILE
    assert SiteProfile.fit(iter(shuffled)).to_json() == PROFILE.to_json()


@pytest.mark.parametrize("at", [0, 1, 7, 20])
def test_parts_add_up(at: int) -> None:
    """The profiles of two parts, in either order, are the profile of the whole."""
    a, b = SiteProfile.fit(PAGES[:at]), SiteProfile.fit(PAGES[at:])

    assert a + b == b + a == PROFILE


def test_each_host_is_counted_for_itself() -> None:
    """A line of one host is not a line of another; a host is the same with and without www."""
    profile = SiteProfile.fit([*PAGES, ("orrintimes.example", page(1))])

    assert {host: site.pages for host, site in profile.sites.items()} == {HOST: 20, "orrintimes.example": 1}
    assert profile.sites[HOST].lines == PROFILE.sites[HOST].lines


def test_a_line_counts_once_a_page() -> None:
    """However often it stands there."""
    profile = SiteProfile.fit([(HOST, f"{page(1)}\n\n{PROMPT}\n\n{PROMPT}")])

    assert profile.sites[HOST].lines[line_key(PROMPT)].pages == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("12 comments", "7 comments", id="numbers"),
        pytest.param("Updated at 14:30", "UPDATED AT 9:05", id="times and case"),
        pytest.param("Follow Jo Doe on Twitter", "Follow Mara Lind on Twitter", id="names"),
        pytest.param("“Tides” – and ferries", '"Tides" - and ferries', id="quotes and dashes"),
    ],
)
def test_lines_that_say_the_same(a: str, b: str) -> None:
    """Lines that differ in numbers, times, names or signs have one key."""
    assert line_key(a) == line_key(b) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("By Jo Doe", "By Mara Lind", id="a byline is of a person"),
        pytest.param("The mayor met Jo Doe.", "The mayor met Mara Lind.", id="a sentence keeps its names"),
        pytest.param("Mayor Opens Harbour Town Bridge", "Storm Hits Orrin Mill Again", id="headlines in capitals"),
        pytest.param("Tides", "Tide", id="words"),
    ],
)
def test_lines_that_do_not(a: str, b: str) -> None:
    """Lines that say something else have keys of their own."""
    assert line_key(a) != line_key(b)


@given(st.text(max_size=120))
def test_a_key_is_its_own_key(text: str) -> None:
    """A key of a file, read again, is the same key: what is saved is found."""
    key = line_key(text)

    assert line_key(key) in (key, "")


def test_growth() -> None:
    """A line longer than any furniture is not counted."""
    assert line_key("a " * LONGEST) == ""


# The file

HEAD = '{"format": "newsclean site profile", "version": 1, "hosts": '


def test_a_file_gives_the_profile_again(tmp_path: Path) -> None:
    """What is saved and loaded cleans as before; only lines on one page are gone."""
    file = tmp_path / "profile.json"
    PROFILE.save(file)
    loaded = SiteProfile.load(file)
    kept = {key: line for key, line in PROFILE.sites[HOST].lines.items() if line.pages > 1}

    assert loaded.sites[HOST].lines == kept
    assert clean_article(page(77), url=HOST, profile=loaded) == clean_article(page(77), url=HOST, profile=PROFILE)
    assert pickle.loads(pickle.dumps(loaded)) == loaded  # noqa: S301 -- our own


def test_the_file_is_for_people() -> None:
    """A line as it is read, with the number of its pages, the most frequent first; small."""
    data = json.loads(SiteProfile.fit([(HOST, raw) for _, raw in PAGES]).to_json())
    lines = data["hosts"][HOST]["lines"]

    assert data["version"] == 1
    assert lines["tides and ferries"] == 20 or lines["tides and ferries"]["pages"] == 20
    counts = [n if isinstance(n, int) else n["pages"] for n in lines.values()]
    assert all(a >= b for a, b in pairwise(counts))
    assert len(PROFILE.to_json()) < 6000


def test_a_file_can_be_edited() -> None:
    """A line that is taken out stays in the text; one that is added as it is printed goes."""
    data = json.loads(PROFILE.to_json())
    lines = data["hosts"][HOST]["lines"]
    del lines[line_key(PROMPT)]
    lines["The Lamp Room"] = 12
    profile = SiteProfile.from_json(json.dumps(data))
    raw = page(77, more=("The lamp room",))

    assert PROMPT in clean_article(raw, url=HOST, profile=profile).text
    assert "The lamp room" not in clean_article(raw, url=HOST, profile=profile).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", "profile: not JSON", id="no JSON"),
        pytest.param("{}", "profile: format: expected", id="something else"),
        pytest.param('{"format": "newsclean site profile", "version": 2}', "version: expected 1, got 2", id="version"),
        pytest.param('{"format": "newsclean site profile", "version": 1}', "hosts: expected a table", id="no hosts"),
        pytest.param(
            '{"format": "newsclean site profile", "version": 1, "hosts": {"a.example": {"pages": "x"}}}',
            r"hosts\.a\.example: expected pages", id="no count",
        ),
        pytest.param(
            HEAD + '{"a.example": {"pages": 9, "lines": {"b": []}}}}',
            r"hosts\.a\.example\.lines\.b: expected a number", id="no number",
        ),
        pytest.param(
            HEAD + '{"a.example": {"pages": 9, "lines": {"3": 4}}}}',
            "expected a line with letters", id="no letters",
        ),
        pytest.param(
            '{"format": "newsclean site profile", "version": 1, "hosts": {"a.example": {"pages": 9, "lines": '
            '{"b": {"pages": 4, "first": "May"}}}}}',
            r"b\.first: expected a day", id="no day",
        ),
        pytest.param("[" * 100_000, "profile: not JSON", id="nested for ever"),
        pytest.param(HEAD + '{":a.example": {"pages": 9, "lines": {}}}}', "profile: hosts: expected", id="no host"),
        pytest.param(HEAD + '{"a.example": {"pages": -9, "lines": {}}}}', "expected pages, a number", id="below zero"),
        pytest.param(HEAD + '{"a.example": {"pages": true, "lines": {}}}}', "expected pages, a number", id="yes"),
        pytest.param(
            HEAD + '{"a.example": {"pages": 9, "lines": {"b": {"pages": 4, "last": ' + "[" * 400 + "]" * 400 + "}}}}}",
            r"b\.last: expected a day such as 2026-04-09, got list", id="a list for a day",
        ),
    ],
)  # fmt: skip
def test_a_wrong_file_says_where(text: str, message: str) -> None:
    """An error names the key and what was expected there."""
    with pytest.raises(ValueError, match=message):
        SiteProfile.from_json(text)


def test_a_host_written_twice_is_one_site() -> None:
    """A file in which a host stands with and without www. holds one site of both."""
    site = '{"pages": 3, "lines": {"share": 2}}'
    loaded = SiteProfile.from_json(HEAD + f'{{"www.a.example": {site}, "a.example": {site}}}}}')

    assert loaded.sites["a.example"].pages == 6


# The commands


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """The pages of a site as JSON Lines."""
    file = tmp_path / "pages.jsonl"
    file.write_text("".join([json.dumps({"url": url, "raw": raw}) + "\n" for url, raw in PAGES]), "utf-8")
    return file


def test_the_command_counts(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`newsclean profile` writes what `SiteProfile.fit` counts; `--show` prints it, and `clean` and `batch` take it."""
    file, out, one = (str(lines.with_name(name)) for name in ("profile.json", "out.jsonl", "one.txt"))
    Path(one).write_text(page(77), "utf-8")

    assert main(["profile", str(lines), "-o", file]) == 0
    assert Path(file).read_text("utf-8") == PROFILE.to_json()
    assert main(["profile", "--show", file]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == f"{HOST}: 20 pages"
    assert f"    20  {line_key(PROMPT)}" in shown
    assert main(["clean", one, "--profile", file]) == 0
    assert PROMPT not in capsys.readouterr().out
    assert main(["batch", str(lines), "-o", out, "--profile", file, "--workers", "1", "--quiet"]) == 0
    texts = [json.loads(line)["text"] for line in Path(out).read_text("utf-8").splitlines()]
    assert texts == [clean_article(raw, url=url, profile=PROFILE).text for url, raw in PAGES]


def test_pages_without_address_are_told(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record without a host is left out and counted; `--host` gives it one."""
    lines.write_text(json.dumps({"raw": page(1)}) + "\n" + json.dumps({"url": HOST, "raw": page(2)}) + "\n", "utf-8")
    file = str(lines.with_name("profile.json"))

    assert main(["profile", str(lines), "-o", file]) == 3
    assert capsys.readouterr().err == "newsclean: 1 record left out: no address with a host: see --url and --host\n"
    assert main(["profile", str(lines), "-o", file, "--host", HOST]) == 0
    assert SiteProfile.load(file).sites[HOST].pages == 2


def test_many_pages_take_a_profile() -> None:
    """`clean_articles` gives each page what its site's profile says; a page without address is an error of its own."""
    both = PROFILE + SiteProfile.fit([("orrintimes.example", page(1))])
    pages = [{"raw": page(77), "url": HOST}, page(77)]
    known, unknown = clean_articles(pages, workers=1, profile=both)

    assert known.article == clean_article(page(77), url=HOST, profile=PROFILE)
    assert unknown.error is not None
    assert "url is needed" in unknown.error.reason


def test_wrong_commands_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to count, no such profile, or one of many sites without `--url`: a line, and exit status 2."""
    one, many = tmp_path / "one.txt", tmp_path / "many.json"
    one.write_text(page(77), "utf-8")
    (PROFILE + SiteProfile.fit([("orrintimes.example", page(1))])).save(many)
    for arguments, said in (
        (["profile"], "expected IN and -o"),
        (["profile", "--show", str(tmp_path / "none.json")], "--profile: cannot read"),
        (["profile", "--show", str(one)], "not JSON"),
        (["clean", str(one), "--profile", str(many)], "url is needed"),
    ):
        assert main(arguments) == 2
        assert said in capsys.readouterr().err


# Wrong use


def test_without_address_the_only_site_counts() -> None:
    """`url` may be left out where the profile is of one site; else it is asked for."""
    assert PROMPT not in clean_article(page(77), profile=PROFILE).text
    both = PROFILE + SiteProfile.fit([("orrintimes.example", page(1))])
    for profile in (both, SiteProfile()):
        with pytest.raises(ValueError, match=r"profile: it is of \d sites, so the page's url is needed"):
            clean_article(page(77), profile=profile)


def test_what_is_no_profile_is_refused() -> None:
    """Wrong types are errors at once."""
    with pytest.raises(TypeError, match="profile: expected a SiteProfile, got dict"):
        clean_article("x", profile={})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="pages: expected pairs of address and page, got str"):
        SiteProfile.fit(["a page"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="pages: expected an address as str, got int"):
        SiteProfile.fit([(1, "a page")])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="url: expected an address with a host"):
        SiteProfile.fit([("/pumps", "a page")])
    with pytest.raises(TypeError):
        PROFILE + 1  # type: ignore[operator]


@pytest.mark.parametrize("address", ["", "/pumps", "https://", "http://[", "//"])
def test_an_address_without_host_is_an_error(address: str) -> None:
    """Nothing is counted for no site."""
    with pytest.raises(ValueError, match="url: expected an address with a host"):
        host_of(address)
