"""The safety question before a questionnaire about a conflict: in both modes, by pipe and in a sheet."""

import json
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.laden.mappen import load_resultatenmap

from .conftest import Roep, pijp

LIJST = "impasse"
MIST = "conflictstijl: deze vragenlijst gaat over mensen in een conflict, en begint met de vraag of iedereen veilig is;"
BLAD = "vragenlijst: impasse\nantwoorden: [1, 0, 1, 0, 1, 0, 1, 0]\n"


pytestmark = pytest.mark.usefixtures("eigen")


def list_resten(eigen: Path) -> list[Path]:
    return [pad for pad in eigen.rglob("*") if pad.is_file()]


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_who_may_not_be_safe_gets_help_and_nothing_is_kept_or_written(roep: Roep, eigen: Path, stand: str) -> None:
    uitkomst = roep("afnemen", LIJST, "--veiligheid", stand, "-o", "u.md")
    assert uitkomst.code == 3
    assert "Veilig Thuis (0800-2000" in uitkomst.uit
    assert "'u.md' is niet geschreven" in uitkomst.fout
    assert list_resten(eigen) == []
    assert not Path("u.md").exists()


def test_help_goes_before_whatever_else_is_wrong_with_the_call(roep: Roep) -> None:
    assert roep("afnemen", "bestaat-niet", "--veiligheid", "onveilig", "-o", "u.exe").code == 3


def test_the_help_comes_as_data_with_no_profile(roep: Roep) -> None:
    document = json.loads(roep("afnemen", LIJST, "--veiligheid", "twijfel", "--json").uit)
    assert (document["soort"], document["poort"], document["profielen"]) == ("profielen", "veiligheid", [])
    assert any("112" in regel for regel in document["hulp"])


def test_a_person_is_asked_first_and_doubt_ends_it(typ: Roep, eigen: Path) -> None:
    uitkomst = typ("afnemen", LIJST, "--regels", getypt=["weet ik niet"])
    assert uitkomst.code == 3
    assert "Eerst een vraag die altijd voorgaat." in uitkomst.uit
    assert "Vraag 1 van" not in uitkomst.uit
    assert list_resten(eigen) == []


def test_a_person_who_is_safe_goes_on_to_the_questions(typ: Roep) -> None:
    assert "Vraag 1 van 8" in typ("afnemen", LIJST, "--regels", getypt=["veilig", "stop"]).uit


