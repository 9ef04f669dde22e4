"""The workbook of a fixed group, cell by cell and chart by chart, as a text that can be read and compared.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/groep/test_werkboekgoud.py` writes it anew; read the difference.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conflictstijl.groep.beeld import Groepswens
from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.verslag import build_verslag

from .exports import EXPORTS, STIJLSCAN

GOUD = Path(__file__).parent / "gouden" / "werkboek.txt"


def dump_blad(blad: Worksheet) -> Iterator[str]:
    """Yield a sheet as lines: its cells with their kind and format, what stays in sight, and its charts."""
    yield f"== {blad.title} ({blad.dimensions}, vast {blad.freeze_panes}, druk {blad.page_setup.orientation})"
    for rij in blad.iter_rows():
        for cel in rij:
            if cel.value is not None:
                yield f"{cel.coordinate} {cel.data_type} {cel.number_format} {cel.value!r}"
    yield f"breedten {[round(maat.width, 1) for _, maat in sorted(blad.column_dimensions.items())]}"


@pytest.fixture
def werkboek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    monkeypatch.chdir(EXPORTS)  # a path is in the workbook, and makes its column wider
    invoer = load_groep(["11_excel_nl_cp1252.csv"], STIJLSCAN)
    verslag = build_verslag(invoer, Groepswens("Team", 5))._replace(met_profielen=True)
    uit = io.BytesIO()
    verslag.write_werkboek(uit)
    return uit.getvalue()


def test_the_workbook_of_a_group_is_the_golden_one(werkboek: bytes) -> None:
    bladen = openpyxl.load_workbook(io.BytesIO(werkboek))
    regels = [regel for blad in bladen for regel in dump_blad(blad)]
    with ZipFile(io.BytesIO(werkboek)) as archief:
        grafieken = sorted(naam for naam in archief.namelist() if naam.startswith("xl/charts/"))
        regels += [f"== {naam}\n{archief.read(naam).decode()}" for naam in grafieken]
    tekst = "\n".join(regels) + "\n"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        GOUD.parent.mkdir(exist_ok=True)
        GOUD.write_text(tekst, encoding="utf-8")
    assert tekst == GOUD.read_text(encoding="utf-8")


def test_no_cell_of_it_is_a_formula(werkboek: bytes) -> None:
    soorten = {cel.data_type for blad in openpyxl.load_workbook(io.BytesIO(werkboek)) for rij in blad for cel in rij}
    assert soorten == {"n", "s"}
