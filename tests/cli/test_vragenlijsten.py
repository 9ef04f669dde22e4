"""The command `vragenlijsten`."""

import json
import re
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_eigen_map

from .conftest import Roep

KORT = "conflictstijlen-kort"
EIGEN = """\
vragenlijst: eigen
formaat: 1
versie: "2.1"
titel: Eigen lijst
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: {1: Nooit, 2: , 3: Altijd}
schalen: {rust: Rust op het werk}
items:
  - rust: Ik slaap goed.
"""


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    load_eigen_map().mkdir()
    return load_eigen_map()


def test_the_list_names_every_questionnaire_with_its_size(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    uit = roep("vragenlijsten").uit
    namen = [regel.split()[0] for regel in uit.splitlines() if not regel.startswith(" ")]
    assert namen == ["conflictstijlen", KORT, "conflictstijlen-paren"]
    assert re.search(r"\(kort\) \(15 vragen, 3 minuten, versie [0-9.]+, CC-BY-4.0\)", " ".join(uit.split()))


def test_own_questionnaires_are_listed_and_a_broken_one_is_told_beside_it(roep: Roep, eigen_map: Path) -> None:
    (eigen_map / "eigen.yaml").write_text(EIGEN, encoding="utf-8")
    (eigen_map / "kapot.yaml").write_text("vragenlijst: kapot\n", encoding="utf-8")
    uitkomst = roep("vragenlijsten")
    assert uitkomst.code == 0
    assert "Eigen lijst (1 vraag, versie 2.1, CC0-1.0)" in uitkomst.uit
    assert all(regel.startswith("kapot.yaml:") for regel in uitkomst.fout.splitlines())
    assert uitkomst.fout


def test_one_questionnaire_is_shown_in_full(roep: Roep) -> None:
    tekst = " ".join(roep("vragenlijsten", KORT).uit.split())
    assert tekst.startswith(f"Mijn stijl bij conflicten (kort) {KORT}: 15 vragen, 3 minuten, versie ")
    assert "Eigen teksten, nog niet onderzocht. " in tekst
    assert "Schalen: forceren, samenwerken, compromis, vermijden en toegeven." in tekst
    assert "Antwoorden: Nooit, Zelden, Soms, Vaak of Altijd." in tekst
    assert "1 Ik vind dat een collega en ik allebei iets moeten inleveren." in tekst


def test_a_bare_questionnaire_leaves_no_empty_sentences(roep: Roep, eigen_map: Path) -> None:
    (eigen_map / "eigen.yaml").write_text(EIGEN, encoding="utf-8")
    assert roep("vragenlijsten", str(eigen_map / "eigen.yaml")).uit == (
        "Eigen lijst\neigen: 1 vraag, versie 2.1, CC0-1.0\nProef.\n"
        "Schalen: Rust op het werk.\nAntwoorden: Nooit, 2 of Altijd.\n\n1  Ik slaap goed.\n"
    )


def test_both_statements_of_a_pair_are_shown(roep: Roep) -> None:
    uit = roep("vragenlijsten", "conflictstijlen-paren").uit
    assert "\n1a   " in uit
    assert "\n30b  " in uit
    assert "Antwoorden:" not in uit


@pytest.mark.parametrize("naam", ["", "conflictstijlen", "conflictstijlen-paren"])
@pytest.mark.parametrize("breedte", [20, 60])
def test_every_overview_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, naam: str, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    assert max(map(len, roep("vragenlijsten", *filter(None, [naam])).uit.splitlines())) <= breedte


def test_json_tells_the_same_for_programs(roep: Roep) -> None:
    document = json.loads(roep("vragenlijsten", "--json").uit)
    assert (document["formaat"], document["soort"]) == (1, "vragenlijsten")
    assert [lijst["id"] for lijst in document["vragenlijsten"]] == ["conflictstijlen", KORT, "conflictstijlen-paren"]
    [een] = json.loads(roep("vragenlijsten", KORT, "--json").uit)["vragenlijsten"]
    assert een == document["vragenlijsten"][1]
    assert een | {"versie": "x"} == {
        "id": KORT,
        "titel": "Mijn stijl bij conflicten (kort)",
        "versie": "x",
        "vorm": "stellingen",
        "vragen": 15,
        "minuten": 3,
        "schalen": ["forceren", "samenwerken", "compromis", "vermijden", "toegeven"],
        "licentie": "CC-BY-4.0",
        "status": "eigen teksten, nog niet onderzocht",
    }


def test_an_unknown_questionnaire_comes_with_the_nearest_or_a_way_to_look(roep: Roep) -> None:
    uitkomst = roep("vragenlijsten", "conflictstijl-kort")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.endswith("; bedoelde je 'conflictstijlen-kort'?\n")
    assert "kijk met 'conflictstijl vragenlijsten'" in roep("vragenlijsten", "xx").fout
