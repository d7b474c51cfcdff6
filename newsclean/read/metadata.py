"""What the page says of itself: JSON-LD, OpenGraph, meta tags, microdata, marked bylines and dates; reconciled."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclean.dates import date_share, read_date
from newsclean.fold import fold
from newsclean.page import Block
from newsclean.read import authors, jsonld, titles
from newsclean.read.addresses import absolute
from newsclean.read.elements import FIGURE, Attributes, Markup
from newsclean.read.hints import TOKEN

MAX_VALUE = 20_000  # characters of one value of a meta tag
MAX_HEADING = 400  # characters: what is longer is no headline
MOST_PRINTED = 4  # names that a byline adds to those of the page's data
MOST_BYLINES = 40  # marked elements that are looked at for a byline as printed
NEAR = 12  # blocks after the headline in which a byline or date is sought first
DATE_LINE = 80  # characters of a line that may be a date


NEWS = frozenset(
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle"
    " AskPublicNewsArticle LiveBlogPosting".split()
)
ARTICLES = ("Article", "Posting", "Report")  # endings of types that are a story
SAID = ("datePublished", "datePublished", "headline", "author", "articleBody")  # what tells most; the date counts twice
LIKE_ARTICLES = frozenset(
    "CreativeWork Recipe Review HowTo VideoObject WebPage ItemPage AboutPage MedicalWebPage FAQPage CollectionPage ProfilePage QAPage"
    " Course Event Product Book Movie PodcastEpisode ImageGallery".split()
)
AUTHOR_TAGS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator",
    "dcterms.creator", "og:author", "og:article:author", "http://ogp.me/ns/article#author", "articleauthor", "article_author",
    "article-author", "article:byline", "byl", "byline", "citation_author", "citation_authors", "dcsext.author", "bc:authors", "creator",
)  # fmt: skip
PUBLISHED_TAGS = (
    "article:published_time", "og:article:published_time", "http://ogp.me/ns/article#published_time", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date.created", "date.available",
    "og:publish_date", "publisheddate", "published-date", "publish_date", "publish-date", "publication_date", "pubdate", "published_at", "published",
    "content:publishdate", "prism.publicationdate", "citation_publication_date", "citation_online_date", "citation_date",
    "date-pub", "w-published-date", "datecreated", "article_date_original", "uploaddate", "ya:ovs:upload_date", "date",
)  # fmt: skip
MODIFIED_TAGS = (
    "article:modified_time", "og:article:modified_time", "http://ogp.me/ns/article#modified_time", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "date.modified", "date.updated", "last-modified", "last_modified", "lastmod", "updated",
)  # fmt: skip
WRITTEN = re.compile(
    r"\b(?:by|von|par|por|d[ia]|door|a[vf]|przez|oleh|author|autor\w*|auteur|автор\w*)\b", re.IGNORECASE
)
DATE_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
BY_LATER = re.compile(r"(?<=\W)(?:by|von|par|por)\s+(?=[^\W\d_])", re.IGNORECASE)
WRITTEN_BY = re.compile(
    r"(?:this\s+(?:post|article)\s+was\s+)?(?:written|posted|authored|published)\s+by\b|author:", re.IGNORECASE
)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|people|profiles?|staff|contributors?|writers?|journalists?|by|members?)/",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(r"\b(0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])[/-]((?:19|20)\d\d)\b")
PUBLISHED = re.compile(r"datePublished|dateCreated|pubdate", re.IGNORECASE)
MOSTLY = 0.4  # of the words of a line: it says when
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:[-_].*)?\Z")


class Candidate(NamedTuple):
    """An element that is marked as an author, a date or another property."""

    node: LexborNode
    attributes: Attributes
    is_byline: bool  # by the words of its class
    at_block: int  # it begins before this block


class Found(NamedTuple):
    """What the walk gathers for the metadata."""

    scripts: list[str]
    metas: list[Attributes]  # of meta and link tags
    titles: list[str]
    candidates: list[Candidate]

    def address(self) -> str | None:
        """The page's address, as the page gives it."""
        shared = None
        for tag in self.metas:
            href = tag.get("href")
            if href and "canonical" in (tag.get("rel") or "").split():
                if href.startswith("http"):
                    return href.strip()
            elif tag.get("property") == "og:url" and (tag.get("content") or "").startswith("http"):
                shared = (tag.get("content") or "").strip()
        return shared


