"""The command `intervisie`: safety and privacy first, minutes that add up, and JSON that goes in again."""

import io
import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from conflictstijl.model.intervisie import BLOKKEN
from conflictstijl.model.stijlen import STIJLEN
from tests.test_readme import read_blok

from .conftest import Roep, Uitkomst

BASIS = ("intervisie", "--werkvorm", "incidentmethode", "--duur", "90")
GEHEIM = ("Fatima", "D07-geheim", "noord-geheim", "4.321")
BEELD = {
    "formaat": 1,
    "soort": "groep",
    "vragenlijst": "conflictstijlen",
    "deelnemers": 12,
    "groepsbeeld": {
        "n": 12,
        "eerste_stijl": {"forceren": 0, "samenwerken": 5, "compromis": 2, "vermijden": 3, "toegeven": 1, "gedeeld": 1},
        "gemiddelden": {"forceren": 4.321},
        "per": {"kolom": "noord-geheim", "groepen": {"noord-geheim": None}},
        "achtergehouden": ["noord-geheim"],
        "reden": None,
    },
    "profielen": [{"deelnemer": "D07-geheim", "scores": {"forceren": {"waarde": 4.321}}}],
    "meldingen": [{"bestand": "x.csv", "rij": 3, "kolom": "Fatima", "cel": "Fatima", "wat": "x", "gevolg": "leeg"}],
}
EIGEN = """\
casus: sleutel
formaat: 1
versie: "1.0"
titel: De sleutel van de zaal
herkomst: {{licentie: CC0-1.0, auteur: ik, status: proef}}
veiligheid: {veiligheid}
rol: partij
kenmerken: {{belang_zelf: laag, relatie: laag}}
verhaal: Iemand legt de sleutel steeds ergens anders neer.
  Vandaag {wie}.
partijen:
  - naam: Jij
    standpunt: Ik wil hem kunnen vinden.
    belang: Rust.
"""


pytestmark = pytest.mark.usefixtures("werkmap")


def schrijf_casus(wie: str = "belt de buurvrouw", veiligheid: str = "veilig") -> str:
    Path("eigen.yaml").write_text(EIGEN.format(wie=wie, veiligheid=veiligheid), encoding="utf-8")
    return "eigen.yaml"


def schrijf_beeld(**anders: Any) -> str:
    Path("beeld.json").write_text(json.dumps({**BEELD, **anders}), encoding="utf-8")
    return "beeld.json"


def lees(uitkomst: Uitkomst) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (0, 1, "intervisie")
    return document


def test_without_group_and_case_the_fixed_blocks_are_there_in_their_order(roep: Roep) -> None:
    document = lees(roep(*BASIS, "--json"))
    over = {"groepsbeeld", "patroon", "casus", "stijlopties"}
    assert document["blokken"] == [naam for naam in BLOKKEN if naam not in over]
    assert not over & set(document)
    assert document["werkvorm"] == "incidentmethode"
    assert set(document["agenda"][0]) == {"stap", "minuten"}


def test_with_everything_all_eleven_blocks_are_there_each_with_its_content(roep: Roep) -> None:
    document = lees(roep(*BASIS, "--groep", schrijf_beeld(), "--casus", "vechtscheiding", "--veilig", "--json"))
    assert document["blokken"] == list(BLOKKEN)
    assert all(document[naam] for naam in BLOKKEN)
    assert document["stijlopties"]["stijlen"][0]["stijl"] == "samenwerken"
    assert set(document["vraagkaarten"]) == set(STIJLEN)
    assert all(len(vragen) == 3 for vragen in document["vraagkaarten"].values())
    assert document["oefening"]["minuten"] == 15


@pytest.mark.parametrize(
    ("werkvorm", "duur", "meer"),
    [("balint", 113, ("--deelnemers", "8")), ("leerkring", 90, ("--bijeenkomst", "2")), ("waarderend", 45, ())],
)
def test_the_minutes_add_up(roep: Roep, werkvorm: str, duur: int, meer: tuple[str, ...]) -> None:
    document = lees(roep("intervisie", "--werkvorm", werkvorm, "--duur", str(duur), *meer, "--json"))
    assert sum(punt["minuten"] for punt in document["agenda"]) == document["duur"] == duur


@pytest.mark.parametrize(
    "opties",
    [
        (),
        ("--groep", "beeld.json", "--casus", "vechtscheiding", "--kenmerk", "macht=minder", "--begin", "13:30"),
        ("--casus", "eigen.yaml", "--veilig", "--akkoord", "--leervraag", "Waarom luistert Fatima niet?"),
        ("--plaats", " zaal\t2  \u202e 😀", "--datum", "3-5: 'x' #1 \"y\" \\", "--begin", "9", "--groepsnaam", "12"),
    ],
)
def test_what_comes_out_goes_in_again_and_gives_the_same(roep: Roep, opties: tuple[str, ...]) -> None:
    schrijf_beeld()
    schrijf_casus("belt Fatima")
    eerste = roep(*BASIS, *opties, "--json").uit
    Path("sessie.json").write_text(eerste, encoding="utf-8")
    assert roep("intervisie", "sessie.json", "--json").uit == eerste


