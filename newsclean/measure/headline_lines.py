"""Which lines of a page may be its headline, and what a line looks like to one beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.measure.not_headlines import CALLS, INNER_STOP, is_none
from newsclean.page import traits
from newsclean.page.block import Block
from newsclean.page.prose import PARAGRAPH_WORDS, is_sentence
from newsclean.page.shape import CLOSERS, COLON, COMMA, ELLIPSIS, NONE, SLASH, STOP, is_unmarked, n_steps
from newsclean.page.slugs import is_slug_of
from newsclean.phrases.cue import Cue
from newsclean.phrases.fold import fold
from newsclean.phrases.language_words import one_of, words_for
from newsclean.phrases.shipped import verdict_phrases
from newsclean.press.credits import is_agency, is_name
from newsclean.press.dates import date_share, date_words, read_date
from newsclean.press.printed import is_running_head
from newsclean.press.signatures import signature_of

FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 2, 27, 250
# A caption and its credit: “It sails. 2024.5.3/Agency”; where that stands in brackets, rules tell it.
CREDITED = re.compile(r"\w[.。]\s.{0,80}[/©ⓒ].{0,40}(?<![)）])\Z")
# A sentence and who took the picture: “It sails at noon. (Jo Doe / The Post)”.
TAKEN_BY = re.compile(r"[.。!?]\s?[(（][^()（）]{2,60}/[^()（）]{2,60}[)）]\Z")
HELD_CREDIT = re.compile(r"[(（][^()（）]{2,40}/[^()（）]{2,40}[)）]")  # the same on a line of its own
CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|uhr))?", re.IGNORECASE)  # the time of an entry of a live page
NEXT_ENTRY = 8  # blocks, at most, to the time of the next one
TIMED = re.compile(rf"{CLOCK.pattern}\s?[:|–—-]\s", re.IGNORECASE)  # “11.04 Uhr: …”, the title of such an entry
NEXT_TIMED = 40  # blocks, at most, to the title of the next
NUMBERED = re.compile(r"(\d{1,2})[.)]?\s\D")  # an entry of a list of the most read
ADDRESS = re.compile(r"://|\bwww\.|\w@\w")  # of a page or a mailbox
HEADLINE_WORDS = 4  # of a line under a caption and its credit, at least
QUESTION_WORDS = 26  # the same where it ends with a question or a colon
UNMARKED_WORDS = 18  # of a paragraph of Thai or Lao, 110 characters; some headlines have nearly as many
LONG_WORDS = 45  # or, however it ends: Thai has no full stop; more than prose.LONG_WORDS, as headlines are long too
PROSE_BEFORE = 0.25  # of the page's prose: so far down the headline is looked for
LEAST_BEFORE, NO_PROSE = 60, 40  # words of prose, at least; blocks of a page without prose
REACH = 600  # blocks from the page's top
ROW = 2  # words of a line more than of its first phrase: a count stands behind one as well
LABELS, LABEL_WORDS = 3, 4  # so many short lines may stand over the headline of a page that has nothing else
POINT = 6  # words of a key point; entries of menus are shorter
DATED = 0.6  # of a line's words are of a date: it is a stamp
FIGURES = 3  # of a row of a table, which has fewer words
SAME_AGAIN = 3  # lines below a caption in which it may stand again
CREDITED_CAPTION = "trim.marked_credit"  # what it leaves is a caption
ASKED = re.compile(r"(?:\A|[.!?…”\"]\s)[QAFPRDДВО问問答]\s?[:：]\s?\S")  # of an interview: “Q: How deep is it?”
BUTTONS = frozenset(("navigation", "share", "promo", "paywall", "ad"))  # kinds of phrases
BUTTON_BLANKS = 2  # of such a phrase
TEAM_WORDS = 4  # of a name of one
RIVAL_WORDS = 5  # of a line that may be the headline as well
TOP_OF_MENU, SIGNS, TELLS = 20, 3, 3  # lines of a menu; from a headline to its date, from that to the story
LETTERS = 2  # a word of so few says nothing
AROUND = 6  # blocks: what stands so close below may be byline, date, buttons, picture
ASKS_OR_CALLS = "?!？！؟"
FULL_STOPS = ".。।۔።။។"
BRACKETS = re.compile(r"(?:[(（][^()（）]{1,60}[)）]\s?){1,4}")  # a line that is nothing but asides
# The slug of a wire service over its copy: “BC-Orrin Fire, 1st Ld-Writethru,0412”, “AM-Ferry-Strike/0310”.
WIRE_SLUG = re.compile(r"[A-Z]{2}-{1,2}[A-Z]\S{1,30}(?:\s\S{1,30}){0,8}[,/]\s?\d{3,4}")
PATH = re.compile(r"\s[>/|]\s|\s?[›»→]\s?|\s\"\s")  # folded, “»” is a straight quote
FRONT_WORDS, AROUND_STEP = 4, ' 1.>/|"»›→·'  # words of the entry of the front page; what stands around it
FEWEST_TELLING = 6  # words of a line with a date that says what it is about
ROLES = (
    "edge", "prose", "sentence", "byline", "date", "share", "credit", "media", "furniture", "slug", "tiny", "short",
    "line", "heading",
)  # fmt: skip
ROLE = {name: n for n, name in enumerate(ROLES)}
_ROLE_OF_CUE = {
    "byline": "byline", "author_bio": "byline", "timestamp": "date", "share": "share", "credit": "credit",
    "caption": "credit", "media": "media",
}  # fmt: skip
_LABEL_BLANKS = {
    "credit": 1,
    "ad": 2,
    "media": 2,
    "timestamp": 1,
}  # that a label has: “Video: …” opens headlines as well
_CREDIT = ROLE["credit"]
UNDER_ROLES = frozenset(map(ROLES.index, ("byline", "date", "share", "credit", "media")))
SIGNED_ROLES = frozenset(map(ROLES.index, ("byline", "date")))
TELLING_ROLES = UNDER_ROLES | frozenset(map(ROLES.index, ("furniture", "slug")))


def words_of(b: Block) -> int:
    """How many words a line has; of a script without blanks, where pairs of characters are counted, half of them."""
    return b.words if b.words <= 2 * (b.core.count(" ") + 1) else max(2, b.words // 2)


def is_of_names(b: Block, story: frozenset[str]) -> bool:
    """Whether a line is nothing but names that the story does not have: who wrote it, or took its picture."""
    if b.kind == "heading" or b.twin >= 0 or b.echo >= 0 or b.core == b.core.upper():
        return False
    if any(fold(word) in story for word in b.core.split() if word[0].isupper()):
        return False
    return all(map(_is_of_name, _between_names().split(b.core)))


def _is_of_name(part: str) -> bool:
    if (" " in part and is_name(part, 4)) or is_agency(part):
        return True
    return part.isupper() or date_share(fold(part)) >= DATED  # a house behind a name, when it was posted


@lru_cache(maxsize=1)
def _between_names() -> re.Pattern[str]:
    return re.compile(rf",\s|\s?[/&|]\s?|\s[·•–—-]\s|\s{one_of('and')}\s", re.IGNORECASE)


def is_text(b: Block) -> bool:
    """Whether a block is a paragraph; headlines may be long questions, and one that is marked ends as it likes."""
    if b.words < PARAGRAPH_WORDS or (b.traits & traits.OF_LEVEL and b.words <= MOST_WORDS):
        return False
    if is_unmarked(b.core):
        return words_of(b) >= UNMARKED_WORDS
    least = PARAGRAPH_WORDS if b.ending == STOP and b.core[-1] not in ASKS_OR_CALLS else QUESTION_WORDS
    return (b.ending in (STOP, COLON) and b.words >= least) or words_of(b) >= LONG_WORDS


def ending_of(b: Block) -> int:
    """How a line ends; one that only its length makes a sentence may yet be a headline."""
    return NONE if is_unmarked(b.core) else b.ending


def may_be_headline(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line may be a headline at all.

    No long text, label, stamp, address, path through the site, entry of a list, row of a table or slug; none that ends
    like a sentence, unless a slug or a mark of headings says otherwise; and none that goes on in the next line, as
    verse does.
    """
    if not b.key or b.words < FEWEST_WORDS or len(b.core) > MOST_CHARACTERS or words_of(b) > MOST_WORDS:
        return False
    if b.core.isascii() and sum([len(token) > LETTERS for token in b.tokens]) < FEWEST_WORDS:
        return False  # the head of a table, initials
    has_mark = "/" in b.core or "@" in b.core or "©" in b.core or "ⓒ" in b.core  # one of ten lines
    if (
        _is_one_of_a_list(b, blocks)
        or any(map(_is_label, b.cues))
        or any(map(_is_button, b.cues))
        or any(_is_row(b, cue) for cue in b.cues)
    ):
        return False
    if (has_mark or "www." in b.core) and ADDRESS.search(b.core):
        return False
    if words_of(b) > PARAGRAPH_WORDS and len(INNER_STOP.findall(b.core)) > 1:
        return False  # several sentences, of which the last is cut off
    if has_mark and (CREDITED.search(b.core) or TAKEN_BY.search(b.core) or b.core[0] in "©ⓒ"):
        return False
    if signature_of(b.core) is not None:
        return False  # a caption
    if _is_of_live_page(b, blocks) or n_steps(b.core) > 1:
        return False
    if b.ending in (COLON, COMMA, SLASH) or "\t" in b.core or (" " not in b.core and b.core.count("-") > 1):
        return False
    if b.ending == STOP and _is_stopped(b, blocks) and b.kind != "heading" and not has_slug(b, blocks):
        return False
    if b.ending == ELLIPSIS and _is_cut_off(b, blocks):
        return False
    if _is_path(b) or WIRE_SLUG.fullmatch(b.core) or (b.traits & traits.DIGIT and is_running_head(b.core)):
        return False
    if BRACKETS.fullmatch(b.core):
        return False  # when a table's figures are of: “(10:00 in Orrin) (23:00 in Estmark)”
    if ASKED.search(b.core) or b.core[-1] in "([（【":
        return False  # a question of an interview; a piece of a sentence
    if _is_of_picture(b, blocks) or (b.traits & traits.DIGIT and _is_of_figures(b)):
        return False
    is_marked = bool(b.traits & traits.FIRST_LEVEL)
    if (
        is_none(b, blocks)
        or _is_caption(b, blocks)
        or (_is_over_headline(b, blocks) and not is_marked)
        or (b.traits & traits.DIGIT and _is_date(b))
    ):
        return False
    if not is_marked and _is_of_list(b, blocks):
        return False
    if b.number + 1 == len(blocks):
        return True
    below = blocks[b.number + 1]
    is_signed = role_of(below) in SIGNED_ROLES
    if is_signed and _signs(b, below):
        return False
    if is_signed or below.cues or not below.core[0].islower():
        return True  # “zaterdag 14 juni, 22:51”
    is_heading = b.traits & traits.OF_LEVEL or b.core.startswith("# ")  # that is said to the end of its line
    if " " not in below.core or is_heading:
        return True
    return b.twin >= 0 or is_text(below) or (below.gap > 0 and is_sentence(below))