class Metadata(NamedTuple):
    """What the page says of itself. What it does not say is None or empty."""

    title: str | None = None  # the headline, without the site's name
    titles: tuple[str, ...] = ()  # all that the page gives as its title, each without the site's name, best first
    description: str | None = None
    authors: tuple[str, ...] = ()  # names only
    bylines: tuple[str, ...] = ()  # as printed in elements that are marked as bylines, in order, each once
    date_published: datetime | None = None  # with a zone where the page gives one
    date_modified: datetime | None = None
    language: str | None = None  # ISO 639-1
    url: str | None = None  # canonical
    site_name: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    article_body: str | None = None  # JSON-LD's, the longest
    is_accessible_for_free: bool | None = None
    types: tuple[str, ...] = ()  # schema.org types in JSON-LD, and og:type
    images: tuple[tuple[str, str], ...] = ()  # address and caption ("" without) of the story's pictures
    warnings: tuple[str, ...] = ()


def read_metadata(
    found: Found, language: str | None, blocks: Sequence[Block], markup: Sequence[Markup], address: str | None
) -> Metadata:
    """The metadata of a page.

    Args:
        language: of the page's `<html>` tag.
        address: the page's own, where the caller knows it.
    """
    nodes, warnings = jsonld.parse(found.scripts)
    kinds = [jsonld.types(node) for node in nodes]
    tags = _tags(found.metas)
    story, is_news = _story(nodes, kinds)
    by_id = {i: n for n in nodes if isinstance(i := n.get("@id"), str) and "name" in n}
    url = address or found.address()
    publisher = _first(_names_of(story.get("publisher"), by_id))
    site_name = (
        tags.get("og:site_name")
        or _first(_names_of(_site(nodes, kinds).get("name"), by_id))
        or tags.get("application-name")
        or publisher
        or None
    )
    site = titles.site_names(
        [n for n in (site_name, publisher, tags.get("twitter:site", "")) if n], [url] if url else []
    )
    all_titles, headline = _titles(found, tags, story, nodes, blocks, markup, site, is_news)
    bylines = _bylines(found.candidates[:MOST_BYLINES])
    us = _is_american(language, tags)
    return Metadata(
        title=all_titles[0] if all_titles else None,
        titles=all_titles,
        description=tags.get("og:description")
        or tags.get("description")
        or _text(story.get("description"))
        or tags.get("twitter:description"),
        authors=_authors(story, by_id, tags, found, blocks, markup, headline, site),
        bylines=bylines,
        date_published=_published(story, tags, found.candidates, blocks, markup, headline, url, us, is_news),
        date_modified=_stamp(
            [*jsonld.strings(story.get("dateModified")), *(tags[t] for t in MODIFIED_TAGS if t in tags)], us
        ),
        language=_language(language, tags, story),
        url=url,
        site_name=site_name,
        section=_first(jsonld.strings(story.get("articleSection")))
        or tags.get("article:section")
        or tags.get("parsely-section"),
        keywords=_keywords(story, found.metas, tags),
        article_body=_body(nodes),
        is_accessible_for_free=_is_free(nodes, tags),
        types=tuple(
            dict.fromkeys([*(k for some in kinds for k in some), *([tags["og:type"]] if "og:type" in tags else [])])
        ),
        images=_images(story, tags, url),
        warnings=warnings,
    )


def _tags(metas: Iterable[Attributes]) -> dict[str, str]:
    """The meta tags of the page by name, lower-cased; of several with the same name the first that says something."""
    tags: dict[str, str] = {}
    for tag in metas:
        content = tag.get("content")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = tag.get(attribute)
            if name:
                text = content[:MAX_VALUE].strip()
                if text:
                    tags.setdefault(name.lower(), html.unescape(text) if "&" in text else text)
    return tags


def _story(nodes: Sequence[jsonld.Node], kinds: Sequence[tuple[str, ...]]) -> tuple[jsonld.Node, bool]:
    """Of a page's objects the one that describes the story, and whether it is news: the article that says most, else the page."""
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


def _site(nodes: Sequence[jsonld.Node], kinds: Sequence[tuple[str, ...]]) -> jsonld.Node:
    return next((n for n, types in zip(nodes, kinds, strict=True) if "WebSite" in types), {})


