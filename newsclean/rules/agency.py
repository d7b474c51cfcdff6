"""Footers of agencies, copyright lines."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.markup import FIGURE, FOOTER
from newsclean.page.page import Page
from newsclean.page.prose import is_paragraph
from newsclean.page.shape import STOP
from newsclean.phrases.language_words import one_of
from newsclean.press.credits import is_agency, is_name, read_credit
from newsclean.rules.cued import phrase

CLOSING = re.compile(
    r"""
    \#{3} | -?ENDS?-? | -30- | \((?:ends?|ENDS?)\)                   # of press releases and agencies
    | [（(](?:完|了|終|끝)[）)] | 【完】 | 《[A-Z]{1,4}》              # （完）  《ST》
    | \(?[a-z]{2,4}/[a-z]{2,4}\)? | [A-Z]{2,3}/[A-Z]{2,3}          # (jd/ml)  JD/ML
    | [A-Z]{4,12}\sPRESS | [\u3040-\u30ff\u4e00-\u9fff]{1,8}(?:ニュース|新聞|通信)  # MINATO PRESS  港湾ニュース
    | 【[\u3040-\u30ff\u4e00-\u9fff、・\s]{2,20}】                  # 【山田太郎】
    | [A-Z\s\u3040-\u30ff\u4e00-\u9fff]{0,16}編集部(?:[\s　・]{1,2}[\u3040-\u30ff\u4e00-\u9fff\s]{2,8})?  # 港湾編集部　山田太郎
    """,
    re.VERBOSE,
)
MOST_OF_NAME = 2  # words of an agency's name that stands alone
FEWEST_ABOVE, BELOW = 2, 2  # paragraphs above such a mark; further marks below it
MOST_SIGNED = 25  # words of a sentence that names who contributed
FEED_LINES = 3  # at the end of a page, among which the last of a feed's entry stands
MOST_FED = 60  # words of it
SHORTEST_TITLE = 20  # characters of a post's title between “The post” and “appeared first on”
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
INITIALS = re.compile(
    r"""
    [(\[/—–-]{1,2}\s?(?:[A-Za-z]{2,7}(?:[/,\s]{1,2}[A-Za-z]{2,7}){0,4})\s?[)\]/]     # (AP)  (dpa, AFP)  /ritzau/
    | [A-Z]{2,4}\s?//\s?[A-Z]{2,4}                                                   # JV // MS
    | [a-z]{2,3}(?:/[a-z]{2,3}){1,3}(?:\s\([\w,\s]{2,40}\))?                        # dw/se (dpa, afp)
    """,
    re.VERBOSE,
)


def footer(block: Block, page: Page) -> Finding | None:
    """A footer that names the agency, the reporters or who holds the rights.

    Cuts:
        sure | (Reporting by Jo Doe; editing by Mara Lind)
        sure | © 2024 The Harbour Post. All rights reserved.

        sure | C 2024 The Harbour Post, all rights reserved for us and for the crew.
        sure | Town of Orrin 2024. All rights reserved to the town, the county and the crew.
        sure | ™ 2024 The Harbour Post. All rights reserved by us, by the town and by the crew.
        sure | c 2024 The Harbour Post. All rights reserved by us, by the town and by the crew.
        hint | In 2024 the council found that all rights reserved to the county had been sold to a shop.
        sure | © 2024 The Harbour Post. All rights reserved to us, to the town and to all of the crew that the pumps came by rail.
        hint | © 2024 The Harbour Post. All rights reserved to us, to the town and to all of the crew that the pumps came by rail on.
        sure | [Reporting by Jo Doe in Orrin; editing by Mara Lind and the desk in Harbour Town]
        sure | (Reporting by Jo Doe in Orrin; editing by Mara Lind and by the desk in Harbour Town).
        hint | (Reporting by Jo Doe in Orrin) The editing was done by Mara Lind and by the desk in Harbour Town!
        sure | (Reporting by Jo Doe; editing by Mara Lind; the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on.)
        hint | (Reporting by Jo Doe; editing by Mara Lind; the pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang and the band played until the rain began and the tide rose over the lower steps so that the last two of the six had to wait on the.)
        sure | AFP
        sure | © The Harbour Post of Orrin and Com 2024. All rights reserved to all of the town.
        hint | © The Harbour Post of Orrin and Comp 2024. All rights reserved to all of the town.
        sure | — Harbour Wire writer Mara Lind in the old town of Orrin on the coast contributed to this report.
        sure | Jo Doe in Harbour Town and Una Fells on the island of Stenness contributed to this report.
        hint | Forty scientists of nine countries on both sides of the sea have contributed to this report.
    Keeps:
        | The pumps came by rail on Monday and the crane that lifts them came by sea and the mayor who had asked for both of them stood on the quay and counted what the men unloaded while the children of the old school sang. (End)
        | The paper had reported the leak two years before.
        | The rights of all were reserved to a few.
    """
    finding = phrase(block, "agency", alone_is_sure=True)
    if finding is None or (block.words > MOST_SIGNED and _only_ends(block)):
        return None
    bracketed = block.text[0] in "([" and block.text[-1] in ")]." and block.words <= 80
    # A sentence may open so, but hardly with a year: “© 2024 The Harbour Post. All rights reserved.”
    rights = block.words <= 25 and YEAR.search(block.text[:40]) is not None and block.text[0] in "©(CcT™"
    return finding._replace(strength="sure") if bracketed or rights or _signs(block) else finding


def _only_ends(block: Block) -> bool:
    """Whether a short mark of an agency closes a sentence of the story: “… sang. (End)”."""
    cues = [c for c in block.cues if c.kind == "agency"]
    return all(c.where == "ends" and " " not in c.phrase for c in cues)


def _signs(block: Block) -> bool:
    """Whether reporters are named in a sentence with a phrase such as “contributed to this report”."""
    cues = [c for c in block.cues if c.kind == "agency"]
    if block.words > MOST_SIGNED or not any(c.where != "starts" and c.phrase.count(" ") >= 2 for c in cues):
        return False
    words = block.core.lstrip("—–-• ").split(maxsplit=2)
    return any(c.where == "starts" for c in cues) or (len(words) > 2 and is_name(" ".join(words[:2]), 2))


def feed(block: Block, page: Page) -> Finding | None:
    """The last line of an entry of a feed: of what site the post is. It names the page's headline.

    Cuts:
             | Ferry to Orrin cancelled after engine fire
             | The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room.
        sure | The post Ferry to Orrin cancelled after engine fire appeared first on The Harbour Post.

             | Fähre nach Orrin fällt nach Feuer aus
             | Die Nachtfähre nach Orrin fiel am Sonntag aus, weil im Maschinenraum ein Feuer ausgebrochen war.
        sure | Der Beitrag Fähre nach Orrin fällt nach Feuer aus erschien zuerst auf Hafenpost.

             | The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room.
        sure | The post Ferry to Orrin cancelled after engine fire appeared first on The Harbour Post.

             | The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room.
        sure | The post Ferry to Orrin cancelled after engine fire appeared first on The Harbour Post
             | Sign up for our newsletter
    Keeps:
        | Ferry to Orrin cancelled after engine fire
        | The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room.
        | The post office appeared first on a map of 1820.

        | Ferry to Orrin cancelled after engine fire
        | The post Ferry to Orrin cancelled after engine fire appeared first on The Harbour Post.
        | The night ferry to Orrin was cancelled on Sunday after a fire broke out in its engine room.
        | Nobody was hurt, and all forty passengers were brought ashore by a fishing boat before midnight.
        | The company said that it would pay for the rooms in which they spent the night on the quay.
    """
    if block.number < len(page.blocks) - FEED_LINES or block.words > MOST_FED or not block.number:
        return None
    names = page.title >= 0 and page.blocks[page.title].key in block.key and page.title != block.number
    opens = _feed_opens().match(block.text)
    if not names and opens is None:
        return None  # nearly all lines
    says = _feed_says().search(block.text)
    if says is None:
        return None
    is_title = opens is not None and says.start() - opens.end() >= SHORTEST_TITLE
    return Finding("agency", says[0], "sure") if names or is_title else None


@lru_cache(maxsize=1)
def _feed_opens() -> re.Pattern[str]:
    return re.compile(one_of("feed_opens"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _feed_says() -> re.Pattern[str]:
    return re.compile(one_of("feed_says"), re.IGNORECASE)


def owner(block: Block, page: Page) -> Finding | None:
    """A line with © at the foot of the page: who owns it.

    Cuts:
             | <p>The pumps came by rail, and the mayor said that it was high time for them.</p>
        sure | <footer><p>© The Harbour Post</p></footer>

             | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        hint | <footer><p>© The Harbour Post and the town of Orrin and all its crew</p></footer>

             | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        sure | <footer><p>© The Harbour Post and the town of Orrin and all its</p></footer>
    Keeps:
        | <figure><img src="/pump.jpg"><footer>© Jo Doe</footer></figure>

        | <p>The pumps came by rail on Monday and the crane that lifts them came by sea.</p>
        | <footer><p>The Harbour Post | Orrin</p></footer>

        | © The Harbour Post
    """
    html = page.html
    if html is None or "©" not in block.text or html.markup[block.number].places & (FOOTER | FIGURE) != FOOTER:
        return None
    return Finding("agency", "©", "hint" if block.words > 12 else "sure")


def initials(block: Block, page: Page) -> Finding | None:
    """Initials or names of agencies, as news agencies sign their reports: “(dpa, AFP)”.

    Cuts:
        sure | (dpa, AFP)
        sure | /ritzau/
        sure | dw/se (dpa, afp)

        sure | (jdoe)
        sure | (JD)
        hint | ml/jd
        sure | JD // ML
    Keeps:
        | (He smiled)
        | The work was done and/or paid for.

        | (jdoes)
        | (Dpa)
        | [smiled]
    """
    if not INITIALS.fullmatch(block.text):
        return None
    inner = block.text.strip("()[]/—–- ")
    if block.text[0].isalpha() and "(" not in block.text and "//" not in block.text:
        return Finding("agency", inner, "hint")
    if block.text[0] in "([" and not (
        inner.isupper() or read_credit(inner) is not None or (inner.islower() and len(inner) <= 4)
    ):
        return None
    return Finding("agency", inner, "sure")


def closing(block: Block, page: Page) -> Finding | None:
    """A mark that closes a report: “###”, “（完）”, the initials of who wrote and edited it, as its last line.

    Left alone where it is not the last line of a page of prose.

    Cuts:
                    | The pumps came by rail on Monday and the crane that lifts them came by sea.
                    | The crane was brought from the north, where such cranes have been built for forty years.
        sure agency | ###

                    | The pumps came by rail on Monday and the crane that lifts them came by sea.
                    | The crane was brought from the north, where such cranes have been built for forty years.
        sure agency | JD/ML

                    | The pumps came by rail on Monday and the crane that lifts them came by sea.
                    | The crane was brought from the north, where such cranes have been built for forty years.
        sure agency | (jd/mlr)

                    | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
                    | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        sure agency | 《ST》

                    | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
                    | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        sure agency | 【山田太郎】

                    | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
                    | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        sure agency | MINATO PRESS

                    | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
                    | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        sure agency | 港湾ニュース

                    | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
                    | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        sure agency | 《ST》
        sure agency | 港湾編集部　山田太郎
        sure agency | 港湾ニュース

                    | The pumps came by rail on Monday and the crane that lifts them came by sea.
                    | The crane was brought from the north, where such cranes have been built for forty years.
        sure agency | dpa
    Keeps:
        | The pumps came by rail on Monday and the crane that lifts them came by sea.
        | ###
        | The crane was brought from the north, where such cranes have been built for forty years.
        | jd/ml
        | The crane was brought from the north, where such cranes have been built for forty years.

        | この船は１９８７年に建造され、来年には新しい船に替わる予定だった。
        | 会社によると、修理を終えた二隻目の船が火曜日からこの航路を引き継ぐ予定だ。
        | 《ST》
        | 港の桟橋
        | 港湾ニュース記事

        | Jo Doe
        | The end
        | ENDS
    """
    n = block.number
    below = page.blocks[n + 1 : n + 1 + BELOW]
    if n + BELOW < len(page.blocks) - 1 or not _is_mark(block) or not all(map(_closes, below)):
        return None
    return Finding("agency", block.core, "sure") if sum(map(is_paragraph, page.blocks[:n])) >= FEWEST_ABOVE else None


def _is_mark(b: Block) -> bool:
    """Whether a line is such a mark, or nothing but an agency's name: “dpa”."""
    return CLOSING.fullmatch(b.core) is not None or (b.words <= MOST_OF_NAME and is_agency(b.core))


def _closes(b: Block) -> bool:
    """Whether a line may stand behind a report's closing mark: another one, or who gave the report."""
    return _is_mark(b) or (
        b.ending != STOP and any(c.kind in ("agency", "credit") and c.where != "contains" for c in b.cues)
    )
