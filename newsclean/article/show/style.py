"""The style of the display: style.css, and a colour and a filter for each kind."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import get_args

from newsclean.article.kinds import AwayKind, FieldKind, TextKind

# The colour of a kind, in degrees. Those of one family are near each other: fields blue, pictures green, other stories
# violet, repeats amber, furniture red to pink; what stays in the text has none.
HUES = {
    "title": 210, "description": 214, "kicker": 218, "byline": 224, "author_bio": 228, "timestamp": 200,
    "dateline": 194, "caption": 150, "credit": 165, "caption_repeat": 120, "media": 135, "related": 270,
    "title_repeat": 40, "slug": 48, "repeat": 32, "promo": 350, "share": 330, "ad": 5, "paywall": 15,
    "navigation": 310, "agency": 180, "notice": 22, "site": 300, "other": 340,
}  # fmt: skip


@cache
def style() -> str:
    """The style sheet, in one line: notebooks that show Markdown end a block at a blank one."""
    text = (files("newsclean") / "article" / "show" / "style.css").read_text("utf-8")
    hues = "".join(f".newsclean .nc-k-{kind}{{--nc-hue:{hue}}}" for kind, hue in HUES.items())
    kinds = (*get_args(TextKind), *get_args(FieldKind), *get_args(AwayKind))
    only = (f".newsclean .nc-page:has(.nc-only-{kind}:checked) .nc-segment.nc-k-{kind}" for kind in kinds)
    return " ".join(f"{text}{hues}{','.join(only)}{{display:grid}}".split())
