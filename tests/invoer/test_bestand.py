"""Any group file: the look-alikes of real exports, and bytes that mean harm."""

import random
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.invoer.bestand import load_tabellen

from .boeken import build_delen, build_ods, build_rij, build_tabel, pack, read_fout, write_bytes

EXPORTS = Path(__file__).parents[1] / "exports"
VRAAG = "Als de tijd dringt, hak ik de knoop door, ook als niet iedereen het ermee eens is."
SOMMIGE = st.sampled_from([b"a;b\n", b'"', b"\r\n", b";", b",", b"sep=", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9", b"\0"])
BOEKEN = {
    "xlsx": build_delen(teksten="<si><t>a</t></si>"),
    "ods": build_ods(build_tabel(build_rij("a", "b", keer=2))),
}


@pytest.mark.parametrize(
    ("naam", "rijen", "kop"),
    [
        ("01_msforms_nl.xlsx", [46], ["ID", "Begintijd", "Tijd van voltooien"]),
        ("02_msforms_nl_anoniem.xlsx", [46], ["Id", "Begintijd", "Tijd van voltooien"]),
        ("04_googleforms_nl.csv", [46], ["Tijdstempel", "E-mailadres", VRAAG]),
        ("05_googleforms_raster_nl.csv", [46], ["Tijdstempel", "Deelnemerscode",
                                                f"Hoe vaak doe je dit bij een meningsverschil? [{VRAAG}]"]),
        ("06_limesurvey_codes.csv", [47], ["id", "submitdate", "lastpage"]),
        ("08_qualtrics_waarden.csv", [48], ["StartDate", "EndDate", "Status"]),
        ("11_excel_nl_cp1252.csv", [46], ["Deelnemer", "Team", "Leeftijd"]),
        ("12_excel_nl_utf8bom_sep.csv", [46], ["naam", f"q1. {VRAAG}",
                                               "q2. Ik vraag door totdat ik snap wat de ander echt nodig heeft."]),
        ("14_kaal_door_elkaar.csv", [46], ["respondent", "Q19", "Q10"]),
        ("15_lang_formaat.csv", [901], ["respondent", "tijdstip", "item"]),
        ("16_handmatig.xlsx", [25, 29, 1], ["Conflictstijl Groep A - training 12 november", "", ""]),
        ("18_gedwongen_keuze_ab.csv", [25], ["code", "paar 1", "paar 2"]),
    ],
)  # fmt: skip
def test_an_export_is_read_without_any_option(naam: str, rijen: list[int], kop: list[str]) -> None:
    tabellen = load_tabellen(str(EXPORTS / naam))
    assert [len(list(tabel.read())) for tabel in tabellen] == rijen
    assert list(next(tabellen[0].read()))[:3] == kop


def test_an_export_of_forms_has_dates_and_texts_with_line_breaks() -> None:
    (tabel,) = load_tabellen(str(EXPORTS / "01_msforms_nl.xlsx"))
    rijen = list(tabel.read())
    assert {getattr(rij[1], "soort", "") for rij in rijen[1:]} == {"datum"}
    assert any("\n" in cel for rij in rijen for cel in rij)


def test_a_table_made_by_hand_has_merged_cells_and_formulas() -> None:
    tabel = load_tabellen(str(EXPORTS / "16_handmatig.xlsx"))[0]
    soorten = {getattr(cel, "soort", "") for rij in tabel.read() for cel in rij}
    assert soorten == {"", "samengevoegd", "formule"}


def test_a_text_table_loads_nothing_of_workbooks(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.csv", b"a;b\n")
    code = (
        f"import sys\nfrom conflictstijl.invoer.bestand import load_tabellen\nload_tabellen({bestand!r})\n"
        "print([naam for naam in ('python_calamine', 'zipfile', 'xml.parsers.expat') if naam in sys.modules])"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert klaar.stdout == "[]\n"


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes")


@given(inhoud=st.one_of(st.binary(max_size=300), st.lists(st.one_of(st.binary(max_size=6), SOMMIGE)).map(b"".join)))
def test_any_bytes_give_rows_of_text_or_one_clear_line(werkmap: Path, inhoud: bytes) -> None:
    bestand = write_bytes(werkmap / "a", inhoud)
    regel = read_fout(bestand)
    assert regel.isprintable()
    # the plain reading of the same bytes: what is not refused has rows, and all of their cells are text
    cellen = [] if regel else [cel for tabel in load_tabellen(bestand) for rij in tabel.read() for cel in rij]
    assert bool(cellen) is not bool(regel)
    assert all(isinstance(cel, str) for cel in cellen)


@pytest.mark.parametrize("soort", BOEKEN)
@given(data=st.data())
@settings(max_examples=60)
def test_a_workbook_with_any_bytes_changed_gives_rows_or_one_line(
    werkmap: Path, soort: str, data: st.DataObject
) -> None:
    boek = bytearray(pack(BOEKEN[soort]))
    for plaats, byte in data.draw(
        st.dictionaries(st.integers(0, len(boek) - 1), st.integers(0, 255), max_size=8)
    ).items():
        boek[plaats] = byte
    einde = data.draw(st.one_of(st.just(len(boek)), st.integers(0, len(boek))))
    read_fout(write_bytes(werkmap / "b", bytes(boek[:einde])))


@pytest.mark.parametrize("soort", BOEKEN)
@given(zaad=st.integers(0, 10**9))
@settings(max_examples=60)
def test_a_workbook_with_other_words_in_its_parts_gives_rows_or_one_line(werkmap: Path, soort: str, zaad: int) -> None:
    read_fout(write_bytes(werkmap / "c", build_ander(BOEKEN[soort], random.Random(zaad))))  # noqa: S311


def build_ander(delen: dict[str, str | bytes], toeval: random.Random) -> dict[str, str | bytes]:
    """The same parts, with nonsense in the place of some of their attributes and texts."""
    woorden = ("", "0", "-1", "99999999999999999999", "1e999", "A1:XFD1048576", "XFD1048576", "e", "s", "b", "d", "str")
    naam = toeval.choice([naam for naam in delen if naam.endswith((".xml", ".rels"))])
    tekst = str(delen[naam])
    plek = toeval.choice(list(re.finditer(r'(?<=")[^"<>]*(?=")|(?<=>)[^<>]*(?=<)|$', tekst)))
    tekst = tekst[: plek.start()] + toeval.choice(woorden) + tekst[plek.end() :]
    return delen | {naam: tekst}


ONGELUK = """
import sys, io, zipfile
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is bounded by a limit of Unix")
@pytest.mark.parametrize(
    "delen",
    [
        build_delen('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        build_delen() | {"xl/sharedStrings.xml": '<sst uniqueCount="99999999999999"/>'},
    ],
    ids=["far cell", "number of texts"],
)
def test_a_file_that_ends_the_process_of_a_naive_reader_gives_one_line(
    tmp_path: Path, delen: dict[str, str | bytes]
) -> None:
    """The negative control of the guard: without it there is no error to catch."""
    bestand = write_bytes(tmp_path / "a.xlsx", delen)
    grens = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
    kern = "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
    klaar = subprocess.run([sys.executable, "-c", grens + kern + ONGELUK, bestand], capture_output=True, check=False)
    assert klaar.returncode < 0
    assert read_fout(bestand)


def test_a_workbook_is_read_from_what_was_checked_and_nothing_else(tmp_path: Path) -> None:
    """A second list of parts, which another zip reader would follow, is not looked at."""
    goed, ander = pack(build_delen()), pack(build_delen("<row><c><v>9</v></c></row>"))
    bestand = write_bytes(tmp_path / "a.xlsx", ander + goed)
    with zipfile.ZipFile(bestand) as archief:
        assert b"<v>4</v>" in archief.read("xl/worksheets/sheet1.xml")
    (tabel,) = load_tabellen(bestand)
    assert list(tabel.read()) == [["4"]]
