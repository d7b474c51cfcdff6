"""Other stories: lead-ins, titles of lists, headlines."""

from newsclean.rules.teaser.cards import linked_lead, slugged
from newsclean.rules.teaser.headlines import capitals, last_headlines
from newsclean.rules.teaser.pointers import cut_off, lead_in, list_title, under_lead_in
from newsclean.rules.teaser.second_article import next_article

__all__ = [
    "capitals",
    "cut_off",
    "last_headlines",
    "lead_in",
    "linked_lead",
    "list_title",
    "next_article",
    "slugged",
    "under_lead_in",
]