def test_json_of_any_program_is_read(roep: Roep) -> None:
    Path("in.json").write_text(json.dumps({"werkvorm": "balint", "duur": 90, "plaats": "zaal 😀 ë"}, indent="\t"))
    assert lees(roep("intervisie", "in.json", "--json"))["plaats"] == "zaal 😀 ë"


def test_options_go_over_the_document(roep: Roep) -> None:
    Path("in.json").write_text(json.dumps({"werkvorm": "balint", "duur": 90, "plaats": "boven", "datum": "3 mei"}))
    document = lees(roep("intervisie", "in.json", "--duur", "100", "--plaats", "beneden", "--json"))
    assert [document[naam] for naam in ("werkvorm", "duur", "plaats", "datum")] == ["balint", 100, "beneden", "3 mei"]


@pytest.mark.parametrize("invoer", [{"werkvorm": "balint", "duur": 90, "groep": BEELD}, BEELD])
def test_stdin_takes_a_whole_document_or_a_picture_of_a_group(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, invoer: dict[str, Any]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(invoer).encode())))
    document = lees(roep("intervisie", "-", "--werkvorm", "balint", "--duur", "90", "--json"))
    assert document["groepsbeeld"]["n"] == 12


@pytest.mark.parametrize("einde", ["md", "txt", "html", "json"])
def test_nobody_of_the_group_is_in_any_file(roep: Roep, einde: str) -> None:
    assert all(geheim in json.dumps(BEELD) for geheim in GEHEIM)
    uitkomst = roep(*BASIS, "--groep", schrijf_beeld(), "-o", f"uit.{einde}", "--json")
    tekst = Path(f"uit.{einde}").read_text(encoding="utf-8")
    assert "Samen oplossen komt hier het meest als eerste stijl voor (5 van de 12)" in tekst
    assert not [geheim for geheim in GEHEIM for deel in (tekst, *uitkomst[1:]) if geheim in deel]
    assert "liever zonder --met-profielen" in uitkomst.fout
    assert "alleen de hele groep" in uitkomst.fout


def test_nobody_of_the_group_is_in_a_word_file(roep: Roep) -> None:
    docx = pytest.importorskip("docx")
    assert roep(*BASIS, "--groep", schrijf_beeld(), "-o", "uit.docx").code == 0
    delen = docx.Document("uit.docx").element.xpath("//w:t/text()")
    assert "Stijlopties bij deze casus" not in delen
    assert "Verslag voor je register" in delen
    assert not [geheim for geheim in GEHEIM if any(geheim in deel for deel in delen)]


def test_below_five_people_there_is_no_group_and_a_line_says_why(roep: Roep) -> None:
    klein = {"n": 4, "eerste_stijl": {"samenwerken": 4}}
    uitkomst = roep(*BASIS, "--groep", schrijf_beeld(groepsbeeld=klein, profielen=None), "--json")
    assert not {"groepsbeeld", "patroon"} & set(lees(uitkomst)["blokken"])
    assert "minstens vijf mensen" in uitkomst.fout
    assert lees(uitkomst)["groep"] is None


def test_a_case_that_asks_for_safety_first_has_no_styles_until_somebody_answered(roep: Roep) -> None:
    dicht = roep(*BASIS, "--casus", "vechtscheiding", "--json")
    assert not {"stijlopties", "vraagkaarten"} & set(lees(dicht)["blokken"])
    assert "Is het voor iedereen veilig" in lees(dicht)["veiligheidsvraag"]
    assert "--veilig" in dicht.fout
    assert not [stijl for stijl in STIJLEN if stijl in dicht.uit]
    tekst = roep(*BASIS, "--casus", "vechtscheiding").uit
    assert tekst.index("Eerst de veiligheid") < tekst.index("Je begeleidt een gezin")
    for opties in (("--veilig",), ("--kenmerk", "veiligheid=veilig")):
        assert "stijlopties" in lees(roep(*BASIS, "--casus", "vechtscheiding", *opties, "--json"))["blokken"]


@pytest.mark.parametrize(
    "opties",
    [
        ("--kenmerk", "veiligheid=onveilig", "--duur", "0"),
        ("--kenmerk", "veiligheid=twijfel", "--veilig", "--casus", "er-is-er-geen"),
        ("--casus", "eigen.yaml", "--veilig", "--kenmerk", "onzin"),
        ("in.json", "--veilig"),
    ],
)
def test_a_closed_gate_gives_help_and_writes_nothing(roep: Roep, opties: tuple[str, ...]) -> None:
    schrijf_casus(veiligheid="onveilig")
    Path("in.json").write_text('{"duur": "lang", "kenmerk": {"veiligheid": "twijfel"}}')
    uitkomst = roep(*BASIS, *opties, "-o", "uit.md")
    assert uitkomst.code == 3
    assert "Eerst veiligheid" in uitkomst.uit
    assert "0800-2000" in uitkomst.uit
    assert "sleutel" not in uitkomst.uit
    assert "'uit.md' is niet geschreven" in uitkomst.fout
    assert not Path("uit.md").exists()


