"""Every format that was ever written stays readable: files of each stand beside this test and are never made anew.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/opslag/test_formaat.py` makes those that are missing; it replaces none.
"""

import json
import os
from pathlib import Path

import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.model.vragen import Vorm
from conflictstijl.opslag.geschiedenis import load_uitslagen
from conflictstijl.opslag.uitslagregels import Uitslag, build_document, parse_uitslag, render_json
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rapport.uitvoer.tekst import render_tekst

from .uitslagen import bouw_uitslag, load_lijsten

FORMAAT_1 = Path(__file__).parent / "formaat-1"
NAMEN = (
    *("vormen", "takken", "delen", "ander", "kort", "paren", "verdiept", "situaties"),
    *("normen", "formules", "banden", "gedeeld", "blauwdruk", "betrouwbaarheid"),
)
"""Every form of question, branching, parts, versions, deepening, performance, norms, formulas, bands and design."""
SCORES = {
    "vormen": {"forceren": 1.4, "vermijden": 2.75, "toegeven": 0.5},
    "verdiept": {"forceren": 2.0, "samenwerken": 3.1, "compromis": 2.6, "vermijden": 3.0, "toegeven": 2.8},
    "formules": {"kalm.samenwerken": 2.0, "kalm.forceren": 5.0, "storm.samenwerken": 1.0, "storm.forceren": 3.0},
}
"""A few scores, so that nobody makes the files anew in silence."""


def load(naam: str) -> Uitslag:
    pad = FORMAAT_1 / f"{naam}.json"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf" and not pad.exists():
        pad.write_bytes(render_json(build_document(bouw_uitslag(load_lijsten()[naam]))))
    gelezen = parse_uitslag(pad.read_bytes(), pad)
    assert isinstance(gelezen, Uitslag), gelezen
    return gelezen


def test_there_are_files_of_every_kind() -> None:
    lijsten = [load(naam).vragenlijst for naam in NAMEN]
    assert {pad.stem for pad in FORMAAT_1.iterdir()} == set(NAMEN)
    vormen = {keuze.vorm for lijst in lijsten for keuze in lijst.keuzes}
    assert vormen == set(Vorm) - {Vorm.STELLINGEN}
    for kenmerk in ("achtergrond", "open", "onderdelen", "variant", "met", "normen", "banden", "afgeleid", "blauwdruk"):
        assert any(getattr(lijst, kenmerk) for lijst in lijsten), kenmerk
    assert any(vraag.als for lijst in lijsten for vraag in lijst.vragen)


@pytest.mark.parametrize("naam", NAMEN)
def test_a_file_of_format_1_gives_the_scores_that_it_gave(naam: str) -> None:
    uitslag = load(naam)
    assert bewaren.check_uitslag(uitslag) == ""
    nu = build_profiel(bewaren.build_resultaat(uitslag).profiel)
    assert bewaren._check_gelijk(uitslag.profiel, nu)


@pytest.mark.parametrize("naam", NAMEN)
def test_a_report_can_be_made_of_a_file_of_format_1(naam: str) -> None:
    lijst, _, profiel = bewaren.build_resultaat(load(naam))
    assert lijst.titel in render_tekst(toepassing.build_profieldocument(profiel, lijst), 80)


@pytest.mark.parametrize("naam", NAMEN)
def test_a_file_of_format_1_is_still_written_that_way(naam: str) -> None:
    """A field with another default, or another spelling, would read old files wrongly without anybody noticing."""
    document = json.loads((FORMAAT_1 / f"{naam}.json").read_text(encoding="utf-8"))
    assert build_document(load(naam)) == document


@pytest.mark.parametrize("naam", SCORES)
def test_the_files_are_those_that_were_made_once(naam: str) -> None:
    gegeven = load(naam).profiel["scores"]
    assert {schaal: gegeven[schaal]["waarde"] for schaal in SCORES[naam]} == SCORES[naam]


def test_the_folder_of_these_files_is_no_history_for_it_has_other_names() -> None:
    assert load_uitslagen(FORMAAT_1)[0] == []
