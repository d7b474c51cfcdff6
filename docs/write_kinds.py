"""Write docs/kinds.md: `python -m docs.write_kinds`. Tests hold it equal, and each example to what its page gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from newsclean.article.kinds import AwayKind, FieldKind, PageType, TextKind

FILE = Path(__file__).with_name("kinds.md")
OPENING = """\
# The kinds

Written by `docs/write_kinds.py`. Every piece of a page is of one kind: `segment.kind`. Five kinds are the text; ten
belong to a field, which the article has as well; the others are away. `article.removed` holds all but the five.

The examples are pieces of pages in `fixtures/`, each of which newsclean takes for just that.
"""
CLOSING = """
## The types of pages

`article.page_type` says what a page is as a whole, and `article.page_type_reason` why.

| type | what |
|---|---|
"""


class Meaning(NamedTuple):
    """What a kind is; a page of fixtures/ with a piece of it; and where the piece goes, if it is read into a field."""

    what: str
    page: str = ""
    example: str = ""
    field: str = ""


KINDS: Mapping[str, Meaning] = {
    "paragraph": Meaning(
        "A paragraph of the story. In plain text, where nothing marks them, subheadings are of this kind too",
        "pages/drone-factory.marked",
        "The council’s transport committee is to hear the postal workers’ union on Friday.",
    ),
    "heading": Meaning("A subheading, where the form of the page tells", "html/nested-lists.html", "Zuerst der Boden"),
    "list_item": Meaning(
        "An entry of a list of the story, a bullet or a number before it",
        "pages/water-cut.marked",
        "3. Everywhere else: no restrictions, although the pressure may be low",
    ),
    "quote": Meaning(
        "A quotation set off by the page’s markup",
        "html/quotes-headings.html",
        "« Un accordéon, ça respire. Quand il tousse, on l’écoute. »",
    ),
    "table": Meaning(
        "A row of a table, a tab between its cells", "html/price-table.html", "Lomar–Isla Parda\t2,50 €\t2,70 €"
    ),
    "title": Meaning(
        "The headline", "pages/fog-horn.marked", "Villagers save the fog horn that keeps them awake", "`title`"
    ),
    "description": Meaning(
        "The standfirst: what is printed under the headline to sum the story up or to lead into it",
        "pages/clock-tower.marked",
        "Repairing the tower in Larch Falls would cost $86,000. Residents have found a cheaper way.",
        "`description`",
    ),
    "kicker": Meaning(
        "The label over the headline: a section, a topic", "pages/bridge-strike.marked", "Infrastructure", "`kicker`"
    ),
    "byline": Meaning(
        "Who wrote it: names, roles, addresses of authors", "pages/food-trucks.marked", "By Lena Moss",
        "`byline`, `authors`, `agency`",
    ),
    "author_bio": Meaning(
        "A sentence about the author",
        "pages/author-notes.marked",
        "Per Halden is the coast correspondent of The Harbour Post.",
        "none",
    ),
    "timestamp": Meaning(
        "When it was published or changed, how long it takes to read",
        "pages/mine-licence.marked",
        "Sept 30, 2025",
        "`date_published`, `date_modified`, `reading_minutes`",
    ),
    "dateline": Meaning(
        "Given by rules and phrases of your own only: one that opens a paragraph stays there, and is read as well",
        field="`dateline`",
    ),
    "caption": Meaning(
        "What is said of a picture or video; of an alternative text and its caption the fuller one",
        "pages/oyster-beds.marked",
        "The grower Amos Pell at low tide on Friday.",
        "`figures`: `caption`, or `alt`",
    ),
    "credit": Meaning(
        "Who made or gave a picture", "pages/cup-final.marked", "| Credit: PA", "`figures`: `credit` and its parts"
    ),
    "related": Meaning(
        "Another story: its headline, the words that lead to it, its label and date, the title of its list",
        "pages/drone-factory.marked",
        "How goalkeeper Sten Ravn began his second life as a baker",
        "`related`",
    ),
    "title_repeat": Meaning(
        "The headline said again, perhaps with the site’s name behind it",
        "pages/ferry-timetable.marked",
        "Night ferry returns to the strait after nine years: first sailing sold out | The Harbour Post",
    ),
    "slug": Meaning(
        "A headline as an address has it, of this story or another",
        "pages/oneline-bakery.marked",
        "sea-wall-to-be-raised-by-a-metre",
    ),
    "caption_repeat": Meaning(
        "A caption or alternative text said again, whole, in part or cut off",
        "pages/oyster-beds.marked",
        "Amos Pell stands knee-deep in",
    ),
    "promo": Meaning(
        "An offer of the site’s own: newsletters, apps, memberships, “follow us”",
        "pages/lighthouse-keeper.marked",
        "Enter your email address",
    ),
    "share": Meaning(
        "Buttons to share, save, print or comment, and their counts", "pages/bakery-oven.marked", "Comments (14)"
    ),
    "ad": Meaning("The label of an advertisement, sponsored text", "pages/fog-horn.marked", "Advertisement"),
    "paywall": Meaning(
        "What stands where the rest has to be paid for", "pages/mine-licence.marked", "Already a subscriber? Log in"
    ),
    "navigation": Meaning(
        "Menus, breadcrumbs, topics, tags, the site’s name, the footer", "pages/school-roof.marked", "Building safety"
    ),
    "media": Meaning("Buttons and counters of a player or gallery", "pages/garden-show.marked", "Image 1 of 4"),
    "agency": Meaning(
        "Whence it is and whose: wires, “reporting by …”, copyright", "pages/oyster-beds.marked", "With Post wires"
    ),
    "notice": Meaning(
        "A word of the editors’ or lawyers’: corrections, disclaimers, cookies",
        "pages/school-roof.marked",
        "The broadcaster is not responsible for the content of external sites.",
    ),
    "repeat": Meaning(
        "A paragraph of the story said again: the pull quote, or the second of two copies",
        "html/quotes-headings.html",
        "Pendant trois ans, l’annonce est restée punaisée à la mairie.",
    ),
    "site": Meaning(
        "What recurs on the pages of the site, and only a `SiteProfile` can tell ([site-profiles.md](site-profiles.md))"
    ),
    "other": Meaning(
        "Nothing that has a name here: rulers, code, readers’ comments, what only its place betrays",
        "pages/rest-counted.marked",
        "[+1834 chars]",
    ),
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "article": "a story",
    "live": "a live blog: entries with times of their own",
    "gallery": "pictures with captions, and little other text",
    "video": "a video with little text",
    "listing": "a list of stories or products; `related` has what was found of them",
    "stub": "no story was found, or the page says that it shows none",
    "empty": "nothing is on it",
}


def render() -> str:
    """The whole of docs/kinds.md."""
    parts = (
        ("In the text", TextKind, "| kind | what | for example |\n|---|---|---|"),
        ("In a field", FieldKind, "| kind | what | field of the article | for example |\n|---|---|---|---|"),
        ("Away", AwayKind, "| kind | what | for example |\n|---|---|---|"),
    )
    tables = [f"\n## {title}\n\n{head}\n" + "".join(_rows(get_args(kinds))) for title, kinds, head in parts]
    types = "".join(f"| `{name}` | {TYPES[name]} |\n" for name in get_args(PageType))
    return OPENING + "".join(tables) + CLOSING + types


def _rows(kinds: tuple[str, ...]) -> Iterator[str]:
    for kind in kinds:
        what, _, example, field = KINDS[kind]
        cells = [f"`{kind}`", what, *([field] if field else []), _shown(example)]
        yield f"| {' | '.join(cells)} |\n"


def _shown(example: str) -> str:
    """A piece of a page as a cell of a table."""
    return example.replace("|", r"\|").replace("\t", " ⇥ ").replace("[", r"\[") or "–"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
