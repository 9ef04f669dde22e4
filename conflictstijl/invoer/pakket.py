"""The values in sheets of an Excel workbook, by calamine.

It ends the process over one far cell or one wrong count, so it never sees the file itself: only a package of parts
that have been read here from start to end, under names of our own.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from conflictstijl.invoer.celwaarde import render_waarde
from conflictstijl.invoer.raster import Rij
from conflictstijl.invoer.xmldeel import Acties, Eigenschappen, build_kapot, parse_xml

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_KANTOOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LANGSTE_AANTAL = 7
"""Digits in the number of texts: ten million of them would not fit in a file that is read."""


class Pakket(NamedTuple):
    """The XML of the sheets to read, which has been checked, and what goes with it."""

    bestand: str
    bladen: tuple[bytes, ...]
    teksten: bytes
    stijlen: bytes
    vanaf_1904: bool


def load_waarden(pakket: Pakket) -> Iterator[list[Rij]]:
    """Yield the rows of every sheet, from its first row and column on, all equally wide."""
    from python_calamine import CalamineError, CalamineWorkbook

    _check_teksten(pakket)
    try:
        boek = CalamineWorkbook.from_filelike(_build_bestand(pakket))
        for nummer in range(len(pakket.bladen)):
            yield _read_rijen(boek, nummer)
    except CalamineError:
        raise build_kapot(pakket.bestand, "een cel of opmaak is niet te lezen") from None


def _read_rijen(boek: "CalamineWorkbook", nummer: int) -> list[Rij]:
    rijen = boek.get_sheet_by_index(nummer).to_python(skip_empty_area=False)
    return [[cel if isinstance(cel, str) else render_waarde(cel) for cel in rij] for rij in rijen]


def _check_teksten(pakket: Pakket) -> None:
    """Raise InvoerFout for texts or styles that are no XML, or that promise more texts than there can be."""

    def begin(eigenschappen: Eigenschappen) -> None:
        # calamine asks memory for as many as it says here
        if any(len(aantal) > _LANGSTE_AANTAL for aantal in eigenschappen.values() if aantal.isdigit()):
            raise build_kapot(pakket.bestand, "het aantal teksten klopt niet")

    acties = Acties()
    acties.begin["sst"] = begin
    for deel, naam in ((pakket.teksten, "sharedStrings"), (pakket.stijlen, "styles")):
        if deel:
            parse_xml(deel, pakket.bestand, naam, acties)


def _build_bestand(pakket: Pakket) -> io.BytesIO:
    bladen = {f"blad{nummer}.xml": blad for nummer, blad in enumerate(pakket.bladen, 1)}
    los = {"sharedStrings": pakket.teksten, "styles": pakket.stijlen}
    relaties = [("worksheet", naam) for naam in bladen] + [(naam, f"{naam}.xml") for naam, deel in los.items() if deel]
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w") as archief:
        archief.writestr("_rels/.rels", _render_relaties([("officeDocument", "xl/workbook.xml")]))
        archief.writestr("xl/_rels/workbook.xml.rels", _render_relaties(relaties))
        archief.writestr("xl/workbook.xml", _render_hoofd(pakket))
        for naam, deel in (bladen | {f"{naam}.xml": deel for naam, deel in los.items() if deel}).items():
            archief.writestr(f"xl/{naam}", deel)
    bestand.seek(0)
    return bestand


def _render_relaties(relaties: Sequence[tuple[str, str]]) -> str:
    regels = (
        f'<Relationship Id="r{nummer}" Type="{_KANTOOR}/{soort}" Target="{doel}"/>'
        for nummer, (soort, doel) in enumerate(relaties, 1)
    )
    return f'<Relationships xmlns="{_RELATIES}">{"".join(regels)}</Relationships>'


def _render_hoofd(pakket: Pakket) -> str:
    nummers = range(1, len(pakket.bladen) + 1)
    bladen = (f'<sheet name="{nummer}" sheetId="{nummer}" r:id="r{nummer}"/>' for nummer in nummers)
    dagen = f'<workbookPr date1904="{int(pakket.vanaf_1904)}"/>'
    return f'<workbook xmlns="{_HOOFD}" xmlns:r="{_KANTOOR}">{dagen}<sheets>{"".join(bladen)}</sheets></workbook>'
