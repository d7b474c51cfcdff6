"""Other stories: lead-ins, titles of lists, headlines."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph, is_sentence
from newsclean.page.shape import COLON, NONE, QUOTE, STOP
from newsclean.page.slugs import is_slug_of
from newsclean.page.traits import LAST
from newsclean.rules.cued import cue_of, words_of

PLAIN = 8  # words of a sentence that opens like a pointer: “More in hope than in fear, the dockers went back.”
HEADLINE = range(5, 26)  # words
FEWEST_LAST = 2  # headlines at a page's end; at most LAST
LOOKED_BACK, FEWEST_ABOVE = 12, 3  # lines over them, and how many of these have to be prose
POINTER_WORDS = 2  # of a phrase that points to the next line: “More:” may be the story's
LETTERS = 4  # that a word has at least that tells what a line is about
SHARED = 0.25  # of such words that another story's headline may share with this one's last lines
MARKS = ":|>›】]→"  # with which the phrase of a pointer ends
READ_ON = "trim.read_on"
LINKED, LEAD = 0.8, 10  # of a line's characters: it is a link; words of another story's lead
NEAR = 8  # characters behind a phrase in which its colon may stand: “read more on this:”


def lead_in(block: Block, page: Page) -> Finding | None:
    """A pointer to another story: “Read more:” and its headline.

    Left alone when it ends like a sentence and is long: “Read more than one book …”, “Read more about the grant in …”.

    Cuts:
        sure related | Read more: Sea wall to be raised
        sure related | Related: Harbour master to retire

        hint related | More in hope than in fear.
        hint related | More in hope than in fear the dockers
        hint related | Read more on thisone: the quay was dry now.
        hint related | Read more about the wall and the pumps.
        sure related | More in Orrins: the quay was dry when the pumps came.
        sure related | Related: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the
        hint related | Related: the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay
        sure related | Read | The quay
        sure related | The quay: you may also be interested in the pumps
        sure related | Read more → it was a long day on the quay, the mayor said.
    Keeps:
        | Read more than one book a week, the librarian told the children, and you will be wiser than I am.
        | Related shops have closed as well.
        | Read more about the grant on the council's website, or ask for a form at the library.
        | Lesen Sie mehr über die Pumpen im Heft der Stadt, das in der Bücherei ausliegt.

        | Related
        | More in hope than in fear, the men.
        | More in the sea: the quay was dry when the pumps came.
    """
    cue = cue_of(block, "related", "starts", "contains")
    if cue is None:
        return None
    has_mark = cue.phrase[-1] in MARKS or ":" in block.folded[cue.end : cue.end + NEAR]
    says_much = cue.phrase.count(" ") >= 2
    is_plain = block.ending == STOP and block.words >= PLAIN
    if is_plain and not has_mark and (not says_much or is_paragraph(block)):
        return None
    sure = block.words <= (14 if is_plain else 30) and (has_mark or (says_much and not is_plain))
    return Finding("related", cue.phrase, "sure" if sure else "hint")


def list_title(block: Block, page: Page) -> Finding | None:
    """The title of a list of other stories: “Most read”, “You may also like”.

    Cuts:
        sure related | Related articles
        sure related | You may also like

        sure related | Related:
        hint related | More
        sure related | 関連記事
        sure related | 相关阅读
    Keeps:
        | You may also like the soup.
        | 関連記事は月曜日に消された。
    """
    cue = cue_of(block, "related", "whole")
    if cue is None:
        return None
    is_sure = words_of(cue.phrase) > 1 or block.ending == COLON
    return Finding("related", cue.phrase, "sure" if is_sure else "hint")


def under_lead_in(block: Block, page: Page) -> Finding | None:
    """A headline under a pointer that stands alone on its line: “Lire aussi :”, then the headline, then the story.

    Cuts:
                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | Lire aussi :
        sure related | La digue sera relevée d’un mètre
                     | The crane was brought from the north, where such cranes have been built for forty years.
    Keeps:
        | Read also:
        | The crane was brought from the north, and nobody was hurt.

        | The mayor had a list:
        | The crane from the north
        | The crane was brought from the north, where such cranes have been built for forty years.
    """
    n = block.number
    if n == 0 or block.words not in HEADLINE or block.ending in (STOP, COLON) or page.title in (n, n - 1):
        return None
    over = page.blocks[n - 1]
    if over.ending != COLON or not over.cues:
        return None
    cue = cue_of(over, "related", "whole")
    if cue is None or words_of(cue.phrase) < POINTER_WORDS or block.twin >= 0:
        return None
    below = page.blocks[n + 1 : n + 2]
    return Finding("related", over.core, "sure") if not below or is_paragraph(below[0]) else None


def cut_off(block: Block, page: Page) -> Finding | None:
    """A text with a button behind it that leads to the rest: “… Read more”.

    A hint only: of a page that was cut off the text is what there is.

    Cuts:
        hint related | The first two pumps reached the quay on Monday, and four more are on … Read more »
        hint related | Der erste Kran kam am Montag mit dem Schiff in den Hafen und … Weiterlesen
    Keeps:
        | The first two pumps reached the quay on Monday, and the mayor had time to read more
        | The first two pumps reached the quay on Monday. Read more
    """
    return Finding("related", "a button behind it", "hint") if any(c.rule == READ_ON for c in block.cuts) else None


def capitals(block: Block, page: Page) -> Finding | None:
    """A headline in capitals between paragraphs that are not.

    Left alone on a page that is mostly in capitals (alerts, telexes), and when it ends like a sentence.

    Cuts:
                     | The first two pumps reached the quay on Monday, and more are on their way from the north.
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay. The pumps came by ship on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
                     | The mayor said that the second wall would be ready before the storms of the next winter. The pumps came by ox on Monday and the crane that lifts them came by sea. The pumps came by air on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
        hint related | THE PUMPS CAME BY RAIL ON MONDAY AND THE CRANE THAT LIFTS THEM CAME BY SEA AND THE MAYOR WHO HAD ASKED FOR BOTH OF THEM STOOD ON THE QUAY
                     | The mayor said that the third wall would be ready before the storms of the next winter. The pumps came by sea on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | One
                     | Two
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | Three
                     | Four
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts.
                     | Two
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
                     | The mayor said that the second wall would be ready before the storms of the next winter.

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | The mayor said that the second wall would be ready before the storms of the next winter.
        hint related | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        hint related | THE ROAD TO THE NORTH AND
    Keeps:
        | FLOOD WARNING FOR THE WHOLE OF THE COAST UNTIL MONDAY
        | STAY AWAY FROM THE QUAY AND FROM ALL OF THE LOWER ROADS
        | The office said so.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE NOW
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | One
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | Three
        | Four
        | Five
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The mayor said that the second wall would be ready before the storms of the next winter.
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | One
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS

        | The pumps came by rail on Monday and the crane that.
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them
        | Two
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The mayor said that the second wall would be ready before the storms of the next winter.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | THE ROAD TO THE NORTH AND THE ROAD

        | HARBOUR MASTER RETIRES AFTER LONG YEARS
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | The mayor said that the second wall would be ready before the storms of the next winter.

        | Harbour master to retire after forty years
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | HARBOUR MASTER TO RETIRE AFTER FORTY YEARS
        | The mayor said that the second wall would be ready before the storms of the next winter.
    """
    if (
        not 6 <= block.words <= 30
        or block.ending == STOP
        or page.title == block.number
        or 0 <= page.title == block.twin
    ):
        return None
    if page.in_capitals > 0.3:
        return None
    near = page.blocks[max(0, block.number - 3) : block.number + 4]
    if sum(map(is_paragraph, near)) < 2:
        return None
    return Finding("related", "a headline in capitals between paragraphs", "hint")


def slugged(block: Block, page: Page) -> Finding | None:
    """The headline of another story, with its web address right beside it: “sea-wall-to-be-raised”.

    Cuts:
                     | Flood pumps arrive in harbour town
                     | flood-pumps-arrive-in-harbour-town
                     | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
                     | sea-wall-to-be-raised-by-a-metre
        hint related | Sea wall to be raised by a metre

                     | The pumps came by rail on Monday and the crane that lifts them came by sea.
                     | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay.
                     | The mayor said that the second wall would be ready before the storms of the next winter.
        hint related | Sea wall to be raised by a metre
                     | sea-wall-to-be-raised-by-a-metre
    Keeps:
        | Flood pumps arrive in harbour town
        | flood-pumps-arrive-in-harbour-town
        | The first two of the six pumps came to the quay on Monday, and the mayor said that it was high time for them.
    """
    for near in (block.number - 1, block.number + 1):
        if 0 <= near < len(page.blocks):
            other = page.blocks[near]
            if is_slug_of(other, block):
                if page.title >= 0 and block.key == page.blocks[page.title].key:
                    return None
                return Finding("related", other.text, "hint")  # a subheading has its slug beside it as well
    return None


def last_headlines(block: Block, page: Page) -> Finding | None:
    """One of the headlines at the page's end, behind the story's last sentence.

    Left alone where it shares words with the story, or where the story has other lines like it: a list, a poem.

    Cuts:
                     | Flood pumps arrive in harbour town
                     | The first two pumps reached the quay on Monday, and four more are on their way from the north.
                     | The mayor said that it was high time, and that the second wall would be ready before winter.
                     | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        sure related | Chess champion turns down title match in Estmark
        sure related | Why bakers everywhere grow rye themselves again

                     | The first two pumps reached the quay on Monday, and four more are on their way from the north.
                     | The mayor said that it was high time, and that the second wall would be ready before winter.
                     | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        hint related | Chess champion turns down title match in Estmark
                     | Why the second wall would need more pumps
    Keeps:
        | Flood pumps arrive in harbour town
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Chess champion turns down title match in Estmark

        | Flood pumps arrive in harbour town
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Two pumps for the quay of the old town
        | One wall for the school and for the road

        | What the council wants to buy this year
        | The first two pumps reached the quay on Monday, and four more are on their way from the north.
        | A roof for every baker on Estmark square
        | The mayor said that it was high time, and that the second wall would be ready before winter.
        | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        | Chess boards at each bench near Harrow Lake
        | Rye fields behind both mills along Orrin Lane
    """
    blocks = page.blocks
    if not _may_be_headline(block):
        return None
    first = next((i for i in range(len(blocks) - 1, -1, -1) if not _may_be_headline(blocks[i])), -1) + 1
    if not first <= block.number < len(blocks) or not FEWEST_LAST <= len(blocks) - first <= LAST:
        return None
    above = [
        b for b in blocks[max(0, first - LOOKED_BACK) : first] if b.number != page.title and b.twin < 0 and b.echo < 0
    ]
    if sum(map(is_paragraph, above)) < FEWEST_ABOVE or any(_may_be_headline(b) and not b.cues for b in above):
        return None
    said = {word for b in above for word in b.tokens}
    if not _is_of_other(block, said):
        return None
    is_sure = above[-1].ending == STOP and all(_is_of_other(b, said) for b in blocks[first:])
    evidence = f"{len(blocks) - first} headlines behind the last sentence"
    return Finding("related", evidence, "sure" if is_sure else "hint")


def next_article(block: Block, page: Page) -> Finding | None:
    """A second article behind the first: its headline with byline and date, and all that follows.

    Left alone without proof: a story's own part has no byline and date in the order of the page's own, a card amid a
    story is not what the paragraphs under it are about, and in HTML the second stands in an article of its own.

    Cuts:
                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
        sure related | Duck crossing moves over the road
        sure related | By Hollis Crane
        sure related | 3 April 2025
        sure related | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
        sure related | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | <main><article class="story"><h1>Choir of dentists wins county prize</h1>
                     | <p class="byline">Fern Addy</p>
                     | <p>Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.</p>
                     | <p>The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.</p>
        sure related | </article><article class="story"><h1>Duck crossing moves over the road</h1>
        sure related | <p class="byline">Hollis Crane</p>
        sure related | <p>The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.</p>
        sure related | <p>Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.</p>
    Keeps:
                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | 3 April 2025
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | 3 April 2025
                     | By Hollis Crane
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | 3 April 2025
                     | The dentists are to sing again in May, when the choir has its county concert in Orrin for charity.
                     | Tickets for the prize concert are two pounds, said the conductor, and children of patients go in free.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | 3 April 2025
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Second part: the dentists go home
                     | Two of the dentists went home by the night ferry, and sang on it until the captain asked them to stop.
                     | The parts that they sang are to be printed, said the conductor, who has counted all of the dentists.
    """
    return Finding("related", "behind a second headline with its byline", "sure")


def linked_lead(block: Block, page: Page) -> Finding | None:
    """A sentence that is a link as a whole, beside its headline, which leads to the same page: another story's card.

    Left alone where the line beside it leads elsewhere, and below ten words: a shop is linked as often as it is named.

    Cuts:
                     | <h1>Flood pumps arrive in harbour town</h1>
                     | <p>The first two pumps reached the quay on Monday, and four more are on their way from the north.</p>
                     | <h2><a href="/wall">Sea wall to be raised</a></h2>
        sure related | <div><a href="/wall">The council of Orrin voted on Tuesday to raise the sea wall by a metre.</a></div>
                     | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road is dry.</p>
    Keeps:
        | <h2><a href="/wall">Sea wall to be raised</a></h2>
        | <p><a href="/pumps">The first two pumps reached the quay on Monday, and four more are on their way.</a></p>

        | <h2><a href="/lamp">A brass lamp</a></h2>
        | <p><a href="/lamp">Buy it at the harbour shop.</a></p>

        | <h2><a href="/wall">Sea wall to be raised</a></h2>
        | <p>The council <a href="/wall">voted</a> on Tuesday to raise the sea wall, after two winters of storms.</p>
    """
    if page.html is None or block.words < LEAD or not is_sentence(block) or not _is_link(page, block.number):
        return None
    for near in (block.number - 1, block.number + 1):
        if (
            0 <= near < len(page.blocks)
            and _is_link(page, near)
            and page.links[near].url == page.links[block.number].url
        ):
            return Finding("related", page.blocks[near].core, "sure")
    return None


def _is_link(page: Page, n: int) -> bool:
    return page.links[n].url is not None and page.links[n].link_share >= LINKED


def _is_of_other(b: Block, said: AbstractSet[str]) -> bool:
    """Whether a line is about something else than what is said."""
    content = [word for word in b.tokens if len(word) >= LETTERS]
    return sum([word in said for word in content]) <= SHARED * len(content)


def _may_be_headline(b: Block) -> bool:
    """Whether a line has the length of a headline and no stop."""
    return b.words in HEADLINE and b.ending in (NONE, QUOTE) and b.kind == "paragraph"
