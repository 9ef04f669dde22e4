"""Every structure of the field's known instruments, in the number of lines that the README promises."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from conflictstijl import toepassing
from conflictstijl.controle import check_bestand
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.blad import render_bladen
from conflictstijl.rekenen.sleutelcontrole import build_zuiver
from tests.test_readme import README

WORTEL = Path(__file__).parent.parent
TABEL = re.findall(r"^\| [^|]+ \| (\d+) \| \[[\w-]+\.yaml\]\(([\w/-]+\.yaml)\) \|$", README, re.MULTILINE)
BESTANDEN = [bestand for _, bestand in TABEL]
ONTWERP = {
    "conflictstijlen-paren": ("kies", 30),
    "conflictstijlen-verdieping": ("stellingen", 20),
    "drie-vormen": ("stellingen", 15),
    "rustig-en-gespannen": ("stellingen", 40),
    "situaties-punten": ("verdeel", 12),
    "beste-slechtste": ("beste_en_slechtste", 10),
    "vijf-lenzen": ("stellingen", 15),
}
"""Per structure the form of its items and their number."""


def load(bestand: str) -> Vragenlijst:
    return toepassing.load_vragenlijst(WORTEL / bestand)


def test_the_table_names_every_structure() -> None:
    assert {Path(bestand).stem for bestand in BESTANDEN} == set(ONTWERP)


@pytest.mark.parametrize(("aantal", "bestand"), TABEL)
def test_a_structure_takes_as_many_lines_as_the_readme_says(aantal: str, bestand: str) -> None:
    regels = (WORTEL / bestand).read_text(encoding="utf-8").splitlines()
    assert sum(bool(regel.strip()) and not regel.strip().startswith("#") for regel in regels) == int(aantal)


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_a_structure_is_sound_and_has_the_form_it_is_named_after(bestand: str) -> None:
    lijst = load(bestand)
    assert check_bestand(WORTEL / bestand) == []
    assert (lijst.vorm, len(lijst.items)) == ONTWERP[lijst.id]


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_a_sheet_of_a_structure_goes_to_a_file_and_back_to_the_same_profile(bestand: str, tmp_path: Path) -> None:
    lijst = load(bestand)
    zuiver = build_zuiver(lijst, lijst.schalen[-1].id)
    blad = replace(zuiver, antwoorden=(*zuiver.antwoorden, *("eigen: woorden" for _ in lijst.open)))
    pad = tmp_path / "blad.yaml"
    pad.write_text(render_bladen([(lijst, blad)]), encoding="utf-8")
    ((terug, gelezen),), meldingen = toepassing.load_bestanden([str(pad)], WORTEL / bestand)
    assert meldingen == []
    assert toepassing.score_antwoorden(terug, gelezen) == toepassing.score_antwoorden(lijst, blad)
