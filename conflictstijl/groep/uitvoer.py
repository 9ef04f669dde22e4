"""The scores of a group as a stream of rows: CSV."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO, TextIOWrapper
from typing import BinaryIO

from conflictstijl.groep.dubbelen import Rij, Rijplek, Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.scoren import Rijscorer
from conflictstijl.rapport.scoretabel import Csvstijl, Getallen, clean_cel
from conflictstijl.tekst import clean_tekst

_BOM, _EINDE = "\ufeff", "\r\n"


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
        schalen = [schaal.id for schaal in invoer.vragenlijst.schalen]
        self._genormd = bool(invoer.vragenlijst.normen)
        percentielen = [f"{schaal}_percentiel" for schaal in schalen] if self._genormd else []
        self._koppen = ["deelnemer", *([kolom] if kolom else []), *schalen, *percentielen]
        self._plaatsen = invoer.read_plaatsen(kolom) if kolom else [None] * len(invoer.bronnen)
        self._scorer = Rijscorer(invoer)
        self._getallen = Getallen(stijl)
        self._aantal = 0

    def write(self, stroom: BinaryIO, rijen: Iterator[Rij]) -> int:
        """Write all rows and return how many there are."""
        self._aantal = 0
        tekst = TextIOWrapper(stroom, encoding="utf-8", errors="replace", newline="")
        try:
            tekst.write(_BOM if self._stijl.bom else "")
            tekst.write(self._render_regel(map(self._render_cel, self._koppen)))
            tekst.writelines(self._build_regels(rijen))
        finally:
            # the stream is whose it was
            tekst.detach()
        return self._aantal

    def _build_regels(self, rijen: Iterator[Rij]) -> Iterator[str]:
        """Yield a line per person: texts from the file first, then the scores."""
        codes = [self._invoer.build_codelezer(nummer) for nummer in range(len(self._invoer.bronnen))]
        for plek, cellen, uitkomsten in self._scorer.score_rijen(rijen):
            self._aantal += 1
            regel = [self._render_cel(codes[plek[0]](plek[1], cellen))]
            plaats = self._plaatsen[plek[0]]
            if plaats is not None:
                regel.append(self._render_cel(clean_tekst(cellen[plaats])))
            regel += [self._getallen[uitkomst.waarde] for uitkomst in uitkomsten]
            if self._genormd:
                regel += [self._getallen[uitkomst.score.percentiel] for uitkomst in uitkomsten]
            yield self._render_regel(regel)

    def _render_regel(self, cellen: Iterable[str]) -> str:
        return f"{self._stijl.scheiding.join(cellen)}{_EINDE}"

    def _render_cel(self, tekst: str) -> str:
        """Return a text as a cell; letters and digits, as most codes are, need neither quotes nor care."""
        return tekst if tekst.isalnum() else render_cel(clean_cel(tekst), self._stijl.scheiding)


def render_cel(tekst: str, scheiding: str) -> str:
    """Return a text as csv writes it between others: in quotes where it needs these."""
    regel = StringIO()
    csv.writer(regel, delimiter=scheiding, lineterminator=_EINDE).writerow(["", tekst])
    return regel.getvalue().removeprefix(scheiding).removesuffix(_EINDE)
