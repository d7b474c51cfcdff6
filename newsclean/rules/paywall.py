"""What a paywall says."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page
from newsclean.rules.cued import phrase


def barrier(block: Block, page: Page) -> Finding | None:
    """What a paywall says to those without a subscription.

    Cuts:
        sure | Already a subscriber? Log in
        sure | This article is for subscribers only

        sure | Premium

        sure | Il vous reste 62,4 % de cet article à lire. La suite est réservée aux abonnés.
        sure | この記事は有料会員限定です。

        hint | La suite est réservée aux abonnés du port, a dit la maire lundi soir sur le quai de la vieille ville.
        hint | 市長は月曜日の会見で、港の新聞が「この記事は有料会員限定です」と書いたことを批判した。
    Keeps:
        | The subscribers were told on Monday that the paper would close.
    """
    return phrase(block, "paywall", alone_is_sure=True)
