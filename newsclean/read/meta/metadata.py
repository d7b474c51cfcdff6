"""What the page says of itself: JSON-LD, OpenGraph, meta tags, microdata, marked bylines and dates; reconciled."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from newsclean.page.block import Block
from newsclean.page.markup import Links, Markup
from newsclean.page.metadata import Metadata
from newsclean.read.html.addresses import absolute
from newsclean.read.html.elements import Attributes
from newsclean.read.html.found import Found
from newsclean.read.meta import authors, jsonld, printed, titles
from newsclean.read.meta.byline_patterns import patterns

NAMING = frozenset(("property", "name", "itemprop", "http-equiv"))  # attributes that say what a meta tag tells
MAX_VALUE = 20_000  # characters of one value of a meta tag
MAX_HEADING = 400  # characters: what is longer is no headline
MOST_WORDS = 24  # of a heading that is little like the page's titles
MAX_KEYWORD = 100  # characters
MOST_PRINTED = 4  # names that a byline may have where the page's data has fewer
MOST_BYLINES = 40  # marked elements that are looked at for a byline as printed
NEWS = frozenset(
    """
    NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle
    AskPublicNewsArticle LiveBlogPosting
    """.split()
)
ARTICLES = ("Article", "Posting", "Report")  # endings of types that are a story
LIKE_ARTICLES = frozenset(
    """
    CreativeWork Recipe Review HowTo VideoObject WebPage ItemPage AboutPage MedicalWebPage FAQPage CollectionPage
    ProfilePage QAPage Course Event Product Book Movie PodcastEpisode ImageGallery
    """.split()
)
SAID = ("datePublished", "datePublished", "headline", "author", "articleBody")  # what tells most; the date twice
# Meta tags, the more reliable first; all but the last few of each were seen on the development pages.
AUTHOR_TAGS = tuple(
    """
    author article:author article:author_name parsely-author sailthru.author cxenseparse:author dc.creator
    dcterms.creator og:author og:article:author http://ogp.me/ns/article#author articleauthor article_author
    article-author article:byline byl byline citation_author citation_authors dcsext.author bc:authors creator
    """.split()
)
PUBLISHED_TAGS = tuple(
    """
    article:published_time og:article:published_time http://ogp.me/ns/article#published_time og:published_time
    datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dc.date.issued
    dcterms.issued dcterms.created dc.date.created dc.date dcterms.date date.created date.available og:publish_date
    publisheddate published-date publish_date publish-date publication_date pubdate published_at published
    content:publishdate prism.publicationdate citation_publication_date citation_online_date citation_date date-pub
    w-published-date datecreated article_date_original uploaddate ya:ovs:upload_date date
    """.split()
)
MODIFIED_TAGS = tuple(
    """
    article:modified_time og:article:modified_time http://ogp.me/ns/article#modified_time og:updated_time datemodified
    dcterms.modified dc.date.modified date.modified date.updated last-modified last_modified lastmod updated
    """.split()
)
LANGUAGE_TAGS = ("og:locale", "content-language", "language", "dc.language")
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]|\Z)")
OLD_LANGUAGES = {"iw": "he", "in": "id", "ji": "yi"}  # codes that ISO 639-1 replaced
AMERICAN = re.compile(r"en(?:[-_]US)?\Z", re.IGNORECASE)
PUBLISHED = re.compile(r"datePublished|dateCreated|pubdate", re.IGNORECASE)
MODIFIED = re.compile(r"dateModified", re.IGNORECASE)
DATE_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")


class _Said(NamedTuple):
    """What the page's data says."""

    nodes: tuple[jsonld.Node, ...]
    by_id: Mapping[str, jsonld.Node]  # those with a name that others refer to
    story: jsonld.Node  # the one that describes the story
    is_news: bool
    tags: Mapping[str, str]  # meta tags
    site: frozenset[str]  # names of the site, as titles.plain gives them
    window: str  # the title of the page's window

    def first(self, names: Iterable[str]) -> str | None:
        """The first of these meta tags that the page has."""
        return next((self.tags[name] for name in names if name in self.tags), None)


