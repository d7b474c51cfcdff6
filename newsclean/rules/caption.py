"""Captions and alternative texts: lines that tell of a picture."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.article.kinds import Kind
from newsclean.page.block import Block, Finding
from newsclean.page.markup import QUOTE, Html
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_paragraph, length
from newsclean.page.shape import STOP, TITLE_CASE
from newsclean.page.slugs import is_slug_of
from newsclean.page.traits import LABEL
from newsclean.phrases.cue import Cue
from newsclean.phrases.language_words import one_of, words_for
from newsclean.press.credits import is_name, read_credit
from newsclean.rules.credit import BRACKETS, LABELLED, is_bracketed
from newsclean.rules.cued import cue_of
from newsclean.rules.repeat import is_one_of_many, is_second_copy
from newsclean.rules.teaser import READ_ON

MAX_WORDS = 90
MOST_BEHIND_LABEL = 60  # words
PARAGRAPH = 24  # words of a sentence that, said twice without a credit, may be of a picture for sure
NO_CAPTION = ("promo", "share", "ad", "paywall", "navigation")  # cues of lines that are said twice as well
PICTURE_FILE = re.compile(r"[\w&.()%+-]{1,150}\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
BRACKETED = re.compile(r"[.!?…]\s?\(([^()\d]{2,40})\)\Z")  # “It is high. (Nine)”
OPENING = 40  # words of a line over a credit, where it is before the story
OVER_LABEL = 20  # words of a sentence over “Photo: Jo Doe”; over a bare “© AFP” it is sooner the story's
GIVER = 80  # characters from a credit's label to that of the caption: the name of who gave the picture
AFTER_LABEL = " ,:،"
SIDE = 6  # characters of “left:” and its like, which open sentences, too
INNER_STOP = re.compile(r"(?<!\d)[.!?]\s+[^\W\d_a-zà-ÿ]")  # where a second sentence begins
SENTENCE_END = re.compile(r"(?<!\d)[.!?]\s+(?=[^\W\d_a-zà-ÿ“”\"«„])|[。！？](?=\S)")
REPORT = 4  # ends of sentences, but for the last, in a paragraph that is sooner a short report than a caption
ALONE = 2  # the same where the page is nothing else
HABIT, REACH = 3, 40  # captions that end so, among so many lines before and behind
FILE_NAME = re.compile(r"[^\W_][\w&.()-]*")


@lru_cache(maxsize=1)
def _position() -> re.Pattern[str]:
    """What says who is who in a picture: “(L)”, “from left”, “v.l.n.r.”."""
    return re.compile(rf"\((?:[LlRrCcMm]|{one_of('position')})\.?\)|\(?{one_of('pointing')}")


def picture(block: Block, page: Page) -> Finding | None:
    """The text that stands in for a picture where none is shown.

    A hint only when the picture is a link: then it is of a teaser.

    Cuts:
        sure | ![A crane lowers the first of six pumps](https://example.org/crane.jpg)

        hint | [![A crane lowers the first of six pumps](https://example.org/crane.jpg)](https://example.org/1)
    Keeps:
        | A crane lowers the first of six pumps, and a [second one](https://example.org/2) is on its [way](https://example.org/3).
    """
    return Finding("caption", "", "hint" if page.links[block.number].n_links else "sure")


def twin(block: Block, page: Page) -> Finding | None:
    """The caption of a picture and the text that stands in for it: two lines close together that say the same.

    Left alone when the two stand apart: a refrain, a quotation taken up again; and when they are paragraphs of a page that
    is printed twice, or stand there more than twice.

    Cuts:
                            | The council met on Monday and talked about the pumps until late in the evening.
        sure                | A crane lowers the first of six pumps onto the quay.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers the first of six pumps onto the quay.
                            | One
        hint caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | - A crane lowers the first of six pumps onto the quay.
        hint caption_repeat | - A crane lowers the first of six pumps onto the quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers the first of six pumps onto the quay
        hint caption_repeat | A crane lowers the first of six pumps onto the quay

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A Crane Lowers The First Of Six Pumps Onto The Quay.
        hint caption_repeat | A Crane Lowers The First Of Six Pumps Onto The Quay.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowers two pumps on Monday.
        hint caption_repeat | A crane lowers two pumps on Monday.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers two old pumps on Monday.
        sure caption_repeat | A crane lowers two old pumps on Monday.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers six pumps. Photo: Jo Doe
        sure caption_repeat | A crane lowers six pumps.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lifts. Photo: Jo Doe
        hint caption_repeat | A crane lifts.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.
        sure                | A crane lowers the first of six pumps onto the quay. It was a long day.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | A crane lowered the first of six pumps onto the quay.
        hint caption_repeat | A crane lowers the first of six pumps onto the quay.

                            | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure                | <p>A crane lowers the first of six pumps onto the quay.</p>
        sure caption_repeat | <p>A crane lowers the first of six pumps onto the quay.</p>

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint                | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the.
        hint caption_repeat | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to the.

        sure                | A crane lowers the first of six pumps onto the quay.
        sure caption_repeat | A crane lowers the first of six pumps onto the quay.
                            | The pumps came by rail on Monday and the crane that lifts them came by sea.

                            | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure                | A crane lowers the first of six pumps onto the quay of the harbour. Photo: Jo Doe
                            | The mayor said that it was high time for the pumps, and that the town would pay for both.
                            | A crane lowers the first of six pumps onto the quay of the harbour. It had been sent for in May.

        hint caption_repeat | The pumps came by rail on Monday and the crane that lifts them came by sea.
                            | state-of-the-art
                            | State of the art
        hint                | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    Keeps:
        | Row, row, the sea is slow,
        | and the wind is in the west,
        | and the boats are all at rest,
        | and the lamps are burning low.
        | We sang it twice and then again,
        | Row, row, the sea is slow,

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A crane lowers the first of six pumps onto the quay.
        | One
        | Two
        | Three
        | A crane lowers the first of six pumps onto the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A cranelifter
        | A cranelifter

        | Flood pumps arrive in harbour town
        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.

        | Flood pumps arrive in harbour town
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | A crane lowers the pumps
        | a-crane-lowers-the-pumps
        | A crane lowers the pumps
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Sign up for our newsletter
        | Sign up for our newsletter

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Share this story on Facebook
        | Share this story on Facebook

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Sponsored: the tide and the pumps
        | Sponsored: the tide and the pumps

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | This article is for subscribers only
        | This article is for subscribers only

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | Skip to main content now
        | Skip to main content now

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <blockquote>A crane lowers the first of six pumps onto the quay.</blockquote>
        | <p>A crane lowers the first of six pumps onto the quay.</p>

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The quay stays open.
        | What now?
        | - The quay stays open.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have... Read More
        | The crane was brought from the north, where such cranes have been built for forty years.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | It was late, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone.
        | It was late, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone.
    """
    other = block.twin if block.twin >= 0 else block.echo
    if other < 0 or block.words < 3 or block.words > MAX_WORDS or page.title in (other, block.number):
        return None
    distance = abs(other - block.number)
    pair = page.blocks[other]
    if any(cut.rule == READ_ON for cut in (*block.cuts, *pair.cuts)):
        return None  # a text that was cut off for a list, and the whole of it
    if (block.kind == "list_item") != (pair.kind == "list_item"):
        return None  # a list that takes up what the story says
    if distance == 2 and is_slug_of(page.blocks[min(other, block.number) + 1], block):
        return None  # the card of another story: its picture's text, its slug, its headline
    if any(cue.kind in NO_CAPTION for cue in block.cues):
        return None
    if not block.cuts and is_paragraph(block) and (is_one_of_many(block, page) or is_second_copy(block, page)):
        return None
    if distance > 1 and not block.cuts and is_paragraph(block) and _is_taken_up(block, pair, page):
        return None
    if distance > 3 or ("-" in block.text and " " not in block.text) or (" " not in pair.text and "-" in pair.text):
        return None
    if page.html is not None and is_set_apart(block.number, other, page.html):
        return None  # a pull quote and its paragraph
    kind, evidence = _fuller(block, pair), pair.text
    if block.kind == "list_item" or min(block.words, pair.words) < 4:
        return Finding(kind, evidence, "hint")
    if block.cuts or pair.cuts:
        return Finding(kind, evidence, "sure")
    # Without a credit: a subheading's picture may have the subheading for its alternative text.
    is_sentence = block.words >= 8 and block.case != TITLE_CASE and STOP in (block.ending, pair.ending)
    is_piece = block.key.startswith(pair.key) or pair.key.startswith(block.key)
    is_short = max(block.words, pair.words) <= PARAGRAPH  # two long ones without a credit are sooner the story's
    return Finding(kind, evidence, "sure" if distance == 1 and is_sentence and is_piece and is_short else "hint")


def _is_taken_up(block: Block, pair: Block, page: Page) -> bool:
    """Whether a paragraph says what a caption does and goes on, with another of the story between the two."""
    between = page.blocks[min(block.number, pair.number) + 1 : max(block.number, pair.number)]
    return bool(pair.cuts) and 4 * block.words > 5 * pair.words and any(map(is_paragraph, between))


def is_set_apart(one: int, other: int, html: Html) -> bool:
    """Whether one of two blocks stands in a quotation and the other does not."""
    return bool((html.markup[one].places ^ html.markup[other].places) & QUOTE)


def _fuller(block: Block, pair: Block) -> Kind:
    """`caption` for the one of a pair that carries a credit or else says more; of two equal ones, for the first."""
    mine, other = (bool(block.cuts), len(block.key)), (bool(pair.cuts), len(pair.key))
    if mine == other:
        return "caption" if block.number < pair.number else "caption_repeat"
    return "caption" if mine > other else "caption_repeat"


def credited(block: Block, page: Page) -> Finding | None:
    """A line that ends in a picture's credit.

    Left alone when all that stands behind it is one agency's name: paragraphs end so too (“… said. (AP)”).

    Cuts:
        sure | A crane lowers a pump onto the quay. Photo: Jo Doe
        sure | A crane lowers a pump onto the quay. (Jo Doe/AP)
        sure | A crane lowers a pump onto the quay. (Jo Doe/Harbour Radio)
        sure | A crane lowers a pump onto the quay. KCNA VIA KNS/AFP via Getty Images

        hint | A crane lowers a pump. Jo Doe for The Harbour Post
        hint | It rained. The river rose. The quay was closed. Two pumps came. Nobody was hurt. Photo: Jo Doe
        hint | It rained. The river rose. The quay was closed. Photo: Jo Doe

        sure | It rained. The river rose. The quay was closed. Two pumps came. Photo: Jo Doe
             | The mayor was there.
        hint | 川が増水した。岸壁は閉鎖された。ポンプが二台届いた。けが人はなかった。道は閉鎖された。 © AFP
    Keeps:
        | He told the AP/Reuters pool that talks would resume on Monday.
        | The pumps will reach the quay on Monday, he said.
    """
    for cut in block.cuts:
        if cut.kind == "credit":
            is_story = len(SENTENCE_END.findall(block.core)) >= (REPORT if len(page.blocks) > 1 else ALONE)
            is_sure = cut.rule == "trim.marked_credit" and block.words <= MAX_WORDS and not is_story
            return Finding("caption", page.source[cut.start : cut.end], "sure" if is_sure else "hint")
    return None


def positions(block: Block, page: Page) -> Finding | None:
    """A line that says who stands where in a picture: “(L)”, “pictured”, “from left”.

    Cuts:
        hint | Mara Lind (L) and Jo Doe on the quay in March

        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and, second left, the pumps came
    Keeps:
        | The mayor left the quay.

        | The mayor (58) left the quay.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the, second left, the pumps came
    """
    evidence = position(block.text) if block.words <= 50 else ""
    return Finding("caption", evidence, "hint") if evidence else None


def position(text: str) -> str:
    """What a line says of the place of what a picture shows, or ""."""
    if "(" not in text and not any(piece in text for piece in _pieces()):
        return ""  # nine of ten lines: a look for each is still faster than the pattern's one
    match = _position().search(text)
    return match.group() if match else ""


@lru_cache(maxsize=1)
def _pieces() -> tuple[str, ...]:
    return tuple(sorted(word.strip("*") for word in words_for("pointing")))


def labelled(block: Block, page: Page) -> Finding | None:
    """A line with a caption's label, “File photo:”, or with a credit's and a sentence: “Image: The quay is …”.

    Cuts:
        sure | File photo: the old pump house in winter
        sure | Image caption The old pump house has been dry since the spring
        sure | Image copyright AFP/Getty Image caption Jo Doe has been dogged by suspicion over his pumps
        sure | Image copyright Getty Images Image caption Do you find it harder to get up in the dark?
        sure | Image caption, The old pump house has been dry since the spring
        sure | 图为停靠在奥林港码头的夜间渡轮。
        hint | Image: Jo Doe, left, has replaced Mara Lind at the pumps
        hint | The old pump house in winter (image for representational purposes)
        hint | The mayor of Orrin looks on as a crane lowers a pump onto the quay.

        hint | Image caption writers are paid by the word in this town, and they have never been as busy.
        hint | File photo
        hint | File photo: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower.
        hint | Above: the pumps came by rail on Monday and the crane that lifts.
        sure | Bottom: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower.
        hint | Second left, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone
    Keeps:
        | The file photo showed the old pump house.
        | Image copyright Jo Doe
        | The mayor looks on as a crane lowers a pump onto the quay. He has seen it all before and says so.

        | Second left, the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the wagons for the night and were lifted in the morning when the wind had gone to
        | Image: the pumps came by rail on Monday and the
        | Image credit the pumps came by rail on Monday and the crane that lifts
    """
    for cue in block.cues:
        if cue.kind in ("caption", "credit") and cue.where == "starts" and _is_label(block, cue):
            return Finding("caption", cue.phrase, "sure")
        if cue.kind == "credit" and cue.where == "starts" and (label := _label_behind(block, cue)):
            return Finding("caption", label, "sure")
        if cue.kind == "caption" and cue.where in ("starts", "whole"):
            sure = cue.phrase.endswith(":") and block.words <= (60 if len(cue.phrase) > SIDE else PARAGRAPH_WORDS)
            sure = sure or (cue.phrase in words_for("picture_is") and not SENTENCE_END.search(block.core))
            return Finding("caption", cue.phrase, "sure" if sure else "hint")
        if cue.kind == "caption" and block.words <= MAX_WORDS and not _goes_on(block.core, cue):
            return Finding("caption", cue.phrase, "hint")
        if cue.kind == "credit" and cue.where == "starts" and cue.phrase[-1] == ":" and block.words > LABELLED:
            return Finding("caption", cue.phrase, "hint")
    return None


def under_label(block: Block, page: Page) -> Finding | None:
    """A line under a caption's label that stands alone, and the label: “Image caption”, then what the picture shows.

    Left alone where it has several sentences: then the label is a leftover.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
        sure caption | Image caption
        sure caption | The night ferry had been built in the yard of Orrin in the year of the great storm.
                     | The crane was brought from the north, where such cranes have been built for forty years.

        sure caption | Pie de foto,
        sure caption | El ferri nocturno fue construido en el astillero de Orrin
                     | El barco había sido construido en 1987 y debía ser sustituido el próximo año, dijo la capitana.
    Keeps:
        | Image caption
        | The crane was brought from the north. Such cranes have been built there for forty years.

        | The crane was brought from the north, where such cranes have been built for forty years.
        | Image captions
        | It was a long day on the quay, and everybody went home.
    """
    n = block.number
    if n and _labels(page.blocks[n - 1]) and _is_labelled(block):
        return Finding("caption", f"under “{page.blocks[n - 1].core}”", "sure")
    if n + 1 < len(page.blocks) and _labels(block) and _is_labelled(page.blocks[n + 1]):
        return Finding("caption", block.core, "sure")
    return None


def _labels(b: Block) -> bool:
    """Whether a line is nothing but a caption's label."""
    return bool(b.traits & LABEL)


def _is_labelled(b: Block) -> bool:
    """Whether a line may be what stands under a caption's label: at most one sentence."""
    return 2 < b.words <= MOST_BEHIND_LABEL and not _labels(b) and INNER_STOP.search(b.core) is None


def _is_label(b: Block, cue: Cue) -> bool:
    """Whether a phrase of two words stands before a new beginning: “Image caption The quay …”; not “… writers are paid”.

    Behind the label of a credit it has to be long, and no sentence: a name, and then the caption.
    """
    rest = b.core[len(b.core) - len(b.folded) + cue.end :].lstrip(AFTER_LABEL) if len(b.core) == len(b.folded) else ""
    if (
        " " not in cue.phrase
        or not cue.phrase.rstrip(",")[-1].isalpha()
        or b.words > MOST_BEHIND_LABEL
        or not rest[:1].isalpha()
    ):
        return False
    is_long = b.words >= PARAGRAPH_WORDS and b.ending != STOP
    return not rest[0].islower() and (cue.kind == "caption" or is_long)


def _label_behind(b: Block, cue: Cue) -> str:
    """A caption's label a few words behind a credit's, as sites print the two: “Image source, AFP Image caption, …”."""
    if b.words > MAX_WORDS or " " not in cue.phrase:
        return ""
    match = _caption_label().search(b.folded, cue.end, cue.end + GIVER)
    return match.group() if match else ""


@lru_cache(maxsize=1)
def _caption_label() -> re.Pattern[str]:
    return re.compile(one_of("caption_label"), re.IGNORECASE)


def _goes_on(text: str, cue: Cue) -> bool:
    """Whether a text has its phrase in the first of several sentences: captions of several have it in a later one."""
    return INNER_STOP.search(text, cue.end) is not None and INNER_STOP.search(text, 0, cue.start + 1) is None


def over_credit(block: Block, page: Page) -> Finding | None:
    """A line with a picture's credit right under it.

    Cuts:
        hint | A crane lowers a pump onto the quay
             | Photo: Jo Doe

        hint | Old quay now
             | Photo: Jo Doe

        hint | The quay is empty now
             | (Jo Doe)

        hint | A crane lowers a pump
             | Photo: Jo Doe of the pumps came by rail on Monday and

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of
             | Photo: Jo Doe

             | The pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who.
             | Photo: Jo Doe
             | The crane was brought from the north, where such cranes have been built for forty years.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The quay is dry.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | The pumps came by rail on Monday and the crane that lifts them
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | flood-pumps-arrive-in-harbour-town
             | Sign up for our newsletter: the pumps came by rail on Monday and the crane that lifts them came by sea.
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

             | Flood pumps arrive in harbour town
             | By Jo Doe
        hint | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
             | Photo: Jo Doe
             | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    Keeps:
        | The mayor thanked the crews and said that the work on the second wall, and on the lock, would begin in spring.
        | Photo: Jo Doe

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The crane was brought from the north, where such cranes have been built for years.
        | Photo: Jo Doe

        | The quay
        | Photo: Jo Doe

        | The quay is empty now
        | Used with permission of the photographer

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the
        | Photo: Jo Doe

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had.
        | Photo: Jo Doe

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | Source: Harbour Wire

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | PHOTOS: Ten of the oddest pumps on the coast!

        | The council met on Monday and talked about the pumps until late in the evening.
        | The mayor has agreed to pay for the second pump out of his own pocket.
        | Main image credit: Jo Doe
        | Share

        | Der Rat sprach am Montag bis spät in den Abend über die vier neuen Pumpen.
        | Die zweite Pumpe will die Bürgermeisterin selbst bezahlen, sagte sie vor den Räten am Montag.
        | Titelbild: Jo Doe
        | Teilen

        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The pumps came by rail on Monday and the crane that lifts.
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
        | Photo: Jo Doe
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
    """
    below = block.number + 1
    if below >= len(page.blocks) or block.words < 3:
        return None
    under = page.blocks[below]
    if under.words > 12 or (not under.cues and under.text[0] not in BRACKETS):
        return None
    if not any(cue.kind == "credit" and cue.where != "contains" for cue in under.cues) and not is_bracketed(under):
        return None
    if below == len(page.blocks) - 1 and block.ending == STOP and length(block) >= PARAGRAPH_WORDS:
        return None  # the last credit of a page is of no picture beside it
    if is_paragraph(block) and _is_of_text(under):
        return None
    labelled = any(cue.phrase[-1] == ":" for cue in under.cues)
    most = OPENING if labelled and _opens(page, block) else OVER_LABEL if labelled else PARAGRAPH_WORDS
    if block.words > OPENING or (block.ending == STOP and length(block) > most):
        return None
    return Finding("caption", under.text, "hint")


def _is_of_text(under: Block) -> bool:
    """Whether a line with a credit's label is of no picture above it.

    A story's “Source:”; “Main image credit:”, of the picture at the page's top; “PHOTOS:” and a headline.
    """
    label = cue_of(under, "credit", "starts")
    if label is None:
        return False
    if label.phrase.rstrip(" :") in words_for("source") or label.phrase.startswith(tuple(words_for("main_picture"))):
        return True
    return under.text[: label.end].isupper() and read_credit(under.text, label.end) is None


def _opens(page: Page, block: Block) -> bool:
    """Whether no sentence stands between the headline and this line: then it is sooner the first picture's caption."""
    return page.title >= 0 and not any(
        is_paragraph(b) and not page.blocks[b.number].cues for b in page.blocks[page.title + 1 : block.number]
    )


def bracketed(block: Block, page: Page) -> Finding | None:
    """A line that ends in a name in brackets behind its last sentence, as others of the page do.

    Cuts:
             | Pictures of the day
        hint | The quay was closed on Monday. (Nine)
        hint | The pumps came by ship. (Harbour Town Museum)
        hint | A crane had to be brought in. (Supplied)

             | Pictures of the day
        hint | It is high. (Nine)
        hint | It is low. (Nine)
        hint | It is dry. (Nine)
             | The mayor (58) left the quay

    Keeps:
        | The quay was closed on Monday. (Nine)
        | The pumps came by ship (Harbour Town).

        | Pictures of the day
        | It is high. (Nine)
        | It is low (Nine)
        | It is dry. (Nine)

        | Pictures of the day
        | It is high. (nine men)
        | It is low. (nine men)
        | It is dry. (nine men)
    """
    name = _bracketed_name(block)
    if name is None:
        return None
    close = page.blocks[max(0, block.number - REACH) : block.number + REACH]
    if sum(_bracketed_name(b) is not None for b in close) < HABIT:
        return None
    return Finding("caption", name, "hint")


def _bracketed_name(b: Block) -> str | None:
    if b.text[-1] != ")":
        return None
    match = BRACKETED.search(b.text, max(0, len(b.text) - 50))
    return match[1] if match is not None and is_name(match[1]) else None


def file_name(block: Block, page: Page) -> Finding | None:
    """The name of a picture's file, where its alternative text should be: words, letters and numbers joined by “_” and “-”.

    Left alone when there is neither “_” nor a number at the end: see `slug.lone`.

    Cuts:
        sure | harbour-town-pumps-2024-Quay-05
        hint | IMG_2953
        sure | quay.jpg
        sure | flood_pumps_1_en

        sure | a_b_c1
        sure | a-b-c-d-5
        sure | a-b-c-d-11111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
    Keeps:
        | Covid-19
        | F-16
        | 2019-20

        | quay_a
        | ab_c1
        | a-b-c-5
        | _quay_1_a
        | quay_1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        | quay-a-b-c-d
    """
    text = block.text
    if "." in text and PICTURE_FILE.fullmatch(text):
        return Finding("caption", "a file's name", "sure")
    joints = text.count("_") + text.count("-")
    if not joints or len(text) < 6 or len(text) > 160 or not FILE_NAME.fullmatch(text):
        return None
    if "_" in text and any(map(str.isdigit, text)):
        return Finding("caption", "a file's name", "sure" if joints >= 2 else "hint")
    if joints >= 4 and text[-1].isdigit():
        return Finding("caption", "a file's name", "sure")
    return None