def _is_stopped(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line ends like a sentence that is no headline; in one long line a question may open the story."""
    if last_of(b) in FULL_STOPS:
        return True
    below = blocks[b.number + 1 : b.number + 2]
    return bool(below) and below[0].gap < 0 and b.twin < 0 and b.echo < 0


def _is_cut_off(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether the paragraph below says a line again that breaks off: a caption or lead that was cut for a list."""
    return any(is_text(below) and below.key.startswith(b.key) for below in blocks[b.number + 1 : b.number + 1 + AROUND])


def _is_date(b: Block) -> bool:
    """Whether a line is mostly a date; “Police blotter for the week of March 3” says more than that, and no year."""
    if date_share(b.folded) < DATED:
        return False
    said = [not word.isdecimal() and word not in date_words().all for word in b.folded.split()]
    return len(said) < FEWEST_TELLING or not all(said[:FEWEST_WORDS]) or read_date(b.core) is not None or "/" in b.core


def _is_of_picture(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is a caption with its marked credit, one cut off over that caption, or the same again below it."""
    near = [other for other in blocks[max(0, b.number - SAME_AGAIN) : b.number + 2] if other.cuts]
    captions = [
        other
        for other in near
        if other.number == b.number
        or (other.key == b.key if other.number < b.number else other.core.startswith(b.core))
    ]
    return any(cut.rule == CREDITED_CAPTION for caption in captions for cut in caption.cuts)


def _is_of_figures(b: Block) -> bool:
    """Whether a line is a row of a table of figures: “2019 1,240 3.1 15.4”."""
    pieces = b.core.split()
    figures = sum([any(map(str.isdecimal, piece)) for piece in pieces])
    return figures >= FIGURES and figures > sum(map(str.isalpha, pieces))


def _is_path(b: Block) -> bool:
    """Whether a line is a path from the front page: “Home > Sport”."""
    first, *steps = PATH.split(b.folded)
    return bool(steps) and first.strip() in verdict_phrases("front_page")


def is_front_page(b: Block) -> bool:
    """Whether a line is the entry of a menu or path that leads to the front page: “Home”, “1. Startseite”, “Home »”."""
    return b.words <= FRONT_WORDS and b.folded.strip(AROUND_STEP) in verdict_phrases("front_page")


def _is_label(cue: Cue) -> bool:
    """Whether a phrase opens captions, credits, stamps and what stands under a film, and no headlines."""
    if cue.where != "starts":
        return False
    return cue.kind == "caption" or cue.phrase.count(" ") >= _LABEL_BLANKS.get(cue.kind, MOST_CHARACTERS)


def _is_button(cue: Cue) -> bool:
    """Whether all of a line is a phrase of three words or more that no headline is: “Skip to content”."""
    return cue.where == "whole" and cue.kind in BUTTONS and cue.phrase.count(" ") >= BUTTON_BLANKS


def _is_row(b: Block, cue: Cue) -> bool:
    """Whether a line is a row of entries of a menu or of buttons, “Home News Sport Weather”, or calls to the reader."""
    return cue.where == "whole" and (cue.kind in CALLS or b.words > cue.phrase.count(" ") + ROW)


def _is_one_of_a_list(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is an entry that others follow, or the last of several key points, and nothing says it again."""
    if b.kind != "list_item" and not b.core[0].isdigit():
        return False  # nearly all lines
    if b.twin >= 0 or b.echo >= 0 or has_slug(b, blocks):
        return False
    if b.number and (n := NUMBERED.match(b.core)) and (above := NUMBERED.match(blocks[b.number - 1].core)):
        return int(n[1]) == int(above[1]) + 1
    if b.kind != "list_item":
        return False
    if any(below.kind == "list_item" for below in blocks[b.number + 1 : b.number + 2]):
        return True
    return any(
        above.kind == "list_item" and words_of(above) >= POINT for above in blocks[max(0, b.number - 1) : b.number]
    )


def _is_of_live_page(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is the title of one of several entries, which have the time of day over them or before them."""
    if b.core[0].isdigit() and TIMED.match(b.core):
        return any(TIMED.match(other.core) for other in blocks[b.number + 1 : b.number + 1 + NEXT_TIMED])
    if not b.number or not CLOCK.fullmatch(blocks[b.number - 1].core):
        return False
    return any(CLOCK.fullmatch(other.core) for other in blocks[b.number + 1 : b.number + 1 + NEXT_ENTRY])


def _is_of_list(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line stands under the title of a list of other stories, and nothing says that it is none of these."""
    is_said_again = b.twin >= 0 or b.echo >= 0
    return b.number > 0 and not is_said_again and _heads_list(blocks[b.number - 1]) and not _is_over_story(b, blocks)


def _heads_list(b: Block) -> bool:
    """Whether a line is the title of a list of other stories: what stands under it is of the list."""
    return any(c.kind == "related" and c.where == "whole" for c in b.cues)


def _signs(b: Block, below: Block) -> bool:
    """Whether a line over a byline or a date is of it: a name that stands in it again, “The Post staff”."""
    *_, last = b.folded.split()
    is_team = b.words <= TEAM_WORDS and last in words_for("team") and b.core[0].isupper()
    return is_team or (bool(b.traits & traits.NAME) and b.core in below.core)


def _is_over_story(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line at the page's top has a date or a byline under it and then the story: that is of no list.

    A menu may end with what is elsewhere the title of a list: “News feed”, “Trending”.
    """
    if b.number > TOP_OF_MENU or b.traits & traits.NAME or any(map(is_text, blocks[: b.number])):
        return False
    below = blocks[b.number + 1 : b.number + 1 + SIGNS + TELLS]
    signs = [n for n, other in enumerate(below[:SIGNS]) if role_of(other) in SIGNED_ROLES]
    return bool(signs) and any(is_text(other) or is_sentence(other) for other in below[signs[-1] + 1 :][:TELLS])


def _is_caption(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is said twice in a row, as an alternative text and its caption are, over a credit."""
    if _is_over_bracket(b, blocks):
        return True
    if b.twin < 0 or abs(b.twin - b.number) != 1 or " " not in blocks[b.twin].core or b.traits & traits.OF_LEVEL:
        return False
    last = max(b.number, b.twin)
    return any(role_of(other) == _CREDIT for other in (blocks[last], *blocks[last + 1 : last + 2]))


def is_unrivalled(b: Block, blocks: Sequence[Block], numbers: Sequence[int]) -> bool:
    """Whether a line is the only one of those that may be the headline that has some words, over a date and the story.

    `numbers`: of the lines that may be.
    """
    if words_of(b) < RIVAL_WORDS or b.cues or not _is_over_story(b, blocks):
        return False
    return not any(
        n != b.number and n < b.number + AROUND and words_of(blocks[n]) >= RIVAL_WORDS and not blocks[n].cues
        for n in numbers
    )


def _is_over_headline(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line that leads to another story has one below it that may be the headline: “Related: Sea wall”."""
    if not any(c.kind == "related" and c.where == "starts" and c.phrase[-1] == ":" for c in b.cues):
        return False
    below = blocks[b.number + 1 : b.number + 2]
    return bool(below) and not is_text(below[0]) and role_of(below[0]) >= ROLE["line"] and not below[0].cues


def _is_over_bracket(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line stands over a credit in brackets, and under that another line before the text: the headline."""
    below = blocks[b.number + 1 : b.number + 3]
    if len(below) < 2 or HELD_CREDIT.fullmatch(below[0].core) is None or words_of(below[1]) < HEADLINE_WORDS:
        return False
    return not is_text(below[1]) and role_of(below[1]) >= ROLE["line"]


def is_set_off(b: Block, blocks: Sequence[Block], roles: Sequence[int], *, has_prose_above: bool) -> bool:
    """Whether something else than its place speaks for a line that is not at the page's very top, or over prose alone.

    Else it is a subheading, a key point, a name or a line of a list of the story's.
    """
    if b.twin >= 0 or b.echo >= 0 or b.kind == "heading":
        return True
    if has_prose_above:
        return not _is_of_box(b, blocks) and not UNDER_ROLES.isdisjoint(roles[b.number + 1 : b.number + 1 + AROUND])
    if not TELLING_ROLES.isdisjoint(roles[max(0, b.number - AROUND) : b.number + 1 + AROUND]):
        return True
    return b.number <= LABELS and all(words_of(above) <= LABEL_WORDS for above in blocks[: b.number])


def _is_of_box(b: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is of a box of facts, all of which have a label: “Director: …”, “Cast: …”, “Length: …”."""
    if not b.traits & traits.FACT:
        return False
    below = [other for other in blocks[b.number + 1 : b.number + 2] if role_of(other) not in SIGNED_ROLES]
    return any(other.traits & traits.FACT for other in (blocks[b.number - 1], *below))


def last_of(b: Block) -> str:
    """The last character of a line, but for marks that close."""
    return b.core.rstrip(CLOSERS)[-1:]


def end_of_top(prose: Sequence[int]) -> int:
    """Behind which block no headline is looked for."""
    most = max(LEAST_BEFORE, PROSE_BEFORE * sum(prose))
    if not any(prose):
        return min(len(prose), NO_PROSE)
    before = 0
    for i, words in enumerate(prose[:REACH]):
        before += words
        if before > most:
            return i
    return min(len(prose), REACH)


def role_of(b: Block) -> int:
    """What a block looks like to a line beside it, as an index of ROLES."""
    if is_text(b):
        return 1
    for cue in b.cues:
        if cue.where in ("whole", "starts") or b.words <= 12:
            return ROLE[_ROLE_OF_CUE.get(cue.kind, "furniture")]
    if b.cuts or b.core[0] in "©ⓒ":
        return _CREDIT
    if b.traits & traits.DIGIT and date_share(b.folded) >= DATED:
        return ROLE["date"]
    if " " not in b.core and b.core.count("-") >= 2:
        return ROLE["slug"]
    words = words_of(b)
    if b.kind == "heading" and words > 2:
        return ROLE["heading"]
    if ending_of(b) == STOP and words >= 5:
        return ROLE["sentence"]
    return ROLE["tiny"] if words <= 2 else ROLE["short"] if words <= 4 else ROLE["line"]


def has_slug(b: Block, blocks: Sequence[Block]) -> bool:
    near = (*blocks[max(0, b.number - 1) : b.number], *blocks[b.number + 1 : b.number + 3])
    return any(is_slug_of(other, b) for other in near if "-" in other.text)