def read_metadata(
    found: Found,
    language: str | None,
    blocks: Sequence[Block],
    markup: Sequence[Markup],
    links: Sequence[Links],
    address: str | None,
) -> Metadata:
    """The metadata of a page.

    Args:
        found: what the walk gathered.
        language: of the page's `<html>` tag.
        blocks: the page's blocks.
        markup: of each block.
        links: of each block.
        address: the page's own, where the caller knows it.
    """
    nodes, warnings = jsonld.parse(found.scripts)
    kinds = [jsonld.types(node) for node in nodes]
    tags = _tags(found.metas)
    story, is_news = _story(nodes, kinds)
    by_id = {i: n for n in nodes if isinstance(i := n.get("@id"), str) and "name" in n}
    url = address or found.address()
    publisher = _first(_names_of(story.get("publisher"), by_id))
    of_site = next((n for n, types in zip(nodes, kinds, strict=True) if "WebSite" in types), {})
    site_name = (
        tags.get("og:site_name")
        or _first(jsonld.strings(of_site.get("name")))
        or tags.get("application-name")
        or publisher
    )
    site = titles.site_names([n for n in (site_name, publisher, tags.get("twitter:site")) if n], [url] if url else [])
    window = " ".join(html.unescape(found.titles[0]).split()) if found.titles else ""
    said = _Said(nodes, by_id, story, is_news, tags, site, window)
    all_titles, headline = _titles(said, blocks, markup)
    is_american = AMERICAN.match(language or tags.get("og:locale") or "") is not None
    page = printed.Printed(blocks, markup, links, found.candidates, headline, is_american)
    changed = [c for c in found.candidates if MODIFIED.search(c.attributes.get("itemprop") or "")]
    modified = [
        *jsonld.strings(story.get("dateModified")),
        said.first(MODIFIED_TAGS),
        *[c.attributes.get("content") or c.attributes.get("datetime") or c.text() for c in changed],
    ]
    types = [kind for some in kinds for kind in some]
    given = _authors(said, page)
    return Metadata(
        title=next((t for t in all_titles[:1] if not titles.names_site(t, site)), None),
        titles=all_titles,
        description=said.first(("og:description", "description"))
        or _text(story.get("description"))
        or tags.get("twitter:description"),
        authors=given,
        authors_elsewhere=() if any(authors.is_person(n, site) for n in given) else printed.names_elsewhere(page, site),
        bylines=printed.bylines(found.candidates[:MOST_BYLINES]),
        date_published=_published(said, page, url),
        date_modified=printed.stamp(modified, is_american=is_american),
        language=_language([language, *(tags.get(t) for t in LANGUAGE_TAGS), *jsonld.strings(story.get("inLanguage"))]),
        url=url,
        site_name=site_name,
        section=_first(jsonld.strings(story.get("articleSection")))
        or said.first(("article:section", "parsely-section")),
        keywords=_keywords(said, found.metas),
        article_body=max([b for n in nodes if isinstance(b := n.get("articleBody"), str)], key=len, default="") or None,
        is_accessible_for_free=_is_free(said),
        types=tuple(dict.fromkeys([*types, tags["og:type"]] if "og:type" in tags else types)),
        images=_images(said, url),
        warnings=warnings,
    )


def _tags(metas: Iterable[Attributes]) -> dict[str, str]:
    """The meta tags of the page by name, lower-cased; of several with the same name the first that says something."""
    tags: dict[str, str] = {}
    for tag in metas:
        text = (tag.get("content") or "")[:MAX_VALUE].strip()
        if not text:
            continue
        if "&" in text:
            text = html.unescape(text)
        for attribute, name in tag.items():
            if name and attribute in NAMING:
                tags.setdefault(name.lower(), text)
    return tags


def _story(nodes: Sequence[jsonld.Node], kinds: Sequence[tuple[str, ...]]) -> tuple[jsonld.Node, bool]:
    """Of a page's objects the one that describes the story, and whether it is news.

    The article that says most; without one the page itself.
    """
    best: jsonld.Node = {}
    most = 0
    is_news = False
    for node, types in zip(nodes, kinds, strict=True):
        rank = max([_rank(t) for t in types], default=0)
        if rank:
            rank += sum([4 for name in SAID if node.get(name)])
            if rank > most:
                best, most, is_news = node, rank, not NEWS.isdisjoint(types)
    return best, is_news


def _rank(kind: str) -> int:
    if kind == "LiveBlogPosting":  # its entries are postings too
        return 200
    return 100 if kind.endswith(ARTICLES) else 10 if kind in LIKE_ARTICLES else 0


