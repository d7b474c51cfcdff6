"""Titles without what the site adds to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from newsclean.phrases.fold import fold, words_in

# Between a headline and the site's name: “Headline | Site”, “Headline - Section - Site”.
SEPARATOR = re.compile(r" ?[|｜ㅣ] ?| (?:::|»|«|›|•|·|~|/|[-–—]{1,2}) ")
BAR, COLONS = re.compile(r" ?[|｜ㅣ] ?"), " :: "
NAME_BLANKS = 3  # of a site's name, less than so many
PARTED = re.compile(r"_+|\s?[|｜]\s?|\s(?:::|[-–—:/»«·])\s")  # the same, also glued, and before it: “Site : Headline”
LEAST_PART = 6  # letters of a headline that is a part of a title
LEAST = 15  # characters, or three words: of a headline before a bar; else the longest part is it
REMEMBERED = 400  # characters: longer texts are no titles
SIMILAR = 0.3  # the least that a printed heading has in common with any of the page's titles to be its headline
SIMILAR_ALONE = 0.2  # the same of the page's only heading, if nothing else on the page says its title
GLUED = 4  # words, at least, of a headline that a kicker is glued to, or of its second part behind a bar
BLOG = re.compile(r"(?:\A|\s)(?:we)?blog\Z", re.IGNORECASE)  # ends the name of a site
HOST = re.compile(r"[\w-]{2,40}\.(?:com|org|net|[a-z]{2})", re.IGNORECASE)
OPEN_BRACKET = re.compile(r"[(\[][^)\]]{0,200}\Z")
QUOTES = "\"“”„«»‘’'"


def plain(text: str) -> str:
    """The letters and digits of a text, folded."""
    return (_plain_again if len(text) <= REMEMBERED else _plain)(text)


def _plain(text: str) -> str:
    return "".join(words_in(fold(text)))


_plain_again = lru_cache(maxsize=256)(_plain)  # a page says its title five times


def site_names(names: Iterable[str], addresses: Iterable[str]) -> frozenset[str]:
    """What the site may be called in its titles: the names it gives, its host, and the host's own part.

    >>> sorted(site_names(["The Harbour Post"], ["https://www.harbourpost.example.co/news/1"]))
    ['example', 'harbourpostexampleco', 'theharbourpost']
    """
    found = {plain(name) for name in names}
    for address in addresses:
        try:
            host = (urlsplit(address).hostname or "").removeprefix("www.")
        except ValueError:
            continue
        labels = host.split(".")
        found.add(plain(host))
        if len(labels) > 1:
            found.add(plain(labels[-3] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2]))
    return frozenset(name for name in found if len(name) > 1)


def printed_part(title: str, printed: Iterable[str]) -> str:
    """What of a title the page prints as a line of its own, where the name of the site stands behind or before it.

    Behind a name that is longer than the rest nothing is sure; "" then.

    >>> printed_part("Pumps arrive at last_News_Harbour Post", ["News", "Pumps arrive at last"])
    'Pumps arrive at last'
    >>> printed_part("POST : Pumps arrive - at last", ["Pumps arrive - at last"]), printed_part("Six - Post", ["Six"])
    ('Pumps arrive - at last', '')
    >>> printed_part("The pumps arrive - Harbour Post", ["Harbour Post"])
    ''
    """
    marks = list(PARTED.finditer(title))
    before = [title[: mark.start()] for mark in reversed(marks)]
    behind = [title[mark.end() :] for mark in marks if len(title) - mark.end() > mark.start()]
    lines = {key for text in printed if len(text) <= len(title) and len(key := plain(text)) >= LEAST_PART}
    return next((part for part in (*before, *behind) if plain(part) in lines and _is_most(part, title)), "")


def _is_most(part: str, title: str) -> bool:
    """Whether a part of a title may be its headline: it has three words, or half of its letters."""
    return part.count(" ") >= 2 or 2 * len(plain(part)) >= len(plain(title))


def is_site(part: str, names: Iterable[str], more: int = 14) -> bool:
    """Whether a part of a title is the site's name, with at most so many more letters."""
    key = plain(part)
    return not key or any(
        key == name
        or (len(name) > 3 and ((name in key and len(key) <= len(name) + more) or (len(key) > 3 and key in name)))
        for name in names
    )


