"""LibreOffice workbooks: every cell in its place, as text that says what it is."""

from pathlib import Path

import pytest

from conflictstijl.invoer import ods
from conflictstijl.invoer.bestand import load_tabellen

from .boeken import build_ods, build_rij, build_tabel, read_fout, read_rijen, read_soorten, write_bytes

VER = '<table:table-cell table:number-columns-repeated="16384"/>'
STAART = build_rij(VER, keer=1_048_570)


def read_tabel(pad: Path, *rijen: str) -> list[list[str]]:
    return read_rijen(write_bytes(pad / "a.ods", build_ods(build_tabel(*rijen))))


def read_cel(pad: Path, eigenschappen: str, inhoud: str = "") -> tuple[str, str]:
    (rij,) = read_tabel(pad, build_rij(f"<table:table-cell {eigenschappen}>{inhoud}</table:table-cell>", "x"))
    return read_soorten(rij)[0]


def build_cel(keer: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{keer}"><text:p>a</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("eigenschappen", "cel"),
    [
        ('office:value-type="float" office:value="4"', ("4", "")),
        ('office:value-type="float" office:value="2.5"', ("2.5", "")),
        ('office:value-type="float" office:value="-.5E1"', ("-5", "")),
        ('office:value-type="percentage" office:value="0.25"', ("0.25", "")),
        ('office:value-type="currency" office:value="12.5"', ("12.5", "")),
        ('office:value-type="float" office:value="1_0"', ("1_0", "fout")),
        ('office:value-type="float" office:value="٣"', ("٣", "fout")),
        ('office:value-type="float" office:value="1e999"', ("#GETAL!", "fout")),
        ('office:value-type="boolean" office:boolean-value="true"', ("WAAR", "ja_nee")),
        ('office:value-type="boolean" office:boolean-value="false"', ("ONWAAR", "ja_nee")),
        ('office:value-type="date" office:date-value="2024-12-03"', ("2024-12-03", "datum")),
        ('office:value-type="time" office:time-value="PT08H48M17S"', ("08:48:17", "datum")),
        ('office:value-type="time" office:time-value="-P1DT6H"', ("-30:00:00", "datum")),
        ('office:value-type="time" office:time-value="straks"', ("straks", "datum")),
        ('office:value-type="string" office:string-value="hoi"', ("hoi", "")),
        ('table:formula="of:=1+1" office:value-type="float" office:value="2"', ("2", "formule")),
        ('table:formula="of:=1+1"', ("", "formule")),
        ('table:formula="of:=&quot;&quot;" office:value-type="string"', ("", "")),
    ],
)
def test_a_cell_says_what_it_is(tmp_path: Path, eigenschappen: str, cel: tuple[str, str]) -> None:
    assert read_cel(tmp_path, eigenschappen) == cel


def test_an_error_keeps_its_text(tmp_path: Path) -> None:
    soort = 'office:value-type="string" calcext:value-type="error"'
    assert read_cel(tmp_path, soort, "<text:p>#N/A</text:p>") == ("#N/A", "fout")
    assert read_cel(tmp_path, f'table:formula="of:=NA()" {soort}', "<text:p>#N/A</text:p>") == ("#N/A", "formule")


def test_a_text_keeps_its_paragraphs_spaces_and_tabs(tmp_path: Path) -> None:
    eerste = '<text:p>a<text:s text:c="3"/>b<text:s/><text:span>c</text:span></text:p>'
    tweede = "<text:p>d<text:tab/>e<text:line-break/>f</text:p>"
    assert read_cel(tmp_path, "", eerste + tweede) == ("a   b c\nd\te\nf", "")


def test_a_note_or_picture_on_a_cell_is_no_part_of_its_text(tmp_path: Path) -> None:
    xml = "<office:annotation><text:p>let op</text:p></office:annotation><text:p>Vaak</text:p>"
    assert read_cel(tmp_path, "", xml) == ("Vaak", "")
    assert read_cel(tmp_path, "", f"<draw:frame>{xml}</draw:frame><text:p>Soms</text:p>") == ("Soms", "")


def test_an_endless_text_is_cut(tmp_path: Path) -> None:
    assert len(read_cel(tmp_path, "", f"<text:p>{'a' * 10}<text:s text:c='99999999'/></text:p>")[0]) == 110
    alinea = "<text:p>" + "a" * 30_000 + "</text:p>"
    assert 30_000 < len(read_cel(tmp_path, "", alinea * 9)[0]) < 70_000


def test_a_file_with_indentation_is_read(tmp_path: Path) -> None:
    assert read_tabel(tmp_path, "\n  ", build_rij("a", "b").replace("><", ">\n    <"), "\n") == [["a", "b"]]


def test_empty_rows_and_columns_that_fill_the_sheet_are_nothing(tmp_path: Path) -> None:
    vol = build_rij(VER.replace("16384", "2"), "a", VER)
    assert read_tabel(tmp_path, build_rij(VER, keer=3), vol, STAART) == [[], [], [], ["", "", "a"]]


