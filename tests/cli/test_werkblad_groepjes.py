"""`conflictstijl werkblad ID --groepen`: lists and worksheets in, small groups out."""

import json
from pathlib import Path

import pytest

from tests.laden.lezen import GOED

from .conftest import Roep

BLAD = str(GOED / "werkblad-groepen.yaml")
LIJST = "code;organisatie;een;ander\n" + "".join(f"D{nummer};Zorg;rust;zorg\n" for nummer in range(5))


@pytest.fixture(autouse=True)
def eigen_plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    Path("lijst.csv").write_text(LIJST, encoding="utf-8")


def write_blad(naam: str, veiligheid: str) -> None:
    antwoorden = {"een": "rust", "ander": "zorg"}
    inhoud = {"werkblad": "werkblad-groepen", "veiligheid": veiligheid, "antwoorden": antwoorden}
    Path(naam).write_text(json.dumps(inhoud), encoding="utf-8")


def test_several_files_give_groups_and_what_was_missing_on_the_other_stream(roep: Roep) -> None:
    write_blad("d9.json", "veilig")
    klaar = roep("werkblad", BLAD, "--groepen", "lijst.csv", "--groepen", "d9.json")
    assert klaar.code == 0
    assert "6 deelnemers zitten in 2 groepjes." in klaar.uit
    assert klaar.fout == "zonder organisatie: 'd9'; dat telt bij het mengen niet mee\n"


def test_the_groups_go_to_a_file_and_to_json(roep: Roep) -> None:
    assert roep("werkblad", BLAD, "--groepen", "lijst.csv", "-o", "groepjes.html").code == 0
    assert "Groepje 1" in Path("groepjes.html").read_text(encoding="utf-8")
    assert json.loads(roep("werkblad", BLAD, "--groepen", "lijst.csv", "--json").uit)["deelnemers"] == 5


def test_a_list_that_is_read_is_never_replaced(roep: Roep) -> None:
    write_blad("d9.json", "veilig")
    klaar = roep("werkblad", BLAD, "--groepen", "d9.json", "-o", "d9.json", "--overschrijf")
    assert klaar.code == 2


def test_one_worksheet_that_is_not_safe_gives_help_and_no_groups(roep: Roep) -> None:
    write_blad("d9.json", "twijfel")
    klaar = roep("werkblad", BLAD, "--groepen", "lijst.csv", "--groepen", "d9.json", "-o", "groepjes.md")
    assert klaar.code == 3
    assert "Veilig Thuis" in klaar.uit
    assert not Path("groepjes.md").exists()


@pytest.mark.parametrize("stand", ["Onveilig", "twijfel"])
def test_one_row_of_a_list_that_is_not_safe_gives_help_and_no_groups(roep: Roep, stand: str) -> None:
    kop, *rijen = LIJST.splitlines()
    veilig = "\n".join(["Deelnemers van maandag", f"{kop};Veiligheid", *(f"{rij};veilig" for rij in rijen)])
    Path("lijst.csv").write_text(f"{veilig}\nD9;Zorg;rust;zorg;{stand}\n", encoding="utf-8")
    klaar = roep("werkblad", BLAD, "--groepen", "lijst.csv", "-o", "groepjes.md")
    assert (klaar.code, Path("groepjes.md").exists()) == (3, False)
    Path("lijst.csv").write_text(f"{veilig}\n", encoding="utf-8")
    assert roep("werkblad", BLAD, "--groepen", "lijst.csv", "-o", "groepjes.md").code == 0


@pytest.mark.parametrize(
    ("argumenten", "wat"),
    [
        (("--groepen", "lijst.csv"), "--groepen hoort bij één werkblad"),
        ((BLAD, "--groepen", "lijst.csv", "--leeg"), "vult geen werkblad in"),
        ((BLAD, "--groepen", "lijst.csv", "-o", "lijst.xlsx"), "eindigt niet op"),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: tuple[str, ...], wat: str) -> None:
    klaar = roep("werkblad", *argumenten)
    assert (klaar.code, klaar.uit) == (2, "")
    assert wat in klaar.fout
    assert klaar.fout.count("\n") == 1
