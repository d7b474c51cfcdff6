"""The lines of timestamps, read: when it was published and when changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from newsclean.dates import read_date
from newsclean.fold import fold

CHANGED = re.compile(
    r"updat|modif|aktualis|actualiz|mis à jour|aggiorn|atualiz|bijgewerkt|oppdater|uppdater|"
    r"opdater|päivitet|aktualiz|обновл|оновл|güncelle|更新|수정|تحديث|revised"
)


def dates(lines: Sequence[str]) -> tuple[datetime | None, datetime | None]:
    """Publication and last change, from the lines that are timestamps, in the page's order."""
    published = modified = None
    for line in lines:
        folded = fold(line)
        match = CHANGED.search(folded)
        if match is None:
            published = published or read_date(line)
            continue
        before, after = line[: match.start()], line[match.start() :]
        published = published or (read_date(before) if before.strip() else None)
        modified = modified or read_date(after)
    return published or modified, modified
