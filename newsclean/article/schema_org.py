"""An article in the words of schema.org, for search engines and for programs that read JSON-LD."""

from __future__ import annotations

from typing import Any

from newsclean.article.counts import counted_words
from newsclean.article.parts import Figure
from newsclean.article.show.markup import page_address, web_address
from newsclean.article.show.shown import Shown


def as_schema_org(article: Shown) -> dict[str, Any]:
    """A NewsArticle (https://schema.org/NewsArticle), with an ImageObject for each figure, of all that is known."""
    related = [story.url for story in article.related if web_address(story.url)]
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "description": article.description,
            "author": [_person(name) for name in article.authors],
            "creditText": article.byline,
            "sourceOrganization": _organization(article.agency),
            "publisher": _organization(article.site_name),
            "dateline": article.dateline,
            "datePublished": article.date_published.isoformat() if article.date_published else None,
            "dateModified": article.date_modified.isoformat() if article.date_modified else None,
            "timeRequired": None if article.reading_minutes is None else f"PT{article.reading_minutes}M",
            "inLanguage": article.language,
            "url": article.url,
            "articleSection": article.section,
            "keywords": list(article.keywords),
            "articleBody": article.text,
            "wordCount": counted_words(article.text) if article.text else None,
            "image": [_image(figure) for figure in article.figures],
            "mainEntityOfPage": {"@type": "WebPage", "relatedLink": related} if related else None,
        }
    )


def _image(figure: Figure) -> dict[str, Any]:
    return _known(
        {
            "@type": "ImageObject",
            "contentUrl": page_address(figure.url),
            "caption": figure.caption,
            "description": figure.alt,
            "creditText": figure.credit,
            "creator": [*map(_person, figure.photographers), *map(_organization, figure.agencies)],
        }
    )


def _person(name: str) -> dict[str, Any]:
    return {"@type": "Person", "name": name}


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
