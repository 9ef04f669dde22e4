"""Excel workbooks: every cell in its place, as text that says what it is."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from conflictstijl.invoer import raster, xlsxblad

from .boeken import (
    GEWOON,
    HOOFD,
    KANTOOR,
    RELATIES,
    Delen,
    build_delen,
    build_relaties,
    read_fout,
    read_rijen,
    read_soorten,
    write_bytes,
)


def read_cellen(pad: Path, rijen: str, *, na: str = "", voor: str = "", teksten: str = "") -> list[list[str]]:
    return read_rijen(write_bytes(pad / "a.xlsx", build_delen(rijen, na=na, voor=voor, teksten=teksten)))


def check_blad(pad: Path, rijen: str, *, na: str = "") -> str:
    return read_fout(write_bytes(pad / "a.xlsx", build_delen(rijen, na=na)))


def test_cells_of_excel_say_what_they_are(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as boek:
        blad = boek.add_worksheet()
        dag, tijd, duur = (boek.add_format({"num_format": vorm}) for vorm in ("dd-mm-yyyy", "hh:mm", "[h]:mm"))
        procent, geld = (boek.add_format({"num_format": vorm}) for vorm in ("0%", "€ #,##0.00"))
        blad.write_row(0, 0, [" Vaak ", 4, 2.5, -3, 1e300, True, False])
        blad.write(0, 7, 0.25, procent)
        blad.write(0, 8, 12.5, geld)
        blad.write(0, 9, dt.date(2024, 12, 3), dag)
        blad.write(0, 10, dt.datetime.fromisoformat("2024-12-03T08:48:17"), dag)
        blad.write(0, 11, dt.time(8, 48), tijd)
        blad.write(0, 12, dt.timedelta(hours=30), duur)
        blad.write_formula(0, 13, "=1+1", None, 2)
        blad.write_formula(0, 14, "=NA()", None, "#N/A")
        blad.write_string(0, 15, "#N/A")
        blad.write_string(0, 16, "=1+1")
    assert read_soorten(read_rijen(str(tmp_path / "a.xlsx"))[0]) == [
        (" Vaak ", ""), ("4", ""), ("2.5", ""), ("-3", ""), ("1e+300", ""), ("WAAR", "ja_nee"), ("ONWAAR", "ja_nee"),
        ("0.25", ""), ("12.5", ""), ("2024-12-03", "datum"), ("2024-12-03T08:48:17", "datum"), ("08:48:00", "datum"),
        ("30:00:00", "datum"), ("2", "formule"), ("#N/A", "formule"), ("#N/A", ""), ("=1+1", ""),
    ]  # fmt: skip


def test_a_date_counts_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True}) as boek:
        boek.add_worksheet().write(0, 0, dt.date(2024, 12, 3), boek.add_format({"num_format": "dd-mm-yyyy"}))
    assert read_rijen(str(tmp_path / "a.xlsx")) == [["2024-12-03"]]


def test_a_table_that_begins_at_c5_keeps_its_place(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad["C5"], blad["D5"], blad["C7"] = "naam", "q1", "Anna"
    boek.save(tmp_path / "a.xlsx")
    assert read_rijen(str(tmp_path / "a.xlsx")) == [
        [], [], [], [], ["", "", "naam", "q1"], [], ["", "", "Anna", ""],
    ]  # fmt: skip


def test_cells_without_a_name_follow_each_other(tmp_path: Path) -> None:
    rijen = '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row>'
    assert read_cellen(tmp_path, rijen) == [["1", "2", ""], [], [], ["", "3", "4"]]


def test_texts_may_be_shared_rich_or_in_their_place(tmp_path: Path) -> None:
    teksten = '<si><t>een</t></si><si><r><t xml:space="preserve">twee </t></r><r><t>drie</t></r></si>'
    rijen = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><t>vier</t></is></c></row>'
    assert read_cellen(tmp_path, rijen, teksten=teksten) == [["twee drie", "een", "vier"]]


def test_a_date_written_out_is_a_date(tmp_path: Path) -> None:
    rijen = '<row><c t="d"><v>2024-12-03T10:00:00</v></c></row>'
    assert read_soorten(read_cellen(tmp_path, rijen)[0]) == [("2024-12-03T10:00:00", "datum")]


def test_a_workbook_without_texts_and_styles_is_read(tmp_path: Path) -> None:
    delen = build_delen() | {"xl/_rels/workbook.xml.rels": build_relaties(("worksheet", "worksheets/sheet1.xml"))}
    del delen["xl/sharedStrings.xml"], delen["xl/styles.xml"]
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", delen)) == [["4"]]


def test_prefixes_and_the_strict_form_are_read(tmp_path: Path) -> None:
    streng = {HOOFD: "http://purl.oclc.org/ooxml/spreadsheetml/main", KANTOOR: "http://purl.oclc.org/ooxml/relations"}
    delen = {}
    for naam, inhoud in build_delen("<x:row><x:c><x:v>4</x:v></x:c></x:row>").items():
        tekst = str(inhoud).replace("sheetData", "x:sheetData").replace("worksheet xmlns=", "worksheet xmlns:x=")
        for ruim, strikt in streng.items():
            tekst = tekst.replace(ruim, strikt)
        delen[naam] = tekst
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", delen)) == [["4"]]


@pytest.mark.parametrize("doel", ["/xl/bladen/Een.xml", "bladen/Een.xml", "./x/../bladen/een.xml"])
def test_a_sheet_is_found_by_what_points_at_it(tmp_path: Path, doel: str) -> None:
    delen = build_delen()
    delen["xl/bladen/Een.xml"] = delen.pop("xl/worksheets/sheet1.xml")
    delen["xl/_rels/workbook.xml.rels"] = build_relaties(("worksheet", doel))
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", delen)) == [["4"]]


def test_a_formula_that_was_not_worked_out_is_a_formula_without_text(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad["A1"], blad["B1"] = "=1+1", 4
    boek.save(tmp_path / "a.xlsx")
    assert read_soorten(read_rijen(str(tmp_path / "a.xlsx"))[0]) == [("", "formule"), ("4", "")]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    leeg = '<c t="str"><f>""</f><v></v></c>'
    assert read_cellen(tmp_path, f"<row>{leeg}<c><v>4</v></c></row><row>{leeg}</row>") == [["", "4"]]


def test_a_formula_far_below_the_values_is_in_its_place(tmp_path: Path) -> None:
    rijen = read_cellen(tmp_path, f'{GEWOON}<row r="4"><c r="C4"><f>1</f></c></row>')
    assert [read_soorten(rij) for rij in rijen] == [
        [("4", ""), ("", ""), ("", "")], [], [], [("", ""), ("", ""), ("", "formule")],
    ]  # fmt: skip


def test_every_cell_that_one_formula_fills_is_a_formula(tmp_path: Path) -> None:
    rijen = '<row><c><f t="array" ref="A1:B2">x</f><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    assert [read_soorten(rij) for rij in read_cellen(tmp_path, rijen)] == [
        [("1", "formule"), ("2", "formule")],
        [("3", "formule"), ("", "")],
    ]


@pytest.mark.parametrize("fout", ["#N/A", "#DIV/0!", "#SPILL!", "#FIELD!"])
def test_an_error_keeps_its_text_also_one_of_a_newer_excel(tmp_path: Path, fout: str) -> None:
    rijen = f"<row> <c t='e'> <v>{fout}</v> </c> <c><v>4</v></c> </row>"
    assert read_soorten(read_cellen(tmp_path, rijen)[0]) == [(fout, "fout"), ("4", "")]


def test_merged_cells_other_than_the_first_say_so_as_far_as_the_table_goes(tmp_path: Path) -> None:
    rijen = '<row><c><v>1</v></c><c><v>9</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c></row>'
    na = '<mergeCells><mergeCell ref="A1:B9"/><mergeCell ref="XFA1:XFD9"/><mergeCell ref="C2"/></mergeCells>'
    assert [read_soorten(rij) for rij in read_cellen(tmp_path, rijen, na=na)] == [
        [("1", ""), ("", "samengevoegd"), ("2", "")],
        [("", "samengevoegd"), ("", "samengevoegd"), ("3", "")],
    ]


def test_areas_that_lie_over_each_other_without_end_take_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "MAX_CELLEN", 10)
    rijen = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"
    na = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 9 + "</mergeCells>"
    assert read_cellen(tmp_path, rijen, na=na) == [["1", ""], ["", ""]]


@pytest.mark.parametrize("omvang", ["A1:XFD1048576", "A1"])
def test_what_the_sheet_says_of_its_size_is_not_believed(tmp_path: Path, omvang: str) -> None:
    rijen = '<row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>5</v></c></row>'
    assert read_cellen(tmp_path, rijen, voor=f'<dimension ref="{omvang}"/>') == [["4", "5"]]


@pytest.mark.parametrize("cel", ["A100001", "A1048576", "GJI1", "XFD1", "XFD1048576"])
@pytest.mark.parametrize("inhoud", ["<v>4</v>", "<f>1</f>", "<is><t>a</t></is>"])
def test_a_far_cell_is_refused_by_its_name(tmp_path: Path, cel: str, inhoud: str) -> None:
    rij = cel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rijen = f'<row r="{rij}"><c r="{cel}">{inhoud}</c></row>'
    assert f": cel {cel} op blad 'Een' ligt ver buiten elke tabel" in check_blad(tmp_path, rijen)


@pytest.mark.parametrize("cel", ["A100000", "GJH1"])
def test_the_last_cell_that_is_near_enough_is_read(tmp_path: Path, cel: str) -> None:
    rij = cel.lstrip("AGJH")
    assert read_cellen(tmp_path, f'<row r="{rij}"><c r="{cel}"><v>4</v></c></row>')[-1][-1] == "4"


def test_a_far_cell_without_a_value_is_nothing(tmp_path: Path) -> None:
    ver = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert read_cellen(tmp_path, GEWOON + ver) == [["4"]]


def test_a_sheet_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="CWH1"><v>1</v></c></row><row r="90000"><c r="A90000"><v>1</v></c></row>'
    assert "blad 'Een' is te groot: het loopt tot cel CWH90000" in check_blad(tmp_path, rijen)


@pytest.mark.parametrize(
    "rijen",
    [
        '<row r="5"/><row r="2"/>',
        '<row r="5"/><row r="5"/>',
        '<row r="0"/>',
        '<row r="x"/>',
        '<row r="99999999999"/>',
    ],
)
def test_rows_out_of_order_are_damage(tmp_path: Path, rijen: str) -> None:
    assert "de rijen staan niet op volgorde bij rij " in check_blad(tmp_path, rijen)


@pytest.mark.parametrize(
    "rijen",
    [
        '<row r="5"><c r="C5"/><c r="A5"/></row>',
        '<row r="1"><c r="A1"/><c r="A1"/></row>',
        '<row r="5"><c r="C7"/></row>',
        '<row r="1"><c r="1A"/></row>',
        '<row r="1"><c r=""/></row>',
        '<row r="1"><c r="٣1"/></row>',
        '<c r="A3"><v>1</v></c>',
    ],
)
def test_a_cell_out_of_its_place_is_damage(tmp_path: Path, rijen: str) -> None:
    assert "staat niet op zijn plaats" in check_blad(tmp_path, rijen)


@pytest.mark.parametrize("gebied", ["", "A1:", ":A1", "A1:B", "x"])
def test_merged_cells_without_a_place_are_damage(tmp_path: Path, gebied: str) -> None:
    uitkomst = check_blad(tmp_path, GEWOON, na=f'<mergeCells><mergeCell ref="{gebied}"/></mergeCells>')
    assert ("de plaats van samengevoegde cellen klopt niet" in uitkomst) is (gebied != "A1:")


def test_too_many_formulas_errors_and_areas_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsxblad, "_MEESTE_BIJZONDER", 2)
    cel, na = '<c><f>1</f></c><c t="e"><v>#N/A</v></c>', '<mergeCells><mergeCell ref="A1"/></mergeCells>'
    assert check_blad(tmp_path, f"<row>{cel}</row>") == ""
    assert "meer dan 2 formules" in check_blad(tmp_path, f"<row>{cel}</row>", na=na)


def test_errors_that_are_none_are_refused_when_there_are_many(tmp_path: Path) -> None:
    cellen = "".join(f'<c t="e"><v>#{nummer}</v></c>' for nummer in range(21))
    assert "de fouten in de cellen zijn niet te lezen" in check_blad(tmp_path, f"<row>{cellen}</row>")


def test_an_endless_error_is_refused_and_never_held(tmp_path: Path) -> None:
    assert check_blad(tmp_path, '<row><c t="e"><v>' + "#" * 10**6 + "</v></c></row>")


@pytest.mark.parametrize(
    "cel",
    [
        '<c t="b"><v>x</v></c>',
        '<c t="s"><v>7</v></c>',
        "<c><v>1</v><extLst/></c>",
    ],
)
def test_a_value_that_cannot_be_read_is_damage(tmp_path: Path, cel: str) -> None:
    assert "een cel of opmaak is niet te lezen" in check_blad(tmp_path, f"<row>{cel}</row>")


@pytest.mark.parametrize("getal", ["NaN", "inf", "1e999"])
def test_a_number_that_is_none_is_an_error(tmp_path: Path, getal: str) -> None:
    assert read_soorten(read_cellen(tmp_path, f"<row><c><v>{getal}</v></c></row>")[0]) == [("#GETAL!", "fout")]


def test_a_text_between_brackets_for_machines_is_refused(tmp_path: Path) -> None:
    uitkomst = check_blad(tmp_path, '<row><c t="str"><v><![CDATA[4]]></v></c></row>')
    assert "bevat bouwstenen die niet in een werkboek horen" in uitkomst


@pytest.mark.parametrize("aantal", ["uniqueCount", "count"])
def test_a_number_of_texts_that_cannot_be_is_damage(tmp_path: Path, aantal: str) -> None:
    delen = build_delen()
    delen["xl/sharedStrings.xml"] = f'<sst xmlns="{HOOFD}" {aantal}="99999999999999"/>'
    assert "het aantal teksten klopt niet" in read_fout(write_bytes(tmp_path / "a.xlsx", delen))
    delen["xl/sharedStrings.xml"] = f'<sst xmlns="{HOOFD}" {aantal}="2" zo="x"/>'
    assert read_rijen(write_bytes(tmp_path / "b.xlsx", delen)) == [["4"]]


@pytest.mark.parametrize("deel", ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                  "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"])  # fmt: skip
def test_a_part_that_is_broken_off_is_damage(tmp_path: Path, deel: str) -> None:
    delen = build_delen()
    assert "is stuk bij regel 1" in read_fout(write_bytes(tmp_path / "a.xlsx", delen | {deel: str(delen[deel])[:-3]}))


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_part_that_is_not_there_is_damage(tmp_path: Path, deel: str) -> None:
    delen = build_delen()
    del delen[deel]
    assert f"onderdeel '{deel}' ontbreekt" in read_fout(write_bytes(tmp_path / "a.xlsx", delen))


@pytest.mark.parametrize("bladen", ['<sheet name="A" r:id="rId9"/>', '<sheet name="A" r:id="rId1"/>' * 2])
def test_a_sheet_that_points_nowhere_or_twice_at_one_place_is_damage(tmp_path: Path, bladen: str) -> None:
    delen = build_delen()
    delen["xl/workbook.xml"] = f'<workbook xmlns:r="{KANTOOR}"><sheets>{bladen}</sheets></workbook>'
    assert "een blad ontbreekt" in read_fout(write_bytes(tmp_path / "a.xlsx", delen))


def test_a_binary_workbook_is_named(tmp_path: Path) -> None:
    delen: Delen = {
        "_rels/.rels": build_relaties(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83\x01",
    }
    assert ": dit is een binair bestand van Excel (.xlsb); bewaar het als .xlsx" in read_fout(
        write_bytes(tmp_path / "a.xlsb", delen)
    )


def test_a_text_document_has_no_sheet(tmp_path: Path) -> None:
    delen = {
        "_rels/.rels": build_relaties(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIES}"/>',
        "word/document.xml": "<document><p>sheet</p></document>",
    }
    assert ": dit bestand heeft geen zichtbaar werkblad; geef een werkboek" in read_fout(
        write_bytes(tmp_path / "a.docx", delen)
    )


def test_a_file_that_points_at_no_workbook_is_damage(tmp_path: Path) -> None:
    assert "ontbreekt" in read_fout(write_bytes(tmp_path / "a.xlsx", build_delen() | {"_rels/.rels": "<R/>"}))
