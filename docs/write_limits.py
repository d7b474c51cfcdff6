"""Write docs/limits.md from the numbers in the code: `python -m docs.write_limits`. A test holds the two equal."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, get_args

from newsclean.page.page import Preference
from newsclean.settle.least import LEAST

FILE = Path(__file__).with_name("limits.md")
OPENING = """\
# Limits and thresholds

Written by `docs/write_limits.py`: each number is read from the place in the code that stands beside it. Limits of size
are there so that no page can stop its reader; thresholds are fitted or tried on public pages, and moving one by hand
costs other pages. So none is an option, but where one is named; [`prefer`](#what-prefer-moves) moves several.

"""
PREFER = """
## What `prefer` moves

A block that no rule is sure of stays in the text if its chance of being of the story, as the path gives it
([how-it-works.md](how-it-works.md#settle)), is at least this. The burden of proof lies with the removal, so prose stays
sooner than it goes. What each costs: [confidence.md](confidence.md#what-to-prefer).

| block | `recall` | `balance` | `precision` |
|---|---|---|---|
"""
CLOSING = """
A sure finding, a sure witness and your own rules are above these ([how-it-works.md](how-it-works.md#settle)).
"""


class Limit(NamedTuple):
    """A number: where it stands, what it bounds, and what becomes of what is beyond."""

    place: str
    what: str
    beyond: str


LIMITS: tuple[tuple[str, tuple[Limit, ...]], ...] = (
    (
        "A page",
        (
            Limit(
                "read.limits.MOST_CHARACTERS",
                "characters of a source",
                "the first are read, and `warnings` says how many",
            ),
            Limit(
                "read.limits.MOST_BLOCKS", "lines of a text, or blocks of HTML or Markdown", "the same, with a warning"
            ),
            Limit(
                "read.html.floods.MAX_DEPTH",
                "elements inside each other",
                "the inner ones are flattened, with a warning",
            ),
            Limit("read.html.floods.MAX_ATTRIBUTES", "attributes of a tag", "the others are left out, with a warning"),
            Limit("read.html.addresses.MAX_ADDRESS", "characters of an address", "it is no address"),
            Limit("read.meta.jsonld.MAX_SCRIPT", "characters of a JSON-LD script", "it is not read"),
            Limit("read.meta.jsonld.MAX_NODES", "nodes of JSON-LD that are looked at", "the others are not"),
            Limit("read.meta.metadata.MAX_VALUE", "characters of a value of the page’s data", "it is cut off there"),
        ),
    ),
    (
        "The second look",
        (
            Limit("settle.again.MOST_LOOKS", "looks at what stays of a page", "the next call may take more away"),
            Limit(
                "settle.again.MOST_BLOCKS_AGAIN",
                "blocks that are looked at again, in all looks together",
                "the same, with a warning",
            ),
            Limit(
                "settle.again.MOST_CHARACTERS_AGAIN",
                "characters of a page of one line that are looked at again, in all",
                "the same, with a warning",
            ),
        ),
    ),
    (
        "What you add",
        (
            Limit("rulebook.LONGEST", "characters of a phrase", "`ValueError`"),
            Limit("rulebook.MOST_GAPS", "“…” in a phrase", "`ValueError`"),
            Limit(
                "phrases.patterns.TIMEOUT",
                "seconds of the processor that a pattern has for a block",
                "it is given up for this page, with a warning",
            ),
            Limit(
                "rules.cued.MAX_PROMPT",
                "words of a block in which a phrase that `ends` it or is `contains`-ed is sure",
                "it is a hint there",
            ),
        ),
    ),
    (
        "Sites",
        (
            Limit(
                "rules.site.LEAST_SITE", "pages, at least, of a site of which anything is known", "nothing goes by it"
            ),
            Limit("rules.site.LEAST_PAGES", "pages, at least, that show a line that goes", "it stays"),
            Limit("rules.site.PROSE_PAGES", "the same of a sentence", "it stays"),
            Limit("rules.site.PROSE_SHARE", "of all pages of the site that show such a sentence", "it stays"),
            Limit("site.SAVED", "pages, at least, that show a line that is written to a file", "it is left out"),
            Limit("page.site.LONGEST", "characters of a line that is counted", "it is not"),
        ),
    ),
    (
        "Many pages",
        (
            Limit("batch.crew.MOST_ITEMS", "pages that go to a process at once", "they go with the next"),
            Limit("batch.crew.MOST_LETTERS", "characters of these", "they go with the next"),
            Limit(
                "batch.command.EVERY", "records after which a run is made safe: `--every`", "a kill loses up to so many"
            ),
            Limit("engines.spark.MOST_ROWS", "rows of a batch that Spark gets back", "they go with the next"),
            Limit("engines.spark.MOST_BYTES", "bytes of such a batch", "they go with the next"),
        ),
    ),
    (
        "What is prose",
        (
            Limit("page.prose.SENTENCE_WORDS", "words, at least, of a block that ends like a sentence", "a line"),
            Limit("page.prose.LONG_WORDS", "words from which on a block is prose however it ends", "a line"),
            Limit("settle.settle.CLEAN_CUES", "of the blocks of a clean text may look like furniture", "it is weighed"),
        ),
    ),
)
BLOCKS = {  # the fields of least.Least, in words
    "prose": "prose against which nothing speaks",
    "doubted": "prose with a hint against it",
    "rest": "whatever else nothing speaks for",
    "hinted": "prose with a hint for it",
    "hinted_line": "another line with a hint for it",
    "between": "a line between two of the story’s, without markup",
    "between_doubted": "the same with a hint against it",
    "opening": "a paragraph over the story’s first line, without markup",
    "inside": "prose among the story’s, without markup",
    "last": "what ends like a sentence right behind the story’s last line, without markup",
    "led_to": "a sentence behind that line and one or two short ones, without markup",
    "sibling": "a paragraph of an HTML page beside one of the story’s, of the same shape",
    "broken": "a paragraph in one element with one of the story’s, parted from it by line breaks alone",
    "entry": "an entry of a text’s list of which another stays, or that a colon of the story’s opens",
    "row": "each of several lines in a row between two of the story's, close to each other",
}


def render() -> str:
    """The whole of docs/limits.md."""
    tables = [
        f"## {title}\n\n| how much | of what | beyond it | in `newsclean` |\n|---|---|---|---|\n"
        + "".join(_rows(limits))
        for title, limits in LIMITS
    ]
    return OPENING + "\n".join(tables) + PREFER + "".join(_chances()) + CLOSING


def _rows(limits: tuple[Limit, ...]) -> Iterator[str]:
    for place, what, beyond in limits:
        module, _, name = place.rpartition(".")
        number = getattr(import_module(f"newsclean.{module}"), name)
        yield f"| {number:,} | {what} | {beyond} | `{place}` |\n"


def _chances() -> Iterator[str]:
    for name, words in BLOCKS.items():
        cells = [str(getattr(LEAST[preference], name)) for preference in get_args(Preference)]
        yield f"| {words} | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    FILE.write_text(render(), "utf-8")