def names_site(title: str, names: Collection[str]) -> bool:
    """Whether a title is nothing but the name of the site; a longer one is a headline that a page gives as its name.

    >>> names_site("Harbour Post", ["harbourpost"]), names_site("Six pumps for Orrin", ["sixpumpsfororrin"])
    (True, False)
    """
    return title.count(" ") < NAME_BLANKS and plain(title) in names


def is_behind(key: str, window: str) -> bool:
    """Whether a heading is the name of the site, which stands behind the headline in the window's title.

    >>> is_behind("harbourpost", "Flood pumps arrive in harbour town - Harbour Post"), is_behind("six", "Six - Post")
    (True, False)
    """
    ends = list(SEPARATOR.finditer(window))
    return bool(ends) and plain(window[ends[-1].end() :]) == key and window[: ends[-1].start()].count(" ") >= GLUED


def bare_title(title: str, names: frozenset[str], others: Collection[str] = ()) -> str:
    """A title without the site's name, or what the page's other titles (given as `plain` has them) show to be added.

    >>> names = frozenset(["harbourpost"])
    >>> bare_title("Pumps arrive in harbour | News | Harbour Post", names)
    'Pumps arrive in harbour'
    >>> bare_title("Harbour Post: Pumps - and more - arrive", names)
    'Harbour Post: Pumps - and more - arrive'
    >>> bare_title("Pumps arrive - Region", names, ["pumpsarrive"])
    'Pumps arrive'
    >>> bare_title("Six pumps | What they cost and who pays", names, ["sixpumpswhattheycostandwhopays"])
    'Six pumps | What they cost and who pays'
    """
    title = " ".join(title.split())[:1000]
    found = list(SEPARATOR.finditer(title))
    while found:
        first, last = found[0], found[-1]
        if last.start() > 3 and is_site(title[last.end() :], names):
            title = title[: last.start()]
        elif len(title) - first.end() > 3 and is_site(title[: first.start()], names, 3):
            title = title[first.end() :]
        else:
            break
        found = list(SEPARATOR.finditer(title))
    parts = title.split(COLONS) if COLONS in title and title.count(COLONS) > 1 else BAR.split(title)
    is_whole = len(parts) > 2 or len(parts[-1].split()) >= GLUED  # else its last part is a section
    if len(parts) > 1 and not (is_whole and _opens_one(plain(title), others)):
        first_part = parts[0]
        title = first_part if len(first_part) >= LEAST or first_part.count(" ") > 1 else max(parts, key=len)
    for match in SEPARATOR.finditer(title) if others and found else ():
        if len(key := plain(title[: match.start()])) >= 8 and key in others:
            return title[: match.start()]
    return title


def _opens_one(key: str, others: Iterable[str]) -> bool:
    """Whether one of the page's other titles is this one, perhaps with the site's name behind it."""
    return any(other.startswith(key) for other in others)


def _words(title: str) -> tuple[str, ...]:
    return tuple(words_in(title.lower()))


_words_again = lru_cache(maxsize=256)(_words)  # each heading is compared with each title


def likeness(one: str, other: str) -> float:
    """How many of their words two titles share, from 0 to 1.

    >>> likeness("Pumps arrive in harbour", "Pumps arrive in harbour town") > 0.85
    True
    """
    ours, theirs = ((_words_again if len(title) <= REMEMBERED else _words)(title) for title in (one, other))
    if not ours or not theirs:
        return 0.0
    left = list(theirs)
    shared = 0
    for word in ours:
        if word in left:
            left.remove(word)
            shared += 1
    return 2 * shared / (len(ours) + len(theirs))


