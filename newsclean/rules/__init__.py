"""The rules, in one table: what a block must show for a rule to look at it, and the rule.

A rule is a function of a block and its page that answers with a finding or with None. It changes nothing; what
becomes of its finding is decided in settle.py. Its name is module and function: `credit.line`.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclean.page import Block, Finding, Page
from newsclean.rules import (
    ad,
    agency,
    byline,
    caption,
    credit,
    head,
    media,
    navigation,
    notice,
    paywall,
    promo,
    repeat,
    share,
    slug,
    teaser,
    timestamp,
    title,
)  # fmt: skip
from newsclean.traits import (
    AGENCY,
    CAPITALS,
    CREDIT_BELOW,
    CUE,
    DIGIT,
    LIKE_TITLE,
    MARK,
    NAME,
    NEAR_TITLE,
    NO_BLANK,
    OPENS_WITH_NAME,
    PICTURE,
    TRIMMED,
    TWIN,
)  # fmt: skip

Rule = Callable[[Block, Page], Finding | None]

RULES: tuple[tuple[int, Rule], ...] = (
    (NO_BLANK, slug.of_headline),
    (NO_BLANK, slug.lone),
    (NO_BLANK, caption.file_name),
    (NEAR_TITLE, title.headline),
    (TWIN | LIKE_TITLE, title.repeat),
    (NO_BLANK, head.underline),
    (NEAR_TITLE, head.kicker),
    (CUE, head.label),
    (MARK, head.breadcrumb),
    (NEAR_TITLE, head.standfirst),
    (CUE, byline.opened),
    (CUE, byline.role),
    (NAME, byline.name_alone),
    (DIGIT, byline.name_and_date),
    (MARK, byline.contact),
    (CUE | OPENS_WITH_NAME, byline.about_author),
    (DIGIT, timestamp.dated),
    (CUE, timestamp.labelled),
    (PICTURE, caption.picture),
    (TWIN, caption.twin),
    (TRIMMED, caption.credited),
    (MARK | CUE, caption.positions),
    (CUE, caption.labelled),
    (CREDIT_BELOW, caption.over_credit),
    (CUE | MARK | AGENCY, credit.line),
    (NO_BLANK, credit.bracket),
    (CUE, teaser.lead_in),
    (CUE, teaser.list_title),
    (CAPITALS, teaser.capitals),
    (TWIN, teaser.slugged),
    (TWIN, repeat.paragraph),
    (CUE, promo.prompt),
    (CUE, share.button),
    (CUE, ad.label),
    (NO_BLANK, ad.address),
    (CUE, paywall.barrier),
    (CUE, media.control),
    (CUE, navigation.entry),
    (CUE, notice.note),
    (CUE, agency.footer),
    (MARK, agency.initials),
)


def rule_name(rule: Rule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def reasons() -> dict[str, str]:
    """What each rule finds, in one sentence: the first line of its docstring; the same for the steps that decide."""
    own = {rule_name(rule): (rule.__doc__ or "").strip().splitlines()[0] for _, rule in RULES}
    return own | {
        "story.path": "The best path through the page, by the weights of its lines.",
        "trim.agency_tail": "An agency's signature behind the text.",
        "trim.marked_credit": "A picture's credit behind its caption.",
        "trim.bare_agency": "An agency's name behind the text.",
        **{f"section.{kind}": f"Stands in a section of this kind: {kind}." for kind in SECTIONS},
    }


SECTIONS = ("related", "promo", "share", "navigation", "ad", "paywall")
"""Kinds whose title makes what follows it of their kind."""
