"""newsclean: the story out of what a scraper wrote, and everything else put where it belongs."""

from newsclean.article import Article, Figure, Kind, Paragraph, RelatedStory, Segment
from newsclean.clean import clean_article

__all__ = ["Article", "Figure", "Kind", "Paragraph", "RelatedStory", "Segment", "clean_article"]
