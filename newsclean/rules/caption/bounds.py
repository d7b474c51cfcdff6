"""How long a caption may be, and where its sentences end."""

from __future__ import annotations

import re

MAX_WORDS = 90
INNER_STOP = re.compile(r"(?<!\d)[.!?]\s+[^\W\d_a-zà-ÿ]")  # where a second sentence begins
SENTENCE_END = re.compile(r"(?<!\d)[.!?]\s+(?=[^\W\d_a-zà-ÿ“”\"«„])|[。！？](?=\S)")
