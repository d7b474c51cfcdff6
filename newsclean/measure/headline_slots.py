"""What is asked of each line that may be the headline, and around it: the slots that weights are fitted for.

Its size, words that it shares with the story, a slug beside it, who says it again, what stands above and below.
"""

from __future__ import annotations

from newsclean.measure.headline_lines import ROLE, ROLES
from newsclean.page.shape import CASES

Slots = tuple[tuple[str, tuple[str, ...]], ...]


def product(*parts: tuple[str, ...]) -> tuple[str, ...]:
    names: tuple[str, ...] = ("",)
    for part in parts:
        names = tuple(f"{a} {b}".strip() for a in names for b in part)
    return names


SIZES = ("2", "3", "4", "5-6", "7-9", "10-13", "14-18", "19-25", "26+")  # words
LARGEST = 26  # words
SIZE_OF = (0, 0, 0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8)
ENDS = ("open", "full stop", "other stop", "colon", "goes on", "closed")
ROUGH = ("short", "medium", "long")
ROUGH_OF = (0, 0, 0, 0, 1, 1, 1, 2, 2)
TELLING = ("none", "byline", "date", "share", "credit", "media")
TELLING_OF = {ROLE[name]: n for n, name in enumerate(TELLING) if n}
COUNTS = ("0", "1", "2", "3-4", "5+")
COUNT_OF = (0, 1, 2, 3, 3)
PLACES = ("0", "1", "2", "3-5", "6-10", "11-20", "21-40", "41-80", "81+")
BEFORE = ("0", "-20", "-60", "-150", "150+")
UNTIL = ("1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+")
SHARES = ("few", "0", "-15%", "-30%", "-45%", "-60%", "-80%", "-100%")
LIKENESS = ("is it", "no", "some", "half", "most", "all")
STARTS = ("other", "lower", "upper", "digit", "quote", "dash", "mark")
KINDS = ("paragraph", "heading", "list_item", "quote", "table")
CUES = (
    "none", "related", "promo", "share", "ad", "paywall", "byline", "author_bio", "timestamp", "media", "navigation",
    "notice", "agency", "kicker", "credit", "caption",
)  # fmt: skip
CUE_OF = {name: n for n, name in enumerate(CUES)}
SLOTS: Slots = (
    ("size and end", product(SIZES, ENDS)),
    ("case and size", product(CASES, ROUGH)),
    ("kind", product(KINDS, ("first", "later"))),
    ("words of the story", product(SHARES, ROUGH)),
    ("words of the story, among all lines", product(("most", "second", "third", "fewer"), ("any", "none"))),
    ("said again", product(("no", "once", "twice", "often"), ("no slug", "slug beside"))),
    ("nearly said", ("no", "above", "below")),
    ("like the page's first line", product(LIKENESS, ROUGH)),
    ("the page's first line, and how much a line over the prose says of it", LIKENESS),
    ("subheadings further down", product(("first", "later"), ("0", "1-2", "3+"))),
    ("mark of a site or path", product(("none", "site", "path"), ("top", "below"))),
    ("place", PLACES),
    ("prose before", BEFORE),
    ("blocks until prose", product(UNTIL, ("none", "some"))),
    ("previous", ROLES),
    ("second previous", ROLES),
    ("next", ROLES),
    ("second next", ROLES),
    ("third next", ROLES),
    ("ahead", product(TELLING, ("close", "far"))),
    ("just before", TELLING),
    ("tiny lines before and after", product(("0", "1", "2", "3"), ("0", "1", "2", "3"))),
    ("gap before and after", product(("0", "1", "2+", "same line"), ("0", "1", "2+", "same line"))),
    ("cue", product(CUES, ("whole", "part"))),
    ("date", ("none", "some", "most")),
    ("begins with", STARTS),
    ("digits", ("no", "some", "many")),
    ("sentences", product(("one", "more"), ROUGH)),
    ("commas", product(("0", "1", "2+"), ROUGH)),
    ("lines like it below", COUNTS),
    ("lines like it above", COUNTS),
    ("level among the page's headings", ("none", *product(("top", "second", "lower"), ("alone", "first", "later")))),
    ("said again right beside it", ("no", "above", "below")),
    ("the page's first line, and blocks until prose", ("not it", *UNTIL)),
    ("lines from a path's beginning", ("none", "1-2", "3-4", "5-6")),
)  # fmt: skip
NONE_SLOTS: Slots = (
    ("no headline: first block", ROLES),
    ("no headline: second block", ROLES),
    ("no headline: blocks before prose", product(("0", "1", "2", "3-4", "5-10", "11+"))),
    ("no headline: lines that may be it", COUNTS),
)
START_OF = {
    **dict.fromkeys("\"'“‘„«»「『‹", 4),
    **dict.fromkeys("-–—•*·", 5),
    **dict.fromkeys(",.;:)]|/>©@#&+→▶►", 6),
}