def _names_of(value: object, by_id: Mapping[str, jsonld.Node]) -> tuple[str, ...]:
    """The names in a value: a string, an object with a name or a reference to one, a list of such, or lists of them."""
    names: list[str] = []
    outer = value if isinstance(value, list) else [value]
    for item in [item for some in outer for item in (some if isinstance(some, list) else [some])]:
        if not isinstance(item, dict):
            names.extend(jsonld.strings(item))
            continue
        reference = item.get("@id")
        person = by_id.get(reference, item) if not item.get("name") and isinstance(reference, str) else item
        name = jsonld.strings(person.get("name"))
        parts = (*jsonld.strings(person.get("givenName")), *jsonld.strings(person.get("familyName")))
        names.extend(name or ((" ".join(parts),) if parts else ()))
    return tuple(names)


def _first(values: Sequence[str]) -> str | None:
    return _text(values[0]) if values else None


def _text(value: object) -> str | None:
    """A value as one line of text, with the entities read that some pages escape twice."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join((html.unescape(value) if "&" in value else value).split()) or None


def _titles(said: _Said, blocks: Sequence[Block], markup: Sequence[Markup]) -> tuple[tuple[str, ...], int]:
    """The page's titles, the best first, and the number of the block that prints the headline, or -1."""
    shared = said.first(("og:title", "twitter:title")) or ""
    structured = _text(said.story.get("headline")) or next(
        (t for n in said.nodes if (t := _text(n.get("headline")))), ""
    )
    headings = [
        (block.text, n)
        for n, (block, mark) in enumerate(zip(blocks, markup, strict=True))
        if mark.tag == "h1" and len(block.text) <= MAX_HEADING
    ]
    given = [shared, structured, said.window]
    named = {key for text, _ in headings if (key := titles.plain(text)) and titles.is_behind(key, said.window)}
    if named:
        said = said._replace(site=said.site | named)
    headline = titles.headline([text for text, _ in headings], given, said.site)
    if not headline and len(headings) == 1:
        headline = _only_heading(headings[0][0], given, said.site, blocks)
    said_as = [titles.plain(t) for t in (*given, headline)]
    shared, structured, window, bare = (
        titles.bare_title(t, said.site, {key for m, key in enumerate(said_as) if m != n})
        for n, t in enumerate((*given, headline))
    )
    best = titles.best_title(
        printed=bare, shared=shared, structured=structured, window=window, is_news=said.is_news, site=said.site
    )
    at = next((n for text, n in headings if text == headline), -1)
    if at < 0 and best:
        key, size = titles.plain(best), len(best)
        like = (n for n, b in enumerate(blocks) if abs(len(b.text) - size) <= 8 and titles.plain(b.text) == key)
        at = next(like, -1)
        if at < 0 and (part := titles.printed_part(best, texts := [b.text for b in blocks])):
            best, at = part, next(n for n, text in enumerate(texts) if titles.plain(text) == titles.plain(part))
    return authors.distinct([t for t in (best, bare, shared, structured, window) if t]), at


def _only_heading(heading: str, given: Sequence[str], site: frozenset[str], blocks: Sequence[Block]) -> str:
    """The only heading of a page, if it may be its headline though it is little like the given titles; else ""."""
    if not any(given):
        return heading
    if not titles.GLUED <= len(heading.split()) <= MOST_WORDS:
        return ""
    keys = {titles.plain(titles.bare_title(title, site)) for title in given if title}
    # A path may end with the title of the window.
    if any(titles.plain(b.text) in keys for b in blocks if len(b.text) <= MAX_HEADING and b.kind != "list_item"):
        return ""
    return titles.headline([heading], given, site, titles.SIMILAR_ALONE)


