"""Bars as SVG that stands in the page: drawn by matplotlib, with the page's own colours and letters.

What matplotlib writes is gone over once: colours become those of the page's theme, letters stay letters, ids are told
from those of other charts, and each chart has a title and a description for who does not see it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from newsclean.article.show.markup import UNPRINTABLE
from newsclean.batch.settings import OptionError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
# Colours that nothing else has, each a variable of the page's style.
INK, BAR, LOW_BAR, LINE = "#010203", "#010204", "#010205", "#010206"
VARIABLES = {INK: "var(--r-ink)", BAR: "var(--r-bar)", LOW_BAR: "var(--r-low)", LINE: "var(--r-line)"}
WIDE = 4.2  # inches: on a telephone the page makes it a little smaller, on a desk a little larger
LETTER = 0.0155  # of the width, for each letter of what stands beside a bar
MOST_LABEL = 30  # letters
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # bidi controls


def check_charts() -> None:
    """Raises OptionError where matplotlib is not installed."""
    if find_spec("matplotlib") is None:
        raise OptionError("report needs matplotlib: pip install 'newsclean[report]'")


def ranked(name: str, title: str, counts: Sequence[tuple[str, float]], *, percent: bool = False) -> str:
    """A bar for each name, one below the other, its number behind it; `name` tells the charts of a page apart."""
    labels, places = [label(text) for text, _ in counts], range(len(counts))
    with _drawing(WIDE, 0.18 * len(counts) + 0.1) as (figure, axes):
        figure.subplots_adjust(left=0.04 + LETTER * max(map(len, labels)), right=0.85, top=0.995, bottom=0.005)
        axes.barh(places, [n for _, n in counts], color=BAR, height=0.72)
        axes.set_ylim(len(counts) - 0.4, -0.6)
        axes.set_yticks(places, labels)
        axes.set_xticks([])
        axes.set_xlim(0, 1 if percent else max(n for _, n in counts) or 1)
        for place, (_, n) in zip(places, counts, strict=True):
            shown = f"{n:.1%}" if percent else f"{n:,}"
            axes.annotate(shown, (n, place), (4, 0), textcoords="offset points", va="center_baseline")
        return _svg(figure, name, title)


def histogram(name: str, title: str, steps: Sequence[int], low: float = 0) -> str:
    """A column for each step from 0 to 100 %, those under `low` in a colour of their own."""
    from matplotlib.ticker import MaxNLocator

    n = len(steps)
    with _drawing(WIDE, 1.7) as (figure, axes):
        figure.subplots_adjust(left=0.15, right=0.96, top=0.95, bottom=0.14)
        colours = [LOW_BAR if (i + 1) / n <= low else BAR for i in range(n)]
        axes.bar([(i + 0.5) / n for i in range(n)], steps, width=0.9 / n, color=colours)
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        axes.set_ylim(0, max(*steps, 1) * 1.05)
        axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.grid(axis="y", color=LINE, linewidth=0.6)
        axes.set_axisbelow(True)
        return _svg(figure, name, title)


def label(text: str) -> str:
    """A name as it stands beside a bar: no longer than there is room, and nothing in it that XML or the eye loses."""
    shown = UNPRINTABLE.sub("\ufffd", "".join("\ufffd" if c in TURNING else c for c in text[: MOST_LABEL + 1]))
    shown = " ".join(shown.split())
    return shown if len(text) <= MOST_LABEL else f"{shown[:MOST_LABEL]}…"


@contextmanager
def _drawing(wide: float, high: float) -> Iterator[tuple[Figure, Axes]]:
    """An empty picture without a frame, while it is drawn and written."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    settings = mpl.rc_context({
        "svg.fonttype": "none", "svg.hashsalt": "newsclean", "font.size": 8.5, "text.color": INK,
        "xtick.labelcolor": INK, "ytick.labelcolor": INK, "text.parse_math": False,
    })  # fmt: skip
    with settings, warnings.catch_warnings():
        # The browser has letters that matplotlib's own font, by which it measures, has not.
        warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
        figure = Figure((wide, high), facecolor="none")
        axes = figure.add_subplot(facecolor="none")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
        yield figure, axes


def _svg(figure: Figure, name: str, title: str) -> str:
    """The picture as an element of the page."""
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    tree = ET.fromstring(file.getvalue())  # noqa: S314 -- what matplotlib has just written, and nothing else
    del tree.attrib["width"], tree.attrib["height"]
    tree.attrib.pop("version", None)
    for element in [*tree]:
        # The second holds a style, which would count for the whole page.
        if element.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}defs"):
            tree.remove(element)
    for element in tree.iter():
        _of_the_page(element, name)
    told = ET.Element(f"{{{SVG}}}title")
    told.text = title
    described = ET.Element(f"{{{SVG}}}desc")
    described.text = "The table that follows has the same numbers."
    tree[:0] = [told, described]
    tree.attrib |= {"role": "img", "aria-label": title, "class": "r-chart"}
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return ET.tostring(tree, encoding="unicode", short_empty_elements=True)


def _of_the_page(element: ET.Element, name: str) -> None:
    if "id" in element.attrib:
        element.set("id", f"{name}-{element.get('id')}")
    if XLINK in element.attrib:
        element.set("href", f"#{name}-{element.attrib.pop(XLINK).removeprefix('#')}")
    if "clip-path" in element.attrib:
        element.set("clip-path", element.attrib["clip-path"].replace("#", f"#{name}-"))
    if "style" in element.attrib:
        style = element.attrib["style"]
        for colour, variable in VARIABLES.items():
            style = style.replace(colour, variable)
        element.set("style", style)