def _names_of(value: object, by_id: Mapping[str, jsonld.Node]) -> tuple[str, ...]:
    """The names in a value: a string, an object with a name or a reference to one, or a list of these."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if not item.get("name") and isinstance(reference := item.get("@id"), str):
                item = by_id.get(reference, item)
            name = item.get("name")
            if not name and (item.get("givenName") or item.get("familyName")):
                name = " ".join([*jsonld.strings(item.get("givenName")), *jsonld.strings(item.get("familyName"))])
            names.extend(jsonld.strings(name))
        elif isinstance(item, list):
            names.extend(_names_of(item, by_id) if len(names) < authors.MAX_NAMES and item is not value else ())
        else:
            names.extend(jsonld.strings(item))
    return tuple(names)


def _first(values: Sequence[str]) -> str | None:
    return _text(values[0]) if values else None


def _text(value: object) -> str | None:
    """A value as one line of text, with the entities read that some pages escape twice."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    text = " ".join((html.unescape(value) if "&" in value else value).split())
    return text or None


def _titles(
    found: Found, tags: Mapping[str, str], story: jsonld.Node, nodes: Sequence[jsonld.Node],
    blocks: Sequence[Block], markup: Sequence[Markup], site: frozenset[str], is_news: bool,
) -> tuple[tuple[str, ...], int]:  # fmt: skip
    """The page's titles, the best first, and the index of the block that prints the headline, or -1."""
    window = " ".join(html.unescape(found.titles[0]).split()) if found.titles else ""
    shared = tags.get("og:title") or tags.get("twitter:title") or ""
    structured = _text(story.get("headline")) or next((t for n in nodes if (t := _text(n.get("headline")))), "")
    headings = [
        (block.text, n)
        for n, (block, mark) in enumerate(zip(blocks, markup, strict=True))
        if mark.tag == "h1" and len(block.text) <= MAX_HEADING
    ]
    printed = titles.headline([text for text, _ in headings], [shared, structured, window], site)
    if not printed and len(headings) == 1 and not (shared or structured or window):
        printed = headings[0][0]
    others = {titles.plain(t) for t in (window, shared, structured, printed)}
    shared, structured, window, bare = (
        titles.bare_title(t, site, others) for t in (shared, structured, window, printed)
    )
    best = titles.best_title(
        printed=bare, shared=shared, structured=structured, window=window, is_news=is_news, site=site
    )
    at = next((n for text, n in headings if text == printed), -1)
    if at < 0 and best:
        key, size = titles.plain(best), len(best)
        at = next((n for n, b in enumerate(blocks) if abs(len(b.text) - size) <= 8 and titles.plain(b.text) == key), -1)
    return authors.distinct([t for t in (best, bare, shared, structured, window) if t]), at


