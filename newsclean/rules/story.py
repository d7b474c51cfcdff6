"""What speaks for the story: findings of a kind that stays in the text. A sure one beats every hint."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.markup import STORY
from newsclean.page.page import Page
from newsclean.page.prose import SENTENCE_WORDS, is_paragraph, is_sentence
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import NUMBERED
from newsclean.phrases.fold import WORD
from newsclean.press.datelines import read_dateline

NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s(?=\D)")
REACH = 12  # blocks between two lines of a numbered list, with their text and pictures
LEAST_DATA = 200  # characters of a story in the page's data: less is a description
LEAST_LETTERS = 30  # of a block that is looked for in it
SUBHEADING = range(2, 11)  # words of a subheading
STEM = 4  # letters of a word that the next paragraph takes up: of shorter ones many are in every sentence


def dateline(block: Block, page: Page) -> Finding | None:
    """A paragraph that opens with a dateline, as reports of agencies do: “ORRIN, May 3 (AFP) —”.

    Keeps:
        sure paragraph | ORRIN (Reuters) - The night ferry was cancelled on Sunday after a fire broke out in its engine room.
        sure paragraph | ORRIN, March 3 (Harbour Wire) – The council rejected the motion by one vote on Tuesday evening.
        sure paragraph | Orrin (dpa) - Der Stadtrat hat den Antrag am Dienstag mit einer Stimme Mehrheit abgelehnt.

        | The river rose — and fell again before anyone had carried a single sandbag to the quay.
        | ORRIN (Reuters)
        | Read also | Sea wall to be raised by a metre
        | Lees ook | De zeemuur wordt volgend jaar hoger
    """
    if block.words < SENTENCE_WORDS or (found := read_dateline(block.core)) is None:
        return None
    if any(c.kind == "related" and c.where == "starts" and c.phrase[-1] in "|:" for c in block.cues):
        return None  # “Read also | Sea wall to be raised”
    return Finding("paragraph", block.core[: found.end].strip(), "sure" if len(block.core) > 2 * found.end else "hint")


def in_data(block: Block, page: Page) -> Finding | None:
    """A sentence that the page's own data have in the story's text.

    Keeps:
        sure paragraph | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry.</p>
                       | <p>Sign up for our tide alerts and get the level at the quay every single morning before breakfast.</p><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "The first two pumps reached the quay on Monday, and four more are on their way from the north. Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry and the crews have gone home to sleep."}</script>

        | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday.</p>
    """
    html = page.html
    if html is None or not is_sentence(block):
        return None
    if html.markup[block.number].places & STORY and not block.cues:
        return Finding("paragraph", "marked as the story's text", "hint")
    body = html.meta.article_body
    if not body or len(body) < LEAST_DATA:
        return None
    letters = "".join(WORD.findall(block.core.casefold()))
    is_held = len(letters) >= LEAST_LETTERS and letters in _letters(body)
    return Finding("paragraph", "the page's data", "sure") if is_held else None


@lru_cache(maxsize=4)  # every block of a page is looked for in the same
def _letters(body: str) -> str:
    return "".join(WORD.findall(body.casefold()))


def numbered(block: Block, page: Page) -> Finding | None:
    """An entry of a numbered list in the story: 2., with 1. or 3. close by.

    Only a hint where no sentence stands in it or beside it: lists of the most read stories are numbered as well.

    Keeps:
        sure list_item | 1. The long mole
                       | It was built in a year when nobody had any money, and it has outlived three harbour masters.
        sure list_item | 2. The short mole
                       | It was meant to be long as well, but the county ran out of stones before the first winter.
        sure list_item | 3. The pump house

                       | The most read of the week
        hint list_item | 1. Harbour market moves to the north quay
        hint list_item | 2. Ferry fares to go up in May
        hint list_item | 3. Sea wall to be raised

        | 1. The long mole
        | 2024. It was a good year.
    """
    match = NUMBER.match(block.core)
    if match is None:
        return None
    number = int(match[1])
    around = page.blocks[max(0, block.number - REACH) : block.number + REACH + 1]
    numbers = {int(m[1]) for b in around if b.traits & NUMBERED and (m := NUMBER.match(b.core)) is not None}
    row = [n for n in (number - 2, number - 1, number, number + 1, number + 2) if n in numbers and n > 0]
    if len(row) < 2:
        return None
    beside = page.blocks[max(0, block.number - 1) : block.number + 2]
    is_sure = len(row) > 2 and (block.kind in ("heading", "table") or any(map(is_sentence, beside)))
    return Finding("list_item", f"{number} of {max(row)}", "sure" if is_sure else "hint")


def subheading(block: Block, page: Page) -> Finding | None:
    """A subheading: a short line over a paragraph that takes up one of its words.

    Left alone where it ends like a sentence or shows a phrase of furniture: other stories are about the same things.

    Keeps:
                     | The new tower was to be thirty metres high, and nobody in the council had ever thought of counting them.
        hint heading | Why one was missing
                     | The builder says that what is missing stands under the ground, since he had measured from the foundations.

             | Sea wall to be raised
             | The council met on Monday and talked about the pumps until late in the evening, when the lamps went out.

             | Read more: pumps
             | The council met on Monday and talked about the pumps until late in the evening, when the lamps went out.
    """
    if block.words not in SUBHEADING or block.cues or block.ending in (STOP, COLON):
        return None
    if block.twin >= 0 or block.echo >= 0 or page.title == block.number or block.number + 1 == len(page.blocks):
        return None
    below = page.blocks[block.number + 1]
    if not is_paragraph(below):
        return None
    stems = {word[:STEM] for word in block.tokens if len(word) >= STEM and not word.isdecimal()}
    shared = stems & {word[:STEM] for word in below.tokens}
    return Finding("heading", min(shared), "hint") if shared else None
