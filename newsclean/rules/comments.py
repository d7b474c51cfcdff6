"""Readers' comments: who wrote when, again and again, and what he wrote."""

from __future__ import annotations

from newsclean.article.kinds import Kind
from newsclean.measure.threads import counts_comments
from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.shape import COLON
from newsclean.page.traits import COMMENT, COMMENT_HEAD, PROSE, SHORT
from newsclean.phrases.readers import is_reply
from newsclean.press.clock import TIME_OF_DAY
from newsclean.press.dates import date_share

MOST_IN_NAME = 4  # words of what a reader calls himself
MOST_IN_STAMP, STAMP = 8, 0.8  # words over a comment, and how many of them tell when it was written


def head(block: Block, page: Page) -> Finding | None:
    """A reader's name and the time of a comment, one of several such lines.

    Left alone where fewer than three such lines stand close to each other, and before the first paragraph; one is enough
    under a line that counts the comments.

    Cuts:
                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
        sure other | jo (guest) 01.02.24, 16:50:22
                   | About time, too.
        sure other | quay rat (guest) 01.02.24, 17:02:11
                   | Nobody asked the fishermen what they think of it.
        sure other | mara 02.02.24, 08:15:00
                   | We did, in the hall, and you were asleep.

                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
                   | The mayor was there.
                   | It rained.
        sure share | 2 Comments
                   | quay rat 1 February 2024
                   | Nobody asked the fishermen what they think of it.
    Keeps:
        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor was there.
        | 2 Comments
        | quay rat 1 February 2024
        | It rained.

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor was there.
        | It rained.
        | 2 Comments
        | The second pump is on the quay.

        | <p>The first two pumps reached the quay on Monday.</p>
        | <p>The mayor was there.</p>
        | <p>It rained.</p>
        | <p>2 Comments</p>
        | <table><tr><td>Silver</td><td>29.03</td><td>28.03</td></tr></table>
        | <p>The second pump is on the quay.</p>

        | <p>The first two pumps reached the quay on Monday.</p>
        | <p>The mayor was there.</p>
        | <p>It rained.</p>
        | <p><a href="/wall#comments">2 Comments</a></p>
        | <p>quay rat 1 February 2024</p>
        | <p>The second pump is on the quay.</p>

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | By Jo Doe, 01.02.24, 16:50
        | Mara Lind 01.02.24, 17:02

        | <p>The first two pumps reached the quay on Monday, and more are on their way from the north.</p>
        | <li><a href="/a">Ferry fares going up again in May</a> (01.02.24, 16:50)</li>
        | <li><a href="/b">Harbour sea wall to be heightened</a> (01.02.24, 17:02)</li>
        | <p>Nobody asked the fishermen.</p>
        | <li><a href="/c">Harbour market moves to the north</a> (02.02.24, 08:15)</li>

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | Pumps (01.02.24, 16:50)
        | The quay (01.02.24, 17:02)
        | Where the crane came from
        | The wall (02.02.24, 08:15)
        | Eels (02.02.24, 09:15)
        | The bridge (02.02.24, 09:45)
        | The second pump is on the quay, and the mayor has called the crew to thank them for it.
    """
    if not block.traits & COMMENT_HEAD:
        return None
    return Finding("share" if counts_comments(block.folded) else _kind_under(block), block.core, "sure")


def text(block: Block, page: Page) -> Finding | None:
    """What a reader wrote: it stands under a name and a time, in a row of such comments.

    Cuts:
                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
                   | jo (guest) 01.02.24, 16:50:22
        sure other | About time, too.
                   | quay rat (guest) 01.02.24, 17:02:11
        sure other | Nobody asked the fishermen what they think of it.
                   | mara 02.02.24, 08:15:00
        sure other | We did, in the hall, and you were asleep.

                     | The first two pumps reached the quay on Monday, and more are on their way from the north.
                     | Jo Doe 01.02.2024 3 min
        sure related | Fewer eels are caught in the bay of Orrin each year
                     | Mara Lind 03.02.2024 5 min
        sure related | The bridge to the island is to be painted blue again
                     | Una Fells 04.02.2024 2 min
        sure related | A chess club looks for players

                   | The first two pumps reached the quay on Monday, and more are on their way from the north.
                   | The mayor was there.
                   | It rained.
                   | Comments (1)
        sure other | quay rat
                   | 1 February 2024
        sure other | Nobody asked the fishermen what they think of it.
    Keeps:
        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | Jo Doe 2 March 2024 21:45
        | The second pump is on the quay, and the mayor has called the crew to thank them for it.
        | Jo Doe 2 March 2024 21:12
        | The crane is back at work, the harbour master says.
        | Mara Lind 2 March 2024 20:59
        | The first pump stands where it should, and the crowd on the quay applauds.
        | Jo Doe 2 March 2024 20:31
        | The crane has stopped, and nobody knows why.
        | Jo Doe 2 March 2024 20:02
        | The ship is in sight.

        | About time, too.
        | Nobody asked the fishermen what they think of it.
    """
    if not block.traits & COMMENT:
        return None
    over = next(b for b in reversed(page.blocks[: block.number]) if b.traits & COMMENT_HEAD)
    return Finding(_kind_under(over), f"under “{over.core}”", "sure")


