"""What a sheet of an Excel workbook holds besides its values, and whether it is safe to read at all."""

from conflictstijl.invoer.raster import (
    Gebied,
    Rij,
    build_rechthoek,
    check_omvang,
    check_ver,
    clean_rijen,
    parse_cel,
    read_plaatsen,
)
from conflictstijl.invoer.xmldeel import Acties, Eigenschappen, build_kapot, parse_xml
from conflictstijl.model.tabel import Bijzonder, Celsoort

_MEESTE_BIJZONDER = 500_000
_LANGSTE_FOUT = 40
_FOUTSOORT = (b'"e"', b"'e'")


class Bladscan:
    """One pass over the XML of a sheet: places are row and column from 1.

    The reader of values takes the whole process down over a cell that is far away: hence this goes first.
    """

    def __init__(self, bestand: str, blad: str) -> None:
        self.hoogte = self.breedte = 0
        self.formules: dict[tuple[int, int], bool] = {}
        """Cells with a formula, and whether it gives text: then an empty result is one, else it was not worked out."""
        self.fouten: dict[tuple[int, int], str] = {}
        self.samengevoegd: list[Gebied] = []
        self.matrices: list[Gebied] = []
        """Where one formula fills many cells."""
        self._bestand, self._blad = bestand, blad
        self._rij = self._kolom = self._bijzonder = 0
        self._soort = self._nummer = ""
        self._kolommen: dict[str, int] = {}
        self._in_fout = False

    def parse(self, inhoud: bytes, deel: str) -> None:
        """Take in the XML of the sheet; raises InvoerFout for damage and for cells too far or too many."""
        acties = Acties()
        acties.begin = {
            "row": self._begin_rij,
            "c": self._begin_cel,
            "v": self._begin_waarde,
            "is": self._begin_waarde,
            "f": self._begin_formule,
            "mergeCell": lambda eigenschappen: self._add_gebied(self.samengevoegd, eigenschappen),
        }
        # only an error needs its text, and a call for every cell costs
        acties.tekst = self._add_tekst if any(soort in inhoud for soort in _FOUTSOORT) else None
        parse_xml(inhoud, self._bestand, deel, acties)
        check_omvang(self.hoogte, self.breedte, self._bestand, self._blad)

    def build_rijen(self, rijen: list[Rij]) -> list[Rij]:
        """Return the rows of values in which every cell that is no plain value says what it is.

        A formula that shows nothing is a cell that is not filled in.
        """
        rijen = build_rechthoek(rijen, self.hoogte, self.breedte)
        for (rij, kolom), fout in self.fouten.items():
            rijen[rij - 1][kolom - 1] = Bijzonder(fout, Celsoort.FOUT)
        met_formule = self.formules | dict.fromkeys(read_plaatsen(self.matrices, self.hoogte, self.breedte), True)
        for (rij, kolom), met_tekst in met_formule.items():
            if rijen[rij - 1][kolom - 1] or not met_tekst:
                rijen[rij - 1][kolom - 1] = Bijzonder(rijen[rij - 1][kolom - 1], Celsoort.FORMULE)
        for rij, kolom in read_plaatsen(self.samengevoegd, self.hoogte, self.breedte, behalve=1):
            rijen[rij - 1][kolom - 1] = Bijzonder("", Celsoort.SAMENGEVOEGD)
        return clean_rijen(rijen)

    def _begin_rij(self, eigenschappen: Eigenschappen) -> None:
        self._nummer = eigenschappen.get("r") or str(self._rij + 1)
        plaats = parse_cel(f"A{self._nummer}")
        if plaats is None or plaats[0] <= self._rij:
            raise build_kapot(self._bestand, f"de rijen staan niet op volgorde bij rij {self._rij + 1}")
        self._rij, self._kolom = plaats[0], 0

    def _begin_cel(self, eigenschappen: Eigenschappen) -> None:
        naam = eigenschappen.get("r")
        kolom = self._kolom + 1 if naam is None else self._parse_kolom(naam)
        # what follows is put in its place by these numbers, and by whoever reads the values too
        if kolom <= self._kolom or not self._rij:
            raise build_kapot(self._bestand, f"een cel in rij {self._rij} staat niet op zijn plaats")
        self._kolom = kolom
        self._soort = eigenschappen.get("t", "")
        self._in_fout = False

    def _parse_kolom(self, naam: str) -> int:
        """Return the column of a cell in this row, 0 for a name that is none or of another row."""
        letters = naam.removesuffix(self._nummer)
        if letters == naam:
            return 0
        # the same few columns come back in every row
        if letters not in self._kolommen:
            rij, kolom = parse_cel(naam) or (0, 0)
            if rij != self._rij:
                return 0
            self._kolommen[letters] = kolom
        return self._kolommen[letters]

    def _begin_waarde(self, _: Eigenschappen) -> None:
        self._add_cel()
        plaats = self._rij, self._kolom
        if self._soort == "e":
            self._in_fout = True
            self.fouten[plaats] = ""
            self._count_bijzonder()

    def _begin_formule(self, eigenschappen: Eigenschappen) -> None:
        self._add_cel()
        self.formules[self._rij, self._kolom] = self._soort == "str"
        if eigenschappen.get("t") == "array":
            self._add_gebied(self.matrices, eigenschappen)
        self._count_bijzonder()

    def _add_cel(self) -> None:
        if self._rij > self.hoogte or self._kolom > self.breedte:
            check_ver(self._rij, self._kolom, self._bestand, self._blad)
            self.hoogte = max(self.hoogte, self._rij)
            self.breedte = max(self.breedte, self._kolom)

    def _add_tekst(self, tekst: str) -> None:
        plaats = self._rij, self._kolom
        if self._in_fout and len(self.fouten[plaats]) < _LANGSTE_FOUT:
            self.fouten[plaats] += tekst[:_LANGSTE_FOUT].strip()

    def _add_gebied(self, gebieden: list[Gebied], eigenschappen: Eigenschappen) -> None:
        eerste, _, laatste = eigenschappen.get("ref", "").partition(":")
        hoeken = parse_cel(eerste), parse_cel(laatste or eerste)
        if hoeken[0] is None or hoeken[1] is None:
            raise build_kapot(self._bestand, "de plaats van samengevoegde cellen klopt niet")
        gebieden.append((*hoeken[0], *hoeken[1]))
        self._count_bijzonder()

    def _count_bijzonder(self) -> None:
        self._bijzonder += 1
        if self._bijzonder > _MEESTE_BIJZONDER:
            raise build_kapot(
                self._bestand, f"het heeft meer dan {_MEESTE_BIJZONDER} formules, fouten en samenvoegingen"
            )
