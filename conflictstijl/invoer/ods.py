"""A workbook of LibreOffice or OpenOffice (.ods): its sheets by name, and their cells as text.

Read here and not by calamine, which takes an indented file for a broken one and does not know what is hidden.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.odscel import parse_keer, render_odscel
from conflictstijl.invoer.raster import (
    Gebied,
    Rij,
    build_rechthoek,
    check_omvang,
    check_ver,
    clean_rijen,
    read_plaatsen,
)
from conflictstijl.invoer.werkblad import Werkblad, Werkboek
from conflictstijl.invoer.xmldeel import Acties, Eigenschappen, build_kapot, parse_xml
from conflictstijl.model.tabel import Bijzonder, Celsoort

INHOUD = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_OVERHEEN = ("annotation", "frame", "custom-shape", "note", "ruby-text")
"""What lies over a cell or explains it: its text is not that of the cell."""
_BUITEN = "ta_extref"
"""Style of what LibreOffice remembers of another file."""
_MEESTE_TEKENS = 32_767
_MEESTE_SPATIES = 100
_MEESTE_BEDEKT = 500_000


def parse_ods(delen: Mapping[str, bytes], bestand: str) -> Werkboek:
    """Return the workbook of an unpacked file; raises InvoerFout when it is damaged or has a password."""
    if b"encryption-data" in delen.get(_MANIFEST, b""):
        hint = "haal het wachtwoord eraf en bewaar het opnieuw"
        raise InvoerFout([Bevinding(Plek(bestand), "geen-tabel", "dit werkboek heeft een wachtwoord", hint)])
    lezer = Odslezer(bestand, ())
    lezer.parse(delen[INHOUD])
    return Werkboek(tuple(lezer.bladen), partial(_read_bladen, delen[INHOUD], bestand))


def _read_bladen(inhoud: bytes, bestand: str, bladen: Sequence[Werkblad]) -> list[list[Rij]]:
    lezer = Odslezer(bestand, [blad.deel for blad in bladen])
    lezer.parse(inhoud)
    return [lezer.rijen[blad.deel] for blad in bladen]


class _Celtekst:
    """The text of a cell while it is read: its paragraphs, without what lies over the cell."""

    def __init__(self) -> None:
        self.tekst = ""
        self._alinea = self._over = 0

    def begin_alinea(self, _: Eigenschappen) -> None:
        self._alinea += 1
        self.add("\n" if self.tekst else "")

    def einde_alinea(self) -> None:
        self._alinea -= 1

    def begin_over(self, _: Eigenschappen) -> None:
        self._over += 1

    def einde_over(self) -> None:
        self._over -= 1

    def add_spaties(self, eigenschappen: Eigenschappen) -> None:
        self.add(" " * min(parse_keer(eigenschappen.get("text:c")), _MEESTE_SPATIES))

    def add(self, tekst: str) -> None:
        if self._alinea and not self._over and len(self.tekst) < _MEESTE_TEKENS:
            self.tekst += tekst


class Odslezer:
    """One pass over the XML of a workbook: its sheets, and the rows of those that were asked for.

    A row or a cell can stand for a million equal ones: empty ones are only counted, others have to fit.
    """

    def __init__(self, bestand: str, gekozen: Collection[str]) -> None:
        self.bladen: list[Werkblad] = []
        self.rijen: dict[str, list[Rij]] = {}
        self._bestand, self._gekozen = bestand, frozenset(gekozen)
        self._stijl = ""
        self._verborgen: set[str] = set()
        self._blad: Werkblad | None = None
        self._diepte = self._rij = self._kolom = self._keer_rij = self._breedte = 0
        self._cellen: Rij = []
        self._rijen: list[Rij] = []
        self._bedekt: list[Gebied] = []
        self._cel: Eigenschappen = {}
        self._tekst = _Celtekst()

    def parse(self, inhoud: bytes) -> None:
        """Take in the XML; raises InvoerFout for damage and for cells too far or too many."""
        acties, tekst = Acties(), self._tekst
        acties.begin = {
            "style": self._begin_stijl,
            "table-properties": self._begin_eigenschappen,
            "table": self._begin_blad,
            "table-row": self._begin_rij,
            "table-cell": self._begin_cel,
            "covered-table-cell": self._begin_bedekt,
            "p": tekst.begin_alinea,
            "s": tekst.add_spaties,
            "tab": lambda _: tekst.add("\t"),
            "line-break": lambda _: tekst.add("\n"),
        } | dict.fromkeys(_OVERHEEN, tekst.begin_over)
        acties.einde = {
            "table": self._einde_blad,
            "table-row": self._einde_rij,
            "table-cell": self._einde_cel,
            "p": tekst.einde_alinea,
        } | dict.fromkeys(_OVERHEEN, tekst.einde_over)
        acties.tekst = tekst.add
        parse_xml(inhoud, self._bestand, INHOUD, acties)

    def _begin_stijl(self, eigenschappen: Eigenschappen) -> None:
        self._stijl = eigenschappen.get("style:name", "")

    def _begin_eigenschappen(self, eigenschappen: Eigenschappen) -> None:
        if eigenschappen.get("table:display") == "false":
            self._verborgen.add(self._stijl)

    def _begin_blad(self, eigenschappen: Eigenschappen) -> None:
        self._diepte += 1
        stijl = eigenschappen.get("table:style-name", "")
        # a table inside a cell is no sheet
        if self._diepte == 1 and stijl != _BUITEN:
            blad = Werkblad(eigenschappen.get("table:name", ""), stijl in self._verborgen, str(len(self.bladen)))
            self.bladen.append(blad)
            self._blad = blad if blad.deel in self._gekozen else None
            self._rijen, self._bedekt = [], []
            self._rij, self._keer_rij, self._breedte = 1, 0, 0

    def _einde_blad(self) -> None:
        self._diepte -= 1
        if self._blad and not self._diepte:
            rijen = build_rechthoek(self._rijen, len(self._rijen), self._breedte)
            for rij, kolom in read_plaatsen(self._bedekt, len(rijen), self._breedte):
                rijen[rij - 1][kolom - 1] = Bijzonder("", Celsoort.SAMENGEVOEGD)
            self.rijen[self._blad.deel] = clean_rijen(rijen)
            self._blad = None

    def _begin_rij(self, eigenschappen: Eigenschappen) -> None:
        if self._diepte == 1:
            self._rij += self._keer_rij
            self._keer_rij = parse_keer(eigenschappen.get("table:number-rows-repeated"))
            self._kolom, self._cellen = 0, []

    def _einde_rij(self) -> None:
        if not self._blad or self._diepte > 1 or not self._cellen:
            return
        laatste = self._rij + self._keer_rij - 1
        self._breedte = max(self._breedte, len(self._cellen))
        check_ver(laatste, len(self._cellen), self._bestand, self._blad.naam)
        check_omvang(laatste, self._breedte, self._bestand, self._blad.naam)
        self._rijen.extend([] for _ in range(self._rij - 1 - len(self._rijen)))
        self._rijen.extend(list(self._cellen) for _ in range(self._keer_rij))

    def _begin_cel(self, eigenschappen: Eigenschappen) -> None:
        if self._diepte == 1:
            self._cel = eigenschappen
            self._tekst.tekst = ""

    def _einde_cel(self) -> None:
        if not self._blad or self._diepte > 1:
            return
        keer = parse_keer(self._cel.get("table:number-columns-repeated"))
        waarde = render_odscel(self._cel, self._tekst.tekst)
        if waarde or isinstance(waarde, Bijzonder):
            check_ver(self._rij, self._kolom + keer, self._bestand, self._blad.naam)
            self._cellen += [""] * (self._kolom - len(self._cellen)) + [waarde] * keer
        self._kolom += keer

    def _begin_bedekt(self, eigenschappen: Eigenschappen) -> None:
        if self._blad and self._diepte == 1:
            keer = parse_keer(eigenschappen.get("table:number-columns-repeated"))
            onder = self._rij + self._keer_rij - 1
            self._bedekt.append((self._rij, self._kolom + 1, onder, self._kolom + keer))
            self._kolom += keer
            if len(self._bedekt) > _MEESTE_BEDEKT:
                raise build_kapot(self._bestand, "het heeft te veel samengevoegde cellen")
