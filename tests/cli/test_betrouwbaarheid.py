"""The command `betrouwbaarheid`: the figures of R from a group file, and a refusal that says why."""

import csv
import json
from pathlib import Path

import pytest

from .conftest import Roep
from .simulatie import GOUDEN, RAUW, schrijf_antwoorden, schrijf_lijst

PAREN = "vragenlijst: paren\nformaat: 1\nversie: '1.0'\ntitel: Paren\nvorm: kies\nschalen: [forceren, toegeven]\n"
PAREN += "herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}\nitems:\n"
PAREN += "".join(f"  - forceren: Ik beslis {nr}.\n    toegeven: Jij beslist {nr}.\n" for nr in range(1, 5))


@pytest.fixture
def lijst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return str(schrijf_lijst(tmp_path))


def test_the_data_hold_what_r_finds(roep: Roep, lijst: str) -> None:
    uitkomst = roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst, "--json")
    gegevens = json.loads(uitkomst.uit)
    assert (uitkomst.code, uitkomst.fout, gegevens["soort"], gegevens["n"]) == (0, "", "betrouwbaarheid", 500)
    with (GOUDEN / "reliability.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            schaal = gegevens["schalen"][rij["scale"]]
            assert schaal["alfa"] == pytest.approx(float(rij["raw_alpha"]), abs=1e-9)
            assert schaal["alfa_volledig"] == pytest.approx(float(rij["raw_alpha_listwise"]), abs=1e-9)
            assert schaal["sem"] == pytest.approx(float(rij["sem_none"]), abs=1e-9)
            assert schaal["omega"] == pytest.approx(float(rij["omega_minres_std"]), abs=1e-5)
    with (GOUDEN / "item_stats.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            rest = gegevens["schalen"][rij["scale"]]["items"][rij["item"]]["item_rest"]
            assert rest == pytest.approx(float(rij["r_drop"]), abs=1e-9)


def test_the_report_goes_to_the_screen_or_to_a_file(roep: Roep, lijst: str) -> None:
    scherm = roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst)
    assert scherm.uit.startswith("Simulatie: betrouwbaarheid in deze groep\n")
    assert (scherm.code, scherm.fout) == (0, "")
    for naam in ("uit.md", "uit.txt"):
        assert roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst, "-o", naam) == (0, "", "")
    assert Path("uit.txt").read_text(encoding="utf-8") == scherm.uit
    assert Path("uit.md").read_text(encoding="utf-8").startswith("# Simulatie: betrouwbaarheid in deze groep\n")


def test_a_json_file_holds_what_json_gives(roep: Roep, lijst: str) -> None:
    samen = roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst, "-o", "uit.json", "--json")
    assert samen.code == 0
    assert Path("uit.json").read_text(encoding="utf-8") == samen.uit


def test_a_file_that_is_there_stays_as_it_is_unless_it_may_be_replaced(roep: Roep, lijst: str) -> None:
    Path("uit.txt").write_text("van mij", encoding="utf-8")
    uitkomst = roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst, "-o", "uit.txt")
    assert (uitkomst.code, Path("uit.txt").read_text(encoding="utf-8")) == (2, "van mij")
    assert roep("betrouwbaarheid", str(RAUW), "--vragenlijst", lijst, "-o", "uit.txt", "--overschrijf").code == 0


def test_too_few_people_is_a_refusal_with_the_data_empty(roep: Roep, lijst: str, tmp_path: Path) -> None:
    groep = str(schrijf_antwoorden(tmp_path, 19))
    uitkomst = roep("betrouwbaarheid", groep, "--vragenlijst", lijst, "--json")
    schaal = json.loads(uitkomst.uit)["schalen"]["forceren"]
    assert (uitkomst.code, schaal["n"], schaal["alfa"], schaal["sem"]) == (3, 19, None, None)
    assert json.loads(uitkomst.uit)["meldingen"][0]["soort"] == "te_weinig_mensen"


def test_choices_are_a_refusal_that_explains(roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("paren.yaml").write_text(PAREN, encoding="utf-8")
    regels = ["1;2;3;4", *("a;b;a;b" for _ in range(120))]
    Path("groep.csv").write_text("\n".join(regels) + "\n", encoding="utf-8")
    uitkomst = roep("betrouwbaarheid", "groep.csv", "--vragenlijst", "paren.yaml")
    assert uitkomst.code == 3
    assert "gaat een punt voor de ene schaal ten koste van een andere" in " ".join(uitkomst.uit.split())


def test_what_is_not_clear_in_the_file_is_told_beside_the_figures(roep: Roep, lijst: str, tmp_path: Path) -> None:
    groep = schrijf_antwoorden(tmp_path, 120)
    groep.write_text(groep.read_text(encoding="utf-8").replace(",3,4,3,5,3,", ",9,4,3,5,3,", 1), encoding="utf-8")
    uitkomst = roep("betrouwbaarheid", str(groep), "--vragenlijst", lijst, "--json")
    assert uitkomst.code == 0
    assert len(uitkomst.fout.splitlines()) == 1
    assert [melding["aantal"] for melding in json.loads(uitkomst.uit)["meldingen"] if "aantal" in melding] == [1]


def test_without_a_file_the_call_says_what_to_give(roep: Roep) -> None:
    fout = "geef een bestand met antwoorden, bijvoorbeeld: conflictstijl betrouwbaarheid antwoorden.xlsx"
    assert roep("betrouwbaarheid") == (2, "", f"conflictstijl: {fout}\n")
