"""The rules, in one table: what a block must show for a rule to look at it, and the rule.

A rule is a function of a block and its page that answers with a finding or with None. It changes nothing; what
becomes of its finding is decided in settle.py. Its name is its family, a module or folder of modules here, and its
function: `credit.line`.
"""

from __future__ import annotations

from newsclean.page.page import Rule
from newsclean.page.traits import (
    AGENCY,
    ASKED,
    AT_END,
    AT_LABEL,
    AT_POINTER,
    AT_SLUG,
    BY_VOTE,
    CAPITALS,
    CODE,
    COMMENT,
    COMMENT_HEAD,
    CREDIT_BELOW,
    CUE,
    CUE_OF,
    DATELINE,
    DIGIT,
    EAST,
    LIKE_TITLE,
    MARK,
    MARKUP,
    NAME,
    NEAR_TITLE,
    NO_BLANK,
    NUMBERED,
    OPENS_WITH_NAME,
    OVER_PROSE,
    PICTURE,
    PROSE,
    REPLY_BELOW,
    SIGN,
    SIGNED,
    TRIMMED,
    TWIN,
    UNDER_PICTURE,
    UNNAMED,
)  # fmt: skip
from newsclean.rules import (
    ad,
    agency,
    byline,
    caption,
    comments,
    credit,
    head,
    leftover,
    markup,
    media,
    navigation,
    notice,
    paywall,
    promo,
    repeat,
    scene,
    share,
    site,
    slug,
    story,
    teaser,
    timestamp,
    title,
)  # fmt: skip

RULES: tuple[tuple[int, Rule], ...] = (
    (TWIN, slug.of_headline),
    (SIGN, slug.lone),
    (SIGN, caption.file_name),
    (NEAR_TITLE, title.headline),
    (TWIN | LIKE_TITLE, title.repeat),
    (SIGN, head.underline),
    (NEAR_TITLE, head.masthead),
    (NEAR_TITLE, head.kicker),
    (CUE_OF["kicker"], head.label),
    (MARK, head.breadcrumb),
    (NEAR_TITLE, head.standfirst),
    (CUE_OF["byline"], byline.opened),
    (CUE_OF["byline"], byline.role),
    (NAME, byline.name_alone),
    (DIGIT, byline.name_and_date),
    (MARK, byline.contact),
    (CUE_OF["author_bio"] | OPENS_WITH_NAME, byline.about_author),
    (DIGIT, timestamp.dated),
    (CUE_OF["timestamp"], timestamp.labelled),
    (NEAR_TITLE, timestamp.headed),
    (PICTURE, caption.picture),
    (TWIN, caption.twin),
    (TRIMMED, caption.credited),
    (MARK | CUE, caption.positions),
    (CUE_OF["caption"] | CUE_OF["credit"], caption.labelled),
    (CREDIT_BELOW, caption.over_credit),
    (MARK | TRIMMED, caption.bracketed),
    (CUE_OF["credit"] | MARK | AGENCY, credit.line),
    (SIGN, credit.bracket),
    (NO_BLANK, leftover.invisible),
    (NO_BLANK, leftover.data),
    (CODE, leftover.snippet),
    (DIGIT, leftover.rest_counted),
    (CODE, leftover.markup),
    (BY_VOTE, leftover.poll),
    (CUE_OF["related"], teaser.lead_in),
    (CUE_OF["related"], teaser.list_title),
    (AT_POINTER, teaser.under_lead_in),
    (TRIMMED, teaser.cut_off),
    (CAPITALS, teaser.capitals),
    (AT_SLUG, teaser.slugged),
    (AT_END, teaser.last_headlines),
    (PROSE, teaser.linked_lead),
    (TWIN, repeat.paragraph),
    (TWIN, repeat.pull_quote),
    (CUE_OF["promo"], promo.prompt),
    (CUE_OF["share"], share.button),
    (CUE_OF["ad"], ad.label),
    (SIGN, ad.address),
    (MARK, ad.job),
    (CUE_OF["paywall"], paywall.barrier),
    (CUE_OF["media"], media.control),
    (CUE_OF["navigation"], navigation.entry),
    (TWIN, navigation.contents),
    (CUE_OF["notice"], notice.note),
    (CUE_OF["agency"], agency.footer),
    (AT_END, agency.feed),
    (MARK, agency.initials),
    (MARK, agency.owner),
    (NO_BLANK | MARK | EAST | CAPITALS, agency.closing),
    (MARKUP, markup.picture),
    (MARKUP, markup.named),
    (UNDER_PICTURE, markup.boxed),
    (DIGIT | PROSE, scene.dated),
    (MARK | PROSE, scene.players),
    (DATELINE, scene.filed),
    (EAST, scene.signed),
    (UNNAMED, scene.shown),
    (UNNAMED, scene.described),
    (AT_LABEL, caption.under_label),
    (COMMENT_HEAD, comments.head),
    (COMMENT, comments.text),
    (REPLY_BELOW, comments.answered),
    (REPLY_BELOW, comments.writer),
    (SIGNED, byline.signature),
    (DATELINE, story.dateline),
    (PROSE, story.in_data),
    (NUMBERED, story.numbered),
    (ASKED, story.interview),
    (NEAR_TITLE, story.points),
    (OVER_PROSE, story.subheading),
)


def rule_name(rule: Rule) -> str:
    return f"{family(rule)}.{rule.__name__}"


def family(rule: Rule) -> str:
    """The module of newsclean/rules that a rule stands in, or the folder: `caption`."""
    return rule.__module__.split(".")[2]


def reasons() -> dict[str, str]:
    """What each rule finds, in one sentence: the first line of its docstring; the same for the steps that decide."""
    own = {rule_name(rule): (rule.__doc__ or "").strip().splitlines()[0] for _, rule in RULES}
    return own | {
        "rulebook.phrase": "A phrase of the user's own.",
        "story.path": "Told by its shape, its place and the lines around it, weighed together.",
        "story.data": "It stands where a script would have put the story, which was found in the page's data instead.",
        "trim.agency_tail": "An agency's signature at the end of a paragraph.",
        "trim.marked_credit": "A picture's credit behind its caption.",
        "trim.caption_credit": "A name behind the caption of a picture.",
        "trim.rest_counted": "How many characters were cut off: “[+1200 chars]”.",
        "trim.read_on": "A button behind a text that was cut off: “… Read more”.",
        "trim.bare_agency": "An agency's name at the end of a caption or paragraph.",
        **site.REASONS,
        **{f"section.{kind}": f"It stands in a part of the page that holds {what}." for kind, what in SECTIONS.items()},
    }


SECTIONS = {  # what stands in a part of the page, by the kind that its lines have from its title
    "related": "other stories",
    "promo": "prompts to subscribe, to follow or to give",
    "share": "buttons to share",
    "navigation": "a menu, tags or a footer",
    "ad": "advertisements",
    "paywall": "a barrier to those without a subscription",
}
"""Kinds whose title makes what follows it of their kind."""
