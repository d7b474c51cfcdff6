"""What speaks for the story: findings of a kind that stays in the text. A sure one beats every hint."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.markup import STORY
from newsclean.page.page import Page
from newsclean.page.points import heads_points
from newsclean.page.prose import SENTENCE_WORDS, is_paragraph, is_question, is_sentence
from newsclean.page.shape import COLON, STOP
from newsclean.page.traits import ANSWER, LIKE_TITLE, NUMBERED
from newsclean.phrases.fold import WORD
from newsclean.press.datelines import read_dateline

NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s(?=\D)")
SIGNS = ("byline", "timestamp")  # of what stands behind them
MOST_POINTS = 8
SHARED = 3  # words that a point and the paragraph under the list have in common
LINKED = 0.8  # of a line's characters: it is a link
LONG_LIST = 11  # entries: lists of the most read stories are shorter
REACH = 12  # blocks between two lines of a numbered list, with their text and pictures
POINT = range(5, 25)  # words of what a story says in short, in a list under its headline
LEAST_DATA = 200  # characters of a story in the page's data: less is a description
LEAST_LETTERS = 30  # of a block that is looked for in it
SUBHEADING = range(2, 11)  # words of a subheading
QUESTIONS = 3  # with their answers, in a row: two may be rhetorical, or a poll's
LONGEST_QUESTION = 60  # words
NOT_SAID = ("related", "promo", "share", "ad", "paywall", "media", "navigation", "notice")  # kinds of cues
STEM = 4  # letters of a word that the next paragraph takes up: of shorter ones many are in every sentence


def dateline(block: Block, page: Page) -> Finding | None:
    """A paragraph that opens with a dateline, as reports of agencies do: “ORRIN, May 3 (AFP) —”.

    Keeps:
        sure paragraph | ORRIN (Reuters) - The night ferry was cancelled on Sunday after a fire broke out in its engine room.
        sure paragraph | ORRIN, March 3 (Harbour Wire) – The council rejected the motion by one vote on Tuesday evening.
        sure paragraph | Orrin (dpa) - Der Stadtrat hat den Antrag am Dienstag mit einer Stimme Mehrheit abgelehnt.

        hint paragraph | ORRIN, March 3 (Harbour Wire) – It rained again all day.

        | The river rose — and fell again before anyone had carried a single sandbag to the quay.
        | ORRIN (Reuters)
        | Read also | Sea wall to be raised by a metre
        | Lees ook | De zeemuur wordt volgend jaar hoger
        | LEGGI ANCHE - Il muro del porto sarà più alto di un metro
        | LEA TAMBIÉN – El muro del puerto será un metro más alto
    """
    if block.words < SENTENCE_WORDS or (found := read_dateline(block.core)) is None:
        return None
    if any(c.kind == "related" and c.where == "starts" and not c.phrase.isalpha() for c in block.cues):
        return None  # “Read also | Sea wall to be raised”, “LEGGI ANCHE - Il muro sarà più alto”
    return Finding("paragraph", block.core[: found.end].strip(), "sure" if len(block.core) > 2 * found.end else "hint")


def in_data(block: Block, page: Page) -> Finding | None:
    """A sentence that the page's own data have in the story's text.

    Keeps:
        sure paragraph | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry.</p>
                       | <p>Sign up for our tide alerts and get the level at the quay every single morning before breakfast.</p><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "The first two pumps reached the quay on Monday, and four more are on their way from the north. Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry and the crews have gone home to sleep."}</script>

        hint paragraph | <div itemprop="articleBody"><p>Nobody was hurt, the mayor said, and the school will open again.</p></div>

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


@lru_cache(maxsize=1)  # every block of a page is looked for in the same; it may be millions of characters
def _letters(body: str) -> str:
    return "".join(WORD.findall(body.casefold()))


