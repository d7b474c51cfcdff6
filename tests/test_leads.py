"""Ordinary reports in every dress: no paragraph of the story is lost, next to no furniture stays, the title is right.

Over: dateline, what stands over the story, furniture behind its first paragraphs, blank lines or none, language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest

from newsclean import clean_article

MOST_LEFT = 0.02  # share of pages on which a line of furniture may stay


class Report(NamedTuple):
    """An ordinary report, and what a site of its language puts around it."""

    title: str
    by: str
    date: str
    standfirst: str
    place: str
    paragraphs: tuple[str, ...]
    furniture: dict[str, tuple[str, ...]]


REPORTS = {
    "en": Report(
        "Orrin lighthouse sold to its keeper for a single coin", "By Mara Lind", "May 4, 2026",
        "The county was glad to be rid of the roof, and the keeper had the coin with him",
        "ORRIN",
        (
            "The lighthouse of Orrin belongs to the man who has swept it for thirty years, the county said on Monday.",
            "Its roof has leaked since the storm of 2019, and three offers to mend it were higher than its value.",
            "“I had the coin in my pocket anyway,” the keeper told reporters at the foot of the stairs.",
            "The lamp will go on burning, since the coastguard pays for the oil until the end of the year.",
            "Last year the tower had four thousand visitors, of whom ninety climbed all of its two hundred steps.",
            "The county has five more lighthouses, and two of them are for sale as well, a spokeswoman said.",
        ),
        {
            "nothing": (),
            "pointer": ("Read more: Sea wall to be raised by a metre",),
            "ad": ("Advertisement",),
            "newsletter": ("Sign up for our evening newsletter and never miss a story from the coast.",),
            "list": (
                "Related articles",
                "Sea wall to be raised by a metre",
                "Ferry fares to go up in May",
                "Market moves to the quay",
            ),
            "share": ("Share", "Facebook", "WhatsApp"),
        },
    ),
    "fr": Report(
        "Le phare d’Orrin vendu à son gardien pour une pièce", "Par Mara Lind", "Publié le 4 mai 2026 à 18h20",
        "Le département ne voulait plus du toit, et le gardien avait la pièce sur lui",
        "Orrin",
        (
            "Le phare d’Orrin appartient à l’homme qui le balaie depuis trente ans, a annoncé lundi le département.",
            "Son toit fuit depuis la tempête de 2019, et les trois devis reçus dépassaient la valeur de la tour.",
            "« J’avais de toute façon la pièce dans ma poche », a raconté le gardien au pied de l’escalier.",
            "La lampe brûlera encore, car les garde-côtes paient l’huile jusqu’à la fin de l’année.",
            "L’an dernier, la tour a reçu quatre mille visiteurs, dont quatre-vingt-dix ont gravi toutes les marches.",
            "Le département a cinq autres phares, et deux d’entre eux sont aussi à vendre, selon sa porte-parole.",
        ),
        {
            "nothing": (),
            "pointer": ("Lire aussi : La digue sera rehaussée d’un mètre",),
            "ad": ("Publicité",),
            "newsletter": ("Inscrivez-vous à notre newsletter du soir pour ne rien manquer de la côte.",),
            "list": (
                "À lire aussi",
                "La digue sera rehaussée d’un mètre",
                "Le bac sera plus cher en mai",
                "Le marché change de quai",
            ),
            "share": ("Partager", "Facebook", "Copier le lien"),
        },
    ),
    "es": Report(
        "El faro de Orrin, vendido a su farero por una moneda", "Por Mara Lind", "4 de mayo de 2026",
        "La provincia no quería saber nada del tejado, y el farero llevaba la moneda encima",
        "ORRIN",
        (
            "El faro de Orrin pertenece al hombre que lo barre desde hace treinta años, informó el lunes la provincia.",
            "El tejado gotea desde el temporal de 2019, y los tres presupuestos superaban el valor de la torre.",
            "«De todas formas llevaba la moneda en el bolsillo», contó el farero al pie de la escalera.",
            "La lámpara seguirá encendida, porque la guardia costera paga el aceite hasta final de año.",
            "El año pasado la torre recibió cuatro mil visitantes, de los que noventa subieron todos los escalones.",
            "La provincia tiene otros cinco faros, y dos de ellos también están en venta, según una portavoz.",
        ),
        {
            "nothing": (),
            "pointer": ("Lea también: El dique se elevará un metro",),
            "ad": ("Publicidad",),
            "newsletter": ("Suscríbete a nuestro boletín de la tarde y no te pierdas nada de la costa.",),
            "list": (
                "Noticias relacionadas",
                "El dique se elevará un metro",
                "El ferri subirá de precio en mayo",
                "El mercado cambia de muelle",
            ),
            "share": ("Compartir", "Facebook", "Copiar enlace"),
        },
    ),
    "ru": Report(
        "Маяк в Оррине продали смотрителю за одну монету", "Мара Линд", "4 мая 2026, 18:20",
        "Округ не хотел больше чинить крышу, а монета у смотрителя была с собой",
        "Оррин",
        (
            "Маяк принадлежит человеку, который подметает его тридцать лет, сообщили в понедельник в округе.",
            "Крыша течёт со времён шторма 2019 года, а все три сметы на ремонт превысили стоимость самой башни.",
            "«Монета у меня всё равно лежала в кармане», — рассказал смотритель журналистам у подножия лестницы.",
            "Лампа будет гореть и дальше, потому что масло до конца года оплачивает береговая охрана.",
            "В прошлом году башню посетили четыре тысячи человек, и только девяносто из них прошли все ступени.",
            "У округа есть ещё пять маяков, и два из них тоже выставлены на продажу, сказала его представительница.",
        ),
        {
            "nothing": (),
            "pointer": ("Читайте также: Дамбу поднимут на метр",),
            "ad": ("Реклама",),
            "newsletter": ("Подпишитесь на нашу вечернюю рассылку, чтобы не пропустить новости побережья.",),
            "list": (
                "Читайте также",
                "Дамбу поднимут на метр выше",
                "Паром подорожает уже в мае",
                "Рынок переедет на другой причал",
            ),
            "share": ("Поделиться", "Facebook", "Скопировать ссылку"),
        },
    ),
}  # fmt: skip
DATELINES = ("", "{} (Reuters) - ", "{}, May 4 (Harbour Wire) – ", "{} — ")
HEADS = (("title",), ("title", "by"), ("title", "by", "date"), ("title", "standfirst", "by", "date"))
BEHIND = (frozenset({0}), frozenset({0, 1}), frozenset({0, 1, 2}))


def dresses(report: Report) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Each page with the paragraphs of its story and its lines of furniture."""
    for dateline, head, name, behind, ends in product(DATELINES, HEADS, report.furniture, BEHIND, ("\n\n", "\n")):
        first, *others = report.paragraphs
        story = (dateline.format(report.place) + first, *others)
        lines = [getattr(report, part) for part in head]
        for n, paragraph in enumerate(story):
            lines += [paragraph, *(report.furniture[name] if n in behind else ())]
        yield ends.join(lines), story, report.furniture[name]


@pytest.mark.parametrize("language", REPORTS)
def test_an_ordinary_report_in_every_dress(language: str) -> None:
    """Of 576 pages none loses a paragraph or has a wrong title, and next to none keeps furniture."""
    report = REPORTS[language]
    lost: Counter[str] = Counter()
    left: Counter[str] = Counter()
    titles: Counter[str | None] = Counter()
    pages = list(dresses(report))
    for raw, story, furniture in pages:
        article = clean_article(raw)
        lost.update(p for p in story if p not in article.text)
        left.update([line for line in article.text.split("\n") if line in furniture][:1])
        titles[article.title] += 1

    assert lost == Counter()
    assert titles == Counter({report.title: len(pages)})
    assert left.total() <= MOST_LEFT * len(pages), left
