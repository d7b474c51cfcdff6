"""The kinds of pieces that a page is made of, and the types of pages."""

from __future__ import annotations

from typing import Literal, get_args

TextKind = Literal["paragraph", "heading", "list_item", "quote", "table"]
"""What is in the text."""
FieldKind = Literal[
    "title", "description", "kicker", "byline", "author_bio", "timestamp", "dateline", "caption", "credit", "related"
]
"""What goes into a field of the article."""
AwayKind = Literal[
    "title_repeat", "slug", "caption_repeat", "promo", "share", "ad", "paywall", "navigation", "media",
    "agency", "notice", "repeat", "site", "other",
]  # fmt: skip
"""What is in neither."""
Kind = Literal[TextKind, FieldKind, AwayKind]
"""What a piece of a page is: in the text, in a field, or away."""

TEXT_KINDS: frozenset[str] = frozenset(get_args(TextKind))

PageType = Literal["article", "live", "gallery", "video", "listing", "stub", "empty"]
"""An article; a live blog; pictures or a video with little text; a list of stories; no story found; an empty page."""