def test_the_question_comes_before_the_full_screen_too(typ: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflictstijl.cli.afnemen.check_volscherm", lambda **_: True)
    monkeypatch.setattr("conflictstijl.cli.afnemen._ask_volscherm", lambda *_, **__: pytest.fail("te vroeg"))
    uitkomst = typ("afnemen", LIJST, getypt=["onveilig"])
    assert uitkomst.code == 3
    assert "Eerst een vraag die altijd voorgaat." in uitkomst.uit


def test_a_pipe_says_itself_that_it_is_safe(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, *["ja"] * 8)
    geweigerd = roep("afnemen", LIJST)
    assert (geweigerd.code, geweigerd.uit) == (2, "")
    assert geweigerd.fout.startswith(MIST)
    pijp(monkeypatch, *["ja"] * 8)
    gedaan = roep("afnemen", LIJST, "--veiligheid", "veilig", "--json")
    assert gedaan.code == 0
    assert json.loads(gedaan.uit)["profielen"][0]["uitkomst"]["titel"]
    assert len(list(load_resultatenmap().glob("*.json"))) == 1


def test_an_unknown_level_is_refused_and_a_questionnaire_about_oneself_asks_nothing(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert roep("afnemen", LIJST, "--veiligheid", "misschien").code == 2
    pijp(monkeypatch, *["3"] * 15)
    assert roep("afnemen", "conflictstijlen-kort", "--niet-bewaren", "--json").code == 0


def scoor(roep: Roep, inhoud: str, *opties: str) -> tuple[int, dict[str, Any]]:
    Path("b.yaml").write_text(inhoud, encoding="utf-8")
    uitkomst = roep("scoor", "b.yaml", "--json", *opties)
    return uitkomst.code, json.loads(uitkomst.uit)


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_a_sheet_that_may_not_be_safe_closes_the_gate_for_all_of_them(roep: Roep, stand: str) -> None:
    veilig, dicht = (f"- {BLAD}  veiligheid: {woord}\n".replace("\nantw", "\n  antw") for woord in ("veilig", stand))
    code, document = scoor(roep, veilig + dicht, "-o", "u.json")
    assert (code, document["poort"], document["profielen"]) == (3, "veiligheid", [])
    assert not Path("u.json").exists()


@pytest.mark.parametrize("einde", ["yaml", "jsonl"])
def test_help_goes_before_whatever_is_wrong_with_the_sheets(roep: Roep, einde: str) -> None:
    """A sheet that is wrong itself, or one beside it, does not keep somebody from help."""
    fout = '{"vragenlijst": "impasse", "antwoorden": [1], "veiligheid": "twijfel"}'
    Path(f"b.{einde}").write_text(f"{fout}\n{fout}\n" if einde == "jsonl" else fout, encoding="utf-8")
    uitkomst = roep("scoor", f"b.{einde}", "-o", "u.md")
    assert uitkomst.code == 3
    assert "Veilig Thuis (0800-2000" in uitkomst.uit
    assert "vragen" not in uitkomst.fout
    assert not Path("u.md").exists()
    Path(f"b.{einde}").write_text(fout.replace("twijfel", "veilig"), encoding="utf-8")
    assert roep("scoor", f"b.{einde}").code == 2


def test_a_sheet_that_says_nothing_or_safe_is_scored(roep: Roep) -> None:
    for erbij in ("", "veiligheid: veilig\n"):
        code, document = scoor(roep, BLAD + erbij)
        assert (code, len(document["profielen"])) == (0, 1)
    assert "Gebruik deze uitkomst dan niet." in roep("scoor", "b.yaml").uit.replace("\n", " ")


def test_an_unknown_level_in_a_sheet_is_an_error_at_its_place(roep: Roep) -> None:
    Path("b.yaml").write_text(f"{BLAD}veiligheid: vielig\n", encoding="utf-8")
    uitkomst = roep("scoor", "b.yaml")
    assert uitkomst.code == 2
    assert uitkomst.fout.startswith("b.yaml:3:13: 'veiligheid' kan niet 'vielig' zijn; bedoelde je 'veilig'?")


def test_answers_without_scores_are_not_added_up_for_a_group(roep: Roep) -> None:
    Path("g.csv").write_text("1,2,3,4,5\n" + "ja,nee,nee,nee,ja\n" * 6, encoding="utf-8")
    for opdracht in ("groep", "betrouwbaarheid"):
        uitkomst = roep(opdracht, "g.csv", "--vragenlijst", "veranderfase-zelf")
        assert (uitkomst.code, uitkomst.uit) == (2, "")
        assert uitkomst.fout.startswith("conflictstijl: 'veranderfase-zelf' heeft geen scores om op te tellen;")


def test_two_results_without_scores_are_not_compared(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    for antwoorden in (["ja"] * 5, ["nee"] * 5):
        pijp(monkeypatch, *antwoorden)
        assert roep("afnemen", "veranderfase-zelf").code == 0
    uitkomst = roep("resultaten", "vergelijk", "vorige", "laatste")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("conflictstijl: deze uitslag heeft geen scores om te vergelijken;")


@pytest.mark.parametrize(("geweld", "bewaard"), [("2", False), ("0", True)])
def test_who_tells_of_violence_is_not_found_on_this_computer_by_another(
    typ: Roep, roep: Roep, eigen_map: Path, geweld: str, *, bewaard: bool
) -> None:
    rest = [*["0"] * 10] if bewaard else []
    uitkomst = typ("afnemen", "escalatie", "--regels", "--veiligheid", "veilig", getypt=[geweld, *rest, "", ""])
    assert uitkomst.code == 0
    assert ("Je uitslag is niet bewaard." in uitkomst.uit) is not bewaard
    assert bool(json.loads(roep("resultaten", "--json").uit)["resultaten"]) is bewaard
    assert list(eigen_map.glob("*.jsonl")) == []