def _authors(said: _Said, page: printed.Printed) -> tuple[str, ...]:
    """Names, reconciled: what the page's data says, unless it names no person; a byline that has more adds them."""
    data = authors.given_names(_names_of(said.story.get("author") or said.story.get("creator"), said.by_id))
    if any(authors.is_person(name, said.site) for name in data):
        if sum([candidate.is_author() for candidate in page.near()]) > len(data):
            near = [name for name in printed.names_near(page) if authors.is_person(name, said.site)]
            known = {titles.plain(name) for name in data}
            if len(data) < len(near) <= MOST_PRINTED and known <= {titles.plain(name) for name in near}:
                return tuple(near)
        return authors.choose(data, (), (), said.site)
    labels = [n for n in "12" if patterns().says_by.search(said.tags.get(f"twitter:label{n}", ""))]
    values = [said.tags[tag] for tag in (*AUTHOR_TAGS, *(f"twitter:data{n}" for n in labels)) if tag in said.tags]
    meta = [
        tuple(name for name in authors.given_names([value]) if not _made_the_page(name, said.site))
        for value in values
        if not authors.HOST.search(value)  # “harbour.gr | Tide Press”; the data's own author may be a host
    ]
    people = [names for names in meta if any(authors.is_person(name, said.site) for name in names)]
    return authors.choose(data, printed.names(page), next(iter(people or meta), ()), said.site)


def _made_the_page(name: str, site: frozenset[str]) -> bool:
    """Whether a meta tag names the company that made the site, and not the site: “Tide Web Inc”."""
    return authors.is_company(name) and not authors.is_of(name, site)


def _published(said: _Said, page: printed.Printed, url: str | None) -> datetime | None:
    """When the page was published: what its data says, what it marks, its address, what it prints; in this order.

    An evergreen page that prints an earlier date than its data gives was published again, often with all of its site:
    the printed one is right (13 of 17 such pages).
    """
    us = page.is_american
    given = printed.stamp(
        [*jsonld.strings(said.story.get("datePublished")), *(said.tags[t] for t in PUBLISHED_TAGS if t in said.tags)],
        is_american=us,
    )
    if given is not None and said.is_news:
        return given
    near = printed.date_near(page, printed.WHOLLY if given is not None else printed.MOSTLY)
    if given is not None:
        return near if near is not None and (given.date() - near.date()).days > 1 else given
    marked = [c for c in page.candidates if PUBLISHED.search(c.attributes.get("itemprop") or "")]
    stamps = [
        *[c.attributes.get("content") or c.attributes.get("datetime") or c.text() for c in marked],
        *printed.published_at(page, page.near()),
    ]
    in_url = DATE_IN_URL.search(url or "")
    return (
        printed.stamp([*stamps, "-".join(in_url.groups()) if in_url else None], is_american=us)
        or near
        or printed.date_marked(page)
        or printed.stamp(printed.published_at(page, page.candidates), is_american=us)
        or printed.stamp(
            [
                *(s for name in ("dateCreated", "uploadDate") for s in jsonld.strings(said.story.get(name))),
            ],
            is_american=us,
        )
    )


def _language(values: Iterable[str | None]) -> str | None:
    for value in values:
        match = LANGUAGE.match((value or "").strip())
        if match:
            code = match[1].lower()
            return OLD_LANGUAGES.get(code, code)
    return None


def _keywords(said: _Said, metas: Iterable[Attributes]) -> tuple[str, ...]:
    values: Sequence[str] = jsonld.strings(said.story.get("keywords"))
    if not values:
        values = [tag.get("content") or "" for tag in metas if tag.get("property") == "article:tag"]
    if not values:
        values = [said.first(("news_keywords", "keywords")) or ""]
    words = re.split("[,;]", values[0]) if len(values) == 1 else values
    clean = [html.unescape(word).strip() for word in words]
    return tuple(dict.fromkeys([word for word in clean if 0 < len(word) <= MAX_KEYWORD]))


def _is_free(said: _Said) -> bool | None:
    for node in said.nodes:
        value = str(node.get("isAccessibleForFree")).lower()
        if value in ("true", "false"):
            return value == "true"
    tier = said.tags.get("article:content_tier", "").lower()
    return {"free": True, "locked": False, "metered": False}.get(tier)


def _images(said: _Said, base: str | None) -> tuple[tuple[str, str], ...]:
    """Addresses and captions of the pictures that the data gives for the story; else the one for sharing."""
    found: dict[str, str] = {}
    images = said.story.get("image")
    for item in images if isinstance(images, list) else [images]:
        address, caption = item, None
        if isinstance(item, dict):
            address = item.get("url") or item.get("contentUrl")
            caption = _text(item.get("caption") or item.get("description"))
        if isinstance(address, str) and (whole := absolute(address, base)):
            found.setdefault(whole, caption or "")
    if not found and (whole := absolute(said.tags.get("og:image"), base)):
        found[whole] = said.tags.get("og:image:alt", "")
    return tuple(found.items())
