"""The questionnaires without styles: sound, credited, and scored from a file."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from conflictstijl import toepassing
from conflictstijl.controle import check_bestand
from conflictstijl.laden.mappen import load_inhoudsmap
from conflictstijl.rapport.blad import render_bladen
from conflictstijl.toepassing import Gegeven, build_rapport

from .uitkomsten import load_lijst

BLADEN: dict[str, Mapping[str, Gegeven]] = {
    "partijdigheid": {str(nummer): 3 for nummer in range(1, 11)} | {"minst": "de buurvrouw"},
    "impasse": {"onwil": 2} | {str(nummer): 1 for nummer in range(2, 9)},
    "escalatie": {"geweld": "nee", "bang": "nee"} | {str(nummer): "ik denk het" for nummer in range(3, 12)},
    "relatie-of-afspraken": {str(nummer): 4 for nummer in range(1, 11)},
    "veranderfase-ander": dict.fromkeys(("reden", "plan"), "ja") | dict.fromkeys(("doet", "lang", "terug"), "nee"),
    "veranderfase-zelf": dict.fromkeys(("reden", "plan", "doet"), "ja") | dict.fromkeys(("lang", "terug"), "nee"),
    "regie-zonder-macht": {str(nummer): "deels" for nummer in range(1, 13)},
    "egogram": {"omgeving": "mijn eigen team", "1": [10, 25, 40, 20, 5], "nakijken": "een collega"},
    "samenwerkingsbril": {str(nummer): 4 for nummer in range(1, 20)} | {"20": "nvt"},
}
MET_POORT = {"partijdigheid", "impasse", "escalatie", "veranderfase-ander"}
"""Those about people who may be in danger."""
BRONNEN = {
    "partijdigheid": "Boszormenyi-Nagy",
    "impasse": "Schruijer",
    "escalatie": "Glasl",
    "relatie-of-afspraken": "WeerThuis",
    "veranderfase-ander": "Prochaska en DiClemente",
    "veranderfase-zelf": "Prochaska en DiClemente",
    "regie-zonder-macht": "Kaats en Opheij",
    "egogram": "Dusay 1972",
    "samenwerkingsbril": "Kaats en Opheij",
}


def test_the_safety_question_comes_before_those_about_people_who_may_be_in_danger() -> None:
    assert {naam for naam in BLADEN if load_lijst(naam).veiligheid} == MET_POORT


@pytest.mark.parametrize("naam", BLADEN)
def test_the_file_has_no_findings(naam: str) -> None:
    assert check_bestand(load_inhoudsmap() / f"{naam}.yaml") == []


@pytest.mark.parametrize("naam", BLADEN)
def test_it_credits_its_theory_and_says_that_the_texts_are_own_and_untested(naam: str) -> None:
    herkomst = load_lijst(naam).herkomst
    assert (herkomst.licentie, herkomst.auteur) == ("CC-BY-4.0", "makers van conflictstijl")
    assert herkomst.status == "eigen teksten, nog niet onderzocht"
    assert BRONNEN[naam] in herkomst.bron


@pytest.mark.parametrize("naam", BLADEN)
def test_a_sheet_in_a_file_gives_one_outcome_and_its_report_begins_with_it(naam: str, tmp_path: Path) -> None:
    lijst = load_lijst(naam)
    pad = tmp_path / "blad.yaml"
    pad.write_text(render_bladen([(lijst, toepassing._build_blad(lijst, BLADEN[naam]))]), encoding="utf-8")
    ((gelezen, blad),), meldingen = toepassing.load_bestanden([str(pad)], None)
    assert meldingen == []
    profiel = toepassing.score_antwoorden(gelezen, blad)
    assert profiel.uitkomst is not None
    assert profiel.uitkomst.uitkomst is not None
    assert profiel.uitkomst.uitkomst.titel in build_rapport(profiel, gelezen)
