"""The bits of `Block.traits`: what makes a block worth a rule's look. A block of plain prose has none of them."""

from __future__ import annotations

from collections.abc import Mapping

SHORT = 1  # at most SHORT_WORDS words
CUE = 2  # shows a phrase of a cue file
NO_BLANK = 4  # at most one word, perhaps a hyphened one
DIGIT = 8  # short, with a digit
FIGURE = 1 << 72  # the same, and does not end like a sentence
FIGURE_FIRST = 1 << 73  # short, and opens with a digit, perhaps in a bracket
TRIMMED = 16  # something was cut off it
MARK = 32  # short, with one of © / @ | > or in brackets
AGENCY = 64  # short, with the name of an agency
NAME = 128  # two to four capitalised words
CAPITALS = 4096  # short, and in capitals
OPENS_WITH_NAME = 8192  # “Jo Doe is …”
MARKUP = 16384  # the markup of its page says something of it
PICTURE = 32768  # the alternative text of a picture, where the form tells
PROSE = 1 << 31  # ends like a sentence
DATELINE = 1 << 32  # its beginning has a mark as datelines have
NUMBERED = 1 << 33  # begins with a number or a bracket
CODE = 1 << 36  # ends as code does, in a bracket or semicolon, or is a remark in it
KEPT = 1 << 37  # shows a phrase of the user's that protects it
QUESTION = 1 << 41  # ends as a question does
UNNAMED = 1 << 42  # opens with somebody who is not named: “A man …”
SIGN = 1 << 48  # at most one word, and not of letters alone
FACT = 1 << 56  # short, and opens with a label of its own: “Cast: Jo Doe”
LABEL = 1 << 43  # is nothing but a caption's label: “Image caption”
EAST = 1 << 39  # ends in a letter of Korean, Japanese or Chinese, or in a bracket, and in no stop
LOOSE = 1 << 54  # a piece of one long line inside of which a line may have ended
SOFT = 1 << 53  # a piece that begins where a line is likely to have ended, and nothing proves it
LATE_NUMBER = 1 << 59  # ends in a number or in no word, and may be a caption that ends with its date
WITH_NUMBERS = 1 << 60  # has a bracket or #, and may be a caption that names players with their numbers
FILED = 1 << 61  # opens as pictures of an archive do
GLUED = 1 << 58  # a piece inside of which a line may well have ended, or that opens with an entry of a menu
TITLED = 1 << 65  # a piece that says what the title of the page's window does, or that title
OF_LONG_LINE = LOOSE | SOFT | GLUED | TITLED
FIRST_LEVEL = 1 << 62  # a heading of the first level, where marks tell: “# …”
SECOND_LEVEL = 1 << 63  # of the second
LOWER_LEVEL = 1 << 64  # of one below
LEVELS = FIRST_LEVEL, SECOND_LEVEL, LOWER_LEVEL
OF_LEVEL = FIRST_LEVEL | SECOND_LEVEL | LOWER_LEVEL

# One bit more for each kind of cue that a rule looks for: half of all lines of a page of furniture show a cue, and
# asking each of the fifteen rules of cues about them was the most of what judging cost.
CUE_OF: Mapping[str, int] = {
    kind: 1 << (16 + n)
    for n, kind in enumerate((
        "kicker", "byline", "author_bio", "timestamp", "caption", "credit", "related", "promo", "share", "ad",
        "paywall", "media", "navigation", "notice", "agency",
    ))
}  # fmt: skip

# Bits that depend on the neighbours:
TWIN = 256  # another block says the same, or nearly
COPY = 1 << 57  # of a second copy of the story
SAID_ABOVE = 1 << 66  # a block above says the same
SAID_BELOW = 1 << 67  # one below does
HYPHENED = 1 << 68  # another block says the same, and a hyphen is in it: perhaps the other as an identifier
NEAR_TITLE = 512  # short, a few lines from the headline, or from the top of a page without one
IS_TITLE = 1 << 69  # the headline
OVER_TITLE = 1 << 70  # short, right over the headline
UNDER_TITLE = 1 << 71  # short, right under it
LIKE_TITLE = 1024  # short, and shares most words with the headline
CREDIT_BELOW = 2048  # the next block may be a credit
COMMENT_HEAD = 1 << 34  # a reader's name and the time of a comment, one of several
COMMENT = 1 << 35  # stands under such a line
REPLY_BELOW = 1 << 38  # one to three lines over a button to reply
OVER_PROSE = 1 << 40  # short, no sentence, and right over a paragraph
ASKED = 1 << 44  # a question, or so close under one that it may be of its answer
AT_LABEL = 1 << 45  # short, and a caption's label or right under one
AT_POINTER = 1 << 46  # short, and right under a pointer to another story
BY_VOTE = 1 << 50  # short, and close over or under a button to vote
UNDER_PICTURE = 1 << 51  # right behind a picture of an HTML page of which no markup says what its caption is
AT_END = 1 << 47  # one of the page's last lines
SIGNED = 1 << 52  # behind a mark that parts a mail from its signature, at the page's end
AT_SLUG = 1 << 49  # another block says the same, and beside it stands what may be a headline's identifier
OF_NEXT = 1 << 55  # stands from the headline of a second article on
FROM_NEIGHBOURS = (
    TWIN | COPY | SAID_ABOVE | SAID_BELOW | HYPHENED | NEAR_TITLE | IS_TITLE | OVER_TITLE | UNDER_TITLE | LIKE_TITLE
    | CREDIT_BELOW | COMMENT_HEAD | COMMENT | REPLY_BELOW | OVER_PROSE | ASKED | AT_LABEL | AT_POINTER | AT_END | SIGNED
    | AT_SLUG | OF_NEXT
)  # fmt: skip
# and those that only what the page was written in tells:
FROM_FORM = TRIMMED | PICTURE | MARKUP | OF_LEVEL

SHORT_WORDS = 30
ANSWER = 3  # paragraphs of an answer to a question
LAST = 6  # lines at a page's end
OVER, UNDER = 3, 5  # lines right over the headline, and right under it
SIGNATURE = 12  # lines of a mail's signature, at most