def test_equal_rows_and_cells_are_each_there(tmp_path: Path) -> None:
    rijen = read_tabel(tmp_path, build_rij(build_cel(3), keer=2), build_rij("b"))
    assert rijen == [["a", "a", "a"], ["a", "a", "a"], ["b", "", ""]]


@pytest.mark.parametrize(
    ("rijen", "cel"),
    [
        ([build_rij(build_cel(1), keer=2_000_000)], "A2000000"),
        ([build_rij(build_cel(999_999_999))], "CFDGSXK1"),
        ([STAART, build_rij("a")], "A1048571"),
        ([build_rij(VER, "a")], "XFE1"),
    ],
)
def test_a_far_cell_is_refused_by_its_name(tmp_path: Path, rijen: list[str], cel: str) -> None:
    bestand = write_bytes(tmp_path / "a.ods", build_ods(build_tabel(*rijen)))
    assert f": cel {cel} op blad 'Blad1' ligt ver buiten elke tabel" in read_fout(bestand)


def test_rows_and_cells_that_stand_for_too_many_are_refused(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.ods", build_ods(build_tabel(build_rij(build_cel(5_000), keer=99_999))))
    assert "blad 'Blad1' is te groot: het loopt tot cel GJH99999" in read_fout(bestand)


def test_a_far_cell_on_a_sheet_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    delen = build_ods(build_tabel(build_rij("a")) + build_tabel(STAART, build_rij("b"), naam="Ver"))
    assert read_rijen(write_bytes(tmp_path / "a.ods", delen), "Blad1") == [["a"]]


def test_covered_cells_say_so_as_far_as_the_table_goes(tmp_path: Path) -> None:
    bedekt = '<table:covered-table-cell table:number-columns-repeated="{}"/>'
    rijen = [build_rij("a", bedekt.format(1), "b"), build_rij(bedekt.format(2), "c"), build_rij(bedekt.format(16384))]
    assert [read_soorten(rij) for rij in read_tabel(tmp_path, *rijen)] == [
        [("a", ""), ("", "samengevoegd"), ("b", "")],
        [("", "samengevoegd"), ("", "samengevoegd"), ("c", "")],
    ]


def test_too_many_covered_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods, "_MEESTE_BEDEKT", 1)
    delen = build_ods(build_tabel(build_rij("a", *["<table:covered-table-cell/>"] * 2)))
    assert "te veel samengevoegde cellen" in read_fout(write_bytes(tmp_path / "a.ods", delen))


def test_a_table_inside_a_cell_is_no_sheet(tmp_path: Path) -> None:
    binnen = build_tabel(build_rij("<table:table-cell/>", "<table:covered-table-cell/>"), naam="Binnen")
    cel = f"<table:table-cell><text:p>a</text:p>{binnen}</table:table-cell>"
    assert read_tabel(tmp_path, build_rij(cel, "b")) == [["a", "b"]]


def test_what_is_remembered_of_another_file_is_no_sheet(tmp_path: Path) -> None:
    elders = build_tabel(build_rij("z"), naam="elders", extra='table:style-name="ta_extref"')
    bestand = write_bytes(tmp_path / "a.ods", build_ods(build_tabel(build_rij("a")) + elders))
    assert [tabel.blad for tabel in load_tabellen(bestand)] == ["Blad1"]


def test_a_hidden_sheet_is_passed_over_and_told(tmp_path: Path) -> None:
    stijl = '<style:style style:name="{}"><style:table-properties table:display="{}"/></style:style>'
    geheim = build_tabel(build_rij("z"), naam="Geheim", extra='table:style-name="ta2"')
    zichtbaar = build_tabel(build_rij("a"), extra='table:style-name="ta1"')
    stijlen = stijl.format("ta1", "true") + stijl.format("ta2", "false")
    bestand = write_bytes(tmp_path / "a.ods", build_ods(geheim + zichtbaar, stijlen=stijlen))
    (tabel,) = load_tabellen(bestand)
    assert [(melding.soort, melding.wat) for melding in tabel.meldingen] == [
        ("verborgen-blad", "blad 'Geheim' is verborgen; lees het met --blad")
    ]
    assert read_rijen(bestand, "geheim") == [["z"]]


def test_a_workbook_with_a_password_is_named(tmp_path: Path) -> None:
    delen = build_ods("") | {"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\x01\x02"}
    assert ": dit werkboek heeft een wachtwoord" in read_fout(write_bytes(tmp_path / "a.ods", delen))


def test_content_that_is_broken_off_is_damage(tmp_path: Path) -> None:
    delen = build_ods(build_tabel(build_rij("a")))
    half = delen | {"content.xml": str(delen["content.xml"])[:-9]}
    assert "onderdeel content.xml is stuk bij regel 1" in read_fout(write_bytes(tmp_path / "a.ods", half))


def test_a_text_document_has_no_sheet(tmp_path: Path) -> None:
    delen = build_ods("") | {"content.xml": "<a><p>Een verslag</p></a>"}
    assert "geen zichtbaar werkblad" in read_fout(write_bytes(tmp_path / "a.odt", delen))
