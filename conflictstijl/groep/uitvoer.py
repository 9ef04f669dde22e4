"""The scores of a group as a stream of rows: CSV."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO, TextIOWrapper
from typing import BinaryIO

from conflictstijl.groep.dubbelen import Stapel, Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.scoren import Rijscorer, Uitkomst
from conflictstijl.rapport.scoretabel import Csvstijl, Getallen, clean_cel
from conflictstijl.rekenen.geheugen import write_beperkt
from conflictstijl.tekst import clean_tekst

_BOM, _EINDE = "\ufeff", "\r\n"


def write_csv(invoer: Groepsinvoer, stroom: BinaryIO, stijl: Csvstijl, kolom: str = "", volg: Volg = iter) -> int:
    """Write the scores of every person and return how many people there are; `kolom` comes along when named.

    Where somebody comes again, a file is written anew from its beginning, for the last row counts; what cannot go
    back has to look first.
    """
    schrijver = _Csvschrijver(invoer, stijl, kolom)
    if not stroom.seekable():
        return schrijver.write(stroom, volg(invoer.read_stapels()))
    begin = stroom.tell()
    aantal = schrijver.write(stroom, volg(invoer.read_ongezien()))
    if not invoer.eenmalig:
        stroom.seek(begin)
        stroom.truncate()
        aantal = schrijver.write(stroom, volg(invoer.read_stapels()))
    return aantal


class _Teksten(dict[Uitkomst, str]):
    """What stands in a cell for an outcome; a text is made once."""

    def __init__(self, render: Callable[[Uitkomst], str]) -> None:
        super().__init__()
        self._render = render

    def __missing__(self, uitkomst: Uitkomst) -> str:
        write_beperkt(self, uitkomst, self._render(uitkomst))
        return self[uitkomst]


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
        getallen = Getallen(stijl)
        self._waarden = _Teksten(lambda uitkomst: getallen[uitkomst.waarde])
        self._percentielen = _Teksten(lambda uitkomst: getallen[uitkomst.score.percentiel])
        self._aantal = 0

    def write(self, stroom: BinaryIO, stapels: Iterator[Stapel]) -> int:
        """Write all rows and return how many there are."""
        self._aantal = 0
        tekst = TextIOWrapper(stroom, encoding="utf-8", errors="replace", newline="")
        try:
            tekst.write(_BOM if self._stijl.bom else "")
            tekst.write(self._render_regels([self._render_kolom(self._koppen)]))
            tekst.writelines(self._build_regels(stapels))
        finally:
            # the stream is whose it was
            tekst.detach()
        return self._aantal

    def _build_regels(self, stapels: Iterator[Stapel]) -> Iterator[str]:
        """Yield lines with a person each: texts from the file first, then the scores."""
        for stapel in stapels:
            self._aantal += len(stapel.deel.nummers)
            teksten = [self._invoer.read_codes(stapel), *self._read_kolom(stapel)]
            uitkomsten = self._scorer.score_stapel(stapel)
            getallen = [map(self._waarden.__getitem__, kolom) for kolom in uitkomsten]
            if self._genormd:
                getallen += [map(self._percentielen.__getitem__, kolom) for kolom in uitkomsten]
            yield self._render_regels(zip(*map(self._render_kolom, teksten), *getallen, strict=True))

    def _read_kolom(self, stapel: Stapel) -> Iterator[list[str]]:
        """Yield the column that comes along, when one is named; a table may not have it."""
        plaats = self._plaatsen[stapel.tabel]
        if plaats is not None:
            yield [clean_tekst(cel) for cel in stapel.deel.read_kolom(plaats)]

    def _render_regels(self, rijen: Iterable[Iterable[str]]) -> str:
        return _EINDE.join([*map(self._stijl.scheiding.join, rijen), ""])

    def _render_kolom(self, teksten: Sequence[str]) -> Sequence[str]:
        """Return texts as cells; letters, digits and spaces, as in most codes, need neither quotes nor care."""
        if "".join(teksten).replace(" ", "").isalnum():
            return teksten
        return [render_cel(clean_cel(tekst), self._stijl.scheiding) for tekst in teksten]


def render_cel(tekst: str, scheiding: str) -> str:
    """Return a text as csv writes it between others: in quotes where it needs these."""
    regel = StringIO()
    csv.writer(regel, delimiter=scheiding, lineterminator=_EINDE).writerow(["", tekst])
    return regel.getvalue().removeprefix(scheiding).removesuffix(_EINDE)
