"""Workbooks made by hand, part by part, so that a test can put anything into them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.model.tabel import Bijzonder

RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"
KANTOOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS = " ".join(
    f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
    for kort, lang in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
GEWOON = '<row r="1"><c r="A1"><v>4</v></c></row>'
Delen = dict[str, str | bytes]


def build_relaties(*relaties: tuple[str, str]) -> str:
    regels = (
        f'<Relationship Id="rId{nummer}" Type="{KANTOOR}/{soort}" Target="{doel}"/>'
        for nummer, (soort, doel) in enumerate(relaties, 1)
    )
    return f'<Relationships xmlns="{RELATIES}">{"".join(regels)}</Relationships>'


def build_delen(rijen: str = GEWOON, *, na: str = "", voor: str = "", teksten: str = "", stijlen: str = "") -> Delen:
    """The parts of an Excel workbook with one sheet 'Een'."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": build_relaties(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{HOOFD}" xmlns:r="{KANTOOR}">'
        '<sheets><sheet name="Een" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": build_relaties(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{HOOFD}">{voor}<sheetData>{rijen}</sheetData>{na}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{HOOFD}">{teksten}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{HOOFD}">{stijlen}</styleSheet>',
    }


def build_ods(tabellen: str, *, stijlen: str = "") -> Delen:
    """The parts of a LibreOffice workbook."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODS} {CALC}>'
        f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tabellen}</office:spreadsheet></office:body></office:document-content>",
    }


def build_tabel(*rijen: str, naam: str = "Blad1", extra: str = "") -> str:
    return f'<table:table table:name="{naam}" {extra}>{"".join(rijen)}</table:table>'


def build_rij(*cellen: str, keer: int = 1) -> str:
    """A row of texts; what begins with < stands for itself."""
    xml = (cel if cel[:1] == "<" else f"<table:table-cell><text:p>{cel}</text:p></table:table-cell>" for cel in cellen)
    return f'<table:table-row table:number-rows-repeated="{keer}">{"".join(xml)}</table:table-row>'


def pack(delen: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return bestand.getvalue()


def write_bytes(pad: Path, inhoud: bytes | Mapping[str, str | bytes]) -> str:
    """A file with these bytes, or a zip file with these parts; its path as a user types it."""
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else pack(inhoud))
    return str(pad)


def read_rijen(bron: str, blad: str = "") -> list[list[str]]:
    """The rows of the only table."""
    (tabel,) = load_tabellen(bron, blad)
    return [list(rij) for rij in tabel.read()]


def read_soorten(rij: Sequence[str]) -> list[tuple[str, str]]:
    """Each cell with what it is."""
    return [(str(cel), cel.soort.value if isinstance(cel, Bijzonder) else "") for cel in rij]


def read_fout(bron: str, blad: str = "") -> str:
    """The only line that is told about a file, after its name; reading it to its end is part of it."""
    try:
        for tabel in load_tabellen(bron, blad):
            for _ in tabel.read():
                pass
    except InvoerFout as fout:
        (regel,) = fout.regels()
        naam = "stdin" if bron == "-" else bron
        assert regel.startswith(naam)
        return regel.removeprefix(naam)
    return ""
