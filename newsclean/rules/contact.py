"""How to reach who wrote it: lines with an address or handle, and the signature of a mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.page.prose import PARAGRAPH_WORDS, is_sentence
from newsclean.page.shape import SIGNATURE_MARKS, STOP
from newsclean.phrases.find import find_cues
from newsclean.phrases.fold import UNSPACED, fold, tokens
from newsclean.phrases.language_words import one_of
from newsclean.phrases.lexicon import Lexicon
from newsclean.press.credits import is_name
from newsclean.rules.author_bio import BEFORE_NOTE, MOST_IN_BYLINE

HANDLE = re.compile(r"(?<![\w.+-])(?:@\w{2,20}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,3})")
DASHES = "—–-"
POSTED = re.compile(r"[—–-]\s?[^—–@]{1,60}\(@\w{1,30}\)")  # who wrote a post that the story shows
OPENING, CLOSING = " (<[|·,:=-–—", " )>]|"  # round an address
# How somebody is reached: by mail, at a site, by telephone.
REACHED = re.compile(r"\w@[\w-]{1,40}\.\w|\bwww\.\w|\+?\d[\d()/ -]{6,20}\d")
MOST_IN_SIGNATURE = 10  # words of one of its lines
SHORT = 8  # words of a line with an address


def signature(block: Block, page: Page) -> Finding | None:
    """A line of a mail's signature: short lines behind its mark at the page's end, one with an address or a number.

    Left alone where none tells how to reach somebody: so a poem ends, or a note.

    Cuts:
                   | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        sure other | --
        sure other | Jo Doe
        sure other | Harbour Reporter, The Orrin Beacon
        sure other | Tel: +44 20 7946 0000
        sure other | jo.doe@harbourpost.example
    Keeps:
        | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        | --
        | The long mole
        | The short mole

        | Nobody was hurt, and the school will open again on Thursday, when the road to the north is dry.
        | --
        | The list of beds is with jo.doe@harbourpost.example and on the door of the harbour office, the mayor said.
    """
    mark = block.number
    while mark >= 0 and page.blocks[mark].core not in SIGNATURE_MARKS:
        mark -= 1
    lines = page.blocks[mark + 1 :]
    if not mark or not lines or any(b.words > MOST_IN_SIGNATURE or is_sentence(b) for b in lines):
        return None
    return Finding("other", lines[0].core, "sure") if any(REACHED.search(b.text) for b in lines) else None


def address(block: Block, page: Page) -> Finding | None:
    """A short line with a reporter's address or handle.

    Cuts:
        hint byline | Mara Lind @maralind
        hint byline | jo.doe@harbourpost.example
        sure byline | Email Mara Lind at mara@harbourpost.example or follow her on X @maralind.
        sure byline | 김하나 기자 hana@harbourpost.example

                    | The first two pumps reached the quay on Monday, and more are on their way from the north.
                    | The mayor said that the second wall would be ready before the storms of the next winter.
                    | Nobody was hurt, she said, and the school will open again on Thursday, when the road is dry.
        sure byline | mara@harbourpost.example

                    | 이 배는 1987년에 건조돼 내년에 교체될 예정이었다고 항만 책임자는 설명했다.
                    | 결혼식에서 돌아오던 한 승객은 “바다가 잔잔해서 정말 다행이었다”고 말했다.
                    | 그때까지 승객들은 해안 도로를 달리는 버스를 타야 하며 네 시간이 더 걸린다.
        sure byline | hana@harbourpost.example

        sure byline | Mara Lind, Staff Writer (mara@harbourpost.example)

        hint byline | Email the desk at desk@harbourpost.example
        hint byline | Mara Lind of The Harbour Post Orrin @maralind
    Keeps:
        | Write to jo.doe@harbourpost.example before Monday if you want to help with the pumps, the mayor said.

        | The first two pumps reached the quay on Monday, and more are on their way from the north.
        | The mayor said that the second wall would be ready before the storms of the next winter.
        | Whoever has a spare bed for one of the crew may write to the office at this address:
        | Write before Monday to the office of the harbour master, who has the list of beds (beds@harbourpost.example)

        | The tip came from a staff writer, who got it by mail from hana@harbourpost.example.
        | 기자 회견은 월요일에 열린다고 hana@harbourpost.example 주소로 알려 왔다.
        | — @maralind
        | – @maralind
        | - @maralind
        | What a night — Mara Lind (@maralind) April 9, 2024
        | @
        | Write to mara@harbourpost.example.
        | Mara Lind of The Harbour Post in Orrin @maralind
    """
    if "@" not in block.text or block.text[0] in DASHES or POSTED.search(block.text) or not HANDLE.search(block.text):
        return None
    to = _write_to().match(block.text)
    if to is not None and is_name(to[1]):
        return Finding("byline", to.group(), "sure")
    if (label := _role_before_handle(block, page.lexicon)) is not None:
        return Finding("byline", label, "sure")
    if block.words > SHORT or block.ending == STOP:
        return None
    return Finding("byline", "an address or handle", "sure" if _signs_off(block, page.blocks) else "hint")


def _signs_off(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a page of prose ends with an address; behind “Write to:” the address is what the story tells."""
    above = blocks[max(0, block.number - BEFORE_NOTE) : block.number]
    is_story = len(above) == BEFORE_NOTE and all(b.ending == STOP and b.words >= PARAGRAPH_WORDS for b in above)
    is_address = "." in block.text and HANDLE.fullmatch(block.text) is not None
    return is_address and is_story and block.number == len(blocks) - 1


def _role_before_handle(block: Block, words: Lexicon) -> str | None:
    """The role with which a line of at most MOST_IN_BYLINE words ends, but for its address: “Staff Writer”, “기자”."""
    handle = HANDLE.search(block.text)
    if handle is None or handle.end() < len(block.text.rstrip(CLOSING)) or block.words > MOST_IN_BYLINE:
        return None
    folded = fold(block.text[: handle.start()].rstrip(OPENING))
    unspaced = UNSPACED.search(folded) is not None
    cues = find_cues(words, folded, tokens(folded, unspaced=unspaced), unspaced=unspaced)
    return next((c.phrase for c in cues if c.kind == "byline" and c.where == "ends" and c.start > 0), None)


@lru_cache(maxsize=1)
def _write_to() -> re.Pattern[str]:
    """“Email Jo Doe at …”, with his name as the first group."""
    return re.compile(rf"{one_of('write_to')}\s(\S+(?:\s\S+){{1,3}}?)\s(?:{one_of('write_at')}|@)")
