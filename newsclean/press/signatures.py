"""How captions of Korea, Japan and China end: who took or gave the picture, where, and when it was taken."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.phrases.language_words import one_of
from newsclean.press.credits import agencies

FROM, AT_MARK = 5, 2  # characters of what the picture shows; the same before “＝”
MOST = 200  # characters of such a caption
LAST = 40  # characters at the end that the cheap look goes over
MARKS = frozenset("/＝=©ⓒ@）)]>」")


def signature_of(text: str) -> str | None:
    """What stands behind the caption in `text`, or None; whether it ends like a sentence is for the caller to see.

    >>> signature_of("オリン港＝７日、オリン市"), signature_of("오린 시장. © Orin1 이두리 기자")
    ('＝７日、オリン市', '© Orin1 이두리 기자')
    >>> signature_of("Jo Doe on the quay (Mara Lind)"), signature_of("夜行フェリーが欠航＝無党派に浸透")
    (None, None)
    """
    if text.isascii() or len(text) > MOST or not _may_be_signed(text):
        return None
    match = _signatures().search(text)
    if match is None or match.start() < (AT_MARK if match.group()[0] in "＝「" else FROM):
        return None
    return match.group().strip()


def _may_be_signed(text: str) -> bool:
    """A cheap look, for most lines: a mark, or one of the words behind which nothing follows."""
    return not MARKS.isdisjoint(text[-LAST:]) or text.endswith(_last_words())


@lru_cache(maxsize=1)
def _east_asian_agencies() -> tuple[str, ...]:
    return tuple(sorted([name for name in agencies().printed if "가" <= name[0] <= "힣"], key=len, reverse=True))


@lru_cache(maxsize=1)
def _last_words() -> tuple[str, ...]:
    return ("기자", "제공", "攝", "摄", *_east_asian_agencies())


@lru_cache(maxsize=1)
def _signatures() -> re.Pattern[str]:
    by = rf"(?:{one_of('taken')}|{one_of('given')})"
    agency = "|".join(map(re.escape, _east_asian_agencies()))
    day = r"(?:(?:19|20)\d\d\.\d\d?\.\d\d?\.?\s?)?"
    return re.compile(
        rf"""
        (?:(?<=[.다)])|(?<=모습))\s?{day}/\s?[^\s/.,()]{{2,12}}(?:\s[^\s/.,()]{{1,10}}){{0,4}}\Z  # … 모습. / 오린시청
        | (?<=\.)\s[^\s.,()]{{2,12}}\s?{by}(?:\s?=\s?[^\s.,()]{{2,8}})?\Z            # … 여객선. 오린시 제공=통신
        | (?<=[가-힣.)])\s?{day}[©ⓒ@]\s?\w{{2,12}}(?:=\w{{2,8}})?(?:\s[가-힣]{{2,4}}){{0,2}}\Z  # … © 통신 이두리 기자
        | (?<=[가-힣][.)])\s(?:photo\s)?(?:\w{{2,6}}=)?(?:{agency})\Z                # … 먹고 있다. 통신
        | ＝[^＝。]{{2,40}}(?:{by}|で|より|付近)\Z                                    # ＝７日、東京都で、某撮影
        | ＝[^＝。]{{0,12}}\d[日年月](?:[、（(午\d・\s][^＝。]{{0,40}})?\Z              # ＝７日午前、東京都
        | [（(][^（）()。]{{0,30}}(?:{by}|より|{one_of("from_archive")})[)）]\Z         # （７日、オリン港、某撮影）
        | 「[^「」。]{{1,20}}」[^「」。、]{{0,12}}より\Z                              # 「某」の資料より
        | [\[(<]{one_of("picture")}\s?[=＝:]\s?[^\[\]()<>]{{2,30}}[\])>]\Z               # 여객선. [사진=연합뉴스]
        | \[[^\[\]]{{2,40}}재판매\ 및\ DB\ 금지\]\Z             # 선원들 [해경 제공. 재판매 및 DB 금지]
        | [記记]者\s?[一-鿿]{{2,4}}\s?[摄攝]\Z                                        # 新华社记者 李明 摄
        | (?:(?<=고\ 있다\.)|(?<=[^다요]\.))\s[가-힣]{{2,4}}\s?기자\Z                # … 인사하고 있다. 이두리 기자
        """,
        re.VERBOSE,
    )
