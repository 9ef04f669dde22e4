"""What stands between two columns of a text table."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from typing import NamedTuple, TextIO

_SCHEIDERS = (";", ",", "\t", "|")
_EEN_KOLOM = "\x1f"
"""A character that no text holds: the whole line is one cell."""
_SEPREGEL = r'(?i)("?)sep=([^"\r\n])\1[\r\n]*'
_RIJEN = 20
_LANGSTE_SEPREGEL = 16
_BREED = 40
_PER_KOLOM = 0.0075
_MINSTE_SCORE = 0.25
"""Below this the separators are commas in sentences: a table of 20 records with 12 lines of title has over 0.4."""

Stroom = Callable[[], AbstractContextManager[TextIO]]


class Scheiding(NamedTuple):
    """The separator, and whether the first line says so (that line is no row)."""

    teken: str
    sepregel: bool = False


def read_scheiding(stroom: Stroom) -> Scheiding:
    """Return what separates the columns.

    A line `sep=;` decides; else the separator with which the first records are steadiest in width.
    """
    with stroom() as tekst:
        regel = re.fullmatch(_SEPREGEL, tekst.readline(_LANGSTE_SEPREGEL))
    if regel:
        return Scheiding(regel[2], sepregel=True)
    scores = {teken: _score_scheider(stroom, teken) for teken in _SCHEIDERS}
    beste = max(scores, key=lambda teken: scores[teken])
    return Scheiding(beste if scores[beste] >= _MINSTE_SCORE else _EEN_KOLOM)


def _score_scheider(stroom: Stroom, teken: str) -> float:
    """Return the share of the first records that have the commonest width, and a little more for every column.

    So a ragged table of thirty columns beats the one decimal comma in each of its rows, and a table of decimal
    numbers keeps its columns: its headers have no comma.
    """
    breedtes: list[int] = []
    heel = 1.0
    with stroom() as tekst:
        try:
            breedtes.extend(len(rij) for rij in islice(csv.reader(tekst, delimiter=teken, strict=True), _RIJEN) if rij)
        except csv.Error:
            heel = 0.5
    # lines of title above a table have one column, and say nothing
    meer = Counter(breedte for breedte in breedtes if breedte > 1)
    if not meer:
        return 0.0
    breedte = max(meer, key=lambda kandidaat: (meer[kandidaat], kandidaat))
    return heel * meer[breedte] / len(breedtes) + min(breedte, _BREED) * _PER_KOLOM
