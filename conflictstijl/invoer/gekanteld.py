"""A table with a person per column, read as one with a person per row."""

from collections.abc import Iterator, Sequence
from itertools import islice

from conflictstijl.model.tabel import Tabel

MEESTE_RIJEN = 3_000
"""Most rows of a turned table: each is a question or something about a person."""


def build_gekanteld(tabel: Tabel) -> Tabel:
    """Return a table with the columns of another as its rows."""

    def read_kolommen() -> Iterator[Sequence[str]]:
        rijen = list(islice(tabel.read(), MEESTE_RIJEN))
        for plaats in range(max(map(len, rijen), default=0)):
            kolom = [rij[plaats] if plaats < len(rij) else "" for rij in rijen]
            yield kolom if any(kolom) else []

    return tabel._replace(read=read_kolommen, read_vanaf=None)
