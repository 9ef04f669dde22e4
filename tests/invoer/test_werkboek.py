"""Which sheets of a workbook are read."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from conflictstijl.invoer.bestand import load_tabellen

from .boeken import pack, read_fout, read_rijen


@pytest.fixture
def boek(tmp_path: Path) -> str:
    """Two sheets, a blank one, a chart, and two that are hidden."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as werkboek:
        for naam in ("Groep A", "Leeg", "Groep B", "Geheim", "Diep"):
            blad = werkboek.add_worksheet(naam)
            if naam != "Leeg":
                blad.write_row(0, 0, [naam, 4])
        werkboek.get_worksheet_by_name("Geheim").hide()
        werkboek.get_worksheet_by_name("Diep").very_hidden()
        grafiek = werkboek.add_chart({"type": "bar"})
        grafiek.add_series({"values": "='Groep A'!$A$1:$B$1"})
        werkboek.add_chartsheet("Grafiek").set_chart(grafiek)
    return str(tmp_path / "a.xlsx")


def list_bladen(bron: str, blad: str = "") -> Sequence[str]:
    return [tabel.blad for tabel in load_tabellen(bron, blad)]


def test_every_visible_sheet_with_cells_is_a_table_in_order(boek: str) -> None:
    assert list_bladen(boek) == ["Groep A", "Groep B"]


def test_each_table_has_the_rows_of_its_own_sheet_on_every_pass(boek: str) -> None:
    tabellen = load_tabellen(boek)
    for _ in range(2):
        assert [list(tabel.read()) for tabel in tabellen] == [[["Groep A", "4"]], [["Groep B", "4"]]]
    assert all(tabel.werkboek and tabel.bestand == boek for tabel in tabellen)


def test_hidden_sheets_are_told_once(boek: str) -> None:
    eerste, tweede = load_tabellen(boek)
    assert [(melding.wat.split("'")[1], melding.gevolg) for melding in eerste.meldingen] == [
        ("Geheim", "overgeslagen"),
        ("Diep", "overgeslagen"),
    ]
    assert tweede.meldingen == ()


@pytest.mark.parametrize("naam", ["Groep B", "groep b", "GROEPB", " groep  B "])
def test_a_sheet_is_named_whatever_its_capitals_and_spaces(boek: str, naam: str) -> None:
    assert list_bladen(boek, naam) == ["Groep B"]


@pytest.mark.parametrize("naam", ["Geheim", "diep"])
def test_a_hidden_sheet_is_read_when_it_is_named_and_nothing_is_told(boek: str, naam: str) -> None:
    (tabel,) = load_tabellen(boek, naam)
    assert list(tabel.read()) == [[naam.title(), "4"]]
    assert tabel.meldingen == ()


def test_of_two_names_that_look_alike_the_exact_one_is_read(tmp_path: Path) -> None:
    werkboek = openpyxl.Workbook()
    werkboek.worksheets[0].title = "groep b"
    werkboek.create_sheet("GroepB").append(["goed"])
    werkboek.save(tmp_path / "a.xlsx")
    assert read_rijen(str(tmp_path / "a.xlsx"), "GroepB") == [["goed"]]


def test_a_name_nearby_is_proposed(boek: str) -> None:
    assert read_fout(boek, "Geheem") == ": er is geen blad 'Geheem'; bedoelde je 'Geheim'?"


def test_without_a_name_nearby_the_sheets_are_listed(boek: str) -> None:
    assert read_fout(boek, "x") == (
        ": er is geen blad 'x'; kies met --blad uit 'Groep A', 'Leeg', 'Groep B', 'Geheim' of 'Diep'"
    )


def test_a_chart_is_no_sheet(boek: str) -> None:
    assert "er is geen blad 'Grafiek'" in read_fout(boek, "Grafiek")


def test_a_blank_sheet_that_is_named_is_an_empty_file(boek: str) -> None:
    assert "dit bestand is leeg" in read_fout(boek, "Leeg")


def test_a_workbook_with_nothing_in_it_is_an_empty_file(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert "dit bestand is leeg" in read_fout(str(tmp_path / "a.xlsx"))


def test_a_workbook_of_hidden_sheets_asks_for_a_name(tmp_path: Path) -> None:
    werkboek = openpyxl.Workbook()
    werkboek.worksheets[0].append(["a"])
    werkboek.save(tmp_path / "a.xlsx")
    verberg(tmp_path / "a.xlsx")
    assert read_fout(str(tmp_path / "a.xlsx")) == (
        ": dit bestand heeft geen zichtbaar werkblad; kies met --blad uit 'Sheet'"
    )


def verberg(pad: Path) -> None:
    """Hide every sheet, which no program does."""
    with zipfile.ZipFile(pad) as archief:
        delen = {naam: archief.read(naam) for naam in archief.namelist()}
    delen["xl/workbook.xml"] = delen["xl/workbook.xml"].replace(b'state="visible"', b'state="hidden"')
    pad.write_bytes(pack(delen))