def _bylines(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The texts of elements marked as bylines."""
    lines = [_line(candidate) for candidate in candidates if _is_author(candidate)]
    return tuple(dict.fromkeys([line for line in lines if 0 < len(line) <= authors.MAX_BYLINE]))


def _is_author(candidate: Candidate) -> bool:
    said = candidate.attributes
    return candidate.is_byline or "author" in (said.get("itemprop") or "") or "author" in (said.get("rel") or "")


def _line(candidate: Candidate) -> str:
    content = candidate.attributes.get("content")
    return " ".join((content or candidate.node.text(separator=" ")).split())


def _authors(
    story: jsonld.Node, by_id: Mapping[str, jsonld.Node], tags: Mapping[str, str], found: Found,
    blocks: Sequence[Block], markup: Sequence[Markup], headline: int, site: frozenset[str],
) -> tuple[str, ...]:  # fmt: skip
    structured = authors.given_names(_names_of(story.get("author") or story.get("creator"), by_id))
    if any(authors.is_person(name, site) for name in structured):
        near = (
            [c for c in found.candidates if headline - 2 <= c.at_block <= headline + NEAR and _is_author(c)]
            if headline >= 0
            else []
        )
        if len(near) > len(structured):
            printed = _printed(near, blocks, markup, headline)
            known = {titles.plain(name) for name in structured}
            if len(structured) < len(printed) <= MOST_PRINTED and known <= {titles.plain(name) for name in printed}:
                return printed
        return authors.choose(structured, (), (), site)
    printed = _printed(found.candidates, blocks, markup, headline)
    meta = [tags[tag] for tag in AUTHOR_TAGS if tag in tags]
    for n in "12":
        if WRITTEN.search(tags.get(f"twitter:label{n}", "")):
            meta.append(tags.get(f"twitter:data{n}", ""))
    given = next(
        (
            names
            for value in meta
            if (names := authors.given_names([value])) and any(authors.is_person(n, site) for n in names)
        ),
        (),
    )
    return authors.choose(structured, printed, given or authors.given_names(meta[:1]), site)


def _printed(
    candidates: Sequence[Candidate], blocks: Sequence[Block], markup: Sequence[Markup], headline: int
) -> tuple[str, ...]:
    """The names in the byline that is printed with the headline; else those in the first marked byline after it; else of the page."""
    read: list[tuple[int, tuple[str, ...]]] = []
    for candidate in candidates:
        if (
            _is_author(candidate)
            and not _is_beside(candidate, markup)
            and (names := authors.printed_names(_line(candidate)))
        ):
            read.append((candidate.at_block, names))
    if headline >= 0:
        start = next((at for at, _ in read if headline - 2 <= at <= headline + NEAR), None)
        if start is not None:
            return _around(read, start)
        head = range(max(0, headline - 2), min(len(blocks), headline + NEAR))
        for n in head:
            text = blocks[n].text
            if (
                len(text) <= authors.MAX_BYLINE
                and (authors.BY.match(text) or BY_LATER.search(text[:60]))
                and (names := _by_line(text))
            ):
                return names
        for n in head:
            text = blocks[n].text
            if (
                n > headline
                and len(text) <= 40
                and (authors.BY.fullmatch(blocks[n - 1].text) or AUTHOR_PAGE.search(markup[n].url or ""))
            ) and (names := authors.printed_names(text)) == (text,):
                return names
    start = next((at for at, _ in read if at > headline), read[0][0] if read else None)
    if start is not None:
        return _around(read, start)
    for block in blocks:
        if (
            len(block.text) <= authors.MAX_BYLINE
            and WRITTEN_BY.match(block.text)
            and (names := authors.printed_names(block.text))
        ):
            return names
    return ()


def _around(read: Sequence[tuple[int, tuple[str, ...]]], start: int) -> tuple[str, ...]:
    return authors.merged([names for at, names in read if start <= at <= start + 2])


def _by_line(text: str) -> tuple[str, ...]:
    if authors.OTHER_WORK.match(text):
        return ()
    match = BY_LATER.search(text[:60])
    return authors.printed_names(text) or (authors.printed_names(text[match.start() :]) if match else ())


def _is_beside(candidate: Candidate, markup: Sequence[Markup]) -> bool:
    """Whether it is the author of something else: of a comment, of a related story, of a picture; or not his name but his role."""
    said = candidate.attributes
    words = {w.lower() for w in TOKEN.findall(f"{said.get('class') or ''} {said.get('itemprop') or ''}"[:200])}
    if not words.isdisjoint(authors.NOT_THE_AUTHOR):
        return True
    if candidate.at_block >= len(markup):
        return False
    mark = markup[candidate.at_block]
    return bool(mark.places & FIGURE) or any(h.kind in ("comments", "related", "caption", "credit") for h in mark.hints)


def _is_american(language: str | None, tags: Mapping[str, str]) -> bool:
    """Whether 03/04 is the fourth of March: the page is in the English of the United States, or in none in particular."""
    return bool(re.match(r"en(?:[-_]US)?\Z", language or tags.get("og:locale") or "", re.IGNORECASE))


def _stamp(values: Iterable[str], us: bool = False) -> datetime | None:
    """The first of these values that is a date."""
    for value in values:
        text = value.strip()[:DATE_LINE]
        if not text:
            continue
        try:
            stamp: datetime | None = datetime.fromisoformat(text)
        except ValueError:
            stamp = read_date(MONTH_FIRST.sub(r"\3-\1-\2", text) if us else text)
        if stamp is not None and 1990 <= stamp.year <= 2100:
            return stamp
    return None


def _published(
    story: jsonld.Node, tags: Mapping[str, str], candidates: Sequence[Candidate],
    blocks: Sequence[Block], markup: Sequence[Markup], headline: int, url: str | None, us: bool, is_news: bool,
) -> datetime | None:  # fmt: skip
    """When the page was published: what its data says, before what its tags mark, before its address, before what it prints.

    An evergreen page that prints an earlier date than its data gives was republished, often with all of its site: the printed
    one is right (13 of 17 such pages).
    """
    given = _stamp([*jsonld.strings(story.get("datePublished")), *(tags[t] for t in PUBLISHED_TAGS if t in tags)], us)
    if given is not None and is_news:
        return given
    printed = _printed_date(blocks, headline, us)
    if given is not None:
        return printed if printed is not None and (given.date() - printed.date()).days > 1 else given
    properties = [c for c in candidates if PUBLISHED.search(c.attributes.get("itemprop") or "")]
    near = (
        [c for c in candidates if "datetime" in c.attributes and headline - 3 <= c.at_block <= headline + NEAR]
        if headline >= 0
        else []
    )
    near.sort(key=lambda c: c.at_block < headline)
    marked = _stamp(
        [c.attributes.get("content") or c.attributes.get("datetime") or _line(c) for c in (*properties, *near)], us
    )
    if marked is not None:
        return marked
    if url and (match := DATE_IN_URL.search(url)):
        return _stamp([f"{match[1]}-{match[2]}-{match[3]}"])
    hinted = [
        b.text
        for b, m in zip(blocks, markup, strict=True)
        if len(b.text) <= DATE_LINE and any(h.kind == "timestamp" for h in m.hints)
    ]
    return (
        printed
        or _stamp([text for text in hinted if YEAR.search(text)], us)
        or _stamp([c.attributes.get("datetime") or "" for c in candidates], us)
        or _stamp(
            [*jsonld.strings(story.get("dateCreated") or story.get("uploadDate") or story.get("dateModified"))], us
        )
        or _stamp([tags[t] for t in MODIFIED_TAGS if t in tags], us)
    )


def _printed_date(blocks: Sequence[Block], headline: int, us: bool) -> datetime | None:
    """The first date printed near the headline: a short line with a year, that is a date for the most part or names it."""
    if headline < 0:
        return None
    for block in (*blocks[headline + 1 : headline + NEAR], *blocks[max(0, headline - 3) : headline]):
        text = block.text
        if (
            len(text) <= DATE_LINE
            and YEAR.search(text)
            and date_share(fold(text)) >= MOSTLY
            and (stamp := _stamp([text], us))
        ):
            return stamp
    return None


def _language(given: str | None, tags: Mapping[str, str], story: jsonld.Node) -> str | None:
    said = (
        given,
        tags.get("og:locale"),
        tags.get("content-language"),
        tags.get("language"),
        tags.get("dc.language"),
        _first(jsonld.strings(story.get("inLanguage"))),
    )
    for value in said:
        if value and (match := LANGUAGE.match(value)):
            return match[1].lower()
    return None


def _keywords(story: jsonld.Node, metas: Iterable[Attributes], tags: Mapping[str, str]) -> tuple[str, ...]:
    values = jsonld.strings(story.get("keywords")) or tuple(
        html.unescape(tag.get("content") or "") for tag in metas if tag.get("property") == "article:tag"
    )
    if not values:
        values = tuple(tags[name] for name in ("news_keywords", "keywords") if name in tags)[:1]
    words = [word.strip() for value in values for word in (re.split("[,;]", value) if len(values) == 1 else [value])]
    return tuple(dict.fromkeys(word for word in words if 0 < len(word) <= 100))


def _body(nodes: Sequence[jsonld.Node]) -> str | None:
    bodies = [body for n in nodes if isinstance(body := n.get("articleBody"), str)]
    return max(bodies, key=len, default="") or None


def _is_free(nodes: Sequence[jsonld.Node], tags: Mapping[str, str]) -> bool | None:
    for node in nodes:
        value = node.get("isAccessibleForFree")
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
    tier = tags.get("article:content_tier", "").lower()
    return {"free": True, "locked": False, "metered": False}.get(tier)


def _images(story: jsonld.Node, tags: Mapping[str, str], base: str | None) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    images = story.get("image")
    for item in images if isinstance(images, list) else [images]:
        if isinstance(item, dict):
            address, caption = (
                item.get("url") or item.get("contentUrl"),
                _text(item.get("caption") or item.get("description")) or "",
            )
        else:
            address, caption = item, ""
        if isinstance(address, str) and (whole := absolute(address, base)):
            found.setdefault(whole, caption)
    if not found and "og:image" in tags and (whole := absolute(tags["og:image"], base)):
        found[whole] = tags.get("og:image:alt", "")
    return tuple(found.items())
