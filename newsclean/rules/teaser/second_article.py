"""A second article behind the first."""

from __future__ import annotations

from newsclean.page.block import Block, Finding
from newsclean.page.page import Page


def next_article(block: Block, page: Page) -> Finding | None:
    """A second article behind the first: its headline with byline and date, and all that follows.

    Left alone without proof: a story's own part has no byline and date in the order of the page's own, a card amid a
    story is not what the paragraphs under it are about, and in HTML the second stands in an article of its own.

    Cuts:
                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
        sure related | Duck crossing moves over the road
        sure related | By Hollis Crane
        sure related | 3 April 2025
        sure related | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
        sure related | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | <main><article class="story"><h1>Choir of dentists wins county prize</h1>
                     | <p class="byline">Fern Addy</p>
                     | <p>Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.</p>
                     | <p>The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.</p>
        sure related | </article><article class="story"><h1>Duck crossing moves over the road</h1>
        sure related | <p class="byline">Hollis Crane</p>
        sure related | <p>The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.</p>
        sure related | <p>Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.</p>
    Keeps:
                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | 3 April 2025
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | 3 April 2025
                     | By Hollis Crane
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | 3 April 2025
                     | The dentists are to sing again in May, when the choir has its county concert in Orrin for charity.
                     | Tickets for the prize concert are two pounds, said the conductor, and children of patients go in free.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | Duck crossing moves over the road
                     | By Hollis Crane
                     | 3 April 2025
                     | The duck crossing on Mill Lane has moved to the other side of the road, where the ducks have always gone.
                     | Painting it again cost the county eighty pounds, and a duck was seen on it on the very first morning.

                     | Choir of dentists wins county prize
                     | By Fern Addy
                     | 4 April 2025
                     | Fourteen dentists and one patient won the county singing prize in Orrin on Saturday, with lullabies.
                     | The judges praised their open vowels, of which they see many, said the conductor, a dentist as well.
                     | Second part: the dentists go home
                     | Two of the dentists went home by the night ferry, and sang on it until the captain asked them to stop.
                     | The parts that they sang are to be printed, said the conductor, who has counted all of the dentists.
    """
    return Finding("related", "behind a second headline with its byline", "sure")
