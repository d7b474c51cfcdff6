"""Sentences that the page's own data have in the story."""

from __future__ import annotations

from functools import lru_cache

from newsclean.page.block import Block, Finding
from newsclean.page.markup import STORY
from newsclean.page.page import Page
from newsclean.page.prose import is_sentence
from newsclean.phrases.fold import WORD

LEAST_DATA = 200  # characters of a story in the page's data: less is a description
LEAST_LETTERS = 30  # of a block that is looked for in it


def in_data(block: Block, page: Page) -> Finding | None:
    """A sentence that the page's own data have in the story's text.

    Keeps:
        sure paragraph | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry.</p>
                       | <p>Sign up for our tide alerts and get the level at the quay every single morning before breakfast.</p><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "The first two pumps reached the quay on Monday, and four more are on their way from the north. Nobody was hurt, the mayor said, and the school will open again on Thursday, when the road to the north is dry and the crews have gone home to sleep."}</script>

        hint paragraph | <div itemprop="articleBody"><p>Nobody was hurt, the mayor said, and the school will open again.</p></div>

        | <p>Nobody was hurt, the mayor said, and the school will open again on Thursday.</p>
    """
    html = page.html
    if html is None or not is_sentence(block):
        return None
    if html.markup[block.number].places & STORY and not block.cues:
        return Finding("paragraph", "marked as the story's text", "hint")
    body = html.meta.article_body
    if not body or len(body) < LEAST_DATA:
        return None
    letters = "".join(WORD.findall(block.core.casefold()))
    is_held = len(letters) >= LEAST_LETTERS and letters in _letters(body)
    return Finding("paragraph", "the page's data", "sure") if is_held else None


@lru_cache(maxsize=1)  # every block of a page is looked for in the same; it may be millions of characters
def _letters(body: str) -> str:
    return "".join(WORD.findall(body.casefold()))
