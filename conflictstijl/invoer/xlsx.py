"""An Excel workbook (.xlsx): its sheets by name, and their cells as text."""

import posixpath
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.pakket import Pakket, load_waarden
from conflictstijl.invoer.raster import Rij
from conflictstijl.invoer.werkblad import Werkblad, Werkboek
from conflictstijl.invoer.xlsxblad import Bladscan
from conflictstijl.invoer.xmldeel import Acties, Eigenschappen, build_kapot, parse_xml, read_lokaal
from conflictstijl.tekst import render_citaat

PAKKET = "_rels/.rels"
_ZICHTBAAR = ("", "visible")
_WAAR = ("1", "true")
_VREEMDSTE_FOUTEN = 20
_BEKENDE_FOUTEN = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"}


class _Relatie(NamedTuple):
    """What a part points at: the last word of the kind, and the name of the other part."""

    soort: str
    deel: str


class _Hoofd(NamedTuple):
    """What the workbook part tells."""

    bladen: tuple[Werkblad, ...]
    vanaf_1904: bool
    """Days count from 1904, as on an old Mac."""


class _Delen:
    """The parts of the file by name; small and capital letters are the same in it."""

    def __init__(self, delen: Mapping[str, bytes], bestand: str) -> None:
        self._delen = {naam.casefold(): inhoud for naam, inhoud in delen.items()}
        self.bestand = bestand

    def read(self, naam: str) -> bytes:
        """Return a part; raises InvoerFout when it is not there."""
        if naam not in self._delen:
            raise build_kapot(self.bestand, f"onderdeel {render_citaat(naam)} ontbreekt")
        return self._delen[naam]

    def parse(self, naam: str, acties: Acties) -> None:
        """Read a part as XML."""
        parse_xml(self.read(naam), self.bestand, naam, acties)


def parse_xlsx(delen: Mapping[str, bytes], bestand: str) -> Werkboek:
    """Return the workbook of an unpacked file; raises InvoerFout when it is none or is damaged."""
    bron = _Delen(delen, bestand)
    naam = next(
        (relatie.deel for relatie in _parse_relaties(bron, "").values() if relatie.soort == "officeDocument"), ""
    )
    if naam.endswith(".bin"):
        wat = "dit is een binair bestand van Excel (.xlsb)"
        raise InvoerFout([Bevinding(Plek(bestand), "geen-tabel", wat, "bewaar het als .xlsx of als csv")])
    relaties = _parse_relaties(bron, naam)
    hoofd = _parse_hoofd(bron, naam, relaties)
    return Werkboek(hoofd.bladen, partial(_read_bladen, bron, tuple(relaties.values()), hoofd))


def _parse_relaties(bron: _Delen, deel: str) -> dict[str, _Relatie]:
    """Return what a part, or the file as a whole, points at by id."""
    map_, naam = posixpath.split(deel)
    relaties: dict[str, _Relatie] = {}

    def begin(eigenschappen: Eigenschappen) -> None:
        doel = posixpath.normpath(posixpath.join("/", map_, eigenschappen.get("Target", ""))).lstrip("/")
        soort = eigenschappen.get("Type", "").rpartition("/")[2]
        relaties[eigenschappen.get("Id", "")] = _Relatie(soort, doel.casefold())

    acties = Acties()
    acties.begin["Relationship"] = begin
    bron.parse(posixpath.join(map_, "_rels", f"{naam}.rels"), acties)
    return relaties


def _parse_hoofd(bron: _Delen, deel: str, relaties: Mapping[str, _Relatie]) -> _Hoofd:
    """Return the sheets that have cells: a chart on a sheet of its own has none."""
    bladen: dict[str, Werkblad] = {}
    vanaf_1904: list[bool] = []

    def begin_blad(eigenschappen: Eigenschappen) -> None:
        relatie = relaties.get(read_lokaal(eigenschappen, "id"))
        if relatie is None or relatie.deel in bladen:
            raise build_kapot(bron.bestand, "een blad ontbreekt")
        if relatie.soort == "worksheet":
            verborgen = eigenschappen.get("state", "") not in _ZICHTBAAR
            bladen[relatie.deel] = Werkblad(eigenschappen.get("name", ""), verborgen, relatie.deel)

    acties = Acties()
    acties.begin["sheet"] = begin_blad
    acties.begin["workbookPr"] = lambda eigenschappen: vanaf_1904.append(eigenschappen.get("date1904") in _WAAR)
    bron.parse(deel, acties)
    return _Hoofd(tuple(bladen.values()), any(vanaf_1904))


def _read_bladen(
    bron: _Delen, relaties: Sequence[_Relatie], hoofd: _Hoofd, bladen: Sequence[Werkblad]
) -> list[list[Rij]]:
    """Return the rows of some sheets; raises InvoerFout for one that is damaged or too large."""
    scans = [_parse_blad(bron, blad) for blad in bladen]
    los = {r.soort: bron.read(r.deel) for r in relaties if r.soort in {"sharedStrings", "styles"}}
    xml = tuple(
        _clean_fouten(bron.read(blad.deel), scan, bron.bestand) for blad, scan in zip(bladen, scans, strict=True)
    )
    pakket = Pakket(bron.bestand, xml, los.get("sharedStrings", b""), los.get("styles", b""), hoofd.vanaf_1904)
    return [scan.build_rijen(rijen) for scan, rijen in zip(scans, load_waarden(pakket), strict=True)]


def _parse_blad(bron: _Delen, blad: Werkblad) -> Bladscan:
    scan = Bladscan(bron.bestand, blad.naam)
    scan.parse(bron.read(blad.deel), blad.deel)
    return scan


def _clean_fouten(xml: bytes, scan: Bladscan, bestand: str) -> bytes:
    """Return a sheet without the errors of newer Excels: calamine refuses the file for one, and the scan has them."""
    vreemd = set(scan.fouten.values()) - _BEKENDE_FOUTEN
    if len(vreemd) > _VREEMDSTE_FOUTEN:
        raise build_kapot(bestand, "de fouten in de cellen zijn niet te lezen")
    for fout in vreemd:
        xml = xml.replace(f">{fout}<".encode(), b">#N/A<")
    return xml
