"""newsclean: the story out of what a scraper wrote, and everything else put where it belongs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article.article import Article
    from newsclean.article.kinds import Kind
    from newsclean.article.parts import Figure, Paragraph, RelatedStory, Segment
    from newsclean.batch.articles import clean_articles
    from newsclean.batch.results import PageError, Result
    from newsclean.clean import clean_article
    from newsclean.page.block import Block, Finding
    from newsclean.page.page import Page
    from newsclean.rulebook import Rulebook
    from newsclean.site import SiteProfile

__all__ = [
    "Article", "Block", "Figure", "Finding", "Kind", "Page", "PageError", "Paragraph", "RelatedStory", "Result",
    "Rulebook", "Segment", "SiteProfile", "clean_article", "clean_articles",
]  # fmt: skip
__version__ = "0.1.0"  # the one place; pyproject.toml reads it from here
_HOMES = (
    "newsclean.article.article", "newsclean.article.kinds", "newsclean.article.parts", "newsclean.clean",
    "newsclean.page.block", "newsclean.page.page", "newsclean.rulebook", "newsclean.site", "newsclean.batch.results",
    "newsclean.batch.articles",
)  # fmt: skip


if not TYPE_CHECKING:  # a type checker would take any name that __getattr__ might give

    def __getattr__(name: str) -> object:
        """A public name, loaded when it is first asked for: the models of pydantic take longer to load than to use."""
        from importlib import import_module

        if name in __all__:
            for home in map(import_module, _HOMES):
                if name in vars(home):
                    globals()[name] = vars(home)[name]
                    return globals()[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
