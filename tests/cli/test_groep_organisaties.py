"""`conflictstijl groep` with a questionnaire about organisations: what it shows, and what it has no place for."""

import json
from pathlib import Path

import pytest

from tests.laden.lezen import GOED

from .conftest import Roep, Uitkomst

LIJST = str(GOED / "organisaties.yaml")
DRIE = "organisatie;q1;q2;q3;q4\nGemeente;3;1;3;1\nZorggroep;2;2;2;1\nSchool;1;3;1;3\n"


@pytest.fixture
def groep(roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Run `groep` on three sheets of organisations."""
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    monkeypatch.chdir(tmp_path)
    Path("bril.csv").write_text(DRIE, encoding="utf-8")

    def run(*argumenten: str) -> Uitkomst:
        return roep("groep", "bril.csv", "--vragenlijst", LIJST, *argumenten)

    return run


def test_three_organisations_are_enough_and_are_shown_without_names(groep: Roep, tmp_path: Path) -> None:
    klaar = groep()
    assert (klaar.code, klaar.fout) == (0, "")
    assert "Hierover denken jullie het meest verschillend" in klaar.uit
    assert "Gemeente" not in klaar.uit
    assert "Gemeente" in groep("--met-namen").uit
    assert not (tmp_path / "gegevens" / "groepen").exists()


def test_fewer_than_somebody_asks_for_give_nothing_but_why(groep: Roep) -> None:
    klaar = groep("--minimum", "4")
    assert (klaar.code, klaar.uit) == (3, "")
    assert "er zijn 3 organisaties met bruikbare antwoorden, en dit beeld vraagt er 4" in klaar.fout
    gegevens = json.loads(groep("--minimum", "4", "--json").uit)
    assert (gegevens["reden"], gegevens["organisaties"]) == ("te_klein", [])


def test_the_json_says_organisaties_and_counts_what_was_not_clear(groep: Roep) -> None:
    Path("bril.csv").write_text(DRIE.replace("Zorggroep;2", "Zorggroep;misschien"), encoding="utf-8")
    gegevens = json.loads(groep("--json").uit)
    assert list(gegevens) == [
        *("formaat", "soort", "vragenlijst", "eenheid", "n", "reden", "organisaties", "spreiding", "agenda"),
        "meldingen",
    ]
    assert gegevens["meldingen"] == [{"soort": "onbekend-antwoord", "aantal": 1}]
    assert gegevens["soort"] == "organisaties"


@pytest.mark.parametrize(
    "optie",
    [("--per", "organisatie"), ("--na", "bril.csv"), ("--met-profielen",), ("--per-persoon", "mens"), ("--toch",)],
)
def test_an_option_about_people_is_refused_by_its_name(groep: Roep, optie: tuple[str, ...]) -> None:
    klaar = groep(*optie)
    assert (klaar.code, klaar.uit) == (2, "")
    assert f"{optie[0]} is er voor mensen, en 'organisaties' gaat over organisaties" in klaar.fout


def test_a_file_with_scores_per_person_is_refused_without_naming_an_option_that_is_refused_too(groep: Roep) -> None:
    klaar = groep("-o", "beeld.csv")
    assert (klaar.code, klaar.uit) == (2, "")
    assert "'organisaties' gaat over organisaties, dus kies .xlsx of .md" in klaar.fout
    assert "--met-profielen" not in klaar.fout


@pytest.mark.parametrize("einde", ["html", "xlsx", "md"])
def test_it_goes_to_a_file_too(groep: Roep, einde: str) -> None:
    assert groep("-o", f"beeld.{einde}").code == 0
    assert Path(f"beeld.{einde}").stat().st_size > 1000


def test_a_picture_of_organisations_is_none_of_a_group_of_people(groep: Roep, roep: Roep) -> None:
    groep("-o", "beeld.json")
    klaar = roep("intervisie", "--werkvorm", "vijfstappen", "--duur", "90", "--groep", "beeld.json")
    assert klaar.code == 2
    assert "dit is geen beeld van een groep" in klaar.fout
