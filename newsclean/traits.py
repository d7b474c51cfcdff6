"""The bits of `Block.traits`: what makes a block worth a rule's look. A block of plain prose has none of them."""

SHORT = 1  # at most SHORT_WORDS words
CUE = 2  # shows a phrase of a cue file
TWIN = 4  # another block says the same, or nearly
NO_BLANK = 8  # one word, perhaps a hyphened one
DIGIT = 16  # short, with a digit
TRIMMED = 32  # something was cut off it
MARK = 64  # short, with one of © / @ | or in brackets

SHORT_WORDS = 30
