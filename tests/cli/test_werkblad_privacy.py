"""`werkblad` with `privacy: nakijken`: every answer is looked at, and nothing is written before somebody agrees."""

import json
from pathlib import Path

import pytest

from conflictstijl.laden.mappen import load_werkbladenmap
from conflictstijl.opslag.werkbladen import load_begonnen, load_bladen
from tests.laden.lezen import GOED

from .conftest import Roep, pijp

VUL = str(GOED / "werkblad-vul.yaml")
FATIMA = "Fatima wil niet praten."
OPEN = [""] * 7


pytestmark = pytest.mark.usefixtures("werkmap")


def lees_aantallen() -> tuple[int, int]:
    """Return how many worksheets are unfinished, and how many there are."""
    return len(load_begonnen(load_werkbladenmap())[0]), len(load_bladen(load_werkbladenmap())[0])


def test_a_person_hears_it_as_soon_as_it_is_typed_and_can_change_it(typ: Roep) -> None:
    uitkomst = typ("werkblad", VUL, getypt=["De zaak", FATIMA, "", "De moeder wil niet praten.", "", *OPEN])
    assert uitkomst.code == 0
    assert uitkomst.uit.count("Genoteerd. Dit kan naar iemand leiden:\n  Bij 'Verhaal': ") == 1
    assert "'Fatima'. Schrijf een rol, zoals 'de moeder'" in " ".join(uitkomst.uit.split())
    assert "Mag dit zo" not in uitkomst.uit
    assert lees_aantallen() == (0, 1)


def test_a_person_who_agrees_keeps_and_sees_it(typ: Roep) -> None:
    uitkomst = typ("werkblad", VUL, getypt=["De zaak", FATIMA, "", "", *OPEN, "ja", ""])
    assert uitkomst.code == 0
    assert "Hieraan kan iemand te herkennen zijn. Mag dit zo in het werkblad? (ja of nee)" in uitkomst.fout
    assert FATIMA in uitkomst.uit[uitkomst.uit.rindex("Je antwoorden\n") :]
    assert lees_aantallen() == (0, 1)


def test_a_person_who_does_not_agree_can_change_it_and_nothing_is_written(typ: Roep) -> None:
    uitkomst = typ("werkblad", VUL, "-o", "x.md", getypt=["De zaak", FATIMA, "", "", *OPEN, "nee"])
    assert (uitkomst.code, Path("x.md").exists(), "Je antwoorden\n" in uitkomst.uit) == (3, False, False)
    fout = " ".join(uitkomst.fout.split())
    assert "het werkblad is nog niet klaar, want hieraan kan iemand te herkennen zijn; pas de tekst aan" in fout
    assert "je antwoorden zijn bewaard, verder met: conflictstijl werkblad" in fout
    assert lees_aantallen() == (1, 1)
    verder = typ("werkblad", VUL, "--hervat", getypt=["2", "De moeder wil niet praten.", "", "", "", ""])
    assert verder.code == 0
    assert lees_aantallen() == (0, 1)


def test_a_pipe_is_refused_and_nothing_is_kept_at_all(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    regels = ["De zaak", FATIMA, *OPEN]
    pijp(monkeypatch, *regels)
    uitkomst = roep("werkblad", VUL, "-o", "x.md")
    assert (uitkomst.code, uitkomst.uit.endswith("Mag het door?\n  1. ja\n  2. nee\n")) == (3, True)
    regel, fout = uitkomst.fout.splitlines()
    assert regel.startswith("Bij 'Verhaal': ")
    assert fout == (
        "conflictstijl: het werkblad is nog niet klaar, want hieraan kan iemand te herkennen zijn; "
        "pas de tekst aan, of geef --akkoord"
    )
    assert (Path("x.md").exists(), list(load_werkbladenmap().iterdir())) == (False, [])
    pijp(monkeypatch, *regels)
    assert roep("werkblad", VUL, "-o", "x.md", "--akkoord").code == 0
    assert FATIMA in Path("x.md").read_text(encoding="utf-8")


def test_what_somebody_had_begun_is_still_there_after_a_pipe_was_refused(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    pijp(monkeypatch, "De zaak", FATIMA)
    assert roep("werkblad", VUL).code == 130
    pijp(monkeypatch, *OPEN)
    uitkomst = roep("werkblad", VUL, "--hervat")
    assert uitkomst.code == 3
    assert "; je antwoorden zijn bewaard, verder met: conflictstijl werkblad " in uitkomst.fout
    assert lees_aantallen() == (1, 1)


def test_nothing_of_it_is_left_either_when_nothing_is_kept(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, "De zaak", FATIMA, *OPEN)
    assert roep("werkblad", VUL, "--niet-bewaren").code == 3


def test_a_file_with_answers_is_looked_at_too(roep: Roep) -> None:
    Path("x.yaml").write_text(f"werkblad: werkblad-vul\nantwoorden: {{verhaal: {FATIMA}}}\n", encoding="utf-8")
    uitkomst = roep("werkblad", VUL, "--antwoorden", "x.yaml")
    assert (uitkomst.code, uitkomst.uit) == (3, "")
    assert FATIMA in roep("werkblad", VUL, "--antwoorden", "x.yaml", "--akkoord").uit


def test_a_case_of_ones_own_is_looked_at_before_it_goes_on_paper(roep: Roep) -> None:
    tekst = (Path(__file__).parents[2] / "vragenlijsten" / "casussen" / "rooster.yaml").read_text(encoding="utf-8")
    Path("c.yaml").write_text(tekst.replace("titel: Dezelfde twee weken", f"titel: {FATIMA}"), encoding="utf-8")
    uitkomst = roep("werkblad", VUL, "--leeg", "--casus", "c.yaml")
    assert (uitkomst.code, uitkomst.uit) == (3, "")
    assert FATIMA in roep("werkblad", VUL, "--leeg", "--casus", "c.yaml", "--akkoord").uit


def test_what_names_nobody_asks_nothing(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, "De zaak", "De moeder wil niet praten.", *OPEN)
    uitkomst = roep("werkblad", VUL)
    assert (uitkomst.code, uitkomst.fout) == (0, "")


def test_a_worksheet_that_does_not_ask_for_it_is_not_looked_at(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    pijp(monkeypatch, FATIMA, "", "Ik bel Fatima.")
    assert roep("werkblad", "reflectie-kort").code == 0


def test_an_unfinished_one_with_a_name_in_it_is_not_shown_among_the_results(typ: Roep, roep: Roep) -> None:
    typ("werkblad", VUL, getypt=["De zaak", FATIMA, "", "stop"])
    sessie = json.loads(roep("resultaten", "--json").uit)["werkbladen"][0]["id"]
    uitkomst = roep("resultaten", sessie, "-o", "x.md")
    assert (uitkomst.code, uitkomst.uit, Path("x.md").exists()) == (2, "", False)
    assert "in dit werkblad kan iemand te herkennen zijn; maak het eerst af\n" in uitkomst.fout
    assert "Verder: geef het bestand aan werkblad, met --hervat." in roep("resultaten").uit
    assert json.loads(roep("resultaten", "--json").uit)["werkbladen"][0]["opdracht"] is None


def test_of_a_known_worksheet_the_command_goes_with_it(typ: Roep, roep: Roep) -> None:
    typ("werkblad", "vakgenoten", getypt=[FATIMA, "", "stop"])
    sessie = json.loads(roep("resultaten", "--json").uit)["werkbladen"][0]["id"]
    assert "maak het eerst af met: conflictstijl werkblad vakgenoten --hervat" in roep("resultaten", sessie).fout
