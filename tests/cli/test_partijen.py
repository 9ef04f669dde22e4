"""The worksheet about parties goes on: beside the advice for a situation, and into a preparation of intervision."""

import json
from pathlib import Path

import pytest

from .conftest import Roep

VEILIG = ("--kenmerk", "veiligheid=veilig", "--kenmerk", "macht=minder")
SESSIE = ("--casus", "rooster", "--werkvorm", "incidentmethode", "--duur", "90")
BLAD = """\
werkblad: partijen
veiligheid: veilig
antwoorden:
  partijen:
    moeder: {{standpunt: "{moeder}", belang: Rust in huis., weet_ik: gevraagd}}
    de school: {{standpunt: Hij volgt de hele dag les., belang: Geen kind loslaten., weet_ik: aangenomen}}
"""


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "eigen"))
    Path("partijen.yaml").write_text(BLAD.format(moeder="Mijn zoon mag thuis bijkomen."), encoding="utf-8")


def test_the_parties_stand_beside_the_advice_with_what_is_still_to_be_asked(roep: Roep) -> None:
    uit = roep("situatie", *VEILIG, "--partijen", "partijen.yaml").uit
    assert "Zegt: Mijn zoon mag thuis bijkomen." in uit
    assert "Zegt misschien: Hij volgt de hele dag les." in uit
    vragen = uit[uit.index("Nog na te vragen") :]
    assert "de school: Geen kind loslaten." in vragen
    assert "moeder" not in vragen[: vragen.index("Goed om te weten")]
    gegevens = json.loads(roep("situatie", *VEILIG, "--partijen", "partijen.yaml", "--json").uit)
    assert [partij["naam"] for partij in gegevens["partijen"]] == ["moeder", "de school"]


def test_who_may_be_unsafe_gets_help_and_no_parties(roep: Roep) -> None:
    klaar = roep("situatie", "--kenmerk", "veiligheid=twijfel", "--partijen", "partijen.yaml")
    assert klaar.code == 3
    assert "moeder" not in klaar.uit


def test_a_case_gets_the_parties_of_a_worksheet(roep: Roep) -> None:
    gegevens = json.loads(roep("intervisie", *SESSIE, "--partijen", "partijen.yaml", "--json").uit)
    assert [partij["naam"] for partij in gegevens["casus"]["partijen"]] == ["moeder", "de school"]
    Path("sessie.json").write_text(json.dumps(gegevens), encoding="utf-8")
    assert json.loads(roep("intervisie", "sessie.json", "--json").uit) == gegevens


def test_what_may_lead_to_a_person_in_the_worksheet_is_told_with_its_place(roep: Roep) -> None:
    Path("partijen.yaml").write_text(BLAD.format(moeder="Bel mij op 06-12345678."), encoding="utf-8")
    klaar = roep("intervisie", *SESSIE, "--partijen", "partijen.yaml", "-o", "sessie.html")
    assert klaar.code == 3
    assert "partijen.yaml:5:" in klaar.fout
    assert not Path("sessie.html").exists()


def test_parties_belong_to_a_case(roep: Roep) -> None:
    klaar = roep("intervisie", "--werkvorm", "balint", "--duur", "90", "--partijen", "partijen.yaml")
    assert (klaar.code, "geef ook --casus" in klaar.fout) == (2, True)
