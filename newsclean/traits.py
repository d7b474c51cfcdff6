"""The bits of `Block.traits`: what makes a block worth a rule's look. A block of plain prose has none of them."""

SHORT = 1  # at most SHORT_WORDS words
CUE = 2  # shows a phrase of a cue file
NO_BLANK = 4  # one word, perhaps a hyphened one
DIGIT = 8  # short, with a digit
TRIMMED = 16  # something was cut off it
MARK = 32  # short, with one of © / @ | > or in brackets
AGENCY = 64  # short, with the name of an agency
NAME = 128  # two to four capitalised words
CAPITALS = 4096  # short, and in capitals
OPENS_WITH_NAME = 8192  # “Jo Doe is …”
PICTURE = 16384  # the alternative text of a picture, where the form tells

# Bits that depend on the neighbours:
TWIN = 256  # another block says the same, or nearly
NEAR_TITLE = 512  # short, a few lines from the headline, or from the top of a page without one
LIKE_TITLE = 1024  # short, and shares most words with the headline
CREDIT_BELOW = 2048  # the next block may be a credit
FROM_NEIGHBOURS = TWIN | NEAR_TITLE | LIKE_TITLE | CREDIT_BELOW
CONTEXT = FROM_NEIGHBOURS | NAME | CAPITALS  # where the rules that look at neighbours look

SHORT_WORDS = 30