def headline(
    printed: Sequence[str], given: Sequence[str], site: frozenset[str] = frozenset(), least: float = SIMILAR
) -> str:
    """Of the headings printed on the page the one that is most like the given titles: the headline; "" if none is.

    >>> headline(["Harbour Post", "Pumps arrive in harbour"], ["Pumps arrive in the harbour", ""])
    'Pumps arrive in harbour'
    >>> headline(["The Quay Diary"], ["Pumps arrive", "The Quay Diary: Pumps arrive"])
    ''
    """
    best, most = "", least
    keys = [plain(title) for title in given]
    for heading in printed:
        key = plain(heading)
        if key in site or HOST.fullmatch(heading) or any(a and b == key + a for a in keys for b in keys):
            continue  # the name of the site or blog: its window title is that name and the headline
        like = max((likeness(heading, title) for title in given if title), default=0.0)
        if like > most:
            best, most = heading, like
    return best


def _is_cut_off(title: str, whole: str) -> bool:
    """Whether a title is the beginning of another and breaks off amid it: in a bracket, or where a quotation begins.

    >>> _is_cut_off("Six pumps (for", "Six pumps (for all)"), _is_cut_off("Six pumps", "Six pumps for all")
    (True, False)
    """
    if not title or not whole.startswith(title) or len(whole) == len(title):
        return False
    return OPEN_BRACKET.search(title) is not None or whole[len(title) :].lstrip()[:1] in QUOTES


def _without_kicker(title: str, others: Iterable[str]) -> str:
    """A title without the kicker glued to it, as another title shows, which has the same end behind a colon.

    >>> _without_kicker("Flood in the north Two more pumps arrive", ["The flood: Two more pumps arrive"])
    'Two more pumps arrive'
    """
    for other in others:
        _, mark, end = other.rpartition(": ")
        if not mark:
            continue
        glued = title.removesuffix(end)
        if end.count(" ") + 1 >= GLUED and glued != title and glued.strip()[-1:].isalnum():
            return end
    return title


def _without_subline(title: str, others: Iterable[str]) -> str:
    """A title without the line that is glued to its end, with no blank between, as another title shows.

    >>> _without_subline("Six pumps for OrrinTwo more on the way", ["Six pumps for Orrin"])
    'Six pumps for Orrin'
    """
    for other in others:
        if other.count(" ") + 1 >= GLUED and title.startswith(other) and title[len(other) : len(other) + 1].isalpha():
            return other
    return title


def best_title(
    *, printed: str, shared: str, structured: str, window: str, is_news: bool, site: frozenset[str] = frozenset()
) -> str:
    """The title of the page, of its bare titles.

    What is printed as its headline; of news what is given for sharing (og:title): of 139 news pages that is what
    hand-made parsers take for 0.88, the printed headline for 0.81. A kicker that is glued to the headline goes; one
    that a colon sets off stays.

    >>> given = {"structured": "", "window": "", "is_news": False}
    >>> best_title(printed="Pumps arrive", shared="Flood in the north: Pumps arrive", **given)
    'Flood in the north: Pumps arrive'
    >>> best_title(printed="Floods Two more pumps arrive", shared="Two more pumps arrive", **given)
    'Two more pumps arrive'
    """
    headed = printed
    printed = _without_subline(_without_kicker(printed, (shared, window)), (shared, window))
    whole = (shared, structured, window, printed)
    shared, structured = (next((t for t in whole if _is_cut_off(title, t)), title) for title in (shared, structured))
    if is_news:
        is_said = bool(printed) and plain(printed) == plain(window)  # then the data may hold its first sentence instead
        first, others = shared or (printed if is_said else structured), (printed, structured)
    else:
        first = printed or structured or shared or window
        others = (structured, shared) if printed == headed else (first, first)
    if not first:
        return printed or structured or window
    key = plain(first)
    for other in others:
        theirs = plain(other)
        if not theirs or theirs == key:
            continue
        before = other[: other.find(":")]
        if theirs.endswith(key) and ":" in other and not is_site(before, site) and not BLOG.search(before):
            return other
        if key.endswith(theirs) and ":" not in first and 2 * len(theirs) > len(key):
            return other
    if first.count(" ") < 2 and (longer := next((t for t in others if t.count(" ") > 2), "")):
        return longer
    return first
