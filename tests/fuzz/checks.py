"""What each input is put to: the laws of design and README, and the exceptions that are documented."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from math import sqrt
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from laws import check_nothing_invented, check_tiling, check_verdict, check_written
from strategies import TONGUES
from twice import changed

from newsclean import Article, Rulebook, SiteProfile, clean_article
from newsclean.page.page import Preference
from newsclean.phrases.cue_file import read_cue_file
from newsclean.read.form import form_of
from newsclean.read.read import Form
from newsclean.read.text.textform import is_markdown

# Seconds of the processor: for any input, and for each character of it. Ten times what ordinary pages take, since a
# fuzzer's instruments slow all down. They hold where STORY takes PACE; where it takes longer, all may.
LEAST_TIME, TIME_A_CHARACTER, PACE = 1.0, 40e-6, 0.005
MOST_CHANGED, FEW = 0.01, 5  # inputs that may break law 3: of all, and at any rate
SPREAD = 4  # times what such a number differs by chance from one lot of inputs to another, that it may be more
LOOKS = 3  # only what is slow each time is slow
PREFER: tuple[Preference, ...] = ("balance", "balance", "balance", "recall", "precision")
STORY = "\n\n".join((TONGUES[0].headlines[0], *TONGUES[0].furniture[:6], *TONGUES[0].sentences))
HOST = "harbourpost.example"

T = TypeVar("T")


class SlowError(AssertionError):
    """An input that takes far longer than its size."""


class ChangedError(AssertionError):
    """A text that is not the same when it is cleaned again: law 3."""


def page(raw: str | bytes, form: Form, *, twice: bool = True) -> None:
    """A page gives an article for which the laws hold, in a time that its size explains."""
    prefer = PREFER[crc32(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")) % len(PREFER)]
    article = within_time(partial(clean_article, raw, form=form, prefer=prefer), len(raw))
    check_tiling(article)
    check_nothing_invented(article)
    check_verdict(article)
    check_written(article)
    assert clean_article(raw, form=form, prefer=prefer) == article, "not the same when cleaned again"
    if twice and (differences := changed_twice(article, prefer)):
        raise ChangedError(differences)


def within_time(work: Callable[[], Article], size: int) -> Article:
    """What the work gives. Raises SlowError where each look at it takes more than its size explains."""
    most, taken = LEAST_TIME + TIME_A_CHARACTER * size, 0.0
    for _ in range(LOOKS):
        article, taken = timed(work)
        if taken <= most or taken <= most * slowness():
            return article
    raise SlowError(f"{taken:.2f} s for {size} characters")


def timed(work: Callable[[], Article]) -> tuple[Article, float]:
    """What the work gives, and the seconds of the processor that it takes."""
    begin = time.process_time()
    article = work()
    return article, time.process_time() - begin


def slowness() -> float:
    """How many times as long as PACE an ordinary page takes here and now; 1 where it takes less."""
    return max(1.0, *[timed(partial(clean_article, STORY))[1] / PACE for _ in range(LOOKS)])


def changed_twice(article: Article, prefer: Preference = "balance") -> list[str]:
    """The paragraphs that an article's text loses or gains when it is cleaned again, against law 3.

    What still reads as HTML or Markdown (a story about tags; marks that a page had escaped) is said to be text.
    """
    is_marked_up = form_of(article.text) == "html" or is_markdown(article.text)
    again = clean_article(article.text, form="text" if is_marked_up else "auto", prefer=prefer)
    return changed(again, article.text)


def most_changed(runs: int) -> float:
    """How many of so many inputs may break law 3: MOST_CHANGED of them, and what chance may add to that.

    It is asked at each break: without the last part one in five fuzzers would stop whose share is just MOST_CHANGED.
    """
    expected = MOST_CHANGED * runs
    return FEW + expected + SPREAD * sqrt(expected)


def cues(text: str) -> None:
    """A cue file is read, or is an error that names it; read as the user's own, a page is cleaned with it."""
    if read_or_told("cues.toml", lambda: [*read_cue_file("cues.toml", text)]) is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cues.toml"
        path.write_text(text, "utf-8", "surrogatepass", "")
        book = read_or_told("cues.toml", lambda: Rulebook.read(path))
    if book is not None:
        article = clean_article(STORY, rules=book)
        check_tiling(article)
        check_nothing_invented(article)


def profile(text: str) -> None:
    """A profile is read, or is an error that names it; it is written as it was read, and a page is cleaned with it."""
    read = read_or_told("site.json", lambda: SiteProfile.from_json(text, name="site.json"))
    if read is None:
        return
    written = read.to_json()
    assert SiteProfile.from_json(written).to_json() == written
    assert (read + read).sites.keys() == read.sites.keys()
    article = clean_article(STORY, profile=read, url=f"https://{HOST}/a")
    check_tiling(article)
    check_nothing_invented(article)


def read_or_told(name: str, read: Callable[[], T]) -> T | None:
    """What is read; None where it raises ValueError, as is documented, which must name the file."""
    try:
        return read()
    except ValueError as error:
        told = str(error)
    assert name in told, f"names no file: {told}"
    return None


def in_form(form: Form, data: bytes) -> None:
    """The page that these bytes are as text, broken characters and all, read as of a form."""
    page(data.decode("utf-8", "surrogateescape"), form)


def as_text(check: Callable[[str], None], data: bytes) -> None:
    check(data.decode("utf-8", "replace"))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "bytes": partial(page, form="auto"),
    "text": partial(in_form, "text"),
    "markdown": partial(in_form, "markdown"),
    "html": partial(in_form, "html"),
    "cues": partial(as_text, cues),
    "profile": partial(as_text, profile),
}
