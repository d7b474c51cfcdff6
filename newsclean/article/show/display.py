"""An article as HTML: the piece that a notebook shows, and a page of its own."""

from __future__ import annotations

from newsclean.article.show.glance import glance
from newsclean.article.show.markup import escaped
from newsclean.article.show.segments import removed
from newsclean.article.show.shown import Shown
from newsclean.article.show.style import style

# Pieces, paragraphs and stories, so that a page of 100,000 lines does not make a notebook that nobody can open.
MOST_IN_A_NOTEBOOK = 1000
# Should a fault of ours let a page's words through as code, the browser still runs none and fetches nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def notebook(article: Shown) -> str:
    """What a notebook shows. It has no script, no ids and no address but links, so many can stand on one page."""
    return _display(article, 3, MOST_IN_A_NOTEBOOK)


def page(article: Shown) -> str:
    """The same as one HTML file that needs nothing else."""
    title = escaped(article.title or "Without a title")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f'</head>\n<body class="nc-alone">\n<main>{_display(article, 1, None)}</main>\n</body>\n</html>\n'
    )


def _display(article: Shown, top: int, most: int | None) -> str:
    inner = glance(article, top, most) + removed(article.segments, article.language, most)
    return f'<div class="newsclean"><style>{style()}</style>{inner}</div>'
