"""What speaks for the story: findings of a kind that stays in the text. A sure one beats every hint."""

from newsclean.rules.story.datelines import dateline
from newsclean.rules.story.key_points import points
from newsclean.rules.story.numbers import numbered
from newsclean.rules.story.page_data import in_data
from newsclean.rules.story.questions import interview
from newsclean.rules.story.subheadings import subheading

__all__ = ["dateline", "in_data", "interview", "numbered", "points", "subheading"]