def _kind_under(head: Block) -> Kind:
    """What stands under a name and a date: a comment tells the time of day, the card of another story only the day.

    What stands under “3 Comments” is comments.
    """
    return "other" if counts_comments(head.folded) or TIME_OF_DAY.search(head.core) else "related"


def answered(block: Block, page: Page) -> Finding | None:
    """What a reader wrote: it has a time over it and a button to reply under it.

    Left alone where either is missing: a column of letters has neither.

    Cuts:
                   | The crane was brought from the north, where such cranes have been built for forty years.
                   | saltydog
                   | 2 days ago
        sure other | I have always said that these pumps belong in a museum, and so does my brother.
                   | Reply
                   | Галина
                   | 02.03.2012 14:22
        sure other | Согласна с предыдущим автором, насосы давно пора менять, и кран тоже.
                   | Ответить
                   | seebär schreibt:
        sure other | Wurde auch Zeit, dass sich jemand diese Pumpen ansieht, mein Bruder sagt das seit Jahren.
                   | 2. März 2024 um 10:15
                   | Antworten
    Keeps:
        | 2 March 2024
        | The crane was brought from the north, where such cranes have been built for forty years.
        | Share

        | saltydog
        | I have always said that these pumps belong in a museum, and so does my brother.
        | Reply

        | I have always said that these pumps belong in a museum, and so does my brother.
        | Reply
        | 2 days ago
    """
    is_answered = block.traits & PROSE and _is_answered(page, block.number)
    return Finding("other", page.blocks[_reply(page, block.number)].text, "sure") if is_answered else None


def writer(block: Block, page: Page) -> Finding | None:
    """The name of a reader, or a time, over a comment with a button to reply.

    Cuts:
                   | The crane was brought from the north, where such cranes have been built for forty years.
        sure other | saltydog
        sure other | 2 days ago
                   | I have always said that these pumps belong in a museum, and so does my brother.
                   | Reply
        sure other | gull says:
                   | Your brother sells engines, so he would say that.
        sure other | March 4, 2024 at 11:02 am
                   | Reply
    Keeps:
        | The council met again
        | 2 March 2024
        | The crane was brought from the north, where such cranes have been built for forty years.
        | Share

        | saltydog
        | I have always said that these pumps belong in a museum, and so does my brother.
        | Reply
    """
    if not block.traits & SHORT:
        return None
    is_name = block.words <= MOST_IN_NAME and _is_answered(page, block.number + 2)
    is_time = block.words <= MOST_IN_STAMP and _is_answered(page, block.number + 1)
    is_below = _is_stamp(block) and _reply(page, block.number - 1) == block.number + 1
    if is_below and _is_answered(page, block.number - 1):
        return Finding("other", "under a comment", "sure")
    return Finding("other", "a comment under it", "sure") if is_name or is_time else None


def _is_answered(page: Page, n: int) -> bool:
    """Whether block `n` has a time over it, or “Jo says:”, and a button to reply under it, perhaps behind a time."""
    if n <= 0 or _reply(page, n) < 0:
        return False
    over = page.blocks[n - 1]
    return _is_stamp(over) or (over.ending == COLON and over.words <= MOST_IN_NAME)


def _reply(page: Page, n: int) -> int:
    """The number of the button to reply under block `n`, perhaps behind a time; -1 for none."""
    below = page.blocks[n + 1 : n + 3]
    if below and is_reply(below[0].folded):
        return n + 1
    return n + 2 if len(below) > 1 and _is_stamp(below[0]) and is_reply(below[1].folded) else -1


def _is_stamp(b: Block) -> bool:
    return b.words <= MOST_IN_STAMP and date_share(b.folded) >= STAMP
