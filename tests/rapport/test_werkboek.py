"""Workbooks: texts stay texts, numbers stay numbers, charts stay charts, and paper is thought of."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.werkboek import Blad, Cel, Grafiek, Werkboek
from conflictstijl.rapport.uitvoer import werkboek as uitvoer
from conflictstijl.rapport.uitvoer.werkboek import render_werkboek, write_werkboek
from conflictstijl.tekst import clean_tekst

GEVAARLIJK = (
    "=cmd|'/c calc'!A1",
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "{=1+1}",
    "https://example.org",
    "mailto:a@example.org",
    "0123",
    "_x0041_<b>&amp;",
)
"""Texts of which a spreadsheet could make something else."""

STIJLEN: list[list[Cel]] = [["forceren", 2.5, 4], ["samenwerken", 4.0, 17], ["toegeven", None, 0]]
BEELD = Blad(
    "Groepsbeeld",
    "Groepsbeeld",
    ("stijl", "gemiddelde", "mensen"),
    STIJLEN,
    grafiek=Grafiek("Gemiddelde per stijl", 0, 1, (1, 5)),
)


def maak_blad(rijen: Iterable[Sequence[Cel]], koppen: tuple[str, ...] = ("tekst",), **meer: Any) -> Blad:
    return Blad("Blad", "Titel", koppen, rijen, **meer)


def lees(*bladen: Blad) -> list[Worksheet]:
    """Write sheets and open them again."""
    return list(openpyxl.load_workbook(io.BytesIO(render_werkboek(Werkboek("Werkboek", bladen)))))


def lees_delen(*bladen: Blad) -> dict[str, str]:
    """Return the parts of a workbook as they are stored."""
    with zipfile.ZipFile(io.BytesIO(render_werkboek(Werkboek("Werkboek", bladen)))) as archief:
        return {naam: archief.read(naam).decode() for naam in archief.namelist()}


def lees_cellen(vel: Worksheet, vanaf: int = 4) -> list[list[Any]]:
    return [[cel.value for cel in rij] for rij in vel.iter_rows(min_row=vanaf)]


@pytest.mark.parametrize("lui", [False, True], ids=["rij", "iterator"])
def test_no_text_becomes_a_formula_a_link_or_a_number(lui: bool) -> None:
    rijen: list[list[Cel]] = [[tekst, 1] for tekst in GEVAARLIJK]
    blad = Blad(
        "=1+1", "=1+1", ("=1+1", "@x"), iter(rijen) if lui else rijen, ("=1+1",), grafiek=Grafiek("=A!$B$1", 0, 1)
    )
    delen = lees_delen(blad)
    for naam, deel in delen.items():
        assert "<f>" not in deel
        assert "<f " not in deel
        assert "hyperlink" not in deel, naam
    assert set(re.findall(r"<c:f>(.*?)</c:f>", delen["xl/charts/chart1.xml"])) == {
        f"'=1+1'!${kolom}$5:${kolom}${len(rijen) + 4}" for kolom in "AB"
    }
    blad = blad._replace(rijen=iter(rijen) if lui else rijen)
    # openpyxl leaves the spelling of `_x0041_` as it is stored, where texts stand in the cells themselves
    cellen = [[unescape(tekst) if lui else tekst, getal] for tekst, getal in lees_cellen(lees(blad)[0], 5)]
    assert cellen == [[clean_tekst(tekst), 1] for tekst in GEVAARLIJK]


@given(st.text())
def test_every_text_comes_back_as_it_may_be_shown(tekst: str) -> None:
    vel = lees(maak_blad([[tekst]], (tekst,)))[0]
    assert [vel["A3"].value or "", vel["A4"].value or ""] == [clean_tekst(tekst)] * 2


def test_numbers_stay_numbers_with_the_decimals_that_are_asked_for() -> None:
    rijen: list[list[Cel]] = [[1, 3.1666666666666665, 0.25, 7.0]]
    vel = lees(maak_blad(rijen, ("n", "a", "b", "c"), decimalen=(0, 1, 2, 0)))[0]
    assert lees_cellen(vel) == [pytest.approx(rijen[0], rel=1e-15)]
    assert [cel.number_format for cel in vel[4]] == ["0", "0.0", "0.00", "0"]


def test_what_is_no_number_is_an_empty_cell() -> None:
    rijen: list[list[Cel]] = [[None, float("nan"), float("inf"), "x"]]
    assert lees_cellen(lees(maak_blad(rijen, ("a", "b", "c", "d")))[0]) == [[None, None, None, "x"]]


@pytest.mark.parametrize("aantal", [3, uitvoer._GROOT + 1])
def test_few_rows_many_rows_and_an_iterator_hold_the_same(aantal: int) -> None:
    rijen: list[list[Cel]] = [[f"d{nummer}", nummer / 7] for nummer in range(aantal)]
    koppen = ("code", "score")
    uit, lui = (lees_cellen(lees(maak_blad(vorm, koppen))[0]) for vorm in (rijen, iter(rijen)))
    assert uit == lui
    assert [rij[0] for rij in uit] == [rij[0] for rij in rijen]
    assert [rij[1] for rij in uit] == pytest.approx([rij[1] for rij in rijen], rel=1e-15)


@pytest.mark.parametrize("lui", [False, True], ids=["rij", "iterator"])
def test_the_same_workbook_gives_the_same_bytes(lui: bool) -> None:
    eerste, tweede = (
        render_werkboek(Werkboek("A", (BEELD._replace(rijen=iter(STIJLEN) if lui else STIJLEN),))) for _ in range(2)
    )
    assert eerste == tweede
    anders = BEELD._replace(titel="Ander")
    assert render_werkboek(Werkboek("A", (anders,))) != eerste


def test_a_workbook_goes_into_any_open_file() -> None:
    uit = io.BytesIO()
    write_werkboek(Werkboek("A", (BEELD,)), uit)
    assert uit.getvalue() == render_werkboek(Werkboek("A", (BEELD,)))


def test_the_properties_say_what_it_is_and_not_who_made_it_or_when() -> None:
    with zipfile.ZipFile(io.BytesIO(render_werkboek(Werkboek("Groep\x07", (BEELD,), "Gemaakt & klaar")))) as archief:
        kern = archief.read("docProps/core.xml").decode()
    assert "<dc:title>Groep</dc:title>" in kern
    assert "<dc:description>Gemaakt &amp; klaar</dc:description>" in kern
    assert "<dc:creator></dc:creator>" in kern
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in kern
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", kern)) == {"2000-01-01T00:00:00Z"}


def test_tabs_have_names_that_a_spreadsheet_takes_and_no_two_are_the_same() -> None:
    namen = ["Team", "team", "a[b]:c*d?e/f\\g", "'", "", "x" * 40, "x" * 50, "History", "b" * 30 + "'c"]
    bladen = [BEELD._replace(naam=naam) for naam in namen]
    assert [vel.title for vel in lees(*bladen)] == [
        *("Team", "team 2", "a b c d e f g", "Blad", "Blad 2"),
        *("x" * 31, "x" * 29 + " 2", "History 2", "b" * 30),
    ]


def test_the_title_and_what_is_said_beforehand_stand_above_the_table() -> None:
    vel = lees(BEELD._replace(toelichting=("Een korte regel.", "woord " * 30)))[0]
    assert vel["A1"].value == "Groepsbeeld"
    assert vel["A1"].font.bold
    regels = [str(vel.cell(rij, 1).value) for rij in range(2, 6)]
    assert regels[0] == "Een korte regel."
    assert [len(regel) <= 80 for regel in regels[1:4]] == [True] * 3
    assert " ".join(regels[1:4]).split() == ["woord"] * 30
    assert [cel.value for cel in vel[7]] == ["stijl", "gemiddelde", "mensen"]


def test_headers_are_bold_boxed_and_on_the_side_of_their_cells() -> None:
    vel = lees(BEELD)[0]
    assert all(cel.font.bold and cel.border.bottom.style == "thin" for cel in vel[3])
    assert [cel.alignment.horizontal for cel in vel[3]] == ["left", "right", "right"]
    assert all(cel.border.left.style == "thin" for rij in vel["A4:C6"] for cel in rij)


def test_headers_stay_in_sight_on_the_screen_and_on_every_page() -> None:
    vel = lees(BEELD)[0]
    assert vel.freeze_panes == "A4"
    assert vel.print_title_rows == "$3:$3"


def test_a_long_explanation_is_not_kept_in_sight() -> None:
    vel = lees(BEELD._replace(toelichting=("Regel.",) * 8))[0]
    assert vel.freeze_panes is None
    assert vel.print_title_rows == "$11:$11"


@pytest.mark.parametrize(("kolommen", "stand", "vast"), [(3, None, "A4"), (12, "landscape", "B4")])
def test_a_sheet_prints_on_a4_as_wide_as_the_paper(kolommen: int, stand: str | None, vast: str) -> None:
    vel = lees(maak_blad([["x"] * kolommen], tuple(f"kolom {nummer}" for nummer in range(kolommen))))[0]
    assert vel.page_setup.paperSize == 9
    assert vel.page_setup.orientation == (stand or "portrait")
    assert (vel.page_setup.fitToWidth or 1, vel.page_setup.fitToHeight) == (1, 0)
    passend = vel.sheet_properties.pageSetUpPr
    assert passend is not None
    assert passend.fitToPage
    assert vel.freeze_panes == vast


def test_every_page_has_its_number_and_the_title() -> None:
    voet = "&amp;LJij &amp;&amp; ik&amp;RPagina &amp;P van &amp;N"
    assert f"<oddFooter>{voet}</oddFooter>" in lees_delen(BEELD._replace(titel="Jij & ik"))["xl/worksheets/sheet1.xml"]


def test_columns_are_as_wide_as_what_is_in_them_and_long_texts_take_more_lines() -> None:
    lang = "Een plan dat ons én een andere organisatie helpt, is mij veel extra werk waard."
    vel = lees(maak_blad([[1, "kort", 2.5], [2, lang, 2.5]], ("nr", "stelling", "gemiddelde (afgerond op halven)")))[0]
    breedtes = [vel.column_dimensions[kolom].width for kolom in "ABC"]
    assert breedtes[0] < breedtes[2] < breedtes[1] < 54
    assert [vel.row_dimensions[rij].height for rij in (3, 4, 5)] == [45, None, 30]


def test_a_chart_is_drawn_from_the_cells_below_the_table() -> None:
    delen = lees_delen(BEELD)
    beeld = delen["xl/charts/chart1.xml"]
    assert re.findall(r"<c:f>(.*?)</c:f>", beeld) == ["Groepsbeeld!$A$4:$A$6", "Groepsbeeld!$B$4:$B$6"]
    assert re.findall(r"<a:t>(.*?)</a:t>", beeld) == ["Gemiddelde per stijl", "stijl", "gemiddelde"]
    assert '<c:max val="5"/><c:min val="1"/>' in beeld
    plaats = delen["xl/drawings/drawing1.xml"]
    assert 'descr="Staafdiagram: Gemiddelde per stijl. De getallen staan in de tabel erboven."' in plaats
    assert "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row>" in plaats


@pytest.mark.parametrize("naam", ["Let op!A1", "=Groepsbeeld!$A$1", "=1+1"])
def test_a_title_that_looks_like_a_cell_is_still_a_title(naam: str) -> None:
    blad = BEELD._replace(koppen=(naam, "gemiddelde", "mensen"), grafiek=Grafiek(naam, 0, 1))
    beeld = lees_delen(blad)["xl/charts/chart1.xml"]
    assert re.findall(r"<a:t>(.*?)</a:t>", beeld)[:2] == [naam.replace("!", "! ")] * 2


def test_an_axis_without_known_ends_finds_its_own() -> None:
    beeld = lees_delen(BEELD._replace(grafiek=Grafiek("Mensen", 0, 2)))["xl/charts/chart1.xml"]
    assert "<c:max" not in beeld
    assert re.findall(r"<c:f>(.*?)</c:f>", beeld)[1] == "Groepsbeeld!$C$4:$C$6"


def test_a_table_without_rows_has_headers_and_no_chart() -> None:
    delen = lees_delen(BEELD._replace(rijen=[]))
    assert not [naam for naam in delen if "chart" in naam]
    assert lees_cellen(lees(BEELD._replace(rijen=[]))[0], 3) == [["stijl", "gemiddelde", "mensen"]]


def test_more_rows_than_a_sheet_can_hold_are_refused_instead_of_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uitvoer, "_MEESTE_RIJEN", 6)
    assert len(lees_cellen(lees(BEELD)[0])) == 3
    with pytest.raises(GebruikFout, match="hoogstens 6 rijen, en dit zijn er meer; kies csv"):
        lees(BEELD._replace(rijen=[*STIJLEN, STIJLEN[0]]))