def numbered(block: Block, page: Page) -> Finding | None:
    """An entry of a numbered list in the story: 2., with 1. or 3. close by.

    Only a hint where no sentence stands in it or beside it: lists of the most read stories are numbered as well. Those
    have ten entries and fewer; in a longer list an entry is sure.

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

        sure list_item | 1) A brass lamp from the old lightship
                       | https://harbour.example/1
        sure list_item | 2) A model of the night ferry
                       | https://harbour.example/2
        sure list_item | 3) A rope of eleven ells
                       | https://harbour.example/3
        sure list_item | 4) Two oars
        sure list_item | 5) The harbour in a bottle
        sure list_item | 6) A tide clock
        sure list_item | 7) Twelve views of Orrin
        sure list_item | 8) A pump handle
        sure list_item | 9) Rubber boots
        sure list_item | 10) A signal flag
        sure list_item | 11) The long mole as a puzzle

                       | The most read of the week
        hint list_item | 1. Is the sea wall safe after all?
        hint list_item | 2. Harbour market moves to the north quay
        hint list_item | 3. Who is to pay for the pumps?
        hint list_item | 4. Sea wall to be raised

                       | <p>The most read of the week</p>
        hint list_item | <p>1. <a href="/a">The harbour market moves to the north quay.</a></p>
        hint list_item | <p>2. <a href="/b">The ferry fares go up in May.</a></p>
        hint list_item | <p>3. <a href="/c">The sea wall is to be raised.</a></p>

                       | The most read of the week
        hint list_item | 1) A brass lamp from the old lightship
        hint list_item | 2) A model of the night ferry
        hint list_item | 3) A rope of eleven ells
        hint list_item | 4) Two oars
        hint list_item | 5) The harbour in a bottle
        hint list_item | 6) A tide clock
        hint list_item | 7) Twelve views of Orrin
        hint list_item | 8) A pump handle
        hint list_item | 9) Rubber boots
        hint list_item | 10) A signal flag

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
    is_sure = len(row) > 2 and (block.kind in ("heading", "table") or any(map(_is_told, beside)))
    if _is_link(block, page):
        is_sure = False  # of the most read stories, or of the story's own contents
    elif not is_sure:
        is_sure = 1 + _counted(page, block.number, number, 1) + _counted(page, block.number, number, -1) >= LONG_LIST
    return Finding("list_item", f"{number} of {max(row)}", "sure" if is_sure else "hint")


def _is_told(b: Block) -> bool:
    """Whether a line tells something: a sentence, but no headline in a list that asks: “3. Is the sea wall safe?”."""
    return is_sentence(b) and not (NUMBER.match(b.core) and b.core[-1] in "?!？！؟")


def _is_link(b: Block, page: Page) -> bool:
    """Whether a line is mostly a link and no heading."""
    return bool(page.links) and page.links[b.number].link_share >= LINKED and b.kind != "heading"


def _counted(page: Page, n: int, number: int, step: int) -> int:
    """How many entries of a list go on from one, forwards or backwards, each close to the next."""
    found, at = 0, n
    for k in range(n + step, n + step * LONG_LIST * REACH, step):
        if abs(k - at) > REACH or found == LONG_LIST or not 0 <= k < len(page.blocks):
            break
        b = page.blocks[k]
        if b.traits & NUMBERED and (match := NUMBER.match(b.core)) and int(match[1]) == number + step * (found + 1):
            found, at = found + 1, k
    return found


def interview(block: Block, page: Page) -> Finding | None:
    """A question or an answer of an interview: questions in a row, and under each a sentence, however short.

    Left alone where a line of furniture or one that is no sentence stands between them, and where fewer than three are
    answered: polls and headlines ask, too.

    Keeps:
                       | Keeper of the lamp
        sure paragraph | Do you get lonely?
        sure paragraph | No.
        sure paragraph | And what do you do in storms, when the ferry does not come for a week?
        sure paragraph | I clean the glass twice, because of the salt.
        hint paragraph | Then I write down what I see.
        sure paragraph | Is there anything you miss?
        sure paragraph | Cake.

                       | 灯台守に聞く
        sure paragraph | 記者：寂しくなりませんか。
        sure paragraph | 林：いいえ。
        sure paragraph | 記者：嵐のときは？
        sure paragraph | 林：二度磨きます。
        sure paragraph | 記者：何が恋しいですか。
        sure paragraph | 林：ケーキです。

        | Do you get lonely?
        | No.
        | And what do you do in storms?
        | I clean the glass.
        | Is there anything you miss?
        | 4.

        | Do you get lonely?
        | No.
        | And what do you do in storms?
        | I clean the glass.
        | The lamp is to be switched off in spring.

        | Is the sea wall safe?
        | Engineers
        | Who pays for the pumps?
        | Council
        | When will the ferry be back?
        | Travel

        | Is the sea wall safe?
        | Sign up for our newsletter and find out.
        | Who pays for the pumps?
        | Sign up for our newsletter and find out.
        | When will the ferry be back?
        | Sign up for our newsletter and find out.
    """
    asked = next((n for n in range(block.number, block.number - 1 - ANSWER, -1) if _asks(page, n)), -1)
    if asked < 0 or not all(_answers(page, n) for n in range(asked + 1, block.number + 1)):
        return None
    if asked < block.number - 1 and _next_asked(page, asked, 1) < 0:
        return None  # of the last answer only its first paragraph is sure
    n = int(asked < block.number or _answers(page, asked + 1))
    for step in (1, -1):
        at = asked
        while n < QUESTIONS and (at := _next_asked(page, at, step)) >= 0:
            n += step < 0 or _answers(page, at + 1)
    if n < QUESTIONS:
        return None
    return Finding("paragraph", page.blocks[asked].core, "sure" if block.number <= asked + 1 else "hint")


def _next_asked(page: Page, at: int, step: int) -> int:
    """The question that comes next with this step, over one answer; -1 where none does."""
    for n in range(1, ANSWER + 2):
        if n > 1 and _asks(page, at + n * step):
            return at + n * step
        if not _answers(page, at + n * step):
            break
    return -1


def _asks(page: Page, n: int) -> bool:
    """Whether a line is a question."""
    if not 0 <= n < len(page.blocks):
        return False
    b = page.blocks[n]
    return b.words <= LONGEST_QUESTION and is_question(b) and _is_spoken(b)


def _answers(page: Page, n: int) -> bool:
    """Whether a line ends as a sentence does and is no question."""
    if not 0 <= n < len(page.blocks):
        return False
    b = page.blocks[n]
    return b.ending == STOP and not is_question(b) and not b.core.rstrip(".").isdecimal() and _is_spoken(b)


def _is_spoken(b: Block) -> bool:
    return b.twin < 0 and not any(cue.kind in NOT_SAID for cue in b.cues)


def points(block: Block, page: Page) -> Finding | None:
    """One of several lines between headline and byline that say in short what the story does.

    Left alone in HTML, where markup tells more, and where a line repeats another, as captions do.

    Keeps:
                       | Flood pumps arrive in harbour town
                       | flood-pumps-arrive-in-harbour-town
        sure list_item | Two of the six pumps have reached the quay
        sure list_item | The second wall is to wait for the summer
                       | By Jo Doe
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                       | Flood pumps arrive in harbour town
                       | By Jo Doe
        sure heading   | Key points
        sure list_item | Two of the six pumps have reached the quay
        sure list_item | The second wall is to wait for the summer
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                       | Flood pumps arrive in harbour town
                       | By Jo Doe
        sure list_item | - First pumps came to the quay
        sure list_item | - The second wall is to wait for the summer
                       | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                       | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | By Jo Doe
        | - Tide tables for the coming week
        | - The second wall is to wait for the summer
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps have reached the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Two of the six pumps have reached the quay
        | The second wall is to wait for the summer
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | Tide tables for the coming week.
        | Quay
        | Two of the six pumps have reached the quay
        | By Jo Doe
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    """
    if page.html is not None or page.title >= block.number:
        return None
    if heads_points(block):
        run = _points_at(block.number + 1, page)
        return Finding("heading", "over a list of points", "sure") if len(run) > 1 else None
    run = _points_at(block.number, page)
    if not 2 <= len(run) <= MOST_POINTS:
        return None
    over, below = page.blocks[page.title + 1 : run.start], page.blocks[run.stop : run.stop + 1]
    if any(is_paragraph(b) for b in over):
        return None
    if over and heads_points(over[-1]):
        return Finding("list_item", f"under “{over[-1].core}”", "sure")
    if page.title < 0:
        return None
    if any(c.kind in SIGNS for b in below for c in b.cues) and all(
        b.twin >= 0 or b.traits & LIKE_TITLE or " " not in b.core for b in over
    ):
        return Finding("list_item", f"{len(run)} lines between headline and byline", "sure")
    is_list = all(page.blocks[n].kind == "list_item" for n in run)
    if is_list and below and is_paragraph(below[0]) and any(_takes_up(below[0], page.blocks[n]) for n in run):
        return Finding("list_item", "a list over a paragraph that says the same", "sure")
    return None


def _points_at(n: int, page: Page) -> range:
    """The lines around this one that may be a story's points: none where it is none itself."""
    first = last = n
    while first > page.title + 1 and _is_point(page.blocks[first - 1]):
        first -= 1
    while last < len(page.blocks) and _is_point(page.blocks[last]):
        last += 1
    return range(first, last) if last > n else range(n, n)


def _takes_up(paragraph: Block, point: Block) -> bool:
    """Whether a paragraph has most of the long words of a point."""
    stems, others = ({w[:STEM] for w in b.tokens if len(w) >= STEM and not w.isdecimal()} for b in (point, paragraph))
    return len(stems & others) >= SHARED


def _is_point(b: Block) -> bool:
    """Whether a line may be one of a story's points: no sentence, no phrase of furniture, no line that is said twice."""
    if b.words not in POINT or b.ending in (STOP, COLON) or b.cues or b.cuts:
        return False
    return b.twin < 0 and (b.echo < 0 or b.kind == "list_item")  # the first paragraph may say what a point does


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
