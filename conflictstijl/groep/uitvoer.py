"""The scores of a group as a stream of rows: CSV."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from conflictstijl.groep.dubbelen import Rij, Rijplek, Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.scoren import Rijscorer
from conflictstijl.rapport.scoretabel import Csvstijl, build_rijen
from conflictstijl.tekst import clean_tekst

_BOM = "\ufeff"


def write_csv(invoer: Groepsinvoer, stroom: BinaryIO, stijl: Csvstijl, kolom: str = "", volg: Volg = iter) -> int:
    """Write the scores of every person and return how many people there are; `kolom` comes along when named.

    Whether somebody sent in twice is only known at the end. Then a file is written again, from its beginning; what
    cannot go back has to look first.
    """
    schrijver = _Csvschrijver(invoer, stijl, kolom)
    if not stroom.seekable():
        return schrijver.write(stroom, volg(invoer.read_rijen()))
    begin, vervangen = stroom.tell(), dict[Rijplek, Rijplek]()
    aantal = schrijver.write(stroom, volg(invoer.read_ongezien(vervangen)))
    if vervangen:
        stroom.seek(begin)
        stroom.truncate()
        aantal = schrijver.write(stroom, volg(invoer.read_rijen()))
    return aantal


class _Csvschrijver:
    """Writes the scores of rows as CSV; what was scored once stays known when it has to start again."""

    def __init__(self, invoer: Groepsinvoer, stijl: Csvstijl, kolom: str) -> None:
        self._invoer = invoer
        self._stijl = stijl
        self._koppen = ["deelnemer", *([kolom] if kolom else []), *(schaal.id for schaal in invoer.vragenlijst.schalen)]
        self._plaatsen = invoer.read_plaatsen(kolom) if kolom else [None] * len(invoer.bronnen)
        self._scorer = Rijscorer(invoer)
        self._aantal = 0

    def write(self, stroom: BinaryIO, rijen: Iterator[Rij]) -> int:
        """Write all rows and return how many there are."""
        self._aantal = 0
        tekst = TextIOWrapper(stroom, encoding="utf-8", errors="replace", newline="")
        try:
            tekst.write(_BOM if self._stijl.bom else "")
            schrijver = csv.writer(tekst, delimiter=self._stijl.scheiding)
            schrijver.writerows(build_rijen(self._koppen, self._read_personen(rijen), self._stijl))
        finally:
            # the stream is whose it was
            tekst.detach()
        return self._aantal

    def _read_personen(self, rijen: Iterator[Rij]) -> Iterator[tuple[list[str], list[float | None]]]:
        read_code = self._invoer.read_code
        for plek, cellen, uitkomsten in self._scorer.score_rijen(rijen):
            self._aantal += 1
            teksten = [read_code(plek, cellen)]
            plaats = self._plaatsen[plek[0]]
            if plaats is not None:
                teksten.append(clean_tekst(cellen[plaats]))
            yield teksten, [uitkomst.waarde for uitkomst in uitkomsten]