def test_a_closed_gate_is_told_in_json_too(roep: Roep) -> None:
    uitkomst = roep(*BASIS, "--kenmerk", "veiligheid=onveilig", "--json")
    document = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["poort"], document["blokken"], document["agenda"]) == (3, "veiligheid", [], [])
    assert any("112" in deel for deel in document["hulp"])


def test_what_may_lead_to_a_person_is_told_with_its_place_and_nothing_is_written(roep: Roep) -> None:
    opties = (*BASIS, "--casus", schrijf_casus("belt Fatima"), "-o", "uit.md")
    uitkomst = roep(*opties, "--leervraag", "Hoe praat ik met Fatima?")
    assert (uitkomst.code, uitkomst.uit) == (3, "")
    eerste, tweede, derde = uitkomst.fout.splitlines()
    assert eerste.startswith("eigen.yaml:10:16: naam 'Fatima'; ")
    assert tweede.startswith("leervraag:1:18: naam 'Fatima'; ")
    assert derde.endswith("pas de tekst aan, of geef --akkoord")
    assert not Path("uit.md").exists()
    assert roep(*opties, "--akkoord") == (0, "", "")
    assert "Fatima" in Path("uit.md").read_text(encoding="utf-8")


def test_a_case_without_names_and_a_shipped_one_need_no_consent(roep: Roep) -> None:
    assert roep(*BASIS, "--casus", schrijf_casus(), "-o", "uit.md") == (0, "", "")
    assert roep(*BASIS, "--casus", "gouda-afspraken").code == 0


@pytest.mark.parametrize(("antwoord", "code"), [("ja", 0), ("nee", 3), ("stop", 3)])
def test_a_person_is_asked(typ: Roep, antwoord: str, code: int) -> None:
    uitkomst = typ(*BASIS, "--casus", schrijf_casus("belt Fatima"), "--json", getypt=[antwoord])
    assert uitkomst.code == code
    assert "Mag dit zo in het document?" in uitkomst.fout
    assert bool(uitkomst.uit) == (code == 0)


@pytest.mark.parametrize("breedte", [60, 80])
def test_the_whole_document_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    uitkomst = roep(*BASIS, "--casus", "rooster", "--groep", schrijf_beeld(), "--begin", "9.30")
    assert max(map(len, uitkomst.uit.splitlines())) <= breedte
    assert "9:30; einde 11:00, zonder pauze" in uitkomst.uit


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "geef een werkvorm en hoe lang jullie hebben, bijvoorbeeld: conflictstijl intervisie --werkvorm "),
        (["--werkvorm", "balint"], "hoe lang duurt het? geef --duur in minuten; 'balint' duurt meestal 90"),
        (["--werkvorm", "balind", "--duur", "90"], "er is geen werkvorm 'balind'; bedoelde je 'balint'?"),
        (["--werkvorm", "balint", "--duur", "30"], "'balint' past met 6 mensen niet in 30 minuten; de kortste duur"),
        (["--werkvorm", "balint", "--duur", "0"], "--duur 0 kan niet; geef een getal van 1 of hoger"),
        ([*BASIS[1:], "--casus", "roster"], "er is geen casus 'roster'; bedoelde je 'rooster'?"),
        ([*BASIS[1:], "--kenmerk", "macht=veel"], "kenmerk 'macht' kent geen stand 'veel'"),
        ([*BASIS[1:], "-o", "uit.doc"], "'uit.doc' eindigt niet op "),
        (["-", "--groep", "-"], "de invoer kan maar één ding zijn; "),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("intervisie", *argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1


def schrijf_antwoorden() -> None:
    """Write an export of a form: eight people and thirty statements."""
    with xlsxwriter.Workbook("antwoorden.xlsx") as boek:
        blad = boek.add_worksheet()
        blad.write_row(0, 0, ["code", *(f"q{nummer}" for nummer in range(1, 31))])
        for mens in range(1, 9):
            blad.write_row(mens, 0, [f"P{mens}", *((mens * nummer) % 5 + 1 for nummer in range(1, 31))])


@pytest.mark.parametrize("blok", ["--groep beeld.json", "--groep -"])
def test_the_lines_of_the_readme_work_as_they_stand(roep: Roep, monkeypatch: pytest.MonkeyPatch, blok: str) -> None:
    schrijf_antwoorden()
    for regel in read_blok("sh", blok).splitlines():
        opdracht, _, doel = regel.partition(" > ")
        uit = ""
        for deel in re.split(r" \| ", opdracht):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(uit.encode())))
            code, uit, fout = roep(*shlex.split(deel)[1:])
            assert (code, fout) == (0, "")
        if doel:
            Path(doel).write_text(uit, encoding="utf-8")
    gemaakt = "voorbereiding.docx" if "beeld" in blok else "sessie.html"
    assert Path(gemaakt).stat().st_size > 10_000
